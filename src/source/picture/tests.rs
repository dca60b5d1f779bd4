use img_parts::png::PngChunk;
use proptest::prelude::*;

use super::*;
use crate::model::PictureSize;

/// A place, a name and the way up, as a phone writes them: Exif with a list of entries for the
/// picture, in the order of bytes that is asked for.
fn exif(turned: u16, is_little: bool) -> Vec<u8> {
    let short = |number: u16| match is_little {
        true => number.to_le_bytes(),
        false => number.to_be_bytes(),
    };
    let long = |number: u32| match is_little {
        true => number.to_le_bytes(),
        false => number.to_be_bytes(),
    };
    let mut out = if is_little {
        b"II".to_vec()
    } else {
        b"MM".to_vec()
    };
    out.extend(short(42));
    out.extend(long(8));
    out.extend(short(2));
    // The artist, whose name stands behind the list.
    out.extend(short(0x013B));
    out.extend(short(2));
    out.extend(long(12));
    out.extend(long(38));
    out.extend(short(0x0112));
    out.extend(short(3));
    out.extend(long(1));
    out.extend(short(turned));
    out.extend(short(0));
    out.extend(long(0));
    out.extend(b"Zelda Quince");
    out
}

fn segment(marker: u8, contents: &[u8]) -> Vec<u8> {
    let length = u16::try_from(contents.len() + 2).unwrap();
    [&[0xFF, marker][..], &length.to_be_bytes(), contents].concat()
}

/// A JPEG file of 300 by 200 points with the segments that are asked for. Its points are no
/// picture, and nothing here looks at them.
fn jpeg(segments: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"\xFF\xD8".to_vec();
    out.extend(segments.concat());
    out.extend(segment(0xC0, &[8, 0, 200, 1, 44, 1, 1, 0x11, 0]));
    out.extend(segment(0xDA, &[1, 1, 0, 0, 63, 0]));
    // Points, among them one that looks like a marker, and a restart.
    out.extend(b"\x12\xFF\x00\x34\xFF\xD0\x56");
    out.extend(b"\xFF\xD9");
    out
}

