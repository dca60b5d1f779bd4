//! Small numbers of children in sentences: "three of our care leavers were in custody".
//!
//! Offers and protocols are full of numbers that count nobody: "two children in a family can",
//! "one child or young person", "at least one child". So a number counts only where a sentence
//! states a fact: something was, had or did something, or the children are somewhere.

use super::count_words::{
    ESTIMATES, FACTS, FACTS_BEFORE, NO_COUNT_AFTER, NO_COUNT_BEFORE, NO_FACTS, RANKS, RULES,
    RULES_AFTER, RULES_FIRST, TAKING_PART, TIMES, TRAINING,
};
use super::people::{self, Amount};
use super::sentence::{Word, words_after, words_before};
use super::text::Text;
use super::{Confidence, Finding, Format, Sort, apart, brackets, happenings, ranges};

/// Looks at a word or digit that may be a number from one to five.
pub(super) fn check(text: &Text<'_>, start: usize, end: usize, findings: &mut Vec<Finding>) {
    let number = match people::number(text.part(start..end)) {
        Some(number @ 1..=5) => number,
        _ => return,
    };
    let range = ranges::after(text, start, end, number);
    let (number, end) = range.unwrap_or((number, end));
    let end = brackets::repeated(text, end, number).unwrap_or(end);
    if is_part_of_more(text, start, end) || text.is_quiet(start) {
        return;
    }
    let near = words_after(text, end, 8);
    let last = match happenings::phrase(&near).or_else(|| people::phrase(&near)) {
        Some((length, amount)) => {
            let phrase = near.get(..length).unwrap_or(&[]);
            told(text, start, number, phrase, amount)
                .filter(|last| range.is_none() || ranges::is_told(text, start, *last))
        }
        None => apart::counts_children(text, start, end, number, &near).then_some(end),
    };
    push(text, start, last, findings);
}

/// Looks at the word "couple", which means two in "a couple of children".
pub(super) fn check_couple(text: &Text<'_>, start: usize, end: usize, findings: &mut Vec<Finding>) {
    let near = words_after(text, end, 8);
    let is_number = text.before(start, 2).eq_ignore_ascii_case("a ")
        && near
            .first()
            .is_some_and(|word| word.follows && word.is_any(&["of"]));
    if !is_number || text.is_quiet(start) {
        return;
    }
    let start = start.saturating_sub(2);
    let last = people::phrase(&near)
        .and_then(|(length, amount)| told(text, start, 2, near.get(..length)?, amount));
    push(text, start, last, findings);
}

fn push(text: &Text<'_>, start: usize, last: Option<usize>, findings: &mut Vec<Finding>) {
    if let Some(last) = last
        && !text.is_file_name(start)
    {
        findings.push(Finding::new(
            start..last,
            Sort::SmallNumber,
            Confidence::Likely,
        ));
    }
}

/// Where a phrase that follows a number ends, if the sentence states that number of children.
fn told(
    text: &Text<'_>,
    start: usize,
    number: u32,
    phrase: &[Word<'_>],
    amount: Amount,
) -> Option<usize> {
    let agrees = match amount {
        Amount::One => number == 1,
        Amount::Several => number > 1 || phrase.iter().any(|word| word.is_any(&["of"])),
    };
    let last = phrase.last()?;
    let end = last.span.end;
    let is_trainee = || last.is_any(&["student", "students"]) && trains(text, start, end);
    let is_stated =
        || states(text, start, number, phrase, end) || brackets::is_breakdown(text, start, end);
    (agrees && is_stated() && !is_trainee()).then_some(end)
}

/// Whether a sentence is about those who learn the work themselves.
fn trains(text: &Text<'_>, start: usize, end: usize) -> bool {
    let mut words = words_before(text, start);
    words.extend(words_after(text, end, 20));
    words.iter().any(|word| word.is_any(TRAINING))
}

/// Whether a number is only part of a longer one, a sum of money, a range or a compound word.
fn is_part_of_more(text: &Text<'_>, start: usize, end: usize) -> bool {
    let mark = text.last_before(start).unwrap_or(' ');
    let earlier = mark.len_utf8();
    let follows_digit = text
        .byte_before(start.saturating_sub(earlier))
        .is_ascii_digit();
    let before = match mark {
        '£' | '€' | '$' | '/' | '.' | '_' | '<' | '+' => true,
        ',' => follows_digit && text.format != Format::Csv,
        '-' | '–' | '—' | '‑' => follows_digit,
        _ => false,
    };
    let after = match (text.byte(end), text.byte(end + 1)) {
        (b'.' | b',' | b':', next) => next.is_ascii_digit(),
        (b'-' | b'/' | b'%' | b'\'' | b'_', _) => true,
        (0xE2, _) => text.after(end, 3).starts_with(['–', '—', '‑', '’']),
        _ => false,
    };
    before || after || text.joins_after(end)
}

/// Whether the sentence states that there is or was this number of children.
fn states(text: &Text<'_>, start: usize, number: u32, phrase: &[Word<'_>], end: usize) -> bool {
    let rest = words_after(text, end, 16);
    let is_digits = text.byte(start).is_ascii_digit();
    let is_title = is_digits
        && is_line_start(text, start)
        && phrase
            .first()
            .is_some_and(|word| word.text.starts_with(char::is_uppercase))
        && !phrase
            .first()
            .is_some_and(|word| word.is_any(&["LAC", "UASC", "CLA"]));
    let is_at_a_time =
        matches!(rest.as_slice(), [at, a, ..] if at.is_any(&["at"]) && a.is_any(&["a"]));
    if is_title
        || is_at_a_time
        || rest
            .first()
            .is_some_and(|word| word.follows && word.is_any(NO_COUNT_AFTER))
    {
        return false;
    }
    let before = words_before(text, start);
    if let [.., at, least] = before.as_slice()
        && at.is_any(&["at"])
        && least.is_any(&["least"])
    {
        return number > 1 && happened(&before, &rest);
    }
    if is_rule(text, &before, start) {
        return false;
    }
    match evidence_after(&rest, number) {
        Evidence::Fact => true,
        Evidence::Rule => false,
        Evidence::Nothing => evidence_before(&before, number),
    }
}

