//! A record on the disk: the log, and every text that it names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use rayon::prelude::*;
use walkdir::WalkDir;

use super::log_rules::log_findings;
use super::report::{Finding, Report, VersionState, VersionTold, counted};
use super::strays::strays;
use super::times::time_findings;
use crate::log::{Entry, EntryKind, VerifierKey};
use crate::model::{Day, NoticeSays, PublishedBasis, RecordedFileRole, Slug, VersionId};
use crate::record::{
    AuthorityFolder, AuthorityLog, OutsideTime, PendingEntry, RecordText, RecordedVersion,
    entered_twice, first_time_for, read_log, read_one, read_record,
};
use crate::source::{Root, digest_file};

/// What a reader brings along and wants to know.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// Checkpoints that somebody kept: file name and text.
    pub against: Vec<(String, String)>,
    /// Checkpoints that other councils' records hold: whose record, and text. Those of other logs
    /// than the one that is looked at are passed over.
    pub seen: Vec<(String, String)>,
    /// The key that the record should be signed with.
    pub expected: Option<VerifierKey>,
    /// Certificates (PEM) of time-stamp authorities that the reader trusts.
    pub trusted: Option<String>,
    /// The day that is asked about: later versions are not listed.
    pub as_at: Option<Day>,
}

/// Checks everything about an authority's record on the disk.
pub fn verify_published(root: &Root, slug: &Slug, question: &Question) -> Report {
    let (log, problems) = read_log(root, slug);
    let mut findings = Vec::new();
    if !problems.is_empty() {
        let told = problems.iter().map(|one| {
            let place = one.place.as_ref().map_or("", |place| &place.file);
            format!("{place}: {}", one.message)
        });
        findings.push(Finding::fails("The log cannot be read whole.").with(told.collect()));
    }
    let tree = log.tree();
    findings.extend(log_findings(&log, &tree, question));
    let texts = Texts::examine(root, slug, &log);
    findings.extend(texts.findings());
    let (times, found) = time_findings(&log, question.trusted.as_deref());
    findings.extend(found);
    let versions = told(&texts.versions, &times, question.as_at);
    findings.extend(dates(&versions));
    findings.push(cannot_be_known());
    Report {
        authority: slug.to_string(),
        place: root.shown(AuthorityFolder::new(root, slug).path()),
        entries: log.sealed_size(),
        checkpoint: log.latest().map(|latest| latest.text.clone()),
        findings,
        versions,
    }
}

/// The checkpoints of others that records on the disk hold.
pub fn seen_by(root: &Root, slugs: &[Slug]) -> Vec<(String, String)> {
    let mut seen = Vec::new();
    for slug in slugs {
        let (log, _) = read_log(root, slug);
        let of = log.observed.into_iter();
        seen.extend(of.map(|one| (format!("the record of {slug}"), one.text)));
    }
    seen
}

/// What is wrong with the texts that wait to be sealed, each in a sentence: nothing may be sealed
/// over it. What was sealed before is for [`verify_published`].
pub fn damage(root: &Root, slug: &Slug, log: &AuthorityLog) -> Vec<String> {
    let folder = AuthorityFolder::new(root, slug);
    let mut wrong = without_text(log);
    let waiting = log.pending.iter().map(|one| &one.value);
    for one in waiting.filter(|one| one.kind == EntryKind::Version) {
        let (Some(publication), Some(version)) = (&one.publication, &one.version) else {
            continue;
        };
        let name = format!("{publication} {version}");
        match read_one(root, slug, publication, version) {
            Ok(recorded) => {
                let key = (publication.clone(), version.clone());
                let waiting = BTreeMap::from([(key, one)]);
                let entered = BTreeMap::new();
                let (_, _, found) =
                    examine_version(root, &folder, log, &entered, &waiting, &recorded);
                wrong.extend(found);
            }
            Err(why) => wrong.push(format!(
                "{name} waits to be sealed and cannot be read: {why}"
            )),
        }
    }
    wrong.extend(unsealed_wrong(root, slug, log));
    wrong
}

