//! `offerbook check` on fixture sites. What has to be found stands beside the faults:
//! `tests/check/<case>/<run>.txt` holds a line for each problem, in the order they are told:
//!
//! ```text
//! severity code path:line:column “marked text” message, where only that tells which topic it is
//! ```
//!
//! and `<run>.human.txt`, in some cases, the whole of what a person reads. A folder
//! `versions/<day>/` holds a site as it stood on an earlier day: it is published as of that day
//! before the case itself is checked. `UPDATE_GOLDEN=1` writes what has to come out anew.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "in a test, failing is how one says that something is wrong"
)]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use common::golden::Goldens;
use common::{Site, assert_same_tree, copy_folder, project, tree};
use serde_json::Value;

const CASES: [&str; 5] = [
    "clean",
    "decisions-by-taker",
    "law-before",
    "law-dates",
    "twenty-faults",
];

fn folder(case: &str) -> PathBuf {
    project().join("tests/check").join(case)
}

/// The site of a case, with the versions before it published.
fn site(case: &str) -> Site {
    let (folder, site) = (folder(case), Site::empty());
    let mut days: Vec<PathBuf> = fs::read_dir(folder.join("versions"))
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().path())
        .collect();
    days.sort();
    for day in days {
        put_in_place(&day, &site);
        let name = day.file_name().unwrap().to_str().unwrap();
        site.publish(name, "As it stood then.");
    }
    put_in_place(&folder, &site);
    site
}

/// Puts everything that a council writes in place; the record stays.
fn put_in_place(from: &Path, site: &Site) {
    for part in ["content", "kinds", "themes"] {
        if site.at(part).exists() {
            fs::remove_dir_all(site.at(part)).unwrap();
        }
        if from.join(part).exists() {
            copy_folder(&from.join(part), &site.at(part));
        }
    }
    fs::copy(from.join("site-config.toml"), site.at("site-config.toml")).unwrap();
}

/// What a check found.
struct Found {
    code: Option<i32>,
    report: Value,
}

impl Found {
    fn problems(&self) -> &Vec<Value> {
        self.report["problems"].as_array().unwrap()
    }

    /// One line a problem.
    fn lines(&self) -> String {
        let mut lines = String::new();
        for one in self.problems() {
            let text = |key: &str| one[key].as_str();
            lines.push_str(&format!(
                "{} {}",
                text("severity").unwrap(),
                text("code").unwrap()
            ));
            if let Some(file) = text("file") {
                lines.push_str(&format!(" {file}"));
            }
            if let Some(line) = one["line"].as_u64() {
                lines.push_str(&format!(":{line}:{}", one["column"]));
            }
            if let Some(marked) = text("text") {
                lines.push_str(&format!(" “{}”", marked.replace('\n', "⏎")));
            }
            // Several topics share a place: only the message tells which one it is.
            if ["decision", "topic-coming", "topic-missing"].contains(&text("code").unwrap()) {
                lines.push_str(&format!(" {}", without_brackets(text("message").unwrap())));
            }
            lines.push('\n');
        }
        lines
    }
}

/// A message without the references in brackets, which may be put better one day.
fn without_brackets(text: &str) -> String {
    let mut depth = 0;
    let kept = text.chars().filter(|character| {
        depth += i32::from(*character == '(');
        let is_outside = depth == 0;
        depth -= i32::from(*character == ')');
        is_outside
    });
    kept.collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace(" :", ":")
}

fn check(site: &Site, as_at: &str) -> Found {
    let ran = site.run(&["check", "--as-at", as_at, "--format", "json"]);
    assert_eq!(ran.stderr, "", "nothing is said beside the report");
    let report: Value = serde_json::from_str(&ran.stdout).unwrap();
    let has_errors = report["errors"].as_u64().unwrap() > 0;
    assert_eq!(
        ran.code,
        Some(i32::from(has_errors)),
        "errors, and only they, fail"
    );
    Found {
        code: ran.code,
        report,
    }
}

/// Compares what a check finds with the golden of a run, on one or several days.
fn case(name: &str, site: &Site, runs: &[(&str, &str)], people: &[&str]) -> Vec<Found> {
    let mut goldens = Goldens::new(&folder(name));
    let mut all = Vec::new();
    for (run, day) in runs {
        let found = check(site, day);
        places_are_where_they_say(site, &found);
        goldens.check(&format!("{run}.txt"), &found.lines());
        if people.contains(run) {
            let ran = site.run(&["check", "--as-at", day]);
            goldens.check(&format!("{run}.human.txt"), &ran.all());
        }
        all.push(found);
    }
    goldens.finish(|path| path.ends_with(".txt") && !path.contains('/'));
    all
}

