# Pwy sydd wedi llofnodi pa fersiwn o brotocol ar y cyd, a’r hyn y mae pob un wedi ymrwymo iddo.

sign-ups-title = Pwy sydd wedi llofnodi beth
sign-ups-all-councils = Pob cyngor, yn ôl sector
sign-ups-version-of = Fersiwn { $version }
sign-ups-draft = Drafft
sign-ups-none = Nid oes neb wedi llofnodi eto.

# Penawdau uwchben sefydliadau sydd yn yr un sefyllfa.
sign-ups-signed-this = Wedi llofnodi’r fersiwn hwn
sign-ups-signed-before-correction = Wedi llofnodi’r fersiwn hwn, cyn i gamgymeriadau ynddo gael eu cywiro
sign-ups-signed-earlier = Wedi llofnodi fersiwn cynharach, a gofynnir iddynt eto
sign-ups-signed-and-ceased = Llofnodwyd gan gorff nad yw’n bod mwyach
sign-ups-agreed = Wedi cytuno i gymryd rhan
sign-ups-invited = Gwahoddwyd
sign-ups-withdrawn = Wedi tynnu’n ôl

# “12 sefydliad: 5 wedi llofnodi’r fersiwn hwn, 3 wedi’u gwahodd a 1 wedi tynnu’n ôl”
sign-ups-by-standing = { $all }: { $parts }
sign-ups-count-signed-this = { $count } wedi llofnodi’r fersiwn hwn
sign-ups-count-signed-before-correction = { $count } wedi’i lofnodi cyn iddo gael ei gywiro
sign-ups-count-signed-earlier = { $count } wedi llofnodi fersiwn cynharach
sign-ups-count-signed-and-ceased = { $count } wedi’i lofnodi gan gorff nad yw’n bod mwyach
sign-ups-count-agreed = { $count } wedi cytuno i gymryd rhan
sign-ups-count-invited = { $count ->
    [one] 1 wedi’i wahodd
   *[other] { $count } wedi’u gwahodd
}
sign-ups-count-withdrawn = { $count } wedi tynnu’n ôl

# Yr hyn a ddywed y gofrestr am un sefydliad.
sign-ups-row-signed = Llofnodwyd
sign-ups-row-signed-day = Llofnodwyd ar { $day }
sign-ups-row-signed-version = Llofnodwyd fersiwn { $version }
sign-ups-row-signed-version-day = Llofnodwyd fersiwn { $version } ar { $day }
sign-ups-row-agreed-day = Cytunwyd i gymryd rhan ar { $day }
sign-ups-row-agreed-version = Cytunwyd i gymryd rhan (fersiwn { $version })
sign-ups-row-agreed-version-day = Cytunwyd i gymryd rhan ar { $day } (fersiwn { $version })
sign-ups-row-invited-day = Gwahoddwyd ar { $day }
sign-ups-row-invited-version = Gwahoddwyd (fersiwn { $version })
sign-ups-row-invited-version-day = Gwahoddwyd ar { $day } (fersiwn { $version })
sign-ups-row-withdrawn-day = Tynnwyd yn ôl ar { $day }
sign-ups-row-withdrawn-version = Tynnwyd yn ôl (fersiwn { $version })
sign-ups-row-withdrawn-version-day = Tynnwyd yn ôl ar { $day } (fersiwn { $version })

sign-ups-standing = Ei sefyllfa
sign-ups-role = Swydd y sawl a lofnododd
sign-ups-undertaken = Yr hyn y mae wedi ymrwymo i’w wneud
sign-ups-remark = Sylw
# Ar ôl enw darparwr a lofnododd dros gartref nad yw ei enw’n cael ei roi.
sign-ups-one-home = un o’i gartrefi plant
sign-ups-ceased = Daeth y corff hwn i ben ar { $day }.
sign-ups-succeeded = Mae ei waith bellach gan { $organisation }.

sign-ups-sector-with-count = { $sector } ({ $count })
sign-ups-sector-council = Gwasanaethau’r cyngor
sign-ups-sector-police = Yr heddlu
sign-ups-sector-health = Iechyd
sign-ups-sector-justice = Cyfiawnder
sign-ups-sector-education = Addysg
sign-ups-sector-provider = Darparwyr gofal
sign-ups-sector-voluntary = Sefydliadau gwirfoddol
sign-ups-sector-government = Llywodraeth ganolog
sign-ups-sector-other = Eraill
