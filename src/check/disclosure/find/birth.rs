//! Dates of birth: a date that follows "born", "date of birth" or the like.
//!
//! "Born on or after 1 September 2008" says who can get something and is nobody's birthday, so
//! only a few small words may stand between.

use super::text::{Text, has_any_word};
use super::{Confidence, Finding, Sort};

/// Words that may stand between the word and the date.
const FILLERS: &[&str] = &["is", "was", "on", "the", "of", "a", "in", "day"];

/// Words for things that are "born" as well, in a manner of speaking.
const THINGS: &[&str] = &[
    "service",
    "scheme",
    "trust",
    "team",
    "project",
    "charity",
    "organisation",
    "idea",
    "programme",
    "partnership",
    "council",
    "it",
    "group",
    "network",
];

/// The names of the months.
pub(super) const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Looks at a word that may announce a date of birth.
pub(super) fn check(text: &Text<'_>, start: usize, end: usize, findings: &mut Vec<Finding>) {
    if text.is_quiet(start) {
        return;
    }
    let word = text.part(start..end).to_ascii_lowercase();
    let (end, is_label) = match word.as_str() {
        "born" => (end, false),
        "dob" | "birthdate" | "birthday" => (end, true),
        "d" if is_spelt_out(text, end) => (end + 4, true),
        "birth" if is_date_of_birth(text, start) => (end, true),
        _ => return,
    };
    let Some((from, to)) = date_after(text, end) else {
        return;
    };
    let is_thing = || {
        let before = text.before(start, 60);
        has_any_word(before, THINGS)
    };
    let confidence = if is_label || !is_thing() {
        Confidence::Certain
    } else {
        Confidence::Likely
    };
    findings.push(Finding::new(from..to, Sort::DateOfBirth, confidence));
}

fn is_spelt_out(text: &Text<'_>, end: usize) -> bool {
    let rest = text.after(end, 4);
    rest.get(..4)
        .is_some_and(|rest| rest.eq_ignore_ascii_case(".o.b"))
}

fn is_date_of_birth(text: &Text<'_>, start: usize) -> bool {
    let before = text.before(start, 10).trim_end().to_ascii_lowercase();
    before.ends_with("date of") || before.ends_with("dates of")
}

/// The date after a word, over punctuation, fillers and names.
fn date_after(text: &Text<'_>, end: usize) -> Option<(usize, usize)> {
    let mut at = end;
    for _ in 0..6 {
        let mut gap = 0;
        while gap < 8 && at < text.whole.len() && !text.joins_after(at) {
            let ends_sentence = text.byte(at) == b'.'
                && text.byte(at + 1) == b' '
                && text.byte(at + 2).is_ascii_alphabetic();
            if text.byte(at) == b'\n' || ends_sentence {
                return None;
            }
            at += text.whole.get(at..)?.chars().next()?.len_utf8();
            gap += 1;
        }
        if let Some(to) = date_end(text, at) {
            return (!goes_on(text, to)).then_some((at, to));
        }
        let rest = text.after(at, 30);
        let word = rest
            .split(|one: char| !one.is_alphabetic())
            .next()
            .unwrap_or("");
        let is_name = word.starts_with(char::is_uppercase) && word.len() > 1;
        let is_filler = FILLERS.iter().any(|one| one.eq_ignore_ascii_case(word));
        if word.is_empty() || !(is_name || is_filler) {
            return None;
        }
        at += word.len();
    }
    None
}

/// Whether a date begins a span of time or a limit: "… to 31 August 2009", "… or later".
pub(super) fn goes_on(text: &Text<'_>, end: usize) -> bool {
    let rest = text.after(end, 24).trim_start_matches([' ', ',', '*', '_']);
    let word = rest.split([' ', ',', '.', '\n']).next().unwrap_or("");
    let is_limit = ["or", "onwards", "to", "until", "till"]
        .iter()
        .any(|one| one.eq_ignore_ascii_case(word));
    let is_dash = rest.starts_with(['–', '—']);
    let and_date = word.eq_ignore_ascii_case("and") && rest.bytes().any(|one| one.is_ascii_digit());
    is_limit || is_dash || and_date
}

