//! What one can get, in the shape of Open Referral UK 3.0 (github.com/OpenReferralUK/uk-profile).
//!
//! Its required fields are there, and its page wrapper. It is not a conforming service: that
//! would have to answer queries, and a static site cannot.

use serde::Serialize;
use uuid::Uuid;

use crate::config::Kinds;
use crate::model::{Basis, CareLeaverStatus, KinshipArrangement, Support};
use crate::site::{AuthoritySite, Shown};

/// A page of services: here, all of them.
#[derive(Debug, Serialize)]
struct Page {
    total_items: usize,
    total_pages: usize,
    page_number: usize,
    size: usize,
    first_page: bool,
    last_page: bool,
    empty: bool,
    contents: Vec<Service>,
}

#[derive(Debug, Serialize)]
struct Service {
    id: Uuid,
    name: String,
    description: String,
    status: &'static str,
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    application_process: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    eligibility_description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum_age: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum_age: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    assured_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_modified: Option<String>,
    organization: Organization,
    attributes: Vec<Attribute>,
    service_areas: Vec<ServiceArea>,
}

#[derive(Clone, Debug, Serialize)]
struct Organization {
    id: Uuid,
    name: String,
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    website: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
}

#[derive(Debug, Serialize)]
struct ServiceArea {
    id: Uuid,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri: Option<String>,
}

#[derive(Debug, Serialize)]
struct Attribute {
    id: Uuid,
    link_id: Uuid,
    taxonomy_term_id: Uuid,
    link_entity: &'static str,
    taxonomy_term: TaxonomyTerm,
}

#[derive(Debug, Serialize)]
struct TaxonomyTerm {
    id: Uuid,
    name: String,
    description: String,
    taxonomy: &'static str,
}

/// An id that stays the same whatever address the site has: made from the council's code (RFC
/// 9562, version 5).
fn id(parts: &[&str]) -> Uuid {
    let name = format!("offerbook:{}", parts.join(":"));
    Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes())
}

/// The services of an authority as JSON.
pub fn services(site: &AuthoritySite, kinds: &Kinds, base_url: &str) -> String {
    let maker = Maker {
        site,
        kinds,
        base_url,
        organization: organization(site),
    };
    let mut contents: Vec<Service> = site
        .supports()
        .into_iter()
        .filter_map(|(publication, support)| {
            let shown = site.publications.get(publication)?.offered()?;
            let one = shown.publication.supports.get(support)?;
            Some(maker.service(one, shown))
        })
        .collect();
    contents.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    let page = Page {
        total_items: contents.len(),
        total_pages: 1,
        page_number: 1,
        size: contents.len(),
        first_page: true,
        last_page: true,
        empty: contents.is_empty(),
        contents,
    };
    let mut text = serde_json::to_string_pretty(&page).unwrap_or_default();
    text.push('\n');
    text
}

fn code(site: &AuthoritySite) -> &str {
    match site.authority.code.value.as_str() {
        "" => site.authority.slug.as_str(),
        code => code,
    }
}

fn organization(site: &AuthoritySite) -> Organization {
    let authority = &site.authority;
    Organization {
        id: id(&[code(site)]),
        name: authority.name.clone(),
        description: format!(
            "{}, {}",
            authority.name,
            authority.authority_type.in_words()
        ),
        website: authority.website.clone(),
        email: authority.contact.email.clone(),
    }
}

struct Maker<'m> {
    site: &'m AuthoritySite,
    kinds: &'m Kinds,
    base_url: &'m str,
    organization: Organization,
}

impl Maker<'_> {
    fn service(&self, one: &Support, shown: Shown<'_>) -> Service {
        let code = code(self.site);
        let address = self.site.address().page("supports").page(&one.slug);
        let service = id(&[code, "service", &one.slug]);
        let day = |day: crate::model::Day| day.to_string();
        Service {
            id: service,
            name: one.title.clone(),
            description: description(one),
            status: "active",
            url: address.full(self.base_url),
            application_process: Some(one.how_to_claim.clone()),
            eligibility_description: Some(one.who.clone()),
            minimum_age: one.age_from,
            maximum_age: one.age_to,
            assured_date: one.confirmed_on.map(day),
            last_modified: shown.version.map(|version| version.published.to_string()),
            organization: self.organization.clone(),
            attributes: self.attributes(one, service),
            service_areas: vec![ServiceArea {
                id: id(&[code, "area"]),
                name: self.site.authority.name.clone(),
                uri: (!self.site.authority.code.value.is_empty()).then(|| {
                    format!("http://statistics.data.gov.uk/id/statistical-geography/{code}")
                }),
            }],
        }
    }

    /// What readers find it by, as terms of taxonomies of this site.
    fn attributes(&self, one: &Support, service: Uuid) -> Vec<Attribute> {
        let mut terms: Vec<(&'static str, String, String)> = Vec::new();
        for topic in &one.topics {
            let label = self.kinds.iter().find_map(|kind| kind.topic(&topic.value));
            let words = label.map_or_else(|| topic.value.clone(), |topic| topic.label.clone());
            terms.push(("topic", topic.value.clone(), words));
        }
        for status in &one.care_leaver_status {
            let word = CareLeaverStatus::word(*status);
            terms.push(("care leaver status", word.to_owned(), word.to_owned()));
        }
        for arrangement in &one.kinship_arrangement {
            let word = KinshipArrangement::word(*arrangement);
            terms.push(("kinship arrangement", word.to_owned(), word.to_owned()));
        }
        let basis = match one.basis {
            Basis::Law => "law",
            Basis::Discretionary => "discretionary",
        };
        terms.push(("basis", basis.to_owned(), one.basis.in_words().to_owned()));
        terms
            .into_iter()
            .map(|(taxonomy, term, words)| {
                let term_id = id(&["term", taxonomy, &term]);
                Attribute {
                    id: id(&["attribute", &service.to_string(), &term_id.to_string()]),
                    link_id: service,
                    taxonomy_term_id: term_id,
                    link_entity: "service",
                    taxonomy_term: TaxonomyTerm {
                        id: term_id,
                        name: words,
                        description: format!("{taxonomy}: {term}"),
                        taxonomy,
                    },
                }
            })
            .collect()
    }
}

/// Everything that the standard has no field for, in words.
fn description(one: &Support) -> String {
    let mut parts = vec![one.summary.clone(), format!("{}.", one.basis.in_words())];
    for (label, text) in [
        ("How much", &one.amount),
        ("Who decides", &one.who_decides),
        ("How long it takes", &one.how_long),
        ("If you are refused", &one.if_refused),
        ("Contact", &one.contact),
        ("The law", &one.reference),
    ] {
        parts.extend(text.as_ref().map(|text| format!("{label}: {text}")));
    }
    parts.join("\n")
}
