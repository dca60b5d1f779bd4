//! The ways in which readers look for supports: by topic, age, situation, arrangement and right.
//!
//! Which pages there are follows from every support that was ever offered, so that no address
//! goes away; what they list is what is offered now.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::{Address, AuthoritySite};
use crate::model::{Basis, CareLeaverStatus, KinshipArrangement, Support, slug_from_text};

/// Ages as readers look for them: the last part of the address, and the first and last age.
const AGES: [(&str, i64, i64); 5] = [
    ("under-16", 0, 15),
    ("16-and-17", 16, 17),
    ("18-to-20", 18, 20),
    ("21-to-24", 21, 24),
    ("25-and-over", 25, 200),
];

/// A way of looking for supports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FacetSort {
    /// By age.
    Age,
    /// By status under the Children Act 1989.
    LeavingCare,
    /// By the arrangement in which a child lives with relatives or friends.
    Kinship,
    /// By topic.
    Topic,
    /// By situation.
    Situation,
    /// By whether it is a legal right.
    Right,
}

impl FacetSort {
    /// Part of the addresses; no support can have that name.
    pub const ALL: [(&'static str, Self); 6] = [
        ("age", Self::Age),
        ("leaving-care", Self::LeavingCare),
        ("kinship", Self::Kinship),
        ("topic", Self::Topic),
        ("situation", Self::Situation),
        ("right", Self::Right),
    ];

    /// Part of the addresses.
    pub fn word(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(_, sort)| *sort == self)
            .map_or("", |(word, _)| word)
    }
}

/// One thing that readers look for: "age 16 and 17", "special guardianship". Known by its
/// address: "Starting work" and "starting work" are one.
#[derive(Clone, Debug)]
pub struct Facet {
    /// In which way.
    pub sort: FacetSort,
    /// Its place among those of its sort, before the name decides.
    order: usize,
    /// The last part of its address; for a topic, the topic's id.
    pub slug: String,
    /// The words of the council, where they are its own.
    pub words: String,
}

impl PartialEq for Facet {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Facet {}

impl PartialOrd for Facet {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Facet {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.sort, self.order, &self.slug).cmp(&(other.sort, other.order, &other.slug))
    }
}

impl Facet {
    fn new(sort: FacetSort, order: usize, words: &str) -> Self {
        Self {
            sort,
            order,
            slug: slug_from_text(words),
            words: words.to_owned(),
        }
    }

    /// Its page, below the list of supports.
    fn address(&self, supports: &Address) -> Address {
        supports.page(self.sort.word()).page(&self.slug)
    }
}

/// Everything that a reader may find a support by.
fn facets_of(support: &Support) -> BTreeSet<Facet> {
    let mut facets = BTreeSet::new();
    for topic in &support.topics {
        facets.insert(Facet {
            slug: topic.value.clone(),
            ..Facet::new(FacetSort::Topic, 0, &topic.value)
        });
    }
    // A support that says nothing of age is for every age, and found without one.
    if support.age_from.is_some() || support.age_to.is_some() {
        for (order, (words, from, to)) in AGES.iter().enumerate() {
            let is_for = support.age_from.is_none_or(|least| least <= *to)
                && support.age_to.is_none_or(|most| most >= *from);
            if is_for {
                facets.insert(Facet::new(FacetSort::Age, order, words));
            }
        }
    }
    for words in &support.situations {
        facets.insert(Facet::new(FacetSort::Situation, 0, words));
    }
    for (order, (words, status)) in CareLeaverStatus::ALL.iter().enumerate() {
        if support.care_leaver_status.contains(status) {
            facets.insert(Facet::new(FacetSort::LeavingCare, order, words));
        }
    }
    for (order, (words, arrangement)) in KinshipArrangement::ALL.iter().enumerate() {
        if support.kinship_arrangement.contains(arrangement) {
            facets.insert(Facet::new(FacetSort::Kinship, order, words));
        }
    }
    let (order, words) = match support.basis {
        Basis::Law => (0, "law"),
        Basis::Discretionary => (1, "discretionary"),
    };
    facets.insert(Facet::new(FacetSort::Right, order, words));
    facets.retain(|facet| !facet.slug.is_empty());
    facets
}

/// The facets of an authority's supports.
#[derive(Clone, Debug, Default)]
pub struct Facets {
    /// Those that any support ever had.
    ever: BTreeSet<Facet>,
    /// Pairs that tell more than each of the two alone, over everything that was ever offered.
    pairs: BTreeSet<(Facet, Facet)>,
    /// What is offered now, by the places of publication and support, and its facets.
    offered: Vec<((usize, usize), BTreeSet<Facet>)>,
}

impl Facets {
    /// The facets of everything an authority offers or offered.
    pub fn of(site: &AuthoritySite) -> Self {
        let mut ever: Vec<BTreeSet<Facet>> = Vec::new();
        for history in &site.publications {
            let shown = history.shown().map(|shown| shown.publication);
            let versions = history.versions.iter().map(|one| &one.publication);
            for publication in versions.chain(shown) {
                ever.extend(publication.supports.iter().map(facets_of));
            }
        }
        ever.sort();
        ever.dedup();
        let offered = site
            .supports()
            .into_iter()
            .filter_map(|(publication, support)| {
                let shown = site.publications.get(publication)?.offered()?;
                let one = shown.publication.supports.get(support)?;
                Some(((publication, support), facets_of(one)))
            })
            .collect();
        Self {
            pairs: useful_pairs(&ever),
            ever: ever.into_iter().flatten().collect(),
            offered,
        }
    }

