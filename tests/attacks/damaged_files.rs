//! Files that are cut off, folders that cannot be written, records that others are writing to.

use std::fs::{self, OpenOptions};

use super::sealed::{LOG, RECORD, Sealed, cosigned, holds, is_noticed, log_of, root, says_no};
use crate::common::Site;
use offerbook::log::SignerKey;

/// A record that has every sort of file in its log.
fn with_everything() -> Sealed {
    let sealed = Sealed::new();
    let site = &sealed.site;
    let witness = SignerKey::witness("witness.example", [3; 32]).unwrap();
    let text = cosigned(site, |text| witness.cosign(text, 1_900_000_000));
    sealed.outside.write("cosigned", text);
    let known = witness.verifier().to_string();
    let file = sealed.elsewhere("cosigned");
    site.must(&["stamp", "import", "northshire", &file, "--witness", &known]);
    let other = SignerKey::new("other.example/record", [9; 32]).unwrap();
    let mut checkpoint = log_of(site).latest().unwrap().signed.checkpoint.clone();
    checkpoint.origin = "other.example/record".to_owned();
    let foreign = checkpoint.sign(&[&other]).to_string();
    sealed.outside.write("foreign", foreign);
    let file = sealed.elsewhere("foreign");
    let known = other.verifier().to_string();
    site.must(&["observe", "northshire", &file, "--key", &known]);
    let (old, new) = (sealed.elsewhere("key"), sealed.elsewhere("new"));
    site.must(&[
        "key",
        "rotate",
        "northshire",
        "--reason",
        "Staff left.",
        "--key",
        &old,
        "--out",
        &new,
    ]);
    site.must(&["seal", "northshire", "--key", &new]);
    site.must(&[
        "withdraw",
        "northshire/concordat",
        "--reason",
        "Replaced.",
        "--by",
        "The Director",
    ]);
    sealed
}

#[test]
fn a_file_of_the_log_that_is_cut_off_is_noticed() {
    let sealed = with_everything();
    holds(&sealed.site, &["verify"], "whole");
    let new = sealed.elsewhere("new");
    let mut seen = 0;
    for (name, bytes) in sealed.site.files(RECORD) {
        let is_setting =
            name.ends_with("policy") || name.contains("/.git") || name.starts_with('.');
        let is_of_log = name.starts_with("log/") || name.starts_with("notices/");
        if !is_of_log || name.ends_with(".lock") || is_setting {
            continue;
        }
        seen += 1;
        for length in [0, 1, bytes.len() / 2, bytes.len() - 1] {
            let path = format!("{RECORD}/{name}");
            let what = format!("{name} cut off at {length} of {}", bytes.len());
            let site = sealed.after(|site| site.write(&path, &bytes[..length]));
            // The name alone, with or without its line end, is the same name.
            if name == "log/origin" && length == bytes.len() - 1 {
                continue;
            }
            if name == "log/vkey" && length == bytes.len() - 1 {
                continue;
            }
            is_noticed(&site, &["verify"], &[&path], &what);
            let before = site.files(RECORD);
            let ran = site.run(&["seal", "northshire", "--key", &new]);
            says_no(&ran, &[], &what);
            assert!(before == site.files(RECORD), "nothing is written: {what}");
        }
    }
    assert!(seen >= 12, "{seen} files");
}

#[test]
fn a_file_of_the_log_that_is_no_text_is_noticed() {
    let sealed = with_everything();
    for (name, _) in sealed.site.files(LOG) {
        if name.ends_with(".lock") || name == ".gitignore" {
            continue;
        }
        let path = format!("{LOG}/{name}");
        let site = sealed.after(|site| site.write(&path, [0xff, 0xfe, 0x00, 0x41]));
        is_noticed(&site, &["verify"], &[&path], &name);
    }
}

#[test]
fn a_seal_that_was_interrupted_is_told_and_finished() {
    let sealed = Sealed::new();
    let latest = format!("{LOG}/checkpoints/000003");
    let text = sealed.site.read(&latest);
    let site = sealed.after(|site| site.remove(&latest));
    let said = holds(&site, &["verify"], "interrupted");
    let words = "Whether the last 1 entry will stay: no checkpoint covers what comes last. A seal \
                 was interrupted; run `offerbook seal` again.";
    assert!(said.contains(words), "{said}");
    assert_eq!(sealed.try_seal(&site).code, Some(0));
    assert_eq!(site.read(&latest), text, "the same checkpoint");
}

