//! What templates see: a set of types of its own, so that the model can change without them.
//!
//! Every page gets a [`FrameView`] as `frame` and one of the other views as `view`. All texts are
//! plain and are escaped by the template, except those named `html`, which are complete, cleaned
//! HTML and are marked `| safe`. All `href`s are ready to use on the page they are for.

mod authority;
mod changes;
mod frame;
mod national;
mod publication;
mod record;

use serde::Serialize;

pub use authority::*;
pub use changes::*;
pub use frame::*;
pub use national::*;
pub use publication::*;
pub use record::*;

/// A link.
#[derive(Clone, Debug, Serialize)]
pub struct LinkView {
    /// Its words.
    pub text: String,
    /// Where it leads.
    pub href: String,
}

/// A label and what it stands for: a row of a summary list.
#[derive(Clone, Debug, Serialize)]
pub struct FactView {
    /// "Owner".
    pub label: String,
    /// "Head of Kinship Care".
    pub text: String,
    /// Where the text leads, if anywhere.
    pub href: Option<String>,
}

/// One line of a list of what was published: newest first.
#[derive(Clone, Debug, Serialize)]
pub struct UpdateView {
    /// The publication's title.
    pub title: String,
    /// Its authority's short name.
    pub authority: String,
    /// The version's own page.
    pub version_href: String,
    /// What changed; `None` for a first version.
    pub change_href: Option<String>,
    /// "1 July 2026".
    pub day: String,
    /// "2026-07-01": for `time datetime`.
    pub day_machine: String,
    /// "First version", "Update" or "Correction".
    pub class: String,
    /// The council's note.
    pub note: String,
}
