//! Abbreviations that a page uses and never explains: once for each page and abbreviation.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::citations;
use super::expansions::{expansion, is_known, is_stressed_word};
use super::tokens::{PageWords, Word};
use super::word_list::WordList;
use super::{Finding, LanguageSort};
use crate::parse::passages::{Passage, Sort};

mod explained;

/// Where an abbreviation first stands.
struct Use {
    passage: usize,
    range: Range<usize>,
}

/// Reports abbreviations that are nowhere explained.
pub(super) fn look(
    passages: &[Passage],
    page: &PageWords,
    list: &WordList,
    findings: &mut Vec<Finding>,
) {
    let mut uses: BTreeMap<String, Use> = BTreeMap::new();
    let mut explained: BTreeSet<String> = BTreeSet::new();
    for (index, passage) in passages.iter().enumerate() {
        if matches!(passage.sort, Sort::Link | Sort::Image) {
            continue;
        }
        let tokens = page.of_passage(index);
        if !tokens.iter().any(|word| word.capitals >= 2) || is_shouted(tokens, &passage.text) {
            continue;
        }
        for (at, word) in tokens.iter().enumerate() {
            let Some(short) = abbreviation(&passage.text, tokens, at) else {
                continue;
            };
            if explained.contains(short) || list.leaves_alone(short) || list.has(short) {
                continue;
            }
            let place = explained::Place {
                text: &passage.text,
                tokens,
                at,
                short,
            };
            if place.is_explained() || is_term(passages, index, short) {
                explained.insert(short.to_owned());
            } else if citations::is_own(passage.sort) && !uses.contains_key(short) {
                let range = word.range.start..word.range.start + short.len();
                uses.insert(
                    short.to_owned(),
                    Use {
                        passage: index,
                        range,
                    },
                );
            }
        }
    }
    uses.retain(|short, _| !explained.contains(short));
    leave_words(passages, page, &mut uses);
    findings.extend(
        uses.into_iter()
            .map(|(short, place)| finding(&short, place)),
    );
}

fn finding(short: &str, place: Use) -> Finding {
    let help = match expansion(short) {
        Some((short, long)) => format!(
            "write it out, or explain it the first time: “{long} ({short})”, if that is what it means"
        ),
        None => "write it out, or explain it the first time: the whole words, then the short form in brackets".to_owned(),
    };
    Finding {
        passage: place.passage,
        range: place.range,
        sort: LanguageSort::Abbreviation,
        message: format!("the page does not explain “{short}”"),
        help,
    }
}

/// Whether a passage, such as a heading, is in capitals as a whole. Short forms of the field are
/// in capitals always: a list of them is not shouted.
fn is_shouted(tokens: &[Word], text: &str) -> bool {
    let letters = |word: &&Word| word.of(text).chars().any(char::is_alphabetic);
    let is_short_form = |word: &&Word| {
        let short = singular(word.of(text));
        is_loud(word, text) && (expansion(short).is_some() || is_known(short))
    };
    let all = tokens.iter().filter(letters).count();
    let others: Vec<&Word> = tokens
        .iter()
        .filter(letters)
        .filter(|word| !is_short_form(word))
        .collect();
    let loud = others
        .iter()
        .filter(|word| word.of(text).chars().count() > 1 && is_loud(word, text))
        .count();
    all > 1 && loud * 2 > others.len()
}

fn is_loud(word: &Word, text: &str) -> bool {
    word.capitals > 0 && word.capitals == word.of(text).chars().count()
}

