//! What is wrong with a file as a whole, before its columns are looked at.

use super::cells::{Row, Sheet};
use super::columns::{File, about};
use super::problem::{About, Finding};

/// More would be a wall, not a picture.
const MOST_ROWS: usize = 60;

/// The row of names and the rows of figures.
pub(super) fn parts<'s>(
    csv: &str,
    sheet: &'s Sheet,
    finding: &mut Finding,
) -> Option<(&'s Row, &'s [Row])> {
    if let Some(at) = csv.find('\u{fffd}') {
        finding.add(
            About::File,
            Some(at..at + 3),
            "the file holds signs that cannot be read",
            "save it again as “CSV UTF-8 (comma delimited)”",
        );
    }
    if let Some(open) = &sheet.open {
        finding.add(
            About::File,
            Some(open.clone()),
            "a quotation mark is opened here and never closed",
            "close it at the end of the cell, or take it away",
        );
        return None;
    }
    let Some((header, rows)) = sheet.rows.split_first() else {
        finding.add(
            About::File,
            None,
            "the file is empty",
            "its first row names the columns; every other row has a label and figures",
        );
        return None;
    };
    if rows.is_empty() {
        finding.add(
            About::File,
            None,
            "the file has names of columns, but no rows of figures",
            "give each label a row of its own under the names",
        );
        return None;
    }
    if rows.len() > MOST_ROWS {
        finding.add(
            About::File,
            None,
            format!(
                "the file has {} rows, more than the {MOST_ROWS} that a chart can show",
                rows.len()
            ),
            "keep the rows that the takeaway speaks of, or sum them up (years in place of months)",
        );
    }
    Some((header, rows))
}

impl File<'_> {
    /// Notes cells that stand beyond the last named column.
    pub(super) fn check_shape(&self, finding: &mut Finding) {
        for row in self.rows {
            let beyond = row.cells.iter().enumerate().skip(self.header.cells.len());
            if let Some((column, cell)) = beyond.into_iter().find(|(_, cell)| !cell.text.is_empty())
            {
                finding.add(
                    about(row, column),
                    Some(cell.span.clone()),
                    format!("row {} has more cells than there are columns", row.number),
                    "put quotation marks around a cell that holds a comma, or name the column in \
                     the first row",
                );
            }
        }
    }
}
