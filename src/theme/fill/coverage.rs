//! What an authority covers, topic by topic.

use super::words::{count, level, list};
use super::{AuthorityPages, DrawnView, View};
use crate::check::{CoverageState, TopicCoverage, coverage};
use crate::model::{Day, Status, Topic};
use crate::site::{Address, PublicationHistory};
use crate::theme::views::{CoverageView, LinkView, PublicationCoverageView, TopicView};

impl AuthorityPages<'_> {
    pub(super) fn coverage(&self, at: &Address) -> DrawnView {
        let judged = match self.site.as_at {
            Some(day) => format!("Judged by what applied on {}.", day.in_words()),
            None => "Judged by everything that is asked or coming.".to_owned(),
        };
        let publications = self
            .site
            .publications
            .iter()
            .filter(|history| !history.is_decision())
            .filter_map(|history| self.publication_coverage(at, history))
            .collect();
        DrawnView {
            template: "coverage.html",
            frame: self.frame(
                at,
                "What the law and guidance ask, and what is covered",
                &[],
                Vec::new(),
            ),
            view: View::Coverage(CoverageView {
                judged,
                publications,
            }),
        }
    }

    fn publication_coverage(
        &self,
        at: &Address,
        history: &PublicationHistory,
    ) -> Option<PublicationCoverageView> {
        let shown = history.offered()?;
        let kind = self.context.kinds.get(&shown.publication.kind.value)?;
        let base = history.address(&self.home);
        let on = self.site.as_at.unwrap_or(Day::LAST);
        let topics = coverage(kind, shown.publication, on);
        Some(PublicationCoverageView {
            id: history.slug.to_string(),
            title: shown.publication.title().to_owned(),
            href: self.link(at, &base),
            kind: LinkView {
                text: kind.label.clone(),
                href: self.link(at, &Address::home().page("kinds").page(&kind.slug)),
            },
            words: in_words(&topics),
            topics: topics
                .iter()
                .map(|one| self.topic(at, &base, one))
                .collect(),
        })
    }

    fn topic(&self, at: &Address, base: &Address, one: &TopicCoverage<'_>) -> TopicView {
        let topic = one.topic;
        let (state, words, remark) = match &one.state {
            CoverageState::Met(_) => ("met", "Covered", early(topic, one.asked)),
            CoverageState::Missing => ("missing", "Missing", None),
            CoverageState::Coming => ("coming", "Coming", Some(when(topic))),
            CoverageState::NotApplicable(because) => {
                ("not-applicable", "Does not apply", Some(because.clone()))
            }
        };
        let places = match &one.state {
            // What no heading claims is met by the facts that stand on the first page.
            CoverageState::Met(claims) if claims.is_empty() => vec![LinkView {
                text: "The facts on the first page".to_owned(),
                href: self.link(at, base),
            }],
            CoverageState::Met(claims) => claims
                .iter()
                .map(|claim| {
                    let mut address = base.clone();
                    if claim.page != "index" {
                        address = address.page(&claim.page);
                    }
                    let target = match &claim.heading {
                        Some(heading) => format!("{address}#{heading}"),
                        None => address.to_string(),
                    };
                    LinkView {
                        text: claim.words.clone(),
                        href: at.link_to(&target, self.context.settings.link_style),
                    }
                })
                .collect(),
            _ => Vec::new(),
        };
        TopicView {
            label: topic.label.clone(),
            reference: topic.reference.clone(),
            link: topic.link.clone(),
            level: level(topic.level, topic.if_appropriate),
            state,
            words: words.to_owned(),
            remark,
            places,
            is_confirmed: topic.checked_on.is_some(),
        }
    }
}

/// A coming topic that is covered already.
fn early(topic: &Topic, asked: bool) -> Option<String> {
    (!asked).then(|| when(topic))
}

/// When a topic that is not asked yet will be.
pub(super) fn when(topic: &Topic) -> String {
    match (topic.status, topic.applies_from) {
        (Status::NotCommenced, None) => {
            "In an Act that is passed; the day it starts is not set".to_owned()
        }
        (_, Some(day)) => format!("Asked from {}", day.in_words()),
        (_, None) => "Not asked yet".to_owned(),
    }
}

/// "14 of 18 topics covered, 2 missing; 2 more are coming".
fn in_words(topics: &[TopicCoverage<'_>]) -> String {
    let number =
        |of: &dyn Fn(&TopicCoverage<'_>) -> bool| topics.iter().filter(|one| of(one)).count();
    let asked = number(&|one| one.asked);
    let missing = number(&|one| one.state == CoverageState::Missing);
    let coming = number(&|one| !one.asked);
    let mut parts = vec![format!(
        "{} of {} covered",
        asked - missing,
        count(asked, "topic")
    )];
    if missing > 0 {
        parts.push(format!("{missing} missing"));
    }
    if coming > 0 {
        parts.push(format!("{coming} coming"));
    }
    list(&parts)
}
