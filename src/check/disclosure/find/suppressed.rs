//! Numbers that were hidden in a table and can be worked out all the same, because theirs is
//! the only hidden one of a row or column that has a total.

use super::cells::Cell;
use super::grid::Table;
use super::labels::Label;
use super::text::Text;
use super::{Confidence, Finding, Sort};

/// Whether a cell is a mark for a hidden number, and whether that mark can mean nothing else.
///
/// `c` is the mark of the Department for Education; councils write `*`, `x`, `<5`, "supp" and
/// more. A dash often means "none".
pub(super) fn mark(cell: &str) -> Option<bool> {
    let first = cell.bytes().next()?.to_ascii_lowercase();
    let is_number = cell.bytes().all(|byte| byte.is_ascii_digit());
    if cell.len() > 24 || is_number || !(first >= 0x80 || b"c[(<15sflux*-~&\\`".contains(&first)) {
        return None;
    }
    let cell = cell.trim_matches(['\\', '`', ' ']).to_ascii_lowercase();
    let cell = cell
        .strip_prefix("&lt;")
        .map_or(cell.clone(), |rest| format!("<{rest}"));
    let squeezed: String = cell.chars().filter(|one| !one.is_whitespace()).collect();
    match squeezed.as_str() {
        "c" | "[c]" | "(c)" | "<5" | "<6" | "<=5" | "≤5" | "1-5" | "1–5" | "1to5" | "supp"
        | "suppressed" | "fewerthan5" | "fewerthan6" | "fewerthanfive" | "fewerthansix"
        | "lessthan5" | "lessthan6" | "lessthanfive" | "under5" | "under6" | "5orfewer" => {
            Some(true)
        }
        "x" | "[x]" | "*" | "**" | "-" | "–" | "—" | "~" => Some(false),
        _ => None,
    }
}

/// Looks for hidden numbers that stand alone in a row or column with a total. The subjects are the
/// titles under which the table is shown.
pub(super) fn check(
    text: &Text<'_>,
    table: &Table,
    subjects: &[Label],
    findings: &mut Vec<Finding>,
) {
    let is_hidden = |span: &std::ops::Range<usize>| mark(text.part(span.clone())).is_some();
    if !table.rows.iter().flatten().any(is_hidden) {
        return;
    }
    let columns: Vec<Label> = (0..table.width())
        .map(|column| Label::read(table.cell(text, 0, column)))
        .collect();
    let labels: Vec<Label> = table
        .body()
        .map(|row| Label::read(table.cell(text, row, 0)))
        .collect();
    let is_about_children = captions_say_children(text, table)
        || columns.iter().chain(&labels).any(|label| label.children)
        || subjects.iter().any(|subject| subject.children);
    let mut push = |found: Option<(usize, usize, Confidence, bool)>| {
        if let Some((row, column, confidence, plain)) = found
            && (plain || is_about_children)
            && let Some(span) = table.span(row, column)
        {
            findings.push(Finding::new(span, Sort::LoneSuppressedCell, confidence));
        }
    };
    if let Some(total) = only_total(columns.iter().skip(1)) {
        let total = total + 1;
        for row in table.body() {
            let cells = (1..columns.len())
                .filter(|column| !columns.get(*column).is_some_and(|label| label.other));
            let cells = cells.map(|column| (row, column));
            push(lone(text, table, cells, (row, total)));
        }
    }
    if let Some(total) = only_total(labels.iter()) {
        let total = total + 1;
        for (column, label) in columns.iter().enumerate().skip(1) {
            if !label.other {
                let cells = table.body().map(|row| (row, column));
                push(lone(text, table, cells, (total, column)));
            }
        }
    }
}

fn captions_say_children(text: &Text<'_>, table: &Table) -> bool {
    table
        .captions
        .iter()
        .any(|span| Label::read(text.part(span.clone())).children)
}

/// The place of the total among labels: the last label that is one.
fn only_total<'l>(labels: impl Iterator<Item = &'l Label>) -> Option<usize> {
    labels
        .enumerate()
        .filter(|(_, label)| label.total)
        .map(|(index, _)| index)
        .last()
}

/// The hidden number among cells, if it is the only one and the total stands; with how sure it is
/// that it can be worked out, and whether its mark is plain.
fn lone(
    text: &Text<'_>,
    table: &Table,
    cells: impl Iterator<Item = (usize, usize)>,
    total: (usize, usize),
) -> Option<(usize, usize, Confidence, bool)> {
    let Cell::Number(total_number) = Cell::read(table.cell(text, total.0, total.1)) else {
        return None;
    };
    let (mut sum, mut numbers, mut hidden) = (0_u64, 0, None);
    for (row, column) in cells.filter(|cell| *cell != total) {
        match Cell::read(table.cell(text, row, column)) {
            Cell::Number(number) => {
                sum = sum.saturating_add(number);
                numbers += 1;
            }
            Cell::Share(number) => {
                sum = sum.saturating_add(number);
                numbers += 1;
            }
            Cell::Suppressed { plain } if hidden.is_none() => hidden = Some((row, column, plain)),
            Cell::Suppressed { .. } => return None,
            Cell::AtMost(_) | Cell::Empty | Cell::Other => {}
        }
    }
    let (row, column, plain) = hidden?;
    if numbers == 0 {
        return None;
    }
    // What is left of the total is the hidden number, unless the total was rounded.
    let confidence = match total_number.checked_sub(sum)? {
        1..=5 => Confidence::Certain,
        _ => Confidence::Likely,
    };
    // A dash where nothing is left is a plain zero.
    let is_zero = !plain && total_number == sum;
    (!is_zero).then_some((row, column, confidence, plain))
}
