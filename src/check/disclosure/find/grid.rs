//! Tables as grids of cells: tables of Markdown, and registers of comma-separated values.

use std::ops::Range;

use super::Format;
use super::markup;
use super::text::Text;

/// A table. Its first row names the columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    /// The cells of each row: where their texts stand, without the space around them.
    pub rows: Vec<Vec<Range<usize>>>,
    /// The nearest heading above the table and the line right before it.
    pub captions: Vec<Range<usize>>,
}

impl Table {
    /// The text of a cell; empty if there is none.
    pub(super) fn cell<'t>(&self, text: &Text<'t>, row: usize, column: usize) -> &'t str {
        self.span(row, column).map_or("", |span| text.part(span))
    }

    /// Where a cell stands.
    pub(super) fn span(&self, row: usize, column: usize) -> Option<Range<usize>> {
        self.rows.get(row)?.get(column).cloned()
    }

    /// How many columns are named.
    pub(super) fn width(&self) -> usize {
        self.rows.first().map_or(0, Vec::len)
    }

    /// The rows below the names of the columns.
    pub(super) fn body(&self) -> Range<usize> {
        1..self.rows.len().max(1)
    }
}

/// All tables of a text.
pub(super) fn tables(text: &Text<'_>) -> Vec<Table> {
    match text.format {
        Format::Markdown => of_markdown(text),
        Format::Csv => vec![of_csv(text)],
        Format::Toml => Vec::new(),
    }
}

fn of_markdown(text: &Text<'_>) -> Vec<Table> {
    let mut tables = Vec::new();
    let mut open: Option<Table> = None;
    let (mut heading, mut last, mut before_last) = (None, 0..0, 0..0);
    let (mut start, mut html_end) = (0, 0);
    for line in text.whole.split_inclusive('\n') {
        let span = start..start + line.len();
        start = span.end;
        match open.as_mut() {
            Some(table) if line.contains('|') => {
                table.rows.push(row(text, &span));
                continue;
            }
            Some(_) => tables.extend(open.take()),
            None => {}
        }
        if is_rule(line) && text.part(last.clone()).contains('|') && !text.is_quiet(span.start) {
            let captions = heading.iter().cloned().chain([before_last.clone()]);
            open = Some(Table {
                rows: vec![row(text, &last)],
                captions: captions.collect(),
            });
            continue;
        }
        if line.starts_with('#') && !text.is_quiet(span.start) {
            heading = Some(span.clone());
        }
        for (at, _) in line.to_ascii_lowercase().match_indices("<table") {
            let at = span.start + at;
            if at >= html_end && !text.is_quiet(at) {
                let captions = heading.iter().cloned().chain([last.clone()]).collect();
                let (table, end) = of_html(text, at, captions);
                html_end = end;
                tables.push(table);
            }
        }
        if !line.trim().is_empty() {
            before_last = std::mem::replace(&mut last, span);
        }
    }
    tables.extend(open);
    tables
}

/// The table of raw HTML that begins at a place, and where it ends.
fn of_html(text: &Text<'_>, start: usize, captions: Vec<Range<usize>>) -> (Table, usize) {
    let mut table = Table {
        rows: Vec::new(),
        captions,
    };
    let mut open: Option<(usize, bool)> = None;
    let mut at = start;
    while at < text.whole.len() {
        let Some(tag) = markup::tag(text, at) else {
            at += 1;
            continue;
        };
        let name = markup::name(text, at);
        let is_cell = matches!(name.as_str(), "td" | "th");
        let ends = is_cell
            || matches!(
                name.as_str(),
                "tr" | "/tr" | "/td" | "/th" | "/table" | "caption" | "/caption"
            );
        if ends && let Some((from, is_caption)) = open.take() {
            let span = without_tags(text, from..at);
            match table.rows.last_mut() {
                _ if is_caption => table.captions.push(span),
                Some(row) => row.push(span),
                None => table.rows.push(vec![span]),
            }
        }
        match name.as_str() {
            "td" | "th" => open = Some((tag.end, false)),
            "caption" => open = Some((tag.end, true)),
            "tr" => table.rows.push(Vec::new()),
            "/table" => return (table, tag.end),
            _ => {}
        }
        at = tag.end;
    }
    (table, at)
}

/// A span without white space and tags at its ends.
fn without_tags(text: &Text<'_>, span: Range<usize>) -> Range<usize> {
    let mut span = trimmed(text, span);
    while let Some(tag) = markup::tag(text, span.start).filter(|tag| tag.end <= span.end) {
        span = trimmed(text, tag.end..span.end);
    }
    while span.end > span.start
        && text.byte_before(span.end) == b'>'
        && markup::tag_before(text, span.end - 1).is_some()
        && let Some(open) = text.part(span.clone()).rfind('<')
    {
        span = trimmed(text, span.start..span.start + open);
    }
    span
}

/// Whether a line is the rule between the names of columns and the rows: `| --- | :-: |`.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.starts_with(['|', '-', ':'])
        && line.contains('-')
        && line.contains('|')
        && line
            .bytes()
            .all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t'))
}