/// Whether something happened to "at least" so many children: "at least two children are on each
/// panel" is a rule.
fn happened(before: &[Word<'_>], rest: &[Word<'_>]) -> bool {
    let says_rule = before.iter().any(|word| is_rule_word(word, RULES));
    let is_usual = rest
        .iter()
        .any(|word| word.is_any(&["each", "every", "per", "any"]));
    let is_helper = |word: &Word<'_>| word.is_any(&["was", "were", "had", "been", "did"]);
    let clause = rest.iter().take(8).take_while(|word| word.follows);
    let verb = clause
        .filter(|word| !is_helper(word))
        .find(|word| states_fact(word) || is_rule_word(word, RULES_AFTER) || word.is_any(&["are"]));
    let is_fact = verb.is_some_and(|word| states_fact(word) && !word.is_any(TAKING_PART));
    is_fact && !says_rule && !is_usual
}

/// Whether only marks of Markdown stand before a place in its line.
fn is_line_start(text: &Text<'_>, start: usize) -> bool {
    let line = text.line(start);
    text.part(line.start..start)
        .chars()
        .all(|one| one.is_whitespace() || matches!(one, '#' | '*' | '-' | '>' | '+'))
}

/// Whether the words before a number show that it counts nobody.
pub(super) fn is_rule(text: &Text<'_>, before: &[Word<'_>], start: usize) -> bool {
    let Some((last, earlier)) = before.split_last() else {
        return false;
    };
    let is_next = text
        .part(last.span.end..start)
        .chars()
        .all(|one| one.is_whitespace() || matches!(one, '*' | '_'));
    let says = |words: &[&str]| before.iter().any(|word| is_rule_word(word, words));
    let is_first = |words: &[&str]| before.first().is_some_and(|word| word.is_any(words));
    if says(RULES) || is_first(RULES_FIRST) {
        return true;
    }
    if !is_next {
        return false;
    }
    // "A family with two children", but "we worked with two children".
    let is_family = last.is_any(&["with"])
        && !earlier.last().is_some_and(|word| {
            word.is_any(&["worked", "met", "spoke", "talked", "dealt", "engaged"])
        });
    let is_parent = last.is_any(&["of"])
        && earlier.last().is_some_and(|word| {
            word.is_any(&[
                "mother", "father", "parent", "parents", "mum", "dad", "carer", "carers", "group",
                "groups", "family", "maximum", "minimum", "case", "cases", "needs", "care",
                "number",
            ])
        });
    let is_ratio = last.is_any(&["in"])
        && earlier
            .last()
            .is_some_and(|word| word.is_digits() || people::number(word.text).is_some());
    let is_range = last.is_any(&["and"]) && says(&["between"]);
    let is_rank = last.is_any(RANKS)
        && !(last.is_any(&["year"]) && earlier.last().is_some_and(|word| word.is_any(TIMES)));
    last.is_any(NO_COUNT_BEFORE) || is_rank || is_family || is_parent || is_range || is_ratio
}

