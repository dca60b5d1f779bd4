//! Headings get ids that stay the same while their words do, and say what they cover.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::BodyContext;
use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::model::{Heading, slug_from_text};

type Events<'t> = Vec<(Event<'t>, Range<usize>)>;

/// Gives every heading an id and notes what it covers. The covers stay in the body as
/// `data-covers`, so that a recorded body can be read without its Markdown.
pub fn give_ids<'t>(
    source: Events<'t>,
    context: &BodyContext<'_>,
    problems: &mut Problems,
) -> (Events<'t>, Vec<Heading>) {
    let mut headings = Vec::new();
    let mut taken = Taken {
        ids: written_ids(&source),
        next: BTreeMap::new(),
    };
    let mut reader = Reader {
        context,
        problems,
        seen: BTreeSet::new(),
        last_level: 1,
    };
    let mut out: Events<'t> = Vec::with_capacity(source.len());
    let mut at = 0;
    while let Some((event, span)) = source.get(at) {
        if let Event::Start(Tag::Heading {
            level,
            id,
            classes,
            attrs,
        }) = event
        {
            let rest = source.get(at + 1..).unwrap_or_default();
            let text = text_of(rest);
            let heading = Heading {
                level: *level as u8,
                has_text: has_text(rest, *level as u8),
                id: match id {
                    Some(id) => id.to_string(),
                    None => taken.free_id(&text),
                },
                text,
                covers: covers(attrs),
                place: Some(context.place(without_line_end(span))),
            };
            reader.check(&heading, span);
            reader.check_attributes(classes, attrs, span);
            let mut attributes = Vec::new();
            if !heading.covers.is_empty() {
                let all = heading.covers.join(" ");
                attributes.push((CowStr::from("data-covers"), Some(CowStr::from(all))));
            }
            out.push((
                Event::Start(Tag::Heading {
                    level: *level,
                    id: Some(CowStr::from(heading.id.clone())),
                    classes: Vec::new(),
                    attrs: attributes,
                }),
                span.clone(),
            ));
            headings.push(heading);
        } else {
            out.push((event.clone(), span.clone()));
        }
        at += 1;
    }
    (out, headings)
}

/// Ids that the council wrote: none of ours may take them.
fn written_ids(source: &Events<'_>) -> BTreeSet<String> {
    source
        .iter()
        .filter_map(|(event, _)| match event {
            Event::Start(Tag::Heading { id: Some(id), .. }) => Some(id.to_string()),
            _ => None,
        })
        .collect()
}

/// Ids that are taken, and the number that the next heading of the same words gets.
struct Taken {
    ids: BTreeSet<String>,
    next: BTreeMap<String, usize>,
}

