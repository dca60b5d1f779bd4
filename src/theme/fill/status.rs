//! Version, dates, review, approval: what stands at the top of a publication.

use super::AuthorityPages;
use super::frame::say_first;
use super::record::notice_label;
use super::words::{class, review};
use crate::model::{ApprovedBy, Day, NoticeSays, Publication, PublishedBasis, Version};
use crate::site::{Address, Edition, GivenNotice, PublicationHistory, Shown};
use crate::theme::Words;
use crate::theme::views::{
    BannerView, FactView, FrameView, LinkView, RelationView, SpokenFactView, StatusView,
};

/// A row of a summary list.
pub fn fact(label: impl Into<String>, text: impl Into<String>) -> FactView {
    FactView {
        label: label.into(),
        text: text.into(),
        href: None,
    }
}

impl<'a> AuthorityPages<'a> {
    /// What a form of a publication says, and the version it is.
    pub(super) fn edition(
        &self,
        history: &'a PublicationHistory,
        edition: Edition,
    ) -> Option<Shown<'a>> {
        match edition {
            Edition::Shown => history.shown(),
            Edition::Version(at) => history.versions.get(at).map(|version| Shown {
                publication: &version.publication,
                version: Some(version),
            }),
        }
    }

    /// The language that a publication is written in: its own, else that of the site. Where the
    /// interface speaks it, as the interface is marked.
    pub(super) fn language_of_publication(&self, publication: &Publication) -> String {
        let own = publication.control.language.as_deref();
        self.as_marked(own.unwrap_or(&self.context.settings.language))
    }

    /// A language by the tag of the interface where that speaks it: “en” on a page in “en-GB”
    /// needs no mark of its own.
    pub(super) fn as_marked(&self, language: &str) -> String {
        let spoken = self.words().language();
        match language.split('-').next() == Some(spoken) || language == spoken {
            true => self.context.interface_language(),
            false => language.to_owned(),
        }
    }

    /// Version, dates, review.
    pub(super) fn status(
        &self,
        at: &Address,
        history: &PublicationHistory,
        shown: Shown<'_>,
        edition: Edition,
    ) -> StatusView {
        let words = self.words();
        let mut facts: Vec<SpokenFactView> = Vec::new();
        if let (Some(first), Some(version)) = (history.versions.first(), shown.version) {
            facts.push(fact(words.say("status-published"), words.day(first.day())).into());
            if version.id != first.id {
                let label = words.say(match edition {
                    Edition::Shown => "status-last-updated",
                    Edition::Version(_) => "status-this-version",
                });
                facts.push(fact(label, words.version(&version.id)).into());
            }
            facts.extend(self.stated(version).map(SpokenFactView::from));
        }
        let applies = shown
            .publication
            .control
            .in_force_from
            .as_ref()
            .map(|day| day.value)
            .or(shown.version.map(|version| history.applies_from(version)));
        if let Some(applies) = applies {
            let later = self.site.as_at.is_some_and(|as_at| applies > as_at);
            let day = words.day(applies);
            let text = match later {
                true => words.fill("status-not-in-force-yet", [("day", day.into())]),
                false => day,
            };
            facts.push(fact(words.say("status-in-force-from"), text).into());
        }
        let (mut is_overdue, mut overdue_words) = (false, None);
        // Nobody reviews what a council published that is no more.
        if !history.is_decision() && !self.site.has_ended() {
            let due = history.review_due(shown, self.context.kinds);
            // An old version is not to be reviewed any more.
            if edition == Edition::Shown {
                let (told, overdue) = review(words, due, self.site.as_at);
                is_overdue = overdue;
                overdue_words =
                    overdue.then(|| words.fill("status-overdue", [("review", (&told).into())]));
                facts.push(fact(words.say("status-review"), told).into());
            }
        }
        let language = self.language_of_publication(shown.publication);
        facts.extend(
            self.approval(at, shown, self.context.words_in(&language))
                .map(|fact| SpokenFactView::quoting(fact, &language)),
        );
        if let Some(version) = shown.version {
            facts.push(self.version_fact(at, history, version).into());
            let seal = self.seal_facts(at, history, version);
            facts.extend(seal.into_iter().map(SpokenFactView::from));
        }
        let base = history.address(&self.home);
        StatusView {
            facts,
            is_overdue,
            overdue_words,
            versions_href: (!history.versions.is_empty())
                .then(|| self.link(at, &base.page("versions"))),
            change_href: self.change_href(at, history, shown.version),
            print_href: (edition == Edition::Shown).then(|| self.link(at, &base.page("print"))),
        }
    }

    fn version_fact(
        &self,
        at: &Address,
        history: &PublicationHistory,
        version: &Version,
    ) -> FactView {
        let address = history.version_address(&self.home, &version.id);
        let words = self.words();
        let class = class(words, version.class, version.previous.is_none()).to_lowercase();
        FactView {
            label: words.say("status-version"),
            text: words.fill(
                "status-version-and-class",
                [
                    ("version", version.id.to_string().into()),
                    ("class", class.into()),
                ],
            ),
            href: (*at != address).then(|| self.link(at, &address)),
        }
    }

    /// Where it is told what a version changed; for a draft, what it would change.
    pub(super) fn change_href(
        &self,
        at: &Address,
        history: &PublicationHistory,
        version: Option<&Version>,
    ) -> Option<String> {
        let has_before = match version {
            Some(version) => version.previous.is_some(),
            None => !history.versions.is_empty(),
        };
        let address = history.change_address(&self.home, version.map(|one| &one.id));
        has_before.then(|| self.link(at, &address))
    }

    /// A date that nobody witnessed is told as the council's word.
    pub(super) fn stated(&self, version: &Version) -> Option<FactView> {
        (version.published_basis == PublishedBasis::Stated).then(|| {
            let words = self.words();
            let day = words.day(version.recorded.day());
            fact(
                words.say("status-about-this-date"),
                words.fill("status-stated", [("day", day.into())]),
            )
        })
    }

    /// What approved it, with a link to the decision where there is a record of it; a day in it is
    /// said within what the council wrote.
    fn approval(&self, at: &Address, shown: Shown<'_>, within: &Words) -> Option<FactView> {
        let written = match shown.version {
            Some(version) => version.approved_by.clone(),
            None => shown
                .publication
                .control
                .approved_by
                .as_ref()
                .map(|one| match &one.value {
                    ApprovedBy::Decision(slug) => format!("decisions/{slug}"),
                    ApprovedBy::Body { body, date } => format!("{body}, {date}"),
                }),
        }?;
        Some(self.approval_fact_within(at, &written, within))
    }

    /// A written approval as a fact.
    pub(super) fn approval_fact(&self, at: &Address, written: &str) -> FactView {
        self.approval_fact_within(at, written, self.words())
    }

    fn approval_fact_within(&self, at: &Address, written: &str, within: &Words) -> FactView {
        let label = self.words().say("status-approved-by");
        match self.decision(written) {
            Some((title, address)) => FactView {
                label,
                text: title,
                href: Some(self.link(at, &address)),
            },
            None => fact(label, day_in_words(within, written)),
        }
    }

    /// The decision that an approval names, with or without `decisions/`.
    pub(super) fn decision(&self, written: &str) -> Option<(String, Address)> {
        let bare = written.trim_start_matches("decisions/");
        let history = self
            .site
            .publications
            .iter()
            .find(|one| one.slug.as_str().strip_prefix("decisions/") == Some(bare))?;
        let shown = history.shown()?;
        Some((
            shown.publication.title().to_owned(),
            history.address(&self.home),
        ))
    }

    /// Versions that a decision approved, newest first.
    pub(super) fn approved_by(&self, at: &Address, decision: &PublicationHistory) -> Vec<LinkView> {
        let words = self.words();
        let bare = decision.slug.as_str().trim_start_matches("decisions/");
        let mut approved: Vec<(&Version, LinkView)> = Vec::new();
        for history in self
            .site
            .publications
            .iter()
            .filter(|one| !one.is_decision())
        {
            for version in &history.versions {
                let names_it = version
                    .approved_by
                    .as_deref()
                    .is_some_and(|written| written.trim_start_matches("decisions/") == bare);
                if names_it {
                    let link = LinkView {
                        text: words.fill(
                            "status-title-and-version",
                            [
                                ("title", version.publication.title().into()),
                                ("version", words.version(&version.id).into()),
                            ],
                        ),
                        href: self.link(at, &history.version_address(&self.home, &version.id)),
                    };
                    approved.push((version, link));
                }
            }
        }
        approved.sort_by_key(|(one, _)| std::cmp::Reverse(one.published));
        approved.into_iter().map(|(_, link)| link).collect()
    }

    /// What a reader of this form must know first.
    pub(super) fn banner(
        &self,
        at: &Address,
        history: &PublicationHistory,
        edition: Edition,
        own: &Address,
    ) -> Option<BannerView> {
        match edition {
            Edition::Shown => history
                .draft
                .is_some()
                .then(|| self.draft_banner(at, history)),
            Edition::Version(version) => {
                let one = history.versions.get(version)?;
                let mut banner = match (history.versions.get(version + 1), history.ended()) {
                    (Some(next), _) => self.old_banner(at, history, one, next, own),
                    (None, Some(given)) => self.ended_banner(at, given, own),
                    (None, None) => self.latest_banner(at, one, own),
                };
                self.tell_withheld(&mut banner, at, history, one);
                self.tell_end(&mut banner, at);
                Some(banner)
            }
        }
    }

    pub(super) fn ended_banner(
        &self,
        at: &Address,
        given: &GivenNotice,
        own: &Address,
    ) -> BannerView {
        let words = self.words();
        let day = words.day(given.notice.recorded.day());
        let message = match given.notice.says {
            NoticeSays::Withdrawn => "status-ended-withdrawn",
            NoticeSays::Moved { .. } => "status-ended-moved",
            NoticeSays::Withheld { .. } => "status-ended-part-withheld",
        };
        BannerView {
            sort: "old",
            label: notice_label(words, given),
            text: words.fill(message, [("day", day.into())]),
            links: vec![LinkView {
                text: words.say("status-why"),
                href: self.link(at, own),
            }],
        }
    }

    /// A council that is no more is told on the pages of its versions as well.
    fn tell_end(&self, banner: &mut BannerView, at: &Address) {
        let Some(ended) = self.site.authority.to.filter(|_| self.site.has_ended()) else {
            return;
        };
        let words = self.words();
        banner.text.push(' ');
        banner.text.push_str(&words.fill(
            "status-council-ended",
            [
                ("authority", (&self.site.authority.name).into()),
                ("day", words.day(ended).into()),
            ],
        ));
        banner
            .links
            .extend(self.site.successors.iter().map(|one| LinkView {
                text: words.fill("frame-go-to", [("authority", (&one.name).into())]),
                href: self.link(at, &Address::home().page(one.slug.as_str())),
            }));
    }

    /// A part that is withheld is told before anything else.
    fn tell_withheld(
        &self,
        banner: &mut BannerView,
        at: &Address,
        history: &PublicationHistory,
        version: &Version,
    ) {
        let words = self.words();
        for given in history.withheld(&version.id) {
            let day = words.day(given.notice.recorded.day());
            banner.text.push(' ');
            banner
                .text
                .push_str(&words.fill("status-part-withheld", [("day", day.into())]));
            let notice = format!("{}#{}", self.record_address(), given.id());
            banner.links.push(LinkView {
                text: words.say("status-why-part-withheld"),
                href: at.link_to(&notice, self.context.settings.link_style),
            });
        }
    }

    fn draft_banner(&self, at: &Address, history: &PublicationHistory) -> BannerView {
        let words = self.words();
        let mut links = Vec::new();
        if let Some(latest) = history.latest() {
            links.push(LinkView {
                text: words.say("changes-title-draft"),
                href: self.link(at, &history.change_address(&self.home, None)),
            });
            links.push(LinkView {
                text: words.fill(
                    "status-published-version",
                    [("version", words.version(&latest.id).into())],
                ),
                href: self.link(at, &history.version_address(&self.home, &latest.id)),
            });
        }
        BannerView {
            sort: "draft",
            label: words.say("status-draft"),
            text: words.say("status-draft-text"),
            links,
        }
    }

    fn old_banner(
        &self,
        at: &Address,
        history: &PublicationHistory,
        one: &Version,
        next: &Version,
        own: &Address,
    ) -> BannerView {
        let words = self.words();
        let replaced = words.version(&next.id);
        BannerView {
            sort: "old",
            label: words.say("status-old-version"),
            text: words.fill(
                "status-old-version-text",
                [
                    ("published", words.version(&one.id).into()),
                    ("replaced", (&replaced).into()),
                ],
            ),
            links: vec![
                LinkView {
                    text: words.say("status-read-now"),
                    href: self.link(at, own),
                },
                LinkView {
                    text: words.fill("changes-title", [("version", replaced.into())]),
                    href: self.link(at, &history.change_address(&self.home, Some(&next.id))),
                },
            ],
        }
    }

    fn latest_banner(&self, at: &Address, one: &Version, own: &Address) -> BannerView {
        let words = self.words();
        BannerView {
            sort: "current",
            label: words.say("status-latest-version"),
            text: words.fill(
                "status-latest-version-text",
                [("version", words.version(&one.id).into())],
            ),
            links: vec![LinkView {
                text: words.say("status-usual-address"),
                href: self.link(at, own),
            }],
        }
    }

    /// Links from a version to its neighbours and the latest (RFC 5829), and for archives (RFC 7089).
    pub(super) fn relations(
        &self,
        at: &Address,
        history: &PublicationHistory,
        version: usize,
    ) -> Vec<RelationView> {
        let relation = |rel, address: &Address| RelationView {
            rel,
            media_type: None,
            href: self.link(at, address),
            title: None,
        };
        let address = |version: &Version| history.version_address(&self.home, &version.id);
        let own = history.address(&self.home);
        let mut relations = vec![
            relation("latest-version", &own),
            relation("version-history", &own.page("versions")),
            relation("original", &own),
            RelationView {
                rel: "timemap",
                media_type: Some("application/link-format"),
                href: self.link(at, &own.file("timemap.link")),
                title: None,
            },
        ];
        let before = version
            .checked_sub(1)
            .and_then(|at| history.versions.get(at));
        relations.extend(before.map(|one| relation("predecessor-version", &address(one))));
        let after = history.versions.get(version + 1);
        relations.extend(after.map(|one| relation("successor-version", &address(one))));
        relations
    }

    /// A review that is past: what stands here may be out of date.
    pub(super) fn tell_overdue(
        &self,
        frame: &mut FrameView,
        history: &PublicationHistory,
        shown: Shown<'_>,
        edition: Edition,
    ) {
        // An old version is not to be reviewed any more.
        let overdue = match edition {
            Edition::Shown => self.overdue_banner(history, shown),
            Edition::Version(_) => None,
        };
        if let Some(overdue) = overdue {
            say_first(frame, &self.words().say("status-review-overdue"));
            frame.banners.push(overdue);
        }
    }

    /// What was withdrawn or has moved is told on every page about it.
    pub(super) fn tell_ended(
        &self,
        frame: &mut FrameView,
        at: &Address,
        history: &PublicationHistory,
    ) {
        if let Some(given) = history.ended() {
            say_first(frame, &notice_label(self.words(), given));
            let own = history.address(&self.home);
            frame.banners = vec![self.ended_banner(at, given, &own)];
        }
    }

    fn overdue_banner(&self, history: &PublicationHistory, shown: Shown<'_>) -> Option<BannerView> {
        shown.version?;
        let due = history.review_due(shown, self.context.kinds)?;
        let is_past = self.site.as_at.is_some_and(|on| due < on) && !self.site.has_ended();
        let words = self.words();
        is_past.then(|| BannerView {
            sort: "late",
            label: words.say("status-review-overdue"),
            text: words.fill(
                "status-review-overdue-text",
                [("day", words.day(due).into())],
            ),
            links: Vec::new(),
        })
    }

    /// Whether a page carries "Exit this page": as it says, else as its kind says. What is about
    /// the whole publication carries it if any of its pages does.
    pub(super) fn exits(&self, publication: &Publication, page: Option<bool>) -> bool {
        let kind = self.context.kinds.get(&publication.kind.value);
        page.unwrap_or_else(|| kind.is_some_and(|kind| kind.exit_this_page))
    }

    /// The same, for pages about a publication as a whole.
    pub(super) fn exits_from_any(&self, publication: &Publication) -> bool {
        let of_page = |page: &crate::model::Page| page.exit_this_page == Some(true);
        self.exits(publication, None) || publication.pages.iter().any(of_page)
    }
}

/// "Cabinet, 2026-06-30" with the day as people read it.
fn day_in_words(words: &Words, written: &str) -> String {
    let parts = written
        .rsplit_once(", ")
        .and_then(|(body, day)| Some((body, day.parse::<Day>().ok()?)));
    match parts {
        Some((body, day)) => words.fill(
            "status-body-and-day",
            [("body", body.into()), ("day", words.day(day).into())],
        ),
        None => written.to_owned(),
    }
}
