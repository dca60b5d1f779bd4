//! The same facts for programs: files beside the pages.
//!
//! - [`services()`]: what one can get, in the shape of Open Referral UK
//! - [`calendar()`], [`reviews_table`]: when publications are to be looked at again
//! - [`tables()`]: publications, versions, sign-ups and coverage, as JSON and CSV; [`rows`] says
//!   what each column means
//! - [`feed`]: updates as JSON Feeds
//! - [`hosting`]: settings for web servers
//! - [`search`]: the index that the search page reads

mod calendar;
mod feed;
mod hosting;
mod reviews;
mod rows;
mod search;
mod services;
mod tables;

use crate::config::Kinds;
use crate::model::SiteSettings;
use serde::Serialize;

use crate::site::{
    Address, AuthoritySite, FeedWords, Summary, authority_feed, kind_feed, reviews as reviews_of,
    site_feed,
};

pub use calendar::calendar;
pub use reviews::reviews_table;
pub use rows::{FIELDS, FORMAT, TableFields};
pub use search::{Findable, Findables, findables, index};
pub use services::services;
pub use tables::tables;

/// A file for programs.
pub type DataFile = (Address, Vec<u8>);

/// The files of an authority.
pub fn authority_files(
    site: &AuthoritySite,
    kinds: &Kinds,
    settings: &SiteSettings,
    words: &dyn FeedWords,
) -> Vec<DataFile> {
    let home = site.address();
    let reviews = reviews_of(site, kinds);
    let feed = authority_feed(site, words);
    let mut files = tables(site, kinds, settings);
    files.push(json_feed(&feed, settings));
    files.extend([
        (
            home.file("reviews.ics"),
            calendar(site, &reviews, &settings.base_url).into_bytes(),
        ),
        (
            home.file("reviews.csv"),
            reviews_table(&reviews, &settings.base_url),
        ),
    ]);
    if !site.supports().is_empty() {
        let data = Address::home()
            .page("data")
            .page(site.authority.slug.as_str());
        files.push((
            data.file("services.json"),
            services(site, kinds, &settings.base_url).into_bytes(),
        ));
    }
    files
}

/// The files of the whole site. What can be found is given authority by authority, in the order of
/// the summaries.
pub fn nation_files(
    summaries: &[Summary],
    found: Vec<Findables>,
    kinds: &Kinds,
    settings: &SiteSettings,
    words: &dyn FeedWords,
) -> Vec<DataFile> {
    let publisher = &settings.publisher;
    let mut feeds = vec![site_feed(summaries, publisher, words)];
    feeds.extend(
        kinds
            .iter()
            .filter(|kind| kind.slug != "decision")
            .map(|kind| kind_feed(summaries, &kind.slug, &kind.plural, publisher, words)),
    );
    let mut files: Vec<DataFile> = feeds.iter().map(|feed| json_feed(feed, settings)).collect();
    files.extend(search_files(summaries, found));
    let hosting = hosting::hosting_files(summaries, &settings.base_url).into_iter();
    files.extend(hosting.map(|(address, text)| (address, text.into_bytes())));
    files
}

/// The two indexes: of what is in force, and of what stood before.
fn search_files(summaries: &[Summary], found: Vec<Findables>) -> Vec<DataFile> {
    let authorities: Vec<(String, String)> = summaries
        .iter()
        .map(|one| (one.slug.clone(), one.name.clone()))
        .collect();
    let mut now = Vec::new();
    let mut old = Vec::new();
    for one in found {
        now.extend(one.now);
        old.extend(one.old);
    }
    let search = Address::home().page("search");
    let mut files = Vec::new();
    for (name, found) in [("index", now), ("old", old)] {
        let folder = search.page(name);
        let made = index(&authorities, found).into_iter();
        files.extend(made.map(|(file, bytes)| (folder.file(&file), bytes)));
    }
    files
}

fn json_feed(feed: &crate::site::Feed, settings: &SiteSettings) -> DataFile {
    let text = feed::json_feed(feed, &settings.base_url, &settings.language);
    (feed.json_address.clone(), text.into_bytes())
}

/// JSON that a person can read as well.
fn pretty<T: Serialize>(value: &T) -> String {
    // Texts and numbers with text keys always become JSON.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
