//! What proves what was published on a day, as files to hand over.

use std::fs;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::model::{Day, NoticeSays, PublishedBasis, RecordedFileRole, Slug};
use crate::record::{
    AuthorityFolder, AuthorityLog, RecordText, RecordedVersion, is_demonstration, read_log,
    read_record,
};
use crate::site::SealedLog;
use crate::source::Root;

/// Evidence of a version: its files, by their paths.
pub struct Evidence {
    /// The version that stood on the day.
    pub record: RecordText,
    /// Whether it is sealed.
    pub is_sealed: bool,
    files: Vec<(String, Vec<u8>)>,
}

impl Evidence {
    /// Gathers everything about the version that stood at the end of a day. `None` where nothing
    /// had been published by then.
    ///
    /// # Errors
    /// What is wrong with the record.
    pub fn gather(
        root: &Root,
        authority: &Slug,
        publication: &Slug,
        day: Day,
    ) -> Result<Option<Self>, String> {
        let (record, problems) = read_record(root, authority);
        let (log, found) = read_log(root, authority);
        if let Some(first) = problems.iter().chain(found.iter()).next() {
            return Err(format!(
                "The record is damaged: {}. Run `offerbook verify`.",
                first.message
            ));
        }
        let versions = record.of(publication);
        let standing = versions
            .iter()
            .rposition(|one| one.record.published.day() <= day);
        let Some((at, version)) = standing.and_then(|at| Some((at, *versions.get(at)?))) else {
            return Ok(None);
        };
        let next = versions.get(at + 1).map(|one| one.record.published.day());
        let folder = AuthorityFolder::new(root, authority);
        let mut files = own_files(root, &folder, version)?;
        let sealed = SealedLog::new(log.clone(), None);
        let place = sealed.place(publication, &version.record.version);
        if let Some(place) = place {
            files.push(("entry.txt".to_owned(), place.entry.text.clone().into()));
            if let Some(proof) = sealed.proof(place.index) {
                files.push(("record.tlog-proof".to_owned(), proof.to_string().into()));
            }
            files.extend(outside(&log, place.index));
        }
        files.extend(log_files(&log, &sealed));
        files.extend(notices(&log, version));
        let is_sealed = place.is_some();
        let told = Told {
            version,
            day,
            next,
            log: &log,
            index: place.map(|place| place.index),
        };
        files.push(("README.txt".to_owned(), told.readme().into()));
        files.sort();
        Ok(Some(Self {
            record: version.record.clone(),
            is_sealed,
            files,
        }))
    }

    /// The files as one, the same bytes every time.
    ///
    /// # Errors
    /// Where a path is too long for it.
    pub fn zip(&self) -> zip::result::ZipResult<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        for (path, bytes) in &self.files {
            zip.start_file(path.as_str(), options)?;
            zip.write_all(bytes)?;
        }
        Ok(zip.finish()?.into_inner())
    }
}

/// The version's own files.
fn own_files(
    root: &Root,
    folder: &AuthorityFolder,
    version: &RecordedVersion,
) -> Result<Vec<(String, Vec<u8>)>, String> {
    let mut files = vec![("record.txt".to_owned(), version.record.to_text().into())];
    for file in &version.record.files {
        let path = match file.role {
            RecordedFileRole::Attachment => folder.file(&file.digest, &file.path),
            _ => version.folder.join(&file.path),
        };
        let bytes = fs::read(&path)
            .map_err(|error| format!("{} cannot be read: {error}", root.shown(&path)))?;
        if crate::source::digest(&bytes) != file.digest {
            return Err(format!(
                "{} was changed since it was recorded. Run `offerbook verify`.",
                root.shown(&path)
            ));
        }
        // Beside each body, under the name that the commands of README.txt expect.
        let name = match file.role {
            RecordedFileRole::Body => format!("recorded/{}.txt", file.path),
            _ => file.path.clone(),
        };
        files.push((name, bytes));
    }
    Ok(files)
}

