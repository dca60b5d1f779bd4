//! Figures that changed: amounts of money, percentages, ages, dates. They are what people get, and
//! when: a correction that touches them is looked at twice.

use super::PublicationChange;

/// What a figure says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureSort {
    /// “£76”.
    Amount,
    /// “10%”.
    Percentage,
    /// “25”, of people.
    Age,
    /// “1 July 2026”.
    Date,
}

impl FigureSort {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Amount, Self::Percentage, Self::Age, Self::Date];
}

/// Figures of a sort that stood in a text and do not any more, and those that do now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureChange {
    /// What they say.
    pub sort: FigureSort,
    /// Those that are gone, in the order of the old text.
    pub gone: Vec<String>,
    /// Those that are new, in the order of the new text.
    pub come: Vec<String>,
}

/// The figures that a change touches, sort by sort. What only moved is left out.
pub fn changed_figures(change: &PublicationChange) -> Vec<FigureChange> {
    let (mut old, mut new) = (Vec::new(), Vec::new());
    let facts = change.texts.iter().flat_map(|one| &one.facts);
    for fact in change.facts.iter().chain(facts) {
        for (text, into) in [(&fact.old, &mut old), (&fact.new, &mut new)] {
            let written = format!("{} {}", fact.label, text.as_deref().unwrap_or(""));
            let mut found = figures(&written);
            // Days of reviews, approvals and the like are no promise to readers.
            found.retain(|(sort, _)| *sort != FigureSort::Date);
            into.extend(found);
        }
    }
    for one in &change.texts {
        old.extend(figures(&one.change.text().old_words()));
        new.extend(figures(&one.change.text().new_words()));
    }
    let changes = FigureSort::ALL.map(|sort| FigureChange {
        sort,
        gone: without(sort, &old, &new),
        come: without(sort, &new, &old),
    });
    let mut changes = changes.to_vec();
    changes.retain(|one| !one.gone.is_empty() || !one.come.is_empty());
    changes
}

type Figure = (FigureSort, String);

/// Those of a sort that stand in one list more often than in another.
fn without(sort: FigureSort, one: &[Figure], other: &[Figure]) -> Vec<String> {
    let mut others: Vec<&Figure> = other.iter().filter(|(of, _)| *of == sort).collect();
    let mut left = Vec::new();
    for figure in one.iter().filter(|(of, _)| *of == sort) {
        match others.iter().position(|other| *other == figure) {
            Some(at) => {
                others.swap_remove(at);
            }
            None => left.push(figure.1.clone()),
        }
    }
    left
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Words before a number that make it an age, unless what is counted follows.
const BEFORE_AGES: [&str; 15] = [
    "age", "aged", "ages", "under", "over", "turn", "turns", "turned", "turning", "reach",
    "reaches", "are", "until", "from", "to",
];

/// What is counted after a number that is no age.
const COUNTED: [&str; 17] = [
    "months", "weeks", "days", "hours", "minutes", "miles", "people", "children", "homes",
    "places", "working", "calendar", "nights", "times", "per", "percent", "years",
];

/// Every figure of a text, in its order.
fn figures(text: &str) -> Vec<Figure> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let word = |at: usize| words.get(at).copied().unwrap_or("");
    let mut found: Vec<Figure> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let one = word(at);
        at += 1;
        let bare = trimmed(one);
        let next = trimmed(word(at)).to_lowercase();
        if let Some((date, taken)) = date(&words, at - 1) {
            found.push((FigureSort::Date, date));
            at += taken - 1;
        } else if one.contains('£') {
            found.extend(amounts(one, &next));
        } else if let Some(number) = bare.strip_suffix('p').filter(|number| is_number(number)) {
            found.push((FigureSort::Amount, format!("{number}p")));
        } else if one.contains('%') {
            let numbers = one.split('%').filter_map(last_number);
            found.extend(numbers.map(|number| (FigureSort::Percentage, format!("{number}%"))));
        } else if is_number(bare) && is_percent(&next, trimmed(word(at + 1))) {
            found.push((FigureSort::Percentage, format!("{bare}%")));
        } else if let Some(age) = age(&words, at - 1) {
            found.push((FigureSort::Age, age));
        }
    }
    found
}

fn is_percent(next: &str, after: &str) -> bool {
    next == "percent" || (next == "per" && after.eq_ignore_ascii_case("cent"))
}

/// A word without the marks around it.
fn trimmed(word: &str) -> &str {
    word.trim_matches(|one: char| !one.is_alphanumeric() && one != '£' && one != '%')
}

fn is_number(text: &str) -> bool {
    text.starts_with(|one: char| one.is_ascii_digit())
        && text
            .chars()
            .all(|one| one.is_ascii_digit() || one == ',' || one == '.')
}

/// The number at the end of a text.
fn last_number(text: &str) -> Option<&str> {
    let digits = text.trim_end_matches(|one: char| one.is_ascii_digit() || ",.".contains(one));
    let number = text.get(digits.len()..)?.trim_start_matches([',', '.']);
    (!number.is_empty()).then_some(number)
}

