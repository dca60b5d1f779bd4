//! The shape of the code, read as text: who may import whom, who may touch the disk and the
//! clock, how long a file may be. Each message names a file and a line.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "in a test, failing is how one says that something is wrong"
)]

#[path = "common/rust_text.rs"]
mod rust_text;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use rust_text::{blank, paths, without_tests, words};

/// The stages a document passes through: a module imports only from those before it.
const ORDER: [&str; 16] = [
    "diagnostics",
    "model",
    "config",
    "source",
    "parse",
    "check",
    "log",
    "record",
    "changes",
    "site",
    "data",
    "theme",
    "output",
    "verify",
    "preview",
    "commands",
];

/// Modules that take texts and give values: no disk, no network, no environment, no clock.
const PURE: [&str; 10] = [
    "diagnostics",
    "model",
    "config",
    "parse",
    "check",
    "log",
    "changes",
    "site",
    "data",
    "theme",
];

/// What none of them may use.
const OUTSIDE: [&str; 11] = [
    "std::fs",
    "std::net",
    "std::env",
    "std::time",
    "std::process",
    "std::os",
    "std::io::stdin",
    "std::io::stdout",
    "walkdir",
    "tempfile",
    "notify",
];

/// Ways to ask what time it is, or where the machine stands.
const CLOCK: [&str; 8] = [
    "std::time::Instant",
    "std::time::SystemTime",
    "Instant::now",
    "SystemTime::now",
    "Timestamp::now",
    "Zoned::now",
    "TimeZone::system",
    "TimeZone::try_system",
];

/// Files that may use hash maps, whose order differs from run to run, and why.
const HASH_MAPS: [(&str, &str); 4] = [
    ("src/changes/text/align.rs", "looked up, never walked"),
    ("src/changes/text/likeness.rs", "looked up, never walked"),
    ("src/changes/text/moves.rs", "looked up, never walked"),
    ("src/parse/body/clean.rs", "the sanitiser asks for them"),
];

const LONGEST: usize = 600;

#[test]
fn modules_import_only_from_those_before_them() {
    let mut found = String::new();
    for file in sources() {
        for path in paths(&file.code) {
            let Some(imported) = file.top_module_of(&path.text) else {
                continue;
            };
            let place = format!("{}:{}", file.path, file.line(path.at));
            match (position(&file.module), position(&imported)) {
                (Some(own), Some(other)) if other > own => {
                    let _ = writeln!(
                        found,
                        "{place}: `{}` uses `{}`, which comes after it",
                        file.module, path.text
                    );
                }
                (Some(_), None) => {
                    let _ = writeln!(found, "{place}: `{}` is not a stage", path.text);
                }
                _ => {}
            }
        }
    }
    assert!(
        found.is_empty(),
        "imports against the order of ARCHITECTURE:\n{found}"
    );
}

#[test]
fn every_folder_is_a_stage_and_says_what_it_is_for() {
    let mut folders: Vec<String> = fs::read_dir(root().join("src"))
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().unwrap().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    folders.sort();
    let mut order = ORDER.map(str::to_owned).to_vec();
    order.sort();
    assert_eq!(folders, order, "the folders of src/ are the stages");

    let library = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let listed: Vec<&str> = library
        .lines()
        .filter_map(|line| line.strip_prefix("//! - [`")?.split('`').next())
        .collect();
    assert_eq!(listed, ORDER, "src/lib.rs lists the stages in their order");
    for module in ORDER {
        let declared = library
            .lines()
            .any(|line| line == format!("pub mod {module};"));
        assert!(declared, "src/lib.rs declares `pub mod {module};`");
    }

    let mut bare = String::new();
    for file in sources() {
        if !file.text.starts_with("//! ") {
            let _ = writeln!(
                bare,
                "{}:1: starts without a line `//! what it is for`",
                file.path
            );
        }
    }
    assert!(bare.is_empty(), "files without a header:\n{bare}");
}

#[test]
fn only_the_outer_stages_touch_the_world() {
    let mut found = String::new();
    for file in sources() {
        for path in paths(&file.code) {
            let place = format!("{}:{}", file.path, file.line(path.at));
            if PURE.contains(&file.module.as_str()) && names_any(&path.text, &OUTSIDE) {
                let _ = writeln!(
                    found,
                    "{place}: `{}` touches nothing, yet uses `{}`",
                    file.module, path.text
                );
            }
            let knows_the_time = CLOCK.iter().any(|clock| has_parts(&path.text, clock));
            if file.module != "commands" && knows_the_time {
                let _ = writeln!(
                    found,
                    "{place}: `{}` reads the clock; only commands do",
                    path.text
                );
            }
            if file.module != "commands" && names_any(&path.text, &["std::env", "std::process"]) {
                let _ = writeln!(found, "{place}: `{}` is for commands only", path.text);
            }
        }
    }
    assert!(
        found.is_empty(),
        "the world is touched where it must not be:\n{found}"
    );
}

