//! The accessibility statement, from facts, in the form that the 2018 regulations ask for
//! (SI 2018/952; the model statement of Decision (EU) 2018/1523). It claims no more than was
//! written down.

use super::status::fact;
use super::{AuthorityPages, DrawnView, View};
use crate::model::{
    AccessibilityFacts, AccessibilityProblem, ComplianceStatus, Day, ProblemReason,
};
use crate::site::Address;
use crate::theme::Words;
use crate::theme::views::{
    AccessibilityProblemView, AccessibilityView, FactView, ProblemGroupView,
};

const REASONS: [(ProblemReason, &str); 3] = [
    (ProblemReason::NonCompliance, "non_compliance"),
    (ProblemReason::DisproportionateBurden, "burden"),
    (ProblemReason::NotInScope, "not_in_scope"),
];

fn title(reason: ProblemReason, words: &Words) -> String {
    words.say(match reason {
        ProblemReason::NonCompliance => "accessibility-non-compliance",
        ProblemReason::DisproportionateBurden => "accessibility-burden",
        ProblemReason::NotInScope => "accessibility-not-in-scope",
    })
}

impl AuthorityPages<'_> {
    pub(super) fn accessibility(&self, at: &Address) -> DrawnView {
        let facts = self.site.authority.accessibility.as_ref();
        let words = self.words();
        let status = facts.and_then(|one| one.status.as_ref());
        DrawnView {
            template: "accessibility.html",
            frame: self.frame(at, &words.say("accessibility-title"), &[], Vec::new()),
            view: View::Accessibility(AccessibilityView {
                authority: self.site.authority.name.clone(),
                address: self.home.full(&self.context.settings.base_url),
                is_written: status.is_some(),
                has_ended: self.site.has_ended(),
                compliance: status.map_or_else(String::new, |one| compliance(one.value, words)),
                groups: facts.map(|one| groups(one, words)).unwrap_or_default(),
                improving: facts.and_then(|one| one.improving.clone()),
                answers: facts
                    .and_then(|one| one.answers_within)
                    .map(|days| words.fill("accessibility-answers", [("days", days.into())])),
                contact: self.contact(),
                preparation: facts.map(|one| preparation(one, words)).unwrap_or_default(),
                tested_how: facts.and_then(|one| one.tested_how.clone()),
            }),
        }
    }
}

/// The sentence on compliance, in the words of the model statement.
fn compliance(status: ComplianceStatus, words: &Words) -> String {
    words.say(match status {
        ComplianceStatus::Fully => "accessibility-fully",
        ComplianceStatus::Partially => "accessibility-partially",
        ComplianceStatus::Not => "accessibility-not",
    })
}

fn groups(facts: &AccessibilityFacts, words: &Words) -> Vec<ProblemGroupView> {
    REASONS
        .iter()
        .map(|(reason, id)| ProblemGroupView {
            id,
            title: title(*reason, words),
            problems: facts
                .problems
                .iter()
                .filter(|one| one.why.value == *reason)
                .map(|one| problem(one, words))
                .collect(),
        })
        .filter(|group| !group.problems.is_empty())
        .collect()
}

fn problem(one: &AccessibilityProblem, words: &Words) -> AccessibilityProblemView {
    let mut said = Vec::new();
    said.extend(
        one.criterion
            .as_ref()
            .map(|criterion| words.fill("accessibility-fails", [("criterion", criterion.into())])),
    );
    said.extend(
        one.instead
            .as_ref()
            .map(|instead| words.fill("accessibility-instead", [("instead", instead.into())])),
    );
    said.extend(
        one.mended_by
            .map(|day| words.fill("accessibility-mended-by", [("day", words.day(day).into())])),
    );
    AccessibilityProblemView {
        what: one.what.clone(),
        words: said,
    }
}

fn preparation(facts: &AccessibilityFacts, words: &Words) -> Vec<FactView> {
    let day =
        |message: &str, day: Option<Day>| day.map(|day| fact(words.say(message), words.day(day)));
    let mut rows = Vec::new();
    rows.extend(day(
        "accessibility-prepared",
        facts.prepared_on.as_ref().map(|day| day.value),
    ));
    rows.extend(day(
        "accessibility-reviewed",
        facts.reviewed_on.as_ref().map(|day| day.value),
    ));
    rows.extend(day(
        "accessibility-tested",
        facts.tested_on.as_ref().map(|day| day.value),
    ));
    rows.extend(
        facts
            .tested_by
            .as_ref()
            .map(|who| fact(words.say("accessibility-tested-by"), who)),
    );
    rows
}
