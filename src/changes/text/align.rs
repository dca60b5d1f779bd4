//! Which block of the old version became which block of the new one.
//!
//! The answer is a list of pairs in order: later blocks never pair with earlier
//! ones (what crosses is a matter for moves). Gaps between sure pairs are split
//! by ever weaker evidence:
//!
//! 1. equal blocks at the ends, and equal blocks that occur once on each side;
//! 2. equal words that occur once on each side, whatever the style and container;
//! 3. rows whose first cell occurs once on each side;
//! 4. only in large gaps: the longest common run of equal blocks, then
//!    fingerprints that occur once on each side;
//! 5. the pairing with the greatest likeness in all, in windows whose size is
//!    capped, so that the time stays near the length of the text.
//!
//! Nothing here looks at a clock: the same texts give the same pairs.

use std::collections::HashMap;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::anchors::heaviest_chain;
use super::likeness::{PAIR, Sketch, likeness};

/// Gaps with more pairs to compare than this are split before their blocks are
/// compared each with each.
const MOST_COMPARISONS: usize = 40_000;

/// A gap with so few blocks on one side is never large.
const FEW_BLOCKS: usize = 8;

/// Shorter blocks are no evidence by themselves that two places belong together.
const LEAST_WORDS: usize = 4;

/// How many kinds of fingerprints are tried in a large gap.
const FINGERPRINTS: u64 = 4;

/// The weight of a pair does not grow beyond so many words.
const MOST_WEIGHT: usize = 60;

/// The weight of being a block at all, in words: to keep several short blocks is
/// better than to keep a long one, which can be told as moved.
const BLOCK_WEIGHT: usize = 8;

/// A pair of places: in the old version and in the new one.
pub(super) type Pair = (usize, usize);

/// Aligns two versions.
pub(super) fn align(old: &[Sketch], new: &[Sketch]) -> Vec<Pair> {
    let mut search = Search {
        old,
        new,
        pairs: Vec::new(),
    };
    let all = Gap {
        old: 0..old.len(),
        new: 0..new.len(),
    };
    let mut gaps = search.trim(all, |a, b| a.line == b.line);
    gaps = search.split(gaps, |block| {
        long_enough(block).then_some(block.line as u64)
    });
    gaps = search.trim_each(gaps, |a, b| a.line == b.line);
    gaps = search.split(gaps, |block| {
        long_enough(block).then_some(block.text as u64)
    });
    gaps = search.trim_each(gaps, Sketch::says_the_same);
    gaps = search.split(gaps, |block| block.key.map(|key| key as u64));
    gaps = search.split_large(gaps, Search::common_run);
    for seed in 0..FINGERPRINTS {
        gaps = search.split_large(gaps, |search, gap| {
            search.anchor(&gap, |block| block.fingerprint(seed))
        });
    }
    for gap in gaps.into_iter().flat_map(windows) {
        search.pair_by_likeness(&gap);
    }
    let mut pairs = search.pairs;
    pairs.sort_unstable();
    pairs
}

fn long_enough(block: &Sketch) -> bool {
    block.word_count() >= LEAST_WORDS
}

/// A stretch of both versions that is not aligned yet.
#[derive(Debug, Clone)]
struct Gap {
    old: Range<usize>,
    new: Range<usize>,
}

impl Gap {
    fn is_open(&self) -> bool {
        !self.old.is_empty() && !self.new.is_empty()
    }

    fn is_large(&self) -> bool {
        let (old, new) = (self.old.len(), self.new.len());
        old.min(new) > FEW_BLOCKS && old.saturating_mul(new) > MOST_COMPARISONS
    }
}

struct Search<'a> {
    old: &'a [Sketch],
    new: &'a [Sketch],
    pairs: Vec<Pair>,
}

