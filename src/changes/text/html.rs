//! A comparison as HTML for a page.
//!
//! Every block is shown in containers like its own. What was added or removed is
//! marked inside the innermost element of its block, and says so in hidden words
//! too, since most screen readers pass over `ins` and `del` in silence.

use std::collections::BTreeMap;
use std::ops::Range;

use super::TextChange;
use super::blocks::{Block, Cell, Container, ContainerKind, Frame, Kind};
use super::columns::Column;
use super::folding::{Moves, View, counts, path_through, views};
use super::markup::{Mark, write_escaped, write_marked, write_note, write_runs, write_tokens};
use super::nesting::{Attributes, Nesting, Sides, going_on, write_attribute};
use super::pieces::{Change, Piece};
use super::places::numbers;
use super::rows::{laid_out, write_cell, write_changed_cell};
use super::saying::TextWords;

/// How a comparison is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HtmlOptions {
    /// What the id of each change begins with; a number follows.
    pub id_prefix: String,
    /// Where the full text of the new version is, to link to from what is left out.
    pub full_text_address: Option<String>,
}

impl Default for HtmlOptions {
    fn default() -> Self {
        Self {
            id_prefix: "change-".to_owned(),
            full_text_address: None,
        }
    }
}

/// Writes a comparison as a fragment of HTML. It has no outer element, no headings
/// above level 3, and no links but those between its own parts and to the full text.
pub fn to_html(change: &TextChange, options: &HtmlOptions, words: &dyn TextWords) -> String {
    let mut page = Page::new(change, options, words);
    if change.is_empty() {
        page.fold(&words.no_words_changed(), &[], 1);
    } else {
        for view in views(&change.pieces) {
            page.view(&view);
        }
    }
    page.finish()
}

struct Page<'a> {
    out: String,
    nesting: Nesting,
    options: &'a HtmlOptions,
    words: &'a dyn TextWords,
    pieces: &'a [Piece],
    numbers: Vec<Option<usize>>,
    moves: Moves<'a>,
    /// The columns of each table, by its place in the old and in the new version.
    old_columns: BTreeMap<usize, &'a [Column]>,
    new_columns: BTreeMap<usize, &'a [Column]>,
}

impl<'a> Page<'a> {
    fn new(change: &'a TextChange, options: &'a HtmlOptions, words: &'a dyn TextWords) -> Self {
        let tables = change.tables.iter();
        let old_columns = tables
            .clone()
            .map(|table| (table.old_table, table.columns.as_slice()));
        let new_columns = tables.map(|table| (table.new_table, table.columns.as_slice()));
        Self {
            out: String::new(),
            nesting: Nesting::default(),
            options,
            words,
            pieces: &change.pieces,
            numbers: numbers(&change.pieces),
            moves: Moves::new(&change.pieces),
            old_columns: old_columns.collect(),
            new_columns: new_columns.collect(),
        }
    }

    fn finish(mut self) -> String {
        self.nesting.finish(&mut self.out);
        self.out
    }

    fn id(&self, place: usize) -> Option<String> {
        let number = self.numbers.get(place).copied().flatten()?;
        Some(format!("{}{number}", self.options.id_prefix))
    }

    fn attributes(&self, class: &'static str, place: usize) -> Attributes {
        Attributes {
            class,
            id: self.id(place),
        }
    }

    fn view(&mut self, view: &View) {
        match view {
            View::Piece(place) => {
                if let Some(piece) = self.pieces.get(*place) {
                    self.piece(*place, piece);
                }
            }
            View::Folded(range) => {
                let folded = self.pieces.get(range.clone()).unwrap_or_default();
                let path = path_through(self.pieces, range);
                let width = folded.first().map_or(1, |piece| self.width(piece));
                self.fold(&self.words.unchanged(&counts(folded)), path, width);
            }
            View::Away(range) => self.away(range),
        }
    }

    fn piece(&mut self, place: usize, piece: &Piece) {
        match piece {
            Piece::Same(block) => self.same(block),
            Piece::Added(block) => {
                self.whole(block, Mark::Added, &self.attributes("added", place));
            }
            Piece::Removed(block) => {
                self.whole(block, Mark::Removed, &self.attributes("removed", place));
            }
            Piece::Changed(change) => {
                self.changed(change, &self.attributes("changed", place), "");
            }
            Piece::MovedTo { change, from } => self.moved(place, change, *from),
            // A view of its own.
            Piece::MovedFrom { .. } => {}
        }
    }

