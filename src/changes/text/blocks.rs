//! A body as leaf blocks: paragraphs, headings, items and table rows in reading
//! order, each with the path of containers around it.
//!
//! A block's [`line()`] is its identity: two blocks are the same exactly when their
//! lines are equal. The line holds words, styles, links and the containers; it
//! leaves out what follows from the neighbours (an item's number, which block is
//! the first of its list), else one new item would change every item after it.

use std::fmt::Write;
use std::sync::Arc;

use super::tokens::{Style, Token, TokenKind};

/// What a leaf block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Running text, also the text of a list item or a definition.
    Paragraph,
    /// A heading with its level, 1 to 6.
    Heading(u8),
    /// Text whose white space counts.
    Preformatted,
    /// A line across the page.
    Rule,
    /// A row of a table; `true` for a row of column headings.
    Row {
        /// Does the row name the columns?
        header: bool,
    },
}

/// What a container is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContainerKind {
    /// A list with bullets.
    Bullets,
    /// A numbered list.
    Numbers,
    /// An item of a list.
    Item,
    /// A list of terms and definitions.
    Terms,
    /// A term in such a list.
    Term,
    /// A definition in such a list.
    Definition,
    /// A quotation or an alert.
    Quote,
    /// A division with a class.
    Division,
    /// A part that can be opened and closed.
    Details,
    /// The title of such a part.
    Summary,
    /// The title of a table or a picture.
    Caption,
    /// A table.
    Table,
}

impl ContainerKind {
    /// Does each of these stand for one thing (an item, a term), so that a reader
    /// sees where one ends and the next begins?
    pub(super) fn is_item(self) -> bool {
        matches!(
            self,
            Self::Item | Self::Term | Self::Definition | Self::Summary | Self::Caption
        )
    }

    /// Can only items stand directly in it?
    pub(super) fn is_list(self) -> bool {
        matches!(self, Self::Bullets | Self::Numbers)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Bullets => "ul",
            Self::Numbers => "ol",
            Self::Item => "li",
            Self::Terms => "dl",
            Self::Term => "dt",
            Self::Definition => "dd",
            Self::Quote => "blockquote",
            Self::Division => "div",
            Self::Details => "details",
            Self::Summary => "summary",
            Self::Caption => "caption",
            Self::Table => "table",
        }
    }
}

/// One container around a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Container {
    /// What it is.
    pub kind: ContainerKind,
    /// Its class, or for an item the number that its source gives it.
    pub label: Option<Arc<str>>,
    /// Is this block the first one in it?
    pub starts: bool,
    /// The number of an item in a numbered list.
    pub number: Option<i64>,
}

/// What and where a block is, without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The containers around it, outermost first.
    pub path: Vec<Container>,
    /// What it is.
    pub kind: Kind,
    /// For a row: which table of the body it is in, counted from 0.
    pub table: Option<usize>,
}

/// A cell of a row. A block that is no row has one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Is it a heading of its row or column?
    pub header: bool,
    /// Its text.
    pub tokens: Vec<Token>,
}

/// A leaf block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What and where it is.
    pub frame: Frame,
    /// Its text: one cell, or those of a row.
    pub cells: Vec<Cell>,
}

/// What a reader calls a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Noun {
    /// A paragraph.
    Paragraph,
    /// A heading.
    Heading,
    /// An item of a list.
    ListItem,
    /// A row of a table.
    TableRow,
    /// A column of a table.
    TableColumn,
    /// A term that is defined.
    Term,
    /// The definition of a term.
    Definition,
    /// The title of a table, a picture or a part.
    Caption,
    /// Preformatted text.
    Preformatted,
    /// A line across the page.
    Rule,
}

impl Noun {
    /// The word for one.
    pub fn singular(self) -> &'static str {
        match self {
            Self::Paragraph => "paragraph",
            Self::Heading => "heading",
            Self::ListItem => "list item",
            Self::TableRow => "table row",
            Self::TableColumn => "table column",
            Self::Term => "term",
            Self::Definition => "definition",
            Self::Caption => "caption",
            Self::Preformatted => "block of fixed text",
            Self::Rule => "dividing line",
        }
    }

    /// The word for several.
    pub fn plural(self) -> &'static str {
        match self {
            Self::Paragraph => "paragraphs",
            Self::Heading => "headings",
            Self::ListItem => "list items",
            Self::TableRow => "table rows",
            Self::TableColumn => "table columns",
            Self::Term => "terms",
            Self::Definition => "definitions",
            Self::Caption => "captions",
            Self::Preformatted => "blocks of fixed text",
            Self::Rule => "dividing lines",
        }
    }

    /// The word that goes with a number.
    pub fn counted(self, count: usize) -> &'static str {
        if count == 1 {
            self.singular()
        } else {
            self.plural()
        }
    }
}

