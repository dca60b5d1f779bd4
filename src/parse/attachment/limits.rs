//! How much of a file is read before it counts as too large.
//!
//! The limits stand far above what councils publish and far below what would harm the computer
//! that builds the site.

/// The largest file that is looked into, in bytes.
pub const FILE: usize = 128 * 1024 * 1024;

/// The most that the parts of one file may unpack to altogether, in bytes.
pub const UNPACKED: usize = 64 * 1024 * 1024;

/// The most that one part of a file may unpack to, in bytes.
pub const PART: usize = 20 * 1024 * 1024;

/// The most parts that one zip file may have.
pub const PARTS: usize = 20_000;

/// The most text that is kept for lists of names, in bytes.
pub const TEXT: usize = 16 * 1024 * 1024;

/// The most things that are reported for one file.
pub const FOUND: usize = 500;

/// The longest value that is reported, in characters.
pub const VALUE: usize = 300;

/// The deepest nesting of lists and dictionaries in a PDF.
pub const DEPTH: usize = 64;

/// What is left of [`UNPACKED`] while one file is read.
#[derive(Debug)]
pub(super) struct Allowance {
    left: usize,
}

impl Allowance {
    /// The whole allowance of one file.
    pub(super) fn new() -> Self {
        Self { left: UNPACKED }
    }

    /// How many bytes the next part may unpack to.
    pub(super) fn next_part(&self) -> usize {
        self.left.min(PART)
    }

    /// Takes away what a part unpacked to.
    pub(super) fn spend(&mut self, bytes: usize) {
        self.left = self.left.saturating_sub(bytes);
    }
}
