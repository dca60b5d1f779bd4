//! When publications are to be looked at again.

use super::{Address, AuthoritySite, PublicationHistory};
use crate::config::Kinds;
use crate::model::{Day, Moment, Version};

/// Reviews due within this many days are told ahead.
pub const SOON: i32 = 60;

/// How near a review is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// Its day has passed.
    Overdue,
    /// It is due within [`SOON`] days.
    Soon,
    /// It is due later.
    Later,
    /// Nobody has set a day.
    NeverSet,
}

/// How near a review is on a day.
pub fn nearness(due: Option<Day>, on: Option<Day>) -> Nearness {
    match (due, on) {
        (None, _) => Nearness::NeverSet,
        (Some(_), None) => Nearness::Later,
        (Some(due), Some(on)) if due < on => Nearness::Overdue,
        (Some(due), Some(on)) if on.days_until(due) <= SOON => Nearness::Soon,
        (Some(_), Some(_)) => Nearness::Later,
    }
}

/// When a publication is to be looked at again.
#[derive(Clone, Debug)]
pub struct ReviewDue {
    /// The publication's slug.
    pub publication: String,
    /// Its title.
    pub title: String,
    /// Its kind, in words.
    pub kind: String,
    /// Its own address.
    pub address: Address,
    /// The role that keeps it right.
    pub owner: Option<String>,
    /// The day its latest version was published.
    pub published: Option<Day>,
    /// When its latest version was recorded.
    pub recorded: Option<Moment>,
    /// The day by which it is to be looked at.
    pub due: Option<Day>,
    /// How near that is.
    pub nearness: Nearness,
}

/// All reviews of an authority, the most pressing first. Decisions are of a day, and nobody
/// reviews them; nor what a council published that is no more.
pub fn reviews(site: &AuthoritySite, kinds: &Kinds) -> Vec<ReviewDue> {
    if site.has_ended() {
        return Vec::new();
    }
    let mut list: Vec<ReviewDue> = site
        .publications
        .iter()
        .filter(|history| !history.is_decision())
        .filter_map(|history| review(site, history, kinds))
        .collect();
    list.sort_by(|a, b| (a.nearness, a.due, &a.title).cmp(&(b.nearness, b.due, &b.title)));
    list
}

fn review(site: &AuthoritySite, history: &PublicationHistory, kinds: &Kinds) -> Option<ReviewDue> {
    let shown = history.offered()?;
    let kind = kinds.get(&shown.publication.kind.value);
    let published = shown.version.map(Version::day);
    let due = history.review_due(shown, kinds);
    Some(ReviewDue {
        publication: history.slug.to_string(),
        title: shown.publication.title().to_owned(),
        kind: kind.map_or_else(
            || shown.publication.kind.value.clone(),
            |kind| kind.label.clone(),
        ),
        address: history.address(&site.address()),
        owner: shown.publication.control.owner.clone(),
        published,
        recorded: shown.version.map(|version| version.recorded),
        due,
        nearness: nearness(due, site.as_at),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_review_is_overdue_from_the_day_after() {
        let day = |text: &str| text.parse::<Day>().ok();
        let due = day("2026-07-01");
        assert_eq!(nearness(due, day("2026-07-02")), Nearness::Overdue);
        assert_eq!(nearness(due, day("2026-07-01")), Nearness::Soon);
        assert_eq!(nearness(due, day("2026-05-02")), Nearness::Soon);
        assert_eq!(nearness(due, day("2026-05-01")), Nearness::Later);
        assert_eq!(nearness(None, day("2026-05-01")), Nearness::NeverSet);
        assert_eq!(nearness(due, None), Nearness::Later);
    }
}