/// Entries that no checkpoint covers, as after a seal that was interrupted: each must have its
/// text, else it was put in.
fn unsealed_wrong(root: &Root, slug: &Slug, log: &AuthorityLog) -> Vec<String> {
    let digests = log.text_digests();
    let sealed = usize::try_from(log.sealed_size()).unwrap_or(usize::MAX);
    let mut wrong = Vec::new();
    for (index, one) in log.entries.iter().enumerate().skip(sealed) {
        let entry = &one.entry;
        let has_text = match (entry.kind, &entry.publication, &entry.version) {
            (EntryKind::Version, Some(publication), Some(version)) => {
                let recorded = read_one(root, slug, publication, version);
                let withheld = last_withheld(log, publication, version);
                recorded.is_ok_and(|recorded| withheld.unwrap_or(&entry.record) == recorded.digest)
            }
            _ => digests.contains(entry.record.as_str()),
        };
        if !has_text {
            wrong.push(format!(
                "entry {index} is covered by no checkpoint, and its text is not here: it was put in"
            ));
        }
    }
    wrong
}

/// Entries that wait and have no text: notices, changes of key, observed checkpoints.
fn without_text(log: &AuthorityLog) -> Vec<String> {
    let digests = log.text_digests();
    log.pending
        .iter()
        .filter(|one| one.value.kind != EntryKind::Version)
        .filter(|one| !digests.contains(one.value.record.as_str()))
        .map(|one| format!("log/pending/{} waits, and its text is not here", one.name))
        .collect()
}

pub(super) fn cannot_be_known() -> Finding {
    Finding::unknown(
        "What was never put in this record; what was shown to readers and differed from it; and \
         dates that are only stated.",
    )
}

/// How the dates of versions stand.
pub(super) fn dates(versions: &[VersionTold]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let name = |one: &VersionTold| format!("{} {}", one.publication, one.version);
    let of = |state: VersionState| -> Vec<String> {
        let versions = versions.iter().filter(|one| one.state == state);
        versions.map(name).collect()
    };
    let waiting = of(VersionState::NotSealed);
    if !waiting.is_empty() {
        findings.push(
            Finding::unknown(format!(
                "Whether {} stay as they are: published, not yet sealed.",
                counted(waiting.len(), "version", "versions")
            ))
            .with(waiting),
        );
    }
    let withheld = of(VersionState::PartWithheld);
    if !withheld.is_empty() {
        findings.push(
            Finding::note(format!(
                "A part of {} is withheld, by notices that the log holds. What was withheld can \
                 no longer be checked; that something was there can.",
                counted(withheld.len(), "version", "versions")
            ))
            .with(withheld),
        );
    }
    let supported = versions.iter().filter(|one| one.existed_by.is_some());
    let number = supported.count();
    if number > 0 {
        findings.push(Finding::holds(format!(
            "An outside time supports {}.",
            counted(number, "version", "versions")
        )));
    }
    let stated: Vec<String> = versions
        .iter()
        .filter(|one| one.is_stated)
        .map(|one| {
            let published = one.published.as_deref().unwrap_or("unknown");
            let recorded = one.recorded.as_deref().unwrap_or("not sealed");
            format!("{}: published {published}, recorded {recorded}", name(one))
        })
        .collect();
    if !stated.is_empty() {
        findings.push(
            Finding::unknown(format!(
                "Whether the publishing dates of {} are right: they are stated by the council, \
                 and were recorded later.",
                counted(stated.len(), "version", "versions")
            ))
            .with(stated),
        );
    }
    findings
}

/// A version and how it stands.
struct Examined {
    record: RecordText,
    index: Option<u64>,
    entry: Option<Entry>,
    state: VersionState,
}

fn told(versions: &[Examined], times: &[OutsideTime], as_at: Option<Day>) -> Vec<VersionTold> {
    versions
        .iter()
        .filter(|one| as_at.is_none_or(|day| one.record.published.day() <= day))
        .map(|one| VersionTold {
            publication: one.record.publication.to_string(),
            version: one.record.version.to_string(),
            index: one.index,
            state: one.state,
            recorded: one.entry.as_ref().map(|entry| entry.recorded.to_string()),
            published: Some(one.record.published.to_string()),
            is_stated: one.record.published_basis == PublishedBasis::Stated,
            existed_by: one
                .index
                .and_then(|index| first_time_for(times, index))
                .map(|time| format!("{} ({})", time.moment, time.who)),
        })
        .collect()
}

/// The texts that a log names, looked at.
#[derive(Default)]
struct Texts {
    versions: Vec<Examined>,
    files: usize,
    wrong: Vec<String>,
    notices: usize,
}

type Key = (Slug, VersionId);

