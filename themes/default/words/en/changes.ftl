# What a version changed.

changes-title = What changed on { $version }
changes-title-draft = What this draft would change
changes-compares = This page compares two versions of { $publication }:
changes-before = Before
changes-after = After
changes-note = The council’s note
changes-in-short = In short
# How changes are marked, with the marks on it.
changes-marks = In the text below, { $added } and { $removed }.
changes-marks-added = new words are underlined
changes-marks-removed = words that were taken away are struck through
changes-go-to = Go to a change
changes-facts = Facts that changed
changes-facts-caption = Facts before and after
changes-facts-of = Facts of “{ $title }” before and after
changes-fact = Fact
changes-fact-nothing = Nothing
changes-taken-away = Taken away
changes-sign-ups = Who takes part
changes-action-plan = Action plan
changes-files = Files
changes-read-as-it-was = Read { $title } as it was
changes-read-as-it-is = Read { $title } as it is in the new version
changes-no-text = No text changed.
changes-text-new = New

# A text, with what it is where it is no page: “Money (easy read)”.
changes-title-of-text = { $title } ({ $what })
changes-support = what you can get
# What happened to a text or at a place of it, in few words: “Money: facts changed”.
changes-at = { $title }: { $what }
changes-new-within = new
changes-taken-away-within = taken away
changes-facts-within = facts changed

# In numbers: “2 texts changed, 1 added. 3 sign-ups changed.” The first number names what is counted.
changes-told = { $what }.
changes-nothing = Nothing changed that a reader can see.
changes-texts-changed = { $count ->
    [one] 1 text changed
   *[other] { $count } texts changed
}
changes-texts-added = { $count ->
    [one] 1 text added
   *[other] { $count } texts added
}
changes-texts-removed = { $count ->
    [one] 1 text removed
   *[other] { $count } texts removed
}
changes-facts-changed = { $count ->
    [one] 1 fact changed
   *[other] { $count } facts changed
}
changes-sign-ups-changed = { $count ->
    [one] 1 sign-up changed
   *[other] { $count } sign-ups changed
}
changes-sign-ups-added = { $count ->
    [one] 1 sign-up added
   *[other] { $count } sign-ups added
}
changes-sign-ups-removed = { $count ->
    [one] 1 sign-up removed
   *[other] { $count } sign-ups removed
}
changes-actions-changed = { $count ->
    [one] 1 action changed
   *[other] { $count } actions changed
}
changes-actions-added = { $count ->
    [one] 1 action added
   *[other] { $count } actions added
}
changes-actions-removed = { $count ->
    [one] 1 action removed
   *[other] { $count } actions removed
}
changes-files-changed = { $count ->
    [one] 1 file changed
   *[other] { $count } files changed
}
changes-files-added = { $count ->
    [one] 1 file added
   *[other] { $count } files added
}
changes-files-removed = { $count ->
    [one] 1 file removed
   *[other] { $count } files removed
}
changes-more-changed = { $count } changed
changes-more-added = { $count } added
changes-more-removed = { $count } removed
changes-more-moved = { $count } moved
changes-more-restyled = { $count } changed in formatting or links only

# In a text: “3 paragraphs changed, 1 removed; 2 table rows added”.
changes-no-words = No words changed
changes-blocks-changed = { $blocks } changed
changes-blocks-added = { $blocks } added
changes-blocks-removed = { $blocks } removed
changes-blocks-moved = { $blocks } moved
changes-blocks-restyled = { $blocks } changed in formatting or links only
changes-paragraphs = { $count ->
    [one] 1 paragraph
   *[other] { $count } paragraphs
}
changes-headings = { $count ->
    [one] 1 heading
   *[other] { $count } headings
}
changes-list-items = { $count ->
    [one] 1 list item
   *[other] { $count } list items
}
changes-table-rows = { $count ->
    [one] 1 table row
   *[other] { $count } table rows
}
changes-table-columns = { $count ->
    [one] 1 table column
   *[other] { $count } table columns
}
changes-terms = { $count ->
    [one] 1 term
   *[other] { $count } terms
}
changes-definitions = { $count ->
    [one] 1 definition
   *[other] { $count } definitions
}
changes-captions = { $count ->
    [one] 1 caption
   *[other] { $count } captions
}
# Text whose lines stay as they were written.
changes-preformatted = { $count ->
    [one] 1 block of fixed text
   *[other] { $count } blocks of fixed text
}
# Lines across the page.
changes-rules = { $count ->
    [one] 1 dividing line
   *[other] { $count } dividing lines
}

# At one place of a text: “paragraph changed under “Money””. One block is named without a number.
changes-blocks-moved-and-changed = { $blocks } moved and changed
changes-place-heading = { $what }: “{ $heading }”
changes-place-under = { $what } under “{ $heading }”
changes-place-now-under = { $what }, now under “{ $heading }”
changes-paragraph = paragraph
changes-heading = heading
changes-list-item = list item
changes-table-row = table row
changes-table-column = table column
changes-term = term
changes-definition = definition
changes-caption = caption
changes-preformatted-one = block of fixed text
changes-rule = dividing line
