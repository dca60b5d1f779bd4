//! Dates of birth that nothing announces: a numeric date right beside a person's name, such as
//! "Sam Jones (12/05/2011)".
//!
//! Dates of meetings and of documents stand beside names too: names of boards, places, schemes and
//! those who sign. So the name has to look like a person's, and nothing may say that somebody
//! signed, wrote or decided something.

use super::birth;
use super::given_names::is_given_name;
use super::text::{Text, has_any_word};
use super::{Confidence, Finding, Format, Sort};

/// Those who are children or young people now, or were when a page was written.
const YEARS: std::ops::RangeInclusive<u32> = 1995..=2025;

/// Words with capitals that are no part of a person's name.
#[rustfmt::skip]
pub(super) const NO_NAMES: &[&str] = &[
    // Bodies and offices.
    "council", "board", "panel", "committee", "cabinet", "city", "county", "borough", "district",
    "parish", "service", "services", "team", "trust", "school", "academy", "college", "university",
    "department", "ministry", "partnership", "group", "forum", "association", "charity", "foundation",
    "agency", "commission", "authority", "office", "court", "police", "health", "hospital", "club",
    "network", "society", "union", "limited", "ltd", "parliament", "assembly", "scrutiny", "executive",
    "governors", "directors", "ambassadors", "voice", "voices", "champions", "executives",
    // People in office.
    "cllr", "councillor", "mr", "mrs", "ms", "dr", "sir", "dame", "lord", "lady", "judge", "justice",
    "rev", "prof", "professor", "mayor", "minister", "director", "chair", "officer", "manager",
    // Documents, laws and events.
    "act", "regulations", "order", "rules", "rule", "law", "bill", "report", "strategy", "plan",
    "policy", "meeting", "minutes", "review", "protocol", "offer", "guide", "guidance", "charter",
    "pledge", "promise", "agreement", "notice", "form", "letter", "leaflet", "newsletter", "survey",
    "consultation", "assent", "award", "awards", "fund", "scheme", "project", "programme", "campaign",
    "day", "week", "month", "year", "fair", "festival", "event", "party", "conference", "workshop",
    "training", "session", "issue", "version", "draft", "final", "part", "chapter", "section", "annex",
    "appendix", "news", "update", "edition", "volume", "inquiry", "judgment", "decision",
    // Places.
    "house", "hall", "centre", "hub", "library", "park", "road", "street", "lane", "avenue", "close",
    "drive", "way", "court", "place", "square", "terrace", "gardens", "grove", "crescent", "hill",
    "green", "mews", "row", "walk", "gate", "bridge", "station", "church", "chapel", "cathedral",
    "palace", "theatre", "museum", "arena", "stadium", "hotel", "inn", "lodge", "cottage", "farm",
    "home", "homes", "nursery", "clinic", "surgery", "river", "beach", "island", "isle", "valley",
    "north", "south", "east", "west", "great", "little", "upper", "lower", "new", "old", "st",
    "england", "wales", "britain", "kingdom", "sussex", "yorkshire", "hospice", "campus",
    // Days and months, and words that begin sentences.
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "spring", "summer", "autumn", "winter", "children", "children's", "young", "people",
    "care", "leavers", "local", "full", "annual", "general", "corporate", "national", "royal",
];

/// Words before a date in its line which say that somebody did something in office that day.
const OFFICIAL: &[&str] = &[
    "published",
    "updated",
    "reviewed",
    "approved",
    "agreed",
    "signed",
    "signature",
    "author",
    "authors",
    "authored",
    "version",
    "meeting",
    "minutes",
    "agenda",
    "councillor",
    "cllr",
    "chair",
    "chairman",
    "director",
    "minister",
    "officer",
    "manager",
    "mayor",
    "commissioner",
    "inspector",
    "endorsed",
    "authorised",
    "prepared",
    "written",
    "amended",
    "issued",
    "dated",
    "interview",
    "interviewed",
    "photo",
    "photograph",
    "comment",
    "commented",
    "elected",
    "appointed",
    "resigned",
    "speech",
    "report",
    "owner",
    "contact",
    "by",
];

/// What is said of a person right after the date, where the name alone is not known to be one.
const OF_PEOPLE: &[&str] = &[
    "lives",
    "lived",
    "is a child",
    "is a boy",
    "is a girl",
    "is a pupil",
    "is in care",
    "is in foster",
    "is placed",
    "is looked after",
    "is looked-after",
    "was placed",
    "was remanded",
    "was excluded",
    "was arrested",
    "was taken into care",
    "came into care",
    "left care",
    "went missing",
    "goes to",
    "attends",
    "attended",
    "ran away",
    "has a social worker",
    "is the son",
    "is the daughter",
];

/// Words right before a name that say it is a person's.
const BEFORE_PEOPLE: &[&str] = &[
    "child", "boy", "girl", "baby", "son", "daughter", "brother", "sister", "pupil", "named",
    "called",
];

