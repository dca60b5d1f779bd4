//! What an interrupted `append` left: unfinished writes are taken away, a version without its
//! entry gets it.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::PathBuf;

use walkdir::WalkDir;

use super::append::write_pending;
use super::layout::{UNFINISHED, stored_name};
use super::{AuthorityFolder, AuthorityRecord, Disk, PendingEntry};
use crate::diagnostics::{Code, Diagnostic, Place, Problems};
use crate::model::RecordedFileRole;
use crate::source::Root;

/// Finishes or discards what an interrupted `append` left, and says so. Call with the
/// [`Lock`](super::Lock) held.
///
/// # Errors
/// Whatever the disk says.
pub fn recover(
    disk: &Disk,
    root: &Root,
    folder: &AuthorityFolder,
    record: &AuthorityRecord,
) -> io::Result<Problems> {
    let mut said = Problems::new();
    let unfinished = unfinished(folder);
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
        remove_unnamed_files(disk, folder, record)?;
    }
    let entered = entered(folder)?;
    for version in &record.versions {
        if !entered.contains(&version.digest) {
            write_pending(
                disk,
                folder,
                &PendingEntry::of(&version.record, &version.digest),
            )?;
            said.push(
                Diagnostic::note(
                    Code::RecordUnfinished,
                    format!(
                        "the publish of {} {} was interrupted after its last step but one; it is \
                         finished now",
                        version.record.publication, version.record.version
                    ),
                )
                .at(&Place::path(&root.shown(&version.folder))),
            );
        }
    }
    Ok(said)
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

/// Attachments that an interrupted `append` stored, and that no version names.
fn remove_unnamed_files(
    disk: &Disk,
    folder: &AuthorityFolder,
    record: &AuthorityRecord,
) -> io::Result<()> {
    let named: BTreeSet<String> = record
        .versions
        .iter()
        .flat_map(|version| version.record.files_of(RecordedFileRole::Attachment))
        .map(|file| stored_name(&file.digest, &file.path))
        .collect();
    if !folder.files().is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(folder.files())? {
        let entry = entry?;
        if !named.contains(entry.file_name().to_string_lossy().as_ref()) {
            disk.remove_file(&entry.path())?;
        }
    }
    Ok(())
}

/// The digests of all `record.txt` that an entry names, whether pending or in order.
fn entered(folder: &AuthorityFolder) -> io::Result<BTreeSet<String>> {
    let mut entered = BTreeSet::new();
    for top in [folder.pending(), folder.entries()] {
        for entry in WalkDir::new(top).into_iter().flatten() {
            if !entry.file_type().is_file() {
                continue;
            }
            let text = fs::read_to_string(entry.path())?;
            entered.extend(
                text.lines()
                    .filter_map(|line| line.strip_prefix("record: sha256:"))
                    .map(str::to_owned),
            );
        }
    }
    Ok(entered)
}
