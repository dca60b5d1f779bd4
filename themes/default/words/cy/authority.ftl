# Tudalen gyntaf cyngor, a’r dudalen gyda’i holl ddiweddariadau.

authority-took-over-from = Cymerodd y cyngor hwn le’r canlynol:
authority-search = Chwilio: { $authority }
authority-search-button = Chwilio
authority-publications = Yr hyn rydym yn ei gyhoeddi
authority-nothing-published = Nid oes dim wedi’i gyhoeddi eto.
authority-supports = Yr hyn y gallwch ei gael
authority-supports-everything = Popeth, A i Y
authority-latest-updates = Y diweddariadau diweddaraf
authority-all-updates = Gweld pob diweddariad
authority-feed = Diweddariadau fel ffrwd
authority-reviews-due = Adolygiadau sydd i’w gwneud
authority-no-reviews-due = Nid oes yr un adolygiad yn hwyr, ac nid oes yr un i’w wneud yn y 60 diwrnod nesaf.
authority-all-reviews = Pob adolygiad

# Mathau o gyngor. Cod y Swyddfa Ystadegau Gwladol yw’r cod.
authority-county = Cyngor sir
authority-unitary = Awdurdod unedol
authority-metropolitan = Dosbarth metropolitan
authority-london = Bwrdeistref yn Llundain
authority-sort-and-code = { $sort }, cod { $code }

# Dolenni i’r hyn sydd ar gael fel arall.
authority-find-out-more = Rhagor o wybodaeth
authority-sign-ups = Pwy sydd wedi llofnodi beth
authority-actions = Cynlluniau gweithredu, a pha mor bell y maent wedi dod
authority-decisions = Penderfyniadau
authority-coverage = Yr hyn y mae’r gyfraith a chanllawiau yn gofyn amdano, a’r hyn sydd wedi’i gwmpasu
authority-as-at = Yr hyn a oedd wedi’i gyhoeddi ar ddiwrnod penodol
authority-record = Y cofnod, a sut i’w wirio

# Sut i gysylltu â’r cyngor.
authority-contact = Cysylltu â ni
authority-no-contact = Nid oes manylion cyswllt yma.
authority-email = E-bost
authority-phone = Ffôn
authority-post = Post
authority-website = Gwefan

# Cyhoeddiad mewn rhestr.
authority-draft = Drafft, heb ei gyhoeddi eto
authority-published = Cyhoeddwyd ar { $day }
authority-published-and-updated = Cyhoeddwyd ar { $first }, diweddarwyd ddiwethaf ar { $last } ({ $versions })
authority-not-published = Heb ei gyhoeddi eto

# Pwy wnaeth benderfyniad: “Cabinet (y weithrediaeth)”.
authority-decision-taken-by = { $body } ({ $sort })

# Pob diweddariad.
authority-updates = Pob diweddariad
authority-updates-what = Popeth a gyhoeddwyd neu a newidiwyd, y diweddaraf yn gyntaf.
authority-updates-follow = Dilyn y diweddariadau hyn fel ffrwd
