//! A new version, whole or not at all.
//!
//! 1. attachments go to `files/`, where one that no version names does no harm;
//! 2. everything else is written into a folder whose name marks it as unfinished;
//! 3. renaming that folder makes the version: before it there is none, after it there is all;
//! 4. the pending entry is written; [`recover`](super::recover()) writes it if we are stopped here.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use super::layout::{UNFINISHED, stored_name};
use super::{AuthorityFolder, Disk, NoticeText, PendingEntry, RecordText};
use crate::model::{
    ApprovedBy, Class, Consultation, Moment, Publication, PublishedBasis, RecordedFile,
    RecordedFileRole, VersionId,
};
use crate::parse::FileToRecord;
use crate::source::{DataFile, digest};

/// What is to become a version.
pub struct Submission<'s> {
    /// What it says.
    pub publication: &'s Publication,
    /// Its texts.
    pub files: &'s [FileToRecord],
    /// Its attachments.
    pub attachments: &'s [DataFile],
    /// What sort of version it is.
    pub class: Class,
    /// What changed, in the council's words.
    pub note: &'s str,
    /// Why it is a correction.
    pub because: Option<&'s str>,
    /// What approved it, where that is not what its front matter says.
    pub approved_by: Option<&'s str>,
    /// When the public could first read it, where that was before now.
    pub stated: Option<Moment>,
    /// The moment it is recorded.
    pub now: Moment,
    /// The latest moment in the authority's record; nothing is recorded before it.
    pub not_before: Option<Moment>,
    /// Whether it was withdrawn since its latest version: then the same text makes a new one.
    pub is_back: bool,
    /// 64 random hexadecimal digits.
    pub salt: String,
}

/// Why a version is not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Nothing differs from the latest version.
    Unchanged,
    /// It would have been public before the latest version was.
    BeforeLatest(Moment),
    /// It would be public only later.
    InTheFuture,
    /// The clock is behind the latest thing that the authority recorded.
    ClockBehind(Moment),
}

impl Submission<'_> {
    /// Everything it is made of.
    fn recorded_files(&self) -> Vec<RecordedFile> {
        let texts = self.files.iter().map(|file| RecordedFile {
            role: file.role,
            digest: digest(file.text.as_bytes()),
            size: file.text.len() as u64,
            path: file.path.clone(),
        });
        let attachments = self.attachments.iter().map(|file| RecordedFile {
            role: RecordedFileRole::Attachment,
            digest: file.digest.clone(),
            size: file.size,
            path: file.path.clone(),
        });
        let mut files: Vec<RecordedFile> = texts.chain(attachments).collect();
        files.sort_by(|a, b| (a.role, &a.path).cmp(&(b.role, &b.path)));
        files
    }

    /// The `record.txt` it would get after the versions that exist.
    ///
    /// # Errors
    /// [`Refused`] where no version may be made of it.
    pub fn record(&self, versions: &[&RecordText]) -> Result<RecordText, Refused> {
        let latest = versions.last();
        let files = self.recorded_files();
        if !self.is_back && latest.is_some_and(|latest| is_same(&latest.files, &files)) {
            return Err(Refused::Unchanged);
        }
        let published = self.stated.unwrap_or(self.now);
        if published > self.now {
            return Err(Refused::InTheFuture);
        }
        let recorded = latest.map(|latest| latest.recorded);
        if let Some(recorded) = self.not_before.max(recorded)
            && self.now < recorded
        {
            return Err(Refused::ClockBehind(recorded));
        }
        if let Some(latest) = latest.filter(|latest| published < latest.published) {
            return Err(Refused::BeforeLatest(latest.published));
        }
        let control = &self.publication.control;
        let day = published.day();
        Ok(RecordText {
            authority: self.publication.authority.clone(),
            publication: self.publication.slug.clone(),
            version: VersionId::next(day, versions.iter().map(|one| &one.version)),
            kind: self.publication.kind.value.clone(),
            title: self.publication.title().to_owned(),
            class: self.class,
            published,
            published_basis: match self.stated {
                Some(_) => PublishedBasis::Stated,
                None => PublishedBasis::Recorded,
            },
            recorded: self.now,
            in_force_from: control.in_force_from.as_ref().map(|day| day.value),
            note: self.note.to_owned(),
            because: self.because.map(str::to_owned),
            approved_by: match self.approved_by {
                Some(written) => Some(written.to_owned()),
                None => control.approved_by.as_ref().map(|one| approval(&one.value)),
            },
            consultation: control
                .consultation
                .as_ref()
                .map(|one| in_words(&one.value)),
            previous: latest.map(|latest| latest.version.clone()),
            salt: self.salt.clone(),
            files,
            withheld: Vec::new(),
        })
    }
}

/// Whether a submission differs from the files of a version. Bodies do not count: a new
/// renderer is not a change of the text.
pub fn submission_changes(latest: &[RecordedFile], submission: &Submission<'_>) -> bool {
    !is_same(latest, &submission.recorded_files())
}

fn is_same(a: &[RecordedFile], b: &[RecordedFile]) -> bool {
    fn key(files: &[RecordedFile]) -> BTreeSet<(RecordedFileRole, &str, &str)> {
        files
            .iter()
            .filter(|file| file.role != RecordedFileRole::Body)
            .map(|file| (file.role, file.path.as_str(), file.digest.as_str()))
            .collect()
    }
    key(a) == key(b)
}

