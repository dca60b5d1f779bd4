//! Sealing: entries that wait get their places, and the whole is signed.
//!
//! 1. entries are written, one file each, after those that are there;
//! 2. the checkpoint over all of them is written;
//! 3. what waited and is now in order no longer waits.
//!
//! Stopped anywhere, the next seal goes on: an entry that has its place keeps it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;

use super::{AuthorityFolder, AuthorityLog, Disk, PendingEntry};
use crate::log::{
    Checkpoint, ENTRY_LIMIT, Entry, EntryKind, SignedCheckpoint, SignerKey, Tree, VerifierKey,
    leaf_hash,
};
use crate::model::{Moment, Slug};

/// A seal that has been worked out and not yet written.
#[derive(Debug)]
pub struct Seal {
    /// Entries to write: index and text.
    entries: Vec<(u64, String)>,
    /// What is to be signed.
    pub checkpoint: Checkpoint,
    /// The key that has to sign it.
    pub key: VerifierKey,
    /// Names of files that need not wait any more.
    settled: Vec<String>,
    /// Whether there is anything to sign.
    pub is_needed: bool,
}

/// Why nothing is sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SealRefused {
    /// The log has no key.
    NoKey,
    /// A checkpoint that was signed before is not the start of the log: something was changed.
    NotTheStart {
        /// How many entries the checkpoint covers.
        size: u64,
        /// How many there are.
        have: u64,
    },
    /// The clock is behind the latest entry.
    ClockBehind(Moment),
    /// An entry is longer than a log can hold.
    TooLong(String),
    /// A version has an entry already, or two wait for one version.
    Twice(String),
    /// A change of key is not one from the key in force.
    StrangeKey(String),
}

impl Seal {
    /// Works out what sealing would write. `now` is the moment it happens.
    ///
    /// # Errors
    /// [`SealRefused`] where it must not be done.
    pub fn plan(log: &AuthorityLog, now: Moment) -> Result<Self, SealRefused> {
        let old_tree = log.tree();
        for one in &log.checkpoints {
            let checkpoint = &one.signed.checkpoint;
            if !checkpoint.is_start_of(&old_tree) {
                return Err(SealRefused::NotTheStart {
                    size: checkpoint.size,
                    have: old_tree.size(),
                });
            }
        }
        let mut latest = log.latest_recorded();
        let (waiting, settled) = waiting(log);
        for moment in waiting.iter().map(|one| one.recorded).chain(latest) {
            if moment > now {
                return Err(SealRefused::ClockBehind(moment));
            }
        }
        once_each(log, &waiting)?;
        keys_follow(log, &waiting)?;
        let mut last_of: BTreeMap<Option<Slug>, u64> = BTreeMap::new();
        let mut hashes = Vec::with_capacity(log.entries.len() + waiting.len());
        for (index, one) in (0..).zip(&log.entries) {
            last_of.insert(one.entry.publication.clone(), index);
            hashes.push(one.hash);
        }
        let mut entries = Vec::new();
        for one in waiting {
            let index = hashes.len() as u64;
            // Time in the log never goes back: what another clone recorded earlier, and what was
            // merged later, gets the time of the entry before it. Its own text has its own time.
            let recorded = latest.map_or(one.recorded, |latest| latest.max(one.recorded));
            latest = Some(recorded);
            let entry = Entry {
                kind: one.kind,
                publication: one.publication.clone(),
                version: one.version.clone(),
                recorded,
                record: one.record.clone(),
                previous: last_of.insert(one.publication.clone(), index),
            };
            let text = entry.to_string();
            if text.len() > ENTRY_LIMIT {
                return Err(SealRefused::TooLong(one.file_name()));
            }
            hashes.push(leaf_hash(text.as_bytes()));
            entries.push((index, text));
        }
        let tree = Tree::new(hashes);
        let key = key_for(log, &entries).ok_or(SealRefused::NoKey)?;
        let checkpoint = Checkpoint {
            origin: key.name().to_owned(),
            size: tree.size(),
            root: tree.root(),
        };
        let is_needed = log
            .latest()
            .is_none_or(|latest| latest.signed.checkpoint != checkpoint);
        Ok(Self {
            entries,
            checkpoint,
            key,
            settled,
            is_needed,
        })
    }

    /// How many entries get their place.
    pub fn number_of_entries(&self) -> usize {
        self.entries.len()
    }

    /// Whether a checkpoint is the start of the log as it will be.
    pub fn continues(&self, log: &AuthorityLog, checkpoint: &Checkpoint) -> bool {
        let mut hashes: Vec<_> = log.entries.iter().map(|one| one.hash).collect();
        let new = self.entries.iter();
        hashes.extend(new.map(|(_, text)| leaf_hash(text.as_bytes())));
        checkpoint.is_start_of(&Tree::new(hashes))
    }

