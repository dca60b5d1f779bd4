//! Where an organisation stands towards a publication, and what the whole site needs of it.

use std::collections::BTreeMap;

use super::{Address, AuthoritySite, PublicationHistory, Shown, SignedText};
use crate::model::{Day, Organisation, Publication, Sector, SignUp, SignUpStatus};

/// Where an organisation stands towards the text that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It signed this text.
    SignedThis,
    /// It signed this text, in which mistakes have been mended since.
    SignedBeforeCorrection,
    /// It signed another text, and is to be asked again.
    SignedEarlier,
    /// It signed, and is no more: nobody can ask it again.
    SignedAndCeased,
    /// It has said that it will take part.
    Agreed,
    /// It has been, or is to be, asked.
    Invited,
    /// It has left.
    Withdrawn,
}

impl Standing {
    /// All of them, in the order in which readers see them.
    pub const ALL: [Self; 7] = [
        Self::SignedThis,
        Self::SignedBeforeCorrection,
        Self::SignedEarlier,
        Self::SignedAndCeased,
        Self::Agreed,
        Self::Invited,
        Self::Withdrawn,
    ];
}

/// Where a row of a register stands. A signature on an older text never reads as one on this.
pub fn standing(row: &SignUp, history: &PublicationHistory, shown: Shown<'_>) -> Standing {
    match row.status {
        SignUpStatus::Signed if had_ceased(row, history, shown) => Standing::SignedAndCeased,
        SignUpStatus::Signed => match &row.version {
            Some(signed) => match history.signed_text(&signed.value, shown) {
                SignedText::This => Standing::SignedThis,
                SignedText::BeforeCorrection => Standing::SignedBeforeCorrection,
                SignedText::Earlier => Standing::SignedEarlier,
            },
            None => Standing::SignedEarlier,
        },
        SignUpStatus::Agreed => Standing::Agreed,
        SignUpStatus::Invited => Standing::Invited,
        SignUpStatus::Withdrawn => Standing::Withdrawn,
    }
}

/// Whether an organisation was no more when the version that is shown was published.
fn had_ceased(row: &SignUp, history: &PublicationHistory, shown: Shown<'_>) -> bool {
    let ceased = shown_organisation(shown.publication, &row.organisation.value).ceased;
    let version = shown.version.or(history.latest());
    let on = version.map(crate::model::Version::day);
    matches!((ceased, on), (Some(ceased), Some(on)) if ceased <= on)
}

/// An organisation as readers see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownOrganisation {
    /// The last part of the address of its page.
    pub slug: String,
    /// Its name; for a single home, the name of its provider.
    pub name: String,
    /// "one of its children’s homes", for a single home.
    pub remark: Option<&'static str>,
    /// What it is.
    pub organisation_type: String,
    /// Its sector.
    pub sector: Sector,
    /// Its website.
    pub website: Option<String>,
    /// The day it ceased.
    pub ceased: Option<Day>,
    /// The slugs and names of the bodies that took over from it.
    pub succeeded_by: Vec<(String, String)>,
}

/// The organisation that a publication's register names. A single home is never named: its
/// provider stands in for it.
pub fn shown_organisation(publication: &Publication, slug: &str) -> ShownOrganisation {
    let find = |slug: &str| {
        publication
            .organisations
            .iter()
            .find(|one| one.slug == slug)
    };
    let own = find(slug);
    let provider = own.and_then(|one| one.provider.as_deref());
    let shown = provider.map_or(own, find);
    let succeeded_by = shown
        .into_iter()
        .flat_map(|one| &one.succeeded_by)
        .map(|next| {
            let name = find(next).map_or(next.as_str(), |one: &Organisation| one.name.as_str());
            (next.clone(), name.to_owned())
        })
        .collect();
    ShownOrganisation {
        slug: provider.unwrap_or(slug).to_owned(),
        name: shown.map_or_else(
            || provider.unwrap_or(slug).to_owned(),
            |one| one.name.clone(),
        ),
        remark: provider.map(|_| "one of its children’s homes"),
        organisation_type: shown.map_or_else(String::new, |one| one.organisation_type.clone()),
        sector: shown.map_or(Sector::Other, |one| one.sector),
        website: shown.and_then(|one| one.website.clone()),
        ceased: shown.and_then(|one| one.ceased),
        succeeded_by,
    }
}

/// What an organisation's page tells of one publication.
#[derive(Clone, Debug)]
pub struct SignUpSummary {
    /// The organisation.
    pub organisation: ShownOrganisation,
    /// The publication's title.
    pub title: String,
    /// Its kind's slug.
    pub kind: String,
    /// Its own address.
    pub address: Address,
    /// Where the organisation stands now; `None` where it is in the register no more, or the
    /// publication is offered no more.
    pub now: Option<(Standing, SignUp)>,
    /// What it signed before: the version's page, the day of the version, and the row.
    pub before: Vec<(Address, Day, SignUp)>,
}

/// What the organisations of an authority have signed or been asked to sign, in any version.
pub fn sign_up_summaries(site: &AuthoritySite) -> Vec<SignUpSummary> {
    site.publications
        .iter()
        .flat_map(|history| of_publication(site, history))
        .collect()
}

fn of_publication(site: &AuthoritySite, history: &PublicationHistory) -> Vec<SignUpSummary> {
    let home = site.address();
    let Some(latest) = history.shown() else {
        return Vec::new();
    };
    let summary = |publication: &Publication, row: &SignUp| SignUpSummary {
        organisation: shown_organisation(publication, &row.organisation.value),
        title: latest.publication.title().to_owned(),
        kind: latest.publication.kind.value.clone(),
        address: history.address(&home),
        now: None,
        before: Vec::new(),
    };
    let mut by_organisation: BTreeMap<&str, SignUpSummary> = BTreeMap::new();
    if let Some(shown) = history.offered() {
        for row in shown.publication.sign_ups.iter().flatten() {
            let mut one = summary(shown.publication, row);
            one.now = Some((standing(row, history, shown), row.clone()));
            by_organisation.insert(&row.organisation.value, one);
        }
    }
    for version in history.versions.iter().rev() {
        for row in version.publication.sign_ups.iter().flatten() {
            let one = by_organisation
                .entry(&row.organisation.value)
                .or_insert_with(|| summary(&version.publication, row));
            note_earlier(one, row, history, &home);
        }
    }
    by_organisation.into_values().collect()
}

/// Remembers a signature that is not the one in force.
fn note_earlier(
    summary: &mut SignUpSummary,
    row: &SignUp,
    history: &PublicationHistory,
    home: &Address,
) {
    let Some(signed) = row.version.as_ref().map(|version| &version.value) else {
        return;
    };
    let is_same = |other: &SignUp| {
        other.version.as_ref().map(|version| &version.value) == Some(signed)
            && other.date == row.date
    };
    let is_known = summary.now.as_ref().is_some_and(|(_, now)| is_same(now))
        || summary.before.iter().any(|(.., other)| is_same(other));
    if row.status == SignUpStatus::Signed && !is_known {
        let address = match history.versions.iter().any(|one| one.id == *signed) {
            true => history.version_address(home, signed),
            false => history.address(home).page("versions"),
        };
        summary.before.push((address, signed.day(), row.clone()));
    }
}
