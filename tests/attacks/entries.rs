//! Entries of the log: changed, taken out, put in, moved.

use std::fs;

use offerbook::log::{Entry, EntryKind};

use super::sealed::{
    CONCORDAT, FIRST, LOG, Sealed, change_a_letter, holds, is_noticed, log_of, moment, says_no,
    sign_anew,
};
use crate::common::Site;

const NOT_SIGNED: &str = "The entries are not those that were signed.";

fn entry(index: usize) -> String {
    format!("{LOG}/entries/000/{index:03}.txt")
}

/// Writes an entry as it would be after an edit.
fn edit(site: &Site, index: usize, edit: impl FnOnce(&mut Entry)) {
    let mut one: Entry = site.read(&entry(index)).parse().unwrap();
    edit(&mut one);
    site.write(&entry(index), one.to_string());
}

#[test]
fn a_changed_byte_of_an_entry_is_noticed() {
    let sealed = Sealed::new();
    let length = sealed.site.read(&entry(1)).len();
    for at in (0..length).step_by(23) {
        let site = sealed.after(|site| change_a_letter(site, &entry(1), at));
        is_noticed(&site, &["verify"], &[], &format!("byte {at}"));
    }
    let site = sealed.after(|site| change_a_letter(site, &entry(1), 3));
    let words = [
        entry(1),
        "this entry cannot be read: its first line".to_owned(),
    ];
    is_noticed(&site, &["verify"], &[&words[0], &words[1]], "its form");
}

