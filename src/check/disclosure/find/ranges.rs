//! Small numbers that are given as a range: "2-3 children", "two or three children".
//!
//! Offers are full of such ranges that count nobody ("a room for two or three children"), so they
//! need a plain statement of something that was done.

use super::counts::states_fact;
use super::people;
use super::sentence::{Word, words_after, words_before};
use super::text::Text;

/// The second number of a range that begins with a number, and where it ends. "1 to 5" hides a
/// number, and gives nobody away.
pub(super) fn after(text: &Text<'_>, end: usize, number: u32) -> Option<(u32, usize)> {
    let (second, end) = dashed(text, end).or_else(|| linked(text, end))?;
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

/// "2 or 3", "two to three".
fn linked(text: &Text<'_>, end: usize) -> Option<(u32, usize)> {
    let words = words_after(text, end, 2);
    let [link, second] = words.as_slice() else {
        return None;
    };
    let is_link = link.follows && link.is_any(&["or", "to"]) && second.follows;
    is_link.then_some((people::number(second.text)?, second.span.end))
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
    before.iter().rev().take(2).any(is_done) || rest.iter().any(is_done)
}