/// The log's checkpoint and keys.
fn log_files(log: &AuthorityLog, sealed: &SealedLog) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    if let Some(latest) = log.latest() {
        files.push(("checkpoint".to_owned(), latest.signed.to_string().into()));
    }
    if let Some(key) = sealed.key() {
        files.push(("vkey".to_owned(), format!("{key}\n").into()));
    }
    for one in &log.rotations {
        files.push((format!("keys/{}", one.name), one.text.clone().into()));
    }
    files
}

/// Outside times that cover an entry, with what they are of.
fn outside(log: &AuthorityLog, index: u64) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for stamp in log.stamps.iter().filter(|stamp| stamp.size > index) {
        let name = format!("stamps/{}.{}.tsr", stamp.size, stamp.who);
        files.push((name, stamp.bytes.clone()));
        if let Some(certificates) = &stamp.certificates {
            let name = format!("stamps/{}.pem", stamp.who);
            files.push((name, certificates.clone().into()));
        }
        let archived = log
            .checkpoints
            .iter()
            .find(|one| one.signed.checkpoint.size == stamp.size);
        if let Some(archived) = archived {
            let name = format!("stamps/{}", stamp.size);
            files.push((name, archived.text.clone().into()));
        }
    }
    files.sort();
    files.dedup_by(|a, b| a.0 == b.0);
    files
}

/// What was said later about the version or its publication.
fn notices(log: &AuthorityLog, version: &RecordedVersion) -> Vec<(String, Vec<u8>)> {
    log.notices
        .iter()
        .filter(|one| one.value.notice.publication == version.record.publication)
        .filter(|one| match &one.value.notice.says {
            NoticeSays::Withheld { version: of, .. } => *of == version.record.version,
            _ => true,
        })
        .map(|one| (format!("notices/{}", one.name), one.text.clone().into()))
        .collect()
}

/// What README.txt tells.
struct Told<'t> {
    version: &'t RecordedVersion,
    day: Day,
    next: Option<Day>,
    log: &'t AuthorityLog,
    index: Option<u64>,
}

impl Told<'_> {
    fn readme(&self) -> String {
        let record = &self.version.record;
        let from = record.published.day().in_words();
        let until = match self.next.and_then(Day::yesterday) {
            Some(day) => format!("until {}", day.in_words()),
            None => "until now, as far as this record goes".to_owned(),
        };
        let stated = match record.published_basis {
            PublishedBasis::Stated => " (this date is the council's word; it was recorded later)",
            PublishedBasis::Recorded => "",
        };
        let mut text = format!(
            "What was published on {}\n\n\
             Authority:    {}\n\
             Publication:  {} ({})\n\
             Version:      {}\n\
             Published:    {from}{stated}, {until}\n\
             Recorded:     {}\n\
             In force:     {}\n\
             Approved by:  {}\n\
             What changed: {}\n\n",
            self.day.in_words(),
            record.authority,
            record.title,
            record.publication,
            record.version,
            record.recorded,
            record
                .in_force_from
                .unwrap_or(record.published.day())
                .in_words(),
            record.approved_by.as_deref().unwrap_or("not said"),
            record.note,
        );
        text.push_str(&self.limits());
        text.push_str(FILES);
        let checks = match self.index.is_some() {
            true => CHECKS,
            false => CHECKS_WITHOUT_SEAL,
        };
        // Where a part is withheld, a notice names the record that is here.
        text.push_str(&match self.withheld_by() {
            Some(notice) => checks.replace(
                "record.txt/p' entry.txt |",
                &format!("record.txt/p' notices/{notice} |"),
            ),
            None => checks.to_owned(),
        });
        text.push_str(&self.stamps());
        text
    }

    /// The latest notice by which a part of the version was withheld.
    fn withheld_by(&self) -> Option<&str> {
        let record = &self.version.record;
        self.log
            .notices
            .iter()
            .filter(|one| one.value.notice.publication == record.publication)
            .filter(|one| match &one.value.notice.says {
                NoticeSays::Withheld { version, .. } => *version == record.version,
                _ => false,
            })
            .max_by_key(|one| one.value.notice.recorded)
            .map(|one| one.name.as_str())
    }

    fn limits(&self) -> String {
        let mut text = String::new();
        if !self.version.record.withheld.is_empty() {
            text.push_str(
                "A part of this version is withheld; the folder notices says why, and by whose \
                 order. The\nentry in the log names the record as it was before; the notice names the \
                 one that is here.\n\n",
            );
        }
        let ended = self.log.notices.iter().any(|one| {
            let notice = &one.value.notice;
            notice.publication == self.version.record.publication
                && !matches!(notice.says, NoticeSays::Withheld { .. })
        });
        if ended {
            text.push_str("It was withdrawn or moved later: see the folder notices.\n\n");
        }
        if self.log.origin().is_some_and(is_demonstration) {
            text.push_str(
                "The record is sealed with a demonstration key, which anyone has: it proves \
                 nothing.\n\n",
            );
        }
        if self.index.is_none() {
            text.push_str(
                "This version is published, and not yet sealed: what is here shows only what the \
                 council says today.\n\n",
            );
        }
        text
    }

    fn stamps(&self) -> String {
        let mut text = String::new();
        for stamp in self
            .log
            .stamps
            .iter()
            .filter(|stamp| self.index.is_some_and(|at| stamp.size > at))
        {
            text.push_str(&format!(
                "\n  By when did it surely exist? In the folder stamps:\n\n      openssl ts -verify \
                 -data {} -in {}.{}.tsr -CAfile {}.pem\n",
                stamp.size, stamp.size, stamp.who, stamp.who
            ));
        }
        text
    }
}

