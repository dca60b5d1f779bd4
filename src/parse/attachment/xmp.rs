//! XMP: what pictures and PDFs say about themselves in XML (ISO 16684-1).
//!
//! A property may be an element or an attribute of its description, and its value may stand in a
//! list. Prefixes are fixed in practice, and are used here to tell properties apart.

use super::gather::Gather;
use super::markup::{self, Step};
use super::{Sort, Unreadable};

/// Reads one packet of XMP.
pub(super) fn read(bytes: &[u8], gather: &mut Gather) -> Result<(), Unreadable> {
    let text = markup::decoded(bytes);
    // A packet may be padded, with zeros too, behind its end.
    let text = text.trim_matches(|letter: char| letter == '\0' || letter.is_whitespace());
    // Which property each open element is, so that words in a list belong to its property.
    let mut open: Vec<Option<Property>> = Vec::new();
    let mut value = String::new();
    markup::walk(text, |step| match step {
        Step::Start(element) => {
            for (name, value) in element.attributes() {
                if let Some(property) = Property::named(&name) {
                    property.report(&value, gather);
                }
            }
            let inherited = open.last().copied().flatten();
            open.push(Property::named(element.full_name()).or(inherited));
            value.clear();
        }
        Step::Words(words) => value.push_str(&words),
        Step::End(_) => {
            if let Some(property) = open.pop().flatten() {
                property.report(&value, gather);
            }
            value.clear();
        }
    })
}

/// The properties that are looked for.
#[derive(Clone, Copy)]
enum Property {
    Of(Sort),
    Place,
    Path,
}

impl Property {
    /// The property with this name, prefix and all.
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "dc:creator"
            | "pdf:Author"
            | "photoshop:CaptionWriter"
            | "aux:OwnerName"
            | "exifEX:CameraOwnerName"
            | "tiff:Artist"
            | "dc:contributor"
            | "Iptc4xmpCore:CiEmailWork"
            | "pdfx:Author" => Self::Of(Sort::Author),
            "pdfx:Manager" | "pdfx:manager" => Self::Of(Sort::Manager),
            "pdfx:Company" | "pdfx:company" => Self::Of(Sort::Company),
            "dc:title" | "photoshop:Headline" => Self::Of(Sort::Title),
            "dc:subject" | "dc:description" | "pdf:Keywords" => Self::Of(Sort::Keywords),
            "aux:SerialNumber"
            | "exifEX:BodySerialNumber"
            | "exifEX:LensSerialNumber"
            | "aux:LensSerialNumber" => Self::Of(Sort::CameraSerial),
            "mwg-rs:Name" | "MPReg:PersonDisplayName" | "Iptc4xmpExt:PersonInImage" => {
                Self::Of(Sort::PersonShown)
            }
            "exif:GPSLatitude" | "exif:GPSLongitude" => Self::Place,
            "stRef:filePath" | "stMfs:linkForm" | "dc:source" => Self::Path,
            _ => return None,
        })
    }

    fn report(self, value: &str, gather: &mut Gather) {
        match self {
            Self::Of(sort) => {
                gather.name(sort, value);
                gather.paths(value);
            }
            Self::Place if !value.trim().is_empty() => {
                gather.found(Sort::Gps, super::exif::A_PLACE);
            }
            Self::Place => {}
            Self::Path => gather.paths(value),
        }
    }
}
