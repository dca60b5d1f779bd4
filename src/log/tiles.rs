//! The tree and the entries as files (C2SP tlog-tiles): 256 to a file, each of which never
//! changes once it is full.

use super::merkle::{Hash, Tree};

/// How many hashes or entries a full file has.
const FULL: u64 = 256;

/// A file of the log, by its path below `tile/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TileFile {
    /// `0/x001/234`, `entries/000.p/17`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The path of a tile below `tile/`: `level` is a number or `entries`; a width below 256 makes it
/// a partial one.
pub fn path(level: &str, index: u64, width: u64) -> String {
    let mut name = format!("{:03}", index % 1000);
    let mut rest = index / 1000;
    while rest > 0 {
        name = format!("x{:03}/{name}", rest % 1000);
        rest /= 1000;
    }
    match width {
        FULL => format!("{level}/{name}"),
        _ => format!("{level}/{name}.p/{width}"),
    }
}

/// Where each tile of one level of a log stands: its path, and the places of its first and of the
/// one after its last hash.
pub fn tiles_of_level(level: u32, size: u64) -> Vec<(String, u64, u64)> {
    let hashes = size.checked_shr(8 * level).unwrap_or(0);
    ranges(&level.to_string(), hashes)
}

/// Where each bundle of entries stands.
pub fn bundles(size: u64) -> Vec<(String, u64, u64)> {
    ranges("entries", size)
}

fn ranges(level: &str, count: u64) -> Vec<(String, u64, u64)> {
    (0..count.div_ceil(FULL))
        .map(|index| {
            let start = index * FULL;
            let end = count.min(start + FULL);
            (path(level, index, end - start), start, end)
        })
        .collect()
}

/// Partial tiles of earlier sizes that no full tile has replaced yet: whoever has a checkpoint of
/// such a size can still read its tree.
pub fn earlier(tree: &Tree, sizes: &[u64]) -> Vec<TileFile> {
    let mut files = Vec::new();
    for level in 0..8_u32 {
        let hashes = tree.whole_subtrees(8 * level as usize);
        let is_full = |index: u64| hashes.len() as u64 >= (index + 1) * FULL;
        for size in sizes.iter().filter(|size| **size < tree.size()) {
            let Some((path, start, end)) = tiles_of_level(level, *size).pop() else {
                continue;
            };
            let (Ok(from), Ok(to)) = (usize::try_from(start), usize::try_from(end)) else {
                continue;
            };
            if let Some(part) = hashes.get(from..to).filter(|_| !is_full(start / FULL)) {
                files.push(TileFile {
                    path,
                    bytes: part.concat(),
                });
            }
        }
    }
    files
}

/// All files of a log. Every entry must be at most 65,535 bytes long; `None` where one is not, or
/// where there are not as many entries as leaves.
pub fn files(tree: &Tree, entries: &[&[u8]]) -> Option<Vec<TileFile>> {
    let size = tree.size();
    let mut files = Vec::new();
    for level in 0..8_u32 {
        let hashes = tree.whole_subtrees(8 * level as usize);
        for (path, start, end) in tiles_of_level(level, size) {
            let range = usize::try_from(start).ok()?..usize::try_from(end).ok()?;
            let bytes = hashes.get(range)?.concat();
            files.push(TileFile { path, bytes });
        }
    }
    for (path, start, end) in bundles(size) {
        let range = usize::try_from(start).ok()?..usize::try_from(end).ok()?;
        let mut bytes = Vec::new();
        for entry in entries.get(range)? {
            let length = u16::try_from(entry.len()).ok()?;
            bytes.extend(length.to_be_bytes());
            bytes.extend(*entry);
        }
        files.push(TileFile { path, bytes });
    }
    Some(files)
}

/// The hashes of a tile. `None` where it is not made of whole hashes.
pub fn hashes(bytes: &[u8]) -> Option<Vec<Hash>> {
    let (hashes, rest) = bytes.as_chunks::<32>();
    rest.is_empty().then(|| hashes.to_vec())
}

/// The entries of a bundle. `None` where it breaks off.
pub fn entries(mut bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let mut entries = Vec::new();
    while !bytes.is_empty() {
        let (length, rest) = bytes.split_first_chunk::<2>()?;
        let (entry, rest) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
        entries.push(entry);
        bytes = rest;
    }
    Some(entries)
}
