//! Links, images, and the blocks that offerbook fills in.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, CowStr, Event, Tag, TagEnd};

use super::BodyContext;
use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::model::{Link, LinkTarget};
use crate::parse::links::{address_of_file, target};
use crate::source::digest;

type Events<'t> = Vec<(Event<'t>, Range<usize>)>;

/// Turns the links of a source into addresses from the site's root, and notes where they lead.
pub fn follow_links<'t>(
    source: Events<'t>,
    markdown: &str,
    context: &BodyContext<'_>,
    problems: &mut Problems,
) -> (Events<'t>, Vec<Link>) {
    let mut links = Vec::new();
    // What may not be followed loses its marks and keeps its words.
    let mut dropped: Vec<bool> = Vec::new();
    let mut out = Vec::with_capacity(source.len());
    for (at, (event, span)) in source.iter().enumerate() {
        match event {
            Event::Start(tag @ (Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. })) => {
                let is_image = matches!(tag, Tag::Image { .. });
                if is_image && !has_words(source.get(at + 1..).unwrap_or_default()) {
                    problems.push(
                        Diagnostic::error(Code::ImageText, "the image has no text alternative")
                            .at(&context.place(span.clone()))
                            .help("say what it shows between the brackets: ![A kitchen](…)"),
                    );
                }
                let link = follow(dest_url, span, markdown, context, problems);
                let link = link.filter(|(link, _)| !is_image || stays(link, problems));
                dropped.push(link.is_none());
                if let Some((link, address)) = link {
                    links.push(link);
                    out.push((Event::Start(leading_to(tag, address)), span.clone()));
                }
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if !dropped.pop().unwrap_or(false) {
                    out.push((event.clone(), span.clone()));
                }
            }
            _ => out.push((event.clone(), span.clone())),
        }
    }
    (out, links)
}

/// The same link or image with another address.
fn leading_to<'t>(tag: &Tag<'t>, address: String) -> Tag<'t> {
    let mut tag = tag.clone();
    if let Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } = &mut tag {
        *dest_url = CowStr::from(address);
    }
    tag
}

/// Whether an image is on this site: no page may ask another one for anything.
fn stays(link: &Link, problems: &mut Problems) -> bool {
    let stays = !matches!(link.target, LinkTarget::Outside(_));
    if !stays {
        problems.push(
            Diagnostic::error(Code::UnsafeLink, "the image is on another site")
                .at(&link.place)
                .help(
                    "put the image into files/ and link to it there: no page may ask another \
                     site for anything",
                ),
        );
    }
    stays
}

