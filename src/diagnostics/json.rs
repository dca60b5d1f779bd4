//! Problems as JSON, for programs.

use serde::Serialize;

use super::veil::Veil;
use super::{Problems, Severity, Texts};

#[derive(Serialize)]
struct Report<'a> {
    /// Counted up when the shape changes in a way that breaks readers.
    format: &'static str,
    errors: usize,
    warnings: usize,
    notes: usize,
    problems: Vec<Problem<'a>>,
}

#[derive(Serialize)]
struct Problem<'a> {
    severity: Severity,
    code: &'static str,
    message: &'a str,
    file: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
    text: Option<&'a str>,
    help: Option<&'a str>,
}

/// All problems as one JSON document, ending with a line end.
pub fn json(problems: &Problems, texts: &Texts) -> String {
    let veil = Veil::of(problems, texts);
    let texts = veil.texts(texts);
    let hidden: Vec<_> = problems.iter().map(|one| veil.diagnostic(one)).collect();
    let report = Report {
        format: "offerbook-problems/v1",
        errors: problems.count(Severity::Error),
        warnings: problems.count(Severity::Warning),
        notes: problems.count(Severity::Note),
        problems: hidden
            .iter()
            .map(|one| {
                let place = one.place.as_ref();
                let position = place.and_then(|place| texts.position(place));
                Problem {
                    severity: one.severity,
                    code: one.code.as_str(),
                    message: &one.message,
                    file: place.map(|place| veil.path(&place.file)),
                    line: position.map(|position| position.line),
                    column: position.map(|position| position.column),
                    text: place.and_then(|place| {
                        let span = place.span.clone()?;
                        texts.get(&place.file)?.get(span)
                    }),
                    help: one.help.as_deref(),
                }
            })
            .collect(),
    };
    // A struct of strings and numbers always serialises.
    serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
}
