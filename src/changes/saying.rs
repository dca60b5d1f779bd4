//! What is said of changes beside the texts.

use super::RowSort;
use crate::model::{
    Action, ActionStatus, ApprovedBy, Basis, CareLeaverStatus, Consultation, Day,
    KinshipArrangement, Organisation, Review, SignUp, Support, TakenBy,
};

/// What is said of changed facts and rows, in the language of the page that they stand on.
pub trait ChangeWords {
    /// What a fact is called: "Owner".
    fn label(&self, label: Label) -> String;
    /// "1 July 2026"
    fn day(&self, day: Day) -> String;
    /// When a publication is looked at again: "by 31 January 2027", "every 2 years".
    fn review(&self, review: Review) -> String;
    /// What approved a publication: "the decision 2026-01-cabinet".
    fn approval(&self, approval: &ApprovedBy) -> String;
    /// "from 1 May 2026 to 1 June 2026 with care leavers report: answers"
    fn consultation(&self, consultation: &Consultation) -> String;
    /// Who took a decision: "the executive".
    fn taken_by(&self, one: TakenBy) -> String;
    /// Whether a support is a right: "A legal right".
    fn basis(&self, basis: Basis) -> String;
    /// For which ages a support is: "Age 18 to 20".
    fn ages(&self, support: &Support) -> Option<String>;
    /// The status of care leavers: "former relevant".
    fn care_leavers(&self, status: CareLeaverStatus) -> String;
    /// "special guardianship"
    fn arrangement(&self, arrangement: KinshipArrangement) -> String;
    /// An organisation, with what a reader has to know of it: "Hill Homes (ceased on 1 May 2026)".
    fn organisation(&self, all: &[Organisation], slug: &str) -> String;
    /// How an organisation stands: "signed version 2026-07-01 on 2 July 2026 (Chief Officer)".
    fn sign_up(&self, row: &SignUp) -> String;
    /// What happened to a row of the register: "Was: invited. Now: agreed".
    fn sign_up_change(&self, change: SignUpChange<'_>) -> String;
    /// An action as a whole: "Head of A; due: 1 July 2026; status: not started".
    fn action(&self, action: &Action) -> String;
    /// What became of a field: "Status was: not started. Now: done".
    fn action_change(&self, field: ActionField, was: &str, is: &str) -> String;
    /// How far an action has come: "in progress".
    fn action_status(&self, status: ActionStatus) -> String;
    /// When an action is to be done; "no date set" where that is open.
    fn due(&self, due: Option<Day>) -> String;
    /// Stands in for a text that is empty: "nothing".
    fn nothing(&self) -> String;
    /// What happened to a file: "Replaced by a new file".
    fn file(&self, sort: RowSort) -> String;
}

/// What happened to a row of the register of sign-ups, with standings in words.
#[derive(Clone, Copy, Debug)]
pub enum SignUpChange<'w> {
    /// It is new.
    Added {
        /// How the organisation stands.
        is: &'w str,
    },
    /// The organisation stands otherwise.
    Standing {
        /// How it stood.
        was: &'w str,
        /// How it stands.
        is: &'w str,
    },
    /// The organisation undertakes something else.
    Undertaking {
        /// What it undertook.
        was: &'w str,
        /// What it undertakes.
        is: &'w str,
    },
    /// It is gone.
    Removed {
        /// How the organisation stood.
        was: &'w str,
    },
}

/// A field of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionField {
    /// What is to be done.
    Action,
    /// Who does it.
    Who,
    /// By when.
    Due,
    /// How one will know.
    Measure,
    /// How far it has come.
    Status,
}

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is named after what it is about")]
pub enum Label {
    Title,
    Summary,
    Contact,
    // Of a publication.
    Kind,
    Owner,
    Sponsor,
    Review,
    InForceFrom,
    ApprovedBy,
    Consultation,
    Replaces,
    Reach,
    PageOrder,
    TopicsCovered,
    TopicsNotApplicable,
    // Of a decision.
    DecisionTakenBy,
    DecisionBody,
    DecisionDate,
    DecisionOutcome,
    DecisionPapers,
    // Of an alternate.
    MadeFrom,
    // Of a support.
    Basis,
    Law,
    Who,
    Age,
    CareLeavers,
    Arrangements,
    Situations,
    Amount,
    HowToAsk,
    WhoDecides,
    HowLong,
    IfRefused,
    LastConfirmed,
    Topics,
}
