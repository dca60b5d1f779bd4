# Words and small facts that many pages need.

# Forms of a text for other readers, as links call them.
phrases-easy-read = Easy read
phrases-child-friendly = For children and young people
phrases-large-print = Large print

# A translation: the language by its own name, with its name in this language.
phrases-language = { $own } ({ $name })
phrases-language-unknown = In the language “{ $tag }”
phrases-language-arabic = Arabic
phrases-language-bengali = Bengali
phrases-language-english = English
phrases-language-french = French
phrases-language-gujarati = Gujarati
phrases-language-lithuanian = Lithuanian
phrases-language-pashto = Pashto
phrases-language-persian = Persian
phrases-language-polish = Polish
phrases-language-portuguese = Portuguese
phrases-language-punjabi = Punjabi
phrases-language-romanian = Romanian
phrases-language-somali = Somali
phrases-language-tigrinya = Tigrinya
phrases-language-ukrainian = Ukrainian
phrases-language-urdu = Urdu
phrases-language-welsh = Welsh

# What happened to a publication. These are written small where they stand within a sentence.
phrases-first-version = First version
phrases-update = Update
phrases-correction = Correction
phrases-change-of-sign-ups = Change of sign-ups
phrases-withdrawn = Withdrawn
phrases-moved = Moved
phrases-part-withheld = Part withheld

# How strongly something is asked of councils.
phrases-level-must = The law or statutory guidance asks it
phrases-level-must-if-appropriate = The law asks it, where the council thinks it right
phrases-level-should = Guidance asks it
phrases-level-good = Good practice

phrases-documents = { $count ->
    [one] 1 document
   *[other] { $count } documents
}
phrases-organisations = { $count ->
    [one] 1 organisation
   *[other] { $count } organisations
}
phrases-publications = { $count ->
    [one] 1 publication
   *[other] { $count } publications
}
phrases-versions = { $count ->
    [one] 1 version
   *[other] { $count } versions
}
# Entries of the log.
phrases-entries = { $count ->
    [one] 1 entry
   *[other] { $count } entries
}

# A file to download: “PDF, 120 KB”. Then what stands for a file’s sort where its name does not tell.
phrases-file = { $ending }, { $size }
phrases-file-of-no-sort = File
phrases-bytes = { $size } bytes
phrases-kilobytes = { $size } KB
phrases-megabytes = { $size } MB

# Reviews: whether a text is looked at again.
phrases-review-not-set = No review date is set
phrases-review-was-due = The review was due on { $day }
phrases-review-next = Next review by { $day }

# A moment, for instance when something was recorded.
phrases-moment = { $day }, { $time }

# What a table is called that stands under no heading.
phrases-table = Table
