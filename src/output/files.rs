//! The files of a site that are not pages: those to download, those for programs, those of the log.

use rayon::prelude::*;

use super::AuthorityParts;
use super::build::{Drawer, collect};
use crate::data::authority_files;
use crate::diagnostics::{Code, Diagnostic, Place, Problems};
use crate::model::RecordedFileRole;
use crate::record::AuthorityFolder;
use crate::site::{Address, AuthoritySite, Plan, PlannedFile, Subject};
use crate::source::{DataFile, digest_file};

impl Drawer<'_> {
    /// Files for programs.
    pub(super) fn data_files(&self, site: &AuthoritySite) -> Problems {
        self.put_all(&authority_files(
            site,
            &self.workspace.kinds,
            &self.workspace.settings,
            self.context.interface.words(),
        ))
    }

    pub(super) fn put_all(&self, files: &[(Address, Vec<u8>)]) -> Problems {
        let put: Vec<Diagnostic> = files
            .par_iter()
            .filter_map(|(address, bytes)| self.tree.put(&address.output_path(), bytes).err())
            .collect();
        collect(put)
    }

    /// The files of the log, and beside each version what proves it.
    pub(super) fn record_files(&self, site: &AuthoritySite) -> Problems {
        let mut files = site.sealed.files(&site.address().page("record"));
        let folder = AuthorityFolder::new(&self.workspace.root, &site.authority.slug);
        let mut problems = Problems::new();
        let mut copies = Vec::new();
        for history in &site.publications {
            for version in &history.versions {
                let base = history.version_address(&site.address(), &version.id);
                let text = version.record_text.clone().into_bytes();
                files.push((base.file("record.txt"), text));
                if let Some(place) = site.sealed.place(&history.slug, &version.id) {
                    let entry = place.entry.text.clone().into_bytes();
                    files.push((base.file("entry.txt"), entry));
                    let proof = site.sealed.proof(place.index);
                    let proof = proof.map(|proof| proof.to_string().into_bytes());
                    files.extend(proof.map(|proof| (base.file("record.tlog-proof"), proof)));
                }
                for file in &version.files {
                    if file.role == RecordedFileRole::Body {
                        let from = folder.version(&history.slug, &version.id).join(&file.path);
                        copies.push((base.file(&format!("recorded/{}.txt", file.path)), from));
                    }
                }
            }
        }
        problems.extend(self.put_all(&files));
        let copied: Vec<Diagnostic> = copies
            .par_iter()
            .filter_map(|(address, from)| self.tree.copy(&address.output_path(), from).err())
            .collect();
        problems.extend(collect(copied));
        problems
    }

    pub(super) fn files(
        &self,
        plan: &Plan<Subject>,
        site: &AuthoritySite,
        parts: &AuthorityParts,
    ) -> Problems {
        let folder = AuthorityFolder::new(&self.workspace.root, &site.authority.slug);
        let mut problems = Problems::new();
        for file in &plan.files {
            if file.is_draft {
                self.weights
                    .file(file.address.output_path(), file.attachment.size);
                problems.extend(self.draft_file(file, site, parts));
                continue;
            }
            let from = folder.file(&file.attachment.digest, &file.attachment.path);
            if !from.is_file() {
                problems.push(
                    Diagnostic::error(
                        Code::RecordDamaged,
                        format!("the file {} is missing", file.attachment.path),
                    )
                    .at(&Place::path(&self.workspace.root.shown(&from)))
                    .help("bring it back from your last commit"),
                );
                continue;
            }
            let is_whole =
                digest_file(&from).is_ok_and(|(digest, _)| digest == file.attachment.digest);
            if !is_whole {
                problems.push(
                    Diagnostic::error(
                        Code::RecordDamaged,
                        format!(
                            "the file {} has been changed since it was published",
                            file.attachment.path
                        ),
                    )
                    .at(&Place::path(&self.workspace.root.shown(&from)))
                    .help("bring it back from your last commit"),
                );
                continue;
            }
            // Pictures are packed already: they travel as they are.
            self.weights
                .file(file.address.output_path(), file.attachment.size);
            let copied = self.tree.copy(&file.address.output_path(), &from);
            problems.extend(copied.err().map(Problems::from).unwrap_or_default());
        }
        problems
    }

    /// Puts a file of a draft in place, as it would be published.
    fn draft_file(
        &self,
        file: &PlannedFile,
        site: &AuthoritySite,
        parts: &AuthorityParts,
    ) -> Problems {
        let Some(from) = draft_file(file, site, parts) else {
            return Problems::new();
        };
        let path = file.address.output_path();
        let put = match &from.written {
            None => self.tree.copy(&path, &from.on_disk),
            Some(_) => match from.bytes() {
                Ok(bytes) => self.tree.put(&path, &bytes),
                Err(error) => Err(Diagnostic::error(
                    Code::FileUnreadable,
                    format!("it cannot be read: {error}"),
                )
                .at(&Place::file(&from.file))),
            },
        };
        put.err().map(Problems::from).unwrap_or_default()
    }
}

fn draft_file<'p>(
    file: &PlannedFile,
    site: &AuthoritySite,
    parts: &'p AuthorityParts,
) -> Option<&'p DataFile> {
    let slug = &site.publications.get(file.publication)?.slug;
    parts
        .content
        .publications
        .iter()
        .find(|one| one.publication.slug == *slug)?
        .attachments
        .iter()
        .find(|one| one.path == file.attachment.path)
}
