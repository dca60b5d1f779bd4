//! A publication: its pages, versions, registers.

use serde::Serialize;

use super::{CheckView, FactView, LinkView};

/// `publication-page.html`: a page of a publication, whether of the latest version, an old one
/// or a draft; also an alternate, or a support of an old version.
#[derive(Clone, Debug, Serialize)]
pub struct PublicationPageView {
    /// The publication.
    pub publication: PublicationHeadView,
    /// Whether this is the publication's first page.
    pub is_first: bool,
    /// Whether it is an alternate.
    pub is_alternate: bool,
    /// The page's text: complete HTML.
    pub html: String,
    /// The headings of level 2 of a long page.
    pub contents: Vec<LinkView>,
    /// All pages of the publication, in order; empty for a publication of one page.
    pub pages: Vec<PageLinkView>,
    /// The page before.
    pub previous: Option<PageLinkView>,
    /// The page after.
    pub next: Option<PageLinkView>,
    /// The same for other readers.
    pub alternates: Vec<AlternateLinkView>,
    /// Version, dates, review.
    pub status: StatusView,
    /// Owner, contact, approval, consultation: on the first page.
    pub facts: Vec<SpokenFactView>,
    /// What a decision record says beside its text.
    pub decision: Option<DecisionView>,
    /// Who takes part.
    pub sign_ups: Option<SignUpsView>,
    /// Whether the text says itself what each has undertaken.
    pub sign_ups_in_text: bool,
    /// The action plan, unless the text shows it itself.
    pub actions: Vec<ActionView>,
    /// Where the text shows the plan itself: the actions that are overdue, which a recorded text
    /// cannot say.
    pub overdue_in_text: Vec<ActionView>,
    /// How far the plan has come: complete HTML; may be empty.
    pub progress: String,
    /// Files to download.
    pub attachments: Vec<AttachmentView>,
    /// What one can get, by this publication: on the first page.
    pub supports_link: Option<LinkView>,
    /// On the first page of a version: what one could get by it.
    pub supports: Vec<LinkView>,
    /// The recorded body that the page shows; `None` for a draft.
    pub recorded: Option<String>,
    /// On pages of a version: how to check the page.
    pub check: Option<CheckView>,
}

/// A publication, named.
#[derive(Clone, Debug, Serialize)]
pub struct PublicationHeadView {
    /// Its title.
    pub title: String,
    /// The language that it is written in (BCP 47).
    pub language: String,
    /// Its first page, in the same version as the page shown.
    pub href: String,
    /// One sentence on it.
    pub summary: String,
    /// What sort it is, and where the same sort is shown for all authorities.
    pub kind: LinkView,
    /// The authority.
    pub authority: LinkView,
}

/// A page of the same publication.
#[derive(Clone, Debug, Serialize)]
pub struct PageLinkView {
    /// Its title.
    pub text: String,
    /// The language of that (BCP 47).
    pub language: String,
    /// Its address.
    pub href: String,
    /// Whether it is the page shown.
    pub is_current: bool,
}

/// The same page for other readers.
#[derive(Clone, Debug, Serialize)]
pub struct AlternateLinkView {
    /// "Easy read", "Welsh (Cymraeg)".
    pub text: String,
    /// Its address.
    pub href: String,
    /// Its language (BCP 47).
    pub language: String,
    /// Whether it was made from an older version than the page shown.
    pub is_behind: bool,
}

/// A fact on a page whose interface may be in another language than what the council wrote.
#[derive(Clone, Debug, Serialize)]
pub struct SpokenFactView {
    /// The fact.
    #[serde(flatten)]
    pub fact: FactView,
    /// The language (BCP 47) of its text, where that is the council's; empty where the interface
    /// says it.
    pub language: String,
}

impl SpokenFactView {
    /// A fact whose text the council wrote.
    pub fn quoting(fact: FactView, language: &str) -> Self {
        Self {
            fact,
            language: language.to_owned(),
        }
    }
}

impl From<FactView> for SpokenFactView {
    fn from(fact: FactView) -> Self {
        Self {
            fact,
            language: String::new(),
        }
    }
}

/// Version, dates, review.
#[derive(Clone, Debug, Serialize)]
pub struct StatusView {
    /// Rows: "Published", "In force from", "Last reviewed", "Next review", "Version".
    pub facts: Vec<SpokenFactView>,
    /// Whether the next review is past.
    pub is_overdue: bool,
    /// "The review of this page was due on 1 May 2026."
    pub overdue_words: Option<String>,
    /// The list of all versions; `None` for a draft that was never published.
    pub versions_href: Option<String>,
    /// What this version changed; `None` for a first one.
    pub change_href: Option<String>,
    /// All pages on one; only for the latest version.
    pub print_href: Option<String>,
}

/// What a decision record says beside its text.
#[derive(Clone, Debug, Serialize)]
pub struct DecisionView {
    /// Rows: "Taken by", "Body", "Date", "Item", "Key decision", "Outcome".
    pub facts: Vec<SpokenFactView>,
    /// The papers; those without an address have an empty href.
    pub papers: Vec<LinkView>,
    /// The versions it approved.
    pub approved: Vec<LinkView>,
    /// What it asked for, and how far that has come.
    pub follow_ups: Vec<super::TrackedActionView>,
    /// What it asked for and is no longer in the plan.
    pub dropped: Vec<super::TrackedActionView>,
}

