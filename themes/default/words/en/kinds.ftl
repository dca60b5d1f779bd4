# Kinds of publication, and each of them council by council.

kinds-number = The number after a kind says how many have been published here.
kinds-nothing-published = Nothing has been published yet.
kinds-updates = Updates: { $kind }

# What councils have published of a kind.
kinds-council-by-council = Council by council
kinds-caption = { $kind }, council by council
kinds-council = Council
kinds-title-of-publication = Title
kinds-version = Version
kinds-draft = Draft
kinds-review = Review
kinds-council-ended = None: the council is no more
kinds-topics = Topics
kinds-covered = { $covered } of { $asked }
kinds-covered-and-missing = { $covered } of { $asked }, { $missing } missing
kinds-none-published = No council has published one here yet.
kinds-without = Councils that have none here

# What such a publication has to cover.
kinds-has-to-cover = What it has to cover
kinds-no-topics = There are no topics for this kind.
kinds-topic = Topic
kinds-who-asks = Who asks it
kinds-councils-here = Councils here
# How many councils cover the topic, of those that have published one.
kinds-covered-by = Covered by { $covered } of { $all }
kinds-covered-by-not-applicable = Covered by { $covered } of { $all }; does not apply to { $others }
# The councils that do not.
kinds-missing = Missing: { $councils }

# The law and guidance. The month is written 2026-11.
kinds-law = The law and guidance behind it
kinds-no-law = No law or guidance is named.
kinds-law-in-force-from = In force from { $day }.
kinds-law-read = Read by us in { $month }.
kinds-law-not-confirmed = Not confirmed: read the source before you rely on it.
