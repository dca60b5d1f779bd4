//! Photographs and pictures: where JPEG, PNG and WebP files keep what they say about themselves.

use std::io::Read;

use flate2::read::ZlibDecoder;

use super::gather::Gather;
use super::limits::Allowance;
use super::{Found, Sort, Unreadable, exif, photograph_notes, xmp};

/// The most that a compressed note of a picture may unpack to, in bytes.
const NOTE: usize = 1024 * 1024;

/// Reads a JPEG file (ITU-T T.81, annex B).
pub(super) fn jpeg(bytes: &[u8], gather: &mut Gather) -> Result<(), Unreadable> {
    let whole = segments(bytes, gather);
    told(whole, gather)
}

/// A picture that breaks off is damaged, unless it gave something away: that matters more.
fn told(whole: bool, gather: &Gather) -> Result<(), Unreadable> {
    if whole || !gather.is_empty() {
        Ok(())
    } else {
        Err(Unreadable::Damaged("the picture breaks off".to_owned()))
    }
}

/// What the start of a picture inside another file gives away. That it breaks off is no fault.
pub(super) fn start_of_picture(bytes: &[u8], allowance: &mut Allowance) -> Vec<Found> {
    let mut gather = Gather::new();
    if bytes.starts_with(b"\xFF\xD8") {
        segments(bytes, &mut gather);
    } else {
        chunks(bytes, &mut gather, allowance);
    }
    let mut found = gather.finish().found;
    found.retain(|found| {
        matches!(
            found.sort,
            Sort::Gps | Sort::CameraSerial | Sort::PersonShown | Sort::FormerPath
        )
    });
    found
}

/// Reads the segments before the picture itself. Gives whether the picture was reached.
fn segments(bytes: &[u8], gather: &mut Gather) -> bool {
    let mut rest = bytes.get(2..).unwrap_or(&[]);
    loop {
        let (marker, after) = match rest {
            // Any number of 0xFF may stand before a marker.
            [0xFF, 0xFF, ..] => {
                rest = rest.get(1..).unwrap_or(&[]);
                continue;
            }
            [0xFF, marker, after @ ..] => (*marker, after),
            _ => return false,
        };
        match marker {
            // The picture begins, or the file ends.
            0xDA | 0xD9 => return true,
            // Markers that stand alone.
            0x01 | 0xD0..=0xD8 => rest = after,
            _ => {
                let Some((length, _)) = after.split_first_chunk::<2>() else {
                    return false;
                };
                let length = usize::from(u16::from_be_bytes(*length));
                let (Some(segment), Some(following)) = (after.get(2..length), after.get(length..))
                else {
                    return false;
                };
                segment_of(marker, segment, gather);
                rest = following;
            }
        }
    }
}

/// Reads one segment.
fn segment_of(marker: u8, segment: &[u8], gather: &mut Gather) {
    match marker {
        0xE1 => {
            if let Some(tiff) = segment.strip_prefix(b"Exif\0\0") {
                exif::read(tiff, gather);
            } else if let Some(packet) = segment.strip_prefix(b"http://ns.adobe.com/xap/1.0/\0") {
                // A packet that breaks off has told what it has.
                let _ = xmp::read(packet, gather);
            }
        }
        0xED => {
            if let Some(resources) = segment.strip_prefix(b"Photoshop 3.0\0") {
                photograph_notes::read(resources, gather);
            }
        }
        0xFE => {
            let comment = String::from_utf8_lossy(segment);
            gather.paths(&comment);
            gather.found(Sort::Keywords, &comment);
        }
        _ => {}
    }
}

/// Reads a PNG file (W3C PNG, third edition, 5).
pub(super) fn png(bytes: &[u8], gather: &mut Gather) -> Result<(), Unreadable> {
    let whole = chunks(bytes, gather, &mut Allowance::new());
    told(whole, gather)
}

