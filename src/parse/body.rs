//! Markdown to a body: cleaned HTML, headings, links.
//!
//! 1. [`pulldown_cmark`] reads the text into events;
//! 2. headings get ids, links their addresses, the blocks that offerbook fills in their content,
//!    footnotes their place at the end;
//! 3. [`pulldown_cmark::html`] writes HTML;
//! 4. where the source held raw HTML, [`ammonia`] cleans the whole;
//! 5. [`minify_html`] takes out what no reader sees, once for all pages that show the body.
//!
//! A published body is never made again: [`recorded_body`] only reads it.

mod clean;
mod events;
mod footnotes;
mod headings;
mod minify;
mod read_back;

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Options, Parser, html};

use super::fills::Fills;
use crate::diagnostics::{Code, Diagnostic, Place, Problems};
use crate::model::Body;

pub use read_back::recorded_body;

/// What a body needs to know of its surroundings.
#[derive(Clone, Copy)]
pub struct BodyContext<'c> {
    /// The file's path as shown to people.
    pub file: &'c Arc<str>,
    /// The byte at which the Markdown starts in its file.
    pub offset: usize,
    /// The file's path from `content/`, from which links are followed.
    pub path: &'c str,
    /// What the blocks that offerbook fills in can show.
    pub fills: &'c Fills<'c>,
    /// Elements of raw HTML allowed beside the usual ones.
    pub allowed_elements: &'c [String],
    /// The language of the text (BCP 47); empty where it is not said, which is English.
    pub language: &'c str,
}

impl BodyContext<'_> {
    /// The attributes of an element whose words are ours, and English: in a text of another
    /// language they are to be read aloud as what they are, and from left to right.
    fn english(&self) -> &'static str {
        let main = self.language.split(['-', '_']).next().unwrap_or_default();
        match main.is_empty() || main.eq_ignore_ascii_case("en") {
            true => "",
            false => " lang=\"en\" dir=\"ltr\"",
        }
    }

    fn place(&self, span: Range<usize>) -> Place {
        Place::new(self.file, span.start + self.offset..span.end + self.offset)
    }
}

/// What Markdown can hold here beyond CommonMark.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
}

/// Renders a Markdown text.
pub fn body(markdown: &str, context: &BodyContext<'_>) -> (Body, Problems) {
    let mut problems = Problems::new();
    let source: Vec<(Event<'_>, Range<usize>)> = Parser::new_ext(markdown, options())
        .into_offset_iter()
        .collect();
    let has_raw_html = clean::report(&source, context, &mut problems);
    let (source, mut headings) = headings::give_ids(source, context, &mut problems);
    let (source, links) = events::follow_links(source, markdown, context, &mut problems);
    let mut filled = events::Filled::default();
    let source = events::fill_in(source, context, &mut filled, &mut problems);
    let source = footnotes::to_the_end(source, context.english());
    if markdown.trim().is_empty() {
        problems.push(
            Diagnostic::warning(Code::EmptyPage, "the page has no text")
                .at(&Place::file(context.file)),
        );
    }
    let mut written = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut written, source.into_iter());
    if has_raw_html {
        written = clean::clean(&written, context.allowed_elements);
        written = clean::without_empty_pictures(written);
        // An element that swallows what follows takes headings with it: they cover nothing.
        let left = recorded_body(&written).headings;
        headings.retain(|one| left.iter().any(|other| other.id == one.id));
    }
    let written = filled.put_in(written);
    let body = Body {
        html: minify::minify(written, has_raw_html),
        headings,
        links,
    };
    (body, problems)
}

#[cfg(test)]
mod commonmark;
#[cfg(test)]
mod tests;
