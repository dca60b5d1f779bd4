//! The cells of table rows as HTML.

use super::blocks::{Cell, Frame};
use super::columns::Column;
use super::markup::write_runs;
use super::nesting::write_attribute;
use super::pieces::CellChange;
use super::saying::TextWords;

/// The cells of a row of one version, with nothing where only the other version has
/// a column.
pub(super) fn laid_out<'a>(
    cells: &'a [Cell],
    columns: Option<&[Column]>,
    is_old: bool,
) -> Vec<Option<&'a Cell>> {
    let Some(columns) = columns else {
        return cells.iter().map(Some).collect();
    };
    let own = |(old, new): &Column| if is_old { *old } else { *new };
    columns
        .iter()
        .map(|column| own(column).and_then(|place| cells.get(place)))
        .collect()
}

/// Appends a cell with what `content` writes, or an empty one.
pub(super) fn write_cell(
    out: &mut String,
    frame: &Frame,
    cell: Option<&Cell>,
    content: impl FnOnce(&mut String, &Cell),
) {
    let header = cell.is_some_and(|cell| cell.header);
    let name = start_cell(out, frame, header, "");
    if let Some(cell) = cell {
        content(out, cell);
    }
    end_cell(out, name);
}

/// Appends both versions of a cell as one, between a note at its start and one at
/// its end.
pub(super) fn write_changed_cell(
    out: &mut String,
    frame: &Frame,
    cell: &CellChange,
    before: &str,
    after: &str,
    words: &dyn TextWords,
) {
    let header = cell.new_header.or(cell.old_header).unwrap_or(false);
    let class = match (cell.old_header, cell.new_header) {
        (None, Some(_)) => "added",
        (Some(_), None) => "removed",
        _ => "",
    };
    let name = start_cell(out, frame, header, class);
    out.push_str(before);
    write_runs(out, &cell.runs, words);
    out.push_str(after);
    end_cell(out, name);
}

fn start_cell(out: &mut String, frame: &Frame, header: bool, class: &str) -> &'static str {
    let name = if header { "th" } else { "td" };
    out.push('<');
    out.push_str(name);
    if header {
        let scope = if frame.is_header_row() { "col" } else { "row" };
        write_attribute(out, "scope", scope);
    }
    if !class.is_empty() {
        write_attribute(out, "class", class);
    }
    out.push('>');
    name
}

fn end_cell(out: &mut String, name: &str) {
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}