/// Who takes part in a protocol.
#[derive(Clone, Debug, Serialize)]
pub struct SignUpsView {
    /// "12 organisations: 5 signed this version, 2 signed an earlier version, …".
    pub words: String,
    /// Grouped by where they stand, in this order: signed this version, signed an earlier one,
    /// agreed, invited, withdrawn. Groups without rows are left out.
    pub groups: Vec<SignUpGroupView>,
}

/// Organisations that stand alike.
#[derive(Clone, Debug, Serialize)]
pub struct SignUpGroupView {
    /// For ids: `signed`, `signed-earlier`, `agreed`, `invited`, `withdrawn`.
    pub sort: &'static str,
    /// "Signed this version".
    pub title: String,
    /// The sectors.
    pub sectors: Vec<SignUpSectorView>,
}

/// Organisations of a sector that stand alike.
#[derive(Clone, Debug, Serialize)]
pub struct SignUpSectorView {
    /// "Police (2)".
    pub title: String,
    /// The rows, by name.
    pub rows: Vec<SignUpRowView>,
}

/// One organisation.
#[derive(Clone, Debug, Serialize)]
pub struct SignUpRowView {
    /// Its name, and its page.
    pub organisation: LinkView,
    /// "one of its children’s homes", for a single home.
    pub remark: Option<String>,
    /// "This body ceased on 1 July 2022. …".
    pub succession: Option<String>,
    /// "Signed the version of 1 July 2026 on 3 July 2026".
    pub standing: String,
    /// The role of who signed.
    pub role: String,
    /// "What it has undertaken"; a remark where it has not, or has left.
    pub commitment_label: String,
    /// What it has undertaken.
    pub commitment: String,
}

/// One line of an action plan.
#[derive(Clone, Debug, Serialize)]
pub struct ActionView {
    /// The council's number, or empty.
    pub number: String,
    /// What is to be done.
    pub action: String,
    /// The role that answers for it.
    pub owner: String,
    /// "1 July 2026", or "No date set".
    pub due: String,
    /// How one will know.
    pub measure: String,
    /// Whether that has passed and it is not done; never in an old version.
    pub is_overdue: bool,
    /// "not started", "in progress", "done", "stopped".
    pub status: String,
    /// When somebody last looked; not told of an old version.
    pub updated: Option<String>,
}

/// A file to download.
#[derive(Clone, Debug, Serialize)]
pub struct AttachmentView {
    /// Its name.
    pub name: String,
    /// Its address.
    pub href: String,
    /// "PDF, 120 KB".
    pub words: String,
}

/// `print.html`: all pages of a publication on one.
#[derive(Clone, Debug, Serialize)]
pub struct PrintView {
    /// The publication.
    pub publication: PublicationHeadView,
    /// Version, dates, review.
    pub status: StatusView,
    /// Owner, contact, approval.
    pub facts: Vec<SpokenFactView>,
    /// What a decision record says beside its text.
    pub decision: Option<DecisionView>,
    /// Its pages in order; the first one's title is the publication's.
    pub pages: Vec<PrintedPageView>,
    /// Who takes part.
    pub sign_ups: Option<SignUpsView>,
    /// Whether the text says itself what each has undertaken.
    pub sign_ups_in_text: bool,
    /// The action plan.
    pub actions: Vec<ActionView>,
    /// Where the text shows the plan itself: the actions that are overdue.
    pub overdue_in_text: Vec<ActionView>,
}

/// One page of the printed whole.
#[derive(Clone, Debug, Serialize)]
pub struct PrintedPageView {
    /// Unique on the page.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The language that it is written in (BCP 47).
    pub language: String,
    /// Whether it is the first.
    pub is_first: bool,
    /// Its text: complete HTML. Headings of all but the first page are one level lower than on
    /// their own page.
    pub html: String,
}

/// `versions.html`: every version of a publication, newest first.
#[derive(Clone, Debug, Serialize)]
pub struct VersionsView {
    /// The publication.
    pub publication: PublicationHeadView,
    /// The versions.
    pub versions: Vec<VersionRowView>,
}

/// One version.
#[derive(Clone, Debug, Serialize)]
pub struct VersionRowView {
    /// "2026-07-01".
    pub id: String,
    /// "1 July 2026".
    pub day: String,
    /// Its own page.
    pub href: String,
    /// What it changed; `None` for the first.
    pub change_href: Option<String>,
    /// "3 paragraphs changed, 1 removed"; empty for the first.
    pub change_words: String,
    /// "First version", "Update" or "Correction".
    pub class: String,
    /// Whether it is the latest.
    pub is_latest: bool,
    /// The council's note.
    pub note: String,
    /// "In force from", "Approved by", "Recorded", "Date stated by the council", "Consultation".
    pub facts: Vec<FactView>,
    /// Who took part then: "5 organisations: …".
    pub sign_ups: Option<String>,
}

/// `gone.html`: a page, alternate or support that was published once and is no longer part of
/// the latest version.
#[derive(Clone, Debug, Serialize)]
pub struct GoneView {
    /// The publication.
    pub publication: PublicationHeadView,
    /// The title of what was there.
    pub title: String,
    /// The last version that had it.
    pub last: LinkView,
}
