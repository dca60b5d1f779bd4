//! What changed beside the texts: labelled fields, as they were and as they are.

use std::collections::BTreeSet;

use super::Part;
use super::saying::{ChangeWords, Label};
use crate::model::{Publication, Support};

/// A fact that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactChange {
    /// "Owner".
    pub label: String,
    /// As it was; `None` where it is new.
    pub old: Option<String>,
    /// As it is; `None` where it was taken away.
    pub new: Option<String>,
}

type Facts = Vec<(Label, Option<String>)>;

fn compare(old: Facts, new: Facts, words: &dyn ChangeWords) -> Vec<FactChange> {
    old.into_iter()
        .zip(new)
        .filter(|((_, old), (_, new))| old != new)
        .map(|((label, old), (_, new))| FactChange {
            label: words.label(label),
            old,
            new,
        })
        .collect()
}

/// Facts of a publication as a whole.
pub(super) fn of_publication(
    old: &Publication,
    new: &Publication,
    words: &dyn ChangeWords,
) -> Vec<FactChange> {
    let mut changes = compare(facts(old, words), facts(new, words), words);
    changes.extend(topics(old, new, words));
    changes
}

fn facts(publication: &Publication, words: &dyn ChangeWords) -> Facts {
    let control = &publication.control;
    let decision = publication.decision.as_ref();
    vec![
        (Label::Title, Some(publication.title().to_owned())),
        (Label::Kind, Some(publication.kind.value.clone())),
        (
            Label::Summary,
            Some(control.summary.clone()).filter(|text| !text.is_empty()),
        ),
        (Label::Owner, control.owner.clone()),
        (Label::Sponsor, control.sponsor.clone()),
        (Label::Contact, control.contact.clone()),
        (
            Label::Review,
            control
                .review
                .as_ref()
                .map(|review| words.review(review.value)),
        ),
        (
            Label::InForceFrom,
            control.in_force_from.as_ref().map(|day| words.day(**day)),
        ),
        (
            Label::ApprovedBy,
            control
                .approved_by
                .as_ref()
                .map(|one| words.approval(&one.value)),
        ),
        (
            Label::Consultation,
            control
                .consultation
                .as_ref()
                .map(|one| words.consultation(&one.value)),
        ),
        (Label::Replaces, control.supersedes.clone()),
        (Label::Reach, control.reach.clone()),
        (
            Label::DecisionTakenBy,
            decision.map(|one| words.taken_by(*one.taken_by)),
        ),
        (Label::DecisionBody, decision.map(|one| one.body.clone())),
        (Label::DecisionDate, decision.map(|one| words.day(one.date))),
        (
            Label::DecisionOutcome,
            decision.and_then(|one| one.outcome.clone()),
        ),
        (
            Label::DecisionPapers,
            decision.map(papers).filter(|text| !text.is_empty()),
        ),
        (Label::PageOrder, pages(publication)),
    ]
}

fn papers(decision: &crate::model::DecisionParticulars) -> String {
    let titles: Vec<&str> = decision
        .papers
        .iter()
        .map(|paper| paper.title.as_str())
        .collect();
    titles.join("; ")
}

/// The pages in order, where there is more than one.
fn pages(publication: &Publication) -> Option<String> {
    let titles: Vec<&str> = publication
        .pages
        .iter()
        .map(|page| page.title.as_str())
        .collect();
    (titles.len() > 1).then(|| titles.join("; "))
}

/// Topics newly covered, and topics no longer covered.
fn topics(old: &Publication, new: &Publication, words: &dyn ChangeWords) -> Vec<FactChange> {
    let covered = |publication: &Publication| -> BTreeSet<String> {
        publication
            .claims()
            .map(|(topic, ..)| topic.to_owned())
            .collect()
    };
    let not = |publication: &Publication| -> BTreeSet<String> {
        let list = &publication.control.not_applicable;
        list.iter().map(|one| one.topic.value.clone()).collect()
    };
    let mut changes = Vec::new();
    for (label, before, after) in [
        (Label::TopicsCovered, covered(old), covered(new)),
        (Label::TopicsNotApplicable, not(old), not(new)),
    ] {
        let list = |a: &BTreeSet<String>, b: &BTreeSet<String>| {
            let only: Vec<&str> = a.difference(b).map(String::as_str).collect();
            (!only.is_empty()).then(|| only.join(", "))
        };
        let (gone, come) = (list(&before, &after), list(&after, &before));
        if gone.is_some() || come.is_some() {
            changes.push(FactChange {
                label: words.label(label),
                old: gone,
                new: come,
            });
        }
    }
    changes
}

/// Facts of a part: a page's title, what a support gives to whom.
pub(super) fn of_part(
    part: &Part,
    old: &Publication,
    new: &Publication,
    words: &dyn ChangeWords,
) -> Vec<FactChange> {
    match part {
        Part::Page(name) => {
            let title = |publication: &Publication| {
                let page = publication.pages.iter().find(|page| page.name == *name);
                // The first page's title is the publication's, told with its facts.
                page.filter(|page| page.name != "index")
                    .map(|page| page.title.clone())
            };
            compare(
                vec![(Label::Title, title(old))],
                vec![(Label::Title, title(new))],
                words,
            )
        }
        Part::Alternate(of, form) => {
            let facts = |publication: &Publication| {
                let one = publication
                    .alternates
                    .iter()
                    .find(|one| one.of == *of && one.form == *form);
                vec![
                    (Label::Title, one.map(|one| one.title.clone())),
                    (
                        Label::MadeFrom,
                        one.and_then(|one| one.based_on.as_ref())
                            .map(|id| id.value.to_string()),
                    ),
                ]
            };
            compare(facts(old), facts(new), words)
        }
        Part::Support(slug) => {
            let facts = |publication: &Publication| {
                let one = publication.supports.iter().find(|one| one.slug == *slug);
                one.map(|one| support(one, words)).unwrap_or_default()
            };
            compare(facts(old), facts(new), words)
        }
    }
}

fn support(support: &Support, words: &dyn ChangeWords) -> Facts {
    let list = |items: Vec<String>| (!items.is_empty()).then(|| items.join(", "));
    vec![
        (Label::Title, Some(support.title.clone())),
        (Label::Summary, Some(support.summary.clone())),
        (Label::Basis, Some(words.basis(support.basis))),
        (Label::Law, support.reference.clone()),
        (Label::Who, Some(support.who.clone())),
        (Label::Age, words.ages(support)),
        (
            Label::CareLeavers,
            list(
                support
                    .care_leaver_status
                    .iter()
                    .map(|one| words.care_leavers(*one))
                    .collect(),
            ),
        ),
        (
            Label::Arrangements,
            list(
                support
                    .kinship_arrangement
                    .iter()
                    .map(|one| words.arrangement(*one))
                    .collect(),
            ),
        ),
        (Label::Situations, list(support.situations.clone())),
        (Label::Amount, support.amount.clone()),
        (Label::HowToAsk, Some(support.how_to_claim.clone())),
        (Label::WhoDecides, support.who_decides.clone()),
        (Label::HowLong, support.how_long.clone()),
        (Label::IfRefused, support.if_refused.clone()),
        (Label::Contact, support.contact.clone()),
        (
            Label::LastConfirmed,
            support.confirmed_on.map(|day| words.day(day)),
        ),
        (
            Label::Topics,
            list(support.topics.iter().map(|one| one.value.clone()).collect()),
        ),
    ]
}