impl Texts {
    fn examine(root: &Root, slug: &Slug, log: &AuthorityLog) -> Self {
        let mut texts = Self::default();
        let (record, problems) = read_record(root, slug);
        for one in problems.iter() {
            let place = one.place.as_ref().map_or("", |place| &place.file);
            texts.wrong.push(format!("{place}: {}", one.message));
        }
        let folder = AuthorityFolder::new(root, slug);
        let mut entered: BTreeMap<Key, (u64, &Entry)> = BTreeMap::new();
        for (index, one) in (0..).zip(&log.entries) {
            let entry = &one.entry;
            if let (EntryKind::Version, Some(publication), Some(version)) =
                (entry.kind, &entry.publication, &entry.version)
            {
                entered
                    .entry((publication.clone(), version.clone()))
                    .or_insert((index, entry));
            }
        }
        let waiting: BTreeMap<Key, &PendingEntry> = log
            .pending
            .iter()
            .map(|one| &one.value)
            .filter(|one| one.kind == EntryKind::Version)
            .filter_map(|one| Some(((one.publication.clone()?, one.version.clone()?), one)))
            .collect();
        let examined: Vec<(Examined, usize, Vec<String>)> = record
            .versions
            .par_iter()
            .map(|version| examine_version(root, &folder, log, &entered, &waiting, version))
            .collect();
        let mut here: BTreeSet<Key> = BTreeSet::new();
        for (version, files, wrong) in examined {
            here.insert((
                version.record.publication.clone(),
                version.record.version.clone(),
            ));
            texts.files += files;
            texts.wrong.extend(wrong);
            texts.versions.push(version);
        }
        for (publication, version) in waiting.keys() {
            if !here.contains(&(publication.clone(), version.clone())) {
                texts.wrong.push(format!(
                    "{publication} {version} waits to be sealed, and its folder is not here or \
                     cannot be read"
                ));
            }
        }
        if let Some(name) = entered_twice(log) {
            texts.wrong.push(format!(
                "log/{name} enters a version that has an entry already"
            ));
        }
        texts.wrong.extend(strays(root, &folder, &record));
        for ((publication, version), (index, _)) in &entered {
            if !here.contains(&(publication.clone(), version.clone())) {
                texts.wrong.push(format!(
                    "{publication} {version} is entry {index} of the log, and its folder is not \
                     here or cannot be read"
                ));
            }
        }
        texts.log_texts(log);
        texts
    }

    /// Notices, changes of key and observed checkpoints: each has its entry, each entry its text.
    fn log_texts(&mut self, log: &AuthorityLog) {
        let notices = log.notices.iter().map(|one| (&one.name, &one.digest));
        let keys = log.rotations.iter().map(|one| (&one.name, &one.digest));
        let observed = log.observed.iter().map(|one| (&one.name, &one.digest));
        let mut digests: BTreeSet<&str> = BTreeSet::new();
        let entered: BTreeSet<&str> = log
            .entries
            .iter()
            .map(|one| one.entry.record.as_str())
            .chain(log.pending.iter().map(|one| one.value.record.as_str()))
            .collect();
        for (name, digest) in notices.chain(keys).chain(observed) {
            digests.insert(digest);
            if !entered.contains(digest.as_str()) {
                self.wrong.push(format!(
                    "{name} is not what an entry of the log says: it was changed or put in"
                ));
            }
        }
        self.notices = log.notices.len();
        self.wrong.extend(without_text(log));
        for (index, one) in log.entries.iter().enumerate() {
            let entry = &one.entry;
            if entry.kind != EntryKind::Version && !digests.contains(entry.record.as_str()) {
                self.wrong.push(format!(
                    "the text of entry {index} ({}) is missing or was changed",
                    entry.kind.word()
                ));
            }
        }
    }

    fn findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        if !self.wrong.is_empty() {
            findings.push(
                Finding::fails("What is recorded is not what is here.").with(self.wrong.clone()),
            );
        } else if !self.versions.is_empty() {
            findings.push(Finding::holds(format!(
                "The texts of {}: each of {} (sources, pages, registers, files to download) is, to \
                 the byte, what was recorded.",
                counted(self.versions.len(), "version", "versions"),
                counted(self.files, "file", "files")
            )));
        }
        if self.notices > 0 && self.wrong.is_empty() {
            findings.push(Finding::holds(format!(
                "{} in the log (withdrawn, moved, withheld).",
                counted(self.notices, "notice", "notices")
            )));
        }
        findings
    }
}

