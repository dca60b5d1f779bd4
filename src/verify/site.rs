//! A site, built or live: its log, and what its pages show.

use std::collections::BTreeMap;

use super::body_on_page::{Pictures, difference};
use super::log_rules::log_findings;
use super::published::{Question, cannot_be_known, dates, last_withheld};
use super::reader::{Limits, ReadError, Reader, open};
use super::report::{Finding, Report, VersionState, VersionTold, counted};
use super::times::time_findings;
use crate::log::{Entry, EntryKind, Proof, leaf_hash, tiles};
use crate::model::{PublishedBasis, RecordedFileRole, Slug, VersionId};
use crate::record::{
    ArchivedCheckpoint, AuthorityLog, LogText, NoticeText, RecordText, Rotation, SealedEntry,
    StampFile, first_time_for,
};
use crate::site::{CONTENTS, RECORDS};
use crate::source::{digest, picture_size};

/// The authorities whose records a site has.
///
/// # Errors
/// Where the site cannot be read. Nothing where it is not one that offerbook built.
pub fn authorities_on(reader: &dyn Reader) -> Result<Vec<Slug>, ReadError> {
    let text = reader.read(RECORDS)?.unwrap_or_default();
    let text = String::from_utf8_lossy(&text).into_owned();
    Ok(text.lines().filter_map(Slug::new).collect())
}

/// The checkpoints of others that records on a site hold.
///
/// # Errors
/// Where the site cannot be read.
pub fn seen_on(reader: &dyn Reader, slugs: &[Slug]) -> Result<Vec<(String, String)>, ReadError> {
    let mut seen = Vec::new();
    for slug in slugs {
        let contents = reader.read(&format!("{slug}/record/{CONTENTS}"))?;
        let contents = String::from_utf8_lossy(&contents.unwrap_or_default()).into_owned();
        for name in contents
            .lines()
            .filter(|line| line.starts_with("observed/") && !line.contains(".."))
        {
            if let Some(text) = reader.read_lasting(&format!("{slug}/record/{name}"))? {
                let text = String::from_utf8_lossy(&text).into_owned();
                seen.push((format!("the record of {slug}"), text));
            }
        }
    }
    Ok(seen)
}

