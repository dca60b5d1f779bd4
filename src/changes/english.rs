//! What is said of changes in English: on the terminal, and in tests.

use super::RowSort;
use super::saying::{ActionField, ChangeWords, Label, SignUpChange};
use crate::model::{
    Action, ActionStatus, ApprovedBy, Basis, CareLeaverStatus, Consultation, Day,
    KinshipArrangement, Organisation, Review, SignUp, Support, TakenBy, organisation_in_words,
};

/// What changes are told in on the terminal, which speaks no other language. What pages say
/// stands in the tables of the theme.
#[derive(Clone, Copy, Debug)]
pub struct English;

impl ChangeWords for English {
    fn label(&self, label: Label) -> String {
        let label = match label {
            Label::Title => "Title",
            Label::Summary => "Summary",
            Label::Contact => "Contact",
            Label::Kind => "Kind",
            Label::Owner => "Owner",
            Label::Sponsor => "Sponsor",
            Label::Review => "Review",
            Label::InForceFrom => "In force from",
            Label::ApprovedBy => "Approved by",
            Label::Consultation => "Consultation",
            Label::Replaces => "Replaces",
            Label::Reach => "How it reaches people",
            Label::PageOrder => "Order of pages",
            Label::TopicsCovered => "Topics covered",
            Label::TopicsNotApplicable => "Topics that do not apply",
            Label::DecisionTakenBy => "Decision taken by",
            Label::DecisionBody => "Body",
            Label::DecisionDate => "Date of the decision",
            Label::DecisionOutcome => "Outcome",
            Label::DecisionPapers => "Papers",
            Label::MadeFrom => "Made from the version",
            Label::Basis => "Legal right or choice",
            Label::Law => "The law",
            Label::Who => "Who can get it",
            Label::Age => "Age",
            Label::CareLeavers => "For care leavers who are",
            Label::Arrangements => "For kinship arrangements",
            Label::Situations => "Situations",
            Label::Amount => "How much",
            Label::HowToAsk => "How to ask",
            Label::WhoDecides => "Who decides",
            Label::HowLong => "How long it takes",
            Label::IfRefused => "If you are refused",
            Label::LastConfirmed => "Last confirmed",
            Label::Topics => "Topics",
        };
        label.to_owned()
    }

    fn day(&self, day: Day) -> String {
        day.in_words()
    }

    fn review(&self, review: Review) -> String {
        match review {
            Review::By(day) => format!("by {}", day.in_words()),
            Review::Every(months) => format!("every {}", months.in_words()),
        }
    }

    fn approval(&self, approval: &ApprovedBy) -> String {
        match approval {
            ApprovedBy::Decision(slug) => format!("the decision {slug}"),
            ApprovedBy::Body { body, date } => format!("{body}, {}", date.in_words()),
        }
    }

    fn consultation(&self, consultation: &Consultation) -> String {
        let mut parts = Vec::new();
        if let Some(from) = consultation.from {
            parts.push(format!("from {}", from.in_words()));
        }
        if let Some(to) = consultation.to {
            parts.push(format!("to {}", to.in_words()));
        }
        if !consultation.who.is_empty() {
            parts.push(format!("with {}", consultation.who.join(", ")));
        }
        if let Some(report) = &consultation.report {
            parts.push(format!("report: {}", report.value));
        }
        parts.join(" ")
    }

    fn taken_by(&self, one: TakenBy) -> String {
        one.in_words().to_owned()
    }

    fn basis(&self, basis: Basis) -> String {
        basis.in_words().to_owned()
    }

    fn ages(&self, support: &Support) -> Option<String> {
        support.ages()
    }

    fn care_leavers(&self, status: CareLeaverStatus) -> String {
        status.word().to_owned()
    }

    fn arrangement(&self, arrangement: KinshipArrangement) -> String {
        arrangement.word().to_owned()
    }

    fn organisation(&self, all: &[Organisation], slug: &str) -> String {
        organisation_in_words(all, slug)
    }

    fn sign_up(&self, row: &SignUp) -> String {
        let mut words = row.status.word().to_owned();
        if let Some(version) = &row.version {
            words.push_str(&format!(" version {}", version.value));
        }
        if let Some(date) = row.date {
            words.push_str(&format!(" on {}", date.in_words()));
        }
        if !row.role.is_empty() {
            words.push_str(&format!(" ({})", row.role));
        }
        words
    }

    fn sign_up_change(&self, change: SignUpChange<'_>) -> String {
        match change {
            SignUpChange::Added { is } => format!("Added: {is}"),
            SignUpChange::Standing { was, is } => format!("Was: {was}. Now: {is}"),
            SignUpChange::Undertaking { was, is } => {
                format!("Its undertaking was: {was}. It is now: {is}")
            }
            SignUpChange::Removed { was } => format!("No longer listed. Was: {was}"),
        }
    }

    fn action(&self, action: &Action) -> String {
        format!(
            "{}; due: {}; status: {}",
            action.owner,
            self.due(action.due),
            action.status.word()
        )
    }

    fn action_change(&self, field: ActionField, was: &str, is: &str) -> String {
        let label = match field {
            ActionField::Action => "Action",
            ActionField::Who => "Who",
            ActionField::Due => "Due",
            ActionField::Measure => "Measure",
            ActionField::Status => "Status",
        };
        format!("{label} was: {was}. Now: {is}")
    }

    fn action_status(&self, status: ActionStatus) -> String {
        status.word().to_owned()
    }

    fn due(&self, due: Option<Day>) -> String {
        due.map_or_else(|| "no date set".to_owned(), Day::in_words)
    }

    fn nothing(&self) -> String {
        "nothing".to_owned()
    }

    fn file(&self, sort: RowSort) -> String {
        let what = match sort {
            RowSort::Added => "Added",
            RowSort::Changed => "Replaced by a new file",
            RowSort::Removed => "Taken away",
        };
        what.to_owned()
    }
}
