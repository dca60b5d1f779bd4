//! Words that a command is given for the record: a note, a reason, who ordered it. They can never
//! be changed afterwards, so they are looked at before they are written.

use super::find::{Confidence, Format, find};
use crate::check::DenyList;
use crate::diagnostics::{Code, Diagnostic, Problems};

/// What must not be published in words given with an option, such as `--note`. The words
/// themselves are never repeated.
pub fn said(option: &str, words: &str, deny_list: &DenyList) -> Problems {
    let mut problems = Problems::new();
    if !deny_list.find(words).is_empty() {
        problems.push(
            Diagnostic::error(
                Code::DenyList,
                format!("the words given with {option} hold what is on the deny list"),
            )
            .help("say it without that name: the record can never be changed"),
        );
    }
    for finding in find(words, Format::Markdown) {
        let what = finding.sort.what();
        let is_secret = finding.sort.is_secret();
        let code = match is_secret {
            true => Code::PersonalData,
            false => Code::SmallNumber,
        };
        let problem = match finding.confidence {
            Confidence::Certain if is_secret => {
                Diagnostic::error(code, format!("the words given with {option} hold {what}"))
            }
            _ => Diagnostic::warning(
                code,
                format!("there may be {what} in the words given with {option}"),
            ),
        };
        problems.push(problem.help("say it without that: the record can never be changed"));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn what_cannot_be_changed_later_is_looked_at_first() {
        let (list, _) = DenyList::read(&Arc::from("list.txt"), "Quillfeather House\n");
        let told = said(
            "--note",
            "Moved to Quillfeather House, 943 476 5919.",
            &list,
        );
        let messages: Vec<&str> = told.iter().map(|one| one.message.as_str()).collect();
        assert_eq!(
            messages,
            [
                "the words given with --note hold what is on the deny list",
                "the words given with --note hold an NHS number"
            ]
        );
        assert!(told.has_errors());
        assert!(said("--note", "The telephone number is right again.", &list).is_empty());
    }
}
