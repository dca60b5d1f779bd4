//! Whole files, made here, and what each gives away.

mod hostile;
mod office;
mod open_document;
mod pdf;
mod pictures;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;

/// A zip file with these parts.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let parts: Vec<_> = parts
        .iter()
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    package_of_bytes(&parts)
}

fn package_of_bytes(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The parts with those of an office file before them.
fn office(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut all = vec![("[Content_Types].xml", "<Types/>")];
    all.extend_from_slice(parts);
    package(&all)
}

/// What a file gives away, as pairs.
fn found(bytes: &[u8]) -> Vec<(Sort, String)> {
    let contents = read("file", bytes).unwrap();
    contents
        .found
        .into_iter()
        .map(|found| (found.sort, found.value))
        .collect()
}

/// Holds what a file gives away against what it should.
#[track_caller]
fn assert_found(bytes: &[u8], expected: &[(Sort, &str)]) {
    let expected: Vec<_> = expected
        .iter()
        .map(|(sort, value)| (*sort, (*value).to_owned()))
        .collect();
    assert_eq!(found(bytes), expected);
}

#[test]
fn an_unknown_format_gives_nothing() {
    for bytes in [
        b"GIF89a\x01\x00\x01\x00\x80\x00\x00".as_slice(),
        b"\x00\x01\x02\x03",
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
    ] {
        let contents = read("a.docx", bytes).unwrap();
        assert_eq!(contents, Contents::default());
    }
}

#[test]
fn texts_of_any_sort_are_read_as_they_are_written() {
    for bytes in [
        b"Oak House".as_slice(),
        b"\xEF\xBB\xBFOak House",
        b"\xFF\xFEO\0a\0k\0 \0H\0o\0u\0s\0e\0",
        b"\xFE\xFF\0O\0a\0k\0 \0H\0o\0u\0s\0e",
        b"<svg><title>Oak House</title></svg>",
        b"{\\rtf1 Oak House \\'e9}",
        b"caf\xE9 at Oak House",
    ] {
        let contents = read("a.bin", bytes).unwrap();
        assert!(
            contents.text_read && contents.text.contains("Oak House"),
            "{contents:?}"
        );
    }
}

#[test]
fn the_bytes_decide_and_not_the_ending() {
    let bytes = office(&[(
        "docProps/core.xml",
        "<c><dc:creator>One Author</dc:creator></c>",
    )]);
    for name in ["a.docx", "a.pdf", "a", ""] {
        let contents = read(name, &bytes).unwrap();
        assert_eq!(contents.found.len(), 1, "{name}");
    }
    let late =
        b"\r\n\r\n%PDF-1.4\n1 0 obj<</Author(One Author)/Producer(x)>>endobj trailer<</Info 1 0 R>>";
    assert_eq!(read("a.PDF", late).unwrap().found.len(), 1);
    assert_eq!(read("a.txt", late).unwrap().found.len(), 0);
}

#[test]
fn a_locked_office_file_is_said_to_be_locked() {
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    assert_eq!(read("old.doc", &bytes), Ok(Contents::default()));
    bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(read("a.docx", &bytes), Err(Unreadable::Encrypted));
}

#[test]
fn every_sort_says_what_it_is_and_how_to_mend_it() {
    use Sort::*;
    for sort in [
        Author,
        LastModifiedBy,
        Manager,
        Company,
        Comment,
        TrackedChange,
        HiddenSheet,
        HiddenRowsOrColumns,
        HiddenText,
        PivotData,
        SpeakerNotes,
        Gps,
        CameraSerial,
        PersonShown,
        Title,
        Keywords,
        FormerPath,
        EmbeddedFile,
        Text,
    ] {
        assert!(!sort.what().is_empty());
        assert!(sort.help().ends_with('.'), "{sort:?}");
        assert!(!sort.help().contains("  ") && !sort.help().contains('\u{2014}'));
    }
    assert!(Author.is_person() && PersonShown.is_person());
    assert!(!Gps.is_person() && !Title.is_person() && !Company.is_person());
}

#[test]
fn messages_say_what_to_do() {
    for (unreadable, word) in [
        (Unreadable::Encrypted, "password"),
        (
            Unreadable::Damaged("it breaks off".to_owned()),
            "it breaks off",
        ),
        (Unreadable::TooLarge, "too large"),
    ] {
        assert!(unreadable.to_string().contains(word));
    }
}
