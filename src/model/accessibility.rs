//! The facts behind an accessibility statement (SI 2018/952, the 2018 accessibility regulations).

use super::Day;
use crate::diagnostics::{Located, Place};

/// What an authority says of the accessibility of its pages. The statement is made from it: the
/// tool never says more than is written here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessibilityFacts {
    /// How far the pages comply with WCAG 2.2 AA; `None` where that cannot be read.
    pub status: Option<Located<ComplianceStatus>>,
    /// The day the statement was first made.
    pub prepared_on: Option<Located<Day>>,
    /// The day it was last looked at.
    pub reviewed_on: Option<Located<Day>>,
    /// The day the pages were last tested.
    pub tested_on: Option<Located<Day>>,
    /// Who tested them: a team, or a company.
    pub tested_by: Option<String>,
    /// How: by what tools, on which pages.
    pub tested_how: Option<String>,
    /// What does not work.
    pub problems: Vec<AccessibilityProblem>,
    /// What is being done to improve.
    pub improving: Option<String>,
    /// Within how many working days the council answers.
    pub answers_within: Option<i64>,
    /// All texts, for finding what was left unfinished.
    pub texts: Vec<Located<String>>,
    /// The table.
    pub place: Place,
}

/// How far pages comply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComplianceStatus {
    /// Fully.
    Fully,
    /// Partially.
    Partially,
    /// Not.
    Not,
}

impl ComplianceStatus {
    /// The words used in `authority.toml`.
    pub const ALL: [(&'static str, Self); 3] = [
        ("fully", Self::Fully),
        ("partially", Self::Partially),
        ("not", Self::Not),
    ];
}

/// Something that does not work for everybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessibilityProblem {
    /// What does not work, and for whom.
    pub what: String,
    /// Why it is so.
    pub why: Located<ProblemReason>,
    /// The success criterion of WCAG 2.2 that it fails: "1.1.1 (non-text content)".
    pub criterion: Option<String>,
    /// What people can use instead.
    pub instead: Option<String>,
    /// By when it will be mended.
    pub mended_by: Option<Day>,
}

/// Why something does not work: the three headings that the statement has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemReason {
    /// It does not comply with the regulations.
    NonCompliance,
    /// Mending it would be a disproportionate burden.
    DisproportionateBurden,
    /// The regulations do not cover it.
    NotInScope,
}

impl ProblemReason {
    /// The words used in `authority.toml`.
    pub const ALL: [(&'static str, Self); 3] = [
        ("non-compliance", Self::NonCompliance),
        ("disproportionate burden", Self::DisproportionateBurden),
        ("not in scope", Self::NotInScope),
    ];
}
