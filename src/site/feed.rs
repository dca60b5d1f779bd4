//! Updates as feeds tell them: of an authority, of a kind, of the whole site.

use super::summary::updates;
use super::{Address, AuthoritySite, Summary, UpdateSort, UpdateSummary};
use crate::model::Moment;

/// How many updates a feed holds.
pub const IN_FEED: usize = 50;

/// What feeds and their entries are called, in the language of the site.
pub trait FeedWords {
    /// "Updates from Derby City Council"
    fn of_authority(&self, name: &str) -> String;
    /// "Updates from all councils"
    fn of_site(&self) -> String;
    /// "Updates: Local offers"
    fn of_kind(&self, plural: &str) -> String;
    /// "Kinship local offer: correction", after the authority's name in feeds of several.
    fn entry(&self, authority: Option<&str>, title: &str, sort: UpdateSort) -> String;
}

/// A feed, before it is written as Atom (RFC 4287) or as a JSON Feed (version 1.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// "Updates from Derby City Council".
    pub title: String,
    /// Where the Atom feed stands; it is the feed's id as well.
    pub address: Address,
    /// Where the JSON Feed stands.
    pub json_address: Address,
    /// The page that shows the same.
    pub page: Address,
    /// Who it is from: the authority, or the site's publisher.
    pub author: String,
    /// The entries, newest first.
    pub entries: Vec<FeedEntry>,
}

/// One entry of a feed: a change note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedEntry {
    /// "Kinship local offer: correction", after the authority's name in feeds of several.
    pub title: String,
    /// The version's own address, which is the entry's id as well.
    pub address: Address,
    /// What it changed; `None` for a first version.
    pub change: Option<Address>,
    /// When it was published.
    pub published: Moment,
    /// When it was recorded.
    pub recorded: Moment,
    /// The council's note.
    pub note: String,
}

impl Feed {
    /// When it last changed. A feed without entries still needs a moment: `None` stands for the
    /// first of all.
    pub fn updated(&self) -> Option<Moment> {
        self.entries.iter().map(|one| one.recorded).max()
    }
}

/// The feed of an authority.
pub fn authority_feed(site: &AuthoritySite, words: &dyn FeedWords) -> Feed {
    let home = site.address();
    let newest = updates(site).into_iter().take(IN_FEED);
    Feed {
        title: words.of_authority(&site.authority.name),
        address: home.file("feed.xml"),
        json_address: home.file("feed.json"),
        page: home.page("updates"),
        author: site.authority.name.clone(),
        entries: newest.map(|one| entry(&one, None, words)).collect(),
    }
}

/// The feed of the whole site.
pub fn site_feed(summaries: &[Summary], publisher: &str, words: &dyn FeedWords) -> Feed {
    let home = Address::home();
    Feed {
        title: words.of_site(),
        address: home.file("feed.xml"),
        json_address: home.file("feed.json"),
        page: home,
        author: publisher.to_owned(),
        entries: newest(summaries, words, |_| true),
    }
}

/// The feed of a kind: its slug, and what its publications are called.
pub fn kind_feed(
    summaries: &[Summary],
    kind: &str,
    plural: &str,
    publisher: &str,
    words: &dyn FeedWords,
) -> Feed {
    let page = Address::home().page("kinds").page(kind);
    Feed {
        title: words.of_kind(plural),
        address: page.file("feed.xml"),
        json_address: page.file("feed.json"),
        page,
        author: publisher.to_owned(),
        entries: newest(summaries, words, |one| one.kind == kind),
    }
}

fn newest(
    summaries: &[Summary],
    words: &dyn FeedWords,
    belongs: impl Fn(&UpdateSummary) -> bool,
) -> Vec<FeedEntry> {
    let mut all: Vec<(&UpdateSummary, &str)> = summaries
        .iter()
        .flat_map(|one| {
            one.updates
                .iter()
                .map(|update| (update, one.short_name.as_str()))
        })
        .filter(|(update, _)| belongs(update))
        .collect();
    all.sort_by(|(a, _), (b, _)| {
        (b.published, &a.title, &a.version).cmp(&(a.published, &b.title, &b.version))
    });
    all.into_iter()
        .take(IN_FEED)
        .map(|(update, authority)| entry(update, Some(authority), words))
        .collect()
}

fn entry(one: &UpdateSummary, authority: Option<&str>, words: &dyn FeedWords) -> FeedEntry {
    FeedEntry {
        title: words.entry(authority, &one.title, one.sort),
        address: one.version.clone(),
        change: one.change.clone(),
        published: one.published,
        recorded: one.recorded,
        note: one.note.clone(),
    }
}
