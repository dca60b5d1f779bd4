# An authority’s record and how to check it; what is said of a version’s seal and of notices. Never claim more than the record proves.

record-title = The record of { $authority }
record-what = Everything that { $authority } publishes here is entered in a record that can only grow. This page says what that proves, what it does not, and how to check it without trusting the council, this website or the tool that made it.
record-demonstration = This record is sealed with a demonstration key, which anyone has. It shows how the check works and proves nothing.
record-on-this-page = On this page

record-proves = What it proves
record-proves-text = What each version said, to the letter.
record-proves-order = In which order versions were recorded.
record-proves-unchanged = That nothing recorded before a checkpoint you kept has been changed, put in, moved or taken out since. A { $checkpoint } is explained below.
record-checkpoint-explained = checkpoint

record-proves-not = What it does not prove
record-proves-not-shown = That a text was shown to readers: a page may differ from the record. The { $check } compares them.
# The link in the sentence before.
record-check-of-browser = check in your browser
record-proves-not-when = When something was published, unless somebody outside the council has stamped it. Other dates are the council’s word.
record-proves-not-others = Anything about texts that were never put in the record.
record-proves-not-rewritten = That the council has not written its whole record anew, with its own key: for that, compare with a checkpoint that you or somebody else kept.

record-checkpoint = The latest checkpoint, and the key
record-checkpoint-what = A checkpoint is a few lines that stand for everything in the record up to then, and that the council has signed. The latest covers { $entries }. Print it, put it in minutes, or keep the file: if the record is changed later, anyone can show it with these lines.
record-checkpoint-file = The checkpoint as a file
record-key = It is signed with this public key. Compare it with the key that the council made known elsewhere:
record-key-file = The key as a file

record-times = Outside times
record-time = The first { $entries } existed by { $moment }: that is the word of { $who }.
record-no-times = Nobody outside the council has stamped this record yet. All dates are the council’s word.

record-nothing-sealed = Nothing is sealed yet
record-nothing-sealed-what = What is published here has no place in a signed log yet. Until it has, the record shows only what the council says today.
record-waiting = Published, not yet sealed

# How to check. What stands in the commands as the name of a file has no spaces.
record-check = How to check
record-check-ways = The first way is for everyone. The others need a computer with a command line, and somebody who is used to it.
record-check-browser = In your browser
record-check-browser-how = The page of each version has a button that checks whether it says what was recorded. It asks this website only, and sends nothing. It works where the page comes from a website, not from a folder on your computer, and needs a browser that runs scripts.
record-check-offerbook = With offerbook
record-checkpoint-you-kept = the-checkpoint-you-kept
record-check-signature = With OpenSSL: who signed it
record-check-signature-how = Save { $checkpoint } and { $key } in a folder, and run there:
record-check-text = With sha256sum: is a text the one that was recorded
record-check-text-how = Save the files of a version (its evidence page lists them) in a folder, as they are named there, and run there:
record-check-go = With Go
record-check-go-how = The log is of a form that others use too (C2SP tlog-tiles). Go’s packages { $note } and { $log } of { $module } read it at { $address }: { $open } for the checkpoint, { $record } and { $tree } for proofs.
record-check-stamp = The stamp by { $who }
record-check-stamp-how = Save { $stamp }, { $checkpoint }, and run:
record-check-stamp-how-certificates = Save { $stamp }, { $checkpoint } and { $certificates }, and run:
record-certificates-you-trust = certificates-you-trust

# Notices, of which each has a label and the title of what it is about.
record-notices = Withdrawn, moved, withheld
record-label-and-title = { $label }: { $title }
record-title-and-name = { $title }, version { $version }
record-notice = The notice as it is recorded
# Read out after that, not seen.
record-notice-about = : { $title }
record-notice-seal = Seal
record-notice-when = When
record-notice-reason = Reason
record-notice-by = Ordered by
record-notice-now-at = Found now at

# What was entered about the record itself.
record-additions = About the record itself
record-additions-what = Changes of the council’s key, and checkpoints of other councils that were entered here, so that those councils cannot change their records unnoticed.
record-key-changed = Key changed on { $day }
record-seen = Seen of another record
record-seen-checkpoint = { $record }, { $entries }

# Every version that is sealed.
record-versions = What is in it
record-versions-what = Every version that is sealed, newest first. Each leads to what proves it.
record-title-and-version = { $title }, { $version }
record-entry-and-moment = Entry { $entry }, recorded { $moment }

# What is said of a version where its evidence is.
record-evidence = Evidence: { $title }
record-version-of = Version of { $version }
record-published-same-day = This version was published and replaced on the same day, { $version }.
record-published-from-to = This is what was published from { $version } to { $day }.
record-published-until-withdrawn = This is what was published from { $version } until it was withdrawn on { $day }.
record-published-until-moved = This is what was published from { $version } until it was moved on { $day }.
record-published-since = This is what has been published since { $version }.
record-published-by = Published by
record-version = Version
record-published = Published
record-about-this-date = About this date
record-stated = Stated by the council; it was recorded later.
record-recorded = Recorded
record-in-force-from = In force from
record-what-changed = What changed
record-part-withheld = A part withheld
record-day-and-reason = { $day }: { $reason }
record-fingerprint = Fingerprint of its record.txt (SHA-256)

# The seal.
record-record = Record
record-not-sealed = Published, not yet sealed
record-sealed = Sealed as entry { $entry }
record-sealed-demonstration = Sealed as entry { $entry } with a demonstration key, which proves nothing
record-existed-by = Existed by
record-existed-by-word = { $moment }, by the word of { $who }
record-outside-time = Outside time
record-outside-time-none = None: the dates are stated by the council.

# A publication that ended.
record-ended-moved = “{ $title }” moved on { $day }. This is where it is now:
record-ended-withdrawn = { $authority } withdrew “{ $title }” on { $day }. Do not rely on it: nothing on this page applies any more.
# A link in the sentence “You can still read it as it was in the version of …”.
record-as-it-was = as it was in the version of { $version }
