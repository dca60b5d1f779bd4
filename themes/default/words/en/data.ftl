# Files for programs and spreadsheets, and what feeds say. What tables and their columns mean stands beside the tables.

data-title = Data
data-what = What this site says, as files that programs and spreadsheets can read.
data-made-from-record = The files of a council are made from its record, together with its pages. Each table comes as JSON and as CSV, with the same columns. Days are written 2026-07-01, and moments in UTC.
data-format = JSON files begin with their format, { $format }, the table’s name, and facts about the council. A column never changes its meaning: a table that has to is given another format.
data-by-council = By council
data-tables = What the tables say
data-others = Other files

# What other files hold.
data-services = What somebody can get, in the shape of Open Referral UK 3.0. This is a file: it does not answer queries.
data-feeds = The newest changes, as an Atom feed and as a JSON Feed 1.1. There is one for each council, for each kind, and for the whole site.
data-reviews = When publications are to be looked at again, as a table and for a calendar.
data-time-map = Beside each publication: its versions, in the form that web archives read (RFC 7089).
data-record = Beside each version: what it is made of, with the digests that prove it.

# The files of one council.
data-of-council = What these pages say, as files that programs and spreadsheets can read.
data-meanings = What the files say

# In a feed, the link to the page that shows what changed.
data-feed-what-changed = What changed
# An entry of a feed: “Derby: Local offer: correction”.
data-feed-entry = { $title }: { $what }
data-feed-entry-of-council = { $authority }: { $title }: { $what }
