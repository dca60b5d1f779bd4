//! What stays of a WebP file (RFC 9649).

use img_parts::riff::{RiffChunk, RiffContent};
use img_parts::webp::{
    CHUNK_ALPH, CHUNK_ANIM, CHUNK_ANMF, CHUNK_EXIF, CHUNK_ICCP, CHUNK_VP8, CHUNK_VP8L, CHUNK_VP8X,
    WebP,
};
use img_parts::{Bytes, ImageEXIF};

use super::orientation::{only, orientation};

const KEPT: [[u8; 4]; 7] = [
    CHUNK_VP8X, CHUNK_VP8, CHUNK_VP8L, CHUNK_ALPH, CHUNK_ANIM, CHUNK_ANMF, CHUNK_ICCP,
];

/// What the first chunk announces (2.7.1): that there is Exif, or XMP.
const HAS_EXIF: u8 = 0b1000;
const HAS_XMP: u8 = 0b100;

/// The file without what it says about itself; `None` where it breaks off or holds no picture.
pub(super) fn canonical(bytes: Bytes) -> Option<Vec<u8>> {
    let mut picture = WebP::from_bytes(bytes).ok()?;
    let exif = only(picture.exif().as_deref().and_then(orientation));
    let chunks = picture.chunks_mut();
    chunks.retain(|chunk| KEPT.contains(&chunk.id()) && chunk.content().data().is_some());
    if !chunks.iter().any(|chunk| chunk.id() != CHUNK_VP8X) {
        return None;
    }
    // Only a file that begins with announcements may hold Exif: readers pass over it elsewhere.
    let announced = chunks.first_mut().filter(|chunk| chunk.id() == CHUNK_VP8X);
    if let Some(RiffContent::Data(data)) = announced.map(RiffChunk::content_mut) {
        let mut announcements = data.to_vec();
        if let Some(flags) = announcements.first_mut() {
            *flags &= !(HAS_EXIF | HAS_XMP);
            if let Some(exif) = exif {
                *flags |= HAS_EXIF;
                *data = Bytes::from(announcements);
                chunks.push(RiffChunk::new(CHUNK_EXIF, RiffContent::Data(exif)));
            } else {
                *data = Bytes::from(announcements);
            }
        }
    }
    Some(picture.encoder().bytes().to_vec())
}

/// Which way up the file says the picture is.
pub(super) fn turned(bytes: Bytes) -> Option<u8> {
    orientation(&WebP::from_bytes(bytes).ok()?.exif()?)
}
