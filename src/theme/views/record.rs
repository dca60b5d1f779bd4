//! The record: how to check it, and what proves a version.

use serde::Serialize;

use super::{FactView, LinkView, PublicationHeadView};

/// `record.html`: an authority's record and how to check it.
#[derive(Clone, Debug, Serialize)]
pub struct RecordView {
    /// The authority.
    pub authority: LinkView,
    /// The seal; `None` where nothing is sealed yet.
    pub seal: Option<SealView>,
    /// Versions that are published and not yet sealed.
    pub waiting: Vec<LinkView>,
    /// Every version that is sealed, newest first.
    pub versions: Vec<SealedVersionView>,
    /// What was withdrawn, moved or withheld, newest first.
    pub notices: Vec<NoticeView>,
    /// What was added to the log about itself: changes of key, other councils' checkpoints.
    pub additions: Vec<FactView>,
}

/// A seal: what is signed, by whom, and what others say of it.
#[derive(Clone, Debug, Serialize)]
pub struct SealView {
    /// How many entries there are: "15 entries".
    pub size: String,
    /// The checkpoint, to print or to keep.
    pub checkpoint: String,
    /// The same as a file.
    pub checkpoint_href: String,
    /// The public key.
    pub key: String,
    /// The same as a file.
    pub key_href: String,
    /// The key's name.
    pub origin: String,
    /// Whether anyone has the key.
    pub is_demonstration: bool,
    /// Outside times in words.
    pub times: Vec<String>,
    /// Stamps to check by hand.
    pub stamps: Vec<StampView>,
    /// The record's full address.
    pub address: String,
    /// The site's full address.
    pub site_address: String,
}

/// A stamp, and how to check it by hand.
#[derive(Clone, Debug, Serialize)]
pub struct StampView {
    /// Whose it is.
    pub who: String,
    /// The stamp.
    pub href: String,
    /// Its file's name.
    pub file: String,
    /// The checkpoint that it is of.
    pub checkpoint_href: String,
    /// That file's name.
    pub checkpoint_file: String,
    /// The certificates; `None` where the council keeps none.
    pub certificates: Option<LinkView>,
}

/// A version in the log.
#[derive(Clone, Debug, Serialize)]
pub struct SealedVersionView {
    /// "Kinship local offer, 1 July 2026".
    pub text: String,
    /// What proves it.
    pub href: String,
    /// "Entry 12, recorded 1 July 2026, 10:14".
    pub words: String,
}

/// A notice.
#[derive(Clone, Debug, Serialize)]
pub struct NoticeView {
    /// For links to it.
    pub id: String,
    /// "Withdrawn", "Moved", "A part withheld".
    pub label: String,
    /// What it is about.
    pub about: LinkView,
    /// Day, reason, by whose order, where to.
    pub facts: Vec<FactView>,
    /// The notice as it is recorded.
    pub href: String,
}

/// `evidence.html`: what proves a version.
#[derive(Clone, Debug, Serialize)]
pub struct EvidenceView {
    /// The publication, in this version.
    pub publication: PublicationHeadView,
    /// "From 1 July 2026 to 13 September 2026 this version stood."
    pub span: String,
    /// What is known of it.
    pub facts: Vec<FactView>,
    /// Whether it is sealed.
    pub is_sealed: bool,
    /// Whether anyone has the key.
    pub is_demonstration: bool,
    /// `record.txt`.
    pub record_text: String,
    /// The log's entry.
    pub entry_text: Option<String>,
    /// The proof that leads from the entry to a signed checkpoint.
    pub proof_text: Option<String>,
    /// The same as files: record, entry, proof, recorded texts.
    pub files: Vec<LinkView>,
    /// How to check all this.
    pub record_href: String,
    /// What to type to get all of it in one file.
    pub command: String,
    /// The full address of the version.
    pub address: String,
}

/// `ended.html`: something that was withdrawn or has moved.
#[derive(Clone, Debug, Serialize)]
pub struct EndedView {
    /// The publication.
    pub publication: PublicationHeadView,
    /// Day, reason, by whose order.
    pub facts: Vec<FactView>,
    /// Where it is now.
    pub to: Option<LinkView>,
    /// Where it can still be read as it was.
    pub last: LinkView,
    /// All versions.
    pub versions_href: String,
    /// The notice in the record.
    pub notice_href: String,
}

/// What lets a reader check the page in the browser.
#[derive(Clone, Debug, Serialize)]
pub struct CheckView {
    /// The version's address, as a link from the page.
    pub version_href: String,
    /// The record's address.
    pub record_href: String,
    /// The log's name; empty where there is none.
    pub origin: String,
    /// The body's name.
    pub body: String,
    /// What proves the version.
    pub evidence_href: String,
    /// Whether the version is sealed.
    pub is_sealed: bool,
}

/// `timemap.link`: the versions, for archives (RFC 7089).
#[derive(Clone, Debug, Serialize)]
pub struct TimeMapView {
    /// The publication's full address.
    pub original: String,
    /// This file's full address.
    pub address: String,
    /// When the first version was published, in the form of HTTP dates.
    pub from: String,
    /// When the last was.
    pub until: String,
    /// Every version, oldest first.
    pub mementos: Vec<MementoView>,
}

/// A version in a time map.
#[derive(Clone, Debug, Serialize)]
pub struct MementoView {
    /// Its full address.
    pub address: String,
    /// When it was published, in the form of HTTP dates.
    pub moment: String,
    /// `first memento`, `last memento` or `memento`.
    pub rel: &'static str,
}