    /// All that ever were.
    pub fn all(&self) -> impl Iterator<Item = &Facet> {
        self.ever.iter()
    }

    /// All pairs.
    pub fn pairs(&self) -> impl Iterator<Item = &(Facet, Facet)> {
        self.pairs.iter()
    }

    /// Those of a sort under which something is offered now, with how much.
    pub fn offered(&self, sort: FacetSort) -> Vec<(&Facet, usize)> {
        let of_sort = self.ever.iter().filter(|one| one.sort == sort);
        of_sort
            .map(|one| (one, self.supports(&[one]).len()))
            .filter(|(_, number)| *number > 0)
            .collect()
    }

    /// Those that narrow down what stands under a facet, with how much is left.
    pub fn narrower(&self, facet: &Facet) -> Vec<(&Facet, usize)> {
        self.pairs
            .iter()
            .filter_map(|(a, b)| match (a == facet, b == facet) {
                (true, _) => Some(b),
                (_, true) => Some(a),
                _ => None,
            })
            .map(|other| (other, self.supports(&[facet, other]).len()))
            .filter(|(_, number)| *number > 0)
            .collect()
    }

    /// What is offered now to people of any age, and has all of some facets but the age; nothing
    /// where no age is among them.
    pub fn of_any_age(&self, facets: &[&Facet]) -> Vec<(usize, usize)> {
        let (ages, others): (Vec<&Facet>, Vec<&Facet>) =
            facets.iter().partition(|one| one.sort == FacetSort::Age);
        if ages.is_empty() {
            return Vec::new();
        }
        self.offered
            .iter()
            .filter(|(_, own)| {
                others.iter().all(|facet| own.contains(*facet))
                    && own.iter().all(|one| one.sort != FacetSort::Age)
            })
            .map(|(place, _)| *place)
            .collect()
    }

    /// What is offered now and has all of some facets.
    pub fn supports(&self, facets: &[&Facet]) -> Vec<(usize, usize)> {
        self.offered
            .iter()
            .filter(|(_, own)| facets.iter().all(|facet| own.contains(*facet)))
            .map(|(place, _)| *place)
            .collect()
    }
}

/// Pairs of different sorts that some support has, and that leave out something of each: what
/// was ever offered only grows, so a pair stays useful for good.
fn useful_pairs(ever: &[BTreeSet<Facet>]) -> BTreeSet<(Facet, Facet)> {
    let mut alone: BTreeMap<&Facet, usize> = BTreeMap::new();
    let mut together: BTreeMap<(&Facet, &Facet), usize> = BTreeMap::new();
    for facets in ever {
        for one in facets {
            *alone.entry(one).or_default() += 1;
            for other in facets.iter().filter(|other| other.sort > one.sort) {
                *together.entry((one, other)).or_default() += 1;
            }
        }
    }
    let number = |one: &Facet| alone.get(one).copied().unwrap_or(0);
    together
        .into_iter()
        .filter(|((a, b), both)| *both < number(a) && *both < number(b))
        .map(|((a, b), _)| (a.clone(), b.clone()))
        .collect()
}

/// The page of a facet.
pub(crate) fn facet_address(authority: &Address, facet: &Facet) -> Address {
    facet.address(&authority.page("supports"))
}

/// The page of two facets.
pub(crate) fn pair_address(authority: &Address, a: &Facet, b: &Facet) -> Address {
    let (first, second) = if a <= b { (a, b) } else { (b, a) };
    second.address(&facet_address(authority, first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_one_address_is_one() {
        let upper = Facet::new(FacetSort::Situation, 0, "Starting work");
        let lower = Facet::new(FacetSort::Situation, 0, "starting work");
        assert_eq!(upper, lower);
        assert_eq!(BTreeSet::from([upper, lower]).len(), 1);
    }

    #[test]
    fn no_support_can_take_the_place_of_a_list() {
        for (word, _) in FacetSort::ALL {
            assert!(crate::check::RESERVED_IN_SUPPORTS.contains(&word));
        }
    }

    #[test]
    fn a_pair_is_useful_where_it_leaves_out_something_of_each() {
        let age = Facet::new(FacetSort::Age, 1, "16-and-17");
        let work = Facet::new(FacetSort::Situation, 0, "work");
        let home = Facet::new(FacetSort::Situation, 0, "home");
        let set = |facets: &[&Facet]| facets.iter().map(|one| (*one).clone()).collect();
        let pairs = useful_pairs(&[
            set(&[&age, &work]),
            set(&[&age]),
            set(&[&work]),
            set(&[&age, &home]),
        ]);
        assert_eq!(pairs, BTreeSet::from([(age, work)]));
    }
}
