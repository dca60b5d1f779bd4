//! The output folder.
//!
//! A build first writes what changed aside, into `.offerbook/staging`; only when everything has
//! been drawn does it put the files in place, one rename each, new pages first. A build that is
//! stopped before leaves the old site whole; one that is stopped while renaming leaves pages that
//! are each old or new, and the next build finishes it. Only files that the manifest lists are
//! ever replaced or removed; a folder with anything in it that has no manifest is refused.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::packing::{Packing, is_worth_packing};
use crate::diagnostics::{Code, Diagnostic, Place};

const OURS: &str = ".offerbook";
const FORMAT: &str = "offerbook-manifest/v1";

/// The output folder, open for one build.
#[derive(Debug)]
pub struct Tree {
    folder: PathBuf,
    /// The folder as shown to people.
    shown: String,
    old: BTreeSet<String>,
    /// What this build may remove; `None` for everything.
    scope: Option<Vec<String>>,
    new: Mutex<BTreeSet<String>>,
    staged: Mutex<Vec<Staged>>,
    unchanged: AtomicUsize,
    next: AtomicUsize,
    /// Whether each text stands there packed as well.
    packs: bool,
    /// `None` where nothing is written anywhere.
    lock: Option<File>,
}

/// A file written aside.
#[derive(Debug)]
struct Staged {
    path: String,
    aside: PathBuf,
    is_new: bool,
}

/// What a build did to the output folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TreeReport {
    /// Files written, new or changed.
    pub written: usize,
    /// Files that were as they had to be.
    pub unchanged: usize,
    /// Files removed.
    pub removed: usize,
}

impl Tree {
    /// Opens an output folder. `scope` limits what may be removed to paths that start so. With
    /// `packs`, each text stands there as `.gz` and `.br` as well, for web servers that send those.
    ///
    /// # Errors
    /// Where the folder is not one that offerbook made, cannot be used, or is in use.
    pub fn open(
        folder: &Path,
        scope: Option<Vec<String>>,
        packs: bool,
    ) -> Result<Self, Diagnostic> {
        let shown = folder.to_string_lossy().into_owned();
        let ours = folder.join(OURS);
        let failed = |error: io::Error| unusable(&shown, &error);
        let is_empty = match fs::read_dir(folder) {
            Ok(mut entries) => entries.next().is_none(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => true,
            Err(error) => return Err(failed(error)),
        };
        if !is_empty && !ours.is_dir() {
            return Err(Diagnostic::error(
                Code::OutputFolder,
                "the output folder holds files that offerbook did not make",
            )
            .at(&Place::path(&shown))
            .help("choose an empty folder with --out, or empty this one yourself"));
        }
        fs::create_dir_all(&ours).map_err(failed)?;
        let lock = File::create(ours.join("lock")).map_err(failed)?;
        if lock.try_lock().is_err() {
            return Err(Diagnostic::error(
                Code::OutputFolder,
                "another build is writing to this folder",
            )
            .at(&Place::path(&shown))
            .help("wait until it has ended, or choose another folder with --out"));
        }
        let staging = ours.join("staging");
        if staging.exists() {
            fs::remove_dir_all(&staging).map_err(failed)?;
        }
        fs::create_dir(&staging).map_err(failed)?;
        let old = match fs::read_to_string(ours.join("manifest")) {
            Ok(text) => text
                .lines()
                .skip(1)
                .filter(|path| is_inside(path))
                .map(str::to_owned)
                .collect(),
            Err(_) => BTreeSet::new(),
        };
        Ok(Self {
            folder: folder.to_owned(),
            shown,
            old,
            scope,
            new: Mutex::default(),
            staged: Mutex::default(),
            unchanged: AtomicUsize::new(0),
            next: AtomicUsize::new(0),
            packs,
            lock: Some(lock),
        })
    }

    /// A folder that takes everything and keeps nothing: for pages that are only weighed.
    pub fn nowhere() -> Self {
        Self {
            folder: PathBuf::new(),
            shown: String::new(),
            old: BTreeSet::new(),
            scope: None,
            new: Mutex::default(),
            staged: Mutex::default(),
            unchanged: AtomicUsize::new(0),
            next: AtomicUsize::new(0),
            packs: false,
            lock: None,
        }
    }

    /// A file with these bytes. May be called from several threads.
    ///
    /// # Errors
    /// Where it cannot be written, or a file that is not ours is in its place.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
        let claimed = self.claim(path, |existing| Ok(fs::read(existing)? == bytes))?;
        self.pack(path, claimed.is_none(), || Ok(Cow::Borrowed(bytes)))?;
        match claimed {
            Some(is_new) => self.stage(path, is_new, |aside| fs::write(aside, bytes)),
            None => Ok(()),
        }
    }

