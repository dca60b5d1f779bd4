//! Councils can add to the list and take from it.

use crate::check::language::{Finding, LanguageSort, WordList, look};
use crate::parse::passages::passages;

fn findings(text: &str, list: &WordList) -> Vec<Finding> {
    look(&passages(text), list, "en", 25)
        .into_iter()
        .filter(|one| one.sort == LanguageSort::Disliked)
        .collect()
}

fn pair(word: &str, instead: &str) -> (String, String) {
    (word.to_owned(), instead.to_owned())
}

#[test]
fn additions_are_found_as_whole_words_in_any_case() {
    let list = WordList::built_in().with(&[pair("Care leaver", "care-experienced person")], &[]);
    let found = findings("A CARE-LEAVER and a care leaver.", &list);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].help, "write “care-experienced person”");
    assert!(found[0].message.contains("council’s list"));
    assert!(findings("care leavers", &list).is_empty());
}

#[test]
fn an_addition_replaces_what_was_there() {
    let list = WordList::built_in().with(&[pair("siblings", "sisters and brothers")], &[]);
    assert_eq!(
        findings("Your siblings", &list)[0].help,
        "write “sisters and brothers”"
    );
}

#[test]
fn removals_take_a_word_a_group_or_one_form() {
    let list = WordList::built_in().with(&[], &["Siblings".to_owned(), "contact".to_owned()]);
    assert!(findings("Siblings, supervised contact, contact with your mum", &list).is_empty());
    let list = WordList::built_in().with(&[], &["pursuant to".to_owned()]);
    assert!(findings("pursuant to it", &list).is_empty());
    assert_eq!(findings("in accordance with it", &list).len(), 1);
}

#[test]
fn capitals_stay_capitals() {
    let list = WordList::built_in().with(&[pair("PEP", "education plan")], &[]);
    assert_eq!(findings("Your PEP.", &list).len(), 1);
    assert!(findings("More pep.", &list).is_empty());
}

#[test]
fn longer_forms_win() {
    let list = WordList::built_in().with(&[pair("respite care", "a night away")], &[]);
    let found = findings("respite care", &list);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].help, "write “a night away”");
}

#[test]
fn odd_additions_do_no_harm() {
    let odd = [
        pair("", ""),
        pair("?!", "x"),
        pair("né", "born"),
        pair("a|b?", "c"),
    ];
    let list = WordList::built_in().with(&odd, &[String::new(), "  ".to_owned()]);
    assert_eq!(findings("She is NÉ that.", &list).len(), 1);
    assert_eq!(findings("utilise", &list).len(), 1);
}

#[test]
fn apostrophes_of_both_kinds_match() {
    let list = WordList::built_in().with(&[pair("child's file", "your file")], &[]);
    assert_eq!(findings("the child’s file", &list).len(), 1);
    assert_eq!(findings("the child's file", &list).len(), 1);
}
