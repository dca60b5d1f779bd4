//! What can go wrong while reading a site, told to people who are not programmers.

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use super::{FILE_LIMIT_OPTION, KEEP_OPTION, REQUEST_LIMIT_OPTION, TOTAL_LIMIT_OPTION};

/// Text that comes from elsewhere is shown up to this many characters.
const SHOWN: usize = 200;

/// Why something could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReadError {
    /// The address of the site cannot be used.
    BadAddress {
        /// As it was given, without what may be secret.
        address: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// The path of a file leads out of the site, or names no file.
    BadPath {
        /// As it was given.
        path: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// There is no such folder.
    NoFolder {
        /// As it was given.
        folder: PathBuf,
    },
    /// No whole answer came.
    NotReachable {
        /// What was asked for.
        address: String,
        /// What happened.
        reason: String,
        /// Another computer that requests go through, if this one is set to use it.
        proxy: Option<String>,
        /// Whether lasting files are being kept.
        keeping: bool,
    },
    /// No secure connection could be made, so nothing was asked.
    NotSecure {
        /// What was to be asked for.
        address: String,
        /// What the secure connection finds wrong, in its own words.
        detail: String,
    },
    /// The site answered that it will not hand out the file, or cannot.
    Refused {
        /// What was asked for.
        address: String,
        /// The number of the answer.
        status: u16,
        /// How long the site asks to be left alone, if that is longer than is waited for here.
        wait: Option<Duration>,
        /// Whether lasting files are being kept.
        keeping: bool,
    },
    /// The site sends its readers to another site, or from a secure connection to an open one.
    MovedAway {
        /// What was asked for.
        address: String,
        /// Where it sends them.
        target: String,
    },
    /// An answer came that makes no sense here.
    NotUnderstood {
        /// What was asked for.
        address: String,
        /// What is wrong with the answer.
        reason: String,
    },
    /// One file is larger than allowed.
    TooLarge {
        /// Which: an address or a file's place.
        place: String,
        /// The most bytes that one file may hold.
        most: u64,
    },
    /// Everything together is more than allowed.
    TooMany {
        /// What was to be asked for next, or was being received.
        address: String,
        /// Which bound was reached.
        bound: Bound,
        /// Whether lasting files are being kept.
        keeping: bool,
    },
    /// A file on this computer cannot be read or written.
    Disk {
        /// Which.
        place: PathBuf,
        /// What the system says.
        reason: String,
        /// Whether it is a kept file; else it is one of the site's.
        kept: bool,
    },
}

/// A bound on everything together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// So many requests.
    Requests(u64),
    /// So many bytes.
    Bytes(u64),
}

impl ReadError {
    /// What is wrong and where, as a sentence without a full stop.
    pub fn message(&self) -> String {
        match self {
            Self::BadAddress { address, reason } => format!(
                "“{}” is not an address that a site can be read from: {reason}",
                shown(address)
            ),
            Self::BadPath { path, reason } => {
                format!("the path “{}” is refused: {reason}", shown(path))
            }
            Self::NoFolder { folder } => {
                format!("there is no folder “{}”", shown(&folder.to_string_lossy()))
            }
            Self::NotReachable {
                address, reason, ..
            } => format!("{} could not be read: {reason}", shown(address)),
            Self::NotSecure { address, detail } => format!(
                "no secure connection to {} could be made ({})",
                shown(address),
                shown(detail)
            ),
            Self::Refused {
                address, status, ..
            } => format!(
                "{} was not handed out: {} (answer {status})",
                shown(address),
                status_in_words(*status)
            ),
            Self::MovedAway { address, target } => format!(
                "{} sends its readers on to {}, which is another site or a less secure way to it",
                shown(address),
                shown(target)
            ),
            Self::NotUnderstood { address, reason } => {
                format!("the answer from {} is of no use: {reason}", shown(address))
            }
            Self::TooLarge { place, most } => format!(
                "{} is larger than the {} that one file may have, and was not read to its end",
                shown(place),
                amount(*most)
            ),
            Self::TooMany { address, bound, .. } => {
                format!("stopped at {}, {bound}", shown(address))
            }
            Self::Disk {
                place,
                reason,
                kept,
            } => format!(
                "the {} “{}” cannot be {}: {reason}",
                if *kept { "kept file" } else { "file" },
                shown(&place.to_string_lossy()),
                if *kept { "used" } else { "read" }
            ),
        }
    }

