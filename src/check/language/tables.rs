//! Columns of tables without a heading.
//!
//! Who hears a table is told the heading of the column with each cell (WCAG 2.2, success
//! criterion 1.3.1). These checks know no language.

use super::{Finding, LanguageSort};
use crate::parse::passages::{Passage, Sort};

/// Reports cells of header rows that have no words.
pub(super) fn look(passages: &[Passage]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut at = 0;
    while at < passages.len() {
        let row = header_row(passages, at);
        at += row.len().max(1);
        let heads = || {
            row.iter()
                .filter(|(_, passage)| passage.sort == Sort::TableHead)
        };
        let empty: Vec<_> = heads().filter(|(_, one)| !says(&one.text)).collect();
        if empty.len() > 1 && empty.len() == heads().count() {
            let first = empty.first().map(|(index, _)| *index);
            findings.extend(first.map(|index| whole_row(index, passages)));
        } else {
            findings.extend(
                empty
                    .into_iter()
                    .map(|(index, _)| one_cell(*index, passages)),
            );
        }
    }
    findings
}

/// The cells of a header row from here, with the links and images in them.
fn header_row(passages: &[Passage], from: usize) -> Vec<(usize, &Passage)> {
    let starts = passages
        .get(from)
        .is_some_and(|passage| passage.sort == Sort::TableHead);
    let belongs = |sort| matches!(sort, Sort::TableHead | Sort::Link | Sort::Image);
    passages
        .iter()
        .enumerate()
        .skip(from)
        .take_while(|(_, passage)| starts && belongs(passage.sort))
        .collect()
}

/// Letters, digits, and signs that are read out as words. An image counts: whether it has a text
/// is another check.
fn says(text: &str) -> bool {
    text.chars()
        .any(|c| c.is_alphanumeric() || matches!(c, '£' | '€' | '$' | '%' | '\u{FFFC}'))
}

fn one_cell(index: usize, passages: &[Passage]) -> Finding {
    finding(
        index,
        passages,
        "a column of the table has no heading",
        "write what the column holds: people who hear the page are told it with each cell",
    )
}

fn whole_row(index: usize, passages: &[Passage]) -> Finding {
    finding(
        index,
        passages,
        "the table has no headings",
        "write in the first row what each column holds, or make it a list if it is no table",
    )
}

fn finding(index: usize, passages: &[Passage], message: &str, help: &str) -> Finding {
    let length = passages.get(index).map_or(0, |passage| passage.text.len());
    Finding {
        passage: index,
        range: 0..length,
        sort: LanguageSort::TableHeader,
        message: message.to_owned(),
        help: help.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::passages::passages;

    fn found(markdown: &str) -> Vec<String> {
        let findings = look(&passages(markdown));
        findings.into_iter().map(|one| one.message).collect()
    }

    #[test]
    fn a_column_without_heading() {
        let markdown = "| Who | |\n| --- | --- |\n| a | b |\n";
        assert_eq!(found(markdown), ["a column of the table has no heading"]);
        assert_eq!(found("| - | Who |\n| --- | --- |\n| a | b |\n").len(), 1);
    }

    #[test]
    fn its_place_is_the_cell() {
        let markdown = "Words.\n\n| Who |   |\n| --- | --- |\n| a | b |\n";
        let passages = passages(markdown);
        let finding = &look(&passages)[0];
        let span = passages[finding.passage].span(finding.range.clone());
        assert_eq!(span, 15..18);
    }

    #[test]
    fn a_table_without_any_is_one_finding() {
        let markdown = "| | |\n| --- | --- |\n| a | b |\n";
        assert_eq!(found(markdown), ["the table has no headings"]);
    }

    #[test]
    fn full_header_rows_are_fine() {
        assert!(found("| Who | £ | [More](a.md) |\n| --- | --- | --- |\n| a | | |\n").is_empty());
        assert!(found("| ![Name](a.png) | `x` |\n| --- | --- |\n| a | b |\n").is_empty());
        assert!(found("Text [link](a.md)\n\n- item").is_empty());
    }
}
