# Yr hyn y gellir ei gael gan gyngor: rhestrau ohono, a thudalen ar gyfer pob un.

supports-title = Yr hyn y gallwch ei gael
supports-everything = Popeth y gallwch ei gael
supports-everything-a-to-z = Popeth, o A i Y
supports-all-for = Popeth ar gyfer: { $facet }
supports-find = Dod o hyd i’r hyn sydd ei angen arnoch
supports-narrow-down = Cyfyngu’r rhestr
supports-of-any-age = I bobl o unrhyw oed
supports-nothing = Nid oes dim yn cael ei gynnig ar gyfer hyn nawr.
supports-where-from = O ble y daw hyn
supports-amount = Faint: { $amount }

supports-legal-right = Hawl gyfreithiol
supports-council-choice = Dewis y cyngor, nid hawl gyfreithiol

supports-by-age = Yn ôl oed
supports-by-leaving-care = Yn ôl statws gadael gofal
supports-by-kinship = Yn ôl trefniant gofal gan berthnasau
supports-by-topic = Yn ôl pwnc
supports-by-situation = Yn ôl sefyllfa
supports-by-right = Yn ôl hawl gyfreithiol

supports-age-under-16 = O dan 16
supports-age-16-and-17 = 16 a 17
supports-age-18-to-20 = 18 i 20
supports-age-21-to-24 = 21 i 24
supports-age-25-and-over = 25 a throsodd
supports-title-under-16 = O dan 16 oed
supports-title-16-and-17 = 16 a 17 oed
supports-title-18-to-20 = 18 i 20 oed
supports-title-21-to-24 = 21 i 24 oed
supports-title-25-and-over = 25 oed a throsodd

supports-care-leavers = Pobl sy’n gadael gofal: { $status }
supports-eligible = cymwys
supports-relevant = perthnasol
supports-former-relevant = perthnasol gynt
supports-qualifying = yn cymhwyso

supports-kinship-carers = Gofalwyr sy’n berthnasau: { $arrangement }
supports-informal = anffurfiol
supports-private-fostering = maethu preifat
supports-kinship-foster-care = gofal maeth gan berthnasau
supports-child-arrangements-order = gorchymyn trefniadau plentyn
supports-special-guardianship = gwarcheidiaeth arbennig
supports-adoption = mabwysiadu

supports-who = Pwy all ei gael
supports-age = Oed
supports-age-one = { $age } oed
supports-age-between = { $from } i { $to } oed
supports-age-from = O { $from } oed
supports-age-to = Hyd at { $to } oed
supports-for-care-leavers = Statws gadael gofal
supports-for-arrangements = Ar gyfer y trefniadau hyn
supports-how-much = Faint
supports-how-to-ask = Sut i ofyn
supports-who-decides = Pwy sy’n penderfynu
supports-how-long = Faint o amser y mae’n ei gymryd
supports-if-refused = Os cewch eich gwrthod
supports-contact = Cyswllt
supports-law = Y gyfraith
supports-confirmed = Gwnaethom gadarnhau hyn ddiwethaf ar

supports-draft = Drafft
supports-version = Fersiwn { $version }
supports-old-version = Hen fersiwn, { $version }
supports-version-withdrawn = Tynnwyd yn ôl, fersiwn { $version }
supports-version-moved = Symudwyd, fersiwn { $version }