/// The checkpoint that a site shows for an authority. `place` is a folder or an address.
///
/// # Errors
/// Where the site cannot be read.
pub fn find_checkpoint(
    place: &str,
    authority: &Slug,
    limits: Limits,
) -> Result<Option<String>, ReadError> {
    let reader = open(place, limits, None)?;
    for path in [
        format!("{authority}/record/checkpoint"),
        "record/checkpoint".to_owned(),
    ] {
        if let Some(bytes) = reader.read(&path)? {
            return Ok(Some(String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
    Ok(None)
}

/// Checks everything about an authority's record that a site shows.
///
/// # Errors
/// Where the site cannot be read on; what was found until then is lost, but for what the reader
/// kept.
pub fn verify_site(
    reader: &dyn Reader,
    slug: &Slug,
    question: &Question,
) -> Result<Report, ReadError> {
    let mut site = Site {
        reader,
        slug,
        wrong: Vec::new(),
    };
    let log = site.log()?;
    let mut findings = Vec::new();
    if !site.wrong.is_empty() {
        let wrong = std::mem::take(&mut site.wrong);
        findings.push(Finding::fails("The log on the site is not whole.").with(wrong));
    }
    let tree = log.tree();
    findings.extend(log_findings(&log, &tree, question));
    let (times, found) = time_findings(&log, question.trusted.as_deref());
    let mut versions = Vec::new();
    let (mut bodies, mut pages) = (0, 0);
    for (index, one) in (0..).zip(&log.entries) {
        let (EntryKind::Version, Some(publication), Some(version)) =
            (one.entry.kind, &one.entry.publication, &one.entry.version)
        else {
            continue;
        };
        let seen = site.version(&log, index, one, publication, version)?;
        bodies += seen.bodies;
        pages += seen.pages;
        let is_wanted = question.as_at.is_none_or(|day| version.day() <= day);
        versions.extend(is_wanted.then(|| VersionTold {
            existed_by:
                first_time_for(&times, index).map(|time| format!("{} ({})", time.moment, time.who)),
            ..seen.told
        }));
    }
    if !site.wrong.is_empty() {
        findings.push(
            Finding::fails("The site does not show what was recorded.").with(site.wrong.clone()),
        );
    } else if bodies > 0 {
        findings.push(Finding::holds(format!(
            "What pages say: {} of {}, on {}, are what was recorded.",
            counted(bodies, "text", "texts"),
            counted(versions.len(), "version", "versions"),
            counted(pages, "page", "pages")
        )));
        findings.push(Finding::unknown(
            "The sources and registers that pages were made from: they are not on the site. Ask \
             the council for its record, and verify that.",
        ));
    }
    findings.extend(found);
    findings.extend(dates(&versions));
    findings.push(cannot_be_known());
    Ok(Report {
        authority: slug.to_string(),
        place: reader.name(),
        entries: log.sealed_size(),
        checkpoint: log.latest().map(|latest| latest.text.clone()),
        findings,
        versions,
    })
}

/// A version as the site shows it.
struct Seen {
    told: VersionTold,
    bodies: usize,
    pages: usize,
}

struct Site<'s> {
    reader: &'s dyn Reader,
    slug: &'s Slug,
    wrong: Vec<String>,
}

impl Site<'_> {
    fn text(&self, path: &str) -> Result<Option<String>, ReadError> {
        Ok(self
            .reader
            .read(path)?
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
    }

    /// A text of the log, and what it says.
    fn parsed<T>(
        &mut self,
        path: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<Option<LogText<T>>, ReadError> {
        let Some(text) = self.text(path)? else {
            self.wrong.push(format!("{path} is missing"));
            return Ok(None);
        };
        Ok(match read(&text) {
            Ok(value) => Some(LogText {
                name: path.rsplit('/').next().unwrap_or(path).to_owned(),
                digest: digest(text.as_bytes()),
                text,
                value,
            }),
            Err(why) => {
                self.wrong.push(format!("{path} cannot be read: {why}"));
                None
            }
        })
    }

    fn log(&mut self) -> Result<AuthorityLog, ReadError> {
        let base = format!("{}/record", self.slug);
        let mut log = AuthorityLog::default();
        let contents = self.text(&format!("{base}/{CONTENTS}"))?;
        let Some(contents) = contents else {
            self.wrong
                .push(format!("there is no record of {} at {base}/", self.slug));
            return Ok(log);
        };
        let listed = |start: &str| -> Vec<String> {
            contents
                .lines()
                .filter(|line| line.starts_with(start) && !line.contains(".."))
                .map(str::to_owned)
                .collect()
        };
        log.first_key = self
            .parsed(&format!("{base}/first-vkey"), str::parse)?
            .map(|one| one.value);
        for name in listed("keys/") {
            let one = self.parsed(&format!("{base}/{name}"), Rotation::read)?;
            log.rotations.extend(one);
        }
        for name in listed("checkpoints/") {
            let one = self.parsed(&format!("{base}/{name}"), str::parse)?;
            log.checkpoints.extend(one.map(|one| ArchivedCheckpoint {
                text: one.text,
                signed: one.value,
            }));
        }
        log.checkpoints
            .sort_by_key(|one| one.signed.checkpoint.size);
        self.current(&base, &mut log)?;
        for name in listed("notices/") {
            let one: Option<LogText<NoticeText>> =
                self.parsed(&format!("{base}/{name}"), str::parse)?;
            log.notices.extend(one);
        }
        for name in listed("observed/") {
            let one = self.parsed(&format!("{base}/{name}"), str::parse)?;
            log.observed.extend(one);
        }
        for name in listed("stamps/") {
            self.stamp(&base, &name, &mut log)?;
        }
        if let Some(policy) = self.text(&format!("{base}/policy"))? {
            let keys = policy
                .lines()
                .filter_map(|line| line.strip_prefix("witness "))
                .filter_map(|rest| rest.split_ascii_whitespace().nth(1)?.parse().ok());
            log.witnesses.extend(keys);
        }
        log.entries = self.entries(&base, log.sealed_size())?;
        self.keys_shown(&base, &log)?;
        self.log_texts(&log);
        Ok(log)
    }

    /// The keys that other tools are told to use must be those of the log.
    fn keys_shown(&mut self, base: &str, log: &AuthorityLog) -> Result<(), ReadError> {
        let keys: Vec<String> = log.keys().iter().map(|(_, key)| key.to_string()).collect();
        let Some(latest) = keys.last() else {
            return Ok(());
        };
        let path = format!("{base}/vkey");
        if self.text(&path)?.as_deref().map(str::trim_end) != Some(latest.as_str()) {
            self.wrong
                .push(format!("{path} is not the key that signs this record"));
        }
        let path = format!("{base}/policy");
        let policy = self.text(&path)?.unwrap_or_default();
        let named = policy.lines().filter_map(|line| line.strip_prefix("log "));
        if named.map(str::to_owned).collect::<Vec<_>>() != keys {
            self.wrong.push(format!(
                "{path} names other keys than those that signed this record"
            ));
        }
        Ok(())
    }

    /// The checkpoint in use must be the last of those that are archived; it may carry witnesses'
    /// signatures besides.
    fn current(&mut self, base: &str, log: &mut AuthorityLog) -> Result<(), ReadError> {
        let path = format!("{base}/checkpoint");
        if log.checkpoints.is_empty() && log.first_key.is_none() {
            return Ok(());
        }
        let Some(current) = self.parsed(&path, str::parse::<crate::log::SignedCheckpoint>)? else {
            return Ok(());
        };
        match log.checkpoints.last_mut() {
            Some(last) if last.signed.note.text == current.value.note.text => {
                for signature in current.value.note.signatures {
                    if !last.signed.note.signatures.contains(&signature) {
                        last.signed.note.signatures.push(signature);
                    }
                }
            }
            _ => self.wrong.push(format!(
                "{path} is not the latest of the checkpoints that the site keeps"
            )),
        }
        Ok(())
    }

    fn stamp(&mut self, base: &str, name: &str, log: &mut AuthorityLog) -> Result<(), ReadError> {
        let parts = name
            .strip_prefix("stamps/")
            .and_then(|name| name.strip_suffix(".tsr"))
            .and_then(|name| name.split_once('.'));
        let Some((size, who)) = parts else {
            return Ok(());
        };
        let bytes = self.reader.read(&format!("{base}/{name}"))?;
        let certificates = self.text(&format!("{base}/stamps/{who}.pem"))?;
        if let (Ok(size), Some(bytes)) = (size.parse(), bytes) {
            log.stamps.push(StampFile {
                size,
                who: who.to_owned(),
                bytes,
                certificates,
            });
        }
        Ok(())
    }

    /// Entries, from their bundles; the tiles must be those of the same entries.
    fn entries(&mut self, base: &str, size: u64) -> Result<Vec<SealedEntry>, ReadError> {
        let mut texts: Vec<Vec<u8>> = Vec::new();
        for (path, start, end) in tiles::bundles(size) {
            let path = format!("{base}/tile/{path}");
            let bytes = match end - start {
                256 => self.reader.read_lasting(&path)?,
                _ => self.reader.read(&path)?,
            };
            let whole = bytes
                .as_deref()
                .and_then(tiles::entries)
                .filter(|entries| entries.len() as u64 == end - start);
            match whole {
                Some(entries) => texts.extend(entries.into_iter().map(<[u8]>::to_vec)),
                None => {
                    self.wrong.push(format!("{path} is missing or cut off"));
                    return Ok(Vec::new());
                }
            }
        }
        let slices: Vec<&[u8]> = texts.iter().map(Vec::as_slice).collect();
        let tree = crate::log::Tree::of_entries(slices.iter().copied());
        for file in tiles::files(&tree, &slices).unwrap_or_default() {
            let path = format!("{base}/tile/{}", file.path);
            if file.path.starts_with("entries/") {
                continue;
            }
            if self.reader.read(&path)?.as_deref() != Some(file.bytes.as_slice()) {
                self.wrong.push(format!(
                    "{path} is not made of these entries: it was changed, or is of another log"
                ));
            }
        }
        let mut entries = Vec::with_capacity(texts.len());
        for (index, bytes) in texts.into_iter().enumerate() {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            match text.parse::<Entry>() {
                Ok(entry) => entries.push(SealedEntry {
                    entry,
                    hash: leaf_hash(&bytes),
                    text,
                }),
                Err(why) => {
                    self.wrong
                        .push(format!("entry {index} cannot be read: {why}"));
                    return Ok(Vec::new());
                }
            }
        }
        Ok(entries)
    }

    /// Each entry that is not of a version has its text.
    fn log_texts(&mut self, log: &AuthorityLog) {
        let texts = log.text_digests();
        for (index, one) in log.entries.iter().enumerate() {
            let entry = &one.entry;
            if entry.kind != EntryKind::Version && !texts.contains(entry.record.as_str()) {
                self.wrong.push(format!(
                    "the text of entry {index} ({}) is missing or was changed",
                    entry.kind.word()
                ));
            }
        }
    }

    fn version(
        &mut self,
        log: &AuthorityLog,
        index: u64,
        one: &SealedEntry,
        publication: &Slug,
        version: &VersionId,
    ) -> Result<Seen, ReadError> {
        let base = format!("{}/{publication}/versions/{version}", self.slug);
        let before = self.wrong.len();
        let entry = self.text(&format!("{base}/entry.txt"))?;
        if entry.as_deref() != Some(one.text.as_str()) {
            self.wrong
                .push(format!("{base}/entry.txt is not entry {index} of the log"));
        }
        self.proof(log, index, one, &base)?;
        let mut seen = Seen {
            told: VersionTold {
                publication: publication.to_string(),
                version: version.to_string(),
                index: Some(index),
                state: VersionState::NotHere,
                recorded: Some(one.entry.recorded.to_string()),
                published: None,
                is_stated: false,
                existed_by: None,
            },
            bodies: 0,
            pages: 0,
        };
        let Some(text) = self.text(&format!("{base}/record.txt"))? else {
            self.wrong.push(format!("{base}/record.txt is missing"));
            return Ok(seen);
        };
        let found = digest(text.as_bytes());
        let withheld = last_withheld(log, publication, version);
        seen.told.state = match withheld {
            Some(record) if record == found => VersionState::PartWithheld,
            None if found == one.entry.record => VersionState::Whole,
            Some(_) if found == one.entry.record => {
                self.wrong.push(format!(
                    "{base}/record.txt: what was withheld by a notice was brought back"
                ));
                VersionState::Damaged
            }
            _ => {
                self.wrong.push(format!(
                    "{base}/record.txt is not the one that the log names: it was changed"
                ));
                VersionState::Damaged
            }
        };
        match text.parse::<RecordText>() {
            Ok(record) => {
                seen.told.published = Some(record.published.to_string());
                seen.told.is_stated = record.published_basis == PublishedBasis::Stated;
                let is_latest = is_latest(log, index, publication);
                self.bodies(&record, &base, is_latest, &mut seen)?;
            }
            Err(why) => self
                .wrong
                .push(format!("{base}/record.txt cannot be read: {why}")),
        }
        if self.wrong.len() > before {
            seen.told.state = VersionState::Damaged;
        }
        Ok(seen)
    }

    fn proof(
        &mut self,
        log: &AuthorityLog,
        index: u64,
        one: &SealedEntry,
        base: &str,
    ) -> Result<(), ReadError> {
        let path = format!("{base}/record.tlog-proof");
        let Some(text) = self.text(&path)? else {
            self.wrong.push(format!("{path} is missing"));
            return Ok(());
        };
        let proof: Proof = match text.parse() {
            Ok(proof) => proof,
            Err(why) => {
                self.wrong.push(format!("{path} cannot be read: {why}"));
                return Ok(());
            }
        };
        let is_archived = log
            .checkpoints
            .iter()
            .any(|one| one.signed.note.text == proof.checkpoint.note.text);
        if proof.index != index || !proof.proves(one.text.as_bytes()) || !is_archived {
            self.wrong.push(format!(
                "{path} does not prove that entry {index} is in the log"
            ));
        }
        Ok(())
    }

    fn bodies(
        &mut self,
        record: &RecordText,
        base: &str,
        is_latest: bool,
        seen: &mut Seen,
    ) -> Result<(), ReadError> {
        let pictures = self.attachments(record)?;
        for file in record.files_of(RecordedFileRole::Body) {
            let path = format!("{base}/recorded/{}.txt", file.path);
            let Some(bytes) = self.reader.read_lasting(&path)? else {
                self.wrong.push(format!("{path} is missing"));
                continue;
            };
            if digest(&bytes) != file.digest || bytes.len() as u64 != file.size {
                self.wrong
                    .push(format!("{path} was changed since it was recorded"));
                continue;
            }
            seen.bodies += 1;
            let body = String::from_utf8_lossy(&bytes).into_owned();
            let own = format!("{}/{}", self.slug, record.publication);
            let mut places = vec![page_path(base, &file.path)];
            // The publication's own address shows the latest version; a support may stand there
            // as another publication has it.
            if is_latest && !file.path.starts_with("body/supports/") {
                places.push(page_path(&own, &file.path));
            }
            for place in places {
                self.page(&place, &file.path, &body, &pictures, seen)?;
            }
        }
        Ok(())
    }

    /// The files to download; gives how large those are that are pictures.
    fn attachments(&mut self, record: &RecordText) -> Result<Pictures, ReadError> {
        let mut pictures = Pictures::new();
        for file in record.files_of(RecordedFileRole::Attachment) {
            let short = file.digest.get(..16).unwrap_or_default();
            let name = file.path.rsplit('/').next().unwrap_or_default();
            let path = format!("{}/files/{short}/{name}", self.slug);
            match self.reader.read(&path)? {
                Some(bytes) if digest(&bytes) == file.digest => {
                    let address = format!("/{}/{}/{}", self.slug, record.publication, file.path);
                    pictures.extend(picture_size(&bytes).map(|size| (address, size)));
                }
                _ => self.wrong.push(format!(
                    "{path} is missing, or was changed since it was recorded"
                )),
            }
        }
        Ok(pictures)
    }

    fn page(
        &mut self,
        place: &str,
        name: &str,
        body: &str,
        pictures: &Pictures,
        seen: &mut Seen,
    ) -> Result<(), ReadError> {
        let path = format!("{place}index.html");
        let Some(page) = self.text(&path)? else {
            self.wrong.push(format!("{path} is missing"));
            return Ok(());
        };
        seen.pages += 1;
        if let Some(how) = difference(&page, &format!("/{place}"), name, body, pictures) {
            self.wrong
                .push(format!("{path} does not say what was recorded. {how}"));
        }
        Ok(())
    }
}

/// `body/housing.easy-read.html` stands at `housing/easy-read/`.
fn page_path(base: &str, body: &str) -> String {
    let name = body
        .strip_prefix("body/")
        .and_then(|name| name.strip_suffix(".html"))
        .unwrap_or(body);
    let mut path = format!("{base}/");
    let (folder, name) = match name.rsplit_once('/') {
        Some((folder, name)) => (Some(folder), name),
        None => (None, name),
    };
    if let Some(folder) = folder {
        path.push_str(&format!("{folder}/"));
    }
    for part in name.split('.').filter(|part| *part != "index") {
        path.push_str(&format!("{part}/"));
    }
    path
}

/// Whether an entry is the last one about its publication that changes what its address shows.
fn is_latest(log: &AuthorityLog, index: u64, publication: &Slug) -> bool {
    let shown: BTreeMap<u64, EntryKind> = (0..)
        .zip(&log.entries)
        .filter(|(_, one)| one.entry.publication.as_ref() == Some(publication))
        .map(|(at, one)| (at, one.entry.kind))
        .filter(|(_, kind)| *kind != EntryKind::Redact)
        .collect();
    shown.last_key_value().is_some_and(|(at, _)| *at == index)
}
