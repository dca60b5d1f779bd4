# What was published on a given day: the list of days, and a page for each.

as-at-title = What was published on a given day
as-at-what-it-lists = Each day in this list is a day on which something changed, newest first. Choose a day to see everything as it stood then.
as-at-another-day = Looking for another day? Choose the last day in the list that is not later than yours: nothing changed in between. Before the oldest day in the list, nothing was published here.
as-at-years = Years
as-at-nothing-published = Nothing has been published yet.
as-at-until = until { $day }
as-at-until-now = until now
as-at-what-changed = { $title }: { $class }

# The form to go to a day.
as-at-go-to = Go to a day
as-at-show = Show this day

# The page of a day.
as-at-day-title = What stood on { $day }
as-at-by-day = By day
as-at-stood-only = On { $day } only, this is what stood.
as-at-stood-to = From { $day } to { $last }, this is what stood.
as-at-stood-until-now = From { $day } until now, this is what stood.
as-at-earlier-and-later = Earlier and later days
as-at-all-days = All days on which something changed
as-at-publications = What was published
as-at-no-publications = Nothing was published then.
as-at-changed-on = What changed on { $day }
as-at-decisions = Decisions recorded by then
as-at-no-decisions = No decision was recorded by then.

# A publication as it stood on that day.
as-at-published = Published { $day }
as-at-stated = Date stated by the council
as-at-withdrawn = Withdrawn on { $day }
as-at-moved = Moved on { $day }
as-at-in-force = In force from { $day }
as-at-not-yet-in-force = Not yet in force: it applies from { $day }
as-at-not-yet-in-force-before = Not yet in force: it applies from { $day }. Until then the version of { $version } applied
as-at-approved-by = Approved by: { $by }
as-at-signed = Who had signed: { $register }
as-at-proof = What proves it
