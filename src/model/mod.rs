//! The nouns of the field, as plain data. Nothing here reads, writes or knows the clock.
//!
//! - [`Authority`]: a council that publishes here
//! - [`Kind`]: what sort of publication it is, with its [`Topic`]s
//! - [`Publication`]: what an authority publishes and answers for, as it stands at one moment:
//!   [`ControlBlock`], [`Page`]s, [`Alternate`]s, [`Support`]s, [`SignUp`]s, [`Action`]s
//! - [`Version`]: a publication as it was published, with what the record says of it
//! - [`Notice`]: what is said later: withdrawn, moved, a part withheld
//! - [`Day`] and [`Moment`]: calendar days in London, and moments in UTC

mod accessibility;
mod action;
mod allowed;
mod authority;
mod body;
mod decision;
mod kind;
mod notice;
mod organisation;
mod publication;
mod sign_up;
mod site;
mod slug;
mod support;
mod time;
mod version;

pub use accessibility::{
    AccessibilityFacts, AccessibilityProblem, ComplianceStatus, ProblemReason,
};
pub use action::{Action, ActionStatus};
pub use allowed::Allowed;
pub use authority::{Authority, AuthorityType, Contact};
pub use body::{Body, Heading, Link, LinkTarget};
pub use decision::{DecisionParticulars, Paper, TakenBy};
pub use kind::{ConsultationRule, Kind, Law, Level, MetBy, Status, Topic};
pub use notice::{Notice, NoticeSays, WithheldFile};
pub use organisation::{Organisation, Sector, organisation_in_words, organisation_name};
pub use publication::{
    Alternate, AlternateForm, ApprovedBy, Attachment, Consultation, ControlBlock, NotApplicable,
    Page, PictureSize, Publication, Review,
};
pub use sign_up::{SignUp, SignUpStatus};
pub use site::{Confirmed, LanguageRules, LinkStyle, PlainPage, SiteSettings};
pub use slug::{Slug, slug_from_text};
pub use support::{Basis, CareLeaverStatus, KinshipArrangement, Support};
pub use time::{Day, Moment, Months};
pub use version::{Class, PublishedBasis, RecordedFile, RecordedFileRole, Version, VersionId};
