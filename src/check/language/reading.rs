//! How old a reader has to be to follow a page without effort: a rough figure.

use super::sentences::sentences;
use super::syllables::syllables;
use super::tokens::{Word, words};
use crate::parse::passages::{Passage, Sort};

/// What a page's prose measures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// Words of prose.
    pub words: usize,
    /// Sentences of prose.
    pub sentences: usize,
    /// Syllables of these words, estimated from how they are spelled.
    pub syllables: usize,
    /// Reading age in years: the grade of Flesch and Kincaid (Kincaid and others, 1975), which
    /// counts school years in the United States, plus 5. Never under 5.
    pub age: f32,
}

/// Fewer words than that say nothing about a page.
const FEWEST_WORDS: usize = 100;

/// Measures the prose of a page: its paragraphs, and items of lists that are sentences. `None` if
/// it has fewer than 100 words. For English only.
pub fn reading(passages: &[Passage]) -> Option<Reading> {
    let mut measured = Reading {
        words: 0,
        sentences: 0,
        syllables: 0,
        age: 0.0,
    };
    for passage in passages.iter().filter(|passage| is_prose(passage)) {
        add(&mut measured, &passage.text, &words(&passage.text));
    }
    (measured.words >= FEWEST_WORDS).then(|| Reading {
        age: age(&measured),
        ..measured
    })
}

fn add(measured: &mut Reading, text: &str, tokens: &[Word]) {
    // Numbers, such as those of telephones, are read figure by figure, not as words.
    let spelled = tokens
        .iter()
        .map(|word| word.of(text))
        .filter(|word| word.chars().any(char::is_alphabetic));
    let before = measured.words;
    for word in spelled {
        measured.words += 1;
        measured.syllables += syllables(word);
    }
    if measured.words > before {
        measured.sentences += sentences(text).count();
    }
}

fn is_prose(passage: &Passage) -> bool {
    match passage.sort {
        Sort::Paragraph => true,
        Sort::ListItem => passage.text.trim_end().ends_with(['.', '!', '?']),
        _ => false,
    }
}

/// Counts stay far below the numbers that `f32` no longer holds exactly, or are so large that it
/// does not matter.
#[allow(clippy::cast_precision_loss)]
fn age(measured: &Reading) -> f32 {
    let words = measured.words as f32;
    let in_sentence = words / measured.sentences.max(1) as f32;
    let in_word = measured.syllables as f32 / words;
    let grade = 0.39 * in_sentence + 11.8 * in_word - 15.59;
    (grade + 5.0).max(5.0)
}

#[cfg(test)]
mod tests;
