//! A publication as it stood from one moment to the next.

use std::fmt;
use std::str::FromStr;

use super::{Day, Moment, Publication, WithheldFile};

/// A published version. Immutable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The day it was published, and a number when it was not the first that day.
    pub id: VersionId,
    /// Whether it changed what the publication says, or mended it.
    pub class: Class,
    /// When the public could first read it.
    pub published: Moment,
    /// Whether that moment was witnessed by this tool or is the council's word.
    pub published_basis: PublishedBasis,
    /// When it was put in the record.
    pub recorded: Moment,
    /// The day it applies from, where that is not the day it was published.
    pub in_force_from: Option<Day>,
    /// What changed, in the council's words.
    pub note: String,
    /// Why it is a correction and not an update, in the council's words.
    pub because: Option<String>,
    /// What approved it, as written.
    pub approved_by: Option<String>,
    /// The version before.
    pub previous: Option<VersionId>,
    /// SHA-256 of its `record.txt`, in hexadecimal.
    pub record_digest: String,
    /// Its `record.txt`.
    pub record_text: String,
    /// Every file it is made of.
    pub files: Vec<RecordedFile>,
    /// What it was made of as well and is withheld.
    pub withheld: Vec<WithheldFile>,
    /// What it says.
    pub publication: Publication,
}

impl Version {
    /// The day it was published.
    pub fn day(&self) -> Day {
        self.published.day()
    }

    /// As people read it: "1 July 2026"; a later one of that day, "1 July 2026 (2)".
    pub fn in_words(&self) -> String {
        self.id.in_words()
    }
}

/// A version's name: `2026-07-01`, or `2026-07-01.2` for the second on that day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VersionId {
    day: Day,
    number: u32,
}

impl VersionId {
    /// The name of a version published on a day, after those that exist.
    pub fn next<'a>(day: Day, existing: impl IntoIterator<Item = &'a VersionId>) -> Self {
        let last = existing
            .into_iter()
            .filter(|id| id.day == day)
            .map(|id| id.number)
            .max();
        Self {
            day,
            number: last.unwrap_or(0) + 1,
        }
    }

    /// The day.
    pub fn day(&self) -> Day {
        self.day
    }

    /// Which one of its day: 1 for the first.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// As people read it: "1 July 2026"; a later one of that day, "1 July 2026 (2)".
    pub fn in_words(&self) -> String {
        match self.number {
            1 => self.day.in_words(),
            number => format!("{} ({number})", self.day.in_words()),
        }
    }
}

impl fmt::Display for VersionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.number == 1 {
            write!(f, "{}", self.day)
        } else {
            write!(f, "{}.{}", self.day, self.number)
        }
    }
}

impl FromStr for VersionId {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (day, number) = match text.split_once('.') {
            None => (text, 1),
            Some((day, number)) => {
                let canonical = !number.starts_with('0') && number != "1";
                let number: u32 = number.parse().map_err(|_| ())?;
                (day, canonical.then_some(number).ok_or(())?)
            }
        };
        Ok(Self {
            day: day.parse()?,
            number,
        })
    }
}

/// What sort of change a version is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// It changes what the publication says.
    Update,
    /// It mends a mistake, and says why.
    Correction,
    /// Only who has signed up changed: not a word of the text.
    SignUps,
}

impl Class {
    /// The words used on the command line and in the record.
    pub const ALL: [(&'static str, Self); 3] = [
        ("update", Self::Update),
        ("correction", Self::Correction),
        ("sign-ups", Self::SignUps),
    ];

    /// The word used in the record.
    pub fn word(self) -> &'static str {
        match self {
            Self::Update => "update",
            Self::Correction => "correction",
            Self::SignUps => "sign-ups",
        }
    }
}

/// Whether the moment of publishing was witnessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublishedBasis {
    /// Published and recorded in one step.
    Recorded,
    /// Earlier than recorded: the council states it.
    Stated,
}

/// A file of a version, as its `record.txt` lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedFile {
    /// What it is.
    pub role: RecordedFileRole,
    /// SHA-256 of its bytes, in hexadecimal.
    pub digest: String,
    /// Its size in bytes.
    pub size: u64,
    /// Its path in the version's folder; for an attachment, its path in the publication.
    pub path: String,
}

/// What a recorded file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordedFileRole {
    /// A Markdown source.
    Source,
    /// A rendered body.
    Body,
    /// A register (CSV).
    Register,
    /// A file to download.
    Attachment,
}

impl RecordedFileRole {
    /// The words used in `record.txt`.
    pub const ALL: [(&'static str, Self); 4] = [
        ("source", Self::Source),
        ("body", Self::Body),
        ("register", Self::Register),
        ("attachment", Self::Attachment),
    ];

    /// The word used in `record.txt`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Body => "body",
            Self::Register => "register",
            Self::Attachment => "attachment",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_versions_round_trip_and_sort() {
        let first: VersionId = "2026-07-01".parse().unwrap();
        let tenth: VersionId = "2026-07-01.10".parse().unwrap();
        let second = VersionId::next(first.day(), [&first]);
        assert_eq!(second.to_string(), "2026-07-01.2");
        assert!(first < second && second < tenth);
        for wrong in [
            "2026-07-01.",
            "2026-07-01.0",
            "2026-07-01.1",
            "2026-07-01.02",
            "x",
        ] {
            assert!(wrong.parse::<VersionId>().is_err(), "{wrong}");
        }
    }
}
