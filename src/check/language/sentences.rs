//! Sentences, and those that are too long.

use std::ops::Range;

use super::citations::{self, Citation};
use super::tokens::{Chunk, chunks};
use super::{Finding, LanguageSort};
use crate::parse::passages::{Passage, Sort};

/// A sentence of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sentence {
    pub(super) range: Range<usize>,
    pub(super) words: usize,
}

/// Reports sentences of more than `limit` words.
pub(super) fn look(passages: &[Passage], limit: usize, findings: &mut Vec<Finding>) {
    for (index, passage) in passages.iter().enumerate() {
        // A word and the space after it take two bytes at least.
        if !is_own_text(passage.sort) || passage.text.len() / 2 < limit {
            continue;
        }
        let long: Vec<Sentence> = sentences(&passage.text)
            .filter(|sentence| sentence.words > limit)
            .collect();
        if long.is_empty() {
            continue;
        }
        let cited = citations::citations(passage);
        let titles = apart(&cited, |one| one.is_title);
        let said = apart(&cited, |one| !one.is_title && !one.is_law);
        let counted = long
            .into_iter()
            .filter(|sentence| !is_quoted(&passage.text, &sentence.range, &said))
            .map(|sentence| with_titles_as_words(passage, sentence, &titles))
            .filter(|sentence| sentence.words > limit);
        findings.extend(counted.map(|sentence| finding(index, sentence, limit)));
    }
}

fn finding(passage: usize, sentence: Sentence, limit: usize) -> Finding {
    Finding {
        passage,
        range: sentence.range,
        sort: LanguageSort::LongSentence,
        message: format!("this sentence has {} words", sentence.words),
        help: format!(
            "make two or more of it, or a list: at most {limit} words are easy to follow"
        ),
    }
}

/// Where the council writes whole sentences of its own.
fn is_own_text(sort: Sort) -> bool {
    matches!(
        sort,
        Sort::Paragraph | Sort::ListItem | Sort::Cell | Sort::Other
    )
}

fn apart(cited: &[Citation], which: impl Fn(&Citation) -> bool) -> Vec<Citation> {
    citations::apart(cited.iter().filter(|one| which(one)).cloned().collect())
}

/// Whether somebody else said it: nobody may shorten that. A quotation of several paragraphs is
/// closed in the last only.
fn is_quoted(text: &str, sentence: &Range<usize>, said: &[Citation]) -> bool {
    text.get(sentence.clone())
        .is_some_and(|words| words.starts_with(['“', '"', '‘']))
        || citations::within(said, sentence).any(|one| one.range.start <= sentence.start)
}

/// The sentence with each title of a law or document as one word: nobody can shorten it.
fn with_titles_as_words(
    passage: &Passage,
    mut sentence: Sentence,
    titles: &[Citation],
) -> Sentence {
    let range = sentence.range.clone();
    let first = titles.partition_point(|one| one.range.start < range.start);
    let inside = titles
        .iter()
        .skip(first)
        .take_while(|one| one.range.end <= range.end);
    for title in inside {
        let text = passage.text.get(title.range.clone()).unwrap_or_default();
        let words = chunks(text).filter(Chunk::counts).count();
        sentence.words = sentence.words.saturating_sub(words.saturating_sub(1));
    }
    sentence
}

/// The sentences of a text, in order. One that has no words is none.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = Sentence> {
    let mut chunks = chunks(text).peekable();
    std::iter::from_fn(move || {
        loop {
            let mut sentence: Option<Sentence> = None;
            let mut before: Option<Chunk<'_>> = None;
            while let Some(chunk) = chunks.next() {
                let open = sentence.get_or_insert(Sentence {
                    range: chunk.start..chunk.start,
                    words: 0,
                });
                open.range.end = chunk.end();
                open.words += usize::from(chunk.counts());
                if ends_sentence(&chunk, before.as_ref(), chunks.peek()) {
                    break;
                }
                before = Some(chunk);
            }
            let sentence = sentence?;
            if sentence.words > 0 {
                return Some(sentence);
            }
        }
    })
}

/// Whether a sentence ends with this chunk. In doubt it does: a sentence that is cut short is
/// never called too long.
fn ends_sentence(chunk: &Chunk<'_>, before: Option<&Chunk<'_>>, next: Option<&Chunk<'_>>) -> bool {
    let Some(next) = next else {
        return true;
    };
    if next.on_new_line {
        return true;
    }
    let bare = chunk.text.trim_end_matches(CLOSING);
    if !bare.ends_with(['.', '!', '?', '…']) || !can_start(next.text) {
        return false;
    }
    let Some(stem) = bare.strip_suffix('.') else {
        return true;
    };
    let stem = stem.trim_start_matches(OPENING);
    let next_is_number = next.text.starts_with(|c: char| c.is_ascii_digit());
    !(is_one_of(stem, NEVER_LAST)
        || next_is_number && is_one_of(stem, BEFORE_NUMBER)
        || before.is_none() && stem.chars().all(|c| c.is_ascii_digit())
        || is_initial(stem, before))
}

const CLOSING: [char; 8] = ['"', '”', '’', '\'', ')', ']', '*', '»'];
const OPENING: [char; 8] = ['"', '“', '‘', '\'', '(', '[', '*', '«'];

/// Titles of people and short forms that never end a sentence.
const NEVER_LAST: &[&str] = &[
    "e.g", "eg", "i.e", "ie", "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "cllr", "st", "sgt",
    "insp", "hon", "cf", "vs", "v", "viz",
];

/// Short forms that end no sentence if a number follows.
const BEFORE_NUMBER: &[&str] = &[
    "no", "nos", "s", "ss", "sec", "para", "paras", "p", "pp", "ch", "art", "arts", "reg", "regs",
    "sch", "r", "rr", "vol", "fig", "ed", "pt", "ext", "tel", "c", "approx",
];

fn is_one_of(stem: &str, list: &[&str]) -> bool {
    list.iter().any(|one| one.eq_ignore_ascii_case(stem))
}

/// `J. Smith`, but not `in category C. Then`.
fn is_initial(stem: &str, before: Option<&Chunk<'_>>) -> bool {
    let mut letters = stem.chars();
    let is_one_capital = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    let after_name = before.is_none_or(|before| {
        before.text.starts_with(char::is_uppercase) || is_one_of(before.text, &["by"])
    });
    is_one_capital && after_name
}

/// A sentence does not go on with a small letter, nor start with one.
fn can_start(chunk: &str) -> bool {
    let first = chunk.trim_start_matches(OPENING).chars().next();
    first.is_none_or(|first| !first.is_lowercase() && !matches!(first, '-' | '–' | '—' | '&'))
}

#[cfg(test)]
mod tests;
