//! Small numbers of children in the cells of tables.
//!
//! A cell counts where its column, its row or the caption speaks of children, and nothing says
//! that the number is a rank, an age, money or a number of rows.

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
        let cell = cell.trim_matches(['*', '_', ' ']);
        if cell.is_empty() {
            return Self::Empty;
        }
        if let Some(number) = whole(cell) {
            return Self::Number(number);
        }
        share(cell).map_or(Self::Other, Self::Share)
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

/// Looks at the cells of a table.
pub(super) fn check(text: &Text<'_>, table: &Table, findings: &mut Vec<Finding>) {
    let caption = caption(text, table);
    let names: Vec<Label> = (0..table.width())
        .map(|column| Label::read(table.cell(text, 0, column)))
        .collect();
    let columns: Vec<Column> = names
        .iter()
        .enumerate()
        .map(|(index, name)| Column::read(text, table, index, *name))
        .collect();
    let has_counts = names.iter().skip(1).any(|name| name.counting);
    let is_counted = caption.children && (caption.counting || has_counts);
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
            let is_label = index == 0;
            let by_row = !is_label && beside.children && column.name_counts();
            let by_caption = !is_label && is_counted && column.name_counts();
            let is_about = column.name.counts_children() || by_row || by_caption;
            let is_other = column.name.other || beside.other && !is_label || column.is_running;
            if is_about && !is_other && column.is_numeric {
                findings.push(Finding::new(span, sort, Confidence::Likely));
            }
        }
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
    /// At least half of what stands in it are numbers.
    is_numeric: bool,
    /// It goes 1, 2, 3… and its name says nothing of children, or it is the first column: it
    /// numbers the rows, or says what you get for one child, two children, three.
    is_running: bool,
}

impl Column {
    fn read(text: &Text<'_>, table: &Table, index: usize, name: Label) -> Self {
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
