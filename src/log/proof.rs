//! A proof as a file (C2SP tlog-proof): where an entry stands, the hashes that lead from it to a
//! checkpoint's root, and the checkpoint.

use std::fmt;
use std::str::FromStr;

use base64ct::{Base64, Encoding};

use super::checkpoint::SignedCheckpoint;
use super::merkle::{Hash, leaf_hash};
use super::prove::verify_inclusion;

const FORMAT: &str = "c2sp.org/tlog-proof@v1";

/// A proof that an entry is in a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The entry's place, from 0.
    pub index: u64,
    /// From the entry's neighbour up to the root's child.
    pub hashes: Vec<Hash>,
    /// What it leads to.
    pub checkpoint: SignedCheckpoint,
}

impl Proof {
    /// Whether it proves that these bytes are the entry. Who signed the checkpoint is another
    /// question.
    pub fn proves(&self, entry: &[u8]) -> bool {
        let checkpoint = &self.checkpoint.checkpoint;
        verify_inclusion(
            &leaf_hash(entry),
            self.index,
            checkpoint.size,
            &self.hashes,
            &checkpoint.root,
        )
    }
}

impl fmt::Display for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{FORMAT}\nindex {}", self.index)?;
        for hash in &self.hashes {
            writeln!(f, "{}", Base64::encode_string(hash))?;
        }
        write!(f, "\n{}", self.checkpoint)
    }
}

/// Reads a proof. The error says what is wrong with it.
impl FromStr for Proof {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (head, checkpoint) = text
            .split_once("\n\n")
            .ok_or("it holds no checkpoint: it is cut off")?;
        let mut lines = head.lines().peekable();
        if lines.next() != Some(FORMAT) {
            return Err(format!("its first line is not “{FORMAT}”"));
        }
        // What else a log may add says nothing here.
        lines.next_if(|line| line.starts_with("extra "));
        let index = lines
            .next()
            .and_then(|line| line.strip_prefix("index "))
            .filter(|number| *number == "0" || !number.starts_with(['0', '+']))
            .and_then(|number| number.parse().ok())
            .ok_or("it does not say which entry it is of")?;
        let hashes = lines
            .map(|line| {
                Base64::decode_vec(line)
                    .ok()
                    .and_then(|hash| Hash::try_from(hash).ok())
                    .ok_or_else(|| format!("the line “{line}” is not a hash"))
            })
            .collect::<Result<_, _>>()?;
        Ok(Self {
            index,
            hashes,
            checkpoint: checkpoint.parse()?,
        })
    }
}