fn examine_version(
    root: &Root,
    folder: &AuthorityFolder,
    log: &AuthorityLog,
    entered: &BTreeMap<Key, (u64, &Entry)>,
    waiting: &BTreeMap<Key, &PendingEntry>,
    version: &RecordedVersion,
) -> (Examined, usize, Vec<String>) {
    let record = &version.record;
    let key = (record.publication.clone(), record.version.clone());
    let name = format!("{} {}", record.publication, record.version);
    let mut wrong = files_wrong(root, folder, version);
    let entry = entered.get(&key).copied();
    let digest = entry
        .map(|(_, entry)| entry.record.as_str())
        .or(waiting.get(&key).map(|one| one.record.as_str()));
    let standing = match (
        digest,
        last_withheld(log, &record.publication, &record.version),
    ) {
        (None, _) => {
            wrong.push(format!("{name} has no entry in the log: it was put in"));
            VersionState::Damaged
        }
        (Some(_), Some(record)) if record == version.digest => VersionState::PartWithheld,
        (Some(digest), Some(_)) => {
            wrong.push(match digest == version.digest {
                true => format!(
                    "{name}: what was withheld by a notice was brought back: run `offerbook \
                     redact` again"
                ),
                false => format!(
                    "{name}: its record.txt is not the one that the notice names: it was changed"
                ),
            });
            VersionState::Damaged
        }
        (Some(digest), None) if digest == version.digest => VersionState::Whole,
        (Some(_), None) => {
            wrong.push(format!(
                "{name}: its record.txt is not the one that the log names: it was changed"
            ));
            VersionState::Damaged
        }
    };
    if let Some((index, entry)) = entry
        && entry.recorded < record.recorded
    {
        wrong.push(format!(
            "{name}: entry {index} has an earlier time than its record.txt"
        ));
    }
    if record.published_basis == PublishedBasis::Recorded && record.published != record.recorded {
        wrong.push(format!(
            "{name}: its record.txt claims a witnessed date that is not the one it was recorded"
        ));
    }
    let index = entry
        .map(|(index, _)| index)
        .filter(|index| *index < log.sealed_size());
    let state = match (wrong.is_empty(), index) {
        (false, _) => VersionState::Damaged,
        (true, None) => VersionState::NotSealed,
        (true, Some(_)) => standing,
    };
    let examined = Examined {
        record: record.clone(),
        index,
        entry: entry.map(|(_, entry)| entry.clone()),
        state,
    };
    (examined, record.files.len(), wrong)
}

/// SHA-256 of the `record.txt` that the latest notice about a version names.
pub(super) fn last_withheld<'l>(
    log: &'l AuthorityLog,
    publication: &Slug,
    version: &VersionId,
) -> Option<&'l str> {
    log.notices
        .iter()
        .map(|one| &one.value.notice)
        .filter(|notice| notice.publication == *publication)
        .filter_map(|notice| match &notice.says {
            NoticeSays::Withheld {
                version: of,
                record,
                ..
            } => (of == version).then_some((notice.recorded, record.as_str())),
            _ => None,
        })
        .max_by_key(|(recorded, _)| *recorded)
        .map(|(_, record)| record)
}

/// Every file that a version's `record.txt` lists, and those that it does not.
fn files_wrong(root: &Root, folder: &AuthorityFolder, version: &RecordedVersion) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut named = BTreeSet::from([version.folder.join("record.txt")]);
    for file in &version.record.files {
        let path = match file.role {
            RecordedFileRole::Attachment => folder.file(&file.digest, &file.path),
            _ => version.folder.join(&file.path),
        };
        let shown = root.shown(&path);
        match digest_file(&path) {
            Ok((digest, size)) if digest == file.digest && size == file.size => {}
            Ok(_) => wrong.push(format!("{shown} was changed since it was recorded")),
            Err(error) => wrong.push(format!("{shown} cannot be read: {error}")),
        }
        named.insert(path);
    }
    for entry in WalkDir::new(&version.folder)
        .sort_by_file_name()
        .into_iter()
        .flatten()
    {
        let is_folder = entry.file_type().is_dir();
        if is_folder && fs::read_dir(entry.path()).is_ok() {
            continue;
        }
        if !named.contains(entry.path()) {
            let shown = root.shown(entry.path());
            wrong.push(format!("{shown} is not part of the version: it was put in"));
        }
    }
    wrong
}
