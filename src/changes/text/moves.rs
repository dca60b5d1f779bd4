//! Blocks that were not changed where they stand but moved.
//!
//! Of the blocks without a partner, these count as moved:
//!
//! 1. stretches of equal blocks with a dozen words or more in all, so that a list
//!    or a table moves as a whole;
//! 2. blocks of a dozen words or more that are at least 80 % alike, the most alike
//!    first.
//!
//! Below that, "moved" would be a guess: short texts recur by chance.

use std::collections::HashMap;

use super::align::Pair;
use super::likeness::{Sketch, likeness};

/// Fewer words than this never count as moved.
const LEAST_WORDS: usize = 12;

/// Moved blocks are at least this alike, in thousandths.
const ALIKE: u64 = 800;

/// With more pairs than this, only blocks with an equal fingerprint are compared.
const MOST_COMPARISONS: usize = 40_000;

/// How many kinds of fingerprints find candidates.
const FINGERPRINTS: u64 = 8;

/// At most so many candidates are tried for one text or fingerprint.
const MOST_CANDIDATES: usize = 8;

/// A stretch grows no longer than this before it has a dozen words.
const LONGEST_WORDLESS: usize = 32;

/// Finds moves among the blocks that no pair holds, sorted by the new place.
pub(super) fn find(old: &[Sketch], new: &[Sketch], pairs: &[Pair]) -> Vec<Pair> {
    let mut search = Search {
        old,
        new,
        old_is_free: vec![true; old.len()],
        new_is_free: vec![true; new.len()],
        moves: Vec::new(),
    };
    for (i, j) in pairs {
        search.take(*i, *j);
    }
    search.moved_stretches();
    search.moved_blocks();
    let mut moves = search.moves;
    moves.sort_unstable_by_key(|(i, j)| (*j, *i));
    moves
}

struct Search<'a> {
    old: &'a [Sketch],
    new: &'a [Sketch],
    old_is_free: Vec<bool>,
    new_is_free: Vec<bool>,
    moves: Vec<Pair>,
}

impl Search<'_> {
    fn take(&mut self, i: usize, j: usize) {
        if let Some(free) = self.old_is_free.get_mut(i) {
            *free = false;
        }
        if let Some(free) = self.new_is_free.get_mut(j) {
            *free = false;
        }
    }

    fn keep(&mut self, i: usize, j: usize) {
        self.take(i, j);
        self.moves.push((i, j));
    }

    /// The old block and the new one, if both are still without a partner.
    fn free_pair(&self, i: usize, j: usize) -> Option<(&Sketch, &Sketch)> {
        let is_free = *self.old_is_free.get(i)? && *self.new_is_free.get(j)?;
        if is_free {
            self.old.get(i).zip(self.new.get(j))
        } else {
            None
        }
    }

    fn free_old(&self) -> Vec<usize> {
        free(&self.old_is_free)
    }

    fn free_new(&self) -> Vec<usize> {
        free(&self.new_is_free)
    }

    fn moved_stretches(&mut self) {
        let mut places: HashMap<usize, Vec<usize>> = HashMap::new();
        for j in self.free_new() {
            if let Some(block) = self.new.get(j) {
                let known = places.entry(block.text).or_default();
                if known.len() < MOST_CANDIDATES {
                    known.push(j);
                }
            }
        }
        for i in self.free_old() {
            let text = self.old.get(i).map(|block| block.text);
            let candidates = text.and_then(|text| places.get(&text));
            let longest = candidates
                .into_iter()
                .flatten()
                .map(|j| (self.stretch(i, *j), *j))
                .max_by_key(|((words, length), j)| (*words, *length, std::cmp::Reverse(*j)));
            if let Some(((words, length), j)) = longest
                && words >= LEAST_WORDS
            {
                for step in 0..length {
                    self.keep(i + step, j + step);
                }
            }
        }
    }

    /// How many words and blocks are equal from here on.
    fn stretch(&self, i: usize, j: usize) -> (usize, usize) {
        let (mut words, mut length) = (0, 0);
        while let Some((a, b)) = self.free_pair(i + length, j + length)
            && a.says_the_same(b)
            && (words >= LEAST_WORDS || length < LONGEST_WORDLESS)
        {
            words += a.word_count();
            length += 1;
        }
        (words, length)
    }

    fn moved_blocks(&mut self) {
        let long = |blocks: &[Sketch], places: Vec<usize>| -> Vec<usize> {
            let is_long = |place: &usize| {
                blocks
                    .get(*place)
                    .is_some_and(|block| block.word_count() >= LEAST_WORDS)
            };
            places.into_iter().filter(is_long).collect()
        };
        let old = long(self.old, self.free_old());
        let new = long(self.new, self.free_new());
        let mut candidates = if old.len().saturating_mul(new.len()) <= MOST_COMPARISONS {
            all_pairs(&old, &new)
        } else {
            self.pairs_with_fingerprint(&old, &new)
        };
        candidates.sort_unstable();
        candidates.dedup();
        let mut alike: Vec<(u64, Pair)> = candidates
            .into_iter()
            .filter_map(|(i, j)| {
                let (a, b) = self.free_pair(i, j)?;
                Some((likeness(a, b, ALIKE)?, (i, j)))
            })
            .collect();
        alike.sort_by_key(|(alike, pair)| (std::cmp::Reverse(*alike), *pair));
        for (_, (i, j)) in alike {
            if self.free_pair(i, j).is_some() {
                self.keep(i, j);
            }
        }
    }

    fn pairs_with_fingerprint(&self, old: &[usize], new: &[usize]) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for seed in 0..FINGERPRINTS {
            let mut places: HashMap<u64, Vec<usize>> = HashMap::new();
            for j in new {
                if let Some(print) = self.new.get(*j).and_then(|b| b.fingerprint(seed)) {
                    let known = places.entry(print).or_default();
                    if known.len() < MOST_CANDIDATES {
                        known.push(*j);
                    }
                }
            }
            for i in old {
                let print = self.old.get(*i).and_then(|b| b.fingerprint(seed));
                let known = print.and_then(|print| places.get(&print));
                pairs.extend(known.into_iter().flatten().map(|j| (*i, *j)));
            }
        }
        pairs
    }
}

fn free(is_free: &[bool]) -> Vec<usize> {
    let places = is_free.iter().enumerate();
    places
        .filter(|(_, free)| **free)
        .map(|(place, _)| place)
        .collect()
}

fn all_pairs(old: &[usize], new: &[usize]) -> Vec<Pair> {
    old.iter()
        .flat_map(|i| new.iter().map(|j| (*i, *j)))
        .collect()
}
