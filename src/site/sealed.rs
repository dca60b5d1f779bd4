//! An authority's log, as far as it is sealed on the day that is looked at.

use std::collections::BTreeMap;

use super::Address;
use crate::log::{Entry, EntryKind, Proof, Tree, VerifierKey, tiles};
use crate::model::{Day, Slug, VersionId};
use crate::record::{
    AuthorityLog, OutsideTime, SealedEntry, first_time_for, is_demonstration, outside_times,
};

/// Where a site lists the authorities that have a record.
pub const RECORDS: &str = "records.txt";
/// Where a record lists those of its files that nobody could guess.
pub const CONTENTS: &str = "contents.txt";

/// A log that a site shows: entries that a checkpoint covers, and no others.
#[derive(Clone, Debug, Default)]
pub struct SealedLog {
    /// The log.
    pub log: AuthorityLog,
    /// Outside times, earliest first.
    pub times: Vec<OutsideTime>,
    tree: Option<Tree>,
    places: BTreeMap<(Slug, VersionId), u64>,
}

/// How a version stands in the log.
#[derive(Clone, Copy, Debug)]
pub struct SealedPlace<'l> {
    /// Its place, from 0.
    pub index: u64,
    /// The entry.
    pub entry: &'l SealedEntry,
    /// The first outside time that covers it.
    pub time: Option<&'l OutsideTime>,
}

impl SealedLog {
    /// The sealed part of a log, as it was at the end of a day.
    pub fn new(mut log: AuthorityLog, as_at: Option<Day>) -> Self {
        if let Some(day) = as_at {
            let is_later = |one: &SealedEntry| one.entry.recorded.day() > day;
            let first_later = log.entries.iter().position(is_later);
            let size = first_later.unwrap_or(log.entries.len()) as u64;
            log.checkpoints
                .retain(|one| one.signed.checkpoint.size <= size);
            log.notices
                .retain(|one| one.value.notice.recorded.day() <= day);
        }
        let size = usize::try_from(log.sealed_size()).unwrap_or(usize::MAX);
        log.entries.truncate(size);
        log.stamps
            .retain(|stamp| stamp.size <= log.entries.len() as u64);
        let entered = |digest: &str| log.entries.iter().any(|one| one.entry.record == digest);
        log.rotations.retain(|one| entered(&one.digest));
        log.observed.retain(|one| entered(&one.digest));
        let (times, _) = outside_times(&log, None);
        let mut places = BTreeMap::new();
        for (index, one) in (0..).zip(&log.entries) {
            let entry = &one.entry;
            if let (EntryKind::Version, Some(publication), Some(version)) =
                (entry.kind, &entry.publication, &entry.version)
            {
                places.insert((publication.clone(), version.clone()), index);
            }
        }
        Self {
            tree: Some(log.tree()),
            times,
            places,
            log,
        }
    }

    /// Where a version stands. `None` where it is not sealed.
    pub fn place(&self, publication: &Slug, version: &VersionId) -> Option<SealedPlace<'_>> {
        let key = (publication.clone(), version.clone());
        let index = *self.places.get(&key)?;
        Some(SealedPlace {
            index,
            entry: self.log.entries.get(usize::try_from(index).ok()?)?,
            time: first_time_for(&self.times, index),
        })
    }

    /// The proof that an entry is in the log, in the first checkpoint that covers it: so it stays
    /// the same when the log grows.
    pub fn proof(&self, index: u64) -> Option<Proof> {
        let archived = self.log.covering(index)?;
        let size = archived.signed.checkpoint.size;
        Some(Proof {
            index,
            hashes: self.tree.as_ref()?.inclusion(index, size)?,
            checkpoint: archived.text.parse().ok()?,
        })
    }

    /// The key in force.
    pub fn key(&self) -> Option<VerifierKey> {
        self.log.keys().pop().map(|(_, key)| key)
    }

    /// Whether it is signed with a key that everybody has.
    pub fn is_demonstration(&self) -> bool {
        self.log.origin().is_some_and(is_demonstration)
    }

    /// The entry of a notice or another text, by its digest.
    pub fn entry_of(&self, digest: &str) -> Option<(u64, &Entry)> {
        let at = self
            .log
            .entries
            .iter()
            .position(|one| one.entry.record == digest)?;
        Some((at as u64, &self.log.entries.get(at)?.entry))
    }

    /// All files of the log on the site, below the record's address, with their bytes.
    pub fn files(&self, record: &Address) -> Vec<(Address, Vec<u8>)> {
        let mut files: Vec<(Address, Vec<u8>)> = Vec::new();
        let mut contents = Vec::new();
        let log = &self.log;
        let mut add = |name: String, bytes: Vec<u8>, is_listed: bool| {
            if is_listed {
                contents.push(name.clone());
            }
            files.push((record.file(&name), bytes));
        };
        for one in &log.notices {
            add(
                format!("notices/{}", one.name),
                one.text.clone().into(),
                true,
            );
        }
        let Some(first) = &log.first_key else {
            return files;
        };
        add("first-vkey".to_owned(), format!("{first}\n").into(), false);
        if let Some(key) = self.key() {
            add("vkey".to_owned(), format!("{key}\n").into(), false);
        }
        add("policy".to_owned(), self.policy().into(), false);
        for one in &log.rotations {
            add(format!("keys/{}", one.name), one.text.clone().into(), true);
        }
        for one in &log.observed {
            add(
                format!("observed/{}", one.name),
                one.text.clone().into(),
                true,
            );
        }
        for one in &log.stamps {
            let name = format!("stamps/{}.{}.tsr", one.size, one.who);
            add(name, one.bytes.clone(), true);
            if let Some(certificates) = &one.certificates {
                let name = format!("stamps/{}.pem", one.who);
                add(name, certificates.clone().into(), false);
            }
        }
        for one in &log.checkpoints {
            let name = format!("checkpoints/{}", one.signed.checkpoint.size);
            add(name, one.text.clone().into(), true);
        }
        if let Some(latest) = log.latest() {
            add(
                "checkpoint".to_owned(),
                latest.signed.to_string().into(),
                false,
            );
        }
        let entries: Vec<&[u8]> = log.entries.iter().map(|one| one.text.as_bytes()).collect();
        let tree = self.tree.as_ref();
        let tiles = tree.and_then(|tree| tiles::files(tree, &entries));
        let sizes: Vec<u64> = log
            .checkpoints
            .iter()
            .map(|one| one.signed.checkpoint.size)
            .collect();
        let earlier = tree.map(|tree| tiles::earlier(tree, &sizes));
        for tile in tiles.into_iter().chain(earlier).flatten() {
            add(format!("tile/{}", tile.path), tile.bytes, false);
        }
        let contents: String = contents.iter().map(|name| format!("{name}\n")).collect();
        files.push((record.file(CONTENTS), contents.into()));
        files.sort();
        files.dedup_by(|a, b| a.0 == b.0);
        files
    }

    /// Which key and which witnesses to look for (C2SP tlog-policy).
    fn policy(&self) -> String {
        let mut policy = String::new();
        for (_, key) in self.log.keys() {
            policy.push_str(&format!("log {key}\n"));
        }
        for (number, witness) in self.log.witnesses.iter().enumerate() {
            policy.push_str(&format!("witness w{} {witness}\n", number + 1));
        }
        policy.push_str("quorum none\n");
        policy
    }
}
