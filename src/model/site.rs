//! What belongs to the site as a whole.

use super::Body;
use crate::diagnostics::{Located, Place};

/// `site-config.toml`, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteSettings {
    /// The site's name.
    pub title: String,
    /// Where it will stand on the web, ending with `/`; used for feeds and canonical addresses.
    pub base_url: String,
    /// The language of the site (BCP 47).
    pub language: String,
    /// A folder in `themes/`, or `default` for the built-in one.
    pub theme: String,
    /// A notice for every page, such as "This is a sample".
    pub notice: Option<String>,
    /// Who runs the site.
    pub publisher: String,
    /// How links are written.
    pub link_style: LinkStyle,
    /// Elements of raw HTML allowed beside the usual ones.
    pub allowed_elements: Vec<String>,
    /// Topics whose source this site's council has read itself, with the month it did.
    pub confirmed: Vec<Confirmed>,
}

/// A reference that the built-in kinds leave unconfirmed, and a site has confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmed {
    /// The topic's id, or a kind's slug for its rules on consultation.
    pub what: Located<String>,
    /// The month it was read: `2026-11`.
    pub on: String,
}

/// How links between pages are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkStyle {
    /// `../housing/`: for a web server.
    Folders,
    /// `../housing/index.html`: works from a folder on disk as well.
    Files,
}

impl LinkStyle {
    /// The words used in `site-config.toml`.
    pub const ALL: [(&'static str, Self); 2] = [("folders", Self::Folders), ("files", Self::Files)];
}

/// A page of the whole site, which is not versioned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainPage {
    /// Its file's name without `.md`.
    pub slug: String,
    /// Its h1.
    pub title: String,
    /// One sentence on it.
    pub summary: Option<String>,
    /// Its text.
    pub body: Body,
    /// Its file.
    pub place: Place,
}
