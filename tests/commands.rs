//! What a person types and reads: the sessions in `tests/commands/*.md`. Each runs in a copy of
//! the folder beside it. `TRYCMD=overwrite cargo test --test commands` writes what has to come
//! out anew: read the difference before you commit it.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "in a test, failing is how one says that something is wrong"
)]

mod common;

use std::path::{Path, PathBuf};
use std::process::Stdio;

use common::{Program, Site};

#[test]
fn sessions() {
    let program = |name: &str| -> PathBuf {
        let found = ["/bin", "/usr/bin"]
            .iter()
            .map(|folder| Path::new(folder).join(name));
        found.into_iter().find(|path| path.exists()).unwrap()
    };
    trycmd::TestCases::new()
        .case("tests/commands/*.md")
        .register_bin("cat", program("cat").as_path())
        .register_bin("cp", program("cp").as_path())
        .env("COLUMNS", "100")
        .env("NO_COLOR", "");
}

/// A site with so many faults that no pipe holds what is said of them.
fn faulty() -> Site {
    let site = Site::new();
    site.write(
        "kinds/rule.toml",
        "label = \"Rule\"\nsummary = \"A rule without topics.\"\n",
    );
    site.write(
        "content/derby/authority.toml",
        "name = \"Derby\"\ncode = \"E06000015\"\ntype = \"unitary\"\n",
    );
    site.write(
        "content/derby/rule.md",
        format!(
            "+++\ntitle = \"Rule\"\nkind = \"rule\"\nsummary = \"S.\"\nreview_every = \"1 year\"\n\
             +++\n{}",
            "[A link](none.md).\n\n".repeat(1_000)
        ),
    );
    site
}

/// Runs the program with nobody to read what it says.
fn unread(site: &Site, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_offerbook"));
    command
        .current_dir(site.path())
        .args(arguments)
        .stdin(Stdio::null());
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    (
        output.status.code(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

#[test]
fn a_reader_that_has_gone_is_no_mistake() {
    let site = faulty();
    let long = site.run(&["check"]).stdout;
    assert!(long.len() > 100_000, "no pipe holds {} bytes", long.len());
    for format in ["human", "json", "sarif"] {
        let came = unread(&site, &["check", "--format", format]);
        assert_eq!(
            came,
            (Some(1), String::new()),
            "the faults count, the pipe does not: {format}"
        );
    }
    site.write(
        "content/derby/rule.md",
        site.read("content/derby/rule.md")
            .replace("(none.md)", "(rule.md)"),
    );
    for arguments in [
        &["check"][..],
        &["publish", "--note", "First version"],
        &["build"],
        &["history", "derby/rule"],
        &["diff", "derby/rule"],
        &["--help"],
    ] {
        assert_eq!(
            unread(&site, arguments),
            (Some(0), String::new()),
            "{arguments:?}"
        );
    }
    assert!(
        site.at("public/index.html").exists(),
        "the work is done although nobody reads"
    );
}

#[test]
fn colours_are_for_those_who_ask() {
    let site = faulty();
    let plain = site.run(&["check"]).stdout;
    assert!(!plain.contains('\u{1b}'), "none in a pipe");
    let coloured = site.run(&["check", "--color", "always"]).stdout;
    assert!(coloured.contains("\u{1b}["), "some for those who ask");
}

#[test]
fn the_folder_of_the_site_can_be_named() {
    let site = faulty();
    let elsewhere = tempfile::tempdir().unwrap();
    let root = site.path().to_str().unwrap();
    let ran = Program::new(elsewhere.path(), &["check", "--root", root]).finish();
    assert_eq!(ran.code, Some(1), "{}", ran.all());
    assert!(
        ran.stdout.contains("--> content/derby/rule.md:7:"),
        "{}",
        &ran.stdout[..300]
    );
    assert!(
        !ran.stdout.contains(root),
        "paths are told from the site's folder"
    );
}
