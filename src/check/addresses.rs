//! Names that the site needs for itself, and two things that want the same address.

use std::collections::BTreeMap;

use super::Checked;
use crate::diagnostics::{Code, Diagnostic, Place, Problems};
use crate::model::Publication;

/// Names at the top of the site that no authority and no page can have.
pub const RESERVED_IN_SITE: [&str; 11] = [
    "hosting",
    "kinds",
    "organisations",
    "search",
    "data",
    "static",
    "sign-ups",
    "updates",
    "as-at",
    "404",
    "index",
];

/// Names below an authority that no publication can have.
pub const RESERVED_IN_AUTHORITY: [&str; 15] = [
    "actions",
    "reviews",
    "supports",
    "sign-ups",
    "decisions",
    "as-at",
    "coverage",
    "updates",
    "feed",
    "record",
    "accessibility",
    "files",
    "data",
    "print",
    "index",
];

/// Names below a publication that no page can have.
pub const RESERVED_IN_PUBLICATION: [&str; 6] = [
    "versions", "changes", "print", "files", "supports", "timemap",
];

/// Names that no support can have: lists of supports stand there.
pub const RESERVED_IN_SUPPORTS: [&str; 6] = [
    "age",
    "leaving-care",
    "kinship",
    "topic",
    "situation",
    "right",
];

/// Names of authorities and pages of the site.
pub(super) fn of_site(checked: &Checked<'_>) -> Problems {
    let mut problems = Problems::new();
    let mut taken: BTreeMap<&str, &Place> = BTreeMap::new();
    let authorities = checked
        .authorities
        .iter()
        .map(|one| (one.authority.slug.as_str(), &one.authority.place));
    let pages = checked
        .pages
        .iter()
        .map(|page| (page.slug.as_str(), &page.place));
    for (slug, place) in authorities.chain(pages) {
        if RESERVED_IN_SITE.contains(&slug) {
            problems.push(reserved(slug, place));
        }
        if let Some(other) = taken.insert(slug, place) {
            problems.push(twice(&format!("/{slug}/"), place, other));
        }
    }
    for page in checked.pages {
        if crate::model::Slug::new(&page.slug).is_none() {
            problems.push(
                Diagnostic::error(
                    Code::OddName,
                    format!("the file name “{}” cannot be part of an address", page.slug),
                )
                .at(&page.place)
                .help("use the letters a to z, digits and hyphens"),
            );
        }
    }
    problems
}

/// Names of a publication, its pages and its alternates.
pub(super) fn of_publication(publication: &Publication) -> Problems {
    let mut problems = Problems::new();
    let slug = publication.slug.as_str();
    if RESERVED_IN_AUTHORITY.contains(&slug) {
        problems.push(reserved(slug, &publication.place));
    }
    let mut taken: BTreeMap<String, &Place> = BTreeMap::new();
    for page in publication.pages.iter().filter(|page| page.name != "index") {
        if RESERVED_IN_PUBLICATION.contains(&page.name.as_str()) {
            problems.push(reserved(&page.name, &page.place));
        }
        taken.insert(page.name.clone(), &page.place);
    }
    for support in &publication.supports {
        if RESERVED_IN_SUPPORTS.contains(&support.slug.as_str()) {
            problems.push(reserved(&support.slug, &support.place));
        }
    }
    for alternate in &publication.alternates {
        let suffix = alternate.form.suffix();
        let address = match alternate.of.as_str() {
            "index" => suffix.to_owned(),
            page => format!("{page}/{suffix}"),
        };
        if let Some(other) = taken.insert(address.clone(), &alternate.place) {
            problems.push(twice(&address, &alternate.place, other));
        }
    }
    problems
}

fn reserved(name: &str, place: &Place) -> Diagnostic {
    Diagnostic::error(
        Code::AddressTaken,
        format!("the name “{name}” is needed by the site itself"),
    )
    .at(place)
    .help("choose another name for the file or folder")
}

fn twice(address: &str, place: &Place, other: &Place) -> Diagnostic {
    Diagnostic::error(
        Code::AddressTaken,
        format!("the address “{address}” is taken by {}", other.file),
    )
    .at(place)
    .help("choose another name for one of them")
}
