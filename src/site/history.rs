//! An authority with the history of each of its publications.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::Judged;
use crate::config::Kinds;
use crate::model::{
    Alternate, Authority, Class, Day, Notice, NoticeSays, Page, Publication, Slug, Support,
    Version, VersionId,
};
use crate::site::{Address, SealedLog};

/// An authority, with what it published up to the day that is looked at.
#[derive(Clone, Debug)]
pub struct AuthoritySite {
    /// Who it is.
    pub authority: Authority,
    /// The day on which reviews and coverage are judged; `None` where nothing tells it.
    pub as_at: Option<Day>,
    /// Its publications, by slug; decisions among them.
    pub publications: Vec<PublicationHistory>,
    /// Its log.
    pub sealed: SealedLog,
    /// The authorities that it took over from.
    pub predecessors: Vec<OtherAuthority>,
    /// The authorities that took over from it: more than one where it was divided.
    pub successors: Vec<OtherAuthority>,
}

/// Another authority of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherAuthority {
    /// Its slug.
    pub slug: Slug,
    /// Its name.
    pub name: String,
}

/// A publication and its versions.
#[derive(Clone, Debug)]
pub struct PublicationHistory {
    /// Its slug.
    pub slug: Slug,
    /// Its versions, oldest first.
    pub versions: Vec<Version>,
    /// What stands in `content/` where that is to be shown: new, or changed since.
    pub draft: Option<Publication>,
    /// What was said about it later, oldest first.
    pub notices: Vec<GivenNotice>,
}

/// A notice, and where it is on the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenNotice {
    /// The name of its file.
    pub name: String,
    /// SHA-256 of its text, in hexadecimal.
    pub digest: String,
    /// What it says.
    pub notice: Notice,
}

impl GivenNotice {
    /// The id that the record's page gives it.
    pub fn id(&self) -> String {
        let name = self.name.trim_end_matches(".txt").replace('.', "_");
        format!("notice_{name}")
    }
}

/// What a publication's own address shows.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'h> {
    /// What it says.
    pub publication: &'h Publication,
    /// The version it is; `None` for a draft.
    pub version: Option<&'h Version>,
}

/// A day on which something was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineDay {
    /// The day.
    pub day: Day,
    /// Which version of which publication, by their places in the lists.
    pub published: Vec<(usize, usize)>,
}

impl AuthoritySite {
    /// The authority's home.
    pub fn address(&self) -> Address {
        Address::home().page(self.authority.slug.as_str())
    }

    /// Whether the authority is no more on the day that is looked at.
    pub fn has_ended(&self) -> bool {
        let ended = self.authority.to;
        ended.is_some_and(|ended| self.as_at.is_none_or(|on| ended <= on))
    }

    /// Every language that a text of the authority is in, where it says so.
    pub fn languages(&self) -> BTreeSet<&str> {
        let published = self
            .publications
            .iter()
            .flat_map(|history| &history.versions)
            .map(|version| &version.publication);
        let drafts = self
            .publications
            .iter()
            .filter_map(|one| one.draft.as_ref());
        published
            .chain(drafts)
            .flat_map(|publication| {
                let pages = publication.pages.iter().map(|page| &page.language);
                let alternates = publication.alternates.iter().map(|one| &one.language);
                pages
                    .chain(alternates)
                    .chain([&publication.control.language])
                    .filter_map(|language| language.as_deref())
            })
            .collect()
    }

    /// The days on which something was published, oldest first.
    pub fn timeline(&self) -> Vec<TimelineDay> {
        let mut days: BTreeMap<Day, Vec<(usize, usize)>> = BTreeMap::new();
        for (publication, history) in self.publications.iter().enumerate() {
            for (version, one) in history.versions.iter().enumerate() {
                days.entry(one.day())
                    .or_default()
                    .push((publication, version));
            }
            // A withdrawal changes what stood as well.
            for given in &history.notices {
                days.entry(given.notice.recorded.day()).or_default();
            }
        }
        days.into_iter()
            .map(|(day, published)| TimelineDay { day, published })
            .collect()
    }