impl Search<'_> {
    fn old_in(&self, gap: &Gap) -> &[Sketch] {
        self.old.get(gap.old.clone()).unwrap_or_default()
    }

    fn new_in(&self, gap: &Gap) -> &[Sketch] {
        self.new.get(gap.new.clone()).unwrap_or_default()
    }

    /// Pairs what is equal at both ends of each gap.
    fn trim_each(&mut self, gaps: Vec<Gap>, equal: fn(&Sketch, &Sketch) -> bool) -> Vec<Gap> {
        gaps.into_iter()
            .flat_map(|gap| self.trim(gap, equal))
            .collect()
    }

    /// Pairs what is equal at both ends of a gap; gives back the rest.
    fn trim(&mut self, gap: Gap, equal: fn(&Sketch, &Sketch) -> bool) -> Vec<Gap> {
        let both = self.old_in(&gap).iter().zip(self.new_in(&gap));
        let front = both.take_while(|(a, b)| equal(a, b)).count();
        let rest = Gap {
            old: gap.old.start + front..gap.old.end,
            new: gap.new.start + front..gap.new.end,
        };
        let both = (self.old_in(&rest).iter().rev()).zip(self.new_in(&rest).iter().rev());
        let back = both.take_while(|(a, b)| equal(a, b)).count();
        let rest = Gap {
            old: rest.old.start..rest.old.end - back,
            new: rest.new.start..rest.new.end - back,
        };
        self.pairs
            .extend((gap.old.start..rest.old.start).zip(gap.new.start..rest.new.start));
        self.pairs
            .extend((rest.old.end..gap.old.end).zip(rest.new.end..gap.new.end));
        Vec::from_iter(Some(rest).filter(Gap::is_open))
    }

    /// Splits all gaps where a key occurs once on each side.
    fn split(&mut self, gaps: Vec<Gap>, key: impl Fn(&Sketch) -> Option<u64>) -> Vec<Gap> {
        let mut rest = Vec::new();
        for gap in gaps {
            let found = self.anchor(&gap, &key);
            rest.extend(self.split_at(gap, found));
        }
        rest
    }

    /// Splits the large gaps where `find` finds pairs, and leaves the others.
    fn split_large(&mut self, gaps: Vec<Gap>, find: impl Fn(&Self, Gap) -> Vec<Pair>) -> Vec<Gap> {
        let mut rest = Vec::new();
        for gap in gaps {
            if gap.is_large() {
                let found = find(self, gap.clone());
                rest.extend(self.split_at(gap, found));
            } else {
                rest.push(gap);
            }
        }
        rest
    }

    /// Keeps the pairs found in a gap; gives back the gaps between them.
    fn split_at(&mut self, gap: Gap, found: Vec<Pair>) -> Vec<Gap> {
        let mut rest = Vec::new();
        let (mut old, mut new) = (gap.old.start, gap.new.start);
        for (i, j) in found {
            rest.push(Gap {
                old: old..i,
                new: new..j,
            });
            (old, new) = (i + 1, j + 1);
            self.pairs.push((i, j));
        }
        rest.push(Gap {
            old: old..gap.old.end,
            new: new..gap.new.end,
        });
        rest.retain(Gap::is_open);
        rest
    }

    /// The heaviest chain of pairs in order among the blocks whose key occurs once
    /// on each side of the gap.
    fn anchor(&self, gap: &Gap, key: impl Fn(&Sketch) -> Option<u64>) -> Vec<Pair> {
        let of_old = once(self.old_in(gap), gap.old.start, &key);
        let of_new = once(self.new_in(gap), gap.new.start, &key);
        let mut found = Vec::new();
        for (i, a) in gap.old.clone().zip(self.old_in(gap)) {
            let Some(number) = key(a).filter(|number| of_old.get(number) == Some(&Some(i))) else {
                continue;
            };
            let Some(Some(j)) = of_new.get(&number) else {
                continue;
            };
            let Some(b) = self.new.get(*j) else { continue };
            if likeness(a, b, PAIR).is_some() {
                found.push(((i, *j), weight(a, b) as u64));
            }
        }
        heaviest_chain(&found)
    }

    /// Equal blocks in order, also such as occur often.
    fn common_run(&self, gap: Gap) -> Vec<Pair> {
        let lines = |sketches: &[Sketch]| -> Vec<usize> {
            sketches.iter().map(|sketch| sketch.line).collect()
        };
        let (old, new) = (lines(self.old_in(&gap)), lines(self.new_in(&gap)));
        let mut found = Vec::new();
        for step in capture_diff_slices(Algorithm::Myers, &old, &new) {
            if let DiffOp::Equal {
                old_index,
                new_index,
                len,
            } = step
            {
                let (i, j) = (gap.old.start + old_index, gap.new.start + new_index);
                found.extend((i..i + len).zip(j..j + len));
            }
        }
        found
    }

    /// Of all pairings in order, keeps the one with the greatest likeness in all,
    /// where long blocks count for more.
    fn pair_by_likeness(&mut self, gap: &Gap) {
        let (old, new) = (self.old_in(gap), self.new_in(gap));
        let (rows, columns) = (old.len(), new.len());
        // Filled from the last pair to the first. `below` holds the best sums for
        // the old block after this one, from the last new block to the first.
        let mut steps = Vec::with_capacity(rows * columns);
        let mut below = vec![0; columns + 1];
        for a in old.iter().rev() {
            let mut sums = Vec::with_capacity(columns + 1);
            let mut right = 0;
            sums.push(right);
            for (b, known) in new.iter().rev().zip(below.windows(2)) {
                let [diagonal, under] = known else { break };
                let gain = likeness(a, b, PAIR).map_or(0, |alike| alike * weight(a, b) as u64);
                let (step, sum) = better(gain, *diagonal, *under, right);
                steps.push(step);
                sums.push(sum);
                right = sum;
            }
            below = sums;
        }
        let (mut i, mut j) = (0, 0);
        while i < rows && j < columns {
            let place = (rows - 1 - i) * columns + (columns - 1 - j);
            match steps.get(place) {
                Some(Step::Pair) => {
                    self.pairs.push((gap.old.start + i, gap.new.start + j));
                    (i, j) = (i + 1, j + 1);
                }
                Some(Step::SkipOld) => i += 1,
                Some(Step::SkipNew) | None => j += 1,
            }
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum Step {
    Pair,
    SkipOld,
    SkipNew,
}

/// The best of the three ways on from a place, and its sum.
fn better(gain: u64, diagonal: u64, under: u64, right: u64) -> (Step, u64) {
    let paired = diagonal + gain;
    if gain > 0 && paired >= under && paired >= right {
        (Step::Pair, paired)
    } else if under >= right {
        (Step::SkipOld, under)
    } else {
        (Step::SkipNew, right)
    }
}

fn weight(old: &Sketch, new: &Sketch) -> usize {
    match old.word_count().max(new.word_count()) {
        0 => 1,
        words => BLOCK_WEIGHT + words.min(MOST_WEIGHT),
    }
}

/// For each key, where it stands if it occurs once.
fn once(
    blocks: &[Sketch],
    first: usize,
    key: impl Fn(&Sketch) -> Option<u64>,
) -> HashMap<u64, Option<usize>> {
    let mut places = HashMap::new();
    for (place, block) in (first..).zip(blocks) {
        if let Some(key) = key(block) {
            places
                .entry(key)
                .and_modify(|known| *known = None)
                .or_insert(Some(place));
        }
    }
    places
}

/// Cuts a large gap into windows at the same share of both sides.
fn windows(gap: Gap) -> Vec<Gap> {
    if !gap.is_large() {
        return vec![gap];
    }
    let product = gap.old.len().saturating_mul(gap.new.len());
    let least = product.div_ceil(MOST_COMPARISONS).isqrt() + 1;
    let count = least.min(gap.old.len()).min(gap.new.len());
    let cut = |range: &Range<usize>, place: usize| range.start + range.len() * place / count;
    (0..count)
        .map(|place| Gap {
            old: cut(&gap.old, place)..cut(&gap.old, place + 1),
            new: cut(&gap.new, place)..cut(&gap.new, place + 1),
        })
        .filter(Gap::is_open)
        .collect()
}
