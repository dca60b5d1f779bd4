//! Reading over HTTP, against a server in the test.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::test_server::{Reply, Server};
use super::{Bound, Limits, ReadError, Reader, WebReader};

/// The pauses that a reader would have made.
#[derive(Clone, Default)]
struct Waits(Arc<Mutex<Vec<Duration>>>);

impl Waits {
    fn seconds(&self) -> Vec<f64> {
        let list = self.0.lock().unwrap();
        list.iter().map(Duration::as_secs_f64).collect()
    }
}

fn limits() -> Limits {
    Limits {
        bytes_per_file: 1000,
        bytes_in_all: 1_000_000,
        requests: 100,
        pause: Duration::ZERO,
        timeout: Duration::from_secs(5),
        tries: 3,
    }
}

fn reader(address: &str, limits: Limits, keep: Option<&Path>) -> (WebReader, Waits) {
    let waits = Waits::default();
    let list = Arc::clone(&waits.0);
    let wait = Box::new(move |length: Duration| {
        if !length.is_zero() {
            list.lock().unwrap().push(length);
        }
    });
    let reader = WebReader::with_wait(address, limits, keep, wait).unwrap();
    (reader, waits)
}

/// Reads one file from a server that gives one answer.
fn read_one(reply: Reply) -> (Result<Option<Vec<u8>>, ReadError>, usize, Vec<f64>) {
    let server = Server::start(move |_, _| reply.clone());
    let (reader, waits) = reader(&server.address(), limits(), None);
    let result = reader.read("derby/record/checkpoint");
    (result, server.heads().len(), waits.seconds())
}

fn error_of(reply: Reply) -> ReadError {
    read_one(reply).0.unwrap_err()
}

#[test]
fn reads_a_file_below_the_prefix_and_says_who_asks() {
    let server = Server::start(|_, _| Reply::found(b"three lines"));
    for address in [
        format!("{}/offers", server.address()),
        format!("{}/offers/", server.address()),
    ] {
        let (reader, _) = reader(&address, limits(), None);
        let bytes = reader.read("derby/a file%.txt").unwrap().unwrap();
        assert_eq!(bytes, b"three lines");
        assert_eq!(reader.name(), format!("{}/offers/", server.address()));
    }
    assert_eq!(server.paths(), ["/offers/derby/a%20file%25.txt"; 2]);
    let head = server.heads()[0].to_ascii_lowercase();
    assert!(head.contains("user-agent: offerbook-verify/"), "{head}");
    assert!(head.contains("accept-encoding: gzip\r\n"), "{head}");
}

#[test]
fn nothing_is_there() {
    for status in ["404 Not Found", "410 Gone"] {
        let (result, requests, _) = read_one(Reply::new(status, "", b"<h1>Sorry</h1>"));
        assert_eq!(result, Ok(None));
        assert_eq!(requests, 1);
    }
}

#[test]
fn a_refusal_is_told_in_words_and_not_repeated() {
    let (result, requests, _) = read_one(Reply::new("403 Forbidden", "", b""));
    let error = result.unwrap_err();
    assert!(matches!(error, ReadError::Refused { status: 403, .. }));
    assert!(error.to_string().contains("the site does not allow it"));
    assert_eq!(requests, 1);
}

#[test]
fn paths_that_leave_the_site_are_refused_before_anything_is_asked() {
    let server = Server::start(|_, _| Reply::found(b"secret"));
    let (reader, _) = reader(&server.address(), limits(), None);
    for path in [
        "", "/a", "../a", "a/../b", "a//b", "a\\b", "a\0b", "./a", "a/",
    ] {
        for result in [reader.read(path), reader.read_lasting(path)] {
            assert!(
                matches!(result, Err(ReadError::BadPath { .. })),
                "{path:?}: {result:?}"
            );
        }
    }
    assert!(server.heads().is_empty());
}

#[test]
fn follows_the_site_on_the_same_host_only() {
    let server = Server::start(|path, _| match path {
        "/a" => Reply::redirect("/folder/b"),
        "/folder/b" => Reply::redirect("c?x=1#y"),
        "/folder/c?x=1" => Reply::found(b"there"),
        "/away" => Reply::redirect("http://elsewhere.example/a"),
        "/port" => Reply::redirect("http://127.0.0.1:1/a"),
        "/up" => Reply::redirect("../a"),
        "/nowhere" => Reply::new("302 Found", "", b""),
        _ => Reply::found(b""),
    });
    let (reader, _) = reader(&server.address(), limits(), None);
    assert_eq!(reader.read("a").unwrap().unwrap(), b"there");
    for path in ["away", "port"] {
        let error = reader.read(path).unwrap_err();
        assert!(matches!(error, ReadError::MovedAway { .. }), "{error:?}");
    }
    for path in ["up", "nowhere"] {
        let error = reader.read(path).unwrap_err();
        assert!(matches!(error, ReadError::NotUnderstood { .. }), "{error}");
    }
}

