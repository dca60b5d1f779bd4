//! Updates as a JSON Feed, version 1.1 (jsonfeed.org/version/1.1).

use serde::Serialize;

use crate::site::Feed;

#[derive(Serialize)]
struct JsonFeed<'f> {
    version: &'static str,
    title: &'f str,
    home_page_url: String,
    feed_url: String,
    language: &'f str,
    authors: [Author<'f>; 1],
    items: Vec<Item<'f>>,
}

#[derive(Serialize)]
struct Author<'f> {
    name: &'f str,
}

#[derive(Serialize)]
struct Item<'f> {
    id: String,
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_url: Option<String>,
    title: &'f str,
    content_text: &'f str,
    date_published: String,
    date_modified: String,
}

/// The feed's text. What a version changed stands in `external_url`.
pub fn json_feed(feed: &Feed, base_url: &str, language: &str) -> String {
    let items = feed.entries.iter().map(|one| Item {
        id: one.address.full(base_url),
        url: one.address.full(base_url),
        external_url: one.change.as_ref().map(|change| change.full(base_url)),
        title: &one.title,
        content_text: &one.note,
        date_published: one.published.to_string(),
        date_modified: one.recorded.to_string(),
    });
    let all = JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        home_page_url: feed.page.full(base_url),
        feed_url: feed.json_address.full(base_url),
        language,
        authors: [Author { name: &feed.author }],
        items: items.collect(),
    };
    super::pretty(&all)
}
