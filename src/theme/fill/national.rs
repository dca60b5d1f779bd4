//! Pages of the whole site.

use super::coverage::when;
use super::data::feed_relations;
use super::frame::PageFrame;
use super::law::as_it_stood;
use super::lists::update;
use super::words::{Counted, count, level, review};
use super::{DrawnView, SiteContext, View};
use crate::model::{Day, Kind, LinkStyle, Status};
use crate::parse::escape;
use crate::site::{
    Address, BodyPlace, NationSubject, PlannedPage, PublicationSummary, Summary, TopicStanding,
    UpdateSummary, relink,
};
use crate::theme::Words;
use crate::theme::views::{
    AuthorityCardView, CountedLinkView, FrameView, KindRowView, KindTopicView, KindView, KindsView,
    LawView, LinkView, PlainView, SearchCouncilView, SearchView, SiteView, SitemapView, UpdateView,
};

/// How many updates the first page shows.
const NEWEST: usize = 10;

/// Pages of the whole site.
pub struct NationPages<'n> {
    pub(super) context: SiteContext<'n>,
    pub(super) summaries: &'n [Summary],
    /// The day on which the site is looked at.
    as_at: Option<Day>,
    /// Addresses of the whole site's own pages, for the sitemap.
    own: Vec<Address>,
}

impl<'n> NationPages<'n> {
    /// Pages of the whole site.
    pub fn new(
        context: SiteContext<'n>,
        summaries: &'n [Summary],
        as_at: Option<Day>,
        own: Vec<Address>,
    ) -> Self {
        Self {
            context,
            summaries,
            as_at,
            own,
        }
    }

    /// What a planned page shows. `None` where the plan is not of this site.
    pub fn fill(&self, page: &PlannedPage<NationSubject>) -> Option<DrawnView> {
        let at = &page.address;
        match &page.subject {
            NationSubject::Home => Some(self.home(at)),
            NationSubject::Kinds => Some(self.kinds(at)),
            NationSubject::Kind(slug) => self.kind(at, slug),
            NationSubject::SignUps => Some(self.matrix(at)),
            NationSubject::Organisations => Some(self.organisations(at)),
            NationSubject::Organisation(slug) => self.organisation(at, slug),
            NationSubject::Plain(number) => self.plain(at, *number),
            NationSubject::NotFound => Some(self.not_found(at)),
            NationSubject::Feed => Some(self.feed(at)),
            NationSubject::KindFeed(kind) => self.kind_feed(at, kind),
            NationSubject::Data => Some(self.data(at)),
            NationSubject::Search => Some(self.search(at)),
            NationSubject::Sitemap => Some(self.sitemap(at)),
        }
    }

