//! A council's record as the attacks find it: three versions of two publications, sealed twice.

use std::fs;
use std::sync::{Arc, Mutex, Weak};

use offerbook::log::{Note, SignedCheckpoint, SignerKey};
use offerbook::model::{Moment, Slug};
use offerbook::record::{AuthorityFolder, AuthorityLog, read_log};
use offerbook::source::Root;

use crate::common::{Program, Ran, Site, sample};

/// The record.
pub const RECORD: &str = "published/northshire";
/// Its log.
pub const LOG: &str = "published/northshire/log";
/// The first version.
pub const FIRST: &str = "published/northshire/publications/offer/2026-02-02";
/// The version that is sealed last.
pub const LAST: &str = "published/northshire/publications/offer/2026-03-03";
/// The version that has a register.
pub const CONCORDAT: &str = "published/northshire/publications/concordat/2026-02-02";
/// The name of the log.
pub const NAME: &str = "council.example/northshire/record";

/// The site, and a folder elsewhere for keys and what others keep.
pub struct Sealed {
    /// The site.
    pub site: Site,
    /// What is not a part of it.
    pub outside: Site,
    /// What it was copied from; it goes with the last copy.
    _pattern: Option<Arc<Self>>,
}

/// Tests copy one site while any of them runs: making it takes long, since all of it is synced.
static SEALED: Mutex<Weak<Sealed>> = Mutex::new(Weak::new());
static BUILT: Mutex<Weak<Sealed>> = Mutex::new(Weak::new());

impl Sealed {
    /// Published and sealed: two versions first, and the third later.
    pub fn new() -> Self {
        Self::copy_of_one(&SEALED, Self::another)
    }

    /// Sealed, and built as well.
    pub fn built() -> Self {
        Self::copy_of_one(&BUILT, Self::another_built)
    }

    fn copy_of_one(pattern: &Mutex<Weak<Self>>, make: fn() -> Self) -> Self {
        let mut weak = pattern.lock().unwrap();
        let pattern = weak.upgrade().unwrap_or_else(|| Arc::new(make()));
        *weak = Arc::downgrade(&pattern);
        Self {
            site: Site::copy_of(pattern.site.path()),
            outside: Site::copy_of(pattern.outside.path()),
            _pattern: Some(pattern),
        }
    }

    /// The same with a key and a log of its own.
    pub fn another() -> Self {
        let sealed = Self::with_key();
        sealed.site.publish("2026-02-02", "First version.");
        sealed.seal();
        let checkpoint = sealed.site.read(&format!("{LOG}/checkpoints/000002"));
        sealed.outside.write("kept", checkpoint);
        sealed.change("We help with rent.", "We help with rent and bills.");
        sealed.site.publish("2026-03-03", "More help.");
        sealed.seal();
        sealed
    }

    /// The same, and built as well.
    pub fn another_built() -> Self {
        let sealed = Self::another();
        sealed.site.must(&["build"]);
        sealed
    }

    /// Not yet published: it has a key.
    pub fn with_key() -> Self {
        let sealed = Self {
            site: content(),
            outside: Site::empty(),
            _pattern: None,
        };
        let key = sealed.elsewhere("key");
        sealed.site.must(&[
            "key",
            "generate",
            "northshire",
            "--name",
            NAME,
            "--out",
            &key,
        ]);
        sealed
    }

    /// A path outside the site.
    pub fn elsewhere(&self, path: &str) -> String {
        self.outside.at(path).to_str().unwrap().to_owned()
    }

    /// Changes what the council writes.
    pub fn change(&self, old: &str, new: &str) {
        self.site
            .replace("content/northshire/offer/housing.md", old, new);
    }

    /// Seals it; it must be done.
    pub fn seal(&self) -> Ran {
        self.site
            .must(&["seal", "northshire", "--key", &self.elsewhere("key")])
    }

    /// Tries to seal a copy of it.
    pub fn try_seal(&self, site: &Site) -> Ran {
        site.run(&["seal", "northshire", "--key", &self.elsewhere("key")])
    }

    /// A copy of the site to which something was done.
    pub fn after(&self, attack: impl FnOnce(&Site)) -> Site {
        let site = Site::copy_of(self.site.path());
        attack(&site);
        site
    }

    /// The key.
    pub fn signer(&self) -> SignerKey {
        self.outside.read("key").parse().unwrap()
    }

    /// Another key of the same name, as somebody else makes it.
    pub fn other_signer() -> SignerKey {
        SignerKey::new(NAME, [7; 32]).unwrap()
    }
}

