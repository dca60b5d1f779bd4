//! What an officer hands to an inspector: the commands in it do what they say.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::Command;

use super::sealed::{LOG, Sealed, says_no};
use crate::common::Site;

/// Makes evidence of a day, outside the site.
fn evidence(sealed: &Sealed, name: &str, day: &str) -> Vec<u8> {
    let out = sealed.elsewhere(name);
    sealed.site.must(&[
        "evidence",
        "northshire/offer",
        "--as-at",
        day,
        "--out",
        &out,
    ]);
    fs::read(&out).unwrap()
}

fn unpack(bytes: &[u8]) -> Site {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let site = Site::empty();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        let name = file.name().unwrap().into_owned();
        site.write(&name, bytes);
    }
    site
}

/// The blocks of commands in README.txt: lines that stand further in.
fn commands(site: &Site) -> Vec<String> {
    let mut blocks = vec![String::new()];
    for line in site.read("README.txt").lines() {
        match line.strip_prefix("      ") {
            Some(command) => {
                let block = blocks.last_mut().unwrap();
                block.push_str(command);
                block.push('\n');
            }
            None if blocks.last().is_some_and(|block| !block.is_empty()) => {
                blocks.push(String::new());
            }
            None => {}
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// Runs commands by a plain shell, each of which must do.
fn run(folder: &Path, block: &str) -> Result<String, String> {
    let output = Command::new("sh")
        .current_dir(folder)
        .args(["-e", "-c", block])
        .output()
        .unwrap();
    let said = format!(
        "{block}\n{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    match output.status.success() {
        true => Ok(said),
        false => Err(said),
    }
}

#[test]
fn evidence_is_the_same_every_time() {
    let sealed = Sealed::new();
    let one = evidence(&sealed, "one.zip", "2026-02-20");
    assert!(one == evidence(&sealed, "two.zip", "2026-02-20"));
    let ran = sealed.site.run(&[
        "evidence",
        "northshire/offer",
        "--as-at",
        "2026-02-20",
        "--out",
        &sealed.elsewhere("one.zip"),
    ]);
    says_no(
        &ran,
        &["one.zip is there already"],
        "nothing is overwritten",
    );
    let ran = sealed
        .site
        .run(&["evidence", "northshire/offer", "--as-at", "2026-01-01"]);
    says_no(
        &ran,
        &["Nothing had been published by 1 January 2026."],
        "too early",
    );
}

#[test]
fn the_commands_of_evidence_do_what_they_say() {
    let sealed = Sealed::new();
    for (day, help) in [
        ("2026-02-20", "with rent."),
        ("2026-03-03", "rent and bills."),
    ] {
        let site = unpack(&evidence(&sealed, &format!("{day}.zip"), day));
        assert!(site.read("recorded/body/housing.html.txt").contains(help));
        let blocks = commands(&site);
        assert_eq!(blocks.len(), 2, "{blocks:?}");
        for block in blocks {
            run(site.path(), &block).unwrap();
        }
    }
}

#[test]
fn the_commands_of_evidence_notice_a_change() {
    let sealed = Sealed::new();
    let bytes = evidence(&sealed, "evidence.zip", "2026-02-20");
    let failing = |path: &str, old: &str, new: &str| -> Vec<bool> {
        let site = unpack(&bytes);
        site.replace(path, old, new);
        let blocks = commands(&site);
        let failed = blocks.iter().map(|block| run(site.path(), block).is_err());
        failed.collect()
    };
    for (path, old, new, expected) in [
        (
            "recorded/body/housing.html.txt",
            "help",
            "hurt",
            [true, false],
        ),
        ("source/housing.md", "help", "hurt", [true, false]),
        ("record.txt", "First", "Worst", [true, false]),
        ("checkpoint", "\n3\n", "\n2\n", [false, true]),
    ] {
        assert_eq!(failing(path, old, new), expected, "{path}");
    }
}

#[test]
fn evidence_of_a_damaged_record_is_refused() {
    let sealed = Sealed::new();
    let path = "published/northshire/publications/offer/2026-02-02/body/housing.html";
    let site = sealed.after(|site| site.replace(path, "help", "hurt"));
    let ran = site.run(&["evidence", "northshire/offer", "--as-at", "2026-02-20"]);
    says_no(
        &ran,
        &["housing.html was changed since it was recorded"],
        "a text",
    );
    let site = sealed.after(|site| site.write(&format!("{LOG}/entries/000/001.txt"), "x"));
    let ran = site.run(&["evidence", "northshire/offer", "--as-at", "2026-02-20"]);
    says_no(&ran, &["The record is damaged"], "an entry");
}

#[test]
fn the_commands_of_evidence_hold_where_a_part_is_withheld() {
    let sealed = Sealed::new();
    sealed.site.must(&[
        "redact",
        "northshire/offer",
        "2026-02-02",
        "--page",
        "housing",
        "--here-only",
        "--reason",
        "A name.",
        "--by",
        "The Director",
    ]);
    sealed.seal();
    let site = unpack(&evidence(&sealed, "evidence.zip", "2026-02-20"));
    for block in commands(&site) {
        run(site.path(), &block).unwrap();
    }
}

#[test]
fn evidence_after_a_change_of_key_holds() {
    let sealed = Sealed::new();
    let (old, new) = (sealed.elsewhere("key"), sealed.elsewhere("new"));
    sealed.site.must(&[
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
    let check = |name: &str| {
        let site = unpack(&evidence(&sealed, name, "2026-02-20"));
        for block in commands(&site) {
            run(site.path(), &block).unwrap();
        }
    };
    check("waiting.zip");
    sealed.site.must(&["seal", "northshire", "--key", &new]);
    check("changed.zip");
}
