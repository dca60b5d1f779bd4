//! What an interrupted write left: unfinished writes are taken away, what was settled is
//! finished, a version or notice without its entry gets it.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::append::write_pending;
use super::layout::UNFINISHED;
use super::read::version_names;
use super::withhold::{remove_unnamed_files, remove_withheld};
use super::{
    AuthorityFolder, AuthorityLog, AuthorityRecord, Disk, PendingEntry, read_log, read_record,
};
use crate::diagnostics::{Code, Diagnostic, Place, Problems};
use crate::log::EntryKind;
use crate::model::{NoticeSays, Slug, VersionId};
use crate::source::{Root, digest};

/// Finishes or discards what an interrupted write left, and says so. Call with the
/// [`Lock`](super::Lock) held. Where it finds errors, nothing may be added.
///
/// # Errors
/// Whatever the disk says.
pub fn recover(disk: &Disk, root: &Root, authority: &Slug) -> io::Result<Problems> {
    let folder = AuthorityFolder::new(root, authority);
    let (log, mut said) = read_log(root, authority);
    if said.has_errors() {
        return Ok(said);
    }
    finish_withholding(disk, &folder, &log)?;
    let (record, found) = read_record(root, authority);
    said.extend(found);
    if said.has_errors() {
        return Ok(said);
    }
    remove_withheld(disk, &folder, &record)?;
    let unfinished = unfinished(&folder);
    for path in &unfinished {
        if path.is_dir() {
            disk.remove_folder(path)?;
            said.push(
                Diagnostic::note(
                    Code::RecordUnfinished,
                    "a publish that was interrupted has been discarded: publish it again",
                )
                .at(&Place::path(&root.shown(path))),
            );
        } else {
            disk.remove_file(path)?;
        }
    }
    if !unfinished.is_empty() {
        remove_unnamed_files(disk, &folder, &record)?;
    }
    said.extend(enter(disk, root, &folder, &log, &record)?);
    Ok(said)
}

/// Whether an interrupted write may have left something: found by names alone, so that sealing
/// need not read what was sealed before.
pub fn needs_recovery(root: &Root, authority: &Slug, log: &AuthorityLog) -> bool {
    let folder = AuthorityFolder::new(root, authority);
    let entered = versions_entered(log);
    let is_entered = |(publication, version): &(Slug, VersionId)| {
        entered.contains(&(Some(publication.as_str()), version.to_string()))
    };
    if !version_names(&folder).iter().all(is_entered) || !texts_entered(log) {
        return true;
    }
    let small = [folder.log(), folder.notices(), folder.files()];
    let in_small = small.iter().any(|folder| holds_unfinished(folder, 2));
    // Below publications only folders can be unfinished, but for a record.txt that a notice is to
    // replace.
    in_small
        || holds_unfinished(&folder.publications(), 3)
        || log.notices.iter().any(|one| match &one.value.notice.says {
            NoticeSays::Withheld { version, .. } => {
                let publication = &one.value.notice.publication;
                folder.unfinished_record(publication, version).exists()
            }
            _ => false,
        })
}

/// Whether a folder holds something unfinished, at most so many levels below it.
fn holds_unfinished(folder: &Path, levels: usize) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries {
        if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
            return true;
        }
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if levels > 1 && is_folder && holds_unfinished(&entry.path(), levels - 1) {
            return true;
        }
    }
    false
}

fn texts_entered(log: &AuthorityLog) -> bool {
    let digests = digests_entered(log);
    let notices = log.notices.iter().map(|one| one.digest.as_str());
    let others = texts_of_the_log(log);
    let others = others.iter().map(|(.., digest)| *digest);
    notices.chain(others).all(|digest| digests.contains(digest))
}

/// Puts the `record.txt` in place that a notice has settled.
fn finish_withholding(disk: &Disk, folder: &AuthorityFolder, log: &AuthorityLog) -> io::Result<()> {
    for one in &log.notices {
        let notice = &one.value.notice;
        let NoticeSays::Withheld {
            version, record, ..
        } = &notice.says
        else {
            continue;
        };
        let aside = folder.unfinished_record(&notice.publication, version);
        let is_settled = fs::read(&aside).is_ok_and(|bytes| digest(&bytes) == *record);
        if is_settled {
            let path = folder
                .version(&notice.publication, version)
                .join("record.txt");
            disk.rename(&aside, &path)?;
        }
    }
    Ok(())
}

