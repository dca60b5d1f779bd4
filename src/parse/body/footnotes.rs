//! Footnotes: numbered in the order of their marks, gathered at the end, linked both ways.

use std::collections::BTreeMap;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

/// Moves the footnotes to the end. A footnote that no mark asks for comes after the others, so
/// that nothing that was written is lost.
///
/// Our own words in them get the attributes `english`.
pub fn to_the_end<'t>(source: Vec<Event<'t>>, english: &str) -> Vec<Event<'t>> {
    let mut numbers: BTreeMap<String, Note> = BTreeMap::new();
    let mut notes: Vec<(String, Vec<Event<'_>>)> = Vec::new();
    let mut out = Vec::with_capacity(source.len());
    // Definitions do not nest in CommonMark's extension, yet nothing here relies on that.
    let mut open: Vec<(String, Vec<Event<'_>>)> = Vec::new();
    for event in source {
        let event = match event {
            Event::Start(Tag::FootnoteDefinition(name)) => {
                open.push((name.to_string(), Vec::new()));
                continue;
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                notes.extend(open.pop());
                continue;
            }
            Event::FootnoteReference(name) => mark(&name, &mut numbers, english),
            other => other,
        };
        match open.last_mut() {
            Some((_, inner)) => inner.push(event),
            None => out.push(event),
        }
    }
    if notes.is_empty() {
        return out;
    }
    for (name, _) in &notes {
        let next = numbers.len() + 1;
        numbers.entry(name.clone()).or_insert(Note {
            number: next,
            marks: 0,
        });
    }
    notes.sort_by_key(|(name, _)| numbers.get(name).map_or(usize::MAX, |note| note.number));
    append(&mut out, notes, &numbers, english);
    out
}

struct Note {
    number: usize,
    marks: usize,
}

fn mark<'t>(name: &str, numbers: &mut BTreeMap<String, Note>, english: &str) -> Event<'t> {
    let next = numbers.len() + 1;
    let note = numbers.entry(name.to_owned()).or_insert(Note {
        number: next,
        marks: 0,
    });
    note.marks += 1;
    let number = note.number;
    let id = mark_id(number, note.marks);
    Event::InlineHtml(CowStr::from(format!(
        "<sup class=\"footnote-mark\"><a href=\"#note-{number}\" id=\"{id}\"{english}>note {number}</a></sup>"
    )))
}

fn mark_id(number: usize, mark: usize) -> String {
    if mark == 1 {
        format!("note-mark-{number}")
    } else {
        format!("note-mark-{number}-{mark}")
    }
}

fn append<'t>(
    out: &mut Vec<Event<'t>>,
    notes: Vec<(String, Vec<Event<'t>>)>,
    numbers: &BTreeMap<String, Note>,
    english: &str,
) {
    let html = |text: String| Event::Html(CowStr::from(text));
    out.push(html("<ol class=\"footnotes\">\n".to_owned()));
    for (name, inner) in notes {
        let (number, marks) = numbers
            .get(&name)
            .map_or((0, 0), |note| (note.number, note.marks));
        out.push(html(format!("<li id=\"note-{number}\">\n")));
        out.extend(inner);
        if marks > 0 {
            out.push(html(format!(
                "<p><a href=\"#note-mark-{number}\"{english}>Back to the text of note {number}</a></p>\n"
            )));
        }
        out.push(html("</li>\n".to_owned()));
    }
    out.push(html("</ol>\n".to_owned()));
}
