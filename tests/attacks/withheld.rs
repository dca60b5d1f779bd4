//! Texts that had to be withheld.

use std::fs;

use super::sealed::{FIRST, LAST, RECORD, Sealed, holds, is_noticed, says_no};
use crate::common::{Ran, Site, copy_folder};

const NAME: &str = "Jane Nobody";
const WHY: [&str; 4] = ["--reason", "A name.", "--by", "The Director"];
const WITHHELD: &str = "is withheld, by notices that the log holds";

/// A record in which a name stands in two versions, and does not stand in the sources any more.
fn named() -> Sealed {
    let sealed = Sealed::with_key();
    sealed.change("We help with rent.", "Ask Jane\nNobody for help with rent.");
    sealed.site.publish("2026-02-02", "First version.");
    sealed.seal();
    sealed.change("help with rent", "help with bills");
    sealed
        .site
        .publish("2026-03-03", "Jane Nobody helps with bills.");
    sealed.change("Ask Jane\nNobody", "Ask us");
    sealed.site.publish("2026-04-04", "Whom to ask.");
    sealed.seal();
    sealed.site.must(&["build"]);
    sealed
}

fn redact(site: &Site, version: &str, how: &[&str]) -> Ran {
    site.run(&[&["redact", "northshire/offer", version][..], how, &WHY].concat())
}

/// Files in which the words stand, however they are broken into lines.
fn standing(site: &Site, folder: &str) -> Vec<String> {
    let found = site.files(folder).into_iter().filter(|(path, bytes)| {
        let text = format!("{path} {}", String::from_utf8_lossy(bytes));
        let text = text.replace("&#32;", " ").replace(['-', '+', '_'], " ");
        let words: Vec<&str> = text.split_whitespace().collect();
        words
            .join(" ")
            .to_lowercase()
            .contains(&NAME.to_lowercase())
    });
    found.map(|(path, _)| path).collect()
}

#[test]
fn what_is_withheld_is_told_and_does_not_fail() {
    let sealed = named();
    let site = &sealed.site;
    assert!(!standing(site, "public").is_empty() && !standing(site, RECORD).is_empty());
    let ran = redact(site, "2026-02-02", &["--text", NAME]);
    let words = [
        "Nothing is withheld yet.",
        "offer 2026-03-03: body/housing.html",
        "its note",
    ];
    says_no(&ran, &words, "other places");
    let ran = redact(site, "2026-02-02", &["--text", NAME, "--everywhere"]);
    assert_eq!(ran.code, Some(0), "{}", ran.all());
    assert!(
        !ran.all().contains("still stand in content/"),
        "{}",
        ran.all()
    );
    holds(site, &["verify"], "before it is sealed");
    sealed.seal();
    site.must(&["build"]);
    for place in ["published/northshire", "public"] {
        let said = holds(site, &["verify", place], place);
        assert!(
            said.contains(&format!("A part of 2 versions {WITHHELD}")),
            "{said}"
        );
        let none: Vec<String> = Vec::new();
        assert_eq!(standing(site, place), none, "{place}");
    }
    let json = site.must(&["verify", "--format", "json"]).stdout;
    assert_eq!(json.matches("\"part-withheld\"").count(), 2, "{json}");
    let kept = site.read(&format!("{RECORD}/log/checkpoints/000002"));
    sealed.outside.write("kept", kept);
    holds(
        site,
        &["verify", "--against", &sealed.elsewhere("kept")],
        "against",
    );
    // Once and for all.
    site.must(&["build"]);
    assert!(standing(site, "public").is_empty());
}

#[test]
fn what_is_withheld_in_one_version_only_stays_in_the_other() {
    let sealed = named();
    let site = &sealed.site;
    let ran = redact(site, "2026-02-02", &["--text", NAME, "--here-only"]);
    assert_eq!(ran.code, Some(0), "{}", ran.all());
    assert!(ran.all().contains("is left there"), "{}", ran.all());
    sealed.seal();
    site.must(&["build"]);
    let first = "public/northshire/offer/versions/2026-02-02";
    assert!(
        standing(site, first).is_empty(),
        "{:?}",
        standing(site, first)
    );
    for place in ["published/northshire", "public"] {
        let said = holds(site, &["verify", place], place);
        assert!(
            said.contains(&format!("A part of 1 version {WITHHELD}")),
            "{said}"
        );
    }
}

#[test]
fn words_that_would_be_published_again_are_told() {
    let sealed = named();
    sealed.change("Ask us", "Ask Jane Nobody");
    let ran = redact(
        &sealed.site,
        "2026-02-02",
        &["--text", NAME, "--everywhere"],
    );
    for words in [
        "The words still stand in content/. Mend them there, and publish a correction:",
        "content/northshire/offer/housing.md",
    ] {
        assert!(ran.stderr.contains(words), "{words}:\n{}", ran.all());
    }
}

