//! An authority's versions, read back.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::layout::UNFINISHED;
use super::{AuthorityFolder, RecordText};
use crate::diagnostics::{Code, Diagnostic, Place, Problems};
use crate::model::{
    Attachment, Organisation, RecordedFile, RecordedFileRole, Slug, Version, VersionId,
};
use crate::parse::{Bodies, PublicationFiles, SourceText, organisations, publication};
use crate::source::{Root, digest, recorded_picture_size};

/// An authority's part of the record.
#[derive(Clone, Debug, Default)]
pub struct AuthorityRecord {
    /// Its versions, by publication, each publication's oldest first.
    pub versions: Vec<RecordedVersion>,
}

impl AuthorityRecord {
    /// The versions of a publication, oldest first.
    pub fn of<'r>(&'r self, publication: &Slug) -> Vec<&'r RecordedVersion> {
        self.versions
            .iter()
            .filter(|version| version.record.publication == *publication)
            .collect()
    }

    /// The publications that have versions.
    pub fn publications(&self) -> Vec<&Slug> {
        let mut slugs: Vec<&Slug> = self
            .versions
            .iter()
            .map(|version| &version.record.publication)
            .collect();
        slugs.dedup();
        slugs
    }
}

/// A version as `record.txt` describes it; [`load`] reads the rest.
#[derive(Clone, Debug)]
pub struct RecordedVersion {
    /// What it is.
    pub record: RecordText,
    /// SHA-256 of `record.txt`, in hexadecimal.
    pub digest: String,
    /// Its folder.
    pub folder: PathBuf,
}

/// Reads which versions an authority has. Unfinished ones are passed over.
pub fn read_record(root: &Root, authority: &Slug) -> (AuthorityRecord, Problems) {
    let folder = AuthorityFolder::new(root, authority);
    let mut problems = Problems::new();
    let mut record = AuthorityRecord::default();
    for slug in slugs(&folder.publications()) {
        let mut versions: Vec<RecordedVersion> = version_folders(&folder.publication(&slug))
            .into_iter()
            .filter_map(|(id, path)| {
                match read_version(authority, &slug, &id, &path) {
                    Ok(version) => Some(version),
                    Err(why) => {
                        let file = path.join("record.txt");
                        problems.push(
                            Diagnostic::error(Code::RecordDamaged, format!("this version cannot be read: {why}"))
                                .at(&Place::path(&root.shown(&file)))
                                .help("the record must never be edited: bring the file back from your last commit"),
                        );
                        None
                    }
                }
            })
            .collect();
        versions.sort_by(|a, b| a.record.version.cmp(&b.record.version));
        record.versions.extend(versions);
    }
    (record, problems)
}

/// Reads one version.
///
/// # Errors
/// What is wrong with it.
pub fn read_one(
    root: &Root,
    authority: &Slug,
    publication: &Slug,
    version: &VersionId,
) -> Result<RecordedVersion, String> {
    let folder = AuthorityFolder::new(root, authority).version(publication, version);
    read_version(authority, publication, version, &folder)
}

/// Which versions an authority has, by the names of their folders alone.
pub(super) fn version_names(folder: &AuthorityFolder) -> Vec<(Slug, VersionId)> {
    slugs(&folder.publications())
        .into_iter()
        .flat_map(|slug| {
            let versions = version_folders(&folder.publication(&slug));
            versions
                .into_iter()
                .map(move |(version, _)| (slug.clone(), version))
        })
        .collect()
}

fn folders(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with(UNFINISHED))
        .collect();
    names.sort();
    names
}

fn slugs(publications: &Path) -> Vec<Slug> {
    let mut slugs = Vec::new();
    for name in folders(publications) {
        if name == "decisions" {
            let inner = folders(&publications.join("decisions"));
            slugs.extend(
                inner
                    .iter()
                    .filter_map(|inner| Slug::publication(&format!("decisions/{inner}"))),
            );
        } else {
            slugs.extend(Slug::new(&name));
        }
    }
    slugs
}

fn version_folders(publication: &Path) -> Vec<(VersionId, PathBuf)> {
    folders(publication)
        .into_iter()
        .filter_map(|name| Some((name.parse().ok()?, publication.join(&name))))
        .collect()
}

fn read_version(
    authority: &Slug,
    publication: &Slug,
    id: &VersionId,
    folder: &Path,
) -> Result<RecordedVersion, String> {
    let text = fs::read_to_string(folder.join("record.txt")).map_err(|error| error.to_string())?;
    if text.contains("<<<<<<<") {
        return Err(
            "two clones published it on the same day, and git could not merge them. Keep one \
                    of the two whole folders (git checkout --ours, or --theirs), and publish the \
                    other again"
                .to_owned(),
        );
    }
    let record: RecordText = text.parse()?;
    let stands = (&record.authority, &record.publication, &record.version);
    if stands != (authority, publication, id) {
        return Err("it describes another version than its folder says".to_owned());
    }
    Ok(RecordedVersion {
        record,
        digest: digest(text.as_bytes()),
        folder: folder.to_owned(),
    })
}

