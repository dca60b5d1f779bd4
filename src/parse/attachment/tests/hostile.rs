//! Files that break off, and files made to harm.

use super::*;
use proptest::prelude::*;
use std::panic::catch_unwind;

/// One small file of each format, with something to find in it.
fn samples() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        (
            "docx",
            office(&[
                ("docProps/core.xml", "<c><dc:creator>One Author</dc:creator></c>"),
                ("word/document.xml", "<w:p><w:r><w:t>Kinship</w:t></w:r></w:p>"),
            ]),
        ),
        (
            "xlsx",
            office(&[
                ("xl/workbook.xml", "<w><sheets><sheet name='A' state='hidden'/></sheets></w>"),
                ("xl/worksheets/sheet1.xml", "<w><row hidden='1'><c><v>1</v></c></row></w>"),
            ]),
        ),
        (
            "odt",
            package(&[
                ("mimetype", "application/vnd.oasis.opendocument.text"),
                ("meta.xml", "<m><dc:creator>One Author</dc:creator></m>"),
            ]),
        ),
        (
            "pdf",
            b"%PDF-1.4\n1 0 obj<</Author(One Author)/Producer<41>>>endobj 3 0 obj<</Length 2>>stream\nab\n\
              endstream endobj trailer<</Info 1 0 R>>".to_vec(),
        ),
        ("jpg", super::pictures::jpeg_with_place()),
        ("png", b"\x89PNG\r\n\x1A\n\0\0\0\x09tEXtAuthor\0Jo0000\0\0\0\0IEND0000".to_vec()),
        ("webp", b"RIFF\0\0\0\0WEBPXMP \x0A\0\0\0<a b='c'/>".to_vec()),
    ]
}

#[test]
fn files_that_break_off_anywhere_are_survived() {
    for (name, bytes) in samples() {
        assert!(read(name, &bytes).is_ok(), "{name}");
        for end in 0..bytes.len() {
            let _ = read(name, &bytes[..end]);
        }
    }
}

#[test]
fn files_with_any_one_byte_changed_are_survived() {
    for (name, bytes) in samples() {
        for place in 0..bytes.len() {
            for byte in [0, 0x28, 0x7F, 0xFF] {
                let mut changed = bytes.clone();
                changed[place] = byte;
                let _ = read(name, &changed);
            }
        }
    }
}

#[test]
fn a_zip_file_that_unpacks_to_much_is_too_large() {
    let long = format!("<w>{}</w>", " ".repeat(limits::PART));
    let bytes = office(&[("word/document.xml", &long)]);
    assert!(bytes.len() < 100_000);
    assert_eq!(read("a.docx", &bytes), Err(Unreadable::TooLarge));

    let long = format!("<w>{}</w>", " ".repeat(limits::PART - 100));
    let names: Vec<String> = (1..=4).map(|n| format!("word/header{n}.xml")).collect();
    let parts: Vec<_> = names
        .iter()
        .map(|name| (name.as_str(), long.as_str()))
        .collect();
    assert_eq!(read("a.docx", &office(&parts)), Err(Unreadable::TooLarge));
}

#[test]
fn a_pdf_that_unpacks_to_much_is_too_large() {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(&vec![b' '; limits::PART + 1]).unwrap();
    let body = encoder.finish().unwrap();
    let mut bytes =
        b"%PDF-1.5\n1 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>stream\n".to_vec();
    bytes.extend(body);
    bytes.extend(b"\nendstream endobj trailer<<>>");
    assert_eq!(read("a.pdf", &bytes), Err(Unreadable::TooLarge));
}

#[test]
fn a_large_file_is_too_large() {
    assert_eq!(
        read("a", &vec![0; limits::FILE + 1]),
        Err(Unreadable::TooLarge)
    );
}

