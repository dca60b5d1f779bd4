//! An index that a script on a page can search: small files of which a search loads only a few.
//!
//! - [`mod@words`]: how a text is cut into words, in the index and in what readers ask for
//! - [`mod@files`]: the bytes of the three kinds of files
//! - [`findables()`]: what of an authority can be found
//!
//! # The format `offerbook-search/v1`
//!
//! All files are JSON in UTF-8, and each names the format in `format`. Results are numbered from 0
//! in the order of their authorities, and within one of their paths.
//!
//! `directory.json` is read first:
//!
//! - `stamp`: changes whenever any other file does. Other files are asked for with `?` and the
//!   stamp behind their names, so that no copy from before a change is mixed with new ones.
//! - `results`: how many results there are; `results_per_file`: how many of them are in a file,
//!   so that result 25 of 10 per file is the sixth of `results/2.json`.
//! - `terms`: for each file `terms/0.json`, `terms/1.json`, … its first term, and its size in
//!   kilobytes (1,024 bytes), rounded up. Terms are in the order of their UTF-16 units, which is
//!   how scripts compare texts. A term is in the last file whose first term is not behind it.
//! - `stop`: words that are in no terms file.
//! - `authorities`: for each authority its slug, its name and the number of its first result. Its
//!   results end where those of the next one begin.
//!
//! `terms/N.json` has `terms`: for each term the word, then the results that have it in their
//! titles, then those that have it only in a heading or a summary. Both are lists of rising
//! numbers, written as a text:
//!
//! - A number is written in digits of base 64 (`A` to `Z`, `a` to `z`, `0` to `9`, `+`, `/`), the
//!   lowest first. Each digit has five bits of the number, and 32 more if another digit follows.
//! - Each result is written as how many results lie between it and the one before; the first one
//!   as its own number.
//! - `.` and a number stand for so many results that follow one another without a gap.
//!
//! So `C.FB` is 2, then 3 to 7, then 9.
//!
//! `results/N.json` has `results`: for each its title, its path from the root of the site, its
//! summary, its remark (or an empty text) and the number of its authority.

mod files;
mod findables;
mod words;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use files::{Sizes, Term, files};
pub use findables::{Findables, findables};
use words::{is_stop_word, words};

/// The name of the format, in every file.
pub const FORMAT: &str = "offerbook-search/v1";

/// One page that can be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findable {
    /// What it is called.
    pub title: String,
    /// Its path from the root of the site, without a slash in front:
    /// `derby/kinship-local-offer/housing/`.
    pub path: String,
    /// The number of its authority.
    pub authority: usize,
    /// What it is about, in a sentence or two.
    pub summary: String,
    /// The words of its headings.
    pub headings: Vec<String>,
    /// What is shown with it beside its title, such as `Version of 1 July 2026`, or nothing.
    pub remark: String,
}

/// The files of an index, by their paths below its folder. Authorities are given as slug and name,
/// in the order of their numbers.
pub fn index(
    authorities: &[(String, String)],
    mut findables: Vec<Findable>,
) -> Vec<(String, Vec<u8>)> {
    findables.sort_by(|a, b| in_order(a).cmp(&in_order(b)));
    files(
        authorities,
        &findables,
        &terms(&findables),
        Sizes::default(),
    )
}

/// What decides the number of a result. Paths differ; the rest is for those that should.
fn in_order(one: &Findable) -> (usize, &str, &str, &str, &str, &[String]) {
    (
        one.authority,
        &one.path,
        &one.title,
        &one.remark,
        &one.summary,
        &one.headings,
    )
}

/// All terms, in the order in which a script would sort them.
fn terms(findables: &[Findable]) -> Vec<Term> {
    let mut terms: BTreeMap<String, Term> = BTreeMap::new();
    let mut add = |number: usize, word: String, is_title: bool| {
        let term = terms.entry(word).or_insert_with_key(|word| Term {
            word: word.clone(),
            ..Term::default()
        });
        if is_title {
            term.titles.push(number);
        } else {
            term.texts.push(number);
        }
    };
    for (number, findable) in findables.iter().enumerate() {
        let title = indexed([findable.title.as_str()]);
        let headings = findable.headings.iter().map(String::as_str);
        let text = indexed(headings.chain([findable.summary.as_str()]));
        for word in text.difference(&title) {
            add(number, word.clone(), false);
        }
        for word in title {
            add(number, word, true);
        }
    }
    let mut terms: Vec<Term> = terms.into_values().collect();
    terms.sort_by(|a, b| a.word.encode_utf16().cmp(b.word.encode_utf16()));
    terms
}

/// The words of texts, each once.
fn indexed<'t>(texts: impl IntoIterator<Item = &'t str>) -> BTreeSet<String> {
    let mut all: BTreeSet<String> = texts.into_iter().flat_map(words).collect();
    all.retain(|word| !is_stop_word(word));
    all
}