/// Whether it is one of these words, and not the month of May.
pub(super) fn is_rule_word(word: &Word<'_>, words: &[&str]) -> bool {
    word.text != "May" && word.is_any(words)
}

/// Whether the words after a number state a fact.
pub(super) fn is_fact(rest: &[Word<'_>], number: u32) -> bool {
    matches!(evidence_after(rest, number), Evidence::Fact)
}

enum Evidence {
    Fact,
    Rule,
    Nothing,
}

/// What the words after "three children" make of them: the first that decides counts.
fn evidence_after(rest: &[Word<'_>], number: u32) -> Evidence {
    // What stands between commas ("two boys, both aged 14, were moved") is read, another clause
    // is not.
    let mut is_insertion = false;
    let mut words = rest.iter().take(10).enumerate().peekable();
    while let Some((index, word)) = words.next() {
        let next = words.peek().map(|(_, next)| *next);
        let goes_on = word.follows
            || word.is_any(&["who", "both", "all", "aged"])
            || index > 0 && is_insertion;
        if !goes_on {
            return Evidence::Nothing;
        }
        is_insertion |= !word.follows;
        if is_rule_word(word, RULES_AFTER) {
            return Evidence::Rule;
        }
        if word.is_any(&["are", "is"]) {
            return if is_present_fact(next, number) {
                Evidence::Fact
            } else {
                Evidence::Rule
            };
        }
        if word.is_any(&["have", "has"]) {
            return if next
                .is_some_and(|next| states_fact(next) || next.is_any(&["gone", "become", "not"]))
            {
                Evidence::Fact
            } else {
                Evidence::Rule
            };
        }
        if word.is_any(TAKING_PART) {
            return Evidence::Rule;
        }
        if states_fact(word) {
            let is_yours = rest
                .iter()
                .skip(index)
                .take(4)
                .any(|word| word.is_any(&["you", "your"]));
            return if is_yours {
                Evidence::Rule
            } else {
                Evidence::Fact
            };
        }
        if index == 0 && word.follows && number > 1 && word.is_any(&["in", "on"]) {
            return match next {
                Some(next) if is_generic_place(next) => Evidence::Rule,
                Some(_) => {
                    let is_yours = rest
                        .iter()
                        .take(8)
                        .any(|word| is_rule_word(word, RULES_AFTER));
                    if is_yours {
                        Evidence::Rule
                    } else {
                        Evidence::Fact
                    }
                }
                None => Evidence::Nothing,
            };
        }
    }
    Evidence::Nothing
}

/// "In a family", "in each home", "in ten".
fn is_generic_place(word: &Word<'_>) -> bool {
    word.is_any(&[
        "a", "an", "any", "each", "every", "one", "your", "their", "this", "ten", "need", "turn",
        "common",
    ]) || word.is_digits() && word.text.len() < 4
}

/// Whether a word states that something happened.
pub(super) fn states_fact(word: &Word<'_>) -> bool {
    let is_past = word.text.len() > 3
        && word.text.to_ascii_lowercase().ends_with("ed")
        && !word.is_any(NO_FACTS);
    is_past || word.is_any(FACTS)
}

/// "Are in custody" is a fact, "is too many" and "are entitled" are not.
fn is_present_fact(next: Option<&Word<'_>>, number: u32) -> bool {
    let Some(next) = next else { return false };
    next.is_any(&[
        "in",
        "currently",
        "now",
        "still",
        "living",
        "known",
        "waiting",
        "missing",
        "subject",
        "at",
    ]) || number > 1 && next.is_any(&["on", "not", "being", "out", "from", "under"])
        || states_fact(next) && number > 1
}

/// Whether the words before a number state it: "there were", "we supported", "only".
fn evidence_before(before: &[Word<'_>], number: u32) -> bool {
    let near: Vec<&Word<'_>> = before.iter().rev().take(2).collect();
    if near
        .first()
        .is_some_and(|word| word.is_any(&["for", "by", "on", "about", "as"]))
    {
        return false;
    }
    if number > 1 && near.first().is_some_and(|word| word.is_any(ESTIMATES)) {
        return true;
    }
    let is_there = near.iter().any(|word| word.is_any(&["there"]));
    near.iter().any(|word| {
        word.is_any(FACTS_BEFORE) && (number > 1 || !word.is_any(&["has", "have", "just", "only"]))
            || is_there && word.is_any(&["are", "is"])
            || states_fact(word)
    })
}
