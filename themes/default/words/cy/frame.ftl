# Yr hyn sydd o amgylch cynnwys pob tudalen.

frame-home = Hafan
frame-skip = Neidio i’r prif gynnwys
frame-search = Chwilio
frame-breadcrumbs = Briwsion bara
frame-leave-fast = Gadael y dudalen hon yn gyflym
frame-printed = Argraffwyd o { $address }
frame-printed-version = Argraffwyd o { $address } ({ $version })
frame-published-by = Cyhoeddwyd gan { $publisher }
frame-compare = Cymharu cynghorau
frame-accessibility = Datganiad hygyrchedd
frame-updates-from = Diweddariadau gan { $authority }

frame-drafts-label = Gyda drafftiau
frame-drafts = Mae’r copi hwn o’r wefan yn dangos drafftiau. Ar gyfer staff y cyngor yn unig y mae: nid yw rhywfaint o’r hyn a ddywed wedi’i gyhoeddi.

frame-ended-first = Cyngor nad yw’n bod mwyach
frame-ended-label = Nid yw’r cyngor hwn yn bod mwyach
frame-ended = Daeth { $authority } i ben ar { $day }. Mae ei dudalennau’n aros fel yr oeddent.
frame-ended-successors = Daeth { $authority } i ben ar { $day }. Mae ei dudalennau’n aros fel yr oeddent. Mae ei waith bellach gan { $successors }.
frame-go-to = Mynd i { $authority }
