//! The built-in kinds against a list of what law, guidance and practice ask, kept apart from them
//! (`tests/law/topics.csv`), so that no topic is dropped and none changes its level by accident;
//! and the days from which the law applies.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "in a test, failing is how one says that something is wrong"
)]

use std::sync::Arc;

use offerbook::check::{CoverageState, Judged, coverage};
use offerbook::config::Kinds;
use offerbook::diagnostics::Place;
use offerbook::model::{Day, Kind, Level, MetBy, Publication, Slug, Status, Topic};
use offerbook::parse::{Bodies, PublicationFiles, publication};

const TOPICS: &str = include_str!("law/topics.csv");

fn kinds() -> Kinds {
    let (kinds, problems) = Kinds::read(&[]);
    assert!(problems.is_empty(), "{problems:?}");
    kinds
}

/// What the list says of a topic's level.
fn has_level(topic: &Topic, word: &str) -> bool {
    match word {
        "must" => topic.level == Level::Must && topic.status != Status::NotCommenced,
        "must-if-appropriate" => topic.level == Level::Must && topic.if_appropriate,
        "should" => topic.level == Level::Should,
        "good" => topic.level == Level::Good,
        // Enacted and not in force: the level it will have, and its status.
        "coming" => topic.level == Level::Must && topic.status == Status::NotCommenced,
        // One of a list of fields, which says no level.
        "listed" => true,
        other => panic!("{other} is no level"),
    }
}

#[test]
fn every_topic_is_in_its_kind_with_its_level_and_reference() {
    let kinds = kinds();
    let mut rows = 0;
    for row in TOPICS.lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let [id, slug, level, parts] = cells[..] else {
            panic!("{row}");
        };
        let kind = kinds.get(slug).unwrap_or_else(|| panic!("no kind {slug}"));
        let topic = kind.topic(id).unwrap_or_else(|| panic!("{slug} lost {id}"));
        assert!(has_level(topic, level), "{id} is not “{level}”");
        for part in parts.split(';').filter(|part| !part.is_empty()) {
            assert!(
                topic.reference.contains(part),
                "{id}: {} does not name {part}",
                topic.reference
            );
        }
        rows += 1;
    }
    assert_eq!(rows, 131, "the list is whole");
}

/// A publication of a kind that says nothing.
fn silent(kind: &Kind) -> Publication {
    let files = PublicationFiles {
        authority: Slug::new("exampleshire").unwrap(),
        slug: Slug::new("page").unwrap(),
        sources: Vec::new(),
        sign_ups: None,
        actions: None,
        tables: Vec::new(),
        organisations: Vec::new(),
        attachments: Vec::new(),
        place: Place::file(&Arc::from("page.md")),
    };
    let bodies = Bodies::Rendered {
        allowed_elements: &[],
    };
    let (mut publication, _) = publication(&files, &bodies);
    publication.kind.value.clone_from(&kind.slug);
    publication
}

fn states(kind: &Kind, on: Day, updated: Day) -> Vec<(String, CoverageState)> {
    coverage(kind, &silent(kind), Judged { on, updated })
        .into_iter()
        .map(|one| (one.topic.id.clone(), one.state))
        .collect()
}

fn state_of<'s>(states: &'s [(String, CoverageState)], id: &str) -> &'s CoverageState {
    &states.iter().find(|(one, _)| one == id).unwrap().1
}

#[test]
fn a_duty_is_asked_from_its_day_and_not_the_day_before() {
    let mut dated = 0;
    for kind in kinds().iter() {
        for topic in &kind.topics {
            let Some(from) = topic.applies_from else {
                continue;
            };
            if topic.status == Status::NotCommenced || topic.met_by == MetBy::Status {
                continue;
            }
            dated += 1;
            let before = from.yesterday().unwrap();
            let after = from.tomorrow().unwrap();
            for (day, expected) in [
                (before, CoverageState::Coming),
                (from, CoverageState::Missing),
                (after, CoverageState::Missing),
            ] {
                let found = states(kind, day, day);
                assert_eq!(
                    *state_of(&found, &topic.id),
                    expected,
                    "{} on {day}",
                    topic.id
                );
            }
        }
    }
    assert!(dated > 5, "the law has days: {dated}");
}

#[test]
fn what_is_enacted_and_not_commenced_is_coming_and_never_missing() {
    let far: Day = "2035-01-01".parse().unwrap();
    for kind in kinds().iter() {
        let found = states(kind, far, far);
        for topic in &kind.topics {
            let is_for_all = topic.taken_by.is_empty();
            if topic.status == Status::NotCommenced && is_for_all {
                assert_eq!(
                    *state_of(&found, &topic.id),
                    CoverageState::Coming,
                    "{}",
                    topic.id
                );
            }
        }
    }
}

