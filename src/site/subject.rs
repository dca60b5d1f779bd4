//! What the pages of the site show.

use super::{Address, Facet};

/// Which form of a publication a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// What the publication's own address shows: the draft, or the latest version.
    Shown,
    /// A version, by its place in the list.
    Version(usize),
}

/// What a page of an authority shows. Numbers are places in lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The authority's home.
    Home,
    /// All updates.
    Updates,
    /// The feed.
    Feed,
    /// The time line.
    AsAt,
    /// A day, by its place in the time line.
    AsAtDay(usize),
    /// All supports.
    Supports,
    /// Supports that are alike in one way.
    Facet(Facet),
    /// Supports that are alike in two ways.
    FacetPair(Facet, Facet),
    /// A support as it is offered now.
    Support {
        /// The publication it is shown from.
        publication: usize,
        /// The support.
        support: usize,
    },
    /// Who has signed what.
    SignUps,
    /// All decisions.
    Decisions,
    /// All actions of all plans.
    Actions,
    /// When publications are to be looked at again.
    Reviews,
    /// The accessibility statement.
    Accessibility,
    /// What is covered.
    Coverage,
    /// What a version covered, by what applied when it was published.
    VersionCoverage {
        /// The publication.
        publication: usize,
        /// The version.
        version: usize,
    },
    /// A page of a publication.
    Page {
        /// The publication.
        publication: usize,
        /// Which form of it.
        edition: Edition,
        /// The page.
        page: usize,
    },
    /// An alternate of a page.
    Alternate {
        /// The publication.
        publication: usize,
        /// Which form of it.
        edition: Edition,
        /// The alternate.
        alternate: usize,
    },
    /// A support as it was offered in a version.
    OldSupport {
        /// The publication.
        publication: usize,
        /// The version.
        version: usize,
        /// The support.
        support: usize,
    },
    /// The printed whole of a publication.
    Print {
        /// The publication.
        publication: usize,
    },
    /// All versions of a publication.
    Versions {
        /// The publication.
        publication: usize,
    },
    /// What a version, or the draft, changed.
    Change {
        /// The publication.
        publication: usize,
        /// The version; `Shown` for the draft.
        edition: Edition,
    },
    /// Something that was published once and is gone from the latest version.
    Gone {
        /// The publication.
        publication: usize,
        /// The last version that had it.
        version: usize,
        /// Its title.
        title: String,
        /// Its address in that version.
        last: Address,
    },
    /// Something whose publication was withdrawn or has moved.
    Ended {
        /// The publication.
        publication: usize,
        /// Its title.
        title: String,
        /// Its address in the last version.
        last: Address,
    },
    /// The files for programs.
    Data,
    /// The record: how to check it.
    Record,
    /// What proves a version.
    Evidence {
        /// The publication.
        publication: usize,
        /// The version.
        version: usize,
    },
    /// The versions in the form that archives read (RFC 7089).
    TimeMap {
        /// The publication.
        publication: usize,
    },
}

/// What a page of the whole site shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NationSubject {
    /// The first page.
    Home,
    /// All kinds.
    Kinds,
    /// A kind, by its slug.
    Kind(String),
    /// Who has signed, councils against sectors.
    SignUps,
    /// All organisations.
    Organisations,
    /// An organisation, by its slug.
    Organisation(String),
    /// A plain page, by its place in the list.
    Plain(usize),
    /// What is shown where there is nothing.
    NotFound,
    /// The newest updates of all authorities, as a feed.
    Feed,
    /// The newest updates of a kind, as a feed.
    KindFeed(String),
    /// What the files for programs say.
    Data,
    /// The search.
    Search,
    /// For search engines.
    Sitemap,
}