    /// The supports that are offered now, each once, with the publication it is shown from: the
    /// one that was published last, where several have it.
    pub fn supports(&self) -> Vec<(usize, usize)> {
        let mut by_slug: BTreeMap<&str, (Option<&Version>, usize, usize)> = BTreeMap::new();
        for (publication, history) in self.publications.iter().enumerate() {
            let Some(shown) = history.offered() else {
                continue;
            };
            for (support, one) in shown.publication.supports.iter().enumerate() {
                let newer = by_slug.get(one.slug.as_str()).is_none_or(|(other, ..)| {
                    let key = |version: Option<&Version>| version.map(|one| one.published);
                    // A draft is newer than any version.
                    other.is_some() && (shown.version.is_none() || key(shown.version) > key(*other))
                });
                if newer {
                    by_slug.insert(&one.slug, (shown.version, publication, support));
                }
            }
        }
        by_slug
            .into_values()
            .map(|(_, publication, support)| (publication, support))
            .collect()
    }
}

impl PublicationHistory {
    /// The latest version.
    pub fn latest(&self) -> Option<&Version> {
        self.versions.last()
    }

    /// What the publication's own address shows.
    pub fn shown(&self) -> Option<Shown<'_>> {
        match (&self.draft, self.latest()) {
            (Some(draft), _) => Some(Shown {
                publication: draft,
                version: None,
            }),
            (None, Some(version)) => Some(Shown {
                publication: &version.publication,
                version: Some(version),
            }),
            (None, None) => None,
        }
    }

    /// The same, unless it was withdrawn or has moved: then nothing is offered here any more.
    pub fn offered(&self) -> Option<Shown<'_>> {
        match self.ended() {
            Some(_) => None,
            None => self.shown(),
        }
    }

    /// The notice by which it was withdrawn or moved, unless something was published after it.
    pub fn ended(&self) -> Option<&GivenNotice> {
        match self.draft {
            Some(_) => None,
            None => self.ended_after(self.latest()),
        }
    }

    /// The same, as it was at the end of a day.
    pub fn ended_on(&self, day: Day) -> Option<&GivenNotice> {
        self.ended_after(self.at(day))
            .filter(|one| one.notice.recorded.day() <= day)
    }

    fn ended_after(&self, version: Option<&Version>) -> Option<&GivenNotice> {
        self.notices
            .iter()
            .filter(|one| !matches!(one.notice.says, NoticeSays::Withheld { .. }))
            .rfind(|one| version.is_none_or(|version| one.notice.recorded >= version.recorded))
    }

    /// Notices by which a part of a version was withheld.
    pub fn withheld<'h>(&'h self, version: &'h VersionId) -> impl Iterator<Item = &'h GivenNotice> {
        self.notices.iter().filter(move |one| {
            matches!(&one.notice.says, NoticeSays::Withheld { version: of, .. } if of == version)
        })
    }

    /// Whether it is a decision record.
    pub fn is_decision(&self) -> bool {
        self.slug.as_str().starts_with("decisions/")
    }

    /// The days whose law applies to a version when it was published.
    pub fn judged(&self, version: usize) -> Option<Judged> {
        let on = self.versions.get(version)?.day();
        Some(Judged {
            on,
            updated: self.updated(version).unwrap_or(on),
        })
    }

    /// The day by which what is shown is to be reviewed. It is counted from the text: who signed
    /// since, or what was mended, is no review of it.
    pub fn review_due(&self, shown: Shown<'_>, kinds: &Kinds) -> Option<Day> {
        let number = shown
            .version
            .and_then(|version| self.versions.iter().position(|one| one.id == version.id));
        let counted_from = number.and_then(|number| self.updated(number));
        let kind = kinds.get(&shown.publication.kind.value);
        let every = kind.and_then(|kind| kind.review_every);
        shown.publication.review_due(counted_from, every)
    }

    /// The day of the latest update up to a version; a first version is one, whatever it is
    /// called.
    fn updated(&self, version: usize) -> Option<Day> {
        let upto = self.versions.get(..=version)?;
        let update = upto.iter().rfind(|one| one.class == Class::Update);
        update.or(upto.first()).map(Version::day)
    }

    /// The day a version applies from, where nothing else is said: a correction, or a change of
    /// sign-ups, leaves that as it was.
    pub fn applies_from(&self, version: &Version) -> Day {
        let number = self.versions.iter().position(|one| one.id == version.id);
        version
            .in_force_from
            .or_else(|| self.updated(number?))
            .unwrap_or_else(|| version.day())
    }

    /// Whether an alternate was made from an older text than the one that is shown.
    pub fn is_behind(&self, alternate: &Alternate, shown: Shown<'_>) -> bool {
        let (Some(based_on), Some(shown)) = (&alternate.based_on, shown.version) else {
            return false;
        };
        self.versions
            .iter()
            .any(|one| one.id > based_on.value && one.id <= shown.id && one.class != Class::SignUps)
    }

    /// The days whose law applies to what is shown, if it is looked at on a day.
    pub fn judged_on(&self, day: Day) -> Judged {
        let updated = match self.draft {
            Some(_) => None,
            None => self
                .versions
                .len()
                .checked_sub(1)
                .and_then(|last| self.updated(last)),
        };
        Judged {
            on: day,
            updated: updated.unwrap_or(day),
        }
    }

    /// How the text that an organisation signed relates to the text that is shown. A signature on
    /// an older version never reads as one on this.
    pub fn signed_text(&self, signed: &VersionId, shown: Shown<'_>) -> SignedText {
        let Some(at) = self.versions.iter().position(|one| one.id == *signed) else {
            return SignedText::Earlier;
        };
        let last = match shown.version {
            Some(version) => self.versions.iter().position(|one| one.id == version.id),
            None => self.versions.len().checked_sub(1),
        };
        let is_draft_of_it = shown.version.is_none()
            && self
                .latest()
                .is_some_and(|latest| !has_same_text(&latest.publication, shown.publication));
        let Some(since) = last.and_then(|last| self.versions.get(at + 1..=last)) else {
            // Signed ahead of what is shown, as on the page of an old version.
            return match last == Some(at) && !is_draft_of_it {
                true => SignedText::This,
                false => SignedText::Earlier,
            };
        };
        let classes = since.iter().map(|one| one.class);
        let most = classes.fold(SignedText::This, |text, class| match (text, class) {
            (SignedText::Earlier, _) | (_, Class::Update) => SignedText::Earlier,
            (_, Class::Correction) => SignedText::BeforeCorrection,
            (text, Class::SignUps) => text,
        });
        match is_draft_of_it {
            true => SignedText::Earlier,
            false => most,
        }
    }

    /// The version that stood at the end of a day.
    pub fn at(&self, day: Day) -> Option<&Version> {
        self.versions.iter().rev().find(|one| one.day() <= day)
    }

    /// The publication's own address.
    pub fn address(&self, authority: &Address) -> Address {
        authority.page(self.slug.as_str())
    }

    /// A version's own address.
    pub fn version_address(&self, authority: &Address, version: &VersionId) -> Address {
        self.address(authority)
            .page("versions")
            .page(&version.to_string())
    }

    /// Where it is told what a version, or the draft, changed.
    pub fn change_address(&self, authority: &Address, version: Option<&VersionId>) -> Address {
        let name = version.map_or_else(|| "draft".to_owned(), ToString::to_string);
        self.address(authority).page("changes").page(&name)
    }
}

