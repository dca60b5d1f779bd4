//! Children who are named by their age: "one 15-year-old", "two 16 year olds".

use super::people::{self, Amount};
use super::sentence::Word;

/// The oldest whom we take for a child, a young person or a care leaver.
const OLDEST: u32 = 25;

/// Reads an age that begins with the first of these words. Answers how many words it has, and
/// whether it means one person or several.
pub(super) fn read(words: &[Word<'_>]) -> Option<(usize, Amount)> {
    let first = words.first()?.text.replace('‑', "-").to_ascii_lowercase();
    let (age, joined) = first.split_once('-').unwrap_or((&first, ""));
    if years(age).is_none_or(|years| years > OLDEST) {
        return None;
    }
    let next = |index: usize| words.get(index).filter(|word| word.follows);
    let is_next =
        |index: usize, written: &[&str]| next(index).is_some_and(|word| word.is_any(written));
    match joined {
        "year-old" => Some((1, Amount::One)),
        "year-olds" => Some((1, Amount::Several)),
        "" if is_next(1, &["year-old"]) => Some((2, Amount::One)),
        "" if is_next(1, &["year-olds"]) => Some((2, Amount::Several)),
        "" if is_next(1, &["year"]) && is_next(2, &["old"]) => Some((3, Amount::One)),
        "" if is_next(1, &["year"]) && is_next(2, &["olds"]) => Some((3, Amount::Several)),
        _ => None,
    }
}

fn years(age: &str) -> Option<u32> {
    if let Ok(years) = age.parse() {
        return Some(years);
    }
    const TEENS: &[&str] = &[
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    let place = TEENS.iter().position(|word| *word == age);
    place
        .and_then(|place| u32::try_from(place + 10).ok())
        .or_else(|| people::number(age))
}
