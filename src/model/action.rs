//! One line of an action plan.

use super::Day;
use crate::diagnostics::{Located, Place};

/// One row of an action plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// The council's own number for it, if it has one.
    pub number: String,
    /// What is to be done.
    pub action: String,
    /// The role that answers for it.
    pub owner: String,
    /// By when.
    pub due: Option<Day>,
    /// How one will know that it is done.
    pub measure: String,
    /// How far it has come.
    pub status: ActionStatus,
    /// When somebody last looked.
    pub updated: Option<Day>,
    /// The decision that asked for it, by its slug.
    pub decision: Option<Located<String>>,
    /// The row.
    pub place: Place,
}

/// How far an action has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActionStatus {
    /// Nothing done yet.
    NotStarted,
    /// Under way.
    InProgress,
    /// Done.
    Done,
    /// Given up.
    Stopped,
}

impl ActionStatus {
    /// The words used in action plans.
    pub const ALL: [(&'static str, Self); 4] = [
        ("not started", Self::NotStarted),
        ("in progress", Self::InProgress),
        ("done", Self::Done),
        ("stopped", Self::Stopped),
    ];

    /// The word used in action plans.
    pub fn word(self) -> &'static str {
        match self {
            Self::NotStarted => "not started",
            Self::InProgress => "in progress",
            Self::Done => "done",
            Self::Stopped => "stopped",
        }
    }
}
