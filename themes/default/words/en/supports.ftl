# What one can get from a council: lists of it, and a page for each.

supports-title = What you can get
supports-everything = Everything you can get
supports-everything-a-to-z = Everything, A to Z
supports-all-for = All for: { $facet }
supports-find = Find what you need
supports-narrow-down = Narrow it down
supports-of-any-age = For people of any age
supports-nothing = Nothing is offered for this now.
supports-where-from = Where this comes from
supports-amount = How much: { $amount }

# Whether it is a right.
supports-legal-right = A legal right
supports-council-choice = The council’s choice, not a legal right

# Ways to look for something.
supports-by-age = By age
supports-by-leaving-care = For care leavers who are
supports-by-kinship = By kinship arrangement
supports-by-topic = By topic
supports-by-situation = By situation
supports-by-right = By legal right

# Ages, in a list and as a heading.
supports-age-under-16 = Under 16
supports-age-16-and-17 = 16 and 17
supports-age-18-to-20 = 18 to 20
supports-age-21-to-24 = 21 to 24
supports-age-25-and-over = 25 and over
supports-title-under-16 = Age under 16
supports-title-16-and-17 = Age 16 and 17
supports-title-18-to-20 = Age 18 to 20
supports-title-21-to-24 = Age 21 to 24
supports-title-25-and-over = Age 25 and over

# The statuses of care leavers in the Children Act 1989. With small letters: at the start of a line
# they are given a capital one.
supports-care-leavers = Care leavers: { $status }
supports-eligible = eligible
supports-relevant = relevant
supports-former-relevant = former relevant
supports-qualifying = qualifying

# The arrangements in which relatives or friends bring up a child; with small letters as well.
supports-kinship-carers = Kinship carers: { $arrangement }
supports-informal = informal
supports-private-fostering = private fostering
supports-kinship-foster-care = kinship foster care
supports-child-arrangements-order = child arrangements order
supports-special-guardianship = special guardianship
supports-adoption = adoption

# What is said of one.
supports-who = Who can get it
supports-age = Age
supports-age-one = Age { $age }
supports-age-between = Age { $from } to { $to }
supports-age-from = From age { $from }
supports-age-to = Up to age { $to }
supports-for-care-leavers = For care leavers who are
supports-for-arrangements = For these arrangements
supports-how-much = How much
supports-how-to-ask = How to ask
supports-who-decides = Who decides
supports-how-long = How long it takes
supports-if-refused = If you are refused
supports-contact = Contact
supports-law = The law
supports-confirmed = We last made sure of this on

# What a reader must know first, before the title.
supports-draft = Draft
supports-version = Version of { $version }
supports-old-version = Old version, { $version }
supports-version-withdrawn = Withdrawn, version of { $version }
supports-version-moved = Moved, version of { $version }
