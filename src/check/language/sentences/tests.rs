//! Sentences end where readers stop, and no earlier.

use super::*;
use crate::parse::passages::passages;

fn split(text: &str) -> Vec<&str> {
    sentences(text)
        .map(|sentence| &text[sentence.range])
        .collect()
}

fn messages(markdown: &str, limit: usize) -> Vec<String> {
    let mut findings = Vec::new();
    look(&passages(markdown), limit, &mut findings);
    findings.into_iter().map(|one| one.message).collect()
}

fn of_words(count: usize) -> String {
    format!("{}end.", "word ".repeat(count - 1))
}

#[test]
fn sentences_end_at_marks() {
    assert_eq!(
        split("One. Two! Three? “Four.” (Five.) Six"),
        ["One.", "Two!", "Three?", "“Four.”", "(Five.)", "Six"]
    );
    assert_eq!(
        split("Phone us.\nwrite to us"),
        ["Phone us.", "write to us"]
    );
    assert_eq!(split("no mark\nnext line"), ["no mark", "next line"]);
}

#[test]
fn sentences_go_on_after_short_forms() {
    for text in [
        "Help, e.g. Money, is there.",
        "See s.22H and s. 22H of it.",
        "Flat No. 2 is free.",
        "It costs £1.50 or 2.5 times that.",
        "Ask Mr. Smith or Dr. Jones.",
        "Read Ch. 3 and para. 4.1 first.",
        "Written by J. R. Smith today.",
        "Go to GOV.UK for it.",
        "So they wait... and wait.",
        "It is (see above.) still one.",
    ] {
        assert_eq!(split(text), [text]);
    }
}

#[test]
fn some_short_forms_end_sentences() {
    assert_eq!(
        split("Can I? No. You cannot."),
        ["Can I?", "No.", "You cannot."]
    );
    assert_eq!(
        split("Shoes, coats, etc. You choose."),
        ["Shoes, coats, etc.", "You choose."]
    );
    assert_eq!(
        split("It is category c. Then we act."),
        ["It is category c.", "Then we act."]
    );
    assert_eq!(split("Since 2019. We act."), ["Since 2019.", "We act."]);
    assert_eq!(
        split("Go to A and E. Call us."),
        ["Go to A and E.", "Call us."]
    );
}

#[test]
fn what_has_no_words_is_no_sentence() {
    assert_eq!(split("– … !"), Vec::<&str>::new());
    assert_eq!(split(""), Vec::<&str>::new());
}

#[test]
fn the_limit_is_allowed_and_one_more_is_not() {
    assert!(messages(&of_words(25), 25).is_empty());
    assert_eq!(messages(&of_words(26), 25), ["this sentence has 26 words"]);
    assert_eq!(messages(&of_words(16), 15), ["this sentence has 16 words"]);
}

#[test]
fn each_item_of_a_list_is_its_own() {
    let items = format!("- {}\n- {}\n", "word ".repeat(20), "word ".repeat(20));
    assert!(messages(&items, 25).is_empty());
}

#[test]
fn headings_and_what_others_said_are_left() {
    let long = of_words(30);
    assert!(messages(&format!("## {long}"), 25).is_empty());
    assert!(messages(&format!("> {long}"), 25).is_empty());
    assert!(messages(&format!("“{long}”"), 25).is_empty());
    assert_eq!(messages(&format!("> [!NOTE]\n> {long}"), 25).len(), 1);
    assert_eq!(
        messages(&format!("We call it “care” and {long}"), 25).len(),
        1
    );
}

#[test]
fn a_title_counts_as_one_word() {
    let act =
        "The rule is in the Homelessness (Priority Need for Accommodation) (England) Order 2002.";
    assert!(messages(act, 6).is_empty());
    assert_eq!(messages(act, 5), ["this sentence has 6 words"]);
    let linked = "It is in [the Homelessness (Priority Need) Order 2002](https://www.legislation.gov.uk/uksi/2002/2051).";
    assert_eq!(messages(linked, 3), ["this sentence has 4 words"]);
}
