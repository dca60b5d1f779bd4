//! Words that have a plainer or kinder one: once for each page and entry, where it first stands.

use std::collections::BTreeMap;
use std::ops::Range;

use super::citations::{self, Citation};
use super::sentences;
use super::terms::{Reason, Term};
use super::tokens::{PageWords, Word};
use super::word_list::{Entry, WordList};
use super::{Finding, LanguageSort};
use crate::parse::passages::Passage;

/// Where an entry stands on the page.
struct Uses<'w> {
    entry: &'w Entry,
    passage: usize,
    range: Range<usize>,
    count: usize,
}

/// Reports the words of the list.
pub(super) fn look(
    passages: &[Passage],
    page: &PageWords,
    list: &WordList,
    findings: &mut Vec<Finding>,
) {
    let mut uses: BTreeMap<&str, Uses<'_>> = BTreeMap::new();
    for (index, passage) in passages.iter().enumerate() {
        if !citations::is_own(passage.sort) {
            continue;
        }
        for (entry, range) in matches(passage, page.of_passage(index), list) {
            uses.entry(entry.name.as_str())
                .and_modify(|one| one.count += 1)
                .or_insert(Uses {
                    entry,
                    passage: index,
                    range,
                    count: 1,
                });
        }
    }
    findings.extend(uses.into_values().map(|one| finding(&one, passages)));
}

fn finding(uses: &Uses<'_>, passages: &[Passage]) -> Finding {
    let written = passages
        .get(uses.passage)
        .and_then(|passage| passage.text.get(uses.range.clone()))
        .unwrap_or_default();
    let mut message = uses.entry.message(&written.replace('\n', " "));
    if uses.count > 1 {
        message.push_str(&format!(" ({} times on this page)", uses.count));
    }
    Finding {
        passage: uses.passage,
        range: uses.range.clone(),
        sort: LanguageSort::Disliked,
        message,
        help: uses.entry.help.clone(),
    }
}

/// The entries that stand in a passage, in the council's own words.
fn matches<'w>(
    passage: &Passage,
    tokens: &[Word],
    list: &'w WordList,
) -> Vec<(&'w Entry, Range<usize>)> {
    let text = passage.text.as_str();
    let mut found = Vec::new();
    // Most passages have no match, and so are never read for citations.
    let mut around: Option<Around> = None;
    let mut small = String::new();
    let mut index = 0;
    while let Some(word) = tokens.get(index) {
        if !list.may_start(word.of(text)) {
            index += 1;
            continue;
        }
        put_small(word.of(text), &mut small);
        let Some((entry, length)) = list.at(text, tokens, index, &small) else {
            index += 1;
            continue;
        };
        let end = tokens
            .get(index + length - 1)
            .map_or(word.range.end, |last| last.range.end);
        let range = word.range.start..with_full_stop(text, word.range.start, end);
        let around = around.get_or_insert_with(|| Around::of(passage));
        let place = Match {
            text,
            tokens,
            first: index,
            after: index + length,
        };
        if citations::within(&around.cited, &range).next().is_none()
            && !place.is_name(entry.term.map(|term| term.reason))
            && entry.term.is_none_or(|term| place.counts(term, around))
        {
            found.push((entry, range));
        }
        index += length.max(1);
    }
    found
}

/// The full stop after `e.g` belongs to it.
fn with_full_stop(text: &str, start: usize, end: usize) -> usize {
    let is_dotted = text
        .get(start..end)
        .is_some_and(|words| words.contains('.'));
    let goes_on = text.get(end..).is_some_and(|rest| rest.starts_with('.'));
    end + usize::from(is_dotted && goes_on)
}

fn put_small(word: &str, small: &mut String) {
    small.clear();
    for character in word.chars() {
        if character == '’' {
            small.push('\'');
        } else {
            small.extend(character.to_lowercase());
        }
    }
}

/// What a passage holds beside its words.
struct Around {
    /// In order and apart.
    cited: Vec<Citation>,
    sentences: Vec<Range<usize>>,
}

impl Around {
    fn of(passage: &Passage) -> Self {
        Self {
            cited: citations::apart(citations::citations(passage)),
            sentences: sentences::sentences(&passage.text)
                .map(|sentence| sentence.range)
                .collect(),
        }
    }

    fn sentence(&self, byte: usize) -> Option<&Range<usize>> {
        let index = self.sentences.partition_point(|one| one.end <= byte);
        self.sentences.get(index)
    }
}

/// Words of a passage that match an entry.
struct Match<'m> {
    text: &'m str,
    tokens: &'m [Word],
    first: usize,
    after: usize,
}

