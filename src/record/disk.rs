//! Writes that last: synced, and put in place by renaming.
//!
//! Every operation can be made to fail in tests, as if the machine had stopped there; a failed
//! write leaves half of its bytes behind, as a stopped machine may.

use std::cell::Cell;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use super::layout::UNFINISHED;

/// The disk.
#[derive(Debug, Default)]
pub struct Disk {
    /// Operations left until every further one fails.
    left: Cell<Option<usize>>,
}

impl Disk {
    /// The disk as it is.
    pub fn new() -> Self {
        Self::default()
    }

    /// A disk that stops after some operations.
    #[cfg(test)]
    pub fn stopping_after(operations: usize) -> Self {
        Self {
            left: Cell::new(Some(operations)),
        }
    }

    fn step(&self) -> io::Result<()> {
        match self.left.get() {
            None => Ok(()),
            Some(0) => Err(io::Error::other("the machine stopped here (test)")),
            Some(left) => {
                self.left.set(Some(left - 1));
                Ok(())
            }
        }
    }

    /// Makes a folder and those above it.
    pub fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        fs::create_dir_all(path)
    }

    /// Writes a file that must not exist yet, and makes sure that it lasts.
    pub fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let step = self.step();
        let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
        if step.is_err() {
            let half = bytes.get(..bytes.len() / 2).unwrap_or_default();
            file.write_all(half)?;
            return step;
        }
        file.write_all(bytes)?;
        file.sync_all()
    }

    /// Copies a file to one that must not exist yet, and makes sure that it lasts.
    pub fn copy_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        let mut from = File::open(from)?;
        let mut to = OpenOptions::new().write(true).create_new(true).open(to)?;
        io::copy(&mut from, &mut to)?;
        to.sync_all()
    }

    /// Puts a small file in place, whole or not at all; one that is there stays. Call with the
    /// record's lock held: what an interrupted write left aside is taken away.
    pub fn put_in_place(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else {
            return Ok(());
        };
        if path.exists() {
            return Ok(());
        }
        self.make_folder(parent)?;
        let unfinished = parent.join(format!("{UNFINISHED}{}", name.to_string_lossy()));
        if unfinished.exists() {
            self.remove_file(&unfinished)?;
        }
        self.write_new(&unfinished, bytes)?;
        self.rename(&unfinished, path)
    }

    /// Puts a small file in the place of an old one, whole or not at all: for settings, never for
    /// what was recorded.
    pub fn replace(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else {
            return Ok(());
        };
        let unfinished = parent.join(format!("{UNFINISHED}{}", name.to_string_lossy()));
        if unfinished.exists() {
            self.remove_file(&unfinished)?;
        }
        self.write_new(&unfinished, bytes)?;
        self.rename(&unfinished, path)
    }

    /// Renames, and makes sure that it lasts.
    pub fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        fs::rename(from, to)?;
        self.sync_folder(to.parent())
    }

    /// Makes sure that what a folder lists lasts. Systems that cannot sync folders do so anyway.
    pub fn sync_folder(&self, folder: Option<&Path>) -> io::Result<()> {
        self.step()?;
        match folder {
            Some(folder) if cfg!(unix) => File::open(folder)?.sync_all(),
            _ => Ok(()),
        }
    }

    /// Removes a file that an interrupted write left.
    pub fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        fs::remove_file(path)
    }

    /// Removes a folder that an interrupted write left.
    pub fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        fs::remove_dir_all(path)
    }
}