/// An offer that was last updated before the duty to consult began is not late: it is asked at
/// the next update.
#[test]
fn consultation_is_asked_of_updates() {
    let kinds = kinds();
    let offer = kinds.get("kinship-local-offer").unwrap();
    let (before, after): (Day, Day) =
        ("2026-06-28".parse().unwrap(), "2026-07-10".parse().unwrap());
    let corrected_later = states(offer, after, before);
    for id in ["klo-consult", "klo-consult-report"] {
        assert_eq!(
            *state_of(&corrected_later, id),
            CoverageState::Coming,
            "{id}"
        );
    }
    assert_eq!(
        *state_of(&corrected_later, "klo-money"),
        CoverageState::Missing
    );
    let updated = states(offer, after, after);
    for id in ["klo-consult", "klo-consult-report"] {
        assert_eq!(*state_of(&updated, id), CoverageState::Missing, "{id}");
    }
}

#[test]
fn a_care_leaver_offer_needs_consultation_and_no_report() {
    let kinds = kinds();
    let offer = kinds.get("care-leaver-local-offer").unwrap();
    assert_eq!(offer.consultations.len(), 1);
    assert!(!offer.consultations[0].report);
    assert!(
        offer
            .topics
            .iter()
            .all(|one| one.met_by != MetBy::ConsultationReport)
    );
    assert!(
        offer
            .topics
            .iter()
            .any(|one| one.met_by == MetBy::Consultation)
    );
}

/// The other way round: what a kind with a table asks, and the table has not, was made up here.
#[test]
fn kinds_with_a_table_ask_nothing_else() {
    let ids: Vec<&str> = TOPICS
        .lines()
        .filter_map(|row| row.split(',').next())
        .collect();
    let own = ["dr-minutes"]; // what applies in place of the rules on executives
    for slug in [
        "care-leaver-local-offer",
        "child-protection-team-memorandum",
        "criminalisation-protocol",
        "decision",
        "kinship-local-offer",
        "missing-protocol",
        "safeguarding-arrangements",
    ] {
        for topic in &kinds().get(slug).unwrap().topics {
            let id = topic.id.as_str();
            assert!(ids.contains(&id) || own.contains(&id), "{slug}: {id}");
        }
    }
}

/// `tests/law/act.csv`: sections of the Children's Wellbeing and Schools Act 2026, whether they are
/// in force, and where a kind names what they add.
#[test]
fn every_section_of_the_act_begins_when_the_list_says() {
    let kinds = kinds();
    for row in include_str!("law/act.csv").lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let [section, begins, slug, act, cited] = cells[..] else {
            panic!("{row}");
        };
        let kind = kinds.get(slug).unwrap();
        let names = |text: &str| {
            let after = text.split(cited).nth(1);
            let next = after.and_then(|after| after.chars().next());
            text.contains(act) && after.is_some() && next.is_none_or(|next| !next.is_alphanumeric())
        };
        let laws = kind.laws.iter().filter(|law| names(&law.title));
        let laws = laws.map(|law| law.in_force_from);
        let topics = kind.topics.iter().filter(|topic| names(&topic.reference));
        let topics = topics.map(|topic| topic.applies_from);
        let days: Vec<Option<Day>> = laws.chain(topics).collect();
        let expected = (begins != "not commenced").then(|| begins.parse().unwrap());
        assert!(
            !days.is_empty(),
            "section {section}: {slug} names no {cited}"
        );
        assert!(
            days.iter().all(|day| *day == expected),
            "section {section} begins: {begins}, and not {days:?}"
        );
    }
}

/// A `checked_on` is a claim that somebody read the source. Until somebody has, these are no
/// errors.
#[test]
fn what_nobody_has_read_says_so() {
    let kinds = kinds();
    let offer = kinds.get("kinship-local-offer").unwrap();
    let unread = ["klo-review", "klo-consult", "klo-consult-report"];
    for topic in &offer.topics {
        let is_read = topic.level == Level::Must && !unread.contains(&topic.id.as_str());
        assert_eq!(topic.checked_on.is_some(), is_read, "{}", topic.id);
    }
    assert!(
        offer
            .consultations
            .iter()
            .all(|rule| rule.checked_on.is_none() && rule.report)
    );
    let offer = kinds.get("care-leaver-local-offer").unwrap();
    assert!(
        offer
            .consultations
            .iter()
            .all(|rule| rule.checked_on.is_none() && !rule.report)
    );
}