#[test]
fn words_that_stand_nowhere_are_told() {
    let sealed = Sealed::new();
    let before = sealed.site.files(RECORD);
    let ran = redact(&sealed.site, "2026-02-02", &["--text", NAME]);
    says_no(
        &ran,
        &["Those words do not stand in northshire/offer 2026-02-02."],
        "words",
    );
    let ran = redact(&sealed.site, "2026-02-03", &["--all"]);
    let words = ["There is no version 2026-02-03 of northshire/offer. There is: 2026-02-02"];
    says_no(&ran, &words, "version");
    let ran = redact(&sealed.site, "2026-02-02", &["--page", "money"]);
    says_no(&ran, &["This version has no page “money”. It has:"], "page");
    assert!(before == sealed.site.files(RECORD), "nothing is written");
}

#[test]
fn an_old_record_text_brought_back_is_noticed() {
    let sealed = named();
    let path = format!("{FIRST}/record.txt");
    let old = sealed.site.read(&path);
    redact(
        &sealed.site,
        "2026-02-02",
        &["--text", NAME, "--everywhere"],
    );
    sealed.seal();
    let site = sealed.after(|site| site.write(&path, &old));
    let words = [
        "What is recorded is not what is here.",
        "offer/2026-02-02/source/housing.md cannot be read",
    ];
    is_noticed(&site, &["verify"], &words, "record.txt");
}

#[test]
fn a_withheld_text_brought_back_is_noticed() {
    let sealed = named();
    let old = Site::copy_of(&sealed.site.at(FIRST));
    redact(
        &sealed.site,
        "2026-02-02",
        &["--text", NAME, "--everywhere"],
    );
    sealed.seal();
    let site = sealed.after(|site| copy_folder(old.path(), &site.at(FIRST)));
    is_noticed(
        &site,
        &["verify"],
        &["offer 2026-02-02", "withheld"],
        "on disk",
    );
}

#[test]
fn a_withheld_text_brought_back_on_the_site_is_noticed() {
    let sealed = named();
    let first = "public/northshire/offer/versions/2026-02-02";
    let old = Site::copy_of(&sealed.site.at(first));
    redact(
        &sealed.site,
        "2026-02-02",
        &["--text", NAME, "--everywhere"],
    );
    sealed.seal();
    sealed.site.must(&["build"]);
    let site = sealed.after(|site| copy_folder(old.path(), &site.at(first)));
    is_noticed(
        &site,
        &["verify", "public"],
        &["offer/versions/2026-02-02"],
        "on the site",
    );
}

#[test]
fn a_notice_that_was_changed_or_taken_away_is_noticed() {
    let sealed = named();
    redact(
        &sealed.site,
        "2026-02-02",
        &["--text", NAME, "--everywhere"],
    );
    sealed.seal();
    let notice = super::sealed::find(
        &sealed.site,
        &format!("{RECORD}/notices"),
        "2026-02-02.redact.",
    );
    let site = sealed.after(|site| site.replace(&notice, "A name.", "No name."));
    let words = [
        "is not what an entry of the log says: it was changed or put in",
        "the text of entry",
    ];
    is_noticed(&site, &["verify"], &words, "changed");
    let site = sealed.after(|site| site.remove(&notice));
    let words = [
        "(redact) is missing or was changed",
        "offer 2026-02-02: its record.txt is not the one that the log names",
    ];
    is_noticed(&site, &["verify"], &words, "gone");
}

#[test]
fn two_parts_withheld_in_one_second_are_both_recorded() {
    let sealed = Sealed::new();
    for _ in 0..3 {
        let site = sealed.after(|_| {});
        for page in ["housing", "index"] {
            let how = ["--page", page, "--here-only"];
            let ran = redact(&site, "2026-02-02", &how);
            assert_eq!(ran.code, Some(0), "{}", ran.all());
        }
        holds(&site, &["verify"], "two notices");
        let notices = site.files(&format!("{RECORD}/notices"));
        assert_eq!(notices.len(), 2, "{:?}", notices.keys());
    }
}

#[test]
fn a_whole_version_can_be_withheld() {
    let sealed = Sealed::new();
    let site = &sealed.site;
    let ran = redact(site, "2026-03-03", &["--all", "--here-only"]);
    assert_eq!(ran.code, Some(0), "{}", ran.all());
    sealed.seal();
    site.must(&["build"]);
    for place in ["published/northshire", "public"] {
        let said = holds(site, &["verify", place], place);
        assert!(said.contains(WITHHELD), "{said}");
    }
    let left: Vec<_> = fs::read_dir(site.at(LAST)).unwrap().collect();
    let files = site.files(LAST);
    assert_eq!(
        files.into_keys().collect::<Vec<_>>(),
        ["record.txt"],
        "{left:?}"
    );
}
