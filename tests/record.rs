//! The record: it only grows, it is told when somebody has changed it, and old versions say what
//! they said.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "in a test, failing is how one says that something is wrong"
)]

mod common;

use common::rng::Rng;
use common::{Site, assert_same_tree, sample, tree};
use sha2::{Digest, Sha256};

/// Every file of every version is there, with the digest and size that the record says.
fn is_whole(site: &Site) -> usize {
    let mut versions = 0;
    let all = site.files("published");
    for (path, bytes) in &all {
        let Some(folder) = path.strip_suffix("/record.txt") else {
            continue;
        };
        versions += 1;
        let authority = path.split('/').next().unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        let listed = text.lines().filter_map(|line| line.split_once(": sha256:"));
        let mut names = vec!["record.txt".to_owned()];
        for (role, rest) in listed {
            let [digest, size, name] = rest.splitn(3, ' ').collect::<Vec<_>>()[..] else {
                panic!("{path}: {rest}");
            };
            let stored = match role {
                "attachment" => {
                    let ending = name
                        .rsplit_once('.')
                        .map_or(String::new(), |(_, end)| format!(".{end}"));
                    format!("{authority}/files/{digest}{ending}")
                }
                _ => {
                    names.push(name.to_owned());
                    format!("{folder}/{name}")
                }
            };
            let bytes = all
                .get(&stored)
                .unwrap_or_else(|| panic!("{path} lists {stored}"));
            assert_eq!(sha256(bytes), digest, "{stored}");
            assert_eq!(bytes.len().to_string(), size, "{stored}");
        }
        let have = all
            .keys()
            .filter_map(|have| have.strip_prefix(folder)?.strip_prefix('/'));
        names.sort();
        assert_eq!(
            have.collect::<Vec<_>>(),
            names,
            "nothing else is in {folder}"
        );
        let entries = all.iter().filter(|(have, bytes)| {
            have.starts_with(&format!("{authority}/log/"))
                && String::from_utf8_lossy(bytes)
                    .contains(&format!("record: sha256:{}\n", sha256(text.as_bytes())))
        });
        assert_eq!(entries.count(), 1, "{path} has one entry in the log");
    }
    versions
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[test]
fn nothing_that_was_recorded_ever_changes() {
    let mut made = 0;
    for seed in 100..104 {
        let mut rng = Rng::new(seed);
        let site = sample::site();
        site.must(&["publish", "--note", "First version."]);
        let mut before = site.files("published");
        let mut versions = is_whole(&site);
        for _ in 0..10 {
            let said = sample::edit(&site, &mut rng);
            for authority in ["northshire", "southshire"] {
                site.run(&["publish", authority, "--note", "Something has changed."]);
            }
            site.run(&["build"]);
            let after = site.files("published");
            for (path, bytes) in &before {
                assert!(
                    after.get(path) == Some(bytes),
                    "seed {seed}, {said}: {path} stays as it was"
                );
            }
            let now = is_whole(&site);
            assert!(now >= versions, "seed {seed}, {said}: versions only come");
            made += now - versions;
            (before, versions) = (after, now);
        }
    }
    assert!(made >= 10, "{made} versions were made");
}

#[test]
fn a_damaged_record_leaves_the_site_and_says_where() {
    let site = sample::site();
    site.publish("2026-02-02", "First version.");
    site.must(&["build"]);
    let before = tree(&site.at("public"));
    let version = "published/northshire/publications/offer/2026-02-02";
    for path in [
        format!("{version}/body/housing.html"),
        format!("{version}/source/index.md"),
        format!("{version}/record.txt"),
    ] {
        let text = site.read(&path);
        site.write(&path, text.replacen('e', "E", 1));
        let ran = site.run(&["build"]);
        assert_eq!(ran.code, Some(1), "{path}\n{}", ran.all());
        assert!(
            ran.stderr.contains("error[record-damaged]"),
            "{}",
            ran.stderr
        );
        assert!(ran.stderr.contains(&path), "{path} in {}", ran.stderr);
        assert_same_tree(&before, &tree(&site.at("public")), &path);
        site.write(&path, text);
    }
    let stored: Vec<String> = site
        .files("published/northshire/files")
        .into_keys()
        .collect();
    assert_eq!(stored.len(), 1);
    let path = format!("published/northshire/files/{}", stored[0]);
    let text = site.read(&path);
    site.write(&path, "Another summary.\n");
    let ran = site.run(&["build"]);
    assert_eq!(
        ran.code,
        Some(1),
        "an attachment that was changed: {}",
        ran.all()
    );
    assert_same_tree(&before, &tree(&site.at("public")), &path);
    site.write(&path, text);
    assert!(site.must(&["build"]).stdout.contains(": 0 files written"));
}

// ---------------------------------------------------------------------------------------------
// Old versions say what they said

#[test]
fn a_recorded_body_is_shown_and_never_made_again() {
    let site = Site::new();
    council(&site, "oldshire");
    record_by_hand(
        &site,
        "oldshire",
        "2019-01-02",
        None,
        "<p>A mark that <b>no</b> renderer of today would make: €½.",
    );
    record_by_hand(
        &site,
        "oldshire",
        "2020-01-02",
        Some("2019-01-02"),
        "<p id=x>The second mark, as it was then.</p>",
    );
    site.must(&["build"]);
    let newest = site.read("public/oldshire/rule/index.html");
    assert!(
        newest.contains("<p id=x>The second mark, as it was then.</p>"),
        "{newest}"
    );
    let oldest = site.read("public/oldshire/rule/versions/2019-01-02/index.html");
    assert!(
        oldest.contains("<p>A mark that <b>no</b> renderer of today would make: €½."),
        "{oldest}"
    );
    for (path, bytes) in site.files("public") {
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            !text.contains("words of the source"),
            "{path} is not made from the source"
        );
    }
}

