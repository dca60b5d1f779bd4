//! From what was read of an authority to its histories, as they stood on the day that is looked at.

use super::build::Drawer;
use super::{AuthorityParts, unpublished};
use crate::diagnostics::{Located, Problems};
use crate::model::{Slug, Version};
use crate::record::{AuthorityLog, RecordedVersion, load};
use crate::site::{AuthoritySite, GivenNotice, OtherAuthority, PublicationHistory, SealedLog};

impl Drawer<'_> {
    /// An authority with its versions up to the day that is looked at, and its drafts if they
    /// are wanted.
    pub(super) fn site(&self, parts: &mut AuthorityParts) -> (AuthoritySite, Problems) {
        let mut problems = Problems::new();
        let mut publications: Vec<PublicationHistory> = Vec::new();
        let mut slugs: Vec<Slug> = parts.record.publications().into_iter().cloned().collect();
        if self.options.drafts {
            slugs.extend(
                parts
                    .content
                    .publications
                    .iter()
                    .map(|one| one.publication.slug.clone()),
            );
        }
        slugs.sort();
        slugs.dedup();
        for slug in slugs {
            let recorded = self.up_to_day(parts.record.of(&slug));
            let mut versions: Vec<Version> = Vec::with_capacity(recorded.len());
            for one in &recorded {
                let (version, found) = load(&self.workspace.root, one);
                problems.extend(found);
                versions.push(version);
            }
            let content = parts
                .content
                .publications
                .iter()
                .find(|one| one.publication.slug == slug);
            let draft = content
                .filter(|one| self.options.drafts && unpublished(one, &recorded))
                .map(|one| one.publication.clone());
            if draft.is_some() || !versions.is_empty() {
                let notices = self.notices(&parts.log, &slug);
                publications.push(PublicationHistory {
                    slug,
                    versions,
                    draft,
                    notices,
                });
            }
        }
        let site = AuthoritySite {
            authority: parts.content.authority.clone(),
            as_at: self.options.as_at.or(self.latest),
            publications,
            sealed: SealedLog::new(std::mem::take(&mut parts.log), self.options.as_at),
            predecessors: self.others(parts.content.authority.predecessors.iter()),
            successors: self.others(parts.content.authority.succeeded_by.iter()),
        };
        (site, problems)
    }

    /// Other authorities of the site, by name.
    fn others<'n>(&self, named: impl Iterator<Item = &'n Located<String>>) -> Vec<OtherAuthority> {
        named
            .filter_map(|one| Slug::new(&one.value))
            .filter(|slug| self.workspace.authorities.contains(slug))
            .map(|slug| OtherAuthority {
                name: self.workspace.authority(&slug).content.authority.name,
                slug,
            })
            .collect()
    }

    /// What was said about a publication until the day that is looked at.
    fn notices(&self, log: &AuthorityLog, publication: &Slug) -> Vec<GivenNotice> {
        log.notices
            .iter()
            .filter(|one| one.value.notice.publication == *publication)
            .filter(|one| {
                let day = one.value.notice.recorded.day();
                self.options.as_at.is_none_or(|as_at| day <= as_at)
            })
            .map(|one| GivenNotice {
                name: one.name.clone(),
                digest: one.digest.clone(),
                notice: one.value.notice.clone(),
            })
            .collect()
    }

    fn up_to_day<'r>(&self, mut versions: Vec<&'r RecordedVersion>) -> Vec<&'r RecordedVersion> {
        if let Some(day) = self.options.as_at {
            versions.retain(|one| one.record.published.day() <= day);
        }
        versions
    }
}
