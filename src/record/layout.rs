//! Where things are in an authority's part of the record.

use std::path::{Path, PathBuf};

use crate::model::{Slug, VersionId};
use crate::source::Root;

/// Names that start so belong to an unfinished write and are never read.
pub(super) const UNFINISHED: &str = ".unfinished-";

/// An authority's part of the record.
#[derive(Clone, Debug)]
pub struct AuthorityFolder {
    folder: PathBuf,
}

impl AuthorityFolder {
    /// The part of an authority.
    pub fn new(root: &Root, authority: &Slug) -> Self {
        Self {
            folder: root.published().join(authority.as_str()),
        }
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.folder
    }

    /// Where git is told to leave bytes alone.
    pub fn git_attributes(&self) -> PathBuf {
        self.folder.join(".gitattributes")
    }

    /// The lock that one `publish` at a time holds.
    pub fn lock(&self) -> PathBuf {
        self.folder.join("log").join(".lock")
    }

    /// Entries that wait to be put in order.
    pub fn pending(&self) -> PathBuf {
        self.folder.join("log").join("pending")
    }

    /// Entries in order.
    pub fn entries(&self) -> PathBuf {
        self.folder.join("log").join("entries")
    }

    /// All publications.
    pub fn publications(&self) -> PathBuf {
        self.folder.join("publications")
    }

    /// A publication's versions.
    pub fn publication(&self, publication: &Slug) -> PathBuf {
        let mut path = self.publications();
        path.extend(publication.as_str().split('/'));
        path
    }

    /// A version.
    pub fn version(&self, publication: &Slug, version: &VersionId) -> PathBuf {
        self.publication(publication).join(version.to_string())
    }

    /// A version while it is being written.
    pub fn unfinished_version(&self, publication: &Slug, version: &VersionId) -> PathBuf {
        self.publication(publication)
            .join(format!("{UNFINISHED}{version}"))
    }

    /// Attachments.
    pub fn files(&self) -> PathBuf {
        self.folder.join("files")
    }

    /// An attachment, by its digest and the ending of its name.
    pub fn file(&self, digest: &str, path: &str) -> PathBuf {
        self.files().join(stored_name(digest, path))
    }
}

/// `<sha256>.<ending>`: the ending in lower case, so that programs know what it is.
pub(super) fn stored_name(digest: &str, path: &str) -> String {
    let ending = Path::new(path)
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    match ending {
        Some(ending) => format!("{digest}.{ending}"),
        None => digest.to_owned(),
    }
}