#[test]
fn does_not_go_round_in_circles() {
    let (result, requests, _) = read_one(Reply::redirect("/derby/record/checkpoint"));
    let error = result.unwrap_err();
    assert!(error.to_string().contains("in circles"), "{error}");
    assert_eq!(requests, 4);
}

#[test]
fn waits_as_long_as_the_site_asks() {
    for (headers, seconds) in [
        ("Retry-After: 7\r\n", 7.0),
        (
            "Date: Wed, 21 Oct 2026 07:28:00 GMT\r\nRetry-After: Wed, 21 Oct 2026 07:28:09 GMT\r\n",
            9.0,
        ),
        ("Retry-After: soon\r\n", 1.0),
        ("", 1.0),
    ] {
        let server = Server::start(move |_, number| match number {
            0 => Reply::new("503 Service Unavailable", headers, b""),
            _ => Reply::found(b"now"),
        });
        let (reader, waits) = reader(&server.address(), limits(), None);
        assert_eq!(reader.read("a").unwrap().unwrap(), b"now");
        assert_eq!(waits.seconds(), [seconds]);
    }
}

#[test]
fn does_not_ask_again_when_the_site_wants_to_be_left_alone_for_long() {
    let reply = Reply::new("429 Too Many Requests", "Retry-After: 3600\r\n", b"");
    let (result, requests, waits) = read_one(reply);
    let error = result.unwrap_err().to_string();
    assert!(error.contains("left alone for 60 minutes"), "{error}");
    assert!(error.contains("--keep"), "{error}");
    assert_eq!((requests, waits.len()), (1, 0));
}

#[test]
fn gives_up_after_growing_pauses() {
    let (result, requests, waits) = read_one(Reply::new("500 Oh", "", b""));
    let error = result.unwrap_err();
    assert!(matches!(error, ReadError::Refused { status: 500, .. }));
    assert_eq!(requests, 3);
    assert_eq!(waits, [1.0, 2.0]);
}

#[test]
fn nothing_answers() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let (reader, waits) = reader(&address, limits(), None);
    let error = reader.read("a").unwrap_err();
    assert!(matches!(error, ReadError::NotReachable { .. }));
    assert!(
        error.to_string().contains("nothing answers there"),
        "{error}"
    );
    assert!(error.to_string().contains("--keep FOLDER"), "{error}");
    assert_eq!(waits.seconds(), [1.0, 2.0]);
}

#[test]
fn a_server_without_a_secure_connection_is_asked_once() {
    // What a server on an open connection says when it is spoken to in another language.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("https://{}", listener.local_addr().unwrap());
    let server = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let _ = stream.read(&mut [0; 2000]);
        let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
    });
    let (reader, waits) = reader(&address, limits(), None);
    let error = reader.read("a").unwrap_err();
    server.join().unwrap();
    assert!(matches!(error, ReadError::NotSecure { .. }), "{error:?}");
    assert!(waits.seconds().is_empty());
}

#[test]
fn the_open_address_of_a_secure_site_is_read_securely() {
    let address = super::address::Address::parse("http://example.gov.uk/a").unwrap();
    let page = address.below("b");
    let next = page.redirected("https://example.gov.uk/a/b").unwrap();
    assert!(next.is_upgrade_of(&page) && next.has_same_path(&page));
    assert_eq!(page.secured(), next);
}

#[test]
fn an_endless_file_is_cut_off() {
    let head = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";
    let (result, requests, _) = read_one(Reply::raw(head, b"").endless());
    let error = result.unwrap_err();
    assert!(matches!(error, ReadError::TooLarge { most: 1000, .. }));
    assert!(error.to_string().contains("--file-limit"), "{error}");
    assert_eq!(requests, 1);
}

#[test]
fn a_file_as_large_as_allowed_is_read() {
    let (result, _, _) = read_one(Reply::found(&[7; 1000]));
    assert_eq!(result.unwrap().unwrap().len(), 1000);
    let error = error_of(Reply::found(&[7; 1001]));
    assert!(matches!(error, ReadError::TooLarge { .. }));
}

#[test]
fn a_slow_answer_times_out() {
    let server = Server::start(|_, _| Reply::found(b"late").late(400));
    let limits = Limits {
        timeout: Duration::from_millis(100),
        tries: 1,
        ..limits()
    };
    let (reader, _) = reader(&server.address(), limits, None);
    let error = reader.read("a").unwrap_err();
    assert!(matches!(error, ReadError::NotReachable { .. }));
    assert!(error.to_string().contains("1 second and more"), "{error}");
}

