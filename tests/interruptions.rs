//! The program is stopped (SIGKILL) at random moments, while it builds and while it publishes.
//! Afterwards every page is old or new, every version is whole or not there at all, and the next
//! run makes everything right.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "in a test, failing is how one says that something is wrong"
)]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Child;
use std::time::Duration;

use common::rng::Rng;
use common::{Site, assert_same_tree, copy_folder, sample, tree};
use sha2::{Digest, Sha256};

type Files = BTreeMap<String, Vec<u8>>;

/// When to stop the program.
#[derive(Clone, Copy, Debug)]
enum When {
    /// So many microseconds after it started.
    After(u64),
    /// So many microseconds after a file or folder has come.
    Once(&'static str, u64),
}

/// Stops a program. Returns whether it was still running.
fn stop(mut child: Child, site: &Site, when: When) -> bool {
    match when {
        When::After(time) => std::thread::sleep(Duration::from_micros(time)),
        When::Once(path, time) => {
            while !comes(site, path) && child.try_wait().unwrap().is_none() {
                std::hint::spin_loop();
            }
            std::thread::sleep(Duration::from_micros(time));
        }
    }
    let was_running = child.try_wait().unwrap().is_none();
    // It may end by itself at this very moment.
    let _ = child.kill();
    child.wait().unwrap();
    was_running
}

/// Whether a path is there; `*` at its end stands for any name.
fn comes(site: &Site, path: &str) -> bool {
    let Some(start) = path.strip_suffix('*') else {
        return site.at(path).exists();
    };
    let (folder, name) = start.rsplit_once('/').unwrap();
    let entries = fs::read_dir(site.at(folder))
        .into_iter()
        .flatten()
        .flatten();
    entries
        .into_iter()
        .any(|entry| entry.file_name().to_string_lossy().starts_with(name))
}

/// How long the program takes, in microseconds, about.
#[expect(
    clippy::disallowed_methods,
    reason = "to stop it in the middle one has to know where that is"
)]
fn length_of(run: impl FnOnce()) -> u64 {
    let started = std::time::Instant::now();
    run();
    u64::try_from(started.elapsed().as_micros()).unwrap()
}

// ---------------------------------------------------------------------------------------------
// Building

/// A site of many pages in two states, both published.
fn two_states() -> (Site, Site) {
    let old = sample::site();
    for at in 0..40 {
        old.write(
            &format!("content/northshire/page-{at}/index.md"),
            sample::first_page(
                &format!("Page {at}"),
                &format!(
                    "The old text. See [the next](../page-{}/index.md).",
                    (at + 1) % 40
                ),
            ),
        );
    }
    old.publish("2026-02-02", "First version.");
    let new = Site::copy_of(old.path());
    for at in 0..40 {
        let page = format!("content/northshire/page-{at}/index.md");
        new.replace(
            &page,
            "The old text.",
            "The new text. More is [here](more.md).",
        );
        new.write(
            &format!("content/northshire/page-{at}/more.md"),
            "+++\ntitle = \"More\"\n+++\nMore, see [the page](index.md).\n",
        );
    }
    new.remove("content/about.md");
    new.write(
        "content/contact.md",
        "+++\ntitle = \"Contact\"\n+++\nSee [the offer](northshire/offer/index.md).\n",
    );
    new.write("themes/own/static/site.css", "p { color: green }\n");
    new.replace(
        "site-config.toml",
        "title = \"Offers\"",
        "title = \"Offers\"\ntheme = \"own\"",
    );
    new.publish("2026-03-02", "Second version.");
    (old, new)
}

#[test]
fn a_build_that_is_stopped_leaves_pages_that_are_each_old_or_new() {
    let (old, new) = two_states();
    old.must(&["build"]);
    let before = tree(&old.at("public"));
    new.must(&["build", "--out", "clean"]);
    let after = tree(&new.at("clean"));
    let only_new = after
        .keys()
        .find(|path| !before.contains_key(*path))
        .unwrap();
    assert!(only_new.ends_with(".html"));
    let time = length_of(|| {
        new.must(&["build", "--out", "timed"]);
    });

    let mut rng = Rng::new(7);
    let (mut in_the_middle, mut mixed) = (0, 0);
    for round in 0..24 {
        let public = new.at("public");
        if public.exists() {
            fs::remove_dir_all(&public).unwrap();
        }
        copy_folder(&old.at("public"), &public);
        let random = rng.next();
        let when = match round % 4 {
            0 => When::After(random % (time * 5 / 4)),
            1 => When::Once("public/.offerbook/staging/*", random % time),
            2 => When::Once("public/contact/index.html", random % 5_000),
            _ => When::Once("public/northshire/page-7/more/index.html", random % 2_000),
        };
        let child = new.command(&["build"]).start();
        in_the_middle += usize::from(stop(child, &new, when));
        let now = tree(&public);
        mixed += usize::from(is_mixed(&now, &before, &after));
        each_page_is_old_or_new(&now, &before, &after, when);
        links_lead_somewhere(&now, &before, when);
        new.must(&["build"]);
        assert_same_tree(&tree(&public), &after, &format!("the build after {when:?}"));
    }
    assert!(
        in_the_middle > 12,
        "it was stopped in the middle {in_the_middle} times of 24"
    );
    assert!(
        mixed > 2,
        "old and new stood beside each other {mixed} times of 24"
    );
}

