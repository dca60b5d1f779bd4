//! A planned page to its template and its view.
//!
//! - [`SiteContext`]: what all pages share
//! - [`AuthorityPages`]: pages of an authority ([`lists`], [`publication`], [`versions`],
//!   [`supports`], [`timeline`], [`changes`])
//! - [`NationPages`]: pages of the whole site

mod about;
mod accessibility;
mod change_words;
#[cfg(test)]
mod change_words_tests;
mod changes;
mod coverage;
mod data;
mod decision;
mod evidence;
mod frame;
mod law;
mod lists;
mod national;
mod partners;
mod plans;
mod publication;
mod record;
mod reviews;
mod sign_ups;
mod status;
mod structured;
mod supports;
mod timeline;
mod versions;
mod words;

use std::sync::Arc;

use serde::Serialize;

use super::views::{
    AccessibilityView, ActionsView, AsAtDayView, AsAtView, AuthorityDataView, AuthoritySignUpsView,
    AuthorityView, ChangesView, CoverageView, DataView, DecisionsView, EndedView, EvidenceView,
    FeedView, FrameView, GoneView, KindView, KindsView, MatrixView, OrganisationView,
    OrganisationsView, PlainView, PrintView, PublicationPageView, RecordView, ReviewsView,
    SearchView, SiteView, SitemapView, SupportView, SupportsView, TimeMapView, UpdatesView,
    VersionsView,
};
use super::{Interface, Theme, Words};
use crate::config::Kinds;
use crate::model::{PlainPage, SiteSettings};
use crate::site::{
    Address, AuthoritySite, Facets, PlannedPage, PublicationHistory, Shown, Subject, TimelineDay,
};

pub use national::NationPages;

/// What all pages of a site share.
#[derive(Clone, Copy)]
pub struct SiteContext<'c> {
    /// The settings.
    pub settings: &'c SiteSettings,
    /// The kinds.
    pub kinds: &'c Kinds,
    /// The pages of the whole site.
    pub pages: &'c [PlainPage],
    /// The theme, in each of its languages.
    pub theme: &'c Theme,
    /// The theme in the language that the interface of the page is in.
    pub interface: &'c Interface,
    /// Whether drafts are shown anywhere.
    pub unpublished: UnpublishedNotice,
}

impl<'c> SiteContext<'c> {
    /// What the interface says.
    pub fn words(&self) -> &'c Words {
        self.interface.words()
    }

    /// What the interface says within a text in this language; in its own where the theme does
    /// not speak it.
    fn words_in(&self, language: &str) -> &'c Words {
        let spoken = self.theme.speaking(language);
        spoken.map_or_else(|| self.words(), Interface::words)
    }

    /// The same for a page in another language, where the theme speaks it.
    fn speaking(mut self, language: &str) -> Self {
        if let Some(interface) = self.theme.speaking(language) {
            self.interface = interface;
        }
        self
    }
}

/// Whether pages say that the site shows drafts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnpublishedNotice {
    /// It shows the record and nothing else.
    RecordOnly,
    /// It shows drafts: every page says so.
    WithDrafts,
}

/// A page's template and what it sees.
#[derive(Clone, Debug)]
pub struct DrawnView {
    /// The template's name.
    pub template: &'static str,
    /// What is around the content.
    pub frame: FrameView,
    /// The content.
    pub view: View,
}

/// The content of any page.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
#[expect(
    clippy::large_enum_variant,
    reason = "one lives at a time, and only until it is drawn"
)]
pub enum View {
    Accessibility(AccessibilityView),
    Actions(ActionsView),
    AsAt(AsAtView),
    AsAtDay(AsAtDayView),
    Authority(AuthorityView),
    AuthorityData(AuthorityDataView),
    Changes(ChangesView),
    Coverage(CoverageView),
    Data(DataView),
    Decisions(DecisionsView),
    Ended(EndedView),
    Evidence(EvidenceView),
    Feed(FeedView),
    Gone(GoneView),
    Kind(KindView),
    Kinds(KindsView),
    Matrix(MatrixView),
    Organisation(OrganisationView),
    Organisations(OrganisationsView),
    Plain(PlainView),
    Print(PrintView),
    Publication(PublicationPageView),
    Record(RecordView),
    Reviews(ReviewsView),
    Search(SearchView),
    SignUps(AuthoritySignUpsView),
    Site(SiteView),
    Sitemap(SitemapView),
    Support(SupportView),
    Supports(SupportsView),
    TimeMap(TimeMapView),
    Updates(UpdatesView),
    Versions(VersionsView),
}

/// Pages of an authority.
pub struct AuthorityPages<'a> {
    context: SiteContext<'a>,
    site: &'a AuthoritySite,
    home: Address,
    timeline: Arc<[TimelineDay]>,
    facets: Arc<Facets>,
}

