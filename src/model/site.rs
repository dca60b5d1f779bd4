//! What belongs to the site as a whole.

use super::{Allowed, Body};
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
    /// How plain the language has to be.
    pub language_rules: LanguageRules,
    /// The file with what must never be published, from the site's folder; it stands outside.
    pub deny_list: Option<Located<String>>,
    /// Topics whose source this site's council has read itself, with the month it did.
    pub confirmed: Vec<Confirmed>,
}

/// What a site asks of its language beyond what comes with the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageRules {
    /// Whether language is looked at at all.
    pub check: bool,
    /// The longest that a sentence may be, in words.
    pub longest_sentence: Option<i64>,
    /// Words to avoid, with what to write in their place.
    pub words: Vec<(String, String)>,
    /// Words of the built-in list that the site has nothing against.
    pub allowed_words: Vec<String>,
}

impl Default for LanguageRules {
    fn default() -> Self {
        Self {
            check: true,
            longest_sentence: None,
            words: Vec::new(),
            allowed_words: Vec::new(),
        }
    }
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
    /// What checks would report in it and the site allows.
    pub allowed: Vec<Allowed>,
    /// Its text.
    pub body: Body,
    /// Its file.
    pub place: Place,
}
