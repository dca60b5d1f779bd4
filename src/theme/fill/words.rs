//! Words and small facts that many pages need.

use crate::model::{ActionStatus, AlternateForm, Class, Day, Level, Moment, Sector};
use crate::site::UpdateSort;
use crate::theme::Words;

/// Which way a language is written.
pub fn direction(language: &str) -> &'static str {
    const RIGHT_TO_LEFT: [&str; 8] = ["ar", "ckb", "dv", "fa", "he", "ps", "ur", "yi"];
    let first = language.split('-').next().unwrap_or("");
    if RIGHT_TO_LEFT.contains(&first) {
        "rtl"
    } else {
        "ltr"
    }
}

/// What an alternate is called in a link.
pub fn alternate(words: &Words, form: &AlternateForm) -> String {
    match form {
        AlternateForm::EasyRead => words.say("phrases-easy-read"),
        AlternateForm::ChildFriendly => words.say("phrases-child-friendly"),
        AlternateForm::LargePrint => words.say("phrases-large-print"),
        AlternateForm::Translation(tag) => language_name(words, tag),
    }
}

/// A language by its own name, with that in the language of the interface; its tag where we do
/// not know it.
fn language_name(words: &Words, tag: &str) -> String {
    let (own, name) = match tag {
        "ar" => ("العربية", words.say("phrases-language-arabic")),
        "bn" => ("বাংলা", words.say("phrases-language-bengali")),
        "cy" => ("Cymraeg", words.say("phrases-language-welsh")),
        "en" => ("English", words.say("phrases-language-english")),
        "fa" => ("فارسی", words.say("phrases-language-persian")),
        "fr" => ("Français", words.say("phrases-language-french")),
        "gu" => ("ગુજરાતી", words.say("phrases-language-gujarati")),
        "lt" => ("Lietuvių", words.say("phrases-language-lithuanian")),
        "pa" => ("ਪੰਜਾਬੀ", words.say("phrases-language-punjabi")),
        "pl" => ("Polski", words.say("phrases-language-polish")),
        "ps" => ("پښتو", words.say("phrases-language-pashto")),
        "pt" => ("Português", words.say("phrases-language-portuguese")),
        "ro" => ("Română", words.say("phrases-language-romanian")),
        "so" => ("Soomaali", words.say("phrases-language-somali")),
        "ti" => ("ትግርኛ", words.say("phrases-language-tigrinya")),
        "uk" => ("Українська", words.say("phrases-language-ukrainian")),
        "ur" => ("اردو", words.say("phrases-language-urdu")),
        _ => return words.fill("phrases-language-unknown", [("tag", tag.into())]),
    };
    match own == name {
        true => name,
        false => words.fill(
            "phrases-language",
            [("own", own.into()), ("name", name.into())],
        ),
    }
}

/// What sort of version it is.
pub fn class(words: &Words, class: Class, is_first: bool) -> String {
    let sort = match is_first {
        true => UpdateSort::First,
        false => UpdateSort::Version(class),
    };
    update_sort(words, sort)
}

/// What happened to a publication: "First version", "Correction", "Withdrawn".
pub fn update_sort(words: &Words, sort: UpdateSort) -> String {
    words.say(match sort {
        UpdateSort::First => "phrases-first-version",
        UpdateSort::Version(Class::Update) => "phrases-update",
        UpdateSort::Version(Class::Correction) => "phrases-correction",
        UpdateSort::Version(Class::SignUps) => "phrases-change-of-sign-ups",
        UpdateSort::Withdrawn => "phrases-withdrawn",
        UpdateSort::Moved => "phrases-moved",
        UpdateSort::PartWithheld => "phrases-part-withheld",
    })
}

/// How strongly a topic is asked.
pub fn level(words: &Words, level: Level, if_appropriate: bool) -> String {
    words.say(match level {
        Level::Must if if_appropriate => "phrases-level-must-if-appropriate",
        Level::Must => "phrases-level-must",
        Level::Should => "phrases-level-should",
        Level::Good => "phrases-level-good",
    })
}

/// What is counted in words.
#[derive(Clone, Copy, Debug)]
pub enum Counted {
    Documents,
    Organisations,
    Publications,
    Versions,
}

/// "2 publications".
pub fn count(words: &Words, number: usize, of: Counted) -> String {
    let message = match of {
        Counted::Documents => "phrases-documents",
        Counted::Organisations => "phrases-organisations",
        Counted::Publications => "phrases-publications",
        Counted::Versions => "phrases-versions",
    };
    words.fill(message, [("count", number.into())])
}

/// "1 entry", "21 entries".
pub fn entries(words: &Words, number: u64) -> String {
    words.fill("phrases-entries", [("count", number.into())])
}

/// "PDF, 120 KB". Sizes are in thousands of bytes, as file lists show them.
pub fn file(words: &Words, path: &str, size: u64) -> String {
    let ending = path.rsplit_once('.').map_or_else(
        || words.say("phrases-file-of-no-sort"),
        |(_, ending)| ending.to_uppercase(),
    );
    let size = match size {
        0..1_000 => words.fill("phrases-bytes", [("size", size.into())]),
        1_000..1_000_000 => {
            words.fill("phrases-kilobytes", [("size", size.div_ceil(1_000).into())])
        }
        _ => words.fill(
            "phrases-megabytes",
            [(
                "size",
                format!("{}.{}", size / 1_000_000, size % 1_000_000 / 100_000).into(),
            )],
        ),
    };
    words.fill(
        "phrases-file",
        [("ending", ending.into()), ("size", size.into())],
    )
}

/// When the next review is, in a sentence; and whether it is overdue.
pub fn review(words: &Words, due: Option<Day>, as_at: Option<Day>) -> (String, bool) {
    let Some(due) = due else {
        return (words.say("phrases-review-not-set"), false);
    };
    let is_overdue = as_at.is_some_and(|as_at| due < as_at);
    let message = match is_overdue {
        true => "phrases-review-was-due",
        false => "phrases-review-next",
    };
    (
        words.fill(message, [("day", words.day(due).into())]),
        is_overdue,
    )
}

/// How far an action has come.
pub fn action_status(words: &Words, status: ActionStatus) -> String {
    words.say(match status {
        ActionStatus::NotStarted => "actions-status-not-started",
        ActionStatus::InProgress => "actions-status-in-progress",
        ActionStatus::Done => "actions-status-done",
        ActionStatus::Stopped => "actions-status-stopped",
    })
}

/// What an organisation works in.
pub fn sector(words: &Words, sector: Sector) -> String {
    words.say(match sector {
        Sector::Council => "sign-ups-sector-council",
        Sector::Police => "sign-ups-sector-police",
        Sector::Health => "sign-ups-sector-health",
        Sector::Justice => "sign-ups-sector-justice",
        Sector::Education => "sign-ups-sector-education",
        Sector::Provider => "sign-ups-sector-provider",
        Sector::Voluntary => "sign-ups-sector-voluntary",
        Sector::Government => "sign-ups-sector-government",
        Sector::Other => "sign-ups-sector-other",
    })
}

/// "1 July 2026, 10:14".
pub fn moment(words: &Words, moment: Moment) -> String {
    words.fill(
        "phrases-moment",
        [
            ("day", words.day(moment.day()).into()),
            ("time", moment.time_of_day().into()),
        ],
    )
}