impl<'a> AuthorityPages<'a> {
    /// Pages of an authority.
    pub fn new(context: SiteContext<'a>, site: &'a AuthoritySite) -> Self {
        Self {
            context,
            site,
            home: site.address(),
            timeline: site.timeline().into(),
            facets: Arc::new(Facets::of(site)),
        }
    }

    /// What a planned page shows, in its own language where the theme speaks it. `None` where the
    /// plan is not of this authority.
    pub fn fill(&self, page: &PlannedPage<Subject>) -> Option<DrawnView> {
        let language = self.language_of(&page.subject);
        match language.filter(|language| self.context.theme.speaking(language).is_some()) {
            None => self.filled(page),
            Some(language) => Self {
                context: self.context.speaking(language),
                site: self.site,
                home: self.home.clone(),
                timeline: Arc::clone(&self.timeline),
                facets: Arc::clone(&self.facets),
            }
            .filled(page),
        }
    }

    /// The language of a text that is in another one than the site.
    fn language_of(&self, subject: &Subject) -> Option<&'a str> {
        match subject {
            Subject::Page {
                publication,
                edition,
                page,
            } => {
                let publication = self
                    .edition(self.history(*publication)?, *edition)?
                    .publication;
                let own = publication.pages.get(*page)?.language.as_deref();
                own.or(publication.control.language.as_deref())
            }
            Subject::Alternate {
                publication,
                edition,
                alternate,
            } => {
                let publication = self
                    .edition(self.history(*publication)?, *edition)?
                    .publication;
                let own = publication.alternates.get(*alternate)?.language.as_deref();
                own.or(publication.control.language.as_deref())
            }
            Subject::Print { publication } => self
                .shown(*publication)?
                .publication
                .control
                .language
                .as_deref(),
            _ => None,
        }
    }

    fn filled(&self, page: &PlannedPage<Subject>) -> Option<DrawnView> {
        let at = &page.address;
        match &page.subject {
            Subject::Home => Some(self.authority(at)),
            Subject::Updates => Some(self.updates(at)),
            Subject::Feed => Some(self.feed(at)),
            Subject::Data => Some(self.data(at)),
            Subject::AsAt => Some(self.as_at(at)),
            Subject::AsAtDay(day) => self.as_at_day(at, *day),
            Subject::Supports => Some(self.supports(at)),
            Subject::Facet(facet) => Some(self.facet(at, facet)),
            Subject::FacetPair(a, b) => Some(self.facet_pair(at, a, b)),
            Subject::Support {
                publication,
                support,
            } => self.support(at, *publication, *support),
            Subject::OldSupport {
                publication,
                version,
                support,
            } => self.old_support(at, *publication, *version, *support),
            Subject::SignUps => Some(self.sign_ups(at)),
            Subject::Decisions => Some(self.decisions(at)),
            Subject::Actions => Some(self.actions(at)),
            Subject::Reviews => Some(self.reviews(at)),
            Subject::Accessibility => Some(self.accessibility(at)),
            Subject::Coverage => Some(self.coverage(at)),
            Subject::VersionCoverage {
                publication,
                version,
            } => self.version_coverage(at, *publication, *version),
            Subject::Page {
                publication,
                edition,
                page,
            } => self.page(at, *publication, *edition, *page),
            Subject::Alternate {
                publication,
                edition,
                alternate,
            } => self.alternate(at, *publication, *edition, *alternate),
            Subject::Print { publication } => self.print(at, *publication),
            Subject::Versions { publication } => self.versions(at, *publication),
            Subject::Change {
                publication,
                edition,
            } => self.change(at, *publication, *edition),
            Subject::Gone {
                publication,
                version,
                title,
                last,
            } => self.gone(at, *publication, *version, title, last),
            Subject::Ended {
                publication,
                title,
                last,
            } => self.ended(at, *publication, title, last),
            Subject::Record => Some(self.record(at)),
            Subject::Evidence {
                publication,
                version,
            } => self.evidence(at, *publication, *version),
            Subject::TimeMap { publication } => self.time_map(at, *publication),
        }
    }

    /// What the interface says on this page.
    fn words(&self) -> &'a Words {
        self.context.words()
    }

    fn history(&self, publication: usize) -> Option<&'a PublicationHistory> {
        self.site.publications.get(publication)
    }

    fn shown(&self, publication: usize) -> Option<Shown<'a>> {
        self.history(publication)?.shown()
    }

    /// The link from one page to another.
    fn link(&self, from: &Address, to: &Address) -> String {
        from.link_to(to.as_str(), self.context.settings.link_style)
    }
}
