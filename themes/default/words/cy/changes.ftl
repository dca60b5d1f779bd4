# Yr hyn a newidiodd fersiwn.

changes-title = Beth newidiodd ar { $version }
changes-title-draft = Beth fyddai’r drafft hwn yn ei newid
changes-compares = Mae’r dudalen hon yn cymharu dau fersiwn o’r canlynol: { $publication }
changes-before = Cynt
changes-after = Wedyn
changes-note = Nodyn y cyngor
changes-in-short = Yn fyr
# Sut y nodir newidiadau, gyda’r nodau arno.
changes-marks = Yn y testun isod, { $added } ac { $removed }.
changes-marks-added = mae geiriau newydd wedi’u tanlinellu
changes-marks-removed = mae llinell drwy’r geiriau a dynnwyd
changes-go-to = Mynd i newid
changes-facts = Ffeithiau a newidiodd
changes-facts-caption = Ffeithiau cynt ac wedyn
changes-facts-of = Ffeithiau “{ $title }” cynt ac wedyn
changes-fact = Ffaith
changes-fact-nothing = Dim
changes-taken-away = Tynnwyd
changes-sign-ups = Pwy sy’n cymryd rhan
changes-action-plan = Cynllun gweithredu
changes-files = Ffeiliau
changes-read-as-it-was = Darllen { $title } fel yr oedd
changes-read-as-it-is = Darllen { $title } fel y mae yn y fersiwn newydd
changes-no-text = Ni newidiodd unrhyw destun.
changes-text-new = Newydd

# Testun, gyda’r hyn ydyw lle nad yw’n dudalen: “Arian (hawdd ei ddeall)”.
changes-title-of-text = { $title } ({ $what })
changes-support = yr hyn y gallwch ei gael
# Beth ddigwyddodd i destun neu mewn lle ynddo, mewn ychydig eiriau: “Arian: newidiodd ffeithiau”.
changes-at = { $title }: { $what }
changes-new-within = newydd
changes-taken-away-within = tynnwyd
changes-facts-within = newidiodd ffeithiau

# Mewn rhifau: “2 testun a newidiwyd, 1 a ychwanegwyd. 3 ymrwymiad a newidiwyd.” Mae’r rhif cyntaf yn enwi’r hyn a gyfrifir.
changes-told = { $what }.
changes-nothing = Ni newidiodd dim y gall darllenydd ei weld.
changes-texts-changed = { $count } testun a newidiwyd
changes-texts-added = { $count } testun a ychwanegwyd
changes-texts-removed = { $count } testun a dynnwyd
changes-facts-changed = { $count } ffaith a newidiwyd
changes-sign-ups-changed = { $count } ymrwymiad a newidiwyd
changes-sign-ups-added = { $count } ymrwymiad a ychwanegwyd
changes-sign-ups-removed = { $count } ymrwymiad a dynnwyd
changes-actions-changed = { $count } cam gweithredu a newidiwyd
changes-actions-added = { $count } cam gweithredu a ychwanegwyd
changes-actions-removed = { $count } cam gweithredu a dynnwyd
changes-files-changed = { $count } ffeil a newidiwyd
changes-files-added = { $count } ffeil a ychwanegwyd
changes-files-removed = { $count } ffeil a dynnwyd
changes-more-changed = { $count } a newidiwyd
changes-more-added = { $count } a ychwanegwyd
changes-more-removed = { $count } a dynnwyd
changes-more-moved = { $count } a symudwyd
changes-more-restyled = { $count } y newidiwyd fformat neu ddolenni’n unig

# Mewn testun: “3 paragraff a newidiwyd, 1 a dynnwyd; 2 rhes tabl a ychwanegwyd”.
changes-no-words = Ni newidiodd unrhyw eiriau
changes-blocks-changed = { $blocks } a newidiwyd
changes-blocks-added = { $blocks } a ychwanegwyd
changes-blocks-removed = { $blocks } a dynnwyd
changes-blocks-moved = { $blocks } a symudwyd
changes-blocks-restyled = { $blocks } y newidiwyd fformat neu ddolenni’n unig
changes-paragraphs = { $count } paragraff
changes-headings = { $count } pennawd
changes-list-items = { $count } eitem rhestr
changes-table-rows = { $count } rhes tabl
changes-table-columns = { $count } colofn tabl
changes-terms = { $count } term
changes-definitions = { $count } diffiniad
changes-captions = { $count } capsiwn
# Testun y mae ei linellau’n aros fel yr ysgrifennwyd hwy.
changes-preformatted = { $count } bloc o destun sefydlog
# Llinellau ar draws y dudalen.
changes-rules = { $count } llinell rannu

# Mewn un lle mewn testun: “paragraff a newidiwyd o dan “Arian””. Enwir un bloc heb rif.
changes-blocks-moved-and-changed = { $blocks } a symudwyd ac a newidiwyd
changes-place-heading = { $what }: “{ $heading }”
changes-place-under = { $what } o dan “{ $heading }”
changes-place-now-under = { $what }, bellach o dan “{ $heading }”
changes-paragraph = paragraff
changes-heading = pennawd
changes-list-item = eitem rhestr
changes-table-row = rhes tabl
changes-table-column = colofn tabl
changes-term = term
changes-definition = diffiniad
changes-caption = capsiwn
changes-preformatted-one = bloc o destun sefydlog
changes-rule = llinell rannu
