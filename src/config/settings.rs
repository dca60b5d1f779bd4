//! `site-config.toml`.

use std::sync::Arc;

use super::{Document, Table};
use crate::diagnostics::{Code, Diagnostic, Located, Problems};
use crate::model::{Confirmed, LanguageRules, LinkStyle, SiteSettings};

/// Reads the settings of a site. They can be used even where problems were found.
pub fn site_settings(file: &Arc<str>, text: &str) -> (SiteSettings, Problems) {
    let document = Document::parse(file, text, 0);
    let mut table = document.table("site-config.toml");
    let title = table.required_text("title", "write the name of the site: title = \"…\"");
    let publisher = table.required_text("publisher", "write who runs the site: publisher = \"…\"");
    let base_url = base_url(table.located_text("base_url"), &mut |problem| {
        table.report(problem)
    });
    let mut settings = SiteSettings {
        title,
        base_url,
        publisher,
        language: table.text("language").unwrap_or_else(|| "en-GB".to_owned()),
        theme: table.text("theme").unwrap_or_else(|| "default".to_owned()),
        notice: table.text("notice"),
        link_style: table
            .choice("links", &LinkStyle::ALL)
            .map_or(LinkStyle::Folders, |style| style.value),
        allowed_elements: Vec::new(),
        confirmed: Vec::new(),
        language_rules: LanguageRules::default(),
        deny_list: table.located_text("deny_list"),
    };
    if let Some(rules) = table.table("plain_language", "[plain_language]") {
        settings.language_rules = language_rules(rules);
    }
    if let Some(confirmed) = table.table("confirmed", "[confirmed]") {
        settings.confirmed = confirmed
            .named_texts()
            .into_iter()
            .map(|(what, on)| Confirmed { what, on })
            .collect();
    }
    if let Some(mut html) = table.table("html", "[html]") {
        for name in html.texts("allowed_elements") {
            if allowed(&name.value) {
                settings.allowed_elements.push(name.value);
            } else {
                html.report(
                    Diagnostic::error(
                        Code::WrongValue,
                        format!("the element “{}” cannot be allowed", name.value),
                    )
                    .at(&name.place)
                    .help("only simple elements can be added, such as address, aside, ruby, time and wbr"),
                );
            }
        }
        html.finish();
    }
    table.finish();
    (settings, document.into_problems())
}

fn language_rules(mut table: Table<'_, '_>) -> LanguageRules {
    let rules = LanguageRules {
        check: table.flag("check").unwrap_or(true),
        longest_sentence: table.integer("longest_sentence"),
        words: table
            .table("words", "[plain_language.words]")
            .map(|words| words.named_texts())
            .unwrap_or_default()
            .into_iter()
            .map(|(word, instead)| (word.value, instead))
            .collect(),
        allowed_words: table
            .texts("allowed_words")
            .into_iter()
            .map(|word| word.value)
            .collect(),
    };
    table.finish();
    rules
}

/// An address that pages can be hung under: `https://offers.example.org/` or with a path.
fn base_url(written: Option<Located<String>>, report: &mut dyn FnMut(Diagnostic)) -> String {
    let Some(written) = written else {
        return "https://example.org/".to_owned();
    };
    match clean_base_url(&written.value) {
        Some(url) => url,
        None => {
            report(
                Diagnostic::error(
                    Code::WrongValue,
                    format!("“{}” is not a web address to build on", written.value),
                )
                .at(&written.place)
                .help("write it like https://offers.example.gov.uk/"),
            );
            "https://example.org/".to_owned()
        }
    }
}

/// The address with one `/` at its end; `None` if pages cannot be hung under it.
pub(crate) fn clean_base_url(text: &str) -> Option<String> {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))?;
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~/:".contains(c);
    (!rest.starts_with('/') && !rest.is_empty() && rest.chars().all(plain))
        .then(|| format!("{}/", text.trim_end_matches('/')))
}

/// What a site may add to the elements of raw HTML. Cleaning itself cannot be switched off. A list
/// of what may be, not of what may not: elements whose content browsers read as bare text, such as
/// `xmp`, would let through what cleaning did not see.
fn allowed(element: &str) -> bool {
    const MAY_BE: [&str; 17] = [
        "address", "article", "aside", "data", "footer", "header", "hgroup", "nav", "rp", "rt",
        "ruby", "samp", "search", "time", "u", "var", "wbr",
    ];
    MAY_BE.contains(&element)
}
