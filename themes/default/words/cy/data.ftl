# Ffeiliau ar gyfer rhaglenni a thaenlenni, a’r hyn y mae ffrydiau’n ei ddweud. Mae ystyr y tablau a’u colofnau wrth ymyl y tablau.

data-title = Data
data-what = Yr hyn y mae’r wefan hon yn ei ddweud, fel ffeiliau y gall rhaglenni a thaenlenni eu darllen.
data-made-from-record = Gwneir ffeiliau cyngor o’i gofnod, ynghyd â’i dudalennau. Mae pob tabl ar gael fel JSON ac fel CSV, gyda’r un colofnau. Ysgrifennir diwrnodau fel 2026-07-01, ac amserau yn UTC.
data-format = Mae ffeiliau JSON yn dechrau â’u fformat, { $format }, enw’r tabl, a ffeithiau am y cyngor. Nid yw colofn byth yn newid ei hystyr: rhoddir fformat arall i dabl y mae’n rhaid iddo wneud hynny.
data-by-council = Yn ôl cyngor
data-tables = Yr hyn y mae’r tablau’n ei ddweud
data-others = Ffeiliau eraill

# Yr hyn sydd mewn ffeiliau eraill.
data-services = Yr hyn y gall rhywun ei gael, ar ffurf Open Referral UK 3.0. Ffeil yw hon: nid yw’n ateb ymholiadau.
data-feeds = Y newidiadau diweddaraf, fel ffrwd Atom ac fel JSON Feed 1.1. Mae un ar gyfer pob cyngor, ar gyfer pob math, ac ar gyfer y wefan gyfan.
data-reviews = Pryd y mae angen edrych ar gyhoeddiadau eto, fel tabl ac ar gyfer calendr.
data-time-map = Wrth ymyl pob cyhoeddiad: ei fersiynau, ar y ffurf y mae archifau gwe yn ei darllen (RFC 7089).
data-record = Wrth ymyl pob fersiwn: yr hyn y mae wedi’i wneud ohono, gyda’r crynodebau digidol sy’n ei brofi.

# Ffeiliau un cyngor.
data-of-council = Yr hyn y mae’r tudalennau hyn yn ei ddweud, fel ffeiliau y gall rhaglenni a thaenlenni eu darllen.
data-meanings = Yr hyn y mae’r ffeiliau’n ei ddweud

# Mewn ffrwd, y ddolen i’r dudalen sy’n dangos beth newidiodd.
data-feed-what-changed = Beth newidiodd
# Cofnod mewn ffrwd: “Derby: Cynnig lleol: cywiriad”.
data-feed-entry = { $title }: { $what }
data-feed-entry-of-council = { $authority }: { $title }: { $what }
