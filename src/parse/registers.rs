//! Registers: CSV as spreadsheets save it, with the column names in the first row.

use std::sync::Arc;

use csv::{ByteRecord, ReaderBuilder};

use crate::diagnostics::{Code, Diagnostic, Located, Place, Problems, nearest};
use crate::model::{Action, ActionStatus, Day, SignUp, SignUpStatus, VersionId};

const SIGN_UP_COLUMNS: [&str; 6] = [
    "organisation",
    "status",
    "role",
    "date",
    "version",
    "commitment",
];
const ACTION_COLUMNS: [&str; 8] = [
    "number", "action", "owner", "due", "measure", "status", "updated", "decision",
];

/// Reads `sign-ups.csv`.
pub fn sign_ups(file: &Arc<str>, text: &str) -> (Vec<SignUp>, Problems) {
    let mut register = Register::read(file, text, &SIGN_UP_COLUMNS, &["organisation", "status"]);
    let mut list = Vec::new();
    while let Some(mut row) = register.next_row() {
        let organisation = row.required(
            "organisation",
            "the organisation’s name in organisations.toml",
        );
        let status = row.choice("status", &SignUpStatus::ALL);
        let sign_up = SignUp {
            organisation,
            status: status.unwrap_or(SignUpStatus::Invited),
            role: row.text("role"),
            date: row.day("date"),
            version: row.version("version"),
            commitment: row.text("commitment"),
            place: row.place(),
        };
        if sign_up.status == SignUpStatus::Signed && sign_up.version.is_none() {
            row.report(
                "version",
                "it is not said which version was signed",
                "write the version’s name, such as 2026-07-01; `offerbook history` lists them",
            );
        }
        list.push(sign_up);
    }
    (list, register.problems)
}

/// Reads `actions.csv`.
pub fn actions(file: &Arc<str>, text: &str) -> (Vec<Action>, Problems) {
    let mut register = Register::read(file, text, &ACTION_COLUMNS, &["action", "owner", "status"]);
    let mut list = Vec::new();
    while let Some(mut row) = register.next_row() {
        let action = Action {
            number: Located::new(row.text("number"), row.cell_place("number")),
            action: row.required("action", "what is to be done").value,
            owner: row.required("owner", "the role that answers for it").value,
            due: row.day("due"),
            measure: row.text("measure"),
            status: row
                .choice("status", &ActionStatus::ALL)
                .unwrap_or(ActionStatus::NotStarted),
            updated: row.day("updated"),
            decision: row.decision("decision"),
            place: row.place(),
        };
        list.push(action);
    }
    (list, register.problems)
}

/// A register, taken apart into rows.
struct Register<'t> {
    file: Arc<str>,
    text: &'t str,
    columns: Vec<Option<&'static str>>,
    rows: std::vec::IntoIter<ByteRecord>,
    problems: Problems,
}

impl<'t> Register<'t> {
    fn read(
        file: &Arc<str>,
        text: &'t str,
        known: &'static [&'static str],
        needed: &[&str],
    ) -> Self {
        let mut problems = Problems::new();
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter(text))
            .from_reader(text.as_bytes());
        let mut rows: Vec<ByteRecord> = Vec::new();
        for row in reader.byte_records() {
            match row {
                Ok(row) => rows.push(row),
                Err(error) => problems.push(
                    Diagnostic::error(
                        Code::RegisterShape,
                        format!("a row cannot be read: {error}"),
                    )
                    .at(&Place::file(file)),
                ),
            }
        }
        let mut rows = rows.into_iter();
        let columns = match rows.next() {
            Some(header) => columns(file, text, &header, known, needed, &mut problems),
            None => {
                problems.push(
                    Diagnostic::error(Code::RegisterShape, "the register is empty")
                        .at(&Place::file(file))
                        .help(format!(
                            "its first row names the columns: {}",
                            known.join(",")
                        )),
                );
                Vec::new()
            }
        };
        Self {
            file: Arc::clone(file),
            text,
            columns,
            rows: rows.collect::<Vec<_>>().into_iter(),
            problems,
        }
    }

    /// The next row that holds anything.
    fn next_row(&mut self) -> Option<Row<'_, 't>> {
        let record = self
            .rows
            .by_ref()
            .find(|row| row.iter().any(|cell| !cell.trim_ascii().is_empty()))?;
        if record.len() > self.columns.len() {
            let extra = record.iter().skip(self.columns.len());
            if extra.clone().any(|cell| !cell.is_empty()) {
                let row = Row {
                    register: self,
                    record: record.clone(),
                };
                let diagnostic = Diagnostic::error(
                    Code::RegisterShape,
                    "the row has more cells than there are columns",
                )
                .at(&row.place())
                .help("put quotation marks around a cell that holds a comma");
                self.problems.push(diagnostic);
            }
        }
        Some(Row {
            register: self,
            record,
        })
    }
}

