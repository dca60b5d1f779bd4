# Action plans: what is to be done, and how far it has come.

# As they stand in a sentence; a table begins them with a capital.
actions-status-not-started = not started
actions-status-in-progress = in progress
actions-status-done = done
actions-status-stopped = stopped

actions-no-date = No date set
actions-status-on = { $day }: { $status }

actions-title = Action plans
actions-overdue = Overdue
actions-open = Still to be done
actions-closed = Done or stopped
actions-dropped = No longer in the plan

# The table of a plan.
actions-caption = What is to be done
actions-action = Action
actions-who = Who
actions-by-when = By when
actions-measure = How we will know
actions-status = Status
# The number that the council gave an action.
actions-number-and-action = { $number }: { $action }

# One action, with what became of it.
actions-status-looked-at = { $status } (last looked at on { $day })
actions-due-overdue = { $due }, overdue
actions-part-of = Part of
actions-asked-for-by = Asked for by
actions-how-it-went = How it went
# Days on which another day was set: “moved on 25 November 2026 and 4 January 2027”.
actions-first-due = First due { $due }, moved on { $days }
actions-dropped-since = Since { $day }

# Below a text that shows the plan as it was published.
actions-overdue-in-text = Actions that are overdue

# Charts of how far a plan has come.
actions-done-of-all = { $all ->
    [one] { $done } of 1 action is done.
   *[other] { $done ->
        [one] 1 of { $all } actions is done.
       *[other] { $done } of { $all } actions are done.
    }
}
actions-count = { $count ->
    [one] 1 action
   *[other] { $count } actions
}
actions-count-done = { $count } done
actions-count-in-progress = { $count } in progress
actions-count-not-started = { $count } not started
actions-count-stopped = { $count } stopped
# For those who do not see the chart.
actions-bar = A bar of { $actions }: { $counts }
actions-by-status = { $actions }: { $counts }
actions-none-yet = There are no actions yet.
actions-none-in-any-version = No version has actions yet.
actions-none-in-version = no actions
actions-over-time = How far the actions had come in each version
actions-version = Version
actions-actions = Actions
