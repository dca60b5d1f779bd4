//! Reading a built site on disk.

use std::io;
use std::path::{Path, PathBuf};

use super::disk::{Contents, is_absence, read_file};
use super::{ReadError, Reader, check_path};

/// A built site on disk.
#[derive(Clone, Debug)]
pub struct FolderReader {
    /// As the person gave it.
    given: PathBuf,
    /// Where that really is, every symbolic link followed.
    root: PathBuf,
    bytes_per_file: u64,
}

impl FolderReader {
    /// Reads from a folder, files of up to so many bytes.
    ///
    /// # Errors
    ///
    /// When there is no such folder, or it cannot be opened.
    pub fn new(folder: &Path, bytes_per_file: u64) -> Result<Self, ReadError> {
        let root = match folder.canonicalize() {
            Ok(root) if root.is_dir() => root,
            Err(error) if !is_absence(&error) => return Err(unreadable(folder, &error)),
            _ => {
                return Err(ReadError::NoFolder {
                    folder: folder.to_owned(),
                });
            }
        };
        Ok(Self {
            given: folder.to_owned(),
            root,
            bytes_per_file,
        })
    }

    /// Where a file really is, if that is inside the folder.
    fn locate(&self, path: &str) -> Result<Option<PathBuf>, ReadError> {
        let place = match self.root.join(path).canonicalize() {
            Ok(place) => place,
            Err(error) if is_absence(&error) => return Ok(None),
            Err(error) => return Err(unreadable(&self.given.join(path), &error)),
        };
        if !place.starts_with(&self.root) {
            return Err(ReadError::BadPath {
                path: path.to_owned(),
                reason: "a symbolic link leads out of the folder there",
            });
        }
        Ok(Some(place))
    }
}

impl Reader for FolderReader {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, ReadError> {
        check_path(path)?;
        let Some(place) = self.locate(path)? else {
            return Ok(None);
        };
        let shown = self.given.join(path);
        match read_file(&place, self.bytes_per_file) {
            Ok(Contents::Nothing) => Ok(None),
            Ok(Contents::Whole(bytes)) => Ok(Some(bytes)),
            Ok(Contents::TooLarge) => Err(ReadError::TooLarge {
                place: format!("“{}”", shown.display()),
                most: self.bytes_per_file,
            }),
            Err(error) => Err(unreadable(&shown, &error)),
        }
    }

    fn name(&self) -> String {
        self.given.display().to_string()
    }
}

fn unreadable(place: &Path, error: &io::Error) -> ReadError {
    ReadError::Disk {
        place: place.to_owned(),
        reason: error.to_string(),
        kept: false,
    }
}