/// Excel writes semicolons where the comma is the decimal mark, and tabs when copied.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or("");
    [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|mark| {
            let count = first.bytes().filter(|byte| byte == mark).count();
            // The comma wins where there is none of any.
            (count, *mark == b',')
        })
        .unwrap_or(b',')
}

fn columns(
    file: &Arc<str>,
    text: &str,
    header: &ByteRecord,
    known: &'static [&'static str],
    needed: &[&str],
    problems: &mut Problems,
) -> Vec<Option<&'static str>> {
    let line_end = text.find('\n').unwrap_or(text.len());
    let mut columns: Vec<Option<&'static str>> = Vec::new();
    let mut from = 0;
    for cell in header {
        let written = String::from_utf8_lossy(cell).trim().to_owned();
        let name = written.to_lowercase();
        let span = find(text, &written, from..line_end);
        from = span.end;
        let column = known.iter().copied().find(|column| *column == name);
        if written.is_empty() {
            columns.push(None);
            continue;
        }
        let problem = match column {
            None => Some((
                format!("there is no column “{written}” in this register"),
                match nearest(&name, known.iter().copied()) {
                    Some(word) => format!("did you mean “{word}”?"),
                    None => format!("the columns are: {}", known.join(", ")),
                },
            )),
            Some(column) if columns.contains(&Some(column)) => Some((
                format!("the column “{written}” stands there twice"),
                "take one away".to_owned(),
            )),
            Some(_) => None,
        };
        if let Some((message, help)) = problem {
            problems.push(
                Diagnostic::error(Code::RegisterShape, message)
                    .at(&Place::new(file, span))
                    .help(help),
            );
        }
        columns.push(column);
    }
    for name in needed {
        if !columns.contains(&Some(*name)) {
            problems.push(
                Diagnostic::error(
                    Code::RegisterShape,
                    format!("the column “{name}” is missing"),
                )
                .at(&Place::new(file, 0..line_end))
                .help(format!(
                    "the first row names the columns: {}",
                    known.join(",")
                )),
            );
        }
    }
    columns
}

/// Where a cell's text stands in a part of the register; the part itself where it is not found
/// as it is (a cell with doubled quotation marks).
fn find(text: &str, cell: &str, within: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let part = text.get(within.clone()).unwrap_or("");
    match part.find(cell) {
        Some(at) if !cell.is_empty() => within.start + at..within.start + at + cell.len(),
        _ => within,
    }
}

/// A row of a [`Register`].
struct Row<'r, 't> {
    register: &'r mut Register<'t>,
    record: ByteRecord,
}

impl Row<'_, '_> {
    /// The row as a whole.
    fn place(&self) -> Place {
        Place::new(&self.register.file, self.span())
    }

