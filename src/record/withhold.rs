//! Withholding a part of a version: the texts go, the proof that there was something stays.
//!
//! The log's entry of the version names the digest of a `record.txt` that nobody has any more; a
//! notice names the digest of the `record.txt` that takes its place, which lists what is left and
//! says what is withheld. The digests of withheld texts go as well: whoever knows all of a text
//! but a name could else try names until the digest fits.
//!
//! 1. the new `record.txt` is written aside;
//! 2. the notice is recorded, which settles it;
//! 3. the new `record.txt` takes its place, and the texts are removed.
//!
//! Stopped after 2, [`recover`](super::recover()) does the rest.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::PathBuf;

use walkdir::WalkDir;

use super::append::give_notice;
use super::layout::stored_name;
use super::{AuthorityFolder, AuthorityRecord, Disk, NoticeText, RecordText, RecordedVersion};
use crate::model::{Moment, Notice, NoticeSays, RecordedFileRole, WithheldFile};
use crate::source::digest;

/// What is to be withheld, why, and by whose order.
pub struct Withholding<'w> {
    /// The version.
    pub version: &'w RecordedVersion,
    /// Paths of files, as the version's `record.txt` lists them.
    pub paths: BTreeSet<String>,
    /// Fields of `record.txt` that say something else from now on: `title`, `note`,
    /// `approved-by`, `consultation`.
    pub fields: BTreeMap<&'static str, String>,
    /// Why.
    pub reason: &'w str,
    /// Who ordered it.
    pub by: &'w str,
    /// The moment it is recorded.
    pub now: Moment,
    /// 64 random hexadecimal digits for the new `record.txt`.
    pub record_salt: String,
    /// 64 more for the notice.
    pub notice_salt: String,
}

impl Withholding<'_> {
    /// The `record.txt` that takes the place of the old one.
    pub fn new_record(&self) -> RecordText {
        let mut record = self.version.record.clone();
        let (gone, left): (Vec<_>, Vec<_>) = record
            .files
            .into_iter()
            .partition(|file| self.paths.contains(&file.path));
        record.files = left;
        record
            .withheld
            .extend(gone.into_iter().map(|file| WithheldFile {
                role: file.role,
                path: (file.role != RecordedFileRole::Attachment).then_some(file.path),
            }));
        record.withheld.sort();
        for (name, text) in &self.fields {
            let text = text.clone();
            match *name {
                "title" => record.title = text,
                "note" => record.note = text,
                "because" => record.because = Some(text),
                "approved-by" => record.approved_by = Some(text),
                "consultation" => record.consultation = Some(text),
                _ => {}
            }
        }
        record.salt.clone_from(&self.record_salt);
        record
    }

    /// The notice that says so.
    pub fn notice(&self) -> NoticeText {
        let record = self.new_record();
        let before = &self.version.record.withheld;
        let mut files = record.withheld.clone();
        for file in before {
            if let Some(at) = files.iter().position(|one| one == file) {
                files.remove(at);
            }
        }
        NoticeText {
            authority: record.authority.clone(),
            notice: Notice {
                publication: record.publication.clone(),
                recorded: self.now,
                by: self.by.to_owned(),
                reason: self.reason.to_owned(),
                says: NoticeSays::Withheld {
                    version: record.version.clone(),
                    record: digest(record.to_text().as_bytes()),
                    files,
                },
            },
            salt: self.notice_salt.clone(),
        }
    }
}

/// Withholds a part of a version. `record` is the authority's, as it was before. Call with the
/// [`Lock`](super::Lock) held and after [`recover`](super::recover()).
///
/// # Errors
/// Whatever the disk says. The version is then as it was, or the next run finishes what was
/// begun.
pub fn withhold(
    disk: &Disk,
    folder: &AuthorityFolder,
    record: &AuthorityRecord,
    withholding: &Withholding<'_>,
) -> io::Result<()> {
    let new = withholding.new_record();
    let aside = folder.unfinished_record(&new.publication, &new.version);
    if aside.exists() {
        disk.remove_file(&aside)?;
    }
    disk.write_new(&aside, new.to_text().as_bytes())?;
    give_notice(disk, folder, &withholding.notice())?;
    disk.rename(&aside, &withholding.version.folder.join("record.txt"))?;
    let mut after = record.clone();
    for one in &mut after.versions {
        if one.folder == withholding.version.folder {
            one.record = new.clone();
        }
    }
    remove_withheld(disk, folder, &after)
}

/// Removes the texts that no `record.txt` names any more.
pub(super) fn remove_withheld(
    disk: &Disk,
    folder: &AuthorityFolder,
    record: &AuthorityRecord,
) -> io::Result<()> {
    let parts = record
        .versions
        .iter()
        .filter(|version| !version.record.withheld.is_empty());
    let mut any = false;
    for version in parts {
        any = true;
        for path in unnamed(version) {
            disk.remove_file(&path)?;
        }
    }
    match any {
        true => remove_unnamed_files(disk, folder, record),
        false => Ok(()),
    }
}

fn unnamed(version: &RecordedVersion) -> Vec<PathBuf> {
    let mut named: BTreeSet<PathBuf> = version
        .record
        .files
        .iter()
        .filter(|file| file.role != RecordedFileRole::Attachment)
        .map(|file| version.folder.join(&file.path))
        .collect();
    named.insert(version.folder.join("record.txt"));
    WalkDir::new(&version.folder)
        .sort_by_file_name()
        .into_iter()
        .flatten()
        .filter(|entry| entry.file_type().is_file() && !named.contains(entry.path()))
        .map(walkdir::DirEntry::into_path)
        .collect()
}

/// Removes attachments that no version names.
pub(super) fn remove_unnamed_files(
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
    for entry in std::fs::read_dir(folder.files())? {
        let entry = entry?;
        if !named.contains(entry.file_name().to_string_lossy().as_ref()) {
            disk.remove_file(&entry.path())?;
        }
    }
    Ok(())
}
