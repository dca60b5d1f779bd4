# What scripts say in the page. What stands in braces is filled in by the script. Keep it short: it
# is loaded with the script.

# Going to a day (as-at.js).
scripts-day-choose = Choose a day. If you write it, write it like this: 2026-07-01.
scripts-day-to-come = By the clock of this device, { $day } has not come yet.
scripts-day-before-first = Nothing was published here by { $day }. The first day was { $other }.
scripts-day-asked = You asked for { $day }. Nothing changed between { $other } and then: this is what stood.

# “Exit this page” (exit-this-page.js). The first is all that is seen while another page loads.
scripts-exit-loading = Loading
scripts-exit-two-more = Shift, press two more times to exit.
scripts-exit-one-more = Shift, press one more time to exit.

# The search (search.js). The number chooses the plural; the count shows it.
scripts-search-results = { $number ->
    [one] 1 result for “{ $query }”
   *[other] { $count } results for “{ $query }”
}
scripts-search-none = No results for “{ $query }”
scripts-search-advice = Try fewer or other words, check the spelling, or use the lists below.
scripts-search-partial = Only a part was looked through, to load little. Fewer words, written out, find more.
scripts-search-wait = Searching…
scripts-search-more = Show more results
scripts-search-failed = The search did not work
scripts-search-why = It needs this site to be on a web server, and a connection to it. The lists below work without.

# Checking that a page says what was recorded (check-record.js): what a step comes to, and after it
# what was checked in that step.
scripts-check-holds = Holds: { $what }
scripts-check-fails = Does not hold: { $what }
scripts-check-unknown = Cannot be checked here: { $what }
scripts-check-page = this page says what the recorded text says.
scripts-check-body = the recorded text is the one in the record.
scripts-check-record = the record is as it was sealed.
scripts-check-proof = the seal is in the council’s log.
scripts-check-signature = the council signed that log.
scripts-check-seal = the seal, as there is none yet.

# Why a step does not hold, or cannot be checked.
scripts-check-differs = The page: “{ $what }”. The recorded text: “{ $other }”.
scripts-check-changed = It was changed since.
scripts-check-withheld = Part withheld by a notice: see the record page.
scripts-check-new-key = The council has changed its key since. Use the commands on the record page.
scripts-check-no-signatures = This browser cannot check signatures. Use the commands on the record page.
scripts-check-did-not-come = A file did not come.
scripts-check-faulty = A file is faulty.

# What all of it comes to.
scripts-check-says = This page says what was recorded.
scripts-check-not-sealed = Published, not yet sealed.
scripts-check-part-unknown = Part of this could not be checked.
scripts-check-record-fails = The record of this page does not hold.
scripts-check-says-not = This page does not say what was recorded.
scripts-check-server = This works only when the page is read from a web server (https).
scripts-check-caution = Whoever controls this website could change this check too. To be sure, compare the checkpoint with one you kept: { $where }
# The link in the sentence before.
scripts-check-see-record = see the record page
scripts-check-cannot = The check could not be loaded. Try again when you are connected.
