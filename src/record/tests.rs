use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::*;
use crate::diagnostics::Problems;
use crate::log::SignerKey;
use crate::model::{Class, Moment, PublishedBasis, Slug};
use crate::parse::{AuthorityContent, PublicationContent, authority};
use crate::source::{Root, digest, read_authority};

fn moment(text: &str) -> Moment {
    text.parse().unwrap()
}

/// A site with one publication, whose text is given.
fn write_content(root: &Path, text: &str) {
    let folder = root.join("content/derby/offer");
    fs::create_dir_all(folder.join("files")).unwrap();
    fs::write(
        root.join("content/derby/authority.toml"),
        "name = \"Derby\"\ncode = \"E06000015\"\ntype = \"unitary\"\n",
    )
    .unwrap();
    fs::write(
        folder.join("index.md"),
        format!("+++\ntitle = \"Offer\"\nkind = \"policy\"\nsummary = \"S.\"\n+++\n\n{text}\n"),
    )
    .unwrap();
    fs::write(
        folder.join("money.md"),
        "+++\ntitle = \"Money\"\n+++\n\nMoney.\n",
    )
    .unwrap();
    fs::write(folder.join("files/a.txt"), text).unwrap();
}

struct Site {
    folder: tempfile::TempDir,
}

impl Site {
    fn new(text: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        write_content(folder.path(), text);
        Self { folder }
    }

    fn root(&self) -> Root {
        Root::new(self.folder.path())
    }

    fn slug(&self) -> Slug {
        Slug::new("derby").unwrap()
    }

    fn record(&self) -> (AuthorityRecord, Problems) {
        read_record(&self.root(), &self.slug())
    }

    fn content(&self) -> AuthorityContent {
        let (files, _) = read_authority(&self.root(), &self.slug());
        authority(&self.slug(), &files, &[]).0
    }

    /// Publishes what is in `content/`, as the command does.
    fn publish(&self, disk: &Disk, now: &str) -> Result<RecordText, String> {
        let folder = AuthorityFolder::new(&self.root(), &self.slug());
        recover(disk, &self.root(), &self.slug()).map_err(|error| error.to_string())?;
        let (record, _) = self.record();
        let content = self.content();
        let one: &PublicationContent = &content.publications[0];
        let submission = submission(one, now);
        let versions: Vec<&RecordText> = record
            .of(&one.publication.slug)
            .iter()
            .map(|version| &version.record)
            .collect();
        let text = submission
            .record(&versions)
            .map_err(|refused| format!("{refused:?}"))?;
        append(disk, &folder, &submission, &text).map_err(|error| error.to_string())?;
        Ok(text)
    }

    /// Every file of the record but the lock.
    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let published = self.folder.path().join("published");
        walkdir::WalkDir::new(&published)
            .into_iter()
            .flatten()
            .filter(|entry| entry.file_type().is_file())
            .filter(|entry| entry.file_name() != ".lock")
            .map(|entry| {
                let path = entry.path().strip_prefix(&published).unwrap();
                (path.display().to_string(), fs::read(entry.path()).unwrap())
            })
            .collect()
    }
}

fn submission<'s>(one: &'s PublicationContent, now: &str) -> Submission<'s> {
    Submission {
        publication: &one.publication,
        files: &one.files,
        attachments: &one.attachments,
        class: Class::Update,
        note: "A note\nof two lines",
        because: None,
        approved_by: None,
        stated: None,
        now: moment(now),
        not_before: None,
        is_back: false,
        salt: "ab".repeat(32),
    }
}

