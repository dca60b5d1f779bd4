//! Shares of children that give a small number away: "12% (2 of 17)", "none of the eight
//! children".

use super::people;
use super::sentence::{Word, words_after, words_before};
use super::text::Text;
use super::{Confidence, Finding, Sort};

/// Words between "of" and the number that a share is taken from.
const BETWEEN: &[&str] = &["the", "our", "these", "those", "all", "a"];

/// Looks at a number in digits: "2 of 17", "2/17", "12% of 17".
pub(super) fn check_digits(text: &Text<'_>, start: usize, end: usize, findings: &mut Vec<Finding>) {
    if matches!(text.byte_before(start), b'/' | b'.' | b'-' | b'$' | b'_') || end - start > 3 {
        return;
    }
    let word = text.part(start..end);
    if !word.bytes().all(|byte| byte.is_ascii_digit()) {
        return;
    }
    let found = match text.byte(end) {
        b'/' => fraction(text, start, end),
        b'%' | b'.' => percent(text, start),
        b' ' => percent(text, start).or_else(|| out_of(text, start, end)),
        _ => None,
    };
    findings.extend(found);
}

/// Looks at a number in words: "two of the 17 children", "none of the eight children".
pub(super) fn check_word(text: &Text<'_>, start: usize, end: usize, findings: &mut Vec<Finding>) {
    if text.is_quiet(start) {
        return;
    }
    let word = text.part(start..end);
    if word.eq_ignore_ascii_case("none") {
        findings.extend(out_of(text, start, end).or_else(|| none_after_few(text, start, end)));
    } else if people::number(word).is_some() {
        findings.extend(out_of(text, start, end));
    }
}

/// "2/17", if a percentage stands beside it or it stands in brackets, in a sentence on children.
fn fraction(text: &Text<'_>, start: usize, end: usize) -> Option<Finding> {
    let part: u32 = text.part(start..end).parse().ok()?;
    let mut last = end + 1;
    while text.byte(last).is_ascii_digit() && last - end < 7 {
        last += 1;
    }
    let base: u32 = text.part(end + 1..last).parse().ok()?;
    let goes_on = text.byte(last) == b'/' || text.joins_after(last);
    let is_bracketed = text.byte_before(start) == b'(' && text.byte(last) == b')';
    if goes_on
        || !(is_bracketed || has_percent_beside(text, start, last))
        || is_about_others(text, start, last)
    {
        return None;
    }
    share(start..last, part, base)
}

/// Whether a percentage stands right before or after.
fn has_percent_beside(text: &Text<'_>, start: usize, end: usize) -> bool {
    let is_percent =
        |part: &str| part.contains('%') || part.to_ascii_lowercase().contains("per cent");
    let before = text.before(start, 14);
    let after = text.after(end, 14);
    is_percent(before.rsplit(['\n', '|']).next().unwrap_or(before))
        || is_percent(after.split(['\n', '|']).next().unwrap_or(after))
}

/// Whether the sentence does not mention children at all.
fn is_about_others(text: &Text<'_>, start: usize, end: usize) -> bool {
    let mut words = words_before(text, start);
    words.extend(words_after(text, end, 30));
    !people::are_mentioned(&words)
}

/// A finding for so many of so many.
fn share(span: std::ops::Range<usize>, part: u32, base: u32) -> Option<Finding> {
    let sort = match part {
        1..=5 if base > part => Sort::SmallShare,
        0 if (1..10).contains(&base) => Sort::NoneOfFew,
        _ => return None,
    };
    Some(Finding::new(span, sort, Confidence::Likely))
}

