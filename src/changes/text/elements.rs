//! What each HTML element means to the comparison.

use super::blocks::ContainerKind;
use super::tokens::style_of;

/// An element by its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Element {
    /// Inline style, by its place in the list of styles.
    Style(usize),
    /// A link.
    Link,
    /// A line break.
    Break,
    /// A picture.
    Picture,
    /// A form field: a checkbox, or nothing.
    Field,
    /// What no reader sees.
    Hidden,
    /// A line across the page.
    Rule,
    /// A paragraph.
    Paragraph,
    /// A heading and its level.
    Heading(u8),
    /// Text whose white space counts.
    Preformatted,
    /// A container of blocks.
    Holder(Tag),
    /// The part of a table with the column headings.
    TableHead,
    /// Another part of a table.
    TablePart,
    /// A row of a table.
    Row,
    /// A cell of a table; `true` when it is a heading.
    Cell(bool),
    /// An element that parts blocks and means nothing else.
    Boundary,
    /// Everything else: its text counts, it does not.
    Other,
}

/// A container element, as its end tag finds it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    /// `ul`, `menu`
    Bullets,
    /// `ol`
    Numbers,
    /// `li`
    Item,
    /// `dl`
    Terms,
    /// `dt`
    Term,
    /// `dd`
    Definition,
    /// `blockquote`
    Quote,
    /// `div`
    Division,
    /// `section`
    Section,
    /// `aside`
    Aside,
    /// `details`
    Details,
    /// `summary`
    Summary,
    /// `caption`, `figcaption`
    Caption,
    /// `table`
    Table,
}

impl Tag {
    /// How many there are.
    pub(super) const COUNT: usize = Tag::Table as usize + 1;

    /// The container in a block's path, if it shows: a division without a class
    /// does not, and a table is kept beside the path.
    pub(super) fn container(self, has_class: bool) -> Option<ContainerKind> {
        Some(match self {
            Self::Bullets => ContainerKind::Bullets,
            Self::Numbers => ContainerKind::Numbers,
            Self::Item => ContainerKind::Item,
            Self::Terms => ContainerKind::Terms,
            Self::Term => ContainerKind::Term,
            Self::Definition => ContainerKind::Definition,
            Self::Quote => ContainerKind::Quote,
            Self::Division | Self::Section | Self::Aside if has_class => ContainerKind::Division,
            Self::Division | Self::Section | Self::Aside | Self::Table => return None,
            Self::Details => ContainerKind::Details,
            Self::Summary => ContainerKind::Summary,
            Self::Caption => ContainerKind::Caption,
        })
    }

    /// Is the class of such an element part of what a reader sees?
    pub(super) fn keeps_class(self) -> bool {
        matches!(
            self,
            Self::Quote | Self::Division | Self::Section | Self::Aside
        )
    }

    /// Does the start of this element end an open one of the other kind?
    pub(super) fn ends(self, open: Tag) -> bool {
        match self {
            Self::Item => open == Self::Item,
            Self::Term | Self::Definition => matches!(open, Self::Term | Self::Definition),
            _ => false,
        }
    }

    /// Does an open element of this kind keep what is outside of it from being ended?
    pub(super) fn shelters(self) -> bool {
        matches!(
            self,
            Self::Bullets | Self::Numbers | Self::Terms | Self::Table
        )
    }
}

impl Element {
    /// The meaning of an element by its name in small letters.
    pub(super) fn from_name(name: &[u8]) -> Element {
        if let Some(style) = style_of(name) {
            return Element::Style(style);
        }
        match name {
            b"a" => Self::Link,
            b"br" => Self::Break,
            b"img" => Self::Picture,
            b"input" => Self::Field,
            // The words of a picture stand in its caption and its table as well.
            b"script" | b"style" | b"svg" => Self::Hidden,
            b"hr" => Self::Rule,
            b"p" => Self::Paragraph,
            b"pre" => Self::Preformatted,
            b"thead" => Self::TableHead,
            b"tbody" | b"tfoot" => Self::TablePart,
            b"tr" => Self::Row,
            b"td" => Self::Cell(false),
            b"th" => Self::Cell(true),
            b"article" | b"main" | b"header" | b"footer" | b"nav" | b"address" | b"figure"
            | b"form" | b"fieldset" | b"legend" | b"center" | b"hgroup" | b"search" | b"body"
            | b"html" | b"head" | b"title" => Self::Boundary,
            [b'h', level @ b'1'..=b'6'] => Self::Heading(level - b'0'),
            _ => Self::holder_from_name(name),
        }
    }

    fn holder_from_name(name: &[u8]) -> Element {
        Self::Holder(match name {
            b"ul" | b"menu" => Tag::Bullets,
            b"ol" => Tag::Numbers,
            b"li" => Tag::Item,
            b"dl" => Tag::Terms,
            b"dt" => Tag::Term,
            b"dd" => Tag::Definition,
            b"blockquote" => Tag::Quote,
            b"div" => Tag::Division,
            b"section" => Tag::Section,
            b"aside" => Tag::Aside,
            b"details" => Tag::Details,
            b"summary" => Tag::Summary,
            b"caption" | b"figcaption" => Tag::Caption,
            b"table" => Tag::Table,
            _ => return Self::Other,
        })
    }

    /// What a break in a table cell is called when this element makes it.
    pub(super) fn break_name(self) -> &'static str {
        match self {
            Self::Break => "br",
            Self::Rule => "hr",
            Self::Paragraph => "p",
            Self::Heading(_) => "heading",
            Self::Preformatted => "pre",
            Self::Row => "tr",
            Self::Cell(_) => "td",
            Self::Holder(Tag::Bullets) => "ul",
            Self::Holder(Tag::Numbers) => "ol",
            Self::Holder(Tag::Item) => "li",
            Self::Holder(Tag::Term) => "dt",
            Self::Holder(Tag::Definition) => "dd",
            Self::Holder(_) => "block",
            _ => "",
        }
    }
}
