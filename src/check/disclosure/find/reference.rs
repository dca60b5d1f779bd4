//! References of cases that follow a word which says so: "case ref 123456", "LCS ID 12345".

use super::text::{Text, has_word};
use super::{Confidence, Finding, Sort};

/// Words that begin such a reference, and how many digits make one when no "number" or "ID"
/// stands between.
const SYSTEMS: &[(&str, usize)] = &[
    ("lcs", 4),
    ("mosaic", 5),
    ("liquidlogic", 4),
    ("liquid logic", 4),
    ("carefirst", 4),
    ("eclipse", 5),
    ("azeus", 4),
    ("ehm", 5),
    ("ics", 5),
];

/// Numbers of people with other bodies, and how many digits make one, whatever stands between.
const BODIES: &[(&str, usize)] = &[("pnc", 6), ("passport", 8), ("home office", 6)];

/// Nouns that need a "number", "ID" or "reference" after them.
const NOUNS: &[&str] = &[
    "case",
    "client",
    "child",
    "person",
    "file",
    "court",
    "proceedings",
];

/// Words that say that a number follows.
const MARKS: &[&str] = &[
    "ref",
    "reference",
    "references",
    "number",
    "numbers",
    "no",
    "id",
    "ids",
    "identifier",
    "nr",
];

/// Looks at a word that may begin a reference.
pub(super) fn check(text: &Text<'_>, start: usize, end: usize, findings: &mut Vec<Finding>) {
    let end = system_end(text, start, end);
    let word = text.part(start..end);
    let system = SYSTEMS
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(word))
        .map(|(_, digits)| *digits);
    let body = BODIES
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(word))
        .map(|(_, digits)| *digits);
    let is_noun = NOUNS.iter().any(|noun| noun.eq_ignore_ascii_case(word));
    if (system.is_none() && body.is_none() && !is_noun) || text.is_quiet(start) {
        return;
    }
    let Some((token_start, has_mark)) = token_after(text, end) else {
        return;
    };
    let digits_needed = match (body, has_mark) {
        // "Home Office 123456" says nothing of a number.
        (Some(_), false) if word.contains(' ') => return,
        (Some(digits), _) => digits,
        (None, true) => 4,
        (None, false) => match system {
            Some(digits) => digits,
            None => return,
        },
    };
    let Some(token_end) = token_end(text, token_start, digits_needed) else {
        return;
    };
    // The ombudsman's decisions are published under their numbers.
    let before = text.before(start, 60);
    if ["ombudsman", "lgsco", "planning"]
        .iter()
        .any(|word| has_word(before, word))
    {
        return;
    }
    findings.push(Finding::new(
        token_start..token_end,
        Sort::CaseReference,
        Confidence::Certain,
    ));
}

/// Where the name of a system or body ends, which may have two words.
fn system_end(text: &Text<'_>, start: usize, end: usize) -> usize {
    const TWO_WORDS: [&str; 2] = ["liquid logic", "home office"];
    let is_here = |name: &&&str| {
        text.after(start, name.len()).eq_ignore_ascii_case(name)
            && !text.joins_after(start + name.len())
    };
    TWO_WORDS
        .iter()
        .find(is_here)
        .map_or(end, |name| start + name.len())
}

/// Where the token after a word begins, over words such as "number", "ID" and "is"; and whether
/// there was a word that says that a number follows.
fn token_after(text: &Text<'_>, end: usize) -> Option<(usize, bool)> {
    let (mut at, mut has_mark) = (end, false);
    for _ in 0..4 {
        let mut gap = 0;
        while gap < 4
            && matches!(
                text.byte(at),
                b' ' | b':' | b'.' | b'#' | b'=' | b'-' | b'*' | b'('
            )
        {
            has_mark |= text.byte(at) == b'#';
            at += 1;
            gap += 1;
        }
        let mut stop = at;
        while text.byte(stop).is_ascii_alphanumeric() {
            stop += 1;
        }
        let word = text.part(at..stop);
        if word.is_empty() {
            return None;
        }
        // CP-2024-0012, but neither "case number - see …" nor "case number. Pre-2010 …".
        let is_joined = text.byte(stop) == b'/'
            || text.byte(stop) == b'-'
                && text.byte(stop + 1).is_ascii_alphanumeric()
                && word.bytes().all(|byte| byte.is_ascii_uppercase());
        if word.bytes().any(|byte| byte.is_ascii_digit()) || is_joined {
            return Some((at, has_mark));
        }
        if MARKS.iter().any(|mark| mark.eq_ignore_ascii_case(word)) {
            has_mark = true;
        } else if !matches!(
            word.to_ascii_lowercase().as_str(),
            "is" | "was" | "case" | "file" | "record" | "client" | "person"
        ) {
            return None;
        }
        at = stop;
    }
    None
}

/// Where a reference ends, if it has enough digits: letters, digits, slashes and hyphens.
fn token_end(text: &Text<'_>, start: usize, digits_needed: usize) -> Option<usize> {
    let mut end = start;
    while end - start < 24
        && (text.byte(end).is_ascii_alphanumeric() || matches!(text.byte(end), b'/' | b'-'))
    {
        end += 1;
    }
    while end > start && !text.byte_before(end).is_ascii_alphanumeric() {
        end -= 1;
    }
    let token = text.part(start..end);
    let digits = token.bytes().filter(u8::is_ascii_digit).count();
    let is_day = token.split(['/', '-']).count() == 3
        && token
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b'/' | b'-'));
    (digits >= digits_needed && !is_day && !text.joins_after(end)).then_some(end)
}