/// Reads everything a version is made of, and makes sure that it is what was recorded.
pub fn load(root: &Root, version: &RecordedVersion) -> (Version, Problems) {
    let mut problems = Problems::new();
    let mut texts: BTreeMap<&str, Arc<str>> = BTreeMap::new();
    let record = &version.record;
    for file in &record.files {
        if file.role == RecordedFileRole::Attachment {
            continue;
        }
        match read_file(version, file) {
            Ok(text) => {
                texts.insert(&file.path, text);
            }
            Err(why) => problems.push(
                Diagnostic::error(Code::RecordDamaged, why)
                    .at(&Place::path(&root.shown(&version.folder.join(&file.path))))
                    .help("the record must never be edited: bring the file back from your last commit"),
            ),
        }
    }
    let stand_ins = stand_ins(record);
    for (path, text) in &stand_ins {
        texts.insert(path, Arc::clone(text));
    }
    let files = publication_files(root, version, &texts);
    let bodies: BTreeMap<String, String> = record
        .files_of(RecordedFileRole::Body)
        .map(|file| file.path.as_str())
        .chain(stand_ins.keys().map(String::as_str))
        .filter_map(|path| {
            let name = path.strip_prefix("body/")?.strip_suffix(".html")?;
            Some((name.to_owned(), texts.get(path)?.to_string()))
        })
        .collect();
    // What was published was checked then; rules of today do not apply to it.
    let (mut publication, _) = publication(&files, &Bodies::Recorded(&bodies));
    publication.kind.value.clone_from(&record.kind);
    let loaded = Version {
        id: record.version.clone(),
        class: record.class,
        published: record.published,
        published_basis: record.published_basis,
        recorded: record.recorded,
        in_force_from: record.in_force_from,
        note: record.note.clone(),
        because: record.because.clone(),
        approved_by: record.approved_by.clone(),
        previous: record.previous.clone(),
        record_digest: version.digest.clone(),
        record_text: record.to_text(),
        files: record.files.clone(),
        withheld: record.withheld.clone(),
        publication,
    };
    (loaded, problems)
}

/// What stands in place of texts that are withheld, so that their addresses say so.
fn stand_ins(record: &RecordText) -> BTreeMap<String, Arc<str>> {
    let mut texts = BTreeMap::new();
    for path in record.withheld.iter().filter_map(|file| file.path.as_ref()) {
        let text = if path.starts_with("source/") {
            let title = match path.as_str() {
                "source/index.md" => record.title.as_str(),
                _ => "Withheld",
            };
            // As TOML writes a text: what is in quotes cannot end them.
            let title = toml::Value::String(title.to_owned());
            format!("+++\ntitle = {title}\nkind = \"{}\"\n+++\n", record.kind)
        } else if path.starts_with("body/") {
            "<p>This part has been withheld.</p>".to_owned()
        } else {
            continue;
        };
        texts.insert(path.clone(), Arc::from(text));
    }
    texts
}

fn read_file(version: &RecordedVersion, file: &RecordedFile) -> Result<Arc<str>, String> {
    let bytes = fs::read(version.folder.join(&file.path))
        .map_err(|error| format!("a recorded file cannot be read: {error}"))?;
    if digest(&bytes) != file.digest {
        return Err("a recorded file has been changed since it was published".to_owned());
    }
    String::from_utf8(bytes)
        .map(Arc::from)
        .map_err(|_| "a recorded file is not a text".to_owned())
}

fn publication_files(
    root: &Root,
    version: &RecordedVersion,
    texts: &BTreeMap<&str, Arc<str>>,
) -> PublicationFiles {
    let record = &version.record;
    let folder = AuthorityFolder::new(root, &record.authority);
    let source = |path: &str, name: &str| {
        Some(SourceText {
            file: Arc::from(root.shown(&version.folder.join(path))),
            name: name.to_owned(),
            path: String::new(),
            text: Arc::clone(texts.get(path)?),
        })
    };
    let named: Vec<Organisation> = source("organisations.toml", "organisations.toml")
        .map(|file| organisations(&file.file, &file.text).0)
        .unwrap_or_default();
    PublicationFiles {
        // Charts are in the recorded bodies.
        tables: Vec::new(),
        authority: record.authority.clone(),
        slug: record.publication.clone(),
        sources: texts
            .keys()
            .filter_map(|path| source(path, path.strip_prefix("source/")?))
            .collect(),
        sign_ups: source("sign-ups.csv", "sign-ups.csv"),
        actions: source("actions.csv", "actions.csv"),
        organisations: named,
        attachments: record
            .files_of(RecordedFileRole::Attachment)
            .map(|file| Attachment {
                path: file.path.clone(),
                size: file.size,
                digest: file.digest.clone(),
                picture: recorded_picture_size(&folder.file(&file.digest, &file.path)),
            })
            .collect(),
        place: Place::path(&root.shown(&version.folder)),
    }
}