    /// Writes it. Call with the [`Lock`](super::Lock) held.
    ///
    /// # Errors
    /// Whatever the disk says. What was written stays, and the next seal goes on from there.
    pub fn write(
        &self,
        disk: &Disk,
        folder: &AuthorityFolder,
        key: &SignerKey,
    ) -> io::Result<SignedCheckpoint> {
        for (index, text) in &self.entries {
            disk.put_in_place(&folder.entry(*index), text.as_bytes())?;
        }
        let signed = self.checkpoint.sign(&[key]);
        let path = folder.checkpoint(self.checkpoint.size);
        disk.put_in_place(&path, signed.to_string().as_bytes())?;
        self.settle(disk, folder)?;
        Ok(signed)
    }

    /// Takes away what no longer waits, as after a seal that was interrupted.
    ///
    /// # Errors
    /// Whatever the disk says.
    pub fn settle(&self, disk: &Disk, folder: &AuthorityFolder) -> io::Result<()> {
        for name in &self.settled {
            let path = folder.pending().join(name);
            if path.exists() {
                disk.remove_file(&path)?;
            }
        }
        // Folders that are empty are not kept by git either.
        let _ = fs::remove_dir(folder.pending());
        Ok(())
    }
}

/// No version may be entered twice: the log would contradict itself for good.
fn once_each(log: &AuthorityLog, waiting: &[&PendingEntry]) -> Result<(), SealRefused> {
    match twice(log, waiting) {
        Some(name) => Err(SealRefused::Twice(name)),
        None => Ok(()),
    }
}

/// The first thing that would enter a version for a second time: a file that waits, or an entry.
fn twice(log: &AuthorityLog, waiting: &[&PendingEntry]) -> Option<String> {
    let mut versions: BTreeSet<(Option<&Slug>, Option<String>)> = BTreeSet::new();
    for (index, one) in log.entries.iter().enumerate() {
        let entry = &one.entry;
        let version = entry.version.as_ref().map(ToString::to_string);
        if entry.kind == EntryKind::Version
            && !versions.insert((entry.publication.as_ref(), version))
        {
            return Some(format!(
                "entries/{:03}/{:03}.txt",
                index / 1000,
                index % 1000
            ));
        }
    }
    for one in waiting.iter().filter(|one| one.kind == EntryKind::Version) {
        let version = one.version.as_ref().map(ToString::to_string);
        if !versions.insert((one.publication.as_ref(), version)) {
            return Some(format!("pending/{}", one.file_name()));
        }
    }
    None
}

/// What waits to enter a version for a second time, by its file below the log.
pub fn entered_twice(log: &AuthorityLog) -> Option<String> {
    twice(log, &waiting(log).0)
}

/// Each change of key must be from the key that is in force then.
fn keys_follow(log: &AuthorityLog, waiting: &[&PendingEntry]) -> Result<(), SealRefused> {
    let mut key = log.keys().pop().map(|(_, key)| key);
    for one in waiting.iter().filter(|one| one.kind == EntryKind::Key) {
        let rotation = log
            .rotations
            .iter()
            .find(|other| other.digest == one.record);
        match rotation {
            Some(rotation) if Some(&rotation.value.old) == key.as_ref() => {
                key = Some(rotation.value.new.clone());
            }
            _ => return Err(SealRefused::StrangeKey(one.file_name())),
        }
    }
    Ok(())
}

/// What waits, in the order it gets; and the names of all files that will not wait any more.
fn waiting(log: &AuthorityLog) -> (Vec<&PendingEntry>, Vec<String>) {
    let in_order: BTreeSet<(EntryKind, &str)> = log
        .entries
        .iter()
        .map(|one| (one.entry.kind, one.entry.record.as_str()))
        .collect();
    let is_in_order =
        |pending: &PendingEntry| in_order.contains(&(pending.kind, pending.record.as_str()));
    let mut waiting: Vec<&PendingEntry> = log
        .pending
        .iter()
        .map(|one| &one.value)
        .filter(|one| !is_in_order(one))
        .collect();
    waiting.sort_by_key(|one| {
        (
            one.recorded,
            one.kind,
            one.publication.clone(),
            one.version.clone(),
            one.record.clone(),
        )
    });
    let settled = log.pending.iter().map(|one| one.name.clone()).collect();
    (waiting, settled)
}

/// The key that has to sign: the last one, once every change of key has its place.
fn key_for(log: &AuthorityLog, new: &[(u64, String)]) -> Option<VerifierKey> {
    let mut key = log.keys().last().map(|(_, key)| key.clone())?;
    for rotation in &log.rotations {
        let line = format!("record: sha256:{}\n", rotation.digest);
        let is_new = new.iter().any(|(_, text)| text.contains(&line));
        if is_new && rotation.value.old == key {
            key = rotation.value.new.clone();
        }
    }
    Some(key)
}
