//! The pages there are.

use std::collections::BTreeMap;

use super::history::{alternate_address, page_address, support_address};
use super::{Address, AuthoritySite, Edition, Facets, PublicationHistory, Subject};
use super::{dropped_actions, facet_address, pair_address, tracked_actions};
use crate::diagnostics::{Code, Diagnostic, Place, Problems};
use crate::model::{Attachment, Day, Publication, Slug, VersionId};

/// The pages and files of a part of the site.
#[derive(Clone, Debug)]
pub struct Plan<S> {
    /// Pages, which are drawn.
    pub pages: Vec<PlannedPage<S>>,
    /// Files, which are copied.
    pub files: Vec<PlannedFile>,
}

/// A page.
#[derive(Clone, Debug)]
pub struct PlannedPage<S> {
    /// Where it stands.
    pub address: Address,
    /// What it shows.
    pub subject: S,
    /// Whether it belongs in the sitemap: old versions and their like do not.
    pub in_sitemap: bool,
}

/// A file to be copied from the record, or from `content/` for a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedFile {
    /// Where it stands.
    pub address: Address,
    /// The attachment.
    pub attachment: Attachment,
    /// The publication's place in the list.
    pub publication: usize,
    /// Whether it is a draft's: then it is in `content/`.
    pub is_draft: bool,
}

/// The page that proves a version.
pub(crate) fn evidence_address(
    authority: &Address,
    publication: &Slug,
    version: &VersionId,
) -> Address {
    authority
        .page("record")
        .page("evidence")
        .page(publication.as_str())
        .page(&version.to_string())
}

/// Where it is told what a version covered.
pub(crate) fn coverage_address(
    authority: &Address,
    publication: &Slug,
    version: &VersionId,
) -> Address {
    authority
        .page("coverage")
        .page(publication.as_str())
        .page(&version.to_string())
}

/// Where an attachment stands for good, whatever the current version has under its name.
pub(crate) fn stored_file_address(authority: &Address, attachment: &Attachment) -> Address {
    let short = attachment.digest.get(..16).unwrap_or(&attachment.digest);
    let name = attachment.path.rsplit('/').next().unwrap_or("file");
    authority.page("files").page(short).file(name)
}

struct Planner<'a> {
    site: &'a AuthoritySite,
    home: Address,
    plan: Plan<Subject>,
}

/// The pages of an authority.
pub fn plan_authority(site: &AuthoritySite) -> (Plan<Subject>, Problems) {
    let mut planner = Planner {
        site,
        home: site.address(),
        plan: Plan {
            pages: Vec::new(),
            files: Vec::new(),
        },
    };
    planner.lists();
    for (at, history) in site.publications.iter().enumerate() {
        planner.publication(at, history);
    }
    let problems = one_page_an_address(&mut planner.plan);
    (planner.plan, problems)
}

