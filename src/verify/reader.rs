//! Where `verify` reads a published site from: a folder, or the web.
//!
//! Nothing that is read here is trusted. Whoever reads compares it with digests and signatures; this
//! module only sees to it that the reading itself is bounded, polite and never leaves the site.

mod address;
mod body;
mod disk;
mod error;
mod failure;
mod folder;
mod keep;
mod pace;
mod web;

#[cfg(test)]
mod address_tests;
#[cfg(test)]
mod folder_tests;
#[cfg(test)]
mod keep_tests;
#[cfg(test)]
mod test_server;
#[cfg(test)]
mod web_tests;
use std::path::{Component, Path};
use std::time::Duration;

pub use error::{Bound, ReadError};
pub use folder::FolderReader;
pub use web::WebReader;

/// The option of the command that raises [`Limits::bytes_per_file`], as messages name it.
pub const FILE_LIMIT_OPTION: &str = "--file-limit";
/// The option of the command that raises [`Limits::bytes_in_all`], as messages name it.
pub const TOTAL_LIMIT_OPTION: &str = "--total-limit";
/// The option of the command that raises [`Limits::requests`], as messages name it.
pub const REQUEST_LIMIT_OPTION: &str = "--request-limit";
/// The option of the command that names a folder to keep lasting files in, as messages name it.
pub const KEEP_OPTION: &str = "--keep";

/// Where a site is read from.
pub trait Reader: Sync {
    /// The bytes at a path from the site's root, without a slash in front
    /// (`derby/record/checkpoint`); `None` where there is nothing.
    ///
    /// # Errors
    ///
    /// When the path leaves the root, and when the file is there and cannot be read whole.
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, ReadError>;

    /// The same for a file whose bytes can never change, such as a full tile or a version's record.
    /// A reader may hand back what it kept from an earlier run.
    ///
    /// # Errors
    ///
    /// As for [`Reader::read`], and when what is kept cannot be read or written.
    fn read_lasting(&self, path: &str) -> Result<Option<Vec<u8>>, ReadError> {
        self.read(path)
    }

    /// As people know it: the folder or the address.
    fn name(&self) -> String;
}

/// How much may be read, and how patiently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most that one file may hold, unpacked.
    pub bytes_per_file: u64,
    /// The most that may be received in all, as sent.
    pub bytes_in_all: u64,
    /// The most requests that may be made in all, those that are repeated or sent on included.
    pub requests: u64,
    /// How long to wait between two requests.
    pub pause: Duration,
    /// How long the site may be silent. A whole answer may take some times as long.
    pub timeout: Duration,
    /// How often one file is asked for before giving up; 0 counts as 1.
    pub tries: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes_per_file: 64 << 20,
            bytes_in_all: 2 << 30,
            requests: 50_000,
            pause: Duration::from_millis(100),
            timeout: Duration::from_secs(30),
            tries: 4,
        }
    }
}

/// Opens a site as a person named it: an address if it says how to get there, else a folder.
///
/// # Errors
///
/// When the address cannot be used, or there is no such folder.
pub fn open(
    place: &str,
    limits: Limits,
    keep: Option<&Path>,
) -> Result<Box<dyn Reader>, ReadError> {
    if place.contains("://") {
        Ok(Box::new(WebReader::new(place, limits, keep)?))
    } else {
        let folder = FolderReader::new(Path::new(place), limits.bytes_per_file)?;
        Ok(Box::new(folder))
    }
}

/// Refuses a path that could lead out of the site, or that does not name one file.
fn check_path(path: &str) -> Result<(), ReadError> {
    let reason = if path.is_empty() {
        "it is empty"
    } else if path.chars().any(char::is_control) {
        "it holds a character that cannot be seen"
    } else if path.contains('\\') {
        "it holds a backslash"
    } else if path.starts_with('/') {
        "it starts with a slash"
    } else if path.split('/').any(str::is_empty) {
        "it holds an empty part"
    } else if path.split('/').any(|part| part == "." || part == "..") {
        "it holds a part that is only dots"
    } else if leads_elsewhere_on_disk(path) {
        "it names a drive"
    } else {
        return Ok(());
    };
    Err(ReadError::BadPath {
        path: path.to_owned(),
        reason,
    })
}

/// Whether this computer's own rules read the path as more than names below a folder: `C:` does.
fn leads_elsewhere_on_disk(path: &str) -> bool {
    Path::new(path)
        .components()
        .any(|part| !matches!(part, Component::Normal(_)))
}
