# When publications are to be looked at again.

reviews-title = Reviews
reviews-overdue = Overdue
reviews-soon = Due within 60 days
reviews-later = Due later
reviews-never-set = No review date is set
reviews-was-due = The review was due on { $day }
reviews-next = Next review by { $day }
reviews-owner = Who keeps this right
reviews-latest-version = Latest version
reviews-nothing-published = Nothing has been published yet.
reviews-calendar = For the team’s calendar
reviews-calendar-file = Calendar of reviews (iCalendar)
reviews-table-file = Table of reviews (CSV)

# How many there are, put together in a list: “1 overdue and 2 due within 60 days”.
reviews-as-it-was = As it was on { $day }: { $counts }.
reviews-counts = { $counts }.
reviews-number-overdue = { $count } overdue
reviews-number-soon = { $count } due within 60 days
reviews-number-never-set = { $count } without a review date
reviews-none = none is overdue, and none is due within 60 days
