//! Which columns of a file are drawn, and what they hold.

use super::Asked;
use super::cells::{Cell, Row, read};
use super::drawing::tidy;
use super::figure::{self, Figure, Missing, Sort, short};
use super::problem::{About, Finding, cell_name};
use super::shape::parts;

/// More could not be told apart without colour.
const MOST_SERIES: usize = 4;

/// What is drawn.
#[derive(Debug)]
pub(super) struct Figures {
    /// What the labels are: the name of their column.
    pub(super) label: String,
    /// One for each row.
    pub(super) labels: Vec<String>,
    /// From one to four.
    pub(super) series: Vec<Series>,
    /// What all of them are counted in.
    pub(super) sort: Sort,
}

/// One column of figures.
#[derive(Debug)]
pub(super) struct Series {
    pub(super) name: String,
    /// One for each row.
    pub(super) figures: Vec<Figure>,
}

impl Series {
    /// The sizes that are known, with the row's place.
    pub(super) fn values(&self) -> impl Iterator<Item = (usize, f64)> + '_ {
        self.figures
            .iter()
            .enumerate()
            .filter_map(|(row, figure)| match figure {
                Figure::Number(number) => Some((row, number.value)),
                Figure::Missing(_) => None,
            })
    }
}

impl Figures {
    /// The least and the greatest of all values.
    pub(super) fn bounds(&self) -> (f64, f64) {
        let values = self
            .series
            .iter()
            .flat_map(Series::values)
            .map(|(_, value)| value);
        let (low, high) = values.fold((f64::MAX, f64::MIN), |(low, high), value| {
            (low.min(value), high.max(value))
        });
        if low > high { (0.0, 0.0) } else { (low, high) }
    }

    /// Whether no figure has anything after the point.
    pub(super) fn are_whole(&self) -> bool {
        let mut figures = self.series.iter().flat_map(|series| &series.figures);
        figures.all(|figure| match figure {
            Figure::Number(number) => number.is_whole(),
            Figure::Missing(_) => true,
        })
    }
}

/// Reads the file and gathers what was asked for; `None` where a problem leaves nothing to draw.
pub(super) fn gather(asked: &Asked, csv: &str, finding: &mut Finding) -> Option<Figures> {
    let sheet = read(csv);
    let (header, rows) = parts(csv, &sheet, finding)?;
    let file = File {
        header,
        rows,
        delimiter: sheet.delimiter,
    };
    file.check_shape(finding);
    let label = file.label(asked, finding)?;
    let chosen = file.chosen(asked, label, finding)?;
    file.check_names(&chosen, finding);
    let labels = file.labels(label, finding);
    let series: Vec<Series> = chosen
        .iter()
        .map(|column| file.series(*column, finding))
        .collect();
    let sort = file.common_sort(&chosen, &series, finding)?;
    Some(Figures {
        label: file.name(label),
        labels,
        series,
        sort,
    })
}

/// A file with a row of names.
pub(super) struct File<'s> {
    pub(super) header: &'s Row,
    pub(super) rows: &'s [Row],
    delimiter: char,
}

