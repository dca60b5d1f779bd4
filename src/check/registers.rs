//! Days in registers: who signed when, and when somebody last looked at an action.

use std::collections::BTreeSet;

use super::PublicationFacts;
use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::model::{Action, Authority, Day, Publication, SignUp, SignUpStatus};

/// Days that have not come, and signatures that cannot be of the text they are said to be of.
pub(super) fn of_publication(
    publication: &Publication,
    authority: &Authority,
    as_at: Day,
    facts: &PublicationFacts,
) -> Problems {
    let mut problems = Problems::new();
    // Nobody does any more what a council planned that is no more.
    let has_ended = authority.to.is_some_and(|to| to <= as_at);
    for row in publication.sign_ups.iter().flatten() {
        of_sign_up(row, as_at, &mut problems);
        signed_before(row, facts, &mut problems);
    }
    let mut numbers: BTreeSet<&str> = BTreeSet::new();
    for action in &publication.actions {
        let number = &action.number;
        if !number.value.is_empty() && !numbers.insert(&number.value) {
            problems.push(
                Diagnostic::error(
                    Code::RegisterValue,
                    format!("number {} stands twice", number.value),
                )
                .at(&number.place)
                .help(
                    "give each action a number of its own, and let it keep that: by it readers \
                     follow the action from version to version",
                ),
            );
        }
        if !has_ended && action.is_overdue(as_at) {
            problems.extend(overdue(action));
        }
        if let Some(updated) = action.updated.filter(|day| *day > as_at) {
            problems.push(
                Diagnostic::error(
                    Code::Dates,
                    format!("{} has not come yet", updated.in_words()),
                )
                .at(&action.place)
                .help("updated is the day on which somebody last looked at the action"),
            );
        }
    }
    problems
}

/// An action whose day has passed and that is still to be done: the site says so to readers.
fn overdue(action: &Action) -> Problems {
    let Some(due) = action.due else {
        return Problems::new();
    };
    let named = match action.number.value.as_str() {
        "" => format!("action “{}”", action.action),
        number => format!("action {number}, “{}”,", action.action),
    };
    Diagnostic::note(
        Code::ActionOverdue,
        format!(
            "{named} was due on {} and is {}",
            due.in_words(),
            action.status.word()
        ),
    )
    .at(&action.place)
    .help(
        "when it is done, say so in status and updated; if it will take longer, set the next day: \
         the site says that it is overdue, and that its day was moved",
    )
    .into()
}

fn of_sign_up(row: &SignUp, as_at: Day, problems: &mut Problems) {
    if let Some(date) = row.date.filter(|day| *day > as_at) {
        problems.push(
            Diagnostic::error(Code::Dates, format!("{} has not come yet", date.in_words()))
                .at(&row.place)
                .help("write the day on which it was done; leave it empty until then"),
        );
    }
    if row.status != SignUpStatus::Signed {
        return;
    }
    let lacks = match (row.date, row.role.is_empty()) {
        (None, true) => "when, and by whom",
        (None, false) => "when",
        (Some(_), true) => "by whom",
        (Some(_), false) => return,
    };
    problems.push(
        Diagnostic::warning(
            Code::RegisterValue,
            format!(
                "“{}” has signed, and it is not said {lacks}",
                row.organisation.value
            ),
        )
        .at(&row.organisation.place)
        .help("write the day in date, and the role of whoever signed in role: never a name"),
    );
}

/// Partners do sign a text shortly before it is published. A row whose version was changed and
/// whose day was not looks the same: only the council can tell.
fn signed_before(row: &SignUp, facts: &PublicationFacts, problems: &mut Problems) {
    let (Some(date), Some(signed), SignUpStatus::Signed) = (row.date, &row.version, row.status)
    else {
        return;
    };
    let Some(at) = facts.versions.iter().position(|one| one.id == signed.value) else {
        return;
    };
    let Some(version) = facts.versions.get(at).filter(|one| date < one.day) else {
        return;
    };
    let message = format!(
        "signed on {}, before this version was published on {}",
        date.in_words(),
        version.day.in_words()
    );
    let before = at
        .checked_sub(1)
        .and_then(|before| facts.versions.get(before));
    let diagnostic = match before {
        // It was signed while another text stood.
        Some(before) if date < version.day && date >= before.day => {
            Diagnostic::warning(Code::Dates, message).help(format!(
                "the version that stood then was {}: name that one, unless they signed the new \
                 text ahead",
                before.id
            ))
        }
        _ => Diagnostic::note(Code::Dates, message)
            .help("right, if they signed its final text before it was published"),
    };
    problems.push(diagnostic.at(&signed.place));
}
