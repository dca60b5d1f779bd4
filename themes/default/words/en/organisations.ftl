# Organisations and what they have signed, across councils.

organisations-title = Organisations
organisations-asked = Organisations that councils here have asked to sign a protocol or other document.
organisations-none = No organisation is named yet.
organisations-to-matrix = Who has signed, council by council and sector by sector

# Under an organisation’s name: “2 documents: 1 signed as it is now and 1 invited”.
organisations-documents-and-standing = { $documents }: { $standing }
organisations-count-signed-this = { $count } signed as it is now
organisations-count-signed-before-correction = { $count } signed before it was corrected
organisations-count-signed-earlier = { $count } signed in an earlier version
organisations-count-signed-and-ceased = { $count } signed before it ceased

# An organisation.
organisations-name = Name
organisations-sector = Sector
organisations-what-it-is = What it is
organisations-website = Website
organisations-what-became = What became of it
organisations-see-successor = See what { $organisation } has signed
organisations-took-over-from = It took over from:

# What it has signed. The first stands where a council says more of it than its name.
organisations-signed = What it has signed
organisations-name-and-remark = { $name }: { $remark }
organisations-where-it-stands = Where it stands
organisations-not-in-register = No longer in the register
organisations-role = Role of who signed
organisations-remark = Remark
organisations-signed-before = What it signed before
# After what the register says: “Signed the version of 1 July 2026 on 3 July 2026”.
organisations-row-as-now = { $row }: the text as it is now
organisations-row-before-correction = { $row }: the text as it is now, before mistakes in it were mended
organisations-row-earlier = { $row }: an earlier version, so it is to be asked again

# One council’s registers.
organisations-no-sign-ups = No one has signed yet.

# Councils against sectors.
organisations-matrix = Who has signed, by council and sector
organisations-matrix-what = How many organisations of each sector have signed what their council publishes now. A signature on an earlier version is not counted as one.
organisations-all = All organisations
organisations-matrix-caption = Councils and sectors
organisations-council = Council
organisations-no-registers = No council has a register of sign-ups yet.
organisations-without = Councils without sign-ups here
organisations-none-named = None named
organisations-signed-of-all = { $signed } of { $all } signed
# Under that, in a list: “1 an earlier version and 1 withdrawn”.
organisations-more-earlier = { $count } an earlier version
organisations-more-ceased = { $count } signed by a body that is no more
organisations-more-waiting = { $count } agreed or invited
organisations-more-withdrawn = { $count } withdrawn
