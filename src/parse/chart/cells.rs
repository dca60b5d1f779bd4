//! CSV taken apart into cells that know where they stand.
//!
//! The reader follows RFC 4180 and, where that is silent, what spreadsheets do: a byte order
//! mark, any line end, semicolons or tabs in place of commas. It is written here because
//! a message has to point at one cell, and readers of CSV tell only where a row begins.

use std::ops::Range;

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
    /// Its text, without quotation marks around it and white space at its ends.
    pub(super) text: String,
    /// Where its text stands, inside any quotation marks.
    pub(super) span: Range<usize>,
}

/// One row that is not blank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// Its number in a spreadsheet, from 1. Blank rows count.
    pub(super) number: usize,
    pub(super) cells: Vec<Cell>,
}

/// A file as it was read.
#[derive(Debug)]
pub(super) struct Sheet {
    /// The rows that hold anything.
    pub(super) rows: Vec<Row>,
    /// What parts the cells.
    pub(super) delimiter: char,
    /// A quotation mark that is opened and never closed.
    pub(super) open: Option<Range<usize>>,
}

/// Takes a file apart.
pub(super) fn read(csv: &str) -> Sheet {
    let start = if csv.starts_with('\u{feff}') { 3 } else { 0 };
    let mut reader = Reader {
        text: csv,
        at: start,
        delimiter: delimiter(csv.get(start..).unwrap_or("")),
        open: None,
    };
    let mut rows = Vec::new();
    let mut number = 0;
    while reader.at < csv.len() {
        number += 1;
        let cells = reader.row();
        if cells.iter().any(|cell| !cell.text.is_empty()) {
            rows.push(Row { number, cells });
        }
    }
    Sheet {
        rows,
        delimiter: reader.delimiter,
        open: reader.open,
    }
}

/// The mark that stands most often in the first line that holds anything, outside of quotation
/// marks. The comma wins where there is none of any.
fn delimiter(text: &str) -> char {
    let (mut commas, mut semicolons, mut tabs) = (0_usize, 0_usize, 0_usize);
    let (mut quoted, mut begun) = (false, false);
    for character in text.chars() {
        match character {
            '"' => quoted = !quoted,
            '\n' | '\r' if !quoted && begun => break,
            ',' if !quoted => commas += 1,
            ';' if !quoted => semicolons += 1,
            '\t' if !quoted => tabs += 1,
            _ => {}
        }
        begun |= !character.is_whitespace() && !matches!(character, ',' | ';');
    }
    if semicolons > commas && semicolons >= tabs {
        ';'
    } else if tabs > commas {
        '\t'
    } else {
        ','
    }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    delimiter: char,
    open: Option<Range<usize>>,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let character = self.peek()?;
        self.at += character.len_utf8();
        Some(character)
    }

    /// The cells up to the end of the line, which is passed over.
    fn row(&mut self) -> Vec<Cell> {
        let mut cells = Vec::new();
        loop {
            cells.push(self.cell());
            match self.next() {
                Some(mark) if mark == self.delimiter => {}
                Some('\r') => {
                    if self.peek() == Some('\n') {
                        self.next();
                    }
                    return cells;
                }
                _ => return cells,
            }
        }
    }

    /// One cell, up to what ends it.
    fn cell(&mut self) -> Cell {
        if self.peek() == Some('"') {
            return self.quoted();
        }
        let start = self.at;
        self.plain();
        trimmed(self.text, start..self.at)
    }

    /// Passes over all that is not an end of a cell.
    fn plain(&mut self) {
        while let Some(character) = self.peek() {
            if character == self.delimiter || matches!(character, '\n' | '\r') {
                break;
            }
            self.next();
        }
    }

    /// A cell in quotation marks. A doubled mark inside stands for one.
    fn quoted(&mut self) -> Cell {
        let opening = self.at;
        self.next();
        let start = self.at;
        let mut text = String::new();
        let end = loop {
            let here = self.at;
            match self.next() {
                Some('"') if self.peek() == Some('"') => {
                    self.next();
                    text.push('"');
                }
                Some('"') => break here,
                Some(character) => text.push(character),
                None => {
                    self.open.get_or_insert(opening..start);
                    break here;
                }
            }
        };
        // Words after the closing mark belong to the cell, as spreadsheets read it.
        let after = self.at;
        self.plain();
        text.push_str(self.text.get(after..self.at).unwrap_or(""));
        Cell {
            text: text.trim().to_owned(),
            span: start..end,
        }
    }
}

/// A part of the text without white space at its ends.
fn trimmed(text: &str, span: Range<usize>) -> Cell {
    let part = text.get(span.clone()).unwrap_or("");
    let front = part.len() - part.trim_start().len();
    let inner = part.trim();
    let start = span.start + if inner.is_empty() { 0 } else { front };
    Cell {
        text: inner.to_owned(),
        span: start..start + inner.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(csv: &str) -> Vec<Vec<String>> {
        read(csv)
            .rows
            .into_iter()
            .map(|row| row.cells.into_iter().map(|cell| cell.text).collect())
            .collect()
    }

    #[test]
    fn what_spreadsheets_save_is_read() {
        let csv = "\u{feff}Quarter;\"Children; all\"\r\n\r\nQ1 ; \"7\"\r\n\"Q\"\"2\";8\r;\n";
        assert_eq!(
            texts(csv),
            [
                vec!["Quarter", "Children; all"],
                vec!["Q1", "\"7\""],
                vec!["Q\"2", "8"]
            ]
        );
        assert_eq!(read(csv).delimiter, ';');
        assert_eq!(read("a\tb\n1\t2").delimiter, '\t');
        assert_eq!(read("\n\"a;b;c\",d").delimiter, ',');
    }

    #[test]
    fn rows_are_counted_as_in_a_spreadsheet() {
        let sheet = read("a,b\n\n\"two\nlines\",2\n,,\nc,3");
        let numbers: Vec<usize> = sheet.rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [1, 3, 5]);
    }

    #[test]
    fn a_mark_left_open_is_told() {
        let csv = "a,b\n\"c,d\ne,f\n";
        assert_eq!(
            read(csv).open.map(|span| csv[span].to_owned()),
            Some("\"".into())
        );
        assert_eq!(read("a,\"b\"\n").open, None);
    }

    proptest! {
        #[test]
        fn spans_lie_in_the_text(csv in "[a-c£é,;\"\t \r\n0-9\u{feff}]{0,60}") {
            for cell in read(&csv).rows.iter().flat_map(|row| &row.cells) {
                prop_assert!(csv.get(cell.span.clone()).is_some());
            }
        }

        #[test]
        fn any_text_is_read_to_its_end(csv in any::<String>()) {
            for cell in read(&csv).rows.iter().flat_map(|row| &row.cells) {
                prop_assert!(csv.get(cell.span.clone()).is_some());
            }
        }

        #[test]
        fn another_reader_agrees(rows in proptest::collection::vec(
            proptest::collection::vec("[a-z£\",\n; ]{0,6}", 3), 1..5)) {
            let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
            writer.write_record(["x", "y", "z"]).unwrap();
            for row in &rows {
                writer.write_record(row).unwrap();
            }
            let csv = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let mut expected = vec![vec!["x".to_owned(), "y".into(), "z".into()]];
            expected.extend(rows.iter().map(|row| row.iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>()));
            expected.retain(|row| row.iter().any(|cell| !cell.is_empty()));
            prop_assert_eq!(texts(&csv), expected);
        }
    }
}
