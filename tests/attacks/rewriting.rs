//! The council itself writes its record anew, or somebody does who has its key, or another key.

use std::fs;

use offerbook::log::{EntryKind, SignerKey};
use offerbook::record::{Disk, PendingEntry, RecordText, Rotation, add_to_log};
use offerbook::source::digest;

use super::sealed::{
    FIRST, LAST, LOG, NAME, Sealed, change_a_letter, folder, holds, is_noticed, log_of, moment,
    says_no, sign_anew,
};
use crate::common::Site;

/// Changes what a version said, and its `record.txt` to fit.
fn change_the_past(site: &Site, version: &str) {
    for name in ["source/housing.md", "body/housing.html"] {
        site.replace(&format!("{version}/{name}"), "We help", "We never helped");
    }
    let path = format!("{version}/record.txt");
    let mut record: RecordText = site.read(&path).parse().unwrap();
    for file in &mut record.files {
        if let Ok(bytes) = fs::read(site.at(&format!("{version}/{}", file.path))) {
            file.digest = digest(&bytes);
            file.size = bytes.len() as u64;
        }
    }
    site.write(&path, record.to_text());
}

/// Writes the whole record anew with the council's own key.
fn rewritten(sealed: &Sealed, version: &str) -> Site {
    let site = sealed.after(|site| {
        change_the_past(site, version);
        for part in ["entries", "checkpoints"] {
            fs::remove_dir_all(site.at(&format!("{LOG}/{part}"))).unwrap();
        }
    });
    assert_eq!(sealed.try_seal(&site).code, Some(0));
    site
}

#[test]
fn a_record_written_anew_fails_against_a_kept_checkpoint() {
    let sealed = Sealed::new();
    let kept = sealed.elsewhere("kept");
    let site = rewritten(&sealed, FIRST);
    let said = holds(&site, &["verify"], "on its own it passes");
    let words = "Whether the council has written its whole record anew with its own key. Only a \
                 checkpoint that somebody else kept can tell";
    assert!(said.contains(words), "{said}");
    let words = [
        "kept does not fit: the first 2 entries of this record are not those that were signed then.",
        "The record was written anew, with the council’s own key.",
    ];
    is_noticed(&site, &["verify", "--against", &kept], &words, "on disk");
    site.must(&["build"]);
    holds(
        &site,
        &["verify", "public"],
        "its site passes on its own too",
    );
    is_noticed(
        &site,
        &["verify", "public", "--against", &kept],
        &words,
        "its site",
    );
}

#[test]
fn what_a_kept_checkpoint_does_not_cover_can_be_written_anew() {
    let sealed = Sealed::new();
    let kept = sealed.elsewhere("kept");
    let latest = sealed.site.read(&format!("{LOG}/checkpoints/000003"));
    sealed.outside.write("latest", latest);
    let site = sealed.after(|site| {
        change_the_past(site, LAST);
        site.remove(&format!("{LOG}/entries/000/002.txt"));
        site.remove(&format!("{LOG}/checkpoints/000003"));
    });
    assert_eq!(sealed.try_seal(&site).code, Some(0));
    holds(&site, &["verify", "--against", &kept], "an old one");
    let latest = sealed.elsewhere("latest");
    let words = ["latest does not fit: the first 3 entries of this record"];
    is_noticed(
        &site,
        &["verify", "--against", &latest],
        &words,
        "a new one",
    );
}

#[test]
fn a_record_that_was_cut_short_fails_against_a_kept_checkpoint() {
    let sealed = Sealed::new();
    let latest = sealed.site.read(&format!("{LOG}/checkpoints/000003"));
    sealed.outside.write("latest", latest);
    let site = sealed.after(|site| {
        site.remove(&format!("{LOG}/entries/000/002.txt"));
        site.remove(&format!("{LOG}/checkpoints/000003"));
        fs::remove_dir_all(site.at(LAST)).unwrap();
    });
    holds(&site, &["verify"], "on its own it passes");
    let latest = sealed.elsewhere("latest");
    let words = ["covers 3 entries, and only 2 entries are here. Entries were taken out"];
    is_noticed(&site, &["verify", "--against", &latest], &words, "cut");
}

#[test]
fn a_forked_log_is_noticed() {
    let sealed = Sealed::new();
    let fork = |text: &str| {
        let site = sealed.after(|site| {
            site.replace("content/northshire/offer/housing.md", "with rent", text);
        });
        site.publish("2026-04-04", "Changed.");
        assert_eq!(sealed.try_seal(&site).code, Some(0));
        site
    };
    let (one, other) = (fork("with rates"), fork("with fares"));
    let newest = format!("{LOG}/checkpoints/000004");
    sealed.outside.write("other", other.read(&newest));
    let against = ["verify", "--against", &sealed.elsewhere("other")];
    holds(&other, &against, "its own");
    let words = ["does not fit: the first 4 entries of this record are not those"];
    is_noticed(&one, &against, &words, "the other");
    // Both in one folder, as after a merge that took everything.
    one.write(&format!("{LOG}/checkpoints/0000004"), other.read(&newest));
    let words = ["checkpoint of 4 entries: one of the first 4 entries was changed"];
    is_noticed(&one, &["verify"], &words, "both");
    says_no(&sealed.try_seal(&one), &["is not sealed"], "both");
}

