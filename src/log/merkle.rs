//! The Merkle tree over a log's entries (RFC 6962, section 2.1).

use sha2::{Digest, Sha256};

/// SHA-256 of something.
pub type Hash = [u8; 32];

/// The hash of an entry.
pub fn leaf_hash(entry: &[u8]) -> Hash {
    let mut hasher = Sha256::new();
    hasher.update([0]);
    hasher.update(entry);
    hasher.finalize().into()
}

/// The hash of two hashes.
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    let mut hasher = Sha256::new();
    hasher.update([1]);
    hasher.update(left);
    hasher.update(right);
    hasher.finalize().into()
}

/// The root of a log without entries.
pub fn root_of_nothing() -> Hash {
    Sha256::digest([]).into()
}

/// A tree with the hash of every whole subtree, so that proofs for all entries share them.
#[derive(Clone, Debug)]
pub struct Tree {
    /// `levels[k][i]` covers the entries from `i * 2^k` to before `(i + 1) * 2^k`.
    levels: Vec<Vec<Hash>>,
}

impl Tree {
    /// The tree over leaf hashes, in order.
    pub fn new(leaves: Vec<Hash>) -> Self {
        let mut levels = vec![leaves];
        while let Some(below) = levels.last().filter(|level| level.len() > 1) {
            let above = below
                .as_chunks::<2>()
                .0
                .iter()
                .map(|[left, right]| node_hash(left, right))
                .collect();
            levels.push(above);
        }
        Self { levels }
    }

    /// The tree over entries, in order.
    pub fn of_entries<'e>(entries: impl IntoIterator<Item = &'e [u8]>) -> Self {
        Self::new(entries.into_iter().map(leaf_hash).collect())
    }

    /// How many entries there are.
    pub fn size(&self) -> u64 {
        self.levels.first().map_or(0, Vec::len) as u64
    }

    /// The hashes of whole subtrees of `2^level` entries.
    pub fn whole_subtrees(&self, level: usize) -> &[Hash] {
        self.levels.get(level).map_or(&[], Vec::as_slice)
    }

    /// The root over the first `size` entries. `None` where there are not so many.
    pub fn root_at(&self, size: u64) -> Option<Hash> {
        if size == 0 {
            return Some(root_of_nothing());
        }
        self.range(0, size)
    }

    /// The root over all entries.
    pub fn root(&self) -> Hash {
        self.root_at(self.size()).unwrap_or_else(root_of_nothing)
    }

    /// Proof that the entry at `index` is among the first `size` ones (RFC 6962, section 2.1.1).
    /// `None` where it is not.
    pub fn inclusion(&self, index: u64, size: u64) -> Option<Vec<Hash>> {
        if index >= size || size > self.size() {
            return None;
        }
        let mut path = Vec::new();
        let (mut start, mut end) = (0, size);
        while end - start > 1 {
            let middle = start + split(end - start);
            if index < middle {
                path.push(self.range(middle, end)?);
                end = middle;
            } else {
                path.push(self.range(start, middle)?);
                start = middle;
            }
        }
        path.reverse();
        Some(path)
    }

    /// Proof that the first `old` entries are the start of the first `new` ones (RFC 6962, section
    /// 2.1.2). Empty where one is empty or both are the same.
    pub fn consistency(&self, old: u64, new: u64) -> Option<Vec<Hash>> {
        if old > new || new > self.size() {
            return None;
        }
        if old == 0 || old == new {
            return Some(Vec::new());
        }
        let mut path = Vec::new();
        let (mut start, mut end) = (0, new);
        // Whether the old tree is exactly what is left: then its root is known to the reader.
        let mut is_whole = true;
        while end != old {
            let middle = start + split(end - start);
            if old <= middle {
                path.push(self.range(middle, end)?);
                end = middle;
            } else {
                path.push(self.range(start, middle)?);
                start = middle;
                is_whole = false;
            }
        }
        if !is_whole {
            path.push(self.range(start, end)?);
        }
        path.reverse();
        Some(path)
    }

    /// The hash over a range that is a subtree of a tree over the first `end` entries.
    fn range(&self, start: u64, end: u64) -> Option<Hash> {
        let length = end.checked_sub(start).filter(|length| *length > 0)?;
        if length.is_power_of_two() {
            let level = length.trailing_zeros() as usize;
            let at = usize::try_from(start >> level).ok()?;
            return self.levels.get(level)?.get(at).copied();
        }
        let middle = start + split(length);
        Some(node_hash(
            &self.range(start, middle)?,
            &self.range(middle, end)?,
        ))
    }
}

/// The largest power of two below a length of at least two.
pub(super) fn split(length: u64) -> u64 {
    match length {
        0 | 1 => 0,
        _ => 1 << (63 - (length - 1).leading_zeros()),
    }
}
