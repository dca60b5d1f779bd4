//! What readers get: pages of a small site, drawn from a record that is committed beside them.
//!
//! `tests/golden/<site>/expected/` holds the text-bearing part of a page each: its title and what
//! is in `main`, so that a new frame around it changes nothing here. `UPDATE_GOLDEN=1` writes
//! them anew. The record in `published/` was made from `steps/` and stays as it is, as records
//! do; `UPDATE_GOLDEN=record` makes it again, with the same moments and salts.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "in a test, failing is how one says that something is wrong"
)]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::golden::Goldens;
use common::{Site, copy_folder, files, project};
use offerbook::model::{Class, Slug};
use offerbook::output::Workspace;
use offerbook::record::{AuthorityFolder, Disk, RecordText, Refused, Submission, append};
use offerbook::source::Root;

/// A step in the life of the site: which folder of `steps/`, when the public could read it,
/// when it was recorded, and what was said of it.
struct Step {
    folder: &'static str,
    stated: Option<&'static str>,
    recorded: &'static str,
    class: Class,
    note: &'static str,
}

const STEPS: [Step; 5] = [
    Step {
        folder: "1",
        stated: Some("2026-02-02"),
        recorded: "2026-03-02T09:00:00Z",
        class: Class::Update,
        note: "First version, as it was on our old website.",
    },
    Step {
        folder: "2",
        stated: None,
        recorded: "2026-03-02T10:30:00Z",
        class: Class::Update,
        note: "First version.",
    },
    Step {
        folder: "3",
        stated: None,
        recorded: "2026-07-01T08:15:30Z",
        class: Class::Update,
        note: "What you told us in spring is in it: quicker answers, and more money for older children.",
    },
    Step {
        folder: "4",
        stated: None,
        recorded: "2026-07-20T12:00:00Z",
        class: Class::Correction,
        note: "Carers Together meets on Tuesdays: we had the day wrong. There is an easy read version now.",
    },
    Step {
        folder: "5",
        stated: None,
        recorded: "2026-08-03T23:30:00Z",
        class: Class::Update,
        note: "NHS Smallshire has signed.",
    },
];

/// The pages that are looked at.
const PAGES: [&str; 22] = [
    "index.html",
    "kinds/kinship-local-offer/index.html",
    "smallshire/index.html",
    "smallshire/as-at/index.html",
    "smallshire/as-at/2026-07-01/index.html",
    "smallshire/concordat/index.html",
    "smallshire/concordat/changes/2026-08-04/index.html",
    "smallshire/coverage/index.html",
    "smallshire/decisions/index.html",
    "smallshire/decisions/2026-06-16-kinship/index.html",
    "smallshire/feed.xml",
    "smallshire/kinship-local-offer/index.html",
    "smallshire/kinship-local-offer/changes/2026-07-01/index.html",
    "smallshire/kinship-local-offer/changes/2026-07-20/index.html",
    "smallshire/kinship-local-offer/easy-read/index.html",
    "smallshire/kinship-local-offer/housing/index.html",
    "smallshire/kinship-local-offer/money/index.html",
    "smallshire/kinship-local-offer/print/index.html",
    "smallshire/kinship-local-offer/versions/index.html",
    "smallshire/kinship-local-offer/versions/2026-02-02/money/index.html",
    "smallshire/sign-ups/index.html",
    "smallshire/supports/kinship-allowance/index.html",
];

fn folder() -> PathBuf {
    project().join("tests/golden/smallshire")
}

/// Puts what a step changes over what was there.
fn take(step: &Step, site: &Site) {
    let from = folder().join("steps").join(step.folder);
    copy_folder(&from.join("content"), &site.at("content"));
    for path in fs::read_to_string(from.join("removed.txt"))
        .unwrap_or_default()
        .lines()
    {
        site.remove(path);
    }
}

fn settings(site: &Site) {
    fs::copy(
        folder().join("site-config.toml"),
        site.at("site-config.toml"),
    )
    .unwrap();
}

/// The site as it stands after its last step, with its record.
fn site() -> Site {
    let site = Site::empty();
    settings(&site);
    for step in &STEPS {
        take(step, &site);
    }
    copy_folder(&folder().join("published"), &site.at("published"));
    site
}

#[test]
fn pages_say_what_they_have_to() {
    make_record_if_asked();
    let site = site();
    site.must(&["build"]);
    let mut goldens = Goldens::new(&folder().join("expected"));
    for page in PAGES {
        let text = site.read(&format!("public/{page}"));
        goldens.check(page, &text_bearing(page, &text));
    }
    goldens.finish(|_| true);
}