/// Looks at digits that may begin a date.
pub(super) fn check(text: &Text<'_>, start: usize, findings: &mut Vec<Finding>) {
    if !matches!(text.byte(start + 1), b'0'..=b'9' | b'/' | b'.' | b'-') {
        return;
    }
    let Some(end) = birth::numeric(text, start).filter(|end| is_young(text.part(start..*end)))
    else {
        return;
    };
    let Some(name_end) = name_end(text, start, end) else {
        return;
    };
    if is_person(text, name_end, end) && !is_official(text, start, end) {
        findings.push(Finding::new(
            start..end,
            Sort::DateOfBirth,
            Confidence::Likely,
        ));
    }
}

/// Whether a date has a year in full, of those who are young.
fn is_young(date: &str) -> bool {
    let parts = date.split(|one: char| !one.is_ascii_digit());
    parts
        .filter(|part| part.len() == 4)
        .filter_map(|part| part.parse().ok())
        .any(|year: u32| YEARS.contains(&year))
}

/// Where the name before a date ends: "Sam Jones (…)", "Sam Jones, …", "Sam Jones …".
fn name_end(text: &Text<'_>, start: usize, end: usize) -> Option<usize> {
    let before = text.before(start, 4);
    let (between, closes) = if before.ends_with(" (") {
        (2, text.byte(end) == b')')
    } else if before.ends_with(", ") {
        (2, !birth::goes_on(text, end))
    } else {
        (1, before.ends_with(' ') && !birth::goes_on(text, end))
    };
    // A comma parts the fields of a register.
    let may_stand = text.format != Format::Csv || !before.contains(',');
    (closes && may_stand).then(|| start.saturating_sub(between))
}

/// Whether the words with capitals that end at a place are a person's name.
fn is_person(text: &Text<'_>, name_end: usize, date_end: usize) -> bool {
    let before = text.before(name_end, 80);
    let is_border =
        |one: char| matches!(one, '\n' | '|' | '"') || one == ',' && text.format == Format::Csv;
    let line = before.rsplit(is_border).next().unwrap_or(before);
    let (words, rest) = name(line);
    let is_no_name = |word: &&str| NO_NAMES.iter().any(|one| one.eq_ignore_ascii_case(word));
    if words.iter().any(is_no_name) {
        return false;
    }
    match words.as_slice() {
        [_, given] => is_given_name(given) || is_said_of_person(text, rest, date_end),
        // A middle name, or a word that begins the sentence.
        [_, middle, given] => is_given_name(given) || is_given_name(middle),
        _ => false,
    }
}

/// The words with capitals at the end of a text, the last first, and what stands before them.
fn name(line: &str) -> (Vec<&str>, &str) {
    let (mut words, mut rest) = (Vec::new(), line);
    // Four words are no name: one more than can be is enough to see that.
    while words.len() <= 3 && !rest.is_empty() {
        let (head, word) = rest.rsplit_once(' ').unwrap_or(("", rest));
        let word = word.trim_matches(['*', '_', '(', '[', '“', '‘']);
        if !is_part_of_name(word) {
            break;
        }
        words.push(word);
        rest = head;
    }
    (words, rest)
}

/// A word with one capital at its start, or after a hyphen or an apostrophe: "Jones", "O'Neil".
pub(super) fn is_part_of_name(word: &str) -> bool {
    let is_letter = |one: char| one.is_alphabetic() || matches!(one, '-' | '\'' | '’');
    let capitals = word.chars().filter(|one| one.is_uppercase()).count();
    word.starts_with(char::is_uppercase)
        && word.chars().count() > 1
        && word.chars().all(is_letter)
        && word.ends_with(char::is_lowercase)
        && capitals <= 2
        && !word.ends_with("'s")
        && !word.ends_with("’s")
}

fn is_said_of_person(text: &Text<'_>, before: &str, date_end: usize) -> bool {
    let last = before.trim_end().rsplit(' ').next().unwrap_or("");
    let after = text
        .after(date_end, 40)
        .trim_start_matches([')', ',', ' ', '*', '_']);
    BEFORE_PEOPLE
        .iter()
        .any(|one| one.eq_ignore_ascii_case(last))
        || OF_PEOPLE.iter().any(|phrase| {
            after
                .get(..phrase.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(phrase))
        })
}

/// Whether the line says that the date is of something that was done or decided.
fn is_official(text: &Text<'_>, start: usize, end: usize) -> bool {
    let line = text.line(start);
    let before = text.part(line.start..start);
    let after = text.after(end, 30);
    let after = after.split(['\n', '.']).next().unwrap_or("");
    let office = after.trim_start_matches([')', ',', ' ']);
    has_any_word(before, OFFICIAL)
        || office.starts_with(char::is_uppercase) && has_any_word(office, OFFICIAL)
}
