//! What proves a version.

use super::status::fact;
use super::words::moment;
use super::{AuthorityPages, DrawnView, View};
use crate::model::{NoticeSays, PublishedBasis, RecordedFileRole, Version};
use crate::site::{Address, PublicationHistory, Shown, evidence_address};
use crate::theme::Words;
use crate::theme::views::{CheckView, EvidenceView, FactView, LinkView};

impl AuthorityPages<'_> {
    pub(super) fn evidence(
        &self,
        at: &Address,
        publication: usize,
        version: usize,
    ) -> Option<DrawnView> {
        let history = self.history(publication)?;
        let one = history.versions.get(version)?;
        let base = history.version_address(&self.home, &one.id);
        let shown = Shown {
            publication: &one.publication,
            version: Some(one),
        };
        let place = self.site.sealed.place(&history.slug, &one.id);
        let words = self.words();
        let title = words.fill(
            "record-evidence",
            [("title", one.publication.title().into())],
        );
        let above = vec![(words.say("record-record"), self.record_address())];
        let mut frame = self.frame(at, &title, &[], above);
        frame.no_index = true;
        self.tell_ended(&mut frame, at, history);
        frame.version_words = Some(words.fill(
            "record-version-of",
            [("version", words.version(&one.id).into())],
        ));
        let file = |name: &str, text: &str| LinkView {
            text: text.to_owned(),
            href: self.link(at, &base.file(name)),
        };
        let mut files = vec![file("record.txt", "record.txt")];
        if place.is_some() {
            files.push(file("entry.txt", "entry.txt"));
            files.push(file("record.tlog-proof", "record.tlog-proof"));
        }
        for body in one
            .files
            .iter()
            .filter(|one| one.role == RecordedFileRole::Body)
        {
            let name = format!("recorded/{}.txt", body.path);
            files.push(file(&name, &name));
        }
        Some(DrawnView {
            template: "evidence.html",
            frame,
            view: View::Evidence(EvidenceView {
                publication: self.head(at, shown, &base),
                span: span(words, history, version),
                facts: self.evidence_facts(at, history, one),
                is_sealed: place.is_some(),
                is_demonstration: self.site.sealed.is_demonstration(),
                record_text: one.record_text.clone(),
                entry_text: place.map(|place| place.entry.text.clone()),
                proof_text: place
                    .and_then(|place| self.site.sealed.proof(place.index))
                    .map(|proof| proof.to_string()),
                files,
                record_href: self.link(at, &self.record_address()),
                command: format!(
                    "offerbook evidence {}/{} --as-at {}",
                    self.site.authority.slug,
                    history.slug,
                    one.day()
                ),
                address: base.full(&self.context.settings.base_url),
            }),
        })
    }

    fn evidence_facts(
        &self,
        at: &Address,
        history: &PublicationHistory,
        version: &Version,
    ) -> Vec<FactView> {
        let words = self.words();
        let mut facts = vec![
            fact(
                words.say("record-published-by"),
                self.site.authority.name.clone(),
            ),
            fact(words.say("record-version"), version.id.to_string()),
            fact(
                words.say("record-published"),
                // Where only a day was stated, no time is known.
                match version.published.is_start_of_day() {
                    true => words.version(&version.id),
                    false => moment(words, version.published),
                },
            ),
        ];
        if version.published_basis == PublishedBasis::Stated {
            facts.push(fact(
                words.say("record-about-this-date"),
                words.say("record-stated"),
            ));
        }
        facts.push(fact(
            words.say("record-recorded"),
            moment(words, version.recorded),
        ));
        facts.push(fact(
            words.say("record-in-force-from"),
            words.day(history.applies_from(version)),
        ));
        facts.extend(
            version
                .approved_by
                .as_ref()
                .map(|written| self.approval_fact(at, written)),
        );
        facts.push(fact(words.say("record-what-changed"), version.note.clone()));
        facts.extend(self.seal_facts(at, history, version));
        for given in history.withheld(&version.id) {
            facts.push(fact(
                words.say("record-part-withheld"),
                words.fill(
                    "record-day-and-reason",
                    [
                        ("day", words.day(given.notice.recorded.day()).into()),
                        ("reason", (&given.notice.reason).into()),
                    ],
                ),
            ));
        }
        facts.push(fact(
            words.say("record-fingerprint"),
            version.record_digest.clone(),
        ));
        facts
    }

    /// Whether a version is sealed, and since when it surely existed.
    pub(super) fn seal_facts(
        &self,
        at: &Address,
        history: &PublicationHistory,
        version: &Version,
    ) -> Vec<FactView> {
        let words = self.words();
        let evidence = evidence_address(&self.home, &history.slug, &version.id);
        let href = (*at != evidence).then(|| self.link(at, &evidence));
        let Some(place) = self.site.sealed.place(&history.slug, &version.id) else {
            return vec![FactView {
                label: words.say("record-record"),
                text: words.say("record-not-sealed"),
                href,
            }];
        };
        let text = words.fill(
            match self.site.sealed.is_demonstration() {
                true => "record-sealed-demonstration",
                false => "record-sealed",
            },
            [("entry", place.index.to_string().into())],
        );
        let mut facts = vec![FactView {
            label: words.say("record-record"),
            text,
            href,
        }];
        if *at == evidence {
            facts.push(match place.time {
                Some(time) => fact(
                    words.say("record-existed-by"),
                    words.fill(
                        "record-existed-by-word",
                        [
                            ("moment", moment(words, time.moment).into()),
                            ("who", (&time.who).into()),
                        ],
                    ),
                ),
                None => fact(
                    words.say("record-outside-time"),
                    words.say("record-outside-time-none"),
                ),
            });
        }
        facts
    }

    /// What lets a reader check a version's page in the browser.
    pub(super) fn check(
        &self,
        at: &Address,
        history: &PublicationHistory,
        version: &Version,
        body: &str,
    ) -> CheckView {
        let folder =
            |address: &Address| at.link_to(address.as_str(), crate::model::LinkStyle::Folders);
        CheckView {
            version_href: folder(&history.version_address(&self.home, &version.id)),
            record_href: folder(&self.record_address()),
            origin: self.site.sealed.log.origin().unwrap_or_default().to_owned(),
            body: body.to_owned(),
            evidence_href: self.link(
                at,
                &evidence_address(&self.home, &history.slug, &version.id),
            ),
            is_sealed: self.site.sealed.place(&history.slug, &version.id).is_some(),
        }
    }
}

/// "From 1 July 2026 to 13 September 2026 this version stood."
fn span(words: &Words, history: &PublicationHistory, version: usize) -> String {
    let Some(one) = history.versions.get(version) else {
        return String::new();
    };
    let from = words.version(&one.id);
    let (message, day) = match (history.versions.get(version + 1), history.ended()) {
        (Some(next), _) if next.day() == one.day() => {
            return words.fill("record-published-same-day", [("version", from.into())]);
        }
        (Some(next), _) => (
            "record-published-from-to",
            next.day().yesterday().unwrap_or(next.day()),
        ),
        (None, Some(given)) => (
            match given.notice.says {
                NoticeSays::Moved { .. } => "record-published-until-moved",
                _ => "record-published-until-withdrawn",
            },
            given.notice.recorded.day(),
        ),
        (None, None) => {
            return words.fill("record-published-since", [("version", from.into())]);
        }
    };
    words.fill(
        message,
        [("version", from.into()), ("day", words.day(day).into())],
    )
}
