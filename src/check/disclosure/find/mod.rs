//! Finds what must not be published by accident: identifiers of people, and numbers so small
//! that they could point to a child.
//!
//! A text is read once from start to end ([`scan`]), and every word is handed to the rules that
//! could begin there:
//!
//! 1. [`quiet`] marks where numbers mean nothing to us: addresses, code, keys, ids of headings;
//! 2. [`digits`], [`lettered`], [`birth`], [`named_dates`], [`email`], [`spelt`],
//!    [`postcode`] and [`mod@reference`] look for identifiers, with the help of [`checksums`];
//! 3. [`counts`] and [`shares`] read sentences ([`sentence`], [`people`], [`ages`], [`happenings`],
//!    [`ranges`], [`apart`], [`brackets`], [`lists`]), over the tags of raw HTML ([`markup`]);
//! 4. [`grid`] finds tables, and [`columns`], [`cells`] and [`suppressed`] judge what is in them;
//!    [`charts`] tells under what titles a page shows the tables beside it, and [`owners`] finds
//!    names in registers where a role is asked for.
//!
//! Nothing here decides anything for good. A finding says what was seen and how sure that is;
//! a person decides.

mod ages;
mod apart;
mod birth;
mod brackets;
mod cells;
mod charts;
mod checksums;
mod columns;
mod count_names;
mod count_words;
mod counts;
mod digits;
mod email;
mod given_names;
mod grid;
mod happenings;
mod labels;
mod lettered;
mod lists;
mod markup;
mod named_dates;
mod owners;
mod people;
mod postcode;
mod quiet;
mod ranges;
mod reference;
mod scan;
mod sentence;
mod shares;
mod sort;
mod spelt;
mod suppressed;
mod text;

#[cfg(test)]
mod tests;

use std::ops::Range;

use labels::Label;

pub use charts::{Charted, charted};
pub use columns::names_places_only;
pub use owners::names_for_roles;
pub use sort::Sort;

/// What a text is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Markdown, with or without TOML front matter between `+++` lines.
    Markdown,
    /// Comma-separated values (RFC 4180); the first record names the columns.
    Csv,
    /// TOML: keys are not read, values and comments are.
    Toml,
}

/// How sure a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// It may be something else: a person has to look.
    Likely,
    /// It can hardly be anything else.
    Certain,
}

/// Something in a text that may have to come out before it is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where it stands, in bytes of the text; both ends lie between characters.
    pub span: Range<usize>,
    /// What it is.
    pub sort: Sort,
    /// How sure that is.
    pub confidence: Confidence,
}

impl Finding {
    fn new(span: Range<usize>, sort: Sort, confidence: Confidence) -> Self {
        Self {
            span,
            sort,
            confidence,
        }
    }
}

/// Finds personal data and small numbers in a text.
///
/// The findings are in the order of the text and do not overlap. Where two rules saw the same
/// place, the more certain finding stays, then the longer one, then the one that began first.
pub fn find(text: &str, format: Format) -> Vec<Finding> {
    find_in(text, format, &[])
}

/// Finds the same in a text whose tables are shown under titles, such as the table of a chart: a
/// title "Children by area" says what the numbers count where the table itself does not.
pub fn find_in(text: &str, format: Format, titles: &[&str]) -> Vec<Finding> {
    let subjects: Vec<Label> = titles.iter().map(|title| Label::read(title)).collect();
    let text = text::Text::new(text, format);
    let mut findings = Vec::new();
    scan::words(&text, &mut findings);
    for table in grid::tables(&text) {
        columns::check(&text, &table, &mut findings);
        cells::check(&text, &table, &subjects, &mut findings);
        suppressed::check(&text, &table, &subjects, &mut findings);
    }
    settle(findings)
}

/// Puts findings in order and leaves one for each place.
fn settle(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by_key(|one| (one.span.start, one.span.end, one.sort));
    let mut settled: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings {
        match settled.last_mut() {
            Some(last) if finding.span.start < last.span.end => {
                let weight = |one: &Finding| (one.confidence, one.span.len());
                if weight(&finding) > weight(last) {
                    *last = finding;
                }
            }
            _ => settled.push(finding),
        }
    }
    settled
}
