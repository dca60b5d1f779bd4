//! The bytes of an answer: received up to a bound, then unpacked up to a bound.

use std::io::{self, Read};

use flate2::read::MultiGzDecoder;
use ureq::http::HeaderMap;
use ureq::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, TRANSFER_ENCODING};

/// How the bytes of an answer were packed for the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packing {
    /// Not at all.
    Plain,
    /// As gzip.
    Gzip,
}

/// Bytes read up to a bound.
#[derive(Debug)]
pub(super) struct Bounded {
    /// Those that were read; one more than allowed if there are more.
    pub(super) bytes: Vec<u8>,
    /// Whether there are more than allowed.
    pub(super) overflows: bool,
    /// How the reading ended.
    pub(super) end: io::Result<()>,
}

impl Packing {
    /// What the answer says; `None` if that is something that was not asked for.
    pub(super) fn of(headers: &HeaderMap) -> Option<Self> {
        let Some(value) = headers.get(CONTENT_ENCODING) else {
            return Some(Self::Plain);
        };
        match value.to_str().ok()?.trim().to_ascii_lowercase().as_str() {
            "" | "identity" => Some(Self::Plain),
            "gzip" | "x-gzip" => Some(Self::Gzip),
            _ => None,
        }
    }

    /// Unpacks what was received.
    pub(super) fn unpack(self, packed: Vec<u8>, most: u64) -> Bounded {
        match self {
            // Some servers call an empty file packed and send nothing.
            Self::Gzip if !packed.is_empty() => {
                receive(MultiGzDecoder::new(packed.as_slice()), most)
            }
            _ => Bounded {
                overflows: packed.len() as u64 > most,
                bytes: packed,
                end: Ok(()),
            },
        }
    }
}

/// Reads to the end, or until there is more than allowed. What was read is there even if the reading
/// ends in an error, so that it can be counted.
pub(super) fn receive(source: impl Read, most: u64) -> Bounded {
    let mut bytes = Vec::new();
    let end = source
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)
        .map(|_| ());
    Bounded {
        overflows: bytes.len() as u64 > most,
        bytes,
        end,
    }
}

/// Whether an answer says where it ends. One that does not ends where the connection does, which
/// looks the same when the connection breaks.
pub(super) fn end_is_known(headers: &HeaderMap) -> bool {
    headers.contains_key(CONTENT_LENGTH) || headers.contains_key(TRANSFER_ENCODING)
}
