//! A pending entry: what waits to be put in order and signed.
//!
//! It holds no index, since two clones may publish at once; sealing, in one place, gives it one.

use std::str::FromStr;

use super::RecordText;
use crate::model::{Moment, Slug, VersionId};

const FORMAT: &str = "offerbook-pending/v1";

/// An entry for a version that has no place in the log yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PendingEntry {
    /// The publication.
    pub publication: Slug,
    /// The version.
    pub version: VersionId,
    /// When it was recorded.
    pub recorded: Moment,
    /// SHA-256 of its `record.txt`, in hexadecimal.
    pub record: String,
    /// The version before.
    pub previous: Option<VersionId>,
}

impl PendingEntry {
    /// The entry of a version.
    pub fn of(record: &RecordText, digest: &str) -> Self {
        Self {
            publication: record.publication.clone(),
            version: record.version.clone(),
            recorded: record.recorded,
            record: digest.to_owned(),
            previous: record.previous.clone(),
        }
    }

    /// The name of its file: no two versions share one, and names sort by time.
    pub fn file_name(&self) -> String {
        format!(
            "{}.{}.{}.txt",
            self.recorded.compact(),
            self.publication.as_str().replace('/', "."),
            self.version
        )
    }

    /// As it stands in its file.
    pub fn to_text(&self) -> String {
        let previous = self
            .previous
            .as_ref()
            .map_or_else(|| "none".to_owned(), ToString::to_string);
        format!(
            "{FORMAT}\nkind: version\npublication: {}\nversion: {}\nrecorded: {}\n\
             record: sha256:{}\nprevious-version: {previous}\n",
            self.publication, self.version, self.recorded, self.record
        )
    }
}

/// Reads a pending entry.
impl FromStr for PendingEntry {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut lines = text.lines();
        let mut value =
            |key: &str| -> Option<&str> { lines.next()?.strip_prefix(key)?.strip_prefix(": ") };
        let read = || -> Option<Self> {
            (value("offerbook-pending/v1").is_none()).then_some(())?;
            (value("kind")? == "version").then_some(())?;
            Some(Self {
                publication: Slug::publication(value("publication")?)?,
                version: value("version")?.parse().ok()?,
                recorded: value("recorded")?.parse().ok()?,
                record: value("record")?.strip_prefix("sha256:")?.to_owned(),
                previous: match value("previous-version")? {
                    "none" => None,
                    version => Some(version.parse().ok()?),
                },
            })
        };
        let mut read = read;
        read().filter(|entry| entry.to_text() == text).ok_or(())
    }
}
