//! A site, read: for everything that needs more than one of its files.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::check::{DenyList, Facts, PublicationFacts, VersionFacts, listed_in_version};
use crate::config::{Kinds, site_settings};
use crate::diagnostics::{Code, Diagnostic, Problems, Texts};
use crate::model::{Class, NoticeSays, PlainPage, RecordedFileRole, SiteSettings, Slug};
use crate::parse::{
    AuthorityContent, FileToRecord, PublicationContent, authority, look_into, plain_page,
};
use crate::record::{AuthorityLog, AuthorityRecord, RecordedVersion, read_log, read_record};
use crate::source::{AuthorityFiles, Root, SiteFiles, digest, read_authority, read_site};

/// What belongs to a site as a whole.
pub struct Workspace {
    /// Its folder.
    pub root: Root,
    /// Its settings.
    pub settings: SiteSettings,
    /// Its kinds.
    pub kinds: Kinds,
    /// Its own pages.
    pub pages: Vec<PlainPage>,
    /// All authorities, whether they have content, a record or both.
    pub authorities: Vec<Slug>,
    /// Those with content.
    pub with_content: Vec<Slug>,
    /// The texts read, for printing problems.
    pub texts: Texts,
}

/// An authority's content and record.
pub struct AuthorityParts {
    /// What it wrote.
    pub content: AuthorityContent,
    /// What it published.
    pub record: AuthorityRecord,
    /// In which order, who signed it, and what was said later.
    pub log: AuthorityLog,
    /// Problems that belong to no publication.
    pub problems: Problems,
    /// The texts read, for printing problems.
    pub texts: Texts,
}

impl Workspace {
    /// Reads what belongs to a site as a whole.
    pub fn read(root: Root) -> (Self, Problems) {
        let (files, mut problems) = read_site(&root);
        let mut texts = Texts::default();
        let (file, text) = match &files.settings {
            Some(file) => (file.file.clone(), file.text.clone()),
            None => ("site-config.toml".into(), "".into()),
        };
        let (settings, found) = site_settings(&file, &text);
        if files.settings.is_some() {
            problems.extend(found);
        }
        texts.insert(file, text);
        let (mut kinds, found) = Kinds::read(&files.kinds);
        problems.extend(found);
        problems.extend(kinds.confirm(&settings.confirmed));
        for kind in &files.kinds {
            texts.insert(kind.file.clone(), kind.text.clone());
        }
        let pages = read_pages(&files, &settings, &mut problems, &mut texts);
        let workspace = Self {
            root,
            settings,
            kinds,
            pages,
            authorities: files.authorities,
            with_content: files.with_content,
            texts,
        };
        (workspace, problems)
    }

    /// What must never be published: the file that the settings name, or another one.
    ///
    /// A list that cannot be read is an error: nobody would notice that it was not used.
    pub fn deny_list(&self, other: Option<&Path>) -> (DenyList, Problems) {
        let setting = self.settings.deny_list.as_ref();
        let place = match other {
            Some(_) => None,
            None => setting.map(|setting| &setting.place),
        };
        let path = match (other, setting) {
            (Some(other), _) => other.to_owned(),
            (None, Some(setting)) => self.root.folder().join(&setting.value),
            (None, None) => return (DenyList::default(), Problems::new()),
        };
        let wrong = |message: String, help: &str| -> Problems {
            let problem = Diagnostic::error(Code::DenyList, message).help(help);
            match place {
                Some(place) => problem.at(place).into(),
                None => problem.into(),
            }
        };
        // Its name is told as given: where it stands is nobody's business.
        let name: Arc<str> = Arc::from("the deny list");
        if is_inside(&path, self.root.folder()) {
            return (
                DenyList::default(),
                wrong(
                    "the deny list stands in the site’s folder".to_owned(),
                    "keep it outside, where it cannot be published or handed on with the site",
                ),
            );
        }
        match std::fs::read_to_string(&path) {
            Ok(text) => {
                let (list, problems) = DenyList::read(&name, &text);
                (list, problems)
            }
            Err(error) => (
                DenyList::default(),
                wrong(
                    format!("the deny list cannot be read: {error}"),
                    "put it where deny_list in site-config.toml, or OFFERBOOK_DENY_LIST, says",
                ),
            ),
        }
    }