    /// What to do, as a sentence without a full stop.
    pub fn help(&self) -> String {
        match self {
            Self::BadAddress { .. } => {
                "give the address that the site's first page has in a browser, such as \
                 https://www.example.gov.uk/offers/"
                    .to_owned()
            }
            Self::BadPath { .. } => {
                "a path leads from the site's root to one file and stays inside the site; if the \
                 site itself names this one, tell whoever publishes it"
                    .to_owned()
            }
            Self::NoFolder { .. } => {
                "name the folder that holds the site's first index.html; an address on the web \
                 starts with https://"
                    .to_owned()
            }
            Self::NotReachable { proxy, keeping, .. } => help_when_not_reached(proxy, *keeping),
            Self::NotSecure { .. } => {
                "open the address in a browser; if it warns of the certificate there too, tell                  whoever looks after the site's server; if not, your network may look into secure                  connections: run the command on another network, or copy the site into a folder                  and name that folder"
                    .to_owned()
            }
            Self::Refused {
                status,
                wait,
                keeping,
                ..
            } => help_when_refused(*status, *wait, *keeping),
            Self::MovedAway { .. } => {
                "if that is where the site lives now, run the command again with its new address"
                    .to_owned()
            }
            Self::NotUnderstood { .. } => {
                "open the address in a browser; if it looks right there, tell whoever looks after \
                 the site's server"
                    .to_owned()
            }
            Self::TooLarge { .. } => format!(
                "if so large a file is to be expected, run the same command again with a larger \
                 {FILE_LIMIT_OPTION}"
            ),
            Self::TooMany { bound, keeping, .. } => {
                let option = match bound {
                    Bound::Requests(_) => REQUEST_LIMIT_OPTION,
                    Bound::Bytes(_) => TOTAL_LIMIT_OPTION,
                };
                format!("{}, or raise the bound with {option}", again(*keeping))
            }
            Self::Disk { kept: true, .. } => format!(
                "name another folder with {KEEP_OPTION}, or leave the option out to keep nothing"
            ),
            Self::Disk { .. } => {
                "see to it that you may read the file, then run the same command again".to_owned()
            }
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}; {}", self.message(), self.help())
    }
}

impl std::error::Error for ReadError {}

impl fmt::Display for Bound {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Requests(most) => write!(formatter, "after {most} requests, the most allowed"),
            Self::Bytes(most) => write!(
                formatter,
                "as {} is the most that may be received in all",
                amount(*most)
            ),
        }
    }
}

/// How to go on where a run stopped.
fn again(keeping: bool) -> String {
    if keeping {
        format!(
            "run the same command again with the same {KEEP_OPTION} folder: it goes on where it \
             stopped"
        )
    } else {
        format!(
            "run the same command again with {KEEP_OPTION} FOLDER: what is read is kept there, and \
             each further run goes on where the last one stopped"
        )
    }
}

fn help_when_not_reached(proxy: &Option<String>, keeping: bool) -> String {
    let through = match proxy {
        Some(proxy) => format!(
            " (this computer is set to reach the web through the proxy {}; ask whoever looks after \
             it whether that lets the request pass)",
            shown(proxy)
        ),
        None => String::new(),
    };
    format!(
        "open the address in a browser to see whether the site is there{through}, then {}",
        again(keeping)
    )
}

fn help_when_refused(status: u16, wait: Option<Duration>, keeping: bool) -> String {
    if let Some(wait) = wait {
        return format!(
            "the site asks to be left alone for {}: wait that long, then {}",
            duration(wait),
            again(keeping)
        );
    }
    match status {
        429 | 500..=599 => format!("wait a while, then {}", again(keeping)),
        _ => "a published site hands its files to everybody: check the address, then tell whoever \
              looks after the site's server"
            .to_owned(),
    }
}

fn status_in_words(status: u16) -> &'static str {
    match status {
        400 => "the site did not understand what was asked",
        401 | 407 => "a name and password are asked for",
        402 => "payment is asked for",
        403 => "the site does not allow it",
        405 => "the site does not let files be read",
        408 => "the site waited for more and gave up",
        414 => "the address is too long for the site",
        429 => "the site finds that it was asked too often",
        451 => "the site may not show it, for legal reasons",
        500 => "something went wrong inside the site",
        502 | 504 => "the server in front of the site does not reach it",
        503 => "the site is overloaded or being worked on",
        _ if status < 500 => "the site refused",
        _ => "the site could not do it",
    }
}

/// Text from elsewhere, made fit for a terminal: one line, no control characters, bounded.
pub(super) fn shown(text: &str) -> String {
    let clean = |character: char| match character {
        // Characters that turn the direction of writing can make an address look like another.
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        _ if character.is_control() => '\u{fffd}',
        _ => character,
    };
    let mut shown: String = text.chars().take(SHOWN).map(clean).collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

/// A number of bytes, in the largest unit that it fills evenly.
fn amount(bytes: u64) -> String {
    match bytes {
        _ if bytes >= 1 << 20 && bytes.is_multiple_of(1 << 20) => format!("{} MB", bytes >> 20),
        _ if bytes >= 1 << 10 && bytes.is_multiple_of(1 << 10) => format!("{} kB", bytes >> 10),
        1 => "1 byte".to_owned(),
        _ => format!("{bytes} bytes"),
    }
}

/// A length of time in words, rounded up.
pub(super) fn duration(length: Duration) -> String {
    let seconds = length.as_millis().div_ceil(1000);
    let (number, unit) = match seconds {
        ..=119 => (seconds, "second"),
        120..=7199 => (seconds.div_ceil(60), "minute"),
        _ => (seconds.div_ceil(3600), "hour"),
    };
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {unit}{plural}")
}
