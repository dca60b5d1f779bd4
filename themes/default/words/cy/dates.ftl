# Dyddiau, rhestrau a rhifau.

dates-day = { $day } { $month } { $year }
dates-month-01 = Ionawr
dates-month-02 = Chwefror
dates-month-03 = Mawrth
dates-month-04 = Ebrill
dates-month-05 = Mai
dates-month-06 = Mehefin
dates-month-07 = Gorffennaf
dates-month-08 = Awst
dates-month-09 = Medi
dates-month-10 = Hydref
dates-month-11 = Tachwedd
dates-month-12 = Rhagfyr
dates-version = { $day } ({ $number })
dates-month = { $month } { $year }
dates-list = { $start ->
    [vowel] { $most } ac { $last }
   *[other] { $most } a { $last }
}
dates-plural = { $number ->
    [zero] zero
    [one] one
    [two] two
    [few] few
    [many] many
   *[other] other
}
