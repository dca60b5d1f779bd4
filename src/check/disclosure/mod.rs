//! What must not be published: personal data, small numbers about children, what files to
//! download give away, and what the deny list names.
//!
//! What is found can be allowed where it stands, with a reason that the record keeps; what the
//! deny list names cannot.

mod address;
mod advice;
mod attached;
mod files;
mod find;
mod listed;
mod said;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use self::advice::{Allowable, told, told_name};
use self::files::{gives_away, is_told, left_out, unread_words, unstripped};
use self::find::{Charted, Confidence, Finding, Format, charted, find, find_in, names_for_roles};
pub use self::listed::{listed, listed_in_version};
pub use self::said::said;
use super::Checked;
use super::deny_list::{DenyList, is_nothing};
use crate::diagnostics::{Code, Diagnostic, Place, Problems};
use crate::model::{Allowed, Link, RecordedFileRole};
use crate::parse::{
    AttachmentSort, AuthorityContent, Contents, PublicationContent, passages, split,
};

/// What stands in a publication's sources, registers and attachments.
pub(super) fn of_publication(content: &PublicationContent, checked: &Checked<'_>) -> Problems {
    let mut problems = Problems::new();
    let mut look = Look::new(checked, &content.publication.allowed);
    let shown: Vec<Charted> = (content.files.iter())
        .filter(|file| file.role == RecordedFileRole::Source)
        .flat_map(|file| charted(&file.text))
        .collect();
    for file in &content.files {
        let is_written = match file.role {
            RecordedFileRole::Source => true,
            // What is recorded of organisations.toml is made from it; the whole is looked at once.
            RecordedFileRole::Register => file.path != "organisations.toml",
            RecordedFileRole::Body | RecordedFileRole::Attachment => false,
        };
        if is_written {
            let titles: Vec<&str> = (shown.iter())
                .filter(|one| one.file == file.path)
                .map(|one| one.title.as_str())
                .collect();
            look.text_under(&file.file, &file.text, &titles, &mut problems);
        }
        if file.role == RecordedFileRole::Register {
            look.roles(&file.file, &file.text, &mut problems);
        }
    }
    let publication = &content.publication;
    let bodies = (publication.pages.iter().map(|one| &one.body))
        .chain(publication.alternates.iter().map(|one| &one.body))
        .chain(publication.supports.iter().map(|one| &one.body));
    for body in bodies {
        look.links(&body.links, &mut problems);
    }
    for file in &content.attachments {
        look.name(&file.file, &mut problems);
        problems.extend(unstripped(file));
        if let Some(contents) = content.left_out.get(&file.path) {
            problems.extend(look.left_out(&file.file, contents));
        }
        if let Some(contents) = content.contents.get(&file.path) {
            match contents {
                Ok(contents) => {
                    look.contents(&file.file, contents, &mut problems);
                    problems.extend(unread_words(file, contents));
                }
                // That nothing can be left out of it has been told.
                Err(_) if file.is_unreadable_picture => {}
                Err(why) => problems.push(
                    Diagnostic::warning(Code::FileNotRead, why.to_string())
                        .at(&Place::file(&file.file))
                        .help(why.help()),
                ),
            }
        }
    }
    look.unused(&mut problems);
    problems
}

/// What stands in an authority's own files.
pub(super) fn of_authority(authority: &AuthorityContent, checked: &Checked<'_>) -> Problems {
    let mut problems = Problems::new();
    let mut look = Look::new(checked, &authority.authority.allowed);
    look.allowable = Allowable::InAuthority;
    let slug = &authority.authority.slug;
    for name in ["authority.toml", "organisations.toml"] {
        let file: Arc<str> = Arc::from(format!("content/{slug}/{name}"));
        if let Some(text) = checked.texts.get(&file) {
            let text = Arc::clone(text);
            look.text(&file, &text, &mut problems);
        }
    }
    look.unused(&mut problems);
    problems
}

/// What stands in the pages of the whole site.
pub(super) fn of_pages(checked: &Checked<'_>) -> Problems {
    let mut problems = Problems::new();
    for page in checked.pages {
        let mut look = Look::new(checked, &page.allowed);
        if let Some(text) = checked.texts.get(&page.place.file) {
            let text = Arc::clone(text);
            look.text(&page.place.file, &text, &mut problems);
        }
        look.links(&page.body.links, &mut problems);
        look.unused(&mut problems);
    }
    problems
}

/// What stands in the settings of the site, its kinds and its templates: their words are on many
/// pages. Nothing can be allowed there.
pub(super) fn of_settings(checked: &Checked<'_>) -> Problems {
    let mut problems = Problems::new();
    let mut look = Look::new(checked, &[]);
    look.allowable = Allowable::Nowhere;
    let files: Vec<Arc<str>> = checked
        .texts
        .paths()
        .filter(|path| *path == "site-config.toml" || path.starts_with("kinds/"))
        .map(Arc::from)
        .collect();
    for file in files {
        if let Some(text) = checked.texts.get(&file) {
            look.text(&file, &Arc::clone(text), &mut problems);
        }
    }
    problems.retain(|one| one.code != Code::SmallNumber);
    let is_template = |path: &str| path.starts_with("themes/");
    problems.extend(listed(checked.texts, checked.deny_list, is_template));
    problems
}

