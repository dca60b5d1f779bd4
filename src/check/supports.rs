//! What a support has to tell somebody who may need it.

use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::model::{Day, Publication, Support};

/// The ages that people have.
const AGES: std::ops::RangeInclusive<i64> = 0..=120;

/// What is missing from a publication's supports, and days and ages that cannot be.
pub(super) fn of_publication(publication: &Publication, as_at: Day) -> Problems {
    let mut problems = Problems::new();
    for support in &publication.supports {
        of_support(support, as_at, &mut problems);
    }
    problems
}

fn of_support(support: &Support, as_at: Day, problems: &mut Problems) {
    for age in [support.age_from, support.age_to].into_iter().flatten() {
        if !AGES.contains(&age) {
            problems.push(
                Diagnostic::error(
                    Code::WrongValue,
                    format!("{age} is not the age of a person"),
                )
                .at(&support.place)
                .help("write age_from and age_to in years, such as 18"),
            );
        }
    }
    if let Some(confirmed) = support.confirmed_on.filter(|day| *day > as_at) {
        problems.push(
            Diagnostic::error(
                Code::Dates,
                format!("{} has not come yet", confirmed.in_words()),
            )
            .at(&support.place)
            .help("confirmed_on is the day on which somebody last made sure that this is right"),
        );
    }
    let lacks: Vec<&str> = [
        ("amount", support.amount.is_some()),
        ("who_decides", support.who_decides.is_some()),
        ("how_long", support.how_long.is_some()),
        ("if_refused", support.if_refused.is_some()),
        ("confirmed_on", support.confirmed_on.is_some()),
    ]
    .into_iter()
    .filter(|(_, is_there)| !is_there)
    .map(|(key, _)| key)
    .collect();
    if !lacks.is_empty() {
        problems.push(
            Diagnostic::note(
                Code::SupportIncomplete,
                format!("this support does not say: {}", lacks.join(", ")),
            )
            .at(&support.place)
            .help(
                "readers need to know how much, who decides, how long it takes, what to do if \
                 they are refused, and when you last made sure of it",
            ),
        );
    }
    old(support, as_at, problems);
}

/// What nobody has looked at for a year may be wrong by now.
fn old(support: &Support, as_at: Day, problems: &mut Problems) {
    let year = "12 months".parse().ok();
    let Some(confirmed) = support.confirmed_on else {
        return;
    };
    let due = year.and_then(|year| confirmed.plus(year));
    if due.is_some_and(|due| due < as_at) {
        problems.push(
            Diagnostic::note(
                Code::SupportIncomplete,
                format!(
                    "this support was last confirmed on {}, more than 12 months ago",
                    confirmed.in_words()
                ),
            )
            .at(&support.place)
            .help("make sure that it is still right, then set confirmed_on"),
        );
    }
}
