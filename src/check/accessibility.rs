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
    claims(facts, as_at, &mut problems);
    problems
}

fn problem(message: impl Into<String>, place: &Place, help: &str) -> Diagnostic {
    Diagnostic::error(Code::Accessibility, message)
        .at(place)
        .help(help)
}

/// Words that stand for what somebody still has to find out.
const LEFT_OPEN: [&str; 4] = ["tbc", "tba", "tbd", "todo"];

/// The sample statement's notes in brackets, left in, and words for what is still open.
fn unfinished(facts: &AccessibilityFacts, problems: &mut Problems) {
    for text in &facts.texts {
        let from = text.value.find('[');
        let left = from.map(|from| {
            let rest = text.value.get(from..).unwrap_or("");
            rest.find(']')
                .and_then(|length| rest.get(..=length))
                .unwrap_or(rest)
        });
        let left = left.or_else(|| {
            let mut words = text.value.split(|one: char| !one.is_alphanumeric());
            words.find(|word| LEFT_OPEN.contains(&word.to_ascii_lowercase().as_str()))
        });
        if let Some(left) = left {
            problems.push(problem(
                format!("“{left}” was left in the accessibility statement"),
                &text.place,
                "write what is meant",
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
    if is_old(reviewed.value, as_at) {
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

fn is_old(day: Day, as_at: Day) -> bool {
    let year = "12 months".parse().ok();
    year.and_then(|year| day.plus(year))
        .is_some_and(|due| due < as_at)
}

/// Pages change: a test of long ago says nothing of all of them.
fn of_a_year(facts: &AccessibilityFacts, as_at: Day, problems: &mut Problems) {
    let tested = facts.tested_on.as_ref();
    if let Some(tested) = tested.filter(|day| is_old(day.value, as_at)) {
        problems.push(problem(
            format!(
                "“fully compliant” is claimed, and the pages were last tested on {}, more than 12 \
                 months ago",
                tested.value.in_words()
            ),
            &tested.place,
            "test the pages again, or say status = \"partially\" with what is known",
        ));
    }
}

/// What is claimed must follow from what was tested.
fn claims(facts: &AccessibilityFacts, as_at: Day, problems: &mut Problems) {
    let fails = facts
        .problems
        .iter()
        .find(|one| one.why.value != ProblemReason::NotInScope);
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
                    "say status = \"partially\"; what is exempt makes it so as well",
                ));
            }
            of_a_year(facts, as_at, problems);
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