impl Match<'_> {
    fn word(&self, index: usize) -> Option<&str> {
        self.tokens.get(index).map(|word| word.of(self.text))
    }

    fn before(&self) -> Option<&str> {
        self.first
            .checked_sub(1)
            .and_then(|before| self.word(before))
    }

    /// Whether the words are (in) a name, such as that of a team or scheme. Official words with a
    /// capital inside a sentence always are. Others, which councils like to write with capitals
    /// (Looked After Children), are if the words beside them have capitals too.
    fn is_name(&self, reason: Option<Reason>) -> bool {
        if !self.is_capital(self.first) || self.tokens.get(self.first).is_none_or(Word::is_loud) {
            return false;
        }
        let starts = self.starts_sentence(self.first);
        let goes_on = self.is_capital(self.after) && self.is_close(self.after);
        goes_on || !starts && (reason == Some(Reason::Official) || self.continues_name())
    }

    /// Whether the word before, without small words, has a capital inside the sentence.
    fn continues_name(&self) -> bool {
        let mut at = self.first;
        while let Some(before) = at.checked_sub(1).filter(|_| self.is_close(at)) {
            at = before;
            let is_small = self
                .word(at)
                .is_some_and(|word| matches!(word, "of" | "for" | "and" | "the" | "to"));
            if !is_small {
                return self.is_capital(at) && !self.starts_sentence(at);
            }
        }
        false
    }

    fn is_capital(&self, index: usize) -> bool {
        self.word(index)
            .is_some_and(|word| word.starts_with(char::is_uppercase))
    }

    /// Whether only a space parts a word from the one before.
    fn is_close(&self, index: usize) -> bool {
        let before = index.checked_sub(1).and_then(|one| self.tokens.get(one));
        let (Some(before), Some(word)) = (before, self.tokens.get(index)) else {
            return false;
        };
        self.text.get(before.range.end..word.range.start) == Some(" ")
    }

    fn starts_sentence(&self, index: usize) -> bool {
        let start = self.tokens.get(index).map_or(0, |one| one.range.start);
        let before = self.text.get(..start).unwrap_or_default();
        let before = before.trim_end_matches([' ', '“', '"', '‘', '(', '*']);
        before.is_empty() || before.ends_with(['.', '!', '?', ':', ';', '\n', '…', '–', '—', ')'])
    }

    /// Whether the place is one at which the term means what the list is about.
    fn counts(&self, term: &Term, around: &Around) -> bool {
        let is_one_of =
            |word: &str, list: &[&str]| list.iter().any(|one| one.eq_ignore_ascii_case(word));
        if self
            .before()
            .is_some_and(|word| is_one_of(word, term.not_after))
            || self
                .word(self.after)
                .is_some_and(|word| is_one_of(word, term.not_before))
        {
            return false;
        }
        if term.not_near.is_empty() && !term.of_law {
            return true;
        }
        let start = self.tokens.get(self.first).map_or(0, |one| one.range.start);
        let Some(sentence) = around.sentence(start) else {
            return true;
        };
        let is_near = self.near().iter().any(|word| {
            word.range.start >= sentence.start
                && word.range.end <= sentence.end
                && is_one_of(word.of(self.text), term.not_near)
        });
        !(is_near || term.of_law && self.cites_law(sentence, &around.cited))
    }

    /// The words around, at most so many that a page of one endless sentence stays quick.
    fn near(&self) -> &[Word] {
        let from = self.first.saturating_sub(REACH);
        let to = self.after.saturating_add(REACH).min(self.tokens.len());
        self.tokens.get(from..to).unwrap_or_default()
    }

    fn cites_law(&self, sentence: &Range<usize>, cited: &[Citation]) -> bool {
        let near = self.near();
        let (Some(first), Some(last)) = (near.first(), near.last()) else {
            return false;
        };
        let start = sentence.start.max(first.range.start);
        let range = start..sentence.end.min(last.range.end).max(start);
        let text = self.text.get(range.clone()).unwrap_or_default();
        citations::within(cited, &range).any(|one| one.is_law || one.is_title)
            || OF_LAW.iter().any(|phrase| text.contains(phrase))
    }
}

/// Words before and after that belong to the sentence.
const REACH: usize = 60;

/// A sentence with one of these is about the law.
const OF_LAW: &[&str] = &[
    "statutory guidance",
    "the law ",
    "in law",
    "by law",
    "legal term",
    "legal name",
];

#[cfg(test)]
mod tests;