#[test]
fn a_kept_checkpoint_that_is_none_or_of_another_record_is_told() {
    let sealed = Sealed::new();
    let other = SignerKey::new("other.example/record", [9; 32]).unwrap();
    let mut checkpoint = log_of(&sealed.site)
        .latest()
        .unwrap()
        .signed
        .checkpoint
        .clone();
    checkpoint.root = [1; 32];
    let forged = checkpoint.sign(&[&Sealed::other_signer()]).to_string();
    checkpoint.origin = "other.example/record".to_owned();
    let foreign = checkpoint.sign(&[&other]).to_string();
    for (text, words) in [
        (
            foreign.as_str(),
            "is of another record: other.example/record.",
        ),
        (
            &forged,
            "is not signed by any key of this record. Either it is not genuine",
        ),
        (
            "A letter.\n",
            "cannot be read: it has no empty line before its signatures",
        ),
        ("", "cannot be read"),
    ] {
        sealed.outside.write("given", text);
        let given = sealed.elsewhere("given");
        is_noticed(
            &sealed.site,
            &["verify", "--against", &given],
            &[words],
            words,
        );
    }
    let ran = sealed.site.run(&["verify", "--against", "none"]);
    says_no(&ran, &["none cannot be read"], "no such file");
}

#[test]
fn a_changed_checkpoint_is_noticed() {
    let sealed = Sealed::new();
    let path = format!("{LOG}/checkpoints/000002");
    let text = sealed.site.read(&path);
    for at in (0..text.len()).step_by(19) {
        let site = sealed.after(|site| change_a_letter(site, &path, at));
        is_noticed(&site, &["verify"], &[], &format!("byte {at}"));
    }
    let root = text.lines().nth(2).unwrap();
    let last = text.rfind('=').unwrap() - 9;
    let site = sealed.after(|site| change_a_letter(site, &path, last));
    let words = ["checkpoint of 2 entries: its signature does not fit its text"];
    is_noticed(&site, &["verify"], &words, "its signature");
    let other = format!("{}=", "A".repeat(43));
    let site = sealed.after(|site| site.replace(&path, root, &other));
    is_noticed(&site, &["verify"], &words, "its root");
    let site = sealed.after(|site| {
        site.write(&path, site.read(&format!("{LOG}/checkpoints/000003")));
    });
    let words = ["this checkpoint is of 3 entries, and its name says otherwise"];
    is_noticed(&site, &["verify"], &words, "its place");
}

// ---------------------------------------------------------------------------------------------
// Keys

#[test]
fn a_key_swapped_in_its_file_only_is_noticed() {
    let sealed = Sealed::new();
    let other = Sealed::other_signer().verifier().to_string();
    let site = sealed.after(|site| site.write(&format!("{LOG}/vkey"), format!("{other}\n")));
    let words = [
        "A signature does not hold.",
        "checkpoint of 2 entries: it is signed by another key than the record’s",
    ];
    is_noticed(&site, &["verify"], &words, "vkey");
    let words = ["The signature on the latest checkpoint (3 entries) does not hold"];
    says_no(&sealed.try_seal(&site), &words, "seal");
}

#[test]
fn a_key_of_another_name_is_noticed() {
    let sealed = Sealed::new();
    let other = SignerKey::new("other.example/record", [9; 32]).unwrap();
    let site = sealed.after(|site| {
        site.write(&format!("{LOG}/vkey"), format!("{}\n", other.verifier()));
    });
    let words = ["the log’s name is not that of its key"];
    is_noticed(&site, &["verify"], &words, "vkey");
}

#[test]
fn a_record_without_its_key_is_noticed() {
    let sealed = Sealed::new();
    let site = sealed.after(|site| site.remove(&format!("{LOG}/vkey")));
    is_noticed(
        &site,
        &["verify"],
        &["A signature does not hold."],
        "no key",
    );
    let words = ["the file log/vkey is missing"];
    says_no(&sealed.try_seal(&site), &words, "seal");
}

#[test]
fn a_record_that_lost_its_key_gets_no_other() {
    let sealed = Sealed::new();
    let site = sealed.after(|site| site.remove(&format!("{LOG}/vkey")));
    let out = sealed.elsewhere("second");
    let ran = site.run(&[
        "key",
        "generate",
        "northshire",
        "--name",
        NAME,
        "--out",
        &out,
    ]);
    assert_eq!(
        ran.code,
        Some(1),
        "no second key for a log that is signed: {}",
        ran.all()
    );
}

