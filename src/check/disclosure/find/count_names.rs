//! Names of columns that say only that something was counted, or when: "Number", "Total 2024/25",
//! "At 31 March 2025". What was counted is then said by the column with the labels, or by a title.

use super::labels::PERIODS;

/// Words that say that something was counted.
const COUNTING: &[&str] = &[
    "number", "numbers", "no", "nr", "n", "#", "count", "counts", "total", "totals", "many",
    "figure", "figures", "all", "overall",
];

/// Words that may stand beside them without saying what was counted.
const BESIDE: &[&str] = &[
    "how",
    "of",
    "in",
    "the",
    "at",
    "to",
    "as",
    "and",
    "for",
    "by",
    "from",
    "year",
    "years",
    "ending",
    "end",
    "date",
    "financial",
    "academic",
    "calendar",
    "quarter",
    "month",
    "this",
    "last",
    "so",
    "far",
    "latest",
    "provisional",
];

/// Whether a name, in small letters, says nothing but that or when something was counted.
///
/// "Year" alone is no count: under it stand years, of school or of the calendar.
pub(super) fn says_only_count(name: &str) -> bool {
    if name.contains(['%', '£']) {
        return false;
    }
    let mut counts = false;
    let words = name.split(|one: char| !one.is_alphanumeric() && one != '#');
    for word in words.filter(|word| !word.is_empty()) {
        if COUNTING.contains(&word) || PERIODS.contains(&word) || is_year(word) {
            counts = true;
        } else if !BESIDE.contains(&word) && !is_day(word) {
            return false;
        }
    }
    counts
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse().is_ok_and(|year| (1900..2100).contains(&year))
}

/// "31", "31st", and the second half of "2024/25".
fn is_day(word: &str) -> bool {
    let digits = word.trim_end_matches(|one: char| one.is_ascii_alphabetic());
    let ending = word.get(digits.len()..).unwrap_or("");
    (1..=2).contains(&digits.len()) && ["", "st", "nd", "rd", "th"].contains(&ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_times_alone() {
        for name in [
            "number",
            "#",
            "how many",
            "total 2024/25",
            "2025",
            "q1",
            "at 31st march 2025",
            "year ending march 2025",
            "2024 to 2025",
        ] {
            assert!(says_only_count(name), "{name}");
        }
        for name in [
            "year",
            "month",
            "31",
            "number of meetings",
            "total hours",
            "2025 (%)",
            "total £",
            "phone number",
            "what",
            "",
        ] {
            assert!(!says_only_count(name), "{name}");
        }
    }
}