fn approval(approved_by: &ApprovedBy) -> String {
    match approved_by {
        ApprovedBy::Decision(slug) => format!("decisions/{slug}"),
        ApprovedBy::Body { body, date } => format!("{body}, {date}"),
    }
}

fn in_words(consultation: &Consultation) -> String {
    let mut parts = Vec::new();
    match (consultation.from, consultation.to) {
        (Some(from), Some(to)) => parts.push(format!("{from} to {to}")),
        (Some(day), None) | (None, Some(day)) => parts.push(day.to_string()),
        (None, None) => {}
    }
    if !consultation.who.is_empty() {
        parts.push(format!("with {}", consultation.who.join(", ")));
    }
    if let Some(report) = &consultation.report {
        let published = consultation
            .report_published
            .map(|day| format!(" of {day}"))
            .unwrap_or_default();
        parts.push(format!("report{published}: {}", report.value));
    }
    parts.join("; ")
}

/// Writes a version that [`Submission::record`] has described. Call with the
/// [`Lock`](super::Lock) held and after [`recover`](super::recover()).
///
/// # Errors
/// Whatever the disk says. The record then holds the version whole, or not at all.
pub fn append(
    disk: &Disk,
    folder: &AuthorityFolder,
    submission: &Submission<'_>,
    record: &RecordText,
) -> io::Result<()> {
    keep_bytes(disk, folder)?;
    store_attachments(disk, folder, submission)?;
    let unfinished = folder.unfinished_version(&record.publication, &record.version);
    disk.make_folder(&unfinished)?;
    let mut folders = BTreeSet::new();
    for file in submission.files {
        let path = unfinished.join(&file.path);
        if let Some(parent) = path.parent()
            && folders.insert(parent.to_owned())
        {
            disk.make_folder(parent)?;
        }
        disk.write_new(&path, file.text.as_bytes())?;
    }
    let text = record.to_text();
    disk.write_new(&unfinished.join("record.txt"), text.as_bytes())?;
    for inner in &folders {
        disk.sync_folder(Some(inner))?;
    }
    disk.sync_folder(Some(&unfinished))?;
    disk.rename(
        &unfinished,
        &folder.version(&record.publication, &record.version),
    )?;
    write_pending(
        disk,
        folder,
        &PendingEntry::of(record, &digest(text.as_bytes())),
    )
}

/// Tells git to leave line ends alone: a changed byte would be a changed record.
///
/// # Errors
/// Whatever the disk says.
pub fn keep_bytes(disk: &Disk, folder: &AuthorityFolder) -> io::Result<()> {
    disk.make_folder(folder.path())?;
    disk.put_in_place(&folder.git_attributes(), b"* -text\n")?;
    disk.put_in_place(&folder.path().join("log").join(".gitignore"), b".lock\n")
}

fn store_attachments(
    disk: &Disk,
    folder: &AuthorityFolder,
    submission: &Submission<'_>,
) -> io::Result<()> {
    for file in submission.attachments {
        let stored = folder.file(&file.digest, &file.path);
        if stored.exists() {
            continue;
        }
        disk.make_folder(&folder.files())?;
        let name = stored_name(&file.digest, &file.path);
        let unfinished = folder.files().join(format!("{UNFINISHED}{name}"));
        match file.written {
            Some(_) => disk.write_new(&unfinished, &file.bytes()?)?,
            None => disk.copy_new(&file.on_disk, &unfinished)?,
        }
        // It may have been saved again since it was read.
        if crate::source::digest_file(&unfinished)?.0 != file.digest {
            return Err(io::Error::other(format!(
                "{} was changed while it was being published; publish again",
                file.file
            )));
        }
        disk.rename(&unfinished, &stored)?;
    }
    Ok(())
}

/// Writes the entry of a version.
pub(super) fn write_pending(
    disk: &Disk,
    folder: &AuthorityFolder,
    entry: &PendingEntry,
) -> io::Result<()> {
    disk.make_folder(&folder.pending())?;
    disk.put_in_place(
        &folder.pending().join(entry.file_name()),
        entry.to_text().as_bytes(),
    )
}

/// Records a notice. Call with the [`Lock`](super::Lock) held.
///
/// # Errors
/// Whatever the disk says. The record then holds the notice whole, or not at all.
pub fn give_notice(disk: &Disk, folder: &AuthorityFolder, notice: &NoticeText) -> io::Result<()> {
    keep_bytes(disk, folder)?;
    let text = notice.to_text();
    disk.put_in_place(&folder.notices().join(notice.file_name()), text.as_bytes())?;
    let entry = PendingEntry::of_notice(notice, &digest(text.as_bytes()));
    write_pending(disk, folder, &entry)
}

/// Adds a text of the log's own (a change of key, another authority's checkpoint) and the entry
/// that waits for its place. Call with the [`Lock`](super::Lock) held.
///
/// # Errors
/// Whatever the disk says.
pub fn add_to_log(
    disk: &Disk,
    folder: &AuthorityFolder,
    path: &Path,
    text: &str,
    entry: &PendingEntry,
) -> io::Result<()> {
    keep_bytes(disk, folder)?;
    disk.put_in_place(path, text.as_bytes())?;
    write_pending(disk, folder, entry)
}
