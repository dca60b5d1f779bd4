//! What a file for download gives away: names, places, comments, hidden parts and words.
//!
//! [`read`] looks at the bytes of one file and says what a reader could find in it that its
//! author may not have meant to publish. The format is decided by the bytes, not by the ending,
//! so a renamed file is read all the same. Nothing is run, and nothing is fetched.
//!
//! - [`sort`]: the sorts of things that are found, with what each is and how to take it away
//! - `gather`: collects them, each once, within limits; `grids`: the tables of office files
//! - `package`, `markup`: the zip file and the XML that office files are made of
//! - `word`, `workbook`, `slides`, `properties`, `open_document`: office files
//! - `pdf`: PDF files
//! - `image`, `exif`, `photograph_notes`, `xmp`: photographs and pictures
//! - `path`: tells a path on somebody's computer from other words
//!
//! What pictures say about themselves is left out when they are published
//! ([`crate::source::picture_form`]), where their format allows it.
//!
//! Files can be made to harm their readers (a small zip that unpacks to gigabytes, XML that
//! refers to itself, lengths that lie), so every reader here works within [`limits`].

mod exif;
mod gather;
mod grids;
mod image;
pub mod limits;
mod markup;
mod open_document;
mod package;
mod path;
mod pdf;
mod photograph_notes;
mod properties;
mod slides;
pub mod sort;
mod word;
mod workbook;
mod xmp;

#[cfg(test)]
mod tests;

use std::fmt;

pub use sort::Sort;

use gather::Gather;

/// One thing that a reader of the file could find.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What sort of thing it is.
    pub sort: Sort,
    /// The thing itself, on one line: a name, a title, who left how many changes.
    pub value: String,
}

/// What one file holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contents {
    /// What it gives away, in the order of the file, each thing once.
    pub found: Vec<Found>,
    /// Its words, a paragraph or a cell a line, with deleted and hidden words, comments and notes
    /// too: a list of names that must not appear is held against all of them. Of a PDF, only the
    /// words of its comments.
    pub text: String,
    /// The tables of an office file as comma-separated values: what is in a cell may be said by the
    /// name of its column alone.
    pub tables: Vec<String>,
    /// Whether `text` has all the words of the file. False for formats whose words are not read
    /// (PDF, images, old Office formats, sound, other archives) and for files with more words than
    /// the limit.
    pub text_read: bool,
}

/// Why a file could not be looked into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// A password or permissions lock it.
    Encrypted,
    /// It breaks the rules of its format; the text says how, in plain words.
    Damaged(String),
    /// It is larger, or unpacks to more, than [`limits`] allow.
    TooLarge,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Encrypted => formatter.write_str(
                "the file is locked with a password or with permissions: nobody can check what is \
                 in it, and many screen readers cannot read it",
            ),
            Self::Damaged(how) => write!(formatter, "the file is damaged: {how}"),
            Self::TooLarge => formatter
                .write_str("the file is too large to check, or unpacks to something too large"),
        }
    }
}

impl Unreadable {
    /// What to do about it.
    pub const fn help(&self) -> &'static str {
        match self {
            Self::Encrypted => "save it again without a password and without restrictions",
            Self::Damaged(_) => "open it in the program that made it and save it again",
            Self::TooLarge => "split it, or make its pictures smaller and save it again",
        }
    }
}

impl std::error::Error for Unreadable {}

/// What the bytes say a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    /// A zip file: Word, Excel, PowerPoint, OpenDocument, or any other.
    Package,
    /// The container of Word, Excel and PowerPoint before 2007, and of today's locked files.
    Compound,
    Pdf,
    Jpeg,
    Png,
    Webp,
    Tiff,
    Unknown,
}

/// Looks into one file. The name is used for nothing but to tell which of several formats that
/// begin alike was meant; the bytes decide.
///
/// # Errors
/// [`Unreadable`] when the file is locked, damaged or too large. A file of an unknown format is
/// not an error: its contents are empty.
pub fn read(name: &str, bytes: &[u8]) -> Result<Contents, Unreadable> {
    if bytes.len() > limits::FILE {
        return Err(Unreadable::TooLarge);
    }
    let mut gather = Gather::new();
    match format_of(name, bytes) {
        Format::Package => package::read(bytes, &mut gather)?,
        Format::Compound => return compound(bytes),
        Format::Pdf => pdf::read(bytes, &mut gather)?,
        Format::Jpeg => image::jpeg(bytes, &mut gather)?,
        Format::Png => image::png(bytes, &mut gather)?,
        Format::Webp => image::webp(bytes, &mut gather)?,
        Format::Tiff => exif::read(bytes, &mut gather),
        Format::Unknown => plain_text(bytes, &mut gather),
    }
    Ok(gather.finish())
}

/// Files whose bytes are text: CSV, HTML, SVG, calendars, RTF and the like. They are looked
/// through as they are written.
fn plain_text(bytes: &[u8], gather: &mut Gather) {
    let units = |read: fn([u8; 2]) -> u16| -> Vec<u16> {
        let pairs = bytes.get(2..).unwrap_or_default().chunks_exact(2);
        pairs
            .filter_map(|pair| pair.try_into().ok())
            .map(read)
            .collect()
    };
    let text = match bytes {
        [0xFF, 0xFE, ..] => String::from_utf16_lossy(&units(u16::from_le_bytes)),
        [0xFE, 0xFF, ..] => String::from_utf16_lossy(&units(u16::from_be_bytes)),
        // Texts of old programs: letters beyond ASCII may be wrong, names mostly are not.
        _ => String::from_utf8_lossy(bytes).into_owned(),
    };
    let is_text = |one: char| !one.is_control() || one.is_whitespace();
    let odd = text.chars().filter(|one| !is_text(*one)).count();
    if odd * 100 <= text.chars().count() {
        gather.text(&text);
        gather.text_is_read();
    }
}

/// Tells the format from the first bytes. A PDF may have up to 1,024 bytes before its header
/// (ISO 32000-1, annex H.3.4.1); that is believed only of a file that is called a PDF.
fn format_of(name: &str, bytes: &[u8]) -> Format {
    let called_pdf = name
        .rsplit('.')
        .next()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
    let opening = bytes.get(..1024).unwrap_or(bytes);
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        Format::Package
    } else if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        Format::Compound
    } else if bytes.starts_with(b"%PDF-") || called_pdf && contains(opening, b"%PDF-") {
        Format::Pdf
    } else if bytes.starts_with(b"\xFF\xD8\xFF") {
        Format::Jpeg
    } else if bytes.starts_with(b"\x89PNG\r\n\x1A\n") {
        Format::Png
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12).is_some_and(|mark| mark == b"WEBP") {
        Format::Webp
    } else if bytes.starts_with(b"II*\0") || bytes.starts_with(b"MM\0*") {
        Format::Tiff
    } else {
        Format::Unknown
    }
}

/// Word, Excel and PowerPoint put a file that has a password into the old container, as a stream
/// with this name (MS-OFFCRYPTO 2.3.4.4). A file of the old formats themselves is not read.
fn compound(bytes: &[u8]) -> Result<Contents, Unreadable> {
    let stream: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    if contains(bytes, &stream) {
        Err(Unreadable::Encrypted)
    } else {
        Ok(Contents::default())
    }
}

/// Whether the bytes hold this run of bytes.
fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    position(bytes, wanted).is_some()
}

/// Where this run of bytes first begins. Compares the first byte before the rest, which keeps the
/// cost near one comparison a byte for the short, varied words looked for here.
fn position(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len().max(1))
        .position(|window| window == wanted)
}
