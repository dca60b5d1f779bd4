//! Actions of all plans of an authority, with what became of each from version to version.

use super::{Address, AuthoritySite, PublicationHistory};
use crate::model::{Action, ActionStatus, Day, Version};

/// An action, and how it came to where it is.
#[derive(Clone, Debug)]
pub struct TrackedAction {
    /// The action as it stands now; as it stood last, where it is no longer in the plan.
    pub action: Action,
    /// The title of the publication whose plan it is in.
    pub title: String,
    /// The publication's own address.
    pub address: Address,
    /// Its status in each version in which that changed, oldest first.
    pub history: Vec<(Day, ActionStatus)>,
    /// The first day by which it was to be done, and the days on which another was set.
    pub moved: Option<(Day, Vec<Day>)>,
    /// Whether its day has passed and it is not done.
    pub is_overdue: bool,
    /// The day from which it was no longer in the plan.
    pub dropped: Option<Day>,
}

/// All actions of an authority's plans, by publication.
pub fn tracked_actions(site: &AuthoritySite) -> Vec<TrackedAction> {
    let offered = site.publications.iter().filter_map(|history| {
        let shown = history.offered()?;
        Some((history, &shown.publication.actions))
    });
    offered
        .flat_map(|(history, actions)| {
            let all = actions.iter();
            all.filter_map(move |action| tracked(site, history, action, None))
        })
        .collect()
}

/// All actions that an earlier version of a plan had, and that are in it no longer.
pub fn dropped_actions(site: &AuthoritySite) -> Vec<TrackedAction> {
    let all = site.publications.iter();
    all.flat_map(|history| of_earlier_versions(site, history))
        .collect()
}

fn of_earlier_versions(site: &AuthoritySite, history: &PublicationHistory) -> Vec<TrackedAction> {
    let Some(shown) = history.offered() else {
        return Vec::new();
    };
    // What a decision asked for may have gone from its own record into a plan that names it.
    if history.is_decision() && has_gone_into_a_plan(site, history) {
        return Vec::new();
    }
    let mut known: Vec<&Action> = shown.publication.actions.iter().collect();
    let mut dropped = Vec::new();
    // As each stood last comes first.
    for (number, version) in history.versions.iter().enumerate().rev() {
        // What a draft leaves out is in the plan until that is published.
        let next = history.versions.get(number + 1).map(Version::day);
        for action in &version.publication.actions {
            if known.iter().any(|one| one.is_same(action)) {
                continue;
            }
            known.push(action);
            if let Some(next) = next {
                dropped.extend(tracked(site, history, action, Some(next)));
            }
        }
    }
    dropped
}

/// Whether another publication's plan names the decision as what asked for an action.
fn has_gone_into_a_plan(site: &AuthoritySite, decision: &PublicationHistory) -> bool {
    let bare = decision.slug.as_str().trim_start_matches("decisions/");
    let others = site
        .publications
        .iter()
        .filter(|one| one.slug != decision.slug);
    others
        .filter_map(PublicationHistory::offered)
        .flat_map(|shown| &shown.publication.actions)
        .filter_map(|action| action.decision.as_ref())
        .any(|named| named.value == bare)
}

fn tracked(
    site: &AuthoritySite,
    history: &PublicationHistory,
    action: &Action,
    dropped: Option<Day>,
) -> Option<TrackedAction> {
    let is_late = site.as_at.is_some_and(|on| action.is_overdue(on));
    Some(TrackedAction {
        action: action.clone(),
        title: history.offered()?.publication.title().to_owned(),
        address: history.address(&site.address()),
        history: history_of(action, history),
        moved: moved(action, history),
        is_overdue: is_late && dropped.is_none(),
        dropped,
    })
}

/// An action in each version that has it, oldest first.
fn through_versions<'h>(
    action: &'h Action,
    history: &'h PublicationHistory,
) -> impl Iterator<Item = (Day, &'h Action)> {
    history.versions.iter().filter_map(|version| {
        let mut actions = version.publication.actions.iter();
        let then = actions.find(|one| one.is_same(action))?;
        Some((version.day(), then))
    })
}

fn history_of(action: &Action, history: &PublicationHistory) -> Vec<(Day, ActionStatus)> {
    let mut statuses: Vec<(Day, ActionStatus)> = Vec::new();
    for (day, then) in through_versions(action, history) {
        if statuses.last().is_none_or(|(_, last)| *last != then.status) {
            statuses.push((day, then.status));
        }
    }
    statuses
}

/// The first day by which an action was to be done, and the days on which another was set.
fn moved(action: &Action, history: &PublicationHistory) -> Option<(Day, Vec<Day>)> {
    let mut dues = through_versions(action, history).skip_while(|(_, then)| then.due.is_none());
    let (_, first) = dues.next()?;
    let mut last = first.due;
    let mut days = Vec::new();
    for (day, then) in dues {
        if then.due != last {
            days.push(day);
            last = then.due;
        }
    }
    let first = first.due?;
    (!days.is_empty()).then_some((first, days))
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
