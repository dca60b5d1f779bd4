//! Words for children and young people, and small numbers in words.

use super::ages;
use super::birth::MONTHS;
use super::sentence::Word;

/// Whether a phrase means one child or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amount {
    One,
    Several,
}

const ONE: &[&str] = &[
    "child",
    "boy",
    "girl",
    "baby",
    "infant",
    "toddler",
    "teenager",
    "youngster",
    "sibling",
    "pupil",
    "brother",
    "sister",
    "adolescent",
    "kid",
    "lad",
    "lass",
    "teen",
    "care-leaver",
];

const SEVERAL: &[&str] = &[
    "children",
    "boys",
    "girls",
    "babies",
    "infants",
    "toddlers",
    "teenagers",
    "youngsters",
    "siblings",
    "pupils",
    "brothers",
    "sisters",
    "adolescents",
    "kids",
    "lads",
    "lasses",
    "teens",
    "care-leavers",
    "minors",
    "students",
    "youths",
    "juveniles",
    "LAC",
    "UASC",
    "CLA",
];

/// Young people who have children of their own, or look after somebody.
const YOUNG_PARENT: &[&str] = &["mum", "mother", "dad", "father", "parent", "carer"];
const YOUNG_PARENTS: &[&str] = &["mums", "mothers", "dads", "fathers", "parents", "carers"];

/// Words that mean one only where no other noun follows: "one student", but not "one student social
/// worker".
const ONE_ALONE: &[&str] = &["minor", "student", "youth", "juvenile"];

/// Words that may follow a noun at once and are no part of it.
const AFTER_NOUN: &[&str] = &[
    "was", "were", "is", "are", "has", "have", "had", "who", "whose", "whom", "that", "went",
    "left", "died", "came", "ran", "got", "in", "from", "at", "on", "and", "or", "of", "with",
    "aged", "this", "last", "during", "to", "by", "since", "between", "over",
];

/// Words that may stand between a number and a noun: "four of our looked-after girls".
const MODIFIERS: &[&str] = &[
    "x",
    "of",
    "the",
    "our",
    "these",
    "those",
    "all",
    "other",
    "more",
    "further",
    "additional",
    "new",
    "such",
    "different",
    "individual",
    "looked",
    "after",
    "looked-after",
    "young",
    "care",
    "care-experienced",
    "experienced",
    "disabled",
    "unaccompanied",
    "asylum-seeking",
    "asylum",
    "seeking",
    "vulnerable",
    "primary",
    "secondary",
    "primary-age",
    "secondary-age",
    "school-age",
    "pre-school",
    "teenage",
    "older",
    "younger",
    "local",
    "male",
    "female",
    "white",
    "black",
    "asian",
    "mixed",
    "refugee",
    "trafficked",
    "missing",
    "previously",
    "former",
    "relevant",
    "eligible",
    "separated",
    "adopted",
    "fostered",
    "autistic",
    "deaf",
    "newborn",
    "in-care",
    "exploited",
    "homeless",
    "pregnant",
    "British",
    "non-binary",
];

/// Reads a phrase for children that begins with the first of these words, which follow a number.
/// Answers how many words it has, and whether it means one child or several.
pub(super) fn phrase(words: &[Word<'_>]) -> Option<(usize, Amount)> {
    let (mut is_young, mut is_care, mut is_missing) = (false, false, false);
    for (index, word) in words.iter().enumerate().take(8) {
        if !word.follows {
            return None;
        }
        let amount = noun(word, is_young, is_care, is_missing).or_else(|| {
            let is_alone = word.is_any(ONE_ALONE) && ends_noun(words.get(index + 1));
            is_alone.then_some(Amount::One)
        });
        if let Some(amount) = amount {
            return Some((index + 1, amount));
        }
        if let Some((length, amount)) = words.get(index..).and_then(ages::read) {
            return of_age(words, index + length, amount);
        }
        is_young |= word.is_any(&[
            "young",
            "teenage",
            "looked-after",
            "care-experienced",
            "experienced",
        ]);
        is_care |= word.is_any(&["care"]);
        is_missing |= word.is_any(&["missing"]);
        // A place or a people: "three Exampleshire children", "two Afghan boys".
        let is_name = word.text.starts_with(char::is_uppercase)
            && word.text.chars().skip(1).any(char::is_lowercase)
            && !word.is_any(MONTHS);
        if !word.is_any(MODIFIERS) && !is_name {
            return None;
        }
    }
    None
}

/// What an age means that ends before a place: "15-year-old boy", "15-year-olds", but not "a
/// 2-year-old place".
fn of_age(words: &[Word<'_>], end: usize, amount: Amount) -> Option<(usize, Amount)> {
    let rest = words.get(end..).unwrap_or(&[]);
    if let Some((length, amount)) = phrase(rest) {
        return Some((end + length, amount));
    }
    (amount == Amount::Several || ends_noun(rest.first())).then_some((end, amount))
}

/// Whether the word after a noun is no noun that makes it part of something else.
pub(super) fn ends_noun(next: Option<&Word<'_>>) -> bool {
    next.is_none_or(|next| {
        !next.follows
            || next.is_any(AFTER_NOUN)
            || next.text.len() > 3 && next.text.to_ascii_lowercase().ends_with("ed")
    })
}

/// "Under-18s".
fn is_under_age(word: &Word<'_>) -> bool {
    let word = word.text.replace('‑', "-").to_ascii_lowercase();
    let age = word
        .strip_prefix("under-")
        .and_then(|rest| rest.strip_suffix('s'));
    age.and_then(|age| age.parse::<u32>().ok())
        .is_some_and(|age| age <= 25)
}

fn noun(word: &Word<'_>, is_young: bool, is_care: bool, is_missing: bool) -> Option<Amount> {
    let is_one = word.is_any(ONE)
        || is_young && word.is_any(&["person", "adult", "man", "woman"])
        || is_young && word.is_any(YOUNG_PARENT)
        || is_care && word.is_any(&["leaver"])
        || is_missing && word.is_any(&["episode", "incident"]);
    let is_several = word.is_any(SEVERAL)
        || is_young && word.is_any(&["people", "adults", "men", "women", "persons"])
        || is_young && word.is_any(YOUNG_PARENTS)
        || is_under_age(word)
        || is_care && word.is_any(&["leavers"])
        || is_missing && word.is_any(&["episodes", "incidents"]);
    match (is_one, is_several) {
        (_, true) => Some(Amount::Several),
        (true, false) => Some(Amount::One),
        (false, false) => None,
    }
}

/// Whether words mention children or young people anywhere.
pub(super) fn are_mentioned(words: &[Word<'_>]) -> bool {
    let mut before = "";
    words.iter().any(|word| {
        let is_young = before.eq_ignore_ascii_case("young");
        let is_care = before.eq_ignore_ascii_case("care");
        before = word.text;
        noun(word, is_young, is_care, false).is_some()
    })
}

/// The number of a word or of digits, from 0 to 9; none for anything else.
pub(super) fn number(word: &str) -> Option<u32> {
    const WORDS: &[&str] = &[
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    if let [digit @ b'0'..=b'9'] = word.as_bytes() {
        return Some(u32::from(digit.saturating_sub(b'0')));
    }
    let at = WORDS
        .iter()
        .position(|one| one.eq_ignore_ascii_case(word))?;
    u32::try_from(at).ok()
}
