//! How private keys are handled.

use std::fs;

use super::sealed::{LOG, NAME, RECORD, Sealed, holds, says_no, with_variable};
use crate::common::{Ran, Site};

/// The last part of a private key, which nobody else may see.
fn secret(sealed: &Sealed) -> String {
    let text = sealed.outside.read("key");
    // It may have a + in it.
    text.trim().splitn(5, '+').last().unwrap().to_owned()
}

/// A site with something to seal.
fn waiting() -> Sealed {
    let sealed = Sealed::new();
    sealed.change("rent and bills", "bills");
    sealed.site.publish("2026-04-04", "Less help.");
    sealed
}

/// Fails where a message holds a key, or speaks of one in the form of a key.
fn tells_no_secret(sealed: &Sealed, ran: &Ran, what: &str) {
    let said = ran.all();
    assert!(!said.contains(&secret(sealed)), "{what}:\n{said}");
    assert!(!said.contains("PRIVATE"), "{what}:\n{said}");
}

#[test]
fn a_new_key_is_for_its_owner_s_eyes_only() {
    let sealed = Sealed::with_key();
    assert!(sealed.outside.read("key").starts_with("PRIVATE+KEY+"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(sealed.outside.at("key"))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let secret = secret(&sealed);
    for (path, bytes) in sealed.site.files("") {
        assert!(!String::from_utf8_lossy(&bytes).contains(&secret), "{path}");
    }
    sealed.site.publish("2026-02-02", "First version.");
    sealed.seal();
    sealed.site.must(&["build"]);
    for (path, bytes) in sealed.site.files("") {
        assert!(!String::from_utf8_lossy(&bytes).contains(&secret), "{path}");
    }
}

#[cfg(unix)]
#[test]
fn a_key_that_others_can_read_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let sealed = waiting();
    let before = sealed.site.files(RECORD);
    for mode in [0o644, 0o640, 0o604, 0o660, 0o601] {
        let to = fs::Permissions::from_mode(mode);
        fs::set_permissions(sealed.outside.at("key"), to).unwrap();
        let words = [
            "northshire is not sealed.",
            "can be read by others on this computer. Run: chmod 600",
        ];
        let ran = sealed.try_seal(&sealed.site);
        says_no(&ran, &words, "mode");
        tells_no_secret(&sealed, &ran, "mode");
        let ran = with_variable(&sealed.site, &["seal"], &sealed.elsewhere("key"));
        says_no(&ran, &words, "in the variable");
    }
    assert!(before == sealed.site.files(RECORD), "nothing is written");
}

#[test]
fn a_key_inside_the_site_is_refused() {
    let sealed = waiting();
    let ran = |site: &Site, file: &str| site.run(&["seal", "northshire", "--key", file]);
    for inner in [
        "key",
        "content/northshire/key",
        "published/northshire/log/key",
    ] {
        let site = sealed.after(|site| {
            fs::copy(sealed.outside.at("key"), site.at(inner)).unwrap();
        });
        let words = ["is inside the site’s folder", "offerbook key rotate"];
        for file in [
            inner.to_owned(),
            site.at(inner).to_str().unwrap().to_owned(),
        ] {
            let ran = ran(&site, &file);
            says_no(&ran, &words, inner);
            tells_no_secret(&sealed, &ran, inner);
        }
    }
    let sealed = Sealed::with_key();
    let site = sealed.after(|site| fs::remove_dir_all(site.at(LOG)).unwrap());
    for out in ["key", "content/../key", "public/key"] {
        let ran = site.run(&[
            "key",
            "generate",
            "northshire",
            "--name",
            NAME,
            "--out",
            out,
        ]);
        says_no(
            &ran,
            &["is inside the site’s folder", "Choose a file elsewhere"],
            out,
        );
    }
    assert!(
        !site.at(&format!("{LOG}/vkey")).exists(),
        "no log without its key"
    );
}

#[test]
fn keys_are_shown_by_their_public_half_only() {
    let sealed = waiting();
    let ran = sealed.site.must(&["key", "show", "northshire"]);
    assert_eq!(ran.stdout.trim(), sealed.signer().verifier().to_string());
    tells_no_secret(&sealed, &ran, "show");
    tells_no_secret(&sealed, &sealed.seal(), "seal");
    let out = sealed.elsewhere("key");
    let generate = [
        "key",
        "generate",
        "northshire",
        "--name",
        NAME,
        "--out",
        &out,
    ];
    let ran = sealed.site.run(&generate);
    says_no(&ran, &["Its record has a key already."], "a second key");
    tells_no_secret(&sealed, &ran, "a second key");
}

#[test]
fn a_key_is_never_overwritten() {
    let sealed = Sealed::with_key();
    let before = sealed.outside.read("key");
    let site = sealed.after(|site| fs::remove_dir_all(site.at(LOG)).unwrap());
    let out = sealed.elsewhere("key");
    let ran = site.run(&[
        "key",
        "generate",
        "northshire",
        "--name",
        NAME,
        "--out",
        &out,
    ]);
    let words = ["exists already, and a key is never overwritten. Choose another file with --out."];
    says_no(&ran, &words, "generate");
    assert!(
        !site.at(&format!("{LOG}/vkey")).exists(),
        "no log without its key"
    );
    let ran = sealed.site.run(&[
        "key",
        "rotate",
        "northshire",
        "--reason",
        "Staff left.",
        "--key",
        &out,
        "--out",
        &out,
    ]);
    says_no(&ran, &words, "rotate");
    assert!(sealed.site.files(&format!("{LOG}/keys")).is_empty());
    assert_eq!(sealed.outside.read("key"), before);
}

#[test]
fn the_variable_may_hold_a_key_or_the_name_of_its_file() {
    let sealed = waiting();
    let text = sealed.outside.read("key");
    for value in [&text, text.trim(), &sealed.elsewhere("key")] {
        let site = sealed.after(|_| {});
        let ran = with_variable(&site, &["seal", "northshire"], value);
        assert_eq!(ran.code, Some(0), "{}", ran.all());
        tells_no_secret(&sealed, &ran, "the variable");
        holds(&site, &["verify"], "sealed by the variable");
    }
    let other = Sealed::other_signer();
    let words = ["The key in OFFERBOOK_KEY is another one. The log is signed by"];
    let ran = with_variable(&sealed.site, &["seal"], &other.secret_text());
    says_no(&ran, &words, "another key");
    assert!(!ran.all().contains("PRIVATE"), "{}", ran.all());
}

#[test]
fn a_key_that_is_cut_off_or_mistyped_is_told_without_it() {
    let sealed = waiting();
    let text = sealed.outside.read("key");
    let text = text.trim();
    let cut = &text[..text.len() - 4];
    let middle = text.len() - 20;
    let letter = if &text[middle..=middle] == "A" {
        "B"
    } else {
        "A"
    };
    let wrong = format!("{}{letter}{}", &text[..middle], &text[middle + 1..]);
    for (value, words) in [
        (cut, "cannot be used: its last part"),
        (
            &wrong,
            "cannot be used: its id does not fit: a letter is wrong",
        ),
        ("", "is missing: the file is empty"),
        ("no key", "cannot be used: it does not begin with"),
    ] {
        let path = sealed.outside.at("other");
        fs::write(&path, value).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        }
        let other = sealed.elsewhere("other");
        let ran = sealed.site.run(&["seal", "northshire", "--key", &other]);
        says_no(&ran, &[words], words);
        let part = &secret(&sealed)[..16];
        assert!(!ran.all().contains(part), "{}", ran.all());
    }
    let ran = sealed.site.run(&["seal", "northshire", "--key", "none"]);
    says_no(&ran, &["The key file none cannot be read"], "no such file");
}

#[test]
fn a_key_where_a_file_s_name_belongs_is_not_printed() {
    let sealed = waiting();
    let text = sealed.outside.read("key");
    let text = text.trim();
    let ran = sealed.site.run(&["seal", "northshire", "--key", text]);
    assert_eq!(ran.code, Some(1));
    tells_no_secret(&sealed, &ran, "--key with a key");
    // The first letter was not copied.
    for value in [&text[1..], &secret(&sealed)] {
        let ran = with_variable(&sealed.site, &["seal", "northshire"], value);
        assert_eq!(ran.code, Some(1));
        assert!(!ran.all().contains(&secret(&sealed)), "{}", ran.all());
    }
}
