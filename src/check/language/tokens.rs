//! Text to words.

use std::ops::Range;

use crate::parse::passages::OBJECT;

/// A word: letters and digits, with apostrophes and ampersands inside. A hyphen parts words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) range: Range<usize>,
    /// How many of its letters are capitals.
    pub(super) capitals: usize,
}

impl Word {
    pub(super) fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.range.clone()).unwrap_or_default()
    }
}

/// What stands between white space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chunk<'t> {
    pub(super) start: usize,
    pub(super) text: &'t str,
    /// Whether a line ends between it and the chunk before.
    pub(super) on_new_line: bool,
}

impl Chunk<'_> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it counts as a word of a sentence: a dash or an arrow does not.
    pub(super) fn counts(&self) -> bool {
        self.text
            .chars()
            .any(|character| character.is_alphanumeric() || character == OBJECT)
    }
}

/// The chunks of a text.
pub(super) fn chunks(text: &str) -> impl Iterator<Item = Chunk<'_>> {
    let mut rest_start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(rest_start..)?;
        let skipped = rest.len() - rest.trim_start().len();
        let on_new_line = rest.get(..skipped)?.contains('\n');
        let start = rest_start + skipped;
        let rest = rest.trim_start();
        let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
        rest_start = start + length;
        (length > 0).then(|| Chunk {
            start,
            text: rest.get(..length).unwrap_or_default(),
            on_new_line,
        })
    })
}

/// Puts the words of a text into `into`, in place of what it held. Addresses of mail and of the
/// web have none.
pub(super) fn words(text: &str, into: &mut Vec<Word>) {
    into.clear();
    for chunk in chunks(text) {
        if !is_address(chunk.text) {
            words_of_chunk(&chunk, into);
        }
    }
}

fn words_of_chunk(chunk: &Chunk<'_>, into: &mut Vec<Word>) {
    let mut open: Option<Word> = None;
    let mut characters = chunk.text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        let here = chunk.start + at;
        if character.is_alphanumeric() {
            let word = open.get_or_insert(Word {
                range: here..here,
                capitals: 0,
            });
            word.range.end = here + character.len_utf8();
            word.capitals += usize::from(character.is_uppercase());
        } else if !joins(character, next) {
            into.extend(open.take());
        }
    }
    into.extend(open.take());
}

/// Whether a character inside a word belongs to it: `council’s`, `A&E`.
fn joins(character: char, next: Option<char>) -> bool {
    match character {
        '\'' | '’' => next.is_some_and(char::is_alphabetic),
        '&' => next.is_some_and(char::is_uppercase),
        _ => false,
    }
}

/// Whether a chunk is the address of a mail box, a site or a file.
pub(super) fn is_address(chunk: &str) -> bool {
    if !chunk.contains(['@', '.', ':']) {
        return false;
    }
    chunk.contains('@') || chunk.contains("://") || has_inner_dot(chunk)
}

/// `GOV.UK`, `plan.pdf`, but not `e.g.` or `s.22H`.
fn has_inner_dot(chunk: &str) -> bool {
    let mut parts = chunk.split('.').peekable();
    while let Some(part) = parts.next() {
        let Some(next) = parts.peek() else {
            return false;
        };
        let before = part.chars().rev().take(2).filter(|c| c.is_alphabetic());
        let after = next.chars().take(2).filter(|c| c.is_alphanumeric());
        if before.count() == 2 && after.count() == 2 {
            return true;
        }
    }
    false
}

/// The first bytes of a text, up to about so many.
pub(super) fn head(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// The last bytes of a text, up to about so many.
pub(super) fn tail(text: &str, bytes: usize) -> &str {
    let mut start = text.len().saturating_sub(bytes);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    text.get(start..).unwrap_or_default()
}
