//! Sizes and shapes that nobody means, and somebody sends: each is drawn whole or is told
//! clearly, and ends. No time is measured; what takes minutes is stopped and fails.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "in a test, failing is how one says that something is wrong"
)]

mod common;

use common::Site;
use serde_json::Value;

/// A site with one page of that text.
fn page_of(text: &str) -> Site {
    let site = Site::new();
    // Nobody writes like this: how it reads is not the question.
    let settings = site.read("site-config.toml");
    site.write(
        "site-config.toml",
        format!("{settings}\n[plain_language]\ncheck = false\n"),
    );
    // Nor how heavy it is.
    site.write(
        "themes/default/theme.toml",
        "[budget]\npage = 100000\n\n[budget.templates]\nprint = 100000\n",
    );
    site.write(
        "kinds/rule.toml",
        "label = \"Rule\"\nsummary = \"A rule without topics.\"\n",
    );
    site.write(
        "content/bigshire/authority.toml",
        "name = \"Bigshire\"\ncode = \"E10999905\"\ntype = \"county\"\n\n[accessibility]\n\
         status = \"fully\"\nreviewed_on = 2026-07-01\ntested_on = 2026-07-01\n\
         tested_by = \"The web team\"\n",
    );
    site.write(
        "content/bigshire/page/index.md",
        format!(
            "+++\ntitle = \"Page\"\nkind = \"rule\"\nsummary = \"One page.\"\n\
             review_every = \"12 months\"\n+++\n{text}"
        ),
    );
    site
}

/// What a check finds.
struct Found {
    code: Option<i32>,
    problems: Vec<Value>,
}

impl Found {
    /// The severity, code and file of each problem, a line each.
    fn lines(&self) -> String {
        let line = |one: &Value| {
            let text = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
            format!("{} {} {}\n", text("severity"), text("code"), text("file"))
        };
        self.problems.iter().map(line).collect()
    }
}

fn check(site: &Site) -> Found {
    let ran = site.run(&["check", "--as-at", "2026-07-01", "--format", "json"]);
    let report: Value =
        serde_json::from_str(&ran.stdout).unwrap_or_else(|_| panic!("{}", ran.stderr));
    Found {
        code: ran.code,
        problems: report["problems"].as_array().unwrap().clone(),
    }
}

/// Checks and builds a page that is well formed: nothing is wrong, and every word arrives.
fn is_drawn_whole(text: &str, word: &str, times: usize) {
    let site = page_of(text);
    let ran = site.run(&["check", "--as-at", "2026-07-01"]);
    assert_eq!(
        (ran.code, ran.stdout.as_str()),
        (Some(0), "Nothing is wrong.\n"),
        "{}",
        ran.stderr
    );
    let ran = site.run(&["build", "--drafts"]);
    assert_eq!(ran.code, Some(0), "{}", shortened(&ran.all()));
    let page = site.read("public/bigshire/page/index.html");
    assert_eq!(page.matches(word).count(), times, "{word:?} in the page");
}

/// Checks a page that holds faults: all are told, of one sort, however they are printed.
fn is_told(text: &str, code: &str, times: usize) {
    let site = page_of(text);
    let found = check(&site);
    let lines = found.lines();
    let told = lines
        .lines()
        .filter(|line| line.split(' ').nth(1) == Some(code))
        .count();
    assert_eq!(told, times, "{}", shortened(&lines));
    let ran = site.run(&["check", "--as-at", "2026-07-01"]);
    assert_eq!(ran.code, found.code);
    assert_eq!(ran.stdout.matches(&format!("[{code}]: ")).count(), times);
}

fn shortened(text: &str) -> String {
    text.chars().take(600).collect()
}

fn lines(number: usize, line: impl Fn(usize) -> String) -> String {
    (0..number).map(line).collect()
}

#[test]
fn a_page_of_ten_megabytes() {
    is_drawn_whole(
        &"The council helps families with money and homes.\n\n".repeat(200_000),
        "helps",
        200_000,
    );
    is_drawn_whole(&"word ".repeat(2_000_000), "word ", 2_000_000 - 1);
}

#[test]
fn ten_thousand_headings() {
    let different = lines(10_000, |at| format!("## Heading {at}\n\nA topic.\n\n"));
    is_drawn_whole(&different, "A topic.", 10_000);
    let same = lines(10_000, |_| "## Heading\n\nA topic.\n\n".to_owned());
    is_drawn_whole(&same, "A topic.", 10_000);
    let linked = lines(10_000, |at| {
        format!("## Heading {at}\n\n[To itself](#heading-{at}).\n\n")
    });
    is_drawn_whole(&linked, "To itself", 10_000);
}

#[test]
fn five_thousand_deep() {
    for text in [
        format!("{}deep\n", ">".repeat(5_000)),
        format!("{}deep\n", "- ".repeat(5_000)),
        format!("{}deep\n", "> - ".repeat(2_500)),
        format!("{}deep{}\n", "<div>".repeat(5_000), "</div>".repeat(5_000)),
        lines(1_500, |at| format!("{}- deep\n", "  ".repeat(at))),
    ] {
        let times = text.matches("deep").count();
        is_drawn_whole(&text, "deep", times);
    }
}

/// Nobody needs text so deep; it may be refused, but must not take the program down.
#[test]
fn fifty_thousand_deep() {
    for text in [
        format!("{}deep\n", ">".repeat(50_000)),
        format!("{}deep\n", "- ".repeat(50_000)),
        format!(
            "{}deep{}\n",
            "<div>".repeat(50_000),
            "</div>".repeat(50_000)
        ),
        format!("{}deep\n", "<span>".repeat(50_000)),
    ] {
        let site = page_of(&text);
        for arguments in [["check", "--as-at=2026-07-01"], ["build", "--drafts"]] {
            let ran = site.run(&arguments);
            let start = &text[..8];
            assert!(
                ran.code.is_some(),
                "{start}… ends {arguments:?}: {}",
                shortened(&ran.stderr)
            );
        }
    }
}

