//! Words and small facts that many pages need.

use crate::model::{AlternateForm, Class, Day, Level};
use crate::site::UpdateSort;

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
pub fn alternate(form: &AlternateForm) -> String {
    match form {
        AlternateForm::EasyRead => "Easy read".to_owned(),
        AlternateForm::ChildFriendly => "For children and young people".to_owned(),
        AlternateForm::LargePrint => "Large print".to_owned(),
        AlternateForm::Translation(tag) => language_name(tag),
    }
}

/// A language by its own name, with the English one; its tag where we do not know it.
fn language_name(tag: &str) -> String {
    const NAMES: [(&str, &str); 16] = [
        ("ar", "العربية (Arabic)"),
        ("bn", "বাংলা (Bengali)"),
        ("cy", "Cymraeg (Welsh)"),
        ("fa", "فارسی (Persian)"),
        ("fr", "Français (French)"),
        ("gu", "ગુજરાતી (Gujarati)"),
        ("lt", "Lietuvių (Lithuanian)"),
        ("pa", "ਪੰਜਾਬੀ (Punjabi)"),
        ("pl", "Polski (Polish)"),
        ("ps", "پښتو (Pashto)"),
        ("pt", "Português (Portuguese)"),
        ("ro", "Română (Romanian)"),
        ("so", "Soomaali (Somali)"),
        ("ti", "ትግርኛ (Tigrinya)"),
        ("uk", "Українська (Ukrainian)"),
        ("ur", "اردو (Urdu)"),
    ];
    NAMES.iter().find(|(known, _)| *known == tag).map_or_else(
        || format!("In the language “{tag}”"),
        |(_, name)| (*name).to_owned(),
    )
}

/// What sort of version it is.
pub fn class(class: Class, is_first: bool) -> String {
    match is_first {
        true => UpdateSort::First,
        false => UpdateSort::Version(class),
    }
    .in_words()
    .to_owned()
}

/// How strongly a topic is asked.
pub fn level(level: Level, if_appropriate: bool) -> String {
    match level {
        Level::Must if if_appropriate => "The law asks it, where the council thinks it right",
        Level::Must => "The law or statutory guidance asks it",
        Level::Should => "Guidance asks it",
        Level::Good => "Good practice",
    }
    .to_owned()
}

/// "2 publications".
pub fn count(number: usize, one: &str) -> String {
    format!("{number} {one}{}", if number == 1 { "" } else { "s" })
}

/// "1 entry", "21 entries".
pub fn entries(number: u64) -> String {
    match number {
        1 => "1 entry".to_owned(),
        _ => format!("{number} entries"),
    }
}

/// "PDF, 120 KB". Sizes are in thousands of bytes, as file lists show them.
pub fn file(path: &str, size: u64) -> String {
    let ending = path
        .rsplit_once('.')
        .map_or_else(|| "File".to_owned(), |(_, ending)| ending.to_uppercase());
    let size = match size {
        0..1_000 => format!("{size} bytes"),
        1_000..1_000_000 => format!("{} KB", size.div_ceil(1_000)),
        _ => format!("{}.{} MB", size / 1_000_000, size % 1_000_000 / 100_000),
    };
    format!("{ending}, {size}")
}

/// When the next review is, in a sentence; and whether it is overdue.
pub fn review(due: Option<Day>, as_at: Option<Day>) -> (String, bool) {
    let Some(due) = due else {
        return ("No review date is set".to_owned(), false);
    };
    match as_at {
        Some(as_at) if due < as_at => (format!("The review was due on {}", due.in_words()), true),
        _ => (format!("Next review by {}", due.in_words()), false),
    }
}

/// "a, b and c".
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}
