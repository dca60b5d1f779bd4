//! An organisation's place in a protocol.

use super::{Day, VersionId};
use crate::diagnostics::{Located, Place};

/// One row of a register of sign-ups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignUp {
    /// The organisation's slug.
    pub organisation: Located<String>,
    /// How far it has come.
    pub status: SignUpStatus,
    /// The role of who signed or agreed; never a person's name.
    pub role: String,
    /// When.
    pub date: Option<Day>,
    /// Which version was signed. A signature on an older version never reads as one on this.
    pub version: Option<Located<VersionId>>,
    /// What it has undertaken, in a few words.
    pub commitment: String,
    /// The row.
    pub place: Place,
}

/// How far an organisation has come in signing up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SignUpStatus {
    /// It has signed a version.
    Signed,
    /// It has said that it will take part.
    Agreed,
    /// It has been, or is to be, asked.
    Invited,
    /// It has left.
    Withdrawn,
}

impl SignUpStatus {
    /// The words used in registers.
    pub const ALL: [(&'static str, Self); 4] = [
        ("signed", Self::Signed),
        ("agreed", Self::Agreed),
        ("invited", Self::Invited),
        ("withdrawn", Self::Withdrawn),
    ];

    /// The word used in registers.
    pub fn word(self) -> &'static str {
        match self {
            Self::Signed => "signed",
            Self::Agreed => "agreed",
            Self::Invited => "invited",
            Self::Withdrawn => "withdrawn",
        }
    }
}
