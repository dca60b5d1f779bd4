//! What was published: reading it back, and adding to it. Nothing here changes or removes a
//! byte that was added before.
//!
//! ```text
//! published/<authority>/
//!   .gitattributes                        keeps git from changing line ends
//!   log/pending/<moment>.<publication>.<version>.txt   one entry a version, not yet in order
//!   publications/<publication>/<version>/ record.txt, source/…, body/…, sign-ups.csv …
//!   files/<sha256>.<ending>               attachments, stored once
//! ```
//!
//! - [`RecordText`]: `record.txt`, what a version is and what it is made of
//! - [`PendingEntry`]: what waits to be put in order and signed
//! - [`read`](read_record): an authority's versions, oldest first
//! - [`append()`]: a new version, whole or not at all
//! - [`recover()`]: what an interrupted `append` left

mod append;
mod disk;
mod entry;
mod layout;
mod lock;
mod read;
mod record_text;
mod recover;

pub use append::{Refused, Submission, append, submission_changes};
pub use disk::Disk;
pub use entry::PendingEntry;
pub use layout::AuthorityFolder;
pub use lock::{Lock, lock};
pub use read::{AuthorityRecord, RecordedVersion, load, read_record};
pub use record_text::RecordText;
pub use recover::recover;

#[cfg(test)]
mod tests;
