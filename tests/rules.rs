//! Every rule where it has to speak and where it must not: scripts in `tests/rules/*.txt`, each on
//! a small site of its own (`tests/rules/base`), with what a person reads in `tests/rules/said/`.
//!
//! ```text
//! -- PATH                writes a file: the lines that follow, up to the next mark
//! == check DAY | WORDS   checks as of a day; only problems that hold one of the words are kept
//! == publish DAY …       publishes what has changed, as of a day (`_` in an argument is a space)
//! == refused DAY         publishing must fail
//! == never TEXT          from here on, no output in any format may hold the text
//! // …                   a remark
//! ```
//!
//! `UPDATE_GOLDEN=1` writes what is said anew: read it before you commit it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "in a test, failing is how one says that something is wrong"
)]

mod common;

use std::fs;

use common::golden::Goldens;
use common::{Ran, Site, project};

struct Script {
    site: Site,
    never: Vec<String>,
    told: String,
}

impl Script {
    fn new() -> Self {
        Self {
            site: Site::copy_of(&project().join("tests/rules/base")),
            never: Vec::new(),
            told: String::new(),
        }
    }

    /// Runs a script; gives what was said.
    fn run(mut self, text: &str) -> String {
        let mut lines = text.lines().peekable();
        while let Some(line) = lines.next() {
            if let Some(path) = line.strip_prefix("-- ") {
                let mut content = String::new();
                while let Some(line) = lines.next_if(|line| !is_mark(line)) {
                    content.push_str(line);
                    content.push('\n');
                }
                self.site
                    .write(path.trim(), content.trim_end().to_owned() + "\n");
            } else if let Some(command) = line.strip_prefix("== ") {
                self.command(command);
            } else if let Some(remark) = line.strip_prefix("// ") {
                self.told.push_str(&format!("// {remark}\n"));
            }
        }
        self.told
    }

    fn command(&mut self, command: &str) {
        let (word, rest) = command.split_once(' ').unwrap();
        match word {
            "never" => self.never.push(rest.to_owned()),
            "check" => self.check(rest),
            "publish" => {
                let ran = self.publish(rest);
                assert_eq!(ran.code, Some(0), "{command}\n{}", ran.all());
                self.tell(command, &ran.stdout);
            }
            "refused" => {
                let ran = self.publish(rest);
                assert_eq!(ran.code, Some(1), "{command}\n{}", ran.all());
                self.tell(command, &ran.stderr);
            }
            other => panic!("“{other}” is no command of these scripts"),
        }
    }

    fn publish(&self, rest: &str) -> Ran {
        let mut words = rest.split(' ');
        let day = words.next().unwrap();
        let others: Vec<String> = words.map(|word| word.replace('_', " ")).collect();
        let mut arguments = vec!["publish", "--at", day, "--note", "A change."];
        arguments.extend(others.iter().map(String::as_str));
        self.site.run(&arguments)
    }

    fn check(&mut self, rest: &str) {
        let mut parts = rest.split(" | ");
        let day = parts.next().unwrap();
        let kept: Vec<&str> = parts.collect();
        for format in ["json", "sarif"] {
            let ran = self
                .site
                .run(&["check", "--as-at", day, "--format", format]);
            self.assert_never(&ran.all());
        }
        let ran = self.site.run(&["check", "--as-at", day]);
        self.assert_never(&ran.all());
        let all = ran.stdout;
        let told: Vec<&str> = all
            .split("\n\n")
            .filter(|one| kept.is_empty() || kept.iter().any(|word| one.contains(word)))
            .collect();
        self.tell(&format!("check {rest}"), &told.join("\n\n"));
    }

    fn assert_never(&self, all: &str) {
        for text in &self.never {
            assert!(!all.contains(text), "“{text}” is printed:\n{all}");
        }
    }

    fn tell(&mut self, command: &str, text: &str) {
        let text = match text.trim() {
            "" => "(nothing)",
            text => text,
        };
        self.told.push_str(&format!("== {command}\n{text}\n\n"));
    }
}

fn is_mark(line: &str) -> bool {
    ["-- ", "== ", "// "]
        .iter()
        .any(|mark| line.starts_with(mark))
}

#[test]
fn every_rule_speaks_where_it_has_to_and_nowhere_else() {
    let folder = project().join("tests/rules");
    let mut scripts: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".txt"))
        .collect();
    scripts.sort();
    assert!(scripts.len() >= 12, "the scripts are there");
    let mut goldens = Goldens::new(&folder.join("said"));
    for name in scripts {
        let text = fs::read_to_string(folder.join(&name)).unwrap();
        goldens.check(&name, &Script::new().run(&text));
    }
    goldens.finish(|_| true);
}
