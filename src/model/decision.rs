//! Who decided what, when, on what papers.

use super::Day;
use crate::diagnostics::Located;

/// What a decision record says beside its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionParticulars {
    /// Who took it; this picks the rules that apply.
    pub taken_by: Located<TakenBy>,
    /// The body's name: "Corporate Parenting Committee".
    pub body: String,
    /// The day it was taken.
    pub date: Day,
    /// The item on the agenda.
    pub item: Option<String>,
    /// Whether it was a key decision.
    pub key_decision: bool,
    /// The outcome in a few words: "Approved".
    pub outcome: Option<String>,
    /// The papers it was taken on.
    pub papers: Vec<Paper>,
}

/// A paper that a decision was taken on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Its title.
    pub title: String,
    /// Where it can be read.
    pub link: Option<String>,
}

/// Who takes a decision. SI 2012/2089 covers executive decisions only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TakenBy {
    /// The executive (cabinet) or a committee of it.
    Executive,
    /// An individual member of the executive.
    IndividualMember,
    /// An officer under delegated powers.
    Officer,
    /// A committee of the council.
    Committee,
    /// The full council.
    Council,
    /// A board or panel that advises and monitors.
    AdvisoryBoard,
}

impl TakenBy {
    /// The words used in front matter and kinds.
    pub const ALL: [(&'static str, Self); 6] = [
        ("executive", Self::Executive),
        ("individual_member", Self::IndividualMember),
        ("officer", Self::Officer),
        ("committee", Self::Committee),
        ("council", Self::Council),
        ("advisory_board", Self::AdvisoryBoard),
    ];

    /// As people read it.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Executive => "the executive",
            Self::IndividualMember => "an individual member of the executive",
            Self::Officer => "an officer",
            Self::Committee => "a committee",
            Self::Council => "the full council",
            Self::AdvisoryBoard => "an advisory board",
        }
    }
}