/// Reads the chunks. Gives whether the end was reached.
fn chunks(bytes: &[u8], gather: &mut Gather, allowance: &mut Allowance) -> bool {
    let mut rest = bytes.get(8..).unwrap_or(&[]);
    loop {
        let Some((head, after)) = rest.split_first_chunk::<8>() else {
            return false;
        };
        let [a, b, c, d, kind @ ..] = *head;
        let length = usize::try_from(u32::from_be_bytes([a, b, c, d])).unwrap_or(usize::MAX);
        let Some((body, following)) = after.split_at_checked(length) else {
            return false;
        };
        match &kind {
            b"IEND" => return true,
            b"eXIf" => exif::read(body, gather),
            b"tEXt" => {
                if let Some((key, text)) = split_at_zero(body) {
                    note(key, &latin(text), gather);
                }
            }
            b"zTXt" => {
                if let Some((key, [_, packed @ ..])) = split_at_zero(body) {
                    note(key, &latin(&unpacked(packed, allowance)), gather);
                }
            }
            b"iTXt" => {
                // A note that breaks off has told what it has.
                let _ = international(body, gather, allowance);
            }
            _ => {}
        }
        // Four bytes of checksum.
        rest = following.get(4..).unwrap_or(&[]);
    }
}

/// A note in UTF-8: key, whether it is packed and how, language, key in that language, words.
fn international(body: &[u8], gather: &mut Gather, allowance: &mut Allowance) -> Option<()> {
    let (key, rest) = split_at_zero(body)?;
    let (packed, rest) = rest.split_first()?;
    let (_, rest) = split_at_zero(rest.get(1..)?)?;
    let (_, words) = split_at_zero(rest)?;
    let words = if *packed == 1 {
        unpacked(words, allowance)
    } else {
        words.to_vec()
    };
    if key == b"XML:com.adobe.xmp" {
        let _ = xmp::read(&words, gather);
    } else {
        note(key, &String::from_utf8_lossy(&words), gather);
    }
    Some(())
}

/// One note by its key (W3C PNG, 11.3.3.1).
fn note(key: &[u8], words: &str, gather: &mut Gather) {
    match key {
        b"Author" | b"Copyright" | b"Artist" => gather.name(Sort::Author, words),
        b"Title" => gather.found(Sort::Title, words),
        b"Description" | b"Comment" | b"Disclaimer" | b"Warning" => {
            gather.found(Sort::Keywords, words);
        }
        _ => {}
    }
    gather.paths(words);
}

/// Reads a WebP file (RFC 9649, 2.7).
pub(super) fn webp(bytes: &[u8], gather: &mut Gather) -> Result<(), Unreadable> {
    let mut rest = bytes.get(12..).unwrap_or(&[]);
    while let Some((head, after)) = rest.split_first_chunk::<8>() {
        let [kind @ .., a, b, c, d] = *head;
        let length = usize::try_from(u32::from_le_bytes([a, b, c, d])).unwrap_or(usize::MAX);
        let Some((body, following)) = after.split_at_checked(length) else {
            return told(false, gather);
        };
        match &kind {
            b"EXIF" => exif::read(body.strip_prefix(b"Exif\0\0").unwrap_or(body), gather),
            b"XMP " => {
                let _ = xmp::read(body, gather);
            }
            _ => {}
        }
        // Chunks fill whole pairs of bytes.
        rest = following.get(length % 2..).unwrap_or(&[]);
    }
    Ok(())
}

/// What stands before and after the first zero.
fn split_at_zero(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let zero = bytes.iter().position(|byte| *byte == 0)?;
    Some((bytes.get(..zero)?, bytes.get(zero + 1..)?))
}

/// Latin-1 as text.
fn latin(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

/// Unpacks a note, as far as it can be unpacked and up to [`NOTE`].
fn unpacked(bytes: &[u8], allowance: &mut Allowance) -> Vec<u8> {
    let mut all = Vec::new();
    let most = u64::try_from(allowance.next_part().min(NOTE)).unwrap_or(u64::MAX);
    // What was unpacked before an error still counts.
    let _ = ZlibDecoder::new(bytes).take(most).read_to_end(&mut all);
    allowance.spend(all.len());
    all
}
