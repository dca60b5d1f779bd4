//! What the interface says stands in tables, whole, in every language that comes with the program.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "in a test, failing is how one says that something is wrong"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const WORDS: &str = "themes/default/words";
const TEMPLATES: &str = "themes/default/templates";

fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Files of a folder and those below, with one of these endings.
fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![project().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if endings
                .iter()
                .any(|one| path.extension().is_some_and(|have| have == *one))
            {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn shown(path: &Path) -> String {
    path.strip_prefix(project())
        .unwrap()
        .to_string_lossy()
        .into_owned()
}

/// A source without its tests, which stand at its end.
fn code(text: &str) -> String {
    text.split("#[cfg(test)]").next().unwrap().to_owned()
}

/// A language's messages: by name, the file and the values that are filled in.
fn messages(language: &str) -> BTreeMap<String, (String, BTreeSet<String>)> {
    let mut all = BTreeMap::new();
    for path in files(&format!("{WORDS}/{language}"), &["ftl"]) {
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let mut current = String::new();
        for line in fs::read_to_string(&path).unwrap().lines() {
            if line.starts_with('#') {
                continue;
            }
            if let Some((name, _)) = line.split_once(" =").filter(|_| !line.starts_with(' ')) {
                current = name.to_owned();
                let before = all.insert(current.clone(), (stem.clone(), BTreeSet::new()));
                assert!(before.is_none(), "{} has “{name}” twice", shown(&path));
                assert!(
                    name.starts_with(&format!("{stem}-")),
                    "{}: “{name}” should start with “{stem}-”, as its file is called",
                    shown(&path)
                );
            }
            let values = line.split('$').skip(1).map(|rest| {
                rest.chars()
                    .take_while(|one| one.is_alphanumeric() || "-_".contains(*one))
                    .collect()
            });
            if let Some((_, known)) = all.get_mut(&current) {
                known.extend(values.collect::<Vec<String>>());
            }
        }
    }
    all
}

#[test]
fn every_language_has_every_message() {
    let english = messages("en");
    assert!(!english.is_empty());
    for entry in fs::read_dir(project().join(WORDS)).unwrap() {
        let language = entry.unwrap().file_name().to_string_lossy().into_owned();
        let own = messages(&language);
        let mut wrong = Vec::new();
        for (name, (file, values)) in &english {
            match own.get(name) {
                None => wrong.push(format!("{name} is missing")),
                Some((other, _)) if other != file => {
                    wrong.push(format!(
                        "{name} stands in {other}.ftl, in English in {file}.ftl"
                    ));
                }
                // A language may say a thing without a number that English shows, and not with
                // something that is never filled in.
                Some((_, other)) if !other.is_subset(values) => {
                    wrong.push(format!("{name} fills in {other:?}, in English {values:?}"))
                }
                Some((_, other)) => {
                    let lost: Vec<_> = values.difference(other).collect();
                    if !lost.is_empty() {
                        wrong.push(format!("{name} leaves out {lost:?}"));
                    }
                }
            }
        }
        for name in own.keys().filter(|name| !english.contains_key(*name)) {
            wrong.push(format!("{name} is not there in English"));
        }
        assert!(wrong.is_empty(), "in “{language}”:\n{}", wrong.join("\n"));
    }
}

/// Every message that templates, scripts and the program ask for, with a file that does.
fn asked() -> BTreeMap<String, String> {
    let mut asked = BTreeMap::new();
    let known = messages("en");
    let mut sources = files(TEMPLATES, &["html", "xml", "link"]);
    sources.extend(files("themes/default/static", &["js"]));
    sources.extend(files("src/theme", &["rs"]));
    for path in sources {
        if path.to_string_lossy().ends_with("_tests.rs") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let is_rust = path.extension().is_some_and(|ending| ending == "rs");
        let text = if is_rust { code(&text) } else { text };
        // Between quotation marks, as a name of a message is written.
        for part in text.split('"') {
            let name = part.rsplit_once(':').map_or(part, |(before, name)| {
                if before == "say" || before == "say-count" {
                    name
                } else {
                    part
                }
            });
            let is_name = name.contains('-')
                && name
                    .chars()
                    .all(|one| one.is_ascii_lowercase() || one.is_ascii_digit() || one == '-');
            let is_said = text.contains(&format!("say(word=\"{name}\""))
                || part.starts_with("say:")
                || part.starts_with("say-count:");
            if is_name && (known.contains_key(name) || is_said) {
                asked.entry(name.to_owned()).or_insert_with(|| shown(&path));
            }
        }
        // Names that are put together: months.
        if text.contains("dates-month-{:02}") {
            for month in 1..=12 {
                asked.insert(format!("dates-month-{month:02}"), shown(&path));
            }
        }
        // What is asked for by name, and not there.
        for call in [".say(", ".fill("] {
            for after in text.split(call).skip(1) {
                let Some(after) = after.trim_start().strip_prefix('"') else {
                    continue;
                };
                let name = after.split('"').next().unwrap();
                asked.entry(name.to_owned()).or_insert_with(|| shown(&path));
            }
        }
    }
    asked
}

#[test]
fn every_message_is_there_and_needed() {
    let known = messages("en");
    let asked = asked();
    let missing: Vec<String> = asked
        .iter()
        .filter(|(name, _)| !known.contains_key(*name))
        .map(|(name, file)| format!("{file} asks for “{name}”, which is not there"))
        .collect();
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    let idle: Vec<&String> = known
        .keys()
        .filter(|name| !asked.contains_key(*name))
        .collect();
    assert!(idle.is_empty(), "nobody asks for {idle:?}");
}

/// A template without its marks, its remarks and its elements: what is left is words.
fn bare(text: &str) -> String {
    let mut text = text.to_owned();
    // Commands and names of files are the same in every language.
    for (open, close) in [
        ("<pre", "</pre>"),
        ("<code", "</code>"),
        ("{#", "#}"),
        ("{%", "%}"),
        ("{{", "}}"),
        ("<", ">"),
    ] {
        while let Some(at) = text.find(open) {
            let end = text[at..]
                .find(close)
                .map_or(text.len(), |end| at + end + close.len());
            let lines = text[at..end].matches('\n').count();
            text.replace_range(at..end, &"\n".repeat(lines));
        }
    }
    text
}

#[test]
fn templates_hold_no_words_of_their_own() {
    let mut wrong = Vec::new();
    for path in files(TEMPLATES, &["html"]) {
        let text = fs::read_to_string(&path).unwrap();
        for (number, line) in bare(&text).lines().enumerate() {
            let line = line.trim();
            let is_file = |word: &str| word.contains('.') || ["checkpoint", "vkey"].contains(&word);
            let is_words = line.split([',', ' ']).any(|word| {
                word.chars().any(char::is_alphabetic) && !is_file(word) && word != "&nbsp;"
            });
            if is_words {
                wrong.push(format!("{}:{}: {line}", shown(&path), number + 1));
            }
        }
        for attribute in ["aria-label", "title", "placeholder", "data-label", "alt"] {
            for after in text.split(&format!(" {attribute}=\"")).skip(1) {
                let value = after.split('"').next().unwrap();
                if !value.starts_with("{{") && value.chars().any(char::is_alphabetic) {
                    wrong.push(format!("{}: {attribute}=“{value}”", shown(&path)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_program_holds_no_words_of_the_interface() {
    let mut wrong = Vec::new();
    for path in files("src/theme/fill", &["rs"]) {
        // Languages are called by their own names; tests say what they like.
        if path.ends_with("fill/words.rs") || shown(&path).ends_with("_tests.rs") {
            continue;
        }
        let text = code(&fs::read_to_string(&path).unwrap());
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap();
            if code.contains("reason =") || code.trim_start().starts_with('#') {
                continue;
            }
            for literal in code.split('"').skip(1).step_by(2) {
                // What is filled in is no word.
                let literal = bare(&literal.replace('{', "{{").replace('}', "}}"));
                let literal = literal.as_str();
                let mut letters = literal.chars();
                let starts = letters.next().is_some_and(char::is_uppercase)
                    && letters
                        .next()
                        .is_some_and(|one| one.is_lowercase() || one == ' ');
                let is_phrase = literal.trim().contains(' ')
                    && literal.chars().any(char::is_alphabetic)
                    && !literal.contains(['<', '=', '/']);
                // Names of the web's own, which nobody translates.
                let is_name = ["Organization", "WebSite", "Place"]
                    .iter()
                    .any(|name| literal.ends_with(name))
                    || SCHEMA.contains(&literal);
                if (starts || is_phrase) && !is_name {
                    wrong.push(format!("{}:{}: {literal}", shown(&path), number + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Types of schema.org, relations of RFC 7089, and titles of files that show none.
const SCHEMA: [&str; 11] = [
    "first last memento",
    "first memento",
    "last memento",
    "Sitemap",
    "Time map",
    "DigitalDocument",
    "GovernmentService",
    "AdministrativeArea",
    "Service",
    "Country",
    "Audience",
];
