//! What the tables of words say, and what is told of tables that are wrong.

use crate::diagnostics::{Code, Problems, Texts};
use crate::model::VersionId;

use super::words::{WordFile, Words};

fn file(language: &str, name: &str, text: &str) -> WordFile {
    WordFile {
        language: language.to_owned(),
        shown: name.to_owned(),
        text: text.to_owned(),
    }
}

/// The words in a language, and what is wrong with the files.
fn read(language: &str, files: &[WordFile]) -> (Option<Words>, Problems, Texts) {
    let mut texts = Texts::default();
    let (mut all, problems) = Words::read(files, &mut texts);
    (all.remove(language), problems, texts)
}

fn speaking(language: &str, files: &[WordFile]) -> Words {
    let (words, problems, _) = read(language, files);
    assert!(problems.is_empty(), "{problems:?}");
    words.expect("the language is spoken")
}

const DAYS: &str = "dates-day = { $day } { $month } { $year }
dates-month-07 = July
dates-month = { $month } { $year }
dates-version = { $day } ({ $number })
dates-list = { $most } and { $last }
";

#[test]
fn what_a_language_lacks_is_said_in_english() {
    let english = file("en", "en/a.ftl", "a-yes = Yes\na-no = No\n");
    let welsh = file("cy", "cy/a.ftl", "a-no = Na\n");
    // In whatever order the files come.
    for files in [
        [welsh, english],
        [
            file("en", "en/a.ftl", "a-yes = Yes\na-no = No\n"),
            file("cy", "cy/a.ftl", "a-no = Na\n"),
        ],
    ] {
        let words = speaking("cy", &files);
        assert_eq!(words.language(), "cy");
        assert_eq!(words.say("a-no"), "Na");
        assert_eq!(words.say("a-yes"), "Yes");
        assert_eq!(words.say("a-maybe"), "a-maybe");
        assert_eq!(speaking("en", &files).say("a-no"), "No");
    }
}

#[test]
fn a_message_of_the_site_takes_the_place_of_the_built_in_one_and_no_other() {
    let files = [
        file(
            "en",
            "built-in theme/words/en/a.ftl",
            "a-yes = Yes\na-no = No\n",
        ),
        file(
            "cy",
            "built-in theme/words/cy/a.ftl",
            "a-yes = Ie\na-no = Na\n",
        ),
        file("en", "themes/own/words/en/own.ftl", "a-yes = Aye\n"),
    ];
    let english = speaking("en", &files);
    assert_eq!(english.say("a-yes"), "Aye");
    assert_eq!(english.say("a-no"), "No");
    // What a language says itself does not fall back to the site’s English.
    assert_eq!(speaking("cy", &files).say("a-yes"), "Ie");
}

#[test]
fn a_broken_message_is_told_with_its_file_and_place() {
    let text = "a-yes = Yes\na-no = { $count\na-maybe = Maybe\n";
    let (_, problems, texts) = read("en", &[file("en", "themes/own/words/en/a.ftl", text)]);
    let found: Vec<_> = problems.iter().collect();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(problems.has_errors());
    let problem = found[0];
    assert_eq!(problem.code, Code::ThemeWords);
    assert!(problem.message.starts_with("the message is wrong: "));
    assert!(problem.help.is_some());
    let place = problem.place.as_ref().expect("a place");
    assert_eq!(&*place.file, "themes/own/words/en/a.ftl");
    let position = texts.position(place).expect("a line");
    assert!((2..=3).contains(&position.line), "line {}", position.line);
}

#[test]
fn every_broken_file_is_told() {
    let (_, problems, _) = read(
        "en",
        &[
            file("en", "en/a.ftl", "= Yes\n"),
            file("en", "en/b.ftl", "b-yes = Yes\n"),
            file("cy", "cy/b.ftl", "b-yes = { }\n"),
        ],
    );
    let files: Vec<&str> = problems
        .iter()
        .filter_map(|one| one.place.as_ref().map(|place| &*place.file))
        .collect();
    assert_eq!(files, ["en/a.ftl", "cy/b.ftl"]);
}

#[test]
fn a_folder_that_is_not_named_after_a_language_is_told_and_not_spoken() {
    for name in ["welsh words", "1", "a", "cymraeg-y-de-orllewin"] {
        let files = [
            file("en", "en/a.ftl", "a-yes = Yes\n"),
            file(name, "x/a.ftl", "a-yes = Ie\n"),
        ];
        let (words, problems, _) = read(name, &files);
        assert!(words.is_none(), "{name}");
        let told: Vec<_> = problems
            .iter()
            .map(|one| (one.code, &*one.message))
            .collect();
        let message = format!("“{name}” is not the tag of a language");
        assert_eq!(told, [(Code::ThemeWords, &*message)]);
        assert_eq!(read("en", &files).0.expect("English").say("a-yes"), "Yes");
    }
}

#[test]
fn texts_are_filled_in_as_they_are_and_numbers_choose_the_plural() {
    let words = speaking(
        "en",
        &[file(
            "en",
            "en/a.ftl",
            "a-of = Of { $title }\na-count = { $count ->\n    [one] 1 topic\n   *[other] { $count } topics\n}\n",
        )],
    );
    assert_eq!(
        words.fill("a-of", [("title", "<“A & B”>".into())]),
        "Of <“A & B”>"
    );
    let count = |count: usize| words.fill("a-count", [("count", count.into())]);
    assert_eq!(count(0), "0 topics");
    assert_eq!(count(1), "1 topic");
    assert_eq!(count(12_345), "12345 topics");
    assert_eq!(words.fill("a-of", []), "Of {$title}");
}

#[test]
fn days_versions_and_lists_are_said() {
    let words = speaking("en", &[file("en", "en/dates.ftl", DAYS)]);
    let version = |text: &str| text.parse::<VersionId>().expect("a version");
    assert_eq!(words.day(version("2026-07-01").day()), "1 July 2026");
    assert_eq!(words.month(version("2026-07-01").day()), "July 2026");
    assert_eq!(words.version(&version("2026-07-01")), "1 July 2026");
    assert_eq!(words.version(&version("2026-07-01.2")), "1 July 2026 (2)");
    let list = |items: &[&str]| {
        let items: Vec<String> = items.iter().map(|item| (*item).to_owned()).collect();
        words.list(&items)
    };
    assert_eq!(list(&[]), "");
    assert_eq!(list(&["a"]), "a");
    assert_eq!(list(&["a", "b", "c"]), "a, b and c");
}
