//! What has to be true of every site: the same input gives the same bytes, one path leads to a
//! tree, a failed build changes nothing, and what was published keeps its address.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "in a test, failing is how one says that something is wrong"
)]

mod common;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, UNIX_EPOCH};

use common::rng::Rng;
use common::{Site, assert_same_tree, copy_folder, files, project, sample, tree};

// ---------------------------------------------------------------------------------------------
// The same input gives the same bytes

/// A copy of the sample of the project, made at other times.
fn committed_sample(age: u64) -> Site {
    let site = Site::empty();
    for part in ["content", "published"] {
        copy_folder(&project().join(part), &site.at(part));
    }
    fs::copy(
        project().join("site-config.toml"),
        site.at("site-config.toml"),
    )
    .unwrap();
    for path in files(site.path()).keys() {
        let time = UNIX_EPOCH + Duration::from_secs(age + path.len() as u64 * 86_400);
        File::options()
            .write(true)
            .open(site.at(path))
            .unwrap()
            .set_modified(time)
            .unwrap();
    }
    site
}

/// Builds two sites under all that differs between machines, and compares them.
fn agree(here: &Site, there: &Site, arguments: &[&str]) {
    let run = |site: &Site, out: &str, variables: &[(&str, &str)]| {
        let mut program = site.command(&[arguments, &["--out", out]].concat());
        for (name, value) in variables {
            program = program.env(name, value);
        }
        let ran = program.finish();
        assert_eq!(ran.code, Some(0), "{}", ran.all());
        tree(&site.at(out))
    };
    let left = run(
        here,
        "one",
        &[("RAYON_NUM_THREADS", "1"), ("TZ", "UTC"), ("LC_ALL", "C")],
    );
    let far = [
        ("RAYON_NUM_THREADS", "2"),
        ("TZ", "Pacific/Auckland"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("LANG", "tr_TR.UTF-8"),
    ];
    let right = run(there, "another/place", &far);
    assert!(left.len() > 100, "{} files", left.len());
    assert_same_tree(&left, &right, "here and there");
}

#[test]
fn two_builds_of_the_sample_agree_to_the_byte() {
    let (here, there) = (committed_sample(0), committed_sample(1_000_000_000));
    agree(&here, &there, &["build"]);
    for site in [&here, &there] {
        let path = "content/exampleshire/kinship-local-offer/money.md";
        site.write(
            path,
            site.read(path) + "\nA sentence that is not published yet.\n",
        );
    }
    agree(&here, &there, &["build", "--drafts"]);
    let (here, there) = (committed_sample(5), committed_sample(1_000_000_005));
    agree(
        &here,
        &there,
        &[
            "build",
            "--as-at",
            "2026-06-30",
            "--base-url",
            "https://b.example.org",
        ],
    );
}

// ---------------------------------------------------------------------------------------------
// One path leads to a tree

#[test]
fn a_tree_does_not_tell_how_it_came_about() {
    let mut edits = 0;
    let mut built = 0;
    for seed in 0..25 {
        let mut rng = Rng::new(seed);
        let site = sample::site();
        if rng.below(4) > 0 {
            site.must(&["publish", "--note", "First version."]);
        }
        site.must(&["build"]);
        let mut said = Vec::new();
        for _ in 0..2 {
            for _ in 0..=rng.below(5) {
                said.push(sample::edit(&site, &mut rng));
                edits += 1;
            }
            let choices: [&[&str]; 3] = [
                &[],
                &["--drafts"],
                &["--base-url", "https://b.example.org/x/"],
            ];
            let more = *rng.pick(&choices);
            let again = site.run(&[&["build", "--out", "public"], more].concat());
            let clean = site.run(&[&["build", "--out", "clean"], more].concat());
            let what = format!("seed {seed}, {more:?}: {}", said.join(", then "));
            assert_eq!(
                again.code,
                clean.code,
                "{what}\n{}\n{}",
                again.all(),
                clean.all()
            );
            if clean.code == Some(0) {
                assert_same_tree(&tree(&site.at("public")), &tree(&site.at("clean")), &what);
                nothing_is_written_twice(&site, more, &what);
                built += 1;
            }
            if site.at("clean").exists() {
                fs::remove_dir_all(site.at("clean")).unwrap();
            }
        }
    }
    assert!(
        edits > 100 && built > 30,
        "{edits} edits, {built} builds of 50"
    );
}

/// A build in which nothing changed writes nothing.
fn nothing_is_written_twice(site: &Site, more: &[&str], what: &str) {
    let times = |folder: &Path| -> BTreeMap<String, _> {
        let time = |path: &String| fs::metadata(folder.join(path)).unwrap().modified().unwrap();
        tree(folder)
            .into_keys()
            .map(|path| (path.clone(), time(&path)))
            .collect()
    };
    let before = times(&site.at("public"));
    let ran = site.must(&[&["build", "--out", "public"], more].concat());
    assert!(
        ran.stdout.contains(": 0 files written, "),
        "{what}\n{}",
        ran.all()
    );
    assert!(
        ran.stdout.contains(", 0 removed, "),
        "{what}\n{}",
        ran.all()
    );
    assert!(
        before == times(&site.at("public")),
        "{what}: files were touched"
    );
}

#[test]
fn one_authority_built_alone_is_the_same_as_in_the_whole() {
    let site = sample::site();
    site.must(&["publish", "--note", "First version."]);
    site.must(&["build", "--out", "whole"]);
    site.must(&["build", "--out", "part", "--authority", "northshire"]);
    let mut whole = tree(&site.at("whole"));
    let mut part = tree(&site.at("part"));
    for tree in [&mut whole, &mut part] {
        tree.retain(|path, _| path.starts_with("northshire/"));
    }
    assert!(part.len() > 20, "{} files", part.len());
    assert_same_tree(&whole, &part, "northshire in the whole and alone");
    let before = tree(&site.at("whole"));
    site.must(&["build", "--out", "whole", "--authority", "southshire"]);
    assert_same_tree(&before, &tree(&site.at("whole")), "the rest stays");
}

// ---------------------------------------------------------------------------------------------
// A failed build changes nothing

#[test]
fn a_broken_template_leaves_the_site_and_says_where() {
    let site = sample::site();
    site.must(&["publish", "--note", "First version."]);
    site.must(&["build"]);
    let before = tree(&site.at("public"));
    site.replace(
        "site-config.toml",
        "title = \"Offers\"",
        "title = \"Offers\"\ntheme = \"own\"",
    );
    // Something else changed as well, so that there would be something to write.
    let page = "content/northshire/offer/health.md";
    site.write(page, site.read(page) + "\nMore.\n");
    site.must(&["publish", "--note", "More."]);
    let head = "{% extends \"base.html\" %}\n{% block content %}\n";
    let foot = "\n{% endblock content %}\n";
    for (name, text, place) in [
        ("versions.html", "<p>{{ view.title</p>", "3:"),
        ("versions.html", "<p>\n{% if view.title %}</p>", ":"),
        (
            "versions.html",
            "<p>{{ view.no_such_thing.title }}</p>",
            "3:",
        ),
        (
            "versions.html",
            "<p>{{ frame.title | no_such_filter }}</p>",
            "3:",
        ),
        ("versions.html", "<p>\n\n{{ frame.title + 1 }}</p>", "5:"),
        (
            "versions.html",
            "{% include \"no-such-template.html\" %}",
            "",
        ),
    ] {
        site.write(
            &format!("themes/own/templates/{name}"),
            format!("{head}{text}{foot}"),
        );
        let ran = site.run(&["build"]);
        assert_eq!(ran.code, Some(1), "{text}\n{}", ran.all());
        let wanted = format!("themes/own/templates/{name}");
        let wanted = if place.is_empty() {
            wanted
        } else {
            format!("{wanted}:{}", place.trim_start_matches(':'))
        };
        assert!(
            ran.stderr.contains(&wanted),
            "{wanted} for {text}\n{}",
            ran.stderr
        );
        let after = wanted.len() + ran.stderr.find(&wanted).unwrap();
        let rest: String = ran.stderr[after..]
            .chars()
            .take_while(|c| c.is_ascii_digit() || *c == ':')
            .collect();
        assert!(
            place.is_empty() || rest.ends_with(|c: char| c.is_ascii_digit()),
            "line and column of {text}\n{}",
            ran.stderr
        );
        assert_same_tree(&before, &tree(&site.at("public")), text);
    }
    site.remove("themes/own/templates/versions.html");
    site.write("themes/own/static/own.css", "p { color: green }\n");
    site.must(&["build"]);
    site.must(&["build", "--out", "clean"]);
    assert_same_tree(
        &tree(&site.at("public")),
        &tree(&site.at("clean")),
        "mended",
    );
}

// ---------------------------------------------------------------------------------------------
// What has been published keeps its address

#[test]
fn a_page_that_is_taken_away_answers_for_good() {
    let site = sample::site();
    site.publish("2026-02-02", "First version.");
    site.must(&["build"]);
    let page = "public/northshire/offer/housing/index.html";
    let old = "public/northshire/offer/versions/2026-02-02/housing/index.html";
    assert!(site.read(page).contains("We help with rent."));
    site.write("public/mine.txt", "not made by offerbook");
    site.write(
        "public/northshire/offer/housing/mine.txt",
        "not made by offerbook",
    );

    site.remove("content/northshire/offer/housing.md");
    site.remove("content/northshire/offer/index.easy-read.md");
    site.remove("content/northshire/supports/bus-pass.md");
    site.replace(
        "content/northshire/offer/index.md",
        "[housing](housing.md#rent)",
        "the housing team",
    );
    site.publish("2026-03-02", "Housing has a page elsewhere.");
    site.must(&["build"]);
    for (page, old) in [
        (page, old),
        (
            "public/northshire/offer/easy-read/index.html",
            "public/northshire/offer/versions/2026-02-02/easy-read/index.html",
        ),
        (
            "public/northshire/supports/bus-pass/index.html",
            "public/northshire/offer/versions/2026-02-02/supports/bus-pass/index.html",
        ),
    ] {
        let text = site.read(page);
        assert!(text.contains("no longer part of"), "{page}\n{text}");
        assert!(
            !text.contains("We help"),
            "{page} does not say what it said"
        );
        let links = common::links(page, &text);
        assert!(
            links.iter().any(|link| link == old),
            "{page} leads to {old}: {links:?}"
        );
        assert!(site.at(old).exists(), "{old}");
    }
    assert!(site.read(old).contains("We help with rent."));
    assert_eq!(site.read("public/mine.txt"), "not made by offerbook");
    assert_eq!(
        site.read("public/northshire/offer/housing/mine.txt"),
        "not made by offerbook"
    );

    // A publication whose source has gone as a whole stays as it was last published.
    fs::remove_dir_all(site.at("content/northshire/offer")).unwrap();
    fs::remove_dir_all(site.at("content/southshire")).unwrap();
    site.must(&["build"]);
    assert!(
        site.read("public/northshire/offer/health/index.html")
            .contains("We help with health.")
    );
    assert!(
        site.read("public/southshire/offer/housing/index.html")
            .contains("We help with rent.")
    );

    // It comes back, and the address shows it again.
    site.write(
        "content/northshire/offer/index.md",
        sample::first_page("Offer", "Back."),
    );
    site.write(
        "content/northshire/offer/housing.md",
        "+++\ntitle = \"Housing\"\n+++\nRent again.\n",
    );
    site.must(&["publish", "northshire", "--note", "Housing is back."]);
    site.must(&["build"]);
    assert!(site.read(page).contains("Rent again."));
    assert!(
        site.read("public/northshire/offer/health/index.html")
            .contains("no longer part of")
    );
}