    /// A file that is a copy of another.
    ///
    /// # Errors
    /// Where it cannot be copied, or a file that is not ours is in its place.
    pub fn copy(&self, path: &str, from: &Path) -> Result<(), Diagnostic> {
        let claimed = self.claim(path, |existing| same_bytes(existing, from))?;
        self.pack(path, claimed.is_none(), || fs::read(from).map(Cow::Owned))?;
        match claimed {
            Some(is_new) => self.stage(path, is_new, |aside| fs::copy(from, aside).map(|_| ())),
            None => Ok(()),
        }
    }

    /// Puts a text beside itself, packed. What was packed from the same text is not packed again:
    /// packed files are put in place before what they are packed from.
    fn pack<'b>(
        &self,
        path: &str,
        is_unchanged: bool,
        bytes: impl Fn() -> io::Result<Cow<'b, [u8]>>,
    ) -> Result<(), Diagnostic> {
        if !self.packs || !is_worth_packing(path) {
            return Ok(());
        }
        for packing in Packing::ALL {
            let packed_path = format!("{path}{}", packing.ending());
            let is_there = is_unchanged
                && self.old.contains(&packed_path)
                && self.folder.join(&packed_path).is_file();
            let claimed = self.claim(&packed_path, |_| Ok(is_there))?;
            let Some(is_new) = claimed else {
                continue;
            };
            let packed = bytes()
                .and_then(|bytes| packing.pack(&bytes))
                .map_err(|error| {
                    self.problem(&packed_path, &format!("it cannot be written: {error}"))
                })?;
            self.stage(&packed_path, is_new, |aside| fs::write(aside, &packed))?;
        }
        Ok(())
    }

    /// Notes that a path belongs to the site. `None` where what stands there is right already,
    /// else whether it is new.
    fn claim(
        &self,
        path: &str,
        is_same: impl Fn(&Path) -> io::Result<bool>,
    ) -> Result<Option<bool>, Diagnostic> {
        if !is_inside(path) {
            return Err(self.problem(path, "the path would leave the output folder"));
        }
        if self.lock.is_none() {
            return Ok(None);
        }
        lock(&self.new).insert(path.to_owned());
        let existing = self.folder.join(path);
        match existing.symlink_metadata() {
            Err(_) => Ok(Some(true)),
            Ok(_) if is_same(&existing).unwrap_or(false) => {
                self.unchanged.fetch_add(1, Ordering::Relaxed);
                Ok(None)
            }
            Ok(_) if self.old.contains(path) => Ok(Some(false)),
            Ok(_) => Err(self
                .problem(path, "a file that offerbook did not make is in the way")
                .help("move it elsewhere, or choose another folder with --out")),
        }
    }

    fn stage(
        &self,
        path: &str,
        is_new: bool,
        write: impl Fn(&Path) -> io::Result<()>,
    ) -> Result<(), Diagnostic> {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let aside = self
            .folder
            .join(OURS)
            .join("staging")
            .join(number.to_string());
        write(&aside)
            .map_err(|error| self.problem(path, &format!("it cannot be written: {error}")))?;
        lock(&self.staged).push(Staged {
            path: path.to_owned(),
            aside,
            is_new,
        });
        Ok(())
    }

    /// Puts everything in place and takes away what is no longer part of the site.
    ///
    /// # Errors
    /// Where the disk fails; the next build finishes what was begun.
    pub fn finish(self) -> Result<TreeReport, Diagnostic> {
        let failed = |error: io::Error| unusable(&self.shown, &error);
        let new = lock(&self.new).clone();
        let mut staged = std::mem::take(&mut *lock(&self.staged));
        // What is packed comes before what it is packed from, what pages are drawn with before them,
        // and new pages before those that lead there.
        let rank = |file: &Staged| {
            (
                !Packing::ALL
                    .iter()
                    .any(|one| file.path.ends_with(one.ending())),
                file.path.ends_with(".html"),
                !file.is_new,
                file.path.clone(),
            )
        };
        staged.sort_by_cached_key(rank);
        let gone: Vec<String> = self
            .old
            .difference(&new)
            .filter(|path| self.is_in_scope(path))
            .cloned()
            .collect();
        let kept: BTreeSet<String> = self
            .old
            .iter()
            .filter(|path| !self.is_in_scope(path))
            .chain(&new)
            .cloned()
            .collect();
        let report = TreeReport {
            written: staged.len(),
            unchanged: self.unchanged.load(Ordering::Relaxed),
            removed: gone.len(),
        };
        if staged.is_empty() && gone.is_empty() && kept == self.old {
            fs::remove_dir_all(self.folder.join(OURS).join("staging")).map_err(failed)?;
            return Ok(report);
        }
        // From here on every file that will be ours, or still is, counts as ours.
        self.write_manifest(&kept.union(&self.old).cloned().collect())
            .map_err(failed)?;
        let mut made = BTreeSet::new();
        for file in &staged {
            let target = self.folder.join(&file.path);
            if let Some(parent) = target.parent()
                && made.insert(parent.to_owned())
            {
                fs::create_dir_all(parent).map_err(failed)?;
            }
            fs::rename(&file.aside, &target).map_err(|error| {
                self.problem(&file.path, &format!("it cannot be written: {error}"))
            })?;
        }
        for path in &gone {
            self.remove(path).map_err(failed)?;
        }
        self.write_manifest(&kept).map_err(failed)?;
        fs::remove_dir_all(self.folder.join(OURS).join("staging")).map_err(failed)?;
        Ok(report)
    }

    fn is_in_scope(&self, path: &str) -> bool {
        self.scope
            .as_ref()
            .is_none_or(|scope| scope.iter().any(|start| path.starts_with(start)))
    }

    /// Removes a file of ours, and the folders that are empty then.
    fn remove(&self, path: &str) -> io::Result<()> {
        let target = self.folder.join(path);
        match fs::remove_file(&target) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut folder = target.parent();
        while let Some(one) = folder.filter(|one| *one != self.folder) {
            if fs::remove_dir(one).is_err() {
                break;
            }
            folder = one.parent();
        }
        Ok(())
    }

    fn write_manifest(&self, paths: &BTreeSet<String>) -> io::Result<()> {
        let mut text = format!("{FORMAT}\n");
        for path in paths {
            text.push_str(path);
            text.push('\n');
        }
        let ours = self.folder.join(OURS);
        let aside = ours.join("manifest.new");
        fs::write(&aside, text)?;
        fs::rename(aside, ours.join("manifest"))
    }

    fn problem(&self, path: &str, message: &str) -> Diagnostic {
        Diagnostic::error(Code::OutputFile, message)
            .at(&Place::path(&format!("{}/{path}", self.shown)))
    }
}

