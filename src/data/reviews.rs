//! A table of reviews (CSV, RFC 4180), for the team's spreadsheet.

use crate::site::{Nearness, ReviewDue};

/// The table: a row a publication, the most pressing first.
pub fn reviews_table(reviews: &[ReviewDue], base_url: &str) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let header = [
        "publication",
        "title",
        "kind",
        "owner",
        "published",
        "review_due",
        "standing",
        "address",
    ];
    let rows = reviews.iter().map(|review| {
        let day = |day: Option<crate::model::Day>| day.map(|day| day.to_string());
        [
            review.publication.clone(),
            review.title.clone(),
            review.kind.clone(),
            review.owner.clone().unwrap_or_default(),
            day(review.published).unwrap_or_default(),
            day(review.due).unwrap_or_default(),
            standing(review.nearness).to_owned(),
            review.address.full(base_url),
        ]
    });
    // Writing to memory does not fail; what could not be written would only be missing.
    let _ = writer.write_record(header);
    for row in rows {
        let _ = writer.write_record(row);
    }
    writer.into_inner().unwrap_or_default()
}

fn standing(nearness: Nearness) -> &'static str {
    match nearness {
        Nearness::Overdue => "overdue",
        Nearness::Soon => "due within 60 days",
        Nearness::Later => "due later",
        Nearness::NeverSet => "no date set",
    }
}
