//! A text with what the rules ask of it: bytes that may be missing, windows that never split a
//! character, and the places where numbers mean nothing.

use std::ops::Range;

use super::Format;
use super::quiet::{self, Kept, Quiet};

/// A text being read.
pub(super) struct Text<'t> {
    /// All of it.
    pub whole: &'t str,
    /// What it is written in.
    pub format: Format,
    /// Where the front matter ends; 0 if there is none.
    pub front_end: usize,
    quiet: Vec<Quiet>,
}

impl<'t> Text<'t> {
    pub(super) fn new(whole: &'t str, format: Format) -> Self {
        let (quiet, front_end) = quiet::places(whole, format);
        Self {
            whole,
            format,
            front_end,
            quiet,
        }
    }

    /// The byte at a place; 0 outside the text.
    pub(super) fn byte(&self, at: usize) -> u8 {
        self.whole.as_bytes().get(at).copied().unwrap_or(0)
    }

    /// The byte before a place; 0 at the start.
    pub(super) fn byte_before(&self, at: usize) -> u8 {
        at.checked_sub(1).map_or(0, |before| self.byte(before))
    }

    /// A part of the text; empty if the ends do not lie between characters.
    pub(super) fn part(&self, span: Range<usize>) -> &'t str {
        self.whole.get(span).unwrap_or("")
    }

    /// Up to so many bytes before a place.
    pub(super) fn before(&self, at: usize, bytes: usize) -> &'t str {
        let mut from = at.saturating_sub(bytes);
        while from < at && !self.whole.is_char_boundary(from) {
            from += 1;
        }
        self.part(from..at)
    }

    /// Up to so many bytes after a place.
    pub(super) fn after(&self, at: usize, bytes: usize) -> &'t str {
        let mut to = at.saturating_add(bytes).min(self.whole.len());
        while to > at && !self.whole.is_char_boundary(to) {
            to -= 1;
        }
        self.part(at..to)
    }

    /// Whether a letter or digit, of any script, stands right before a place.
    pub(super) fn joins_before(&self, at: usize) -> bool {
        match self.byte_before(at) {
            0..0x80 if at == 0 => false,
            byte @ 0..0x80 => byte.is_ascii_alphanumeric() || byte == b'_',
            _ => self.last_before(at).is_some_and(char::is_alphanumeric),
        }
    }

    /// Whether a letter or digit, of any script, stands right at a place.
    pub(super) fn joins_after(&self, at: usize) -> bool {
        match self.byte(at) {
            byte @ 0..0x80 => byte.is_ascii_alphanumeric() || byte == b'_',
            _ => {
                let next = self.whole.get(at..).and_then(|rest| rest.chars().next());
                next.is_some_and(char::is_alphanumeric)
            }
        }
    }

    /// The character before a place.
    pub(super) fn last_before(&self, at: usize) -> Option<char> {
        self.whole
            .get(..at)
            .and_then(|head| head.chars().next_back())
    }

    /// Whether a word stands near a place, in any case: 80 bytes before it or 40 after.
    pub(super) fn is_near(&self, span: &Range<usize>, words: &[&str]) -> bool {
        let before = self.before(span.start, 80);
        let after = self.after(span.end, 40);
        words
            .iter()
            .any(|word| has_word(before, word) || has_word(after, word))
    }

    /// The line of a place, without its end; at most 400 bytes to either side are looked at.
    pub(super) fn line(&self, at: usize) -> Range<usize> {
        let before = self.before(at, 400);
        let after = self.after(at, 400);
        let from = before.rfind('\n').map_or(before.len(), |newline| {
            before.len().saturating_sub(newline + 1)
        });
        let to = after.find('\n').unwrap_or(after.len());
        at.saturating_sub(from)..at.saturating_add(to)
    }

    /// What is quiet at a place, if anything is.
    fn quiet_at(&self, at: usize) -> Option<&Quiet> {
        let next = self.quiet.partition_point(|one| one.span.start <= at);
        let last = next
            .checked_sub(1)
            .and_then(|index| self.quiet.get(index))?;
        (at < last.span.end).then_some(last)
    }

    /// Where the quiet part at a place ends, if the place is in one.
    pub(super) fn quiet_end(&self, at: usize) -> Option<usize> {
        self.quiet_at(at).map(|quiet| quiet.span.end)
    }

    /// Whether numbers mean nothing at a place.
    pub(super) fn is_quiet(&self, at: usize) -> bool {
        self.quiet_at(at).is_some()
    }

    /// Whether a place is in an address or key, where an `@` is no sign of an e-mail address.
    pub(super) fn is_address(&self, at: usize) -> bool {
        self.quiet_at(at)
            .is_some_and(|quiet| quiet.kept == Kept::Nothing)
    }

    /// Whether a place is in the name of a file, such as `files/places-2.csv`.
    pub(super) fn is_file_name(&self, at: usize) -> bool {
        let is_end =
            |character: char| character.is_whitespace() || "\"'()[]<>|,;`*=".contains(character);
        let before = self.before(at, 100);
        let before = before.rsplit(is_end).next().unwrap_or("");
        let after = self.after(at, 100);
        let after = after.split(is_end).next().unwrap_or("");
        let after = after.trim_end_matches(['.', ':', '!', '?']);
        let extension = after
            .rsplit_once('.')
            .map_or("", |(_, extension)| extension);
        const EXTENSIONS: &[&str] = &[
            "pdf", "csv", "doc", "docx", "xls", "xlsx", "odt", "ods", "png", "jpg", "jpeg", "svg",
            "md", "txt", "html", "zip",
        ];
        before.contains("://")
            || EXTENSIONS
                .iter()
                .any(|one| one.eq_ignore_ascii_case(extension))
    }
}