#[test]
fn a_file_that_breaks_off_is_asked_for_again() {
    let broken = "HTTP/1.1 200 OK\r\nContent-Length: 50\r\nConnection: close\r\n\r\nhalf";
    let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\nhal";
    for head in [broken, chunked] {
        let server = Server::start(move |_, number| match number {
            0 => Reply::raw(head, b""),
            _ => Reply::found(b"whole"),
        });
        let (reader, _) = reader(&server.address(), limits(), None);
        assert_eq!(reader.read("a").unwrap().unwrap(), b"whole");
        let error = error_of(Reply::raw(head, b""));
        assert!(matches!(error, ReadError::NotReachable { .. }), "{error}");
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

const PACKED: &str = "Content-Encoding: gzip\r\n";

#[test]
fn unpacks_gzip() {
    let packed = gzip(b"three lines");
    let (result, _, _) = read_one(Reply::new("200 OK", PACKED, &packed));
    assert_eq!(result.unwrap().unwrap(), b"three lines");
    let (empty, _, _) = read_one(Reply::new("200 OK", PACKED, b""));
    assert_eq!(empty.unwrap().unwrap(), b"");

    let mut damaged = packed.clone();
    damaged[packed.len() - 5] ^= 1;
    for bytes in [damaged.as_slice(), &packed[..20]] {
        let error = error_of(Reply::new("200 OK", PACKED, bytes));
        assert!(error.to_string().contains("damaged"), "{error}");
    }
}

#[test]
fn what_unpacks_to_too_much_is_cut_off() {
    let packed = gzip(&[0; 100_000]);
    assert!(packed.len() < 1000);
    let error = error_of(Reply::new("200 OK", PACKED, &packed));
    assert!(
        matches!(error, ReadError::TooLarge { most: 1000, .. }),
        "{error}"
    );
}

#[test]
fn other_packings_and_other_successes_are_refused() {
    let error = error_of(Reply::new("200 OK", "Content-Encoding: br\r\n", b"x"));
    assert!(matches!(error, ReadError::NotUnderstood { .. }));
    let error = error_of(Reply::new("206 Partial Content", "", b"x"));
    assert!(matches!(error, ReadError::NotUnderstood { .. }));
    let error = error_of(Reply::raw("SSH-2.0-Other\r\n\r\n", b""));
    assert!(matches!(error, ReadError::NotUnderstood { .. }), "{error}");
}

#[test]
fn stops_at_the_bound_on_requests() {
    let server = Server::start(|_, _| Reply::found(b"x"));
    let limits = Limits {
        requests: 2,
        pause: Duration::from_millis(300),
        ..limits()
    };
    let (reader, waits) = reader(&server.address(), limits, None);
    assert!(reader.read("a").is_ok() && reader.read("b").is_ok());
    let error = reader.read("c").unwrap_err();
    assert!(matches!(
        error,
        ReadError::TooMany {
            bound: Bound::Requests(2),
            ..
        }
    ));
    let text = error.to_string();
    assert!(text.contains("--request-limit") && text.contains("--keep FOLDER"));
    assert_eq!(server.paths(), ["/a", "/b"]);
    assert_eq!(waits.seconds(), [0.3]);
}

#[test]
fn stops_at_the_bound_on_bytes() {
    let server = Server::start(|_, _| Reply::found(&[1; 600]));
    let limits = Limits {
        bytes_in_all: 1000,
        ..limits()
    };
    let (reader, _) = reader(&server.address(), limits, None);
    assert!(reader.read("a").is_ok());
    for path in ["b", "c"] {
        let error = reader.read(path).unwrap_err();
        assert!(matches!(
            error,
            ReadError::TooMany {
                bound: Bound::Bytes(1000),
                ..
            }
        ));
        assert!(error.to_string().contains("--total-limit"), "{error}");
    }
    assert_eq!(server.paths(), ["/a", "/b"]);
}

#[test]
fn one_request_at_a_time_from_many_threads() {
    let server = Server::start(|path, _| Reply::found(path.as_bytes()));
    let (reader, _) = reader(&server.address(), limits(), None);
    std::thread::scope(|scope| {
        for number in 0..8 {
            let reader = &reader;
            scope.spawn(move || {
                let bytes = reader.read(&format!("{number}")).unwrap().unwrap();
                assert_eq!(bytes, format!("/{number}").as_bytes());
            });
        }
    });
    assert_eq!(server.heads().len(), 8);
}
