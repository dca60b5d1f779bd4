//! What can be found of an authority: its pages and supports, and those of its old versions.

use super::Findable;
use crate::model::{Page, Publication, Support};
use crate::site::{Address, AuthoritySite, page_address, support_address};

/// What can be found of an authority.
#[derive(Clone, Debug, Default)]
pub struct Findables {
    /// What is in force.
    pub now: Vec<Findable>,
    /// What stood before, each with its version.
    pub old: Vec<Findable>,
}

/// What can be found of an authority, given its number among those of the site.
pub fn findables(site: &AuthoritySite, authority: usize) -> Findables {
    let home = site.address();
    let mut all = Findables::default();
    for (publication, support) in site.supports() {
        let shown = site.publications.get(publication);
        let shown = shown.and_then(|history| history.offered());
        if let Some(one) = shown.and_then(|shown| shown.publication.supports.get(support)) {
            all.now.push(of_support(one, &home, authority));
        }
    }
    for history in &site.publications {
        let own = history.address(&home);
        if let Some(shown) = history.offered() {
            all.now
                .extend(of_pages(shown.publication, &own, authority, ""));
        }
        let latest = history.offered().and_then(|shown| shown.version);
        for version in &history.versions {
            // The latest is found at the publication's own address, unless it stands there no more.
            if latest.is_some_and(|latest| latest.id == version.id) {
                continue;
            }
            let base = history.version_address(&home, &version.id);
            let remark = format!("Version of {}", version.in_words());
            all.old
                .extend(of_pages(&version.publication, &base, authority, &remark));
        }
    }
    all
}

fn of_pages(
    publication: &Publication,
    base: &Address,
    authority: usize,
    remark: &str,
) -> Vec<Findable> {
    let title = publication.title();
    let found = |page: &Page| Findable {
        // "Housing" alone does not say of what.
        title: match page.title == title {
            true => page.title.clone(),
            false => format!("{}: {title}", page.title),
        },
        path: path(&page_address(base, page)),
        authority,
        summary: page.summary.clone().unwrap_or_default(),
        headings: words_of(&page.body.headings),
        remark: remark.to_owned(),
    };
    publication.pages.iter().map(found).collect()
}

fn of_support(support: &Support, home: &Address, authority: usize) -> Findable {
    let mut headings = words_of(&support.body.headings);
    headings.push(support.who.clone());
    headings.extend(support.situations.iter().cloned());
    Findable {
        title: support.title.clone(),
        path: path(&support_address(home, support)),
        authority,
        summary: support.summary.clone(),
        headings,
        remark: String::new(),
    }
}

fn words_of(headings: &[crate::model::Heading]) -> Vec<String> {
    headings
        .iter()
        .map(|heading| heading.text.clone())
        .collect()
}

fn path(address: &Address) -> String {
    address.as_str().trim_start_matches('/').to_owned()
}
