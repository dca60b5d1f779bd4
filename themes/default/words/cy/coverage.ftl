# Yr hyn y mae’n rhaid i bob cyhoeddiad ei gwmpasu yn ôl y gyfraith a chanllawiau, pwnc wrth bwnc.

coverage-title = Yr hyn y mae’r gyfraith a chanllawiau yn gofyn amdano, a’r hyn sydd wedi’i gwmpasu
coverage-what-it-tells = Yr hyn y mae’n rhaid i bob cyhoeddiad ei gwmpasu, ac ymhle y mae’n gwneud hynny. Caiff fersiwn ei farnu yn ôl yr hyn a oedd yn berthnasol ar y diwrnod y’i cyhoeddwyd; nodir bod angen nawr yr hyn y gofynnwyd amdano ers hynny.
coverage-version-title = Yr hyn yr oedd fersiwn { $version } yn ei gwmpasu
coverage-version-what-it-tells = Yr hyn yr oedd yn rhaid i’r fersiwn hwn ei gwmpasu pan gafodd ei gyhoeddi, ac ymhle yr oedd yn gwneud hynny.
coverage-all-versions = Pob fersiwn
coverage-version = Fersiwn { $version }
coverage-earlier-versions = Yr hyn yr oedd fersiynau cynharach yn ei gwmpasu
coverage-compare = Cymharu â chynghorau eraill: { $kind }
coverage-nothing-published = Nid oes dim wedi’i gyhoeddi eto.

coverage-when-published = Wedi’i gwmpasu pan gafodd ei gyhoeddi
coverage-number-covered = { $covered } o { $topics } pwnc wedi’u cwmpasu
coverage-number-not-applicable = { $count } ddim yn berthnasol
coverage-number-missing = { $count } ar goll
coverage-number-coming = { $count } i ddod
coverage-number-coming-early = { $count } i ddod ({ $early } ohonynt wedi’u cwmpasu eisoes)

coverage-judged = Barnwyd yn ôl yr hyn a oedd yn berthnasol ar { $day }, pan gyhoeddwyd y fersiwn hwn.
coverage-judged-draft = Drafft, a farnwyd yn ôl yr hyn sy’n berthnasol nawr.
coverage-needs-more = Mae’r gofynion wedi newid ers hynny: byddai angen { $count } pwnc arall ar y fersiwn hwn nawr.

coverage-topics-of = Pynciau: { $title }
coverage-no-topics = Nid oes pynciau ar gyfer y math hwn.
coverage-topic = Pwnc
coverage-state = Cyflwr
coverage-where = Ymhle
coverage-who-asks = Pwy sy’n gofyn amdano
coverage-not-needed = Dim angen
coverage-nowhere = Ddim yn unman eto
coverage-first-page = Y ffeithiau ar y dudalen gyntaf
coverage-reference-not-checked = Nid yw’r cyfeiriad hwn wedi’i wirio eto.

coverage-covered = Wedi’i gwmpasu
coverage-missing = Ar goll
coverage-coming = I ddod
coverage-does-not-apply = Ddim yn berthnasol
coverage-not-asked-of-version = Ni ofynnir hyn gan y fersiwn hwn
coverage-asked-at-update = Gofynnir amdano pan gaiff ei ddiweddaru nesaf
coverage-needed-now = Mae ei angen nawr
coverage-needed-now-since = Mae ei angen nawr: gofynnwyd amdano ers { $day }
coverage-start-not-set = Mewn Deddf sydd wedi’i phasio; nid yw’r diwrnod y daw i rym wedi’i bennu
coverage-asked-from = Gofynnir amdano o { $day }
coverage-not-asked-yet = Ni ofynnir amdano eto
