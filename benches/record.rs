//! Makes records for measuring and for other verifiers:
//!
//! ```text
//! cargo run --release --example record -- SITE logs 0 1 3 255     logs without versions: log-0, log-1 …
//! cargo run --release --example record -- SITE versions 10000     one authority, large, with as many
//!                                                                 versions of 12 KB, all but one sealed
//! ```
//!
//! The key is made of a fixed seed, and is called a demonstration key.

#![allow(
    clippy::unwrap_used,
    reason = "a tool of ours: where it cannot write it stops"
)]

use std::fs;
use std::path::Path;

use offerbook::log::{Checkpoint, Entry, EntryKind, SignerKey, Tree, leaf_hash};
use offerbook::model::{
    Class, Moment, PublishedBasis, RecordedFile, RecordedFileRole, Slug, VersionId,
};
use offerbook::record::{AuthorityFolder, Disk, PendingEntry, RecordText, Seal, read_log};
use offerbook::source::{Root, digest};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let numbers: Vec<u64> = arguments
        .iter()
        .skip(2)
        .filter_map(|text| text.parse().ok())
        .collect();
    match (arguments.first(), arguments.get(1).map(String::as_str)) {
        (Some(site), Some("logs")) => {
            let root = site_at(site);
            numbers.iter().for_each(|size| log(&root, *size));
        }
        (Some(site), Some("versions")) => {
            let root = site_at(site);
            numbers.iter().for_each(|many| versions(&root, *many));
        }
        _ => println!("record SITE logs SIZE…\nrecord SITE versions NUMBER"),
    }
}

fn site_at(site: &str) -> Root {
    fs::create_dir_all(site).unwrap();
    let settings = "title = \"Records\"\npublisher = \"Nobody\"\n\
                    base_url = \"https://offers.example.org/\"\n";
    fs::write(Path::new(site).join("site-config.toml"), settings).unwrap();
    Root::new(site)
}

/// The moment of an entry: one a minute.
fn moment(index: u64) -> Moment {
    let first = 1_700_000_000;
    Moment::of_seconds(first + 60 * i64::try_from(index).unwrap()).unwrap()
}

fn start(root: &Root, slug: &Slug) -> (AuthorityFolder, SignerKey) {
    let key = SignerKey::new(&format!("offers.example.org/demonstration/{slug}"), [3; 32]).unwrap();
    let folder = AuthorityFolder::new(root, slug);
    fs::create_dir_all(folder.log()).unwrap();
    fs::write(folder.origin(), format!("{}\n", key.verifier().name())).unwrap();
    fs::write(folder.first_key(), format!("{}\n", key.verifier())).unwrap();
    (folder, key)
}

/// A log whose versions are nowhere, with checkpoints signed on the way.
fn log(root: &Root, size: u64) {
    let slug = Slug::new(&format!("log-{size}")).unwrap();
    let (folder, key) = start(root, &slug);
    let mut hashes = Vec::new();
    for index in 0..size {
        let publication = Slug::new(&format!("publication-{}", index % 20)).unwrap();
        let entry = Entry {
            kind: EntryKind::Version,
            publication: Some(publication),
            version: format!("2024-01-01.{}", index / 20 + 2)
                .parse::<VersionId>()
                .ok(),
            recorded: moment(index),
            record: digest(&index.to_be_bytes()),
            previous: index.checked_sub(20),
        };
        let text = entry.to_string();
        hashes.push(leaf_hash(text.as_bytes()));
        let path = folder.entry(index);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let tree = Tree::new(hashes);
    fs::create_dir_all(folder.checkpoints()).unwrap();
    for part in [1, size / 3, size / 2, size.saturating_sub(1), size] {
        if let Some(root) = tree.root_at(part) {
            let checkpoint = Checkpoint {
                origin: key.verifier().name().to_owned(),
                size: part,
                root,
            };
            let text = checkpoint.sign(&[&key]).to_string();
            fs::write(folder.checkpoint(part), text).unwrap();
        }
    }
}

/// A record with many versions; the last is not sealed.
fn versions(root: &Root, many: u64) {
    let slug = Slug::new("large").unwrap();
    let (folder, key) = start(root, &slug);
    let publications = many.div_ceil(100).max(1);
    for number in 0..many {
        let publication = Slug::new(&format!("publication-{}", number % publications)).unwrap();
        let id = |round: u64| {
            format!("2024-01-01.{}", round + 2)
                .parse::<VersionId>()
                .unwrap()
        };
        let round = number / publications;
        let source = format!(
            "+++\ntitle = \"Publication\"\nkind = \"policy\"\nsummary = \"S.\"\n+++\n\n{}",
            format!("Text {number} of a page that is as long as most are. ").repeat(115)
        );
        let body = format!("<p>{}</p>", source.get(60..).unwrap_or_default());
        let file = |role, path: &str, text: &str| RecordedFile {
            role,
            digest: digest(text.as_bytes()),
            size: text.len() as u64,
            path: path.to_owned(),
        };
        let record = RecordText {
            authority: slug.clone(),
            publication: publication.clone(),
            version: id(round),
            kind: "policy".to_owned(),
            title: "Publication".to_owned(),
            class: Class::Update,
            published: moment(number),
            published_basis: PublishedBasis::Recorded,
            recorded: moment(number),
            in_force_from: None,
            note: "A change".to_owned(),
            because: None,
            approved_by: None,
            consultation: None,
            previous: round.checked_sub(1).map(id),
            salt: digest(&number.to_be_bytes()),
            files: vec![
                file(RecordedFileRole::Source, "source/index.md", &source),
                file(RecordedFileRole::Body, "body/index.html", &body),
            ],
            withheld: Vec::new(),
        };
        let version = folder.version(&publication, &record.version);
        fs::create_dir_all(version.join("source")).unwrap();
        fs::create_dir_all(version.join("body")).unwrap();
        fs::write(version.join("source/index.md"), &source).unwrap();
        fs::write(version.join("body/index.html"), &body).unwrap();
        let text = record.to_text();
        fs::write(version.join("record.txt"), &text).unwrap();
        if number + 1 == many {
            seal(root, &slug, &folder, &key, number);
        }
        let entry = PendingEntry::of(&record, &digest(text.as_bytes()));
        fs::create_dir_all(folder.pending()).unwrap();
        fs::write(folder.pending().join(entry.file_name()), entry.to_text()).unwrap();
    }
    println!("{}", key.secret_text().trim());
}

fn seal(root: &Root, slug: &Slug, folder: &AuthorityFolder, key: &SignerKey, number: u64) {
    let (log, problems) = read_log(root, slug);
    assert!(problems.is_empty(), "{problems:?}");
    let seal = Seal::plan(&log, moment(number)).unwrap();
    seal.write(&Disk::new(), folder, key).unwrap();
}
