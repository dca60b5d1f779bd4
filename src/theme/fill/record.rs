//! The record: how to check it, what proves a version, what was withdrawn.

use super::frame::say_first;
use super::status::fact;
use super::words::entries;
use super::{AuthorityPages, DrawnView, View};
use crate::model::{NoticeSays, PublishedBasis, RecordedFileRole, Version};
use crate::site::{Address, GivenNotice, PublicationHistory, Shown, evidence_address};
use crate::theme::Words;
use crate::theme::views::{
    BannerView, CheckView, EndedView, EvidenceView, FactView, LinkView, MementoView, NoticeView,
    RecordView, SealView, SealedVersionView, StampView, TimeMapView,
};

impl AuthorityPages<'_> {
    pub(super) fn record_address(&self) -> Address {
        self.home.page("record")
    }

    pub(super) fn record(&self, at: &Address) -> DrawnView {
        let mut waiting = Vec::new();
        let mut versions = Vec::new();
        for history in &self.site.publications {
            for version in &history.versions {
                let text = format!("{}, {}", version.publication.title(), version.in_words());
                let evidence = evidence_address(&self.home, &history.slug, &version.id);
                let href = self.link(at, &evidence);
                match self.site.sealed.place(&history.slug, &version.id) {
                    Some(place) => {
                        let recorded = place.entry.entry.recorded.in_words();
                        let view = SealedVersionView {
                            text,
                            href,
                            words: format!("Entry {}, recorded {recorded}", place.index),
                        };
                        versions.push((place.index, view));
                    }
                    None => waiting.push(LinkView { text, href }),
                }
            }
        }
        versions.sort_by_key(|(index, _)| std::cmp::Reverse(*index));
        let mut notices: Vec<(&PublicationHistory, &GivenNotice)> = self
            .site
            .publications
            .iter()
            .flat_map(|history| history.notices.iter().map(move |one| (history, one)))
            .collect();
        notices.sort_by_key(|(_, one)| std::cmp::Reverse((one.notice.recorded, one.name.clone())));
        let name = &self.site.authority.short_name;
        DrawnView {
            template: "record.html",
            frame: self.frame(at, &format!("The record of {name}"), &[], Vec::new()),
            view: View::Record(RecordView {
                authority: LinkView {
                    text: self.site.authority.name.clone(),
                    href: self.link(at, &self.home),
                },
                seal: self.seal(at),
                waiting,
                versions: versions.into_iter().map(|(_, view)| view).collect(),
                notices: notices
                    .into_iter()
                    .map(|(history, one)| self.notice(at, history, one))
                    .collect(),
                additions: self.additions(at),
            }),
        }
    }

    fn seal(&self, at: &Address) -> Option<SealView> {
        let sealed = &self.site.sealed;
        let latest = sealed.log.latest()?;
        let key = sealed.key()?;
        let file = |name: &str| self.link(at, &self.record_address().file(name));
        let size = latest.signed.checkpoint.size;
        let base = &self.context.settings.base_url;
        let stamps = sealed.log.stamps.iter().map(|one| {
            let name = format!("{}.{}.tsr", one.size, one.who);
            StampView {
                who: one.who.clone(),
                href: file(&format!("stamps/{name}")),
                file: name,
                checkpoint_href: file(&format!("checkpoints/{}", one.size)),
                checkpoint_file: one.size.to_string(),
                certificates: one.certificates.as_ref().map(|_| LinkView {
                    text: format!("{}.pem", one.who),
                    href: file(&format!("stamps/{}.pem", one.who)),
                }),
            }
        });
        Some(SealView {
            size: entries(self.words(), size),
            checkpoint: latest.signed.to_string(),
            checkpoint_href: file("checkpoint"),
            key: key.to_string(),
            key_href: file("vkey"),
            origin: key.name().to_owned(),
            is_demonstration: sealed.is_demonstration(),
            times: sealed
                .times
                .iter()
                .map(|time| {
                    format!(
                        "The first {} existed by {}: that is the word of {}.",
                        entries(self.words(), time.size),
                        time.moment.in_words(),
                        time.who
                    )
                })
                .collect(),
            stamps: stamps.collect(),
            address: self.record_address().full(base),
            site_address: base.clone(),
        })
    }

    fn additions(&self, at: &Address) -> Vec<FactView> {
        let log = &self.site.sealed.log;
        let href = |name: String| Some(self.link(at, &self.record_address().file(&name)));
        let keys = log.rotations.iter().map(|one| FactView {
            label: format!("Key changed on {}", one.value.recorded.day().in_words()),
            text: one.value.reason.clone(),
            href: href(format!("keys/{}", one.name)),
        });
        let observed = log.observed.iter().map(|one| FactView {
            label: "Seen of another record".to_owned(),
            text: format!(
                "{}, {}",
                one.value.checkpoint.origin,
                entries(self.words(), one.value.checkpoint.size)
            ),
            href: href(format!("observed/{}", one.name)),
        });
        keys.chain(observed).collect()
    }

    fn notice(
        &self,
        at: &Address,
        history: &PublicationHistory,
        given: &GivenNotice,
    ) -> NoticeView {
        let title = history.shown().map_or_else(
            || history.slug.to_string(),
            |shown| shown.publication.title().to_owned(),
        );
        let about = match &given.notice.says {
            NoticeSays::Withheld { version, .. } => LinkView {
                text: format!("{title}, version {version}"),
                href: self.link(at, &history.version_address(&self.home, version)),
            },
            _ => LinkView {
                text: title,
                href: self.link(at, &history.address(&self.home)),
            },
        };
        let mut facts = self.notice_facts(at, given);
        if self.site.sealed.entry_of(&given.digest).is_none() {
            facts.push(fact("Seal", "Published, not yet sealed"));
        }
        NoticeView {
            id: given.id(),
            label: notice_label(self.words(), given),
            about,
            facts,
            href: self.link(
                at,
                &self
                    .record_address()
                    .file(&format!("notices/{}", given.name)),
            ),
        }
    }

    fn notice_facts(&self, at: &Address, given: &GivenNotice) -> Vec<FactView> {
        let notice = &given.notice;
        let mut facts = vec![
            fact("When", notice.recorded.in_words()),
            fact("Reason", notice.reason.clone()),
            fact("Ordered by", notice.by.clone()),
        ];
        if let NoticeSays::Moved { to } = &notice.says {
            let to = self.moved_to(at, to);
            facts.push(FactView {
                label: "Found now at".to_owned(),
                text: to.text,
                href: Some(to.href),
            });
        }
        facts
    }

    fn moved_to(&self, at: &Address, to: &str) -> LinkView {
        let href = match to.starts_with('/') {
            true => at.link_to(to, self.context.settings.link_style),
            false => to.to_owned(),
        };
        let own = self
            .site
            .publications
            .iter()
            .find(|history| history.address(&self.home).as_str() == to);
        let title = own.and_then(|history| Some(history.shown()?.publication.title().to_owned()));
        LinkView {
            text: title.unwrap_or_else(|| to.to_owned()),
            href,
        }
    }

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
        let title = format!("Evidence: {}", one.publication.title());
        let above = vec![("Record".to_owned(), self.record_address())];
        let mut frame = self.frame(at, &title, &[], above);
        frame.no_index = true;
        frame.version_words = Some(format!("Version of {}", one.in_words()));
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
                span: span(self.words(), history, version),
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
        let mut facts = vec![
            fact("Published by", self.site.authority.name.clone()),
            fact("Version", version.id.to_string()),
            fact(
                "Published",
                // Where only a day was stated, no time is known.
                match version.published.is_start_of_day() {
                    true => version.in_words(),
                    false => version.published.in_words(),
                },
            ),
        ];
        if version.published_basis == PublishedBasis::Stated {
            facts.push(fact(
                "About this date",
                "Stated by the council; it was recorded later.",
            ));
        }
        facts.push(fact("Recorded", version.recorded.in_words()));
        facts.push(fact(
            "In force from",
            history.applies_from(version).in_words(),
        ));
        facts.extend(
            version
                .approved_by
                .as_ref()
                .map(|written| self.approval_fact(at, written)),
        );
        facts.push(fact("What changed", version.note.clone()));
        facts.extend(self.seal_facts(at, history, version));
        for given in history.withheld(&version.id) {
            facts.push(fact(
                "A part withheld",
                format!(
                    "{}: {}",
                    given.notice.recorded.day().in_words(),
                    given.notice.reason
                ),
            ));
        }
        facts.push(fact(
            "Fingerprint of its record.txt (SHA-256)",
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
        let evidence = evidence_address(&self.home, &history.slug, &version.id);
        let href = (*at != evidence).then(|| self.link(at, &evidence));
        let Some(place) = self.site.sealed.place(&history.slug, &version.id) else {
            return vec![FactView {
                label: "Record".to_owned(),
                text: "Published, not yet sealed".to_owned(),
                href,
            }];
        };
        let mut text = format!("Sealed as entry {}", place.index);
        if self.site.sealed.is_demonstration() {
            text.push_str(" with a demonstration key, which proves nothing");
        }
        let mut facts = vec![FactView {
            label: "Record".to_owned(),
            text,
            href,
        }];
        if *at == evidence {
            facts.push(match place.time {
                Some(time) => fact(
                    "Existed by",
                    format!("{}, by the word of {}", time.moment.in_words(), time.who),
                ),
                None => fact("Outside time", "None: the dates are stated by the council."),
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

    pub(super) fn ended(
        &self,
        at: &Address,
        publication: usize,
        title: &str,
        last: &Address,
    ) -> Option<DrawnView> {
        let history = self.history(publication)?;
        let shown = history.shown()?;
        let given = history.ended()?;
        let latest = history.latest()?;
        let base = history.address(&self.home);
        let label = notice_label(self.words(), given);
        let name = shown.publication.title();
        let above = match *at == base {
            true => Vec::new(),
            false => vec![(name.to_owned(), base.clone())],
        };
        let mut frame = self.frame(at, title, &[], above);
        frame.no_index = true;
        say_first(&mut frame, &label);
        frame.exit_this_page = self.exits_from_any(shown.publication);
        let day = given.notice.recorded.day().in_words();
        let to = match &given.notice.says {
            NoticeSays::Moved { to } => Some(self.moved_to(at, to)),
            _ => None,
        };
        let text = match &to {
            Some(_) => format!("“{name}” moved on {day}. This is where it is now:"),
            None => format!(
                "{} withdrew “{name}” on {day}. Do not rely on it: nothing on this page applies \
                 any more.",
                self.site.authority.name
            ),
        };
        frame.banner = Some(BannerView {
            sort: "gone",
            label: label.to_owned(),
            text,
            links: to.clone().into_iter().collect(),
        });
        let mut head = self.head(at, shown, &base);
        head.summary.clear();
        Some(DrawnView {
            template: "ended.html",
            frame,
            view: View::Ended(EndedView {
                publication: head,
                facts: self.notice_facts(at, given),
                to,
                last: LinkView {
                    text: format!("as it was in the version of {}", latest.in_words()),
                    href: self.link(at, last),
                },
                versions_href: self.link(at, &base.page("versions")),
                notice_href: at.link_to(
                    &format!("{}#{}", self.record_address(), given.id()),
                    self.context.settings.link_style,
                ),
            }),
        })
    }

    pub(super) fn time_map(&self, at: &Address, publication: usize) -> Option<DrawnView> {
        let history = self.history(publication)?;
        let base = &self.context.settings.base_url;
        let (first, last) = (history.versions.first()?, history.versions.last()?);
        let many = history.versions.len();
        let mementos = history
            .versions
            .iter()
            .enumerate()
            .map(|(number, version)| {
                let rel = match (number == 0, number + 1 == many) {
                    (true, true) => "first last memento",
                    (true, false) => "first memento",
                    (false, true) => "last memento",
                    (false, false) => "memento",
                };
                MementoView {
                    address: history.version_address(&self.home, &version.id).full(base),
                    moment: version.published.in_http(),
                    rel,
                }
            });
        Some(DrawnView {
            template: "timemap.link",
            frame: self.frame(at, "Time map", &[], Vec::new()),
            view: View::TimeMap(TimeMapView {
                original: history.address(&self.home).full(base),
                address: at.full(base),
                from: first.published.in_http(),
                until: last.published.in_http(),
                mementos: mementos.collect(),
            }),
        })
    }
}

/// "From 1 July 2026 to 13 September 2026 this version stood."
fn span(words: &Words, history: &PublicationHistory, version: usize) -> String {
    let Some(one) = history.versions.get(version) else {
        return String::new();
    };
    let from = one.in_words();
    match history.versions.get(version + 1) {
        Some(next) if next.day() == one.day() => {
            format!("This version was published and replaced on the same day, {from}.")
        }
        Some(next) => {
            let until = next.day().yesterday().unwrap_or(next.day()).in_words();
            format!("This is what was published from {from} to {until}.")
        }
        None => match history.ended() {
            Some(given) => format!(
                "This is what was published from {from} until it was {} on {}.",
                notice_label(words, given).to_lowercase(),
                given.notice.recorded.day().in_words()
            ),
            None => format!("This is what has been published since {from}."),
        },
    }
}

/// What a notice is called.
pub(super) fn notice_label(words: &Words, given: &GivenNotice) -> String {
    words.say(match given.notice.says {
        NoticeSays::Withdrawn => "phrases-withdrawn",
        NoticeSays::Moved { .. } => "phrases-moved",
        NoticeSays::Withheld { .. } => "phrases-part-withheld",
    })
}
