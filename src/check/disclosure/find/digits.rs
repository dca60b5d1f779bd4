//! Numbers of people that are written in digits only: NHS numbers, learner numbers and mobile
//! telephone numbers.

use std::ops::Range;

use super::checksums::{is_learner_number, is_nhs_number};
use super::text::{Text, has_any_word};
use super::{Confidence, Finding, Format, Sort};

/// Looks at a run of digits.
pub(super) fn check(text: &Text<'_>, start: usize, end: usize, findings: &mut Vec<Finding>) {
    let is_word_of_digits = (start..end).all(|at| text.byte(at).is_ascii_digit());
    if !is_word_of_digits || goes_on(text, end) || is_part_of_more(text, start) {
        return;
    }
    let found = mobile(text, start, end)
        .or_else(|| spaced_nhs(text, start, end))
        .or_else(|| ten_digits(text, start, end));
    findings.extend(found.filter(|one| !text.is_file_name(one.span.start)));
}

/// Whether the digits go on a decimal, a sum of money, a date or a longer reference.
fn is_part_of_more(text: &Text<'_>, start: usize) -> bool {
    match text.byte_before(start) {
        b'$' | b'_' | b'/' => true,
        b',' if text.format == Format::Csv => false,
        b'.' | b',' | b'-' | b':' => start
            .checked_sub(1)
            .is_some_and(|mark| text.byte_before(mark).is_ascii_digit()),
        0x80.. => matches!(text.last_before(start), Some('£' | '€')),
        _ => false,
    }
}

/// Whether a number does not end with its digits: a letter follows, or decimals, or a year.
fn goes_on(text: &Text<'_>, end: usize) -> bool {
    let is_mark = matches!(text.byte(end), b'.' | b',' | b'/' | b':');
    text.joins_after(end) || is_mark && text.byte(end + 1).is_ascii_digit() && !is_field(text, end)
}

/// Whether a comma ends a field of a register.
fn is_field(text: &Text<'_>, at: usize) -> bool {
    text.format == Format::Csv && text.byte(at) == b','
}

/// The length of one separator between groups of digits; 0 if there is none.
fn separator(text: &Text<'_>, at: usize) -> usize {
    match (text.byte(at), text.byte(at + 1)) {
        (b' ' | b'-', next) if next.is_ascii_digit() => 1,
        (0xC2, 0xA0) if text.byte(at + 2).is_ascii_digit() => 2,
        _ => 0,
    }
}

fn digits_end(text: &Text<'_>, start: usize) -> usize {
    let mut end = start;
    while text.byte(end).is_ascii_digit() {
        end += 1;
    }
    end
}

/// The digits from a place on, over single separators, until there are so many; also the place
/// where they end and the lengths of the groups. None if a group would have to be cut.
fn gather(text: &Text<'_>, start: usize, wanted: usize) -> Option<(Vec<u8>, usize, Vec<usize>)> {
    let (mut digits, mut groups, mut at) = (Vec::with_capacity(wanted), Vec::new(), start);
    loop {
        let end = digits_end(text, at);
        digits.extend((at..end).map(|one| text.byte(one)));
        groups.push(end - at);
        if digits.len() >= wanted {
            let whole = digits.len() == wanted && !goes_on(text, end);
            return whole.then_some((digits, end, groups));
        }
        match separator(text, end) {
            0 => return None,
            length => at = end + length,
        }
    }
}

/// An NHS number in groups of three, three and four digits, or in other groups after "NHS".
fn spaced_nhs(text: &Text<'_>, start: usize, end: usize) -> Option<Finding> {
    let first = end - start;
    if first > 7 || separator(text, end) == 0 {
        return None;
    }
    let says_nhs = || super::text::has_word(text.before(start, 24), "nhs");
    if first != 3 && !says_nhs() {
        return None;
    }
    let (digits, end, groups) = gather(text, start, 10)?;
    if !is_nhs_number(&digits) || (groups != [3, 3, 4] && !says_nhs()) {
        return None;
    }
    // Part of a telephone number: 0943 476 5919.
    let is_telephone = follows_zero(text, start);
    let confidence = nhs_confidence(&digits, Confidence::Certain);
    (!is_telephone).then(|| Finding::new(start..end, Sort::NhsNumber, confidence))
}

/// Whether a group that begins with 0 stands right before these digits.
fn follows_zero(text: &Text<'_>, start: usize) -> bool {
    let before = text.before(start, 8);
    let before = before.trim_end_matches([' ', '-', ')', '\u{a0}']);
    let group = before.rsplit(|one: char| !one.is_ascii_digit()).next();
    group.is_some_and(|group| group.starts_with('0'))
}

