//! Small numbers in brackets: "12 children (10 boys, 2 girls)", "a handful of children (3) were
//! missing", "Children arrested (3)"; and a number that is written twice: "three (3) children".

use super::apart::is_number;
use super::counts::{is_fact, is_rule, states_fact};
use super::people;
use super::sentence::{Word, words_after, words_before};
use super::text::Text;

/// What has so many children as a matter of course.
const UNITS: &[&str] = &[
    "family", "families", "group", "groups", "home", "homes", "room", "rooms", "class", "classes",
    "each", "every",
];

/// Where a number ends that is written again in brackets: "Three (3) pupils", "2 (two) children".
pub(super) fn repeated(text: &Text<'_>, end: usize, number: u32) -> Option<usize> {
    let rest = text.after(end, 10);
    let inner = rest
        .trim_start_matches([' ', '\u{a0}'])
        .strip_prefix('(')?
        .split_once(')')?
        .0;
    let bracket = rest.find(')')?;
    (people::number(inner) == Some(number)).then_some(end + bracket + 1)
}

/// Whether a number of girls or boys is a part of the children who are counted right before its
/// bracket.
pub(super) fn is_breakdown(text: &Text<'_>, start: usize, end: usize) -> bool {
    let before = text.before(start, 80);
    let Some(open) = before.rfind('(') else {
        return false;
    };
    let inside = before.get(open..).unwrap_or("");
    let rest = text.after(end, 5).trim_start();
    let ends = rest.starts_with([',', ')', ';']) || rest.starts_with("and ");
    if !ends || inside.contains([')', '\n']) {
        return false;
    }
    let words = words_before(text, start - before.len() + open);
    words.iter().enumerate().any(|(index, word)| {
        let phrase = words.get(index + 1..).unwrap_or(&[]);
        let earlier = words.get(..index).unwrap_or(&[]);
        is_number(word)
            && people::phrase(phrase).is_some_and(|(length, _)| length == phrase.len())
            && !is_rule(text, earlier, word.span.start)
            && !earlier.iter().any(|word| word.is_any(UNITS))
    })
}

/// Whether a number that stands alone in brackets counts the children right before it.
pub(super) fn counts_children(text: &Text<'_>, start: usize, end: usize, number: u32) -> bool {
    if text.byte_before(start) != b'(' || text.byte(end) != b')' {
        return false;
    }
    let mut words = words_before(text, start - 1);
    if let Some(first) = words.first_mut() {
        // Marks of headings and lists may stand before it.
        first.follows = true;
    }
    if is_rule(text, &words, start) {
        return false;
    }
    follows_children(text, end + 1, number, &words) || follows_outcome(text, end + 1, &words)
}

/// "A handful of children (3) were reported missing".
fn follows_children(text: &Text<'_>, end: usize, number: u32, words: &[Word<'_>]) -> bool {
    const FEW: &[&str] = &["handful", "few", "number", "minority", "group", "some"];
    let rest = words_after(text, end, 10);
    let is_told = rest.first().is_some_and(states_fact) && is_fact(&rest, number);
    is_told
        && (0..words.len()).any(|index| {
            let phrase = words.get(index..).unwrap_or(&[]);
            let is_phrase =
                people::phrase(phrase).is_some_and(|(length, _)| length == phrase.len());
            let before = words.get(..index).unwrap_or(&[]);
            let is_few = before
                .last()
                .is_none_or(|last| last.is_any(FEW) || last.is_any(&["several", "the", "our"]));
            let is_few_of =
                matches!(before, [.., few, of] if of.is_any(&["of"]) && few.is_any(FEW));
            is_phrase && (is_few || is_few_of)
        })
}

/// "Children arrested (3) and cautioned (14)": what became of children, and of how many.
fn follows_outcome(text: &Text<'_>, end: usize, words: &[Word<'_>]) -> bool {
    const HELPERS: &[&str] = &["was", "were", "had", "did", "been"];
    let Some((length, _)) = people::phrase(words) else {
        return false;
    };
    let outcome = words.get(length..).unwrap_or(&[]);
    let rest = text.after(end, 8).trim_start_matches([' ', '*', '_', '\r']);
    let ends = rest.is_empty()
        || rest.starts_with([',', ';', '.', '\n', '|', '<'])
        || rest.starts_with("and ")
        || rest.starts_with("or ");
    ends && outcome.len() <= 5
        && outcome.first().is_some_and(states_fact)
        && !outcome.iter().any(|word| word.is_any(HELPERS))
}
