//! The text of a page, ready for readers.

use crate::diagnostics::Place;

/// The text of a page: cleaned, complete HTML without a frame around it.
///
/// Addresses in it are written from the site's root (`/derby/protocol/#signing`); pages turn
/// them into relative ones when they are drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// The HTML.
    pub html: String,
    /// Its headings, in order.
    pub headings: Vec<Heading>,
    /// Its links and images, in order.
    pub links: Vec<Link>,
}

/// A heading of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Unique in its page.
    pub id: String,
    /// The words, without marks.
    pub text: String,
    /// The topics it claims to cover.
    pub covers: Vec<String>,
    /// Whether anything stands under it before the next heading of its level or above.
    pub has_text: bool,
    /// Where it is written; `None` in a recorded body.
    pub place: Option<Place>,
}

/// A link or an image of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it leads.
    pub target: LinkTarget,
    /// What was written, such as `housing.md#rent`.
    pub written: String,
    /// Where it is written.
    pub place: Place,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// A source file of the site, by its path from `content/`, and a heading's id in it.
    File {
        /// Such as `derby/kinship-local-offer/housing.md`.
        path: String,
        /// The part after `#`.
        heading: Option<String>,
    },
    /// A heading of the page itself.
    Heading(String),
    /// An address outside the site.
    Outside(String),
    /// A relative link that leaves `content/`, or otherwise cannot be followed.
    Nowhere,
}
