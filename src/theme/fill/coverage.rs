//! What an authority covers, topic by topic.

use super::law::as_it_stood;
use super::words::level;
use super::{AuthorityPages, DrawnView, View};
use crate::check::{CoverageState, Judged, TopicCoverage, coverage};
use crate::model::{Day, MetBy, Status, Topic};
use crate::site::{Address, PublicationHistory, Shown, coverage_address};
use crate::theme::Words;
use crate::theme::views::{CoverageView, FactView, LinkView, PublicationCoverageView, TopicView};

impl AuthorityPages<'_> {
    pub(super) fn coverage(&self, at: &Address) -> DrawnView {
        let publications = self
            .site
            .publications
            .iter()
            .filter(|history| !history.is_decision())
            .filter_map(|history| self.offered_coverage(at, history))
            .collect();
        let words = self.words();
        DrawnView {
            template: "coverage.html",
            frame: self.frame(at, &words.say("coverage-title"), &[], Vec::new()),
            view: View::Coverage(CoverageView {
                words: words.say("coverage-what-it-tells"),
                publications,
            }),
        }
    }

    /// What a version covered, by what applied when it was published.
    pub(super) fn version_coverage(
        &self,
        at: &Address,
        publication: usize,
        version: usize,
    ) -> Option<DrawnView> {
        let history = self.history(publication)?;
        let one = history.versions.get(version)?;
        let title = one.publication.title();
        let words = self.words();
        let day = words.version(&one.id);
        let above = vec![
            (title.to_owned(), history.address(&self.home)),
            (
                words.say("coverage-all-versions"),
                history.address(&self.home).page("versions"),
            ),
        ];
        let mut frame = self.frame(
            at,
            &words.fill("coverage-version-title", [("version", (&day).into())]),
            &[title],
            above,
        );
        frame.no_index = true;
        self.tell_ended(&mut frame, at, history);
        frame.exit_this_page = self.exits_from_any(&one.publication);
        frame.version_words = Some(words.fill("coverage-version", [("version", day.into())]));
        let shown = Shown {
            publication: &one.publication,
            version: Some(one),
        };
        let base = history.version_address(&self.home, &one.id);
        Some(DrawnView {
            template: "coverage.html",
            frame,
            view: View::Coverage(CoverageView {
                words: words.say("coverage-version-what-it-tells"),
                publications: self
                    .publication_coverage(at, history, shown, &base)
                    .into_iter()
                    .collect(),
            }),
        })
    }

    /// "14 of 18 topics covered", with a link to the whole.
    pub(super) fn coverage_fact(
        &self,
        at: &Address,
        history: &PublicationHistory,
        version: usize,
    ) -> Option<FactView> {
        let one = history.versions.get(version)?;
        let kind = self.context.kinds.get(&one.publication.kind.value)?;
        if history.is_decision() || kind.topics.is_empty() {
            return None;
        }
        let topics = coverage(kind, &one.publication, history.judged(version)?);
        let address = coverage_address(&self.home, &history.slug, &one.id);
        Some(FactView {
            label: self.words().say("coverage-when-published"),
            text: in_words(&topics, self.words()),
            href: Some(self.link(at, &address)),
        })
    }

    fn offered_coverage(
        &self,
        at: &Address,
        history: &PublicationHistory,
    ) -> Option<PublicationCoverageView> {
        let shown = history.offered()?;
        let base = history.address(&self.home);
        let mut view = self.publication_coverage(at, history, shown, &base)?;
        view.versions = (history.versions.len() > 1).then(|| LinkView {
            text: self.words().say("coverage-earlier-versions"),
            href: self.link(at, &base.page("versions")),
        });
        Some(view)
    }

    fn publication_coverage(
        &self,
        at: &Address,
        history: &PublicationHistory,
        shown: Shown<'_>,
        base: &Address,
    ) -> Option<PublicationCoverageView> {
        let kind = self.context.kinds.get(&shown.publication.kind.value)?;
        let number = shown
            .version
            .and_then(|version| history.versions.iter().position(|one| one.id == version.id));
        let today = self.site.as_at.unwrap_or(Day::LAST);
        let words = self.words();
        let (judged, judged_words) = match number.and_then(|number| history.judged(number)) {
            Some(judged) => (
                judged,
                words.fill("coverage-judged", [("day", words.day(judged.on).into())]),
            ),
            None => (history.judged_on(today), words.say("coverage-judged-draft")),
        };
        let now = Judged {
            on: today,
            updated: judged.updated,
        };
        let topics = coverage(kind, shown.publication, judged);
        let topics_now = coverage(kind, shown.publication, now);
        let rows: Vec<TopicView> = topics
            .iter()
            .zip(&topics_now)
            .map(|(then, now)| {
                let mut view = self.topic(at, base, then, judged.on);
                if is_at_next_update(then, today) {
                    view.words = words.say("coverage-not-asked-of-version");
                    view.remark = Some(words.say("coverage-asked-at-update"));
                }
                let is_new =
                    then.state != CoverageState::Missing && now.state == CoverageState::Missing;
                view.now = is_new.then(|| needed_now(now.topic, words));
                view
            })
            .collect();
        let needed = rows.iter().filter(|row| row.now.is_some()).count();
        Some(PublicationCoverageView {
            id: history.slug.as_str().replace('/', "-"),
            title: shown.publication.title().to_owned(),
            href: self.link(at, base),
            kind: LinkView {
                text: kind.label.clone(),
                href: self.link(at, &Address::home().page("kinds").page(&kind.slug)),
            },
            words: in_words(&topics, words),
            judged: judged_words,
            now: (needed > 0)
                .then(|| words.fill("coverage-needs-more", [("count", needed.into())])),
            versions: None,
            topics: rows,
        })
    }

    fn topic(&self, at: &Address, base: &Address, one: &TopicCoverage<'_>, on: Day) -> TopicView {
        let topic = one.topic;
        let words = self.words();
        let (state, said, remark) = match &one.state {
            CoverageState::Met(_) => (
                "met",
                words.say("coverage-covered"),
                early(topic, one.asked, words),
            ),
            CoverageState::Missing => ("missing", words.say("coverage-missing"), None),
            CoverageState::Coming => (
                "coming",
                words.say("coverage-coming"),
                Some(when(topic, words)),
            ),
            CoverageState::NotApplicable(because) => (
                "not-applicable",
                words.say("coverage-does-not-apply"),
                Some(because.clone()),
            ),
        };
        let places = match &one.state {
            // What no heading claims is met by the facts that stand on the first page.
            CoverageState::Met(claims) if claims.is_empty() => vec![LinkView {
                text: words.say("coverage-first-page"),
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
            // What is not asked yet is read as it will be, not as it stood.
            link: topic
                .link
                .as_deref()
                .map(|link| match one.asked && on != Day::LAST {
                    true => as_it_stood(link, on),
                    false => link.to_owned(),
                }),
            level: level(self.words(), topic.level, topic.if_appropriate),
            state,
            words: said,
            remark,
            now: None,
            places,
            is_confirmed: topic.checked_on.is_some(),
        }
    }
}

/// Consultation is asked of updates: what was published before the duty began is not asked, and
/// what comes after it will be.
fn is_at_next_update(one: &TopicCoverage<'_>, today: Day) -> bool {
    let is_fact = matches!(
        one.topic.met_by,
        MetBy::Consultation | MetBy::ConsultationReport
    );
    let has_begun = one.topic.applies_from.is_some_and(|from| from <= today);
    is_fact && has_begun && one.state == CoverageState::Coming
}

/// "Needed now: asked since 29 June 2026".
fn needed_now(topic: &Topic, words: &Words) -> String {
    match topic.applies_from {
        Some(day) => words.fill(
            "coverage-needed-now-since",
            [("day", words.day(day).into())],
        ),
        None => words.say("coverage-needed-now"),
    }
}

/// A coming topic that is covered already.
fn early(topic: &Topic, asked: bool, words: &Words) -> Option<String> {
    (!asked).then(|| when(topic, words))
}

/// When a topic that is not asked yet will be.
pub(super) fn when(topic: &Topic, words: &Words) -> String {
    match (topic.status, topic.applies_from) {
        (Status::NotCommenced, None) => words.say("coverage-start-not-set"),
        (_, Some(day)) => words.fill("coverage-asked-from", [("day", words.day(day).into())]),
        (_, None) => words.say("coverage-not-asked-yet"),
    }
}

/// "14 of 18 topics covered, 2 do not apply, 2 missing and 3 coming (1 of them covered already)".
fn in_words(topics: &[TopicCoverage<'_>], words: &Words) -> String {
    let number =
        |of: &dyn Fn(&TopicCoverage<'_>) -> bool| topics.iter().filter(|one| of(one)).count();
    let asked = number(&|one| one.asked);
    let is_met = |one: &TopicCoverage<'_>| matches!(one.state, CoverageState::Met(_));
    let covered = number(&|one| one.asked && is_met(one));
    let missing = number(&|one| one.state == CoverageState::Missing);
    let elsewhere = asked - covered - missing;
    let coming = number(&|one| !one.asked);
    let early = number(&|one| !one.asked && is_met(one));
    let mut parts = vec![words.fill(
        "coverage-number-covered",
        [("covered", covered.into()), ("topics", asked.into())],
    )];
    if elsewhere > 0 {
        parts.push(words.fill(
            "coverage-number-not-applicable",
            [("count", elsewhere.into())],
        ));
    }
    if missing > 0 {
        parts.push(words.fill("coverage-number-missing", [("count", missing.into())]));
    }
    if coming > 0 {
        parts.push(match early {
            0 => words.fill("coverage-number-coming", [("count", coming.into())]),
            _ => words.fill(
                "coverage-number-coming-early",
                [("count", coming.into()), ("early", early.into())],
            ),
        });
    }
    words.list(&parts)
}
