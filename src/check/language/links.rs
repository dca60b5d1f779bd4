//! Links whose words do not say where they lead.
//!
//! People who hear a page often go through a list of its links, without the words around them
//! (WCAG 2.2, success criterion 2.4.4).

use super::{Finding, LanguageSort};
use crate::parse::passages::{Passage, Sort};

/// Reports links that do not say where they lead.
pub(super) fn look(passages: &[Passage], findings: &mut Vec<Finding>) {
    for (index, passage) in passages.iter().enumerate() {
        if passage.sort != Sort::Link {
            continue;
        }
        let Some(message) = fault(passage.text.trim()) else {
            continue;
        };
        findings.push(Finding {
            passage: index,
            range: 0..passage.text.len(),
            sort: LanguageSort::LinkText,
            message,
            help:
                "say where it leads, such as “how to complain” or “claim Child Benefit on GOV.UK”"
                    .to_owned(),
        });
    }
}

fn fault(text: &str) -> Option<String> {
    if text.is_empty() {
        return Some("the link has no words".to_owned());
    }
    if is_bare_address(text) {
        return Some(format!(
            "the link shows an address of {} characters",
            text.chars().count()
        ));
    }
    let plain = text
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    SAY_NOTHING
        .contains(&plain.as_str())
        .then(|| format!("the link says only “{text}”"))
}

/// A long address is read out sign by sign, and breaks the lines of a telephone.
const LONGEST_ADDRESS: usize = 40;

fn is_bare_address(text: &str) -> bool {
    let is_one_word = !text.contains(char::is_whitespace);
    let is_address = text.contains("://") || text.starts_with("www.") || text.contains('/');
    is_one_word && is_address && text.chars().count() > LONGEST_ADDRESS
}

const SAY_NOTHING: &[&str] = &[
    "click",
    "click here",
    "click here for more",
    "click here for more information",
    "click on this link",
    "click this link",
    "click the link",
    "continue",
    "details",
    "find out more",
    "find out more here",
    "follow this link",
    "for more information",
    "further details",
    "further information",
    "go",
    "go here",
    "here",
    "information",
    "learn more",
    "link",
    "links",
    "more",
    "more details",
    "more here",
    "more info",
    "more information",
    "on this page",
    "our website",
    "page",
    "read here",
    "read more",
    "read more here",
    "read on",
    "read this",
    "see here",
    "see more",
    "see this page",
    "the link",
    "the website",
    "their website",
    "this",
    "this document",
    "this link",
    "this page",
    "this site",
    "this website",
    "view",
    "view here",
    "view more",
    "website",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::passages::passages;

    fn messages(markdown: &str) -> Vec<String> {
        let mut findings = Vec::new();
        look(&passages(markdown), &mut findings);
        findings.into_iter().map(|one| one.message).collect()
    }

    #[test]
    fn words_that_say_nothing() {
        assert_eq!(
            messages("Please [click here](a.md)."),
            ["the link says only “click here”"]
        );
        assert_eq!(
            messages("[Read more…](a.md)"),
            ["the link says only “Read more…”"]
        );
        assert_eq!(messages("[ *here* ](a.md)").len(), 1);
        assert_eq!(messages("[](a.md)"), ["the link has no words"]);
    }

    #[test]
    fn words_that_say_where() {
        for text in [
            "[Money](money.md)",
            "[Here is how to complain](a.md)",
            "[more about money](a.md)",
            "<https://www.gov.uk/child-benefit>",
            "[![Home](home.png)](index.md)",
            "<kinship.family.support.team@exampleshire-council.example>",
        ] {
            assert_eq!(messages(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn long_addresses() {
        let found = messages("<https://www.exampleshire.example/children/kinship/offer/money>");
        assert_eq!(found, ["the link shows an address of 61 characters"]);
    }

    #[test]
    fn an_image_that_says_more() {
        assert_eq!(messages("[![more](more.png)](a.md)").len(), 1);
    }
}
