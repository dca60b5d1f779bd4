//! The rules together.

use proptest::prelude::*;

use super::*;
use crate::parse::passages::passages;

fn sorts(markdown: &str, language: &str) -> Vec<LanguageSort> {
    let found = look(
        &passages(markdown),
        &WordList::built_in(),
        language,
        LIMIT_STANDARD,
    );
    found.into_iter().map(|one| one.sort).collect()
}

const ALL: &str =
    "We utilise it. Your IRO says [click here](a.md).\n\n| Who | |\n| --- | --- |\n| a | b |\n";

#[test]
fn findings_come_in_the_order_of_the_page() {
    assert_eq!(
        sorts(ALL, "en-GB"),
        [
            LanguageSort::Disliked,
            LanguageSort::Abbreviation,
            LanguageSort::LinkText,
            LanguageSort::TableHeader,
        ]
    );
}

#[test]
fn other_languages_are_looked_at_for_structure_only() {
    assert_eq!(sorts(ALL, "cy"), [LanguageSort::TableHeader]);
    assert_eq!(sorts(ALL, "engl"), [LanguageSort::TableHeader]);
    assert_eq!(sorts(ALL, "").len(), 4);
    assert_eq!(sorts(ALL, "EN").len(), 4);
}

#[test]
fn a_plain_page_has_no_findings() {
    let plain = "You may be bringing up a grandchild. We call that kinship care.\n\n- [Money](money.md)\n- A home\n\nSee the [Children Act 1989, section 22H](https://www.legislation.gov.uk/ukpga/1989/41/section/22H).\n";
    assert_eq!(sorts(plain, "en"), []);
}

#[test]
fn messages_hold_no_dashes_for_pauses_and_say_what_to_do() {
    for finding in look(&passages(ALL), &WordList::built_in(), "en", 3) {
        assert!(!finding.message.contains('—') && !finding.help.contains('—'));
        assert!(!finding.message.is_empty() && !finding.help.is_empty());
    }
}

proptest! {
    #[test]
    fn any_text_at_all(text in any::<String>(), limit in 0usize..30) {
        check(&text, limit)?;
    }

    #[test]
    fn texts_that_look_like_ours(
        text in "(PEP|LAs|IRO |SENDIASS|placement|Contact with |your mother|looked-after |children |e\\.g\\.|Children Act 1989|section 22|“|”|‘|’|\"|\\(|\\)|\\. |, |the |of |Order |\n|\n\n|- |\\[here\\]\\(a\\)|\\| |\\|-\\||É|’s|&|\u{a0}|\u{FFFC}|👩‍👧){0,40}",
        limit in 0usize..30,
    ) {
        check(&text, limit)?;
    }
}

/// Whatever the text, each finding has its place in the passage and in the source.
fn check(text: &str, limit: usize) -> Result<(), TestCaseError> {
    let passages = passages(text);
    let list = WordList::built_in();
    let found = look(&passages, &list, "en", limit);
    prop_assert_eq!(&found, &look(&passages, &list, "en", limit));
    for finding in found {
        let passage = &passages[finding.passage];
        prop_assert!(passage.text.get(finding.range.clone()).is_some());
        prop_assert!(text.get(passage.span(finding.range)).is_some());
    }
    let _ = reading(&passages);
    Ok(())
}
