//! Photographs and pictures.

use super::*;
use Sort::*;

/// A TIFF structure, little end first, with a list of entries (tag, type, value of any length).
type Entries<'a> = &'a [(u16, u16, &'a [u8])];

fn list(start: usize, entries: Entries<'_>) -> Vec<u8> {
    let mut list = u16::try_from(entries.len()).unwrap().to_le_bytes().to_vec();
    let mut values = Vec::new();
    let values_start = start + 2 + entries.len() * 12 + 4;
    for (tag, kind, value) in entries {
        let size = match kind {
            5 => 8,
            4 => 4,
            _ => 1,
        };
        list.extend(tag.to_le_bytes());
        list.extend(kind.to_le_bytes());
        list.extend(u32::try_from(value.len() / size).unwrap().to_le_bytes());
        if value.len() <= 4 {
            list.extend(value.iter().chain(&[0; 4]).take(4));
        } else {
            let place = u32::try_from(values_start + values.len()).unwrap();
            list.extend(place.to_le_bytes());
            values.extend_from_slice(value);
        }
    }
    list.extend([0; 4]);
    list.extend(values);
    list
}

/// The image's own list, then one of places or of the camera's particulars.
fn tiff(own: Entries<'_>, pointer: u16, other: Entries<'_>) -> Vec<u8> {
    let mut entries = own.to_vec();
    entries.push((pointer, 4, &[0; 4]));
    let place = 8 + list(8, &entries).len();
    let at = u32::try_from(place).unwrap().to_le_bytes();
    entries.pop();
    entries.push((pointer, 4, &at));
    let mut bytes = b"II*\0\x08\0\0\0".to_vec();
    bytes.extend(list(8, &entries));
    bytes.extend(list(place, other));
    bytes
}

fn jpeg(segments: &[(u8, &[u8])]) -> Vec<u8> {
    let mut bytes = b"\xFF\xD8".to_vec();
    for (marker, body) in segments {
        bytes.extend([0xFF, *marker]);
        bytes.extend(u16::try_from(body.len() + 2).unwrap().to_be_bytes());
        bytes.extend_from_slice(body);
    }
    bytes.extend(b"\xFF\xDA\0\x02picture\xFF\xD9");
    bytes
}

fn exif(tiff: &[u8]) -> Vec<u8> {
    [b"Exif\0\0", tiff].concat()
}

/// Degrees, minutes and seconds, each one over one.
const DEGREES: [u8; 24] = [
    1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0,
];

pub(super) fn jpeg_with_place() -> Vec<u8> {
    let places = tiff(&[], 0x8825, &[(1, 2, b"N\0"), (2, 5, &DEGREES)]);
    jpeg(&[(0xE1, &exif(&places))])
}

fn png(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1A\n".to_vec();
    for (kind, body) in chunks.iter().chain(&[(b"IEND", b"".as_slice())]) {
        bytes.extend(u32::try_from(body.len()).unwrap().to_be_bytes());
        bytes.extend_from_slice(*kind);
        bytes.extend_from_slice(body);
        bytes.extend([0; 4]);
    }
    bytes
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn clean_pictures_give_nothing() {
    assert_found(&jpeg(&[(0xE0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0")]), &[]);
    let orientation = tiff(&[(0x0112, 3, b"\x01\0")], 0x8769, &[]);
    assert_found(&jpeg(&[(0xE1, &exif(&orientation))]), &[]);
    assert_found(
        &png(&[(b"IHDR", &[0; 13]), (b"tEXt", b"Software\0GIMP")]),
        &[],
    );
    let contents = read("a.jpg", &jpeg(&[])).unwrap();
    assert!(contents.text.is_empty() && !contents.text_read);
}

#[test]
fn a_place_is_reported_and_not_repeated() {
    assert_found(&jpeg_with_place(), &[(Gps, "a place is stored")]);
}

#[test]
fn a_place_of_nothing_is_none() {
    let places = tiff(&[], 0x8825, &[(0, 1, b"\x02\x03\0\0"), (2, 5, &[0; 24])]);
    assert_found(&jpeg(&[(0xE1, &exif(&places))]), &[]);
}

#[test]
fn a_photograph_names_its_owner_and_camera() {
    let bytes = tiff(
        &[(0x013B, 2, b"One Author\0"), (0x9C9D, 1, b"T\0w\0o\0\0\0")],
        0x8769,
        &[(0xA430, 2, b"Three Author\0"), (0xA431, 2, b"012345\0")],
    );
    let expected = [
        (Author, "One Author"),
        (Author, "Two"),
        (Author, "Three Author"),
        (CameraSerial, "012345"),
    ];
    assert_found(&jpeg(&[(0xE1, &exif(&bytes))]), &expected);
    assert_found(&png(&[(b"eXIf", &bytes)]), &expected);
    assert_found(&bytes, &expected);
    let mut webp = b"RIFF\0\0\0\0WEBPEXIF".to_vec();
    webp.extend(u32::try_from(bytes.len()).unwrap().to_le_bytes());
    webp.extend(&bytes);
    assert_found(&webp, &expected);
}

#[test]
fn big_ends_first_are_read_too() {
    let bytes = b"MM\0*\0\0\0\x08\0\x01\x01\x3B\0\x02\0\0\0\x03Jo\0\0\0\0\0\0";
    assert_found(bytes, &[(Author, "Jo")]);
}

const PACKET: &str = "<?xpacket begin='' id='x'?><x:xmpmeta><rdf:RDF><rdf:Description \
    aux:SerialNumber='77' exif:GPSLatitude='51,30N'><dc:creator><rdf:Seq><rdf:li>One Author</rdf:li>\
    <rdf:li>Two Author</rdf:li></rdf:Seq></dc:creator><mwg-rs:Regions><rdf:li><rdf:Description \
    mwg-rs:Name='Ash' mwg-rs:Type='Face'/></rdf:li></mwg-rs:Regions><stRef:filePath>C:\\Users\\jb\\a.psd\
    </stRef:filePath></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>   ";

#[test]
fn xmp_names_people_places_and_faces() {
    let expected = [
        (CameraSerial, "77"),
        (Gps, "a place is stored"),
        (Author, "One Author"),
        (Author, "Two Author"),
        (PersonShown, "Ash"),
        (FormerPath, r"C:\Users\jb\a.psd"),
    ];
    let segment = ["http://ns.adobe.com/xap/1.0/\0", PACKET].concat();
    assert_found(&jpeg(&[(0xE1, segment.as_bytes())]), &expected);
    let plain = ["XML:com.adobe.xmp\0\0\0\0\0", PACKET].concat();
    assert_found(&png(&[(b"iTXt", plain.as_bytes())]), &expected);
    let mut packed_note = b"XML:com.adobe.xmp\0\x01\0\0\0".to_vec();
    packed_note.extend(packed(PACKET.as_bytes()));
    assert_found(&png(&[(b"iTXt", &packed_note)]), &expected);
}

#[test]
fn agency_notes_name_the_photographer() {
    let mut records = b"\x1C\x02\x50\0\x0AOne Author\x1C\x02\x19\0\x03kin".to_vec();
    records.push(0);
    let mut segment = b"Photoshop 3.0\08BIM\x04\x25\0\0\0\0\0\x01x\08BIM\x04\x04\0\0".to_vec();
    segment.extend(u32::try_from(records.len()).unwrap().to_be_bytes());
    segment.extend(&records);
    assert_found(
        &jpeg(&[(0xED, &segment)]),
        &[(Author, "One Author"), (Keywords, "kin")],
    );
}

#[test]
fn notes_in_a_picture() {
    let mut note = b"Comment\0\0".to_vec();
    note.extend(packed(b"For Ash"));
    assert_found(
        &png(&[(b"tEXt", b"Author\0On\xF6 Author"), (b"zTXt", &note)]),
        &[(Author, "Onö Author"), (Keywords, "For Ash")],
    );
    assert_found(&jpeg(&[(0xFE, b"by Jo")]), &[(Keywords, "by Jo")]);
}

#[test]
fn a_note_that_unpacks_to_much_is_cut() {
    let mut note = b"Author\0\0".to_vec();
    note.extend(packed(&vec![b'a'; 5 * 1024 * 1024]));
    let chunks: Vec<(&[u8; 4], &[u8])> = vec![(b"zTXt", &note); 200];
    assert_eq!(found(&png(&chunks))[0].1.chars().count(), limits::VALUE + 1);
}

#[test]
fn what_a_broken_picture_gives_away_is_still_told() {
    let mut bytes = jpeg_with_place();
    bytes.truncate(bytes.len() - 12);
    assert_found(&bytes, &[(Gps, "a place is stored")]);
    assert!(matches!(
        read("a.jpg", b"\xFF\xD8\xFF\xE1\0"),
        Err(Unreadable::Damaged(_))
    ));
}
