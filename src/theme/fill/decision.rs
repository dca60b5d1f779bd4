//! What a decision record says beside its text.

use super::status::fact;
use super::{AuthorityPages, SiteContext};
use crate::model::{DecisionParticulars, Publication, TakenBy};
use crate::site::{Address, PublicationHistory, dropped_actions, tracked_actions};
use crate::theme::Words;
use crate::theme::views::{DecisionView, LinkView, SpokenFactView};

impl AuthorityPages<'_> {
    pub(super) fn decision_view(
        &self,
        at: &Address,
        history: &PublicationHistory,
        publication: &Publication,
    ) -> Option<DecisionView> {
        let decision = publication.decision.as_ref()?;
        Some(DecisionView {
            facts: self
                .context
                .decision_facts(decision, &self.language_of_publication(publication)),
            papers: decision
                .papers
                .iter()
                .map(|paper| LinkView {
                    text: paper.title.clone(),
                    href: paper.link.clone().unwrap_or_default(),
                })
                .collect(),
            approved: self.approved_by(at, history),
            follow_ups: self.follow_ups(at, history, &tracked_actions(self.site)),
            dropped: self.follow_ups(at, history, &dropped_actions(self.site)),
        })
    }
}

impl SiteContext<'_> {
    /// What a decision record says beside its text.
    fn decision_facts(
        &self,
        decision: &DecisionParticulars,
        language: &str,
    ) -> Vec<SpokenFactView> {
        let words = self.words();
        let quoted =
            |label: String, text: &str| SpokenFactView::quoting(fact(label, text), language);
        let mut facts = vec![
            fact(
                words.say("publication-taken-by"),
                taken_by(words, decision.taken_by.value),
            )
            .into(),
            quoted(words.say("publication-body"), &decision.body),
            fact(words.say("publication-date"), words.day(decision.date)).into(),
        ];
        let item = decision.item.as_ref();
        facts.extend(item.map(|item| quoted(words.say("publication-item"), item)));
        facts.push(
            fact(
                words.say("publication-key-decision"),
                words.say(match decision.key_decision {
                    true => "publication-yes",
                    false => "publication-no",
                }),
            )
            .into(),
        );
        let outcome = decision.outcome.as_ref();
        facts.extend(outcome.map(|one| quoted(words.say("publication-outcome"), one)));
        facts
    }
}

/// Who took a decision.
pub(super) fn taken_by(words: &Words, one: TakenBy) -> String {
    words.say(match one {
        TakenBy::Executive => "publication-taken-by-executive",
        TakenBy::IndividualMember => "publication-taken-by-individual-member",
        TakenBy::Officer => "publication-taken-by-officer",
        TakenBy::Committee => "publication-taken-by-committee",
        TakenBy::Council => "publication-taken-by-council",
        TakenBy::AdvisoryBoard => "publication-taken-by-advisory-board",
    })
}
