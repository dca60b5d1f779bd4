//! An authority: its home, its lists, its time line.

use serde::Serialize;

use super::{FactView, LinkView, SignUpsView, UpdateView};

/// `authority.html`: an authority's home.
#[derive(Clone, Debug, Serialize)]
pub struct AuthorityView {
    /// Its name in addresses.
    pub slug: String,
    /// "county council", with its code.
    pub words: String,
    /// Its publications (decisions apart), by kind, then title.
    pub publications: Vec<PublicationCardView>,
    /// Reviews that are overdue or due within 60 days.
    pub reviews: Vec<PublicationCardView>,
    /// The newest updates.
    pub updates: Vec<UpdateView>,
    /// What one can get; `None` where there are no supports.
    pub supports: Option<CountedLinkView>,
    /// The ways to look for it.
    pub ways: Vec<SupportWayView>,
    /// Decision records.
    pub decisions: Option<CountedLinkView>,
    /// Who has signed what.
    pub sign_ups: Option<CountedLinkView>,
    /// Action plans.
    pub actions: Option<CountedLinkView>,
    /// All reviews.
    pub all_reviews: LinkView,
    /// Councils that it took over from.
    pub predecessors: Vec<LinkView>,
    /// What is covered.
    pub coverage: LinkView,
    /// All that was ever published, by day.
    pub as_at: LinkView,
    /// The record, and how to check it.
    pub record: LinkView,
    /// All updates.
    pub all_updates: LinkView,
    /// The feed.
    pub feed: LinkView,
    /// How to reach it.
    pub contact: Vec<FactView>,
}

/// A link with how many things stand behind it.
#[derive(Clone, Debug, Serialize)]
pub struct CountedLinkView {
    /// Its words.
    pub text: String,
    /// Where it leads.
    pub href: String,
    /// How many.
    pub count: usize,
}

/// A publication in a list.
#[derive(Clone, Debug, Serialize)]
pub struct PublicationCardView {
    /// Its title.
    pub title: String,
    /// Its first page.
    pub href: String,
    /// Its kind's label.
    pub kind: String,
    /// One sentence on it.
    pub summary: String,
    /// "Published 2 February 2026, last updated 1 July 2026".
    pub dates: String,
    /// "Next review by 1 May 2027", "The review was due on 1 May 2026", "No review date is set".
    pub review: String,
    /// Whether the review is overdue.
    pub is_overdue: bool,
    /// Whether it is a draft that was never published.
    pub is_draft: bool,
}

/// `updates.html`: everything that changed, newest first.
#[derive(Clone, Debug, Serialize)]
pub struct UpdatesView {
    /// The updates.
    pub updates: Vec<UpdateView>,
    /// The feed.
    pub feed: LinkView,
}

/// `feed.xml`: an Atom feed (RFC 4287).
#[derive(Clone, Debug, Serialize)]
pub struct FeedView {
    /// "Updates from Derby City Council".
    pub title: String,
    /// The feed's full address, which is its id as well.
    pub address: String,
    /// The full address of the same as a JSON Feed.
    pub json_address: String,
    /// The full address of the page that shows the same.
    pub page_address: String,
    /// The moment of the newest entry.
    pub updated: String,
    /// The author: the authority.
    pub author: String,
    /// The entries, newest first.
    pub entries: Vec<FeedEntryView>,
}

/// One entry of a feed.
#[derive(Clone, Debug, Serialize)]
pub struct FeedEntryView {
    /// "Kinship local offer: correction".
    pub title: String,
    /// The version's full address, which is its id as well.
    pub address: String,
    /// The full address of what it changed.
    pub change_address: Option<String>,
    /// When it was published (UTC).
    pub published: String,
    /// When it was recorded (UTC).
    pub updated: String,
    /// The council's note.
    pub summary: String,
}

/// `authority-data.html`: the files for programs of an authority.
#[derive(Clone, Debug, Serialize)]
pub struct AuthorityDataView {
    /// The files.
    pub files: Vec<LinkView>,
    /// Where it is told what they say.
    pub meanings: LinkView,
}

