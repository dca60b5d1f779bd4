//! What was published: reading it back, and adding to it. Nothing here changes or removes a
//! byte that was added before, but for [`withhold()`], which leaves a proof of what was there.
//!
//! ```text
//! published/<authority>/
//!   .gitattributes                        keeps git from changing line ends
//!   log/pending/<moment>.<publication>.<version>.txt   one entry a version, not yet in order
//!   log/entries/000/412.txt               entries in order
//!   log/checkpoints/000413                every signed checkpoint
//!   log/origin, vkey, policy, keys/…      whose log it is
//!   log/stamps/…, cosignatures/…          outside times
//!   log/observed/…                        checkpoints of other authorities
//!   publications/<publication>/<version>/ record.txt, source/…, body/…, sign-ups.csv …
//!   notices/<moment>.<publication>.….txt  withdrawn, moved, withheld
//!   files/<sha256>.<ending>               attachments, stored once
//! ```
//!
//! - [`RecordText`], [`NoticeText`]: `record.txt` and notices as they are written
//! - [`PendingEntry`]: what waits to be put in order and signed
//! - [`read`](read_record), [`read_log`]: an authority's versions, oldest first, and its log
//! - [`append()`], [`give_notice`], [`withhold()`]: what is added, whole or not at all
//! - [`Seal`]: putting in order and signing
//! - [`recover()`]: what an interrupted write left

mod append;
mod disk;
mod entry;
mod find_text;
mod layout;
mod lock;
mod log_files;
mod notice_text;
mod outside_times;
mod read;
mod record_text;
mod recover;
mod rotation;
mod seal;
mod withhold;

pub use append::{
    Refused, Submission, add_to_log, append, give_notice, keep_bytes, submission_changes,
};
pub use disk::Disk;
pub use entry::PendingEntry;
pub use find_text::{FoundIn, Sought, find_text};
pub use layout::AuthorityFolder;
pub use lock::{Lock, lock};
pub use log_files::{
    ArchivedCheckpoint, AuthorityLog, LogText, SealedEntry, StampFile, is_demonstration,
    latest_moment, read_log,
};
pub use notice_text::NoticeText;
pub use outside_times::{OutsideTime, TimeDoubt, first_time_for, outside_times};
pub use read::{AuthorityRecord, RecordedVersion, load, read_one, read_record};
pub use record_text::RecordText;
pub use recover::{needs_recovery, recover};
pub use rotation::Rotation;
pub use seal::{Seal, SealRefused, entered_twice};
pub use withhold::{Withholding, withhold};

#[cfg(test)]
mod tests;