impl File<'_> {
    fn name(&self, column: usize) -> String {
        self.header
            .cells
            .get(column)
            .map_or_else(String::new, |cell| tidy(&cell.text))
    }

    /// The names of all columns that have one, for messages.
    fn names(&self) -> String {
        let named = self
            .header
            .cells
            .iter()
            .filter(|cell| !cell.text.is_empty());
        let names: Vec<String> = named
            .map(|cell| format!("“{}”", short(&tidy(&cell.text))))
            .collect();
        format!("the columns are: {}", names.join(", "))
    }

    /// The column of labels.
    fn label(&self, asked: &Asked, finding: &mut Finding) -> Option<usize> {
        match asked
            .label
            .as_deref()
            .map(str::trim)
            .filter(|name| !name.is_empty())
        {
            Some(name) => self.find(name, About::Label, finding),
            None => Some(0),
        }
    }

    /// The columns to draw, at least one.
    fn chosen(&self, asked: &Asked, label: usize, finding: &mut Finding) -> Option<Vec<usize>> {
        let chosen = match &asked.values {
            Some(names) => self.asked_for(names, label, finding)?,
            None => self.with_numbers(label),
        };
        if chosen.is_empty() {
            let (message, help) = match &asked.values {
                Some(_) => ("no column is named in values".to_owned(), self.names()),
                None => (
                    "no column of the file holds numbers".to_owned(),
                    "write numbers alone into the cells, such as 1,234 or 12.5%".to_owned(),
                ),
            };
            finding.add(About::Values, None, message, help);
            return None;
        }
        if chosen.len() > MOST_SERIES {
            finding.add(
                About::Values,
                None,
                format!(
                    "there are {} columns to draw, more than the {MOST_SERIES} that can be told \
                     apart in a chart",
                    chosen.len()
                ),
                format!(
                    "name up to {MOST_SERIES} in values, or make two charts; {}",
                    self.names()
                ),
            );
        }
        Some(chosen)
    }

    fn asked_for(
        &self,
        names: &[String],
        label: usize,
        finding: &mut Finding,
    ) -> Option<Vec<usize>> {
        let before = finding.problems.len();
        let mut chosen = Vec::new();
        for name in names {
            let Some(column) = self.find(name.trim(), About::Values, finding) else {
                continue;
            };
            if column == label || chosen.contains(&column) {
                let message = if column == label {
                    format!(
                        "the column “{}” holds the labels, so it is not drawn",
                        short(name)
                    )
                } else {
                    format!("the column “{}” is named twice", short(name))
                };
                finding.add(About::Values, None, message, "take it out of values");
            } else {
                chosen.push(column);
            }
        }
        (finding.problems.len() == before).then_some(chosen)
    }

    /// The column of that name. Capitals do not matter where only one column can be meant.
    fn find(&self, name: &str, about: About, finding: &mut Finding) -> Option<usize> {
        let wanted = tidy(name);
        let lower = wanted.to_lowercase();
        let matching = |same: &dyn Fn(String) -> bool| -> Vec<usize> {
            (0..self.header.cells.len())
                .filter(|column| same(self.name(*column)))
                .collect()
        };
        let mut found = matching(&|one| one == wanted);
        if found.is_empty() {
            found = matching(&|one| one.to_lowercase() == lower);
        }
        match found.as_slice() {
            [column] if !wanted.is_empty() => Some(*column),
            [] | [_] => {
                finding.add(
                    about,
                    None,
                    format!("the file has no column “{}”", short(&wanted)),
                    self.names(),
                );
                None
            }
            [..] => {
                finding.add(
                    about,
                    None,
                    format!(
                        "{} columns of the file are called “{}”",
                        found.len(),
                        short(&wanted)
                    ),
                    "give each column a name of its own in the first row",
                );
                None
            }
        }
    }

    /// The columns in which at least half of what is written are figures: one slip of the pen
    /// does not hide a column.
    fn with_numbers(&self, label: usize) -> Vec<usize> {
        (0..self.header.cells.len())
            .filter(|column| *column != label && self.holds_numbers(*column))
            .collect()
    }

    fn holds_numbers(&self, column: usize) -> bool {
        let (mut numbers, mut figures, mut others) = (0, 0, 0);
        for cell in self.rows.iter().filter_map(|row| row.cells.get(column)) {
            match figure::read(&cell.text, self.delimiter) {
                Ok(Figure::Number(_)) => {
                    numbers += 1;
                    figures += 1;
                }
                Ok(Figure::Missing(Missing::Empty)) => {}
                Ok(Figure::Missing(_)) => figures += 1,
                Err(_) => others += 1,
            }
        }
        numbers > 0 && figures >= others
    }

    /// Notes drawn columns without a name, and two of one name.
    fn check_names(&self, chosen: &[usize], finding: &mut Finding) {
        for (at, column) in chosen.iter().enumerate() {
            let name = self.name(*column);
            let span = self.header.cells.get(*column).map(|cell| cell.span.clone());
            let cell = cell_name(self.header.number, column + 1);
            let earlier = chosen
                .iter()
                .take(at)
                .any(|other| self.name(*other) == name);
            let message = if name.is_empty() {
                format!("the column has no name in cell {cell}")
            } else if earlier {
                format!("cell {cell}: two columns are called “{}”", short(&name))
            } else {
                continue;
            };
            finding.add(
                about(self.header, *column),
                span,
                message,
                "give each column a name of its own in the first row",
            );
        }
    }

    fn labels(&self, column: usize, finding: &mut Finding) -> Vec<String> {
        let mut labels = Vec::with_capacity(self.rows.len());
        for row in self.rows {
            let cell = row.cells.get(column);
            let label = cell.map_or_else(String::new, |cell| tidy(&cell.text));
            if label.is_empty() {
                finding.add(
                    about(row, column),
                    cell.map(|cell| cell.span.clone()),
                    format!(
                        "cell {}: the row has no label",
                        cell_name(row.number, column + 1)
                    ),
                    "write what the figures of the row are about, or take the row out",
                );
            }
            labels.push(label);
        }
        labels
    }

    fn series(&self, column: usize, finding: &mut Finding) -> Series {
        let empty = Cell::default();
        let mut figures = Vec::with_capacity(self.rows.len());
        for row in self.rows {
            let cell = row.cells.get(column).unwrap_or(&empty);
            let read = figure::read(&cell.text, self.delimiter);
            figures.push(read.unwrap_or_else(|unread| {
                let name = cell_name(row.number, column + 1);
                finding.add(
                    about(row, column),
                    Some(cell.span.clone()),
                    format!("cell {name}: {}", unread.message),
                    unread.help,
                );
                Figure::Missing(Missing::Empty)
            }));
        }
        Series {
            name: self.name(column),
            figures,
        }
    }
}

pub(super) fn about(row: &Row, column: usize) -> About {
    About::Cell {
        row: row.number,
        column: column + 1,
    }
}