/// `as-at.html`: the whole time line of an authority.
#[derive(Clone, Debug, Serialize)]
pub struct AsAtView {
    /// The years, newest first.
    pub years: Vec<AsAtYearView>,
    /// "2026-07-01": the first day there is anything; empty where there is nothing.
    pub first_day: String,
}

/// A year of the time line.
#[derive(Clone, Debug, Serialize)]
pub struct AsAtYearView {
    /// The year.
    pub year: String,
    /// Its months, newest first; all days in one without a title where they are few.
    pub months: Vec<AsAtMonthView>,
}

/// A month of the time line.
#[derive(Clone, Debug, Serialize)]
pub struct AsAtMonthView {
    /// "July 2026"; `None` where the year is not parted.
    pub title: Option<String>,
    /// The days on which something changed, newest first.
    pub days: Vec<AsAtDayLinkView>,
}

/// A day on which something changed.
#[derive(Clone, Debug, Serialize)]
pub struct AsAtDayLinkView {
    /// "1 July 2026".
    pub day: String,
    /// "until 13 September 2026", or "until now".
    pub until: String,
    /// The page of the day.
    pub href: String,
    /// What changed: "Kinship local offer: update".
    pub what: Vec<String>,
}

/// `as-at-day.html`: everything as it stood on a day.
#[derive(Clone, Debug, Serialize)]
pub struct AsAtDayView {
    /// "1 July 2026".
    pub day: String,
    /// "From 1 July 2026 to 13 September 2026, this is what stood."
    pub span: String,
    /// What stood then, decisions apart, by title.
    pub publications: Vec<AsAtRowView>,
    /// Decisions recorded by then.
    pub decisions: Vec<AsAtRowView>,
    /// What changed on the day.
    pub changes: Vec<UpdateView>,
    /// The day before on which something changed.
    pub previous: Option<LinkView>,
    /// The next day on which something changed.
    pub next: Option<LinkView>,
    /// The whole time line.
    pub all: LinkView,
}

/// A publication as it stood on a day.
#[derive(Clone, Debug, Serialize)]
pub struct AsAtRowView {
    /// Its title then.
    pub title: String,
    /// The version's own page.
    pub href: String,
    /// "Published 1 July 2026".
    pub version: String,
    /// "Not yet in force: applies from 1 September 2026"; `None` where both dates agree.
    pub in_force: Option<String>,
    /// "Date stated by the council", where it was not witnessed.
    pub stated: Option<String>,
    /// "5 organisations: 3 have signed …".
    pub sign_ups: Option<String>,
    /// What approved it.
    pub approved_by: Option<String>,
    /// "Withdrawn on 1 July 2026", where it was by then.
    pub ended: Option<String>,
    /// What proves the version.
    pub evidence_href: String,
}

/// `supports.html`: what one can get; all of it, or what stands under one or two facets.
#[derive(Clone, Debug, Serialize)]
pub struct SupportsView {
    /// The ways to look for something, or to narrow down what is listed.
    pub ways: Vec<SupportWayView>,
    /// Wider lists; empty where everything is listed.
    pub back: Vec<LinkView>,
    /// The supports, A to Z.
    pub supports: Vec<SupportCardView>,
    /// Where supports of an age are listed, those that do not depend on age.
    pub of_any_age: Vec<LinkView>,
}

/// One way of looking for supports.
#[derive(Clone, Debug, Serialize)]
pub struct SupportWayView {
    /// For ids: "age".
    pub id: &'static str,
    /// "By age".
    pub title: String,
    /// "16 and 17", with how many supports there are.
    pub links: Vec<CountedLinkView>,
}

/// A support in a list.
#[derive(Clone, Debug, Serialize)]
pub struct SupportCardView {
    /// What it is called.
    pub title: String,
    /// Its page.
    pub href: String,
    /// One sentence.
    pub summary: String,
    /// "A legal right".
    pub basis: String,
    /// Whether it is a legal right.
    pub is_right: bool,
    /// How much; `None` where it is not money.
    pub amount: Option<String>,
}