fn is_mixed(now: &Files, old: &Files, new: &Files) -> bool {
    let is_site = |path: &&String| !path.starts_with(".offerbook");
    let same = |other: &Files| {
        now.keys()
            .filter(is_site)
            .all(|path| now.get(path) == other.get(path))
    };
    !same(old) && !same(new)
}

fn each_page_is_old_or_new(now: &Files, old: &Files, new: &Files, when: When) {
    for (path, bytes) in now
        .iter()
        .filter(|(path, _)| !path.starts_with(".offerbook"))
    {
        let known = [old, new].iter().any(|tree| tree.get(path) == Some(bytes));
        assert!(known, "{path} is neither old nor new, stopped {when:?}");
    }
    // What is on both sites is there all the time.
    for path in old.keys().filter(|path| new.contains_key(*path)) {
        assert!(now.contains_key(path), "{path} was away, stopped {when:?}");
    }
}

/// Links lead to files that are there, from every page that a reader can come to: pages that
/// were there before. A page that has just come may lead to one that is about to; what it is
/// drawn with has to be there.
fn links_lead_somewhere(now: &Files, old: &Files, when: When) {
    let mut looked_at = 0;
    for (path, bytes) in now.iter().filter(|(path, _)| path.ends_with(".html")) {
        for target in common::links(path, &String::from_utf8_lossy(bytes)) {
            let may_come = !old.contains_key(path) && target.ends_with(".html");
            looked_at += 1;
            assert!(
                may_come || now.contains_key(&target),
                "{path} links to {target}, which is not there, stopped {when:?}"
            );
        }
    }
    assert!(looked_at > 1_000, "{looked_at} links");
}

// ---------------------------------------------------------------------------------------------
// Publishing

#[test]
fn a_publish_that_is_stopped_leaves_each_version_whole_or_not_at_all() {
    let site = sample::site();
    let files = 20;
    for at in 0..files {
        site.write(
            &format!("content/northshire/offer/page-{at}.md"),
            "+++\ntitle = \"A page\"\n+++\nText.\n",
        );
        site.write(
            &format!("content/northshire/offer/files/file-{at}.txt"),
            vec![b'a'; 20_000 + at],
        );
    }
    site.publish("2026-02-02", "First version.");
    let change = |round: usize| {
        for (path, bytes) in site.files("content") {
            let path = format!("content/{path}");
            if path.ends_with(".md") && path.matches('/').count() > 1 {
                site.write(
                    &path,
                    [&bytes[..], format!("\nRound {round}.\n").as_bytes()].concat(),
                );
            } else if path.contains("/file-") {
                site.write(&path, [&bytes[..], format!("{round}").as_bytes()].concat());
            }
        }
    };
    change(1_000);
    let time = length_of(|| {
        site.must(&["publish", "--note", "How long it takes."]);
    });

    let mut rng = Rng::new(11);
    let (mut in_the_middle, mut unfinished, mut told) = (0, 0, 0);
    let mut before = site.files("published");
    for round in 0..30 {
        change(round);
        let when = match round % 3 {
            0 => When::After(rng.next() % (time * 5 / 4)),
            1 => When::Once(
                "published/northshire/publications/offer/.unfinished-*",
                rng.next() % 20_000,
            ),
            _ => When::Once(
                "published/northshire/files/.unfinished-*",
                rng.next() % 10_000,
            ),
        };
        let child = site
            .command(&["publish", "--note", "It may be stopped."])
            .start();
        in_the_middle += usize::from(stop(child, &site, when));

        let left = site.files("published");
        only_grew(&before, &left, when);
        each_version_is_whole(&left, when);
        let broken: BTreeSet<&String> = left
            .keys()
            .filter(|path| path.contains("/.unfinished-"))
            .collect();
        let halves = broken.iter().any(|path| path.contains("/publications/"));
        unfinished += usize::from(!broken.is_empty());
        // A site can be built from it as it is.
        if round % 5 == 0 {
            site.must(&["build"]);
        }

        let ran = site.must(&["publish", "--note", "Again."]);
        let says = ran.stderr.contains("record-unfinished");
        told += usize::from(says);
        assert!(
            says || !halves,
            "it says what it did about {broken:?}, stopped {when:?}\n{}",
            ran.all()
        );
        let after = site.files("published");
        only_grew(&left, &after, when);
        each_version_is_whole(&after, when);
        each_version_has_its_entry(&after, when);
        assert!(
            !after.keys().any(|path| path.contains(".unfinished-")),
            "nothing is left over, stopped {when:?}"
        );
        let again = site.must(&["publish", "--note", "Nothing."]);
        assert!(
            again.stdout.contains("Nothing has changed"),
            "{}",
            again.all()
        );
        before = after;
    }
    assert!(
        in_the_middle > 15,
        "it was stopped in the middle {in_the_middle} times of 30"
    );
    assert!(
        unfinished > 5 && told > 5,
        "{unfinished} times something was left, {told} times it was told"
    );
}