    /// What the deny list names in published versions: it stays on their pages until it is
    /// withheld.
    pub fn listed_in_record(&self, record: &AuthorityRecord, deny_list: &DenyList) -> Problems {
        if deny_list.is_empty() {
            return Problems::new();
        }
        let found: Vec<Diagnostic> = record
            .versions
            .par_iter()
            .flat_map_iter(|version| {
                let written = version.record.files.iter().filter(|file| {
                    matches!(
                        file.role,
                        RecordedFileRole::Source | RecordedFileRole::Register
                    )
                });
                written.filter_map(|file| {
                    let path = version.folder.join(&file.path);
                    let text = std::fs::read_to_string(&path).ok()?;
                    let shown: Arc<str> = Arc::from(self.root.shown(&path));
                    let one = listed_in_version(&shown, &text, deny_list)?;
                    let of = &version.record;
                    Some(one.help(format!(
                        "withhold it: `offerbook redact {}/{} {} --text … --everywhere`; until \
                         then it stays on the pages of that version",
                        of.authority, of.publication, of.version
                    )))
                })
            })
            .collect();
        let mut problems = Problems::new();
        found.into_iter().for_each(|one| problems.push(one));
        problems.sorted()
    }

    /// Looks into the files to download of an authority's publications.
    pub fn look_into(&self, content: &mut AuthorityContent) {
        content.publications.par_iter_mut().for_each(|publication| {
            for file in &publication.attachments {
                // What cannot be read now is reported where it is copied.
                if let Ok(bytes) = file.bytes() {
                    let found = look_into(&file.path, &bytes);
                    publication.contents.insert(file.path.clone(), found);
                }
                if file.written.is_some()
                    && let Ok(bytes) = std::fs::read(&file.on_disk)
                    && let Ok(found) = look_into(&file.path, &bytes)
                {
                    publication.left_out.insert(file.path.clone(), found);
                }
            }
        });
    }

    /// Reads an authority: what it wrote, and which versions it has.
    pub fn authority(&self, slug: &Slug) -> AuthorityParts {
        let (files, mut problems) = match self.with_content.contains(slug) {
            true => read_authority(&self.root, slug),
            false => (AuthorityFiles::default(), Problems::new()),
        };
        let (mut content, found) = authority(slug, &files, &self.settings.allowed_elements);
        if self.with_content.contains(slug) {
            problems.extend(found);
        }
        let (record, found) = read_record(&self.root, slug);
        problems.extend(found);
        keep_as_published(&mut content, &record);
        let (log, found) = read_log(&self.root, slug);
        problems.extend(found);
        let mut texts = Texts::default();
        for file in files.texts {
            texts.insert(file.file, file.text);
        }
        AuthorityParts {
            content,
            record,
            log,
            problems,
            texts,
        }
    }
}

/// Keeps pictures as the latest version published them, until somebody saves them again.
fn keep_as_published(content: &mut AuthorityContent, record: &AuthorityRecord) {
    for one in &mut content.publications {
        let versions = record.of(&one.publication.slug);
        let Some(latest) = versions.last() else {
            continue;
        };
        let stored = one.publication.attachments.iter_mut();
        for (file, shown) in one.attachments.iter_mut().zip(stored) {
            let mut published = latest.record.files_of(RecordedFileRole::Attachment);
            if let Some(before) = published.find(|before| before.path == file.path) {
                file.keep_as_published(&before.digest);
                shown.digest.clone_from(&file.digest);
                shown.size = file.size;
            }
        }
    }
}

/// Whether a file stands in a folder, whatever the way in which its path is written.
fn is_inside(file: &Path, folder: &Path) -> bool {
    match (file.canonicalize(), folder.canonicalize()) {
        (Ok(file), Ok(folder)) => file.starts_with(folder),
        _ => false,
    }
}