/// Numbers that begin with 999 are for tests.
fn nhs_confidence(digits: &[u8], confidence: Confidence) -> Confidence {
    if digits.starts_with(b"999") {
        Confidence::Likely
    } else {
        confidence
    }
}

/// Ten digits in a row: an NHS number, a learner number or neither.
fn ten_digits(text: &Text<'_>, start: usize, end: usize) -> Option<Finding> {
    if end - start != 10 {
        return None;
    }
    let span = start..end;
    let digits = text.part(span.clone()).as_bytes();
    if is_nhs_number(digits) {
        // The tenth digit of an ISBN is worked out in the same way.
        if text.is_near(&span, &["nhs"]) {
            let confidence = nhs_confidence(digits, Confidence::Certain);
            return Some(Finding::new(span, Sort::NhsNumber, confidence));
        }
        return (!is_other_number(text, &span))
            .then(|| Finding::new(span, Sort::NhsNumber, Confidence::Likely));
    }
    if !is_learner_number(digits) {
        return None;
    }
    if text.is_near(&span, &["uln", "ulns", "learner"]) {
        return Some(Finding::new(span, Sort::LearnerNumber, Confidence::Certain));
    }
    (!is_other_number(text, &span))
        .then(|| Finding::new(span, Sort::LearnerNumber, Confidence::Likely))
}

/// Whether the words before ten bare digits say that they are the number of something else.
fn is_other_number(text: &Text<'_>, span: &Range<usize>) -> bool {
    const OTHERS: &[&str] = &[
        "isbn",
        "isbn-10",
        "uprn",
        "usrn",
        "barcode",
        "account",
        "order",
        "phone",
        "call",
        "text",
        "tel",
        "telephone",
        "fax",
        "vat",
        "sort",
        "invoice",
    ];
    let before = text.before(span.start, 40);
    let before = before.rsplit('\n').next().unwrap_or(before);
    has_any_word(before, OTHERS)
}

/// A mobile telephone number, national (07…) or international (+44 7…, 0044 7…).
///
/// Ofcom keeps 07700 900000 to 900999 for drama: nobody has those numbers.
fn mobile(text: &Text<'_>, start: usize, end: usize) -> Option<Finding> {
    let group = text.part(start..end);
    let is_plus = text.byte_before(start) == b'+';
    let is_bracketed = text.byte_before(start) == b'(' && text.byte(end) == b')';
    let from = start - usize::from(is_plus || is_bracketed);
    let (national, last) = if group.starts_with("07") && !is_plus {
        let (digits, last) = if is_bracketed {
            after_bracket(text, start, end)?
        } else {
            let (digits, last, _) = gather(text, start, 11)?;
            (digits, last)
        };
        (digits.get(1..)?.to_vec(), last)
    } else {
        let rest = match (group.strip_prefix("44"), group.strip_prefix("0044")) {
            (Some(rest), _) if is_plus => rest,
            (_, Some(rest)) => rest,
            _ => return None,
        };
        after_country_code(text, end - rest.len())?
    };
    let is_mobile = match national.get(..2)? {
        b"76" => national.starts_with(b"7624"), // pagers, and mobiles of the Isle of Man
        b"70" => false,                         // numbers that are sent on
        [b'7', _] => true,
        _ => false,
    };
    let is_drama = national.starts_with(b"7700900");
    (is_mobile && !is_drama)
        .then(|| Finding::new(from..last, Sort::MobileNumber, Confidence::Likely))
}

/// The eleven digits of "(07911) 123456", and where they end.
fn after_bracket(text: &Text<'_>, start: usize, end: usize) -> Option<(Vec<u8>, usize)> {
    let mut digits = text.part(start..end).as_bytes().to_vec();
    let mut at = end + 1;
    while matches!(text.byte(at), b' ' | b'-') && at - end < 3 {
        at += 1;
    }
    let (rest, last, _) = gather(text, at, 11_usize.checked_sub(digits.len())?)?;
    digits.extend(rest);
    Some((digits, last))
}

/// The ten digits after 44, over separators and a bracketed 0, and where they end.
fn after_country_code(text: &Text<'_>, at: usize) -> Option<(Vec<u8>, usize)> {
    let mut at = at;
    while matches!(text.byte(at), b' ' | b'-' | b'(' | b')') {
        at += 1;
    }
    if text.byte(at) == b'0' {
        at += 1;
        while matches!(text.byte(at), b' ' | b')' | b'-') {
            at += 1;
        }
    }
    if text.byte(at) != b'7' {
        return None;
    }
    let (digits, last, _) = gather(text, at, 10)?;
    Some((digits, last))
}
