//! What changed in sign-ups, action plans and attachments.

use super::saying::{ActionField, ChangeWords, SignUpChange};
use crate::model::{Action, Publication, SignUp};

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
pub(super) fn sign_ups(
    old: &Publication,
    new: &Publication,
    words: &dyn ChangeWords,
) -> Vec<RowChange> {
    let rows = |publication: &Publication| publication.sign_ups.clone().unwrap_or_default();
    let (before, after) = (rows(old), rows(new));
    let name = |publication: &Publication, one: &SignUp| {
        words.organisation(&publication.organisations, &one.organisation.value)
    };
    let mut changes = Vec::new();
    for one in &after {
        let was = before
            .iter()
            .find(|other| other.organisation.value == one.organisation.value);
        let (sort, change) = match was {
            None => (
                RowSort::Added,
                words.sign_up_change(SignUpChange::Added {
                    is: &words.sign_up(one),
                }),
            ),
            Some(was) if words.sign_up(was) != words.sign_up(one) => (
                RowSort::Changed,
                words.sign_up_change(SignUpChange::Standing {
                    was: &words.sign_up(was),
                    is: &words.sign_up(one),
                }),
            ),
            Some(was) if was.commitment != one.commitment => (
                RowSort::Changed,
                words.sign_up_change(SignUpChange::Undertaking {
                    was: &or_nothing(&was.commitment, words),
                    is: &or_nothing(&one.commitment, words),
                }),
            ),
            Some(_) => continue,
        };
        changes.push(row(sort, &name(new, one), change));
    }
    for one in &before {
        let stays = after
            .iter()
            .any(|other| other.organisation.value == one.organisation.value);
        if !stays {
            let change = words.sign_up_change(SignUpChange::Removed {
                was: &words.sign_up(one),
            });
            changes.push(row(RowSort::Removed, &name(old, one), change));
        }
    }
    changes
}

fn or_nothing(text: &str, words: &dyn ChangeWords) -> String {
    if text.is_empty() {
        words.nothing()
    } else {
        text.to_owned()
    }
}

/// What changed in the action plan. Actions are known by their number, else by their words.
pub(super) fn actions(
    old: &Publication,
    new: &Publication,
    words: &dyn ChangeWords,
) -> Vec<RowChange> {
    let mut changes = Vec::new();
    for one in &new.actions {
        match old.actions.iter().find(|other| key(other) == key(one)) {
            None => changes.push(row(RowSort::Added, &one.action, words.action(one))),
            Some(was) => {
                let change = action_changes(was, one, words);
                if !change.is_empty() {
                    changes.push(row(RowSort::Changed, &one.action, change));
                }
            }
        }
    }
    for one in &old.actions {
        if !new.actions.iter().any(|other| key(other) == key(one)) {
            changes.push(row(RowSort::Removed, &one.action, words.action(one)));
        }
    }
    changes
}

/// What an action is known by: its number, or its words where it has none.
fn key(one: &Action) -> (&str, &str) {
    if one.number.is_empty() {
        ("", &one.action)
    } else {
        (&one.number, "")
    }
}

fn action_changes(was: &Action, is: &Action, words: &dyn ChangeWords) -> String {
    let fields = [
        (ActionField::Action, was.action.clone(), is.action.clone()),
        (ActionField::Who, was.owner.clone(), is.owner.clone()),
        (ActionField::Due, words.due(was.due), words.due(is.due)),
        (
            ActionField::Measure,
            was.measure.clone(),
            is.measure.clone(),
        ),
        (
            ActionField::Status,
            words.action_status(was.status),
            words.action_status(is.status),
        ),
    ];
    let changed: Vec<String> = fields
        .into_iter()
        .filter(|(_, was, is)| was != is)
        .map(|(field, was, is)| {
            words.action_change(field, &or_nothing(&was, words), &or_nothing(&is, words))
        })
        .collect();
    changed.join(". ")
}

/// Files added, replaced, removed.
pub(super) fn attachments(
    old: &Publication,
    new: &Publication,
    words: &dyn ChangeWords,
) -> Vec<RowChange> {
    let file = |sort: RowSort, path: &str| row(sort, path, words.file(sort));
    let mut changes = Vec::new();
    for one in &new.attachments {
        match old.attachments.iter().find(|other| other.path == one.path) {
            None => changes.push(file(RowSort::Added, &one.path)),
            Some(was) if was.digest != one.digest => {
                changes.push(file(RowSort::Changed, &one.path));
            }
            Some(_) => {}
        }
    }
    for one in &old.attachments {
        if !new.attachments.iter().any(|other| other.path == one.path) {
            changes.push(file(RowSort::Removed, &one.path));
        }
    }
    changes
}
