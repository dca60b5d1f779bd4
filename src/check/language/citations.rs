//! Words that are not the council's own: titles of laws and documents, quotations, references.
//!
//! They are found by how they are written, without a list of laws: a run of capitalised words
//! that ends in Act, Regulations, Order and the like with a year.

use std::ops::Range;

use super::tokens::{self, Word, words};
use crate::parse::passages::{Passage, Sort};

/// A part of a passage's text that nobody may reword.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Citation {
    pub(super) range: Range<usize>,
    /// The title of a law or document.
    pub(super) is_title: bool,
    /// It names the law: a title of one, or a section of one.
    pub(super) is_law: bool,
}

/// The citations of a passage, in no particular order.
pub(super) fn citations(passage: &Passage) -> Vec<Citation> {
    let text = passage.text.as_str();
    let mut found: Vec<Citation> = passage
        .titles
        .iter()
        .map(|range| Citation {
            range: range.clone(),
            is_title: true,
            is_law: false,
        })
        .collect();
    let list = words(text);
    for (index, word) in list.iter().enumerate() {
        found.extend(title_of_law(text, &list, index, word));
        found.extend(reference(text, &list, index, word));
    }
    quotations(text, &mut found);
    found
}

/// Citations in order, with those that overlap made one.
pub(super) fn apart(mut citations: Vec<Citation>) -> Vec<Citation> {
    citations.sort_by_key(|one| one.range.start);
    let mut apart: Vec<Citation> = Vec::with_capacity(citations.len());
    for one in citations {
        match apart.last_mut() {
            Some(last) if one.range.start < last.range.end => {
                last.range.end = last.range.end.max(one.range.end);
                last.is_title |= one.is_title;
                last.is_law |= one.is_law;
            }
            _ => apart.push(one),
        }
    }
    apart
}

/// The citations among those of [`apart`] that share something with a range.
pub(super) fn within<'c>(
    apart: &'c [Citation],
    range: &Range<usize>,
) -> impl Iterator<Item = &'c Citation> {
    let first = apart.partition_point(|one| one.range.end <= range.start);
    let end = range.end;
    apart
        .iter()
        .skip(first)
        .take_while(move |one| one.range.start < end)
}

/// Whether a passage can hold words that are the council's own at all.
pub(super) fn is_own(sort: Sort) -> bool {
    !matches!(sort, Sort::Quote | Sort::Link | Sort::Image)
}

const LAWS: &[&str] = &[
    "Act",
    "Bill",
    "Regulations",
    "Order",
    "Rules",
    "Code",
    "Convention",
    "Measure",
];

/// `Homelessness (Priority Need for Accommodation) (England) Order 2002`.
fn title_of_law(text: &str, list: &[Word], index: usize, word: &Word) -> Option<Citation> {
    if !LAWS.contains(&word.of(text)) {
        return None;
    }
    let year = list.get(index + 1).filter(|next| {
        let is_near = text.get(word.range.end..next.range.start) == Some(" ");
        is_near && is_year(next.of(text))
    });
    let first = start_of_title(text, list, index);
    // "the Act" and "Order" alone are no titles; without a year it takes two words more.
    if first == index || year.is_none() && index - first < 2 {
        return None;
    }
    let end = year.map_or(word.range.end, |year| year.range.end);
    Some(Citation {
        range: list.get(first)?.range.start..end,
        is_title: true,
        is_law: true,
    })
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20"))
}

/// Goes back from the last word of a title to its first: over capitalised words, the small words
/// between them, brackets and commas.
fn start_of_title(text: &str, list: &[Word], last: usize) -> usize {
    let mut first = last;
    let mut at = last;
    // No title of a law has more words, and a page of nothing but capitals stays quick.
    let earliest = last.saturating_sub(30);
    while at > earliest {
        let (Some(before), Some(here)) = (list.get(at - 1), list.get(at)) else {
            break;
        };
        let between = text
            .get(before.range.end..here.range.start)
            .unwrap_or_default();
        if !between.chars().all(|c| " (),-–".contains(c)) {
            break;
        }
        let word = before.of(text);
        if word.starts_with(char::is_uppercase) && !is_opener(word) {
            first = at - 1;
        } else if !is_connector(word) {
            break;
        }
        at -= 1;
    }
    first
}

