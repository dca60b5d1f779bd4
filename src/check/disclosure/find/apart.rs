//! Small numbers that stand apart from the words for those whom they count: "of whom 3 were
//! girls", "and 3 of them were charged", "number of children in custody: three".

use super::birth::MONTHS;
use super::count_words::RULES;
use super::counts::{is_fact, is_rule, is_rule_word, states_fact};
use super::labels::Label;
use super::people;
use super::sentence::{Word, sentence_before, words_before};
use super::text::{Text, has_word};
use super::{brackets, lists, shares};

/// Whether a number with no word for children after it counts children all the same.
pub(super) fn counts_children(
    text: &Text<'_>,
    start: usize,
    end: usize,
    number: u32,
    after: &[Word<'_>],
) -> bool {
    is_of_whom(text, start, after)
        || is_of_them(text, start, number, after)
        || is_of_those_given(text, start, number, after)
        || is_number_of(text, start, after)
        || is_after_label(text, start, end)
        || goes_on(text, start, number, after)
        || brackets::counts_children(text, start, end, number)
        || lists::counts_children(text, start, end)
}

/// "Of whom 3 were girls": the children were named before.
fn is_of_whom(text: &Text<'_>, start: usize, after: &[Word<'_>]) -> bool {
    // Most numbers are nowhere near this word: look for it before reading the sentence.
    if !has_word(text.before(start, 12), "whom") && !has_word(text.after(start, 24), "whom") {
        return false;
    }
    let before = words_before(text, start);
    let says_whom = |words: &[Word<'_>]| words.first().is_some_and(|word| word.is_any(&["whom"]));
    let is_before = before.last().is_some_and(|word| word.is_any(&["whom"]))
        && after.first().is_some_and(|word| {
            word.follows && (states_fact(word) || word.is_any(&["are", "is", "have", "has"]))
        });
    let is_after = after.first().is_some_and(|word| word.is_any(&["of"]))
        && says_whom(after.get(1..).unwrap_or(&[]));
    (is_before || is_after) && people::are_mentioned(&before)
}

/// "Four children were arrested, and 3 of them were charged": the first that were counted, in this
/// sentence or the one before, were children.
fn is_of_them(text: &Text<'_>, start: usize, number: u32, after: &[Word<'_>]) -> bool {
    let [of, them, rest @ ..] = after else {
        return false;
    };
    let before = words_before(text, start);
    let is_them = of.follows
        && of.is_any(&["of"])
        && them.follows
        && them.is_any(&["them", "these", "those"]);
    // "Twelve children were arrested, 2 of them girls."
    let is_who = people::phrase(rest).is_some() && before.iter().any(states_fact);
    let is_stated = rest.first().is_some_and(is_verb) && is_fact(rest, number);
    if !is_them || !(is_who || is_stated) {
        return false;
    }
    if is_rule(text, &before, start) {
        return false;
    }
    match first_counted(&before) {
        Some((_, is_children)) => is_children,
        None => sentence_before(text, start)
            .and_then(|words| first_counted(&words))
            .is_some_and(|(_, is_children)| is_children),
    }
}

/// "Of the 40 children, 2 were arrested"; "Four children were arrested and 3 were charged".
fn is_of_those_given(text: &Text<'_>, start: usize, number: u32, after: &[Word<'_>]) -> bool {
    if !after
        .first()
        .is_some_and(|word| word.follows && is_verb(word))
        || !is_fact(after, number)
    {
        return false;
    }
    let before = words_before(text, start);
    if is_rule(text, &before, start) {
        return false;
    }
    // "One" may be anybody: "12 children met, and one was late".
    let is_digits = text.byte(start).is_ascii_digit();
    let is_subject = number > 1
        && matches!(first_counted(&before), Some((index, true)) if index < 2)
        && before
            .last()
            .is_some_and(|word| is_digits || !word.is_any(&["the", "these"]));
    is_subject || shares::base_before(&before).is_some()
}

/// "40 children were in homes. Three were arrested, and two were sent to custody": the sentence
/// before counts children and nothing else, and this says what happens to people.
fn goes_on(text: &Text<'_>, start: usize, number: u32, after: &[Word<'_>]) -> bool {
    let is_stated = number > 1
        && after.first().is_some_and(|word| {
            word.follows && word.is_any(&["was", "were", "had", "have", "went"])
                || word.is_any(HAPPENED)
        })
        && after.iter().take(4).any(|word| word.is_any(HAPPENED));
    if !is_stated {
        return false;
    }
    let before = words_before(text, start);
    let begins = match before.as_slice() {
        [] => true,
        [first, verb, ..] => is_number(first) && is_verb(verb) && before.len() <= 8,
        [_] => false,
    };
    if !begins || is_rule(text, &before, start) {
        return false;
    }
    sentence_before(text, start).is_some_and(|words| {
        let counted = words.iter().filter(|word| is_number(word)).count();
        counted == 1 && matches!(first_counted(&words), Some((_, true)))
    })
}

