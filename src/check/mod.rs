//! Rules over the model. Each rule is a file; each takes the model and returns problems.
//!
//! - [`coverage()`]: topics of a kind against what a publication covers
//! - [`consultation`]: what the law asks of consultation
//! - [`links`]: links to pages, files and headings that are not there
//! - [`names`]: kinds, topics, organisations, decisions and versions that do not exist
//! - [`organisations`]: bodies that took over, providers of homes, one key for two bodies
//! - [`accessibility`]: the facts behind the accessibility statement
//! - [`dates`]: reviews that are overdue or never set
//! - [`decisions`], [`registers`]: days that have not come, or contradict each other
//! - [`supports`]: what a support has to tell
//! - [`disclosure`]: personal data, small numbers, what files give away, the deny list
//! - [`plain_language`]: whether pages are written in plain words
//! - [`addresses`]: names that the site needs for itself

mod accessibility;
mod addresses;
mod consultation;
mod coverage;
mod dates;
mod decisions;
mod deny_list;
mod disclosure;
mod language;
mod links;
mod names;
mod organisations;
mod plain_language;
mod registers;
mod supports;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::config::Kinds;
use crate::diagnostics::{Code, Diagnostic, Problems, Texts};
use crate::model::{Class, Day, PlainPage, SiteSettings, Slug, VersionId};
use crate::parse::{AuthorityContent, PublicationContent};

pub use addresses::{
    RESERVED_IN_AUTHORITY, RESERVED_IN_PUBLICATION, RESERVED_IN_SITE, RESERVED_IN_SUPPORTS,
};
pub use coverage::{Claim, CoverageState, Judged, TopicCoverage, coverage};
pub use deny_list::DenyList;
pub use disclosure::{listed, listed_in_version, said};
pub use plain_language::{PageReading, reading_ages};

/// What the record knows of a publication, as far as rules need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicationFacts {
    /// Its versions, oldest first.
    pub versions: Vec<VersionFacts>,
    /// Whether what stands in `content/` is what the latest version says.
    pub unchanged: bool,
    /// Whether its registers at most differ: who signed, and how far its actions have come.
    pub has_same_text: bool,
    /// What sort of version it would become.
    pub class: Class,
    /// The version that is about to be made, where one is.
    pub next: Option<VersionId>,
    /// What approves it, where that is said in place of what its front matter says: a decision’s
    /// name, or a body and a date.
    pub approved_by: Option<String>,
}

impl Default for PublicationFacts {
    fn default() -> Self {
        Self {
            versions: Vec::new(),
            unchanged: false,
            has_same_text: false,
            class: Class::Update,
            next: None,
            approved_by: None,
        }
    }
}

impl PublicationFacts {
    /// The day of the latest update; a first version is one, whatever it is called.
    fn last_update(&self) -> Option<Day> {
        let versions = &self.versions;
        let update = versions.iter().rfind(|one| one.class == Class::Update);
        update.or(versions.first()).map(|one| one.day)
    }

    /// Whether what stands in `content/` changes what was published, and would be an update.
    fn is_new_update(&self) -> bool {
        !self.unchanged && self.class == Class::Update
    }
}

/// What the record knows of a version, as far as rules need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionFacts {
    /// Its name.
    pub id: VersionId,
    /// The day it was published.
    pub day: Day,
    /// What sort of version it is.
    pub class: Class,
}

/// Facts by authority and publication.
pub type Facts = BTreeMap<(Slug, Slug), PublicationFacts>;

/// What rules look at.
pub struct Checked<'c> {
    /// The kinds.
    pub kinds: &'c Kinds,
    /// The day on which the rules are judged.
    pub as_at: Day,
    /// The authorities.
    pub authorities: &'c [AuthorityContent],
    /// Pages of the whole site.
    pub pages: &'c [PlainPage],
    /// What the record knows.
    pub facts: &'c Facts,
    /// The settings of the site.
    pub settings: &'c SiteSettings,
    /// The texts of everything that was read.
    pub texts: &'c Texts,
    /// What must never be published.
    pub deny_list: &'c DenyList,
}

impl Checked<'_> {
    fn facts(&self, publication: &crate::model::Publication) -> PublicationFacts {
        let key = (publication.authority.clone(), publication.slug.clone());
        self.facts.get(&key).cloned().unwrap_or_default()
    }
}

/// Everything that rules find.
#[derive(Debug, Default)]
pub struct Findings {
    /// Problems of a publication, by authority and publication.
    pub of_publications: BTreeMap<(Slug, Slug), Problems>,
    /// Problems of the site as a whole.
    pub of_site: Problems,
}

