//! Feeds, and the pages that say what files there are for programs.

use super::words::update_sort;
use super::{AuthorityPages, DrawnView, NationPages, SiteContext, View};
use crate::data::{FIELDS, FORMAT};
use crate::site::{Address, Feed, FeedWords, UpdateSort, authority_feed, kind_feed, site_feed};
use crate::theme::Words;
use crate::theme::views::{
    AuthorityDataView, DataView, FactView, FeedEntryView, FeedView, FrameView, LinkView,
    RelationView, TableFieldsView,
};

impl SiteContext<'_> {
    fn feed(&self, feed: &Feed, frame: FrameView) -> DrawnView {
        let base = &self.settings.base_url;
        let entries = feed.entries.iter().map(|one| FeedEntryView {
            title: one.title.clone(),
            address: one.address.full(base),
            change_address: one.change.as_ref().map(|change| change.full(base)),
            published: one.published.to_string(),
            updated: one.recorded.to_string(),
            summary: one.note.clone(),
        });
        DrawnView {
            template: "feed.xml",
            frame,
            view: View::Feed(FeedView {
                title: feed.title.clone(),
                address: feed.address.full(base),
                json_address: feed.json_address.full(base),
                page_address: feed.page.full(base),
                // Without entries it still needs a moment (RFC 4287): the first of all.
                updated: feed.updated().map_or_else(
                    || "1970-01-01T00:00:00Z".to_owned(),
                    |moment| moment.to_string(),
                ),
                author: feed.author.clone(),
                entries: entries.collect(),
            }),
        }
    }
}

impl FeedWords for Words {
    fn of_authority(&self, name: &str) -> String {
        self.fill("frame-updates-from", [("authority", name.into())])
    }

    fn of_site(&self) -> String {
        self.say("site-updates-from-all")
    }

    fn of_kind(&self, plural: &str) -> String {
        self.fill("kinds-updates", [("kind", plural.into())])
    }

    fn entry(&self, authority: Option<&str>, title: &str, sort: UpdateSort) -> String {
        let what = update_sort(self, sort).to_lowercase();
        match authority {
            Some(authority) => self.fill(
                "data-feed-entry-of-council",
                [
                    ("authority", authority.into()),
                    ("title", title.into()),
                    ("what", what.into()),
                ],
            ),
            None => self.fill(
                "data-feed-entry",
                [("title", title.into()), ("what", what.into())],
            ),
        }
    }
}

/// The relations by which a page names its feeds.
pub(super) fn feed_relations(
    title: &str,
    folder: &Address,
    link: &dyn Fn(&Address) -> String,
) -> [RelationView; 2] {
    let relation = |media_type, name: &str| RelationView {
        rel: "alternate",
        media_type: Some(media_type),
        href: link(&folder.file(name)),
        title: Some(title.to_owned()),
    };
    [
        relation("application/atom+xml", "feed.xml"),
        relation("application/feed+json", "feed.json"),
    ]
}

impl AuthorityPages<'_> {
    pub(super) fn feed(&self, at: &Address) -> DrawnView {
        let feed = authority_feed(self.site, self.words());
        let frame = self.frame(at, &feed.title, &[], Vec::new());
        self.context.feed(&feed, frame)
    }

    /// The files for programs of one authority.
    pub(super) fn data(&self, at: &Address) -> DrawnView {
        let folder = Address::home()
            .page("data")
            .page(self.site.authority.slug.as_str());
        let file = |address: &Address, name: &str| LinkView {
            text: name.to_owned(),
            href: self.link(at, &address.file(name)),
        };
        let mut files: Vec<LinkView> = FIELDS
            .iter()
            .flat_map(|table| ["json", "csv"].map(|ending| format!("{}.{ending}", table.name)))
            .map(|name| file(&folder, &name))
            .collect();
        if !self.site.supports().is_empty() {
            files.push(file(&folder, "services.json"));
        }
        for name in ["feed.xml", "feed.json", "reviews.csv", "reviews.ics"] {
            files.push(file(&self.home, name));
        }
        let words = self.words();
        let title = words.say("data-title");
        let above = vec![(title.clone(), Address::home().page("data"))];
        DrawnView {
            template: "authority-data.html",
            frame: self.frame(at, &title, &[], above),
            view: View::AuthorityData(AuthorityDataView {
                files,
                meanings: LinkView {
                    text: words.say("data-meanings"),
                    href: self.link(at, &Address::home().page("data")),
                },
            }),
        }
    }
}

impl NationPages<'_> {
    pub(super) fn feed(&self, at: &Address) -> DrawnView {
        let feed = site_feed(
            self.summaries,
            &self.context.settings.publisher,
            self.words(),
        );
        self.context
            .feed(&feed, self.frame(at, &feed.title, Vec::new()))
    }

    pub(super) fn kind_feed(&self, at: &Address, kind: &str) -> Option<DrawnView> {
        let kind = self.context.kinds.get(kind)?;
        let publisher = &self.context.settings.publisher;
        let feed = kind_feed(
            self.summaries,
            &kind.slug,
            &kind.plural,
            publisher,
            self.words(),
        );
        let frame = self.frame(at, &feed.title, Vec::new());
        Some(self.context.feed(&feed, frame))
    }

    /// What the files for programs say.
    pub(super) fn data(&self, at: &Address) -> DrawnView {
        let data = Address::home().page("data");
        let councils = self.summaries.iter().map(|one| LinkView {
            text: one.name.clone(),
            href: self.link(at, &data.page(&one.slug)),
        });
        let tables = FIELDS.iter().map(|table| TableFieldsView {
            name: table.name,
            row: table.row,
            fields: table
                .fields
                .iter()
                .map(|(label, meaning)| FactView {
                    label: (*label).to_owned(),
                    text: (*meaning).to_owned(),
                    href: None,
                })
                .collect(),
        });
        DrawnView {
            template: "data.html",
            frame: self.frame(at, &self.words().say("data-title"), Vec::new()),
            view: View::Data(DataView {
                format: FORMAT,
                councils: councils.collect(),
                tables: tables.collect(),
            }),
        }
    }
}