/// How the text that was signed relates to the text that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignedText {
    /// It is the same.
    This,
    /// Mistakes in it have been mended since.
    BeforeCorrection,
    /// It is another.
    Earlier,
}

/// Whether two publications say the same, sign-ups apart.
fn has_same_text(a: &Publication, b: &Publication) -> bool {
    let pages = |one: &Publication| -> Vec<(String, String, String)> {
        let pages = one.pages.iter();
        pages
            .map(|page| {
                (
                    page.name.clone(),
                    page.title.clone(),
                    page.body.html.clone(),
                )
            })
            .collect()
    };
    pages(a) == pages(b) && a.attachments == b.attachments
}

/// The address of a page, below that of its publication or version.
pub(crate) fn page_address(base: &Address, page: &Page) -> Address {
    if page.name == "index" {
        base.clone()
    } else {
        base.page(&page.name)
    }
}

/// The address of an alternate, below that of its publication or version.
pub(super) fn alternate_address(base: &Address, alternate: &Alternate) -> Address {
    let of = if alternate.of == "index" {
        base.clone()
    } else {
        base.page(&alternate.of)
    };
    of.page(alternate.form.suffix())
}

/// The address of a support, below that of its authority or version.
pub(crate) fn support_address(base: &Address, support: &Support) -> Address {
    base.page("supports").page(&support.slug)
}
