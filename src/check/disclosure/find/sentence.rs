//! The words of the sentence around a place, without what is quiet in it.

use std::ops::Range;

use super::text::Text;
use super::{Format, markup};

/// A word of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Word<'t> {
    /// Where it stands.
    pub span: Range<usize>,
    /// As it is written.
    pub text: &'t str,
    /// Whether only spaces and emphasis stand between the word before and this one.
    pub follows: bool,
}

impl Word<'_> {
    /// Whether it is one of these words, in any case.
    pub(super) fn is_any(&self, words: &[&str]) -> bool {
        words
            .iter()
            .any(|word| word.eq_ignore_ascii_case(self.text))
    }

    /// Whether it is a number in digits.
    pub(super) fn is_digits(&self) -> bool {
        self.text.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// How much of a sentence is read to either side of a place, in bytes.
const REACH: usize = 400;

/// The words after a place, to the end of the sentence, at most so many.
pub(super) fn words_after<'t>(text: &Text<'t>, at: usize, most: usize) -> Vec<Word<'t>> {
    let limit = at + text.after(at, REACH).len();
    collect(text, at, limit, most)
}

/// The words before a place, from the start of the sentence.
pub(super) fn words_before<'t>(text: &Text<'t>, at: usize) -> Vec<Word<'t>> {
    collect(text, start_of_sentence(text, at), at, usize::MAX)
}

/// The words of the sentence before the one at a place, if both are in the same paragraph.
pub(super) fn sentence_before<'t>(text: &Text<'t>, at: usize) -> Option<Vec<Word<'t>>> {
    let end = start_of_sentence(text, at).checked_sub(1)?;
    matches!(text.byte(end), b'.' | b'!' | b'?').then(|| words_before(text, end))
}

fn start_of_sentence(text: &Text<'_>, at: usize) -> usize {
    let first = at - text.before(at, REACH).len();
    let mut start = at;
    while start > first && !is_end(text, start - 1) {
        start -= 1;
    }
    while start < at && !text.whole.is_char_boundary(start) {
        start += 1;
    }
    start
}

/// Whether a sentence ends with the byte at a place.
fn is_end(text: &Text<'_>, at: usize) -> bool {
    let next = text.byte(at + 1);
    match text.byte(at) {
        b'.' | b'!' | b'?' => matches!(
            next,
            b' ' | b'\n' | b'\r' | b'*' | b'_' | b'"' | b')' | 0 | 0xE2
        ),
        b'|' => text.format == Format::Markdown,
        b'<' => markup::tag(text, at).is_some_and(|tag| !tag.is_inline),
        b'>' => markup::tag_before(text, at).is_some_and(|tag| !tag.is_inline),
        b'"' => text.format != Format::Markdown || at < text.front_end,
        b'\n' => {
            text.format != Format::Markdown || at < text.front_end || begins_block(text, at + 1)
        }
        _ => false,
    }
}

/// Whether a line begins something new: it is empty, a heading, an item, a quotation or a row.
fn begins_block(text: &Text<'_>, start: usize) -> bool {
    let mut at = start;
    while matches!(text.byte(at), b' ' | b'\t' | b'\r') && at - start < 12 {
        at += 1;
    }
    let next = text.byte(at + 1);
    match text.byte(at) {
        0 | b'\n' | b'#' | b'>' | b'|' | b':' => true,
        b'-' | b'*' | b'+' => next == b' ',
        byte if byte.is_ascii_digit() => {
            let mut end = at;
            while text.byte(end).is_ascii_digit() && end - at < 4 {
                end += 1;
            }
            matches!(text.byte(end), b'.' | b')') && text.byte(end + 1) == b' '
        }
        _ => false,
    }
}

fn collect<'t>(text: &Text<'t>, start: usize, limit: usize, most: usize) -> Vec<Word<'t>> {
    let mut words = Vec::new();
    let (mut at, mut follows) = (start, true);
    while at < limit && words.len() < most {
        if let Some(end) = text.quiet_end(at) {
            at = end.max(at + 1);
            continue;
        }
        let Some(character) = text.whole.get(at..).and_then(|rest| rest.chars().next()) else {
            at += 1;
            continue;
        };
        if character.is_alphanumeric() {
            let end = word_end(text, at).min(limit);
            words.push(Word {
                span: at..end,
                text: text.part(at..end),
                follows,
            });
            at = end.max(at + 1);
            follows = true;
            continue;
        }
        if is_end(text, at) {
            break;
        }
        // Tags within a sentence, and spaces under another name, are passed over.
        let tag = markup::tag(text, at).filter(|tag| tag.is_inline);
        let passed = tag.map_or_else(|| at + markup::space(text, at), |tag| tag.end);
        if passed > at {
            at = passed;
            continue;
        }
        let is_light =
            character.is_whitespace() || matches!(character, '*' | '_' | '[' | ']' | '\u{2060}');
        follows &= is_light;
        at += character.len_utf8();
    }
    words
}

/// Where a word ends: apostrophes and hyphens within it belong to it, and a decimal point or
/// comma within a number.
fn word_end(text: &Text<'_>, start: usize) -> usize {
    let rest = text.whole.get(start..).unwrap_or("");
    let mut end = start;
    let mut characters = rest.chars().peekable();
    let mut last = ' ';
    while let Some(character) = characters.next() {
        let next = characters.peek().copied().unwrap_or(' ');
        let is_within = match character {
            '\'' | '’' | '-' | '‑' => next.is_alphanumeric(),
            '.' | ',' => last.is_ascii_digit() && next.is_ascii_digit(),
            _ => false,
        };
        if !character.is_alphanumeric() && !is_within {
            break;
        }
        end += character.len_utf8();
        last = character;
        if end - start > 64 {
            break;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(text: &str, at: usize) -> Vec<String> {
        let text = Text::new(text, Format::Markdown);
        let words = words_after(&text, at, 20);
        words.iter().map(|word| word.text.to_owned()).collect()
    }

    fn before(text: &str, at: usize) -> Vec<String> {
        let text = Text::new(text, Format::Markdown);
        words_before(&text, at)
            .iter()
            .map(|word| word.text.to_owned())
            .collect()
    }

    #[test]
    fn sentences_end() {
        assert_eq!(
            after("the children’s home. Then", 0),
            ["the", "children’s", "home"]
        );
        assert_eq!(
            after("care-\nfoo 1.4 bar\n\nnext", 0),
            ["care", "foo", "1.4", "bar"]
        );
        assert_eq!(before("First one. Then two of", 19), ["Then", "two"]);
        assert_eq!(before("a\n- b c", 6), ["b"]);
        assert_eq!(before("| a | b c |", 8), ["b"]);
    }

    #[test]
    fn quiet_parts_are_left_out() {
        assert_eq!(after("[two](three.md) `four` five", 0), ["two", "five"]);
    }

    #[test]
    fn punctuation_is_noticed() {
        let text = Text::new("**two** children, four", Format::Markdown);
        let words = words_after(&text, 0, 9);
        let follows: Vec<bool> = words.iter().map(|word| word.follows).collect();
        assert_eq!(follows, [true, true, false]);
    }
}
