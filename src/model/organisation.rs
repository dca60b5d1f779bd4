//! A partner: police, health, a school, a provider.

use super::Day;
use crate::diagnostics::Place;

/// A partner of an authority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its key in `organisations.toml` and its address under `/organisations/`.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What it is: "police force".
    pub organisation_type: String,
    /// The sector it belongs to.
    pub sector: Sector,
    /// Its website.
    pub website: Option<String>,
    /// The day it ceased, where it was merged or abolished.
    pub ceased: Option<Day>,
    /// The bodies that took over from it, by their slugs.
    pub succeeded_by: Vec<String>,
    /// For a single home: its provider, by slug. A home has no name here, since it would show
    /// where children live.
    pub provider: Option<String>,
    /// Where it is written.
    pub place: Place,
}

/// The name under which readers see an organisation: for a single home, its provider's.
pub fn organisation_name<'o>(all: &'o [Organisation], slug: &'o str) -> &'o str {
    let find = |slug: &str| all.iter().find(|one| one.slug == slug);
    match find(slug) {
        Some(Organisation {
            provider: Some(provider),
            ..
        }) => find(provider).map_or(provider, |one| one.name.as_str()),
        Some(one) => &one.name,
        None => slug,
    }
}

/// The same with what a reader has to know: that it is one home of several, or that the body
/// is no more.
pub fn organisation_in_words(all: &[Organisation], slug: &str) -> String {
    let name = organisation_name(all, slug);
    let one = all.iter().find(|one| one.slug == slug);
    let is_home = one.is_some_and(|one| one.provider.is_some());
    match (is_home, one.and_then(|one| one.ceased)) {
        (true, _) => format!("{name} (one of its children’s homes)"),
        (false, Some(day)) => format!("{name} (ceased on {})", day.in_words()),
        (false, None) => name.to_owned(),
    }
}

/// The sectors that partners are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sector {
    /// A council or a service of one.
    Council,
    /// Police and police commissioners.
    Police,
    /// The health service.
    Health,
    /// Courts, prosecution, probation, youth justice.
    Justice,
    /// Early years, schools, colleges.
    Education,
    /// Homes, fostering agencies, other providers of care.
    Provider,
    /// Charities and community groups.
    Voluntary,
    /// Central government.
    Government,
    /// Anything else.
    Other,
}

impl Sector {
    /// The words used in `organisations.toml`.
    pub const ALL: [(&'static str, Self); 9] = [
        ("council", Self::Council),
        ("police", Self::Police),
        ("health", Self::Health),
        ("justice", Self::Justice),
        ("education", Self::Education),
        ("provider", Self::Provider),
        ("voluntary", Self::Voluntary),
        ("government", Self::Government),
        ("other", Self::Other),
    ];

    /// The word used in `organisations.toml`.
    pub fn word(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(_, sector)| *sector == self)
            .map_or("other", |(word, _)| word)
    }

    /// As people read it.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Council => "Council services",
            Self::Police => "Police",
            Self::Health => "Health",
            Self::Justice => "Justice",
            Self::Education => "Education",
            Self::Provider => "Care providers",
            Self::Voluntary => "Voluntary organisations",
            Self::Government => "Central government",
            Self::Other => "Others",
        }
    }
}
