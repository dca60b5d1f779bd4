//! Action plans: all actions of an authority, and how far they have come.

use super::words::action_status;
use super::{AuthorityPages, DrawnView, View};
use crate::model::{Action, ActionStatus};
use crate::parse::{ProgressWords, progress, progress_over_time};
use crate::site::{
    Address, Edition, PublicationHistory, TrackedAction, counts_over_time, dropped_actions,
    tracked_actions,
};
use crate::theme::Words;
use crate::theme::views::{
    ActionView, ActionsView, LinkView, TrackedActionGroupView, TrackedActionView,
};

impl AuthorityPages<'_> {
    /// Every action of every plan, the most pressing first.
    pub(super) fn actions(&self, at: &Address) -> DrawnView {
        let words = self.words();
        let all = tracked_actions(self.site);
        let dropped = dropped_actions(self.site);
        let groups: [(&'static str, String, Vec<&TrackedAction>); 4] = [
            (
                "overdue",
                words.say("actions-overdue"),
                all.iter().filter(|one| one.is_overdue).collect(),
            ),
            (
                "open",
                words.say("actions-open"),
                all.iter()
                    .filter(|one| one.action.status.is_open() && !one.is_overdue)
                    .collect(),
            ),
            (
                "closed",
                words.say("actions-closed"),
                all.iter()
                    .filter(|one| !one.action.status.is_open())
                    .collect(),
            ),
            (
                "dropped",
                words.say("actions-dropped"),
                dropped.iter().collect(),
            ),
        ];
        let number = |status| {
            let alike = all.iter().filter(|one| one.action.status == status);
            alike.count()
        };
        DrawnView {
            template: "actions.html",
            frame: self.frame(at, &words.say("actions-title"), &[], Vec::new()),
            view: View::Actions(ActionsView {
                progress: match all.is_empty() {
                    // Only what is no longer in any plan.
                    true => String::new(),
                    false => progress(
                        [
                            ActionStatus::Done,
                            ActionStatus::InProgress,
                            ActionStatus::NotStarted,
                            ActionStatus::Stopped,
                        ]
                        .map(number),
                        words,
                    ),
                },
                groups: groups
                    .into_iter()
                    .filter(|(_, _, actions)| !actions.is_empty())
                    .map(|(id, title, mut actions)| {
                        actions.sort_by_key(|one| (one.action.due.is_none(), one.action.due));
                        TrackedActionGroupView {
                            id,
                            title,
                            actions: actions
                                .into_iter()
                                .map(|one| self.tracked(at, one))
                                .collect(),
                        }
                    })
                    .collect(),
            }),
        }
    }

    /// The rows of a plan. What is overdue now is not told of an old version.
    pub(super) fn plan(&self, actions: &[Action], edition: Edition) -> Vec<ActionView> {
        let words = self.words();
        let is_now = edition == Edition::Shown;
        let is_late = |one: &Action| self.site.as_at.is_some_and(|on| one.is_overdue(on));
        let view = |one: &Action| ActionView {
            number: one.number.value.clone(),
            action: one.action.clone(),
            owner: one.owner.clone(),
            due: one
                .due
                .map_or_else(|| words.say("actions-no-date"), |day| words.day(day)),
            is_overdue: is_now && is_late(one),
            measure: one.measure.clone(),
            status: action_status(words, one.status),
            updated: one.updated.filter(|_| is_now).map(|day| words.day(day)),
        };
        actions.iter().map(view).collect()
    }

    fn tracked(&self, at: &Address, one: &TrackedAction) -> TrackedActionView {
        let words = self.words();
        let decision = one
            .action
            .decision
            .as_ref()
            .and_then(|slug| self.decision(&slug.value));
        TrackedActionView {
            action: one.action.action.clone(),
            publication: LinkView {
                text: one.title.clone(),
                href: self.link(at, &one.address),
            },
            owner: one.action.owner.clone(),
            due: one
                .action
                .due
                .map_or_else(|| words.say("actions-no-date"), |day| words.day(day)),
            is_overdue: one.is_overdue,
            measure: one.action.measure.clone(),
            status: action_status(words, one.action.status),
            updated: one.action.updated.map(|day| words.day(day)),
            decision: decision.map(|(title, address)| LinkView {
                text: title,
                href: self.link(at, &address),
            }),
            history: self.how_it_went(one),
            dropped: one.dropped.map(|day| words.day(day)),
        }
    }

    /// What became of an action, a line each: how far it had come when, and whether its day was
    /// moved. Empty where nothing changed.
    fn how_it_went(&self, one: &TrackedAction) -> Vec<String> {
        let words = self.words();
        let statuses = one.history.iter().map(|(day, status)| {
            words.fill(
                "actions-status-on",
                [
                    ("day", words.day(*day).into()),
                    ("status", action_status(words, *status).into()),
                ],
            )
        });
        let mut lines: Vec<String> = match one.history.len() > 1 {
            true => statuses.collect(),
            false => Vec::new(),
        };
        lines.extend(one.moved.as_ref().map(|(first, days)| {
            let days: Vec<String> = days.iter().map(|day| words.day(*day)).collect();
            words.fill(
                "actions-first-due",
                [
                    ("due", words.day(*first).into()),
                    ("days", words.list(&days).into()),
                ],
            )
        }));
        lines
    }

    /// Those of some actions that a decision asked for.
    pub(super) fn follow_ups(
        &self,
        at: &Address,
        decision: &PublicationHistory,
        actions: &[TrackedAction],
    ) -> Vec<TrackedActionView> {
        let bare = decision.slug.as_str().trim_start_matches("decisions/");
        let own = decision.address(&self.home);
        actions
            .iter()
            .filter(|one| {
                let names_it = one.action.decision.as_ref();
                names_it.is_some_and(|slug| slug.value == bare) || one.address == own
            })
            .map(|one| {
                let mut view = self.tracked(at, one);
                // On its own page it need not be named.
                view.decision = None;
                view
            })
            .collect()
    }

    /// How the plan of a publication has come on from version to version; empty where it has no
    /// plan, or has had it in one version only.
    pub(super) fn progress_of(&self, history: &PublicationHistory) -> String {
        let words = self.words();
        let over_time = counts_over_time(history);
        match over_time.as_slice() {
            [] => String::new(),
            [(_, counts)] => progress(*counts, words),
            all => {
                let rows: Vec<(String, [usize; 4])> = all
                    .iter()
                    .map(|(day, counts)| (words.day(*day), *counts))
                    .collect();
                progress_over_time(&rows, words)
            }
        }
    }
}