/// "2 of the 17 children", "2 out of 17 (12%)", "none of our eight care leavers".
fn out_of(text: &Text<'_>, start: usize, end: usize) -> Option<Finding> {
    let word = text.part(start..end);
    let part = if word.eq_ignore_ascii_case("none") {
        0
    } else {
        people::number(word)?
    };
    if part > 5
        || text
            .last_before(start)
            .is_some_and(|one| "£€.,".contains(one))
    {
        return None;
    }
    let words = words_after(text, end, 14);
    let of = match words.as_slice() {
        [out, of, ..] if out.is_any(&["out"]) && of.is_any(&["of"]) => 2,
        [of, ..] if of.is_any(&["of"]) => 1,
        _ => return None,
    };
    let (base_at, base) = base_after(&words, of)?;
    let base_end = words.get(base_at)?.span.end;
    let rest = words.get(base_at + 1..).unwrap_or(&[]);
    let last = match people::phrase(rest) {
        Some((length, _)) => rest.get(length.checked_sub(1)?)?.span.end,
        None => {
            if !has_percent_beside(text, start, base_end) || is_about_others(text, start, base_end)
            {
                return None;
            }
            base_end
        }
    };
    if is_conditional(text, start) {
        return None;
    }
    share(start..last, part, base)
}

/// Whether the sentence only supposes something.
fn is_conditional(text: &Text<'_>, start: usize) -> bool {
    words_before(text, start)
        .iter()
        .any(|word| word.is_any(&["if", "unless", "suppose", "example", "imagine"]))
}

/// The number that a share is taken from, and its place among the words.
fn base_after(words: &[Word<'_>], of: usize) -> Option<(usize, u32)> {
    for (index, word) in words.iter().enumerate().skip(of).take(4) {
        if !word.follows {
            return None;
        }
        if let Some(base) = people::number(word.text) {
            return Some((index, base));
        }
        if word.is_digits() {
            return Some((index, word.text.parse().ok()?));
        }
        if !word.is_any(BETWEEN) {
            return None;
        }
    }
    None
}

/// "12% of the 17 children": the small number can be worked out.
fn percent(text: &Text<'_>, start: usize) -> Option<Finding> {
    let mut end = start;
    while text.byte(end).is_ascii_digit()
        || text.byte(end) == b'.' && text.byte(end + 1).is_ascii_digit()
    {
        end += 1;
    }
    let value: f64 = text.part(start..end).parse().ok()?;
    let rest = text.after(end, 9);
    let sign = if rest.starts_with('%') {
        1
    } else if rest.to_ascii_lowercase().starts_with(" per cent") {
        9
    } else if rest.to_ascii_lowercase().starts_with(" percent") {
        8
    } else {
        return None;
    };
    let words = words_after(text, end + sign, 10);
    let is_of = |word: &Word<'_>| word.follows && word.is_any(&["of"]);
    let (last, base) = if words.first().is_some_and(is_of) {
        let (base_at, base) = base_after(&words, 1)?;
        let (length, _) = people::phrase(words.get(base_at + 1..)?)?;
        (words.get(base_at + length)?.span.end, base)
    } else {
        let is_said = words
            .first()
            .is_some_and(|word| word.follows && people::ends_noun(Some(word)));
        let base = base_before(&words_before(text, start)).filter(|_| is_said)?;
        (end + sign, base)
    };
    if base > 10_000 || is_conditional(text, start) {
        return None;
    }
    let part = (value * f64::from(base) / 100.0).round();
    let part = (0..=5).find(|one| f64::from(*one) == part)?;
    // A share above nothing that rounds to nobody is no "none".
    (part > 0 || value == 0.0)
        .then(|| share(start..last, part, base))
        .flatten()
}

/// The number of children with which a sentence begins: "Of the 40 children, …".
pub(super) fn base_before(words: &[Word<'_>]) -> Option<u32> {
    let of = words
        .iter()
        .take(2)
        .position(|word| word.is_any(&["of", "among"]))?;
    let (at, base) = base_after(words, of + 1)?;
    people::phrase(words.get(at + 1..)?)?;
    Some(base)
}

/// "Of the eight children who came back, none were in care".
fn none_after_few(text: &Text<'_>, start: usize, end: usize) -> Option<Finding> {
    let words = words_before(text, start);
    let is_few = words.iter().enumerate().any(|(index, word)| {
        let of = word.is_any(&["of"]);
        let base = of.then(|| base_after(&words, index + 1)).flatten();
        base.is_some_and(|(at, base)| {
            base < 10 && people::phrase(words.get(at + 1..).unwrap_or(&[])).is_some()
        })
    });
    is_few.then(|| Finding::new(start..end, Sort::NoneOfFew, Confidence::Likely))
}
