//! The links of a recorded body, for the page that shows it.
//!
//! A body holds addresses from the site's root. On a page they become relative ones, so that a
//! site works under any path; in an old version they lead to the pages of that version, and on
//! the printed whole to its parts. Tables get a box that a keyboard can reach and that scrolls
//! where the screen is narrow. Pictures get the size of their file, so that nothing jumps when
//! they come; those further down are fetched only when a reader comes near them.

use std::fmt::Write;

use html5gum::{DefaultEmitter, Span, Spanned, StartTag, Token, Tokenizer};

use super::Address;
use super::history::{alternate_address, page_address, support_address};
use crate::model::{LinkStyle, PictureSize, Publication};

/// The page that shows a body.
#[derive(Clone, Copy)]
pub enum BodyPlace<'p> {
    /// The page's own address.
    Own {
        /// The publication that it belongs to, or that a support is shown with.
        publication: Option<&'p Publication>,
    },
    /// A page of an old version.
    Version {
        /// The version's own address.
        base: &'p Address,
        /// What the version says.
        publication: &'p Publication,
    },
    /// The printed whole of a publication.
    Print {
        /// What it says.
        publication: &'p Publication,
        /// The page that the body is of. Headings of all but the first come one level lower,
        /// under the page's own title.
        page: &'p str,
    },
}

impl<'p> BodyPlace<'p> {
    /// The publication whose pictures the body may show.
    fn publication(self) -> Option<&'p Publication> {
        match self {
            Self::Own { publication } => publication,
            Self::Version { publication, .. } | Self::Print { publication, .. } => {
                Some(publication)
            }
        }
    }
}

/// What a table stands in: it is called after the heading that it stands under, or else “Table” in
/// the language of the interface.
fn table_box(heading: Option<&str>, otherwise: &str) -> String {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;");
    let name = match heading {
        Some(id) => format!("aria-labelledby=\"{}\"", escaped(id)),
        None => format!("aria-label=\"{}\"", escaped(otherwise)),
    };
    format!("<div class=\"scroll\" role=\"group\" {name} tabindex=\"0\">")
}

/// A body as it stands on the page at `from`. `table` is what a table is called that stands under
/// no heading.
pub fn relink(
    html: &str,
    from: &Address,
    place: BodyPlace<'_>,
    style: LinkStyle,
    table: &str,
) -> String {
    let mut heading = None;
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    let mut copied = 0;
    let lowered = is_lowered(place);
    // A picture that opens a page is seen at once. The printed whole is there to be printed, and
    // paper waits for nothing.
    let mut is_late = false;
    let is_printed = matches!(place, BodyPlace::Print { .. });
    let emitter = DefaultEmitter::<usize>::new_with_span();
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        let (span, replacement) = match token {
            Token::StartTag(tag) if *tag.name == b"table" => {
                let written = start_tag(&tag, from, place, style);
                let as_it_was = html.get(tag.span.start..tag.span.end).unwrap_or("<table>");
                let opening = table_box(heading.as_deref(), table);
                let written = written.as_deref().unwrap_or(as_it_was);
                (tag.span, Some(format!("{opening}{written}")))
            }
            Token::EndTag(tag) if *tag.name == b"table" => {
                (tag.span, Some("</table></div>".to_owned()))
            }
            Token::StartTag(tag) if *tag.name == b"img" => {
                let drawn = picture(&tag, from, place, style, is_late && !is_printed);
                is_late = true;
                (tag.span, Some(drawn))
            }
            Token::StartTag(tag) => {
                is_late |= *tag.name == b"h2";
                if is_heading(&tag.name) {
                    heading = heading_id(&tag, place);
                }
                (tag.span, start_tag(&tag, from, place, style))
            }
            Token::EndTag(tag) if lowered => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                (tag.span, lower(&name).map(|name| format!("</{name}>")))
            }
            _ => continue,
        };
        if let Some(replacement) = replacement {
            out.push_str(html.get(copied..span.start).unwrap_or(""));
            out.push_str(&replacement);
            copied = span.end;
        }
    }
    out.push_str(html.get(copied..).unwrap_or(""));
    out
}

