//! An authority's log as it stands on the disk, read whole.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::{AuthorityFolder, AuthorityRecord, NoticeText, PendingEntry, Rotation};
use crate::diagnostics::{Code, Diagnostic, Place, Problems};
use crate::log::{Entry, EntryKind, Hash, Note, SignedCheckpoint, Tree, VerifierKey, leaf_hash};
use crate::model::{Moment, Slug, VersionId};
use crate::source::{Root, digest};

/// What is wrong with a log that somebody has edited is mended in one way only.
const NEVER_EDIT: &str =
    "the record must never be edited: bring the file back from your last commit";

const TOO_LONG: &str = "it is longer than an entry may be, which is 65,535 bytes";

/// An authority's log.
#[derive(Clone, Debug, Default)]
pub struct AuthorityLog {
    /// The log's first key; `None` where there is none yet.
    pub first_key: Option<VerifierKey>,
    /// Changes of key, oldest first.
    pub rotations: Vec<LogText<Rotation>>,
    /// Entries in order.
    pub entries: Vec<SealedEntry>,
    /// Checkpoints, smallest first.
    pub checkpoints: Vec<ArchivedCheckpoint>,
    /// Entries that wait, in no order.
    pub pending: Vec<LogText<PendingEntry>>,
    /// Notices, oldest first.
    pub notices: Vec<LogText<NoticeText>>,
    /// Checkpoints of other authorities.
    pub observed: Vec<LogText<SignedCheckpoint>>,
    /// Outside times.
    pub stamps: Vec<StampFile>,
    /// Witnesses whose cosignatures are looked at.
    pub witnesses: Vec<VerifierKey>,
}

/// A text of the log, with its file's name.
#[derive(Clone, Debug)]
pub struct LogText<T> {
    /// The file's name.
    pub name: String,
    /// The text as it stands there.
    pub text: String,
    /// SHA-256 of it, in hexadecimal.
    pub digest: String,
    /// What it says.
    pub value: T,
}

/// An entry in order.
#[derive(Clone, Debug)]
pub struct SealedEntry {
    /// What it says.
    pub entry: Entry,
    /// Its text.
    pub text: String,
    /// The leaf's hash.
    pub hash: Hash,
}

/// A checkpoint that was signed once.
#[derive(Clone, Debug)]
pub struct ArchivedCheckpoint {
    /// Its text as it was signed.
    pub text: String,
    /// What it says, with witnesses' signatures that came later.
    pub signed: SignedCheckpoint,
}

/// An outside time (RFC 3161).
#[derive(Clone, Debug)]
pub struct StampFile {
    /// The size of the checkpoint that it is of.
    pub size: u64,
    /// Whose stamp it is: `000413.<who>.tsr`.
    pub who: String,
    /// The token.
    pub bytes: Vec<u8>,
    /// The certificates that are kept with it (PEM); `None` where they are missing.
    pub certificates: Option<String>,
}

impl AuthorityLog {
    /// The log's name.
    pub fn origin(&self) -> Option<&str> {
        self.first_key.as_ref().map(VerifierKey::name)
    }

    /// The tree over all entries.
    pub fn tree(&self) -> Tree {
        Tree::new(self.entries.iter().map(|entry| entry.hash).collect())
    }

    /// The latest checkpoint.
    pub fn latest(&self) -> Option<&ArchivedCheckpoint> {
        self.checkpoints.last()
    }

    /// How many entries a checkpoint covers.
    pub fn sealed_size(&self) -> u64 {
        self.latest()
            .map_or(0, |latest| latest.signed.checkpoint.size)
    }

    /// The first checkpoint that covers an entry: a proof that leads to it stays as it is when
    /// the log grows.
    pub fn covering(&self, index: u64) -> Option<&ArchivedCheckpoint> {
        let at = self
            .checkpoints
            .partition_point(|one| one.signed.checkpoint.size <= index);
        self.checkpoints.get(at)
    }

    /// The index of a version's entry that a checkpoint covers.
    pub fn index_of(&self, publication: &Slug, version: &VersionId) -> Option<u64> {
        let at = self.entries.iter().position(|one| {
            one.entry.kind == EntryKind::Version
                && one.entry.publication.as_ref() == Some(publication)
                && one.entry.version.as_ref() == Some(version)
        })?;
        Some(at as u64).filter(|at| *at < self.sealed_size())
    }

    /// The keys, each with the size from which on checkpoints are signed by it. A change of key
    /// counts from the entry that records it.
    pub fn keys(&self) -> Vec<(u64, VerifierKey)> {
        let mut keys: Vec<(u64, VerifierKey)> =
            self.first_key.iter().map(|key| (0, key.clone())).collect();
        for rotation in &self.rotations {
            let entry = self.entries.iter().position(|one| {
                one.entry.kind == EntryKind::Key && one.entry.record == rotation.digest
            });
            let follows = keys
                .last()
                .is_some_and(|(_, key)| *key == rotation.value.old);
            if let Some(at) = entry.filter(|_| follows) {
                keys.push((at as u64 + 1, rotation.value.new.clone()));
            }
        }
        keys
    }

