# Who has signed which version of a joint protocol, and what each has undertaken.

sign-ups-title = Who has signed what
sign-ups-all-councils = All councils, by sector
sign-ups-version-of = Version of { $version }
sign-ups-draft = Draft
sign-ups-none = No one has signed yet.

# Headings over organisations that stand alike.
sign-ups-signed-this = Signed this version
sign-ups-signed-before-correction = Signed this version, before mistakes in it were mended
sign-ups-signed-earlier = Signed an earlier version, and to be asked again
sign-ups-signed-and-ceased = Signed by a body that is no more
sign-ups-agreed = Agreed to take part
sign-ups-invited = Invited
sign-ups-withdrawn = Withdrawn

# “12 organisations: 5 signed this version, 3 invited and 1 withdrawn”
sign-ups-by-standing = { $all }: { $parts }
sign-ups-count-signed-this = { $count } signed this version
sign-ups-count-signed-before-correction = { $count } signed it before it was corrected
sign-ups-count-signed-earlier = { $count } signed an earlier version
sign-ups-count-signed-and-ceased = { $count } signed by a body that is no more
sign-ups-count-agreed = { $count } agreed to take part
sign-ups-count-invited = { $count } invited
sign-ups-count-withdrawn = { $count } withdrawn

# What the register says of one organisation.
sign-ups-row-signed = Signed
sign-ups-row-signed-day = Signed on { $day }
sign-ups-row-signed-version = Signed the version of { $version }
sign-ups-row-signed-version-day = Signed the version of { $version } on { $day }
sign-ups-row-agreed-day = Agreed to take part on { $day }
sign-ups-row-agreed-version = Agreed to take part (version of { $version })
sign-ups-row-agreed-version-day = Agreed to take part on { $day } (version of { $version })
sign-ups-row-invited-day = Invited on { $day }
sign-ups-row-invited-version = Invited (version of { $version })
sign-ups-row-invited-version-day = Invited on { $day } (version of { $version })
sign-ups-row-withdrawn-day = Withdrawn on { $day }
sign-ups-row-withdrawn-version = Withdrawn (version of { $version })
sign-ups-row-withdrawn-version-day = Withdrawn on { $day } (version of { $version })

sign-ups-standing = Where it stands
sign-ups-role = Role of who signed
sign-ups-undertaken = What it has undertaken
sign-ups-remark = Remark
# After the name of a provider: one of its homes has signed, and homes are never named.
sign-ups-one-home = one of its children’s homes
sign-ups-ceased = This body ceased on { $day }.
sign-ups-succeeded = { $organisation } took over from it.

sign-ups-sector-with-count = { $sector } ({ $count })
sign-ups-sector-council = Council services
sign-ups-sector-police = Police
sign-ups-sector-health = Health
sign-ups-sector-justice = Justice
sign-ups-sector-education = Education
sign-ups-sector-provider = Care providers
sign-ups-sector-voluntary = Voluntary organisations
sign-ups-sector-government = Central government
sign-ups-sector-other = Others
