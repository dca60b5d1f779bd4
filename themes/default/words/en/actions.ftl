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