#[test]
fn a_version_reads_back_as_it_was_published() {
    let site = Site::new("One *word*.");
    let text = site.publish(&Disk::new(), "2026-07-01T09:14:07Z").unwrap();
    assert_eq!(text.note, "A note\nof two lines");
    let (record, problems) = site.record();
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(record.versions.len(), 1);
    let recorded = &record.versions[0];
    assert_eq!(recorded.record.note, "A note of two lines");
    let (version, problems) = load(&site.root(), recorded);
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(version.id.to_string(), "2026-07-01");
    assert_eq!(version.published_basis, PublishedBasis::Recorded);
    assert_eq!(version.publication.pages.len(), 2);
    assert_eq!(
        version.publication.pages[0].body.html,
        "<p>One <em>word</em>.</p>"
    );
    assert_eq!(version.publication.attachments[0].path, "files/a.txt");
    // What a person reads with cat and checks with sha256sum.
    let entry = site
        .files()
        .into_iter()
        .find(|(path, _)| path.contains("pending"))
        .unwrap();
    assert_eq!(
        entry.0,
        "derby/log/pending/20260701T091407Z.offer.2026-07-01.txt"
    );
    let entry = String::from_utf8(entry.1).unwrap();
    assert_eq!(
        entry,
        format!(
            "offerbook-pending/v1\nkind: version\npublication: offer\nversion: 2026-07-01\n\
             recorded: 2026-07-01T09:14:07Z\nrecord: sha256:{}\nprevious-version: none\n",
            recorded.digest
        )
    );
    assert!(entry.parse::<PendingEntry>().is_ok());
}

#[test]
fn nothing_is_published_twice_and_time_does_not_go_back() {
    let site = Site::new("One.");
    site.publish(&Disk::new(), "2026-07-01T09:00:00Z").unwrap();
    let again = site
        .publish(&Disk::new(), "2026-07-02T09:00:00Z")
        .unwrap_err();
    assert_eq!(again, "Unchanged");
    write_content(site.folder.path(), "Two.");
    let behind = site
        .publish(&Disk::new(), "2026-06-01T09:00:00Z")
        .unwrap_err();
    assert!(behind.starts_with("ClockBehind"), "{behind}");
    let second = site.publish(&Disk::new(), "2026-07-01T10:00:00Z").unwrap();
    assert_eq!(second.version.to_string(), "2026-07-01.2");
    assert_eq!(second.previous.unwrap().to_string(), "2026-07-01");
    let content = site.content();
    let mut stated = submission(&content.publications[0], "2026-07-03T09:00:00Z");
    stated.stated = Some(moment("2026-07-04"));
    assert_eq!(stated.record(&[]), Err(Refused::InTheFuture));
}

#[test]
fn stopped_at_any_write_the_record_has_the_version_whole_or_not_at_all() {
    let count = {
        let site = Site::new("One.");
        (1..)
            .find(|operations| {
                let disk = Disk::stopping_after(*operations);
                let done = site.publish(&disk, "2026-07-01T09:00:00Z").is_ok();
                if !done {
                    fs::remove_dir_all(site.folder.path().join("published")).ok();
                }
                done
            })
            .unwrap()
    };
    assert!(count > 15, "the count of writes looks wrong: {count}");
    for operations in 0..count {
        // First a version that is whole; then one that is stopped.
        let site = Site::new("One.");
        site.publish(&Disk::new(), "2026-07-01T09:00:00Z").unwrap();
        let before = site.files();
        write_content(site.folder.path(), "Two, which is longer.");
        let stopped = site.publish(&Disk::stopping_after(operations), "2026-07-02T09:00:00Z");
        let (record, problems) = site.record();
        assert!(problems.is_empty(), "after {operations}: {problems:?}");
        for version in &record.versions {
            let (_, problems) = load(&site.root(), version);
            assert!(problems.is_empty(), "after {operations}: {problems:?}");
        }
        for (path, bytes) in &before {
            assert_eq!(
                site.files().get(path),
                Some(bytes),
                "after {operations}: {path}"
            );
        }
        let has_it = record.versions.len() == 2;
        if stopped.is_ok() {
            assert!(has_it);
        }
        // The next run finishes what was begun, or does it anew.
        let again = site.publish(&Disk::new(), "2026-07-03T09:00:00Z");
        match has_it {
            true => assert_eq!(again.unwrap_err(), "Unchanged", "after {operations}"),
            false => assert_eq!(again.unwrap().version.to_string(), "2026-07-03"),
        }
        let files = site.files();
        assert!(
            !files.keys().any(|path| path.contains(".unfinished-")),
            "after {operations}: {:?}",
            files.keys()
        );
        let entries = files.keys().filter(|path| path.contains("pending")).count();
        assert_eq!(entries, 2, "after {operations}");
        assert_eq!(
            files.keys().filter(|path| path.contains("/files/")).count(),
            2
        );
    }
}