    fn span(&self) -> std::ops::Range<usize> {
        let text = self.register.text;
        let mut start = self
            .record
            .position()
            .map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0))
            .min(text.len());
        // The reader counts the line end before a row as part of it.
        while text[start..].starts_with('\n') {
            start += 1;
        }
        let inside: usize = self.record.iter().map(<[u8]>::len).sum();
        let rest = text
            .get(start + inside.min(text.len() - start)..)
            .unwrap_or("");
        let end = text.len() - rest.len() + rest.find('\n').unwrap_or(rest.len());
        start..end
    }

    fn cell(&self, column: &str) -> Option<String> {
        let at = self
            .register
            .columns
            .iter()
            .position(|name| *name == Some(column))?;
        let cell = String::from_utf8_lossy(self.record.get(at)?)
            .trim()
            .to_owned();
        (!cell.is_empty()).then_some(cell)
    }

    fn cell_place(&self, column: &str) -> Place {
        let row = self.span();
        let Some(cell) = self.cell(column) else {
            return self.place();
        };
        // Search after the cells before it, so that the same words elsewhere do not mislead.
        let before: usize = self
            .register
            .columns
            .iter()
            .take_while(|name| **name != Some(column))
            .enumerate()
            .filter_map(|(at, _)| self.record.get(at))
            .map(<[u8]>::len)
            .sum();
        let from = (row.start + before).min(row.end);
        let from = if self.register.text.is_char_boundary(from) {
            from
        } else {
            row.start
        };
        Place::new(
            &self.register.file,
            find(self.register.text, &cell, from..row.end),
        )
    }

    fn report(&mut self, column: &str, message: &str, help: &str) {
        let diagnostic =
            Diagnostic::error(Code::RegisterValue, format!("column “{column}”: {message}"))
                .at(&self.cell_place(column))
                .help(help);
        self.register.problems.push(diagnostic);
    }

    fn text(&self, column: &str) -> String {
        self.cell(column).unwrap_or_default()
    }

    fn required(&mut self, column: &str, what: &str) -> Located<String> {
        let value = self.text(column);
        if value.is_empty() && self.register.columns.contains(&column_name(column)) {
            self.report(column, "the cell is empty", &format!("write {what}"));
        }
        Located::new(value, self.cell_place(column))
    }

    fn choice<T: Copy>(&mut self, column: &str, words: &[(&str, T)]) -> Option<T> {
        let cell = self.cell(column);
        let typed = cell.clone().unwrap_or_default().to_lowercase();
        let found = words.iter().find(|(word, _)| *word == typed);
        if found.is_none() && self.register.columns.contains(&column_name(column)) {
            let all: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let message = match cell {
                Some(cell) => format!("“{cell}” is not one of the words used here"),
                None => "the cell is empty".to_owned(),
            };
            self.report(column, &message, &format!("it can be: {}", all.join(", ")));
        }
        found.map(|(_, value)| *value)
    }

    fn day(&mut self, column: &str) -> Option<Day> {
        let cell = self.cell(column)?;
        let day = cell.parse().ok().or_else(|| british_day(&cell));
        if day.is_none() {
            self.report(
                column,
                &format!("“{cell}” is not a date"),
                "write it as 2026-07-01 or 01/07/2026, or leave the cell empty",
            );
        }
        day
    }

    /// The slug of a decision, with or without `decisions/`.
    fn decision(&self, column: &str) -> Option<Located<String>> {
        let cell = self.cell(column)?;
        let slug = cell.trim_start_matches("decisions/").to_owned();
        Some(Located::new(slug, self.cell_place(column)))
    }

    fn version(&mut self, column: &str) -> Option<Located<VersionId>> {
        let cell = self.cell(column)?;
        let version = cell
            .parse()
            .ok()
            .or_else(|| british_day(&cell).and_then(|day| day.to_string().parse().ok()));
        match version {
            Some(version) => Some(Located::new(version, self.cell_place(column))),
            None => {
                self.report(
                    column,
                    &format!("“{cell}” is not the name of a version"),
                    "write the day it was published, such as 2026-07-01",
                );
                None
            }
        }
    }
}

/// The column of that name, as it stands in a register's list of columns.
fn column_name(column: &str) -> Option<&'static str> {
    SIGN_UP_COLUMNS
        .iter()
        .chain(&ACTION_COLUMNS)
        .copied()
        .find(|name| *name == column)
}

/// 1/7/2026 or 01/07/2026, as British spreadsheets save it.
fn british_day(text: &str) -> Option<Day> {
    let mut parts = text.split('/');
    let day = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    match parts.next() {
        None => Day::new(year, month, day),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> Arc<str> {
        Arc::from("sign-ups.csv")
    }

    #[test]
    fn semicolons_quotes_and_british_dates_are_read() {
        let text = "Organisation;Status;Date;Version;Commitment\npolice;Signed;01/07/2026;2026-07-01;\"A; and B\"\n;;;;\n";
        let (list, problems) = sign_ups(&file(), text);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(list.len(), 1);
        assert_eq!(list[0].commitment, "A; and B");
        assert_eq!(list[0].date.unwrap().to_string(), "2026-07-01");
    }

    #[test]
    fn every_fault_is_reported_in_its_cell() {
        let text = "organisation,stauts,date\npolice,signed,31/02/2026\n,invited,\n";
        let (_, problems) = sign_ups(&file(), text);
        let found: Vec<(String, &str)> = problems
            .iter()
            .map(|one| {
                let span = one.place.clone().unwrap().span.unwrap();
                (one.message.clone(), &text[span])
            })
            .collect();
        assert!(found.contains(&(
            "there is no column “stauts” in this register".into(),
            "stauts"
        )));
        assert!(found.contains(&(
            "the column “status” is missing".into(),
            "organisation,stauts,date"
        )));
        assert!(found.contains(&(
            "column “date”: “31/02/2026” is not a date".into(),
            "31/02/2026"
        )));
        assert!(found.contains(&(
            "column “organisation”: the cell is empty".into(),
            ",invited,"
        )));
    }
}