impl Taken {
    /// An id from the heading's words that no other has.
    fn free_id(&mut self, text: &str) -> String {
        let mut base = slug_from_text(text);
        if base.is_empty() {
            base.push_str("section");
        }
        if self.ids.insert(base.clone()) {
            return base;
        }
        // Going on from the last number keeps a page of ten thousand equal headings quick.
        let next = self.next.entry(base.clone()).or_insert(2);
        loop {
            let id = format!("{base}-{next}");
            *next += 1;
            if self.ids.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// The words of a heading whose start has just been passed.
fn text_of(events: &[(Event<'_>, Range<usize>)]) -> String {
    let mut text = String::new();
    for (event, _) in events {
        match event {
            Event::End(TagEnd::Heading(_)) => break,
            Event::Text(part) | Event::Code(part) => text.push_str(part),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    text.trim().to_owned()
}

/// Whether a reader finds anything under a heading whose start has just been passed. A heading
/// below it counts: it has been, or will be, looked at itself.
fn has_text(events: &[(Event<'_>, Range<usize>)], level: u8) -> bool {
    let after = events
        .iter()
        .skip_while(|(event, _)| !matches!(event, Event::End(TagEnd::Heading(_))))
        .skip(1);
    for (event, _) in after {
        match event {
            Event::Start(Tag::Heading { level: next, .. }) => return *next as u8 > level,
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {}
            // A remark for writers is not for readers.
            Event::Html(html) if html.trim_start().starts_with("<!--") => {}
            Event::Html(html) if !html.contains('<') || html.trim() == "-->" => {}
            _ => return true,
        }
    }
    false
}

/// `covers=a`, `covers="a,b"` and repeated `covers` all count.
fn covers(attrs: &[(CowStr<'_>, Option<CowStr<'_>>)]) -> Vec<String> {
    attrs
        .iter()
        .filter(|(key, _)| key.as_ref() == "covers")
        .filter_map(|(_, value)| value.as_ref())
        .flat_map(|value| value.split([',', ' ']))
        .map(|topic| topic.trim_matches(['"', '\'', '“', '”']).to_owned())
        .filter(|topic| !topic.is_empty())
        .collect()
}

struct Reader<'r> {
    context: &'r BodyContext<'r>,
    problems: &'r mut Problems,
    seen: BTreeSet<String>,
    last_level: u8,
}

impl Reader<'_> {
    fn check(&mut self, heading: &Heading, span: &Range<usize>) {
        let place = self.context.place(without_line_end(span));
        if heading.text.is_empty() {
            self.problems.push(
                Diagnostic::error(Code::HeadingLevel, "the heading has no words")
                    .at(&place)
                    .help("write what the section is about, or take the # away"),
            );
        }
        if !self.seen.insert(heading.id.clone()) {
            self.problems.push(
                Diagnostic::error(
                    Code::DuplicateId,
                    format!("another heading of this page has the id “{}”", heading.id),
                )
                .at(&place)
                .help("give one of them another: {#another-id}"),
            );
        }
        if !is_plain_id(&heading.id) {
            self.problems.push(
                Diagnostic::error(
                    Code::WrongValue,
                    format!("“{}” cannot be the id of a heading", heading.id),
                )
                .at(&place)
                .help("use letters, digits and hyphens"),
            );
        }
        if !heading.has_text && !heading.covers.is_empty() {
            self.problems.push(
                Diagnostic::error(
                    Code::EmptySection,
                    format!(
                        "nothing stands under “{}”, which is to cover a topic",
                        heading.text
                    ),
                )
                .at(&place)
                .help("write what it covers, or take the heading away"),
            );
        }
        if heading.level == 1 {
            self.problems.push(
                Diagnostic::error(Code::HeadingLevel, "the text has a heading of level 1")
                    .at(&place)
                    .help("the title in the front matter is the page’s only one: start with ##"),
            );
        } else if heading.level > self.last_level + 1 {
            self.problems.push(
                Diagnostic::warning(
                    Code::HeadingLevel,
                    format!(
                        "the heading jumps from level {} to level {}",
                        self.last_level, heading.level
                    ),
                )
                .at(&place)
                .help(format!(
                    "start it with {}",
                    "#".repeat(usize::from(self.last_level) + 1)
                )),
            );
        }
        self.last_level = heading.level.max(1);
    }

    fn check_attributes(
        &mut self,
        classes: &[CowStr<'_>],
        attrs: &[(CowStr<'_>, Option<CowStr<'_>>)],
        span: &Range<usize>,
    ) {
        let unknown = attrs
            .iter()
            .map(|(key, _)| key.as_ref())
            .filter(|key| *key != "covers")
            .chain(classes.iter().map(CowStr::as_ref));
        for name in unknown {
            self.problems.push(
                Diagnostic::error(
                    Code::UnknownKey,
                    format!("“{name}” is not something that a heading can have"),
                )
                .at(&self.context.place(without_line_end(span)))
                .help("a heading can have an id and what it covers: {#home covers=klo-home}"),
            );
        }
    }
}

/// The heading's line without its line end.
fn without_line_end(span: &Range<usize>) -> Range<usize> {
    span.start..span.end.saturating_sub(1).max(span.start)
}

fn is_plain_id(id: &str) -> bool {
    !id.is_empty()
        && id
            .chars()
            .all(|c| c.is_alphanumeric() || c == '-' || c == '_')
}
