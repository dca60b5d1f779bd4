//! What stays of a PNG file (W3C PNG, third edition).

use img_parts::png::{Png, PngChunk};
use img_parts::{Bytes, ImageEXIF};

use super::orientation::{only, orientation};

/// What belongs to the picture beside the chunks that every reader must know: transparency,
/// colours, the background, how large a point is, and the pictures of an animation.
const KEPT: [&[u8; 4]; 14] = [
    b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV", b"cLLI", b"bKGD",
    b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

/// The file without what it says about itself; `None` where it breaks off or a checksum is wrong.
pub(super) fn canonical(bytes: Bytes) -> Option<Vec<u8>> {
    let mut picture = Png::from_bytes(bytes).ok()?;
    let is_whole = picture.chunks().first().map(PngChunk::kind) == Some(*b"IHDR")
        && picture.chunks().last().map(PngChunk::kind) == Some(*b"IEND");
    if !is_whole {
        return None;
    }
    let exif = only(picture.exif().as_deref().and_then(orientation));
    picture.chunks_mut().retain(|chunk| {
        let kind = chunk.kind();
        // A capital first letter: nobody can show the picture without it (5.4).
        kind.first().is_some_and(u8::is_ascii_uppercase) || KEPT.contains(&&kind)
    });
    picture.set_exif(exif);
    Some(picture.encoder().bytes().to_vec())
}

/// Which way up the file says the picture is.
pub(super) fn turned(bytes: Bytes) -> Option<u8> {
    orientation(&Png::from_bytes(bytes).ok()?.exif()?)
}
