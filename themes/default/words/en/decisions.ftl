# The list of decision records.

decisions-newest-first = Newest first.
decisions-date = Date
decisions-taken-by = Taken by
decisions-outcome = Outcome
decisions-approved = What it approved
decisions-none = No decision is recorded yet.