#[test]
fn a_changed_byte_is_found() {
    let site = Site::new("One.");
    site.publish(&Disk::new(), "2026-07-01T09:00:00Z").unwrap();
    let version = site
        .folder
        .path()
        .join("published/derby/publications/offer/2026-07-01");
    for path in ["source/index.md", "body/money.html"] {
        let whole = fs::read(version.join(path)).unwrap();
        fs::write(version.join(path), [whole.as_slice(), b" "].concat()).unwrap();
        let (record, _) = site.record();
        let (_, problems) = load(&site.root(), &record.versions[0]);
        let messages: Vec<&str> = problems.iter().map(|one| one.message.as_str()).collect();
        assert_eq!(
            messages,
            ["a recorded file has been changed since it was published"]
        );
        fs::write(version.join(path), whole).unwrap();
    }
    let text = fs::read_to_string(version.join("record.txt")).unwrap();
    for wrong in [
        text.replace("class: update", "class: upgrade"),
        text.replace("offerbook-record/v1", "offerbook-record/v2"),
        text.replace("version: 2026-07-01", "version: 2026-07-02"),
        text.replace("source/index.md", "source/../../index.md"),
        format!("{text}\n"),
        String::new(),
    ] {
        fs::write(version.join("record.txt"), wrong).unwrap();
        let (record, problems) = site.record();
        assert!(record.versions.is_empty());
        assert_eq!(problems.count(crate::diagnostics::Severity::Error), 1);
    }
}

#[test]
fn record_txt_names_the_digest_of_every_file() {
    let site = Site::new("One.");
    site.publish(&Disk::new(), "2026-07-01T09:00:00Z").unwrap();
    let (record, _) = site.record();
    let version = &record.versions[0];
    let paths: Vec<&str> = version
        .record
        .files
        .iter()
        .map(|file| file.path.as_str())
        .collect();
    assert_eq!(
        paths,
        [
            "source/index.md",
            "source/money.md",
            "body/index.html",
            "body/money.html",
            "files/a.txt"
        ]
    );
    for file in &version.record.files {
        let bytes = match file.role {
            crate::model::RecordedFileRole::Attachment => {
                let folder = AuthorityFolder::new(&site.root(), &site.slug());
                fs::read(folder.file(&file.digest, &file.path)).unwrap()
            }
            _ => fs::read(version.folder.join(&file.path)).unwrap(),
        };
        assert_eq!(digest(&bytes), file.digest, "{}", file.path);
        assert_eq!(bytes.len() as u64, file.size, "{}", file.path);
    }
}

#[test]
fn only_one_publish_at_a_time_holds_the_lock() {
    let site = Site::new("One.");
    let folder = AuthorityFolder::new(&site.root(), &site.slug());
    let held = lock(&folder).unwrap();
    assert_eq!(
        lock(&folder).unwrap_err().kind(),
        std::io::ErrorKind::WouldBlock
    );
    drop(held);
    assert!(lock(&folder).is_ok());
}

// ---------------------------------------------------------------------------------------------
// Sealing and withholding, stopped at every write

const KEY: [u8; 32] = [7; 32];