/// Applies every rule.
pub fn check(checked: &Checked<'_>) -> Findings {
    let mut findings = Findings::default();
    findings.of_site.extend(addresses::of_site(checked));
    findings.of_site.extend(links::of_pages(checked));
    findings.of_site.extend(organisations::of_site(checked));
    findings.of_site.extend(disclosure::of_pages(checked));
    findings.of_site.extend(disclosure::of_settings(checked));
    let known = links::Known::of(checked);
    let rules =
        plain_language::Rules::new(&checked.settings.language_rules, &checked.settings.language);
    for authority in checked.authorities {
        findings.of_site.extend(of_authority(authority, checked));
    }
    let all: Vec<(&AuthorityContent, &PublicationContent)> = checked
        .authorities
        .iter()
        .flat_map(|authority| {
            authority
                .publications
                .iter()
                .map(move |one| (authority, one))
        })
        .collect();
    let found: Vec<Problems> = all
        .par_iter()
        .map(|(authority, content)| check_publication(content, authority, checked, &known, &rules))
        .collect();
    for ((_, content), problems) in all.into_iter().zip(found) {
        let key = (
            content.publication.authority.clone(),
            content.publication.slug.clone(),
        );
        findings.of_publications.insert(key, problems);
    }
    findings
}

fn of_authority(authority: &AuthorityContent, checked: &Checked<'_>) -> Problems {
    let mut problems = names::of_authority(authority, checked);
    problems.extend(organisations::of_authority(authority));
    problems.extend(accessibility::of_authority(authority, checked.as_at));
    problems.extend(disclosure::of_authority(authority, checked));
    for place in &authority.unclaimed_supports {
        problems.push(
            Diagnostic::warning(Code::SupportUnused, "no publication shows this support")
                .at(place)
                .help("name a publication of this authority in its “publications”"),
        );
    }
    problems
}

fn check_publication(
    content: &PublicationContent,
    authority: &AuthorityContent,
    checked: &Checked<'_>,
    known: &links::Known<'_>,
    rules: &plain_language::Rules,
) -> Problems {
    let publication = &content.publication;
    let facts = checked.facts(publication);
    let mut problems = content.problems.clone();
    problems.extend(links::of_publication(publication, known));
    problems.extend(names::of_publication(
        publication,
        authority,
        checked,
        &facts,
    ));
    problems.extend(addresses::of_publication(publication));
    problems.extend(dates::of_publication(publication, checked, &facts));
    problems.extend(
        dates::after_the_end(publication, &authority.authority, &facts)
            .map(Problems::from)
            .unwrap_or_default(),
    );
    problems.extend(decisions::of_publication(
        publication,
        authority,
        checked,
        &facts,
    ));
    problems.extend(registers::of_publication(
        publication,
        &authority.authority,
        checked.as_at,
        &facts,
    ));
    problems.extend(supports::of_publication(publication, checked.as_at));
    problems.extend(disclosure::of_publication(content, checked));
    let mut language = plain_language::of_publication(content, checked, rules);
    // What must not be told in full is no abbreviation to explain.
    language.retain(|one| !is_within_a_secret(one, &problems));
    problems.extend(language);
    if let Some(kind) = checked.kinds.get(&publication.kind.value) {
        let judged = Judged {
            on: checked.as_at,
            updated: consultation::judged_on(checked.as_at, &facts),
        };
        problems.extend(coverage::report(kind, publication, judged));
        problems.extend(consultation::of_publication(
            kind,
            publication,
            checked.as_at,
            &facts,
        ));
    }
    if publication.draft {
        // A draft is unfinished by its own word: what it still lacks is worth a warning, and
        // only what cannot be read is an error.
        problems = softened(problems);
    }
    problems
}

fn is_within_a_secret(one: &Diagnostic, problems: &Problems) -> bool {
    let Some(place) = &one.place else {
        return false;
    };
    one.code == Code::Abbreviation
        && problems.iter().any(|other| {
            let secret = other.place.as_ref().filter(|_| other.is_secret());
            secret.is_some_and(|secret| secret.holds(place))
        })
}

fn softened(problems: Problems) -> Problems {
    use crate::diagnostics::Severity;
    let mut soft = Problems::new();
    for one in problems.iter() {
        let mut one = one.clone();
        let unfinished = matches!(
            one.code,
            Code::TopicMissing | Code::EmptySection | Code::Consultation | Code::Decision
        );
        if unfinished && one.severity == Severity::Error {
            one.severity = Severity::Warning;
        }
        soft.push(one);
    }
    soft
}