/// The abbreviation at a place, without the ending of a plural or possessive, if it is one that
/// may need explaining.
fn abbreviation<'t>(text: &'t str, tokens: &[Word], at: usize) -> Option<&'t str> {
    let word = tokens.get(at).filter(|word| word.capitals >= 2)?;
    let short = singular(word.of(text));
    let length = short.chars().count();
    let is_in_field = expansion(short).is_some();
    let is_short_form = if short.chars().all(char::is_uppercase) {
        (2..=6).contains(&length)
    } else {
        // DfE and MoJ, but not PowerPoint, MacAlister or McDonald.
        let ends = |c: char| c.is_uppercase();
        (2..=4).contains(&length) && short.starts_with(ends) && short.ends_with(ends)
    };
    let is_candidate = short.chars().all(char::is_alphabetic)
        && (is_in_field || is_short_form)
        && !is_known(short)
        && !is_roman(short)
        && (is_in_field || !is_stressed_word(short))
        && !is_part_of_code(text, word)
        && (is_in_field || !stands_among_shouts(text, tokens, at));
    is_candidate.then_some(short)
}

fn singular(word: &str) -> &str {
    let word = word
        .strip_suffix("’s")
        .or_else(|| word.strip_suffix("'s"))
        .unwrap_or(word);
    if expansion(word).is_some() || is_known(word) {
        return word;
    }
    match (word.strip_suffix('s'), word.strip_suffix('S')) {
        (Some(stem), _) if stem.ends_with(char::is_uppercase) => stem,
        (_, Some(stem)) if expansion(stem).is_some() => stem,
        _ => word,
    }
}

/// I to XXXIX. Letters beyond X would take real abbreviations with them.
fn is_roman(short: &str) -> bool {
    short.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// COVID-19, AB/12, a name in a path.
fn is_part_of_code(text: &str, word: &Word) -> bool {
    let before = text.get(..word.range.start).unwrap_or_default();
    let after = text.get(word.range.end..).unwrap_or_default();
    let mut next = after.chars();
    let joined = next
        .next()
        .is_some_and(|c| matches!(c, '-' | '/' | '_' | '.'));
    before.ends_with(['_', '#', '\\', '='])
        || after.starts_with(['_', '\\', '='])
        || joined && next.next().is_some_and(|c| c.is_ascii_digit())
}

/// Whether a word beside it is in capitals too, and no abbreviation: PLEASE NOTE.
fn stands_among_shouts(text: &str, tokens: &[Word], at: usize) -> bool {
    let beside = [at.checked_sub(1), at.checked_add(1)];
    beside.into_iter().flatten().any(|index| {
        tokens.get(index).is_some_and(|word| {
            let short = singular(word.of(text));
            is_loud(word, text)
                && word.capitals > 1
                && !is_known(short)
                && expansion(short).is_none()
        })
    })
}

/// Whether the abbreviation stands alone as a term, with what it means in the next passage.
fn is_term(passages: &[Passage], index: usize, short: &str) -> bool {
    let Some(passage) = passages.get(index) else {
        return false;
    };
    let is_alone = singular(passage.text.trim().trim_end_matches(':')) == short;
    let next = || {
        passages
            .iter()
            .skip(index + 1)
            .find(|next| !matches!(next.sort, Sort::Link | Sort::Image))
    };
    is_alone
        && (passage.sort == Sort::Other
            || next().is_some_and(|next| explained::spells(&next.text, short)))
}

/// Takes away what the page also has as an ordinary word: it is only stressed. Abbreviations of
/// the field stay (SEND is not send).
fn leave_words(passages: &[Passage], page: &PageWords, uses: &mut BTreeMap<String, Use>) {
    let mut doubtful: BTreeSet<String> = uses
        .keys()
        .filter(|short| expansion(short).is_none())
        .map(|short| short.to_lowercase())
        .collect();
    if doubtful.is_empty() {
        return;
    }
    let mut ordinary = BTreeSet::new();
    for (index, passage) in passages.iter().enumerate() {
        for word in page
            .of_passage(index)
            .iter()
            .filter(|word| word.capitals == 0)
        {
            if let Some(found) = doubtful.take(word.of(&passage.text)) {
                ordinary.insert(found);
            }
        }
    }
    uses.retain(|short, _| !ordinary.contains(&short.to_lowercase()));
}

#[cfg(test)]
mod tests;
