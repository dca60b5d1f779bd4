//! A pending entry: what waits to be put in order and signed.
//!
//! It holds no index, since two clones may publish at once; sealing, in one place, gives it one.

use std::str::FromStr;

use super::record_text::hexadecimal;
use super::{NoticeText, RecordText};
use crate::log::EntryKind;
use crate::model::{Moment, NoticeSays, Slug, VersionId};

const FORMAT: &str = "offerbook-pending/v1";

/// An entry that has no place in the log yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PendingEntry {
    /// What it is of.
    pub kind: EntryKind,
    /// The publication, where it is about one.
    pub publication: Option<Slug>,
    /// The version, where it is about one.
    pub version: Option<VersionId>,
    /// When it was recorded.
    pub recorded: Moment,
    /// SHA-256 of the text that it is of, in hexadecimal.
    pub record: String,
    /// The version before.
    pub previous: Option<VersionId>,
}

impl PendingEntry {
    /// The entry of a version.
    pub fn of(record: &RecordText, digest: &str) -> Self {
        Self {
            kind: EntryKind::Version,
            publication: Some(record.publication.clone()),
            version: Some(record.version.clone()),
            recorded: record.recorded,
            record: digest.to_owned(),
            previous: record.previous.clone(),
        }
    }

    /// The entry of a notice.
    pub fn of_notice(text: &NoticeText, digest: &str) -> Self {
        let notice = &text.notice;
        let (kind, version) = match &notice.says {
            NoticeSays::Withdrawn => (EntryKind::Withdraw, None),
            NoticeSays::Moved { .. } => (EntryKind::Move, None),
            NoticeSays::Withheld { version, .. } => (EntryKind::Redact, Some(version.clone())),
        };
        Self {
            kind,
            publication: Some(notice.publication.clone()),
            version,
            recorded: notice.recorded,
            record: digest.to_owned(),
            previous: None,
        }
    }

    /// The entry of a text of the log's own: a change of key, another authority's checkpoint.
    pub fn of_log(kind: EntryKind, recorded: Moment, digest: &str) -> Self {
        Self {
            kind,
            publication: None,
            version: None,
            recorded,
            record: digest.to_owned(),
            previous: None,
        }
    }

    /// The name of its file: no two entries share one, and names sort by time.
    pub fn file_name(&self) -> String {
        let mut name = self.recorded.compact();
        if let Some(publication) = &self.publication {
            name.push('.');
            name.push_str(&publication.as_str().replace('/', "."));
        }
        if let Some(version) = &self.version {
            name.push_str(&format!(".{version}"));
        }
        if self.kind != EntryKind::Version {
            name.push_str(&format!(".{}", self.kind.word()));
        }
        if self.kind != EntryKind::Version {
            // Several of them may be recorded in one second.
            name.push_str(&format!(".{}", self.record.get(..8).unwrap_or_default()));
        }
        name.push_str(".txt");
        name
    }

    /// As it stands in its file.
    pub fn to_text(&self) -> String {
        fn or_none<T: ToString>(value: Option<&T>) -> String {
            value.map_or_else(|| "none".to_owned(), ToString::to_string)
        }
        format!(
            "{FORMAT}\nkind: {}\npublication: {}\nversion: {}\nrecorded: {}\n\
             record: sha256:{}\nprevious-version: {}\n",
            self.kind.word(),
            or_none(self.publication.as_ref()),
            or_none(self.version.as_ref()),
            self.recorded,
            self.record,
            or_none(self.previous.as_ref())
        )
    }
}

/// Reads a pending entry.
impl FromStr for PendingEntry {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        fn optional<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
            match text {
                "none" => Some(None),
                _ => read(text).map(Some),
            }
        }
        let mut lines = text.lines();
        let first = lines.next();
        let mut value =
            |key: &str| -> Option<&str> { lines.next()?.strip_prefix(key)?.strip_prefix(": ") };
        let mut read = || -> Option<Self> {
            (first == Some(FORMAT)).then_some(())?;
            Some(Self {
                kind: EntryKind::of_word(value("kind")?)?,
                publication: optional(value("publication")?, Slug::publication)?,
                version: optional(value("version")?, |text| text.parse().ok())?,
                recorded: value("recorded")?.parse().ok()?,
                record: hexadecimal(value("record")?.strip_prefix("sha256:")?)?,
                previous: optional(value("previous-version")?, |text| text.parse().ok())?,
            })
        };
        read().filter(|entry| entry.to_text() == text).ok_or(())
    }
}
