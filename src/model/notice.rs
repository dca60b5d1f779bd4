//! What an authority says about something it published before: that it is withdrawn, that it has
//! moved, that a part of it is withheld.

use super::{Moment, RecordedFileRole, Slug, VersionId};

/// A notice. Immutable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The publication it is about.
    pub publication: Slug,
    /// When it was recorded.
    pub recorded: Moment,
    /// Who ordered it: a role or a body, never a name.
    pub by: String,
    /// Why, in the council's words.
    pub reason: String,
    /// What it says.
    pub says: NoticeSays,
}

/// What a notice says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeSays {
    /// The publication is withdrawn: nothing takes its place.
    Withdrawn,
    /// It is found elsewhere: `/derby/local-offer/`, or a full web address.
    Moved {
        /// Where.
        to: String,
    },
    /// A part of a version is withheld.
    Withheld {
        /// The version.
        version: VersionId,
        /// SHA-256 of the `record.txt` that it has from then on, in hexadecimal.
        record: String,
        /// What is withheld by this notice.
        files: Vec<WithheldFile>,
    },
}

impl NoticeSays {
    /// The word used in the record.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Withdrawn => "withdraw",
            Self::Moved { .. } => "move",
            Self::Withheld { .. } => "redact",
        }
    }
}

/// A file of a version that is no longer there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WithheldFile {
    /// What it was.
    pub role: RecordedFileRole,
    /// Its path in the version's folder; `None` for an attachment, whose name may itself tell
    /// what is withheld.
    pub path: Option<String>,
}
