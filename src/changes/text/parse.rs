//! From HTML to leaf blocks.
//!
//! The bodies we compare are well-formed, but nothing here relies on it: every
//! string gives blocks, in time near its length. There is no tree and no
//! recursion. A list of open containers, bounded searches in it and a bounded
//! path for each block are all the state there is.
//!
//! 1. [`read`] takes token after token from the tokenizer.
//! 2. [`Reader::start`] and [`Reader::end`] keep the open containers and styles.
//! 3. [`Reader::flush`] closes a block wherever an element parts text.
//! 4. `Table` gathers cells into rows; blocks inside a cell become breaks.

use std::sync::Arc;

use html5gum::{DefaultEmitter, StartTag, Token as HtmlToken, Tokenizer};

use super::blocks::{Block, Cell, Container, ContainerKind, Frame, Kind};
use super::elements::{Element, Tag};
use super::path::{ListNumbers, Path, new_container};
use super::tokens::{STYLES, Style, TokenKind, TokenWriter, clean_address, clean_label};

/// How far back a start tag looks for an open element that it ends.
const LONGEST_SEARCH: usize = 64;

/// Reads a body.
pub(super) fn read(html: &str) -> Vec<Block> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut reader = Reader::default();
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            HtmlToken::StartTag(tag) => reader.start(Element::from_name(&tag.name), &tag),
            HtmlToken::EndTag(tag) => reader.end(Element::from_name(&tag.name)),
            HtmlToken::String(text) => reader.text(&String::from_utf8_lossy(&text)),
            HtmlToken::Comment(_) | HtmlToken::Doctype(_) | HtmlToken::Error(_) => {}
        }
    }
    reader.finish()
}

/// An open container element.
#[derive(Debug)]
struct Open {
    tag: Tag,
    /// How many containers it added to the path.
    added: usize,
}

/// A table that is being read.
#[derive(Debug)]
struct Table {
    /// Which table of the body it is.
    place: usize,
    /// How many rows it gave.
    rows: usize,
    in_head: bool,
    row: Option<Vec<Cell>>,
    /// The open cell: is it a heading?
    cell: Option<bool>,
    /// Tables that are open inside the cell.
    nested: usize,
}

#[derive(Debug, Default)]
struct Reader {
    blocks: Vec<Block>,
    open: Vec<Open>,
    /// How many of each kind are open, so that a stray end tag costs nothing.
    open_of_kind: [usize; Tag::COUNT],
    path: Path,
    text: TokenWriter,
    /// What the text belongs to; nothing when it stands bare in a container.
    leaf: Option<Kind>,
    styles: [usize; STYLES.len()],
    style: Style,
    link: Option<Arc<str>>,
    table: Option<Table>,
    tables: usize,
    hidden: bool,
}

impl Reader {
    fn finish(mut self) -> Vec<Block> {
        self.end_row();
        self.flush();
        self.blocks
    }

    fn text(&mut self, text: &str) {
        if self.hidden {
            return;
        }
        // Everything in preformatted text is code: saying so adds nothing.
        let style = if self.leaf == Some(Kind::Preformatted) {
            Style::PLAIN
        } else {
            self.style
        };
        self.text.text(text, style, self.link.as_ref());
    }

    fn start(&mut self, element: Element, tag: &StartTag<()>) {
        match element {
            Element::Style(place) => self.change_style(place, true),
            Element::Link => self.link = attribute(tag, b"href").map(|href| clean_address(&href)),
            Element::Break => self.text.line_break(element.break_name()),
            Element::Picture => self.picture(tag),
            Element::Field => self.field(tag),
            Element::Hidden => self.hidden = true,
            Element::Other => {}
            _ if self.in_cell() => self.start_in_cell(element),
            _ => self.start_block(element, tag),
        }
    }

    fn end(&mut self, element: Element) {
        match element {
            Element::Style(place) => self.change_style(place, false),
            Element::Link => self.link = None,
            Element::Hidden => self.hidden = false,
            Element::Other | Element::Break | Element::Picture | Element::Field | Element::Rule => {
            }
            _ if self.in_cell() => self.end_in_cell(element),
            Element::Holder(tag) => {
                self.flush();
                self.close(tag);
            }
            Element::Row | Element::TableHead | Element::TablePart => self.end_table_part(element),
            _ => self.flush(),
        }
    }

