//! What the pages of the whole site need of an authority: little, so that authorities can be
//! drawn one after the other and let go.

use std::collections::BTreeMap;

use super::feed::IN_FEED;
use super::{
    Address, AuthoritySite, GivenNotice, PublicationHistory, SignUpSummary, sign_up_summaries,
};
use crate::check::{CoverageState, coverage};
use crate::config::Kinds;
use crate::model::{Class, Day, Moment, NoticeSays};

/// What the pages of the whole site need of an authority.
#[derive(Clone, Debug)]
pub struct Summary {
    /// Its slug.
    pub slug: String,
    /// Its full name.
    pub name: String,
    /// Its short name.
    pub short_name: String,
    /// Whether it is no more.
    pub has_ended: bool,
    /// Whether it offers supports.
    pub has_supports: bool,
    /// Its publications, decisions apart.
    pub publications: Vec<PublicationSummary>,
    /// Its newest updates, newest first.
    pub updates: Vec<UpdateSummary>,
    /// What organisations have signed or been asked to sign.
    pub sign_ups: Vec<SignUpSummary>,
    /// Publications that have moved: their old addresses, and where they are now.
    pub moved: Vec<(Address, String)>,
    /// Its addresses for the sitemap.
    pub addresses: Vec<Address>,
}

/// A publication in brief.
#[derive(Clone, Debug)]
pub struct PublicationSummary {
    /// Its title.
    pub title: String,
    /// Its kind's slug.
    pub kind: String,
    /// Its own address.
    pub address: Address,
    /// The day its latest version was published; `None` for a draft.
    pub published: Option<Day>,
    /// The day its next review is due.
    pub review_due: Option<Day>,
    /// Whether that is past.
    pub is_overdue: bool,
    /// Topics covered (or not applicable), of those asked.
    pub covered: usize,
    /// Topics asked.
    pub asked: usize,
    /// Topics asked and missing.
    pub missing: usize,
    /// Where it stands on each topic of its kind, by the topic's id.
    pub topics: Vec<(String, TopicStanding)>,
}

/// Where a publication stands on a topic, in brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopicStanding {
    /// It is covered.
    Met,
    /// It is asked, and not covered.
    Missing,
    /// It is not covered, and not asked yet.
    Coming,
    /// It does not apply.
    NotApplicable,
}

/// An update in brief.
#[derive(Clone, Debug)]
pub struct UpdateSummary {
    /// The publication's title then.
    pub title: String,
    /// Its kind's slug.
    pub kind: String,
    /// The version's own address.
    pub version: Address,
    /// What it changed; `None` for a first version.
    pub change: Option<Address>,
    /// When it was published.
    pub published: Moment,
    /// When it was recorded.
    pub recorded: Moment,
    /// What sort of update it is.
    pub sort: UpdateSort,
    /// The council's note, or the reason that it gave.
    pub note: String,
}

/// What sort of update something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UpdateSort {
    /// A first version.
    First,
    /// A later version.
    Version(Class),
    /// A withdrawal.
    Withdrawn,
    /// A move to another address.
    Moved,
    /// A part of a version was withheld.
    PartWithheld,
}

/// The newest updates of all kinds together, and of each kind, as many as feeds hold.
fn for_feeds(updates: Vec<UpdateSummary>) -> Vec<UpdateSummary> {
    let mut of_kind: BTreeMap<String, usize> = BTreeMap::new();
    let mut number = 0;
    updates
        .into_iter()
        .filter(|one| {
            number += 1;
            let alike = of_kind.entry(one.kind.clone()).or_default();
            *alike += 1;
            number <= IN_FEED || *alike <= IN_FEED
        })
        .collect()
}