/// Looks through texts, with what is allowed in them.
struct Look<'l> {
    checked: &'l Checked<'l>,
    allowed: &'l [Allowed],
    used: Vec<bool>,
    allowable: Allowable,
}

impl<'l> Look<'l> {
    fn new(checked: &'l Checked<'l>, allowed: &'l [Allowed]) -> Self {
        Self {
            checked,
            allowed,
            used: vec![false; allowed.len()],
            allowable: Allowable::InPages,
        }
    }

    fn text(&mut self, file: &Arc<str>, text: &str, problems: &mut Problems) {
        self.text_under(file, text, &[], problems);
    }

    /// A text whose tables are shown under these titles.
    fn text_under(
        &mut self,
        file: &Arc<str>,
        text: &str,
        titles: &[&str],
        problems: &mut Problems,
    ) {
        self.name(file, problems);
        let findings = find_in(text, format(file), titles);
        let as_read = as_read(file, text);
        let shown: Vec<Finding> = as_read
            .iter()
            .flat_map(|one| one.certain())
            .filter(|one| !findings.iter().any(|other| touch(&one.span, &other.span)))
            .collect();
        for finding in findings.iter().chain(&shown) {
            let place = Place::new(file, finding.span.clone());
            if !self.is_allowed(&place, text) {
                problems.push(told(finding, &place, self.allowable));
            }
        }
        for span in listed::places(text, &as_read, self.checked.deny_list) {
            problems.push(listed::told(file, span));
        }
    }

    /// People's names in the columns of a register that ask for a role.
    fn roles(&mut self, file: &Arc<str>, text: &str, problems: &mut Problems) {
        for span in names_for_roles(text, &["owner", "role"]) {
            let place = Place::new(file, span);
            if !self.is_allowed(&place, text) {
                problems.push(told_name(&place, self.allowable));
            }
        }
    }

    /// A path is an address as well.
    fn name(&mut self, file: &Arc<str>, problems: &mut Problems) {
        for span in self.checked.deny_list.find(file) {
            let named = file.get(span).unwrap_or("").to_owned();
            problems.push(
                Diagnostic::error(
                    Code::DenyList,
                    "the name of a file or folder holds what is on the deny list",
                )
                .at(&Place::file(file))
                .hiding(named)
                .help("give it another name: it is part of the address that readers see"),
            );
        }
        if let Some((one, marked)) = self.in_address(file, "the name of a file or folder") {
            problems.push(
                one.at(&Place::file(file))
                    .hiding(marked)
                    .help("give it another name: it is part of the address that readers see"),
            );
        }
    }

    /// What links lead to is published as well.
    fn links(&mut self, links: &[Link], problems: &mut Problems) {
        for link in links {
            let found = self.in_address(&link.written, "the address that this leads to");
            problems.extend(found.map_or_else(Problems::new, |(one, _)| {
                one.at(&link.place)
                    .secret()
                    .help("take it out: addresses are published, and kept by others")
                    .into()
            }));
        }
    }

    /// An identifier in an address, unless it is allowed; with what has to be hidden.
    fn in_address(&mut self, address: &str, what: &str) -> Option<(Diagnostic, String)> {
        let (finding, marked) = address::identifier(address)?;
        if self.allows_value(&marked) {
            return None;
        }
        let message = format!(
            "in {what} there {} {}",
            address::verb(&finding),
            finding.sort.what()
        );
        let one = Diagnostic::new(advice::severity(&finding), Code::PersonalData, message);
        Some((one, marked))
    }

    /// Whether what is marked is allowed, or is the very line that allows it.
    fn is_allowed(&mut self, place: &Place, text: &str) -> bool {
        let marked = place
            .span
            .clone()
            .and_then(|span| text.get(span))
            .map(plain)
            .unwrap_or_default();
        let mut is_allowed = false;
        for (at, allowed) in self.allowed.iter().enumerate() {
            if !allowed.everywhere && allowed.text.place.file != place.file {
                continue;
            }
            if allowed.text.place.holds(place) {
                return true;
            }
            let words = plain(&allowed.text.value);
            if holds(&words, &marked) {
                is_allowed = true;
                if let Some(used) = self.used.get_mut(at) {
                    *used = true;
                }
            }
        }
        is_allowed
    }

