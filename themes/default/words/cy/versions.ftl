# Pob fersiwn o gyhoeddiad, rhestrau o’r hyn a gyhoeddwyd, a’r hyn sydd wedi mynd.

versions-title = Pob fersiwn
versions-every = Pob fersiwn a gyhoeddwyd, y diweddaraf yn gyntaf, o’r canlynol: { $publication }. Mae hen fersiynau’n aros yma ac nid ydynt yn newid.
versions-none = Nid oes dim wedi’i gyhoeddi eto.
versions-day-and-class = { $day }: { $class }
versions-latest = Y fersiwn diweddaraf
versions-signed-then = Pwy oedd wedi llofnodi bryd hynny: { $who }
versions-because = Pam y mae’n gywiriad
versions-recorded = Cofnodwyd
versions-part-withheld = Rhan a ddaliwyd yn ôl

versions-what-changed = Beth newidiodd
versions-what-changed-counts = { $link }: { $counts }
# Darllenir ar ôl “Beth newidiodd”, heb ei weld.
versions-in-version = yn fersiwn { $version }
versions-in-title = ar { $day }: { $title }
# Darllenir ar ôl teitl dolen, heb ei weld.
versions-of-day = , fersiwn { $day }
versions-authority-and-title = { $authority }: { $title }

# Tudalen nad yw’n rhan o gyhoeddiad mwyach, neu gyhoeddiad a ddaeth i ben.
versions-gone-label = Nid yw’n rhan o hwn mwyach
versions-gone = Nid yw “{ $title }” yn rhan o “{ $publication }” mwyach.
versions-gone-read-now = Darllen “{ $publication }” fel y mae nawr
versions-gone-was-part-of = Roedd yn rhan o’r canlynol: { $publication }, a gyhoeddwyd gan { $authority }.
versions-as-it-was = fel yr oedd yn fersiwn { $version }
versions-still-read = Gallwch ei ddarllen o hyd { $last }.
versions-ended-published-by = Fe’i cyhoeddwyd gan { $authority }.
versions-ended-still-read = Gallwch ei ddarllen o hyd { $last }, a { $all }.
versions-every-version = phob fersiwn
versions-ended-notice = Yr hysbysiad yn y cofnod