/// What happens to people, and to no home, plan or meeting.
#[rustfmt::skip]
const HAPPENED: &[&str] = &[
    "arrested", "charged", "remanded", "cautioned", "convicted", "sentenced", "sent", "detained",
    "moved", "excluded", "suspended", "adopted", "fostered", "exploited", "trafficked", "missing",
    "killed", "injured", "hurt", "died", "assaulted", "abused", "restrained", "self-harmed",
    "deported", "searched", "homeless", "pregnant", "evicted", "hospitalised",
];

/// A verb that those who were counted before may have right after the number.
fn is_verb(word: &Word<'_>) -> bool {
    word.is_any(&["are", "is", "have", "has"]) || states_fact(word)
}

/// The place of the first number of a sentence that counts something, and whether it counts
/// children. Years and days count nothing.
fn first_counted(words: &[Word<'_>]) -> Option<(usize, bool)> {
    words.iter().enumerate().find_map(|(index, word)| {
        let rest = words.get(index + 1..).unwrap_or(&[]);
        let is_day = rest.first().is_some_and(|next| next.is_any(MONTHS));
        let counts = is_number(word) && !is_day && rest.first().is_some_and(|next| next.follows);
        counts.then(|| (index, people::phrase(rest).is_some()))
    })
}

/// A number in digits that is no year, or in words.
pub(super) fn is_number(word: &Word<'_>) -> bool {
    const LARGER: &[&str] = &[
        "ten", "eleven", "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty",
        "hundred",
    ];
    if word.is_digits() {
        return word.text.len() != 4
            || !word.text.starts_with("19") && !word.text.starts_with("20");
    }
    people::number(word.text).is_some() || word.is_any(LARGER)
}

/// "The number of children in custody fell from 5 to 3."
fn is_number_of(text: &Text<'_>, start: usize, after: &[Word<'_>]) -> bool {
    const LINKS: &[&str] = &["was", "were", "is", "to", "from", "at"];
    const GOES_ON: &[&str] = &[
        "to", "from", "in", "last", "this", "at", "and", "by", "compared",
    ];
    let stands_alone = after
        .first()
        .is_none_or(|word| !word.follows || word.is_any(GOES_ON));
    let word_before = text.before(start, 8).trim_end().rsplit(' ').next();
    if !stands_alone || !word_before.is_some_and(|word| LINKS.contains(&word)) {
        return false;
    }
    let before = words_before(text, start);
    let is_linked = before.last().is_some_and(|word| word.is_any(LINKS));
    if !is_linked || before.iter().any(|word| is_rule_word(word, RULES)) {
        return false;
    }
    let numbers = before.windows(2).position(|pair| match pair {
        [number, of] => number.is_any(&["number", "numbers"]) && of.is_any(&["of"]),
        _ => false,
    });
    let counted = numbers.and_then(|at| before.get(at + 2..));
    counted.is_some_and(|words| people::phrase(words).is_some())
}

/// "Children missing in the year: 3", "Number of children in custody: three."
fn is_after_label(text: &Text<'_>, start: usize, end: usize) -> bool {
    let rest = text.after(end, 40);
    let line_rest = rest.trim_start_matches([' ', '*', '_', '.', '"', '\r']);
    let ends_line = line_rest.is_empty() || line_rest.starts_with(['\n', '|']);
    let ends_clause = rest.starts_with(['.', ';', ',']);
    if !ends_line && !ends_clause {
        return false;
    }
    let line = text.line(start);
    let label = text
        .part(line.start..start)
        .trim_end_matches([' ', '*', '_']);
    let Some(label) = label.strip_suffix([':', '=', '–']) else {
        return false;
    };
    if ends_line && text.byte(start).is_ascii_digit() && Label::read(label).counts_children() {
        return true;
    }
    // Words and what goes on need a plain label, such as "number of …".
    let clause = label.rsplit(['.', ';']).next().unwrap_or(label).trim();
    let read = Label::read(clause);
    let is_plain = read.counting || ends_line && begins_with_children(clause);
    // "Number of children you care for" is asked of a reader.
    let is_yours = has_word(clause, "you") || has_word(clause, "your");
    read.counts_children() && is_plain && !is_yours
}

fn begins_with_children(label: &str) -> bool {
    let label = label.trim_start_matches(['*', '_', '-', ' ']);
    [
        "children ",
        "young people ",
        "care leavers ",
        "looked-after children ",
    ]
    .iter()
    .any(|start| {
        label
            .get(..start.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(start))
    })
}
