//! Counts that are listed after what they count: "Adoption orders: 2024 – 12, 2025 – 3", and lists
//! of which the line above says what is counted.

use std::ops::Range;

use super::birth::MONTHS;
use super::count_words::{RULES, TAKING_PART};
use super::labels::{Label, PERIODS, ends_with_others};
use super::people;
use super::text::{Text, has_any_word, has_word};

/// What is counted by child, without a word for children.
const OUTCOMES: &[&str] = &[
    "adoption orders",
    "adoptions",
    "care orders",
    "supervision orders",
    "special guardianship orders",
    "secure accommodation orders",
    "exclusions",
    "suspensions",
    "child deaths",
];

/// How far above an item the title of its list may stand, in bytes.
const REACH: usize = 1_500;

/// Whether a number is one of a list of counts of children.
pub(super) fn counts_children(text: &Text<'_>, start: usize, end: usize) -> bool {
    let line = text.line(start);
    in_sentence(text, &line, start, end) || in_item(text, &line, start, end)
}

/// "Children who self-harmed: Sampleton 12, Demoford 3, Mockley 1."
fn in_sentence(text: &Text<'_>, line: &Range<usize>, start: usize, end: usize) -> bool {
    let head = text.part(line.start..start);
    let from = head.rfind(". ").map_or(0, |stop| stop + 2);
    let Some(colon) = head.get(from..).and_then(|head| head.find(':')) else {
        return false;
    };
    let label = head.get(from..from + colon).unwrap_or("");
    if !says_who(label) {
        return false;
    }
    let tail_start = line.start + from + colon + 1;
    let tail = text.part(tail_start..line.end);
    let tail = tail.split(". ").next().unwrap_or(tail);
    let mut at = tail_start;
    let (mut parts, mut is_part) = (0, false);
    for part in tail.split_inclusive([',', ';']) {
        let lead = part.len() - part.trim_start().len();
        let body = part
            .trim()
            .trim_end_matches([',', ';', '.', '*', '_', ' ', '|', '"']);
        let without = body.strip_prefix("and ").unwrap_or(body);
        let body_start = at + lead + (body.len() - without.len());
        let Some(value) = value(without) else {
            return false;
        };
        is_part |= body_start + value.start == start && body_start + value.end == end;
        parts += 1;
        at += part.len();
    }
    is_part && parts > 1
}

/// Where the number stands in "Demoford 3", "2024 – 12" or "one in 2024"; none for anything else.
fn value(part: &str) -> Option<Range<usize>> {
    let (first, rest) = part.split_once(' ')?;
    if let Some(name) = rest.strip_prefix("in ")
        && is_count(first)
        && is_name(name)
    {
        return Some(0..first.len());
    }
    let (name, last) = part.rsplit_once([' ', '\u{a0}'])?;
    let name = name.trim_end();
    let bare = name.trim_end_matches([':', '–', '—', '-', '=']).trim_end();
    // "January 3" may be a day.
    let is_day = bare.len() == name.len() && (MONTHS.iter()).any(|month| has_word(bare, month));
    (is_count(last) && is_name(bare) && !is_day).then(|| part.len() - last.len()..part.len())
}

/// A number that is no year.
fn is_count(word: &str) -> bool {
    let is_digits = !word.is_empty()
        && word
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b',');
    is_digits && word.len() != 4 || people::number(word).is_some()
}

/// A place, a time or a group: a few words, of which the first has a capital or says when or who.
fn is_name(name: &str) -> bool {
    #[rustfmt::skip]
    const OTHERS: &[&str] = &[
        "page", "pages", "section", "step", "part", "chapter", "room", "level", "stage", "age",
        "aged", "ages", "from", "until", "at", "under", "over", "monday", "tuesday", "wednesday",
        "thursday", "friday", "saturday", "sunday", "am", "pm", "phone", "line",
    ];
    let name = name.trim_matches(['*', '_', ' ']);
    let words = name.split_whitespace().count();
    let begins = name.starts_with(|one: char| one.is_uppercase())
        || is_period(name)
        || ["boys", "girls", "males", "females"].contains(&name);
    let is_plain = name
        .chars()
        .all(|one| one.is_alphanumeric() || " /-–'’.*&".contains(one));
    (1..=4).contains(&words)
        && begins
        && is_plain
        && (is_period(name) || !name.contains(|one: char| one.is_ascii_digit()))
        && !has_any_word(name, OTHERS)
}

