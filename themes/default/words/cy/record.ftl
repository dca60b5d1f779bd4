# Cofnod awdurdod a sut i’w wirio; yr hyn a ddywedir am sêl fersiwn ac am hysbysiadau. Peidiwch byth â honni mwy nag y mae’r cofnod yn ei brofi.

record-title = Cofnod: { $authority }
record-what = Caiff popeth y mae { $authority } yn ei gyhoeddi yma ei roi mewn cofnod na all ond tyfu. Mae’r dudalen hon yn dweud beth y mae hynny’n ei brofi, beth nad yw’n ei brofi, a sut i’w wirio heb ymddiried yn y cyngor, yn y wefan hon nac yn yr offeryn a’i gwnaeth.
record-demonstration = Mae’r cofnod hwn wedi’i selio ag allwedd arddangos, sydd gan bawb. Mae’n dangos sut mae’r gwiriad yn gweithio ac nid yw’n profi dim.
record-on-this-page = Ar y dudalen hon

record-proves = Beth y mae’n ei brofi
record-proves-text = Yr hyn a ddywedai pob fersiwn, i’r llythyren.
record-proves-order = Ym mha drefn y cofnodwyd fersiynau.
record-proves-unchanged = Nad oes dim a gofnodwyd cyn pwynt gwirio a gadwyd gennych wedi’i newid, ei roi i mewn, ei symud na’i dynnu allan ers hynny. Eglurir { $checkpoint } isod.
record-checkpoint-explained = pwynt gwirio

record-proves-not = Beth nad yw’n ei brofi
record-proves-not-shown = Bod testun wedi’i ddangos i ddarllenwyr: gall tudalen fod yn wahanol i’r cofnod. Mae’r { $check } yn eu cymharu.
# Y ddolen yn y frawddeg flaenorol.
record-check-of-browser = gwiriad yn eich porwr
record-proves-not-when = Pryd y cyhoeddwyd rhywbeth, oni bai bod rhywun y tu allan i’r cyngor wedi rhoi stamp arno. Gair y cyngor yw dyddiadau eraill.
record-proves-not-others = Unrhyw beth am destunau na roddwyd erioed yn y cofnod.
record-proves-not-rewritten = Nad yw’r cyngor wedi ysgrifennu ei gofnod cyfan o’r newydd, â’i allwedd ei hun: i wybod hynny, cymharwch â phwynt gwirio a gadwyd gennych chi neu gan rywun arall.

record-checkpoint = Y pwynt gwirio diweddaraf, a’r allwedd
record-checkpoint-what = Pwynt gwirio yw ychydig linellau sy’n sefyll dros bopeth yn y cofnod hyd hynny, ac y mae’r cyngor wedi’u llofnodi. Mae’r diweddaraf yn cwmpasu { $entries }. Argraffwch ef, rhowch ef mewn cofnodion cyfarfod, neu cadwch y ffeil: os newidir y cofnod yn ddiweddarach, gall unrhyw un ddangos hynny â’r llinellau hyn.
record-checkpoint-file = Y pwynt gwirio fel ffeil
record-key = Fe’i llofnodwyd â’r allwedd gyhoeddus hon. Cymharwch hi â’r allwedd a wnaeth y cyngor yn hysbys mewn man arall:
record-key-file = Yr allwedd fel ffeil

record-times = Amserau o’r tu allan
record-time = Roedd y { $entries } cyntaf yn bodoli erbyn { $moment }, yn ôl gair { $who }.
record-no-times = Nid oes neb y tu allan i’r cyngor wedi rhoi stamp ar y cofnod hwn eto. Gair y cyngor yw pob dyddiad.

record-nothing-sealed = Nid oes dim wedi’i selio eto
record-nothing-sealed-what = Nid oes gan yr hyn a gyhoeddir yma le mewn log a lofnodwyd eto. Hyd nes y bydd, nid yw’r cofnod ond yn dangos yr hyn y mae’r cyngor yn ei ddweud heddiw.
record-waiting = Wedi’i gyhoeddi, heb ei selio eto

# Sut i wirio. Nid oes bylchau yn yr hyn sydd yn y gorchmynion fel enw ffeil.
record-check = Sut i wirio
record-check-ways = Mae’r ffordd gyntaf i bawb. Ar gyfer y lleill mae angen cyfrifiadur â llinell orchymyn, a rhywun sy’n gyfarwydd â hi.
record-check-browser = Yn eich porwr
record-check-browser-how = Mae botwm ar dudalen pob fersiwn sy’n gwirio a yw’n dweud yr hyn a gofnodwyd. Mae’n holi’r wefan hon yn unig, ac nid yw’n anfon dim. Mae’n gweithio lle daw’r dudalen o wefan, nid o ffolder ar eich cyfrifiadur, ac mae angen porwr sy’n rhedeg sgriptiau.
record-check-offerbook = Gydag offerbook
record-checkpoint-you-kept = y-pwynt-gwirio-a-gadwyd
record-check-signature = Gydag OpenSSL: pwy a’i llofnododd
record-check-signature-how = Cadwch { $checkpoint } a { $key } mewn ffolder, a rhedwch yno:
record-check-text = Gyda sha256sum: ai’r testun hwn a gofnodwyd
record-check-text-how = Cadwch ffeiliau fersiwn (mae ei dudalen dystiolaeth yn eu rhestru) mewn ffolder, fel y’u henwir yno, a rhedwch yno:
record-check-go = Gyda Go
record-check-go-how = Mae’r log ar ffurf y mae eraill yn ei defnyddio hefyd (C2SP tlog-tiles). Mae pecynnau Go { $note } a { $log } o { $module } yn ei ddarllen yn { $address }: { $open } ar gyfer y pwynt gwirio, { $record } a { $tree } ar gyfer profion.
record-check-stamp = Y stamp gan { $who }
record-check-stamp-how = Cadwch { $stamp }, { $checkpoint }, a rhedwch:
record-check-stamp-how-certificates = Cadwch { $stamp }, { $checkpoint } a { $certificates }, a rhedwch:
record-certificates-you-trust = tystysgrifau-yr-ymddiriedwch-ynddynt

