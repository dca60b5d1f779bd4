//! What stood on which day.

use super::words::class;
use super::{AuthorityPages, DrawnView, View, sign_ups};
use crate::model::{Day, NoticeSays, PublishedBasis, Version};
use crate::site::{
    Address, GivenNotice, PublicationHistory, Shown, as_at_address, evidence_address, updates,
};
use crate::theme::views::{
    AsAtDayLinkView, AsAtDayView, AsAtMonthView, AsAtRowView, AsAtView, AsAtYearView, LinkView,
};

/// A year with more days than these is parted into its months.
const LONG_YEAR: usize = 12;

impl AuthorityPages<'_> {
    pub(super) fn as_at(&self, at: &Address) -> DrawnView {
        let words = self.words();
        let mut years: Vec<(i16, Vec<(Day, AsAtDayLinkView)>)> = Vec::new();
        for (number, day) in self.timeline.iter().enumerate().rev() {
            let year = day.day.year();
            let link = AsAtDayLinkView {
                day: words.day(day.day),
                until: self.until(number),
                href: self.link(at, &as_at_address(&self.home, day.day)),
                what: day
                    .published
                    .iter()
                    .filter_map(|(publication, version)| {
                        let version = self.history(*publication)?.versions.get(*version)?;
                        let class = class(words, version.class, version.previous.is_none());
                        Some(words.fill(
                            "as-at-what-changed",
                            [
                                ("title", version.publication.title().into()),
                                ("class", class.to_lowercase().into()),
                            ],
                        ))
                    })
                    .collect(),
            };
            match years.last_mut() {
                Some((last, days)) if *last == year => days.push((day.day, link)),
                _ => years.push((year, vec![(day.day, link)])),
            }
        }
        DrawnView {
            template: "as-at.html",
            frame: self.frame(at, &words.say("as-at-title"), &[], Vec::new()),
            view: View::AsAt(AsAtView {
                years: years
                    .into_iter()
                    .map(|(year, days)| AsAtYearView {
                        year: year.to_string(),
                        months: self.months(days),
                    })
                    .collect(),
                first_day: self
                    .timeline
                    .first()
                    .map(|day| day.day.to_string())
                    .unwrap_or_default(),
            }),
        }
    }

    /// The days of a year by month, where they are many; else all of them together.
    fn months(&self, days: Vec<(Day, AsAtDayLinkView)>) -> Vec<AsAtMonthView> {
        if days.len() <= LONG_YEAR {
            return vec![AsAtMonthView {
                title: None,
                days: days.into_iter().map(|(_, link)| link).collect(),
            }];
        }
        let mut months: Vec<AsAtMonthView> = Vec::new();
        for (day, link) in days {
            let title = Some(self.words().month(day));
            match months.last_mut() {
                Some(last) if last.title == title => last.days.push(link),
                _ => months.push(AsAtMonthView {
                    title,
                    days: vec![link],
                }),
            }
        }
        months
    }

    /// Until when things stood as on a day of the time line.
    fn until(&self, number: usize) -> String {
        let words = self.words();
        match self.last_day(number) {
            Some(last) => words.fill("as-at-until", [("day", words.day(last).into())]),
            None => words.say("as-at-until-now"),
        }
    }

    fn last_day(&self, number: usize) -> Option<Day> {
        self.timeline.get(number + 1)?.day.yesterday()
    }

    pub(super) fn as_at_day(&self, at: &Address, number: usize) -> Option<DrawnView> {
        let day = self.timeline.get(number)?.day;
        let mut rows: Vec<(bool, AsAtRowView)> = Vec::new();
        for history in &self.site.publications {
            if let Some(version) = history.at(day) {
                rows.push((history.is_decision(), self.row(at, history, version, day)));
            }
        }
        rows.sort_by(|(_, a), (_, b)| a.title.cmp(&b.title));
        let (decisions, publications): (Vec<_>, Vec<_>) =
            rows.into_iter().partition(|(is_decision, _)| *is_decision);
        let words = self.words();
        let said = words.day(day);
        let span = match self.last_day(number) {
            Some(last) if last == day => words.fill("as-at-stood-only", [("day", (&said).into())]),
            Some(last) => words.fill(
                "as-at-stood-to",
                [("day", (&said).into()), ("last", words.day(last).into())],
            ),
            None => words.fill("as-at-stood-until-now", [("day", (&said).into())]),
        };
        let near = |number: Option<usize>| {
            let day = self.timeline.get(number?)?.day;
            Some(LinkView {
                text: words.day(day),
                href: self.link(at, &as_at_address(&self.home, day)),
            })
        };
        let title = words.fill("as-at-day-title", [("day", (&said).into())]);
        let above = vec![(words.say("as-at-by-day"), self.home.page("as-at"))];
        let mut frame = self.frame(at, &title, &[], above);
        frame.no_index = true;
        Some(DrawnView {
            template: "as-at-day.html",
            frame,
            view: View::AsAtDay(AsAtDayView {
                day: said,
                span,
                publications: publications.into_iter().map(|(_, row)| row).collect(),
                decisions: decisions.into_iter().map(|(_, row)| row).collect(),
                changes: updates(self.site)
                    .iter()
                    .filter(|one| one.published.day() == day)
                    .map(|one| self.update(at, one))
                    .collect(),
                previous: near(number.checked_sub(1)),
                next: near(Some(number + 1)),
                all: LinkView {
                    text: words.say("as-at-all-days"),
                    href: self.link(at, &self.home.page("as-at")),
                },
            }),
        })
    }

    fn row(
        &self,
        at: &Address,
        history: &PublicationHistory,
        version: &Version,
        day: Day,
    ) -> AsAtRowView {
        let words = self.words();
        let applies = history.applies_from(version);
        AsAtRowView {
            title: version.publication.title().to_owned(),
            href: self.link(at, &history.version_address(&self.home, &version.id)),
            version: words.fill(
                "as-at-published",
                [("day", words.day(version.day()).into())],
            ),
            in_force: self.in_force(history, version, applies, day),
            ended: history.ended_on(day).map(|given| self.ended_on(given)),
            evidence_href: self.link(
                at,
                &evidence_address(&self.home, &history.slug, &version.id),
            ),
            stated: (version.published_basis == PublishedBasis::Stated)
                .then(|| words.say("as-at-stated")),
            sign_ups: sign_ups::words(
                self.words(),
                history,
                Shown {
                    publication: &version.publication,
                    version: Some(version),
                },
            ),
            approved_by: version
                .approved_by
                .as_ref()
                .map(|written| self.approval_fact(at, written).text),
        }
    }

    /// "Withdrawn on 1 July 2026".
    fn ended_on(&self, given: &GivenNotice) -> String {
        let words = self.words();
        let day = words.day(given.notice.recorded.day());
        match given.notice.says {
            NoticeSays::Moved { .. } => words.fill("as-at-moved", [("day", day.into())]),
            NoticeSays::Withdrawn | NoticeSays::Withheld { .. } => {
                words.fill("as-at-withdrawn", [("day", day.into())])
            }
        }
    }

    /// A version that had been published, but did not apply yet.
    fn in_force(
        &self,
        history: &PublicationHistory,
        version: &Version,
        applies: Day,
        day: Day,
    ) -> Option<String> {
        if applies == version.day() {
            return None;
        }
        let words = self.words();
        let from = words.day(applies);
        if applies <= day {
            return Some(words.fill("as-at-in-force", [("day", from.into())]));
        }
        let before = history
            .versions
            .iter()
            .rev()
            .find(|one| one.id < version.id && history.applies_from(one) <= day);
        Some(match before {
            Some(before) => words.fill(
                "as-at-not-yet-in-force-before",
                [
                    ("day", from.into()),
                    ("version", words.version(&before.id).into()),
                ],
            ),
            None => words.fill("as-at-not-yet-in-force", [("day", from.into())]),
        })
    }
}
