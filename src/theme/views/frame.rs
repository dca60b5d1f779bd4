//! What every page has.

use std::collections::BTreeMap;

use serde::Serialize;

use super::LinkView;

/// What every page has around its content.
#[derive(Clone, Debug, Serialize)]
pub struct FrameView {
    /// The site's name.
    pub site_title: String,
    /// Its first page.
    pub home_href: String,
    /// The search.
    pub search_href: String,
    /// Who runs the site.
    pub publisher: String,
    /// A notice of the whole site ("This is a sample …").
    pub notice: Option<String>,
    /// A notice of the authority.
    pub authority_notice: Option<String>,
    /// The stylesheet.
    pub stylesheet_href: String,
    /// Where the theme's other files stand, by their names below `static/`: a template uses
    /// `frame.static_files['check-record.js']`.
    pub static_files: BTreeMap<String, String>,
    /// The council's logo.
    pub logo: Option<LogoView>,
    /// Says that the site is new or on trial.
    pub phase: Option<PhaseView>,
    /// A sentence at the foot of every page.
    pub foot_text: Option<String>,
    /// Links at the foot of every page.
    pub foot: Vec<LinkView>,
    /// The page's h1.
    pub title: String,
    /// The text of the `title` element, with status, publication and authority.
    pub document_title: String,
    /// For search engines.
    pub description: Option<String>,
    /// The language of the page (BCP 47).
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// The language of the words around the page's content, which are the theme's.
    pub frame_language: String,
    /// The language of the site: of titles and notices that stand around the page's content.
    pub site_language: String,
    /// The page's full address.
    pub address: String,
    /// The full address that search engines should keep instead, where that is another.
    pub canonical: String,
    /// Whether search engines should leave the page out.
    pub no_index: bool,
    /// The pages above it; the last one is the page itself and has no href.
    pub breadcrumbs: Vec<BreadcrumbView>,
    /// Links to other pages by their relation (`rel`), such as `latest-version`.
    pub relations: Vec<RelationView>,
    /// What a reader must know first: an old version, a draft, a page that has gone. More than one
    /// thing may be so.
    pub banners: Vec<BannerView>,
    /// Whether the page carries "Exit this page".
    pub exit_this_page: bool,
    /// Facts for search engines (JSON-LD), safe to stand in a page as they are.
    pub structured: Option<String>,
    /// For print: "Version of 1 July 2026".
    pub version_words: Option<String>,
}

/// A logo.
#[derive(Clone, Debug, Serialize)]
pub struct LogoView {
    /// Where the file stands.
    pub href: String,
    /// What it says.
    pub alternative: String,
    /// How wide it is shown, in pixels.
    pub width: u32,
    /// How high.
    pub height: u32,
}

/// A phase banner.
#[derive(Clone, Debug, Serialize)]
pub struct PhaseView {
    /// One word: "Beta".
    pub label: String,
    /// A sentence.
    pub text: String,
    /// Where to say what one thinks.
    pub link: Option<LinkView>,
}

/// A page above.
#[derive(Clone, Debug, Serialize)]
pub struct BreadcrumbView {
    /// Its short name.
    pub text: String,
    /// The language of that (BCP 47).
    pub language: String,
    /// Its address; `None` for the page itself.
    pub href: Option<String>,
}

/// A link by its relation.
#[derive(Clone, Debug, Serialize)]
pub struct RelationView {
    /// The relation.
    pub rel: &'static str,
    /// The type of what stands there, where it is not a page.
    pub media_type: Option<&'static str>,
    /// Where.
    pub href: String,
    /// Its title.
    pub title: Option<String>,
}

/// What a reader must know first.
#[derive(Clone, Debug, Serialize)]
pub struct BannerView {
    /// For the style: `old`, `current`, `draft`, `gone`, `late` or `info`.
    pub sort: &'static str,
    /// One word or two: "Old version".
    pub label: String,
    /// One or two sentences.
    pub text: String,
    /// Where to go instead or next.
    pub links: Vec<LinkView>,
}
