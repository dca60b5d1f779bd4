//! The blocks that offerbook fills in: `supports`, `sign-ups`, `actions` and `chart`.
//!
//! What they show becomes part of the body, and so of the record: a reader of an old version
//! sees what readers saw then.

use std::fmt::Write;
use std::sync::Arc;

use super::chart::{About, Asked, chart};
use super::publication::SourceText;
use crate::config::Document;
use crate::diagnostics::{Code, Diagnostic, Place, Problems, nearest};
use crate::model::{Action, Day, Organisation, SignUp, Support, organisation_in_words};

/// What the blocks can show.
#[derive(Clone, Copy, Default)]
pub struct Fills<'f> {
    /// The authority's folder.
    pub authority: &'f str,
    /// The publication's supports.
    pub supports: &'f [Support],
    /// The publication's sign-ups.
    pub sign_ups: &'f [SignUp],
    /// The organisations they name.
    pub organisations: &'f [Organisation],
    /// The publication's actions.
    pub actions: &'f [Action],
    /// The tables that charts may show.
    pub tables: &'f [SourceText],
    /// Whether blocks are filled in at all: on plain pages they are not.
    pub active: bool,
}

impl Fills<'_> {
    /// Whether a fenced block of that name is one of ours.
    pub fn knows(&self, name: &str) -> bool {
        self.active && matches!(name, "supports" | "sign-ups" | "actions" | "chart")
    }

    /// The HTML of a block.
    pub fn fill(
        &self,
        name: &str,
        asked: &str,
        place: &Place,
        asked_at: usize,
    ) -> (String, Problems) {
        match name {
            "supports" => self.supports(asked, place, asked_at),
            "chart" => self.chart(asked, place, asked_at),
            "sign-ups" => {
                let problems = empty(self.sign_ups.is_empty(), place, "sign-ups.csv");
                (self.sign_ups_table(), problems)
            }
            _ => {
                let problems = empty(self.actions.is_empty(), place, "actions.csv");
                (actions_table(self.actions), problems)
            }
        }
    }

    fn supports(&self, asked: &str, place: &Place, asked_at: usize) -> (String, Problems) {
        let document = Document::parse(&Arc::clone(&place.file), asked, asked_at);
        let mut table = document.table("a supports block");
        let topic = table.located_text("topic");
        table.finish();
        let mut problems = document.into_problems();
        let chosen: Vec<&Support> = self
            .supports
            .iter()
            .filter(|support| match &topic {
                Some(topic) => support.topics.iter().any(|one| one.value == topic.value),
                None => true,
            })
            .collect();
        if chosen.is_empty() {
            let (message, at) = match &topic {
                Some(topic) => (
                    format!(
                        "no support of this publication has the topic “{topic}”",
                        topic = topic.value
                    ),
                    &topic.place,
                ),
                None => ("this publication has no supports".to_owned(), place),
            };
            problems.push(Diagnostic::error(Code::UnknownBlock, message).at(at).help(
                "a support names its publications and topics in its front matter, in supports/",
            ));
        }
        (self.supports_list(&chosen), problems)
    }

    /// A chart, from a table beside the page.
    fn chart(&self, asked: &str, place: &Place, asked_at: usize) -> (String, Problems) {
        let document = Document::parse(&Arc::clone(&place.file), asked, asked_at);
        let mut table = document.table("a chart");
        let file = table.located_text("file");
        let words = Asked {
            file: file
                .as_ref()
                .map_or_else(String::new, |file| file.value.clone()),
            title: table.text("title").unwrap_or_default(),
            takeaway: table.text("takeaway").unwrap_or_default(),
            form: table.text("type").unwrap_or_default(),
            label: table.text("label"),
            values: table.has("values").then(|| {
                let values = table.texts("values").into_iter();
                values.map(|value| value.value).collect()
            }),
            unit: table.text("unit"),
            source: table.text("source"),
        };
        let places: Vec<(About, Option<Place>)> = [
            (About::File, "file"),
            (About::Title, "title"),
            (About::Takeaway, "takeaway"),
            (About::Type, "type"),
            (About::Label, "label"),
            (About::Values, "values"),
        ]
        .map(|(about, key)| (about, table.place_of_value(key)))
        .into();
        table.finish();
        let is_broken = document.is_broken();
        let mut problems = document.into_problems();
        if is_broken {
            return (String::new(), problems);
        }
        let named = file.as_ref().map_or(place, |file| &file.place);
        let source = self.tables.iter().find(|one| one.name == words.file);
        if source.is_none() && file.is_some() {
            let known: Vec<&str> = self.tables.iter().map(|one| one.name.as_str()).collect();
            let help = match nearest(&words.file, known.iter().copied()) {
                Some(near) => format!("did you mean “{near}”?"),
                None => "put the CSV file beside the page, in the publication’s folder".to_owned(),
            };
            problems.push(
                Diagnostic::error(
                    Code::UnknownBlock,
                    format!("there is no table “{}” beside this page", words.file),
                )
                .at(named)
                .help(help),
            );
            return (String::new(), problems);
        }
        let text = source.map_or("", |source| &source.text);
        match chart(&words, text) {
            Ok(html) => (html, problems),
            Err(found) => {
                for one in found {
                    let at = match (one.span, source) {
                        (Some(span), Some(source)) => Place::new(&source.file, span),
                        _ => places
                            .iter()
                            .find(|(about, _)| *about == one.about)
                            .and_then(|(_, written)| written.clone())
                            .unwrap_or_else(|| place.clone()),
                    };
                    problems.push(
                        Diagnostic::error(Code::Chart, one.message)
                            .at(&at)
                            .help(one.help),
                    );
                }
                (String::new(), problems)
            }
        }
    }

    fn supports_list(&self, supports: &[&Support]) -> String {
        let mut html = String::from("<ul class=\"supports\">\n");
        for support in supports {
            let _ = write!(
                html,
                "<li>\n<p><a href=\"/{}/supports/{}/\">{}</a></p>\n<p>{}</p>\n<p class=\"basis\">{}</p>\n",
                self.authority,
                support.slug,
                escape(&support.title),
                escape(&support.summary),
                support.basis.in_words(),
            );
            if let Some(amount) = &support.amount {
                let _ = writeln!(html, "<p>How much: {}</p>", escape(amount));
            }
            html.push_str("</li>\n");
        }
        html.push_str("</ul>\n");
        html
    }

    fn sign_ups_table(&self) -> String {
        let mut html = String::from(
            "<table class=\"sign-ups\">\n<caption>Who takes part</caption>\n<thead><tr>\
             <th scope=\"col\">Organisation</th><th scope=\"col\">Where it stands</th>\
             <th scope=\"col\">What it has undertaken</th></tr></thead>\n<tbody>\n",
        );
        for row in self.sign_ups {
            let name = organisation_in_words(self.organisations, &row.organisation.value);
            let _ = writeln!(
                html,
                "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>",
                escape(&name),
                escape(&standing(row)),
                escape(&row.commitment),
            );
        }
        html.push_str("</tbody>\n</table>\n");
        html
    }
}

