//! A page of the whole site, which is not versioned.

use super::allowed::allowed;
use super::body::{BodyContext, body};
use super::fills::Fills;
use super::front_matter::split;
use crate::config::Document;
use crate::diagnostics::{Place, Problems};
use crate::model::PlainPage;
use crate::source::TextFile;

/// Reads a page directly in `content/`.
pub fn plain_page(file: &TextFile, allowed_elements: &[String]) -> (PlainPage, Problems) {
    let (parts, open) = split(&file.file, &file.text);
    let document = Document::parse(&file.file, parts.toml, parts.toml_start);
    let mut table = document.table("a page of the site");
    let title = table.required_text("title", "write the page’s title: title = \"…\"");
    let summary = table.text("summary");
    let allowed = allowed(&mut table, false);
    table.finish();
    let mut problems = document.into_problems();
    problems.extend(open.map(Problems::from).unwrap_or_default());
    let (body, found) = body(
        parts.markdown,
        &BodyContext {
            file: &file.file,
            offset: parts.markdown_start,
            path: &file.path,
            fills: &Fills::default(),
            allowed_elements,
            language: "",
        },
    );
    problems.extend(found);
    let page = PlainPage {
        slug: file.path.trim_end_matches(".md").to_owned(),
        title,
        summary,
        allowed,
        body,
        place: Place::file(&file.file),
    };
    (page, problems)
}