#[test]
fn hash_maps_are_only_where_they_are_named() {
    let mut found = String::new();
    let mut unused: Vec<&str> = HASH_MAPS.iter().map(|(file, _)| *file).collect();
    for file in sources() {
        for (at, word) in words(&file.code) {
            if !["HashMap", "HashSet"].contains(&word) {
                continue;
            }
            if HASH_MAPS.iter().any(|(named, _)| *named == file.path) {
                unused.retain(|named| *named != file.path);
            } else {
                let _ = writeln!(
                    found,
                    "{}:{}: `{word}`: use a BTreeMap, or name the file here with a reason",
                    file.path,
                    file.line(at)
                );
            }
        }
    }
    for file in unused {
        let _ = writeln!(found, "{file}:1: is named here and uses no hash map");
    }
    assert!(found.is_empty(), "hash maps:\n{found}");
}

#[test]
fn nothing_gives_up_without_saying_why() {
    let mut found = String::new();
    for file in sources() {
        for call in [
            ".unwrap()",
            ".expect(",
            "panic!(",
            "todo!(",
            "unimplemented!(",
        ] {
            for (at, _) in file.code.match_indices(call) {
                let _ = writeln!(found, "{}:{}: {call}", file.path, file.line(at));
            }
        }
    }
    assert!(
        found.is_empty(),
        "outside tests a problem is returned, not thrown:\n{found}"
    );
}

#[test]
fn no_file_is_too_long() {
    let mut found = String::new();
    let root = root();
    for path in files_below(&root.join("src"))
        .into_iter()
        .chain(files_below(&root.join("tests")))
    {
        if path.ends_with(".rs") || path.starts_with("src/") {
            let text = fs::read_to_string(root.join(&path)).unwrap();
            let lines = text.lines().count();
            if lines >= LONGEST {
                let _ = writeln!(found, "{path}:{LONGEST}: has {lines} lines");
            }
        }
    }
    assert!(
        found.is_empty(),
        "files have under {LONGEST} lines:\n{found}"
    );
}

// ---------------------------------------------------------------------------------------------
// The reader of source texts, and what shows that it reads them right.

/// A source file without its tests.
struct Source {
    /// From the project's folder, with forward slashes.
    path: String,
    text: String,
    /// The text with remarks, strings and tests blanked out; positions stay.
    code: String,
    /// The folder below `src/`.
    module: String,
    /// The module's own path: `["parse", "body", "clean"]`.
    own: Vec<String>,
}

impl Source {
    fn new(path: &str, text: &str) -> Self {
        let inner = path.trim_start_matches("src/").trim_end_matches(".rs");
        let mut own: Vec<String> = inner.split('/').map(str::to_owned).collect();
        if own.last().is_some_and(|last| last == "mod") {
            own.pop();
        }
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
            code: without_tests(&blank(text)),
            module: own[0].clone(),
            own,
        }
    }

    fn line(&self, at: usize) -> usize {
        self.code[..at].matches('\n').count() + 1
    }

    /// Which folder below `src/` a path leads to; `None` for other crates.
    fn top_module_of(&self, path: &str) -> Option<String> {
        let mut parts = path.split("::").peekable();
        let mut at: Vec<&str> = match parts.next()? {
            "crate" | "$crate" | "offerbook" => Vec::new(),
            "self" => self.own.iter().map(String::as_str).collect(),
            "super" => self
                .own
                .iter()
                .rev()
                .skip(1)
                .rev()
                .map(String::as_str)
                .collect(),
            _ => return None,
        };
        for part in parts {
            match part {
                "super" => {
                    at.pop();
                }
                "self" => {}
                other => at.push(other),
            }
        }
        at.first().map(|first| (*first).to_owned())
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder, by its path from the project's folder, in order.
fn files_below(folder: &Path) -> Vec<String> {
    let mut list = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            list.extend(files_below(&path));
        } else {
            let inner = path.strip_prefix(root()).unwrap();
            list.push(inner.to_str().unwrap().replace('\\', "/"));
        }
    }
    list.sort();
    list
}

/// The source files of the stages; files that hold tests alone are left out.
fn sources() -> Vec<Source> {
    let all: Vec<Source> = files_below(&root().join("src"))
        .iter()
        .filter(|path| path.ends_with(".rs"))
        .map(|path| Source::new(path, &fs::read_to_string(root().join(path)).unwrap()))
        .collect();
    let of_tests: Vec<String> = all.iter().flat_map(test_modules).collect();
    // What a module of tests declares belongs to it.
    let below = |path: &str| {
        let mut folders = of_tests.iter().filter_map(|test| test.strip_suffix(".rs"));
        folders.any(|folder| path.starts_with(&format!("{}/", folder.trim_end_matches("/mod"))))
    };
    let list: Vec<Source> = all
        .into_iter()
        .filter(|file| !of_tests.contains(&file.path) && !below(&file.path))
        .filter(|file| !["src/lib.rs", "src/main.rs"].contains(&file.path.as_str()))
        .collect();
    assert!(list.len() > 50, "the sources are found: {}", list.len());
    list
}

