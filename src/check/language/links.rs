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
    let plain = text.to_lowercase();
    if says_nothing(&plain) {
        return Some(format!("the link says only “{text}”"));
    }
    tells_to_click(&plain).then(|| "the link tells readers to click".to_owned())
}

/// Whether all words of a link could stand in any other: "download the PDF", "more information
/// here".
fn says_nothing(text: &str) -> bool {
    let words: Vec<&str> = text
        .split(|one: char| !one.is_alphanumeric() && one != '\'' && one != '’')
        .filter(|word| !word.is_empty())
        .collect();
    let has_unit = words.iter().any(|word| UNITS.contains(word));
    let is_empty = |(index, word): (usize, &&str)| {
        SAY_NOTHING.contains(word)
            || SMALL.contains(word)
            || is_size(word, has_unit)
            // "Visit our website", but "site visit".
            || index == 0 && *word == "visit"
    };
    words.iter().any(|word| SAY_NOTHING.contains(word)) && words.iter().enumerate().all(is_empty)
}

/// The size of a file: "2MB", and "120" of "120 KB".
fn is_size(word: &str, has_unit: bool) -> bool {
    let unit = word.trim_start_matches(|one: char| one.is_ascii_digit());
    UNITS.contains(&unit) || has_unit && unit.is_empty()
}

/// "Click here to apply": not everybody clicks, and a list of links says “click” many times over.
fn tells_to_click(text: &str) -> bool {
    let text = text.trim_start_matches(|one: char| !one.is_alphanumeric());
    CLICK.iter().any(|start| text.starts_with(start)) || text.contains(" click here")
}

/// A long address is read out sign by sign, and breaks the lines of a telephone.
const LONGEST_ADDRESS: usize = 40;

fn is_bare_address(text: &str) -> bool {
    let is_one_word = !text.contains(char::is_whitespace);
    let is_address = text.contains("://") || text.starts_with("www.") || text.contains('/');
    is_one_word && is_address && text.chars().count() > LONGEST_ADDRESS
}

const UNITS: &[&str] = &["kb", "mb", "gb"];

/// How links begin that tell readers to click.
const CLICK: &[&str] = &[
    "click here",
    "click below",
    "click for",
    "click on",
    "click the",
    "click this",
    "click to",
    "press here",
    "tap here",
];

/// Words that do not say where a link leads.
const SAY_NOTHING: &[&str] = &[
    "attachment",
    "click",
    "continue",
    "details",
    "doc",
    "document",
    "docx",
    "download",
    "file",
    "go",
    "here",
    "info",
    "information",
    "link",
    "links",
    "more",
    "page",
    "pdf",
    "read",
    "see",
    "site",
    "this",
    "version",
    "view",
    "web",
    "webpage",
    "website",
];

/// Small words between them.
const SMALL: &[&str] = &[
    "and", "as", "at", "find", "follow", "for", "full", "further", "in", "it", "learn", "now",
    "of", "on", "open", "our", "out", "please", "that", "the", "their", "to", "us",
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
        for text in [
            "download",
            "PDF",
            "Download (PDF, 2MB)",
            "Download the PDF, 120 KB",
            "Full document",
            "View our website",
            "Visit the site",
            "Find out more information here",
            "Open the file",
            "PDF version",
        ] {
            assert_eq!(
                messages(&format!("[{text}](a.md)")),
                [format!("the link says only “{text}”")]
            );
        }

        assert_eq!(messages("[](a.md)"), ["the link has no words"]);
    }

    #[test]
    fn words_that_tell_to_click() {
        for text in [
            "Click here to apply",
            "click on the map of hubs",
            "To apply, click here",
            "Tap here for help",
        ] {
            assert_eq!(
                messages(&format!("[{text}](a.md)")),
                ["the link tells readers to click"],
                "{text}"
            );
        }
    }

    #[test]
    fn words_that_say_where() {
        for text in [
            "[Money](money.md)",
            "[Here is how to complain](a.md)",
            "[more about money](a.md)",
            "[Apply](a.md)",
            "[Download the app](a.md)",
            "[Our offer (PDF, 2MB)](a.md)",
            "[Download the kinship offer](a.md)",
            "[Easy-read version](a.md)",
            "[Full offer for care leavers](a.md)",
            "[Information and advice](a.md)",
            "[Open evenings](a.md)",
            "[Site visit](a.md)",
            "[Read the plan](a.md)",
            "[Next page](a.md)",
            "[Page 2](a.md)",
            "[2024](a.md)",
            "[a](a.md)",
            "[Full](a.md)",
            "[Open](a.md)",
            "[Find a personal adviser](a.md)",
            "[See who can help](a.md)",
            "[Visits](a.md)",
            "[Continue your claim](a.md)",
            "[Web chat](a.md)",
            "[Website of Ofsted](a.md)",
            "[Clickimin Centre](a.md)",
            "[Housing: how to apply](a.md)",
            "[View the map of family hubs](a.md)",
            "[Documents](a.md)",
            "[GOV.UK](a.md)",
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
