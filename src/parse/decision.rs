//! What a decision record says beside its text.

use crate::config::Table;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{DecisionParticulars, Paper, TakenBy};

/// Reads the keys that only decisions have. `None` where what it cannot do without is missing;
/// that has then been reported.
pub fn particulars(table: &mut Table<'_, '_>) -> Option<DecisionParticulars> {
    let words: Vec<&str> = TakenBy::ALL.iter().map(|(word, _)| *word).collect();
    let taken_by = table.required_choice(
        "taken_by",
        &TakenBy::ALL,
        &format!(
            "write who took it: taken_by = \"…\", one of {}",
            words.join(", ")
        ),
    );
    let body = table.required_text("body", "write the body’s name: body = \"Cabinet\"");
    let date = table.required_day("date", "write the day it was taken: date = 2026-07-01");
    let item = table.text("item");
    let key_decision = table.flag("key_decision").unwrap_or(false);
    let outcome = table.text("outcome");
    let papers = table
        .tables("papers", "a paper")
        .into_iter()
        .map(|mut paper| {
            let title = paper.required_text("title", "write the paper’s title");
            let link = paper.located_text("link");
            if let Some(link) = &link
                && !link.value.starts_with("https://")
                && !link.value.starts_with("http://")
            {
                paper.report(
                    Diagnostic::error(Code::UnsafeLink, "a paper’s link must be a web address")
                        .at(&link.place)
                        .help("write it with https://, or leave it out"),
                );
            }
            paper.finish();
            Paper {
                title,
                link: link.map(|link| link.value),
            }
        })
        .collect();
    Some(DecisionParticulars {
        taken_by: taken_by?,
        body,
        date: date?.value,
        item,
        key_decision,
        outcome,
        papers,
    })
}