#[test]
fn a_swapped_key_that_signed_everything_is_noticed_by_those_who_know_the_key() {
    let sealed = Sealed::new();
    let known = sealed.signer().verifier().to_string();
    let kept = sealed.elsewhere("kept");
    let other = Sealed::other_signer();
    let site = sealed.after(|site| {
        site.write(&format!("{LOG}/vkey"), format!("{}\n", other.verifier()));
        sign_anew(site, &other);
    });
    let said = holds(&site, &["verify"], "on its own it passes");
    assert!(said.contains("Whether the key is the council’s."), "{said}");
    holds(
        &sealed.site,
        &["verify", "--key", &known],
        "the genuine one",
    );
    let words = ["The record is not signed with the key that you gave."];
    is_noticed(&site, &["verify", "--key", &known], &words, "--key");
    sealed.outside.write("known", format!("{known}\n"));
    let file = sealed.elsewhere("known");
    is_noticed(&site, &["verify", "--key", &file], &words, "--key FILE");
    let words = [
        "is not signed by any key of this record.",
        "the key of the record was swapped",
    ];
    is_noticed(&site, &["verify", "--against", &kept], &words, "--against");
}

/// Puts a change of key into the record, with its entry.
fn put_in(site: &Site, rotation: &Rotation) {
    let text = rotation.note.to_string();
    let folder = folder(site);
    let entry = PendingEntry::of_log(EntryKind::Key, rotation.recorded, &digest(text.as_bytes()));
    let path = folder.rotations().join("20260505T090000Z.txt");
    add_to_log(&Disk::new(), &folder, &path, &text, &entry).unwrap();
}

#[test]
fn a_change_of_key_that_the_old_key_did_not_sign_is_noticed() {
    let sealed = Sealed::new();
    let old = sealed.signer();
    let new = Sealed::other_signer();
    let mut rotation = Rotation::sign(&old, &new, moment("2026-05-05T09:00:00Z"), "Stolen");
    let text = rotation.note.text.clone();
    for (by, words) in [
        (new.sign(&text), "it is not signed by the old key"),
        (old.sign(&text), "it is not signed by the new key"),
    ] {
        rotation.note.signatures = vec![by];
        let site = sealed.after(|site| put_in(site, &rotation));
        let words = [words, "a change of key cannot be read"];
        is_noticed(&site, &["verify"], &words, "verify");
        says_no(&sealed.try_seal(&site), &words, "seal");
    }
}

#[test]
fn a_change_from_a_key_that_is_not_the_record_s_is_noticed() {
    let sealed = Sealed::new();
    let (one, two) = (
        Sealed::other_signer(),
        SignerKey::new(NAME, [8; 32]).unwrap(),
    );
    let rotation = Rotation::sign(&one, &two, moment("2026-05-05T09:00:00Z"), "Stolen");
    let site = sealed.after(|site| put_in(site, &rotation));
    is_noticed(&site, &["verify"], &["20260505T090000Z.txt"], "verify");
    says_no(
        &sealed.try_seal(&site),
        &["changes the key, and is not signed by the key in force"],
        "seal",
    );
}

#[test]
fn a_change_of_key_holds_before_and_after() {
    let sealed = Sealed::new();
    let (old, new) = (sealed.elsewhere("key"), sealed.elsewhere("new"));
    let site = &sealed.site;
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
    let said = holds(site, &["verify"], "waiting");
    assert!(
        said.contains("A change of key waits to be sealed"),
        "{said}"
    );
    let words = ["is another one. The log is signed by"];
    says_no(
        &sealed.try_seal(site),
        &words,
        "the old key does not do any more",
    );
    site.must(&["seal", "northshire", "--key", &new]);
    sealed.change("rent and bills", "bills");
    site.publish("2026-04-04", "Less help.");
    site.must(&["seal", "northshire", "--key", &new]);
    let latest = site.read(&format!("{LOG}/checkpoints/000005"));
    sealed.outside.write("latest", latest);
    site.must(&["build"]);
    let (kept, latest) = (sealed.elsewhere("kept"), sealed.elsewhere("latest"));
    let keys = [sealed.signer(), sealed.outside.read("new").parse().unwrap()];
    for key in keys {
        let key = key.verifier().to_string();
        for place in ["published/northshire", "public"] {
            let arguments = [
                "verify",
                place,
                "--against",
                &kept,
                "--against",
                &latest,
                "--key",
                &key,
            ];
            holds(site, &arguments, place);
        }
    }
    // A change that is taken away later.
    let changes = format!("{LOG}/keys");
    let site = sealed.after(|site| fs::remove_dir_all(site.at(&changes)).unwrap());
    let words = [
        "checkpoint of 4 entries: it is signed by another key",
        "the text of entry 3 (key) is missing or was changed",
    ];
    is_noticed(&site, &["verify"], &words, "no change");
}
