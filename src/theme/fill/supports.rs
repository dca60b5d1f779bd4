//! What one can get: lists by topic, age, situation and right, and a page for each.

use std::collections::BTreeMap;

use super::frame::{say_first, tell};
use super::status::fact;
use super::{AuthorityPages, DrawnView, View};
use crate::model::{Basis, CareLeaverStatus, KinshipArrangement, NoticeSays, Support, Version};
use crate::site::{
    Address, BodyPlace, Facet, FacetSort, PublicationHistory, facet_address, pair_address, relink,
};
use crate::theme::Words;
use crate::theme::views::{
    CountedLinkView, FactView, LinkView, SupportCardView, SupportView, SupportWayView, SupportsView,
};

/// How a way of looking for supports is called.
fn sort_title(sort: FacetSort, words: &Words) -> String {
    words.say(match sort {
        FacetSort::Age => "supports-by-age",
        FacetSort::LeavingCare => "supports-by-leaving-care",
        FacetSort::Kinship => "supports-by-kinship",
        FacetSort::Topic => "supports-by-topic",
        FacetSort::Situation => "supports-by-situation",
        FacetSort::Right => "supports-by-right",
    })
}

pub(super) fn basis(basis: Basis, words: &Words) -> String {
    words.say(match basis {
        Basis::Law => "supports-legal-right",
        Basis::Discretionary => "supports-council-choice",
    })
}

pub(super) fn status(status: CareLeaverStatus, words: &Words) -> String {
    words.say(match status {
        CareLeaverStatus::Eligible => "supports-eligible",
        CareLeaverStatus::Relevant => "supports-relevant",
        CareLeaverStatus::FormerRelevant => "supports-former-relevant",
        CareLeaverStatus::Qualifying => "supports-qualifying",
    })
}

pub(super) fn arrangement(arrangement: KinshipArrangement, words: &Words) -> String {
    words.say(match arrangement {
        KinshipArrangement::Informal => "supports-informal",
        KinshipArrangement::PrivateFostering => "supports-private-fostering",
        KinshipArrangement::KinshipFosterCare => "supports-kinship-foster-care",
        KinshipArrangement::ChildArrangementsOrder => "supports-child-arrangements-order",
        KinshipArrangement::SpecialGuardianship => "supports-special-guardianship",
        KinshipArrangement::Adoption => "supports-adoption",
    })
}

/// The message for an age that readers look for, by the end of its address: in a list, and as a
/// heading.
fn age(slug: &str) -> Option<(&'static str, &'static str)> {
    match slug {
        "under-16" => Some(("supports-age-under-16", "supports-title-under-16")),
        "16-and-17" => Some(("supports-age-16-and-17", "supports-title-16-and-17")),
        "18-to-20" => Some(("supports-age-18-to-20", "supports-title-18-to-20")),
        "21-to-24" => Some(("supports-age-21-to-24", "supports-title-21-to-24")),
        "25-and-over" => Some(("supports-age-25-and-over", "supports-title-25-and-over")),
        _ => None,
    }
}

/// What a council’s word in front matter stands for.
fn meant<T: Copy>(all: &[(&str, T)], word: &str) -> Option<T> {
    all.iter().find(|(one, _)| *one == word).map(|(_, it)| *it)
}

