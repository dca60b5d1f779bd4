//! Actions of all plans of an authority, with what became of each from version to version.

use super::{Address, AuthoritySite, PublicationHistory};
use crate::model::{Action, ActionStatus, Day};

/// An action, and how it came to where it is.
#[derive(Clone, Debug)]
pub struct TrackedAction {
    /// The action as it stands now.
    pub action: Action,
    /// The title of the publication whose plan it is in.
    pub title: String,
    /// The publication's own address.
    pub address: Address,
    /// Its status in each version in which that changed, oldest first.
    pub history: Vec<(Day, ActionStatus)>,
    /// Whether its day has passed and it is not done.
    pub is_overdue: bool,
}

/// All actions of an authority's plans, by publication.
pub fn tracked_actions(site: &AuthoritySite) -> Vec<TrackedAction> {
    site.publications
        .iter()
        .flat_map(|history| of_publication(site, history))
        .collect()
}

/// The actions of a publication's plan.
pub fn of_publication(site: &AuthoritySite, history: &PublicationHistory) -> Vec<TrackedAction> {
    let Some(shown) = history.offered() else {
        return Vec::new();
    };
    shown
        .publication
        .actions
        .iter()
        .map(|action| TrackedAction {
            action: action.clone(),
            title: shown.publication.title().to_owned(),
            address: history.address(&site.address()),
            history: history_of(action, history),
            is_overdue: is_open(action.status)
                && matches!((action.due, site.as_at), (Some(due), Some(on)) if due < on),
        })
        .collect()
}

/// Whether something is still to be done.
pub fn is_open(status: ActionStatus) -> bool {
    matches!(status, ActionStatus::NotStarted | ActionStatus::InProgress)
}

fn history_of(action: &Action, history: &PublicationHistory) -> Vec<(Day, ActionStatus)> {
    let mut statuses: Vec<(Day, ActionStatus)> = Vec::new();
    for version in &history.versions {
        let then = version
            .publication
            .actions
            .iter()
            .find(|one| is_same(one, action));
        if let Some(then) = then
            && statuses.last().is_none_or(|(_, last)| *last != then.status)
        {
            statuses.push((version.day(), then.status));
        }
    }
    statuses
}

/// Actions are known by their number, else by their words.
fn is_same(a: &Action, b: &Action) -> bool {
    match (a.number.is_empty(), b.number.is_empty()) {
        (false, false) => a.number == b.number,
        (true, true) => a.action == b.action,
        _ => false,
    }
}

/// How many actions of a plan are done, in progress, not started and stopped.
pub fn counts(actions: &[Action]) -> [usize; 4] {
    let number = |status| actions.iter().filter(|one| one.status == status).count();
    [
        number(ActionStatus::Done),
        number(ActionStatus::InProgress),
        number(ActionStatus::NotStarted),
        number(ActionStatus::Stopped),
    ]
}

/// The same for each version that has a plan, oldest first.
pub fn counts_over_time(history: &PublicationHistory) -> Vec<(Day, [usize; 4])> {
    let mut all: Vec<(Day, [usize; 4])> = Vec::new();
    for version in &history.versions {
        if !version.publication.actions.is_empty() {
            all.push((version.day(), counts(&version.publication.actions)));
        }
    }
    all
}
