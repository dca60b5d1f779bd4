//! Texts packed for web servers that send them as they are: the same bytes always give the same.

use std::io::{self, Write};

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

/// A way to pack a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packing {
    /// RFC 1952.
    Gzip,
    /// RFC 7932.
    Brotli,
}

impl Packing {
    pub(super) const ALL: [Self; 2] = [Self::Gzip, Self::Brotli];

    /// What a packed file's name ends with.
    pub(super) fn ending(self) -> &'static str {
        match self {
            Self::Gzip => ".gz",
            Self::Brotli => ".br",
        }
    }

    /// The bytes, packed as small as can be.
    ///
    /// # Errors
    /// Never by itself; the packers give what their writers give, and these write to memory.
    pub(super) fn pack(self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        match self {
            Self::Gzip => {
                let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
                encoder.write_all(bytes)?;
                encoder.finish()
            }
            Self::Brotli => {
                let parameters = BrotliEncoderParams {
                    quality: 11,
                    size_hint: bytes.len(),
                    ..BrotliEncoderParams::default()
                };
                let mut packed = Vec::new();
                brotli::BrotliCompress(&mut io::Cursor::new(bytes), &mut packed, &parameters)?;
                Ok(packed)
            }
        }
    }
}

/// Whether a file of this name is a text. Pictures and documents are packed by themselves, and
/// proofs and tiles are read by programs that ask for them as they are.
pub(super) fn is_worth_packing(path: &str) -> bool {
    const TEXTS: [&str; 10] = [
        "html", "css", "js", "json", "xml", "svg", "txt", "csv", "ics", "link",
    ];
    path.rsplit_once('.')
        .is_some_and(|(_, ending)| TEXTS.contains(&ending))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_packed_can_be_unpacked_and_is_always_the_same() {
        let text = "What a council has to offer. ".repeat(200);
        for packing in Packing::ALL {
            let packed = packing.pack(text.as_bytes()).unwrap();
            assert_eq!(packed, packing.pack(text.as_bytes()).unwrap());
            assert!(packed.len() < text.len() / 10);
            let mut read = String::new();
            match packing {
                Packing::Gzip => flate2::read::GzDecoder::new(packed.as_slice())
                    .read_to_string(&mut read)
                    .unwrap(),
                Packing::Brotli => brotli::Decompressor::new(packed.as_slice(), 4096)
                    .read_to_string(&mut read)
                    .unwrap(),
            };
            assert_eq!(read, text);
        }
    }

    #[test]
    fn only_texts_are_packed() {
        for text in [
            "index.html",
            "static/site.0a.css",
            "a/feed.xml",
            "_x/timemap.link",
        ] {
            assert!(is_worth_packing(text), "{text}");
        }
        for other in [
            "a/plan.pdf",
            "a/x.jpeg",
            "tile/0/000",
            "vkey",
            "index.html.gz",
        ] {
            assert!(!is_worth_packing(other), "{other}");
        }
    }
}