    /// The key that signs a checkpoint of some size.
    pub fn key_at(&self, size: u64) -> Option<VerifierKey> {
        self.keys()
            .into_iter()
            .rev()
            .find(|(from, _)| *from <= size)
            .map(|(_, key)| key)
    }

    /// The digests of all texts that are here and are no version: notices, changes of key,
    /// observed checkpoints.
    pub fn text_digests(&self) -> BTreeSet<&str> {
        let notices = self.notices.iter().map(|one| one.digest.as_str());
        let keys = self.rotations.iter().map(|one| one.digest.as_str());
        let observed = self.observed.iter().map(|one| one.digest.as_str());
        notices.chain(keys).chain(observed).collect()
    }

    /// The latest moment that an entry in order has.
    pub fn latest_recorded(&self) -> Option<Moment> {
        self.entries.last().map(|one| one.entry.recorded)
    }
}

/// The latest moment in a record: nothing is added before it.
pub fn latest_moment(log: &AuthorityLog, record: &AuthorityRecord) -> Option<Moment> {
    let versions = record.versions.iter().map(|one| one.record.recorded);
    let notices = log.notices.iter().map(|one| one.value.notice.recorded);
    let waiting = log.pending.iter().map(|one| one.value.recorded);
    versions
        .chain(notices)
        .chain(waiting)
        .chain(log.latest_recorded())
        .max()
}

/// Whether a key is one that everybody has, for samples: its name says so.
pub fn is_demonstration(origin: &str) -> bool {
    origin.split(['.', '/']).any(|part| part == "demonstration")
}

/// Reads an authority's log.
pub fn read_log(root: &Root, authority: &Slug) -> (AuthorityLog, Problems) {
    let mut reader = Reader {
        root,
        folder: AuthorityFolder::new(root, authority),
        problems: Problems::new(),
    };
    let log = reader.log();
    (log, reader.problems)
}

struct Reader<'r> {
    root: &'r Root,
    folder: AuthorityFolder,
    problems: Problems,
}

