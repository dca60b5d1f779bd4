//! Small numbers that are given as a range: "2-3 children", "two or three children".
//!
//! Offers are full of such ranges that count nobody ("a room for two or three children"), so they
//! need a plain statement of something that was done.

use super::counts::states_fact;
use super::people;
use super::sentence::{Word, words_after, words_before};
use super::text::{Text, has_word};

/// The second number of a range that begins with a number, and where it ends. "1 to 5" hides a
/// number, and gives nobody away.
pub(super) fn after(
    text: &Text<'_>,
    start: usize,
    end: usize,
    number: u32,
) -> Option<(u32, usize)> {
    let (second, end) = dashed(text, end).or_else(|| linked(text, start, end))?;
    (second > number && second <= 5 && second - number <= 2).then_some((second, end))
}

/// "2-3", "2–3".
fn dashed(text: &Text<'_>, end: usize) -> Option<(u32, usize)> {
    let dash = text.after(end, 3).chars().next()?;
    if !matches!(dash, '-' | '–' | '‑') {
        return None;
    }
    let at = end + dash.len_utf8();
    Some((people::number(text.part(at..at + 1))?, at + 1))
}

/// "2 or 3", "two to three", "between 2 and 4".
fn linked(text: &Text<'_>, start: usize, end: usize) -> Option<(u32, usize)> {
    let words = words_after(text, end, 2);
    let [link, second] = words.as_slice() else {
        return None;
    };
    let is_word =
        link.is_any(&["or", "to"]) || link.is_any(&["and"]) && follows_between(text, start);
    let is_link = link.follows && is_word && second.follows;
    is_link.then_some((people::number(second.text)?, second.span.end))
}

fn follows_between(text: &Text<'_>, start: usize) -> bool {
    let before = text.before(start, 10).trim_end();
    has_word(before, "between") && before.to_ascii_lowercase().ends_with("between")
}

/// Whether the sentence tells what was done with so many children.
pub(super) fn is_told(text: &Text<'_>, start: usize, end: usize) -> bool {
    const USUAL: &[&str] = &[
        "each",
        "every",
        "usually",
        "typically",
        "normally",
        "often",
        "that",
        "which",
        "who",
        "small",
        "groups",
        "home",
        "homes",
        "per",
        "room",
        "rooms",
        "family",
        "families",
    ];
    let (before, rest) = (words_before(text, start), words_after(text, end, 10));
    let is_usual = |words: &[Word<'_>]| words.iter().any(|word| word.is_any(USUAL));
    if is_usual(&before) || is_usual(&rest) {
        return false;
    }
    let is_done = |word: &Word<'_>| {
        let is_helper = word.is_any(&["was", "were", "had", "did", "been"]);
        states_fact(word) && !is_helper
    };
    // "Between 2 and 4 children in care": those who are somewhere were counted.
    let is_somewhere = matches!(rest.as_slice(), [is_in, place, ..]
        if is_in.is_any(&["in"]) && place.is_any(&["care", "custody", "prison", "hospital"]));
    let is_place_for = before
        .iter()
        .any(|word| word.is_any(&["for", "of", "with", "to"]));
    let is_counted = follows_between(text, start) && is_somewhere && !is_place_for;
    is_counted || before.iter().rev().take(2).any(is_done) || rest.iter().any(is_done)
}
