//! Reading from a folder.

use std::fs;
use std::path::Path;

use super::{FolderReader, Limits, ReadError, Reader, open};

fn site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let record = folder.path().join("site/derby/record");
    fs::create_dir_all(&record).unwrap();
    fs::write(record.join("checkpoint"), "three lines").unwrap();
    fs::write(folder.path().join("secret"), "secret").unwrap();
    folder
}

fn reader(folder: &tempfile::TempDir) -> FolderReader {
    FolderReader::new(&folder.path().join("site"), 11).unwrap()
}

#[test]
fn reads_what_is_there() {
    let folder = site();
    let reader = reader(&folder);
    let bytes = reader.read("derby/record/checkpoint").unwrap().unwrap();
    assert_eq!(bytes, b"three lines");
    let bytes = reader.read_lasting("derby/record/checkpoint").unwrap();
    assert_eq!(bytes.unwrap(), b"three lines");
    assert!(reader.name().ends_with("site"));
}

#[test]
fn nothing_is_there() {
    let folder = site();
    let reader = reader(&folder);
    let long = "x".repeat(300);
    for path in [
        "other",
        "derby/other/file",
        "derby/record",
        "derby/record/checkpoint/below",
        long.as_str(),
    ] {
        assert_eq!(reader.read(path), Ok(None), "{path}");
    }
}

#[test]
fn paths_that_leave_the_folder_are_refused() {
    let folder = site();
    let reader = reader(&folder);
    let whole = folder.path().join("secret");
    for path in [
        "",
        "../secret",
        "derby/../../secret",
        "derby//record",
        "derby/./record",
        "derby\\record",
        "derby\0",
        "derby/",
        whole.to_str().unwrap(),
    ] {
        let error = reader.read(path).unwrap_err();
        assert!(matches!(error, ReadError::BadPath { .. }), "{path:?}");
        assert!(!error.to_string().contains('\0'));
    }
}

#[test]
fn too_large() {
    let folder = site();
    fs::write(folder.path().join("site/large"), "twelve bytes").unwrap();
    let error = reader(&folder).read("large").unwrap_err();
    assert!(matches!(error, ReadError::TooLarge { most: 11, .. }));
    assert!(error.to_string().contains("--file-limit"), "{error}");
}

#[cfg(unix)]
#[test]
fn symbolic_links_do_not_lead_out() {
    use std::os::unix::fs::symlink;

    let folder = site();
    let inside = folder.path().join("site");
    symlink(folder.path().join("secret"), inside.join("file")).unwrap();
    symlink(folder.path(), inside.join("folder")).unwrap();
    symlink("../site-two", inside.join("dangling")).unwrap();
    symlink("derby/record/checkpoint", inside.join("within")).unwrap();
    let reader = reader(&folder);
    for path in ["file", "folder/secret"] {
        let error = reader.read(path).unwrap_err();
        assert!(matches!(error, ReadError::BadPath { .. }), "{error:?}");
        assert!(error.to_string().contains("symbolic link"), "{error}");
    }
    assert_eq!(reader.read("dangling"), Ok(None));
    assert_eq!(reader.read("within").unwrap().unwrap(), b"three lines");

    // The folder itself may be a link, as the person named it.
    let link = folder.path().join("link");
    symlink(&inside, &link).unwrap();
    let linked = FolderReader::new(&link, 11).unwrap();
    assert!(linked.read("derby/record/checkpoint").unwrap().is_some());
}

#[test]
fn opens_what_a_person_names() {
    let folder = site();
    let place = folder.path().join("site");
    let reader = open(place.to_str().unwrap(), Limits::default(), None).unwrap();
    assert!(reader.read("derby/record/checkpoint").unwrap().is_some());
    let reader = open("https://www.example.gov.uk/offers", Limits::default(), None).unwrap();
    assert_eq!(reader.name(), "https://www.example.gov.uk/offers/");
    for place in ["www.example.gov.uk/offers", "no/such/folder"] {
        let Err(error) = open(place, Limits::default(), None) else {
            panic!("{place} is no folder");
        };
        assert_eq!(
            error,
            ReadError::NoFolder {
                folder: Path::new(place).to_owned()
            }
        );
        assert!(error.to_string().contains("https://"), "{error}");
    }
}