/// A year, a quarter or a month.
fn is_period(name: &str) -> bool {
    let name = name.trim_matches(['*', '_', ' ']);
    let is_year = name.bytes().filter(u8::is_ascii_digit).count() >= 4
        && name
            .bytes()
            .all(|one| one.is_ascii_digit() || b"-/ to".contains(&one));
    is_year || has_any_word(name, PERIODS)
}

/// "- 2024: 3" under "The number of children adopted fell:".
fn in_item(text: &Text<'_>, line: &Range<usize>, start: usize, end: usize) -> bool {
    let head = text.part(line.start..start).trim_start();
    let Some(head) = head.strip_prefix(['-', '*', '+']) else {
        return false;
    };
    let head = head.trim();
    let name = head.trim_end_matches(['*', '_', ' ']);
    let bare = name.trim_end_matches([':', '–', '—', '-', '=']).trim_end();
    let rest = text.part(end..line.end);
    let ends = rest
        .trim_matches(['.', ';', ',', '*', '_', ' ', '\r'])
        .is_empty();
    if !ends || bare.len() == name.len() || !is_name(bare) {
        return false;
    }
    title(text, line.start).is_some_and(|title| says_what_became(title, is_period(bare)))
}

/// The line above the list in which a line is an item.
fn title<'t>(text: &Text<'t>, line_start: usize) -> Option<&'t str> {
    let before = text.before(line_start, REACH);
    before
        .lines()
        .rev()
        .map(str::trim)
        .take(40)
        .find(|line| !line.is_empty() && !is_item(line))
}

fn is_item(line: &str) -> bool {
    ["- ", "* ", "+ "].iter().any(|mark| line.starts_with(mark))
}

/// Whether a title says that children are counted. A heading says so only of years and the like.
fn says_what_became(title: &str, is_period: bool) -> bool {
    let title = title.trim_end_matches(['*', '_', ' ']);
    let clause = match (title.strip_suffix(':'), title.strip_prefix('#')) {
        (Some(title), _) => title.rsplit(". ").next().unwrap_or(title),
        (None, Some(heading)) if is_period => heading,
        _ => return false,
    };
    let clause = clause.trim_start_matches(['#', ' ', '*', '_']);
    let word = clause.split([' ', '-']).next().unwrap_or("");
    let begins = [
        "children", "young", "care", "looked", "pupils", "girls", "boys",
    ]
    .iter()
    .any(|one| one.eq_ignore_ascii_case(word));
    let is_past = clause.split_whitespace().any(|word| {
        word.len() > 3
            && word.ends_with("ed")
            && !["looked", "aged", "disabled", "care-experienced"].contains(&word)
            && !TAKING_PART.contains(&word)
    });
    let is_counted = Label::read(clause).counting || begins && is_past;
    says_who(clause) && (is_counted || is_outcome(clause))
}

fn is_outcome(label: &str) -> bool {
    has_any_word(label, OUTCOMES)
}

/// Whether a label is about children themselves, and is no rule or question.
fn says_who(label: &str) -> bool {
    const NO_COUNTS: &[&str] = &["you", "your", "we", "told", "said", "asked", "need", "want"];
    let label = label.trim_matches(['#', '*', '_', '-', ' ', '|']);
    let is_rule = RULES
        .iter()
        .chain(NO_COUNTS)
        .any(|word| has_word(label, word));
    let is_about = Label::read(label).counts_children() || is_outcome(label);
    label.len() <= 120 && is_about && !is_rule && !ends_with_others(label)
}
