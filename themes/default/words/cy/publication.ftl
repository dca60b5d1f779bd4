# Tudalennau cyhoeddiad: ei destun, yr hyn sydd o’i amgylch, a’r cyfan ar un dudalen i’w hargraffu.

publication-decisions = Penderfyniadau
publication-part-of = Rhan o’r canlynol: { $publication }, { $authority }
publication-other-readers = Yr un peth i ddarllenwyr eraill
publication-made-from-older = (wedi’i wneud o fersiwn hŷn)
publication-pages = Tudalennau
publication-on-this-page = Ar y dudalen hon
publication-previous-and-next = Y dudalen flaenorol a’r dudalen nesaf
publication-previous = Blaenorol:
publication-next = Nesaf:
publication-find-supports = Dod o hyd i’r hyn y gallwch ei gael, yn ôl oedran, pwnc neu sefyllfa
publication-supports-then = Yr hyn y gallech ei gael yn ôl y fersiwn hwn
publication-files = Ffeiliau i’w lawrlwytho
publication-signed = Pwy sydd wedi llofnodi
publication-signed-which = Pwy sydd wedi llofnodi pa fersiwn
publication-action-plan = Cynllun gweithredu

# Pwy sy’n atebol amdano.
publication-about = Cael help, a phwy sy’n gyfrifol
publication-published-by = Cyhoeddwyd gan { $authority }.
publication-compare = Cymharu â chynghorau eraill: { $kind }
publication-get-help = Cael help
publication-who-to-contact = Â phwy i gysylltu ynghylch “{ $publication }”
publication-contact = Ble i ofyn
publication-owner = Pwy sy’n cadw hwn yn gywir
publication-sponsor = Pwy sy’n atebol amdano
publication-reach = Sut rydym yn cyrraedd pobl
publication-supersedes = Yr hyn y mae hwn yn ei ddisodli
publication-asked = Â phwy yr ymgynghorwyd
publication-from-to = o { $from } hyd { $to }
publication-answers = Yr hyn a ddywedasant
publication-report = Adroddiad ar yr ymgynghoriad

# Ffurf i ddarllenwyr eraill nad yw wedi’i diweddaru.
publication-out-of-date = Wedi dyddio
publication-late = Gwnaed y dudalen hon o fersiwn { $version }. Newidiwyd yr hyn y mae’n sôn amdano ar { $latest }, ac nid yw’r dudalen hon wedi’i diweddaru eto.
publication-read-up-to-date = Darllen y dudalen gyfredol
publication-see-changes = Gweld beth sydd wedi newid

# Gwirio tudalen yn erbyn y cofnod, yn y porwr.
publication-check = Gwirio’r dudalen hon
publication-check-what = Gall eich porwr wirio bod y dudalen hon yn dweud yr hyn a gofnododd y cyngor. Mae’n holi’r wefan hon yn unig, ac nid yw’n anfon dim. Mae’n cymharu testun y dudalen, nid yr hyn sydd o’i amgylch.
publication-check-now = Gwirio’r dudalen hon nawr
publication-what-proves = Beth sy’n profi’r fersiwn hwn

# Y dudalen i’w hargraffu. Saif y cyntaf o’r rhain yn gyntaf yn nheitl y ffenestr.
publication-print-first = Argraffu
publication-print-how = Dyma’r cyfan ar un dudalen. I’w hargraffu, neu i’w chadw fel ffeil, defnyddiwch “Argraffu” yn newislen eich porwr.
publication-print-back = Mynd yn ôl i’r tudalennau ar wahân
publication-contents = Cynnwys

# Cofnod o benderfyniad.
publication-taken-by = Gwnaed y penderfyniad gan
publication-taken-by-executive = y weithrediaeth
publication-taken-by-individual-member = aelod unigol o’r weithrediaeth
publication-taken-by-officer = swyddog
publication-taken-by-committee = pwyllgor
publication-taken-by-council = y cyngor llawn
publication-taken-by-advisory-board = bwrdd cynghori
publication-body = Corff
publication-date = Dyddiad
publication-item = Eitem
publication-key-decision = Penderfyniad allweddol
publication-yes = Ie
publication-no = Na
publication-outcome = Canlyniad
publication-approved = Yr hyn a gymeradwyodd
publication-approved-none = Nid oes yr un fersiwn a gyhoeddwyd yma yn enwi’r penderfyniad hwn.
publication-follow-ups = Yr hyn oedd i ddilyn, a pha mor bell y mae wedi dod
publication-papers = Papurau
publication-papers-none = Nid oes papurau wedi’u rhestru.