#[test]
fn pdfs_made_to_take_long_come_to_an_end() {
    for piece in [
        "(",
        "<",
        "<<",
        "[",
        "1 0 obj(",
        "1 0 obj<<",
        "1 0 obj<</A[",
        "1 0 obj<<>>stream\n",
        "/",
        "%",
        "<<>>",
        "1 0 obj[[[",
        "trailer<<",
        "\\(",
        "1 ",
        "1 0 obj<</Subtype/Text/T(a)>>",
    ] {
        let bytes = format!("%PDF-1.4\n{}", piece.repeat(100_000 / piece.len()));
        let _ = read("a.pdf", bytes.as_bytes());
    }
}

#[test]
fn an_object_that_is_named_often_is_not_read_for_ever() {
    let long = format!("<</A({})>>", "x".repeat(60_000));
    let head = "1 0 ".repeat(20_000);
    let body = [head.as_str(), &long].concat();
    let bytes = format!(
        "%PDF-1.5\n9 0 obj<</Type/ObjStm/N 20000/First {}/Length {}>>stream\n{body}\nendstream endobj trailer<<>>",
        head.len(),
        body.len()
    );
    assert!(matches!(
        read("a.pdf", bytes.as_bytes()),
        Err(Unreadable::Damaged(_))
    ));
}

#[test]
fn lists_in_a_photograph_that_point_at_themselves_come_to_an_end() {
    let bytes = b"II*\0\x08\0\0\0\x02\0\x69\x87\x04\0\x01\0\0\0\x08\0\0\0\x25\x88\x04\0\x01\0\0\0\x08\0\0\0\x08\0\0\0";
    assert!(read("a.tif", bytes).unwrap().found.is_empty());
}

const OPENINGS: [&[u8]; 8] = [
    b"PK\x03\x04",
    b"%PDF-1.7\n1 0 obj",
    b"\xFF\xD8\xFF\xE1",
    b"\xFF\xD8\xFF\xE1\0\x60Exif\0\0II*\0\x08\0\0\0",
    b"\x89PNG\r\n\x1A\n\0\0\0\x20eXIfMM\0*",
    b"RIFF\0\0\0\0WEBPEXIF",
    b"\xFF\xD8\xFF\xED\0\x60Photoshop 3.0\08BIM\x04\x04",
    b"",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_bytes_are_survived(
        opening in 0..OPENINGS.len(),
        bytes in proptest::collection::vec(any::<u8>(), 0..300),
    ) {
        let _ = read("a.pdf", &[OPENINGS[opening], &bytes].concat());
    }

    #[test]
    fn pieces_of_a_pdf_in_any_order_are_survived(
        pieces in "(1 0 obj|<<|>>|\\[|\\]|/Type|/ObjStm|/N 3|/First 2|/Author|\\(x\\)|stream\n|endstream|endobj|trailer|12 0 R|/Subtype/Text|/Info 1 0 R| ){0,50}",
    ) {
        let _ = read("a.pdf", ["%PDF-1.4\n", &pieces].concat().as_bytes());
    }

    #[test]
    fn any_markup_in_office_files_is_survived(
        markup in "(<w:t>|</w:t>|<w:r>|<row hidden='1'>|<c r='ZZZ9'>|<v>|</v>|<col min='0' max='99999999' hidden='1'/>|<col min='9' max='2' hidden='1'/>|<table:table>|<dc:creator>|</dc:creator>|é|&#x0;|&x;|]]>){0,30}",
        part in prop::sample::select(vec![
            "word/document.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml", "ppt/slides/slide1.xml",
            "docProps/core.xml", "xl/comments1.xml",
        ]),
    ) {
        // Whole elements around, so that the reader goes through to the end.
        let _ = read("a", &office(&[(part, &format!("<a>{markup}</a>"))]));
        let _ = read("a", &package(&[
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("content.xml", &markup),
        ]));
    }
}

#[test]
fn reading_twice_gives_the_same() {
    for (name, bytes) in samples() {
        let once = catch_unwind(|| read(name, &bytes)).unwrap();
        assert_eq!(once, read(name, &bytes));
    }
}
