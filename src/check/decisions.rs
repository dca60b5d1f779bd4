//! Days of decisions, and of what they approved.

use super::{Checked, PublicationFacts};
use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::model::{ApprovedBy, Day, Publication};
use crate::parse::AuthorityContent;

/// A decision that has not been taken yet, or that is named after another day.
pub(super) fn of_publication(
    publication: &Publication,
    authority: &AuthorityContent,
    checked: &Checked<'_>,
    facts: &PublicationFacts,
) -> Problems {
    let mut problems = Problems::new();
    if let Some(decision) = &publication.decision {
        let place = &decision.taken_by.place;
        if decision.date > checked.as_at {
            problems.push(
                Diagnostic::error(
                    Code::Dates,
                    format!("{} has not come yet", decision.date.in_words()),
                )
                .at(place)
                .help("date is the day on which the decision was taken: record it after that"),
            );
        }
        let slug = publication.slug.as_str();
        let name = slug.strip_prefix("decisions/").unwrap_or(slug);
        let named: Option<Day> = name.get(..10).and_then(|day| day.parse().ok());
        if named.is_some_and(|named| named != decision.date) {
            problems.push(
                Diagnostic::warning(
                    Code::Dates,
                    format!(
                        "this decision is named after another day than {}, on which it was taken",
                        decision.date.in_words()
                    ),
                )
                .at(place)
                .help("set the right date, or rename the file or folder"),
            );
        }
    }
    approved_before(publication, authority, checked, facts, &mut problems);
    problems
}

/// What a decision approved cannot stand before it was taken.
fn approved_before(
    publication: &Publication,
    authority: &AuthorityContent,
    checked: &Checked<'_>,
    facts: &PublicationFacts,
    problems: &mut Problems,
) {
    let Some(approval) = &publication.control.approved_by else {
        return;
    };
    let ApprovedBy::Decision(slug) = &approval.value else {
        return;
    };
    let decision = authority.publications.iter().find_map(|one| {
        let name = one.publication.slug.as_str().strip_prefix("decisions/")?;
        (name == slug).then_some(one.publication.decision.as_ref()?)
    });
    let stands_from = match facts.unchanged {
        true => facts.versions.last().map_or(checked.as_at, |one| one.day),
        false => checked.as_at,
    };
    if let Some(decision) = decision.filter(|one| one.date > stands_from) {
        problems.push(
            Diagnostic::warning(
                Code::Dates,
                format!(
                    "the decision that approved this is of {}, and it is published on {}",
                    decision.date.in_words(),
                    stands_from.in_words()
                ),
            )
            .at(&approval.place)
            .help("publish it after it was approved, or name the decision that did"),
        );
    }
}