/// The cells of a line of Markdown.
fn row(text: &Text<'_>, line: &Range<usize>) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let line = trimmed(text, line.clone());
    let mut start = line.start + usize::from(text.byte(line.start) == b'|');
    let mut at = start;
    while at < line.end {
        match text.byte(at) {
            b'\\' => at += 1,
            b'|' => {
                cells.push(trimmed(text, start..at));
                start = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    if start < line.end {
        cells.push(trimmed(text, start..line.end));
    }
    cells
}

/// A span without white space at its ends.
fn trimmed(text: &Text<'_>, span: Range<usize>) -> Range<usize> {
    let part = text.part(span.clone());
    let start = span.start + (part.len() - part.trim_start().len());
    start..start + part.trim().len()
}

/// Comma-separated values, with or without quotes (RFC 4180), also with semicolons or tabs, as
/// spreadsheets save them. A quote that is never closed ends with the text.
fn of_csv(text: &Text<'_>) -> Table {
    let bytes = text.whole.as_bytes();
    let mark = separator(text.whole);
    let mut table = Table::default();
    let mut cells = Vec::new();
    let (mut at, mut start, mut quoted) = (0, 0, false);
    while let Some(byte) = bytes.get(at).copied() {
        match byte {
            b'"' => quoted = !quoted,
            byte if byte == mark && !quoted => {
                cells.push(field(text, start..at));
                start = at + 1;
            }
            b'\n' if !quoted => {
                cells.push(field(text, start..at));
                start = at + 1;
                table.rows.push(std::mem::take(&mut cells));
            }
            _ => {}
        }
        at += 1;
    }
    if start < at || !cells.is_empty() {
        cells.push(field(text, start..at));
        table.rows.push(cells);
    }
    titled(table)
}

/// A table without the rows above the names of its columns, in which a title or nothing stands: the
/// titles are its captions.
fn titled(mut table: Table) -> Table {
    let filled = |row: &Vec<Range<usize>>| row.iter().filter(|cell| !cell.is_empty()).count();
    let names = table.rows.iter().take(20).position(|row| filled(row) > 1);
    for row in table.rows.drain(..names.unwrap_or(0)) {
        table
            .captions
            .extend(row.into_iter().filter(|cell| !cell.is_empty()));
    }
    table
}

/// What parts the fields: what stands most often in the first line in which there is any; the comma
/// where there is none.
fn separator(whole: &str) -> u8 {
    let lines = whole.lines().take(20);
    let counts = |line: &str| -> Option<u8> {
        let count = |mark: u8| line.bytes().filter(|byte| *byte == mark).count();
        [b'\t', b';', b',']
            .into_iter()
            .filter(|mark| count(*mark) > 0)
            .max_by_key(|mark| count(*mark))
    };
    lines.filter_map(counts).next().unwrap_or(b',')
}

/// A field without white space and quotes at its ends.
fn field(text: &Text<'_>, span: Range<usize>) -> Range<usize> {
    let span = trimmed(text, span);
    let part = text.part(span.clone());
    let is_quoted = part.len() >= 2 && part.starts_with('"') && part.ends_with('"');
    if is_quoted {
        trimmed(text, span.start + 1..span.end - 1)
    } else {
        span
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(whole: &str, format: Format) -> Vec<Vec<Vec<String>>> {
        let text = Text::new(whole, format);
        let read = |table: &Table| -> Vec<Vec<String>> {
            let rows = table.rows.iter();
            rows.map(|row| {
                row.iter()
                    .map(|cell| text.part(cell.clone()).to_owned())
                    .collect()
            })
            .collect()
        };
        tables(&text).iter().map(read).collect()
    }

    #[test]
    fn markdown_tables_have_cells_and_captions() {
        let whole = "# Head\n\nLine\n\n| a | b\\|c |\n|---|:-:|\n| 1 |  |\n\nafter | it\n";
        assert_eq!(
            cells(whole, Format::Markdown),
            [[["a", "b\\|c"], ["1", ""]]]
        );
        let text = Text::new(whole, Format::Markdown);
        let table = &tables(&text)[0];
        let captions: Vec<&str> = table
            .captions
            .iter()
            .map(|one| text.part(one.clone()))
            .collect();
        assert_eq!(captions, ["# Head\n", "Line\n"]);
    }

    #[test]
    fn tables_in_code_are_none() {
        assert!(cells("```\n| a |\n|---|\n| 1 |\n```\n", Format::Markdown).is_empty());
    }

    #[test]
    fn registers_have_quotes_and_newlines() {
        let whole = "a,\"b, \"\"c\"\"\"\r\n1,\"x\ny\"\n,2";
        assert_eq!(
            cells(whole, Format::Csv),
            [[["a", "b, \"\"c\"\""], ["1", "x\ny"], ["", "2"]]]
        );
        assert_eq!(cells("a,\"b", Format::Csv), [[["a", "\"b"]]]);
        assert_eq!(cells("", Format::Csv), [Vec::<Vec<String>>::new()]);
        assert_eq!(
            cells("a;b\n1,5;2", Format::Csv),
            [[["a", "b"], ["1,5", "2"]]]
        );
        assert_eq!(cells("a\tb\n1\t2", Format::Csv), [[["a", "b"], ["1", "2"]]]);
        assert_eq!(
            cells("Title,,\n,,\na,b,c\n1,2,3", Format::Csv),
            [[["a", "b", "c"], ["1", "2", "3"]]]
        );
    }
}
