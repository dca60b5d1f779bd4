//! Every address of the site, and what stands there.
//!
//! - [`Address`]: an address from the site's root, and the relative link from one to another
//! - [`AuthoritySite`]: an authority with the history of each of its publications
//! - [`tracked_actions`]: actions of all plans, and what became of each
//! - [`reviews()`]: when publications are to be looked at again
//! - [`Facets`]: the ways in which readers look for supports
//! - [`plan_authority`], [`plan_nation()`]: the pages there are; two at one address are found here
//! - [`SealedLog`]: the log that a site shows, and its files
//! - [`Standing`]: where an organisation stands towards a publication
//! - [`Summary`]: what the pages of the whole site need of an authority
//! - [`relink()`]: the links of a recorded body, for the page that shows it

mod actions;
mod address;
mod facets;
mod feed;
mod history;
mod plan;
mod plan_nation;
mod relink;
mod reviews;
mod sealed;
mod standing;
mod subject;
mod summary;

pub use actions::{TrackedAction, counts, counts_over_time, dropped_actions, tracked_actions};
pub use address::Address;
pub use facets::{Facet, FacetSort, Facets};
pub(crate) use facets::{facet_address, pair_address};
pub use feed::{Feed, FeedEntry, FeedWords, authority_feed, kind_feed, site_feed};
pub use history::{
    AuthoritySite, GivenNotice, OtherAuthority, PublicationHistory, Shown, SignedText, TimelineDay,
};
pub(crate) use history::{page_address, support_address};
pub use plan::{Plan, PlannedFile, PlannedPage, plan_authority};
pub(crate) use plan::{as_at_address, coverage_address, evidence_address, stored_file_address};
pub use plan_nation::plan_nation;
pub use relink::{BodyPlace, relink};
pub use reviews::{Nearness, ReviewDue, SOON, nearness, reviews};
pub use sealed::{CONTENTS, RECORDS, SealedLog, SealedPlace};
pub use standing::{
    ShownOrganisation, SignUpSummary, Standing, shown_organisation, sign_up_summaries, standing,
};
pub use subject::{Edition, NationSubject, Subject};
pub(crate) use summary::updates;
pub use summary::{PublicationSummary, Summary, TopicStanding, UpdateSort, UpdateSummary, summary};
