//! What happened to children, counted by how often: "one death of a child", "two child deaths",
//! "three children's cases".

use super::people::{self, Amount};
use super::sentence::Word;

/// What happens to one child at a time, once and many times.
const HAPPENINGS: &[(&str, &str)] = &[
    ("death", "deaths"),
    ("suicide", "suicides"),
    ("fatality", "fatalities"),
    ("murder", "murders"),
    ("stabbing", "stabbings"),
    ("injury", "injuries"),
    ("assault", "assaults"),
    ("arrest", "arrests"),
    ("remand", "remands"),
    ("conviction", "convictions"),
    ("exclusion", "exclusions"),
    ("disappearance", "disappearances"),
];

/// What each child has of its own, besides.
const OWNED: &[(&str, &str)] = &[
    ("case", "cases"),
    ("file", "files"),
    ("record", "records"),
    ("placement", "placements"),
    ("adoption", "adoptions"),
];

/// Words that may stand before what happened.
const BEFORE: &[&str] = &[
    "of",
    "the",
    "our",
    "these",
    "further",
    "more",
    "other",
    "new",
    "recent",
    "sad",
    "tragic",
    "sudden",
    "unexpected",
    "attempted",
    "serious",
    "fatal",
    "permanent",
    "fixed-term",
];

/// Reads what happened to children, from the first of these words on, which follow a number.
/// Answers how many words it has, and whether it happened once or several times.
pub(super) fn phrase(words: &[Word<'_>]) -> Option<(usize, Amount)> {
    let before = words
        .iter()
        .take(3)
        .take_while(|word| word.follows && word.is_any(BEFORE))
        .count();
    let rest = words.get(before..)?;
    let (length, amount) = child_deaths(rest)
        .or_else(|| of_children(rest))
        .or_else(|| owned(rest))?;
    Some((before + length, amount))
}

/// How often, by the form of the word; none if it is another word.
fn times(word: &Word<'_>, things: &[(&str, &str)]) -> Option<Amount> {
    if !word.follows {
        return None;
    }
    things.iter().find_map(|(once, often)| {
        if word.is_any(&[once]) {
            Some(Amount::One)
        } else {
            word.is_any(&[often]).then_some(Amount::Several)
        }
    })
}

/// "Child deaths".
fn child_deaths(words: &[Word<'_>]) -> Option<(usize, Amount)> {
    let [child, happening, ..] = words else {
        return None;
    };
    let is_child = child.follows && child.is_any(&["child", "infant", "baby", "childhood"]);
    let amount = times(happening, HAPPENINGS).filter(|_| is_child)?;
    people::ends_noun(words.get(2)).then_some((2, amount))
}

/// "Deaths of children", "injury to a young person".
fn of_children(words: &[Word<'_>]) -> Option<(usize, Amount)> {
    let [happening, link, ..] = words else {
        return None;
    };
    let amount = times(happening, HAPPENINGS)?;
    if !(link.follows && link.is_any(&["of", "among", "involving", "to", "by"])) {
        return None;
    }
    let articles = words
        .iter()
        .skip(2)
        .take_while(|word| word.follows && word.is_any(&["a", "an", "the", "our", "one"]))
        .count();
    let (length, _) = people::phrase(words.get(2 + articles..)?)?;
    Some((2 + articles + length, amount))
}

/// "Children's cases", "young people's deaths", "a child's file".
fn owned(words: &[Word<'_>]) -> Option<(usize, Amount)> {
    for (index, word) in words.iter().enumerate().take(4) {
        let owner = word
            .text
            .strip_suffix("’s")
            .or_else(|| word.text.strip_suffix("'s"));
        let Some(owner) = owner else {
            let may_stand = ["looked-after", "young", "care", "disabled", "local", "our"];
            if word.follows && word.is_any(&may_stand) {
                continue;
            }
            return None;
        };
        let is_child = [
            "child", "children", "person", "people", "pupil", "boy", "girl", "baby",
        ]
        .iter()
        .any(|one| one.eq_ignore_ascii_case(owner));
        let is_adult = owner.starts_with(['p', 'P'])
            && !owner.eq_ignore_ascii_case("pupil")
            && !words.iter().take(index).any(|word| word.is_any(&["young"]));
        if !word.follows || !is_child || is_adult {
            return None;
        }
        let thing = words.get(index + 1)?;
        let amount = times(thing, OWNED).or_else(|| times(thing, HAPPENINGS))?;
        // A case study or a file note is no child.
        return people::ends_noun(words.get(index + 2)).then_some((index + 2, amount));
    }
    None
}
