//! Raw HTML in a source is cleaned, never passed through.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use ammonia::Builder;
use html5gum::{DefaultEmitter, Token, Tokenizer};
use pulldown_cmark::Event;

use super::BodyContext;
use crate::diagnostics::{Code, Diagnostic, Problems};

/// Elements that bodies may hold. No forms, frames, scripts, styles or embedded objects.
const ELEMENTS: [&str; 56] = [
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
];

/// Attributes that every element may have.
const ATTRIBUTES: [&str; 5] = ["lang", "dir", "title", "id", "class"];

/// Reports what cleaning will take away. Returns whether there is any raw HTML.
pub fn report(
    source: &[(Event<'_>, Range<usize>)],
    context: &BodyContext<'_>,
    problems: &mut Problems,
) -> bool {
    let mut found = false;
    for (event, span) in source {
        let (Event::Html(html) | Event::InlineHtml(html)) = event else {
            continue;
        };
        found = true;
        for removed in removed(html, context.allowed_elements) {
            problems.push(
                Diagnostic::warning(Code::CleanedHtml, format!("{removed} is taken out"))
                    .at(&context.place(span.clone()))
                    .help(
                        "write it in Markdown; only simple HTML without scripts and styles stays",
                    ),
            );
        }
    }
    found
}

/// What cleaning takes out of a piece of raw HTML, in words.
fn removed(html: &str, allowed: &[String]) -> Vec<String> {
    let mut removed = Vec::new();
    for Ok(token) in Tokenizer::new(html) {
        let Token::StartTag(tag) = token else {
            continue;
        };
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        if !ELEMENTS.contains(&name.as_str()) && !allowed.contains(&name) {
            removed.push(format!("the element <{name}>"));
            continue;
        }
        for key in tag.attributes.keys() {
            let key = String::from_utf8_lossy(key);
            let known = ATTRIBUTES.contains(&key.as_ref())
                || [
                    "href", "src", "alt", "scope", "colspan", "rowspan", "start", "width", "height",
                ]
                .contains(&key.as_ref());
            if !known {
                removed.push(format!("“{key}” on <{name}>"));
            }
        }
        for key in [&b"href"[..], b"src"] {
            let Some(value) = tag.attributes.get(key) else {
                continue;
            };
            let value = String::from_utf8_lossy(value);
            let outside = ["https://", "http://", "mailto:", "tel:"]
                .iter()
                .any(|scheme| key == b"href" && value.starts_with(scheme));
            if !outside && inside(&value).is_none() {
                removed.push(format!("the address “{value}” on <{name}>"));
            }
        }
    }
    removed
}

/// Cleans a body that holds raw HTML.
pub fn clean(html: &str, allowed: &[String]) -> String {
    let mut elements: HashSet<&str> = ELEMENTS.into_iter().collect();
    elements.extend(allowed.iter().map(String::as_str));
    let mut attributes: HashMap<&str, HashSet<&str>> = HashMap::new();
    let mut allow = |element, list: &[&'static str]| {
        attributes.insert(element, list.iter().copied().collect());
    };
    allow("a", &["href"]);
    allow("img", &["src", "alt", "width", "height"]);
    allow("th", &["scope", "colspan", "rowspan"]);
    allow("td", &["colspan", "rowspan"]);
    allow("ol", &["start"]);
    for heading in ["h1", "h2", "h3", "h4", "h5", "h6"] {
        allow(heading, &["data-covers"]);
    }
    Builder::new()
        .tags(elements)
        .tag_attributes(attributes)
        .generic_attributes(ATTRIBUTES.into_iter().collect())
        .url_schemes(["https", "http", "mailto", "tel"].into_iter().collect())
        .url_relative(ammonia::UrlRelative::Custom(Box::new(inside)))
        .attribute_filter(|element, attribute, value| {
            // A heading of a page is no picture.
            let is_inside = inside(value).is_some() && !value.starts_with('#');
            let leaves = element == "img" && attribute == "src" && !is_inside;
            (!leaves).then_some(Cow::Borrowed(value))
        })
        .link_rel(None)
        .clean(html)
        .to_string()
}

/// Pictures that lead nowhere, as those on other sites do once they are cleaned, give way to their
/// words: a browser would show the sign of a broken picture.
pub fn without_empty_pictures(html: String) -> String {
    if !html.contains("<img") {
        return html;
    }
    let mut out = String::with_capacity(html.len());
    let mut copied = 0;
    let emitter = DefaultEmitter::<usize>::new_with_span();
    for Ok(token) in Tokenizer::new_with_emitter(html.as_str(), emitter) {
        let Token::StartTag(tag) = token else {
            continue;
        };
        let value = |key: &[u8]| tag.attributes.get(key).map(|one| one.value.as_slice());
        if *tag.name != b"img" || value(b"src").is_some_and(|source| !source.is_empty()) {
            continue;
        }
        out.push_str(html.get(copied..tag.span.start).unwrap_or(""));
        let words = String::from_utf8_lossy(value(b"alt").unwrap_or_default());
        out.push_str(&words.replace('&', "&amp;").replace('<', "&lt;"));
        copied = tag.span.end;
    }
    out.push_str(html.get(copied..).unwrap_or(""));
    out
}

/// Addresses from the site's root and headings of the page itself, which our own links are made
/// of. A relative address in raw HTML would lead elsewhere from every page that shows it.
fn inside(address: &str) -> Option<Cow<'_, str>> {
    let path = address.split(['#', '?']).next().unwrap_or("");
    // On a page the address becomes a relative one: no part of it may then pass for a scheme or
    // for the name of another site.
    let from_root = address.starts_with('/')
        && !path.contains("//")
        && !path.contains([':', '\\'])
        && !address.chars().any(char::is_control);
    (from_root || address.starts_with('#')).then_some(Cow::Borrowed(address))
}
