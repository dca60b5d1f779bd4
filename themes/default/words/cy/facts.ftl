# Yr hyn a newidiodd y tu allan i destunau cyhoeddiad: ei ffeithiau, pwy a lofnododd, ei gamau gweithredu a’i ffeiliau.

# Enwau’r ffeithiau.
facts-title = Teitl
facts-summary = Crynodeb
facts-kind = Math
facts-owner = Perchennog
facts-sponsor = Noddwr
facts-consultation = Ymgynghoriad
facts-replaces = Yn disodli
facts-reach = Sut y mae’n cyrraedd pobl
facts-page-order = Trefn y tudalennau
facts-topics-covered = Pynciau a gwmpesir
facts-topics-not-applicable = Pynciau nad ydynt yn berthnasol
facts-decision-date = Dyddiad y penderfyniad
facts-made-from = Gwnaed o’r fersiwn
facts-basis = Hawl gyfreithiol neu ddewis
facts-arrangements = Ar gyfer trefniadau gofal gan berthnasau
facts-situations = Sefyllfaoedd
facts-last-confirmed = Cadarnhawyd ddiwethaf

# Pryd yr edrychir arno eto, a’r hyn a’i cymeradwyodd.
facts-review-by = erbyn { $day }
facts-review-every-months = { $count ->
    [one] bob mis
   *[other] bob { $count } mis
}
facts-review-every-years = { $count ->
    [one] bob blwyddyn
    [two] bob 2 flynedd
    [3] bob 3 blynedd
    [4] bob 4 blynedd
    [6] bob 6 blynedd
   *[other] bob { $count } mlynedd
}
facts-approved-by-decision = y penderfyniad { $decision }
facts-approved-by-body = { $body }, { $day }

# Â phwy yr ymgynghorwyd. Saif y rhain un ar ôl y llall: “o 1 Mai 2026 hyd 1 Mehefin 2026 gyda’r canlynol: pobl sy’n gadael gofal adroddiad: atebion”.
facts-consultation-from = o { $from }
facts-consultation-to = hyd { $to }
facts-consultation-from-to = o { $from } hyd { $to }
facts-consultation-with = gyda’r canlynol: { $people }
facts-consultation-report = adroddiad: { $report }

# Sefydliad, gyda’r hyn y mae’n rhaid i ddarllenydd ei wybod amdano.
facts-organisation-home = { $name } (un o’i gartrefi plant)
facts-organisation-ceased = { $name } (daeth i ben ar { $day })

# Sefyllfa sefydliad: “llofnodwyd, fersiwn 2026-07-01, ar 2 Gorffennaf 2026 (Prif Swyddog)”.
facts-signed = llofnodwyd
facts-agreed = cytunwyd
facts-invited = gwahoddwyd
facts-withdrawn = tynnwyd yn ôl
facts-standing-version = { $standing }, fersiwn { $version }
facts-standing-day = { $standing } ar { $day }
facts-standing-version-day = { $standing }, fersiwn { $version }, ar { $day }
facts-standing-role = { $standing } ({ $role })

# Beth ddigwyddodd i res yn y gofrestr o ymrwymiadau.
facts-sign-up-added = Ychwanegwyd: { $is }
facts-sign-up-standing = Cynt: { $was }. Nawr: { $is }
facts-sign-up-undertaking = Yr hyn yr ymrwymodd i’w wneud cynt: { $was }. Nawr: { $is }
facts-sign-up-removed = Heb ei restru mwyach. Cynt: { $was }

# Cam gweithredu, a’r hyn a ddaeth ohono.
facts-action = { $owner }; erbyn: { $due }; statws: { $status }
facts-action-action = Cam gweithredu cynt: { $was }. Nawr: { $is }
facts-action-who = Pwy cynt: { $was }. Nawr: { $is }
facts-action-due = Erbyn pryd cynt: { $was }. Nawr: { $is }
facts-action-measure = Mesur cynt: { $was }. Nawr: { $is }
facts-action-status = Statws cynt: { $was }. Nawr: { $is }
facts-no-date = dim dyddiad wedi’i bennu
# Yn lle testun sy’n wag: “Mesur cynt: dim. Nawr: deg cartref”.
facts-nothing = dim

# Beth ddigwyddodd i ffeil.
facts-file-added = Ychwanegwyd
facts-file-replaced = Daeth ffeil newydd yn ei lle
facts-file-removed = Tynnwyd
