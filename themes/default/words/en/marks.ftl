# What is said in a text whose changes are marked.

# Before what is new and what is gone, for those who do not see the marks.
marks-added = added:
marks-removed = removed:
# After a box to tick, for those who do not see it.
marks-ticked = ticked
marks-not-ticked = not ticked
# A picture, by the words that stand for it.
marks-picture = picture: { $alternative }

# What is left out because nothing changed in it, with a link to the whole.
marks-read-full-text = read the full text
marks-unchanged = { $blocks } unchanged
marks-unchanged-paragraphs = { $count } unchanged paragraphs
marks-unchanged-headings = { $count } unchanged headings
marks-unchanged-list-items = { $count } unchanged list items
marks-unchanged-table-rows = { $count } unchanged table rows
marks-unchanged-table-columns = { $count } unchanged table columns
marks-unchanged-terms = { $count } unchanged terms
marks-unchanged-definitions = { $count } unchanged definitions
marks-unchanged-captions = { $count } unchanged captions
marks-unchanged-preformatted = { $count } unchanged blocks of fixed text
marks-unchanged-rules = { $count } unchanged dividing lines

# What moved. The first is read where it was, the second where it is. One block is named without a number, with a capital.
marks-moved-up = { $blocks } moved up
marks-moved-down = { $blocks } moved down
marks-moved-up-to = { $blocks } moved up to “{ $heading }”
marks-moved-down-to = { $blocks } moved down to “{ $heading }”
marks-came-up = moved up
marks-came-down = moved down
marks-came-up-from = moved up from “{ $heading }”
marks-came-down-from = moved down from “{ $heading }”

# Beside the words of a link that leads elsewhere.
marks-link-changed = link changed from { $from } to { $to }
marks-link-added = link added, to { $to }
marks-link-removed = link removed, it went to { $from }
marks-this-page = this page

# What marks cannot show, after the text of a block.
marks-only-formatting = only the formatting changed
marks-formatting-too = the formatting changed too
marks-picture-replaced = a picture was replaced
marks-heading-cells = heading cells changed
marks-lower-heading = now a heading of a lower level
marks-higher-heading = now a heading of a higher level
marks-numbered = now numbered
marks-numbered-as = now numbered { $number }
marks-numbered-anew = numbered anew
marks-bulleted = now with a bullet instead of a number
marks-deeper = now deeper in the list
marks-less-deep = now less deep in the list
marks-own-item = now an item of its own
marks-part-of-item-before = now part of the item before
marks-elsewhere = now at another place in the structure
# What a block became, is no more, or was before.
marks-becomes = now { $what }
marks-no-longer = no longer { $what }
marks-exchanged = now { $new }, before { $old }
marks-form-heading = a heading
marks-form-heading-row = a row of headings
marks-form-list-item = a list item
marks-form-term = a term
marks-form-definition = a definition
marks-form-summary = the title of a part that opens
marks-form-caption = a caption
# What a block stands in now, or no longer.
marks-into-quotation = now in a quotation
marks-into-details = now in a part that opens
marks-into-table = now in a table
marks-into-box = now in a box of the kind “{ $kind }”
marks-out-of-quotation = no longer in a quotation
marks-out-of-details = no longer in a part that opens
marks-out-of-table = no longer in a table
marks-out-of-box = no longer in a box of the kind “{ $kind }”
