//! What the law asks of consultation before something is published.

use super::PublicationFacts;
use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::model::{Day, Kind, Publication};

/// Whether the law asks for consultation on a publication of this kind. What was published
/// before the duty began, and has not changed since, needs none.
pub(super) fn is_asked(kind: &Kind, as_at: Day, facts: &PublicationFacts) -> bool {
    let from = kind
        .consultation
        .as_ref()
        .and_then(|rule| rule.applies_from);
    from.is_none_or(|from| judged_on(as_at, facts) >= from)
}

/// The day whose rules apply: the day it was published, where it has not changed since.
fn judged_on(as_at: Day, facts: &PublicationFacts) -> Day {
    match facts.versions.last() {
        Some((_, day)) if facts.unchanged => *day,
        _ => as_at,
    }
}

/// Whether the consultation that the kind's rule asks for is complete.
pub(super) fn of_publication(
    kind: &Kind,
    publication: &Publication,
    as_at: Day,
    facts: &PublicationFacts,
) -> Problems {
    let mut problems = Problems::new();
    let Some(rule) = &kind.consultation else {
        return problems;
    };
    if !is_asked(kind, as_at, facts) {
        return problems;
    }
    let judged_on = judged_on(as_at, facts);
    let Some(consultation) = &publication.control.consultation else {
        // Kinds that name consultation as a topic have reported it already.
        return problems;
    };
    let mut report = |message: &str, help: &str| {
        problems.push(
            Diagnostic::error(
                Code::Consultation,
                format!("{message} ({})", rule.reference),
            )
            .at(&consultation.place)
            .help(help),
        );
    };
    if consultation.from.is_none() && consultation.to.is_none() {
        report(
            "the consultation has no dates",
            "write from = 2026-03-01 and to = 2026-04-30",
        );
    }
    if consultation.to.is_some_and(|to| to > judged_on) {
        report(
            "the consultation had not ended",
            "publish after it has; from and to are its first and last day",
        );
    }
    if rule.report {
        if consultation
            .report_published
            .is_some_and(|day| day > judged_on)
        {
            report(
                "the report on the consultation comes after the offer",
                "publish the report no later than the offer",
            );
        }
        if consultation.report.is_some() && consultation.report_published.is_none() {
            report(
                "it is not said when the report on the consultation was published",
                "write report_published = 2026-06-01",
            );
        }
        if let Some(named) = &consultation.report {
            let is_address = named.value.starts_with("https://");
            let page = named.value.trim_end_matches(".md");
            if !is_address && !publication.pages.iter().any(|one| one.name == page) {
                problems.push(
                    Diagnostic::error(
                        Code::Consultation,
                        format!("there is no page “{}” in this publication", named.value),
                    )
                    .at(&named.place)
                    .help("name the page that holds the report, such as \"consultation.md\", or its https address"),
                );
            }
        }
    }
    problems
}