impl ProgressWords for Words {
    fn state(&self, state: ActionStatus) -> String {
        action_status(self, state)
    }

    fn counted(&self, state: ActionStatus, number: usize) -> String {
        let message = match state {
            ActionStatus::NotStarted => "actions-count-not-started",
            ActionStatus::InProgress => "actions-count-in-progress",
            ActionStatus::Done => "actions-count-done",
            ActionStatus::Stopped => "actions-count-stopped",
        };
        self.fill(message, [("count", number.into())])
    }

    fn done(&self, done: usize, all: usize) -> String {
        self.fill(
            "actions-done-of-all",
            [("done", done.into()), ("all", all.into())],
        )
    }

    fn bar(&self, all: usize, counts: &str) -> String {
        let actions = self.fill("actions-count", [("count", all.into())]);
        self.fill(
            "actions-bar",
            [("actions", actions.into()), ("counts", counts.into())],
        )
    }

    fn all(&self, all: usize, counts: &str) -> String {
        let actions = self.fill("actions-count", [("count", all.into())]);
        self.fill(
            "actions-by-status",
            [("actions", actions.into()), ("counts", counts.into())],
        )
    }

    fn none_yet(&self) -> String {
        self.say("actions-none-yet")
    }

    fn none_in_any_version(&self) -> String {
        self.say("actions-none-in-any-version")
    }

    fn none_in_version(&self) -> String {
        self.say("actions-none-in-version")
    }

    fn table(&self) -> [String; 3] {
        [
            self.say("actions-over-time"),
            self.say("actions-version"),
            self.say("actions-actions"),
        ]
    }
}
