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
    /// No more than so many: "≤3", "<4".
    AtMost(u64),
    /// A number that was hidden; `plain` if the mark can mean nothing else.
    Suppressed { plain: bool },
    /// Nothing.
    Empty,
    /// Anything else.
    Other,
}

impl Cell {
    /// Whether it may count few people.
    fn is_small(self) -> bool {
        matches!(
            self,
            Self::Number(1..=5) | Self::AtMost(_) | Self::Share(1..=5)
        )
    }

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
        if let Some(most) = at_most(cell) {
            return Self::AtMost(most);
        }
        share(cell)
            .or_else(|| part_of(cell))
            .map_or(Self::Other, Self::Share)
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

/// The number of "3 of 120" and "3 out of 120".
fn part_of(cell: &str) -> Option<u64> {
    let words: Vec<&str> = cell.split_whitespace().take(5).collect();
    let (part, base) = match words.as_slice() {
        [part, "of", base] | [part, "out", "of", base] => (whole(part)?, whole(base)?),
        _ => return None,
    };
    (base > part).then_some(part)
}

/// The most that "≤3", "<=3" and "<4" can be, where that is less than the usual mark hides.
fn at_most(cell: &str) -> Option<u64> {
    let cell = cell.replace("&lt;", "<").replace(' ', "");
    let digit = |rest: &str| rest.parse::<u64>().ok().filter(|_| rest.len() == 1);
    let most = match (cell.strip_prefix('≤'), cell.strip_prefix("<=")) {
        (Some(rest), _) | (_, Some(rest)) => digit(rest)?,
        _ => digit(cell.strip_prefix('<')?)?.checked_sub(1)?,
    };
    (1..=3).contains(&most).then_some(most)
}

/// Looks at the cells of a table. The subjects are the titles under which its numbers are shown.
pub(super) fn check(
    text: &Text<'_>,
    table: &Table,
    subjects: &[Label],
    findings: &mut Vec<Finding>,
) {
    // Most tables hold nothing small, and reading what their columns are called takes longest.
    let is_small = |row: usize, index: usize| {
        let cell = table.span(row, index);
        cell.is_some_and(|span| Cell::read(text.part(span)).is_small())
    };
    if !table
        .body()
        .any(|row| (0..table.width()).any(|index| is_small(row, index)))
    {
        return;
    }
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
            let cell = Cell::read(text.part(span.clone()));
            let sort = match cell {
                Cell::Number(1..=5) | Cell::AtMost(_) => Sort::SmallNumber,
                Cell::Share(1..=5) => Sort::SmallShare,
                _ => continue,
            };
            let beside = *beside.get_or_insert_with(|| Label::read(table.cell(text, row, 0)));
            let is_plain =
                matches!(cell, Cell::AtMost(_)) || part_of(text.part(span.clone())).is_some();
            if told.counts_children(column, beside) || is_plain && told.counts_row(column, beside) {
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
        let rows = columns.first().filter(|_| columns.len() > 1);
        let may_count_rows =
            !rows.is_some_and(|rows| rows.name.other && !rows.name.time || rows.name.part);
        // Under a heading on children stand the numbers of staff and of telephones, too.
        let may_be_children = may_count_rows && !rows.is_some_and(|rows| rows.name.staff);
        let has_counts = columns.iter().any(|column| {
            !column.is_first && (column.name.counting || column.name.only_count && may_be_children)
        });
        Self {
            is_counted: caption.children && (caption.counting || has_counts),
            by_rows: rows
                .is_some_and(|rows| rows.name.names_rows && !rows.name.other && !rows.is_numeric),
            may_count_rows,
            by_subject: subjects.iter().any(|subject| subject.counts_children()),
            has_own: columns.iter().skip(1).any(|column| column.name.children),
        }
    }

    /// Whether a cell that can only be a count ("3 of 120") is one of the children of its row.
    fn counts_row(&self, column: &Column, beside: Label) -> bool {
        let is_other = column.name.other || column.name.progress || column.is_first;
        beside.counts_children() && !is_other && self.may_count_rows
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
        if label.other && !label.children && is_title(text.part(span.clone())) {
            // The line right above a table says of what it is, whatever the heading says.
            caption = Label::default();
            continue;
        }
        caption.children |= label.children;
        caption.counting |= label.counting;
    }
    caption
}

/// Whether a line is the title of a table: bold, numbered or before a colon.
fn is_title(line: &str) -> bool {
    let line = line.trim();
    line.starts_with("**") && line.ends_with("**")
        || line.starts_with("Table ")
        || line.ends_with(':')
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
                Cell::Share(_) | Cell::AtMost(_) | Cell::Suppressed { .. } => numbers += 1,
                Cell::Empty => running = false,
                Cell::Other => {
                    others += 1;
                    running = false;
                }
            }
        }
        Self {
            name,
            is_first: index == 0 && table.width() > 1,
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
