//! Going on where a run stopped.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::test_server::{Reply, Server};
use super::{Limits, ReadError, Reader, WebReader};

const PATH: &str = "derby/record/tile/0/000";

fn reader(server: &Server, keep: &Path) -> WebReader {
    let limits = Limits {
        bytes_per_file: 1000,
        pause: Duration::ZERO,
        tries: 1,
        ..Limits::default()
    };
    WebReader::new(&server.address(), limits, Some(keep)).unwrap()
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut list = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            list.extend(files(&path));
        } else {
            list.push(path);
        }
    }
    list
}

#[test]
fn a_kept_file_is_not_asked_for_again() {
    let folder = tempfile::tempdir().unwrap();
    let keep = folder.path().join("new/keep");
    let server = Server::start(|_, _| Reply::found(b"for ever"));
    for _ in 0..2 {
        let bytes = reader(&server, &keep).read_lasting(PATH).unwrap();
        assert_eq!(bytes.unwrap(), b"for ever");
    }
    assert_eq!(server.heads().len(), 1);
    let kept = files(&keep);
    assert_eq!(kept.len(), 1, "{kept:?}");
    assert!(kept[0].ends_with(PATH), "{kept:?}");
}

#[test]
fn what_may_change_is_asked_for_each_time() {
    let keep = tempfile::tempdir().unwrap();
    let server = Server::start(|_, number| Reply::found(number.to_string().as_bytes()));
    let reader = reader(&server, keep.path());
    assert_eq!(reader.read(PATH).unwrap().unwrap(), b"0");
    assert_eq!(reader.read(PATH).unwrap().unwrap(), b"1");
    assert!(files(keep.path()).is_empty());
}

#[test]
fn what_is_not_surely_whole_is_not_kept() {
    let broken = "HTTP/1.1 200 OK\r\nContent-Length: 50\r\nConnection: close\r\n\r\nhalf";
    let unclear = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nmaybe half";
    let keep = tempfile::tempdir().unwrap();

    let server = Server::start(move |_, _| Reply::raw(broken, b""));
    let error = reader(&server, keep.path()).read_lasting(PATH).unwrap_err();
    assert!(matches!(error, ReadError::NotReachable { .. }));
    assert!(
        error.to_string().contains("the same --keep folder"),
        "{error}"
    );

    let server = Server::start(move |_, _| Reply::raw(unclear, b""));
    let bytes = reader(&server, keep.path()).read_lasting(PATH).unwrap();
    assert_eq!(bytes.unwrap(), b"maybe half");

    let server = Server::start(|_, _| Reply::new("404 Not Found", "", b"sorry"));
    let bytes = reader(&server, keep.path()).read_lasting(PATH).unwrap();
    assert_eq!(bytes, None);

    assert!(files(keep.path()).is_empty());
}

#[test]
fn two_sites_share_a_folder() {
    let keep = tempfile::tempdir().unwrap();
    let one = Server::start(|_, _| Reply::found(b"one"));
    let two = Server::start(|_, _| Reply::found(b"two"));
    for _ in 0..2 {
        let bytes = reader(&one, keep.path()).read_lasting(PATH).unwrap();
        assert_eq!(bytes.unwrap(), b"one");
        let bytes = reader(&two, keep.path()).read_lasting(PATH).unwrap();
        assert_eq!(bytes.unwrap(), b"two");
    }
    assert_eq!((one.heads().len(), two.heads().len()), (1, 1));
}

#[test]
fn odd_names_stay_apart_inside_the_folder() {
    let keep = tempfile::tempdir().unwrap();
    let server = Server::start(|path, _| Reply::found(path.as_bytes()));
    let reader = reader(&server, keep.path());
    let paths = ["a:b", "a%3Ab", "a?b", "a b", "é", "con*|<>\"", "a%2Fb"];
    for path in paths {
        reader.read_lasting(path).unwrap().unwrap();
    }
    let kept = files(keep.path());
    assert_eq!(kept.len(), paths.len(), "{kept:?}");
    assert_eq!(server.heads().len(), paths.len());
}

#[test]
fn a_folder_that_cannot_be_used_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "x").unwrap();
    let result = WebReader::new(
        "https://example.org/",
        Limits::default(),
        Some(&file.join("keep")),
    );
    let Err(error) = result else {
        panic!("a file is no folder");
    };
    assert!(matches!(error, ReadError::Disk { kept: true, .. }));
    assert!(error.to_string().contains("--keep"), "{error}");
}
