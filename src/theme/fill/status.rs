//! Version, dates, review, approval: what stands at the top of a publication.

use super::AuthorityPages;
use super::record::notice_label;
use super::words::{class, review};
use crate::model::{ApprovedBy, Day, Publication, PublishedBasis, Version};
use crate::site::{Address, Edition, GivenNotice, PublicationHistory, Shown};
use crate::theme::views::{BannerView, FactView, LinkView, RelationView, StatusView};

/// A row of a summary list.
pub fn fact(label: &str, text: impl Into<String>) -> FactView {
    FactView {
        label: label.to_owned(),
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

    /// Version, dates, review.
    pub(super) fn status(
        &self,
        at: &Address,
        history: &PublicationHistory,
        shown: Shown<'_>,
        edition: Edition,
    ) -> StatusView {
        let mut facts = Vec::new();
        if let (Some(first), Some(version)) = (history.versions.first(), shown.version) {
            facts.push(fact("Published", first.day().in_words()));
            if version.id != first.id {
                let label = match edition {
                    Edition::Shown => "Last updated",
                    Edition::Version(_) => "This version",
                };
                facts.push(fact(label, version.in_words()));
            }
            facts.extend(self.stated(version));
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
            let words = applies.in_words();
            facts.push(fact(
                "In force from",
                if later {
                    format!("{words} (not in force yet)")
                } else {
                    words
                },
            ));
        }
        let (mut is_overdue, mut overdue_words) = (false, None);
        // Nobody reviews what a council published that is no more.
        if !history.is_decision() && !self.site.has_ended() {
            let kind = self.context.kinds.get(&shown.publication.kind.value);
            let due = shown.publication.review_due(
                shown.version.map(Version::day),
                kind.and_then(|kind| kind.review_every),
            );
            // An old version is not to be reviewed any more.
            if edition == Edition::Shown {
                let (words, overdue) = review(self.words(), due, self.site.as_at);
                facts.push(fact("Review", words.clone()));
                is_overdue = overdue;
                overdue_words = overdue.then(|| {
                    format!(
                        "{words}. It may be out of date: ask the council before you rely on it."
                    )
                });
            }
        }
        facts.extend(self.approval(at, shown));
        if let Some(version) = shown.version {
            facts.push(self.version_fact(at, history, version));
            facts.extend(self.seal_facts(at, history, version));
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
        FactView {
            label: "Version".to_owned(),
            text: format!(
                "{} ({})",
                version.id,
                class(self.words(), version.class, version.previous.is_none()).to_lowercase()
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
            fact(
                "About this date",
                format!(
                    "Stated by the council. Recorded here on {}.",
                    version.recorded.day().in_words()
                ),
            )
        })
    }

    /// What approved it, with a link to the decision where there is a record of it.
    pub(super) fn approval(&self, at: &Address, shown: Shown<'_>) -> Option<FactView> {
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
        Some(self.approval_fact(at, &written))
    }

    /// A written approval as a fact.
    pub(super) fn approval_fact(&self, at: &Address, written: &str) -> FactView {
        let decision = self.decision(written);
        match decision {
            Some((title, address)) => FactView {
                label: "Approved by".to_owned(),
                text: title,
                href: Some(self.link(at, &address)),
            },
            None => fact("Approved by", day_in_words(written)),
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
                        text: format!(
                            "{}, version of {}",
                            version.publication.title(),
                            version.in_words()
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
        let label = notice_label(self.words(), given);
        let day = given.notice.recorded.day().in_words();
        BannerView {
            sort: "old",
            label: label.to_owned(),
            text: format!(
                "This was {} on {day}. Do not rely on it for what applies now.",
                label.to_lowercase()
            ),
            links: vec![LinkView {
                text: "Why, and where to go now".to_owned(),
                href: self.link(at, own),
            }],
        }
    }

    /// A council that is no more is told on the pages of its versions as well.
    fn tell_end(&self, banner: &mut BannerView, at: &Address) {
        let Some(ended) = self.site.authority.to.filter(|_| self.site.has_ended()) else {
            return;
        };
        banner.text.push_str(&format!(
            " {} ended on {}.",
            self.site.authority.name,
            ended.in_words()
        ));
        banner
            .links
            .extend(self.site.successors.iter().map(|one| LinkView {
                text: format!("Go to {}", one.name),
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
        for given in history.withheld(&version.id) {
            banner.text.push_str(&format!(
                " A part of this version has been withheld since {}.",
                given.notice.recorded.day().in_words()
            ));
            let notice = format!("{}#{}", self.record_address(), given.id());
            banner.links.push(LinkView {
                text: "Why a part is withheld".to_owned(),
                href: at.link_to(&notice, self.context.settings.link_style),
            });
        }
    }

    fn draft_banner(&self, at: &Address, history: &PublicationHistory) -> BannerView {
        let mut links = Vec::new();
        if let Some(latest) = history.latest() {
            links.push(LinkView {
                text: "What this draft would change".to_owned(),
                href: self.link(at, &history.change_address(&self.home, None)),
            });
            links.push(LinkView {
                text: format!("The published version of {}", latest.in_words()),
                href: self.link(at, &history.version_address(&self.home, &latest.id)),
            });
        }
        BannerView {
            sort: "draft",
            label: "Draft".to_owned(),
            text: "This has not been published. It may change, and nobody may rely on it."
                .to_owned(),
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
        BannerView {
            sort: "old",
            label: "Old version".to_owned(),
            text: format!(
                "This was published on {} and replaced on {}. Do not rely on it for what applies \
                 now.",
                one.in_words(),
                next.in_words()
            ),
            links: vec![
                LinkView {
                    text: "Read what applies now".to_owned(),
                    href: self.link(at, own),
                },
                LinkView {
                    text: format!("What changed on {}", next.in_words()),
                    href: self.link(at, &history.change_address(&self.home, Some(&next.id))),
                },
            ],
        }
    }

    fn latest_banner(&self, at: &Address, one: &Version, own: &Address) -> BannerView {
        BannerView {
            sort: "current",
            label: "Latest version".to_owned(),
            text: format!(
                "This is the permanent page of the version published on {}. It is the latest.",
                one.in_words()
            ),
            links: vec![LinkView {
                text: "Read it at its usual address".to_owned(),
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
    pub(super) fn overdue_banner(&self, shown: Shown<'_>) -> Option<BannerView> {
        let published = shown.version.map(Version::day)?;
        let kind = self.context.kinds.get(&shown.publication.kind.value);
        let due = shown
            .publication
            .review_due(Some(published), kind.and_then(|kind| kind.review_every))?;
        let is_past = self.site.as_at.is_some_and(|on| due < on) && !self.site.has_ended();
        is_past.then(|| BannerView {
            sort: "late",
            label: "Review overdue".to_owned(),
            text: format!(
                "This was to be looked at again by {}, and has not been. Some of it may be out of \
                 date: ask if you rely on it.",
                due.in_words()
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
fn day_in_words(written: &str) -> String {
    let parts = written
        .rsplit_once(", ")
        .and_then(|(body, day)| Some((body, day.parse::<Day>().ok()?)));
    match parts {
        Some((body, day)) => format!("{body}, {}", day.in_words()),
        None => written.to_owned(),
    }
}