impl Frame {
    /// What a reader calls it.
    pub fn noun(&self) -> Noun {
        match self.kind {
            Kind::Heading(_) => Noun::Heading,
            Kind::Preformatted => Noun::Preformatted,
            Kind::Rule => Noun::Rule,
            Kind::Row { .. } => Noun::TableRow,
            Kind::Paragraph => self.noun_of_text(),
        }
    }

    fn noun_of_text(&self) -> Noun {
        let innermost = self.path.last().filter(|container| container.starts);
        match innermost.map(|container| container.kind) {
            Some(ContainerKind::Item) => Noun::ListItem,
            Some(ContainerKind::Term) => Noun::Term,
            Some(ContainerKind::Definition) => Noun::Definition,
            Some(ContainerKind::Summary | ContainerKind::Caption) => Noun::Caption,
            _ => Noun::Paragraph,
        }
    }

    /// Is it a heading?
    pub fn is_heading(&self) -> bool {
        matches!(self.kind, Kind::Heading(_))
    }

    /// Is it a row?
    pub fn is_row(&self) -> bool {
        matches!(self.kind, Kind::Row { .. })
    }

    /// Is it a row of column headings?
    pub fn is_header_row(&self) -> bool {
        self.kind == Kind::Row { header: true }
    }
}

impl Block {
    /// All its tokens, cell after cell.
    pub fn tokens(&self) -> impl Iterator<Item = &Token> {
        self.cells.iter().flat_map(|cell| &cell.tokens)
    }

    /// What a reader reads, with a bar between cells.
    pub(super) fn plain(&self) -> String {
        let mut out = String::new();
        for (place, cell) in self.cells.iter().enumerate() {
            if place > 0 {
                out.push_str(" | ");
            }
            for token in &cell.tokens {
                token.write_plain(&mut out);
            }
        }
        out
    }
}

/// A block as one line: its path, its kind, and its words with marks for styles
/// and links.
pub(super) fn line(block: &Block) -> String {
    let mut out = String::new();
    for container in &block.frame.path {
        write_container(&mut out, container);
    }
    write_kind(&mut out, block.frame.kind);
    for cell in &block.cells {
        out.push_str(if cell.header { " |! " } else { " | " });
        write_tokens(&mut out, &cell.tokens);
    }
    out
}

fn write_container(out: &mut String, container: &Container) {
    // A block that goes on in the same item is told from one that starts it.
    let goes_on = container.kind.is_item() && !container.starts;
    out.push_str(if goes_on { "…" } else { "" });
    out.push_str(container.kind.name());
    let shown = container.kind != ContainerKind::Item || container.starts;
    if let Some(label) = container.label.as_ref().filter(|_| shown) {
        out.push('[');
        write_escaped(out, label);
        out.push(']');
    }
    out.push('/');
}

fn write_kind(out: &mut String, kind: Kind) {
    match kind {
        Kind::Paragraph => out.push('p'),
        Kind::Heading(level) => {
            // Writing to a string cannot fail.
            let _ = write!(out, "h{level}");
        }
        Kind::Preformatted => out.push_str("pre"),
        Kind::Rule => out.push_str("hr"),
        Kind::Row { header: false } => out.push_str("tr"),
        Kind::Row { header: true } => out.push_str("tr!"),
    }
}

fn write_tokens(out: &mut String, tokens: &[Token]) {
    let mut style = Style::PLAIN;
    let mut link: Option<&Arc<str>> = None;
    for token in tokens {
        if token.style != style {
            style = token.style;
            let names: Vec<&str> = style.names().collect();
            let _ = write!(out, "{{{}}}", names.join("+"));
        }
        if token.link.as_ref() != link {
            link = token.link.as_ref();
            out.push_str("{link ");
            write_escaped(out, link.map_or("", |address| address));
            out.push('}');
        }
        write_token(out, token);
    }
}

fn write_token(out: &mut String, token: &Token) {
    match &token.kind {
        TokenKind::Break => {
            let _ = write!(out, "{{break {}}}", token.text);
        }
        TokenKind::Picture(source) => {
            out.push_str("{picture ");
            write_escaped(out, source);
            out.push('|');
            write_escaped(out, &token.text);
            out.push('}');
        }
        TokenKind::Checkbox => {
            let _ = write!(out, "{{checkbox {}}}", token.text);
        }
        TokenKind::Word | TokenKind::Space | TokenKind::Mark => write_escaped(out, &token.text),
    }
}

fn write_escaped(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '\n' => out.push_str("\\n"),
            '\\' | '{' | '}' | '|' | '[' | ']' => {
                out.push('\\');
                out.push(character);
            }
            _ => out.push(character),
        }
    }
}
