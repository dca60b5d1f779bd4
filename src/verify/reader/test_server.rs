//! A small server for tests: on this computer only, one connection at a time, and it stops by itself.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// A server that no test stops waits so many times before it stops itself: about half a minute.
const MOST_WAITS: u32 = 6_000;
const ONE_WAIT: Duration = Duration::from_millis(5);
/// A body without an end still ends here, should the reader not hang up.
const MOST_ENDLESS: usize = 64 << 20;

/// What the server sends back.
#[derive(Clone, Debug)]
pub(super) struct Reply {
    bytes: Vec<u8>,
    /// So many waits before anything is sent.
    late: u32,
    endless: bool,
}

impl Reply {
    /// An answer with its length.
    pub(super) fn new(status: &str, headers: &str, body: &[u8]) -> Self {
        Self::raw(
            format!(
                "HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n{headers}\r\n",
                body.len()
            ),
            body,
        )
    }

    /// The file as asked for.
    pub(super) fn found(body: &[u8]) -> Self {
        Self::new("200 OK", "", body)
    }

    /// Sends the reader on.
    pub(super) fn redirect(location: &str) -> Self {
        Self::new(
            "301 Moved Permanently",
            &format!("Location: {location}\r\n"),
            b"moved",
        )
    }

    /// Just these bytes.
    pub(super) fn raw(head: impl Into<Vec<u8>>, body: &[u8]) -> Self {
        let mut bytes = head.into();
        bytes.extend_from_slice(body);
        Self {
            bytes,
            late: 0,
            endless: false,
        }
    }

    /// The same after a while, in waits of 5 milliseconds.
    pub(super) fn late(self, waits: u32) -> Self {
        Self {
            late: waits,
            ..self
        }
    }

    /// The same, and then zeros for ever.
    pub(super) fn endless(self) -> Self {
        Self {
            endless: true,
            ..self
        }
    }
}

/// A server; it stops when it is dropped.
pub(super) struct Server {
    port: u16,
    heads: Arc<Mutex<Vec<String>>>,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts one that answers a path and the number of the request, counted from 0.
    pub(super) fn start(answer: impl Fn(&str, usize) -> Reply + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let port = listener.local_addr().unwrap().port();
        let heads = Arc::new(Mutex::new(Vec::new()));
        let stop = Arc::new(AtomicBool::new(false));
        let thread = thread::spawn({
            let (heads, stop) = (Arc::clone(&heads), Arc::clone(&stop));
            move || serve(&listener, &heads, &stop, &answer)
        });
        Self {
            port,
            heads,
            stop,
            thread: Some(thread),
        }
    }

    /// The address of its root.
    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What was asked so far: each request up to its empty line.
    pub(super) fn heads(&self) -> Vec<String> {
        self.heads.lock().unwrap().clone()
    }

    /// The paths that were asked for so far.
    pub(super) fn paths(&self) -> Vec<String> {
        self.heads().iter().map(|head| path_of(head)).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn serve(
    listener: &TcpListener,
    heads: &Mutex<Vec<String>>,
    stop: &AtomicBool,
    answer: &impl Fn(&str, usize) -> Reply,
) {
    for _ in 0..MOST_WAITS {
        if stop.load(Ordering::Relaxed) {
            return;
        }
        let Ok((mut stream, _)) = listener.accept() else {
            thread::sleep(ONE_WAIT);
            continue;
        };
        let Some(head) = read_head(&stream) else {
            continue;
        };
        let number = {
            let mut heads = heads.lock().unwrap();
            heads.push(head.clone());
            heads.len() - 1
        };
        // A reader that hangs up early is what some tests are about.
        let _ = send(&mut stream, &answer(&path_of(&head), number), stop);
    }
}

fn read_head(stream: &TcpStream) -> Option<String> {
    stream.set_nonblocking(false).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(5))).ok()?;
    stream
        .set_write_timeout(Some(Duration::from_secs(5)))
        .ok()?;
    let mut head = String::new();
    let mut lines = BufReader::new(stream.take(64 << 10));
    while !head.ends_with("\r\n\r\n") {
        if lines.read_line(&mut head).ok()? == 0 {
            return None;
        }
    }
    Some(head)
}

fn send(stream: &mut TcpStream, reply: &Reply, stop: &AtomicBool) -> std::io::Result<()> {
    for _ in 0..reply.late {
        if stop.load(Ordering::Relaxed) {
            return Ok(());
        }
        thread::sleep(ONE_WAIT);
    }
    stream.write_all(&reply.bytes)?;
    let zeros = [0; 16 << 10];
    let mut sent = 0;
    while reply.endless && sent < MOST_ENDLESS && !stop.load(Ordering::Relaxed) {
        stream.write_all(&zeros)?;
        sent += zeros.len();
    }
    stream.flush()
}

fn path_of(head: &str) -> String {
    head.split(' ').nth(1).unwrap_or_default().to_owned()
}
