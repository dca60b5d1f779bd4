//! What one can get: lists by topic, age, situation and right, and a page for each.

use std::collections::BTreeMap;

use super::frame::say_first;
use super::record::notice_label;
use super::status::fact;
use super::{AuthorityPages, DrawnView, View};
use crate::model::{Basis, CareLeaverStatus, KinshipArrangement, Support, Version};
use crate::site::{Address, BodyPlace, Facet, FacetSort, facet_address, pair_address, relink};
use crate::theme::views::{
    CountedLinkView, FactView, LinkView, SupportCardView, SupportView, SupportWayView, SupportsView,
};

/// How a way of looking for supports is called.
fn sort_title(sort: FacetSort) -> &'static str {
    match sort {
        FacetSort::Age => "By age",
        FacetSort::LeavingCare => "For care leavers who are",
        FacetSort::Kinship => "By kinship arrangement",
        FacetSort::Topic => "By topic",
        FacetSort::Situation => "By situation",
        FacetSort::Right => "By legal right",
    }
}

impl AuthorityPages<'_> {
    /// Everything one can get, A to Z, and the ways to look for it.
    pub(super) fn supports(&self, at: &Address) -> DrawnView {
        DrawnView {
            template: "supports.html",
            frame: self.frame(at, "What you can get", &[], Vec::new()),
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
            title: sort_title(sort),
            links,
        }
    }

    /// A facet as readers know it.
    fn facet_words(&self, facet: &Facet) -> String {
        match facet.sort {
            FacetSort::Topic => {
                let id = facet.slug.as_str();
                let topic = self.context.kinds.iter().find_map(|kind| kind.topic(id));
                topic.map_or_else(|| id.to_owned(), |topic| topic.label.clone())
            }
            FacetSort::Age => upper_first(&facet.words.replace('-', " ")),
            FacetSort::Right => match facet.slug.as_str() {
                "law" => Basis::Law.in_words(),
                _ => Basis::Discretionary.in_words(),
            }
            .to_owned(),
            _ => upper_first(&facet.words),
        }
    }

    /// The heading of a facet's page.
    fn facet_title(&self, facet: &Facet) -> String {
        let words = self.facet_words(facet);
        match facet.sort {
            FacetSort::Age => format!("Age {}", facet.words.replace('-', " ")),
            FacetSort::LeavingCare => format!("Care leavers: {}", words.to_lowercase()),
            FacetSort::Kinship => format!("Kinship carers: {}", words.to_lowercase()),
            _ => words,
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
                basis: one.basis.in_words().to_owned(),
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
        let all = self.home.page("supports");
        let above = vec![("What you can get".to_owned(), all.clone())];
        let titles: Vec<String> = facets.iter().map(|facet| self.facet_title(facet)).collect();
        let supports = self.cards(at, self.facets.supports(facets));
        // Whoever looks by age is not to miss what everybody can get.
        let of_any_age = self.cards(at, self.facets.of_any_age(facets)).into_iter();
        let of_any_age = of_any_age.map(|card| LinkView {
            text: card.title,
            href: card.href,
        });
        let mut frame = self.frame(at, &titles.join(" · "), &["What you can get"], above);
        // An address that was good once stays, but nobody needs to find it anew.
        frame.no_index = supports.is_empty();
        let mut back: Vec<LinkView> = Vec::new();
        if facets.len() > 1 {
            back.extend(facets.iter().map(|facet| LinkView {
                text: format!("All for: {}", self.facet_title(facet)),
                href: self.link(at, &facet_address(&self.home, facet)),
            }));
        }
        back.push(LinkView {
            text: "Everything you can get".to_owned(),
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
        let above = vec![("What you can get".to_owned(), self.home.page("supports"))];
        let mut frame = self.frame(at, &one.title, &[], above);
        frame.description = Some(one.summary.clone());
        if history.draft.is_some() {
            let own = history.address(&self.home);
            let edition = crate::site::Edition::Shown;
            frame.banner = self.banner(at, history, edition, &own);
            frame.no_index = true;
            say_first(&mut frame, "Draft");
        } else {
            frame.structured = Some(self.structured_support(one));
        }
        frame.exit_this_page = self.exits_from_any(shown.publication);
        frame.version_words = shown
            .version
            .map(|version| format!("Version of {}", version.in_words()));
        Some(self.support_page(at, one, BodyPlace::Own, frame))
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
        let words = format!("Version of {}", version.in_words());
        let above = vec![
            (name.to_owned(), history.address(&self.home)),
            (words.clone(), base.clone()),
        ];
        let mut frame = self.frame(at, &one.title, &[name], above);
        let own = self.home.page("supports").page(&one.slug);
        frame.banner = self.banner(at, history, crate::site::Edition::Version(version_at), &own);
        let is_latest = version_at + 1 == history.versions.len();
        let status = match (is_latest, history.ended()) {
            (true, Some(given)) => {
                format!("{}, version of {}", notice_label(given), version.in_words())
            }
            (true, None) => words.clone(),
            (false, _) => format!("Old version, {}", version.in_words()),
        };
        say_first(&mut frame, &status);
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
                basis: one.basis.in_words().to_owned(),
                is_right: one.basis == Basis::Law,
                facts: facts(one),
                html: relink(&one.body.html, at, place, self.context.settings.link_style),
                recorded: None,
                publications,
                all: LinkView {
                    text: "Everything you can get".to_owned(),
                    href: self.link(at, &self.home.page("supports")),
                },
            }),
        }
    }
}

/// In the order in which readers ask.
fn facts(one: &Support) -> Vec<FactView> {
    let mut facts = vec![fact("Who can get it", &one.who)];
    let mut add = |label: &str, text: Option<String>| {
        facts.extend(text.map(|text| fact(label, text)));
    };
    add("Age", one.ages());
    let list = |words: Vec<String>| (!words.is_empty()).then(|| super::words::list(&words));
    add(
        "For care leavers who are",
        list(words(&one.care_leaver_status, CareLeaverStatus::word)),
    );
    add(
        "For these arrangements",
        list(words(&one.kinship_arrangement, KinshipArrangement::word)),
    );
    add("How much", one.amount.clone());
    add("How to ask", Some(one.how_to_claim.clone()));
    add("Who decides", one.who_decides.clone());
    add("How long it takes", one.how_long.clone());
    add("If you are refused", one.if_refused.clone());
    add("Contact", one.contact.clone());
    add("The law", one.reference.clone());
    add(
        "We last made sure of this on",
        one.confirmed_on.map(crate::model::Day::in_words),
    );
    facts
}

fn words<T: Copy>(list: &[T], word: fn(T) -> &'static str) -> Vec<String> {
    list.iter().map(|one| word(*one).to_owned()).collect()
}

fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}
