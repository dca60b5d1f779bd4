//! The accessibility statement: the form that the 2018 regulations ask for (SI 2018/952), and the
//! ways in which councils' statements go wrong.

use crate::diagnostics::{Code, Diagnostic, Place, Problems};
use crate::model::{AccessibilityFacts, ComplianceStatus, Day, ProblemReason};
use crate::parse::AuthorityContent;

/// What is wrong with an authority's facts.
pub(super) fn of_authority(authority: &AuthorityContent, as_at: Day) -> Problems {
    let mut problems = Problems::new();
    let Some(facts) = &authority.authority.accessibility else {
        problems.push(
            Diagnostic::warning(
                Code::Accessibility,
                "there are no facts for the accessibility statement, which the law asks of \
                 councils’ websites (SI 2018/952)",
            )
            .at(&authority.authority.place)
            .help("write [accessibility] with status, reviewed_on, tested_on, tested_by, tested_how and problems"),
        );
        return problems;
    };
    unfinished(facts, &mut problems);
    dates(facts, as_at, &mut problems);
    claims(facts, &mut problems);
    problems
}

fn problem(message: impl Into<String>, place: &Place, help: &str) -> Diagnostic {
    Diagnostic::error(Code::Accessibility, message)
        .at(place)
        .help(help)
}

/// The sample statement's notes in brackets, left in.
fn unfinished(facts: &AccessibilityFacts, problems: &mut Problems) {
    for text in &facts.texts {
        let from = text.value.find('[');
        let left = from.and_then(|from| {
            let length = text.value.get(from..)?.find(']')?;
            text.value.get(from..=from + length)
        });
        if let Some(left) = left {
            problems.push(problem(
                format!("“{left}” was left in the accessibility statement"),
                &text.place,
                "write what is meant, without brackets",
            ));
        }
    }
}

fn dates(facts: &AccessibilityFacts, as_at: Day, problems: &mut Problems) {
    let done = [&facts.prepared_on, &facts.reviewed_on, &facts.tested_on];
    for day in done.into_iter().flatten() {
        if day.value > as_at {
            problems.push(problem(
                format!("{} has not come yet", day.value.in_words()),
                &day.place,
                "write the day on which it was done",
            ));
        }
    }
    let Some(reviewed) = &facts.reviewed_on else {
        problems.push(problem(
            "it is not said when the accessibility statement was last reviewed",
            &facts.place,
            "look through it, then write reviewed_on = 2026-07-01",
        ));
        return;
    };
    let is_old = "12 months"
        .parse()
        .ok()
        .and_then(|year| reviewed.value.plus(year))
        .is_some_and(|due| due < as_at);
    if is_old {
        problems.push(problem(
            format!(
                "the accessibility statement was last reviewed on {}, more than 12 months ago",
                reviewed.value.in_words()
            ),
            &reviewed.place,
            "test the pages again, bring the facts up to date, then set reviewed_on",
        ));
    }
}

/// What is claimed must follow from what was tested.
fn claims(facts: &AccessibilityFacts, problems: &mut Problems) {
    let fails = facts
        .problems
        .iter()
        .find(|one| one.why.value == ProblemReason::NonCompliance);
    // That it is missing or wrong has been told where it was read.
    let Some(status) = &facts.status else {
        return;
    };
    match status.value {
        ComplianceStatus::Fully => {
            if facts.tested_on.is_none() || facts.tested_by.is_none() {
                problems.push(problem(
                    "“fully compliant” needs a day on which the pages were tested, and who \
                     tested them",
                    &status.place,
                    "write tested_on and tested_by, or say \"partially\"",
                ));
            }
            if let Some(fails) = fails {
                problems.push(problem(
                    "something that does not comply is listed, and “fully compliant” is claimed",
                    &fails.why.place,
                    "say status = \"partially\"",
                ));
            }
        }
        ComplianceStatus::Partially | ComplianceStatus::Not => {
            if facts.problems.is_empty() {
                problems.push(problem(
                    "it is not said what does not comply",
                    &status.place,
                    "list each thing that does not work: problems = [{ what = \"…\", why = \
                     \"non-compliance\", criterion = \"1.1.1 (non-text content)\", instead = \"…\" }]",
                ));
            }
            if facts.tested_on.is_none() {
                problems.push(
                    Diagnostic::warning(
                        Code::Accessibility,
                        "it is not said when the pages were tested",
                    )
                    .at(&facts.place)
                    .help("write tested_on, tested_by and tested_how"),
                );
            }
        }
    }
}
