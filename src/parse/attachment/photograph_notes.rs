//! What picture editors and agencies write into photographs: IPTC-IIM records in Photoshop's
//! segment (IPTC-NAA IIM 4.2, section 6; Adobe Photoshop file formats, image resources).

use super::Sort;
use super::gather::Gather;

/// The resource that holds the records.
const RECORDS: u16 = 0x0404;

/// Reads the body of a Photoshop segment, behind its name.
pub(super) fn read(bytes: &[u8], gather: &mut Gather) {
    let mut rest = bytes;
    while let Some((kind, value, after)) = resource(rest) {
        if kind == RECORDS {
            records(value, gather);
        }
        rest = after;
    }
}

/// The first resource: its kind, its value, and what follows. Names and values fill whole pairs
/// of bytes.
fn resource(bytes: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let rest = bytes.strip_prefix(b"8BIM")?;
    let (kind, rest) = rest.split_first_chunk::<2>()?;
    let name = usize::from(*rest.first()?) + 1;
    let rest = rest.get(name + name % 2..)?;
    let (length, rest) = rest.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let value = rest.get(..length)?;
    let after = rest.get(length.checked_add(length % 2)?..).unwrap_or(&[]);
    Some((u16::from_be_bytes(*kind), value, after))
}

/// Reads records: each begins with 0x1C, its group, its number and its length.
fn records(bytes: &[u8], gather: &mut Gather) {
    let mut rest = bytes;
    while let [0x1C, group, number, high, low, after @ ..] = rest {
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        let Some((value, following)) = after.split_at_checked(length) else {
            return;
        };
        if *group == 2 {
            let value = String::from_utf8_lossy(value);
            match number {
                // By-line, writer of the caption, copyright.
                80 | 122 | 116 => gather.name(Sort::Author, &value),
                // Object name, headline.
                5 | 105 => gather.found(Sort::Title, &value),
                // Keywords, caption.
                25 | 120 => gather.found(Sort::Keywords, &value),
                _ => {}
            }
        }
        rest = following;
    }
}
