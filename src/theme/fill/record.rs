//! The record: how to check it, and what was withdrawn.

use super::frame::say_first;
use super::status::fact;
use super::words::{entries, moment};
use super::{AuthorityPages, DrawnView, View};
use crate::model::NoticeSays;
use crate::site::{Address, GivenNotice, PublicationHistory, evidence_address};
use crate::theme::Words;
use crate::theme::views::{
    BannerView, EndedView, FactView, LinkView, MementoView, NoticeView, RecordView, SealView,
    SealedVersionView, StampView, TimeMapView,
};

impl AuthorityPages<'_> {
    pub(super) fn record_address(&self) -> Address {
        self.home.page("record")
    }

    pub(super) fn record(&self, at: &Address) -> DrawnView {
        let words = self.words();
        let mut waiting = Vec::new();
        let mut versions = Vec::new();
        for history in &self.site.publications {
            for version in &history.versions {
                let text = words.fill(
                    "record-title-and-version",
                    [
                        ("title", version.publication.title().into()),
                        ("version", words.version(&version.id).into()),
                    ],
                );
                let evidence = evidence_address(&self.home, &history.slug, &version.id);
                let href = self.link(at, &evidence);
                match self.site.sealed.place(&history.slug, &version.id) {
                    Some(place) => {
                        let recorded = moment(words, place.entry.entry.recorded);
                        let view = SealedVersionView {
                            text,
                            href,
                            words: words.fill(
                                "record-entry-and-moment",
                                [
                                    ("entry", place.index.to_string().into()),
                                    ("moment", recorded.into()),
                                ],
                            ),
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
        let title = words.fill("record-title", [("authority", name.into())]);
        DrawnView {
            template: "record.html",
            frame: self.frame(at, &title, &[], Vec::new()),
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
                    self.words().fill(
                        "record-time",
                        [
                            ("entries", entries(self.words(), time.size).into()),
                            ("moment", moment(self.words(), time.moment).into()),
                            ("who", (&time.who).into()),
                        ],
                    )
                })
                .collect(),
            stamps: stamps.collect(),
            address: self.record_address().full(base),
            site_address: base.clone(),
        })
    }

    fn additions(&self, at: &Address) -> Vec<FactView> {
        let words = self.words();
        let log = &self.site.sealed.log;
        let href = |name: String| Some(self.link(at, &self.record_address().file(&name)));
        let keys = log.rotations.iter().map(|one| FactView {
            label: words.fill(
                "record-key-changed",
                [("day", words.day(one.value.recorded.day()).into())],
            ),
            text: one.value.reason.clone(),
            href: href(format!("keys/{}", one.name)),
        });
        let observed = log.observed.iter().map(|one| FactView {
            label: words.say("record-seen"),
            text: words.fill(
                "record-seen-checkpoint",
                [
                    ("record", (&one.value.checkpoint.origin).into()),
                    ("entries", entries(words, one.value.checkpoint.size).into()),
                ],
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
        let words = self.words();
        let title = history.shown().map_or_else(
            || history.slug.to_string(),
            |shown| shown.publication.title().to_owned(),
        );
        let about = match &given.notice.says {
            NoticeSays::Withheld { version, .. } => LinkView {
                text: words.fill(
                    "record-title-and-name",
                    [
                        ("title", title.into()),
                        ("version", version.to_string().into()),
                    ],
                ),
                href: self.link(at, &history.version_address(&self.home, version)),
            },
            _ => LinkView {
                text: title,
                href: self.link(at, &history.address(&self.home)),
            },
        };
        let mut facts = self.notice_facts(at, given);
        if self.site.sealed.entry_of(&given.digest).is_none() {
            facts.push(fact(
                words.say("record-notice-seal"),
                words.say("record-not-sealed"),
            ));
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
        let words = self.words();
        let mut facts = vec![
            fact(
                words.say("record-notice-when"),
                moment(words, notice.recorded),
            ),
            fact(words.say("record-notice-reason"), notice.reason.clone()),
            fact(words.say("record-notice-by"), notice.by.clone()),
        ];
        if let NoticeSays::Moved { to } = &notice.says {
            let to = self.moved_to(at, to);
            facts.push(FactView {
                label: words.say("record-notice-now-at"),
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
        let words = self.words();
        let day = words.day(given.notice.recorded.day());
        let to = match &given.notice.says {
            NoticeSays::Moved { to } => Some(self.moved_to(at, to)),
            _ => None,
        };
        let text = match &to {
            Some(_) => words.fill(
                "record-ended-moved",
                [("title", name.into()), ("day", day.into())],
            ),
            None => words.fill(
                "record-ended-withdrawn",
                [
                    ("authority", (&self.site.authority.name).into()),
                    ("title", name.into()),
                    ("day", day.into()),
                ],
            ),
        };
        frame.banners = vec![BannerView {
            sort: "gone",
            label: label.to_owned(),
            text,
            links: to.clone().into_iter().collect(),
        }];
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
                    text: words.fill(
                        "record-as-it-was",
                        [("version", words.version(&latest.id).into())],
                    ),
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

/// What a notice is called.
pub(super) fn notice_label(words: &Words, given: &GivenNotice) -> String {
    words.say(match given.notice.says {
        NoticeSays::Withdrawn => "phrases-withdrawn",
        NoticeSays::Moved { .. } => "phrases-moved",
        NoticeSays::Withheld { .. } => "phrases-part-withheld",
    })
}
