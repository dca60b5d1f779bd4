//! `[accessibility]` in `authority.toml`.

use crate::config::Table;
use crate::diagnostics::Located;
use crate::model::{AccessibilityFacts, AccessibilityProblem, ComplianceStatus, ProblemReason};

/// Reads the facts behind the accessibility statement.
pub fn accessibility(mut table: Table<'_, '_>) -> AccessibilityFacts {
    let place = table.place();
    let mut texts: Vec<Located<String>> = Vec::new();
    let status = table.required_choice(
        "status",
        &ComplianceStatus::ALL,
        "say how far the pages comply: status = \"partially\"; or \"fully\", or \"not\"",
    );
    let mut text = |table: &mut Table<'_, '_>, key: &'static str| {
        let written = table.located_text(key)?;
        texts.push(written.clone());
        Some(written.value)
    };
    let tested_by = text(&mut table, "tested_by");
    let tested_how = text(&mut table, "tested_how");
    let improving = text(&mut table, "improving");
    let mut problems = Vec::new();
    for mut one in table.tables("problems", "a problem") {
        let problem = AccessibilityProblem {
            what: text(&mut one, "what").unwrap_or_default(),
            why: one
                .choice("why", &ProblemReason::ALL)
                .unwrap_or_else(|| Located::new(ProblemReason::NonCompliance, one.place())),
            criterion: text(&mut one, "criterion"),
            instead: text(&mut one, "instead"),
            mended_by: one.day("mended_by").map(|day| day.value),
        };
        if problem.what.is_empty() {
            one.missing("what", "say what does not work, and for whom: what = \"…\"");
        }
        one.finish();
        problems.push(problem);
    }
    let facts = AccessibilityFacts {
        status,
        prepared_on: table.day("prepared_on"),
        reviewed_on: table.day("reviewed_on"),
        tested_on: table.day("tested_on"),
        tested_by,
        tested_how,
        problems,
        improving,
        answers_within: table.integer("answers_within"),
        texts,
        place,
    };
    table.finish();
    facts
}