    /// What the interface says.
    pub(super) fn words(&self) -> &'n Words {
        self.context.words()
    }

    pub(super) fn link(&self, from: &Address, to: &Address) -> String {
        from.link_to(to.as_str(), self.context.settings.link_style)
    }

    pub(super) fn frame(
        &self,
        at: &Address,
        title: &str,
        above: Vec<(String, Address)>,
    ) -> FrameView {
        self.context.frame(PageFrame {
            address: at,
            title: title.to_owned(),
            within: Vec::new(),
            above,
        })
    }

    fn home(&self, at: &Address) -> DrawnView {
        let mut authorities: Vec<AuthorityCardView> = self
            .summaries
            .iter()
            .map(|one| AuthorityCardView {
                name: one.name.clone(),
                href: self.link(at, &Address::home().page(&one.slug)),
                words: authority_words(self.words(), one),
            })
            .collect();
        authorities.sort_by(|a, b| a.name.cmp(&b.name));
        let mut newest: Vec<(&UpdateSummary, &str)> = self
            .summaries
            .iter()
            .flat_map(|one| {
                one.updates
                    .iter()
                    .map(move |update| (update, one.short_name.as_str()))
            })
            .collect();
        newest.sort_by(|(a, _), (b, _)| {
            (b.published, &a.title, &a.version).cmp(&(a.published, &b.title, &b.version))
        });
        let updates: Vec<UpdateView> = newest
            .into_iter()
            .take(NEWEST)
            .map(|(one, authority)| update(self.words(), one, authority, &|to| self.link(at, to)))
            .collect();
        let mut frame = self.frame(at, &self.context.settings.title, Vec::new());
        frame.relations.extend(feed_relations(
            &self.words().say("site-updates-from-all"),
            &Address::home(),
            &|to| self.link(at, to),
        ));
        DrawnView {
            template: "site.html",
            frame,
            view: View::Site(SiteView {
                feed_href: self.link(at, &Address::home().file("feed.xml")),
                data_href: self.link(at, &Address::home().page("data")),
                organisations: self.has_sign_ups().then(|| LinkView {
                    text: self.words().say("organisations-matrix"),
                    href: self.link(at, &Address::home().page("sign-ups")),
                }),
                authorities,
                kinds: self
                    .counted_kinds(at)
                    .into_iter()
                    .filter(|kind| kind.count > 0)
                    .collect(),
                updates,
            }),
        }
    }

    fn has_sign_ups(&self) -> bool {
        self.summaries.iter().any(|one| !one.sign_ups.is_empty())
    }

    fn counted_kinds(&self, at: &Address) -> Vec<CountedLinkView> {
        let mut kinds: Vec<CountedLinkView> = self
            .context
            .kinds
            .iter()
            .filter(|kind| kind.slug != "decision")
            .map(|kind| CountedLinkView {
                text: kind.plural.clone(),
                href: self.link(at, &Address::home().page("kinds").page(&kind.slug)),
                count: self.of_kind(&kind.slug).count(),
            })
            .collect();
        kinds.sort_by(|a, b| a.text.cmp(&b.text));
        kinds
    }

    fn of_kind(&self, slug: &str) -> impl Iterator<Item = (&Summary, &PublicationSummary)> {
        self.summaries.iter().flat_map(move |one| {
            one.publications
                .iter()
                .filter(move |publication| publication.kind == slug)
                .map(move |publication| (one, publication))
        })
    }

    fn kinds(&self, at: &Address) -> DrawnView {
        DrawnView {
            template: "kinds.html",
            frame: self.frame(at, &self.words().say("frame-compare"), Vec::new()),
            view: View::Kinds(KindsView {
                kinds: self.counted_kinds(at),
            }),
        }
    }

    fn kind(&self, at: &Address, slug: &str) -> Option<DrawnView> {
        let kind = self.context.kinds.get(slug)?;
        let words = self.words();
        let above = vec![(words.say("frame-compare"), Address::home().page("kinds"))];
        let mut frame = self.frame(at, &kind.plural, above);
        frame.description = Some(kind.summary.clone());
        frame.relations.extend(feed_relations(
            &words.fill("kinds-updates", [("kind", (&kind.plural).into())]),
            &Address::home().page("kinds").page(slug),
            &|to| self.link(at, to),
        ));
        let mut rows: Vec<KindRowView> = self
            .of_kind(slug)
            .map(|(authority, publication)| self.kind_row(at, authority, publication))
            .collect();
        rows.sort_by(|a, b| a.authority.text.cmp(&b.authority.text));
        let without = self
            .summaries
            .iter()
            .filter(|one| !one.has_ended)
            .filter(|one| {
                !one.publications
                    .iter()
                    .any(|publication| publication.kind == slug)
            })
            .map(|one| LinkView {
                text: one.name.clone(),
                href: self.link(at, &Address::home().page(&one.slug)),
            })
            .collect();
        Some(DrawnView {
            template: "kind.html",
            frame,
            view: View::Kind(KindView {
                summary: kind.summary.clone(),
                laws: laws(words, kind),
                publications: rows,
                topics: self.topics(at, kind),
                without,
            }),
        })
    }

    fn kind_row(
        &self,
        at: &Address,
        authority: &Summary,
        publication: &PublicationSummary,
    ) -> KindRowView {
        let home = Address::home().page(&authority.slug);
        let words = self.words();
        let review = match authority.has_ended {
            true => words.say("kinds-council-ended"),
            false => review(words, publication.review_due, self.as_at).0,
        };
        let covered = words.fill(
            match publication.missing {
                0 => "kinds-covered",
                _ => "kinds-covered-and-missing",
            },
            [
                ("covered", publication.covered.into()),
                ("asked", publication.asked.into()),
                ("missing", publication.missing.into()),
            ],
        );
        KindRowView {
            authority: LinkView {
                text: authority.name.clone(),
                href: self.link(at, &home),
            },
            publication: LinkView {
                text: publication.title.clone(),
                href: self.link(at, &publication.address),
            },
            version: publication
                .published
                .map_or_else(|| words.say("kinds-draft"), |day| words.day(day)),
            review,
            is_overdue: publication.is_overdue,
            coverage: LinkView {
                text: covered,
                href: self.link(at, &home.page("coverage")),
            },
        }
    }

    fn topics(&self, at: &Address, kind: &Kind) -> Vec<KindTopicView> {
        kind.topics
            .iter()
            .map(|topic| {
                let later = match (topic.applies_from, self.as_at) {
                    (Some(from), Some(as_at)) => from > as_at,
                    _ => false,
                };
                let is_coming = topic.status == Status::NotCommenced || later;
                let (covered, missing) = self.standing_on(at, kind, &topic.id);
                KindTopicView {
                    covered,
                    missing,
                    label: topic.label.clone(),
                    reference: topic.reference.clone(),
                    link: topic.link.as_deref().map(|link| match self.as_at {
                        Some(day) if !is_coming => as_it_stood(link, day),
                        _ => link.to_owned(),
                    }),
                    level: level(self.words(), topic.level, topic.if_appropriate),
                    coming: is_coming.then(|| when(topic, self.words())),
                    is_confirmed: topic.checked_on.is_some(),
                }
            })
            .collect()
    }

    /// Which councils cover a topic: "2 of 3", and those where it is missing.
    fn standing_on(&self, at: &Address, kind: &Kind, topic: &str) -> (String, Vec<LinkView>) {
        let mut missing = Vec::new();
        let (mut all, mut met, mut not) = (0_usize, 0_usize, 0_usize);
        let of_kind = self.of_kind(&kind.slug);
        for (authority, publication) in of_kind.filter(|(authority, _)| !authority.has_ended) {
            let standing = publication.topics.iter().find(|(id, _)| id == topic);
            match standing.map(|(_, standing)| *standing) {
                Some(TopicStanding::Met) => met += 1,
                Some(TopicStanding::NotApplicable) => not += 1,
                Some(TopicStanding::Missing) => missing.push(LinkView {
                    text: authority.short_name.clone(),
                    href: self.link(at, &Address::home().page(&authority.slug).page("coverage")),
                }),
                Some(TopicStanding::Coming) => {}
                None => continue,
            }
            all += 1;
        }
        missing.sort_by(|a, b| a.text.cmp(&b.text));
        if all == 0 {
            return (String::new(), missing);
        }
        let covered = self.words().fill(
            match not {
                0 => "kinds-covered-by",
                _ => "kinds-covered-by-not-applicable",
            },
            [
                ("covered", met.into()),
                ("all", all.into()),
                ("others", not.into()),
            ],
        );
        (covered, missing)
    }

    fn plain(&self, at: &Address, number: usize) -> Option<DrawnView> {
        let page = self.context.pages.get(number)?;
        let mut frame = self.frame(at, &page.title, Vec::new());
        frame.description.clone_from(&page.summary);
        Some(DrawnView {
            template: "plain.html",
            frame,
            view: View::Plain(PlainView {
                html: relink(
                    &page.body.html,
                    at,
                    BodyPlace::Own { publication: None },
                    self.context.settings.link_style,
                    &self.words().say("phrases-table"),
                ),
            }),
        })
    }

    /// Served from any address: links are written from the site's root, since relative ones
    /// would lead nowhere.
    fn not_found(&self, at: &Address) -> DrawnView {
        let base = &self.context.settings.base_url;
        let root = base
            .split_once("://")
            .and_then(|(_, rest)| rest.find('/').map(|at| rest[at..].to_owned()))
            .unwrap_or_else(|| "/".to_owned());
        let words = self.words();
        let mut frame = self.frame(at, &words.say("site-not-found"), Vec::new());
        let rooted =
            |address: &Address| format!("{root}{}", address.as_str().trim_start_matches('/'));
        frame.home_href = rooted(&Address::home());
        frame.search_href = rooted(&Address::home().page("search"));
        frame.stylesheet_href = rooted(self.context.interface.stylesheet());
        if let (Some(logo), Some(theme)) = (&mut frame.logo, &self.context.theme.appearance().logo)
        {
            let mut files = self.context.interface.static_files().iter();
            if let Some(file) = files.find(|file| file.name == theme.file.value) {
                logo.href = rooted(&file.address);
            }
        }
        frame.breadcrumbs.clear();
        frame.foot.clear();
        frame.no_index = true;
        let html = format!(
            "<p>{}</p><p>{}</p><p><a href=\"{}\">{}</a></p>",
            escape(&words.say("site-not-found-address")),
            escape(&words.say("site-not-found-nothing-removed")),
            escape(&rooted(&Address::home())),
            escape(&words.say("site-not-found-first-page")),
        );
        DrawnView {
            template: "plain.html",
            frame,
            view: View::Plain(PlainView { html }),
        }
    }

    fn search(&self, at: &Address) -> DrawnView {
        let mut councils: Vec<SearchCouncilView> = self
            .summaries
            .iter()
            .map(|one| {
                let home = Address::home().page(&one.slug);
                SearchCouncilView {
                    slug: one.slug.clone(),
                    name: one.name.clone(),
                    href: self.link(at, &home),
                    supports: one
                        .has_supports
                        .then(|| self.link(at, &home.page("supports"))),
                }
            })
            .collect();
        councils.sort_by(|a, b| a.name.cmp(&b.name));
        let kinds = self.counted_kinds(at).into_iter();
        DrawnView {
            template: "search.html",
            frame: self.frame(at, &self.words().say("search-title"), Vec::new()),
            view: View::Search(SearchView {
                councils,
                kinds: kinds.filter(|kind| kind.count > 0).collect(),
                index_name: match self.context.settings.link_style {
                    LinkStyle::Files => "index.html",
                    LinkStyle::Folders => "",
                },
            }),
        }
    }

    fn sitemap(&self, at: &Address) -> DrawnView {
        let base = &self.context.settings.base_url;
        let mut addresses: Vec<String> = self
            .own
            .iter()
            .chain(self.summaries.iter().flat_map(|one| &one.addresses))
            .map(|address| address.full(base))
            .collect();
        addresses.sort();
        DrawnView {
            template: "sitemap.xml",
            frame: self.frame(at, "Sitemap", Vec::new()),
            view: View::Sitemap(SitemapView { addresses }),
        }
    }
}

fn authority_words(words: &Words, one: &Summary) -> String {
    let publications = count(words, one.publications.len(), Counted::Publications);
    if one.has_ended {
        return words.fill(
            "site-council-ended",
            [("publications", publications.into())],
        );
    }
    match one.updates.first() {
        Some(newest) => words.fill(
            "site-council-updated",
            [
                ("publications", publications.into()),
                ("day", words.day(newest.published.day()).into()),
            ],
        ),
        None => publications,
    }
}

fn laws(words: &Words, kind: &Kind) -> Vec<LawView> {
    kind.laws
        .iter()
        .map(|law| {
            let mut sentences = Vec::new();
            sentences.extend(law.in_force_from.map(|day| {
                words.fill("kinds-law-in-force-from", [("day", words.day(day).into())])
            }));
            sentences.extend(law.note.clone());
            sentences.push(match &law.checked_on {
                Some(month) => words.fill("kinds-law-read", [("month", month.into())]),
                None => words.say("kinds-law-not-confirmed"),
            });
            LawView {
                title: law.title.clone(),
                href: law.link.clone(),
                words: sentences.join(" "),
            }
        })
        .collect()
}
