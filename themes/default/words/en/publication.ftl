# Pages of a publication: its text, what stands around it, and all of it on one page for printing.

publication-decisions = Decisions
publication-part-of = Part of { $publication }, { $authority }
publication-other-readers = The same for other readers
publication-made-from-older = (made from an older version)
publication-pages = Pages
publication-on-this-page = On this page
publication-previous-and-next = Previous and next page
publication-previous = Previous:
publication-next = Next:
publication-find-supports = Find what you can get, by age, topic or situation
publication-supports-then = What you could get by this version
publication-files = Files to download
publication-signed = Who has signed
publication-signed-which = Who has signed which version
publication-action-plan = Action plan

# Who answers for it.
publication-about = Get help, and who is responsible
publication-published-by = Published by { $authority }.
publication-compare = Compare with other councils: { $kind }
publication-get-help = Get help
publication-who-to-contact = Who to contact about “{ $publication }”
publication-contact = Where to ask
publication-owner = Who keeps this right
publication-sponsor = Who answers for it
publication-reach = How we reach people
publication-supersedes = What this replaces
publication-asked = Who was asked
publication-from-to = from { $from } to { $to }
publication-answers = What they said
publication-report = Report on the consultation

# A form for other readers that has not been brought up to date.
publication-out-of-date = Out of date
publication-late = This page was made from the version of { $version }. What it is about was changed on { $latest }, and this page has not been brought up to date yet.
publication-read-up-to-date = Read the page that is up to date
publication-see-changes = See what has changed

# Checking a page against the record, in the browser.
publication-check = Check this page
publication-check-what = Your browser can check that this page says what the council recorded. It asks this website only, and sends nothing. It compares the text of the page, not what stands around it.
publication-check-now = Check this page now
publication-what-proves = What proves this version

# The page to print. The first of these stands first in the title of the window.
publication-print-first = Print
publication-print-how = This is everything on one page. To print it, or to save it as a file, use “Print” in the menu of your browser.
publication-print-back = Go back to the separate pages
publication-contents = Contents

# A record of a decision.
publication-taken-by = Decision taken by
publication-taken-by-executive = the executive
publication-taken-by-individual-member = an individual member of the executive
publication-taken-by-officer = an officer
publication-taken-by-committee = a committee
publication-taken-by-council = the full council
publication-taken-by-advisory-board = an advisory board
publication-body = Body
publication-date = Date
publication-item = Item
publication-key-decision = Key decision
publication-yes = Yes
publication-no = No
publication-outcome = Outcome
publication-approved = What it approved
publication-approved-none = No version published here names this decision.
publication-follow-ups = What was to follow, and how far it has come
publication-papers = Papers
publication-papers-none = No papers are listed.
