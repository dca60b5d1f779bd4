# Mathau o gyhoeddiad, a phob un ohonynt fesul cyngor.

kinds-number = Mae’r rhif ar ôl math yn dangos faint sydd wedi’u cyhoeddi yma.
kinds-nothing-published = Nid oes dim wedi’i gyhoeddi eto.
kinds-updates = Diweddariadau: { $kind }

# Yr hyn y mae cynghorau wedi’i gyhoeddi o fath.
kinds-council-by-council = Fesul cyngor
kinds-caption = { $kind }, fesul cyngor
kinds-council = Cyngor
kinds-title-of-publication = Teitl
kinds-version = Fersiwn
kinds-draft = Drafft
kinds-review = Adolygiad
kinds-council-ended = Dim: nid yw’r cyngor yn bod mwyach
kinds-topics = Pynciau
kinds-covered = { $covered } o { $asked }
kinds-covered-and-missing = { $covered } o { $asked }, { $missing } ar goll
kinds-none-published = Nid oes yr un cyngor wedi cyhoeddi un yma eto.
kinds-without = Cynghorau nad oes ganddynt un yma

# Yr hyn y mae’n rhaid i gyhoeddiad o’r fath ei gwmpasu.
kinds-has-to-cover = Yr hyn y mae’n rhaid iddo ei gwmpasu
kinds-no-topics = Nid oes pynciau ar gyfer y math hwn.
kinds-topic = Pwnc
kinds-who-asks = Pwy sy’n gofyn amdano
kinds-councils-here = Cynghorau yma
# Faint o gynghorau sy’n cwmpasu’r pwnc, o’r rhai sydd wedi cyhoeddi un.
kinds-covered-by = Wedi’i gwmpasu gan { $covered } o { $all }
kinds-covered-by-not-applicable = Wedi’i gwmpasu gan { $covered } o { $all }; ddim yn berthnasol i { $others }
# Y cynghorau nad ydynt yn gwneud hynny.
kinds-missing = Ar goll: { $councils }

# Y gyfraith a chanllawiau. Ysgrifennir y mis fel 2026-11.
kinds-law = Y gyfraith a’r canllawiau y tu ôl iddo
kinds-no-law = Nid oes cyfraith na chanllawiau wedi’u henwi.
kinds-law-in-force-from = Mewn grym o { $day }.
kinds-law-read = Fe’i darllenwyd gennym yn { $month }.
kinds-law-not-confirmed = Heb ei gadarnhau: darllenwch y ffynhonnell cyn dibynnu arno.