fn is_heading(name: &[u8]) -> bool {
    matches!(name, b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6")
}

/// The id of a heading on the page that shows it.
fn heading_id(tag: &StartTag<usize>, place: BodyPlace<'_>) -> Option<String> {
    let id = tag.attributes.get(b"id".as_slice())?;
    let id = String::from_utf8_lossy(&id.value).into_owned();
    Some(ids(&id, place).unwrap_or(id))
}

/// The tag written anew, where anything in it has to change.
fn start_tag(
    tag: &StartTag<usize>,
    from: &Address,
    place: BodyPlace<'_>,
    style: LinkStyle,
) -> Option<String> {
    let (written, changed) = rewritten(tag, from, place, style);
    changed.then(|| format!("{written}>"))
}

/// A picture's tag, with how large it is and when to fetch it. What the author says of its size
/// stays.
fn picture(
    tag: &StartTag<usize>,
    from: &Address,
    place: BodyPlace<'_>,
    style: LinkStyle,
    is_late: bool,
) -> String {
    let (mut written, _) = rewritten(tag, from, place, style);
    let has = |key: &[u8]| tag.attributes.contains_key(key);
    let size = tag
        .attributes
        .get(&b"src"[..])
        .and_then(|source| size_of(&String::from_utf8_lossy(source), place.publication()?));
    if let Some(PictureSize { width, height }) = size
        && !has(b"width")
        && !has(b"height")
    {
        let _ = write!(written, " width=\"{width}\" height=\"{height}\"");
    }
    if is_late {
        written.push_str(" loading=\"lazy\" decoding=\"async\"");
    }
    written.push('>');
    written
}

/// How large the picture at an address is, where its file is in the publication.
fn size_of(address: &str, publication: &Publication) -> Option<PictureSize> {
    let own = own_address(publication);
    let of_file = |path: &str| own.file(path).as_str() == address;
    let mut attachments = publication.attachments.iter();
    attachments.find(|one| of_file(&one.path))?.picture
}

/// The tag up to its end, and whether anything in it had to change.
fn rewritten(
    tag: &StartTag<usize>,
    from: &Address,
    place: BodyPlace<'_>,
    style: LinkStyle,
) -> (String, bool) {
    let name = String::from_utf8_lossy(&tag.name).into_owned();
    let lowered = is_lowered(place).then(|| lower(&name)).flatten();
    let mut changed = lowered.is_some();
    let mut written = format!("<{}", lowered.as_deref().unwrap_or(&name));
    for (key, value) in ordered(tag) {
        let new = match key.as_str() {
            "href" | "src" => link(&value, from, place, style),
            "id" | "aria-labelledby" => ids(&value, place),
            _ => None,
        };
        changed |= new.is_some();
        written.push(' ');
        written.push_str(&key);
        let value = new.unwrap_or(value);
        if !value.is_empty() {
            written.push_str("=\"");
            written.push_str(&value.replace('&', "&amp;").replace('"', "&quot;"));
            written.push('"');
        }
    }
    (written, changed)
}

/// Attributes in the order in which they were written.
fn ordered(tag: &StartTag<usize>) -> Vec<(String, String)> {
    let mut list: Vec<(Span<usize>, String, String)> = tag
        .attributes
        .iter()
        .map(|(key, Spanned { value, span })| {
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            (*span, text(key), text(value))
        })
        .collect();
    list.sort_by_key(|(span, ..)| span.start);
    list.into_iter()
        .map(|(_, key, value)| (key, value))
        .collect()
}

fn is_lowered(place: BodyPlace<'_>) -> bool {
    matches!(place, BodyPlace::Print { page, .. } if page != "index")
}

/// The heading one level lower.
fn lower(name: &str) -> Option<String> {
    let level: u8 = name.strip_prefix('h')?.parse().ok()?;
    (1..=5).contains(&level).then(|| format!("h{}", level + 1))
}

fn link(value: &str, from: &Address, place: BodyPlace<'_>, style: LinkStyle) -> Option<String> {
    if let Some(fragment) = value.strip_prefix('#') {
        return match place {
            BodyPlace::Print { page, .. } => Some(format!("#{page}--{fragment}")),
            _ => None,
        };
    }
    if !value.starts_with('/') {
        return None;
    }
    let target = match place {
        BodyPlace::Own { .. } => value.to_owned(),
        BodyPlace::Version { base, publication } => in_version(value, base, publication),
        BodyPlace::Print { publication, .. } => match in_print(value, publication) {
            Some(inner) => return Some(inner),
            None => value.to_owned(),
        },
    };
    Some(from.link_to(&target, style))
}

/// One id, or several as in `aria-labelledby`.
fn ids(value: &str, place: BodyPlace<'_>) -> Option<String> {
    match place {
        BodyPlace::Print { page, .. } => Some(
            value
                .split_ascii_whitespace()
                .map(|id| format!("{page}--{id}"))
                .collect::<Vec<_>>()
                .join(" "),
        ),
        _ => None,
    }
}

fn own_address(publication: &Publication) -> Address {
    Address::home()
        .page(publication.authority.as_str())
        .page(publication.slug.as_str())
}

/// Where an address leads in an old version: to that version's own pages and files, as far as it
/// has them.
fn in_version(value: &str, base: &Address, publication: &Publication) -> String {
    let (path, fragment) = match value.split_once('#') {
        Some((path, fragment)) => (path, format!("#{fragment}")),
        None => (value, String::new()),
    };
    let own = own_address(publication);
    let authority = Address::home().page(publication.authority.as_str());
    let pages = publication
        .pages
        .iter()
        .map(|page| (page_address(&own, page), page_address(base, page)));
    let alternates = publication
        .alternates
        .iter()
        .map(|one| (alternate_address(&own, one), alternate_address(base, one)));
    let supports = publication
        .supports
        .iter()
        .map(|one| (support_address(&authority, one), support_address(base, one)));
    let files = publication.attachments.iter().map(|one| {
        (
            own.file(&one.path),
            super::plan::stored_file_address(&authority, one),
        )
    });
    pages
        .chain(alternates)
        .chain(supports)
        .chain(files)
        .find(|(own, _)| own.as_str() == path)
        .map_or_else(|| value.to_owned(), |(_, then)| format!("{then}{fragment}"))
}

/// The part of the printed whole that an address leads to.
fn in_print(value: &str, publication: &Publication) -> Option<String> {
    let (path, fragment) = match value.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment)),
        None => (value, None),
    };
    let own = own_address(publication);
    let page = publication
        .pages
        .iter()
        .find(|page| page_address(&own, page).as_str() == path)?;
    Some(match fragment {
        Some(fragment) => format!("#{}--{fragment}", page.name),
        None => format!("#{}", page.name),
    })
}

#[cfg(test)]
mod tests;
