//! Passages hold the words that readers get, and lead back to the source.

use proptest::prelude::*;

use super::*;

fn found(markdown: &str) -> Vec<(Sort, String)> {
    let found = passages(markdown);
    found.into_iter().map(|one| (one.sort, one.text)).collect()
}

fn one(sort: Sort, text: &str) -> (Sort, String) {
    (sort, text.to_owned())
}

#[test]
fn blocks_of_each_sort() {
    let markdown = "## Money {#money}\n\nOne\ntwo.\n\n- item *one*\n- item two\n  - inner\n\n> Said.\n\n> [!NOTE]\n> Ours.\n\n| Who | What |\n| --- | --- |\n| a | |\n";
    assert_eq!(
        found(markdown),
        [
            one(Sort::Heading(2), "Money"),
            one(Sort::Paragraph, "One two."),
            one(Sort::ListItem, "item one"),
            one(Sort::ListItem, "item two"),
            one(Sort::ListItem, "inner"),
            one(Sort::Quote, "Said."),
            one(Sort::Paragraph, "Ours."),
            one(Sort::TableHead, "Who"),
            one(Sort::TableHead, "What"),
            one(Sort::Cell, "a"),
        ]
    );
}

#[test]
fn links_and_images_stand_after_the_words_around_them() {
    assert_eq!(
        found("See [the *plan*](a.md) and ![a map](b.png) now."),
        [
            one(Sort::Paragraph, "See the plan and \u{FFFC} now."),
            one(Sort::Link, "the plan"),
            one(Sort::Image, "a map"),
        ]
    );
    assert_eq!(
        found("[![Home](a.png)](b.md)"),
        [one(Sort::Image, "Home"), one(Sort::Link, "Home")]
    );
}

#[test]
fn code_html_and_blocks_to_fill_in_are_silent() {
    let markdown = "```supports\ntopic = \"klo-money\"\n```\n\n<p>Raw words</p>\n\n    indented\n\n<!-- for writers -->\n\nUse `PEP` <b>now</b>.\n";
    assert_eq!(found(markdown), [one(Sort::Paragraph, "Use \u{FFFC} now.")]);
}

#[test]
fn hard_breaks_end_lines() {
    assert_eq!(
        found("One  \ntwo<br>three"),
        [one(Sort::Paragraph, "One\ntwo\nthree")]
    );
}

#[test]
fn a_loose_item_and_a_quoted_list() {
    assert_eq!(
        found("- one\n\n  two\n\n> - three\n"),
        [
            one(Sort::ListItem, "one"),
            one(Sort::ListItem, "two"),
            one(Sort::Quote, "three"),
        ]
    );
}

#[test]
fn terms_and_footnotes() {
    assert_eq!(
        found("PEP\n: A plan for school.\n\nText[^1].\n\n[^1]: A note.\n"),
        [
            one(Sort::Other, "PEP"),
            one(Sort::ListItem, "A plan for school."),
            one(Sort::Paragraph, "Text."),
            one(Sort::Paragraph, "A note."),
        ]
    );
}

#[test]
fn spans_lead_back() {
    let markdown = "- Zoë &amp; **Søren** say\n  “yes \\* no” to [PEPs](a.md)\n";
    let passage = &passages(markdown)[0];
    assert_eq!(passage.text, "Zoë & Søren say “yes * no” to PEPs");
    for (words, source) in [
        ("Søren", "Søren"),
        ("&", "&amp;"),
        ("say “yes", "say\n  “yes"),
        ("yes * no", "yes \\* no"),
        ("PEPs", "PEPs"),
    ] {
        let start = passage.text.find(words).unwrap();
        let span = passage.span(start..start + words.len());
        assert_eq!(&markdown[span], source, "{words}");
    }
}

#[test]
fn titles_are_marked() {
    let marked = |markdown: &str| {
        let passage = passages(markdown).remove(0);
        let titles = passage.titles.iter();
        titles
            .map(|range| passage.text[range.clone()].to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(marked("Read *Working together* now"), ["Working together"]);
    assert_eq!(
        marked("See [section 22H](https://www.legislation.gov.uk/ukpga/1989/41/section/22H)"),
        ["section 22H"]
    );
    assert_eq!(
        marked("See [our plan](files/plan.PDF#page=2)"),
        ["our plan"]
    );
    assert_eq!(
        marked("*Never* and *not now*, [money](money.md)"),
        Vec::<String>::new()
    );
}

proptest! {
    #[test]
    fn never_panics_and_spans_lie_on_boundaries(
        markdown in "([a-zé“ \n|*_\\[\\]()!#>&;:`~<\\-\\\\\t\u{0}\u{a0}]|&amp;|\\| a \\|\n\\|-\\|\n|\n\n- |👩‍👧|<br>|https://x.y ){0,60}",
        start in 0usize..80,
        length in 0usize..80,
    ) {
        for passage in passages(&markdown) {
            let span = passage.span(start..start + length);
            prop_assert!(markdown.get(span).is_some());
            let all = passage.span(0..passage.text.len());
            prop_assert!(markdown.get(all).is_some());
            for title in &passage.titles {
                prop_assert!(passage.text.get(title.clone()).is_some());
            }
            for (at, source) in &passage.places {
                prop_assert!(passage.text.is_char_boundary(*at));
                prop_assert!(markdown.get(source.clone()).is_some());
            }
        }
    }

    #[test]
    fn any_text_at_all(markdown in any::<String>()) {
        for passage in passages(&markdown) {
            prop_assert!(markdown.get(passage.span(0..usize::MAX)).is_some());
        }
    }
}
