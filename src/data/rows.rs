//! The tables for programs: what each row says.
//!
//! [`FIELDS`] says what each column means; the page `/data/` shows it to readers. A column never
//! changes its meaning: a table that has to is given another format.

use serde::Serialize;

use crate::check::{CoverageState, coverage};
use crate::config::Kinds;
use crate::model::{Class, Day, Level, NoticeSays, PublishedBasis, Version};
use crate::site::{AuthoritySite, PublicationHistory, Shown, shown_organisation};

/// The name that every JSON file of this shape begins with.
pub const FORMAT: &str = "offerbook-data/v1";

/// A table: its name, what a row is, and its columns with their meanings.
pub struct TableFields {
    /// The file's name, without its ending.
    pub name: &'static str,
    /// What a row is.
    pub row: &'static str,
    /// Each column and what it means.
    pub fields: &'static [(&'static str, &'static str)],
}

/// Every table of an authority.
pub const FIELDS: [TableFields; 4] = [
    TableFields {
        name: "publications",
        row: "A publication, decisions among them.",
        fields: &[
            ("publication", "Its name in addresses."),
            ("title", "Its title now."),
            ("kind", "The name of its kind."),
            ("standing", "in force, withdrawn, moved, or draft."),
            ("version", "The name of its latest version."),
            ("published", "The day that version was published."),
            (
                "first_published",
                "The day its first version was published.",
            ),
            ("versions", "How many versions there are."),
            ("applies_from", "The day from which it applies."),
            (
                "review_due",
                "The day by which it is to be looked at again.",
            ),
            ("owner", "The role that keeps it right."),
            ("language", "Its language (BCP 47)."),
            ("address", "Its page."),
        ],
    },
    TableFields {
        name: "versions",
        row: "A version of a publication.",
        fields: &[
            ("publication", "The publication’s name in addresses."),
            (
                "version",
                "Its name: its day, and a number if it was not the first that day.",
            ),
            ("title", "The publication’s title then."),
            ("class", "update, correction or sign-ups."),
            ("published", "When the public could first read it (UTC)."),
            ("basis", "witnessed by the tool, or stated by the council."),
            ("recorded", "When it was put in the record (UTC)."),
            ("note", "What changed, in the council’s words."),
            ("because", "Why it is a correction, in the council’s words."),
            ("approved_by", "What approved it, as written."),
            ("record_sha256", "SHA-256 of its record.txt."),
            ("address", "Its page."),
            ("change_address", "The page that shows what it changed."),
        ],
    },
    TableFields {
        name: "sign-ups",
        row: "An organisation in the register of a publication, as its latest version has it.",
        fields: &[
            ("publication", "The publication’s name in addresses."),
            ("version", "The latest version, which the row is from."),
            (
                "organisation",
                "The organisation’s name in addresses; the provider, for a single home.",
            ),
            ("name", "Its name."),
            ("sector", "Its sector."),
            ("status", "invited, agreed, signed or withdrawn."),
            ("role", "The role of whoever signed."),
            ("date", "The day of that."),
            ("signed_version", "The version it signed."),
            ("commitment", "What it has undertaken."),
        ],
    },
    TableFields {
        name: "coverage",
        row: "A topic that a kind asks, and where the latest version stands on it, by what applied on the day it was published.",
        fields: &[
            ("publication", "The publication’s name in addresses."),
            ("version", "The version that is judged."),
            ("judged_on", "The day whose law was applied."),
            ("topic", "The topic’s name."),
            ("label", "The topic in words."),
            ("level", "must, should or good."),
            ("reference", "Where it is asked."),
            ("asked", "Whether it was asked on that day."),
            ("state", "met, missing, coming, or not applicable."),
            ("because", "Why it does not apply, in the council’s words."),
            (
                "confirmed",
                "When somebody last checked what is asked against its source; empty if nobody has.",
            ),
        ],
    },
];

/// A row of `publications`.
#[derive(Serialize)]
pub struct PublicationRow {
    publication: String,
    title: String,
    kind: String,
    standing: &'static str,
    version: Option<String>,
    published: Option<String>,
    first_published: Option<String>,
    versions: usize,
    applies_from: Option<String>,
    review_due: Option<String>,
    owner: Option<String>,
    language: String,
    address: String,
}

/// A row of `versions`.
#[derive(Serialize)]
pub struct VersionRow {
    publication: String,
    version: String,
    title: String,
    class: &'static str,
    published: String,
    basis: &'static str,
    recorded: String,
    note: String,
    because: Option<String>,
    approved_by: Option<String>,
    record_sha256: String,
    address: String,
    change_address: Option<String>,
}

/// A row of `sign-ups`.
#[derive(Serialize)]
pub struct SignUpRow {
    publication: String,
    version: Option<String>,
    organisation: String,
    name: String,
    sector: &'static str,
    status: &'static str,
    role: String,
    date: Option<String>,
    signed_version: Option<String>,
    commitment: String,
}

/// A row of `coverage`.
#[derive(Serialize)]
pub struct CoverageRow {
    publication: String,
    version: String,
    judged_on: String,
    topic: String,
    label: String,
    level: &'static str,
    reference: String,
    asked: bool,
    state: &'static str,
    because: Option<String>,
    confirmed: Option<String>,
}