#[test]
fn a_hundred_thousand_notes_and_links() {
    let notes = lines(100_000, |at| {
        format!("Words[^{at}].\n\n[^{at}]: A note.\n\n")
    });
    is_drawn_whole(&notes, "A note.", 100_000);
    let links = lines(100_000, |at| {
        format!("[A link](https://example.org/{at})\n")
    });
    is_drawn_whole(&links, "A link", 100_000);
    let named = lines(20_000, |at| {
        format!("[A link][{at}]\n\n[{at}]: https://example.org/{at}\n\n")
    });
    is_drawn_whole(&named, "A link", 20_000);
}

#[test]
fn ten_thousand_faults() {
    is_told(
        &lines(10_000, |at| format!("[A link](page{at}.md)\n\n")),
        "broken-link",
        10_000,
    );
    is_told(
        &"![](files/none.png)\n\n".repeat(10_000),
        "image-text",
        10_000,
    );
}

#[test]
fn a_register_of_twenty_thousand_faults() {
    let site = page_of("Text.\n");
    let rows = "organisation,status\n".to_owned() + &lines(20_000, |at| format!("org{at},maybe\n"));
    site.write("content/bigshire/page/sign-ups.csv", rows);
    let found = check(&site);
    assert_eq!(
        found.lines().matches("error register-value").count(),
        20_000
    );
    assert_eq!(
        found.lines().matches("error unknown-organisation").count(),
        20_000
    );
}

#[test]
fn marks_that_never_close() {
    for text in [
        "*a _b ",
        "[",
        "![",
        "`",
        "<!--",
        "**a *b ",
        "[a](",
        "| a ",
        "\\",
        "&",
        "[^a]",
        "<a href=\"",
    ] {
        let site = page_of(&text.repeat(20_000));
        for arguments in [["check", "--as-at=2026-07-01"], ["build", "--drafts"]] {
            let ran = site.run(&arguments);
            assert!(
                ran.code.is_some(),
                "{text:?} {arguments:?}: {}",
                shortened(&ran.stderr)
            );
        }
    }
}

#[test]
fn empty_files_are_told_and_stop_nothing() {
    let site = page_of("Text.\n");
    for path in [
        "content/empty.md",
        "content/bigshire/empty.md",
        "content/bigshire/organisations.toml",
        "content/bigshire/page/more.md",
        "content/bigshire/page/index.cy.md",
        "content/bigshire/page/sign-ups.csv",
        "content/bigshire/page/actions.csv",
        "content/bigshire/page/files/empty.pdf",
        "content/bigshire/supports/empty.md",
        "content/bigshire/decisions/empty.md",
        "content/emptyshire/authority.toml",
        "kinds/empty.toml",
    ] {
        site.write(path, "");
    }
    let lines = check(&site).lines();
    for wanted in [
        "error front-matter content/empty.md",
        "error front-matter content/bigshire/empty.md",
        "error front-matter content/bigshire/page/more.md",
        "error front-matter content/bigshire/page/index.cy.md",
        "error register-shape content/bigshire/page/sign-ups.csv",
        "error register-shape content/bigshire/page/actions.csv",
        "error front-matter content/bigshire/decisions/empty.md",
        "error missing-key content/emptyshire/authority.toml",
        "error missing-key kinds/empty.toml",
    ] {
        assert!(lines.contains(wanted), "{wanted} in\n{lines}");
    }
    for silent in ["organisations.toml", "empty.pdf"] {
        assert!(
            !lines.contains(silent),
            "{silent} is in order, yet:\n{lines}"
        );
    }
}

#[test]
fn a_folder_without_a_site_says_what_to_do() {
    let site = Site::empty();
    for arguments in [&["check"][..], &["build"], &["publish", "--note", "x"]] {
        let ran = site.run(arguments);
        assert_eq!(ran.code, Some(1), "{}", ran.all());
        assert!(ran.all().contains("offerbook init"), "{}", ran.all());
    }
}

/// Names that systems allow and addresses do not: each is told, and what editors leave is not.
#[cfg(unix)]
#[test]
fn odd_names() {
    let site = page_of("Text.\n");
    let page = "+++\ntitle = \"T\"\nkind = \"rule\"\nsummary = \"S.\"\nreview_every = \"1 year\"\n+++\nT.\n";
    let odd = [
        "Capital",
        "two words",
        "straße",
        "a..b",
        "-start",
        "end-",
        "per%cent",
        "quo\"te",
        "back\\slash",
        "new\nline",
        "…",
        "2026-07-01",
    ];
    for name in odd {
        site.write(&format!("content/bigshire/{name}/index.md"), page);
    }
    let long = "x".repeat(101);
    site.write(&format!("content/bigshire/{long}/index.md"), page);
    for left in [
        ".hidden.md",
        "page.md~",
        "#page.md#",
        ".#page.md",
        "~$page.docx",
        "Thumbs.db",
    ] {
        site.write(&format!("content/bigshire/{left}"), "what an editor left");
    }
    let found = check(&site);
    let told: Vec<&str> = found
        .problems
        .iter()
        .filter(|one| one["code"] == "odd-name")
        .map(|one| one["file"].as_str().unwrap())
        .collect();
    for name in odd.iter().copied().chain([long.as_str()]) {
        let place = format!("content/bigshire/{name}");
        assert!(
            told.iter().any(|file| *file == place),
            "{name:?} in {told:?}"
        );
    }
    assert_eq!(found.problems.len(), odd.len() + 1, "{}", found.lines());
}
