//! `organisations.toml`.

use std::fmt::Write;
use std::sync::Arc;

use crate::config::Document;
use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::model::{Organisation, Sector, SignUp, Slug};

/// Reads `organisations.toml`: one table an organisation, its slug as the key.
pub fn organisations(file: &Arc<str>, text: &str) -> (Vec<Organisation>, Problems) {
    let document = Document::parse(file, text, 0);
    let root = document.table("organisations.toml");
    let mut list = Vec::new();
    for (slug, mut table) in root.named_tables("an organisation") {
        if Slug::new(&slug.value).is_none() {
            root.report(
                Diagnostic::error(
                    Code::OddName,
                    format!("“{}” cannot be part of an address", slug.value),
                )
                .at(&slug.place)
                .help("use the letters a to z, digits and hyphens"),
            );
        }
        list.push(Organisation {
            name: table.required_text("name", "write its name: name = \"…\""),
            organisation_type: table.text("type").unwrap_or_default(),
            sector: table
                .choice("sector", &Sector::ALL)
                .map_or(Sector::Other, |sector| sector.value),
            website: table.text("website"),
            succeeded_by: table.text("succeeded_by"),
            slug: slug.value,
            place: slug.place,
        });
        table.finish();
    }
    (list, document.into_problems())
}

/// The organisations that some sign-ups name, written as they are recorded with a version: so
/// that a version's names stay as they were, and an organisation added for another publication
/// changes nothing here.
pub fn named_by(sign_ups: &[SignUp], all: &[Organisation]) -> (Vec<Organisation>, String) {
    let mut named: Vec<Organisation> = all
        .iter()
        .filter(|one| {
            sign_ups
                .iter()
                .any(|row| row.organisation.value == one.slug)
        })
        .cloned()
        .collect();
    named.sort_by(|a, b| a.slug.cmp(&b.slug));
    let mut text = String::new();
    for one in &named {
        let _ = writeln!(text, "[{}]", one.slug);
        let mut line = |key: &str, value: &str| {
            let _ = writeln!(text, "{key} = {}", toml::Value::from(value));
        };
        line("name", &one.name);
        line("type", &one.organisation_type);
        line("sector", one.sector.word());
        for (key, value) in [
            ("website", &one.website),
            ("succeeded_by", &one.succeeded_by),
        ] {
            if let Some(value) = value {
                line(key, value);
            }
        }
    }
    (named, text)
}
