//! Links to pages, files and headings that are not there.

use std::collections::{BTreeMap, BTreeSet};

use super::Checked;
use crate::diagnostics::{Code, Diagnostic, Problems, nearest};
use crate::model::{Body, Link, LinkTarget, Publication};

/// How many names are looked at for one that was meant.
const GUESSES: usize = 200;

/// Everything that a link can lead to.
pub(super) struct Known<'c> {
    targets: BTreeMap<&'c str, Option<&'c BTreeSet<String>>>,
    pages: BTreeMap<String, BTreeSet<String>>,
}

impl<'c> Known<'c> {
    pub(super) fn of(checked: &Checked<'c>) -> Self {
        let mut known = Self {
            targets: BTreeMap::new(),
            pages: BTreeMap::new(),
        };
        for authority in checked.authorities {
            for (path, headings) in &authority.targets {
                known.targets.insert(path, headings.as_ref());
            }
        }
        for page in checked.pages {
            let ids = page.body.headings.iter().map(|one| one.id.clone());
            known
                .pages
                .insert(format!("{}.md", page.slug), ids.collect());
        }
        known
    }

    /// The headings of a file; `None` where there is no such file, `Some(None)` for a file
    /// without headings.
    fn headings(&self, path: &str) -> Option<Option<&BTreeSet<String>>> {
        match self.targets.get(path) {
            Some(headings) => Some(*headings),
            None => self.pages.get(path).map(Some),
        }
    }

    fn paths(&self) -> impl Iterator<Item = &str> {
        self.targets
            .keys()
            .copied()
            .chain(self.pages.keys().map(String::as_str))
    }
}

/// Broken links in a publication.
pub(super) fn of_publication(publication: &Publication, known: &Known<'_>) -> Problems {
    let mut problems = Problems::new();
    let bodies = publication
        .pages
        .iter()
        .map(|page| &page.body)
        .chain(publication.alternates.iter().map(|one| &one.body))
        .chain(publication.supports.iter().map(|one| &one.body));
    for body in bodies {
        of_body(body, known, &mut problems);
    }
    problems
}

/// Broken links in pages of the whole site.
pub(super) fn of_pages(checked: &Checked<'_>) -> Problems {
    let known = Known::of(checked);
    let mut problems = Problems::new();
    for page in checked.pages {
        of_body(&page.body, &known, &mut problems);
    }
    problems
}

fn of_body(body: &Body, known: &Known<'_>, problems: &mut Problems) {
    let here: BTreeSet<String> = body.headings.iter().map(|one| one.id.clone()).collect();
    for link in &body.links {
        let found = match &link.target {
            LinkTarget::Outside(_) => None,
            LinkTarget::Nowhere => Some(nowhere(link)),
            LinkTarget::Heading(id) => heading(link, id, Some(&here)),
            LinkTarget::File { path, heading: id } => match known.headings(path) {
                None => Some(no_file(link, path, known)),
                Some(headings) => id.as_ref().and_then(|id| heading(link, id, headings)),
            },
        };
        problems.extend(found.map(Problems::from).unwrap_or_default());
    }
}

fn nowhere(link: &Link) -> Diagnostic {
    let problem = if link.written.is_empty() || link.written == "#" {
        Diagnostic::error(Code::BrokenLink, "the link says nowhere to go")
    } else {
        Diagnostic::error(
            Code::BrokenLink,
            format!("“{}” leads out of the site’s content", link.written),
        )
    };
    problem
        .at(&link.place)
        .help("link to a file by its path from this one: housing.md, ../protocol/index.md")
}

fn no_file(link: &Link, path: &str, known: &Known<'_>) -> Diagnostic {
    let problem = Diagnostic::error(
        Code::BrokenLink,
        format!("there is no page or file “{}”", link.written),
    )
    .at(&link.place)
    .label(format!("content/{path} does not exist"));
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let beside = known
        .paths()
        .filter(|known| known.rsplit_once('/').map_or("", |(folder, _)| folder) == folder);
    match nearest(path, beside).or_else(|| same_name(path, known)) {
        Some(near) => problem.help(format!("did you mean content/{near}?")),
        None => problem
            .help("link to a file by its path from this one: housing.md, ../protocol/index.md"),
    }
}

/// A file of the same name in another folder: the likeliest after one was moved.
fn same_name<'k>(path: &str, known: &'k Known<'_>) -> Option<&'k str> {
    let name = path.rsplit('/').next().filter(|name| *name != "index.md")?;
    let mut same = known
        .paths()
        .filter(|known| known.rsplit('/').next() == Some(name));
    same.next().filter(|_| same.next().is_none())
}

fn heading(link: &Link, id: &str, headings: Option<&BTreeSet<String>>) -> Option<Diagnostic> {
    let headings = headings?;
    if headings.contains(id) {
        return None;
    }
    let problem = Diagnostic::error(
        Code::MissingHeading,
        format!("no heading there has the id “{id}”"),
    )
    .at(&link.place);
    Some(
        match nearest(id, headings.iter().map(String::as_str).take(GUESSES)) {
            Some(near) => problem.help(format!("did you mean “#{near}”?")),
            None if headings.is_empty() => problem.help("that page has no headings"),
            None => {
                let ids: Vec<&str> = headings.iter().map(String::as_str).take(12).collect();
                problem.help(format!("that page has: {}", ids.join(", ")))
            }
        },
    )
}