/// What the council writes.
fn content() -> Site {
    let site = Site::new();
    site.write(
        "kinds/rule.toml",
        "label = \"Rule\"\nsummary = \"A rule.\"\n",
    );
    site.write(
        "content/northshire/authority.toml",
        "name = \"Northshire County Council\"\nshort_name = \"Northshire\"\ncode = \"E10999906\"\n\
         type = \"county\"\n",
    );
    site.write(
        "content/northshire/organisations.toml",
        "[police]\nname = \"The Police\"\nsector = \"police\"\n",
    );
    site.write(
        "content/northshire/offer/index.md",
        sample::first_page(
            "Offer",
            "What we offer.\n\nSee [housing](housing.md#rent) and [a summary](files/summary.txt).",
        ),
    );
    site.write(
        "content/northshire/offer/housing.md",
        "+++\ntitle = \"Housing\"\n+++\n## Rent {#rent}\n\nWe help with rent.\n",
    );
    site.write("content/northshire/offer/files/summary.txt", "A summary.\n");
    site.write(
        "content/northshire/concordat/index.md",
        sample::first_page("Concordat", "Who takes part:\n\n```sign-ups\n```\n"),
    );
    site.write(
        "content/northshire/concordat/sign-ups.csv",
        "organisation,status,role,date,version,commitment\n\
         police,agreed,Chief Constable,2026-01-05,,To help\n",
    );
    site
}

/// Fails unless a check says no, and says it in these words.
pub fn is_noticed(site: &Site, arguments: &[&str], words: &[&str], what: &str) {
    says_no(&site.run(arguments), words, what);
}

/// Fails unless the program said no, in these words, without falling over.
pub fn says_no(ran: &Ran, words: &[&str], what: &str) {
    // Long lines are broken for people.
    let all = ran.all();
    let said = all.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(ran.code, Some(1), "{what}\n{all}");
    assert!(!said.contains("panicked"), "{what}\n{all}");
    for part in words {
        assert!(said.contains(part), "{what} is told as {part:?}:\n{all}");
    }
}

/// Fails unless all holds.
pub fn holds(site: &Site, arguments: &[&str], what: &str) -> String {
    let ran = site.run(arguments);
    assert_eq!(ran.code, Some(0), "{what}\n{}", ran.all());
    let words: Vec<&str> = ran.stdout.split_whitespace().collect();
    words.join(" ")
}

/// Changes one letter of a file, so that it can still be read as text.
pub fn change_a_letter(site: &Site, path: &str, at: usize) {
    let mut bytes = fs::read(site.at(path)).unwrap();
    let byte = bytes.get_mut(at).unwrap();
    *byte = if *byte == b'x' { b'y' } else { b'x' };
    site.write(path, bytes);
}

/// The only file below a folder whose name holds this.
pub fn find(site: &Site, folder: &str, ending: &str) -> String {
    let found: Vec<String> = site
        .files(folder)
        .into_keys()
        .filter(|path| path.contains(ending))
        .collect();
    assert_eq!(found.len(), 1, "{folder}/…{ending}: {found:?}");
    format!("{folder}/{}", found.first().unwrap())
}

/// The log as the program reads it.
pub fn log_of(site: &Site) -> AuthorityLog {
    let (log, problems) = read_log(&root(site), &northshire());
    assert!(problems.is_empty(), "{problems:?}");
    log
}

/// The site's folder, for the library.
pub fn root(site: &Site) -> Root {
    Root::new(site.path())
}

/// The council.
pub fn northshire() -> Slug {
    Slug::new("northshire").unwrap()
}

/// Where things are in its record.
pub fn folder(site: &Site) -> AuthorityFolder {
    AuthorityFolder::new(&root(site), &northshire())
}

/// A moment.
pub fn moment(text: &str) -> Moment {
    text.parse().unwrap()
}

/// Signs the log anew as it stands, and keeps no older checkpoint.
pub fn sign_anew(site: &Site, key: &SignerKey) {
    let log = log_of(site);
    let tree = log.tree();
    let checkpoint = offerbook::log::Checkpoint {
        origin: key.verifier().name().to_owned(),
        size: tree.size(),
        root: tree.root(),
    };
    fs::remove_dir_all(site.at(&format!("{LOG}/checkpoints"))).unwrap();
    site.write(
        &format!("{LOG}/checkpoints/{:06}", checkpoint.size),
        checkpoint.sign(&[key]).to_string(),
    );
}

/// The latest checkpoint with one more signature.
pub fn cosigned(
    site: &Site,
    signature: impl FnOnce(&str) -> offerbook::log::NoteSignature,
) -> String {
    let log = log_of(site);
    let signed: &SignedCheckpoint = &log.latest().unwrap().signed;
    let mut note: Note = signed.note.clone();
    let signature = signature(&note.text);
    note.signatures.push(signature);
    note.to_string()
}

/// Runs another program in a folder; it must do what it was asked to.
pub fn other_program(folder: &std::path::Path, program: &str, arguments: &[&str]) -> String {
    let output = std::process::Command::new(program)
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap();
    let said = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(output.status.success(), "{program} {arguments:?}\n{said}");
    said
}

/// The program with a variable, in a site.
pub fn with_variable(site: &Site, arguments: &[&str], value: &str) -> Ran {
    Program::new(site.path(), arguments)
        .env("OFFERBOOK_KEY", value)
        .finish()
}
