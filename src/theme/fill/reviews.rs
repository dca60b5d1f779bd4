//! When publications are to be looked at again.

use super::{AuthorityPages, DrawnView, View};
use crate::site::{Address, Nearness, ReviewDue, reviews};
use crate::theme::Words;
use crate::theme::views::{LinkView, ReviewGroupView, ReviewRowView, ReviewsView};

const GROUPS: [(Nearness, &str); 4] = [
    (Nearness::Overdue, "overdue"),
    (Nearness::Soon, "soon"),
    (Nearness::Later, "later"),
    (Nearness::NeverSet, "never-set"),
];

fn title(nearness: Nearness, words: &Words) -> String {
    words.say(match nearness {
        Nearness::Overdue => "reviews-overdue",
        Nearness::Soon => "reviews-soon",
        Nearness::Later => "reviews-later",
        Nearness::NeverSet => "reviews-never-set",
    })
}

impl AuthorityPages<'_> {
    pub(super) fn reviews(&self, at: &Address) -> DrawnView {
        let words = self.words();
        let all = reviews(self.site, self.context.kinds);
        let groups: Vec<ReviewGroupView> = GROUPS
            .iter()
            .map(|(nearness, id)| ReviewGroupView {
                id,
                title: title(*nearness, words),
                reviews: all
                    .iter()
                    .filter(|one| one.nearness == *nearness)
                    .map(|one| self.review_row(at, one))
                    .collect(),
            })
            .filter(|group| !group.reviews.is_empty())
            .collect();
        let file = |text: String, name: &str| LinkView {
            text,
            href: self.link(at, &self.home.file(name)),
        };
        DrawnView {
            template: "reviews.html",
            frame: self.frame(at, &words.say("reviews-title"), &[], Vec::new()),
            view: View::Reviews(ReviewsView {
                words: self.review_words(&all),
                groups,
                files: vec![
                    file(words.say("reviews-calendar-file"), "reviews.ics"),
                    file(words.say("reviews-table-file"), "reviews.csv"),
                ],
            }),
        }
    }

    /// "Judged on 1 July 2026: 1 overdue and 2 due within 60 days."
    fn review_words(&self, all: &[ReviewDue]) -> String {
        let words = self.words();
        let counts: Vec<String> = [
            (Nearness::Overdue, "reviews-number-overdue"),
            (Nearness::Soon, "reviews-number-soon"),
            (Nearness::NeverSet, "reviews-number-never-set"),
        ]
        .into_iter()
        .filter_map(|(nearness, message)| {
            let number = all.iter().filter(|one| one.nearness == nearness).count();
            (number > 0).then(|| words.fill(message, [("count", number.into())]))
        })
        .collect();
        let counts = match counts.is_empty() {
            true => words.say("reviews-none"),
            false => words.list(&counts),
        };
        match self.site.as_at {
            Some(day) => words.fill(
                "reviews-as-it-was",
                [("day", words.day(day).into()), ("counts", counts.into())],
            ),
            None => words.fill("reviews-counts", [("counts", counts.into())]),
        }
    }

    fn review_row(&self, at: &Address, one: &ReviewDue) -> ReviewRowView {
        ReviewRowView {
            publication: LinkView {
                text: one.title.clone(),
                href: self.link(at, &one.address),
            },
            kind: one.kind.clone(),
            due: one.due.map(|day| self.words().day(day)),
            is_overdue: one.nearness == Nearness::Overdue,
            owner: one.owner.clone(),
            published: one.published.map(|day| self.words().day(day)),
        }
    }
}
