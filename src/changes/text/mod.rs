//! What changed between two versions of a body, block by block and word by word.
//!
//! Both bodies are HTML as it was recorded. A comparison goes through these steps:
//!
//! 1. [`parse`] (with [`elements`] and [`path`]): HTML to leaf blocks ([`blocks`]) of tokens ([`tokens`]).
//! 2. [`likeness`]: what alignment needs to know of each block, as numbers.
//! 3. [`align`]: which block became which, in order ([`anchors`] keeps the order).
//! 4. [`moves`]: which of the others moved.
//! 5. [`columns`]: which column of a table became which.
//! 6. [`words`]: what changed inside a block, and [`notes`] on what words cannot show.
//! 7. [`assemble`]: all of it as [`pieces`] in reading order.
//! 8. [`summary`] and [`places`]: the pieces in numbers and sentences.
//! 9. [`folding`]: which unchanged pieces a reader needs to see.
//! 10. [`html`] (with [`nesting`], [`rows`] and [`markup`]) and [`terminal`]: the pieces shown,
//!     with what [`saying`] has to be told in the reader's language ([`english`] on the terminal).
//!
//! Two oracles hold for every input: the pieces without what was added are the old
//! text, and the pieces without what was removed are the new text. Nothing here
//! reads a clock or depends on the order of a hash map, so the same bodies always
//! give the same comparison; what would take too long is capped by size.

// The steps are private, but a reader of the sources follows these links.
#![allow(rustdoc::private_intra_doc_links)]

mod align;
mod anchors;
mod assemble;
mod blocks;
mod columns;
mod elements;
mod english;
mod folding;
mod html;
mod likeness;
mod markup;
mod moves;
mod nesting;
mod notes;
mod parse;
mod path;
mod pieces;
mod places;
mod rows;
mod saying;
mod summary;
mod terminal;
#[cfg(test)]
mod tests;
mod tokens;
mod words;

pub use blocks::{Block, Cell, Container, ContainerKind, Frame, Kind, Noun};
pub use columns::{Column, TableColumns};
pub use html::{HtmlOptions, to_html};
pub use notes::{Form, Holder, LinkChange, Note, Structure};
pub use pieces::{CellChange, Change, Piece};
pub use places::{Place, Whereabouts};
pub use saying::{TextWords, Way};
pub use summary::{Count, Summary, Verb};
pub use terminal::to_terminal;
pub use tokens::{Style, Token, TokenKind};
pub use words::Run;

/// What changed between two versions of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextChange {
    /// All blocks of both versions, in reading order.
    pub pieces: Vec<Piece>,
    /// The columns of the tables that are in both versions, sorted by old table.
    pub tables: Vec<TableColumns>,
    /// The change in numbers.
    pub summary: Summary,
}

/// Compares two versions of a body, given as HTML.
pub fn compare(old: &str, new: &str) -> TextChange {
    let (old, new) = (parse::read(old), parse::read(new));
    let (old_sketches, new_sketches) = likeness::sketch(&old, &new);
    let pairs = align::align(&old_sketches, &new_sketches);
    let moves = moves::find(&old_sketches, &new_sketches, &pairs);
    let tables = columns::find(&old, &new, &pairs);
    let sketches = (old_sketches.as_slice(), new_sketches.as_slice());
    let pieces = assemble::assemble((old, new), sketches, &pairs, &moves, &tables);
    let summary = summary::summarise(&pieces, &tables);
    TextChange {
        pieces,
        tables,
        summary,
    }
}

/// The text of a body in one canonical form: a line for each block with its
/// containers, its words, and marks for styles and links. Two bodies that read the
/// same have the same text.
pub fn plain_text(html: &str) -> String {
    lines(parse::read(html).iter().map(blocks::line))
}

impl TextChange {
    /// Is everything the same?
    pub fn is_empty(&self) -> bool {
        !self.pieces.iter().any(Piece::is_change)
    }

    /// The old text, from the pieces without what was added: equal to
    /// [`plain_text`] of the old body.
    pub fn old_text(&self) -> String {
        let blocks = self.pieces.iter().filter_map(Piece::old_block);
        lines(blocks.map(|block| blocks::line(&block)))
    }

    /// The new text, from the pieces without what was removed: equal to
    /// [`plain_text`] of the new body.
    pub fn new_text(&self) -> String {
        let blocks = self.pieces.iter().filter_map(Piece::new_block);
        lines(blocks.map(|block| blocks::line(&block)))
    }

    /// The words of the old text, without its addresses and marks.
    pub fn old_words(&self) -> String {
        let blocks = self.pieces.iter().filter_map(Piece::old_block);
        lines(blocks.map(|block| terminal::words(&block)))
    }

    /// The words of the new text, without its addresses and marks.
    pub fn new_words(&self) -> String {
        let blocks = self.pieces.iter().filter_map(Piece::new_block);
        lines(blocks.map(|block| terminal::words(&block)))
    }

    /// Where in the rendered comparison something changed, in order, with the ids
    /// that [`to_html`] gives for the same prefix.
    pub fn places(&self, id_prefix: &str) -> Vec<Place> {
        places::places(&self.pieces, &self.tables, id_prefix)
    }
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}