impl AuthorityPages<'_> {
    /// Everything one can get, A to Z, and the ways to look for it.
    pub(super) fn supports(&self, at: &Address) -> DrawnView {
        DrawnView {
            template: "supports.html",
            frame: self.frame(at, &self.words().say("supports-title"), &[], Vec::new()),
            view: View::Supports(SupportsView {
                ways: self.ways(at),
                back: Vec::new(),
                supports: self.cards(at, self.facets.supports(&[])),
                of_any_age: Vec::new(),
            }),
        }
    }

    /// The ways to look for supports: every facet under which something is offered.
    pub(super) fn ways(&self, at: &Address) -> Vec<SupportWayView> {
        FacetSort::ALL
            .iter()
            .map(|(_, sort)| {
                let offered = self.facets.offered(*sort);

                let links = offered.into_iter().map(|(facet, count)| CountedLinkView {
                    text: self.facet_words(facet),
                    href: self.link(at, &facet_address(&self.home, facet)),
                    count,
                });
                self.way(*sort, links.collect())
            })
            .filter(|way| !way.links.is_empty())
            .collect()
    }

    fn way(&self, sort: FacetSort, links: Vec<CountedLinkView>) -> SupportWayView {
        SupportWayView {
            id: sort.word(),
            title: sort_title(sort, self.words()),
            links,
        }
    }

    /// A facet as readers know it.
    fn facet_words(&self, facet: &Facet) -> String {
        let words = self.words();
        match facet.sort {
            FacetSort::Topic => {
                let id = facet.slug.as_str();
                let topic = self.context.kinds.iter().find_map(|kind| kind.topic(id));
                topic.map_or_else(|| id.to_owned(), |topic| topic.label.clone())
            }
            FacetSort::Age => match age(&facet.slug) {
                Some((message, _)) => words.say(message),
                None => facet.words.clone(),
            },
            FacetSort::Right => match facet.slug.as_str() {
                "law" => basis(Basis::Law, words),
                _ => basis(Basis::Discretionary, words),
            },
            FacetSort::LeavingCare | FacetSort::Kinship | FacetSort::Situation => {
                upper_first(&self.facet_in_small_letters(facet))
            }
        }
    }

    /// The same in the middle of a sentence; what is the council’s own stays as it is.
    fn facet_in_small_letters(&self, facet: &Facet) -> String {
        let words = self.words();
        let said = match facet.sort {
            FacetSort::LeavingCare => {
                meant(&CareLeaverStatus::ALL, &facet.words).map(|meant| status(meant, words))
            }
            FacetSort::Kinship => {
                meant(&KinshipArrangement::ALL, &facet.words).map(|meant| arrangement(meant, words))
            }
            _ => None,
        };
        said.unwrap_or_else(|| facet.words.clone())
    }

    /// The heading of a facet's page.
    fn facet_title(&self, facet: &Facet) -> String {
        let words = self.words();
        let small = || self.facet_in_small_letters(facet);
        match (facet.sort, age(&facet.slug)) {
            (FacetSort::Age, Some((_, message))) => words.say(message),
            (FacetSort::LeavingCare, _) => {
                words.fill("supports-care-leavers", [("status", small().into())])
            }
            (FacetSort::Kinship, _) => {
                words.fill("supports-kinship-carers", [("arrangement", small().into())])
            }
            _ => self.facet_words(facet),
        }
    }

    /// Supports, given by their places, A to Z.
    fn cards(&self, at: &Address, places: Vec<(usize, usize)>) -> Vec<SupportCardView> {
        let mut cards: Vec<SupportCardView> = places
            .into_iter()
            .filter_map(|(publication, support)| {
                self.shown(publication)?.publication.supports.get(support)
            })
            .map(|one| SupportCardView {
                title: one.title.clone(),
                href: self.link(at, &self.home.page("supports").page(&one.slug)),
                summary: one.summary.clone(),
                basis: basis(one.basis, self.words()),
                is_right: one.basis == Basis::Law,
                amount: one.amount.clone(),
            })
            .collect();
        cards.sort_by(|a, b| a.title.cmp(&b.title));
        cards
    }

    /// What stands under a facet, and how to narrow it down.
    pub(super) fn facet(&self, at: &Address, facet: &Facet) -> DrawnView {
        let mut by_sort: BTreeMap<FacetSort, Vec<CountedLinkView>> = BTreeMap::new();
        for (other, count) in self.facets.narrower(facet) {
            by_sort
                .entry(other.sort)
                .or_default()
                .push(CountedLinkView {
                    text: self.facet_words(other),
                    href: self.link(at, &pair_address(&self.home, facet, other)),
                    count,
                });
        }
        let ways = by_sort
            .into_iter()
            .map(|(sort, links)| self.way(sort, links))
            .collect();
        self.found(at, &[facet], ways)
    }

    /// What stands under two facets.
    pub(super) fn facet_pair(&self, at: &Address, a: &Facet, b: &Facet) -> DrawnView {
        self.found(at, &[a, b], Vec::new())
    }

    fn found(&self, at: &Address, facets: &[&Facet], ways: Vec<SupportWayView>) -> DrawnView {
        let words = self.words();
        let all = self.home.page("supports");
        let wider = words.say("supports-title");
        let above = vec![(wider.clone(), all.clone())];
        let titles: Vec<String> = facets.iter().map(|facet| self.facet_title(facet)).collect();
        let supports = self.cards(at, self.facets.supports(facets));
        // Whoever looks by age is not to miss what everybody can get.
        let of_any_age = self.cards(at, self.facets.of_any_age(facets)).into_iter();
        let of_any_age = of_any_age.map(|card| LinkView {
            text: card.title,
            href: card.href,
        });
        let mut frame = self.frame(at, &titles.join(" · "), &[&wider], above);
        // An address that was good once stays, but nobody needs to find it anew.
        frame.no_index = supports.is_empty();
        let mut back: Vec<LinkView> = Vec::new();
        if facets.len() > 1 {
            back.extend(facets.iter().map(|facet| LinkView {
                text: words.fill(
                    "supports-all-for",
                    [("facet", self.facet_title(facet).into())],
                ),
                href: self.link(at, &facet_address(&self.home, facet)),
            }));
        }
        back.push(LinkView {
            text: words.say("supports-everything"),
            href: self.link(at, &all),
        });
        DrawnView {
            template: "supports.html",
            frame,
            view: View::Supports(SupportsView {
                ways,
                back,
                supports,
                of_any_age: of_any_age.collect(),
            }),
        }
    }

    pub(super) fn support(
        &self,
        at: &Address,
        publication: usize,
        support: usize,
    ) -> Option<DrawnView> {
        let history = self.history(publication)?;
        let shown = history.offered()?;
        let one = shown.publication.supports.get(support)?;
        let words = self.words();
        let above = vec![(words.say("supports-title"), self.home.page("supports"))];
        let mut frame = self.frame(at, &one.title, &[], above);
        frame.description = Some(one.summary.clone());
        if history.draft.is_some() {
            let own = history.address(&self.home);
            let edition = crate::site::Edition::Shown;
            tell(&mut frame, self.banner(at, history, edition, &own));
            frame.no_index = true;
            say_first(&mut frame, &words.say("supports-draft"));
        } else {
            frame.structured = Some(self.structured_support(one));
        }
        frame.exit_this_page = self.exits_from_any(shown.publication);
        frame.version_words = shown.version.map(|one| self.version_in_words(one));
        let place = BodyPlace::Own {
            publication: Some(shown.publication),
        };
        Some(self.support_page(at, one, place, frame))
    }

    /// "Version of 1 July 2026".
    fn version_in_words(&self, version: &Version) -> String {
        let words = self.words();
        words.fill(
            "supports-version",
            [("version", words.version(&version.id).into())],
        )
    }

    /// What a reader of an old version must know first.
    fn old_support_status(&self, history: &PublicationHistory, version: usize) -> Option<String> {
        let words = self.words();
        let one = history.versions.get(version)?;
        let day = words.version(&one.id);
        let is_latest = version + 1 == history.versions.len();
        let ended = history.ended().map(|given| &given.notice.says);
        Some(match (is_latest, ended) {
            (true, Some(NoticeSays::Moved { .. })) => {
                words.fill("supports-version-moved", [("version", day.into())])
            }
            (true, Some(_)) => words.fill("supports-version-withdrawn", [("version", day.into())]),
            (true, None) => self.version_in_words(one),
            (false, _) => words.fill("supports-old-version", [("version", day.into())]),
        })
    }

    pub(super) fn old_support(
        &self,
        at: &Address,
        publication: usize,
        version: usize,
        support: usize,
    ) -> Option<DrawnView> {
        let history = self.history(publication)?;
        let version_at = version;
        let version: &Version = history.versions.get(version)?;
        let one = version.publication.supports.get(support)?;
        let base = history.version_address(&self.home, &version.id);
        let name = version.publication.title();
        let words = self.version_in_words(version);
        let above = vec![
            (name.to_owned(), history.address(&self.home)),
            (words.clone(), base.clone()),
        ];
        let mut frame = self.frame(at, &one.title, &[name], above);
        let own = self.home.page("supports").page(&one.slug);
        let edition = crate::site::Edition::Version(version_at);
        tell(&mut frame, self.banner(at, history, edition, &own));
        if let Some(status) = self.old_support_status(history, version_at) {
            say_first(&mut frame, &status);
        }
        frame.no_index = true;
        frame.canonical = own.full(&self.context.settings.base_url);
        frame.version_words = Some(words);
        frame.exit_this_page = self.exits_from_any(&version.publication);
        let place = BodyPlace::Version {
            base: &base,
            publication: &version.publication,
        };
        let mut drawn = self.support_page(at, one, place, frame);
        let body = format!("body/supports/{}.html", one.slug);
        if let View::Support(view) = &mut drawn.view
            && version.files.iter().any(|file| file.path == body)
        {
            view.recorded = Some(body);
        }
        Some(drawn)
    }

    fn support_page(
        &self,
        at: &Address,
        one: &Support,
        place: BodyPlace<'_>,
        frame: crate::theme::views::FrameView,
    ) -> DrawnView {
        let publications = one
            .publications
            .iter()
            .filter_map(|name| {
                let history = self
                    .site
                    .publications
                    .iter()
                    .find(|history| history.slug.as_str() == name.value)?;
                Some(LinkView {
                    text: history.offered()?.publication.title().to_owned(),
                    href: self.link(at, &history.address(&self.home)),
                })
            })
            .collect();
        DrawnView {
            template: "support.html",
            frame,
            view: View::Support(SupportView {
                summary: one.summary.clone(),
                basis: basis(one.basis, self.words()),
                is_right: one.basis == Basis::Law,
                facts: facts(one, self.words()),
                html: relink(
                    &one.body.html,
                    at,
                    place,
                    self.context.settings.link_style,
                    &self.words().say("phrases-table"),
                ),
                recorded: None,
                publications,
                all: LinkView {
                    text: self.words().say("supports-everything"),
                    href: self.link(at, &self.home.page("supports")),
                },
            }),
        }
    }
}

