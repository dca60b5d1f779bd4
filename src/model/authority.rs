//! A council that publishes here.

use super::{AccessibilityFacts, Allowed, Day, Slug};
use crate::diagnostics::{Located, Place};

/// A council that publishes here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority {
    /// Its folder's name and the first part of its addresses.
    pub slug: Slug,
    /// The full name: "Derby City Council".
    pub name: String,
    /// The name for lists: "Derby".
    pub short_name: String,
    /// ONS (GSS) code, such as E06000015. Checked by shape only.
    pub code: Located<String>,
    /// What sort of council it is.
    pub authority_type: AuthorityType,
    /// Its own website.
    pub website: Option<String>,
    /// A notice for each of its pages, such as "This council is fictional".
    pub notice: Option<String>,
    /// How to reach it.
    pub contact: Contact,
    /// The day it came into being, where that is recent enough to matter.
    pub from: Option<Day>,
    /// The day it ceased.
    pub to: Option<Day>,
    /// Slugs of the authorities it took over from.
    pub predecessors: Vec<Located<String>>,
    /// Slug of the authority that took over from it.
    pub succeeded_by: Vec<Located<String>>,
    /// What checks would report in its own files and it allows.
    pub allowed: Vec<Allowed>,
    /// The facts behind its accessibility statement.
    pub accessibility: Option<AccessibilityFacts>,
    /// Its `authority.toml`.
    pub place: Place,
}

/// The sorts of authority with children's services in England.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AuthorityType {
    /// A county council (GSS codes E10).
    County,
    /// A unitary authority (E06).
    Unitary,
    /// A metropolitan district (E08).
    Metropolitan,
    /// A London borough or the City of London (E09).
    London,
}

impl AuthorityType {
    /// The words used in `authority.toml`.
    pub const ALL: [(&'static str, Self); 4] = [
        ("county", Self::County),
        ("unitary", Self::Unitary),
        ("metropolitan", Self::Metropolitan),
        ("london", Self::London),
    ];

    /// The first three characters of its GSS code.
    pub fn code_prefix(self) -> &'static str {
        match self {
            Self::County => "E10",
            Self::Unitary => "E06",
            Self::Metropolitan => "E08",
            Self::London => "E09",
        }
    }

    /// The type that a code belongs to.
    pub fn of_code(code: &str) -> Option<Self> {
        let all = Self::ALL.iter().map(|(_, one)| *one);
        all.into_iter()
            .find(|one| code.starts_with(one.code_prefix()))
    }

    /// As people read it.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::County => "county council",
            Self::Unitary => "unitary authority",
            Self::Metropolitan => "metropolitan district",
            Self::London => "London borough",
        }
    }
}

/// How to reach an authority.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// A team's e-mail address.
    pub email: Option<String>,
    /// A telephone number.
    pub phone: Option<String>,
    /// A postal address.
    pub address: Option<String>,
}
