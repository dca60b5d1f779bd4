//! The arithmetic of a log that nobody can change unnoticed. Pure: bytes in, bytes out.
//!
//! - [`Tree`]: the Merkle tree over a log's entries (RFC 6962, section 2.1), its root and proofs
//! - [`verify_inclusion`], [`verify_consistency`]: what anyone can check
//! - [`tiles`]: the same tree as files (C2SP tlog-tiles)
//! - [`Note`], [`Checkpoint`]: what is signed (C2SP signed-note, tlog-checkpoint, tlog-cosignature)
//! - [`Proof`]: a proof as a file (C2SP tlog-proof)
//! - [`Entry`]: what a leaf of an authority's log says
//! - [`stamp`]: outside times (RFC 3161)

mod checkpoint;
mod entry;
mod merkle;
mod note;
mod proof;
mod prove;
pub mod stamp;
pub mod tiles;

pub use checkpoint::{Checkpoint, SignedCheckpoint};
pub use entry::{ENTRY_LIMIT, Entry, EntryKind};
pub use merkle::{Hash, Tree, leaf_hash, node_hash, root_of_nothing};
pub use note::{Cosigned, Note, NoteSignature, Signed, SignerKey, VerifierKey};
pub use proof::Proof;
pub use prove::{verify_consistency, verify_inclusion};

#[cfg(test)]
mod tests;
