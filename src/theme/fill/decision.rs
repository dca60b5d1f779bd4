//! What a decision record says beside its text.

use super::AuthorityPages;
use super::status::fact;
use crate::model::{DecisionParticulars, Publication};
use crate::site::{Address, PublicationHistory};
use crate::theme::views::{DecisionView, FactView, LinkView};

impl AuthorityPages<'_> {
    pub(super) fn decision_view(
        &self,
        at: &Address,
        history: &PublicationHistory,
        publication: &Publication,
    ) -> Option<DecisionView> {
        let decision = publication.decision.as_ref()?;
        Some(DecisionView {
            facts: decision_facts(decision),
            papers: decision
                .papers
                .iter()
                .map(|paper| LinkView {
                    text: paper.title.clone(),
                    href: paper.link.clone().unwrap_or_default(),
                })
                .collect(),
            approved: self.approved_by(at, history),
            follow_ups: self.follow_ups(at, history),
        })
    }
}

/// What a decision record says beside its text.
fn decision_facts(decision: &DecisionParticulars) -> Vec<FactView> {
    let mut facts = vec![
        fact("Decision taken by", decision.taken_by.in_words()),
        fact("Body", &decision.body),
        fact("Date", decision.date.in_words()),
    ];
    facts.extend(decision.item.as_ref().map(|item| fact("Item", item)));
    facts.push(fact(
        "Key decision",
        if decision.key_decision { "Yes" } else { "No" },
    ));
    facts.extend(decision.outcome.as_ref().map(|one| fact("Outcome", one)));
    facts
}
