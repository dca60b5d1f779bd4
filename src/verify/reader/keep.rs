//! Files kept from an earlier run, so that a run that stopped can go on.
//!
//! Only files whose bytes can never change are kept, each only after it was read whole. A kept file
//! is no more trusted than a fresh one. It does hide what the site shows for it now, so a check that
//! the site still shows the same needs an empty folder.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::ReadError;
use super::address::{Address, as_names};
use super::disk::{Contents, read_file};

/// A folder of kept files of one site. Sites at different addresses can share it.
#[derive(Debug)]
pub(super) struct Keep {
    /// As the person gave it; what is being written stands here.
    folder: PathBuf,
    /// The site's own part of it.
    site: PathBuf,
}

impl Keep {
    /// Keeps the files of a site in a folder, which is made if need be.
    pub(super) fn new(folder: &Path, address: &Address) -> Result<Self, ReadError> {
        fs::create_dir_all(folder).map_err(|error| unusable(folder, &error))?;
        Ok(Self {
            folder: folder.to_owned(),
            site: folder.join(address.as_folders()),
        })
    }

    /// What was kept for a path.
    pub(super) fn take(&self, path: &str, most: u64) -> Result<Option<Vec<u8>>, ReadError> {
        let place = self.place(path);
        match read_file(&place, most) {
            Ok(Contents::Nothing) => Ok(None),
            Ok(Contents::Whole(bytes)) => Ok(Some(bytes)),
            Ok(Contents::TooLarge) => Err(ReadError::TooLarge {
                place: format!("the kept file “{}”", place.display()),
                most,
            }),
            Err(error) => Err(unusable(&place, &error)),
        }
    }

    /// Keeps the bytes of a path. They are written aside first, so that a file that is there is whole.
    pub(super) fn put(&self, path: &str, bytes: &[u8]) -> Result<(), ReadError> {
        let place = self.place(path);
        self.write(&place, bytes)
            .map_err(|error| unusable(&place, &error))
    }

    fn write(&self, place: &Path, bytes: &[u8]) -> io::Result<()> {
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut aside = NamedTempFile::with_prefix_in(".unfinished-", &self.folder)?;
        aside.write_all(bytes)?;
        // Else a machine that stops could leave the new name with none of the bytes.
        aside.as_file().sync_all()?;
        aside.persist(place)?;
        Ok(())
    }

    fn place(&self, path: &str) -> PathBuf {
        self.site.join(as_names(path))
    }
}

fn unusable(place: &Path, error: &io::Error) -> ReadError {
    ReadError::Disk {
        place: place.to_owned(),
        reason: error.to_string(),
        kept: true,
    }
}
