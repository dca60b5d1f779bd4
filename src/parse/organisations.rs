//! `organisations.toml`.

use std::fmt::Write;
use std::sync::Arc;

use crate::config::{Document, Table};
use crate::diagnostics::{Code, Diagnostic, Located, Problems};
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
        list.push(organisation(slug, &mut table));
        table.finish();
    }
    (list, document.into_problems())
}

fn organisation(slug: Located<String>, table: &mut Table<'_, '_>) -> Organisation {
    let provider = table.text("provider");
    let name = match provider {
        Some(_) => {
            no_name_of_a_home(&slug, table);
            String::new()
        }
        None => table.required_text("name", "write its name: name = \"…\""),
    };
    let sector = table.choice("sector", &Sector::ALL);
    let otherwise = match provider {
        Some(_) => Sector::Provider,
        None => Sector::Other,
    };
    let organisation_type = table.located_text("type");
    if let Some(written) = &organisation_type
        && provider.is_none()
        && is_single_home(&written.value)
    {
        table.report(
            Diagnostic::error(
                Code::HomeNamed,
                format!("“{}” is a single children’s home", slug.value),
            )
            .at(&written.place)
            .help(
                "a home’s name can show where children live: name the provider only. For a home \
                 that signs by itself write [home-1] and provider = \"…\", without a name",
            ),
        );
    }
    Organisation {
        name,
        organisation_type: organisation_type.map(|one| one.value).unwrap_or_default(),
        sector: sector.map_or(otherwise, |sector| sector.value),
        website: table.text("website"),
        ceased: table.day("ceased").map(|day| day.value),
        succeeded_by: table
            .one_or_more("succeeded_by")
            .into_iter()
            .map(|one| one.value)
            .collect(),
        provider,
        slug: slug.value,
        place: slug.place,
    }
}

/// "children's home", "secure home", however the apostrophe is written; not a provider of homes.
fn is_single_home(written: &str) -> bool {
    let words = written.to_lowercase().replace('’', "'");
    ["children's home", "childrens home", "secure home"]
        .iter()
        .any(|home| words.trim() == *home)
}

/// A home that signs by itself is known by a number: neither its name nor its key may tell which
/// it is.
fn no_name_of_a_home(slug: &Located<String>, table: &mut Table<'_, '_>) {
    if let Some(name) = table.located_text("name") {
        table.report(
            Diagnostic::error(Code::HomeNamed, "a single children’s home is named")
                .at(&name.place)
                .help("take the name away: readers see the provider, and “one of its homes”"),
        );
    }
    let number = slug.value.strip_prefix("home-");
    let is_number = number.is_some_and(|number| {
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    if !is_number {
        table.report(
            Diagnostic::error(
                Code::HomeNamed,
                format!("“{}” may tell which children’s home it is", slug.value),
            )
            .at(&slug.place)
            .help("call it home-1, home-2 and so on"),
        );
    }
}

/// The organisations that some sign-ups name, written as they are recorded with a version: so
/// that a version's names stay as they were, and an organisation added for another publication
/// changes nothing here.
pub fn named_by(sign_ups: &[SignUp], all: &[Organisation]) -> (Vec<Organisation>, String) {
    let mut named: Vec<Organisation> = Vec::new();
    let mut wanted: Vec<&str> = sign_ups
        .iter()
        .map(|row| row.organisation.value.as_str())
        .collect();
    // Providers of homes, and bodies that took over, are named with them.
    while let Some(slug) = wanted.pop() {
        if named.iter().any(|one| one.slug == slug) {
            continue;
        }
        if let Some(one) = all.iter().find(|one| one.slug == slug) {
            named.push(one.clone());
            wanted.extend(one.provider.as_deref());
            wanted.extend(one.succeeded_by.iter().map(String::as_str));
        }
    }
    named.sort_by(|a, b| a.slug.cmp(&b.slug));
    let mut text = String::new();
    for one in &named {
        let _ = writeln!(text, "[{}]", one.slug);
        let mut line = |key: &str, value: &str| {
            let _ = writeln!(text, "{key} = {}", toml::Value::from(value));
        };
        if one.provider.is_none() {
            line("name", &one.name);
        }
        line("type", &one.organisation_type);
        line("sector", one.sector.word());
        let next = match one.succeeded_by.as_slice() {
            [] => None,
            [next] => Some(toml::Value::from(next.as_str())),
            several => Some(toml::Value::from(several.to_vec())),
        };
        if let Some(website) = &one.website {
            line("website", website);
        }
        if let Some(next) = next {
            let _ = writeln!(text, "succeeded_by = {next}");
        }
        if let Some(provider) = &one.provider {
            let _ = writeln!(text, "provider = {}", toml::Value::from(provider.as_str()));
        }
        if let Some(ceased) = one.ceased {
            let _ = writeln!(text, "ceased = {ceased}");
        }
    }
    (named, text)
}