# Hysbysiadau; mae gan bob un label a theitl yr hyn y mae’n sôn amdano.
record-notices = Tynnwyd yn ôl, symudwyd, daliwyd yn ôl
record-label-and-title = { $label }: { $title }
record-title-and-name = { $title }, fersiwn { $version }
record-notice = Yr hysbysiad fel y’i cofnodwyd
# Darllenir ar ôl hynny, heb ei weld.
record-notice-about = : { $title }
record-notice-seal = Sêl
record-notice-when = Pryd
record-notice-reason = Rheswm
record-notice-by = Gorchmynnwyd gan
record-notice-now-at = I’w gael nawr yn

# Yr hyn a gofnodwyd am y cofnod ei hun.
record-additions = Am y cofnod ei hun
record-additions-what = Newidiadau i allwedd y cyngor, a phwyntiau gwirio cynghorau eraill a gofnodwyd yma, fel na all y cynghorau hynny newid eu cofnodion heb i neb sylwi.
record-key-changed = Newidiwyd yr allwedd ar { $day }
record-seen = Gwelwyd o gofnod arall
record-seen-checkpoint = { $record }, { $entries }

# Pob fersiwn sydd wedi’i selio.
record-versions = Beth sydd ynddo
record-versions-what = Pob fersiwn sydd wedi’i selio, y diweddaraf yn gyntaf. Mae pob un yn arwain at yr hyn sy’n ei brofi.
record-title-and-version = { $title }, { $version }
record-entry-and-moment = Cofnodiad { $entry }, a wnaed ar { $moment }

# Yr hyn a ddywedir am fersiwn lle mae ei dystiolaeth.
record-evidence = Tystiolaeth: { $title }
record-version-of = Fersiwn { $version }
record-published-same-day = Cyhoeddwyd y fersiwn hwn a daeth un arall yn ei le ar yr un diwrnod, { $version }.
record-published-from-to = Dyma’r hyn a oedd wedi’i gyhoeddi o { $version } hyd { $day }.
record-published-until-withdrawn = Dyma’r hyn a oedd wedi’i gyhoeddi o { $version } nes iddo gael ei dynnu’n ôl ar { $day }.
record-published-until-moved = Dyma’r hyn a oedd wedi’i gyhoeddi o { $version } nes iddo gael ei symud ar { $day }.
record-published-since = Dyma’r hyn sydd wedi’i gyhoeddi ers { $version }.
record-published-by = Cyhoeddwyd gan
record-version = Fersiwn
record-published = Cyhoeddwyd
record-about-this-date = Am y dyddiad hwn
record-stated = Yn ôl y cyngor; fe’i cofnodwyd yn ddiweddarach.
record-recorded = Cofnodwyd
record-in-force-from = Mewn grym o
record-what-changed = Beth newidiodd
record-part-withheld = Rhan a ddaliwyd yn ôl
record-day-and-reason = { $day }: { $reason }
record-fingerprint = Olion bysedd ei record.txt (SHA-256)

# Y sêl.
record-record = Cofnod
record-not-sealed = Wedi’i gyhoeddi, heb ei selio eto
record-sealed = Wedi’i selio fel cofnodiad { $entry }
record-sealed-demonstration = Wedi’i selio fel cofnodiad { $entry } ag allwedd arddangos, nad yw’n profi dim
record-existed-by = Yn bodoli erbyn
record-existed-by-word = { $moment }, yn ôl gair { $who }
record-outside-time = Amser o’r tu allan
record-outside-time-none = Dim: y cyngor sy’n nodi’r dyddiadau.

# Cyhoeddiad a ddaeth i ben.
record-ended-moved = Symudodd “{ $title }” ar { $day }. Dyma lle y mae nawr:
record-ended-withdrawn = Tynnwyd “{ $title }” yn ôl gan { $authority } ar { $day }. Peidiwch â dibynnu arno: nid oes dim ar y dudalen hon yn berthnasol mwyach.
# Dolen yn y frawddeg “Gallwch ei ddarllen o hyd fel yr oedd yn fersiwn …”.
record-as-it-was = fel yr oedd yn fersiwn { $version }
