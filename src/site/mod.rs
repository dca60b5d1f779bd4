//! Every address of the site, and what stands there.
//!
//! - [`Address`]: an address from the site's root, and the relative link from one to another
//! - [`AuthoritySite`]: an authority with the history of each of its publications
//! - [`plan_authority`], [`plan_nation`]: the pages there are; two at one address are found here
//! - [`SealedLog`]: the log that a site shows, and its files
//! - [`Summary`]: what the pages of the whole site need of an authority
//! - [`relink()`]: the links of a recorded body, for the page that shows it

mod address;
mod history;
mod plan;
mod relink;
mod sealed;
mod summary;

pub use address::Address;
pub use history::{AuthoritySite, GivenNotice, PublicationHistory, Shown, TimelineDay};
pub use plan::{
    Edition, NationSubject, Plan, PlannedFile, PlannedPage, Subject, plan_authority, plan_nation,
};
pub(crate) use plan::{as_at_address, evidence_address, stored_file_address};
pub use relink::{BodyPlace, relink};
pub use sealed::{CONTENTS, RECORDS, SealedLog, SealedPlace};
pub(crate) use summary::updates;
pub use summary::{PublicationSummary, Summary, UpdateSort, UpdateSummary, summary};