const FILES: &str = "\
What is in this folder

  record.txt          what the version is, and the fingerprint (SHA-256) of each of its texts
  recorded/body/...   its pages, as readers saw them, without what stood around them
  source/...          what the pages were made from
  entry.txt           the entry in the council's log
  record.tlog-proof   the proof that the entry is in the log
  checkpoint, vkey    the log's latest checkpoint, and the key that signed it
  keys, stamps, notices   changes of key, outside times, what was said later, where there is any

";

const CHECKS: &str = "\
How to check it, without trusting the council or the tool that made this

  Are these the texts that were recorded? In this folder:

      sed -n 's/^record: sha256:\\(.*\\)/\\1  record.txt/p' entry.txt | sha256sum -c
      sed -n 's/^body: sha256:\\([^ ]*\\) [^ ]* \\(.*\\)/\\1  recorded\\/\\2.txt/p' record.txt | sha256sum -c
      sed -n -E 's/^(source|register|attachment): sha256:([^ ]*) [^ ]* (.*)/\\2  \\3/p' record.txt | sha256sum -c

  Who signed the log? In this folder:

      { echo '-----BEGIN PUBLIC KEY-----'
        printf MCowBQYDK2VwAyEA; cut -d+ -f3- vkey | base64 -d | tail -c 32 | base64
        echo '-----END PUBLIC KEY-----'; } > key.pem
      head -n 3 checkpoint > text
      grep -m 1 \"^— $(cut -d+ -f1 vkey) \" checkpoint | cut -d' ' -f3 | base64 -d | tail -c 64 > signature
      openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in text -sigfile signature

  Is the entry in the log? record.tlog-proof is of the form C2SP tlog-proof, which several tools
  read. Compare the key with one that the council made known elsewhere, and the checkpoint with one
  that somebody else kept.
";

const CHECKS_WITHOUT_SEAL: &str = "\
How to check it

  Are these the texts that record.txt names? In this folder:

      sed -n 's/^body: sha256:\\([^ ]*\\) [^ ]* \\(.*\\)/\\1  recorded\\/\\2.txt/p' record.txt | sha256sum -c
      sed -n -E 's/^(source|register|attachment): sha256:([^ ]*) [^ ]* (.*)/\\2  \\3/p' record.txt | sha256sum -c
";