/// Whether a path stays inside the folder, and out of our own part of it.
fn is_inside(path: &str) -> bool {
    !path.is_empty()
        && !path.contains(['\\', '\0', '\n'])
        && path
            .split('/')
            .all(|part| !part.is_empty() && part != "." && part != "..")
        && path.split('/').next() != Some(OURS)
}

fn same_bytes(a: &Path, b: &Path) -> io::Result<bool> {
    let (mut a, mut b) = (File::open(a)?, File::open(b)?);
    if a.metadata()?.len() != b.metadata()?.len() {
        return Ok(false);
    }
    let (mut left, mut right) = (vec![0; 64 * 1024], vec![0; 64 * 1024]);
    loop {
        let read = a.read(&mut left)?;
        if read == 0 {
            return Ok(true);
        }
        let (Some(left), Some(right)) = (left.get(..read), right.get_mut(..read)) else {
            return Ok(false);
        };
        b.read_exact(right)?;
        if left != right {
            return Ok(false);
        }
    }
}

fn unusable(shown: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::error(
        Code::OutputFolder,
        format!("the output folder cannot be used: {error}"),
    )
    .at(&Place::path(shown))
}

/// A thread that panicked while it held the lock has stopped the build already.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build(folder: &Path, files: &[(&str, &str)]) -> TreeReport {
        let tree = Tree::open(folder, None, false).unwrap();
        for (path, text) in files {
            tree.put(path, text.as_bytes()).unwrap();
        }
        tree.finish().unwrap()
    }

    #[test]
    fn only_what_changed_is_written_and_only_ours_goes() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let first = build(folder, &[("a/index.html", "a"), ("b/index.html", "b")]);
        assert_eq!((first.written, first.unchanged, first.removed), (2, 0, 0));
        fs::write(folder.join("a/notes.txt"), "mine").unwrap();
        let second = build(folder, &[("b/index.html", "b2")]);
        assert_eq!(
            (second.written, second.unchanged, second.removed),
            (1, 0, 1)
        );
        assert!(folder.join("a/notes.txt").exists());
        assert!(!folder.join("a/index.html").exists());
        let third = build(folder, &[("b/index.html", "b2")]);
        assert_eq!((third.written, third.unchanged, third.removed), (0, 1, 0));
    }

    #[test]
    fn a_folder_that_is_not_ours_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("x"), "x").unwrap();
        let refused = Tree::open(folder.path(), None, false).unwrap_err();
        assert_eq!(refused.code, Code::OutputFolder);
        assert!(!folder.path().join(OURS).exists());
    }

    #[test]
    fn a_build_that_is_given_up_leaves_the_old_site() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        build(folder, &[("a/index.html", "a")]);
        let tree = Tree::open(folder, None, false).unwrap();
        tree.put("a/index.html", b"new").unwrap();
        tree.put("b/index.html", b"new").unwrap();
        drop(tree);
        assert_eq!(
            fs::read_to_string(folder.join("a/index.html")).unwrap(),
            "a"
        );
        assert!(!folder.join("b").exists());
        build(folder, &[("a/index.html", "a")]);
        assert!(!folder.join(OURS).join("staging").exists());
    }

    #[test]
    fn files_of_others_are_not_overwritten_and_paths_stay_inside() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        build(folder, &[("a/index.html", "a")]);
        fs::write(folder.join("mine.html"), "mine").unwrap();
        let tree = Tree::open(folder, None, false).unwrap();
        assert!(tree.put("mine.html", b"ours").is_err());
        for wrong in [
            "../x",
            "/etc/x",
            "a//b",
            "",
            ".offerbook/manifest",
            "a/../../x",
        ] {
            assert!(tree.put(wrong, b"x").is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_partial_build_removes_only_in_its_scope() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        build(
            folder,
            &[
                ("derby/index.html", "a"),
                ("kent/index.html", "b"),
                ("kent/x.html", "x"),
            ],
        );
        let tree = Tree::open(folder, Some(vec!["kent/".to_owned()]), false).unwrap();
        tree.put("kent/index.html", b"b").unwrap();
        assert_eq!(tree.finish().unwrap().removed, 1);
        assert!(folder.join("derby/index.html").exists());
        let whole = build(folder, &[("kent/index.html", "b")]);
        assert_eq!(whole.removed, 1);
    }
}