/// Where a date that begins at a place ends: 3 May 2012, 3rd of May 2012, May 3, 2012,
/// 03/05/2012, 3.5.12, 2012-05-03.
pub(super) fn date_end(text: &Text<'_>, at: usize) -> Option<usize> {
    if text.byte(at).is_ascii_digit() {
        numeric(text, at).or_else(|| day_first(text, at))
    } else {
        month_first(text, at)
    }
}

/// A number of one to four digits, and where it ends.
fn number(text: &Text<'_>, at: usize) -> Option<(u32, usize)> {
    let (mut value, mut end) = (0, at);
    while text.byte(end).is_ascii_digit() {
        if end - at == 4 {
            return None;
        }
        value = value * 10 + u32::from(text.byte(end).saturating_sub(b'0'));
        end += 1;
    }
    (end > at).then_some((value, end))
}

/// Where a date in numbers that begins at a place ends.
pub(super) fn numeric(text: &Text<'_>, at: usize) -> Option<usize> {
    let (first, end) = number(text, at)?;
    let mark = text.byte(end);
    if !matches!(mark, b'/' | b'-' | b'.' | b' ') {
        return None;
    }
    let (month, middle_end) = number(text, end + 1)?;
    if text.byte(middle_end) != mark {
        return None;
    }
    let (last, last_end) = number(text, middle_end + 1)?;
    if text.joins_after(last_end) || !(1..=12).contains(&month) {
        return None;
    }
    let year_first = is_year(first, end - at) && (1..=31).contains(&last);
    let day_first = (1..=31).contains(&first) && is_year(last, last_end - middle_end - 1);
    let is_short_year = last_end - middle_end - 1 == 2 && mark != b' ';
    (year_first || day_first || ((1..=31).contains(&first) && is_short_year)).then_some(last_end)
}

fn is_year(year: u32, digits: usize) -> bool {
    digits == 4 && (1900..=2099).contains(&year)
}

fn spaces_end(text: &Text<'_>, at: usize) -> usize {
    let mut end = at;
    while matches!(text.byte(end), b' ' | b',') && end - at < 3 {
        end += 1;
    }
    end
}

/// Where the name of a month ends: whole, or its first three letters.
fn month(text: &Text<'_>, at: usize) -> Option<usize> {
    let mut end = at;
    while text.byte(end).is_ascii_alphabetic() && end - at < 10 {
        end += 1;
    }
    let word = text.part(at..end).to_ascii_lowercase();
    let is_month = MONTHS.iter().any(|month| {
        *month == word
            || month.get(..3) == Some(word.as_str())
            || (word == "sept" && *month == "september")
    });
    is_month.then_some(end)
}

fn day(text: &Text<'_>, at: usize) -> Option<usize> {
    let (day, mut end) = number(text, at)?;
    let suffix = text.after(end, 2).to_ascii_lowercase();
    if ["st", "nd", "rd", "th"].contains(&suffix.as_str()) {
        end += 2;
    }
    (1..=31).contains(&day).then_some(end)
}

fn year(text: &Text<'_>, at: usize) -> Option<usize> {
    let (year, end) = number(text, spaces_end(text, at))?;
    (is_year(year, end - spaces_end(text, at)) && !text.joins_after(end)).then_some(end)
}

fn day_first(text: &Text<'_>, at: usize) -> Option<usize> {
    let mut next = spaces_end(text, day(text, at)?);
    if text.after(next, 3).eq_ignore_ascii_case("of ") {
        next += 3;
    }
    year(text, month(text, next)?)
}

fn month_first(text: &Text<'_>, at: usize) -> Option<usize> {
    let end = month(text, at)?;
    year(text, day(text, spaces_end(text, end))?)
}
