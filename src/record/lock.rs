//! One `publish` at a time.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;

use super::AuthorityFolder;

/// Held while an authority's record is added to; let go when dropped, or when the program ends
/// in whatever way.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// Takes the lock of an authority's record.
///
/// # Errors
/// [`io::ErrorKind::WouldBlock`] while another program holds it; others from the disk.
pub fn lock(folder: &AuthorityFolder) -> io::Result<Lock> {
    let path = folder.lock();
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent)?;
    }
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path)?;
    match file.try_lock() {
        Ok(()) => Ok(Lock { _file: file }),
        Err(TryLockError::WouldBlock) => Err(io::ErrorKind::WouldBlock.into()),
        Err(TryLockError::Error(error)) => Err(error),
    }
}
