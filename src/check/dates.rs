//! Reviews that are overdue or never set, and councils that are no more.

use super::{Checked, PublicationFacts};
use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::model::{Authority, Class, Day, Publication, VersionId};

/// A council that is no more publishes nothing new: only its mistakes are still mended.
pub(super) fn after_the_end(
    publication: &Publication,
    authority: &Authority,
    facts: &PublicationFacts,
) -> Option<Diagnostic> {
    let next = facts.next.as_ref()?.day();
    let ended = authority.to.filter(|ended| *ended <= next)?;
    if facts.class == Class::Correction {
        return None;
    }
    let problem = Diagnostic::error(
        Code::AuthorityEnded,
        format!(
            "{} ended on {}: nothing new can be published for it",
            authority.name,
            ended.in_words()
        ),
    )
    .at(&publication.kind.place);
    Some(
        problem.help(match authority.succeeded_by.first() {
            Some(next) => format!(
                "publish it for “{}”, which took over; mend a mistake with --class correction",
                next.value
            ),
            None => "publish it for the council that took over; mend a mistake with --class \
                 correction"
                .to_owned(),
        }),
    )
}

/// Reviews due within this many days are told ahead; the site does the same.
const SOON: i32 = 60;

/// The day from which a review is counted: that of the latest update, which is what is being
/// published now if it is one. Who signed since, or what was mended, is no review of the text.
fn counted_from(facts: &PublicationFacts, as_at: Day) -> Day {
    let is_update = facts.class == Class::Update;
    let next = facts.next.as_ref().filter(|_| is_update);
    next.map(VersionId::day)
        .or_else(|| facts.last_update())
        .or_else(|| facts.next.as_ref().map(VersionId::day))
        .unwrap_or(as_at)
}

/// Whether a publication's next review is set, and not past.
pub(super) fn of_publication(
    publication: &Publication,
    checked: &Checked<'_>,
    facts: &PublicationFacts,
) -> Problems {
    let mut problems = Problems::new();
    // A decision is a record of a day: nobody reviews it.
    if publication.decision.is_some() || publication.kind.value == "decision" {
        return problems;
    }
    // Nor what a council published that is no more.
    let mut authorities = checked.authorities.iter().map(|one| &one.authority);
    let authority = authorities.find(|one| one.slug == publication.authority);
    if authority.is_some_and(|one| one.to.is_some_and(|to| to <= checked.as_at)) {
        return problems;
    }
    let kind = checked.kinds.get(&publication.kind.value);
    let due = publication.review_due(
        Some(counted_from(facts, checked.as_at)),
        kind.and_then(|kind| kind.review_every),
    );
    let place = publication
        .control
        .review
        .as_ref()
        .map_or(&publication.kind.place, |review| &review.place);
    match due {
        None => problems.push(
            Diagnostic::warning(Code::ReviewMissing, "no review date is set")
                .at(place)
                .help("write review_by = 2027-07-01 or review_every = \"12 months\""),
        ),
        Some(due) if due < checked.as_at => problems.push(
            Diagnostic::warning(
                Code::ReviewOverdue,
                format!("the review was due on {}", due.in_words()),
            )
            .at(place)
            .help(
                "review the publication, then set the next date; the site says that it is overdue",
            ),
        ),
        Some(due) if checked.as_at.days_until(due) <= SOON => problems.push(
            Diagnostic::note(
                Code::ReviewSoon,
                format!("the review is due on {}", due.in_words()),
            )
            .at(place),
        ),
        Some(_) => {}
    }
    problems
}
