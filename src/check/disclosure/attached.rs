//! Identifiers in the words of files to download. Their place cannot be shown, so that each sort is
//! told once for a file.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Look;
use super::advice::Allowable;
use super::find::{Confidence, Finding, Format, Sort, find, names_places_only};
use crate::diagnostics::{Code, Diagnostic, Place, Problems};
use crate::parse::Contents;

/// Endings of files that are nothing but a table.
const TABLES: [&str; 3] = [".csv", ".tsv", ".tab"];

/// How often a sort was found, for certain and perhaps.
#[derive(Clone, Copy, Default)]
struct Times {
    certain: usize,
    likely: usize,
}

impl Look<'_> {
    /// Identifiers in the text of a file to download, and in its tables, in which the name of a
    /// column may say what its cells are.
    pub(super) fn words_of(
        &mut self,
        file: &Arc<str>,
        contents: &Contents,
        problems: &mut Problems,
    ) {
        let name = file.to_ascii_lowercase();
        let is_table = TABLES.iter().any(|ending| name.ends_with(ending));
        let mut times: BTreeMap<Sort, Times> = BTreeMap::new();
        let format = match is_table {
            true => Format::Csv,
            false => Format::Markdown,
        };
        self.count(&contents.text, format, &mut times);
        let mut in_tables: BTreeMap<Sort, Times> = BTreeMap::new();
        for table in &contents.tables {
            self.count(table, Format::Csv, &mut in_tables);
        }
        // What stands in a table stands in the text as well.
        for (sort, inside) in in_tables {
            let all = times.entry(sort).or_default();
            all.certain = all.certain.max(inside.certain);
            all.likely = all.likely.max(inside.likely);
        }
        for (sort, times) in times {
            problems.push(told(file, sort, times));
        }
    }

    fn count(&mut self, text: &str, format: Format, times: &mut BTreeMap<Sort, Times>) {
        let is_of_places = format == Format::Csv && names_places_only(text);
        for finding in find(text, format) {
            let is_there =
                is_told(&finding) && !(is_of_places && finding.sort == Sort::HomePostcode);
            let marked = text.get(finding.span.clone()).unwrap_or("");
            if !is_there || self.allows_value(marked) {
                continue;
            }
            let times = times.entry(finding.sort).or_default();
            match finding.confidence {
                Confidence::Certain => times.certain += 1,
                Confidence::Likely => times.likely += 1,
            }
        }
    }
}

/// Whether a finding is told of a file: what can hardly be anything else, and what only a look at
/// the file can tell. Bare digits that happen to check themselves are found in every long table.
fn is_told(finding: &Finding) -> bool {
    let may_be = matches!(
        finding.sort,
        Sort::DateOfBirth
            | Sort::PersonalEmail
            | Sort::MobileNumber
            | Sort::HomePostcode
            | Sort::CaseReference
    );
    finding.sort.is_secret() && (finding.confidence == Confidence::Certain || may_be)
}

fn told(file: &Arc<str>, sort: Sort, times: Times) -> Diagnostic {
    let number = match times.certain {
        0 => times.likely,
        certain => certain,
    };
    let often = match number {
        1 => String::new(),
        number => format!(" ({number} times)"),
    };
    let what = sort.what();
    let one = match times.certain {
        0 if sort == Sort::HomePostcode => {
            Diagnostic::warning(Code::PersonalData, format!("this file holds {what}{often}"))
        }
        0 => Diagnostic::warning(
            Code::PersonalData,
            format!("this file may hold {what}{often}"),
        ),
        _ => Diagnostic::error(Code::PersonalData, format!("this file holds {what}{often}")),
    };
    let help = match times.certain {
        // What can hardly be anything else has to come out.
        0 => Allowable::InPages.help(file, sort.help()),
        _ => sort.help().to_owned(),
    };
    one.at(&Place::file(file)).help(help)
}
