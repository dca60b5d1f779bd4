//! Days in cells: a workbook keeps a day as how many have gone by since 1900, and only the format of
//! the cell shows that it is one (ECMA-376-1, 18.8.30 and 18.17.4.1).

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::date;

use crate::parse::attachment::Unreadable;
use crate::parse::attachment::markup::{self, Step};
use crate::parse::attachment::package::Package;

/// Which formats of a workbook show days, and from which day on they are counted.
#[derive(Debug, Default)]
pub(super) struct Dates {
    /// By the number that a cell gives.
    styles: BTreeSet<usize>,
    from_1904: bool,
}

impl Dates {
    /// Reads the formats of a workbook.
    pub(super) fn read(package: &mut Package<'_>) -> Result<Self, Unreadable> {
        let mut dates = Self::default();
        let mut own: BTreeMap<usize, String> = BTreeMap::new();
        let mut formats: Vec<usize> = Vec::new();
        let mut is_of_cells = false;
        package.walk("xl/styles.xml", |step| match step {
            Step::Start(element) => match element.name() {
                "numFmt" => {
                    let id = element.attribute("numFmtId").and_then(|id| id.parse().ok());
                    if let (Some(id), Some(code)) = (id, element.attribute("formatCode")) {
                        own.insert(id, code);
                    }
                }
                "cellXfs" => is_of_cells = true,
                "xf" if is_of_cells => {
                    let id = element.attribute("numFmtId").and_then(|id| id.parse().ok());
                    formats.push(id.unwrap_or(0));
                }
                _ => {}
            },
            Step::End("cellXfs") => is_of_cells = false,
            Step::End(_) | Step::Words(_) => {}
        })?;
        for (style, format) in formats.into_iter().enumerate() {
            let shows_day = match own.get(&format) {
                Some(code) => shows_day(code),
                None => matches!(format, 14..=17 | 22 | 27..=31 | 36 | 50..=58),
            };
            if shows_day {
                dates.styles.insert(style);
            }
        }
        package.walk("xl/workbook.xml", |step| {
            if let Step::Start(element) = step
                && element.name() == "workbookPr"
            {
                dates.from_1904 = element
                    .attribute("date1904")
                    .is_some_and(|value| markup::is_yes(&value));
            }
        })?;
        Ok(dates)
    }

    /// The day that a value is in a cell of a format, if it is one: 40666 is 2011-05-03.
    pub(super) fn day(&self, value: &str, style: usize) -> Option<String> {
        // Newer programs may write the day itself, with the time.
        if let Some((day, _)) = value.split_once('T')
            && day.len() == 10
        {
            return Some(day.to_owned());
        }
        if !self.styles.contains(&style) {
            return None;
        }
        let whole = value.trim().split('.').next().unwrap_or("");
        // Up to the last day of the year 9999.
        let days: i32 = whole
            .parse()
            .ok()
            .filter(|days| (61..2_958_466).contains(days))?;
        let first = if self.from_1904 {
            date(1904, 1, 1)
        } else {
            // The calendar of these programs has a 29 February 1900, which never was.
            date(1899, 12, 30)
        };
        let day = first.checked_add(days.days()).ok()?;
        Some(day.to_string())
    }
}

/// Whether a format of its own shows a day: a year or a day stands in it, and not between quotes
/// or brackets.
fn shows_day(code: &str) -> bool {
    let (mut is_quoted, mut is_bracketed, mut is_escaped) = (false, false, false);
    for letter in code.chars() {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' | '_' | '*' => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            '[' => is_bracketed = true,
            ']' => is_bracketed = false,
            'd' | 'D' | 'y' | 'Y' if !is_bracketed => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_days_where_their_format_says_so() {
        let dates = Dates {
            styles: BTreeSet::from([1]),
            from_1904: false,
        };
        assert_eq!(dates.day("40666", 1).as_deref(), Some("2011-05-03"));
        assert_eq!(dates.day("40666.75", 1).as_deref(), Some("2011-05-03"));
        assert_eq!(dates.day("40666", 0), None);
        assert_eq!(dates.day("three", 1), None);
        assert_eq!(dates.day("99999999999", 1), None);
        assert_eq!(dates.day("2000000000", 1), None);
        let later = Dates {
            from_1904: true,
            ..dates
        };
        assert_eq!(later.day("39204", 1).as_deref(), Some("2011-05-03"));
        assert_eq!(
            later.day("2011-05-03T00:00:00", 0).as_deref(),
            Some("2011-05-03")
        );
    }

    #[test]
    fn formats_of_days() {
        for code in ["dd/mm/yyyy", "[$-809]d mmmm yyyy;@", "yyyy\\-mm\\-dd"] {
            assert!(shows_day(code), "{code}");
        }
        for code in [
            "0.00",
            "[Red]0",
            "0 \"days\"",
            "#,##0_d",
            "hh:mm",
            "General",
        ] {
            assert!(!shows_day(code), "{code}");
        }
    }
}
