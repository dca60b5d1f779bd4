//! `supports/<slug>.md`.

use std::sync::Arc;

use super::allowed::allowed;
use super::body::BodyContext;
use super::fills::Fills;
use super::front_matter::split;
use super::publication::Bodies;
use crate::config::Document;
use crate::diagnostics::{Code, Diagnostic, Place, Problems};
use crate::model::{Allowed, Basis, CareLeaverStatus, KinshipArrangement, Support};

/// Reads a support. `path` is its path from `content/`.
pub fn support(
    file: &Arc<str>,
    slug: &str,
    path: &str,
    text: &str,
    bodies: &Bodies<'_>,
) -> (Support, Vec<Allowed>, Problems) {
    let (parts, open) = split(file, text);
    let document = Document::parse(file, parts.toml, parts.toml_start);
    let mut table = document.table("a support");
    let mut support = Support {
        slug: slug.to_owned(),
        title: table.required_text("title", "write what it is called: title = \"…\""),
        summary: table.required_text("summary", "write one sentence: summary = \"…\""),
        publications: table.texts("publications"),
        topics: table.texts("topics"),
        basis: table
            .required_choice(
                "basis",
                &Basis::ALL,
                "say whether there is a right to it: basis = \"law\", or basis = \"discretionary\"",
            )
            .map_or(Basis::Discretionary, |basis| basis.value),
        reference: table.text("reference"),
        who: table.required_text("who", "write who can get it: who = \"…\""),
        age_from: table.integer("age_from"),
        age_to: table.integer("age_to"),
        care_leaver_status: values(table.choices("care_leaver_status", &CareLeaverStatus::ALL)),
        kinship_arrangement: values(table.choices("kinship_arrangement", &KinshipArrangement::ALL)),
        situations: values(table.texts("situations")),
        amount: table.text("amount"),
        how_to_claim: table.required_text("how_to_claim", "write how to ask for it"),
        who_decides: table.text("who_decides"),
        how_long: table.text("how_long"),
        if_refused: table.text("if_refused"),
        contact: table.text("contact"),
        confirmed_on: table.day("confirmed_on").map(|day| day.value),
        body: crate::model::Body::default(),
        place: Place::file(file),
    };
    for (key, empty) in [
        ("publications", support.publications.is_empty()),
        ("topics", support.topics.is_empty()),
    ] {
        if empty {
            table.missing(key, "write a list, such as [\"kinship-local-offer\"]");
        }
    }
    if let (Some(from), Some(to)) = (support.age_from, support.age_to)
        && from > to
    {
        table.report(
            Diagnostic::error(
                Code::WrongValue,
                format!("age_from is {from} and age_to is {to}"),
            )
            .at(&table.place())
            .help("the youngest age comes first"),
        );
    }
    let allowed = allowed(&mut table, false);
    table.finish();
    let mut problems = document.into_problems();
    problems.extend(open.map(Problems::from).unwrap_or_default());
    let name = format!("supports/{slug}");
    let (body, found) = bodies.body(
        &name,
        parts.markdown,
        &BodyContext {
            file,
            offset: parts.markdown_start,
            path,
            fills: &Fills::default(),
            allowed_elements: bodies.allowed_elements(),
            language: "",
        },
    );
    support.body = body;
    // A support may well have no further text.
    let mut found = found;
    found.retain(|one| one.code != Code::EmptyPage);
    problems.extend(found);
    (support, allowed, problems)
}

fn values<T>(list: Vec<crate::diagnostics::Located<T>>) -> Vec<T> {
    list.into_iter().map(|one| one.value).collect()
}
