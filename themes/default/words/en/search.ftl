# The search page. What is said while searching stands in the words of scripts.

search-title = Search
search-what = What are you looking for?
search-where = Where
search-all-councils = All councils
search-old-versions = Also search old versions
search-button = Search
search-needs = Searching needs a browser that runs scripts, and this site on a web server. Without, use the lists below.

# The lists below.
search-councils = Councils, A to Z
search-council-and-supports = { $council }: { $supports }
search-supports = what you can get
# Read out after the link, not seen.
search-supports-of = , { $council }
search-by-kind = By kind
