# Yr hyn sydd ar frig cyhoeddiad: ei fersiwn, ei ddyddiadau a’i adolygiad, a’r hyn y mae’n rhaid i ddarllenydd hen fersiwn neu ddrafft ei wybod gyntaf.

status-published = Cyhoeddwyd
status-last-updated = Diweddarwyd ddiwethaf
status-this-version = Y fersiwn hwn
status-in-force-from = Mewn grym o
status-not-in-force-yet = { $day } (nid yw mewn grym eto)
status-review = Adolygiad
# Cyn yr atalnod llawn cyntaf saif yr hyn a ddywedir am yr adolygiad.
status-overdue = { $review }. Gall fod wedi dyddio: gofynnwch i’r cyngor cyn dibynnu arno.
status-page-overdue = Mae’r adolygiad o’r dudalen hon yn hwyr.
status-version = Fersiwn
status-version-and-class = { $version } ({ $class })
status-about-this-date = Am y dyddiad hwn
status-stated = Yn ôl y cyngor. Cofnodwyd yma ar { $day }.
status-approved-by = Cymeradwywyd gan
status-body-and-day = { $body }, { $day }

status-see-updates = Gweld pob diweddariad
status-what-changed = Beth newidiodd yn y fersiwn hwn
status-print-offer = Argraffu neu gadw’r cynnig cyfan
status-print-document = Argraffu neu gadw’r ddogfen gyfan

status-version-of = Fersiwn { $version }
status-title-and-version = { $title }, fersiwn { $version }
# Yn gyntaf yn nheitl y ffenestr: “Tynnwyd yn ôl, fersiwn 1 Gorffennaf 2026”.
status-notice-and-version = { $notice }, fersiwn { $version }
status-old-version-of = Hen fersiwn, { $version }

# Drafft.
status-draft = Drafft
status-draft-not-published = Drafft, heb ei gyhoeddi
status-draft-text = Nid yw hwn wedi’i gyhoeddi. Gall newid, ac ni chaiff neb ddibynnu arno.
status-published-version = Y fersiwn a gyhoeddwyd ar { $version }

# Hen fersiwn, a’r diweddaraf wrth ei gyfeiriad ei hun.
status-old-version = Hen fersiwn
status-old-version-text = Cyhoeddwyd hwn ar { $published } a daeth un arall yn ei le ar { $replaced }. Peidiwch â dibynnu arno am yr hyn sy’n berthnasol nawr.
status-read-now = Darllen yr hyn sy’n berthnasol nawr
status-latest-version = Y fersiwn diweddaraf
status-latest-version-text = Dyma dudalen barhaol y fersiwn a gyhoeddwyd ar { $version }. Hwn yw’r diweddaraf.
status-usual-address = Ei ddarllen wrth ei gyfeiriad arferol

# Yr hyn a dynnwyd yn ôl neu a symudwyd, a rhan a ddaliwyd yn ôl.
status-ended-withdrawn = Tynnwyd hwn yn ôl ar { $day }. Peidiwch â dibynnu arno am yr hyn sy’n berthnasol nawr.
status-ended-moved = Symudwyd hwn ar { $day }. Peidiwch â dibynnu arno am yr hyn sy’n berthnasol nawr.
status-ended-part-withheld = Daliwyd rhan o hwn yn ôl ar { $day }. Peidiwch â dibynnu arno am yr hyn sy’n berthnasol nawr.
status-why = Pam, a ble i fynd nawr
status-part-withheld = Mae rhan o’r fersiwn hwn wedi’i dal yn ôl ers { $day }.
status-why-part-withheld = Pam y mae rhan wedi’i dal yn ôl
status-council-ended = Daeth { $authority } i ben ar { $day }.

status-review-overdue = Adolygiad yn hwyr
status-review-overdue-text = Roedd angen edrych ar hwn eto erbyn { $day }, ac ni wnaed hynny. Gall rhywfaint ohono fod wedi dyddio: gofynnwch os ydych yn dibynnu arno.
