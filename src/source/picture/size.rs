//! How large a picture stands on a page, so that a browser keeps room for it.

use img_parts::Bytes;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::orientation::swaps_sides;
use super::{Format, LARGEST, format_of, jpeg, png, webp};
use crate::model::PictureSize;

/// How much of an SVG file is read: its first element states its size.
const OPENING: usize = 64 * 1024;

/// How large a picture is: as a PNG, JPEG, GIF, WebP or AVIF file has it, turned the right way up,
/// or as an SVG file states it. `None` for other files, and for drawings that fill whatever room
/// they get.
pub fn picture_size(bytes: &[u8]) -> Option<PictureSize> {
    if bytes.len() > LARGEST {
        return None;
    }
    let Ok(size) = imagesize::blob_size(bytes) else {
        return drawing(bytes);
    };
    let size = PictureSize {
        width: u32::try_from(size.width).ok()?,
        height: u32::try_from(size.height).ok()?,
    };
    let whole = || Bytes::copy_from_slice(bytes);
    let turned = match format_of(bytes) {
        Some(Format::Jpeg) => jpeg::turned(whole()),
        Some(Format::Png) => png::turned(whole()),
        Some(Format::Webp) => webp::turned(whole()),
        None => None,
    };
    let size = match turned.is_some_and(swaps_sides) {
        true => PictureSize {
            width: size.height,
            height: size.width,
        },
        false => size,
    };
    (size.width > 0 && size.height > 0).then_some(size)
}

/// The size that the first element of an SVG file states.
fn drawing(bytes: &[u8]) -> Option<PictureSize> {
    let opening = String::from_utf8_lossy(bytes.get(..OPENING).unwrap_or(bytes));
    let mut reader = Reader::from_str(&opening);
    loop {
        match reader.read_event().ok()? {
            Event::Start(element) | Event::Empty(element) => {
                let is_drawing = element.local_name().into_inner() == "svg";
                return is_drawing.then(|| stated(&element)).flatten();
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

fn stated(element: &BytesStart<'_>) -> Option<PictureSize> {
    let points = |name: &str| -> Option<u32> {
        let mut attributes = element.attributes().filter_map(Result::ok);
        let attribute = attributes.find(|one| one.key.into_inner() == name)?;
        let text = attribute.value.trim();
        let number: f64 = text.strip_suffix("px").unwrap_or(text).parse().ok()?;
        // Pages state whole numbers; more than this no screen shows.
        (0.5..100_000.0)
            .contains(&number)
            .then_some(number.round() as u32)
    };
    Some(PictureSize {
        width: points("width")?,
        height: points("height")?,
    })
}
