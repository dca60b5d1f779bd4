//! A clock that was set back: as far as the record can tell, what is in it comes from the future.

use std::fs;

use offerbook::log::{Entry, EntryKind};
use offerbook::model::{Notice, NoticeSays, Slug};
use offerbook::record::{Disk, NoticeText, RecordText, give_notice};
use offerbook::source::digest;

use super::sealed::{
    FIRST, LAST, LOG, RECORD, Sealed, folder, holds, moment, northshire, says_no, sign_anew,
};
use crate::common::Site;

const BEHIND: &str = "clock of this computer is behind";
const LATER: &str = "2099-05-05T09:00:00Z";
const EARLIER: &str = "2026-05-05T09:00:00Z";

/// Adds a notice of another moment.
fn with_notice(sealed: &Sealed, recorded: &str) -> Site {
    sealed.after(|site| {
        let notice = Notice {
            publication: Slug::new("concordat").unwrap(),
            recorded: moment(recorded),
            by: "The Director".to_owned(),
            reason: "Replaced.".to_owned(),
            says: NoticeSays::Withdrawn,
        };
        let text = NoticeText {
            authority: northshire(),
            notice,
            salt: "0".repeat(64),
        };
        give_notice(&Disk::new(), &folder(site), &text).unwrap();
    })
}

/// Makes the last version one that was recorded in the future, entry and all.
fn recorded_later(sealed: &Sealed, is_sealed: bool) -> Site {
    sealed.after(|site| {
        let path = format!("{LAST}/record.txt");
        let mut record: RecordText = site.read(&path).parse().unwrap();
        record.recorded = moment(LATER);
        site.write(&path, record.to_text());
        let entry = format!("{LOG}/entries/000/002.txt");
        let mut one: Entry = site.read(&entry).parse().unwrap();
        if is_sealed {
            one.recorded = moment(LATER);
            one.record = digest(record.to_text().as_bytes());
            site.write(&entry, one.to_string());
            sign_anew(site, &sealed.signer());
        } else {
            site.remove(&entry);
            fs::remove_file(site.at(&format!("{LOG}/checkpoints/000003"))).unwrap();
        }
    })
}

#[test]
fn nothing_is_recorded_while_the_clock_is_behind() {
    let sealed = Sealed::new();
    sealed.change("rent and bills", "bills");
    let site = recorded_later(&sealed, true);
    holds(&site, &["verify"], "in the future");
    let before = site.files(RECORD);
    let why = ["--reason", "Replaced.", "--by", "The Director"];
    for arguments in [
        &["publish", "--note", "Less help."][..],
        &["publish", "--at", "2026-04-04", "--note", "Less help."],
        &[&["withdraw", "northshire/offer"][..], &why].concat(),
        &[&["withdraw", "northshire/concordat"][..], &why].concat(),
        &[
            &["move", "northshire/concordat", "https://other.example/"][..],
            &why,
        ]
        .concat(),
        &[
            &[
                "redact",
                "northshire/offer",
                "2026-02-02",
                "--page",
                "housing",
            ][..],
            &why,
        ]
        .concat(),
    ] {
        let words = [BEHIND, LATER, "Set the clock right, then"];
        says_no(&site.run(arguments), &words, &arguments.join(" "));
        assert!(before == site.files(RECORD), "{}", arguments.join(" "));
    }
    assert_eq!(sealed.try_seal(&site).code, Some(1), "nor sealed");
    assert!(before == site.files(RECORD), "nothing is written");
}

#[test]
fn nothing_is_sealed_that_waits_from_the_future() {
    let sealed = Sealed::new();
    let site = recorded_later(&sealed, false);
    let words = [
        "northshire is not sealed. The clock of this computer is behind: something was recorded at",
        LATER,
        "Set the clock right, then seal again.",
    ];
    says_no(&sealed.try_seal(&site), &words, "seal");
    assert!(!site.at(&format!("{LOG}/checkpoints/000003")).exists());
}

#[test]
fn nothing_is_recorded_before_a_notice_that_waits() {
    let sealed = Sealed::new();
    let site = with_notice(&sealed, LATER);
    site.replace("content/northshire/offer/housing.md", "bills", "food");
    let before = site.files(RECORD);
    let ran = site.run(&["publish", "northshire/offer", "--note", "Less help."]);
    says_no(&ran, &[BEHIND, LATER], "publish");
    assert!(before == site.files(RECORD), "nothing is written");
}

#[test]
fn nothing_is_withheld_before_a_notice_that_waits() {
    let sealed = Sealed::new();
    let site = with_notice(&sealed, LATER);
    let before = site.files(RECORD);
    let ran = site.run(&[
        "redact",
        "northshire/offer",
        "2026-02-02",
        "--page",
        "index",
        "--here-only",
        "--reason",
        "A name.",
        "--by",
        "The Director",
    ]);
    says_no(&ran, &[BEHIND, LATER], "redact");
    assert!(before == site.files(RECORD), "nothing is written");
}

#[test]
fn nothing_is_added_to_the_log_while_the_clock_is_behind() {
    let sealed = Sealed::new();
    let site = recorded_later(&sealed, true);
    let before = site.files(RECORD);
    let (old, new) = (sealed.elsewhere("key"), sealed.elsewhere("new"));
    let ran = site.run(&[
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
    says_no(&ran, &[BEHIND, LATER], "rotate");
    let other = Sealed::other_signer();
    let mut checkpoint = super::sealed::log_of(&site)
        .latest()
        .unwrap()
        .signed
        .checkpoint
        .clone();
    checkpoint.origin = "other.example/record".to_owned();
    let signer = offerbook::log::SignerKey::new("other.example/record", [9; 32]).unwrap();
    sealed
        .outside
        .write("foreign", checkpoint.sign(&[&signer]).to_string());
    let (file, known) = (sealed.elsewhere("foreign"), signer.verifier().to_string());
    let ran = site.run(&["observe", "northshire", &file, "--key", &known]);
    says_no(&ran, &[BEHIND, LATER], "observe");
    assert!(
        before == site.files(RECORD),
        "{other:?}: nothing is written"
    );
}

#[test]
fn what_was_recorded_earlier_elsewhere_gets_no_earlier_time() {
    let sealed = Sealed::new();
    let latest = super::sealed::log_of(&sealed.site).latest_recorded();
    let site = with_notice(&sealed, EARLIER);
    assert_eq!(sealed.try_seal(&site).code, Some(0));
    let log = super::sealed::log_of(&site);
    let last = &log.entries.last().unwrap().entry;
    assert_eq!(last.kind, EntryKind::Withdraw);
    assert!(Some(last.recorded) == latest && last.recorded > moment(EARLIER));
    holds(&site, &["verify"], FIRST);
}
