//! Text to words.

use std::ops::Range;

use crate::parse::passages::{OBJECT, Passage};

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

    /// Whether more than its first letter is a capital.
    pub(super) fn is_loud(&self) -> bool {
        self.capitals > 1
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
    let mut from = 0;
    std::iter::from_fn(move || {
        let (start, on_new_line) = skip_white_space(text, from);
        let end = end_of_chunk(text, start);
        from = end;
        let text = text.get(start..end).filter(|chunk| !chunk.is_empty())?;
        Some(Chunk {
            start,
            text,
            on_new_line,
        })
    })
}

/// Where the next chunk starts, and whether a line ends before.
fn skip_white_space(text: &str, from: usize) -> (usize, bool) {
    let mut on_new_line = false;
    for (at, character) in text.get(from..).unwrap_or_default().char_indices() {
        if !character.is_whitespace() {
            return (from + at, on_new_line);
        }
        on_new_line |= character == '\n';
    }
    (text.len(), on_new_line)
}

fn end_of_chunk(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    // Nearly all text is ASCII: what is not is decoded, the rest read byte by byte.
    let stops = |byte: u8| byte.is_ascii_whitespace() || byte == 0x0b || !byte.is_ascii();
    let mut at = 0;
    while let Some(byte) = rest.as_bytes().get(at) {
        if !stops(*byte) {
            at += 1;
            continue;
        }
        match rest.get(at..).and_then(|rest| rest.chars().next()) {
            Some(character) if !character.is_whitespace() => at += character.len_utf8(),
            _ => return start + at,
        }
    }
    text.len()
}

/// The words of each passage of a page.
pub(super) struct PageWords {
    all: Vec<Word>,
    /// Where each passage's words end among all.
    ends: Vec<usize>,
}

impl PageWords {
    pub(super) fn of(passages: &[Passage]) -> Self {
        let mut all = Vec::new();
        let ends = passages
            .iter()
            .map(|passage| {
                add_words(&passage.text, &mut all);
                all.len()
            })
            .collect();
        Self { all, ends }
    }

    /// The words of the passage of that number.
    pub(super) fn of_passage(&self, index: usize) -> &[Word] {
        let start = index
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .copied()
            .unwrap_or(0);
        let end = self.ends.get(index).copied().unwrap_or(start);
        self.all.get(start..end).unwrap_or_default()
    }
}

/// The words of a text. Addresses of mail and of the web have none.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut all = Vec::new();
    add_words(text, &mut all);
    all
}

fn add_words(text: &str, into: &mut Vec<Word>) {
    for chunk in chunks(text) {
        if !is_address(chunk.text) {
            words_of_chunk(&chunk, into);
        }
    }
}

fn words_of_chunk(chunk: &Chunk<'_>, into: &mut Vec<Word>) {
    // Most chunks are one plain word with perhaps a mark after it.
    let is_mark = |c: char| matches!(c, '.' | ',' | ':' | ';' | '(' | ')' | '!' | '?');
    let bare = chunk.text.trim_end_matches(is_mark);
    if bare.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        if !bare.is_empty() {
            into.push(Word {
                range: chunk.start..chunk.start + bare.len(),
                capitals: bare.bytes().filter(u8::is_ascii_uppercase).count(),
            });
        }
        return;
    }
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
    if !chunk.bytes().any(|byte| matches!(byte, b'@' | b'.' | b':')) {
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