fn jfif() -> Vec<u8> {
    segment(0xE0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0")
}

fn jpeg_exif(turned: u16, is_little: bool) -> Vec<u8> {
    segment(0xE1, &[b"Exif\0\0", &exif(turned, is_little)[..]].concat())
}

fn png(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut out = b"\x89PNG\r\n\x1A\n".to_vec();
    for (kind, contents) in chunks {
        let chunk = PngChunk::new(**kind, Bytes::copy_from_slice(contents));
        out.extend_from_slice(&chunk.encoder().bytes());
    }
    out
}

const HEAD: &[u8] = b"\0\0\x01\x2C\0\0\0\xC8\x08\x02\0\0\0";

fn webp(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut inside = b"WEBP".to_vec();
    for (kind, contents) in chunks {
        inside.extend_from_slice(*kind);
        inside.extend(u32::try_from(contents.len()).unwrap().to_le_bytes());
        inside.extend_from_slice(contents);
        inside.extend(vec![0; contents.len() % 2]);
    }
    let length = u32::try_from(inside.len()).unwrap();
    [&b"RIFF"[..], &length.to_le_bytes(), &inside].concat()
}

/// 300 by 200 points, with Exif and XMP.
const ANNOUNCED: &[u8] = &[0b10_1100, 0, 0, 0, 43, 1, 0, 199, 0, 0];

fn canonical(bytes: &[u8]) -> Vec<u8> {
    match picture_form(bytes.to_vec()) {
        PictureForm::Canonical(canonical) => canonical,
        other => panic!("{other:?}"),
    }
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

const TURNED: [u8; 26] = *b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";

#[test]
fn a_photograph_keeps_its_colours_and_which_way_is_up_and_nothing_else() {
    let colours = segment(0xE2, b"ICC_PROFILE\0\x01\x01colours");
    let adobe = segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01");
    let small = [&b"JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01"[..], b"red"].concat();
    let with = jpeg(&[
        segment(0xE0, &small),
        jpeg_exif(6, true),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>Zelda Quince</x>"),
        colours.clone(),
        segment(0xE2, b"MPF\0Zelda Quince"),
        segment(0xED, b"Photoshop 3.0\x008BIM Zelda Quince"),
        adobe.clone(),
        segment(0xFE, b"Zelda Quince took this"),
    ]);
    // A second picture behind the first, as some phones put it there.
    let with = [with, jpeg(&[jpeg_exif(1, false)])].concat();
    let kept = segment(0xE1, &[b"Exif\0\0", &TURNED[..]].concat());
    assert_eq!(canonical(&with), jpeg(&[jfif(), kept, colours, adobe]));
}

#[test]
fn a_picture_that_says_nothing_stays_as_it_is() {
    for bytes in [
        jpeg(&[jfif()]),
        jpeg(&[]),
        png(&[
            (b"IHDR", HEAD),
            (b"pHYs", b"\0\0\0\x01\0\0\0\x01\0"),
            (b"IDAT", b"x"),
            (b"IEND", b""),
        ]),
        webp(&[(b"VP8 ", b"x")]),
        webp(&[
            (b"VP8X", &[0b1_0000, 0, 0, 0, 43, 1, 0, 199, 0, 0]),
            (b"ALPH", b"x"),
            (b"VP8 ", b"xy"),
        ]),
    ] {
        assert_eq!(canonical(&bytes), bytes);
    }
    for other in [&b"GIF89a"[..], b"<svg/>", b"%PDF-1.4", b""] {
        assert_eq!(picture_form(other.to_vec()), PictureForm::Other);
    }
}

#[test]
fn which_way_is_up_is_kept_only_where_it_matters() {
    for (turned, is_kept) in [(1, false), (3, true), (8, true), (0, false), (9, false)] {
        for is_little in [true, false] {
            let stripped = canonical(&jpeg(&[jpeg_exif(turned, is_little)]));
            assert_eq!(holds(&stripped, b"Exif"), is_kept, "{turned}");
            assert!(!holds(&stripped, b"Quince"));
        }
    }
}

#[test]
fn comments_between_scans_go_and_scans_stay() {
    let scan = segment(0xDA, &[1, 1, 0, 0, 63, 0]);
    let table = segment(0xC4, b"\0table");
    let end = &b"\x99\xFF\xD9"[..];
    let mut start = jpeg(&[]);
    start.truncate(start.len() - 2);
    let with = [
        &start[..],
        &segment(0xFE, b"Zelda"),
        &table,
        &segment(0xE1, b"Quince"),
        &scan,
        end,
    ]
    .concat();
    assert_eq!(canonical(&with), [&start[..], &table, &scan, end].concat());
}

#[test]
fn notes_of_a_png_file_go() {
    let with = png(&[
        (b"IHDR", HEAD),
        (b"gAMA", b"\0\0\xB1\x8F"),
        (b"tEXt", b"Author\0Zelda Quince"),
        (b"zTXt", b"Author\0\0packed"),
        (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<x>Zelda Quince</x>"),
        (b"tIME", b"\x07\xEA\x07\x01\0\0\0"),
        (b"IDAT", b"points"),
        (b"prVt", b"Zelda Quince"),
        (b"eXIf", &exif(6, false)),
        (b"IEND", b""),
    ]);
    let with = [&with[..], b"Zelda Quince"].concat();
    let without = png(&[
        (b"IHDR", HEAD),
        (b"eXIf", &TURNED),
        (b"gAMA", b"\0\0\xB1\x8F"),
        (b"IDAT", b"points"),
        (b"IEND", b""),
    ]);
    assert_eq!(canonical(&with), without);
}

#[test]
fn notes_of_a_webp_file_go_and_are_not_announced() {
    let with = |turned| {
        webp(&[
            (b"VP8X", ANNOUNCED),
            (b"ICCP", b"colours"),
            (b"VP8L", b"points"),
            (b"EXIF", &exif(turned, true)),
            (b"XMP ", b"<x>Zelda Quince</x>"),
            (b"NOTE", b"Zelda Quince"),
        ])
    };
    let mut announced = ANNOUNCED.to_vec();
    announced[0] = 0b10_1000;
    let picture: [(&[u8; 4], &[u8]); 2] = [(b"ICCP", b"colours"), (b"VP8L", b"points")];
    assert_eq!(
        canonical(&with(6)),
        webp(&[
            (b"VP8X", &announced),
            picture[0],
            picture[1],
            (b"EXIF", &TURNED)
        ])
    );
    announced[0] = 0b10_0000;
    assert_eq!(
        canonical(&with(1)),
        webp(&[(b"VP8X", &announced), picture[0], picture[1]])
    );
}

#[test]
fn a_broken_picture_is_said_to_be_one() {
    let whole = jpeg(&[jpeg_exif(6, true)]);
    let mut wrong_sum = png(&[(b"IHDR", HEAD), (b"IEND", b"")]);
    wrong_sum[20] ^= 1;
    for broken in [
        &whole[..whole.len() - 2],
        &whole[..30],
        b"\xFF\xD8\xFF",
        &wrong_sum,
        &png(&[(b"IHDR", HEAD)]),
        &webp(&[(b"VP8X", ANNOUNCED)]),
        b"RIFF\xFF\0\0\0WEBPVP8 ",
    ] {
        assert_eq!(picture_form(broken.to_vec()), PictureForm::Unreadable);
    }
}

#[test]
fn sizes_are_those_of_the_picture_the_right_way_up() {
    let size = |width, height| Some(PictureSize { width, height });
    assert_eq!(picture_size(&jpeg(&[jfif()])), size(300, 200));
    assert_eq!(picture_size(&jpeg(&[jpeg_exif(3, true)])), size(300, 200));
    assert_eq!(picture_size(&jpeg(&[jpeg_exif(6, true)])), size(200, 300));
    let turned = png(&[(b"IHDR", HEAD), (b"eXIf", &exif(8, false)), (b"IEND", b"")]);
    assert_eq!(picture_size(&turned), size(200, 300));
    let turned = webp(&[
        (b"VP8X", ANNOUNCED),
        (b"VP8L", b"x"),
        (b"EXIF", &exif(5, true)),
    ]);
    assert_eq!(picture_size(&turned), size(200, 300));
    assert_eq!(picture_size(b"GIF89a\x2C\x01\xC8\0\0\0\0"), size(300, 200));
    for (drawing, is) in [
        (
            "<?xml version=\"1.0\"?><!-- x --><svg width=\"300\" height=\"199.6px\"><g/>",
            size(300, 200),
        ),
        (
            "<s:svg xmlns:s=\"x\" width='300' height='200'/>",
            size(300, 200),
        ),
        ("<svg viewBox=\"0 0 300 200\"/>", None),
        ("<svg width=\"100%\" height=\"200\"/>", None),
        ("<svg width=\"NaN\" height=\"1e9\"/>", None),
        ("<html><svg width=\"300\" height=\"200\"/>", None),
        ("a,b\n1,2\n", None),
    ] {
        assert_eq!(picture_size(drawing.as_bytes()), is, "{drawing}");
    }
}

/// Bytes that begin like a picture and go on like one for a while.
fn almost_a_picture() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..40),
        (any::<u8>(), prop::collection::vec(any::<u8>(), 0..40))
            .prop_map(|(marker, contents)| segment(marker, &contents)),
        (0..10_u16, any::<bool>()).prop_map(|(turned, is_little)| jpeg_exif(turned, is_little)),
        Just(jpeg(&[])[2..].to_vec()),
        Just(
            png(&[
                (b"IHDR", HEAD),
                (b"eXIf", &exif(6, true)),
                (b"tEXt", b"x"),
                (b"IDAT", b"")
            ])[8..]
                .to_vec()
        ),
        Just(png(&[(b"IEND", b"")])[8..].to_vec()),
        Just(
            webp(&[
                (b"VP8X", ANNOUNCED),
                (b"VP8 ", b"abc"),
                (b"EXIF", &exif(6, true))
            ])[12..]
                .to_vec()
        ),
    ];
    let start = prop_oneof![
        Just(b"\xFF\xD8".to_vec()),
        Just(b"\x89PNG\r\n\x1A\n".to_vec()),
        (0..200_u32).prop_map(|length| [&b"RIFF"[..], &length.to_le_bytes(), b"WEBP"].concat()),
        Just(b"\0\0\0\x18ftypavif".to_vec()),
        Just(b"<svg ".to_vec()),
    ];
    (start, prop::collection::vec(piece, 0..6))
        .prop_map(|(start, pieces)| [start, pieces.concat()].concat())
}

proptest! {
    #[test]
    fn stripping_twice_is_stripping_once(bytes in almost_a_picture()) {
        if let PictureForm::Canonical(once) = picture_form(bytes.clone()) {
            prop_assert_eq!(picture_form(once.clone()), PictureForm::Canonical(once));
        }
        let _ = picture_size(&bytes);
    }

    #[test]
    fn no_bytes_make_it_stop(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = picture_form(bytes.clone());
        let _ = picture_size(&bytes);
    }

    #[test]
    fn a_picture_keeps_its_size(turned in 0..10_u16, is_little in any::<bool>()) {
        for bytes in [
            jpeg(&[jpeg_exif(turned, is_little)]),
            png(&[(b"IHDR", HEAD), (b"eXIf", &exif(turned, is_little)), (b"IEND", b"")]),
            webp(&[(b"VP8X", ANNOUNCED), (b"VP8 ", b"x"), (b"EXIF", &exif(turned, is_little))]),
        ] {
            prop_assert_eq!(picture_size(&canonical(&bytes)), picture_size(&bytes));
        }
    }
}
