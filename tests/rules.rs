//! Every rule where it has to speak and where it must not: scripts in `tests/rules/*.txt`, each on
//! a small site of its own (`tests/rules/base`), with what a person reads in `tests/rules/said/`.
//!
//! ```text
//! -- PATH                writes a file: the lines that follow, up to the next mark
//! -- PATH (zip)          a zip file: parts, each after a line `@@ NAME`
//! -- PATH (hex)          bytes as hexadecimal digits, with remarks after `#`
//! -- remove PATH         takes a file away
//! == check DAY | WORDS   checks as of a day; only problems that hold one of the words are kept
//! == quiet DAY           checks as of a day, and says only what is wrong
//! == publish DAY …       publishes what has changed, as of a day (`_` in an argument is a space)
//! == warned DAY … | WORDS  the same, with what it warns of
//! == refused DAY         publishing must fail
//! == page DAY PATH | WORDS  builds as of a day; only lines of the page that hold one of the words
//!                        are kept
//! == runs COMMAND …      any other command, which must not fail
//! == fails COMMAND …     any other command, which must fail
//! == never TEXT          from here on, no output in any format may hold the text
//! == set NAME=VALUE      sets a variable of the environment
//! == hash FROM TO        makes digests of a deny list
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
use std::io::{Cursor, Write};

use common::golden::Goldens;
use common::{Program, Ran, Site, copy_folder, project};
use serde_json::Value;

struct Script {
    /// The site stands in `site/`: a deny list stands beside it.
    folder: Site,
    variables: Vec<(String, String)>,
    never: Vec<String>,
    told: String,
}

