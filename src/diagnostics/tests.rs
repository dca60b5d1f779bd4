use std::sync::Arc;

use super::*;

fn sample() -> (Problems, Texts) {
    let file: Arc<str> = Arc::from("content/derby/index.md");
    let mut texts = Texts::default();
    texts.insert(
        Arc::clone(&file),
        Arc::from("+++\ntitel = \"x\"\n+++\n\nÉ [a](hosing.md)\n"),
    );
    let mut problems = Problems::new();
    problems.push(
        Diagnostic::error(Code::BrokenLink, "there is no file “hosing.md” here")
            .at(&Place::new(&file, 28..37))
            .help("did you mean “housing.md”?"),
    );
    problems.push(
        Diagnostic::warning(Code::UnknownKey, "“titel” is not a key of a page")
            .at(&Place::new(&file, 4..9)),
    );
    problems.push(Diagnostic::note(Code::Dates, "nothing placed"));
    (problems.sorted(), texts)
}

#[test]
fn people_see_file_line_column_text_and_help() {
    let (problems, texts) = sample();
    let text = human(&problems, &texts, Style::Plain);
    assert_eq!(
        text,
        "note[dates]: nothing placed

warning[unknown-key]: “titel” is not a key of a page
 --> content/derby/index.md:2:1
  |
2 | titel = \"x\"
  | ^^^^^

error[broken-link]: there is no file “hosing.md” here
 --> content/derby/index.md:5:7
  |
5 | É [a](hosing.md)
  |       ^^^^^^^^^
  |
  = help: did you mean “housing.md”?

1 error, 1 warning, 1 note
"
    );
}

#[test]
fn json_and_sarif_hold_the_same_places() {
    let (problems, texts) = sample();
    let report: serde_json::Value = serde_json::from_str(&json(&problems, &texts)).unwrap();
    assert_eq!(report["problems"][2]["line"], 5);
    assert_eq!(report["problems"][2]["column"], 7);
    assert_eq!(report["problems"][2]["text"], "hosing.md");
    let log: serde_json::Value = serde_json::from_str(&sarif(&problems, &texts)).unwrap();
    let region = &log["runs"][0]["results"][2]["locations"][0]["physicalLocation"]["region"];
    assert_eq!(region["startLine"], 5);
    assert_eq!(region["startColumn"], 7);
    assert_eq!(region["endColumn"], 16);
}

#[test]
fn suggestions_only_when_near() {
    assert_eq!(nearest("titel", ["title", "kind"]), Some("title"));
    assert_eq!(nearest("drfat", ["draft", "kind"]), Some("draft"));
    assert_eq!(nearest("colour", ["title", "kind"]), None);
}

#[test]
fn positions_survive_bytes_inside_characters() {
    assert_eq!(Position::of("é", 1), Position { line: 1, column: 1 });
    assert_eq!(Position::of("a\nb", 99), Position { line: 2, column: 2 });
}
