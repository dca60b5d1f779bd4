//! Two people publish in two clones, and git brings their work together.

use std::path::Path;

use super::sealed::{LOG, Sealed, holds, log_of, other_program};
use crate::common::Site;

fn git(folder: &Path, arguments: &[&str]) -> String {
    let settings = [
        "-c",
        "user.name=Somebody",
        "-c",
        "user.email=somebody@council.example",
        "-c",
        "init.defaultBranch=main",
    ];
    other_program(folder, "git", &[&settings[..], arguments].concat())
}

fn commit(site: &Site) {
    git(site.path(), &["add", "--all"]);
    git(site.path(), &["commit", "--quiet", "--message", "Work"]);
}

/// Two clones of a sealed record.
fn clones() -> (Sealed, Site, Site) {
    let sealed = Sealed::new();
    git(sealed.site.path(), &["init", "--quiet"]);
    commit(&sealed.site);
    let clone = || {
        let site = Site::empty();
        let from = sealed.site.path().to_str().unwrap();
        git(site.path(), &["clone", "--quiet", from, "."]);
        site
    };
    let (one, other) = (clone(), clone());
    (sealed, one, other)
}

fn merge(one: &Site, other: &Site) {
    let from = other.path().to_str().unwrap();
    git(
        one.path(),
        &["pull", "--quiet", "--no-rebase", "--no-edit", from, "main"],
    );
}

fn seal_holds(sealed: &Sealed, site: &Site, entries: usize) {
    let ran = sealed.try_seal(site);
    assert_eq!(ran.code, Some(0), "{}", ran.all());
    let log = log_of(site);
    assert_eq!(log.entries.len(), entries);
    assert!(log.pending.is_empty());
    assert!(log.entries.is_sorted_by_key(|one| one.entry.recorded));
    let kept = sealed.elsewhere("kept");
    holds(site, &["verify", "--against", &kept], "merged");
    site.must(&["build"]);
    holds(site, &["verify", "public", "--against", &kept], "its site");
}

#[test]
fn different_publications_of_two_clones_are_both_sealed() {
    let (sealed, one, other) = clones();
    one.replace(
        "content/northshire/offer/housing.md",
        "rent and bills",
        "bills",
    );
    one.must(&["publish", "--note", "Less help."]);
    other.replace(
        "content/northshire/concordat/index.md",
        "Who takes",
        "Those who take",
    );
    other.must(&["publish", "--note", "Words."]);
    for site in [&one, &other] {
        commit(site);
    }
    merge(&one, &other);
    assert_eq!(log_of(&one).pending.len(), 2);
    seal_holds(&sealed, &one, 5);
}

#[test]
fn one_publication_published_in_two_clones_on_two_days_is_sealed_in_order() {
    let (sealed, one, other) = clones();
    one.replace(
        "content/northshire/offer/housing.md",
        "rent and bills",
        "bills",
    );
    one.publish("2026-04-04", "Less help.");
    other.replace(
        "content/northshire/offer/index.md",
        "What we offer.",
        "All we offer.",
    );
    other.publish("2026-05-05", "Words.");
    for site in [&one, &other] {
        commit(site);
    }
    merge(&one, &other);
    seal_holds(&sealed, &one, 5);
}

#[test]
fn one_publication_published_in_two_clones_on_one_day_is_told_by_git() {
    let (_, one, other) = clones();
    for (site, words) in [(&one, "bills"), (&other, "food")] {
        site.replace(
            "content/northshire/offer/housing.md",
            "rent and bills",
            words,
        );
        site.publish("2026-04-04", "Less help.");
        commit(site);
    }
    let output = std::process::Command::new("git")
        .current_dir(one.path())
        .args(["pull", "--no-rebase", "--no-edit"])
        .args([other.path().to_str().unwrap(), "main"])
        .env("GIT_AUTHOR_NAME", "Somebody")
        .env("GIT_AUTHOR_EMAIL", "somebody@council.example")
        .env("GIT_COMMITTER_NAME", "Somebody")
        .env("GIT_COMMITTER_EMAIL", "somebody@council.example")
        .output()
        .unwrap();
    assert!(!output.status.success());
    // With the marks of a conflict in it, nothing passes for a record.
    super::sealed::is_noticed(
        &one,
        &["verify"],
        &["offer/2026-04-04/record.txt"],
        "conflict",
    );
}

#[test]
fn two_clones_that_both_sealed_are_noticed() {
    let (sealed, one, other) = clones();
    for (site, words) in [(&one, "bills"), (&other, "food")] {
        site.replace(
            "content/northshire/offer/housing.md",
            "rent and bills",
            words,
        );
        let day = if words == "bills" {
            "2026-04-04"
        } else {
            "2026-05-05"
        };
        site.publish(day, "Less help.");
        assert_eq!(sealed.try_seal(site).code, Some(0));
    }
    // Somebody takes everything that is new from the other one, and keeps the own where both have.
    for (path, bytes) in other.files("published") {
        if !one.at(&format!("published/{path}")).exists() {
            one.write(&format!("published/{path}"), bytes);
        }
    }
    let words = ["offer 2026-05-05 has no entry in the log: it was put in"];
    super::sealed::is_noticed(&one, &["verify"], &words, "taken together");
    other.write(
        "checkpoint",
        other.read(&format!("{LOG}/checkpoints/000004")),
    );
    let theirs = other.at("checkpoint");
    let arguments = ["verify", "--against", theirs.to_str().unwrap()];
    super::sealed::is_noticed(
        &one,
        &arguments,
        &["does not fit: the first 4 entries"],
        "a fork",
    );
}
