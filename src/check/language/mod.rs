//! Whether the words of a page are plain: rules over its passages.
//!
//! 1. sentences with too many words;
//! 2. abbreviations that the page never explains;
//! 3. words that have a plainer or kinder one, from a [`WordList`];
//! 4. links that do not say where they lead;
//! 5. columns of tables without a heading;
//! 6. pictures whose words do not say what they show.
//!
//! Rules 1 to 4 know English only. All prefer silence to a doubtful finding: somebody who is told
//! ten times about things that are fine does not read the eleventh.
//!
//! [`reading()`] estimates how old a reader has to be. It is a figure to report, not a rule.

mod abbreviations;
mod citations;
mod disliked;
mod expansions;
mod images;
mod links;
mod reading;
mod sentences;
mod syllables;
mod tables;
mod terms;
mod tokens;
mod word_list;

use std::ops::Range;

use crate::parse::passages::Passage;

pub use reading::{Reading, reading};
pub use word_list::WordList;

/// Words in a sentence of a usual page, as GOV.UK advises in its guidance on writing.
pub const LIMIT_STANDARD: usize = 25;

/// Words in a sentence of an easy-read page.
pub const LIMIT_EASY_READ: usize = 15;

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LanguageSort {
    /// A sentence has more words than the limit.
    LongSentence,
    /// An abbreviation is used and nowhere on the page explained.
    Abbreviation,
    /// A word has a plainer or kinder one.
    Disliked,
    /// A link does not say where it leads.
    LinkText,
    /// A column of a table has no heading.
    TableHeader,
    /// The words for a picture do not say what it shows.
    ImageText,
}

/// Something that an editor should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which of the passages, from 0.
    pub passage: usize,
    /// Bytes of the passage's text. [`Passage::span`] finds them in the Markdown.
    pub range: Range<usize>,
    /// What it is about.
    pub sort: LanguageSort,
    /// What is wrong, in plain words.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// Looks at the passages of one page. `language` is a tag such as `en` or `cy` (BCP 47); words
/// and links are looked at in English only. `limit_words` is the longest that a sentence may be.
/// Findings come in the order in which they stand on the page.
pub fn look(
    passages: &[Passage],
    words: &WordList,
    language: &str,
    limit_words: usize,
) -> Vec<Finding> {
    let mut findings = tables::look(passages);
    images::look(passages, &mut findings);
    if is_english(language) {
        let tokens = tokens::PageWords::of(passages);
        sentences::look(passages, limit_words, &mut findings);
        abbreviations::look(passages, &tokens, words, &mut findings);
        disliked::look(passages, &tokens, words, &mut findings);
        links::look(passages, &mut findings);
    }
    findings.sort_by_key(|finding| (finding.passage, finding.range.start, finding.sort));
    findings
}

/// `en`, `en-GB`, and a page that does not say.
fn is_english(language: &str) -> bool {
    let first = language.split(['-', '_']).next().unwrap_or_default();
    first.is_empty() || first.eq_ignore_ascii_case("en")
}

#[cfg(test)]
mod tests;
