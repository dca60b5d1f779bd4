//! One line of an action plan.

use super::Day;
use crate::diagnostics::{Located, Place};

/// One row of an action plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// The council's own number for it, if it has one.
    pub number: Located<String>,
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

impl Action {
    /// Whether its day has passed and it is still to be done.
    pub fn is_overdue(&self, on: Day) -> bool {
        self.status.is_open() && self.due.is_some_and(|due| due < on)
    }

    /// Whether two rows are about one thing: actions are known by their number, else by their
    /// words.
    pub fn is_same(&self, other: &Self) -> bool {
        match (self.number.value.is_empty(), other.number.value.is_empty()) {
            (false, false) => self.number.value == other.number.value,
            (true, true) => self.action == other.action,
            _ => false,
        }
    }
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

    /// Whether something is still to be done.
    pub fn is_open(self) -> bool {
        matches!(self, Self::NotStarted | Self::InProgress)
    }
}
