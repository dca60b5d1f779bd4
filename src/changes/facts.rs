//! What changed beside the texts: labelled fields, as they were and as they are.

use std::collections::BTreeSet;

use super::Part;
use crate::model::{ApprovedBy, Consultation, Publication, Review, Support};

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

type Facts = Vec<(&'static str, Option<String>)>;

fn compare(old: Facts, new: Facts) -> Vec<FactChange> {
    old.into_iter()
        .zip(new)
        .filter(|((_, old), (_, new))| old != new)
        .map(|((label, old), (_, new))| FactChange {
            label: label.to_owned(),
            old,
            new,
        })
        .collect()
}

/// Facts of a publication as a whole.
pub(super) fn of_publication(old: &Publication, new: &Publication) -> Vec<FactChange> {
    let mut changes = compare(facts(old), facts(new));
    changes.extend(topics(old, new));
    changes
}

fn facts(publication: &Publication) -> Facts {
    let control = &publication.control;
    let decision = publication.decision.as_ref();
    vec![
        ("Title", Some(publication.title().to_owned())),
        ("Kind", Some(publication.kind.value.clone())),
        (
            "Summary",
            Some(control.summary.clone()).filter(|text| !text.is_empty()),
        ),
        ("Owner", control.owner.clone()),
        ("Sponsor", control.sponsor.clone()),
        ("Contact", control.contact.clone()),
        (
            "Review",
            control
                .review
                .as_ref()
                .map(|review| review_words(review.value)),
        ),
        (
            "In force from",
            control.in_force_from.as_ref().map(|day| day.in_words()),
        ),
        (
            "Approved by",
            control.approved_by.as_ref().map(|one| approval(&one.value)),
        ),
        (
            "Consultation",
            control
                .consultation
                .as_ref()
                .map(|one| consultation(&one.value)),
        ),
        ("Replaces", control.supersedes.clone()),
        ("How it reaches people", control.reach.clone()),
        (
            "Decision taken by",
            decision.map(|one| one.taken_by.in_words().to_owned()),
        ),
        ("Body", decision.map(|one| one.body.clone())),
        (
            "Date of the decision",
            decision.map(|one| one.date.in_words()),
        ),
        ("Outcome", decision.and_then(|one| one.outcome.clone())),
        (
            "Papers",
            decision.map(papers).filter(|text| !text.is_empty()),
        ),
        ("Order of pages", pages(publication)),
    ]
}

fn review_words(review: Review) -> String {
    match review {
        Review::By(day) => format!("by {}", day.in_words()),
        Review::Every(months) => format!("every {}", months.in_words()),
    }
}

fn approval(approval: &ApprovedBy) -> String {
    match approval {
        ApprovedBy::Decision(slug) => format!("the decision {slug}"),
        ApprovedBy::Body { body, date } => format!("{body}, {}", date.in_words()),
    }
}

fn consultation(consultation: &Consultation) -> String {
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
fn topics(old: &Publication, new: &Publication) -> Vec<FactChange> {
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
        ("Topics covered", covered(old), covered(new)),
        ("Topics that do not apply", not(old), not(new)),
    ] {
        let list = |a: &BTreeSet<String>, b: &BTreeSet<String>| {
            let only: Vec<&str> = a.difference(b).map(String::as_str).collect();
            (!only.is_empty()).then(|| only.join(", "))
        };
        let (gone, come) = (list(&before, &after), list(&after, &before));
        if gone.is_some() || come.is_some() {
            changes.push(FactChange {
                label: label.to_owned(),
                old: gone,
                new: come,
            });
        }
    }
    changes
}

/// Facts of a part: a page's title, what a support gives to whom.
pub(super) fn of_part(part: &Part, old: &Publication, new: &Publication) -> Vec<FactChange> {
    match part {
        Part::Page(name) => {
            let title = |publication: &Publication| {
                let page = publication.pages.iter().find(|page| page.name == *name);
                // The first page's title is the publication's, told with its facts.
                page.filter(|page| page.name != "index")
                    .map(|page| page.title.clone())
            };
            compare(vec![("Title", title(old))], vec![("Title", title(new))])
        }
        Part::Alternate(of, form) => {
            let facts = |publication: &Publication| {
                let one = publication
                    .alternates
                    .iter()
                    .find(|one| one.of == *of && one.form == *form);
                vec![
                    ("Title", one.map(|one| one.title.clone())),
                    (
                        "Made from the version",
                        one.and_then(|one| one.based_on.as_ref())
                            .map(|id| id.value.to_string()),
                    ),
                ]
            };
            compare(facts(old), facts(new))
        }
        Part::Support(slug) => {
            let facts = |publication: &Publication| {
                let one = publication.supports.iter().find(|one| one.slug == *slug);
                one.map(support).unwrap_or_default()
            };
            compare(facts(old), facts(new))
        }
    }
}

fn support(support: &Support) -> Facts {
    let words = |list: Vec<&str>| (!list.is_empty()).then(|| list.join(", "));
    vec![
        ("Title", Some(support.title.clone())),
        ("Summary", Some(support.summary.clone())),
        (
            "Legal right or choice",
            Some(support.basis.in_words().to_owned()),
        ),
        ("The law", support.reference.clone()),
        ("Who can get it", Some(support.who.clone())),
        ("Age", support.ages()),
        (
            "For care leavers who are",
            words(
                support
                    .care_leaver_status
                    .iter()
                    .map(|one| one.word())
                    .collect(),
            ),
        ),
        (
            "For kinship arrangements",
            words(
                support
                    .kinship_arrangement
                    .iter()
                    .map(|one| one.word())
                    .collect(),
            ),
        ),
        (
            "Situations",
            words(support.situations.iter().map(String::as_str).collect()),
        ),
        ("How much", support.amount.clone()),
        ("How to ask", Some(support.how_to_claim.clone())),
        ("Who decides", support.who_decides.clone()),
        ("How long it takes", support.how_long.clone()),
        ("If you are refused", support.if_refused.clone()),
        ("Contact", support.contact.clone()),
        (
            "Last confirmed",
            support.confirmed_on.map(crate::model::Day::in_words),
        ),
        (
            "Topics",
            words(
                support
                    .topics
                    .iter()
                    .map(|one| one.value.as_str())
                    .collect(),
            ),
        ),
    ]
}