/// An authority in brief.
pub fn summary(site: &AuthoritySite, kinds: &Kinds, addresses: Vec<Address>) -> Summary {
    let mut publications: Vec<PublicationSummary> = site
        .publications
        .iter()
        .filter(|history| !history.is_decision())
        .filter_map(|history| {
            let shown = history.offered()?;
            let published = shown.version.map(crate::model::Version::day);
            let kind = kinds.get(&shown.publication.kind.value);
            let review_due = history.review_due(shown, kinds);
            let topics = kind
                .map(|kind| {
                    coverage(
                        kind,
                        shown.publication,
                        history.judged_on(site.as_at.unwrap_or(Day::LAST)),
                    )
                })
                .unwrap_or_default();
            let missing = topics
                .iter()
                .filter(|one| one.state == CoverageState::Missing)
                .count();
            let asked = topics.iter().filter(|one| one.asked).count();
            Some(PublicationSummary {
                title: shown.publication.title().to_owned(),
                kind: shown.publication.kind.value.clone(),
                address: history.address(&site.address()),
                published,
                review_due,
                is_overdue: !site.has_ended() && is_overdue(review_due, site.as_at),
                covered: asked - missing,
                asked,
                missing,
                topics: topics
                    .iter()
                    .map(|one| (one.topic.id.clone(), standing(&one.state)))
                    .collect(),
            })
        })
        .collect();
    publications.sort_by(|a, b| (&a.kind, &a.title).cmp(&(&b.kind, &b.title)));
    let updates = for_feeds(updates(site));
    Summary {
        slug: site.authority.slug.to_string(),
        name: site.authority.name.clone(),
        short_name: site.authority.short_name.clone(),
        has_ended: site.has_ended(),
        has_supports: !site.supports().is_empty(),
        publications,
        updates,
        sign_ups: sign_up_summaries(site),
        moved: moved(site),
        addresses,
    }
}

fn moved(site: &AuthoritySite) -> Vec<(Address, String)> {
    let home = site.address();
    let moved =
        site.publications
            .iter()
            .filter_map(|history| match &history.ended()?.notice.says {
                NoticeSays::Moved { to } => Some((history.address(&home), to.clone())),
                _ => None,
            });
    moved.collect()
}

fn standing(state: &CoverageState) -> TopicStanding {
    match state {
        CoverageState::Met(_) => TopicStanding::Met,
        CoverageState::Missing => TopicStanding::Missing,
        CoverageState::Coming => TopicStanding::Coming,
        CoverageState::NotApplicable(_) => TopicStanding::NotApplicable,
    }
}

/// Whether a review is past on the day that is looked at.
pub(crate) fn is_overdue(due: Option<Day>, as_at: Option<Day>) -> bool {
    matches!((due, as_at), (Some(due), Some(as_at)) if due < as_at)
}

/// Everything an authority published, newest first.
pub(crate) fn updates(site: &AuthoritySite) -> Vec<UpdateSummary> {
    let home = site.address();
    let mut updates: Vec<UpdateSummary> = site
        .publications
        .iter()
        .flat_map(|history| {
            let home = &home;
            history.versions.iter().map(move |version| UpdateSummary {
                title: version.publication.title().to_owned(),
                kind: version.publication.kind.value.clone(),
                version: history.version_address(home, &version.id),
                change: version
                    .previous
                    .as_ref()
                    .map(|_| history.change_address(home, Some(&version.id))),
                published: version.published,
                recorded: version.recorded,
                sort: match version.previous {
                    None => UpdateSort::First,
                    Some(_) => UpdateSort::Version(version.class),
                },
                note: version.note.clone(),
            })
        })
        .collect();
    for history in &site.publications {
        updates.extend(
            history
                .notices
                .iter()
                .map(|given| notice(&home, history, given)),
        );
    }
    updates.sort_by(|a, b| {
        (b.published, &a.title, &a.version).cmp(&(a.published, &b.title, &b.version))
    });
    updates
}

/// A notice as an update: it leads to where the record tells of it.
fn notice(home: &Address, history: &PublicationHistory, given: &GivenNotice) -> UpdateSummary {
    let shown = history.shown().map(|shown| shown.publication);
    UpdateSummary {
        title: shown.map_or_else(|| history.slug.to_string(), |one| one.title().to_owned()),
        kind: shown.map_or_else(String::new, |one| one.kind.value.clone()),
        version: home.page("record").file(&format!("#{}", given.id())),
        change: None,
        published: given.notice.recorded,
        recorded: given.notice.recorded,
        sort: match given.notice.says {
            NoticeSays::Withdrawn => UpdateSort::Withdrawn,
            NoticeSays::Moved { .. } => UpdateSort::Moved,
            NoticeSays::Withheld { .. } => UpdateSort::PartWithheld,
        },
        note: given.notice.reason.clone(),
    }
}
