# Pryd y mae cyhoeddiadau i’w hadolygu.

reviews-title = Adolygiadau
reviews-overdue = Hwyr
reviews-soon = I’w gwneud o fewn 60 diwrnod
reviews-later = I’w gwneud yn ddiweddarach
reviews-never-set = Nid oes dyddiad adolygu wedi’i bennu
reviews-was-due = Roedd yr adolygiad i fod ar { $day }
reviews-next = Yr adolygiad nesaf erbyn { $day }
reviews-owner = Pwy sy’n cadw hyn yn gywir
reviews-latest-version = Y fersiwn diweddaraf
reviews-nothing-published = Nid oes dim wedi’i gyhoeddi eto.
reviews-calendar = Ar gyfer calendr y tîm
reviews-calendar-file = Calendr adolygiadau (iCalendar)
reviews-table-file = Tabl adolygiadau (CSV)

reviews-as-it-was = Fel yr oedd ar { $day }: { $counts }.
reviews-counts = { $counts }.
reviews-number-overdue = { $count } yn hwyr
reviews-number-soon = { $count } i’w gwneud o fewn 60 diwrnod
reviews-number-never-set = { $count } heb ddyddiad adolygu
reviews-none = nid oes yr un yn hwyr, ac nid oes yr un i’w wneud o fewn 60 diwrnod