#[test]
fn an_entry_that_says_something_else_is_noticed() {
    let sealed = Sealed::new();
    let other = "0".repeat(64);
    type Edit<'e> = &'e dyn Fn(&mut Entry);
    let edits: [(&str, Edit<'_>); 4] = [
        ("kind", &|one| one.kind = EntryKind::Withdraw),
        ("version", &|one| one.version = "2026-02-03".parse().ok()),
        ("recorded", &|one| {
            one.recorded = moment("2026-02-02T09:00:00Z")
        }),
        ("record", &|one| one.record.clone_from(&other)),
    ];
    for (what, change) in edits {
        let site = sealed.after(|site| edit(site, 1, change));
        let words = [
            NOT_SIGNED,
            "checkpoint of 2 entries: one of the first 2 entries was changed, put in, moved or \
             taken out",
            "checkpoint of 3 entries: one of the first 3 entries",
        ];
        is_noticed(&site, &["verify"], &words, what);
        let ran = sealed.try_seal(&site);
        says_no(&ran, &["northshire is not sealed."], what);
    }
}

#[test]
fn a_changed_entry_with_its_text_changed_to_fit_is_noticed() {
    let sealed = Sealed::new();
    let site = sealed.after(|site| {
        site.replace(&format!("{FIRST}/record.txt"), "First", "Best");
        let digest = sha256(&site.read(&format!("{FIRST}/record.txt")));
        edit(site, 1, |one| one.record = digest);
    });
    is_noticed(&site, &["verify"], &[NOT_SIGNED], "text and entry");
    let ran = sealed.try_seal(&site);
    let words = [
        "The checkpoint of 2 entries does not fit the entries any more",
        "Bring the folder log back from your last commit.",
    ];
    says_no(&ran, &words, "nothing is sealed over it");
}

fn sha256(text: &str) -> String {
    use sha2::{Digest, Sha256};
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_last_entry_taken_out_is_noticed() {
    let sealed = Sealed::new();
    let site = sealed.after(|site| site.remove(&entry(2)));
    let words = [
        NOT_SIGNED,
        "checkpoint of 3 entries: only 2 entries are left: entries were taken out",
        "offer 2026-03-03 has no entry in the log",
    ];
    is_noticed(&site, &["verify"], &words, "the last entry");
    let ran = sealed.try_seal(&site);
    assert_eq!(
        ran.code,
        Some(1),
        "nothing is sealed over it: {}",
        ran.all()
    );
    let all = fs::remove_dir_all;
    let site = sealed.after(|site| all(site.at(&format!("{LOG}/entries"))).unwrap());
    let words = ["checkpoint of 2 entries: only 0 entries are left"];
    is_noticed(&site, &["verify"], &words, "every entry");
}

#[test]
fn an_entry_taken_out_of_the_middle_is_noticed() {
    let sealed = Sealed::new();
    for index in [0, 1] {
        let site = sealed.after(|site| site.remove(&entry(index)));
        let words = format!("entry {index} of the log is missing, and later ones are there");
        is_noticed(&site, &["verify"], &[&words], "an entry");
        let ran = sealed.try_seal(&site);
        says_no(
            &ran,
            &["Nothing was added to the record"],
            "not sealed over",
        );
    }
    let site = sealed.after(|site| {
        fs::rename(site.at(&entry(2)), site.at(&entry(1))).unwrap();
    });
    is_noticed(
        &site,
        &["verify"],
        &[NOT_SIGNED, "only 2 entries are left"],
        "closed up",
    );
}

#[test]
fn an_entry_put_in_is_noticed() {
    let sealed = Sealed::new();
    let site = sealed.after(|site| {
        fs::rename(site.at(&entry(2)), site.at(&entry(3))).unwrap();
        fs::copy(site.at(&entry(1)), site.at(&entry(2))).unwrap();
    });
    let words = [
        NOT_SIGNED,
        "entry 2 enters a version for a second time: offer 2026-02-02",
    ];
    is_noticed(&site, &["verify"], &words, "in the middle");
    let site = sealed.after(|site| {
        fs::copy(site.at(&entry(2)), site.at(&entry(3))).unwrap();
        edit(site, 3, |one| one.version = "2026-04-04".parse().ok());
    });
    let words = ["offer 2026-04-04 is entry 3 of the log, and its folder is not here"];
    is_noticed(&site, &["verify"], &words, "at the end");
    let ran = sealed.try_seal(&site);
    assert_eq!(ran.code, Some(1), "it is not signed: {}", ran.all());
}

#[test]
fn two_entries_swapped_are_noticed() {
    let sealed = Sealed::new();
    for (one, other) in [(0, 1), (1, 2), (0, 2)] {
        let site = sealed.after(|site| {
            let text = site.read(&entry(one));
            site.write(&entry(one), site.read(&entry(other)));
            site.write(&entry(other), text);
        });
        is_noticed(&site, &["verify"], &[NOT_SIGNED], "swapped");
    }
}

#[test]
fn two_entries_with_one_number_are_noticed() {
    let sealed = Sealed::new();
    for (from, path) in [
        (1, "0000/001.txt"),
        (0, "000/0001.txt"),
        (2, "0000/0001.txt"),
    ] {
        let path = format!("{LOG}/entries/{path}");
        let site = sealed.after(|site| site.write(&path, site.read(&entry(from))));
        let words = ["two entries have the number 1: the other is"];
        is_noticed(&site, &["verify"], &words, &path);
        let ran = sealed.try_seal(&site);
        says_no(&ran, &words, "nothing is sealed over it");
    }
}

#[test]
fn a_file_that_is_no_entry_is_noticed() {
    let sealed = Sealed::new();
    for path in [
        "000/1.txt",
        "000/001.txt.bak",
        "000/1000.txt",
        "old/001.txt",
    ] {
        let path = format!("{LOG}/entries/{path}");
        let site = sealed.after(|site| site.write(&path, site.read(&entry(1))));
        let words = [path.as_str(), "this is not an entry of the log"];
        is_noticed(&site, &["verify"], &words, &path);
    }
}

#[test]
fn entries_out_of_time_order_are_noticed_although_they_are_signed() {
    let sealed = Sealed::new();
    let site = sealed.after(|site| {
        let early = moment("2026-02-02T09:00:00Z");
        edit(site, 2, |one| one.recorded = early);
        sign_anew(site, &sealed.signer());
    });
    let words = [
        "The order of entries is not right.",
        "entry 2 has an earlier time than the entry before it: 2026-02-02T09:00:00Z",
    ];
    is_noticed(&site, &["verify"], &words, "time");
}

#[test]
fn an_entry_that_names_the_wrong_one_before_it_is_noticed_although_it_is_signed() {
    let sealed = Sealed::new();
    let site = sealed.after(|site| {
        edit(site, 2, |one| one.previous = Some(0));
        sign_anew(site, &sealed.signer());
    });
    let words = ["entry 2 does not name the entry before it about the same publication"];
    is_noticed(&site, &["verify"], &words, "previous");
}

#[test]
fn an_entry_twice_is_noticed_although_it_is_signed() {
    let sealed = Sealed::new();
    let site = sealed.after(|site| {
        fs::copy(site.at(&entry(2)), site.at(&entry(3))).unwrap();
        edit(site, 3, |one| one.previous = Some(2));
        sign_anew(site, &sealed.signer());
    });
    let words = ["entry 3 enters a version for a second time: offer 2026-03-03"];
    is_noticed(&site, &["verify"], &words, "twice");
}

#[test]
fn an_entry_without_its_text_is_noticed_although_it_is_signed() {
    let sealed = Sealed::new();
    let site = sealed.after(|site| {
        fs::copy(site.at(&entry(2)), site.at(&entry(3))).unwrap();
        edit(site, 3, |one| {
            one.kind = EntryKind::Withdraw;
            one.version = None;
            one.previous = Some(2);
        });
        sign_anew(site, &sealed.signer());
    });
    let words = ["the text of entry 3 (withdraw) is missing or was changed"];
    is_noticed(&site, &["verify"], &words, "no notice");
}

/// An entry that waits, of a thing that somebody made up.
fn waiting(kind: &str, publication: &str, version: &str, record: &str) -> String {
    format!(
        "offerbook-pending/v1\nkind: {kind}\npublication: {publication}\nversion: {version}\n\
         recorded: 2026-05-05T09:00:00Z\nrecord: sha256:{record}\nprevious-version: none\n"
    )
}

#[test]
fn an_entry_that_is_too_long_is_refused() {
    let sealed = Sealed::new();
    let long = "a".repeat(70_000);
    let site = sealed.after(|site| {
        let text = waiting("observe", "none", "none", &long);
        site.write(
            &format!("{LOG}/pending/20260505T090000Z.observe.aaaaaaaa.txt"),
            text,
        );
    });
    let before = site.files(LOG);
    let ran = sealed.try_seal(&site);
    says_no(
        &ran,
        &[
            "an entry that waits cannot be read: it is longer than an entry may be, which is 65,535",
            "observe.aaaaaaaa.txt",
        ],
        "waits",
    );
    assert!(before == site.files(LOG), "nothing is written");
    let site = sealed.after(|site| site.write(&entry(3), "a".repeat(65_536)));
    let words = ["it is longer than an entry may be, which is 65,535 bytes"];
    is_noticed(&site, &["verify"], &words, "in order");
    says_no(&sealed.try_seal(&site), &words, "in order");
}

#[test]
fn the_longest_entry_is_not_too_long_for_a_tile() {
    let tree = |text: &[u8]| offerbook::log::Tree::of_entries([text]);
    let (longest, longer) = (vec![b'a'; 65_535], vec![b'a'; 65_536]);
    let files = offerbook::log::tiles::files(&tree(&longest), &[&longest]).unwrap();
    let bundle = files.iter().find(|file| file.path.starts_with("entries/"));
    let entries = offerbook::log::tiles::entries(&bundle.unwrap().bytes).unwrap();
    assert!(entries == [longest.as_slice()]);
    assert!(offerbook::log::tiles::files(&tree(&longer), &[&longer]).is_none());
}

#[test]
fn two_entries_that_wait_for_one_version_are_not_sealed() {
    let sealed = Sealed::new();
    sealed.change("rent and bills", "bills");
    sealed.site.publish("2026-04-04", "Less help.");
    let site = sealed.after(|site| {
        let text = waiting("version", "offer", "2026-04-04", &"0".repeat(64));
        site.write(
            &format!("{LOG}/pending/20260505T090000Z.offer.2026-04-04.txt"),
            text,
        );
    });
    says_no(&sealed.try_seal(&site), &["offer 2026-04-04"], "seal");
    is_noticed(&site, &["verify"], &["offer 2026-04-04"], "verify");
}

#[test]
fn a_second_entry_for_a_sealed_version_is_not_sealed() {
    let sealed = Sealed::new();
    let site = sealed.after(|site| {
        let text = waiting("version", "offer", "2026-03-03", &"0".repeat(64));
        site.write(
            &format!("{LOG}/pending/20260505T090000Z.offer.2026-03-03.txt"),
            text,
        );
    });
    says_no(&sealed.try_seal(&site), &["offer 2026-03-03"], "seal");
    is_noticed(&site, &["verify"], &["offer 2026-03-03"], "verify");
}

#[test]
fn an_entry_that_waits_without_its_text_is_not_sealed() {
    let sealed = Sealed::new();
    let digest = "0".repeat(64);
    for (kind, publication, version, record) in [
        ("version", "offer", "2026-05-05", digest.as_str()),
        ("withdraw", "offer", "none", &digest),
        ("observe", "none", "none", &digest),
        ("observe", "none", "none", "not a digest"),
    ] {
        let site = sealed.after(|site| {
            let text = waiting(kind, publication, version, record);
            site.write(&format!("{LOG}/pending/20260505T090000Z.made-up.txt"), text);
        });
        let what = format!("{kind}, {record}");
        says_no(&sealed.try_seal(&site), &["northshire"], &what);
        is_noticed(&site, &["verify"], &[], &what);
        holds(&sealed.after(|_| {}), &["verify"], "without it");
    }
}

#[test]
fn a_version_taken_out_before_it_is_sealed_is_noticed() {
    let sealed = Sealed::new();
    sealed.change("rent and bills", "bills");
    sealed.site.publish("2026-04-04", "Less help.");
    let version = FIRST.replace("2026-02-02", "2026-04-04");
    let site = sealed.after(|site| fs::remove_dir_all(site.at(&version)).unwrap());
    is_noticed(&site, &["verify"], &["offer 2026-04-04"], "verify");
    says_no(&sealed.try_seal(&site), &["offer 2026-04-04"], "seal");
}

#[test]
fn the_log_of_another_council_is_noticed() {
    let sealed = Sealed::new();
    let other = Sealed::another();
    let log = log_of(&other.site);
    assert_eq!(log.entries.len(), 3);
    let site = sealed.after(|site| {
        fs::remove_dir_all(site.at(LOG)).unwrap();
        crate::common::copy_folder(&other.site.at(LOG), &site.at(LOG));
    });
    let words = ["its record.txt is not the one that the log names"];
    is_noticed(&site, &["verify"], &words, CONCORDAT);
    let kept = sealed.elsewhere("kept");
    let words = ["is not signed by any key of this record"];
    is_noticed(&site, &["verify", "--against", &kept], &words, "against");
}