impl Planner<'_> {
    fn add(&mut self, address: Address, subject: Subject, in_sitemap: bool) {
        self.plan.pages.push(PlannedPage {
            address,
            subject,
            in_sitemap,
        });
    }

    fn lists(&mut self) {
        let home = self.home.clone();
        self.add(home.clone(), Subject::Home, true);
        self.add(home.page("updates"), Subject::Updates, true);
        self.add(home.file("feed.xml"), Subject::Feed, false);
        self.add(home.page("as-at"), Subject::AsAt, true);
        for (at, day) in self.site.timeline().iter().enumerate() {
            let address = as_at_address(&home, day.day);
            self.add(address, Subject::AsAtDay(at), false);
        }
        self.add(home.page("coverage"), Subject::Coverage, true);
        self.add(home.page("record"), Subject::Record, true);
        let data = Address::home().page("data");
        self.add(
            data.page(self.site.authority.slug.as_str()),
            Subject::Data,
            true,
        );
        self.add(home.page("reviews"), Subject::Reviews, true);
        self.add(home.page("accessibility"), Subject::Accessibility, true);
        let dropped = dropped_actions(self.site);
        if !tracked_actions(self.site).is_empty() || !dropped.is_empty() {
            self.add(home.page("actions"), Subject::Actions, true);
        }
        let supports = self.site.supports();
        let was_ever = self.site.publications.iter().any(|history| {
            let mut versions = history.versions.iter();
            versions.any(|one| !one.publication.supports.is_empty())
        });
        if !supports.is_empty() || was_ever {
            self.add(home.page("supports"), Subject::Supports, true);
        }
        let facets = Facets::of(self.site);
        for facet in facets.all() {
            let is_in_use = !facets.supports(&[facet]).is_empty();
            let address = facet_address(&home, facet);
            self.add(address, Subject::Facet(facet.clone()), is_in_use);
        }
        for (a, b) in facets.pairs() {
            let subject = Subject::FacetPair(a.clone(), b.clone());
            self.add(pair_address(&home, a, b), subject, false);
        }
        for (publication, support) in supports {
            let shown = self
                .site
                .publications
                .get(publication)
                .and_then(PublicationHistory::shown);
            if let Some(one) = shown.and_then(|shown| shown.publication.supports.get(support)) {
                let address = support_address(&home, one);
                self.add(
                    address,
                    Subject::Support {
                        publication,
                        support,
                    },
                    true,
                );
            }
        }
        let shown: Vec<&Publication> = self
            .site
            .publications
            .iter()
            .filter_map(|history| Some(history.offered()?.publication))
            .collect();
        if shown.iter().any(|one| one.sign_ups.is_some()) {
            self.add(home.page("sign-ups"), Subject::SignUps, true);
        }
        if shown
            .iter()
            .any(|one| one.slug.as_str().starts_with("decisions/"))
        {
            self.add(home.page("decisions"), Subject::Decisions, true);
        }
    }

    fn publication(&mut self, publication: usize, history: &PublicationHistory) {
        let Some(shown) = history.shown() else {
            return;
        };
        let own = history.address(&self.home);
        if history.ended().is_some() {
            self.ended(publication, history, shown.publication, &own);
        } else {
            self.edition(publication, Edition::Shown, shown.publication, &own);
            self.add(own.page("print"), Subject::Print { publication }, false);
        }
        if !history.versions.is_empty() {
            self.add(
                own.page("versions"),
                Subject::Versions { publication },
                true,
            );
            let address = own.file("timemap.link");
            self.add(address, Subject::TimeMap { publication }, false);
        }
        for (version, one) in history.versions.iter().enumerate() {
            let base = history.version_address(&self.home, &one.id);
            let address = evidence_address(&self.home, &history.slug, &one.id);
            let subject = Subject::Evidence {
                publication,
                version,
            };
            self.add(address, subject, false);
            if !history.is_decision() {
                let address = coverage_address(&self.home, &history.slug, &one.id);
                let subject = Subject::VersionCoverage {
                    publication,
                    version,
                };
                self.add(address, subject, false);
            }
            self.edition(
                publication,
                Edition::Version(version),
                &one.publication,
                &base,
            );
            for (support, one) in one.publication.supports.iter().enumerate() {
                let address = support_address(&base, one);
                let subject = Subject::OldSupport {
                    publication,
                    version,
                    support,
                };
                self.add(address, subject, false);
            }
            if version > 0 {
                let address = history.change_address(&self.home, Some(&one.id));
                let edition = Edition::Version(version);
                self.add(
                    address,
                    Subject::Change {
                        publication,
                        edition,
                    },
                    false,
                );
            }
        }
        if history.draft.is_some() && !history.versions.is_empty() {
            let address = history.change_address(&self.home, None);
            let edition = Edition::Shown;
            self.add(
                address,
                Subject::Change {
                    publication,
                    edition,
                },
                false,
            );
        }
        self.gone(publication, history, shown.publication, &own);
        self.files(publication, history, shown.publication, &own);
    }

    fn edition(
        &mut self,
        publication: usize,
        edition: Edition,
        content: &Publication,
        base: &Address,
    ) {
        let is_own = edition == Edition::Shown;
        for (page, one) in content.pages.iter().enumerate() {
            let subject = Subject::Page {
                publication,
                edition,
                page,
            };
            self.add(page_address(base, one), subject, is_own);
        }
        for (alternate, one) in content.alternates.iter().enumerate() {
            let subject = Subject::Alternate {
                publication,
                edition,
                alternate,
            };
            self.add(alternate_address(base, one), subject, is_own);
        }
    }

    /// Every address of a publication that was withdrawn or has moved says so.
    fn ended(
        &mut self,
        publication: usize,
        history: &PublicationHistory,
        shown: &Publication,
        own: &Address,
    ) {
        let Some(latest) = history.latest() else {
            return;
        };
        let then = history.version_address(&self.home, &latest.id);
        let pages = shown.pages.iter().map(|page| {
            let last = page_address(&then, page);
            (page_address(own, page), page.title.clone(), last)
        });
        let alternates = shown.alternates.iter().map(|one| {
            let last = alternate_address(&then, one);
            (alternate_address(own, one), one.title.clone(), last)
        });
        let print = (own.page("print"), shown.title().to_owned(), then.clone());
        let all: Vec<_> = pages.chain(alternates).chain([print]).collect();
        for (address, title, last) in all {
            let subject = Subject::Ended {
                publication,
                title,
                last,
            };
            self.add(address, subject, false);
        }
    }

    /// A page that has been published keeps its address for good.
    fn gone(
        &mut self,
        publication: usize,
        history: &PublicationHistory,
        shown: &Publication,
        own: &Address,
    ) {
        let mut gone: BTreeMap<Address, (usize, String, Address)> = BTreeMap::new();
        let offered: Vec<Address> = self
            .site
            .supports()
            .iter()
            .filter_map(|(at, support)| {
                let shown = self.site.publications.get(*at)?.offered()?;
                Some(support_address(
                    &self.home,
                    shown.publication.supports.get(*support)?,
                ))
            })
            .collect();
        for (version, one) in history.versions.iter().enumerate() {
            let base = history.version_address(&self.home, &one.id);
            for page in &one.publication.pages {
                let then = page_address(&base, page);
                gone.insert(page_address(own, page), (version, page.title.clone(), then));
            }
            for one in &one.publication.alternates {
                let then = alternate_address(&base, one);
                gone.insert(
                    alternate_address(own, one),
                    (version, one.title.clone(), then),
                );
            }
            for one in &one.publication.supports {
                let then = support_address(&base, one);
                gone.insert(
                    support_address(&self.home, one),
                    (version, one.title.clone(), then),
                );
            }
        }
        for page in &shown.pages {
            gone.remove(&page_address(own, page));
        }
        for one in &shown.alternates {
            gone.remove(&alternate_address(own, one));
        }
        for address in offered {
            gone.remove(&address);
        }
        for (address, (version, title, last)) in gone {
            let subject = Subject::Gone {
                publication,
                version,
                title,
                last,
            };
            // Two publications may once have had the same support.
            if !self.plan.pages.iter().any(|page| page.address == address) {
                self.add(address, subject, false);
            }
        }
    }

    fn files(
        &mut self,
        publication: usize,
        history: &PublicationHistory,
        shown: &Publication,
        own: &Address,
    ) {
        let is_draft = history.draft.is_some();
        let mut add = |address: Address, attachment: &Attachment, is_draft: bool| {
            if !self.plan.files.iter().any(|file| file.address == address) {
                self.plan.files.push(PlannedFile {
                    address,
                    attachment: attachment.clone(),
                    publication,
                    is_draft,
                });
            }
        };
        for one in &shown.attachments {
            add(own.file(&one.path), one, is_draft);
        }
        for version in history.versions.iter().rev() {
            for one in &version.publication.attachments {
                add(stored_file_address(&self.home, one), one, false);
                // The address under which it could last be had stays good.
                add(own.file(&one.path), one, false);
            }
        }
    }
}

/// The page of a day.
pub(crate) fn as_at_address(home: &Address, day: Day) -> Address {
    home.page("as-at").page(&day.to_string())
}

/// Finds two pages at one address; the first stays.
pub(super) fn one_page_an_address<S>(plan: &mut Plan<S>) -> Problems {
    let mut problems = Problems::new();
    let mut taken_by = std::collections::BTreeSet::new();
    plan.pages.retain(|page| {
        let free = taken_by.insert(page.address.clone());
        if !free {
            problems.push(taken(&page.address));
        }
        free
    });
    problems
}

pub(super) fn taken(address: &Address) -> Diagnostic {
    Diagnostic::error(
        Code::AddressTaken,
        format!("two pages would stand at {address}"),
    )
    .at(&Place::path(address.as_str()))
    .help("rename one of the files or folders that make them")
}