impl Script {
    fn new() -> Self {
        let folder = Site::empty();
        copy_folder(&project().join("tests/rules/base"), &folder.at("site"));
        Self {
            folder,
            variables: Vec::new(),
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
                self.file(path.trim(), &content);
            } else if let Some(command) = line.strip_prefix("== ") {
                self.command(command);
            } else if let Some(remark) = line.strip_prefix("// ") {
                self.told.push_str(&format!("// {remark}\n"));
            }
        }
        self.told
    }

    fn file(&self, path: &str, content: &str) {
        if let Some(path) = path.strip_prefix("remove ") {
            return self.folder.remove(&format!("site/{path}"));
        }
        let (path, bytes) = match path.split_once(" (") {
            Some((path, "zip)")) => (path, zipped(content)),
            Some((path, "hex)")) => (path, hexadecimal(content)),
            _ => (path, (content.trim_end().to_owned() + "\n").into_bytes()),
        };
        self.folder.write(&format!("site/{path}"), bytes);
    }

    fn run_program(&self, arguments: &[&str]) -> Ran {
        let mut program = Program::new(&self.folder.at("site"), arguments);
        program = program.env("OFFERBOOK_DENY_LIST", "");
        for (name, value) in &self.variables {
            program = program.env(name, value);
        }
        program.finish()
    }

    fn command(&mut self, command: &str) {
        let (word, rest) = command.split_once(' ').unwrap();
        match word {
            "never" => self.never.push(rest.to_owned()),
            "check" => self.check(rest),
            "set" => {
                let (name, value) = rest.split_once('=').unwrap();
                self.variables.push((name.to_owned(), value.to_owned()));
            }
            "hash" => {
                let (from, to) = rest.split_once(' ').unwrap();
                let ran = self.run_program(&["deny-list", from]);
                assert_eq!(ran.code, Some(0), "{}", ran.all());
                self.folder.write(&format!("site/{to}"), &ran.stdout);
            }
            "publish" => {
                let ran = self.publish(rest);
                assert_eq!(ran.code, Some(0), "{command}\n{}", ran.all());
                self.tell(command, &ran.stdout);
            }
            "warned" => {
                let mut parts = rest.split(" | ");
                let ran = self.publish(parts.next().unwrap());
                assert_eq!(ran.code, Some(0), "{command}\n{}", ran.all());
                let kept: Vec<&str> = parts.collect();
                let told = those_with(&kept, ran.stderr.trim_end());
                self.tell(command, &format!("{told}\n\n{}", ran.stdout));
            }
            "page" => self.page(rest),
            "refused" => {
                let ran = self.publish(rest);
                assert_eq!(ran.code, Some(1), "{command}\n{}", ran.all());
                self.tell(command, &ran.stderr);
            }
            "quiet" => {
                let ran = self.run_program(&["check", "--as-at", rest, "--quiet"]);
                self.assert_never(&ran.all());
                self.tell(command, &ran.all());
            }
            "runs" | "fails" => {
                let arguments: Vec<String> =
                    rest.split(' ').map(|one| one.replace('_', " ")).collect();
                let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
                let ran = self.run_program(&arguments);
                self.assert_never(&ran.all());
                assert_eq!(ran.code, Some(i32::from(word == "fails")), "{}", ran.all());
                // What is said when all is well tells how long it took.
                let text = if word == "fails" {
                    ran.all()
                } else {
                    String::new()
                };
                self.tell(command, &text);
            }
            other => panic!("“{other}” is no command of these scripts"),
        }
    }

    fn publish(&self, rest: &str) -> Ran {
        let mut words = rest.split(' ');
        let day = words.next().unwrap();
        let others: Vec<String> = words.map(|word| word.replace('_', " ")).collect();
        let mut arguments = vec!["publish", "--at", day];
        if !others.iter().any(|word| word == "--note") {
            arguments.extend(["--note", "A change."]);
        }
        arguments.extend(others.iter().map(String::as_str));
        let ran = self.run_program(&arguments);
        self.assert_never(&ran.all());
        ran
    }

    fn check(&mut self, rest: &str) {
        let mut parts = rest.split(" | ");
        let day = parts.next().unwrap();
        let kept: Vec<&str> = parts.collect();
        let ran = self.run_program(&["check", "--as-at", day, "--format", "sarif"]);
        self.assert_never(&ran.all());
        let ran = self.run_program(&["check", "--as-at", day, "--format", "json"]);
        self.assert_never(&ran.all());
        let report: Value = serde_json::from_str(&ran.stdout).unwrap();
        let fails = report["errors"].as_u64().unwrap() > 0;
        assert_eq!(ran.code, Some(i32::from(fails)), "errors alone fail");
        for one in report["problems"].as_array().unwrap() {
            self.assert_there(one);
        }
        let ran = self.run_program(&["check", "--as-at", day]);
        self.assert_never(&ran.all());
        self.tell(&format!("check {rest}"), &those_with(&kept, &ran.stdout));
    }

    /// What a page of the site says.
    fn page(&mut self, rest: &str) {
        let mut parts = rest.split(" | ");
        let (day, path) = parts.next().unwrap().split_once(' ').unwrap();
        let kept: Vec<&str> = parts.collect();
        let ran = self.run_program(&["build", "--as-at", day]);
        assert_eq!(ran.code, Some(0), "{}", ran.all());
        let html = self.folder.read(&format!("site/public/{path}"));
        let main = html.split_once("<main").unwrap().1;
        let main = main.split_once("</main>").unwrap().0;
        let text = words_of(main);
        let lines: Vec<&str> = text
            .lines()
            .filter(|line| kept.iter().any(|word| line.contains(word)))
            .collect();
        self.tell(&format!("page {rest}"), &lines.join("\n"));
    }

    fn assert_never(&self, all: &str) {
        for text in &self.never {
            assert!(!all.contains(text), "“{text}” is printed:\n{all}");
        }
    }

    /// What is marked stands where the problem says; what is hidden is as long as it.
    fn assert_there(&self, one: &Value) {
        let (Some(file), Some(marked)) = (one["file"].as_str(), one["text"].as_str()) else {
            return;
        };
        // The path itself may be hidden.
        let Ok(text) = fs::read_to_string(self.folder.at("site").join(file)) else {
            return;
        };
        let line = one["line"].as_u64().unwrap() as usize;
        let column = one["column"].as_u64().unwrap() as usize;
        let rest: String = text.split_inclusive('\n').skip(line - 1).collect();
        let rest: String = rest.chars().skip(column - 1).collect();
        let is_same = |(shown, there): (u8, u8)| shown == there || shown == b'*';
        assert!(
            rest.len() >= marked.len() && marked.bytes().zip(rest.bytes()).all(is_same),
            "{file}:{line}:{column}: {marked:?} does not stand there"
        );
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

/// Those of some problems that hold one of the words; all of them where there are no words.
fn those_with(words: &[&str], problems: &str) -> String {
    let kept: Vec<&str> = problems
        .split("\n\n")
        .filter(|one| words.is_empty() || words.iter().any(|word| one.contains(word)))
        .collect();
    kept.join("\n\n")
}

/// The words of a part of a page, a line a block.
fn words_of(html: &str) -> String {
    const INLINE: [&str; 6] = ["a", "b", "em", "span", "strong", "time"];
    let mut text = String::new();
    for part in html.split('<').skip(1) {
        let (tag, after) = part.split_once('>').unwrap();
        let name = tag.trim_start_matches('/');
        let name = name.split([' ', '/']).next().unwrap();
        if !INLINE.contains(&name) {
            text.push('\n');
        }
        text.push_str(after.trim_matches('\n'));
    }
    text
}

fn zipped(content: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for part in format!("\n{content}").split("\n@@ ").skip(1) {
        let (name, text) = part.split_once('\n').unwrap();
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn hexadecimal(content: &str) -> Vec<u8> {
    let lines = content.lines().map(|line| line.split('#').next().unwrap());
    let digits: Vec<u8> = lines
        .flat_map(str::split_whitespace)
        .flat_map(str::bytes)
        .collect();
    let pairs = digits
        .chunks(2)
        .map(|pair| std::str::from_utf8(pair).unwrap());
    pairs
        .map(|pair| u8::from_str_radix(pair, 16).unwrap())
        .collect()
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
    assert!(scripts.len() >= 18, "the scripts are there");
    let mut goldens = Goldens::new(&folder.join("said"));
    for name in scripts {
        let text = fs::read_to_string(folder.join(&name)).unwrap();
        goldens.check(&name, &Script::new().run(&text));
    }
    goldens.finish(|_| true);
}