fn is_opener(word: &str) -> bool {
    matches!(
        word,
        "The" | "A" | "An" | "See" | "Under" | "In" | "This" | "That" | "Since" | "If" | "When"
    )
}

fn is_connector(word: &str) -> bool {
    matches!(
        word,
        "of" | "and" | "for" | "the" | "to" | "in" | "on" | "from" | "with" | "by" | "etc"
    )
}

/// `section 22(1)`, `regulation 7`, `s.22H`.
fn reference(text: &str, list: &[Word], index: usize, word: &Word) -> Option<Citation> {
    let name = word.of(text);
    let is_name = [
        "section",
        "sections",
        "regulation",
        "regulations",
        "article",
        "schedule",
        "subsection",
        "s",
        "ss",
        "reg",
        "regs",
    ]
    .iter()
    .any(|one| one.eq_ignore_ascii_case(name));
    if !is_name {
        return None;
    }
    let number = list.get(index + 1)?;
    let between = text.get(word.range.end..number.range.start)?;
    let is_number = number.of(text).starts_with(|c: char| c.is_ascii_digit());
    (is_number && matches!(between, " " | "." | ". " | "\u{a0}")).then_some(Citation {
        range: word.range.start..number.range.end,
        is_title: false,
        is_law: true,
    })
}

/// What stands between quotation marks: somebody's words, a title, or a word that is talked about.
fn quotations(text: &str, found: &mut Vec<Citation>) {
    for (open, close) in [('“', '”'), ('‘', '’'), ('"', '"')] {
        let mut from = 0;
        while let Some(start) = text.get(from..).and_then(|rest| rest.find(open)) {
            let inside = from + start + open.len_utf8();
            let rest = tokens::head(text.get(inside..).unwrap_or_default(), LONGEST_QUOTATION);
            let Some(length) = end_of_quotation(rest, close) else {
                from = inside;
                continue;
            };
            found.push(Citation {
                range: inside..inside + length,
                is_title: false,
                is_law: false,
            });
            from = inside + length + close.len_utf8();
        }
    }
}

/// Bytes of a quotation inside a paragraph. What is longer is a mark that nobody closed.
const LONGEST_QUOTATION: usize = 600;

/// An apostrophe is written like a closing mark, but a letter follows it.
fn end_of_quotation(rest: &str, close: char) -> Option<usize> {
    rest.match_indices(close)
        .find(|(at, _)| {
            let after = rest.get(at + close.len_utf8()..).unwrap_or_default();
            !after.starts_with(char::is_alphanumeric)
        })
        .map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::passages::passages;

    fn titles(markdown: &str) -> Vec<String> {
        let passages = passages(markdown);
        let passage = &passages[0];
        let mut found = citations(passage);
        found.sort_by_key(|one| one.range.start);
        found
            .iter()
            .map(|one| passage.text[one.range.clone()].to_owned())
            .collect()
    }

    #[test]
    fn laws_are_found_whole() {
        assert_eq!(
            titles("See the Children Act 1989, section 22H."),
            ["Children Act 1989", "section 22H"]
        );
        assert_eq!(
            titles(
                "The rule is in the Homelessness (Priority Need for Accommodation) (England) Order 2002."
            ),
            ["Homelessness (Priority Need for Accommodation) (England) Order 2002"]
        );
        assert_eq!(
            titles("Under the Children’s Wellbeing and Schools Act 2026 we must."),
            ["Children’s Wellbeing and Schools Act 2026"]
        );
    }

    #[test]
    fn plain_words_are_no_laws() {
        for text in [
            "The Act says so.",
            "Act 1 is over.",
            "We act on it in section B.",
            "Order 20 leaflets.",
            "Court Order.",
        ] {
            assert_eq!(titles(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn quotations_and_titles_in_italics() {
        assert_eq!(titles("They said “no thanks” twice."), ["no thanks"]);
        assert_eq!(
            titles("Read *Working together* first."),
            ["Working together"]
        );
        assert_eq!(titles("This is *important*."), Vec::<String>::new());
        assert_eq!(titles("a ‘child’s room’ here"), ["child’s room"]);
        assert_eq!(titles("6\" pipe"), Vec::<String>::new());
    }
}