fn unfinished(folder: &AuthorityFolder) -> Vec<PathBuf> {
    let is_unfinished = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with(UNFINISHED);
    let mut walk = WalkDir::new(folder.path()).sort_by_file_name().into_iter();
    let mut found = Vec::new();
    while let Some(entry) = walk.next() {
        let Ok(entry) = entry else {
            continue;
        };
        if is_unfinished(entry.file_name()) {
            found.push(entry.path().to_owned());
            if entry.file_type().is_dir() {
                walk.skip_current_dir();
            }
        }
    }
    found
}

/// Writes the entries that are missing.
fn enter(
    disk: &Disk,
    root: &Root,
    folder: &AuthorityFolder,
    log: &AuthorityLog,
    record: &AuthorityRecord,
) -> io::Result<Problems> {
    let mut said = Problems::new();
    let mut tell = |what: String, path: String| {
        said.push(
            Diagnostic::note(
                Code::RecordUnfinished,
                format!("{what} was interrupted after its last step but one; it is finished now"),
            )
            .at(&Place::path(&path)),
        );
    };
    let versions = versions_entered(log);
    for version in &record.versions {
        let key = (
            Some(version.record.publication.as_str()),
            version.record.version.to_string(),
        );
        if !versions.contains(&key) {
            let entry = PendingEntry::of(&version.record, &version.digest);
            write_pending(disk, folder, &entry)?;
            let name = &version.record.publication;
            tell(
                format!("the publish of {name} {}", version.record.version),
                root.shown(&version.folder),
            );
        }
    }
    let digests = digests_entered(log);
    for notice in &log.notices {
        if !digests.contains(notice.digest.as_str()) {
            let entry = PendingEntry::of_notice(&notice.value, &notice.digest);
            write_pending(disk, folder, &entry)?;
            let path = root.shown(&folder.notices().join(&notice.name));
            tell("a notice".to_owned(), path);
        }
    }
    for (kind, name, recorded, digest) in texts_of_the_log(log) {
        if !digests.contains(digest) {
            let entry = PendingEntry::of_log(kind, recorded, digest);
            write_pending(disk, folder, &entry)?;
            tell(
                "an addition to the log".to_owned(),
                root.shown(&folder.log().join(name)),
            );
        }
    }
    Ok(said)
}

/// The versions that have an entry. A version is found by its name: a part of it may have been
/// withheld since.
fn versions_entered(log: &AuthorityLog) -> BTreeSet<(Option<&str>, String)> {
    let waiting = log
        .pending
        .iter()
        .map(|one| (one.value.kind, &one.value.publication, &one.value.version));
    let in_order = log
        .entries
        .iter()
        .map(|one| (one.entry.kind, &one.entry.publication, &one.entry.version));
    waiting
        .chain(in_order)
        .filter(|(kind, ..)| *kind == EntryKind::Version)
        .map(|(_, publication, version)| {
            let version = version.as_ref().map(ToString::to_string);
            (
                publication.as_ref().map(Slug::as_str),
                version.unwrap_or_default(),
            )
        })
        .collect()
}

/// The digests of all texts that have an entry.
fn digests_entered(log: &AuthorityLog) -> BTreeSet<&str> {
    log.pending
        .iter()
        .map(|one| one.value.record.as_str())
        .chain(log.entries.iter().map(|one| one.entry.record.as_str()))
        .collect()
}

/// Changes of key and observed checkpoints: their kind, name, moment and digest.
fn texts_of_the_log(log: &AuthorityLog) -> Vec<(EntryKind, String, crate::model::Moment, &str)> {
    let keys = log.rotations.iter().map(|one| {
        let name = format!("keys/{}", one.name);
        (
            EntryKind::Key,
            name,
            one.value.recorded,
            one.digest.as_str(),
        )
    });
    let observed = log.observed.iter().filter_map(|one| {
        let name = format!("observed/{}", one.name);
        let recorded = crate::model::Moment::of_compact(one.name.split('.').next()?)?;
        Some((EntryKind::Observe, name, recorded, one.digest.as_str()))
    });
    keys.chain(observed).collect()
}
