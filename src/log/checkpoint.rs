//! Checkpoints (C2SP tlog-checkpoint): how long a log is, and its root.

use std::fmt;
use std::str::FromStr;

use base64ct::{Base64, Encoding};

use super::merkle::{Hash, Tree};
use super::note::{Note, SignerKey};

/// What a checkpoint says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log it is of.
    pub origin: String,
    /// How many entries it covers.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
}

impl Checkpoint {
    /// The root as it is written: base64.
    pub fn root_text(&self) -> String {
        Base64::encode_string(&self.root)
    }

    /// Signs it.
    pub fn sign(&self, keys: &[&SignerKey]) -> SignedCheckpoint {
        let text = self.to_string();
        let signatures = keys.iter().map(|key| key.sign(&text)).collect();
        SignedCheckpoint {
            checkpoint: self.clone(),
            note: Note { text, signatures },
        }
    }

    /// Whether it is the start of a log: it covers no more entries than there are, and its root is
    /// the one over so many.
    pub fn is_start_of(&self, tree: &Tree) -> bool {
        tree.root_at(self.size) == Some(self.root)
    }
}

/// The text that is signed.
impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let root = self.root_text();
        write!(f, "{}\n{}\n{root}\n", self.origin, self.size)
    }
}

/// A checkpoint with its signatures. Reading one checks its form, not its signatures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedCheckpoint {
    /// What it says.
    pub checkpoint: Checkpoint,
    /// The text and who signed it.
    pub note: Note,
}

impl fmt::Display for SignedCheckpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.note.fmt(f)
    }
}

/// Reads a checkpoint. The error says what is wrong with it.
impl FromStr for SignedCheckpoint {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let note: Note = text.parse()?;
        let mut lines = note.text.lines();
        let (Some(origin), Some(size), Some(root)) = (lines.next(), lines.next(), lines.next())
        else {
            return Err("it has not the three lines of a checkpoint".to_owned());
        };
        let plain = size == "0" || !size.starts_with('0');
        let number: Option<u64> = size
            .bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| size.parse().ok())
            .flatten()
            .filter(|_| plain);
        let Some(size) = number else {
            return Err(format!(
                "its second line, “{size}”, is not a number of entries"
            ));
        };
        let root = Base64::decode_vec(root)
            .ok()
            .and_then(|root| Hash::try_from(root).ok())
            .ok_or_else(|| format!("its third line, “{root}”, is not a root"))?;
        if origin.is_empty() {
            return Err("its first line, the log’s name, is empty".to_owned());
        }
        Ok(Self {
            checkpoint: Checkpoint {
                origin: origin.to_owned(),
                size,
                root,
            },
            note,
        })
    }
}