/// In the order in which readers ask.
fn facts(one: &Support, words: &Words) -> Vec<FactView> {
    let mut facts = vec![fact(words.say("supports-who"), &one.who)];
    let mut add = |message: &str, text: Option<String>| {
        facts.extend(text.map(|text| fact(words.say(message), text)));
    };
    add("supports-age", ages(one, words));
    let list = |items: Vec<String>| (!items.is_empty()).then(|| words.list(&items));
    let statuses = one.care_leaver_status.iter();
    add(
        "supports-for-care-leavers",
        list(statuses.map(|one| status(*one, words)).collect()),
    );
    let arrangements = one.kinship_arrangement.iter();
    add(
        "supports-for-arrangements",
        list(arrangements.map(|one| arrangement(*one, words)).collect()),
    );
    add("supports-how-much", one.amount.clone());
    add("supports-how-to-ask", Some(one.how_to_claim.clone()));
    add("supports-who-decides", one.who_decides.clone());
    add("supports-how-long", one.how_long.clone());
    add("supports-if-refused", one.if_refused.clone());
    add("supports-contact", one.contact.clone());
    add("supports-law", one.reference.clone());
    add(
        "supports-confirmed",
        one.confirmed_on.map(|day| words.day(day)),
    );
    facts
}

/// The ages in words, where it depends on age.
pub(super) fn ages(one: &Support, words: &Words) -> Option<String> {
    match (one.age_from, one.age_to) {
        (Some(from), Some(to)) if from == to => {
            Some(words.fill("supports-age-one", [("age", from.into())]))
        }
        (Some(from), Some(to)) => Some(words.fill(
            "supports-age-between",
            [("from", from.into()), ("to", to.into())],
        )),
        (Some(from), None) => Some(words.fill("supports-age-from", [("from", from.into())])),
        (None, Some(to)) => Some(words.fill("supports-age-to", [("to", to.into())])),
        (None, None) => None,
    }
}

pub(super) fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}
