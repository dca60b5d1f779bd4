//! What one can get: lists by topic, age, situation and right, and a page for each.

use std::collections::BTreeMap;

use super::status::fact;
use super::{AuthorityPages, DrawnView, View};
use crate::model::{Basis, CareLeaverStatus, KinshipArrangement, Support, Version, slug_from_text};
use crate::site::{Address, BodyPlace, relink};
use crate::theme::views::{
    FactView, LinkView, SupportCardView, SupportGroupView, SupportListView, SupportView,
    SupportsView,
};

/// Ages as readers look for them.
const AGES: [(&str, i64, i64); 5] = [
    ("Under 16", 0, 15),
    ("16 and 17", 16, 17),
    ("18 to 20", 18, 20),
    ("21 to 24", 21, 24),
    ("25 and over", 25, 200),
];

impl AuthorityPages<'_> {
    pub(super) fn supports(&self, at: &Address) -> DrawnView {
        let all: Vec<&Support> = self
            .site
            .supports()
            .into_iter()
            .filter_map(|(publication, support)| {
                self.shown(publication)?.publication.supports.get(support)
            })
            .collect();
        let lists = [
            self.by_topic(at, &all),
            self.by_age(at, &all),
            self.by(at, &all, "situation", "By situation", &|one| {
                one.situations.clone()
            }),
            self.by(
                at,
                &all,
                "leaving-care",
                "For care leavers who are",
                &|one| words(&one.care_leaver_status, CareLeaverStatus::word),
            ),
            self.by(at, &all, "kinship", "By kinship arrangement", &|one| {
                words(&one.kinship_arrangement, KinshipArrangement::word)
            }),
            self.by(at, &all, "right", "By legal right", &|one| {
                vec![one.basis.in_words().to_owned()]
            }),
        ];
        DrawnView {
            template: "supports.html",
            frame: self.frame(at, "What you can get", &[], Vec::new()),
            view: View::Supports(SupportsView {
                lists: lists
                    .into_iter()
                    .filter(|list| !list.groups.is_empty())
                    .collect(),
            }),
        }
    }

    fn by_topic(&self, at: &Address, all: &[&Support]) -> SupportListView {
        let label = |id: &str| {
            let topic = self.context.kinds.iter().find_map(|kind| kind.topic(id));
            topic.map_or_else(|| id.to_owned(), |topic| topic.label.clone())
        };
        self.by(at, all, "topic", "By topic", &|one| {
            one.topics.iter().map(|topic| label(&topic.value)).collect()
        })
    }

    fn by_age(&self, at: &Address, all: &[&Support]) -> SupportListView {
        let mut list = SupportListView {
            id: "age".to_owned(),
            title: "By age".to_owned(),
            groups: Vec::new(),
        };
        // Ages say something only where some support depends on them.
        if all
            .iter()
            .all(|one| one.age_from.is_none() && one.age_to.is_none())
        {
            return list;
        }
        for (title, from, to) in AGES {
            let of_age = all.iter().filter(|one| {
                one.age_from.is_none_or(|least| least <= to)
                    && one.age_to.is_none_or(|most| most >= from)
            });
            list.groups
                .extend(self.group(at, "age", title, of_age.copied()));
        }
        list
    }

    /// A list by words that each support has; groups in the order of the words.
    fn by(
        &self,
        at: &Address,
        all: &[&Support],
        id: &str,
        title: &str,
        words: &dyn Fn(&Support) -> Vec<String>,
    ) -> SupportListView {
        let mut groups: BTreeMap<String, Vec<&Support>> = BTreeMap::new();
        for one in all {
            for word in words(one) {
                groups.entry(word).or_default().push(one);
            }
        }
        SupportListView {
            id: id.to_owned(),
            title: title.to_owned(),
            groups: groups
                .into_iter()
                .filter_map(|(word, list)| {
                    self.group(at, id, &upper_first(&word), list.into_iter())
                })
                .collect(),
        }
    }

    fn group<'s>(
        &self,
        at: &Address,
        list: &str,
        title: &str,
        supports: impl Iterator<Item = &'s Support>,
    ) -> Option<SupportGroupView> {
        let supports: Vec<SupportCardView> = supports
            .map(|one| SupportCardView {
                title: one.title.clone(),
                href: self.link(at, &self.home.page("supports").page(&one.slug)),
                summary: one.summary.clone(),
                basis: one.basis.in_words().to_owned(),
                is_right: one.basis == Basis::Law,
                amount: one.amount.clone(),
            })
            .collect();
        (!supports.is_empty()).then(|| SupportGroupView {
            id: format!("{list}-{}", slug_from_text(title)),
            title: title.to_owned(),
            supports,
        })
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
        }
        frame.exit_this_page = self.exits(shown.publication, None);
        frame.version_words = shown
            .version
            .map(|version| format!("Version of {}", version.day().in_words()));
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
        let words = format!("Version of {}", version.day().in_words());
        let above = vec![
            (name.to_owned(), history.address(&self.home)),
            (words.clone(), base.clone()),
        ];
        let mut frame = self.frame(at, &one.title, &[name], above);
        let own = self.home.page("supports").page(&one.slug);
        frame.banner = self.banner(at, history, crate::site::Edition::Version(version_at), &own);
        let is_latest = version_at + 1 == history.versions.len();
        let status = match is_latest {
            true => words.clone(),
            false => format!("Old version, {}", version.day().in_words()),
        };
        frame.document_title = format!("{status}: {}", frame.document_title);
        frame.no_index = true;
        frame.canonical = own.full(&self.context.settings.base_url);
        frame.version_words = Some(words);
        frame.exit_this_page = self.exits(&version.publication, None);
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
