//! The bytes of the files of an index. The format is described in [`super`].

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::words::STOP_WORDS;
use super::{FORMAT, Findable};

/// A file below the folder of the index.
type File = (String, Vec<u8>);

/// A word and the numbers of the results that have it, rising.
#[derive(Debug, Default)]
pub(super) struct Term {
    /// The word.
    pub(super) word: String,
    /// Results that have it in their titles.
    pub(super) titles: Vec<usize>,
    /// Those that have it only in their headings or summaries.
    pub(super) texts: Vec<usize>,
}

/// How large the parts of an index may get.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sizes {
    /// Bytes of the terms in a file. A single term may be larger.
    pub(super) terms: usize,
    /// Results in a file.
    pub(super) results: usize,
    /// Characters of a summary.
    pub(super) summary: usize,
}

impl Default for Sizes {
    /// Measured so that a first search in 30,600 pages loads less than 40 KB.
    fn default() -> Self {
        Self {
            terms: 5_000,
            results: 10,
            summary: 140,
        }
    }
}

/// All files, the directory first.
pub(super) fn files(
    authorities: &[(String, String)],
    findables: &[Findable],
    terms: &[Term],
    sizes: Sizes,
) -> Vec<File> {
    let cut = cut_terms(terms, sizes.terms);
    let mut files = vec![];
    let mut listed = vec![];
    for (number, (first, rows)) in cut.iter().enumerate() {
        let bytes = file_of_rows("terms", rows);
        listed.push(json!([first, bytes.len().div_ceil(1_024)]));
        files.push((format!("terms/{number}.json"), bytes));
    }
    for (number, some) in findables.chunks(sizes.results).enumerate() {
        let rows: Vec<String> = some.iter().map(|one| result(one, sizes.summary)).collect();
        let bytes = file_of_rows("results", &rows);
        files.push((format!("results/{number}.json"), bytes));
    }
    let directory = json!({
        "format": FORMAT,
        "stamp": stamp(&files),
        "results": findables.len(),
        "results_per_file": sizes.results,
        "terms": listed,
        "stop": STOP_WORDS,
        "authorities": ranges(authorities, findables),
    });
    let mut bytes = directory.to_string().into_bytes();
    bytes.push(b'\n');
    files.insert(0, ("directory.json".to_owned(), bytes));
    files
}

/// The terms of each file: its first word, and all of them as rows.
fn cut_terms(terms: &[Term], limit: usize) -> Vec<(&str, Vec<String>)> {
    let mut files: Vec<(&str, Vec<String>)> = vec![];
    let mut size = 0;
    for term in terms {
        let row = row(term);
        size += row.len();
        match files.last_mut() {
            Some((_, rows)) if size <= limit => rows.push(row),
            _ => {
                size = row.len();
                files.push((&term.word, vec![row]));
            }
        }
    }
    files
}

fn row(term: &Term) -> String {
    json!([term.word, encode(&term.titles), encode(&term.texts)]).to_string()
}

fn result(one: &Findable, longest: usize) -> String {
    json!([
        one.title,
        one.path,
        shorten(&one.summary, longest),
        one.remark,
        one.authority
    ])
    .to_string()
}

/// A file with one row on each line.
fn file_of_rows(name: &str, rows: &[String]) -> Vec<u8> {
    let rows = rows.join(",\n");
    format!("{{\"format\":\"{FORMAT}\",\"{name}\":[\n{rows}\n]}}\n").into_bytes()
}

/// Slug, name and first result of each authority.
fn ranges(authorities: &[(String, String)], findables: &[Findable]) -> Vec<Value> {
    let named = authorities.iter().enumerate();
    named
        .map(|(number, (slug, name))| {
            let first = findables.partition_point(|one| one.authority < number);
            json!([slug, name, first])
        })
        .collect()
}

/// A short text that changes with the files.
fn stamp(files: &[File]) -> String {
    let mut digest = Sha256::new();
    for (name, bytes) in files {
        digest.update(name);
        digest.update(bytes.len().to_be_bytes());
        digest.update(bytes);
    }
    let whole = digest.finalize();
    whole
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// A text of at most so many characters, ended after a word.
pub(super) fn shorten(text: &str, longest: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= longest {
        return text;
    }
    // What is cut off, if only a space, makes room for the sign that there was more.
    let start: String = text.chars().take(longest).collect();
    let whole_words = match start.rsplit_once(' ') {
        Some((words, _)) => words.to_owned(),
        None => start.chars().take(longest.saturating_sub(1)).collect(),
    };
    let end = |character: char| matches!(character, ',' | ';' | ':' | '.' | '–' | '—' | ' ');
    format!("{}…", whole_words.trim_end_matches(end))
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Results in a row from which on a run is shorter than one digit for each.
const SHORTEST_RUN: usize = 3;

/// Writes rising numbers as a text.
pub(super) fn encode(numbers: &[usize]) -> String {
    let mut text = String::new();
    let mut next = 0;
    for run in numbers.chunk_by(|one, other| one + 1 == *other) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else {
            continue;
        };
        push_number(&mut text, first - next);
        let more = run.len() - 1;
        if more < SHORTEST_RUN {
            text.extend(std::iter::repeat_n('A', more));
        } else {
            text.push('.');
            push_number(&mut text, more);
        }
        next = last + 1;
    }
    text
}

/// Writes a number in digits of five bits, the lowest first.
fn push_number(text: &mut String, mut number: usize) {
    loop {
        let low = number & 31;
        number >>= 5;
        let digit = if number == 0 { low } else { low | 32 };
        text.push(char::from(DIGITS[digit]));
        if number == 0 {
            return;
        }
    }
}
