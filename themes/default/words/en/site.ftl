# The first page of the site, and the page for addresses that lead nowhere.

site-councils = Councils, A to Z
site-no-councils = No council publishes here yet.
site-by-kind = By kind
site-nothing-published = Nothing has been published yet.
site-latest-updates = Latest updates
site-feed = Updates as a feed
site-data = Data
site-updates-from-all = Updates from all councils

# What a council has published: “4 publications, last updated 1 July 2026”.
site-council-updated = { $publications }, last updated { $day }
site-council-ended = This council is no more; { $publications }

# An address that leads nowhere.
site-not-found = Page not found
site-not-found-address = If you typed the address, make sure that it is right.
site-not-found-nothing-removed = Nothing that a council has published here is ever taken off the site: a page that is no longer part of an offer keeps its address and says so.
site-not-found-first-page = Go to the first page and choose your council
