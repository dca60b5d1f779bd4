# What proves a version.

evidence-demonstration = This record is sealed with a demonstration key, which anyone has. It shows how evidence works and proves nothing.
evidence-text-itself = The text itself: { $publication }, { $address }
evidence-what-it-shows = What this shows, and what it does not
evidence-fingerprints = The record below names every text of this version by its fingerprint, a long number made from it. If one letter of a text changes, its fingerprint changes.
evidence-entry-and-proof = The entry names the record by its fingerprint. The proof leads from the entry to a checkpoint, a few lines that stand for the whole record up to then, which the council signed.
evidence-withheld = A part was withheld after that. The record below says which, so its fingerprint is no longer the one in the entry: the notice on the record page names the new one.
evidence-later-checkpoint = Whoever kept a later checkpoint can tell whether the record was written anew since.
evidence-not-sealed = This version is published, but not yet sealed: it has no place in the signed log. Until it has, the record shows only what the council says today.
evidence-dates = Dates are the council’s own word, unless “Existed by” names somebody else.
evidence-how-to-check = How to check all of this yourself
evidence-record = The record of this version
evidence-entry = Its entry in the log
evidence-proof = The proof that it is in the log
evidence-files = The same as files
evidence-command = The council can put all of it, with the sources, in one file to hand over: { $command }
