//! The files of a site that are not pages: those to download, those for programs, those of the log.

use std::path::PathBuf;

use rayon::prelude::*;

use super::AuthorityParts;
use super::build::{Drawer, collect};
use crate::data::authority_files;
use crate::diagnostics::{Code, Diagnostic, Place, Problems};
use crate::model::RecordedFileRole;
use crate::record::AuthorityFolder;
use crate::site::{Address, AuthoritySite, Plan, PlannedFile, Subject};
use crate::source::digest_file;

impl Drawer<'_> {
    /// Files for programs.
    pub(super) fn data_files(&self, site: &AuthoritySite) -> Problems {
        self.put_all(&authority_files(
            site,
            &self.workspace.kinds,
            &self.workspace.settings,
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
            let from = if file.is_draft {
                draft_file(file, site, parts)
            } else {
                Some(folder.file(&file.attachment.digest, &file.attachment.path))
            };
            let Some(from) = from else {
                continue;
            };
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
            let is_whole = file.is_draft
                || digest_file(&from).is_ok_and(|(digest, _)| digest == file.attachment.digest);
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
}

fn draft_file(file: &PlannedFile, site: &AuthoritySite, parts: &AuthorityParts) -> Option<PathBuf> {
    let slug = &site.publications.get(file.publication)?.slug;
    parts
        .content
        .publications
        .iter()
        .find(|one| one.publication.slug == *slug)?
        .attachments
        .iter()
        .find(|one| one.path == file.attachment.path)
        .map(|one| one.on_disk.clone())
}
