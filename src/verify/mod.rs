//! Whether a record is whole: that of a site's folder, or that of a built or a live site. For
//! people who do not trust the council's word, nor ours: everything here can be checked with other
//! tools too.
//!
//! - [`verify_published`]: a record on the disk, with every text
//! - [`verify_site`]: a site, read through a [`Reader`], with the texts on its pages
//! - [`Report`]: what was checked, what holds, what does not, what cannot be known

mod body_on_page;
mod log_rules;
mod published;
pub mod reader;
mod report;
mod site;
mod strays;
mod times;

pub use log_rules::entries;
pub use published::{Question, damage, seen_by, verify_published};
pub use reader::{Limits, ReadError, Reader};
pub use report::{Finding, Report, Verdict, VersionState, VersionTold};
pub use site::{authorities_on, find_checkpoint, seen_on, verify_site};
