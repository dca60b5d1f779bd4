//! Where something was written.

use std::ops::{Deref, Range};
use std::sync::Arc;

/// A file and, where it matters, a range of bytes in its canonical text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The path as shown to people: relative to the site's root, with forward slashes.
    pub file: Arc<str>,
    /// Bytes of the canonical text; `None` for the file as a whole.
    pub span: Option<Range<usize>>,
}

impl Place {
    /// A range in a file.
    pub fn new(file: &Arc<str>, span: Range<usize>) -> Self {
        Self {
            file: Arc::clone(file),
            span: Some(span),
        }
    }

    /// A file as a whole.
    pub fn file(file: &Arc<str>) -> Self {
        Self {
            file: Arc::clone(file),
            span: None,
        }
    }

    /// Whether another place is within this one.
    pub fn holds(&self, other: &Self) -> bool {
        match (&self.span, &other.span) {
            (Some(outer), Some(inner)) => {
                self.file == other.file && outer.start <= inner.start && inner.end <= outer.end
            }
            _ => false,
        }
    }

    /// A path that is not one of the sources, as a whole.
    pub fn path(path: &str) -> Self {
        Self {
            file: Arc::from(path),
            span: None,
        }
    }
}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Place {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |place: &Self| {
            let span = place.span.clone().unwrap_or(0..0);
            (span.start, span.end)
        };
        self.file
            .cmp(&other.file)
            .then_with(|| key(self).cmp(&key(other)))
    }
}

/// Line and column, both counted from 1; the column counts characters, as editors do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

impl Position {
    /// The position of a byte in a text; a byte past the end is taken as the end.
    pub fn of(text: &str, byte: usize) -> Self {
        let mut end = byte.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &text[..end];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self {
            line: lines_in(before) + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

/// How many line ends there are.
pub(super) fn lines_in(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

/// A value that knows where it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it was written.
    pub place: Place,
}

impl<T> Located<T> {
    /// A value and its place.
    pub fn new(value: T, place: Place) -> Self {
        Self { value, place }
    }
}

impl<T> Deref for Located<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}
