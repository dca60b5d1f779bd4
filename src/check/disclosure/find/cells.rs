//! Small numbers of children in the cells of tables.
//!
//! A cell counts where its column, its row, the name of the rows, the caption or the title of the
//! whole speaks of children, and nothing says that the number is a rank, an age, money or a number
//! of rows.

use super::grid::Table;
use super::labels::Label;
use super::people;
use super::suppressed;
use super::text::Text;
use super::{Confidence, Finding, Sort};

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// A whole number.
    Number(u64),
    /// A number with the share it is: "2 (12%)", "12% (2/17)". The number is given.
    Share(u64),
    /// A number that was hidden; `plain` if the mark can mean nothing else.
    Suppressed { plain: bool },
    /// Nothing.
    Empty,
    /// Anything else.
    Other,
}

impl Cell {
    /// Reads a cell.
    pub(super) fn read(cell: &str) -> Self {
        let cell = cell.trim();
        if let Some(plain) = suppressed::mark(cell) {
            return Self::Suppressed { plain };
        }
        let cell = without_marks(cell);
        if cell.is_empty() {
            return Self::Empty;
        }
        if let Some(number) = whole(cell) {
            return Self::Number(number);
        }
        share(cell).map_or(Self::Other, Self::Share)
    }
}

/// A cell without emphasis and the marks of footnotes: "**4**", "4*", `4[^1]`, "4 †".
fn without_marks(cell: &str) -> &str {
    let is_mark = |one: char| matches!(one, '*' | '_' | ' ' | '\\' | '†' | '‡' | '¹' | '²' | '³');
    let cell = cell.trim_matches(is_mark);
    match cell.rsplit_once('[') {
        Some((number, note)) if note.len() <= 4 && note.ends_with(']') => {
            number.trim_matches(is_mark)
        }
        _ => cell,
    }
}

/// A whole number in digits, with commas between thousands or not, or a word up to nine.
fn whole(cell: &str) -> Option<u64> {
    if cell.len() > 12 {
        return None;
    }
    let digits: String = cell.chars().filter(|one| *one != ',').collect();
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits.parse().ok();
    }
    people::number(cell).map(u64::from)
}

/// The number of "2 (12%)", "12% (2)", "12% (2/17)" or "2/17 (12%)".
fn share(cell: &str) -> Option<u64> {
    if !cell.contains('%') || cell.len() > 40 {
        return None;
    }
    let parts = cell.split(['(', ')', '[', ']', ',', ';']);
    parts
        .map(str::trim)
        .filter(|part| !part.is_empty() && !part.contains('%'))
        .find_map(|part| part.split(['/', ' ']).next().and_then(whole))
}

/// Looks at the cells of a table. The subjects are the titles under which its numbers are shown.
pub(super) fn check(
    text: &Text<'_>,
    table: &Table,
    subjects: &[Label],
    findings: &mut Vec<Finding>,
) {
    let columns: Vec<Column> = (0..table.width())
        .map(|column| Column::read(text, table, column))
        .collect();
    let told = Told::read(text, table, &columns, subjects);
    for row in table.body() {
        let mut beside: Option<Label> = None;
        for (index, column) in columns.iter().enumerate() {
            let Some(span) = table.span(row, index) else {
                continue;
            };
            let sort = match Cell::read(text.part(span.clone())) {
                Cell::Number(1..=5) => Sort::SmallNumber,
                Cell::Share(1..=5) => Sort::SmallShare,
                _ => continue,
            };
            let beside = *beside.get_or_insert_with(|| Label::read(table.cell(text, row, 0)));
            if told.counts_children(column, beside) {
                findings.push(Finding::new(span, sort, Confidence::Likely));
            }
        }
    }
}

/// What is said about all numbers of a table.
struct Told {
    /// The caption speaks of children, and something is counted.
    is_counted: bool,
    /// The name of the rows speaks of children.
    by_rows: bool,
    /// The rows are no parts of a document, in which "Number" would be a place.
    may_count_rows: bool,
    /// A title speaks of children.
    by_subject: bool,
    /// A column speaks of children itself, so that others may count something else.
    has_own: bool,
}

impl Told {
    fn read(text: &Text<'_>, table: &Table, columns: &[Column], subjects: &[Label]) -> Self {
        let caption = caption(text, table);
        let has_counts = columns.iter().skip(1).any(|column| column.name.counting);
        let rows = columns.first();
        Self {
            is_counted: caption.children && (caption.counting || has_counts),
            by_rows: rows
                .is_some_and(|rows| rows.name.names_rows && !rows.name.other && !rows.is_numeric),
            may_count_rows: !rows.is_some_and(|rows| rows.name.other || rows.name.part),
            by_subject: subjects.iter().any(|subject| subject.counts_children()),
            has_own: columns.iter().skip(1).any(|column| column.name.children),
        }
    }

    /// Whether a small number in a column, beside a label, is one of children.
    fn counts_children(&self, column: &Column, beside: Label) -> bool {
        let is_bare = !column.is_first && column.name.only_count && self.may_count_rows;
        let is_other =
            column.name.other && !is_bare || beside.other && !column.is_first || column.is_running;
        if is_other || !column.is_numeric {
            return false;
        }
        if column.name.counts_children() {
            return true;
        }
        let may_count = is_bare || column.name_counts();
        let is_told = (beside.children || self.is_counted) && may_count
            || self.by_rows && is_bare
            || self.by_subject && (may_count || !self.has_own);
        !column.is_first && is_told
    }
}

/// What the heading and the line over a table say, together.
fn caption(text: &Text<'_>, table: &Table) -> Label {
    let mut caption = Label::default();
    for span in &table.captions {
        // What follows the first 200 bytes is no caption but a paragraph.
        let label = Label::read(text.part(span.clone()));
        caption.children |= label.children;
        caption.counting |= label.counting;
    }
    caption
}

/// A column, as far as its name and its cells show what it is.
struct Column {
    name: Label,
    /// It is the first: what stands in it names the rows.
    is_first: bool,
    /// At least half of what stands in it are numbers.
    is_numeric: bool,
    /// It goes 1, 2, 3… and its name says nothing of children, or it is the first column: it
    /// numbers the rows, or says what you get for one child, two children, three.
    is_running: bool,
}

impl Column {
    fn read(text: &Text<'_>, table: &Table, index: usize) -> Self {
        let name = Label::read(table.cell(text, 0, index));
        let (mut numbers, mut others, mut running) = (0_u64, 0_u64, true);
        for (row, expected) in table.body().zip(1..) {
            match Cell::read(table.cell(text, row, index)) {
                Cell::Number(number) => {
                    numbers += 1;
                    running &= number == expected;
                }
                Cell::Share(_) | Cell::Suppressed { .. } => numbers += 1,
                Cell::Empty => running = false,
                Cell::Other => {
                    others += 1;
                    running = false;
                }
            }
        }
        Self {
            name,
            is_first: index == 0,
            is_numeric: numbers >= others,
            is_running: running && numbers > 1 && (index == 0 || !name.children),
        }
    }

    /// Whether its name leaves room for counts that a row or caption announces.
    fn name_counts(&self) -> bool {
        !self.name.other
            && (self.name.counting || self.name.empty || self.name.total || self.name.children)
    }
}
