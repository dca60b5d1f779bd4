//! A file to download, as it is published.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::picture::{OPENING, is_taken_apart};
use super::{PictureForm, digest, digest_file, picture_form, picture_size};
use crate::model::PictureSize;

/// Endings of pictures that a page may show.
const PICTURES: [&str; 7] = ["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"];

/// A file to download: a picture in its canonical form, any other as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFile {
    /// Its path as shown to people.
    pub file: Arc<str>,
    /// Its path below the folder that was read.
    pub path: String,
    /// Where it is.
    pub on_disk: PathBuf,
    /// The size in bytes of what is published of it.
    pub size: u64,
    /// SHA-256 of what is published of it, in hexadecimal.
    pub digest: String,
    /// The file on the disk, where what is published of it differs: a picture says something about
    /// itself that is left out.
    pub written: Option<Written>,
    /// Whether it is a picture of which nothing can be left out, since it cannot be read.
    pub is_unreadable_picture: bool,
    /// How large a picture it is, where it is one.
    pub picture: Option<PictureSize>,
}

/// A file as it stands on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its size in bytes.
    pub size: u64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub digest: String,
}

impl DataFile {
    /// Reads a file.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn read(file: Arc<str>, path: String, on_disk: &Path) -> io::Result<Self> {
        let as_it_is = |digest, size, picture| Self {
            file,
            path,
            on_disk: on_disk.to_owned(),
            size,
            digest,
            written: None,
            is_unreadable_picture: false,
            picture,
        };
        if !is_taken_apart(&opening(on_disk)?) {
            let picture = recorded_picture_size(on_disk);
            let (digest, size) = digest_file(on_disk)?;
            return Ok(as_it_is(digest, size, picture));
        }
        let bytes = fs::read(on_disk)?;
        let written = Written {
            size: bytes.len() as u64,
            digest: digest(&bytes),
        };
        let picture = picture_size(&bytes);
        let as_written = as_it_is(written.digest.clone(), written.size, picture);
        Ok(match picture_form(bytes) {
            PictureForm::Other => as_written,
            PictureForm::Unreadable => Self {
                is_unreadable_picture: true,
                ..as_written
            },
            PictureForm::Canonical(canonical) => {
                let own = digest(&canonical);
                Self {
                    size: canonical.len() as u64,
                    picture: picture_size(&canonical),
                    written: (own != written.digest).then_some(written),
                    digest: own,
                    ..as_written
                }
            }
        })
    }

    /// What is published of it, read anew: it may have been saved again since its digest was made.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn bytes(&self) -> io::Result<Vec<u8>> {
        let bytes = fs::read(&self.on_disk)?;
        if self.written.is_none() {
            return Ok(bytes);
        }
        Ok(match picture_form(bytes.clone()) {
            PictureForm::Canonical(canonical) => canonical,
            // Saved again as something else: its digest tells.
            PictureForm::Other | PictureForm::Unreadable => bytes,
        })
    }

    /// Takes the file as it is, where a version published it so: what a picture says about itself
    /// was not always left out, and that it would be now is no change of what was published.
    pub fn keep_as_published(&mut self, digest: &str) {
        if let Some(written) = self.written.take_if(|written| written.digest == digest) {
            self.size = written.size;
            self.digest = written.digest;
        }
    }
}

/// How large a picture is that is published as it is; `None` where it is none, or not there.
pub fn recorded_picture_size(on_disk: &Path) -> Option<PictureSize> {
    let ending = on_disk.extension()?.to_str()?.to_ascii_lowercase();
    let is_shown = PICTURES.contains(&ending.as_str());
    is_shown
        .then(|| picture_size(&fs::read(on_disk).ok()?))
        .flatten()
}

/// The first bytes of a file.
fn opening(on_disk: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(OPENING);
    File::open(on_disk)?
        .take(OPENING as u64)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}