    fn same(&mut self, block: &Block) {
        let sides = Sides {
            old: true,
            new: true,
        };
        let attributes = Attributes::default();
        let words = self.words;
        if block.frame.is_row() {
            self.row(&block.frame, sides, &attributes, |page| {
                let layout = page.layout(&block.frame, false);
                for cell in laid_out(&block.cells, layout, false) {
                    write_cell(&mut page.out, &block.frame, cell, |out, cell| {
                        write_tokens(out, &cell.tokens, words);
                    });
                }
            });
        } else {
            self.block(&block.frame, sides, &attributes, |out| {
                write_cells(out, &block.cells, words);
            });
        }
    }

    /// A block that only one version has.
    fn whole(&mut self, block: &Block, mark: Mark, attributes: &Attributes) {
        let is_old = mark == Mark::Removed;
        let words = self.words;
        let sides = Sides {
            old: is_old,
            new: !is_old,
        };
        if block.frame.is_row() {
            self.row(&block.frame, sides, attributes, |page| {
                let layout = page.layout(&block.frame, is_old);
                let mut announced = Some(words);
                for cell in laid_out(&block.cells, layout, is_old) {
                    write_cell(&mut page.out, &block.frame, cell, |out, cell| {
                        if !cell.tokens.is_empty() {
                            write_marked(out, mark, announced, |out| {
                                write_tokens(out, &cell.tokens, words);
                            });
                            announced = None;
                        }
                    });
                }
            });
        } else if block.frame.kind == Kind::Rule {
            let frame = as_paragraph(&block.frame);
            self.block(&frame, sides, attributes, |out| {
                // A line has no words to mark: its name stands in for it.
                write_marked(out, mark, Some(words), |out| {
                    write_escaped(out, &words.rule());
                });
            });
        } else {
            self.block(&block.frame, sides, attributes, |out| {
                write_marked(out, mark, Some(words), |out| {
                    write_cells(out, &block.cells, words);
                });
            });
        }
    }

    /// A block of both versions, with what `before` writes at its start.
    fn changed(&mut self, change: &Change, attributes: &Attributes, before: &str) {
        let sides = Sides {
            old: true,
            new: true,
        };
        self.both(change, sides, attributes, before);
    }

    fn moved(&mut self, place: usize, change: &Change, from: usize) {
        let mut before = String::new();
        if let Some(words) = self.moves.arrival(place, from, self.words) {
            before.push_str("<span class=\"note\">");
            write_link(&mut before, self.id(from), &words);
            before.push_str(": </span>");
        }
        let sides = Sides {
            old: false,
            new: true,
        };
        self.both(change, sides, &self.attributes("moved", place), &before);
    }

    fn both(&mut self, change: &Change, sides: Sides, attributes: &Attributes, before: &str) {
        let mut remarks = String::new();
        let words = self.words;
        write_remarks(&mut remarks, change, words);
        if change.new.is_row() {
            self.row(&change.new, sides, attributes, |page| {
                let last = change.cells.len().saturating_sub(1);
                for (place, cell) in change.cells.iter().enumerate() {
                    let before = if place == 0 { before } else { "" };
                    let after = if place == last { &remarks } else { "" };
                    write_changed_cell(&mut page.out, &change.new, cell, before, after, words);
                }
            });
        } else if change.new.kind == Kind::Rule {
            self.block(&as_paragraph(&change.new), sides, attributes, |out| {
                out.push_str(before);
                write_escaped(out, &words.rule());
                out.push_str(&remarks);
            });
        } else {
            self.block(&change.new, sides, attributes, |out| {
                out.push_str(before);
                for cell in &change.cells {
                    write_runs(out, &cell.runs, words);
                }
                out.push_str(&remarks);
            });
        }
    }

    /// Blocks that are elsewhere now, at their old place.
    fn away(&mut self, range: &Range<usize>) {
        let Some(away) = self.moves.away(range, self.words) else {
            return;
        };
        let Some(piece) = self.pieces.get(range.start) else {
            return;
        };
        let mut words = String::new();
        write_link(&mut words, self.id(away.to), &away.sentence);
        if !away.excerpt.is_empty() {
            words.push_str(": “");
            write_escaped(&mut words, &away.excerpt);
            words.push('”');
        }
        let sides = Sides {
            old: true,
            new: false,
        };
        let attributes = self.attributes("moved-from", range.start);
        let frame = piece.frame();
        if frame.is_row() {
            let width = self.width(piece);
            self.row(frame, sides, &attributes, |page| {
                page.wide_cell(width, &words);
            });
        } else {
            self.block(&as_paragraph(frame), sides, &attributes, |out| {
                out.push_str(&words);
            });
        }
    }

