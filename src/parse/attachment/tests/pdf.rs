//! PDF files, with and without object streams.

use super::*;
use Sort::*;

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A stream object with this dictionary.
fn stream(number: usize, dictionary: &str, body: &[u8]) -> Vec<u8> {
    let mut bytes = format!(
        "{number} 0 obj\n<<{dictionary}/Length {}>>stream\r\n",
        body.len()
    )
    .into_bytes();
    bytes.extend(body);
    bytes.extend(b"\nendstream\nendobj\n");
    bytes
}

fn file(objects: &[&[u8]]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n%\xE2\xE3\xCF\xD3\n".to_vec();
    bytes.extend(objects.concat());
    bytes
}

/// A file with a table of contents and a trailer, whose properties are object 1.
fn plain(objects: &str) -> Vec<u8> {
    file(&[
        objects.as_bytes(),
        b"xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 9/Root 2 0 R/Info 1 0 R>>\nstartxref\n9\n%%EOF",
    ])
}

/// A file whose objects are all in an object stream, and whose table is a stream too.
fn with_packed_objects(objects: &[&str], packing: &str) -> Vec<u8> {
    let (mut head, mut body) = (String::new(), String::new());
    for (index, object) in objects.iter().enumerate() {
        head.push_str(&format!("{} {} ", index + 1, body.len()));
        body.push_str(object);
        body.push(' ');
    }
    let whole = [head.as_bytes(), body.as_bytes()].concat();
    let bytes = if packing.is_empty() {
        whole
    } else {
        packed(&whole)
    };
    let dictionary = format!(
        "/Type/ObjStm/N {}/First {}{packing}",
        objects.len(),
        head.len()
    );
    let table = stream(
        21,
        "/Type/XRef/Size 9/Root 2 0 R/Info 1 0 R/W[1 2 1]",
        b"\x01\0\0\0",
    );
    file(&[&stream(20, &dictionary, &bytes), &table])
}

#[test]
fn a_clean_file_gives_nothing() {
    let objects = "1 0 obj<</Creator(Microsoft Word)/Producer(Microsoft Word)/CreationDate(D:2026)>>endobj \
        2 0 obj<</Type/Catalog/Pages 3 0 R>>endobj 4 0 obj<</Type/Annot/Subtype/Link/A<</S/URI\
        /URI(https://www.exampleshire.gov.uk)>>>>endobj 5 0 obj<</Subtype/Widget/T(Name)>>endobj \
        6 0 obj<</Title(Chapter)/Parent 7 0 R>>endobj ";
    assert_found(&plain(objects), &[]);
    let contents = read("a.pdf", &plain(objects)).unwrap();
    assert!(!contents.text_read);
    assert_found(
        &with_packed_objects(&["<</Producer(x)>>", "<</Type/Catalog>>"], ""),
        &[],
    );
}

const PROPERTIES: &str = "<</Author(One \\(J\\) Author)/Title<FEFF004F0066006600650072>/Company(Exampleshire)\
    /Creator(C:\\\\Users\\\\jb\\\\a.doc)>>";
const EXPECTED: [(Sort, &str); 4] = [
    (Author, "One (J) Author"),
    (Company, "Exampleshire"),
    (Title, "Offer"),
    (FormerPath, r"C:\Users\jb\a.doc"),
];

#[test]
fn properties_are_read_wherever_they_stand() {
    assert_found(&plain(&format!("1 0 obj{PROPERTIES}endobj\n")), &EXPECTED);
    assert_found(&with_packed_objects(&[PROPERTIES], ""), &EXPECTED);
    assert_found(
        &with_packed_objects(&[PROPERTIES], "/Filter/FlateDecode"),
        &EXPECTED,
    );
    assert_found(
        &with_packed_objects(&[PROPERTIES], "/Filter[/FlateDecode]"),
        &EXPECTED,
    );
}

#[test]
fn properties_may_be_objects_of_their_own() {
    assert_found(
        &plain("1 0 obj<</Author 5 0 R>>endobj 5 0 obj(One Author)endobj "),
        &[(Author, "One Author")],
    );
}

#[test]
fn a_dictionary_that_no_trailer_names_is_not_the_properties() {
    assert_found(&plain("8 0 obj<</Title(Chapter)>>endobj "), &[]);
}

