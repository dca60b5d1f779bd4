# Cynlluniau gweithredu: beth sydd i’w wneud, a pha mor bell y mae wedi dod.

# Fel y maent mewn brawddeg; mae tabl yn eu dechrau â phrif lythyren.
actions-status-not-started = heb ddechrau
actions-status-in-progress = ar y gweill
actions-status-done = wedi’i wneud
actions-status-stopped = wedi’i atal

actions-no-date = Dim dyddiad wedi’i bennu
actions-status-on = { $day }: { $status }

actions-title = Cynlluniau gweithredu
actions-overdue = Hwyr
actions-open = Eto i’w wneud
actions-closed = Wedi’i wneud neu ei atal
actions-dropped = Ddim yn y cynllun mwyach

# Tabl cynllun.
actions-caption = Beth sydd i’w wneud
actions-action = Cam gweithredu
actions-who = Pwy
actions-by-when = Erbyn pryd
actions-measure = Sut y byddwn yn gwybod
actions-status = Statws
# Y rhif a roddodd y cyngor i gam gweithredu.
actions-number-and-action = { $number }: { $action }

# Un cam gweithredu, gyda’r hyn a ddaeth ohono.
actions-status-looked-at = { $status } (edrychwyd arno ddiwethaf ar { $day })
actions-due-overdue = { $due }, hwyr
actions-part-of = Yn rhan o’r canlynol
actions-asked-for-by = Gofynnwyd amdano gan
actions-how-it-went = Sut aeth hi
# Dyddiau y pennwyd dyddiad arall: “symudwyd ar 25 Tachwedd 2026 a 4 Ionawr 2027”.
actions-first-due = I’w wneud yn gyntaf erbyn { $due }, symudwyd y dyddiad ar { $days }
actions-dropped-since = Ers { $day }

# O dan destun sy’n dangos y cynllun fel y’i cyhoeddwyd.
actions-overdue-in-text = Camau gweithredu sy’n hwyr

# Siartiau o ba mor bell y mae cynllun wedi dod.
actions-done-of-all = Mae { $done } o { $all } cam gweithredu wedi’i wneud.
actions-count = { $count } cam gweithredu
actions-count-done = { $count } wedi’i wneud
actions-count-in-progress = { $count } ar y gweill
actions-count-not-started = { $count } heb ddechrau
actions-count-stopped = { $count } wedi’i atal
# I’r rhai nad ydynt yn gweld y siart.
actions-bar = Bar o { $actions }: { $counts }
actions-by-status = { $actions }: { $counts }
actions-none-yet = Nid oes camau gweithredu eto.
actions-none-in-any-version = Nid oes camau gweithredu mewn unrhyw fersiwn eto.
actions-none-in-version = dim camau gweithredu
actions-over-time = Pa mor bell yr oedd y camau gweithredu wedi dod ym mhob fersiwn
actions-version = Fersiwn
actions-actions = Camau gweithredu
