//! Reading one file of this computer up to a bound.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// What stands at a place.
#[derive(Debug)]
pub(super) enum Contents {
    /// No file.
    Nothing,
    /// More than was asked for.
    TooLarge,
    /// All of it.
    Whole(Vec<u8>),
}

/// Reads a file whole, if it holds no more than `most` bytes.
pub(super) fn read_file(place: &Path, most: u64) -> io::Result<Contents> {
    // Looked at before it is opened: opening a pipe would wait for its other end.
    match place.metadata() {
        Ok(about) if !about.is_file() => return Ok(Contents::Nothing),
        Ok(about) if about.len() > most => return Ok(Contents::TooLarge),
        Ok(_) => {}
        Err(error) if is_absence(&error) => return Ok(Contents::Nothing),
        Err(error) => return Err(error),
    }
    let mut bytes = Vec::new();
    // Bounded again, as the file may have grown since.
    File::open(place)?
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Ok(Contents::TooLarge);
    }
    Ok(Contents::Whole(bytes))
}

/// Whether an error says that nothing stands there, rather than that it cannot be read.
pub(super) fn is_absence(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::InvalidFilename
    )
}
