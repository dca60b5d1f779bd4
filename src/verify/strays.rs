//! What stands in the folders of a record and is no part of it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::model::RecordedFileRole;
use crate::record::{AuthorityFolder, AuthorityRecord};
use crate::source::Root;

/// Folders that are no version, files beside versions, attachments that no version names: each in
/// a sentence. What an interrupted write left is passed over: the next command tidies it up.
pub fn strays(root: &Root, folder: &AuthorityFolder, record: &AuthorityRecord) -> Vec<String> {
    let mut named: BTreeSet<PathBuf> = BTreeSet::new();
    for version in &record.versions {
        named.insert(version.folder.clone());
        let attachments = version.record.files_of(RecordedFileRole::Attachment);
        named.extend(attachments.map(|file| folder.file(&file.digest, &file.path)));
    }
    let mut strays = Vec::new();
    for top in [folder.publications(), folder.files()] {
        let mut walk = WalkDir::new(&top).sort_by_file_name().into_iter();
        while let Some(entry) = walk.next() {
            let Ok(entry) = entry else {
                continue;
            };
            let path = entry.path();
            if path == top || is_above_one(path, &named) {
                continue;
            }
            // What is inside a version is looked at with it.
            if entry.file_type().is_dir() {
                walk.skip_current_dir();
            }
            let is_unfinished = entry
                .file_name()
                .to_string_lossy()
                .starts_with(".unfinished-");
            if !named.contains(path) && !is_unfinished {
                strays.push(format!(
                    "{} is no part of the record: it was put in, or cannot be read",
                    root.shown(path)
                ));
            }
        }
    }
    strays
}

/// Whether a folder holds something of the record, and is not itself a version.
fn is_above_one(path: &Path, named: &BTreeSet<PathBuf>) -> bool {
    let mut from = named.range(path.to_owned()..);
    from.next()
        .is_some_and(|one| one != path && one.starts_with(path))
}