    /// What a file to download gives away.
    fn contents(&mut self, file: &Arc<str>, contents: &Contents, problems: &mut Problems) {
        let mut told_of: BTreeMap<AttachmentSort, Vec<&str>> = BTreeMap::new();
        for found in &contents.found {
            if !self.allows_value(&found.value) {
                told_of.entry(found.sort).or_default().push(&found.value);
            }
        }
        for (sort, values) in told_of {
            problems.extend(
                gives_away(file, sort, &values)
                    .map(Problems::from)
                    .unwrap_or_default(),
            );
        }
        let words: String = contents
            .found
            .iter()
            .map(|one| one.value.as_str())
            .chain([contents.text.as_str()])
            .collect::<Vec<_>>()
            .join("\n");
        if !self.checked.deny_list.find(&words).is_empty() {
            problems.push(
                Diagnostic::error(Code::DenyList, "this file holds what is on the deny list")
                    .at(&Place::file(file))
                    .help("take it out of the file, in its text and in its properties"),
            );
        }
        self.words_of(file, contents, problems);
    }

    /// What a picture says about itself that is not published.
    fn left_out(&mut self, file: &Arc<str>, contents: &Contents) -> Problems {
        let mut sorts: BTreeSet<AttachmentSort> = BTreeSet::new();
        for found in &contents.found {
            let is_allowed = self.allows_value(&found.value);
            if !is_allowed && is_told(found.sort) {
                sorts.insert(found.sort);
            }
        }
        left_out(file, &sorts)
    }

    fn allows_value(&mut self, value: &str) -> bool {
        let value = plain(value);
        let mut is_allowed = false;
        for (allowed, used) in self.allowed.iter().zip(&mut self.used) {
            if allowed.everywhere && holds(&plain(&allowed.text.value), &value) {
                is_allowed = true;
                *used = true;
            }
        }
        is_allowed
    }

    /// What is allowed and is not there may hide something tomorrow.
    fn unused(&self, problems: &mut Problems) {
        for (allowed, used) in self.allowed.iter().zip(&self.used) {
            if !used {
                problems.push(
                    Diagnostic::warning(
                        Code::AllowUnused,
                        "no check finds this where it is allowed",
                    )
                    .at(&allowed.text.place)
                    .help("take it out of allow, or write the words as they stand in the page"),
                );
            }
        }
    }
}

/// A passage of a page as it is read, without the marks of Markdown, which can hide a name
/// (`Oak&nbsp;House`, `9*43*`).
struct AsRead {
    passage: crate::parse::Passage,
    /// Its words, every white space being a space: a number may go over two lines.
    words: String,
    /// For each byte of the words, its byte in the passage's text; one more for their end.
    origins: Vec<usize>,
    /// Where the page's Markdown begins in its file.
    start: usize,
}

impl AsRead {
    fn new(passage: crate::parse::Passage, start: usize) -> Self {
        let mut words = String::with_capacity(passage.text.len());
        let mut origins = Vec::with_capacity(passage.text.len() + 1);
        for (at, character) in passage.text.char_indices() {
            // What is not seen does not part a number.
            if is_nothing(character) && !matches!(character, '\'' | '’') {
                continue;
            }
            words.push(if character.is_whitespace() {
                ' '
            } else {
                character
            });
            origins.resize(words.len(), at);
        }
        origins.push(passage.text.len());
        Self {
            passage,
            words,
            origins,
            start,
        }
    }

    /// The place in the source of some of the words.
    fn span(&self, words: &Range<usize>) -> Range<usize> {
        let origin = |at: usize| {
            let end = self.passage.text.len();
            self.origins.get(at).copied().unwrap_or(end)
        };
        let span = self.passage.span(origin(words.start)..origin(words.end));
        span.start + self.start..span.end + self.start
    }

    /// Identifiers that can hardly be anything else, in the places of the source.
    fn certain(&self) -> Vec<Finding> {
        find(&self.words, Format::Csv)
            .into_iter()
            .filter(|one| one.confidence == Confidence::Certain && one.sort.is_secret())
            .map(|one| Finding {
                span: self.span(&one.span),
                ..one
            })
            .collect()
    }
}

fn as_read(file: &Arc<str>, text: &str) -> Vec<AsRead> {
    if format(file) != Format::Markdown {
        return Vec::new();
    }
    let (parts, _) = split(file, text);
    passages(parts.markdown)
        .into_iter()
        .map(|passage| AsRead::new(passage, parts.markdown_start))
        .collect()
}

fn touch(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// Whether allowed words hold what is marked, whole: "24" does not allow "4".
fn holds(words: &str, marked: &str) -> bool {
    if marked.is_empty() {
        return false;
    }
    words.match_indices(marked).any(|(at, _)| {
        let before = words.get(..at).and_then(|part| part.chars().next_back());
        let after = words
            .get(at + marked.len()..)
            .and_then(|part| part.chars().next());
        let is_apart = |one: Option<char>| one.is_none_or(|one| !one.is_alphanumeric());
        is_apart(before) && is_apart(after)
    })
}

fn format(file: &str) -> Format {
    match file.rsplit('.').next() {
        Some("csv") => Format::Csv,
        Some("toml") => Format::Toml,
        _ => Format::Markdown,
    }
}

/// Words as they are compared: lower case, one space.
fn plain(text: &str) -> String {
    text.to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
