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
        self.log().join(".lock")
    }

    /// Entries that wait to be put in order.
    pub fn pending(&self) -> PathBuf {
        self.log().join("pending")
    }

    /// The log: everything about the order of entries and who signed it.
    pub fn log(&self) -> PathBuf {
        self.folder.join("log")
    }

    /// Entries in order.
    pub fn entries(&self) -> PathBuf {
        self.log().join("entries")
    }

    /// An entry, by its index: `entries/000/412.txt`.
    pub fn entry(&self, index: u64) -> PathBuf {
        self.entries()
            .join(format!("{:03}", index / 1000))
            .join(format!("{:03}.txt", index % 1000))
    }

    /// The name of the log.
    pub fn origin(&self) -> PathBuf {
        self.log().join("origin")
    }

    /// The log's first key; later ones stand in [`Self::rotations`].
    pub fn first_key(&self) -> PathBuf {
        self.log().join("vkey")
    }

    /// Which witnesses are known (C2SP tlog-policy).
    pub fn policy(&self) -> PathBuf {
        self.log().join("policy")
    }

    /// Changes of key.
    pub fn rotations(&self) -> PathBuf {
        self.log().join("keys")
    }

    /// Every checkpoint that was signed.
    pub fn checkpoints(&self) -> PathBuf {
        self.log().join("checkpoints")
    }

    /// A checkpoint, by its size: `checkpoints/000413`.
    pub fn checkpoint(&self, size: u64) -> PathBuf {
        self.checkpoints().join(format!("{size:06}"))
    }

    /// Outside times: `stamps/000413.<who>.tsr`, with the certificates `stamps/<who>.pem`.
    pub fn stamps(&self) -> PathBuf {
        self.log().join("stamps")
    }

    /// Witnesses' signatures: `cosignatures/000413.<id>`.
    pub fn cosignatures(&self) -> PathBuf {
        self.log().join("cosignatures")
    }

    /// Checkpoints of other authorities.
    pub fn observed(&self) -> PathBuf {
        self.log().join("observed")
    }

    /// Notices: withdrawn, moved, withheld.
    pub fn notices(&self) -> PathBuf {
        self.folder.join("notices")
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

    /// The `record.txt` that is to take the place of a version's while a part is withheld.
    pub fn unfinished_record(&self, publication: &Slug, version: &VersionId) -> PathBuf {
        self.version(publication, version)
            .join(format!("{UNFINISHED}record.txt"))
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
