//! The accessibility statement, from facts, in the form that the 2018 regulations ask for
//! (SI 2018/952; the model statement of Decision (EU) 2018/1523). It claims no more than was
//! written down.

use super::status::fact;
use super::{AuthorityPages, DrawnView, View};
use crate::model::{
    AccessibilityFacts, AccessibilityProblem, ComplianceStatus, Day, ProblemReason,
};
use crate::site::Address;
use crate::theme::views::{
    AccessibilityProblemView, AccessibilityView, FactView, ProblemGroupView,
};

const REASONS: [(ProblemReason, &str, &str); 3] = [
    (
        ProblemReason::NonCompliance,
        "non_compliance",
        "Non-compliance with the accessibility regulations",
    ),
    (
        ProblemReason::DisproportionateBurden,
        "burden",
        "Disproportionate burden",
    ),
    (
        ProblemReason::NotInScope,
        "not_in_scope",
        "Content that is not within the scope of the accessibility regulations",
    ),
];

impl AuthorityPages<'_> {
    pub(super) fn accessibility(&self, at: &Address) -> DrawnView {
        let facts = self.site.authority.accessibility.as_ref();
        let status = facts.and_then(|one| one.status.as_ref());
        DrawnView {
            template: "accessibility.html",
            frame: self.frame(at, "Accessibility statement", &[], Vec::new()),
            view: View::Accessibility(AccessibilityView {
                authority: self.site.authority.name.clone(),
                address: self.home.full(&self.context.settings.base_url),
                is_written: status.is_some(),
                has_ended: self.site.has_ended(),
                compliance: status.map_or_else(String::new, |one| compliance(one.value)),
                groups: facts.map(groups).unwrap_or_default(),
                improving: facts.and_then(|one| one.improving.clone()),
                answers: facts
                    .and_then(|one| one.answers_within)
                    .map(|days| format!("We will answer within {days} working days.")),
                contact: self.contact(),
                preparation: facts.map(preparation).unwrap_or_default(),
                tested_how: facts.and_then(|one| one.tested_how.clone()),
            }),
        }
    }
}

/// The sentence on compliance, in the words of the model statement.
fn compliance(status: ComplianceStatus) -> String {
    match status {
        ComplianceStatus::Fully => "This website is fully compliant with the Web Content \
                                    Accessibility Guidelines version 2.2 AA standard."
            .to_owned(),
        ComplianceStatus::Partially => "This website is partially compliant with the Web Content \
                                        Accessibility Guidelines version 2.2 AA standard, due to \
                                        what is listed below."
            .to_owned(),
        ComplianceStatus::Not => "This website is not compliant with the Web Content \
                                  Accessibility Guidelines version 2.2 AA standard. What does not \
                                  comply is listed below."
            .to_owned(),
    }
}

fn groups(facts: &AccessibilityFacts) -> Vec<ProblemGroupView> {
    REASONS
        .iter()
        .map(|(reason, id, title)| ProblemGroupView {
            id,
            title,
            problems: facts
                .problems
                .iter()
                .filter(|one| one.why.value == *reason)
                .map(problem)
                .collect(),
        })
        .filter(|group| !group.problems.is_empty())
        .collect()
}

fn problem(one: &AccessibilityProblem) -> AccessibilityProblemView {
    let mut words = Vec::new();
    words.extend(
        one.criterion
            .as_ref()
            .map(|criterion| format!("This fails WCAG 2.2 success criterion {criterion}.")),
    );
    words.extend(
        one.instead
            .as_ref()
            .map(|instead| format!("What you can use instead: {instead}")),
    );
    words.extend(
        one.mended_by
            .map(|day| format!("We plan to mend this by {}.", day.in_words())),
    );
    AccessibilityProblemView {
        what: one.what.clone(),
        words,
    }
}

fn preparation(facts: &AccessibilityFacts) -> Vec<FactView> {
    let day = |label: &str, day: Option<Day>| day.map(|day| fact(label, day.in_words()));
    let mut rows = Vec::new();
    rows.extend(day(
        "Statement prepared on",
        facts.prepared_on.as_ref().map(|day| day.value),
    ));
    rows.extend(day(
        "Statement last reviewed on",
        facts.reviewed_on.as_ref().map(|day| day.value),
    ));
    rows.extend(day(
        "Pages last tested on",
        facts.tested_on.as_ref().map(|day| day.value),
    ));
    rows.extend(facts.tested_by.as_ref().map(|who| fact("Tested by", who)));
    rows
}
