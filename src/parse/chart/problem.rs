//! What can be wrong with a chart, said to the people who wrote it.

use std::ops::Range;

/// What a problem is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum About {
    /// The CSV file as a whole, or `file`.
    File,
    /// `title`
    Title,
    /// `takeaway`
    Takeaway,
    /// `type`
    Type,
    /// `label`
    Label,
    /// `values`
    Values,
    /// A cell of the file, counted from 1 as in a spreadsheet. The first row names the columns.
    Cell {
        /// The row's number.
        row: usize,
        /// The column's number.
        column: usize,
    },
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartProblem {
    /// What it is about.
    pub about: About,
    /// The bytes of the CSV text that are meant, where the problem stands there.
    pub span: Option<Range<usize>>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// The problems found so far.
#[derive(Debug, Default)]
pub(super) struct Finding {
    pub(super) problems: Vec<ChartProblem>,
}

impl Finding {
    /// Notes a problem.
    pub(super) fn add(
        &mut self,
        about: About,
        span: Option<Range<usize>>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.problems.push(ChartProblem {
            about,
            span,
            message: message.into(),
            help: help.into(),
        });
    }

    /// Notes that a text is missing.
    pub(super) fn needed(&mut self, text: &str, about: About, message: &str, help: &str) {
        if !text
            .chars()
            .any(|one| !one.is_whitespace() && !one.is_control())
        {
            self.add(about, None, message, help);
        }
    }
}

/// The name of a cell as spreadsheets show it: `B4`.
pub(super) fn cell_name(row: usize, column: usize) -> String {
    let mut letters: Vec<char> = Vec::new();
    let mut rest = column;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect::<String>() + &row.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_in_a_spreadsheet() {
        assert_eq!(cell_name(1, 1), "A1");
        assert_eq!(cell_name(4, 2), "B4");
        assert_eq!(cell_name(10, 26), "Z10");
        assert_eq!(cell_name(2, 27), "AA2");
        assert_eq!(cell_name(2, 703), "AAA2");
    }
}