/// `support.html`: one support.
#[derive(Clone, Debug, Serialize)]
pub struct SupportView {
    /// One sentence.
    pub summary: String,
    /// "A legal right".
    pub basis: String,
    /// Whether it is a legal right.
    pub is_right: bool,
    /// Rows in the order readers ask: who can get it, how much, how to ask, who decides, how
    /// long it takes, what to do if refused, contact, the law, last confirmed.
    pub facts: Vec<FactView>,
    /// More about it: complete HTML, may be empty.
    pub html: String,
    /// The recorded body that the page shows; only for a version.
    pub recorded: Option<String>,
    /// The publications it belongs to.
    pub publications: Vec<LinkView>,
    /// All supports.
    pub all: LinkView,
}

/// `sign-ups.html`: who has signed what.
#[derive(Clone, Debug, Serialize)]
pub struct AuthoritySignUpsView {
    /// The publications with a register.
    pub publications: Vec<PublicationSignUpsView>,
    /// All councils, by sector.
    pub national: LinkView,
}

/// The sign-ups of one publication.
#[derive(Clone, Debug, Serialize)]
pub struct PublicationSignUpsView {
    /// Unique on the page.
    pub id: String,
    /// The publication.
    pub title: String,
    /// Its first page.
    pub href: String,
    /// "Version of 1 July 2026".
    pub version: String,
    /// Who takes part.
    pub sign_ups: SignUpsView,
}

/// `decisions.html`: decision records, newest first.
#[derive(Clone, Debug, Serialize)]
pub struct DecisionsView {
    /// The decisions.
    pub decisions: Vec<DecisionCardView>,
}

/// A decision in a list.
#[derive(Clone, Debug, Serialize)]
pub struct DecisionCardView {
    /// Its title.
    pub title: String,
    /// Its page.
    pub href: String,
    /// "3 April 2018".
    pub date: String,
    /// "Corporate Parenting Committee (a committee)".
    pub taken_by: String,
    /// "Approved".
    pub outcome: Option<String>,
    /// The versions it approved.
    pub approved: Vec<LinkView>,
}

/// `coverage.html`: what an authority covers.
#[derive(Clone, Debug, Serialize)]
pub struct CoverageView {
    /// What the page tells.
    pub words: String,
    /// The publications, decisions apart.
    pub publications: Vec<PublicationCoverageView>,
}

/// What one publication covers.
#[derive(Clone, Debug, Serialize)]
pub struct PublicationCoverageView {
    /// Unique on the page.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its first page.
    pub href: String,
    /// Its kind.
    pub kind: LinkView,
    /// "14 of 18 topics covered, 2 missing, 2 coming".
    pub words: String,
    /// "Judged by what applied on 1 July 2026, when this version was published".
    pub judged: String,
    /// What it would need now, where the law has changed since; `None` where nothing is missing.
    pub now: Option<String>,
    /// What its earlier versions covered.
    pub versions: Option<LinkView>,
    /// The topics.
    pub topics: Vec<TopicView>,
}

/// Where a publication stands on a topic.
#[derive(Clone, Debug, Serialize)]
pub struct TopicView {
    /// In words.
    pub label: String,
    /// The law, guidance or practice.
    pub reference: String,
    /// Its address.
    pub link: Option<String>,
    /// "The law asks it", "Guidance asks it", "Good practice".
    pub level: String,
    /// For the style: `met`, `missing`, `coming` or `not-applicable`.
    pub state: &'static str,
    /// "Covered", "Missing", "Coming", "Does not apply".
    pub words: String,
    /// The reason why it does not apply, or the day from which it is asked.
    pub remark: Option<String>,
    /// "Needed now: asked since 29 June 2026", where the law has changed since.
    pub now: Option<String>,
    /// Where it is covered.
    pub places: Vec<LinkView>,
    /// Whether somebody has confirmed the reference.
    pub is_confirmed: bool,
}

