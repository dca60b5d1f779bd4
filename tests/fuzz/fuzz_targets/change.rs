//! Comparisons: two texts, parted by the first NUL. Without one, the text with itself less what
//! stands between the first U+0001 and the first U+0002.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use offerbook::changes::English;
use offerbook::changes::text::{HtmlOptions, compare, plain_text, to_html, to_terminal};
use offerbook_fuzz::assert_whole;

fuzz_target!(|data: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(data) else { return Corpus::Reject };
    let (old, new) = match text.split_once('\0') {
        Some((old, new)) => (old.to_owned(), new.to_owned()),
        None => match text.split_once('\u{1}') {
            Some((before, rest)) => {
                let (middle, after) = rest.split_once('\u{2}').unwrap_or((rest, ""));
                (format!("{before}{middle}{after}"), format!("{before}{after}"))
            }
            None => (text.to_owned(), text.to_owned()),
        },
    };
    let change = compare(&old, &new);
    let (old_text, new_text) = (plain_text(&old), plain_text(&new));
    assert_eq!(change.old_text(), old_text, "old text");
    assert_eq!(change.new_text(), new_text, "new text");
    assert_eq!(change.is_empty(), old_text == new_text, "is_empty");
    if old == new {
        assert!(change.is_empty(), "a text differs from itself");
    } else {
        assert!(compare(&old, &old).is_empty(), "the old text differs from itself");
    }
    let html = to_html(&change, &HtmlOptions::default(), &English);
    assert_whole(&html);
    for place in change.places("change-") {
        let _ = format!("{place:?}");
    }
    to_terminal(&change, true);
    let plain = to_terminal(&change, false);
    assert!(
        plain.chars().all(|c| c == '\n' || !c.is_control()),
        "control characters on the terminal: {plain:?}"
    );
    Corpus::Keep
});
