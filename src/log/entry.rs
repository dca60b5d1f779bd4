//! What a leaf of an authority's log says: lines of text, readable with `cat`, checkable with
//! `sha256sum`. Nothing that may have to be deleted is in it: it names a text by its digest, and
//! that text holds a random salt.

use std::fmt;
use std::str::FromStr;

use crate::model::{Moment, Slug, VersionId};

const FORMAT: &str = "offerbook-entry/v1";

/// The longest that an entry may be, in bytes (C2SP tlog-tiles).
pub const ENTRY_LIMIT: usize = 65_535;

/// What an entry is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// A version was published.
    Version,
    /// A publication was withdrawn.
    Withdraw,
    /// A publication moved to another address.
    Move,
    /// A part of a version was withheld.
    Redact,
    /// Another authority's checkpoint was seen.
    Observe,
    /// The key was changed.
    Key,
}

impl EntryKind {
    /// The words used in the log.
    pub const ALL: [(&'static str, Self); 6] = [
        ("version", Self::Version),
        ("withdraw", Self::Withdraw),
        ("move", Self::Move),
        ("redact", Self::Redact),
        ("observe", Self::Observe),
        ("key", Self::Key),
    ];

    /// The word used in the log.
    pub fn word(self) -> &'static str {
        match self {
            Self::Version => "version",
            Self::Withdraw => "withdraw",
            Self::Move => "move",
            Self::Redact => "redact",
            Self::Observe => "observe",
            Self::Key => "key",
        }
    }

    /// Reads a word.
    pub fn of_word(text: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(word, _)| *word == text)
            .map(|(_, kind)| *kind)
    }
}

/// A leaf of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is of.
    pub kind: EntryKind,
    /// The publication, where it is about one.
    pub publication: Option<Slug>,
    /// The version, where it is about one.
    pub version: Option<VersionId>,
    /// When it was recorded; never before the entry before it.
    pub recorded: Moment,
    /// SHA-256 of the text that it is of, in hexadecimal.
    pub record: String,
    /// The entry before it about the same publication.
    pub previous: Option<u64>,
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fn or_none<T: fmt::Display>(value: Option<&T>) -> String {
            value.map_or_else(|| "none".to_owned(), ToString::to_string)
        }
        write!(
            f,
            "{FORMAT}\nkind: {}\npublication: {}\nversion: {}\nrecorded: {}\nrecord: sha256:{}\n\
             previous: {}\n",
            self.kind.word(),
            or_none(self.publication.as_ref()),
            or_none(self.version.as_ref()),
            self.recorded,
            self.record,
            or_none(self.previous.as_ref())
        )
    }
}

/// Reads an entry; only the form that is written is read.
impl FromStr for Entry {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut lines = text.lines();
        if lines.next() != Some(FORMAT) {
            return Err(format!("its first line is not “{FORMAT}”"));
        }
        let mut value = |key: &str| -> Result<&str, String> {
            lines
                .next()
                .and_then(|line| line.strip_prefix(key)?.strip_prefix(": "))
                .ok_or_else(|| format!("the line “{key}: …” is missing or out of place"))
        };
        fn read<T>(key: &str, text: &str, value: Option<T>) -> Result<T, String> {
            value.ok_or_else(|| format!("the line “{key}: {text}” cannot be read"))
        }
        fn optional<T>(
            key: &str,
            text: &str,
            reader: impl Fn(&str) -> Option<T>,
        ) -> Result<Option<T>, String> {
            match text {
                "none" => Ok(None),
                _ => read(key, text, reader(text)).map(Some),
            }
        }
        let kind = value("kind")?;
        let publication = value("publication")?;
        let version = value("version")?;
        let recorded = value("recorded")?;
        let record = value("record")?;
        let previous = value("previous")?;
        let digest = record.strip_prefix("sha256:").filter(|digest| {
            digest.len() == 64
                && digest
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
        });
        let entry = Self {
            kind: read("kind", kind, EntryKind::of_word(kind))?,
            publication: optional("publication", publication, Slug::publication)?,
            version: optional("version", version, |text| text.parse().ok())?,
            recorded: read("recorded", recorded, recorded.parse().ok())?,
            record: read("record", record, digest)?.to_owned(),
            previous: optional("previous", previous, |text| text.parse().ok())?,
        };
        // One text, one meaning: what does not come out as it went in was not written by us.
        match entry.to_string() == text {
            true => Ok(entry),
            false => Err("it is not written in the form that offerbook writes".to_owned()),
        }
    }
}