#[test]
fn a_record_that_another_program_holds_is_left_alone() {
    let sealed = Sealed::new();
    sealed.change("rent and bills", "bills");
    let site = &sealed.site;
    site.publish("2026-04-04", "Less help.");
    sealed.change("bills", "food");
    let held = OpenOptions::new()
        .write(true)
        .open(site.at(&format!("{LOG}/.lock")))
        .unwrap();
    held.try_lock().unwrap();
    let before = site.files(RECORD);
    let key = sealed.elsewhere("key");
    let notice = ["--reason", "Replaced.", "--by", "The Director"];
    let withdraw = [&["withdraw", "northshire/offer"][..], &notice].concat();
    let redact = [
        &[
            "redact",
            "northshire/offer",
            "2026-02-02",
            "--page",
            "housing",
            "--here-only",
        ][..],
        &notice,
    ]
    .concat();
    for arguments in [
        &["publish", "--note", "More."][..],
        &["seal", "northshire", "--key", &key],
        &withdraw,
        &redact,
    ] {
        let words =
            ["Another offerbook is adding to the record of northshire. Wait until it has ended"];
        says_no(&site.run(arguments), &words, arguments[0]);
        assert!(before == site.files(RECORD), "{}", arguments[0]);
    }
    holds(site, &["verify"], "reading needs no lock");
    drop(held);
    site.must(&["publish", "--note", "More."]);
    sealed.seal();
    holds(site, &["verify"], "afterwards");
}

/// Puts a file where a folder should be, so that nothing can be written there: permissions do not
/// bind everyone.
fn block(site: &Site, path: &str) {
    let _ = fs::remove_dir_all(site.at(path));
    site.write(path, "");
}

#[test]
fn a_version_that_cannot_be_written_is_told_and_nothing_is_lost() {
    let sealed = Sealed::new();
    let site = &sealed.site;
    site.write(
        "content/northshire/protocol.md",
        crate::common::sample::first_page("Protocol", "We work together."),
    );
    let blocked = format!("{RECORD}/publications/protocol");
    block(site, &blocked);
    let before = site.files(RECORD);
    let ran = site.run(&["publish", "--note", "First version."]);
    let words = [
        "northshire/protocol is not published:",
        "What was published before is whole; publish again once that is mended.",
    ];
    says_no(&ran, &words, "publish");
    assert!(before == site.files(RECORD), "nothing else is written");
    site.remove(&blocked);
    site.must(&["publish", "--note", "First version."]);
    sealed.seal();
    holds(site, &["verify"], "afterwards");
}

#[test]
fn an_entry_that_cannot_be_written_is_written_later() {
    let sealed = Sealed::new();
    let site = &sealed.site;
    sealed.change("rent and bills", "bills");
    let blocked = format!("{LOG}/pending");
    block(site, &blocked);
    let ran = site.run(&["publish", "--note", "Less help."]);
    says_no(&ran, &["publish again once that is mended."], "publish");
    site.remove(&blocked);
    site.must(&["publish", "--note", "Less help."]);
    sealed.seal();
    let log = log_of(site);
    assert_eq!(log.entries.len(), 4, "nothing is lost, nothing is twice");
    holds(site, &["verify"], "afterwards");
}

#[test]
fn a_seal_that_cannot_be_written_is_told_and_finished_later() {
    let sealed = Sealed::with_key();
    let site = &sealed.site;
    site.publish("2026-02-02", "First version.");
    for part in ["entries", "checkpoints"] {
        let blocked = format!("{LOG}/{part}");
        block(site, &blocked);
        let words = [
            "northshire is not sealed.",
            "What was recorded is whole; seal again once that is mended.",
        ];
        says_no(&sealed.try_seal(site), &words, part);
        site.remove(&blocked);
        holds(site, &["verify"], part);
    }
    sealed.seal();
    let said = holds(site, &["verify"], "afterwards");
    assert!(said.contains("The signature of 1 checkpoint."), "{said}");
    let (record, problems) =
        offerbook::record::read_record(&root(site), &super::sealed::northshire());
    assert!(problems.is_empty() && record.versions.len() == 2);
}