/// `reviews.html`: when publications are to be looked at again.
#[derive(Clone, Debug, Serialize)]
pub struct ReviewsView {
    /// "As it was on 1 July 2026: 1 overdue and 2 due within 60 days."
    pub words: String,
    /// Overdue, due soon, due later, never set; groups without reviews are left out.
    pub groups: Vec<ReviewGroupView>,
    /// The same for a calendar and a spreadsheet.
    pub files: Vec<LinkView>,
}

/// Reviews that are equally near.
#[derive(Clone, Debug, Serialize)]
pub struct ReviewGroupView {
    /// For ids.
    pub id: &'static str,
    /// "Overdue".
    pub title: String,
    /// The reviews.
    pub reviews: Vec<ReviewRowView>,
}

/// A review.
#[derive(Clone, Debug, Serialize)]
pub struct ReviewRowView {
    /// The publication.
    pub publication: LinkView,
    /// Its kind.
    pub kind: String,
    /// "1 July 2026".
    pub due: Option<String>,
    /// Whether that has passed.
    pub is_overdue: bool,
    /// The role that keeps it right.
    pub owner: Option<String>,
    /// The day its latest version was published.
    pub published: Option<String>,
}

/// `actions.html`: every action of every plan.
#[derive(Clone, Debug, Serialize)]
pub struct ActionsView {
    /// How far all of them have come: complete HTML.
    pub progress: String,
    /// Overdue, still to be done, done or stopped, no longer in the plan.
    pub groups: Vec<TrackedActionGroupView>,
}

/// Actions that are equally far.
#[derive(Clone, Debug, Serialize)]
pub struct TrackedActionGroupView {
    /// For ids.
    pub id: &'static str,
    /// "Overdue".
    pub title: String,
    /// The actions.
    pub actions: Vec<TrackedActionView>,
}

/// An action, and what became of it.
#[derive(Clone, Debug, Serialize)]
pub struct TrackedActionView {
    /// What is to be done.
    pub action: String,
    /// The publication whose plan it is in.
    pub publication: LinkView,
    /// The role that answers for it.
    pub owner: String,
    /// "1 July 2026", or "No date set".
    pub due: String,
    /// Whether that has passed and it is not done.
    pub is_overdue: bool,
    /// How one will know that it is done; may be empty.
    pub measure: String,
    /// "in progress".
    pub status: String,
    /// When somebody last looked.
    pub updated: Option<String>,
    /// The decision that asked for it.
    pub decision: Option<LinkView>,
    /// "6 July 2026: in progress", oldest first, and when its day was moved.
    pub history: Vec<String>,
    /// The day from which it was no longer in the plan.
    pub dropped: Option<String>,
}

/// `accessibility.html`: the accessibility statement.
#[derive(Clone, Debug, Serialize)]
pub struct AccessibilityView {
    /// The authority.
    pub authority: String,
    /// The full address of its pages.
    pub address: String,
    /// Whether the council has written the facts down.
    pub is_written: bool,
    /// Whether the council is no more: then there is nobody to ask.
    pub has_ended: bool,
    /// The sentence on compliance.
    pub compliance: String,
    /// What does not work, by reason.
    pub groups: Vec<ProblemGroupView>,
    /// What is being done to improve.
    pub improving: Option<String>,
    /// "We will answer within 10 working days."
    pub answers: Option<String>,
    /// How to reach the council.
    pub contact: Vec<FactView>,
    /// When the statement was prepared and reviewed, and the pages tested, by whom.
    pub preparation: Vec<FactView>,
    /// How they were tested.
    pub tested_how: Option<String>,
}

/// What does not work for one reason.
#[derive(Clone, Debug, Serialize)]
pub struct ProblemGroupView {
    /// For ids.
    pub id: &'static str,
    /// "Non-compliance with the accessibility regulations".
    pub title: String,
    /// What does not work.
    pub problems: Vec<AccessibilityProblemView>,
}

/// Something that does not work.
#[derive(Clone, Debug, Serialize)]
pub struct AccessibilityProblemView {
    /// What, and for whom.
    pub what: String,
    /// The criterion it fails, what to use instead, when it is mended.
    pub words: Vec<String>,
}
