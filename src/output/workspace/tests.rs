use std::fs;

use super::*;
use crate::model::PictureSize;
use crate::record::{AuthorityFolder, Disk, RecordText, Submission, append, load};
use crate::source::DataFile;

/// 300 by 200 points on their side, with a comment: upright it is 200 by 300.
const PHOTOGRAPH: &[u8] = b"\xFF\xD8\
    \xFF\xE1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0\
    \xFF\xFE\x00\x0EZelda Quince\
    \xFF\xC0\x00\x0B\x08\x00\xC8\x01\x2C\x01\x01\x11\x00\
    \xFF\xD9";

struct Site(tempfile::TempDir);

impl Site {
    fn new() -> Self {
        let site = Self(tempfile::tempdir().unwrap());
        site.write(
            "site-config.toml",
            b"base_url = \"https://example.org/\"\nname = \"Offers\"\n",
        );
        site.write(
            "content/derby/authority.toml",
            b"name = \"Derby\"\ncode = \"E06000015\"\ntype = \"unitary\"\n",
        );
        site.text("![A kitchen](files/kitchen.jpg)");
        site.write("content/derby/offer/files/kitchen.jpg", PHOTOGRAPH);
        site
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn text(&self, text: &str) {
        let front = "+++\ntitle = \"Offer\"\nkind = \"policy\"\nsummary = \"S.\"\n+++\n";
        self.write(
            "content/derby/offer/index.md",
            format!("{front}\n{text}\n").as_bytes(),
        );
    }

    fn root(&self) -> Root {
        Root::new(self.0.path())
    }

    fn read(&self) -> AuthorityParts {
        let (workspace, _) = Workspace::read(self.root());
        workspace.authority(&Slug::new("derby").unwrap())
    }

    fn is_unpublished(&self) -> bool {
        let parts = self.read();
        let content = &parts.content.publications[0];
        unpublished(content, &parts.record.of(&content.publication.slug))
    }

    /// Publishes what is there; `change` may be made to its files first.
    fn publish(&self, now: &str, change: impl Fn(&mut DataFile)) -> RecordText {
        let mut parts = self.read();
        let content = &mut parts.content.publications[0];
        content.attachments.iter_mut().for_each(change);
        let submission = Submission {
            publication: &content.publication,
            files: &content.files,
            attachments: &content.attachments,
            class: Class::Update,
            note: "A note",
            because: None,
            approved_by: None,
            stated: None,
            now: now.parse().unwrap(),
            not_before: None,
            is_back: false,
            salt: "ab".repeat(32),
        };
        let versions = parts.record.of(&content.publication.slug);
        let versions: Vec<&RecordText> = versions.iter().map(|one| &one.record).collect();
        let record = submission.record(&versions).unwrap();
        let folder = AuthorityFolder::new(&self.root(), &content.publication.authority);
        append(&Disk::new(), &folder, &submission, &record).unwrap();
        record
    }

    /// The photograph as a version's record names it.
    fn stored(&self, record: &RecordText) -> Vec<u8> {
        let file = record
            .files_of(RecordedFileRole::Attachment)
            .next()
            .unwrap();
        let folder = AuthorityFolder::new(&self.root(), &record.authority);
        let bytes = fs::read(folder.file(&file.digest, &file.path)).unwrap();
        assert_eq!(digest(&bytes), file.digest);
        assert_eq!(bytes.len() as u64, file.size);
        bytes
    }
}

fn holds_name(bytes: &[u8]) -> bool {
    bytes.windows(6).any(|window| window == b"Quince")
}

#[test]
fn a_picture_is_published_without_what_it_says_about_itself() {
    let site = Site::new();
    let record = site.publish("2026-07-01T09:14:07Z", |_| {});
    let stored = site.stored(&record);
    assert!(!holds_name(&stored));
    assert!(!site.is_unpublished());
    // Whoever takes the file from the site and puts it back changes nothing.
    site.write("content/derby/offer/files/kitchen.jpg", &stored);
    assert!(!site.is_unpublished());
    let (version, problems) = load(&site.root(), &site.read().record.versions[0]);
    assert!(problems.is_empty(), "{problems:?}");
    let upright = PictureSize {
        width: 200,
        height: 300,
    };
    assert_eq!(version.publication.attachments[0].picture, Some(upright));
}

#[test]
fn a_picture_published_as_it_was_stays_until_it_is_saved_again() {
    let site = Site::new();
    let whole = digest(PHOTOGRAPH);
    // As versions were made before anything was left out.
    let old = site.publish("2026-07-01T09:14:07Z", |file| {
        file.keep_as_published(&whole)
    });
    assert_eq!(site.stored(&old), PHOTOGRAPH);
    assert!(!site.is_unpublished());
    let parts = site.read();
    let publication = &parts.content.publications[0].publication;
    assert_eq!(publication.attachments[0].digest, whole);
    // Another text is no other picture.
    site.text("![A kitchen](files/kitchen.jpg) It is ours.");
    assert!(site.is_unpublished());
    let next = site.publish("2026-07-02T09:14:07Z", |_| {});
    assert_eq!(site.stored(&next), PHOTOGRAPH);
    // Another picture is.
    let again = [PHOTOGRAPH, b"Zelda Quince"].concat();
    site.write("content/derby/offer/files/kitchen.jpg", &again);
    assert!(site.is_unpublished());
    let last = site.publish("2026-07-03T09:14:07Z", |_| {});
    assert!(!holds_name(&site.stored(&last)));
    assert!(!site.is_unpublished());
}
