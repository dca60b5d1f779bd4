# What stands at the top of a publication: its version, dates and review, and what a reader of an old version or a draft must know first.

status-published = Published
status-last-updated = Last updated
status-this-version = This version
status-in-force-from = In force from
status-not-in-force-yet = { $day } (not in force yet)
status-review = Review
# Before the first full stop stands what is said of the review: “The review was due on 1 May 2026”.
status-overdue = { $review }. It may be out of date: ask the council before you rely on it.
status-page-overdue = The review of this page is overdue.
status-version = Version
status-version-and-class = { $version } ({ $class })
status-about-this-date = About this date
status-stated = Stated by the council. Recorded here on { $day }.
status-approved-by = Approved by
status-body-and-day = { $body }, { $day }

status-see-updates = See all updates
status-what-changed = What changed in this version
status-print-offer = Print or save the whole offer
status-print-document = Print or save the whole document

status-version-of = Version of { $version }
status-title-and-version = { $title }, version of { $version }
# First in the title of the window: “Withdrawn, version of 1 July 2026”.
status-notice-and-version = { $notice }, version of { $version }
status-old-version-of = Old version, { $version }

# A draft.
status-draft = Draft
status-draft-not-published = Draft, not published
status-draft-text = This has not been published. It may change, and nobody may rely on it.
status-published-version = The published version of { $version }

# An old version, and the latest at its own address.
status-old-version = Old version
status-old-version-text = This was published on { $published } and replaced on { $replaced }. Do not rely on it for what applies now.
status-read-now = Read what applies now
status-latest-version = Latest version
status-latest-version-text = This is the permanent page of the version published on { $version }. It is the latest.
status-usual-address = Read it at its usual address

# What was withdrawn or moved, and a part that was withheld.
status-ended-withdrawn = This was withdrawn on { $day }. Do not rely on it for what applies now.
status-ended-moved = This was moved on { $day }. Do not rely on it for what applies now.
status-ended-part-withheld = This was part withheld on { $day }. Do not rely on it for what applies now.
status-why = Why, and where to go now
status-part-withheld = A part of this version has been withheld since { $day }.
status-why-part-withheld = Why a part is withheld
status-council-ended = { $authority } ended on { $day }.

status-review-overdue = Review overdue
status-review-overdue-text = This was to be looked at again by { $day }, and has not been. Some of it may be out of date: ask if you rely on it.
