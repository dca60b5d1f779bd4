# What each publication has to cover by law and guidance, topic by topic.

coverage-title = What the law and guidance ask, and what is covered
coverage-what-it-tells = What each publication has to cover, and where it does. A version is judged by what applied on the day it was published; what has been asked since is told as needed now.
coverage-version-title = What the version of { $version } covered
coverage-version-what-it-tells = What this version had to cover when it was published, and where it did.
coverage-all-versions = All versions
coverage-version = Version of { $version }
coverage-earlier-versions = What earlier versions covered
coverage-compare = Compare with other councils: { $kind }
coverage-nothing-published = Nothing has been published yet.

# Of a publication, how many of its topics are covered. What follows is put together in a list:
# “14 of 18 topics covered, 2 do not apply and 3 coming”.
coverage-when-published = Covered when it was published
coverage-number-covered = { $topics ->
    [one] { $covered } of 1 topic covered
   *[other] { $covered } of { $topics } topics covered
}
coverage-number-not-applicable = { $count ->
    [one] 1 does not apply
   *[other] { $count } do not apply
}
coverage-number-missing = { $count } missing
coverage-number-coming = { $count } coming
coverage-number-coming-early = { $count } coming ({ $early } of them covered already)

# The day by which a version is judged.
coverage-judged = Judged by what applied on { $day }, when this version was published.
coverage-judged-draft = A draft, judged by what applies now.
coverage-needs-more = { $count ->
    [one] What is asked has changed since: this version would need 1 topic more now.
   *[other] What is asked has changed since: this version would need { $count } topics more now.
}

# The table of topics.
coverage-topics-of = Topics of { $title }
coverage-no-topics = There are no topics for this kind.
coverage-topic = Topic
coverage-state = State
coverage-where = Where
coverage-who-asks = Who asks it
coverage-not-needed = Not needed
coverage-nowhere = Nowhere yet
coverage-first-page = The facts on the first page
coverage-reference-not-checked = This reference has not been checked yet.

# How a version stands on a topic.
coverage-covered = Covered
coverage-missing = Missing
coverage-coming = Coming
coverage-does-not-apply = Does not apply
coverage-not-asked-of-version = Not asked of this version
coverage-asked-at-update = Asked when it is next updated
coverage-needed-now = Needed now
coverage-needed-now-since = Needed now: asked since { $day }
coverage-start-not-set = In an Act that is passed; the day it starts is not set
coverage-asked-from = Asked from { $day }
coverage-not-asked-yet = Not asked yet
