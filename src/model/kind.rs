//! What sort of publication it is: data, not code.

use super::{Day, Months, TakenBy};

/// A kind of publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// The word used in front matter, such as `kinship-local-offer`.
    pub slug: String,
    /// "Kinship local offer".
    pub label: String,
    /// "Kinship local offers".
    pub plural: String,
    /// One sentence for readers.
    pub summary: String,
    /// How often the kind asks for a review, when a publication says nothing.
    pub review_every: Option<Months>,
    /// Whether organisations sign it.
    pub partners: bool,
    /// Whether its pages carry "Exit this page".
    pub exit_this_page: bool,
    /// The law and guidance behind it.
    pub laws: Vec<Law>,
    /// What the law asks of consultation, rule by rule.
    pub consultations: Vec<ConsultationRule>,
    /// What a publication of this kind has to cover.
    pub topics: Vec<Topic>,
}

impl Kind {
    /// The topic of that id.
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == id)
    }
}

/// A law or guidance behind a kind, cited by section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Law {
    /// "Children Act 1989, sections 22H and 22I".
    pub title: String,
    /// Its address.
    pub link: Option<String>,
    /// When it came into force, where that is known.
    pub in_force_from: Option<Day>,
    /// The month somebody last read it; `None` while unconfirmed.
    pub checked_on: Option<String>,
    /// A remark in our own words.
    pub note: Option<String>,
}

/// What the law asks of consultation on a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsultationRule {
    /// The section that asks it.
    pub reference: String,
    /// Its address.
    pub link: Option<String>,
    /// Updates published before that day need none.
    pub applies_from: Option<Day>,
    /// Updates published after that day need none: another rule took its place.
    pub applies_to: Option<Day>,
    /// Whether a published report is asked for as well.
    pub report: bool,
    /// The month somebody last read the source; `None` while unconfirmed.
    pub checked_on: Option<String>,
}

impl ConsultationRule {
    /// Whether it applies to what is updated on a day.
    pub fn applies_on(&self, day: Day) -> bool {
        self.applies_from.is_none_or(|from| from <= day)
            && self.applies_to.is_none_or(|to| day <= to)
    }
}

/// One thing a kind of publication has to cover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Such as `klo-money`.
    pub id: String,
    /// In words.
    pub label: String,
    /// The law, guidance or practice it comes from.
    pub reference: String,
    /// The address of that.
    pub link: Option<String>,
    /// How strongly it is asked.
    pub level: Level,
    /// The law leaves it to the council whether it is right to include it.
    pub if_appropriate: bool,
    /// Where it stands in time.
    pub status: Status,
    /// The first day it is asked.
    pub applies_from: Option<Day>,
    /// The month somebody last read the source; `None` while unconfirmed.
    pub checked_on: Option<String>,
    /// What shows that it is met.
    pub met_by: MetBy,
    /// For decisions: whose decisions it is asked of. Empty: everybody's.
    pub taken_by: Vec<TakenBy>,
    /// What to write, for a web team.
    pub help: String,
}

/// How strongly a topic is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The law asks it.
    Must,
    /// Guidance asks it.
    Should,
    /// Good practice.
    Good,
}

impl Level {
    /// The words used in kinds.
    pub const ALL: [(&'static str, Self); 3] = [
        ("must", Self::Must),
        ("should", Self::Should),
        ("good", Self::Good),
    ];
}

/// Where a topic stands in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// The duty is in force.
    InForce,
    /// Enacted, and not in force yet: coming.
    NotCommenced,
    /// Guidance, not law.
    Guidance,
    /// Practice that works well elsewhere.
    GoodPractice,
}

impl Status {
    /// The words used in kinds.
    pub const ALL: [(&'static str, Self); 4] = [
        ("in_force", Self::InForce),
        ("not_commenced", Self::NotCommenced),
        ("guidance", Self::Guidance),
        ("good_practice", Self::GoodPractice),
    ];
}

/// What shows that a topic is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MetBy {
    /// A page or heading that claims it.
    Page,
    /// A review date.
    Review,
    /// The consultation facts.
    Consultation,
    /// A published consultation report.
    ConsultationReport,
    /// A register of sign-ups.
    SignUps,
    /// The status that the tool itself shows: version and dates.
    Status,
    /// The `reach` statement.
    Reach,
    /// The owner's role.
    Owner,
    /// The date of a decision.
    DecisionDate,
    /// The papers of a decision.
    Papers,
}

impl MetBy {
    /// The words used in kinds.
    pub const ALL: [(&'static str, Self); 10] = [
        ("page", Self::Page),
        ("review", Self::Review),
        ("consultation", Self::Consultation),
        ("consultation_report", Self::ConsultationReport),
        ("sign_ups", Self::SignUps),
        ("status", Self::Status),
        ("reach", Self::Reach),
        ("owner", Self::Owner),
        ("decision_date", Self::DecisionDate),
        ("papers", Self::Papers),
    ];
}