    /// A line in place of unchanged blocks, in the containers that go on through it.
    fn fold(&mut self, words: &str, path: &[Container], width: usize) {
        let sides = Sides {
            old: true,
            new: true,
        };
        self.nesting
            .enter(&mut self.out, &going_on(path), sides, None);
        let mut content = String::new();
        write_escaped(&mut content, words);
        if let Some(address) = &self.options.full_text_address {
            content.push_str(" <a");
            write_attribute(&mut content, "href", address);
            content.push('>');
            write_escaped(&mut content, &self.words.read_full_text());
            content.push_str("</a>");
        }
        let element = match path.last().map(|container| container.kind) {
            Some(ContainerKind::Table) => {
                self.out.push_str("<tr class=\"folded\">");
                self.wide_cell(width, &content);
                self.out.push_str("</tr>");
                return;
            }
            Some(ContainerKind::Bullets | ContainerKind::Numbers) => "li",
            Some(ContainerKind::Terms) => "dd",
            _ => "p",
        };
        self.out.push('<');
        self.out.push_str(element);
        self.out.push_str(" class=\"folded\">");
        self.out.push_str(&content);
        self.out.push_str("</");
        self.out.push_str(element);
        self.out.push('>');
    }

    /// A cell across the whole table.
    fn wide_cell(&mut self, width: usize, content: &str) {
        self.out.push_str("<td");
        if width > 1 {
            write_attribute(&mut self.out, "colspan", &width.to_string());
        }
        self.out.push('>');
        self.out.push_str(content);
        self.out.push_str("</td>");
    }

    /// How many columns the table of a row has, in both versions side by side.
    fn width(&self, piece: &Piece) -> usize {
        let columns = self.layout(piece.frame(), !piece.is_new());
        let own = match piece {
            Piece::Same(block) | Piece::MovedFrom { block, .. } => block.cells.len(),
            _ => 1,
        };
        columns.map_or(own, <[Column]>::len).max(1)
    }

    fn layout(&self, frame: &Frame, is_old: bool) -> Option<&'a [Column]> {
        let columns = if is_old {
            &self.old_columns
        } else {
            &self.new_columns
        };
        columns.get(&frame.table?).copied()
    }

    fn row(
        &mut self,
        frame: &Frame,
        sides: Sides,
        attributes: &Attributes,
        cells: impl FnOnce(&mut Self),
    ) {
        self.nesting.enter(&mut self.out, &frame.path, sides, None);
        self.out.push_str("<tr");
        attributes.write(&mut self.out, "");
        self.out.push('>');
        cells(self);
        self.out.push_str("</tr>");
    }

    fn block(
        &mut self,
        frame: &Frame,
        sides: Sides,
        attributes: &Attributes,
        content: impl FnOnce(&mut String),
    ) {
        let is_item = frame.kind == Kind::Paragraph
            && frame
                .path
                .last()
                .is_some_and(|container| container.kind.is_item());
        let given = Some(attributes).filter(|_| is_item);
        let opened = self.nesting.enter(&mut self.out, &frame.path, sides, given);
        if is_item && opened {
            // The text stands in the item itself.
            content(&mut self.out);
            return;
        }
        let element = element(frame.kind);
        self.out.push('<');
        self.out.push_str(element);
        attributes.write(&mut self.out, "");
        self.out.push('>');
        if element == "hr" {
            return;
        }
        content(&mut self.out);
        self.out.push_str("</");
        self.out.push_str(element);
        self.out.push('>');
    }
}

/// The element for a block. Headings are one level lower than in their body, for
/// the comparison stands under a heading of its own.
fn element(kind: Kind) -> &'static str {
    match kind {
        Kind::Paragraph | Kind::Row { .. } => "p",
        Kind::Heading(0..=2) => "h3",
        Kind::Heading(3) => "h4",
        Kind::Heading(4) => "h5",
        Kind::Heading(_) => "h6",
        Kind::Preformatted => "pre",
        Kind::Rule => "hr",
    }
}

/// The same place, for words in place of what stood there.
fn as_paragraph(frame: &Frame) -> Frame {
    Frame {
        kind: Kind::Paragraph,
        ..frame.clone()
    }
}

fn write_link(out: &mut String, id: Option<String>, words: &str) {
    let address = format!("#{}", id.unwrap_or_default());
    out.push_str("<a");
    write_attribute(out, "href", &address);
    out.push('>');
    write_escaped(out, words);
    out.push_str("</a>");
}

fn write_remarks(out: &mut String, change: &Change, words: &dyn TextWords) {
    for remark in change.remarks(words) {
        write_note(out, &remark);
    }
}

fn write_cells(out: &mut String, cells: &[Cell], words: &dyn TextWords) {
    for cell in cells {
        write_tokens(out, &cell.tokens, words);
    }
}
