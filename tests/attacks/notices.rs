//! Publications that are withdrawn or moved.

use std::thread::sleep;
use std::time::Duration;

use super::sealed::{RECORD, Sealed, holds, says_no};

const WHY: [&str; 4] = ["--reason", "It was replaced.", "--by", "The Director"];

/// Times are in whole seconds: what comes next is later.
fn wait() {
    sleep(Duration::from_millis(1_100));
}

fn everything_holds(sealed: &Sealed, what: &str) {
    sealed.seal();
    sealed.site.must(&["build"]);
    for place in ["published/northshire", "public"] {
        holds(&sealed.site, &["verify", place], what);
    }
}

#[test]
fn a_withdrawn_publication_says_so_and_keeps_its_versions_until_it_is_published_again() {
    let sealed = Sealed::built();
    let site = &sealed.site;
    wait();
    site.must(&[&["withdraw", "northshire/offer"][..], &WHY].concat());
    everything_holds(&sealed, "withdrawn");
    for page in ["offer", "offer/housing"] {
        let text = site.read(&format!("public/northshire/{page}/index.html"));
        assert!(text.to_lowercase().contains("withdrawn"), "{page}:\n{text}");
        assert!(text.contains("It was replaced."), "{page}:\n{text}");
        assert!(!text.contains("We help with rent"), "{page}:\n{text}");
    }
    let old = site.read("public/northshire/offer/versions/2026-03-03/housing/index.html");
    assert!(old.contains("We help with rent and bills."), "{old}");
    let ran = site.run(&[&["withdraw", "northshire/offer"][..], &WHY].concat());
    says_no(
        &ran,
        &["northshire/offer has been withdrawn or moved already."],
        "twice",
    );
    wait();
    sealed.change("rent and bills", "bills");
    site.must(&["publish", "northshire/offer", "--note", "Here again."]);
    everything_holds(&sealed, "published again");
    let text = site.read("public/northshire/offer/housing/index.html");
    assert!(text.contains("We help with bills."), "{text}");
    assert!(!text.contains("It was replaced."), "{text}");
}

#[test]
fn a_publication_that_is_published_again_in_the_same_second_is_there_again() {
    let sealed = Sealed::new();
    for turn in 0..3 {
        let site = sealed.after(|_| {});
        site.must(&[&["withdraw", "northshire/offer"][..], &WHY].concat());
        site.replace(
            "content/northshire/offer/housing.md",
            "rent and bills",
            "bills",
        );
        site.must(&["publish", "northshire/offer", "--note", "Here again."]);
        assert_eq!(sealed.try_seal(&site).code, Some(0));
        site.must(&["build"]);
        let text = site.read("public/northshire/offer/housing/index.html");
        assert!(text.contains("We help with bills."), "{turn}");
        holds(&site, &["verify", "public"], "site");
    }
}

#[test]
fn a_moved_publication_leads_on_and_keeps_its_versions() {
    let sealed = Sealed::built();
    let site = &sealed.site;
    wait();
    site.must(
        &[
            &["move", "northshire/offer", "northshire/local-offer"][..],
            &WHY,
        ]
        .concat(),
    );
    assert!(
        site.at("content/northshire/local-offer/housing.md")
            .exists()
    );
    site.must(&["publish", "northshire/local-offer", "--note", "Moved here."]);
    everything_holds(&sealed, "moved");
    let old = site.read("public/northshire/offer/index.html");
    assert!(old.contains("local-offer/"), "{old}");
    assert!(old.to_lowercase().contains("moved"), "{old}");
    let version = site.read("public/northshire/offer/versions/2026-02-02/housing/index.html");
    assert!(version.contains("We help with rent."), "{version}");
    let new = site.read("public/northshire/local-offer/housing/index.html");
    assert!(new.contains("We help with rent and bills."), "{new}");
}

#[test]
fn a_publication_that_moved_to_another_site_says_where() {
    let sealed = Sealed::built();
    let site = &sealed.site;
    wait();
    let to = "https://elsewhere.example/concordat";
    site.must(&[&["move", "northshire/concordat", to][..], &WHY].concat());
    everything_holds(&sealed, "moved away");
    let old = site.read("public/northshire/concordat/index.html");
    assert!(old.contains(to), "{old}");
}

#[test]
fn nothing_is_withdrawn_that_was_never_published() {
    let sealed = Sealed::new();
    let before = sealed.site.files(RECORD);
    for name in ["northshire/ofer", "northsire/offer"] {
        let ran = sealed.site.run(&[&["withdraw", name][..], &WHY].concat());
        says_no(&ran, &[name.split('/').next().unwrap()], name);
    }
    assert!(before == sealed.site.files(RECORD), "nothing is written");
}