fn has_words(events: &[(Event<'_>, Range<usize>)]) -> bool {
    events
        .iter()
        .take_while(|(event, _)| !matches!(event, Event::End(TagEnd::Image)))
        .any(|(event, _)| {
            matches!(event, Event::Text(text) | Event::Code(text) if !text.trim().is_empty())
        })
}

/// Where a link leads and the address it gets; `None` where it must not be followed.
fn follow(
    written: &str,
    span: &Range<usize>,
    markdown: &str,
    context: &BodyContext<'_>,
    problems: &mut Problems,
) -> Option<(Link, String)> {
    let place = context.place(span_of_destination(written, span, markdown));
    let target = match target(written, context.path) {
        Ok(target) => target,
        Err(scheme) => {
            problems.push(
                Diagnostic::error(
                    Code::UnsafeLink,
                    format!("a link cannot start with “{scheme}”"),
                )
                .at(&place)
                .help("link to a file of the site (housing.md), or use https:, mailto: or tel:"),
            );
            return None;
        }
    };
    let address = match &target {
        LinkTarget::Outside(address) => address.clone(),
        LinkTarget::Heading(heading) => format!("#{heading}"),
        LinkTarget::File { path, heading } => {
            let mut address = encode(&address_of_file(path));
            if let Some(heading) = heading {
                address.push('#');
                address.push_str(heading);
            }
            address
        }
        // Reported by the check of links, which knows what could have been meant.
        LinkTarget::Nowhere => String::new(),
    };
    let link = Link {
        target,
        written: written.to_owned(),
        place,
    };
    Some((link, address))
}

/// Where in a link its destination stands, so that a message marks no more than that.
fn span_of_destination(written: &str, span: &Range<usize>, markdown: &str) -> Range<usize> {
    let whole = markdown.get(span.clone()).unwrap_or("");
    match whole.rfind(written) {
        Some(at) if !written.is_empty() => span.start + at..span.start + at + written.len(),
        _ => span.clone(),
    }
}

/// Characters in the names of files that an address cannot hold as they are.
fn encode(address: &str) -> String {
    address
        .replace('%', "%25")
        .replace(' ', "%20")
        .replace('?', "%3F")
        .replace('#', "%23")
}

/// Fills in the blocks that show supports, sign-ups and actions, and gives callouts and task
/// lists words that say what they are.
///
/// What is filled in is ours and is not cleaned with the rest: a mark stands for it until then.
pub fn fill_in<'t>(
    source: Events<'t>,
    context: &BodyContext<'_>,
    filled: &mut Filled,
    problems: &mut Problems,
) -> Vec<Event<'t>> {
    let mut out = Vec::with_capacity(source.len());
    let mut callouts: Vec<bool> = Vec::new();
    let mut events = source.into_iter();
    while let Some((event, span)) = events.next() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(name)))
                if context.fills.knows(name.trim()) =>
            {
                let mut asked = String::new();
                let mut asked_at = span.end..span.end;
                for (inner, inner_span) in events.by_ref() {
                    match inner {
                        Event::Text(text) => {
                            asked_at.start = asked_at.start.min(inner_span.start);
                            asked.push_str(&text);
                        }
                        Event::End(TagEnd::CodeBlock) => break,
                        _ => {}
                    }
                }
                let block = context.place(span);
                let (html, found) = context.fills.fill(
                    name.trim(),
                    &asked,
                    &block,
                    asked_at.start + context.offset,
                );
                problems.extend(found);
                if filled.has_chart_like(&html) {
                    problems.push(
                        Diagnostic::error(
                            Code::Chart,
                            "another chart on this page has the same title",
                        )
                        .at(&block)
                        .help("give each chart a title of its own"),
                    );
                }
                out.push(Event::Html(CowStr::from(filled.mark_for(html))));
            }
            Event::Start(Tag::BlockQuote(Some(kind))) => {
                callouts.push(true);
                out.push(Event::Html(CowStr::from(callout(kind, context.english()))));
            }
            Event::Start(Tag::BlockQuote(None)) => {
                callouts.push(false);
                out.push(event);
            }
            Event::End(TagEnd::BlockQuote(_)) => {
                if callouts.pop().unwrap_or(false) {
                    out.push(Event::Html(CowStr::from("</div>\n")));
                } else {
                    out.push(event);
                }
            }
            Event::TaskListMarker(done) => {
                let word = if done { "☑ Done:" } else { "☐ To do:" };
                out.extend(own_word(word, context.english()));
                out.push(Event::Text(CowStr::from(" ")));
            }
            other => out.push(other),
        }
    }
    out
}

/// What blocks were filled with, and the marks that stand for it.
#[derive(Debug, Default)]
pub struct Filled {
    blocks: Vec<(String, String)>,
}

impl Filled {
    fn mark_for(&mut self, html: String) -> String {
        // What an author could not write by chance.
        let number = self.blocks.len();
        let mark = format!("offerbook-filled-{number}-{}", digest(html.as_bytes()));
        self.blocks.push((mark.clone(), html));
        format!("<p>{mark}</p>\n")
    }

    /// Whether a chart that is there already would have the same id.
    fn has_chart_like(&self, html: &str) -> bool {
        let id = |html: &str| {
            let from = html.find("id=\"chart-")?;
            html.get(from..)?.split('"').nth(1).map(str::to_owned)
        };
        let own = id(html);
        own.is_some() && self.blocks.iter().any(|(_, other)| id(other) == own)
    }

    /// Puts everything in its place.
    pub fn put_in(self, html: String) -> String {
        let mut whole = html;
        for (mark, html) in self.blocks {
            whole = whole.replacen(&format!("<p>{mark}</p>\n"), &html, 1);
        }
        whole
    }
}

/// A word of ours before what the author wrote.
fn own_word<'t>(word: &'static str, english: &str) -> Vec<Event<'t>> {
    let word = Event::Text(CowStr::from(word));
    let html = |text: String| Event::InlineHtml(CowStr::from(text));
    match english {
        "" => vec![word],
        english => vec![
            html(format!("<span{english}>")),
            word,
            html("</span>".to_owned()),
        ],
    }
}

fn callout(kind: BlockQuoteKind, english: &str) -> String {
    let (class, word) = match kind {
        BlockQuoteKind::Note => ("note", "Note"),
        BlockQuoteKind::Tip => ("tip", "Tip"),
        BlockQuoteKind::Important => ("important", "Important"),
        BlockQuoteKind::Warning => ("warning", "Warning"),
        BlockQuoteKind::Caution => ("caution", "Take care"),
    };
    // The paragraph itself stands where its text does, which may be on the right.
    let word = match english {
        "" => word.to_owned(),
        english => format!("<span{english}>{word}</span>"),
    };
    format!("<div class=\"callout {class}\">\n<p class=\"callout-word\">{word}</p>\n")
}