fn read_pages(
    files: &SiteFiles,
    settings: &SiteSettings,
    problems: &mut Problems,
    texts: &mut Texts,
) -> Vec<PlainPage> {
    files
        .pages
        .iter()
        .map(|file| {
            let (page, found) = plain_page(file, &settings.allowed_elements);
            problems.extend(found);
            texts.insert(file.file.clone(), file.text.clone());
            page
        })
        .collect()
}

/// Whether a publication in `content/` differs from its latest version, or has none.
pub fn unpublished(content: &PublicationContent, versions: &[&RecordedVersion]) -> bool {
    differs(content, versions, |_, _| true)
}

/// What sort of version a publication would become if nobody says otherwise: where only its
/// register of sign-ups differs from the latest version, its text is untouched.
pub fn class_of(content: &PublicationContent, versions: &[&RecordedVersion]) -> Class {
    let is_text = |role: RecordedFileRole, path: &str| {
        role != RecordedFileRole::Register
            || !["sign-ups.csv", "organisations.toml"].contains(&path)
    };
    match !versions.is_empty() && !differs(content, versions, is_text) {
        true => Class::SignUps,
        false => Class::Update,
    }
}

/// Whether some of the files of a publication differ from its latest version. Bodies do not
/// count: a new renderer is not a change of the text.
fn differs(
    content: &PublicationContent,
    versions: &[&RecordedVersion],
    counts: impl Fn(RecordedFileRole, &str) -> bool,
) -> bool {
    let Some(latest) = versions.last() else {
        return true;
    };
    let mut now: BTreeMap<(RecordedFileRole, &str), String> = content
        .files
        .iter()
        .filter(|file| file.role != RecordedFileRole::Body)
        .map(|file: &FileToRecord| {
            (
                (file.role, file.path.as_str()),
                digest(file.text.as_bytes()),
            )
        })
        .collect();
    now.extend(content.attachments.iter().map(|file| {
        (
            (RecordedFileRole::Attachment, file.path.as_str()),
            file.digest.clone(),
        )
    }));
    let mut then: BTreeMap<(RecordedFileRole, &str), String> = latest
        .record
        .files
        .iter()
        .filter(|file| file.role != RecordedFileRole::Body)
        .map(|file| ((file.role, file.path.as_str()), file.digest.clone()))
        .collect();
    now.retain(|(role, path), _| counts(*role, path));
    then.retain(|(role, path), _| counts(*role, path));
    now != then
}

/// The publications that have moved to where this one is: sign-ups and alternates may name their
/// versions.
fn moved_from<'p>(parts: &'p AuthorityParts, publication: &Slug) -> Vec<&'p Slug> {
    let here = format!("/{}/{publication}/", parts.content.authority.slug);
    parts
        .log
        .notices
        .iter()
        .map(|one| &one.value.notice)
        .filter(|notice| matches!(&notice.says, NoticeSays::Moved { to } if *to == here))
        .map(|notice| &notice.publication)
        .collect()
}

/// What rules need to know of an authority's record.
pub fn facts_of(parts: &AuthorityParts) -> Facts {
    let mut facts = Facts::new();
    for content in &parts.content.publications {
        let publication = &content.publication;
        let versions = parts.record.of(&publication.slug);
        facts.insert(
            (publication.authority.clone(), publication.slug.clone()),
            PublicationFacts {
                versions: moved_from(parts, &publication.slug)
                    .iter()
                    .flat_map(|old| parts.record.of(old))
                    .chain(versions.iter().copied())
                    .map(|one| VersionFacts {
                        id: one.record.version.clone(),
                        day: one.record.published.day(),
                        class: one.record.class,
                    })
                    .collect(),
                unchanged: !unpublished(content, &versions),
                has_same_text: !differs(content, &versions, |role, _| {
                    role != RecordedFileRole::Register
                }),
                class: class_of(content, &versions),
                next: None,
                approved_by: None,
            },
        );
    }
    facts
}

#[cfg(test)]
mod tests;
