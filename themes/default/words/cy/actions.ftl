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
