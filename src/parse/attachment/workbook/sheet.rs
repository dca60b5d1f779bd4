//! One sheet of an Excel workbook: the words that stand in its cells themselves, and the rows and
//! columns that hold something and are not shown.

use super::dates::Dates;
use crate::parse::attachment::gather::Gather;
use crate::parse::attachment::grids::Grids;
use crate::parse::attachment::markup::{Element, Step};
use crate::parse::attachment::package::Package;
use crate::parse::attachment::{Sort, Unreadable};

/// The most columns that a sheet can have (ECMA-376-1, 18.3.1.13, as Excel writes it).
const COLUMNS: usize = 16_384;

/// Reads one sheet, with the words that its cells share and the days that they are.
pub(super) fn read(
    part: &str,
    called: &str,
    (strings, dates): (&[String], &Dates),
    package: &mut Package<'_>,
    gather: &mut Gather,
) -> Result<(), Unreadable> {
    let mut sheet = Sheet::default();
    sheet.tables.begin();
    package.walk(part, |step| match step {
        Step::Start(element) => sheet.start(&element),
        Step::End("v") => sheet.end_value(strings, dates, gather),
        Step::End(name) => sheet.end(name, gather),
        Step::Words(words) => sheet.words(&words, gather),
    })?;
    sheet.tables.end(gather);
    sheet.report(called, gather);
    Ok(())
}

/// What is known of the sheet so far.
#[derive(Default)]
struct Sheet {
    /// For each column, counted from 0: whether it is hidden, and whether a cell in it holds
    /// something.
    hidden_columns: Vec<bool>,
    used_columns: Vec<bool>,
    hidden_rows: usize,
    row_is_hidden: bool,
    row_is_used: bool,
    /// The column of the current cell, counted from 0, and of the next where it does not say.
    column: usize,
    next_column: usize,
    shared: bool,
    /// The format of the current cell, by its number, and the value in it so far.
    style: usize,
    is_day: bool,
    value: Option<String>,
    keeps_words: bool,
    uses_cell: bool,
    tables: Grids,
}

impl Sheet {
    fn start(&mut self, element: &Element<'_>) {
        match element.name() {
            "col" => self.columns(element),
            "row" => {
                self.row_is_hidden =
                    element.says_yes("hidden") || is_nothing(element.attribute("ht"));
                self.row_is_used = false;
                self.next_column = 0;
                self.tables.row();
            }
            "c" => {
                self.column = element
                    .attribute("r")
                    .and_then(|cell| column_of(&cell))
                    .unwrap_or(self.next_column);
                self.next_column = self.column.saturating_add(1);
                let sort = element.attribute("t");
                self.shared = sort.as_deref() == Some("s");
                self.is_day = matches!(sort.as_deref(), None | Some("n" | "d"));
                self.style = element
                    .attribute("s")
                    .and_then(|style| style.parse().ok())
                    .unwrap_or(0);
                self.tables.cell_at(self.column);
            }
            "v" => {
                self.uses_cell = true;
                self.value = Some(String::new());
            }
            "t" => {
                self.uses_cell = true;
                self.keeps_words = true;
            }
            name if is_heading(name) => self.keeps_words = true,
            _ => {}
        }
    }

    fn end(&mut self, name: &str, gather: &mut Gather) {
        match name {
            "t" => {
                self.keeps_words = false;
                self.uses_cell = false;
            }
            "c" => {
                gather.line();
                self.tables.end_cell();
            }
            "row" => {
                if self.row_is_hidden && self.row_is_used {
                    self.hidden_rows += 1;
                }
                self.row_is_hidden = false;
            }
            name if is_heading(name) => {
                self.keeps_words = false;
                gather.line();
            }
            _ => {}
        }
    }

    /// The value of a cell ends: the number of words that stand elsewhere, a day, or itself.
    fn end_value(&mut self, strings: &[String], dates: &Dates, gather: &mut Gather) {
        self.uses_cell = false;
        let Some(value) = self.value.take() else {
            return;
        };
        if self.shared {
            // Their words are gathered once, however many cells have them.
            let words = value
                .trim()
                .parse::<usize>()
                .ok()
                .and_then(|at| strings.get(at));
            self.tables.words(words.map_or("", String::as_str));
            return;
        }
        let day = self.is_day.then(|| dates.day(&value, self.style)).flatten();
        let value = day.unwrap_or(value);
        gather.text(&value);
        self.tables.words(&value);
    }

    fn words(&mut self, words: &str, gather: &mut Gather) {
        if let Some(value) = &mut self.value {
            value.push_str(words);
        } else if self.keeps_words {
            gather.text(words);
            self.tables.words(words);
        }
        if self.uses_cell && !words.trim().is_empty() {
            self.row_is_used = true;
            if self.column < COLUMNS {
                if self.used_columns.len() <= self.column {
                    self.used_columns.resize(self.column + 1, false);
                }
                if let Some(used) = self.used_columns.get_mut(self.column) {
                    *used = true;
                }
            }
        }
    }

    /// A run of columns, numbered from 1, of which the last often is the last of the sheet.
    fn columns(&mut self, element: &Element<'_>) {
        if !element.says_yes("hidden") && !is_nothing(element.attribute("width")) {
            return;
        }
        let number = |name| {
            element
                .attribute(name)
                .and_then(|value| value.parse::<usize>().ok())
        };
        let first = number("min").unwrap_or(1).clamp(1, COLUMNS);
        let last = number("max").unwrap_or(first).min(COLUMNS);
        if self.hidden_columns.len() < last {
            self.hidden_columns.resize(last, false);
        }
        if let Some(columns) = self.hidden_columns.get_mut(first - 1..last.max(first - 1)) {
            columns.fill(true);
        }
    }

    fn report(&self, called: &str, gather: &mut Gather) {
        let columns = self
            .hidden_columns
            .iter()
            .zip(&self.used_columns)
            .filter(|(hidden, used)| **hidden && **used)
            .count();
        for (count, one, many) in [
            (self.hidden_rows, "row", "rows"),
            (columns, "column", "columns"),
        ] {
            if count > 0 {
                let noun = if count == 1 { one } else { many };
                gather.found(
                    Sort::HiddenRowsOrColumns,
                    &format!("sheet “{called}”, {count} {noun}"),
                );
            }
        }
    }
}

/// Whether a height or width is given as nothing, which hides as well.
fn is_nothing(size: Option<String>) -> bool {
    size.and_then(|size| size.parse::<f64>().ok())
        .is_some_and(|size| size <= 0.0)
}

/// Whether an element holds the words printed above or below a sheet.
fn is_heading(name: &str) -> bool {
    matches!(
        name,
        "oddHeader" | "oddFooter" | "evenHeader" | "evenFooter" | "firstHeader" | "firstFooter"
    )
}

/// The column of a cell such as `AB12`, counted from 0.
fn column_of(cell: &str) -> Option<usize> {
    let mut column = 0_usize;
    for letter in cell.bytes().take_while(u8::is_ascii_alphabetic).take(4) {
        column = column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1;
    }
    column.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_columns() {
        assert_eq!(column_of("A1"), Some(0));
        assert_eq!(column_of("z9"), Some(25));
        assert_eq!(column_of("AB12"), Some(27));
        assert_eq!(column_of("XFD1"), Some(COLUMNS - 1));
        assert_eq!(column_of("12"), None);
        assert_eq!(column_of("ZZZZZZZZZZZZZZZZZ1"), Some(475_253));
    }
}
