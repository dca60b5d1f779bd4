//! What the words over a column, beside a row or over a table say about the numbers in it.

use super::count_names::says_only_count;
use super::text::{has_any_word, has_word};

/// Words for children and young people, and for what is counted by child.
const CHILDREN: &[&str] = &[
    "child",
    "children",
    "young people",
    "young person",
    "young adults",
    "care leaver",
    "care leavers",
    "care-leavers",
    "care experienced",
    "care-experienced",
    "looked after",
    "looked-after",
    "lac",
    "cla",
    "cic",
    "uasc",
    "girl",
    "girls",
    "boy",
    "boys",
    "pupil",
    "pupils",
    "baby",
    "babies",
    "siblings",
    "teenagers",
    "missing",
    "episodes",
    "missing episodes",
    "cases",
    "in care",
    "in custody",
];

/// Things that belong to children or serve them, and are counted for themselves.
const NOT_CHILDREN: &[&str] = &[
    "child protection",
    "child benefit",
    "child care",
    "for children",
    "for each child",
    "per child",
    "with children",
    "to children",
    "for young people",
    "for care leavers",
    "about children",
    "for looked-after",
    "for looked after",
    "for every child",
    "to young people",
    "to care leavers",
    "with young people",
    "with care leavers",
    "about young people",
    "about care leavers",
];

/// Words that show that numbers are no counts: ranks, ages, times, money and things.
const OTHER_NUMBERS: &[&str] = &[
    "order",
    "rank",
    "row",
    "ref",
    "reference",
    "id",
    "age",
    "ages",
    "level",
    "levels",
    "tier",
    "stage",
    "step",
    "priority",
    "version",
    "page",
    "section",
    "paragraph",
    "score",
    "rating",
    "grade",
    "cost",
    "amount",
    "price",
    "budget",
    "pounds",
    "payment",
    "allowance",
    "rate",
    "hours",
    "minutes",
    "days",
    "weeks",
    "months",
    "miles",
    "distance",
    "date",
    "action",
    "item",
    "code",
    "point",
    "band",
    "phase",
    "meetings",
    "sessions",
    "homes",
    "places",
    "beds",
    "staff",
    "workers",
    "teams",
    "visits",
    "ratio",
    "average",
    "mean",
    "objective",
    "percent",
    "percentage",
    "per cent",
];

/// Words that show counts.
const COUNTS: &[&str] = &[
    "how many",
    "number of",
    "numbers",
    "count",
    "counts",
    "total",
    "totals",
    "figures",
    "statistics",
    "all",
    "headcount",
    "cohort",
];

/// Words that make a number a share or a mean, wherever they stand: "children in care per 10,000".
const RATES: &[&str] = &[
    "rate",
    "rates",
    "share",
    "proportion",
    "average",
    "percent",
    "percentage",
    "per cent",
    "per 10,000",
    "per 1,000",
    "per 100",
    "per head",
];

/// What a column with labels may be called where its rows say what became of children.
const OUTCOMES: &[&str] = &[
    "outcome",
    "outcomes",
    "result",
    "results",
    "decision",
    "decisions",
    "destination",
    "destinations",
    "status",
];

/// Names for parts of a document: numbers beside them are places in it.
const PARTS: &[&str] = &[
    "chapter", "contents", "topic", "theme", "pledge", "promise", "standard", "article",
    "appendix", "annex",
];

/// Names of columns with those who work for children, what is done for them, and whom to ring.
#[rustfmt::skip]
const STAFF: &[&str] = &[
    "team", "role", "post", "job", "who", "what", "service", "help", "support", "offer", "action",
    "contact", "contacts", "organisation", "name", "phone", "telephone", "helpline", "charity",
    "office", "provider", "type of home", "meeting", "event",
];

/// Names of columns that say how far something has come.
const PROGRESS: &[&str] = &[
    "done",
    "actions",
    "complete",
    "completed",
    "progress",
    "delivered",
    "kept",
];

/// Names of times.
pub(super) const PERIODS: &[&str] = &[
    "q1",
    "q2",
    "q3",
    "q4",
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
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "spring",
    "autumn",
];

/// Times that say which year is meant only beside one another.
const TIMES: &[&str] = &["this year", "last year", "previous year", "the year before"];

/// Whether the last word of a label is a thing: "children in care teams".
pub(super) fn ends_with_others(label: &str) -> bool {
    let last = label.rsplit(' ').next().unwrap_or("");
    OTHER_NUMBERS
        .iter()
        .any(|word| word.eq_ignore_ascii_case(last))
}

