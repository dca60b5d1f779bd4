# What stands around the content of every page.

frame-home = Home
frame-skip = Skip to main content
frame-search = Search
frame-breadcrumbs = Breadcrumbs
frame-leave-fast = Leave this page fast
frame-printed = Printed from { $address }
frame-printed-version = Printed from { $address } ({ $version })
frame-published-by = Published by { $publisher }
frame-compare = Compare councils
frame-accessibility = Accessibility statement
frame-updates-from = Updates from { $authority }

# A copy of the site with drafts.
frame-drafts-label = With drafts
frame-drafts = This copy of the site shows drafts. It is for the council’s own staff: some of what it says has not been published.

# A council that is no more.
frame-ended-first = Council that is no more
frame-ended-label = This council is no more
frame-ended = { $authority } ended on { $day }. Its pages stay as they were.
frame-ended-successors = { $authority } ended on { $day }. Its pages stay as they were. { $successors } took over from it.
frame-go-to = Go to { $authority }
