# Yr hyn y mae sgriptiau yn ei ddweud yn y dudalen. Y sgript sy’n llenwi’r hyn sydd mewn bachau.

scripts-day-choose = Dewiswch ddiwrnod. Os byddwch yn ei ysgrifennu, ysgrifennwch ef fel hyn: 2026-07-01.
scripts-day-to-come = Yn ôl cloc y ddyfais hon, nid yw { $day } wedi dod eto.
scripts-day-before-first = Nid oedd dim wedi’i gyhoeddi yma erbyn { $day }. Y diwrnod cyntaf oedd { $other }.
scripts-day-asked = Gofynnoch am { $day }. Ni newidiodd dim rhwng { $other } a’r diwrnod hwnnw: dyma sut yr oedd pethau.

scripts-exit-loading = Yn llwytho
scripts-exit-two-more = Shift: pwyswch ddwywaith eto i adael.
scripts-exit-one-more = Shift: pwyswch unwaith eto i adael.

scripts-search-results = { $number ->
    [one] 1 canlyniad ar gyfer “{ $query }”
   *[other] { $count } canlyniad ar gyfer “{ $query }”
}
scripts-search-none = Dim canlyniadau ar gyfer “{ $query }”
scripts-search-advice = Rhowch gynnig ar lai o eiriau neu eiriau eraill, gwiriwch y sillafu, neu defnyddiwch y rhestrau isod.
scripts-search-partial = Rhan yn unig a chwiliwyd, er mwyn llwytho ychydig. Mae llai o eiriau, wedi’u hysgrifennu’n llawn, yn dod o hyd i fwy.
scripts-search-wait = Yn chwilio…
scripts-search-more = Dangos rhagor o ganlyniadau
scripts-search-failed = Ni weithiodd y chwiliad
scripts-search-why = Mae angen i’r wefan hon fod ar weinydd gwe, a chysylltiad â hi. Mae’r rhestrau isod yn gweithio heb hynny.

scripts-check-holds = Cywir: { $what }
scripts-check-fails = Ddim yn gywir: { $what }
scripts-check-unknown = Ni ellir gwirio hyn yma: { $what }
scripts-check-page = mae’r dudalen hon yn dweud yr un peth â’r testun a gofnodwyd.
scripts-check-body = y testun a gofnodwyd yw’r un sydd yn y cofnod.
scripts-check-record = mae’r cofnod fel yr oedd pan gafodd ei selio.
scripts-check-proof = mae’r sêl yn log y cyngor.
scripts-check-signature = llofnododd y cyngor y log hwnnw.
scripts-check-seal = y sêl, gan nad oes un eto.

scripts-check-differs = Y dudalen: “{ $what }”. Y testun a gofnodwyd: “{ $other }”.
scripts-check-changed = Cafodd ei newid ers hynny.
scripts-check-withheld = Cadwyd rhan yn ôl gan hysbysiad: gweler tudalen y cofnod.
scripts-check-new-key = Mae’r cyngor wedi newid ei allwedd ers hynny. Defnyddiwch y gorchmynion ar dudalen y cofnod.
scripts-check-no-signatures = Ni all y porwr hwn wirio llofnodion. Defnyddiwch y gorchmynion ar dudalen y cofnod.
scripts-check-did-not-come = Ni ddaeth ffeil.
scripts-check-faulty = Mae ffeil yn ddiffygiol.

scripts-check-says = Mae’r dudalen hon yn dweud yr hyn a gofnodwyd.
scripts-check-not-sealed = Wedi’i gyhoeddi, heb ei selio eto.
scripts-check-part-unknown = Ni ellid gwirio rhan o hyn.
scripts-check-record-fails = Nid yw cofnod y dudalen hon yn gywir.
scripts-check-says-not = Nid yw’r dudalen hon yn dweud yr hyn a gofnodwyd.
scripts-check-server = Dim ond pan ddarllenir y dudalen o weinydd gwe (https) y mae hyn yn gweithio.
scripts-check-caution = Gallai pwy bynnag sy’n rheoli’r wefan hon newid y gwiriad hwn hefyd. I fod yn siŵr, cymharwch y pwynt gwirio ag un a gadwyd gennych: { $where }
scripts-check-see-record = gweler tudalen y cofnod
scripts-check-cannot = Nid oedd modd llwytho’r gwiriad. Rhowch gynnig arall arni pan fyddwch wedi’ch cysylltu.
