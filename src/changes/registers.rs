//! What changed in sign-ups, action plans and attachments.

use crate::model::{Action, Publication, SignUp, organisation_in_words};

/// A row that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowChange {
    /// Whether it is new, gone or different.
    pub sort: RowSort,
    /// What the row is about.
    pub about: String,
    /// What happened, in words.
    pub words: String,
}

/// Whether a row is new, gone or different.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowSort {
    /// New.
    Added,
    /// Gone.
    Removed,
    /// Different.
    Changed,
}

fn row(sort: RowSort, about: &str, words: String) -> RowChange {
    RowChange {
        sort,
        about: about.to_owned(),
        words,
    }
}

/// Who joined, signed, left.
pub(super) fn sign_ups(old: &Publication, new: &Publication) -> Vec<RowChange> {
    let rows = |publication: &Publication| publication.sign_ups.clone().unwrap_or_default();
    let (before, after) = (rows(old), rows(new));
    let mut changes = Vec::new();
    for one in &after {
        let name = &organisation(new, &one.organisation.value);
        let was = before
            .iter()
            .find(|other| other.organisation.value == one.organisation.value);
        match was {
            None => changes.push(row(
                RowSort::Added,
                name,
                format!("Added: {}", standing(one)),
            )),
            Some(was) if standing(was) != standing(one) => changes.push(row(
                RowSort::Changed,
                name,
                format!("Was: {}. Now: {}", standing(was), standing(one)),
            )),
            Some(was) if was.commitment != one.commitment => changes.push(row(
                RowSort::Changed,
                name,
                format!(
                    "Its undertaking was: {}. It is now: {}",
                    or_nothing(&was.commitment),
                    or_nothing(&one.commitment)
                ),
            )),
            Some(_) => {}
        }
    }
    for one in &before {
        let stays = after
            .iter()
            .any(|other| other.organisation.value == one.organisation.value);
        if !stays {
            let name = &organisation(old, &one.organisation.value);
            let words = format!("No longer listed. Was: {}", standing(one));
            changes.push(row(RowSort::Removed, name, words));
        }
    }
    changes
}

fn organisation(publication: &Publication, slug: &str) -> String {
    organisation_in_words(&publication.organisations, slug)
}

fn standing(row: &SignUp) -> String {
    let mut words = row.status.word().to_owned();
    if let Some(version) = &row.version {
        words.push_str(&format!(" version {}", version.value));
    }
    if let Some(date) = row.date {
        words.push_str(&format!(" on {}", date.in_words()));
    }
    if !row.role.is_empty() {
        words.push_str(&format!(" ({})", row.role));
    }
    words
}

fn or_nothing(text: &str) -> &str {
    if text.is_empty() { "nothing" } else { text }
}

/// What changed in the action plan. Actions are known by their number, else by their words.
pub(super) fn actions(old: &Publication, new: &Publication) -> Vec<RowChange> {
    let key = |one: &Action| {
        if one.number.value.is_empty() {
            one.action.clone()
        } else {
            format!("number {}", one.number.value)
        }
    };
    let mut changes = Vec::new();
    for one in &new.actions {
        match old.actions.iter().find(|other| key(other) == key(one)) {
            None => changes.push(row(RowSort::Added, &one.action, action(one))),
            Some(was) => {
                let words = action_changes(was, one);
                if !words.is_empty() {
                    changes.push(row(RowSort::Changed, &one.action, words));
                }
            }
        }
    }
    for one in &old.actions {
        if !new.actions.iter().any(|other| key(other) == key(one)) {
            changes.push(row(RowSort::Removed, &one.action, action(one)));
        }
    }
    changes
}

fn due(action: &Action) -> String {
    action
        .due
        .map_or_else(|| "no date set".to_owned(), crate::model::Day::in_words)
}

fn action(one: &Action) -> String {
    format!(
        "{}; due: {}; status: {}",
        one.owner,
        due(one),
        one.status.word()
    )
}

fn action_changes(was: &Action, is: &Action) -> String {
    let fields = [
        ("Action", was.action.clone(), is.action.clone()),
        ("Who", was.owner.clone(), is.owner.clone()),
        ("Due", due(was), due(is)),
        ("Measure", was.measure.clone(), is.measure.clone()),
        (
            "Status",
            was.status.word().to_owned(),
            is.status.word().to_owned(),
        ),
    ];
    let changed: Vec<String> = fields
        .into_iter()
        .filter(|(_, was, is)| was != is)
        .map(|(label, was, is)| {
            format!(
                "{label} was: {}. Now: {}",
                or_nothing(&was),
                or_nothing(&is)
            )
        })
        .collect();
    changed.join(". ")
}

/// Files added, replaced, removed.
pub(super) fn attachments(old: &Publication, new: &Publication) -> Vec<RowChange> {
    let mut changes = Vec::new();
    for one in &new.attachments {
        match old.attachments.iter().find(|other| other.path == one.path) {
            None => changes.push(row(RowSort::Added, &one.path, "Added".to_owned())),
            Some(was) if was.digest != one.digest => {
                changes.push(row(
                    RowSort::Changed,
                    &one.path,
                    "Replaced by a new file".to_owned(),
                ));
            }
            Some(_) => {}
        }
    }
    for one in &old.attachments {
        if !new.attachments.iter().any(|other| other.path == one.path) {
            changes.push(row(RowSort::Removed, &one.path, "Taken away".to_owned()));
        }
    }
    changes
}