/// Reads each place in the file itself: the marked text has to stand there.
fn places_are_where_they_say(site: &Site, found: &Found) {
    for one in found.problems() {
        let (Some(line), Some(marked)) = (one["line"].as_u64(), one["text"].as_str()) else {
            continue;
        };
        let file = one["file"].as_str().unwrap();
        let text = site.read(file).replace("\r\n", "\n");
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let (line, column) = (line as usize, one["column"].as_u64().unwrap() as usize);
        let rest: Vec<&str> = text.split_inclusive('\n').skip(line - 1).collect();
        let rest: String = rest.concat().chars().skip(column - 1).collect();
        assert!(
            rest.starts_with(marked) || marked.trim_end() == rest.trim_end(),
            "{file}:{line}:{column}: {marked:?} is to stand here, but {:?} does",
            rest.lines().next()
        );
    }
}

#[test]
fn every_case_is_run() {
    let mut folders: Vec<String> = fs::read_dir(project().join("tests/check"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    folders.sort();
    assert_eq!(folders, CASES);
}

#[test]
fn a_clean_site_is_clean() {
    let site = site("clean");
    let found = case("clean", &site, &[("expected", "2026-07-15")], &["expected"]);
    assert_eq!(found[0].lines(), "");
    let ran = site.run(&["check", "--as-at", "2026-07-15", "--deny-warnings"]);
    assert_eq!(ran.code, Some(0), "{}", ran.all());
}

#[test]
fn the_law_applies_from_its_day() {
    let runs = [
        ("on-the-day-before", "2026-06-28"),
        ("on-the-day", "2026-06-29"),
        ("on-the-day-after", "2026-06-30"),
    ];
    let found = case("law-dates", &site("law-dates"), &runs, &["on-the-day"]);
    assert_eq!(
        found[0].code,
        Some(0),
        "nothing is asked before the law is in force"
    );
    assert_eq!(
        found[1].code,
        Some(1),
        "on its first day the law is in force"
    );
    assert_eq!(found[1].lines(), found[2].lines());
    let is_coming = |found: &Found| found.lines().matches(" topic-coming ").count();
    assert!(
        is_coming(&found[0]) > is_coming(&found[1]),
        "what was coming has come"
    );
    assert_eq!(is_coming(&found[2]), 1, "a duty without a day stays coming");
}

#[test]
fn what_was_published_before_the_law_needs_no_consultation() {
    let runs = [("before", "2026-06-28"), ("after", "2026-07-15")];
    case("law-before", &site("law-before"), &runs, &[]);
}

#[test]
fn a_board_that_advises_is_not_judged_as_a_cabinet() {
    let site = site("decisions-by-taker");
    let runs = [("expected", "2026-07-15")];
    let found = case("decisions-by-taker", &site, &runs, &["expected"]);
    let lines = found[0].lines();
    for silent in ["-board", "-committee"] {
        assert!(!lines.contains(silent), "{silent} gives no alarm:\n{lines}");
    }
    assert!(
        lines.contains("error decision content/cabinetshire/decisions/2026-01-13-executive.md")
    );
}

/// Adds what cannot be stored in a fixture.
#[cfg(unix)]
fn add_files_of_the_machine(site: &Site) {
    let texts = site.at("content/faultshire/texts");
    std::os::unix::fs::symlink("/etc/hostname", texts.join("linked.md")).unwrap();
    std::os::unix::fs::symlink("/etc", texts.join("linked-folder")).unwrap();
    site.write(
        "content/faultshire/texts/latin.md",
        b"+++\ntitle = \"Latin\"\n+++\n\nCaf\xe9\n",
    );
    site.write(
        "content/faultshire/texts/decomposed.md",
        "+++\ntitle = \"Decomposed\"\n+++\nA cafe\u{301}.\n",
    );
}

#[cfg(unix)]
#[test]
fn all_faults_are_told_in_one_run_each_in_its_place() {
    let site = site("twenty-faults");
    add_files_of_the_machine(&site);
    let runs = [("expected", "2026-07-15")];
    let found = case("twenty-faults", &site, &runs, &["expected"]);
    let codes: BTreeSet<&str> = found[0]
        .problems()
        .iter()
        .map(|one| one["code"].as_str().unwrap())
        .collect();
    assert!(
        codes.len() >= 30,
        "{} sorts of fault: {codes:?}",
        codes.len()
    );

    same_places_in_sarif(&site, &found[0]);
}

/// SARIF holds the same problems, in the same order, at the same places.
#[cfg(unix)]
fn same_places_in_sarif(site: &Site, found: &Found) {
    let ran = site.run(&["check", "--as-at", "2026-07-15", "--format", "sarif"]);
    let log: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let results = log["runs"][0]["results"].as_array().unwrap();
    let rules: BTreeSet<&str> = log["runs"][0]["tool"]["driver"]["rules"]
        .as_array()
        .unwrap()
        .iter()
        .map(|rule| rule["id"].as_str().unwrap())
        .collect();
    assert_eq!(results.len(), found.problems().len());
    for (one, result) in found.problems().iter().zip(results) {
        assert_eq!(one["severity"], result["level"]);
        assert_eq!(one["code"], result["ruleId"]);
        assert!(
            rules.contains(result["ruleId"].as_str().unwrap()),
            "{result} has a rule"
        );
        let message = result["message"]["text"].as_str().unwrap();
        assert!(message.starts_with(one["message"].as_str().unwrap()));
        let place = &result["locations"][0]["physicalLocation"];
        let Some(file) = one["file"].as_str() else {
            assert!(place.is_null());
            continue;
        };
        assert_eq!(
            unescaped(place["artifactLocation"]["uri"].as_str().unwrap()),
            file
        );
        assert_eq!(one["line"], place["region"]["startLine"]);
        assert_eq!(one["column"], place["region"]["startColumn"]);
        if let Some(marked) = one["text"].as_str() {
            let line = one["line"].as_u64().unwrap() + marked.matches('\n').count() as u64;
            let last = marked.rsplit('\n').next().unwrap().chars().count() as u64;
            let column = match marked.contains('\n') {
                true => last + 1,
                false => one["column"].as_u64().unwrap() + last,
            };
            assert_eq!(place["region"]["endLine"], line, "{result}");
            assert_eq!(place["region"]["endColumn"], column, "{result}");
        }
    }
}

#[cfg(unix)]
fn unescaped(uri: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = uri;
    while let Some((plain, after)) = rest.split_once('%') {
        bytes.extend(plain.bytes());
        bytes.push(u8::from_str_radix(&after[..2], 16).unwrap());
        rest = &after[2..];
    }
    bytes.extend(rest.bytes());
    String::from_utf8(bytes).unwrap()
}

// ---------------------------------------------------------------------------------------------
// Windows

/// Turns the texts of a site into what Windows programs save.
fn as_windows_saves_it(site: &Site, with_other_words: bool) {
    for (path, bytes) in site.files("content") {
        let Ok(text) = String::from_utf8(bytes) else {
            continue;
        };
        if path.contains("/files/") {
            continue;
        }
        let mut text = text;
        if with_other_words && path.ends_with(".csv") {
            text = as_a_british_spreadsheet(&text);
        } else if with_other_words && path.ends_with(".md") {
            text = with_backslash_links(&text);
        }
        let text = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        site.write(&format!("content/{path}"), text);
    }
}

/// Semicolons between cells, and days as 29/06/2026.
fn as_a_british_spreadsheet(text: &str) -> String {
    let mut out = String::new();
    let mut is_quoted = false;
    for character in text.chars() {
        is_quoted ^= character == '"';
        out.push(if character == ',' && !is_quoted {
            ';'
        } else {
            character
        });
    }
    let cell = |cell: &str| match cell.split('-').collect::<Vec<_>>()[..] {
        [year, month, day] if year.len() == 4 && day.len() == 2 => format!("{day}/{month}/{year}"),
        _ => cell.to_owned(),
    };
    let lines = out
        .lines()
        .map(|line| line.split(';').map(cell).collect::<Vec<_>>().join(";"));
    lines.map(|line| line + "\n").collect()
}

fn with_backslash_links(text: &str) -> String {
    let mut out = String::new();
    for (at, part) in text.split("](").enumerate() {
        if at == 0 {
            out.push_str(part);
            continue;
        }
        out.push_str("](");
        let (link, rest) = part.split_once(')').unwrap();
        let is_file = !link.contains(':') && !link.ends_with('/');
        out.push_str(&if is_file {
            link.replace('/', "\\")
        } else {
            link.to_owned()
        });
        out.push(')');
        out.push_str(rest);
    }
    out
}

#[test]
fn windows_and_unix_give_the_same_site() {
    let unix = site("clean");
    let windows = site("clean");
    fs::remove_dir_all(windows.at("published")).unwrap();
    copy_folder(&unix.at("published"), &windows.at("published"));
    as_windows_saves_it(&windows, true);
    let csv = windows.read("content/cleanshire/protocol/sign-ups.csv");
    assert!(
        csv.contains("03/07/2026;29/06/2026;\"To look, and to tell\"\r\n"),
        "{csv}"
    );
    let page = windows.read("content/cleanshire/kinship-local-offer/index.md");
    assert!(
        page.contains("](..\\decisions\\2026-06-16-kinship.md)"),
        "{page}"
    );

    assert_eq!(check(&windows, "2026-07-15").lines(), "");
    for one in [&unix, &windows] {
        one.must(&["build", "--drafts"]);
    }
    let (mut left, mut right) = (tree(&unix.at("public")), tree(&windows.at("public")));
    // What changed since the last version differs: there it is the links and the registers.
    for tree in [&mut left, &mut right] {
        tree.retain(|path, _| !path.contains("/changes/draft/") && !path.starts_with(".offerbook"));
    }
    assert!(left.len() > 40, "{} pages", left.len());
    assert_same_tree(&left, &right, "Unix and Windows");
}

#[test]
fn line_ends_and_a_byte_order_mark_are_no_change() {
    let site = Site::empty();
    put_in_place(&folder("clean").join("versions/2026-06-29"), &site);
    site.publish("2026-06-29", "First version.");
    let before = site.files("published");
    as_windows_saves_it(&site, false);
    let ran = site.must(&["publish", "--note", "Saved with another program."]);
    assert!(ran.stdout.contains("Nothing has changed"), "{}", ran.all());
    assert_same_tree(&before, &site.files("published"), "the record");
}
