//! Verifying a site over HTTP, as somebody outside the council does.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "in a test, failing is how one says that something is wrong"
)]

mod common;

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use common::{Program, Site, project};

/// A web server for the files of a folder below `/sub/`, until the test ends.
struct Server {
    address: String,
    requests: Arc<AtomicUsize>,
}

impl Server {
    fn of(folder: &Path) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/sub/", listener.local_addr().unwrap());
        let requests = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&requests);
        let folder = folder.to_owned();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten().take(20_000) {
                let folder = folder.clone();
                let counted = Arc::clone(&counted);
                std::thread::spawn(move || serve(&stream, &folder, &counted));
            }
        });
        Self { address, requests }
    }
}

fn serve(stream: &TcpStream, folder: &Path, counted: &AtomicUsize) {
    let mut reader = BufReader::new(stream);
    loop {
        let mut first = String::new();
        if reader.read_line(&mut first).unwrap_or(0) == 0 {
            return;
        }
        let mut line = String::new();
        while reader.read_line(&mut line).unwrap_or(0) > 2 {
            line.clear();
        }
        counted.fetch_add(1, Ordering::Relaxed);
        let path = first.split(' ').nth(1).unwrap_or("/");
        let file = path.strip_prefix("/sub/").unwrap_or("none");
        let (status, body) = match fs::read(folder.join(file)) {
            Ok(body) => ("200 OK", body),
            Err(_) => ("404 Not Found", Vec::new()),
        };
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        let mut out = stream;
        if out
            .write_all(head.as_bytes())
            .and_then(|()| out.write_all(&body))
            .is_err()
        {
            return;
        }
    }
}

/// The sample, built.
fn built() -> (Site, PathBuf) {
    let root = Site::empty();
    common::copy_folder(&project().join("published"), &root.at("published"));
    common::copy_folder(&project().join("content"), &root.at("content"));
    fs::copy(
        project().join("site-config.toml"),
        root.at("site-config.toml"),
    )
    .unwrap();
    let ran = root.run(&["build"]);
    assert_eq!(ran.code, Some(0), "{}", ran.all());
    let public = root.at("public");
    (root, public)
}

fn verify(arguments: &[&str]) -> (Option<i32>, String) {
    let all = [&["verify", "--pause", "0"], arguments].concat();
    let ran = Program::new(project(), &all).finish();
    (ran.code, ran.all())
}

#[test]
fn a_site_on_the_web_is_verified_and_a_changed_page_is_found() {
    let (_site, public) = built();
    let server = Server::of(&public);
    let address = server.address.as_str();
    let (code, told) = verify(&[address, "--authority", "derby"]);
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("are what was recorded"), "{told}");
    assert!(told.contains("All that could be checked holds."), "{told}");

    let page = public.join("derby/concordat/index.html");
    let text = fs::read_to_string(&page).unwrap();
    fs::write(&page, text.replacen("police", "policy", 2)).unwrap();
    let (code, told) = verify(&[address, "--authority", "derby"]);
    assert_eq!(code, Some(1), "{told}");
    assert!(
        told.contains("derby/concordat/index.html does not say what was recorded"),
        "{told}"
    );
}

#[test]
fn reading_is_bounded_and_goes_on_where_it_stopped() {
    let (_site, public) = built();
    let server = Server::of(&public);
    let address = server.address.as_str();
    let (code, told) = verify(&[address, "--authority", "derby", "--request-limit", "5"]);
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("--request-limit"), "{told}");

    let kept = tempfile::tempdir().unwrap();
    let keep = kept.path().to_str().unwrap();
    let count = || server.requests.swap(0, Ordering::Relaxed);
    count();
    let arguments = [address, "--authority", "derby", "--keep", keep];
    assert_eq!(verify(&arguments).0, Some(0));
    let first = count();
    assert_eq!(verify(&arguments).0, Some(0));
    let second = count();
    assert!(
        second < first,
        "kept files are not read again: {first} {second}"
    );
}

#[test]
fn what_is_not_a_site_is_told() {
    let (_site, public) = built();
    let server = Server::of(&public.join("derby"));
    let (code, told) = verify(&[server.address.as_str()]);
    assert_eq!(code, Some(1));
    assert!(told.contains("is not the first page of a site"), "{told}");
    let (code, told) = verify(&["http://127.0.0.1:9/"]);
    assert_eq!(code, Some(1));
    assert!(told.contains("127.0.0.1:9"), "{told}");
}

#[test]
fn a_record_written_anew_contradicts_the_councils_that_saw_it() {
    let (site, _) = built();
    for gone in [
        "log/entries",
        "log/checkpoints",
        "publications/concordat/2026-11-17",
    ] {
        fs::remove_dir_all(site.at(&format!("published/derby/{gone}"))).unwrap();
    }
    let key = project().join("tests/keys/demonstration.key");
    let sealed = site.run(&["seal", "derby", "--key", key.to_str().unwrap()]);
    assert_eq!(sealed.code, Some(0), "{}", sealed.all());
    let ran = site.run(&["verify", "--authority", "derby"]);
    assert_eq!(ran.code, Some(1), "{}", ran.all());
    let words = "The checkpoint in the record of exampleshire does not fit: the first 3 entries of this record are not those that were signed then";
    assert!(ran.stdout.contains(words), "{}", ran.all());
    // The site as it was built shows the old record still, and the old is what was seen.
    let ran = site.run(&["verify", "public", "--authority", "derby"]);
    assert_eq!(ran.code, Some(0), "{}", ran.all());
    let words = "The checkpoint in the record of exampleshire: its 3 entries are the first ones";
    assert!(ran.stdout.contains(words), "{}", ran.all());
    site.run(&["build"]);
    let ran = site.run(&["verify", "public", "--authority", "derby"]);
    assert_eq!(ran.code, Some(1), "{}", ran.all());
    fs::remove_dir_all(site.at("published/exampleshire")).unwrap();
    let ran = site.run(&["verify", "--authority", "derby"]);
    assert_eq!(ran.code, Some(0), "nobody else saw it: {}", ran.all());
}
