//! Texts of old versions: changed, taken away, put in.

use std::fs;

use super::sealed::{
    CONCORDAT, FIRST, LAST, LOG, RECORD, Sealed, change_a_letter, find, holds, is_noticed, says_no,
};
use crate::common::copy_folder;

const CHANGED: &str = "was changed since it was recorded";

#[test]
fn what_nobody_touched_holds() {
    let sealed = Sealed::new();
    let kept = sealed.elsewhere("kept");
    let said = holds(&sealed.site, &["verify", "--against", &kept], "untouched");
    for part in [
        "The signature of 2 checkpoints.",
        "The texts of 3 versions: each of",
        "its 2 entries are the first ones of this record, unchanged",
    ] {
        assert!(said.contains(part), "{part}:\n{said}");
    }
}

#[test]
fn a_changed_byte_of_an_old_version_is_noticed() {
    let sealed = Sealed::new();
    let attachment = find(&sealed.site, &format!("{RECORD}/files"), ".txt");
    let register = format!("{CONCORDAT}/sign-ups.csv");
    for path in [
        &format!("{FIRST}/source/housing.md"),
        &format!("{FIRST}/body/index.html"),
        &format!("{CONCORDAT}/organisations.toml"),
        &register,
        &attachment,
    ] {
        let length = fs::metadata(sealed.site.at(path)).unwrap().len();
        for at in [0, length as usize / 2, length as usize - 1] {
            let site = sealed.after(|site| change_a_letter(site, path, at));
            is_noticed(&site, &["verify"], &[path, CHANGED], path);
        }
    }
}

#[test]
fn a_changed_record_text_is_noticed() {
    let sealed = Sealed::new();
    let path = format!("{FIRST}/record.txt");
    for (old, new) in [
        ("note: First version.", "note: Another version."),
        ("published: 2026-02-02", "published: 2026-01-02"),
        ("published-basis: stated", "published-basis: recorded"),
        ("title: Offer", "title: Offal"),
        ("salt: ", "salt:  "),
        ("class: update", "class: correction"),
    ] {
        let site = sealed.after(|site| site.replace(&path, old, new));
        let words = match old {
            "salt: " => "offer/2026-02-02/record.txt: this version cannot be read",
            _ => {
                "offer 2026-02-02: its record.txt is not the one that the log names: it was changed"
            }
        };
        is_noticed(&site, &["verify"], &[words], new);
    }
}

#[test]
fn a_file_taken_out_of_a_version_is_noticed() {
    let sealed = Sealed::new();
    let attachment = find(&sealed.site, &format!("{RECORD}/files"), ".txt");
    for path in [
        &format!("{FIRST}/source/housing.md"),
        &format!("{LAST}/body/housing.html"),
        &format!("{CONCORDAT}/sign-ups.csv"),
        &format!("{FIRST}/record.txt"),
        &attachment,
    ] {
        let site = sealed.after(|site| site.remove(path));
        is_noticed(&site, &["verify"], &[path, "cannot be read"], path);
    }
}

#[test]
fn a_file_put_into_a_version_is_noticed() {
    let sealed = Sealed::new();
    for path in [
        "source/more.md",
        "body/more.html",
        "actions.csv",
        "more/deep/file",
        ".hidden",
        ".unfinished-record.txt",
    ] {
        let path = format!("{FIRST}/{path}");
        let site = sealed.after(|site| site.write(&path, "More.\n"));
        let words = [path.as_str(), "is not part of the version: it was put in"];
        is_noticed(&site, &["verify"], &words, &path);
    }
}

#[test]
fn a_version_put_in_is_noticed() {
    let sealed = Sealed::new();
    let second = format!("{RECORD}/publications/offer/2026-02-20");
    let site = sealed.after(|site| {
        copy_folder(&site.at(FIRST), &site.at(&second));
        site.replace(
            &format!("{second}/record.txt"),
            "version: 2026-02-02",
            "version: 2026-02-20",
        );
    });
    let words = ["offer 2026-02-20 has no entry in the log: it was put in"];
    is_noticed(
        &site,
        &["verify"],
        &words,
        "a version of an old publication",
    );
    let site = sealed.after(|site| copy_folder(&site.at(FIRST), &site.at(&second)));
    let words = [
        "offer/2026-02-20/record.txt",
        "it describes another version than its folder says",
    ];
    is_noticed(&site, &["verify"], &words, "a copy of another version");
}

#[test]
fn a_folder_that_is_no_version_is_noticed() {
    let sealed = Sealed::new();
    for name in [
        "publications/offer/2026-02-02x",
        "publications/Offer/2026-02-02",
        "publications/offer/stray.txt",
        "files/stray.pdf",
    ] {
        let path = match name.contains('.') {
            true => format!("{RECORD}/{name}"),
            false => format!("{RECORD}/{name}/record.txt"),
        };
        let site = sealed.after(|site| site.write(&path, "Stray.\n"));
        is_noticed(&site, &["verify"], &["put in"], name);
    }
}

#[test]
fn a_version_taken_out_is_noticed() {
    let sealed = Sealed::new();
    for (path, index) in [(FIRST, 1), (LAST, 2), (CONCORDAT, 0)] {
        let site = sealed.after(|site| fs::remove_dir_all(site.at(path)).unwrap());
        let words = [
            format!("is entry {index} of the log, and its folder is not here"),
            "What is recorded is not what is here.".to_owned(),
        ];
        is_noticed(&site, &["verify"], &[&words[0], &words[1]], path);
    }
}

#[test]
fn nothing_is_sealed_over_a_changed_text() {
    let sealed = Sealed::new();
    sealed.change("rent and bills", "bills");
    sealed.site.publish("2026-04-04", "Less help.");
    // What was sealed before is for `verify`; what waits must be what was published.
    let waiting = FIRST.replace("2026-02-02", "2026-04-04");
    for (path, old, words) in [
        ("source/housing.md", "We help", CHANGED),
        (
            "record.txt",
            "Less help.",
            "its record.txt is not the one that the log names: it was changed",
        ),
    ] {
        let site = sealed.after(|site| site.replace(&format!("{waiting}/{path}"), old, "Xe"));
        let before = site.files(LOG);
        says_no(&sealed.try_seal(&site), &[words], path);
        assert!(before == site.files(LOG), "nothing is written: {path}");
    }
}
