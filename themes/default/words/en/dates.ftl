# Days, lists and numbers.

dates-day = { $day } { $month } { $year }
dates-month-01 = January
dates-month-02 = February
dates-month-03 = March
dates-month-04 = April
dates-month-05 = May
dates-month-06 = June
dates-month-07 = July
dates-month-08 = August
dates-month-09 = September
dates-month-10 = October
dates-month-11 = November
dates-month-12 = December
# A version that was not the first of its day.
dates-version = { $day } ({ $number })
# The month alone, for what is said to the month.
dates-month = { $month } { $year }
# What the last item starts with (vowel or other) is for languages that ask.
dates-list = { $start ->
   *[other] { $most } and { $last }
}
# The name of the plural that a number takes. Never translated.
dates-plural = { $number ->
    [one] one
   *[other] other
}
