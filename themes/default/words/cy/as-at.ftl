# Yr hyn a oedd wedi’i gyhoeddi ar ddiwrnod penodol: y rhestr o ddiwrnodau, a thudalen ar gyfer pob un.

as-at-title = Yr hyn a oedd wedi’i gyhoeddi ar ddiwrnod penodol
as-at-what-it-lists = Mae pob diwrnod yn y rhestr hon yn ddiwrnod pan newidiodd rhywbeth, y diweddaraf yn gyntaf. Dewiswch ddiwrnod i weld popeth fel yr oedd bryd hynny.
as-at-another-day = Chwilio am ddiwrnod arall? Dewiswch y diwrnod olaf yn y rhestr nad yw’n hwyrach na’ch diwrnod chi: ni newidiodd dim yn y cyfamser. Cyn y diwrnod hynaf yn y rhestr, nid oedd dim wedi’i gyhoeddi yma.
as-at-years = Blynyddoedd
as-at-nothing-published = Nid oes dim wedi’i gyhoeddi eto.
as-at-until = hyd { $day }
as-at-until-now = hyd nawr
as-at-what-changed = { $title }: { $class }

as-at-go-to = Mynd i ddiwrnod
as-at-show = Dangos y diwrnod hwn

as-at-day-title = Sut yr oedd pethau ar { $day }
as-at-by-day = Yn ôl diwrnod
as-at-stood-only = Dyma sut yr oedd pethau ar { $day } yn unig.
as-at-stood-to = Dyma sut yr oedd pethau o { $day } hyd { $last }.
as-at-stood-until-now = Dyma sut y mae pethau wedi bod o { $day } hyd nawr.
as-at-earlier-and-later = Diwrnodau cynharach a diweddarach
as-at-all-days = Pob diwrnod pan newidiodd rhywbeth
as-at-publications = Yr hyn a oedd wedi’i gyhoeddi
as-at-no-publications = Nid oedd dim wedi’i gyhoeddi bryd hynny.
as-at-changed-on = Yr hyn a newidiodd ar { $day }
as-at-decisions = Penderfyniadau a oedd wedi’u cofnodi erbyn hynny
as-at-no-decisions = Nid oedd penderfyniad wedi’i gofnodi erbyn hynny.

as-at-published = Cyhoeddwyd ar { $day }
as-at-stated = Dyddiad a nodwyd gan y cyngor
as-at-withdrawn = Tynnwyd yn ôl ar { $day }
as-at-moved = Symudwyd ar { $day }
as-at-in-force = Mewn grym o { $day }
as-at-not-yet-in-force = Ddim mewn grym eto: mae’n berthnasol o { $day }
as-at-not-yet-in-force-before = Ddim mewn grym eto: mae’n berthnasol o { $day }. Tan hynny, fersiwn { $version } oedd yn berthnasol
as-at-approved-by = Cymeradwywyd gan: { $by }
as-at-signed = Pwy oedd wedi llofnodi: { $register }
as-at-proof = Yr hyn sy’n ei brofi
