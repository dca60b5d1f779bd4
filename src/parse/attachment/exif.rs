//! Exif: what a camera or phone writes into a photograph (CIPA DC-008, on top of TIFF 6.0).
//!
//! Only the entries that matter here are read, from at most a handful of lists, so lists that
//! point at themselves or at each other cost nothing. Notes in a maker's own form are not read.

use super::Sort;
use super::gather::Gather;

/// What is reported for a place. The place itself is left out, since a report of it would publish
/// it once more.
pub(super) const A_PLACE: &str = "a place is stored";

/// The most entries read from one list, and the most lists.
const ENTRIES: usize = 2_000;
const LISTS: usize = 8;

/// The longest value that is read, in bytes.
const LONGEST: usize = 4_096;

/// Reads a TIFF structure. What does not hold together is passed over.
pub(super) fn read(bytes: &[u8], gather: &mut Gather) {
    let Some(tiff) = Tiff::open(bytes) else {
        return;
    };
    let mut lists = vec![(tiff.number(4, 4).unwrap_or(0), Kind::Image)];
    let mut done = 0;
    while let Some((start, kind)) = lists.get(done).copied() {
        done += 1;
        let next = tiff.list(start, kind, gather, &mut |child| {
            if lists.len() < LISTS && !lists.contains(&child) {
                lists.push(child);
            }
        });
        if let Some(next) = next
            && kind == Kind::Image
            && lists.len() < LISTS
            && !lists.contains(&(next, kind))
        {
            lists.push((next, kind));
        }
    }
}

/// Which sort of list it is: numbers mean different things in the list of places.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Image,
    Exif,
    Place,
}

/// A TIFF structure and the order of its bytes.
struct Tiff<'a> {
    bytes: &'a [u8],
    little: bool,
}

/// One entry of a list.
struct Entry<'a> {
    tag: usize,
    value: &'a [u8],
}

impl<'a> Tiff<'a> {
    fn open(bytes: &'a [u8]) -> Option<Self> {
        let little = match bytes.get(..4)? {
            b"II*\0" => true,
            b"MM\0*" => false,
            _ => return None,
        };
        Some(Self { bytes, little })
    }

    /// A number of two or four bytes.
    fn number(&self, start: usize, size: usize) -> Option<usize> {
        self.number_in(self.bytes.get(start..start.checked_add(size)?)?)
    }

    fn number_in(&self, bytes: &[u8]) -> Option<usize> {
        let add = |number: usize, byte: &u8| {
            number
                .checked_mul(256)
                .and_then(|number| number.checked_add(usize::from(*byte)))
        };
        if self.little {
            bytes.iter().rev().try_fold(0, add)
        } else {
            bytes.iter().try_fold(0, add)
        }
    }

    /// Reads one list; gives the start of the next.
    fn list(
        &self,
        start: usize,
        kind: Kind,
        gather: &mut Gather,
        child: &mut impl FnMut((usize, Kind)),
    ) -> Option<usize> {
        let count = self.number(start, 2)?;
        for index in 0..count.min(ENTRIES) {
            let entry = start.checked_add(2 + index * 12)?;
            let Some(entry) = self.entry(entry) else {
                continue;
            };
            let pointer = |kind| self.number_in(entry.value.get(..4)?).map(|at| (at, kind));
            match (kind, entry.tag) {
                (Kind::Image, 0x8769) => pointer(Kind::Exif).into_iter().for_each(&mut *child),
                (Kind::Image, 0x8825) => pointer(Kind::Place).into_iter().for_each(&mut *child),
                _ => self.report(kind, &entry, gather),
            }
        }
        let next = self.number(start.checked_add(2 + count * 12)?, 4)?;
        (next != 0).then_some(next)
    }

    /// Where an entry's value is: in it, when it fits into four bytes, or where it points.
    fn entry(&self, start: usize) -> Option<Entry<'a>> {
        let tag = self.number(start, 2)?;
        let size = match self.number(start.checked_add(2)?, 2)? {
            1 | 2 | 6 | 7 => 1_usize,
            3 | 8 => 2,
            4 | 9 | 11 | 13 => 4,
            5 | 10 | 12 => 8,
            _ => return None,
        };
        let length = size.checked_mul(self.number(start.checked_add(4)?, 4)?)?;
        let at = start.checked_add(8)?;
        let at = if length <= 4 { at } else { self.number(at, 4)? };
        let value = self.bytes.get(at..at.checked_add(length.min(LONGEST))?)?;
        Some(Entry { tag, value })
    }

    fn report(&self, kind: Kind, entry: &Entry<'_>, gather: &mut Gather) {
        let narrow = |value: &[u8]| {
            let end = value
                .iter()
                .position(|byte| *byte == 0)
                .unwrap_or(value.len());
            String::from_utf8_lossy(value.get(..end).unwrap_or(value)).into_owned()
        };
        match (kind, entry.tag) {
            // Latitude and longitude. Phones that may not know the place write zeros over zero.
            (Kind::Place, 2 | 4) if self.is_place(entry.value) => {
                gather.found(Sort::Gps, A_PLACE);
            }
            (Kind::Place, _) => {}
            // Artist, copyright; camera owner.
            (Kind::Image, 0x013B | 0x8298) | (Kind::Exif, 0xA430) => {
                gather.name(Sort::Author, &narrow(entry.value));
            }
            // Serial numbers of the body and the lens.
            (Kind::Exif, 0xA431 | 0xA435) => {
                gather.found(Sort::CameraSerial, &narrow(entry.value));
            }
            // Description, document name.
            (Kind::Image, 0x010E | 0x010D) => {
                let value = narrow(entry.value);
                gather.paths(&value);
                gather.found(Sort::Title, &value);
            }
            // What Windows writes: title, comment, author, keywords, subject.
            (Kind::Image, 0x9C9B) => gather.found(Sort::Title, &wide(entry.value)),
            (Kind::Image, 0x9C9D) => gather.name(Sort::Author, &wide(entry.value)),
            (Kind::Image, 0x9C9C | 0x9C9E | 0x9C9F) => {
                gather.found(Sort::Keywords, &wide(entry.value));
            }
            // The user's comment, behind eight bytes that name its character set.
            (Kind::Exif, 0x9286) if entry.value.starts_with(b"ASCII\0\0\0") => {
                gather.found(Sort::Keywords, &narrow(entry.value.get(8..).unwrap_or(&[])));
            }
            _ => {}
        }
    }

    /// Whether degrees are given at all: a fraction over zero is no number.
    fn is_place(&self, value: &[u8]) -> bool {
        value
            .get(4..8)
            .and_then(|under| self.number_in(under))
            .is_some_and(|under| under != 0)
    }
}

/// Text in UTF-16, little end first, whatever the order of the rest.
fn wide(value: &[u8]) -> String {
    let units: Vec<u16> = value
        .as_chunks()
        .0
        .iter()
        .map(|pair| u16::from_le_bytes(*pair))
        .take_while(|unit| *unit != 0)
        .collect();
    String::from_utf16_lossy(&units)
}