/// What was in the record stays, byte for byte.
fn only_grew(before: &Files, after: &Files, when: When) {
    for (path, bytes) in before
        .iter()
        .filter(|(path, _)| !path.contains(".unfinished-"))
    {
        // An attachment that was stored, and that no version came to name, may go again.
        let may_go = path.contains("/files/") && !is_named(before, path);
        let stays = after.get(path) == Some(bytes) || (may_go && !after.contains_key(path));
        assert!(stays, "{path} has changed, stopped {when:?}");
    }
}

fn is_named(files: &Files, stored: &str) -> bool {
    let name = stored.rsplit('/').next().unwrap();
    let digest = name.split('.').next().unwrap();
    records(files).any(|(_, text)| text.contains(digest))
}

/// Every `record.txt` of a version, with its path.
fn records(files: &Files) -> impl Iterator<Item = (&str, String)> {
    files
        .iter()
        .filter(|(path, _)| path.ends_with("/record.txt") && !path.contains(".unfinished-"))
        .map(|(path, bytes)| (path.as_str(), String::from_utf8(bytes.clone()).unwrap()))
}

fn each_version_is_whole(files: &Files, when: When) {
    for (path, text) in records(files) {
        let folder = path.trim_end_matches("/record.txt");
        let authority = path.split('/').next().unwrap();
        for line in text.lines() {
            let Some((role, rest)) = line.split_once(": sha256:") else {
                continue;
            };
            let [digest, _, name] = rest.splitn(3, ' ').collect::<Vec<_>>()[..] else {
                panic!("{path}: {line}");
            };
            let stored = match role {
                "attachment" => format!("{authority}/files/{digest}.txt"),
                _ => format!("{folder}/{name}"),
            };
            let found = files.get(&stored).map(|bytes| sha256(bytes));
            assert_eq!(found.as_deref(), Some(digest), "{stored}, stopped {when:?}");
        }
    }
    // A folder of a version without its record is a half.
    for path in files
        .keys()
        .filter(|path| path.contains("/publications/") && !path.contains(".unfinished-"))
    {
        let has = |folder: &str| files.contains_key(&format!("{folder}/record.txt"));
        let mut folders = path.match_indices('/').map(|(at, _)| &path[..at]);
        assert!(
            folders.any(has),
            "{path} belongs to no version, stopped {when:?}"
        );
    }
}

fn each_version_has_its_entry(files: &Files, when: When) {
    let entries: Vec<String> = files
        .iter()
        .filter(|(path, _)| path.contains("/log/pending/"))
        .map(|(_, bytes)| String::from_utf8(bytes.clone()).unwrap())
        .collect();
    let mut versions = 0;
    for (path, text) in records(files) {
        versions += 1;
        let line = format!("record: sha256:{}\n", sha256(text.as_bytes()));
        let found = entries.iter().filter(|entry| entry.contains(&line)).count();
        assert_eq!(found, 1, "{path} has one entry, stopped {when:?}");
    }
    assert_eq!(
        entries.len(),
        versions,
        "no entry without a version, stopped {when:?}"
    );
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