#[test]
fn an_earlier_state_is_read_too() {
    let mut bytes = plain("1 0 obj<</Author(One Author)/Producer(x)>>endobj ");
    bytes.extend(b"\n1 0 obj<</Author()/Producer(x)>>endobj trailer<</Info 1 0 R>>%%EOF");
    assert_found(&bytes, &[(Author, "One Author")]);
}

#[test]
fn comments_are_counted_by_author() {
    let objects = "3 0 obj<</Type/Annot/Subtype/Text/T(One Author)/Contents(Ask Ash)>>endobj \
        4 0 obj<</Type/Page/Annots[<</Subtype/Highlight/T(One Author)>><</Subtype/Popup/T(One Author)>>\
        <</Subtype/FreeText/Contents(Elm)>><</Subtype/Square>><</Subtype/Ink/T 9 0 R>>\
        <</Subtype/Redact>>]>>endobj 9 0 obj(Two Author)endobj ";
    assert_found(
        &plain(objects),
        &[
            (Comment, "without a name, 1 comment"),
            (Comment, "One Author, 2 comments"),
            (Comment, "Two Author, 1 comment"),
            (
                HiddenText,
                "words marked for redaction, which are still in the file",
            ),
        ],
    );
    assert!(read("a", &plain(objects)).unwrap().text.contains("Ask Ash"));
}

#[test]
fn files_inside_and_links_to_files() {
    let objects = "3 0 obj<</Type/Filespec/F(names.xlsx)/EF<</F 4 0 R>>>>endobj \
        4 0 obj<</S/Launch/F(C:\\\\Work\\\\b.doc)>>endobj 5 0 obj<</URI(file:///C:/Users/jb/c.doc)>>endobj ";
    assert_found(
        &plain(objects),
        &[
            (EmbeddedFile, "names.xlsx"),
            (FormerPath, r"C:\Work\b.doc"),
            (FormerPath, "C:/Users/jb/c.doc"),
        ],
    );
}

#[test]
fn xmp_and_photographs_are_read() {
    let packet = b"<x:xmpmeta><dc:creator><rdf:li>One Author</rdf:li></dc:creator></x:xmpmeta>";
    let photograph = super::pictures::jpeg_with_place();
    let trailer = b"trailer<</Root 2 0 R>>";
    for (dictionary, body) in [
        ("", packet.to_vec()),
        ("/Filter/FlateDecode", packed(packet)),
    ] {
        let dictionary = format!("/Type/Metadata/Subtype/XML{dictionary}");
        let bytes = file(&[
            &stream(3, &dictionary, &body),
            &stream(4, "/Subtype/Image/Filter/DCTDecode", &photograph),
            trailer,
        ]);
        assert_found(
            &bytes,
            &[
                (Author, "One Author"),
                (Gps, "a place is stored (picture in the PDF)"),
            ],
        );
    }
}

#[test]
fn lengths_that_lie_do_not_lead_astray() {
    for length in [
        "/Length 3",
        "/Length 99999",
        "/Length 8 0 R",
        "/Length -1",
        "",
    ] {
        let object = format!(
            "3 0 obj<<{length}>>stream\n(( 9 0 obj <</Author(no)/Producer(no)>> \nendstream endobj\n\
             1 0 obj<</Author(Jo)>>endobj "
        );
        assert_found(&plain(&object), &[(Author, "Jo")]);
    }
}

#[test]
fn a_locked_file_is_said_to_be_locked() {
    let bytes = file(&[
        b"1 0 obj<</Author(\x8A\x01)/Producer(x)>>endobj trailer<</Encrypt 5 0 R/Info 1 0 R>>",
    ]);
    assert_eq!(read("a.pdf", &bytes), Err(Unreadable::Encrypted));
    let table = stream(21, "/Type/XRef/Encrypt 5 0 R/W[1 2 1]", b"\x01\0\0\0");
    assert_eq!(read("a.pdf", &file(&[&table])), Err(Unreadable::Encrypted));
}

#[test]
fn a_file_that_cannot_be_read_is_said_to_be_damaged() {
    let odd = with_packed_objects(&[PROPERTIES], "/Filter/LZWDecode");
    for bytes in [b"%PDF-1.4".as_slice(), b"%PDF-1.4\n1 0 obj<</A 1>>", &odd] {
        assert!(matches!(read("a.pdf", bytes), Err(Unreadable::Damaged(_))));
    }
}
