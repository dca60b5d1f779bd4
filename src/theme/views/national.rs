//! The whole site: first page, kinds, plain pages, and files for programs.

use serde::Serialize;

use super::{CountedLinkView, LinkView, UpdateView};

/// `site.html`: the first page.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView {
    /// The authorities, A to Z.
    pub authorities: Vec<AuthorityCardView>,
    /// The kinds that anybody has published.
    pub kinds: Vec<CountedLinkView>,
    /// The newest updates of all.
    pub updates: Vec<UpdateView>,
}

/// An authority in a list.
#[derive(Clone, Debug, Serialize)]
pub struct AuthorityCardView {
    /// Its name.
    pub name: String,
    /// Its home.
    pub href: String,
    /// "4 publications, last updated 1 July 2026".
    pub words: String,
}

/// `kind.html`: one kind, side by side across authorities.
#[derive(Clone, Debug, Serialize)]
pub struct KindView {
    /// One sentence.
    pub summary: String,
    /// The law and guidance behind it.
    pub laws: Vec<LawView>,
    /// The publications, by authority.
    pub publications: Vec<KindRowView>,
    /// What such a publication has to cover.
    pub topics: Vec<KindTopicView>,
    /// The authorities that have none.
    pub without: Vec<LinkView>,
}

/// A law behind a kind.
#[derive(Clone, Debug, Serialize)]
pub struct LawView {
    /// "Children Act 1989, sections 22H and 22I".
    pub title: String,
    /// Its address.
    pub href: Option<String>,
    /// "In force from 29 June 2026. …".
    pub words: String,
}

/// A publication of a kind.
#[derive(Clone, Debug, Serialize)]
pub struct KindRowView {
    /// The authority.
    pub authority: LinkView,
    /// The publication.
    pub publication: LinkView,
    /// "1 July 2026".
    pub version: String,
    /// "Next review by …".
    pub review: String,
    /// Whether the review is overdue.
    pub is_overdue: bool,
    /// "14 of 18 covered, 2 missing".
    pub coverage: LinkView,
}

/// A topic of a kind.
#[derive(Clone, Debug, Serialize)]
pub struct KindTopicView {
    /// In words.
    pub label: String,
    /// The law, guidance or practice.
    pub reference: String,
    /// Its address.
    pub link: Option<String>,
    /// "The law asks it", "Guidance asks it", "Good practice".
    pub level: String,
    /// "Coming: enacted, no date is set"; `None` where it is asked now.
    pub coming: Option<String>,
    /// Whether somebody has confirmed the reference.
    pub is_confirmed: bool,
}

/// `kinds.html`: all kinds.
#[derive(Clone, Debug, Serialize)]
pub struct KindsView {
    /// The kinds, by label, with how many publications there are.
    pub kinds: Vec<CountedLinkView>,
}

/// `plain.html`: a page of the site, and `404.html`.
#[derive(Clone, Debug, Serialize)]
pub struct PlainView {
    /// Its text: complete HTML.
    pub html: String,
}

/// `sitemap.xml` (sitemaps.org protocol 0.9).
#[derive(Clone, Debug, Serialize)]
pub struct SitemapView {
    /// Full addresses.
    pub addresses: Vec<String>,
}
