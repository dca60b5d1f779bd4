//! Facts about a page for search engines and assistants: JSON-LD in the words of schema.org.

use serde_json::{Map, Value, json};

use super::AuthorityPages;
use crate::model::{Authority, Publication, Support, Version};
use crate::site::{Address, PublicationHistory, Shown};

/// As it stands in a page: nothing in it can end the element around it.
fn text(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

fn about(sort: &str, facts: Vec<(&str, Option<Value>)>) -> Value {
    let mut all = Map::new();
    all.insert("@context".to_owned(), json!("https://schema.org"));
    all.insert("@type".to_owned(), json!(sort));
    for (key, value) in facts {
        all.extend(value.map(|value| (key.to_owned(), value)));
    }
    Value::Object(all)
}

fn of_authority(authority: &Authority, home: &str) -> Vec<(&'static str, Option<Value>)> {
    let known = |text: &Option<String>| text.as_ref().map(|text| json!(text));
    vec![
        ("name", Some(json!(authority.name))),
        ("url", Some(json!(home))),
        ("sameAs", known(&authority.website)),
        ("email", known(&authority.contact.email)),
        ("telephone", known(&authority.contact.phone)),
        ("address", known(&authority.contact.address)),
    ]
}

impl AuthorityPages<'_> {
    fn publisher(&self) -> Value {
        let home = self.home.full(&self.context.settings.base_url);
        json!({
            "@type": "GovernmentOrganization",
            "name": self.site.authority.name,
            "url": home,
        })
    }

    /// The authority, for its home.
    pub(super) fn structured_authority(&self) -> String {
        let home = self.home.full(&self.context.settings.base_url);
        text(&about(
            "GovernmentOrganization",
            of_authority(&self.site.authority, &home),
        ))
    }

    /// A publication as it stands, for its first page. Nothing is said of drafts.
    pub(super) fn structured_publication(
        &self,
        history: &PublicationHistory,
        shown: Shown<'_>,
    ) -> Option<String> {
        let publication: &Publication = shown.publication;
        let version: &Version = shown.version?;
        let first = history.versions.first()?;
        let base = &self.context.settings.base_url;
        let language = publication.control.language.as_deref();
        let own = version_address(history, &self.home, version);
        Some(text(&about(
            "DigitalDocument",
            vec![
                ("name", Some(json!(publication.title()))),
                ("description", Some(json!(publication.control.summary))),
                ("url", Some(json!(history.address(&self.home).full(base)))),
                ("version", Some(json!(version.id.to_string()))),
                ("datePublished", Some(json!(first.day().to_string()))),
                ("dateModified", Some(json!(version.day().to_string()))),
                (
                    "inLanguage",
                    Some(json!(language.unwrap_or(&self.context.settings.language))),
                ),
                ("isBasedOn", Some(json!(own.full(base)))),
                ("publisher", Some(self.publisher())),
            ],
        )))
    }

    /// Something that one can get, for its page.
    pub(super) fn structured_support(&self, support: &Support) -> String {
        let own = self.home.page("supports").page(&support.slug);
        text(&about(
            "GovernmentService",
            vec![
                ("name", Some(json!(support.title))),
                ("description", Some(json!(support.summary))),
                (
                    "url",
                    Some(json!(own.full(&self.context.settings.base_url))),
                ),
                ("provider", Some(self.publisher())),
                (
                    "areaServed",
                    Some(json!({
                        "@type": "AdministrativeArea",
                        "name": self.site.authority.short_name,
                    })),
                ),
            ],
        ))
    }
}

/// The version's own address, which stays.
fn version_address(history: &PublicationHistory, home: &Address, version: &Version) -> Address {
    history.version_address(home, &version.id)
}
