//! Reads a text once and hands every word to the rules that could begin there.

use super::text::Text;
use super::{
    Finding, birth, counts, digits, email, lettered, named_dates, postcode, reference, shares,
    spelt,
};

/// Walks over all words, numbers and `@` or `%40` of a text.
pub(super) fn words(text: &Text<'_>, findings: &mut Vec<Finding>) {
    let bytes = text.whole.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at).copied() {
        if byte.is_ascii_alphanumeric() {
            let end = word_end(bytes, at);
            if !text.joins_before(at) {
                word(text, at, end, findings);
            }
            at = end;
        } else {
            if matches!(byte, b'@' | b'%') {
                email::check(text, at, findings);
            }
            at += 1;
        }
    }
}

fn word_end(bytes: &[u8], start: usize) -> usize {
    let mut end = start + 1;
    while bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) {
        end += 1;
    }
    end
}

/// Gives one word to the rules, chosen by what it looks like.
fn word(text: &Text<'_>, start: usize, end: usize, findings: &mut Vec<Finding>) {
    let first = text.byte(start);
    if first.is_ascii_digit() {
        if text.is_quiet(start) {
            return;
        }
        digits::check(text, start, end, findings);
        named_dates::check(text, start, findings);
        shares::check_digits(text, start, end, findings);
        if end == start + 1 {
            counts::check(text, start, end, findings);
        }
        return;
    }
    let next = text.byte(end);
    let followed_by_number = matches!(next, b' ' | b'-' | b'/' | 0xC2);
    let last = text.byte_before(end);
    if (last.is_ascii_digit() || followed_by_number || end - start > 4) && end - start < 16 {
        lettered::check(text, start, end, findings);
        postcode::check(text, start, end, findings);
    }
    match first.to_ascii_lowercase() {
        b'b' | b'd' => birth::check(text, start, end, findings),
        b'c' | b'l' | b'm' | b'e' | b'a' | b'p' | b'f' | b'h' => {
            reference::check(text, start, end, findings);
        }
        _ => {}
    }
    match first.to_ascii_lowercase() {
        b'a' if text.part(start..end).eq_ignore_ascii_case("at") => {
            spelt::check(text, start, end, findings);
        }
        b'c' if text.part(start..end).eq_ignore_ascii_case("couple") => {
            counts::check_couple(text, start, end, findings);
        }
        b'o' | b't' | b'f' | b'n' | b'z' if (3..=5).contains(&(end - start)) => {
            counts::check(text, start, end, findings);
            shares::check_word(text, start, end, findings);
        }
        _ => {}
    }
}
