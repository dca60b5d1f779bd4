//! When publications are to be looked at again.

use super::words::list;
use super::{AuthorityPages, DrawnView, View};
use crate::model::Day;
use crate::site::{Address, Nearness, ReviewDue, reviews};
use crate::theme::views::{LinkView, ReviewGroupView, ReviewRowView, ReviewsView};

const GROUPS: [(Nearness, &str, &str); 4] = [
    (Nearness::Overdue, "overdue", "Overdue"),
    (Nearness::Soon, "soon", "Due within 60 days"),
    (Nearness::Later, "later", "Due later"),
    (Nearness::NeverSet, "never-set", "No review date is set"),
];

impl AuthorityPages<'_> {
    pub(super) fn reviews(&self, at: &Address) -> DrawnView {
        let all = reviews(self.site, self.context.kinds);
        let groups: Vec<ReviewGroupView> = GROUPS
            .iter()
            .map(|(nearness, id, title)| ReviewGroupView {
                id,
                title,
                reviews: all
                    .iter()
                    .filter(|one| one.nearness == *nearness)
                    .map(|one| self.review_row(at, one))
                    .collect(),
            })
            .filter(|group| !group.reviews.is_empty())
            .collect();
        let file = |text: &str, name: &str| LinkView {
            text: text.to_owned(),
            href: self.link(at, &self.home.file(name)),
        };
        DrawnView {
            template: "reviews.html",
            frame: self.frame(at, "Reviews", &[], Vec::new()),
            view: View::Reviews(ReviewsView {
                words: self.review_words(&all),
                groups,
                files: vec![
                    file("Calendar of reviews (iCalendar)", "reviews.ics"),
                    file("Table of reviews (CSV)", "reviews.csv"),
                ],
            }),
        }
    }

    /// "Judged on 1 July 2026: 1 overdue and 2 due within 60 days."
    fn review_words(&self, all: &[ReviewDue]) -> String {
        let counts: Vec<String> = [
            (Nearness::Overdue, "overdue"),
            (Nearness::Soon, "due within 60 days"),
            (Nearness::NeverSet, "without a review date"),
        ]
        .iter()
        .filter_map(|(nearness, words)| {
            let number = all.iter().filter(|one| one.nearness == *nearness).count();
            (number > 0).then(|| format!("{number} {words}"))
        })
        .collect();
        let words = match counts.is_empty() {
            true => "none is overdue, and none is due within 60 days".to_owned(),
            false => list(&counts),
        };
        match self.site.as_at {
            Some(day) => format!("As it was on {}: {words}.", day.in_words()),
            None => format!("{words}."),
        }
    }

    fn review_row(&self, at: &Address, one: &ReviewDue) -> ReviewRowView {
        ReviewRowView {
            publication: LinkView {
                text: one.title.clone(),
                href: self.link(at, &one.address),
            },
            kind: one.kind.clone(),
            due: one.due.map(Day::in_words),
            is_overdue: one.nearness == Nearness::Overdue,
            owner: one.owner.clone(),
            published: one.published.map(Day::in_words),
        }
    }
}
