# All versions of a publication, lists of what was published, and what is gone.

versions-title = All versions
versions-every = Every version of { $publication } that was published, newest first. Old versions stay here and do not change.
versions-none = Nothing has been published yet.
versions-day-and-class = { $day }: { $class }
versions-latest = Latest version
versions-signed-then = Who had signed then: { $who }
versions-because = Why it is a correction
versions-recorded = Recorded
versions-part-withheld = A part withheld

versions-what-changed = What changed
versions-what-changed-counts = { $link }: { $counts }
# Read out after “What changed”, not seen.
versions-in-version = in the version of { $version }
versions-in-title = in { $title } on { $day }
# Read out after the title of a link, not seen.
versions-of-day = , version of { $day }
versions-authority-and-title = { $authority }: { $title }

# A page that is no longer part of a publication, or a publication that ended.
versions-gone-label = No longer part of this
versions-gone = “{ $title }” is no longer part of “{ $publication }”.
versions-gone-read-now = Read “{ $publication }” as it is now
versions-gone-was-part-of = It was part of { $publication }, published by { $authority }.
versions-as-it-was = as it was in the version of { $version }
versions-still-read = You can still read it { $last }.
versions-ended-published-by = It was published by { $authority }.
versions-ended-still-read = You can still read it { $last }, and { $all }.
versions-every-version = every version
versions-ended-notice = The notice in the record
