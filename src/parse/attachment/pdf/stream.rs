//! Unpacks streams of a PDF (ISO 32000-1, 7.4).

use std::io::Read;

use flate2::read::ZlibDecoder;

use super::dictionary::{Dictionary, Value};
use crate::parse::attachment::Unreadable;
use crate::parse::attachment::limits::Allowance;

/// How a stream is packed, as far as it matters.
enum Packing {
    None,
    Flate,
    Other,
}

/// The stream unpacked, or nothing where it is packed in a way that is not read. A stream that
/// breaks off gives what can be had.
pub(super) fn unpacked(
    dictionary: &Dictionary,
    body: &[u8],
    allowance: &mut Allowance,
) -> Result<Option<Vec<u8>>, Unreadable> {
    let most = allowance.next_part();
    let mut bytes = Vec::new();
    match packing(dictionary) {
        Packing::None => bytes.extend_from_slice(body),
        Packing::Flate => {
            let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
            let _ = ZlibDecoder::new(body).take(limit).read_to_end(&mut bytes);
        }
        Packing::Other => return Ok(None),
    }
    allowance.spend(bytes.len());
    if bytes.len() > most {
        Err(Unreadable::TooLarge)
    } else {
        Ok(Some(bytes))
    }
}

/// Objects and XMP are packed by Flate alone in practice, without a predictor.
fn packing(dictionary: &Dictionary) -> Packing {
    let filters: &[Vec<u8>] = match dictionary.get(b"Filter") {
        None => &[],
        Some(Value::Name(name)) => std::slice::from_ref(name),
        Some(Value::Names(names)) => names,
        Some(_) => return Packing::Other,
    };
    match filters {
        [] => Packing::None,
        [name] if name == b"FlateDecode" || name == b"Fl" => Packing::Flate,
        _ => Packing::Other,
    }
}

/// Whether the stream is a JPEG file as it stands.
pub(super) fn is_jpeg(dictionary: &Dictionary) -> bool {
    dictionary.is(b"Filter", b"DCTDecode")
        || matches!(
            dictionary.get(b"Filter"),
            Some(Value::Names(names)) if matches!(names.as_slice(), [name] if name == b"DCTDecode")
        )
}
