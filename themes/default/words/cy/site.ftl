# Tudalen gyntaf y wefan, a’r dudalen ar gyfer cyfeiriadau nad ydynt yn arwain i unman.

site-councils = Cynghorau, A i Y
site-no-councils = Nid oes yr un cyngor yn cyhoeddi yma eto.
site-by-kind = Yn ôl math
site-nothing-published = Nid oes dim wedi’i gyhoeddi eto.
site-latest-updates = Y diweddariadau diweddaraf
site-feed = Diweddariadau fel ffrwd
site-data = Data
site-updates-from-all = Diweddariadau gan bob cyngor

# Yr hyn y mae cyngor wedi’i gyhoeddi: “4 cyhoeddiad, diweddarwyd ddiwethaf ar 1 Gorffennaf 2026”.
site-council-updated = { $publications }, diweddarwyd ddiwethaf ar { $day }
site-council-ended = Nid yw’r cyngor hwn yn bod mwyach; { $publications }

# Cyfeiriad nad yw’n arwain i unman.
site-not-found = Ni chafwyd hyd i’r dudalen
site-not-found-address = Os gwnaethoch deipio’r cyfeiriad, gwnewch yn siŵr ei fod yn gywir.
site-not-found-nothing-removed = Ni chaiff dim y mae cyngor wedi’i gyhoeddi yma byth ei dynnu oddi ar y wefan: mae tudalen nad yw’n rhan o gynnig mwyach yn cadw ei chyfeiriad ac yn dweud hynny.
site-not-found-first-page = Mynd i’r dudalen gyntaf a dewis eich cyngor
