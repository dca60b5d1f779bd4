//! Identifiers in tables: the name of a column says what its cells are.

use super::birth;
use super::checksums::{is_learner_number, is_nhs_number};
use super::grid::{self, Table};
use super::text::{Text, has_any_word};
use super::{Confidence, Finding, Format, Sort};

/// Names of columns with places that are no homes.
#[rustfmt::skip]
const PLACES: &[&str] = &[
    "school", "schools", "organisation", "organisations", "provider", "providers", "service",
    "services", "venue", "venues", "office", "offices", "library", "libraries", "team", "nursery",
    "centre", "hub", "building", "ward", "district", "parish", "council", "local authority",
    "constituency", "charity", "group", "company", "club", "activity", "practice", "surgery",
    "pharmacy", "establishment", "urn",
];

/// Names of columns with people.
#[rustfmt::skip]
const PEOPLE: &[&str] = &[
    "child", "young person", "pupil", "surname", "first name", "forename", "given name",
    "last name", "full name", "dob", "date of birth", "age", "mobile", "home address", "carer name",
    "foster carer", "case", "nhs number", "gender", "ethnicity",
];

/// Whether the columns of a table (comma-separated values) are said to hold schools, offices and the
/// like, and no people: the postcodes in it are theirs.
pub fn names_places_only(values: &str) -> bool {
    let text = Text::new(values, Format::Csv);
    let tables = grid::tables(&text);
    let names = tables.first().and_then(|table| table.rows.first());
    let says = |words: &[&str]| {
        names.is_some_and(|names| {
            (names.iter())
                .map(|span| text.part(span.clone()).replace('_', " "))
                .any(|name| has_any_word(&name, words))
        })
    };
    says(PLACES) && !says(PEOPLE)
}

/// Looks at the columns of a table whose names announce identifiers.
pub(super) fn check(text: &Text<'_>, table: &Table, findings: &mut Vec<Finding>) {
    for column in 0..table.width() {
        let name = table.cell(text, 0, column).replace('_', " ");
        let Some(sort) = announced(&name) else {
            continue;
        };
        for row in table.body() {
            let Some(span) = table.span(row, column) else {
                continue;
            };
            if fits(text, &span, sort) {
                findings.push(Finding::new(span, sort, Confidence::Certain));
            }
        }
    }
}

/// What the name of a column announces.
fn announced(name: &str) -> Option<Sort> {
    let says = |words: &[&str]| has_any_word(name, words);
    if says(&["nhs number", "nhs no", "nhs"]) {
        Some(Sort::NhsNumber)
    } else if says(&["uln", "learner number"]) {
        Some(Sort::LearnerNumber)
    } else if says(&[
        "date of birth",
        "dob",
        "d.o.b",
        "birth date",
        "birthdate",
        "born",
        "birthday",
    ]) {
        Some(Sort::DateOfBirth)
    } else if says(&[
        "case ref",
        "case reference",
        "case number",
        "case no",
        "case id",
        "lcs id",
        "mosaic id",
        "child id",
        "person id",
        "client id",
        "lcs",
        "mosaic",
        "court case",
        "home office ref",
        "home office reference",
        "passport",
        "passport number",
        "pnc",
        "pnc id",
    ]) {
        Some(Sort::CaseReference)
    } else {
        None
    }
}

/// Whether a cell is what its column announces.
fn fits(text: &Text<'_>, span: &std::ops::Range<usize>, sort: Sort) -> bool {
    let cell = text.part(span.clone());
    let digits: Vec<u8> = cell.bytes().filter(u8::is_ascii_digit).collect();
    let is_number = cell
        .bytes()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'-'));
    match sort {
        Sort::NhsNumber => is_number && is_nhs_number(&digits) && !digits.starts_with(b"999"),
        Sort::LearnerNumber => is_number && is_learner_number(&digits),
        Sort::DateOfBirth => birth::date_end(text, span.start) == Some(span.end),
        Sort::CaseReference => {
            (4..=24).contains(&cell.len())
                && digits.len() >= 4
                && birth::date_end(text, span.start) != Some(span.end)
                && cell
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-'))
        }
        _ => false,
    }
}
