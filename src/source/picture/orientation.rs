//! Which way is up: the one thing that Exif (CIPA DC-008, on top of TIFF 6.0) says and a reader
//! needs. Phones write a picture as the sensor saw it, and here how to turn it.

use img_parts::Bytes;

/// The entry's number, and that its value is one number of two bytes.
const TAG: u16 = 0x0112;
const SHORT: u16 = 3;

/// The most entries that are looked at.
const ENTRIES: u16 = 2_000;

/// How to turn and mirror a picture, from 1 (not at all) to 8, where Exif says so.
pub(super) fn orientation(exif: &[u8]) -> Option<u8> {
    let number: fn([u8; 2]) -> u16 = match exif.get(..4)? {
        b"II*\0" => u16::from_le_bytes,
        b"MM\0*" => u16::from_be_bytes,
        _ => return None,
    };
    let short = |at: usize| -> Option<u16> {
        let bytes = exif.get(at..)?.first_chunk::<2>()?;
        Some(number(*bytes))
    };
    let is_little = exif.starts_with(b"II");
    let long = exif.get(4..)?.first_chunk::<4>()?;
    let start = usize::try_from(match is_little {
        true => u32::from_le_bytes(*long),
        false => u32::from_be_bytes(*long),
    })
    .ok()?;
    for index in 0..short(start)?.min(ENTRIES) {
        let entry = start.checked_add(2 + usize::from(index) * 12)?;
        if short(entry)? == TAG {
            let is_one_number = short(entry.checked_add(2)?)? == SHORT;
            let value = short(entry.checked_add(8)?)?;
            return u8::try_from(value)
                .ok()
                .filter(|value| is_one_number && (1..=8).contains(value));
        }
    }
    None
}

/// Whether a picture turned like this stands on its side: its width is then its height.
pub(super) fn swaps_sides(orientation: u8) -> bool {
    (5..=8).contains(&orientation)
}

/// Exif that says which way is up and nothing else; `None` where there is nothing to say.
pub(super) fn only(orientation: Option<u8>) -> Option<Bytes> {
    let value = orientation.filter(|value| *value != 1)?;
    let mut exif = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01".to_vec();
    exif.extend_from_slice(&[0, value, 0, 0, 0, 0, 0, 0]);
    Some(Bytes::from(exif))
}
