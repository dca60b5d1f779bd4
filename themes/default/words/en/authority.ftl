# A council’s first page, and the page of all its updates.

authority-took-over-from = This council took over from:
authority-search = Search { $authority }
authority-search-button = Search
authority-publications = What we publish
authority-nothing-published = Nothing has been published yet.
authority-supports = What you can get
authority-supports-everything = Everything, A to Z
authority-latest-updates = Latest updates
authority-all-updates = See all updates
authority-feed = Updates as a feed
authority-reviews-due = Reviews that are due
authority-no-reviews-due = No review is overdue, and none is due in the next 60 days.
authority-all-reviews = All reviews

# Sorts of council. The code is that of the Office for National Statistics.
authority-county = County council
authority-unitary = Unitary authority
authority-metropolitan = Metropolitan district
authority-london = London borough
authority-sort-and-code = { $sort }, code { $code }

# Links to what else there is.
authority-find-out-more = Find out more
authority-sign-ups = Who has signed what
authority-actions = Action plans, and how far they have come
authority-decisions = Decisions
authority-coverage = What the law and guidance ask, and what is covered
authority-as-at = What was published on a given day
authority-record = The record, and how to check it

# How to reach the council.
authority-contact = Contact us
authority-no-contact = No contact is given here.
authority-email = E-mail
authority-phone = Phone
authority-post = Post
authority-website = Website

# A publication in a list.
authority-draft = Draft, not published yet
authority-published = Published { $day }
authority-published-and-updated = Published { $first }, last updated { $last } ({ $versions })
authority-not-published = Not published yet

# Who took a decision: “Cabinet (the executive)”.
authority-decision-taken-by = { $body } ({ $sort })

# All updates.
authority-updates = All updates
authority-updates-what = Everything that was published or changed, newest first.
authority-updates-follow = Follow these updates as a feed