/// Whether one of these words or phrases stands in a text, as [`has_word`] looks for one: each place
/// where a word begins is looked at once, whatever the number of words.
pub(super) fn has_any_word(text: &str, words: &[&str]) -> bool {
    let bytes = text.as_bytes();
    let mut before = b' ';
    for (at, byte) in bytes.iter().enumerate() {
        let begins = !before.is_ascii_alphanumeric();
        before = *byte;
        if !begins {
            continue;
        }
        let first = byte.to_ascii_lowercase();
        for word in words {
            let word = word.as_bytes();
            if word.first().map(u8::to_ascii_lowercase) != Some(first) {
                continue;
            }
            let end = at + word.len();
            let is_same = bytes
                .get(at..end)
                .is_some_and(|window| window.eq_ignore_ascii_case(word));
            if is_same && !bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) {
                return true;
            }
        }
    }
    false
}

/// Whether a word or phrase stands in a text, in any case, with no letter or digit at its ends.
pub(super) fn has_word(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let Some(first) = word.first().map(u8::to_ascii_lowercase) else {
        return false;
    };
    let Some(last_start) = text.len().checked_sub(word.len()) else {
        return false;
    };
    // The byte before, so that most places are passed over with one look.
    let mut before = b' ';
    for (at, byte) in text.iter().enumerate().take(last_start + 1) {
        let begins = byte.to_ascii_lowercase() == first && !before.is_ascii_alphanumeric();
        before = *byte;
        if !begins {
            continue;
        }
        let end = at + word.len();
        let is_same = text
            .get(at..end)
            .is_some_and(|window| window.eq_ignore_ascii_case(word));
        if is_same && !text.get(end).is_some_and(u8::is_ascii_alphanumeric) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_whole() {
        for text in [
            "the NHS number",
            "xnhs",
            "nhs2",
            "",
            "N.H.S. no",
            "is it NHS",
            "no: (nhs)",
        ] {
            for words in [&["nhs"] as &[&str], &["no", "nhs number"], &[], &[""]] {
                let one_by_one = has_any_word(text, words);
                assert_eq!(has_any_word(text, words), one_by_one, "{text}: {words:?}");
            }
        }
        assert!(has_word("the NHS number", "nhs"));
        assert!(has_word("NHS", "nhs"));
        assert!(!has_word("xnhs", "nhs"));
        assert!(!has_word("nhs2", "nhs"));
        assert!(!has_word("", "nhs"));
    }

    #[test]
    fn windows_do_not_split_characters() {
        let text = Text::new("ééé5ééé", Format::Markdown);
        assert_eq!(text.before(6, 3), "é");
        assert_eq!(text.after(7, 3), "é");
        assert_eq!(text.before(6, 100), "ééé");
        assert!(text.joins_before(6));
        assert!(text.joins_after(7));
    }

    #[test]
    fn lines_end_at_newlines() {
        let text = Text::new("one\ntwo\nthree", Format::Markdown);
        assert_eq!(text.part(text.line(5)), "two");
        assert_eq!(text.part(text.line(0)), "one");
        assert_eq!(text.part(text.line(13)), "three");
    }

    #[test]
    fn file_names_are_known_by_their_end() {
        let text = Text::new("see files/children-3.csv.", Format::Markdown);
        assert!(text.is_file_name(19));
        let text = Text::new("we helped 3 children.", Format::Markdown);
        assert!(!text.is_file_name(10));
    }
}
