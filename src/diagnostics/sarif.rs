//! Problems as SARIF 2.1.0, which code hosts show beside the changed lines.
//!
//! Source: OASIS, Static Analysis Results Interchange Format 2.1.0.

use serde_json::{Value, json};

use super::veil::Veil;
use super::{Code, Diagnostic, Position, Problems, Severity, Texts};

/// All problems as a SARIF log, ending with a line end.
pub fn sarif(problems: &Problems, texts: &Texts) -> String {
    let rules: Vec<Value> = Code::ALL
        .iter()
        .map(|code| {
            json!({
                "id": code.as_str(),
                "shortDescription": { "text": code.meaning() },
            })
        })
        .collect();
    let veil = Veil::of(problems, texts);
    let texts = veil.texts(texts);
    let results: Vec<Value> = problems
        .iter()
        .map(|one| result(&veil.diagnostic(one), &texts, &veil))
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "offerbook",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}

fn result(one: &Diagnostic, texts: &Texts, veil: &Veil) -> Value {
    let message = match &one.help {
        Some(help) => format!("{}. {help}", one.message),
        None => one.message.clone(),
    };
    let mut result = json!({
        "ruleId": one.code.as_str(),
        "level": match one.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        "message": { "text": message },
    });
    if let Some(place) = &one.place {
        let mut location = json!({ "artifactLocation": { "uri": uri(&veil.path(&place.file)) } });
        if let (Some(span), Some(text)) = (&place.span, texts.get(&place.file)) {
            let start = Position::of(text, span.start);
            let end = Position::of(text, span.end);
            location["region"] = json!({
                "startLine": start.line, "startColumn": start.column,
                "endLine": end.line, "endColumn": end.column,
            });
        }
        result["locations"] = json!([{ "physicalLocation": location }]);
    }
    result
}

/// A path as a relative URI (RFC 3986): what is not unreserved is written as %XX.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
