# Yr hyn a ddywedir mewn testun y mae ei newidiadau wedi’u nodi.

# Cyn yr hyn sy’n newydd a’r hyn a dynnwyd, i’r rhai nad ydynt yn gweld y marciau.
marks-added = ychwanegwyd:
marks-removed = tynnwyd:
# Ar ôl blwch i’w dicio, i’r rhai nad ydynt yn ei weld.
marks-ticked = wedi’i dicio
marks-not-ticked = heb ei dicio
# Llun, yn ôl y geiriau sy’n sefyll drosto.
marks-picture = llun: { $alternative }

# Yr hyn a adewir allan am na newidiodd dim ynddo, gyda dolen i’r cyfan.
marks-read-full-text = darllen y testun llawn
marks-unchanged = { $blocks } heb newid
marks-unchanged-paragraphs = { $count } paragraff heb newid
marks-unchanged-headings = { $count } pennawd heb newid
marks-unchanged-list-items = { $count } eitem rhestr heb newid
marks-unchanged-table-rows = { $count } rhes tabl heb newid
marks-unchanged-table-columns = { $count } colofn tabl heb newid
marks-unchanged-terms = { $count } term heb newid
marks-unchanged-definitions = { $count } diffiniad heb newid
marks-unchanged-captions = { $count } capsiwn heb newid
marks-unchanged-preformatted = { $count } bloc o destun sefydlog heb newid
marks-unchanged-rules = { $count } llinell rannu heb newid

# Yr hyn a symudodd. Darllenir y cyntaf lle’r oedd, yr ail lle y mae. Enwir un bloc heb rif, â phrif lythyren.
marks-moved-up = { $blocks } a symudwyd i fyny
marks-moved-down = { $blocks } a symudwyd i lawr
marks-moved-up-to = { $blocks } a symudwyd i fyny i “{ $heading }”
marks-moved-down-to = { $blocks } a symudwyd i lawr i “{ $heading }”
marks-came-up = symudwyd i fyny
marks-came-down = symudwyd i lawr
marks-came-up-from = symudwyd i fyny o “{ $heading }”
marks-came-down-from = symudwyd i lawr o “{ $heading }”

# Wrth ymyl geiriau dolen sy’n arwain i rywle arall.
marks-link-changed = newidiwyd y ddolen; cynt: { $from }, nawr: { $to }
marks-link-added = ychwanegwyd dolen: { $to }
marks-link-removed = tynnwyd y ddolen; cynt: { $from }
marks-this-page = y dudalen hon

# Yr hyn na all marciau ei ddangos, ar ôl testun bloc.
marks-only-formatting = y fformat yn unig a newidiodd
marks-formatting-too = newidiodd y fformat hefyd
marks-picture-replaced = rhoddwyd llun arall yn lle un cynt
marks-heading-cells = newidiodd y celloedd pennawd
marks-lower-heading = pennawd ar lefel is bellach
marks-higher-heading = pennawd ar lefel uwch bellach
marks-numbered = wedi’i rifo bellach
marks-numbered-as = rhif { $number } bellach
marks-numbered-anew = wedi’i rifo o’r newydd
marks-bulleted = bwled yn lle rhif bellach
marks-deeper = yn ddyfnach yn y rhestr bellach
marks-less-deep = yn llai dwfn yn y rhestr bellach
marks-own-item = eitem ar wahân bellach
marks-part-of-item-before = rhan o’r eitem flaenorol bellach
marks-elsewhere = mewn lle arall yn y strwythur bellach
# Yr hyn y daeth bloc i fod, nad yw mwyach, neu yr oedd cynt.
marks-becomes = { $what } bellach
marks-no-longer = nid { $what } bellach
marks-exchanged = { $new } bellach, { $old } cynt
marks-form-heading = pennawd
marks-form-heading-row = rhes o benawdau
marks-form-list-item = eitem rhestr
marks-form-term = term
marks-form-definition = diffiniad
marks-form-summary = teitl rhan sy’n agor
marks-form-caption = capsiwn
# Yr hyn y saif bloc ynddo bellach, neu nad yw’n sefyll ynddo mwyach.
marks-into-quotation = mewn dyfyniad bellach
marks-into-details = mewn rhan sy’n agor bellach
marks-into-table = mewn tabl bellach
marks-into-box = mewn blwch o’r math “{ $kind }” bellach
marks-out-of-quotation = nid mewn dyfyniad bellach
marks-out-of-details = nid mewn rhan sy’n agor bellach
marks-out-of-table = nid mewn tabl bellach
marks-out-of-box = nid mewn blwch o’r math “{ $kind }” bellach