/// What a label says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Label {
    /// It speaks of children or young people.
    pub children: bool,
    /// Its numbers are ranks, ages, money or the like.
    pub other: bool,
    /// It says that its numbers are counts, or names the time in which something was counted.
    pub counting: bool,
    /// It is a total.
    pub total: bool,
    /// There is nothing in it.
    pub empty: bool,
    /// It says nothing but that or when something was counted: "Number", "2025".
    pub only_count: bool,
    /// Over a column of labels, it says that the rows are children or what became of them.
    pub names_rows: bool,
    /// It names a part of a document.
    pub part: bool,
    /// It names times, such as years.
    pub time: bool,
    /// It names those who work for children.
    pub staff: bool,
    /// Its numbers say how much of a plan is done.
    pub progress: bool,
}

impl Label {
    /// Reads a label.
    pub(super) fn read(label: &str) -> Self {
        let label: String = label
            .chars()
            .map(|one| match one {
                '’' => '\'',
                '_' | '*' | '\u{a0}' => ' ',
                _ => one.to_ascii_lowercase(),
            })
            .take(200)
            .collect();
        let label = label.replace("&nbsp;", " ");
        let label = label.trim();
        let says = |words: &[&str]| has_any_word(label, words);
        let bare = [
            "number", "no", "no.", "#", "nr", "year", "years", "quarter", "month", "week", "day",
            "term",
        ];
        let is_year = label.bytes().filter(u8::is_ascii_digit).count() >= 4
            && label
                .bytes()
                .all(|one| one.is_ascii_digit() || b"-/ to".contains(&one));
        let is_share = label.contains(['£', '%']) || says(RATES);
        Self {
            children: says_children(label),
            other: is_share || bare.contains(&label) || counts_others(label),
            counting: says(COUNTS) || says(PERIODS) || is_year || TIMES.contains(&label),
            total: says(&["total", "totals", "all", "overall", "sum"]),
            empty: label.is_empty(),
            only_count: says_only_count(label),
            names_rows: names_rows(label),
            part: says(PARTS),
            time: ["year", "years", "quarter", "month", "term"].contains(&label),
            staff: says(STAFF),
            progress: says(PROGRESS),
        }
    }

    /// Whether numbers under this label are numbers of children.
    pub(super) fn counts_children(self) -> bool {
        self.children && !self.other
    }
}

/// Whether the numbers under a label count something else, with children or without.
///
/// "Cost for each child" and "care leaver age" do; "children by age" and "children placed more
/// than 20 miles away" do not: there the other word only says which children are meant.
fn counts_others(label: &str) -> bool {
    let is_other = |text: &str| has_any_word(text, OTHER_NUMBERS);
    if !is_other(label) {
        return false;
    }
    let child = CHILDREN
        .iter()
        .filter_map(|word| bare_place(label, word))
        .min();
    let Some(child) = child else {
        return true;
    };
    let is_before = label.get(..child).is_some_and(is_other);
    let links = [
        "by", "in", "with", "at", "on", "of", "from", "than", "over", "placed", "aged", "who",
    ];
    let says_which = links
        .iter()
        .any(|link| label.get(child..).is_some_and(|rest| has_word(rest, link)));
    is_before || !says_which
}

/// Whether a label over a column of labels says that the rows are children ("Young people"), or
/// what became of them ("Outcome for young people"); "Young people's views" is neither.
fn names_rows(label: &str) -> bool {
    let is_outcome = label
        .split(|one: char| !one.is_alphanumeric())
        .next()
        .is_some_and(|first| OUTCOMES.contains(&first));
    let speaks = says_children(label)
        || is_outcome
            && CHILDREN
                .iter()
                .any(|word| bare_place(label, word).is_some());
    speaks && !label.contains('\'')
}

/// Whether a label speaks of children themselves, not of what is theirs.
fn says_children(label: &str) -> bool {
    let is_word = CHILDREN
        .iter()
        .any(|word| bare_place(label, word).is_some());
    is_word && !has_any_word(label, NOT_CHILDREN)
}

/// Where a word stands in a label and is no possessive: "children's homes" are homes.
fn bare_place(label: &str, word: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(found) = label.get(from..).and_then(|rest| rest.find(word)) {
        let start = from + found;
        let end = start + word.len();
        let joined = |one: Option<char>| one.is_some_and(char::is_alphanumeric);
        let before = label.get(..start).and_then(|head| head.chars().next_back());
        let after = label.get(end..).and_then(|rest| rest.chars().next());
        if !joined(before) && !joined(after) && after != Some('\'') {
            return Some(start);
        }
        from = end;
    }
    None
}

#[cfg(test)]
mod tests;
