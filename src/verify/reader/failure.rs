//! Requests that brought no whole answer: what happened in plain words, and whether to ask again.

use std::io::{self, ErrorKind};
use std::time::Duration;

use super::error::duration;

/// What happened to a request.
#[derive(Debug)]
pub(super) struct Failure {
    /// Which sort it is.
    pub(super) sort: Sort,
    /// In plain words.
    pub(super) reason: String,
    /// Whether it may pass if asked again.
    pub(super) may_pass: bool,
}

/// A sort of failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// No whole answer came.
    Silent,
    /// No secure connection could be made.
    Insecure,
    /// An answer came, of which nothing can be made.
    Garbled,
}

impl Failure {
    /// Explains an error. `silence` is how long the site may be silent.
    pub(super) fn explain(error: &ureq::Error, silence: Duration) -> Self {
        match error {
            ureq::Error::Io(error) => Self::of_connection(error, silence),
            ureq::Error::Timeout(_) => Self::passing(slow(silence)),
            ureq::Error::HostNotFound => Self::passing(UNKNOWN_NAME.to_owned()),
            ureq::Error::ConnectionFailed => Self::passing(NO_ANSWER.to_owned()),
            ureq::Error::ConnectProxyFailed(_) | ureq::Error::InvalidProxyUrl => Self::lasting(
                Sort::Silent,
                "the proxy that this computer is set to use did not let it pass".to_owned(),
            ),
            ureq::Error::Tls(_) | ureq::Error::Rustls(_) | ureq::Error::TlsRequired => {
                Self::lasting(Sort::Insecure, error.to_string())
            }
            ureq::Error::Protocol(_) => Self {
                sort: Sort::Garbled,
                reason: format!("it is not written as answers on the web are ({error})"),
                may_pass: true,
            },
            ureq::Error::LargeResponseHeader(..) => Self::lasting(
                Sort::Garbled,
                "what it says before the file itself is far too long".to_owned(),
            ),
            _ => Self::lasting(Sort::Silent, format!("the request failed ({error})")),
        }
    }

    fn of_connection(error: &io::Error, silence: Duration) -> Self {
        match error.kind() {
            ErrorKind::ConnectionRefused => Self::passing(NO_ANSWER.to_owned()),
            ErrorKind::TimedOut | ErrorKind::WouldBlock => Self::passing(slow(silence)),
            ErrorKind::UnexpectedEof
            | ErrorKind::ConnectionReset
            | ErrorKind::ConnectionAborted
            | ErrorKind::BrokenPipe => {
                Self::passing("the connection broke off before the file was whole".to_owned())
            }
            // What the secure connection finds wrong arrives as this. It does not get better by
            // asking again.
            ErrorKind::InvalidData => Self::lasting(Sort::Insecure, error.to_string()),
            _ if is_unknown_name(error) => Self::passing(UNKNOWN_NAME.to_owned()),
            _ => Self::passing(format!("the connection failed ({error})")),
        }
    }

    fn passing(reason: String) -> Self {
        Self {
            sort: Sort::Silent,
            reason,
            may_pass: true,
        }
    }

    fn lasting(sort: Sort, reason: String) -> Self {
        Self {
            sort,
            reason,
            may_pass: false,
        }
    }
}

const NO_ANSWER: &str = "nothing answers there";

const UNKNOWN_NAME: &str =
    "no site of that name is known, or this computer is not connected to the internet";

/// Whether the system says that it does not know a name. That has no kind of its own; where this is
/// not recognised, the system's own words are shown instead.
fn is_unknown_name(error: &io::Error) -> bool {
    // Windows: the host is not known, is not known for now, has no address.
    let on_windows = cfg!(windows) && matches!(error.raw_os_error(), Some(11001 | 11002 | 11004));
    on_windows || error.to_string().starts_with("failed to lookup address")
}

fn slow(silence: Duration) -> String {
    format!(
        "no answer, or no whole one, came although the site was given {} and more",
        duration(silence)
    )
}
