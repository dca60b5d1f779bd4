//! What changed between two versions.

use serde::Serialize;

use super::{LinkView, PublicationHeadView};

/// `changes.html`: what a version changed.
#[derive(Clone, Debug, Serialize)]
pub struct ChangesView {
    /// The publication.
    pub publication: PublicationHeadView,
    /// "Version of 2 February 2026", and its page.
    pub old: LinkView,
    /// "Version of 1 July 2026", and its page; for a draft, "Draft".
    pub new: LinkView,
    /// The council's note; empty for a draft.
    pub note: String,
    /// "3 pages changed, 1 added. 12 paragraphs changed, 1 moved."
    pub summary: String,
    /// Links to every changed place of the texts, in order.
    pub places: Vec<LinkView>,
    /// What changed beside the texts: title, owner, dates, approval, topics.
    pub facts: Vec<FactChangeView>,
    /// Who joined, signed, left.
    pub sign_ups: Vec<RowChangeView>,
    /// What changed in the action plan.
    pub actions: Vec<RowChangeView>,
    /// Files added, replaced, removed.
    pub attachments: Vec<RowChangeView>,
    /// The texts, page by page.
    pub pages: Vec<PageChangeView>,
}

/// A fact that changed.
#[derive(Clone, Debug, Serialize)]
pub struct FactChangeView {
    /// "Owner".
    pub label: String,
    /// As it was; `None` where it is new.
    pub old: Option<String>,
    /// As it is; `None` where it was taken away.
    pub new: Option<String>,
}

/// A row of a register that changed.
#[derive(Clone, Debug, Serialize)]
pub struct RowChangeView {
    /// For the style: `added`, `removed` or `changed`.
    pub sort: &'static str,
    /// What the row is about: "Exampleshire Police".
    pub about: String,
    /// "Joined: signed version 2026-07-01"; "Was invited, now signed".
    pub words: String,
}

/// A page whose text changed, was added or removed.
#[derive(Clone, Debug, Serialize)]
pub struct PageChangeView {
    /// Unique on the page.
    pub id: String,
    /// For the style: `added`, `removed` or `changed`.
    pub sort: &'static str,
    /// The title, with what the page is if it is no ordinary page: "Money (easy read)".
    pub title: String,
    /// "New page", "Page taken away", "3 paragraphs changed".
    pub words: String,
    /// The page in the new version, or in the old where it was removed.
    pub href: String,
    /// Facts of it that changed: its title, what a support gives to whom.
    pub facts: Vec<FactChangeView>,
    /// The marked text, empty where only facts changed: complete HTML with `ins` and `del`.
    pub html: String,
}
