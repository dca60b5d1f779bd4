//! Numbers of people that have letters in them: National Insurance numbers, pupil numbers, case
//! numbers of family courts and of councils' own files.

use super::checksums::{is_insurance_prefix, is_pupil_number};
use super::text::Text;
use super::{Confidence, Finding, Sort};

/// Looks at a word that begins with a letter.
pub(super) fn check(text: &Text<'_>, start: usize, end: usize, findings: &mut Vec<Finding>) {
    let found = insurance(text, start)
        .or_else(|| pupil(text, start, end))
        .or_else(|| court(text, start, end))
        .or_else(|| file(text, start, end));
    let is_read = |one: &Finding| !text.is_quiet(one.span.start) && !text.is_file_name(start);
    findings.extend(found.filter(is_read));
}

/// A National Insurance number: two letters, six digits and A to D, spaced or not.
fn insurance(text: &Text<'_>, start: usize) -> Option<Finding> {
    let (first, second) = (text.byte(start), text.byte(start + 1));
    let third = text.byte(start + 2);
    let may_begin = third.is_ascii_digit() || matches!(third, b' ' | b'-' | 0xC2);
    if !may_begin || !is_insurance_prefix(first, second) {
        return None;
    }
    let mut at = start + 2;
    for _ in 0..3 {
        at += gap(text, at);
        if !(text.byte(at).is_ascii_digit() && text.byte(at + 1).is_ascii_digit()) {
            return None;
        }
        at += 2;
    }
    let says_so = || {
        let words = ["national insurance", "ni number", "ni no", "nino"];
        text.is_near(&(start..at), &words)
    };
    let is_upper = first.is_ascii_uppercase() && second.is_ascii_uppercase();
    let suffix = at + gap(text, at);
    let has_suffix = matches!(text.byte(suffix).to_ascii_uppercase(), b'A'..=b'D')
        && !text.joins_after(suffix + 1);
    if has_suffix {
        let is_written_so = is_upper && text.byte(suffix).is_ascii_uppercase();
        let confidence = match (is_written_so, suffix - start == 8) {
            (true, _) => Confidence::Certain,
            _ if says_so() => Confidence::Certain,
            (false, true) => Confidence::Likely,
            // "at 12 34 56 a" is no number of anybody.
            (false, false) => return None,
        };
        return Some(Finding::new(
            start..suffix + 1,
            Sort::NationalInsurance,
            confidence,
        ));
    }
    // The last letter is often left out.
    (!text.joins_after(at) && says_so())
        .then(|| Finding::new(start..at, Sort::NationalInsurance, Confidence::Likely))
}

/// The length of a space, a hyphen or a no-break space; 0 if there is none.
fn gap(text: &Text<'_>, at: usize) -> usize {
    match (text.byte(at), text.byte(at + 1)) {
        (b' ' | b'-', _) => 1,
        (0xC2, 0xA0) => 2,
        _ => 0,
    }
}

fn pupil(text: &Text<'_>, start: usize, end: usize) -> Option<Finding> {
    let is_pupil = end - start == 13
        && !text.joins_after(end)
        && is_pupil_number(text.part(start..end).as_bytes());
    is_pupil.then(|| Finding::new(start..end, Sort::PupilNumber, Confidence::Certain))
}

/// The number of a family case: two letters of the court, the year, a letter for what is asked
/// (C for care, P for private law, A for adoption…) and five digits: ZC21C00123.
fn court(text: &Text<'_>, start: usize, end: usize) -> Option<Finding> {
    let is_court = match text.part(start..end).as_bytes() {
        [first, second, tens, units, sort, rest @ ..] if rest.len() == 5 => {
            first.is_ascii_uppercase()
                && second.is_ascii_uppercase()
                && tens.is_ascii_digit()
                && units.is_ascii_digit()
                && b"ACDFPZ".contains(sort)
                && rest.iter().all(u8::is_ascii_digit)
        }
        _ => false,
    };
    if !is_court || text.joins_after(end) {
        return None;
    }
    let confidence = if text.is_near(&(start..end), &["case", "court", "proceedings", "order"]) {
        Confidence::Certain
    } else {
        Confidence::Likely
    };
    Some(Finding::new(start..end, Sort::CaseReference, confidence))
}

/// A council's own file: letters for the sort of case, a slash and four to eight digits.
fn file(text: &Text<'_>, start: usize, end: usize) -> Option<Finding> {
    const PREFIXES: &[&str] = &["CH", "CIC", "CLA", "LAC", "CL", "CP", "CIN", "YP", "SGO"];
    if text.byte(end) != b'/' || !PREFIXES.contains(&text.part(start..end)) {
        return None;
    }
    let mut last = end + 1;
    while text.byte(last).is_ascii_digit() {
        last += 1;
    }
    let is_file = (4..=8).contains(&(last - end - 1)) && !text.joins_after(last);
    is_file.then(|| Finding::new(start..last, Sort::CaseReference, Confidence::Likely))
}