impl Reader<'_> {
    fn log(&mut self) -> AuthorityLog {
        let first_key = self.first_key();
        let entries = self.entries();
        let mut checkpoints = self.checkpoints();
        self.cosignatures(&mut checkpoints);
        AuthorityLog {
            first_key,
            rotations: self.texts(&self.folder.rotations(), "a change of key", Rotation::read),
            entries,
            checkpoints,
            pending: self.texts(&self.folder.pending(), "an entry that waits", |text| {
                if text.len() > crate::log::ENTRY_LIMIT {
                    return Err(TOO_LONG.to_owned());
                }
                text.parse()
                    .map_err(|()| "it is not in the form that offerbook writes".to_owned())
            }),
            notices: self.texts(&self.folder.notices(), "a notice", str::parse),
            observed: self.texts(&self.folder.observed(), "a checkpoint", str::parse),
            stamps: self.stamps(),
            witnesses: self.witnesses(),
        }
    }

    fn damaged(&mut self, path: &Path, message: String) {
        self.problems.push(
            Diagnostic::error(Code::RecordDamaged, message)
                .at(&Place::path(&self.root.shown(path)))
                .help(NEVER_EDIT),
        );
    }

    fn text(&mut self, path: &Path) -> Option<String> {
        match fs::read_to_string(path) {
            Ok(text) => Some(text),
            Err(error) => {
                self.damaged(path, format!("a file of the log cannot be read: {error}"));
                None
            }
        }
    }

    fn first_key(&mut self) -> Option<VerifierKey> {
        let path = self.folder.first_key();
        if !path.exists() {
            return None;
        }
        let text = self.text(&path)?;
        let key: VerifierKey = match text.parse() {
            Ok(key) => key,
            Err(why) => {
                self.damaged(&path, format!("the log’s key cannot be read: {why}"));
                return None;
            }
        };
        let origin = self.folder.origin();
        if origin.exists() && self.text(&origin)?.trim_end() != key.name() {
            self.damaged(&origin, "the log’s name is not that of its key".to_owned());
        }
        Some(key)
    }

    fn entries(&mut self) -> Vec<SealedEntry> {
        let mut paths: BTreeMap<u64, PathBuf> = BTreeMap::new();
        for folder in files(&self.folder.entries()) {
            for path in files(&folder) {
                match index_of(&folder, &path) {
                    Some(index) => {
                        if let Some(other) = paths.insert(index, path.clone()) {
                            let other = self.root.shown(&other);
                            self.damaged(
                                &path,
                                format!(
                                    "two entries have the number {index}: the other is {other}"
                                ),
                            );
                        }
                    }
                    None => self.damaged(&path, "this is not an entry of the log".to_owned()),
                }
            }
        }
        let missing = (0..)
            .zip(paths.keys())
            .find(|(wanted, have)| wanted != *have);
        if let Some((wanted, _)) = missing {
            self.damaged(
                &self.folder.entry(wanted),
                format!("entry {wanted} of the log is missing, and later ones are there"),
            );
        }
        let read: Vec<(PathBuf, Result<SealedEntry, String>)> = paths
            .into_par_iter()
            .map(|(_, path)| {
                let entry = read_entry(&path);
                (path, entry)
            })
            .collect();
        let mut entries = Vec::with_capacity(read.len());
        for (path, entry) in read {
            match entry {
                Ok(entry) => entries.push(entry),
                Err(why) => self.damaged(&path, format!("this entry cannot be read: {why}")),
            }
        }
        entries
    }

    fn checkpoints(&mut self) -> Vec<ArchivedCheckpoint> {
        let mut checkpoints: Vec<ArchivedCheckpoint> = Vec::new();
        let read: Vec<LogText<SignedCheckpoint>> =
            self.texts(&self.folder.checkpoints(), "a checkpoint", str::parse);
        for one in read {
            let size = one.value.checkpoint.size;
            if one.name.parse() != Ok(size) {
                let path = self.folder.checkpoints().join(&one.name);
                self.damaged(
                    &path,
                    format!("this checkpoint is of {size} entries, and its name says otherwise"),
                );
            }
            checkpoints.push(ArchivedCheckpoint {
                text: one.text,
                signed: one.value,
            });
        }
        checkpoints.sort_by_key(|one| one.signed.checkpoint.size);
        checkpoints
    }

    /// Adds witnesses' signatures, which came later, to the checkpoints that they are of.
    fn cosignatures(&mut self, checkpoints: &mut [ArchivedCheckpoint]) {
        for path in files(&self.folder.cosignatures()) {
            let Some(text) = self.text(&path) else {
                continue;
            };
            let note: Note = match text.parse() {
                Ok(note) => note,
                Err(why) => {
                    self.damaged(&path, format!("this cosignature cannot be read: {why}"));
                    continue;
                }
            };
            match checkpoints
                .iter_mut()
                .find(|one| one.signed.note.text == note.text)
            {
                Some(one) => one.signed.note.signatures.extend(note.signatures),
                None => self.damaged(
                    &path,
                    "this cosignature is of a checkpoint that is not in the log".to_owned(),
                ),
            }
        }
    }

    fn texts<T>(
        &mut self,
        folder: &Path,
        what: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Vec<LogText<T>> {
        let mut texts = Vec::new();
        for path in files(folder) {
            let Some(text) = self.text(&path) else {
                continue;
            };
            match read(&text) {
                Ok(value) => texts.push(LogText {
                    name: name_of(&path),
                    digest: digest(text.as_bytes()),
                    text,
                    value,
                }),
                Err(why) => self.damaged(&path, format!("{what} cannot be read: {why}")),
            }
        }
        texts
    }

    fn stamps(&mut self) -> Vec<StampFile> {
        let mut stamps = Vec::new();
        for path in files(&self.folder.stamps()) {
            let name = name_of(&path);
            let Some(stem) = name.strip_suffix(".tsr") else {
                continue;
            };
            let parts = stem
                .split_once('.')
                .and_then(|(size, who)| Some((size.parse().ok()?, who.to_owned())));
            let Some((size, who)) = parts else {
                self.damaged(
                    &path,
                    "its name does not say what it is a stamp of".to_owned(),
                );
                continue;
            };
            let certificates = fs::read_to_string(self.folder.stamps().join(format!("{who}.pem")));
            match fs::read(&path) {
                Ok(bytes) => stamps.push(StampFile {
                    size,
                    who,
                    bytes,
                    certificates: certificates.ok(),
                }),
                Err(error) => self.damaged(&path, format!("a stamp cannot be read: {error}")),
            }
        }
        stamps
    }

    fn witnesses(&mut self) -> Vec<VerifierKey> {
        let path = self.folder.policy();
        if !path.exists() {
            return Vec::new();
        }
        let text = self.text(&path).unwrap_or_default();
        let mut witnesses = Vec::new();
        for line in text.lines() {
            let mut words = line.split_ascii_whitespace();
            if words.next() != Some("witness") {
                continue;
            }
            match words.nth(1).map(str::parse::<VerifierKey>) {
                Some(Ok(key)) => witnesses.push(key),
                _ => self.damaged(
                    &path,
                    format!("the line “{line}” does not name a witness’s key"),
                ),
            }
        }
        witnesses
    }
}

fn read_entry(path: &Path) -> Result<SealedEntry, String> {
    let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
    if text.len() > crate::log::ENTRY_LIMIT {
        return Err(TOO_LONG.to_owned());
    }
    Ok(SealedEntry {
        entry: text.parse()?,
        hash: leaf_hash(text.as_bytes()),
        text,
    })
}

fn index_of(folder: &Path, path: &Path) -> Option<u64> {
    let number = |text: &str| -> Option<u64> {
        let plain = text.len() >= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| text.parse().ok())?
    };
    let thousands = number(&name_of(folder))?;
    let name = name_of(path);
    let rest = number(name.strip_suffix(".txt")?).filter(|rest| *rest < 1000)?;
    thousands.checked_mul(1000)?.checked_add(rest)
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// What a folder holds, in order; nothing where there is no folder. What an interrupted write
/// left is passed over.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| !name_of(path).starts_with('.'))
        .collect();
    paths.sort();
    paths
}
