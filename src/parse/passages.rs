//! Markdown to passages: blocks of words, and where each of them stands in the source.
//!
//! Code, raw HTML and fenced blocks (also those that offerbook fills in) give no passages. The
//! text of a link stands twice: in the passage around it, and as a passage of its own.

mod gather;

use std::ops::Range;

use pulldown_cmark::Parser;

use super::body::options;

/// Stands in a passage's text for something that is there but has no words: inline code, an
/// image. U+FFFC, the Unicode object replacement character.
pub const OBJECT: char = '\u{FFFC}';

/// What a passage is on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// A heading, with its level from 1 to 6.
    Heading(u8),
    /// A paragraph, also one in a note or warning box.
    Paragraph,
    /// The words of one item of a list, without the lists inside it.
    ListItem,
    /// A cell of a table below its header row.
    Cell,
    /// A cell of a table's header row. The only sort whose text can be empty beside [`Sort::Link`].
    TableHead,
    /// What somebody else said: a block quotation.
    Quote,
    /// What a link says.
    Link,
    /// What is said instead of an image.
    Image,
    /// Anything else that has words, such as a term that is then explained.
    Other,
}

/// A block of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// What it is on the page.
    pub sort: Sort,
    /// The words as a reader gets them. A soft line break is a space, a hard one `\n`.
    pub text: String,
    /// Piece by piece: the byte in `text` at which a piece starts, and the bytes of the Markdown
    /// from which it was made. In order of the first.
    pub places: Vec<(usize, Range<usize>)>,
    /// Ranges of `text` that may be the title of a law or document: emphasised words, and links
    /// to the law or to a file. Words in them are not the council's own.
    pub titles: Vec<Range<usize>>,
}

impl Passage {
    /// The bytes of the Markdown from which a range of the text was made. They lie on character
    /// boundaries, and within the passage, whatever the range.
    pub fn span(&self, range: Range<usize>) -> Range<usize> {
        if let (true, Some((_, source))) = (self.text.is_empty(), self.places.first()) {
            // A cell or link without words is its whole place.
            return source.clone();
        }
        let start = self.boundary_before(range.start);
        let end = self.boundary_before(range.end).max(start);
        let from = self.source_of(start, false);
        let to = if end == start {
            from
        } else {
            self.source_of(end, true)
        };
        from..to.max(from)
    }

    /// The nearest character boundary of the text that is not after `byte`.
    fn boundary_before(&self, byte: usize) -> usize {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        byte
    }

    /// The byte of the Markdown for a byte of the text. An end belongs to the piece before it.
    fn source_of(&self, byte: usize, as_end: bool) -> usize {
        let after = self.places.partition_point(|(start, _)| {
            if as_end {
                *start < byte
            } else {
                *start <= byte
            }
        });
        let index = after.saturating_sub(1);
        let Some((start, source)) = self.places.get(index) else {
            return 0;
        };
        let piece_end = match self.places.get(index + 1) {
            Some((next, _)) => *next,
            None => self.text.len(),
        };
        if piece_end.saturating_sub(*start) == source.len() {
            (source.start + byte.saturating_sub(*start)).min(source.end)
        } else if as_end || byte >= piece_end {
            source.end
        } else {
            source.start
        }
    }
}

/// Reads a page's Markdown into its passages, in the order in which they stand. The text of a
/// link and of an image comes after the passage around it.
pub fn passages(markdown: &str) -> Vec<Passage> {
    let mut gather = gather::Gather::new(markdown);
    for (event, range) in Parser::new_ext(markdown, options()).into_offset_iter() {
        gather.take(event, range);
    }
    gather.finish()
}

#[cfg(test)]
mod tests;