/// A site with two versions, of which the first is sealed.
fn sealed_site() -> (Site, SignerKey) {
    let site = Site::new("One.");
    site.publish(&Disk::new(), "2026-07-01T09:00:00Z").unwrap();
    let key = SignerKey::new("council.example/derby/record", KEY).unwrap();
    let folder = AuthorityFolder::new(&site.root(), &site.slug());
    fs::write(folder.origin(), "council.example/derby/record\n").unwrap();
    fs::write(folder.first_key(), format!("{}\n", key.verifier())).unwrap();
    seal(&site, &key, &Disk::new(), "2026-07-01T10:00:00Z").unwrap();
    write_content(site.folder.path(), "Two, with a name.");
    site.publish(&Disk::new(), "2026-07-02T09:00:00Z").unwrap();
    (site, key)
}

fn seal(site: &Site, key: &SignerKey, disk: &Disk, now: &str) -> Result<(), String> {
    recover(disk, &site.root(), &site.slug()).map_err(|error| error.to_string())?;
    let (log, problems) = read_log(&site.root(), &site.slug());
    assert!(problems.is_empty(), "{problems:?}");
    let plan = Seal::plan(&log, moment(now)).map_err(|refused| format!("{refused:?}"))?;
    let folder = AuthorityFolder::new(&site.root(), &site.slug());
    if plan.is_needed {
        plan.write(disk, &folder, key)
            .map_err(|error| error.to_string())?;
    } else {
        plan.settle(disk, &folder)
            .map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// Does something on a disk that stops after none, one, two … operations, until it gets through.
fn stopped_everywhere(at_least: usize, mut work: impl FnMut(&Disk) -> bool) {
    let through = (0..500)
        .find(|operations| work(&Disk::stopping_after(*operations)))
        .unwrap();
    assert!(
        through >= at_least,
        "the count of writes looks wrong: {through}"
    );
}

#[test]
fn stopped_at_any_write_a_seal_is_finished_by_the_next_one() {
    let whole = {
        let (site, key) = sealed_site();
        seal(&site, &key, &Disk::new(), "2026-07-02T10:00:00Z").unwrap();
        site.files()
    };
    assert!(whole.keys().all(|path| !path.contains("pending")));
    stopped_everywhere(8, |disk| {
        let (site, key) = sealed_site();
        let before = site.files();
        let done = seal(&site, &key, disk, "2026-07-02T10:00:00Z").is_ok();
        let (log, problems) = read_log(&site.root(), &site.slug());
        assert!(problems.is_empty(), "{problems:?}");
        // What a checkpoint covered stays covered, and nothing that waits is lost.
        let tree = log.tree();
        for one in &log.checkpoints {
            assert!(one.signed.checkpoint.is_start_of(&tree));
        }
        let of_versions = before
            .iter()
            .filter(|(path, _)| path.contains("publications"));
        for (path, bytes) in of_versions {
            assert_eq!(site.files().get(path), Some(bytes), "{path}");
        }
        assert!(log.entries.len() + log.pending.len() >= 2);
        // Another day, the next seal finishes it; the same entries, in the same order.
        seal(&site, &key, &Disk::new(), "2026-07-03T10:00:00Z").unwrap();
        assert_eq!(site.files(), whole);
        done
    });
}

fn withhold_page(site: &Site, disk: &Disk) -> Result<(), String> {
    recover(disk, &site.root(), &site.slug()).map_err(|error| error.to_string())?;
    let (record, _) = site.record();
    let version = record.versions.last().unwrap();
    let withholding = Withholding {
        version,
        paths: ["source/index.md", "body/index.html", "files/a.txt"]
            .map(str::to_owned)
            .into(),
        fields: [("note", "Withheld".to_owned())].into(),
        reason: "A name was published by mistake",
        by: "Data Protection Officer",
        now: moment("2026-07-05T09:00:00Z"),
        record_salt: "cd".repeat(32),
        notice_salt: "ef".repeat(32),
    };
    let folder = AuthorityFolder::new(&site.root(), &site.slug());
    withhold(disk, &folder, &record, &withholding).map_err(|error| error.to_string())
}

fn holds_the_name(site: &Site) -> bool {
    let name = b"with a name";
    let files = site.files();
    files
        .values()
        .any(|bytes| bytes.windows(name.len()).any(|part| part == name))
}

#[test]
fn stopped_at_any_write_withholding_is_finished_or_has_not_begun() {
    stopped_everywhere(10, |disk| {
        let (site, _) = sealed_site();
        let done = withhold_page(&site, disk).is_ok();
        let (_, problems) = site.record();
        assert!(problems.is_empty(), "{problems:?}");
        let (log, problems) = read_log(&site.root(), &site.slug());
        assert!(problems.is_empty(), "{problems:?}");
        let is_settled = !log.notices.is_empty();
        // The next command of any sort tidies up.
        let said = recover(&Disk::new(), &site.root(), &site.slug()).unwrap();
        assert!(!said.has_errors(), "{said:?}");
        assert_eq!(holds_the_name(&site), !is_settled);
        let (record, problems) = site.record();
        assert!(problems.is_empty(), "{problems:?}");
        let version = record.versions.last().unwrap();
        assert_eq!(version.record.withheld.is_empty(), !is_settled);
        let (loaded, problems) = load(&site.root(), version);
        assert!(problems.is_empty(), "{problems:?}");
        let html = &loaded.publication.pages[0].body.html;
        assert_eq!(html.contains("withheld"), is_settled, "{html}");
        assert_eq!(loaded.publication.pages.len(), 2);
        if !is_settled {
            withhold_page(&site, &Disk::new()).unwrap();
            assert!(!holds_the_name(&site));
        }
        let (log, _) = read_log(&site.root(), &site.slug());
        let waiting = log
            .pending
            .iter()
            .filter(|one| one.value.kind == crate::log::EntryKind::Redact);
        assert_eq!(waiting.count(), 1);
        done
    });
}

#[test]
fn sealing_refuses_what_would_break_the_log() {
    let (site, key) = sealed_site();
    let behind = seal(&site, &key, &Disk::new(), "2026-07-01T12:00:00Z").unwrap_err();
    assert!(behind.starts_with("ClockBehind"), "{behind}");
    let folder = AuthorityFolder::new(&site.root(), &site.slug());
    let entry = fs::read_to_string(folder.entry(0)).unwrap();
    let digest = entry
        .lines()
        .find_map(|line| line.strip_prefix("record: "))
        .unwrap();
    let other = format!("sha256:{}", "0".repeat(64));
    fs::write(folder.entry(0), entry.replace(digest, &other)).unwrap();
    let (log, _) = read_log(&site.root(), &site.slug());
    assert_eq!(
        Seal::plan(&log, moment("2026-07-05T09:00:00Z")).unwrap_err(),
        SealRefused::NotTheStart { size: 1, have: 1 }
    );
}

#[test]
fn what_was_recorded_elsewhere_and_merged_later_gets_no_earlier_time() {
    let (site, key) = sealed_site();
    seal(&site, &key, &Disk::new(), "2026-07-02T10:00:00Z").unwrap();
    // Another clone published before that, and its work is merged now.
    let folder = AuthorityFolder::new(&site.root(), &site.slug());
    let entry = PendingEntry {
        kind: crate::log::EntryKind::Version,
        publication: Slug::new("other"),
        version: "2026-07-01".parse().ok(),
        recorded: moment("2026-07-01T11:00:00Z"),
        record: "1".repeat(64),
        previous: None,
    };
    fs::create_dir_all(folder.pending()).unwrap();
    fs::write(folder.pending().join(entry.file_name()), entry.to_text()).unwrap();
    let (log, _) = read_log(&site.root(), &site.slug());
    let plan = Seal::plan(&log, moment("2026-07-05T09:00:00Z")).unwrap();
    plan.write(&Disk::new(), &folder, &key).unwrap();
    let (log, problems) = read_log(&site.root(), &site.slug());
    assert!(problems.is_empty(), "{problems:?}");
    let last = &log.entries.last().unwrap().entry;
    assert_eq!(last.recorded, moment("2026-07-02T09:00:00Z"));
    assert_eq!(last.previous, None);
}