/// The files of modules that a file declares under `#[cfg(test)]`.
fn test_modules(file: &Source) -> Vec<String> {
    let folder = match file.path.strip_suffix("/mod.rs") {
        Some(folder) => folder,
        None => file.path.trim_end_matches(".rs"),
    };
    blank(&file.text)
        .split("#[cfg(test)]")
        .skip(1)
        .filter_map(|item| item.split_once(';')?.0.trim().strip_prefix("mod "))
        .flat_map(|name| {
            [
                format!("{folder}/{name}.rs"),
                format!("{folder}/{name}/mod.rs"),
            ]
        })
        .collect()
}

fn position(module: &str) -> Option<usize> {
    ORDER.iter().position(|one| *one == module)
}

/// Whether a path is one of the named ones, or below it.
fn names_any(path: &str, named: &[&str]) -> bool {
    named.iter().any(|name| {
        path.strip_prefix(name)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    })
}

/// Whether the parts of `wanted` stand in a row in `path`.
fn has_parts(path: &str, wanted: &str) -> bool {
    format!("::{path}::").contains(&format!("::{wanted}::"))
}

#[test]
fn the_reader_sees_through_remarks_strings_and_tests() {
    let text = r####"//! crate::commands in a remark
use crate::model::Day; /* crate::output */
const TEXT: &str = "crate::theme \" crate::site";
const RAW: &str = r#"crate::record "quoted" "#;
fn f<'a>(c: char) -> bool { c == '"' || c == '\'' || crate::check::yes('"') }
#[cfg(test)]
mod tests { use crate::commands::run; fn g() { let x = Some(1).unwrap(); } }
use super::super::super::config::Kinds;
"####;
    let file = Source::new("src/parse/body/clean.rs", text);
    let found: Vec<(String, usize)> = paths(&file.code)
        .iter()
        .filter_map(|path| Some((file.top_module_of(&path.text)?, file.line(path.at))))
        .collect();
    let expected = [("model", 2), ("check", 5), ("config", 8)];
    assert_eq!(
        found,
        expected.map(|(module, line)| (module.to_owned(), line))
    );
    assert!(!file.code.contains("unwrap"));
}

#[test]
fn the_reader_follows_trees_and_steps_up() {
    let file = Source::new(
        "src/theme/fill/changes.rs",
        "use crate::{model::{Day, Slug as S}, output::*};\nuse super::{super::views, lists};\n\
         use super::super::super::commands::run;\nfn f() { super::super::super::preview::watch() }\n\
         use std::{fs, io::{self, Read}};\nlet t = jiff::Timestamp::now();",
    );
    let all: Vec<String> = paths(&file.code)
        .into_iter()
        .map(|path| path.text)
        .collect();
    for wanted in [
        "crate::model::Day",
        "crate::model::Slug",
        "crate::output::*",
        "super::super::views",
        "super::lists",
        "std::fs",
        "std::io::Read",
        "jiff::Timestamp::now",
    ] {
        assert!(all.iter().any(|path| path == wanted), "{wanted} in {all:?}");
    }
    let modules: Vec<String> = paths(&file.code)
        .iter()
        .filter_map(|path| file.top_module_of(&path.text))
        .collect();
    let expected = [
        "model", "model", "output", "theme", "theme", "commands", "preview",
    ];
    assert_eq!(modules, expected);
    let tests =
        "#[cfg(test)]\nmod tests;\nmod other;\n#[cfg(test)]\nmod more;\n#[cfg(test)] mod x { }";
    let of = |path: &str| test_modules(&Source::new(path, tests));
    assert_eq!(
        of("src/parse/body.rs"),
        [
            "src/parse/body/tests.rs",
            "src/parse/body/tests/mod.rs",
            "src/parse/body/more.rs",
            "src/parse/body/more/mod.rs",
        ]
    );
    assert_eq!(
        of("src/parse/mod.rs"),
        [
            "src/parse/tests.rs",
            "src/parse/tests/mod.rs",
            "src/parse/more.rs",
            "src/parse/more/mod.rs",
        ]
    );
    assert!(names_any("std::fs::read", &OUTSIDE) && !names_any("std::fmt::Write", &OUTSIDE));
    assert!(has_parts("jiff::Timestamp::now", "Timestamp::now"));
    assert!(!has_parts("jiff::Timestamp::nowhere", "Timestamp::now"));
}