/// A version as it may have been recorded long ago, with the digests of what it holds.
fn record_by_hand(site: &Site, authority: &str, day: &str, previous: Option<&str>, body: &str) {
    let source = "+++\ntitle = \"Rule\"\nkind = \"policy\"\nsummary = \"A rule.\"\n\
                  review_by = 2020-03-01\n+++\nThe words of the source.\n";
    let folder = format!("published/{authority}/publications/rule/{day}");
    site.write(&format!("{folder}/source/index.md"), source);
    site.write(&format!("{folder}/body/index.html"), body);
    let text = format!(
        "offerbook-record/v1\nauthority: {authority}\npublication: rule\nversion: {day}\n\
         kind: policy\ntitle: Rule\nclass: update\npublished: {day}T09:00:00Z\n\
         published-basis: recorded\nrecorded: {day}T09:00:00Z\nin-force-from: none\n\
         note: By hand.\napproved-by: none\nconsultation: none\nprevious: {}\nsalt: {}\n\
         source: sha256:{} {} source/index.md\nbody: sha256:{} {} body/index.html\n",
        previous.unwrap_or("none"),
        "0".repeat(64),
        sha256(source.as_bytes()),
        source.len(),
        sha256(body.as_bytes()),
        body.len(),
    );
    site.write(&format!("{folder}/record.txt"), text);
}

fn council(site: &Site, slug: &str) {
    site.write(
        &format!("content/{slug}/authority.toml"),
        format!("name = \"{slug}\"\ncode = \"E10999908\"\ntype = \"county\"\n"),
    );
}

// ---------------------------------------------------------------------------------------------
// Days

/// A council that has published nothing for years is the one whose review is overdue.
#[test]
fn every_council_is_judged_on_the_same_day() {
    let site = Site::new();
    for (slug, day) in [("sleepshire", "2019-05-01"), ("wakeshire", "2020-04-01")] {
        council(&site, slug);
        record_by_hand(&site, slug, day, None, "<p>Text.</p>");
    }
    for (arguments, overdue) in [
        (&["build"][..], true),
        (&["build", "--as-at", "2020-05-01"], true),
        (&["build", "--as-at", "2020-03-01"], false),
    ] {
        site.must(arguments);
        for page in [
            "public/sleepshire/rule/index.html",
            "public/kinds/policy/index.html",
        ] {
            let text = site.read(page);
            let says = text.contains("The review was due on 1 March 2020");
            assert_eq!(says, overdue, "{arguments:?}: {page}\n{text}");
        }
    }
    let said = site.must(&["build", "--verbose"]).stdout;
    assert!(said.contains("judged on 1 April 2020"), "{said}");
}

/// What is published now is reviewed a year from now, whenever the version before was due.
#[test]
fn publishing_settles_a_review() {
    let site = sample::site();
    // Of the others, some tell of days that had not come by then.
    let note = ["--at", "2024-02-02", "--note", "First version."];
    site.must(&[&["publish", "northshire/protocol"], &note[..]].concat());
    let page = "content/northshire/protocol.md";
    site.write(page, site.read(page) + "\nMore.\n");
    let overdue = |day: &str| {
        let told = site.must(&["check", "--as-at", day]).stdout;
        told.matches("[review-overdue]").count()
    };
    let before = overdue("2026-02-02");
    assert!(before > 0);
    let ran = site.must(&[
        "publish",
        "northshire/protocol",
        "--at",
        "2026-02-02",
        "--note",
        "Reviewed.",
    ]);
    let said = ran.all();
    assert!(
        !said.contains("[review-overdue]"),
        "publishing settles it: {said}"
    );
    assert_eq!(overdue("2026-02-02"), before - 1);
}

// ---------------------------------------------------------------------------------------------
// Two at once

#[test]
fn two_people_publish_at_once() {
    let site = sample::site();
    for at in 0..30 {
        site.write(
            &format!("content/northshire/offer/page-{at}.md"),
            "+++\ntitle = \"A page\"\n+++\nText.\n",
        );
    }
    let names = ["One.", "Two.", "Three."];
    let running: Vec<_> = names
        .map(|note| {
            let program = site.command(&["publish", "northshire", "--note", note]);
            std::thread::spawn(|| program.finish())
        })
        .into_iter()
        .collect();
    let mut published = 0;
    for ran in running.into_iter().map(|thread| thread.join().unwrap()) {
        match ran.code {
            Some(0) => published += ran.stdout.matches("Published northshire/").count(),
            _ => assert!(
                ran.stderr.contains("Another offerbook is adding"),
                "{}",
                ran.all()
            ),
        }
    }
    assert_eq!(published, 4, "each publication is published once");
    assert_eq!(is_whole(&site), 4);
}