/// "Signed version 2026-07-01 on 3 July 2026, by the Chief Nurse".
fn standing(row: &SignUp) -> String {
    let mut words = String::new();
    let mut chars = row.status.word().chars();
    words.extend(chars.next().map(|first| first.to_ascii_uppercase()));
    words.push_str(chars.as_str());
    if let Some(version) = &row.version {
        let _ = write!(words, " version {}", version.value);
    }
    if let Some(date) = row.date {
        let _ = write!(words, " on {}", date.in_words());
    }
    if !row.role.is_empty() {
        let _ = write!(words, ", by the role: {}", row.role);
    }
    words
}

fn actions_table(actions: &[Action]) -> String {
    let mut html = String::from(
        "<table class=\"actions\">\n<caption>What is to be done</caption>\n<thead><tr>\
         <th scope=\"col\">Action</th><th scope=\"col\">Who</th><th scope=\"col\">By when</th>\
         <th scope=\"col\">How we will know</th><th scope=\"col\">Status</th></tr></thead>\n<tbody>\n",
    );
    for row in actions {
        let number = if row.number.value.is_empty() {
            String::new()
        } else {
            format!("{} ", row.number.value)
        };
        let _ = writeln!(
            html,
            "<tr><th scope=\"row\">{}{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
            escape(&number),
            escape(&row.action),
            escape(&row.owner),
            row.due
                .map_or_else(|| "No date set".to_owned(), Day::in_words),
            escape(&row.measure),
            row.status.word(),
        );
    }
    html.push_str("</tbody>\n</table>\n");
    html
}

fn empty(is_empty: bool, place: &Place, register: &str) -> Problems {
    if !is_empty {
        return Problems::new();
    }
    Diagnostic::error(
        Code::UnknownBlock,
        format!("there is nothing in {register} to show here"),
    )
    .at(place)
    .help(format!(
        "put {register} beside this page, or take the block away"
    ))
    .into()
}

/// Text as it stands in HTML.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}
