# Geiriau a ffeithiau bach sydd ar lawer o dudalennau.

# Ffurfiau ar destun i ddarllenwyr eraill, fel y mae dolenni’n eu galw.
phrases-easy-read = Hawdd ei ddeall
phrases-child-friendly = I blant a phobl ifanc
phrases-large-print = Print bras

# Cyfieithiad: yr iaith wrth ei henw ei hun, gyda’i henw yn yr iaith hon.
phrases-language = { $own } ({ $name })
phrases-language-unknown = Yn yr iaith “{ $tag }”
phrases-language-arabic = Arabeg
phrases-language-bengali = Bengaleg
phrases-language-english = Saesneg
phrases-language-french = Ffrangeg
phrases-language-gujarati = Gwjarati
phrases-language-lithuanian = Lithwaneg
phrases-language-pashto = Pashto
phrases-language-persian = Perseg
phrases-language-polish = Pwyleg
phrases-language-portuguese = Portiwgaleg
phrases-language-punjabi = Pwnjabeg
phrases-language-romanian = Rwmaneg
phrases-language-somali = Somalieg
phrases-language-tigrinya = Tigrinya
phrases-language-ukrainian = Wcreineg
phrases-language-urdu = Wrdw
phrases-language-welsh = Cymraeg

# Beth ddigwyddodd i gyhoeddiad. Ysgrifennir y rhain â llythyren fach o fewn brawddeg.
phrases-first-version = Fersiwn cyntaf
phrases-update = Diweddariad
phrases-correction = Cywiriad
phrases-change-of-sign-ups = Newid i’r ymrwymiadau
phrases-withdrawn = Tynnwyd yn ôl
phrases-moved = Symudwyd
phrases-part-withheld = Daliwyd rhan yn ôl

# Pa mor gryf y gofynnir am rywbeth gan gynghorau.
phrases-level-must = Mae’r gyfraith neu ganllawiau statudol yn gofyn amdano
phrases-level-must-if-appropriate = Mae’r gyfraith yn gofyn amdano, lle mae’r cyngor o’r farn ei fod yn briodol
phrases-level-should = Mae canllawiau’n gofyn amdano
phrases-level-good = Arfer da

phrases-documents = { $count } dogfen
phrases-organisations = { $count } sefydliad
phrases-publications = { $count } cyhoeddiad
phrases-versions = { $count } fersiwn
# Cofnodiadau’r log.
phrases-entries = { $count } cofnodiad

# Ffeil i’w lawrlwytho: “PDF, 120 KB”. Yna’r hyn sy’n sefyll dros fath ffeil pan nad yw ei henw’n dweud.
phrases-file = { $ending }, { $size }
phrases-file-of-no-sort = Ffeil
phrases-bytes = { $size } beit
phrases-kilobytes = { $size } KB
phrases-megabytes = { $size } MB

# Adolygiadau: a edrychir eto ar destun.
phrases-review-not-set = Nid oes dyddiad adolygu wedi’i bennu
phrases-review-was-due = Roedd yr adolygiad i fod ar { $day }
phrases-review-next = Adolygiad nesaf erbyn { $day }

# Eiliad, er enghraifft pryd y cofnodwyd rhywbeth.
phrases-moment = { $day }, { $time }

# What a table is called that stands under no heading.
phrases-table = Tabl