/// Every amount of a word: “£10–£20” holds two.
fn amounts(word: &str, next: &str) -> Vec<Figure> {
    let mut found: Vec<String> = Vec::new();
    for part in word.split('£').skip(1) {
        let end = part
            .find(|one: char| !one.is_ascii_alphanumeric() && one != ',' && one != '.')
            .unwrap_or(part.len());
        let number = part.get(..end).unwrap_or("").trim_end_matches([',', '.']);
        if number.starts_with(|one: char| one.is_ascii_digit()) {
            found.push(format!("£{number}"));
        }
    }
    if let Some(last) = found
        .last_mut()
        .filter(|_| ["thousand", "million", "billion"].contains(&next))
    {
        last.push(' ');
        last.push_str(next);
    }
    let amounts = found.into_iter();
    amounts.map(|one| (FigureSort::Amount, one)).collect()
}

/// The date that starts with a word, and how many words it takes.
fn date(words: &[&str], at: usize) -> Option<(String, usize)> {
    let word = |at: usize| trimmed(words.get(at).copied().unwrap_or(""));
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|one| one.is_ascii_digit());
    let is_month = |text: &str| MONTHS.contains(&text.to_lowercase().as_str());
    let first = word(at);
    let parts: Vec<&str> = first.split(['-', '/']).collect();
    let is_digits = parts
        .iter()
        .all(|part| !part.is_empty() && part.bytes().all(|one| one.is_ascii_digit()));
    if parts.len() == 3 && is_digits {
        return Some((first.to_owned(), 1));
    }
    let day = first.trim_end_matches(|one: char| one.is_ascii_alphabetic());
    let is_day = day.len() <= 2 && !day.is_empty() && is_number(day);
    if is_day && is_month(word(at + 1)) {
        let year = Some(word(at + 2)).filter(|year| is_year(year));
        let told = format!("{day} {}", word(at + 1));
        return Some(match year {
            Some(year) => (format!("{told} {year}"), 3),
            None => (told, 2),
        });
    }
    (is_month(first) && is_year(word(at + 1))).then(|| (format!("{first} {}", word(at + 1)), 2))
}

/// The age that a word is: after “aged” or “under”, before “years old”, at the start of
/// “25th birthday”.
fn age(words: &[&str], at: usize) -> Option<String> {
    let word = |at: usize| trimmed(words.get(at).copied().unwrap_or("")).to_lowercase();
    let one = word(at);
    if let Some((number, _)) = one.split_once("-year-old") {
        return is_number(number).then(|| number.to_owned());
    }
    let (next, after) = (word(at + 1), word(at + 2));
    if next.starts_with("birthday") {
        let number = one.trim_end_matches(|one: char| one.is_ascii_alphabetic());
        return is_number(number).then(|| number.to_owned());
    }
    let is_age = one.len() <= 2 && is_number(&one) && !one.contains(['.', ',']);
    if !is_age {
        // “16-25” and “16–25”, after a word for ages.
        let is_range = one.len() <= 7
            && one.starts_with(|one: char| one.is_ascii_digit())
            && one
                .chars()
                .all(|one| one.is_ascii_digit() || "-–".contains(one));
        let of_ages = ["age", "aged", "ages"].contains(&word(at.checked_sub(1)?).as_str());
        return (is_range && of_ages).then_some(one);
    }
    let is_told_after =
        ["year", "years"].contains(&next.as_str()) && ["old", "of"].contains(&after.as_str());
    let before = at.checked_sub(1).map(word).unwrap_or_default();
    let is_told_before =
        BEFORE_AGES.contains(&before.as_str()) && !COUNTED.contains(&next.as_str());
    (is_told_after || is_told_before).then_some(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<(FigureSort, String)> {
        figures(text)
    }

    #[test]
    fn figures_are_found_as_people_write_them() {
        use FigureSort::{Age, Amount, Date, Percentage};
        for (text, sort, figure) in [
            ("You get £176 a week.", Amount, "£176"),
            ("It costs (£1,200.50).", Amount, "£1,200.50"),
            ("We spent £2 million.", Amount, "£2 million"),
            ("It is 50p.", Amount, "50p"),
            ("We pay 10% of it.", Percentage, "10%"),
            ("We pay 12.5 per cent.", Percentage, "12.5%"),
            ("If you are under 21, ask.", Age, "21"),
            ("For people aged 16-25.", Age, "16-25"),
            ("Until your 25th birthday.", Age, "25"),
            ("If he is 17 years old.", Age, "17"),
            ("For 16-year-olds.", Age, "16"),
            ("From 1 July 2026.", Date, "1 July 2026"),
            ("By 30th September", Date, "30 September"),
            ("Since April 2024.", Date, "April 2024"),
            ("On 2026-07-01.", Date, "2026-07-01"),
            ("On 01/07/2026.", Date, "01/07/2026"),
        ] {
            assert_eq!(told(text), [(sort, figure.to_owned())], "{text}");
        }
        assert_eq!(told("£10–£20 or £5").len(), 3);
        assert_eq!(told("aged 16 to 25").len(), 2);
    }

    #[test]
    fn other_numbers_are_none() {
        for text in [
            "Ring 01632 960001.",
            "Section 22H(8)",
            "within 20 working days",
            "from 10 weeks to 12 weeks",
            "The Act of 1989",
            "SI 2012/2089",
            "Room 4, floor 2",
            "We may help in March.",
            "help",
            "",
            "£ and %",
        ] {
            assert_eq!(told(text), [], "{text}");
        }
    }
}
