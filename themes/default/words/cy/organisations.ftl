# Sefydliadau a’r hyn y maent wedi’i lofnodi, ar draws cynghorau.

organisations-title = Sefydliadau
organisations-asked = Sefydliadau y mae cynghorau yma wedi gofyn iddynt lofnodi protocol neu ddogfen arall.
organisations-none = Nid oes yr un sefydliad wedi’i enwi eto.
organisations-to-matrix = Pwy sydd wedi llofnodi, fesul cyngor a fesul sector

# O dan enw sefydliad: “2 dogfen: 1 wedi’i llofnodi fel y mae nawr a 1 wedi’i wahodd”.
organisations-documents-and-standing = { $documents }: { $standing }
organisations-count-signed-this = { $count ->
    [one] 1 wedi’i llofnodi fel y mae nawr
   *[other] { $count } wedi’u llofnodi fel y maent nawr
}
organisations-count-signed-before-correction = { $count ->
    [one] 1 wedi’i llofnodi cyn iddi gael ei chywiro
   *[other] { $count } wedi’u llofnodi cyn iddynt gael eu cywiro
}
organisations-count-signed-earlier = { $count ->
    [one] 1 wedi’i llofnodi mewn fersiwn cynharach
   *[other] { $count } wedi’u llofnodi mewn fersiwn cynharach
}
organisations-count-signed-and-ceased = { $count ->
    [one] 1 wedi’i llofnodi cyn i’r sefydliad ddod i ben
   *[other] { $count } wedi’u llofnodi cyn i’r sefydliad ddod i ben
}

# Sefydliad.
organisations-name = Enw
organisations-sector = Sector
organisations-what-it-is = Beth ydyw
organisations-website = Gwefan
organisations-what-became = Beth ddaeth ohono
organisations-see-successor = Gweld yr hyn y mae { $organisation } wedi’i lofnodi
organisations-took-over-from = Cymerodd le’r canlynol:

# Yr hyn y mae wedi’i lofnodi. Saif y cyntaf lle mae cyngor yn dweud mwy amdano na’i enw.
organisations-signed = Yr hyn y mae wedi’i lofnodi
organisations-name-and-remark = { $name }: { $remark }
organisations-where-it-stands = Ei sefyllfa
organisations-not-in-register = Ddim yn y gofrestr mwyach
organisations-role = Swydd y sawl a lofnododd
organisations-remark = Sylw
organisations-signed-before = Yr hyn a lofnododd o’r blaen
# Ar ôl yr hyn a ddywed y gofrestr: “Llofnodwyd fersiwn 1 Gorffennaf 2026 ar 3 Gorffennaf 2026”.
organisations-row-as-now = { $row }: y testun fel y mae nawr
organisations-row-before-correction = { $row }: y testun fel y mae nawr, cyn i gamgymeriadau ynddo gael eu cywiro
organisations-row-earlier = { $row }: fersiwn cynharach, felly mae angen gofyn iddo eto

# Cofrestrau un cyngor.
organisations-no-sign-ups = Nid oes neb wedi llofnodi eto.

# Cynghorau yn erbyn sectorau.
organisations-matrix = Pwy sydd wedi llofnodi, yn ôl cyngor a sector
organisations-matrix-what = Faint o sefydliadau ym mhob sector sydd wedi llofnodi’r hyn y mae eu cyngor yn ei gyhoeddi nawr. Nid yw llofnod ar fersiwn cynharach yn cael ei gyfrif.
organisations-all = Pob sefydliad
organisations-matrix-caption = Cynghorau a sectorau
organisations-council = Cyngor
organisations-no-registers = Nid oes gan yr un cyngor gofrestr o ymrwymiadau eto.
organisations-without = Cynghorau heb ymrwymiadau yma
organisations-none-named = Dim un wedi’i enwi
organisations-signed-of-all = { $signed } o { $all } wedi llofnodi
# O dan hynny, mewn rhestr: “1 fersiwn cynharach a 1 wedi tynnu’n ôl”.
organisations-more-earlier = { $count } fersiwn cynharach
organisations-more-ceased = { $count ->
    [one] 1 wedi’i lofnodi gan gorff nad yw’n bod mwyach
   *[other] { $count } wedi’u llofnodi gan gorff nad yw’n bod mwyach
}
organisations-more-waiting = { $count } wedi cytuno neu wedi cael gwahoddiad
organisations-more-withdrawn = { $count } wedi tynnu’n ôl
