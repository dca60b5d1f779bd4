//! Pictures in their canonical form: the picture, and nothing that it says about itself.
//!
//! A photograph tells where it was taken, when, with which camera and by whom; a drawing, who made
//! it in which folder. None of it is for publication. So what is hashed and stored of a JPEG, PNG
//! or WebP file is the file without it, as the canonical text is of a Markdown file: the digest in
//! the record is that of the file on the site. What stays is what the picture needs to be shown:
//! its points, its colours (ICC profiles too), how large a point is, and which way is up.
//!
//! - [`picture_form`]: a file to its canonical form
//! - [`picture_size`]: how large a picture stands on a page
//!
//! - `jpeg`, `png`, `webp`: what stays, by format
//! - `orientation`: which way is up
//!
//! Other formats (GIF, SVG, AVIF, TIFF) stay as they are.

mod jpeg;
mod orientation;
mod png;
mod size;
mod webp;

#[cfg(test)]
mod tests;

use img_parts::Bytes;

pub use size::picture_size;

/// The largest picture that is taken apart, in bytes. The check says of larger ones that they
/// cannot be looked into.
const LARGEST: usize = 128 * 1024 * 1024;

/// What a file is, and what is published of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PictureForm {
    /// It is not a picture of a format that is taken apart: it stays as it is.
    Other,
    /// A picture, without what it says about itself.
    Canonical(Vec<u8>),
    /// A picture that breaks the rules of its format, or is too large: it stays as it is, with
    /// whatever it says about itself.
    Unreadable,
}

/// The formats that are taken apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Jpeg,
    Png,
    Webp,
}

/// How many bytes [`is_taken_apart`] looks at.
pub(super) const OPENING: usize = 12;

/// Whether a file that begins like this has a canonical form of its own.
pub(super) fn is_taken_apart(opening: &[u8]) -> bool {
    format_of(opening).is_some()
}

/// The bytes decide, not the name: a renamed photograph tells as much.
fn format_of(bytes: &[u8]) -> Option<Format> {
    if bytes.starts_with(b"\xFF\xD8\xFF") {
        Some(Format::Jpeg)
    } else if bytes.starts_with(b"\x89PNG\r\n\x1A\n") {
        Some(Format::Png)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12).is_some_and(|mark| mark == b"WEBP") {
        Some(Format::Webp)
    } else {
        None
    }
}

/// A file in its canonical form. To take it again changes nothing.
pub fn picture_form(bytes: Vec<u8>) -> PictureForm {
    let Some(format) = format_of(&bytes) else {
        return PictureForm::Other;
    };
    if bytes.len() > LARGEST {
        return PictureForm::Unreadable;
    }
    let bytes = Bytes::from(bytes);
    let canonical = match format {
        Format::Jpeg => jpeg::canonical(bytes),
        Format::Png => png::canonical(bytes),
        Format::Webp => webp::canonical(bytes),
    };
    canonical.map_or(PictureForm::Unreadable, PictureForm::Canonical)
}