/// The publications of an authority.
pub fn publications(
    site: &AuthoritySite,
    kinds: &Kinds,
    base_url: &str,
    language: &str,
) -> Vec<PublicationRow> {
    let home = site.address();
    site.publications
        .iter()
        .filter_map(|history| {
            let shown = history.shown()?;
            let publication = shown.publication;
            let published = shown.version.map(Version::day);
            let text = |day: Option<Day>| day.map(|day| day.to_string());
            let own = publication.control.language.as_deref();
            Some(PublicationRow {
                publication: history.slug.to_string(),
                title: publication.title().to_owned(),
                kind: publication.kind.value.clone(),
                standing: standing(history),
                version: shown.version.map(|version| version.id.to_string()),
                published: text(published),
                first_published: text(history.versions.first().map(Version::day)),
                versions: history.versions.len(),
                applies_from: text(shown.version.map(|version| history.applies_from(version))),
                review_due: text(history.review_due(shown, kinds)),
                owner: publication.control.owner.clone(),
                language: own.unwrap_or(language).to_owned(),
                address: history.address(&home).full(base_url),
            })
        })
        .collect()
}

fn standing(history: &PublicationHistory) -> &'static str {
    match history.ended().map(|given| &given.notice.says) {
        Some(NoticeSays::Moved { .. }) => "moved",
        Some(_) => "withdrawn",
        None if history.draft.is_some() => "draft",
        None => "in force",
    }
}

/// Every version of an authority.
pub fn versions(site: &AuthoritySite, base_url: &str) -> Vec<VersionRow> {
    let home = site.address();
    let rows = site.publications.iter().flat_map(|history| {
        let home = &home;
        history.versions.iter().map(move |version| VersionRow {
            publication: history.slug.to_string(),
            version: version.id.to_string(),
            title: version.publication.title().to_owned(),
            class: class(version.class),
            published: version.published.to_string(),
            basis: match version.published_basis {
                PublishedBasis::Recorded => "witnessed",
                PublishedBasis::Stated => "stated",
            },
            recorded: version.recorded.to_string(),
            note: version.note.clone(),
            because: version.because.clone(),
            approved_by: version.approved_by.clone(),
            record_sha256: version.record_digest.clone(),
            address: history.version_address(home, &version.id).full(base_url),
            change_address: version.previous.as_ref().map(|_| {
                history
                    .change_address(home, Some(&version.id))
                    .full(base_url)
            }),
        })
    });
    rows.collect()
}

fn class(class: Class) -> &'static str {
    match class {
        Class::Update => "update",
        Class::Correction => "correction",
        Class::SignUps => "sign-ups",
    }
}

/// Who takes part in what, as it stands now. A single home is never named.
pub fn sign_ups(site: &AuthoritySite) -> Vec<SignUpRow> {
    let mut rows = Vec::new();
    for (history, shown) in offered(site) {
        for row in shown.publication.sign_ups.iter().flatten() {
            let organisation = shown_organisation(shown.publication, &row.organisation.value);
            rows.push(SignUpRow {
                publication: history.slug.to_string(),
                version: shown.version.map(|version| version.id.to_string()),
                organisation: organisation.slug,
                name: organisation.name,
                sector: organisation.sector.in_words(),
                status: row.status.word(),
                role: row.role.clone(),
                date: row.date.map(|day| day.to_string()),
                signed_version: row.version.as_ref().map(|one| one.value.to_string()),
                commitment: row.commitment.clone(),
            });
        }
    }
    rows
}

/// Where the latest versions stand on the topics of their kinds.
pub fn coverage_rows(site: &AuthoritySite, kinds: &Kinds) -> Vec<CoverageRow> {
    let mut rows = Vec::new();
    for (history, shown) in offered(site).filter(|(history, _)| !history.is_decision()) {
        let (Some(version), Some(kind)) = (shown.version, kinds.get(&shown.publication.kind.value))
        else {
            continue;
        };
        let Some(judged) = history.judged(history.versions.len().saturating_sub(1)) else {
            continue;
        };
        for one in coverage(kind, shown.publication, judged) {
            let (state, because) = state(&one.state);
            rows.push(CoverageRow {
                publication: history.slug.to_string(),
                version: version.id.to_string(),
                judged_on: judged.on.to_string(),
                topic: one.topic.id.clone(),
                label: one.topic.label.clone(),
                level: level(one.topic.level),
                reference: one.topic.reference.clone(),
                asked: one.asked,
                state,
                because,
                confirmed: one.topic.checked_on.clone(),
            });
        }
    }
    rows
}

fn offered(site: &AuthoritySite) -> impl Iterator<Item = (&PublicationHistory, Shown<'_>)> {
    site.publications
        .iter()
        .filter_map(|history| Some((history, history.offered()?)))
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Must => "must",
        Level::Should => "should",
        Level::Good => "good",
    }
}

fn state(state: &CoverageState) -> (&'static str, Option<String>) {
    match state {
        CoverageState::Met(_) => ("met", None),
        CoverageState::Missing => ("missing", None),
        CoverageState::Coming => ("coming", None),
        CoverageState::NotApplicable(because) => ("not applicable", Some(because.clone())),
    }
}