#[test]
fn the_record_holds_what_the_steps_say() {
    make_record_if_asked();
    let site = site();
    let ran = site.must(&[
        "publish",
        "--dry-run",
        "--note",
        "Nothing is left to publish.",
    ]);
    assert!(ran.stdout.contains("Nothing has changed"), "{}", ran.all());
    for (publication, versions) in [("kinship-local-offer", 3), ("concordat", 2)] {
        let ran = site.must(&["history", &format!("smallshire/{publication}")]);
        let notes = ran
            .stdout
            .lines()
            .filter(|line| !line.starts_with(' ') && !line.is_empty());
        assert_eq!(notes.count(), versions, "{}", ran.stdout);
    }
    // What was recorded in the evening of 3 August UTC was published on 4 August in London.
    assert!(
        site.at("published/smallshire/publications/concordat/2026-08-04")
            .is_dir()
    );
}

/// The title, and what is in `main`, with a line for each element that starts one.
fn text_bearing(name: &str, text: &str) -> String {
    if !name.ends_with(".html") {
        return text.to_owned();
    }
    let inside = |start: &str, end: &str| {
        let (_, rest) = text
            .split_once(start)
            .unwrap_or_else(|| panic!("{name} has {start}"));
        let rest = rest.split_once('>').unwrap().1;
        rest.split_once(end)
            .unwrap_or_else(|| panic!("{name} has {end}"))
            .0
    };
    let mut out = format!("title: {}\n\n", inside("<title", "</title>"));
    let mut rest = inside("<main", "</main>").trim();
    while let Some(at) = rest.find('<') {
        let tag: String = rest[at + 1..]
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        out.push_str(&rest[..at]);
        if BLOCKS.contains(&tag.as_str()) && !out.ends_with('\n') {
            out.push('\n');
        }
        out.push('<');
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
    let out = without_digests(&out);
    let lines = out
        .lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty());
    lines.map(|line| format!("{line}\n")).collect()
}

/// Names of static files hold a part of their digests: which, is no matter here.
fn without_digests(text: &str) -> String {
    let mut out = String::new();
    let mut parts = text.split("static/");
    out.push_str(parts.next().unwrap());
    for part in parts {
        out.push_str("static/");
        match part.splitn(3, '.').collect::<Vec<_>>()[..] {
            [name, digest, rest] if digest.len() == 10 => {
                out.push_str(&format!("{name}.DIGEST.{rest}"));
            }
            _ => out.push_str(part),
        }
    }
    out
}

const BLOCKS: [&str; 26] = [
    "article",
    "aside",
    "blockquote",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "hr",
    "li",
    "nav",
    "ol",
    "p",
    "section",
    "summary",
    "table",
    "tbody",
    "thead",
    "tr",
    "ul",
];

// ---------------------------------------------------------------------------------------------
// The record

/// Makes the committed record again, where that is asked for.
fn make_record_if_asked() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        if std::env::var_os("UPDATE_GOLDEN").is_some_and(|value| value == "record") {
            make_record();
        }
    });
}

fn make_record() {
    let site = Site::empty();
    settings(&site);
    for (number, step) in STEPS.iter().enumerate() {
        take(step, &site);
        record(site.path(), step, number);
    }
    let target = folder().join("published");
    if target.exists() {
        fs::remove_dir_all(&target).unwrap();
    }
    copy_folder(&site.at("published"), &target);
    assert!(files(&target).len() > 30);
}

/// Adds every publication that a step changes to the record.
fn record(site: &Path, step: &Step, number: usize) {
    let root = Root::new(site);
    let (workspace, problems) = Workspace::read(root.clone());
    assert!(!problems.has_errors(), "{problems:?}");
    let slug = Slug::new("smallshire").unwrap();
    let parts = workspace.authority(&slug);
    for (place, content) in parts.content.publications.iter().enumerate() {
        let submission = Submission {
            publication: &content.publication,
            files: &content.files,
            attachments: &content.attachments,
            class: step.class,
            note: step.note,
            because: None,
            approved_by: None,
            stated: step.stated.map(|moment| moment.parse().unwrap()),
            now: step.recorded.parse().unwrap(),
            not_before: None,
            is_back: false,
            salt: format!("{:064x}", number * 100 + place),
        };
        let versions = parts.record.of(&content.publication.slug);
        let versions: Vec<&RecordText> = versions.iter().map(|one| &one.record).collect();
        match submission.record(&versions) {
            Ok(record) => {
                let folder = AuthorityFolder::new(&root, &slug);
                append(&Disk::new(), &folder, &submission, &record).unwrap();
            }
            Err(Refused::Unchanged) => {}
            Err(refused) => panic!("{}: {refused:?}", content.publication.slug),
        }
    }
}
