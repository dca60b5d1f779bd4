//! What stays of a JPEG file (ITU-T T.81, annex B).

use img_parts::jpeg::{Jpeg, JpegSegment, markers};
use img_parts::{Bytes, ImageEXIF};

use super::orientation::{only, orientation};

/// The file without what it says about itself; `None` where it breaks off or is no JPEG file.
pub(super) fn canonical(bytes: Bytes) -> Option<Vec<u8>> {
    let mut picture = Jpeg::from_bytes(bytes).ok()?;
    let exif = only(picture.exif().as_deref().and_then(orientation));
    let segments = std::mem::take(picture.segments_mut());
    for segment in segments {
        let kept = match segment.marker() {
            markers::SOS => Some(first_scan(segment)?),
            _ => kept(segment),
        };
        picture.segments_mut().extend(kept);
    }
    picture.set_exif(exif);
    Some(picture.encoder().bytes().to_vec())
}

/// Which way up the file says the picture is.
pub(super) fn turned(bytes: Bytes) -> Option<u8> {
    orientation(&Jpeg::from_bytes(bytes).ok()?.exif()?)
}

/// A segment before the picture, where it belongs to the picture.
fn kept(segment: JpegSegment) -> Option<JpegSegment> {
    let contents = segment.contents();
    match segment.marker() {
        // JFIF (ITU-T T.871): how large a point is, without the small picture that may follow.
        markers::APP0 => {
            let mut jfif = contents
                .strip_prefix(b"JFIF\0")
                .and(contents.get(..14))?
                .to_vec();
            jfif.truncate(12);
            jfif.extend_from_slice(&[0, 0]);
            Some(JpegSegment::new_with_contents(
                markers::APP0,
                Bytes::from(jfif),
            ))
        }
        markers::APP2 => contents.starts_with(b"ICC_PROFILE\0").then_some(segment),
        // Which colours the three or four numbers of a point stand for.
        markers::APP14 => {
            let adobe = contents.strip_prefix(b"Adobe").and(contents.get(..12))?;
            let adobe = Bytes::copy_from_slice(adobe);
            Some(JpegSegment::new_with_contents(markers::APP14, adobe))
        }
        markers::APP1..=markers::APP15 | markers::COM => None,
        _ => Some(segment),
    }
}

/// The first scan, with everything up to the end of the picture. What follows the end, such as
/// the film that some phones put there, or a second picture with notes of its own, goes.
fn first_scan(segment: JpegSegment) -> Option<JpegSegment> {
    let head = segment.len();
    let marker = segment.marker();
    let contents = segment.contents().clone();
    let rest = segment.encoder().bytes();
    let rest = up_to_the_end(rest.get(head..)?)?;
    Some(JpegSegment::new_with_entropy(
        marker,
        contents,
        Bytes::from(rest),
    ))
}

/// Scans and what stands between them, without comments; `None` where the end never comes.
fn up_to_the_end(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    loop {
        let next = rest.iter().position(|byte| *byte == markers::P)?;
        let (points, from_marker) = rest.split_at_checked(next)?;
        out.extend_from_slice(points);
        let marker = *from_marker.get(1)?;
        let length = match marker {
            markers::EOI => {
                out.extend_from_slice(&[markers::P, markers::EOI]);
                return Some(out);
            }
            // Another picture begins, and this one has not ended.
            markers::SOI => return None,
            // Any number of these may stand before a marker.
            markers::P => {
                rest = from_marker.get(1..)?;
                continue;
            }
            // A point that happens to look like a marker, and marks without contents.
            0x00..=0xBF | markers::RST0..=markers::RST7 => 2,
            _ => {
                2 + usize::from(u16::from_be_bytes(
                    *from_marker.get(2..)?.first_chunk::<2>()?,
                ))
            }
        };
        let (whole, following) = from_marker.split_at_checked(length)?;
        if length < 4 && !matches!(marker, 0x00..=0xBF | markers::RST0..=markers::RST7) {
            return None;
        }
        if !matches!(marker, markers::APP0..=markers::APP15 | markers::COM) {
            out.extend_from_slice(whole);
        }
        rest = following;
    }
}
