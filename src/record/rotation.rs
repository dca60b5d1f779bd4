//! A change of key: a note that the old and the new key both sign.

use crate::log::{Note, Signed, SignerKey, VerifierKey};
use crate::model::Moment;

use super::record_text::{Lines, one_line};

const FORMAT: &str = "offerbook-key/v1";

/// A change of key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rotation {
    /// The key until then.
    pub old: VerifierKey,
    /// The key from then on.
    pub new: VerifierKey,
    /// When it was recorded.
    pub recorded: Moment,
    /// Why.
    pub reason: String,
    /// The note as it stands in its file.
    pub note: Note,
}

impl Rotation {
    /// Signs a change of key with both keys. They must have the same name.
    pub fn sign(old: &SignerKey, new: &SignerKey, recorded: Moment, reason: &str) -> Self {
        let text = format!(
            "{FORMAT}\norigin: {}\nold: {}\nnew: {}\nrecorded: {recorded}\nreason: {}\n",
            old.verifier().name(),
            old.verifier(),
            new.verifier(),
            one_line(reason)
        );
        let signatures = vec![old.sign(&text), new.sign(&text)];
        Self {
            old: old.verifier().clone(),
            new: new.verifier().clone(),
            recorded,
            reason: one_line(reason),
            note: Note { text, signatures },
        }
    }

    /// Reads a change of key, and checks both signatures.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(text: &str) -> Result<Self, String> {
        let note: Note = text.parse()?;
        let mut lines = Lines::new(&note.text, FORMAT)?;
        let origin = lines.value("origin")?.to_owned();
        let old: VerifierKey = lines.parsed("old", |text| text.parse().ok())?;
        let new: VerifierKey = lines.parsed("new", |text| text.parse().ok())?;
        let recorded = lines.parsed("recorded", |text| text.parse().ok())?;
        let reason = lines.value("reason")?.to_owned();
        if origin != old.name() || origin != new.name() {
            return Err("the keys are of another log".to_owned());
        }
        for (key, which) in [(&old, "old"), (&new, "new")] {
            if key.signed(&note) != Signed::Yes {
                return Err(format!("it is not signed by the {which} key"));
            }
        }
        Ok(Self {
            old,
            new,
            recorded,
            reason,
            note,
        })
    }
}
