//! The heaviest chain: of pairs that may cross, those to keep in order.

/// Of pairs with weights, sorted by their first place and each place in one pair
/// only, the chain that rises in both places and weighs most.
///
/// Where two sections changed places, this keeps the longer one and leaves the
/// shorter one to be told as moved.
pub(super) fn heaviest_chain(pairs: &[((usize, usize), u64)]) -> Vec<(usize, usize)> {
    let mut ranks: Vec<usize> = pairs.iter().map(|((_, second), _)| *second).collect();
    ranks.sort_unstable();
    let mut best = Prefixes::new(ranks.len());
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (place, ((_, second), weight)) in pairs.iter().enumerate() {
        let rank = ranks.partition_point(|known| known < second);
        let known = best.heaviest(rank);
        before.push(known.map(|chain| chain.last));
        best.add(
            rank,
            Chain {
                weight: weight + known.map_or(0, |chain| chain.weight),
                last: place,
            },
        );
    }
    let mut chain = Vec::new();
    let mut next = best.heaviest(ranks.len()).map(|chain| chain.last);
    while let Some(place) = next {
        chain.extend(pairs.get(place).map(|(pair, _)| *pair));
        next = before.get(place).copied().flatten();
    }
    chain.reverse();
    chain
}

/// A chain by its weight and its last pair.
#[derive(Debug, Clone, Copy)]
struct Chain {
    weight: u64,
    last: usize,
}

/// A Fenwick tree: the heaviest chain that ends before a rank, in logarithmic time.
struct Prefixes {
    nodes: Vec<Option<Chain>>,
}

impl Prefixes {
    fn new(ranks: usize) -> Self {
        Self {
            nodes: vec![None; ranks + 1],
        }
    }

    /// Of the chains that end at a rank below this one, the heaviest.
    fn heaviest(&self, rank: usize) -> Option<Chain> {
        let mut best: Option<Chain> = None;
        let mut node = rank;
        while node > 0 {
            let here = self.nodes.get(node).copied().flatten();
            best = heavier(best, here);
            node -= node & node.wrapping_neg();
        }
        best
    }

    /// Adds a chain that ends at this rank.
    fn add(&mut self, rank: usize, chain: Chain) {
        let mut node = rank + 1;
        while let Some(here) = self.nodes.get_mut(node) {
            *here = heavier(*here, Some(chain));
            node += node & node.wrapping_neg();
        }
    }
}

/// The heavier of two; of equals, the one that came first.
fn heavier(first: Option<Chain>, second: Option<Chain>) -> Option<Chain> {
    match (first, second) {
        (Some(a), Some(b)) => Some(
            if b.weight > a.weight || (b.weight == a.weight && b.last < a.last) {
                b
            } else {
                a
            },
        ),
        (known, None) | (None, known) => known,
    }
}
