//! One thing an authority publishes and answers for, as it stands at one moment.

use super::{
    Action, Allowed, Body, Day, DecisionParticulars, Months, Organisation, SignUp, Slug, Support,
    VersionId,
};
use crate::diagnostics::{Located, Place};

/// A publication: one or many pages, registers and attachments, always versioned together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// The authority that answers for it.
    pub authority: Slug,
    /// Its folder or file, and its address below the authority's.
    pub slug: Slug,
    /// The slug of its kind.
    pub kind: Located<String>,
    /// Who answers for it, from when, until when.
    pub control: ControlBlock,
    /// Its pages; the first is the one at the publication's own address.
    pub pages: Vec<Page>,
    /// The same for other readers.
    pub alternates: Vec<Alternate>,
    /// The supports that belong to it.
    pub supports: Vec<Support>,
    /// Who has signed; `None` where there is no register.
    pub sign_ups: Option<Vec<SignUp>>,
    /// The organisations that the register names.
    pub organisations: Vec<Organisation>,
    /// Its action plan.
    pub actions: Vec<Action>,
    /// Files to download.
    pub attachments: Vec<Attachment>,
    /// For a decision record: who decided what, when.
    pub decision: Option<DecisionParticulars>,
    /// What checks would report and the council allows, in any of its files.
    pub allowed: Vec<Allowed>,
    /// Never published while true.
    pub draft: bool,
    /// Its first file.
    pub place: Place,
}

impl Publication {
    /// The title, which is its first page's.
    pub fn title(&self) -> &str {
        self.pages.first().map_or("", |page| page.title.as_str())
    }

    /// All topics that pages and headings claim, with the page and heading that does.
    pub fn claims(&self) -> impl Iterator<Item = (&str, &Page, Option<&super::Heading>)> {
        self.pages.iter().flat_map(|page| {
            let of_page = page
                .covers
                .iter()
                .map(move |topic| (topic.value.as_str(), page, None));
            let of_headings = page.body.headings.iter().flat_map(move |heading| {
                heading
                    .covers
                    .iter()
                    .map(move |topic| (topic.as_str(), page, Some(heading)))
            });
            of_page.chain(of_headings)
        })
    }

    /// The day the next review is due: as written, or reckoned from the day its text was last
    /// published as an update.
    pub fn review_due(&self, updated: Option<Day>, kind_says: Option<Months>) -> Option<Day> {
        match &self.control.review {
            Some(review) => match review.value {
                Review::By(day) => Some(day),
                Review::Every(months) => updated?.plus(months),
            },
            None => updated?.plus(kind_says?),
        }
    }
}

/// Who answers for a publication, and when it applies.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ControlBlock {
    /// One sentence on what it is.
    pub summary: String,
    /// The role that keeps it right.
    pub owner: Option<String>,
    /// The role that answers for it above the owner.
    pub sponsor: Option<String>,
    /// Where to ask.
    pub contact: Option<String>,
    /// When it is looked at again.
    pub review: Option<Located<Review>>,
    /// The day it applies from, where that is not the day it was published.
    pub in_force_from: Option<Located<Day>>,
    /// Which decision approved it.
    pub approved_by: Option<Located<ApprovedBy>>,
    /// Who was consulted.
    pub consultation: Option<Located<Consultation>>,
    /// What it replaces, in words.
    pub supersedes: Option<String>,
    /// How the council makes sure that people get what is relevant to them.
    pub reach: Option<String>,
    /// Topics that do not apply here, with the reason.
    pub not_applicable: Vec<NotApplicable>,
    /// The language of its pages (BCP 47).
    pub language: Option<String>,
}

/// When a publication is looked at again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Review {
    /// On or before a day.
    By(Day),
    /// So long after its text was last updated.
    Every(Months),
}

/// Which decision approved a publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApprovedBy {
    /// A decision record of this authority, by its slug without `decisions/`.
    Decision(String),
    /// A body and a day, where there is no decision record.
    Body {
        /// The body's name.
        body: String,
        /// The day.
        date: Day,
    },
}

/// Who was consulted, when, and where the report is.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Consultation {
    /// The first day.
    pub from: Option<Day>,
    /// The last day.
    pub to: Option<Day>,
    /// Who was asked.
    pub who: Vec<String>,
    /// The report: a page of the publication (its file name) or a web address.
    pub report: Option<Located<String>>,
    /// The day the report was published.
    pub report_published: Option<Day>,
}

/// A topic that does not apply, with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotApplicable {
    /// The topic's id.
    pub topic: Located<String>,
    /// Why.
    pub because: String,
}

/// One Markdown file of a publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its file's name without `.md`; `index` for the first.
    pub name: String,
    /// Its h1.
    pub title: String,
    /// One sentence on it.
    pub summary: Option<String>,
    /// Its place among the pages; those without come last, by name.
    pub order: Option<i64>,
    /// The topics that the page as a whole claims.
    pub covers: Vec<Located<String>>,
    /// The language, where it differs from the publication's.
    pub language: Option<String>,
    /// What it is besides a page, such as `consultation-report`.
    pub role: Option<String>,
    /// Whether it carries "Exit this page"; `None` leaves it to the kind.
    pub exit_this_page: Option<bool>,
    /// Its text.
    pub body: Body,
    /// Its file.
    pub place: Place,
}

/// The same page for other readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternate {
    /// The name of the page it is an alternate of.
    pub of: String,
    /// What makes it other.
    pub form: AlternateForm,
    /// Its h1.
    pub title: String,
    /// The version of the publication that it was made from.
    pub based_on: Option<Located<VersionId>>,
    /// The language of its text.
    pub language: Option<String>,
    /// Its text.
    pub body: Body,
    /// Its file.
    pub place: Place,
}

/// For which readers an alternate is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AlternateForm {
    /// Easy read.
    EasyRead,
    /// For children and young people.
    ChildFriendly,
    /// Large print.
    LargePrint,
    /// A translation, by its language tag (BCP 47).
    Translation(String),
}

impl AlternateForm {
    /// The form that a file name's last part stands for: `easy-read`, `cy`.
    pub fn from_suffix(suffix: &str) -> Option<Self> {
        match suffix {
            "easy-read" => Some(Self::EasyRead),
            "child-friendly" => Some(Self::ChildFriendly),
            "large-print" => Some(Self::LargePrint),
            tag => is_language_tag(tag).then(|| Self::Translation(tag.to_owned())),
        }
    }

    /// The last part of its address, which is the file name's last part.
    pub fn suffix(&self) -> &str {
        match self {
            Self::EasyRead => "easy-read",
            Self::ChildFriendly => "child-friendly",
            Self::LargePrint => "large-print",
            Self::Translation(tag) => tag,
        }
    }
}

/// A language tag such as `cy`, `ar` or `pt-br`, in lower case (BCP 47, by shape).
fn is_language_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or("");
    let lower = |part: &str| {
        part.bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    (2..=3).contains(&language.len())
        && language.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| (2..=8).contains(&part.len()) && lower(part))
}

/// A file to download.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its path in the publication: `files/summary.pdf`.
    pub path: String,
    /// Its size in bytes.
    pub size: u64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub digest: String,
    /// How large a picture it is, where it is one.
    pub picture: Option<PictureSize>,
}

/// How large a picture stands on a page, in the points of CSS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureSize {
    /// From side to side.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}
