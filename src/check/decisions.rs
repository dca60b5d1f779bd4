//! Days of decisions, and of what they approved.

use super::{Checked, PublicationFacts};
use crate::diagnostics::{Code, Diagnostic, Place, Problems};
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
    if let Some(approval) = approval(publication, authority, facts) {
        let found = [
            approved_before(&approval, checked, facts),
            approved_another(&approval, checked, facts),
        ];
        for one in found.into_iter().flatten() {
            problems.push(one);
        }
    }
    problems
}

/// When something was approved, and where that is said.
struct Approval<'p> {
    date: Day,
    place: &'p Place,
}

/// What approved a publication, where a day is known: as said when it is published, else as its
/// front matter says.
fn approval<'p>(
    publication: &'p Publication,
    authority: &AuthorityContent,
    facts: &PublicationFacts,
) -> Option<Approval<'p>> {
    let date_of = |slug: &str| {
        let mut decisions = authority.publications.iter();
        decisions.find_map(|one| {
            let name = one.publication.slug.as_str().strip_prefix("decisions/")?;
            (name == slug).then_some(one.publication.decision.as_ref()?.date)
        })
    };
    if let Some(said) = &facts.approved_by {
        let of_body = said.rsplit_once(", ");
        let date = date_of(said.trim_start_matches("decisions/"))
            .or_else(|| of_body.and_then(|(_, day)| day.parse().ok()))?;
        let place = &publication.kind.place;
        return Some(Approval { date, place });
    }
    let written = publication.control.approved_by.as_ref()?;
    let date = match &written.value {
        ApprovedBy::Decision(slug) => date_of(slug)?,
        ApprovedBy::Body { date, .. } => *date,
    };
    let place = &written.place;
    Some(Approval { date, place })
}

/// What a decision approved cannot stand before it was taken.
fn approved_before(
    approval: &Approval<'_>,
    checked: &Checked<'_>,
    facts: &PublicationFacts,
) -> Option<Diagnostic> {
    let stands_from = match facts.unchanged {
        true => facts.versions.last().map_or(checked.as_at, |one| one.day),
        false => checked.as_at,
    };
    (approval.date > stands_from).then(|| {
        Diagnostic::warning(
            Code::Dates,
            format!(
                "the decision that approved this is of {}, and it is published on {}",
                approval.date.in_words(),
                stands_from.in_words()
            ),
        )
        .at(approval.place)
        .help("publish it after it was approved, or name the decision that did")
    })
}

/// A decision cannot have approved a text that was written after it. Whether it was about this
/// update as well, only the council knows; one of the day of the last update most likely approved
/// that one. How far actions have come is nothing to approve.
fn approved_another(
    approval: &Approval<'_>,
    checked: &Checked<'_>,
    facts: &PublicationFacts,
) -> Option<Diagnostic> {
    let updated = facts
        .last_update()
        .filter(|_| facts.is_new_update() && !facts.has_same_text)?;
    let is_older = approval.date <= updated && approval.date < checked.as_at;
    is_older.then(|| {
        Diagnostic::warning(
            Code::Dates,
            format!(
                "the decision that approved this is of {}, no later than the last update, of {}",
                approval.date.in_words(),
                updated.in_words()
            ),
        )
        .at(approval.place)
        .help(
            "name the decision that approved this change, with --approved-by or approved_by; if \
             you only mend a mistake, publish it with --class correction",
        )
    })
}