    fn end_table_part(&mut self, element: Element) {
        self.end_row();
        self.flush();
        if element == Element::TableHead
            && let Some(table) = &mut self.table
        {
            table.in_head = false;
        }
    }

    fn change_style(&mut self, place: usize, begins: bool) {
        if let Some(count) = self.styles.get_mut(place) {
            *count = if begins {
                count.saturating_add(1)
            } else {
                count.saturating_sub(1)
            };
        }
        self.style = self
            .styles
            .iter()
            .enumerate()
            .filter(|(_, count)| **count > 0)
            .fold(Style::PLAIN, |style, (place, _)| style.with(place));
    }

    fn picture(&mut self, tag: &StartTag<()>) {
        let source = clean_address(&attribute(tag, b"src").unwrap_or_default());
        let text = attribute(tag, b"alt").unwrap_or_default();
        self.text.object(
            TokenKind::Picture(source),
            &text,
            self.style,
            self.link.as_ref(),
        );
    }

    fn field(&mut self, tag: &StartTag<()>) {
        if attribute(tag, b"type").is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox")) {
            let ticked = attribute(tag, b"checked").is_some();
            let text = if ticked { "☑" } else { "☐" };
            self.text
                .object(TokenKind::Checkbox, text, Style::PLAIN, None);
        }
    }

    /// Is a table cell open, so that everything belongs to it?
    fn in_cell(&self) -> bool {
        self.table
            .as_ref()
            .is_some_and(|table| table.cell.is_some())
    }

    fn start_in_cell(&mut self, element: Element) {
        let nested = self.table.as_ref().is_some_and(|table| table.nested > 0);
        match element {
            Element::Holder(Tag::Table) => {
                if let Some(table) = &mut self.table {
                    table.nested += 1;
                }
                self.text.line_break(element.break_name());
            }
            Element::Row | Element::Cell(_) | Element::TableHead | Element::TablePart
                if !nested =>
            {
                self.start_in_table(element);
            }
            _ => self.text.line_break(element.break_name()),
        }
    }

    fn end_in_cell(&mut self, element: Element) {
        let nested = self.table.as_ref().map_or(0, |table| table.nested);
        match element {
            Element::Holder(Tag::Table) if nested == 0 => self.close(Tag::Table),
            Element::Holder(Tag::Table) => {
                if let Some(table) = &mut self.table {
                    table.nested -= 1;
                }
                self.text.line_break("");
            }
            Element::Row | Element::TableHead | Element::TablePart if nested == 0 => {
                self.end_table_part(element);
            }
            Element::Cell(_) if nested == 0 => self.end_cell(),
            _ => self.text.line_break(""),
        }
    }

    fn start_in_table(&mut self, element: Element) {
        match element {
            Element::Cell(header) => {
                self.end_cell();
                self.flush();
                if let Some(table) = &mut self.table {
                    table.row.get_or_insert_default();
                    table.cell = Some(header);
                }
            }
            _ => {
                self.end_row();
                self.flush();
                let Some(table) = &mut self.table else { return };
                match element {
                    Element::Row => table.row = Some(Vec::new()),
                    _ => table.in_head = element == Element::TableHead,
                }
            }
        }
    }

    fn end_cell(&mut self) {
        let Some(table) = &mut self.table else { return };
        let Some(header) = table.cell.take() else {
            return;
        };
        table.nested = 0;
        let tokens = self.text.finish();
        table
            .row
            .get_or_insert_default()
            .push(Cell { header, tokens });
    }

    /// Ends the open row, if there is one. A row without any content is dropped.
    fn end_row(&mut self) {
        self.end_cell();
        let Some(table) = &mut self.table else { return };
        let Some(cells) = table.row.take() else {
            return;
        };
        if cells.iter().all(|cell| cell.tokens.is_empty()) {
            return;
        }
        let header = table.in_head || cells.iter().all(|cell| cell.header);
        let starts = table.rows == 0;
        table.rows += 1;
        let place = table.place;
        let mut path = self.path.of_block();
        path.push(Container {
            starts,
            ..new_container(ContainerKind::Table)
        });
        self.blocks.push(Block {
            frame: Frame {
                path,
                kind: Kind::Row { header },
                table: Some(place),
            },
            cells,
        });
    }

    fn start_block(&mut self, element: Element, tag: &StartTag<()>) {
        match element {
            Element::Paragraph => {
                // The number of a footnote stands before its first paragraph.
                if self.leaf.is_some() || !self.text.holds_only_superscript() {
                    self.flush();
                } else {
                    self.text.text(" ", Style::PLAIN, None);
                }
                self.leaf = Some(Kind::Paragraph);
            }
            Element::Heading(level) => {
                self.flush();
                self.leaf = Some(Kind::Heading(level));
            }
            Element::Preformatted => {
                self.flush();
                self.leaf = Some(Kind::Preformatted);
                self.text.keep_spaces();
            }
            Element::Rule => {
                self.flush();
                self.emit(Kind::Rule, Vec::new());
            }
            Element::Holder(holder) => {
                self.flush();
                self.open(holder, tag);
            }
            Element::Row | Element::Cell(_) | Element::TableHead | Element::TablePart => {
                self.start_in_table(element);
            }
            _ => self.flush(),
        }
    }

    /// Ends the block that the text so far makes up, if any.
    fn flush(&mut self) {
        let kind = self.leaf.take().unwrap_or(Kind::Paragraph);
        let tokens = self.text.finish();
        if tokens.iter().any(|token| token.has_content()) {
            let header = false;
            self.emit(kind, vec![Cell { header, tokens }]);
        }
    }

    fn emit(&mut self, kind: Kind, cells: Vec<Cell>) {
        let frame = Frame {
            path: self.path.of_block(),
            kind,
            table: None,
        };
        self.blocks.push(Block { frame, cells });
    }

    fn open(&mut self, holder: Tag, tag: &StartTag<()>) {
        if holder == Tag::Table {
            self.close(Tag::Table);
            self.table = Some(Table {
                place: self.tables,
                rows: 0,
                in_head: false,
                row: None,
                cell: None,
                nested: 0,
            });
            self.tables += 1;
        }
        self.close_implied(holder);
        let before = self.path.len();
        let class = attribute(tag, b"class")
            .filter(|_| holder.keeps_class())
            .map(|class| clean_label(&class))
            .filter(|class| !class.is_empty());
        if let Some(kind) = holder.container(class.is_some()) {
            self.path.push(
                kind,
                class,
                ListNumbers {
                    start: number_attribute(tag, b"start"),
                    value: number_attribute(tag, b"value"),
                },
            );
        }
        self.open.push(Open {
            tag: holder,
            added: self.path.len() - before,
        });
        if let Some(count) = self.open_of_kind.get_mut(holder as usize) {
            *count += 1;
        }
    }

    /// Ends what the start of a new item or term ends without an end tag.
    fn close_implied(&mut self, holder: Tag) {
        let recent = self.open.iter().rev().take(LONGEST_SEARCH);
        let ended = recent
            .map(|open| open.tag)
            .take_while(|tag| !tag.shelters())
            .find(|tag| holder.ends(*tag));
        if let Some(tag) = ended {
            self.close(tag);
        }
    }

    /// Closes the innermost open element of a kind and what is open in it.
    fn close(&mut self, tag: Tag) {
        if self
            .open_of_kind
            .get(tag as usize)
            .is_none_or(|count| *count == 0)
        {
            return;
        }
        while let Some(open) = self.open.pop() {
            if open.tag == Tag::Table {
                self.end_row();
                self.table = None;
            }
            self.path.close(open.added);
            if let Some(count) = self.open_of_kind.get_mut(open.tag as usize) {
                *count = count.saturating_sub(1);
            }
            if open.tag == tag {
                break;
            }
        }
    }
}

fn attribute(tag: &StartTag<()>, name: &[u8]) -> Option<String> {
    tag.attributes
        .get(name)
        .map(|value| String::from_utf8_lossy(value).into_owned())
}

fn number_attribute(tag: &StartTag<()>, name: &[u8]) -> Option<i64> {
    attribute(tag, name).and_then(|value| value.trim().parse().ok())
}
