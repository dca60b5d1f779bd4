//! What stood on which day.

use super::record::notice_label;
use super::words::class;
use super::{AuthorityPages, DrawnView, View, sign_ups};
use crate::model::{Day, PublishedBasis, Version};
use crate::site::{Address, PublicationHistory, Shown, as_at_address, evidence_address, updates};
use crate::theme::views::{
    AsAtDayLinkView, AsAtDayView, AsAtRowView, AsAtView, AsAtYearView, LinkView,
};

impl AuthorityPages<'_> {
    pub(super) fn as_at(&self, at: &Address) -> DrawnView {
        let mut years: Vec<AsAtYearView> = Vec::new();
        for (number, day) in self.timeline.iter().enumerate().rev() {
            let year = day.day.year().to_string();
            let link = AsAtDayLinkView {
                day: day.day.in_words(),
                until: self.until(number),
                href: self.link(at, &as_at_address(&self.home, day.day)),
                what: day
                    .published
                    .iter()
                    .filter_map(|(publication, version)| {
                        let version = self.history(*publication)?.versions.get(*version)?;
                        Some(format!(
                            "{}: {}",
                            version.publication.title(),
                            class(version.class, version.previous.is_none()).to_lowercase()
                        ))
                    })
                    .collect(),
            };
            match years.last_mut() {
                Some(last) if last.year == year => last.days.push(link),
                _ => years.push(AsAtYearView {
                    year,
                    days: vec![link],
                }),
            }
        }
        DrawnView {
            template: "as-at.html",
            frame: self.frame(at, "What was published on a given day", &[], Vec::new()),
            view: View::AsAt(AsAtView {
                years,
                first_day: self
                    .timeline
                    .first()
                    .map(|day| day.day.to_string())
                    .unwrap_or_default(),
            }),
        }
    }

    /// Until when things stood as on a day of the time line.
    fn until(&self, number: usize) -> String {
        match self.last_day(number) {
            Some(last) => format!("until {}", last.in_words()),
            None => "until now".to_owned(),
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
        let words = day.in_words();
        let span = match self.last_day(number) {
            Some(last) if last == day => format!("On {words} only"),
            Some(last) => format!("From {words} to {}", last.in_words()),
            None => format!("From {words} until now"),
        };
        let near = |number: Option<usize>| {
            let day = self.timeline.get(number?)?.day;
            Some(LinkView {
                text: day.in_words(),
                href: self.link(at, &as_at_address(&self.home, day)),
            })
        };
        let title = format!("What stood on {words}");
        let above = vec![("By day".to_owned(), self.home.page("as-at"))];
        let mut frame = self.frame(at, &title, &[], above);
        frame.no_index = true;
        Some(DrawnView {
            template: "as-at-day.html",
            frame,
            view: View::AsAtDay(AsAtDayView {
                day: words,
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
                    text: "All days on which something changed".to_owned(),
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
        let applies = history.applies_from(version);
        AsAtRowView {
            title: version.publication.title().to_owned(),
            href: self.link(at, &history.version_address(&self.home, &version.id)),
            version: format!("Published {}", version.day().in_words()),
            in_force: self.in_force(history, version, applies, day),
            ended: history.ended_on(day).map(|given| {
                format!(
                    "{} on {}",
                    notice_label(given),
                    given.notice.recorded.day().in_words()
                )
            }),
            evidence_href: self.link(
                at,
                &evidence_address(&self.home, &history.slug, &version.id),
            ),
            stated: (version.published_basis == PublishedBasis::Stated)
                .then(|| "Date stated by the council".to_owned()),
            sign_ups: sign_ups::words(
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
        let words = applies.in_words();
        if applies <= day {
            return Some(format!("In force from {words}"));
        }
        let before = history
            .versions
            .iter()
            .rev()
            .find(|one| one.id < version.id && history.applies_from(one) <= day);
        Some(match before {
            Some(before) => format!(
                "Not yet in force: it applies from {words}. Until then the version of {} applied",
                before.in_words()
            ),
            None => format!("Not yet in force: it applies from {words}"),
        })
    }
}
