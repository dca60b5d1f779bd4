//! Reading a site over HTTP or HTTPS: one request at a time, with pauses, within bounds.

use std::io;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use ureq::http::Response;
use ureq::http::header::LOCATION;
use ureq::{Agent, Body, Proxy};

use super::address::{Address, NotFollowed};
use super::body::{Packing, end_is_known, receive};
use super::error::shown;
use super::failure::{Failure, Sort};
use super::keep::Keep;
use super::pace::{self, Wait};
use super::{Bound, Limits, ReadError, Reader, check_path};

const USER_AGENT: &str = concat!("offerbook-verify/", env!("CARGO_PKG_VERSION"));

/// How often one file's request may be sent on to another address of the same host.
const MOST_REDIRECTS: u32 = 3;

/// How many times the allowed silence a whole answer may take. Without such a bound, a server that
/// sends one byte now and then could hold us for ever.
const SLOWEST: u32 = 20;

/// A site on the web.
pub struct WebReader {
    address: Address,
    limits: Limits,
    keep: Option<Keep>,
    agent: Agent,
    /// Another computer that requests go through, as messages name it.
    proxy: Option<String>,
    wait: Wait,
    /// Held while a request is under way, so that there is one at a time.
    progress: Mutex<Progress>,
}

/// What was done so far.
#[derive(Debug, Default)]
struct Progress {
    requests: u64,
    bytes: u64,
    /// Whether the site asked to be read over a secure connection.
    secured: bool,
}

/// A file as it was received.
struct File {
    bytes: Vec<u8>,
    /// Whether it is known that nothing is missing at its end.
    surely_whole: bool,
}

/// Why a try failed.
enum Setback {
    /// It would fail again.
    Lasting(ReadError),
    /// It may go better, after as long as the site asks for.
    Passing(ReadError, Option<Duration>),
}

impl From<ReadError> for Setback {
    fn from(error: ReadError) -> Self {
        Self::Lasting(error)
    }
}

impl WebReader {
    /// Reads from an address, and keeps lasting files in a folder if one is given. Nothing is asked
    /// of the site yet.
    ///
    /// Requests go through the proxy that the environment names, as many offices have no other way
    /// out; for a site on this computer itself it is not used.
    ///
    /// # Errors
    ///
    /// When the address cannot be used, or the folder cannot be made.
    pub fn new(address: &str, limits: Limits, keep: Option<&Path>) -> Result<Self, ReadError> {
        Self::with_wait(address, limits, keep, pace::real())
    }

    /// The same, with something else to wait with.
    pub(super) fn with_wait(
        address: &str,
        limits: Limits,
        keep: Option<&Path>,
        wait: Wait,
    ) -> Result<Self, ReadError> {
        let address = Address::parse(address)?;
        let keep = match keep {
            Some(folder) => Some(Keep::new(folder, &address)?),
            None => None,
        };
        let proxy = match address.is_on_this_computer() {
            true => None,
            false => Proxy::try_from_env(),
        };
        Ok(Self {
            address,
            limits,
            keep,
            // Only host and port: the rest may hold a password.
            proxy: proxy
                .as_ref()
                .map(|proxy| format!("{}:{}", proxy.host(), proxy.port())),
            agent: agent(limits.timeout, proxy),
            wait,
            progress: Mutex::default(),
        })
    }

    /// Waits for its turn. A thread that died while it had the turn left nothing half done.
    fn turn(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks for a file, as often as allowed.
    fn fetch(&self, path: &str) -> Result<Option<File>, ReadError> {
        let mut progress = self.turn();
        let mut failed = 0;
        loop {
            match self.try_once(&mut progress, path) {
                Ok(file) => return Ok(file),
                Err(Setback::Lasting(error)) => return Err(error),
                Err(Setback::Passing(error, asked)) => {
                    failed += 1;
                    if failed >= self.limits.tries {
                        return Err(error);
                    }
                    (self.wait)(asked.unwrap_or_else(|| pace::growing(failed)));
                }
            }
        }
    }

    /// Asks for a file once, and goes where the site sends us.
    fn try_once(&self, progress: &mut Progress, path: &str) -> Result<Option<File>, Setback> {
        let mut address = self.address.below(path);
        if progress.secured {
            address = address.secured();
        }
        for _ in 0..=MOST_REDIRECTS {
            let response = self.ask(progress, &address)?;
            match response.status().as_u16() {
                200 => return self.receive(progress, &address, response).map(Some),
                404 | 410 => return Ok(None),
                301 | 302 | 303 | 307 | 308 => {
                    let next = next_address(&address, &response)?;
                    // Else every further file would be asked for twice.
                    progress.secured |=
                        next.is_upgrade_of(&address) && next.has_same_path(&address);
                    address = next;
                }
                _ => return Err(self.refusal(&address, &response)),
            }
        }
        Err(not_understood(&address, "the site sends its readers round in circles").into())
    }

    /// Makes one request, if one more is allowed.
    fn ask(&self, progress: &mut Progress, address: &Address) -> Result<Response<Body>, Setback> {
        if progress.requests >= self.limits.requests {
            return Err(self.stopped(address, Bound::Requests(self.limits.requests)));
        }
        if progress.bytes >= self.limits.bytes_in_all {
            return Err(self.stopped(address, Bound::Bytes(self.limits.bytes_in_all)));
        }
        if progress.requests > 0 {
            (self.wait)(self.limits.pause);
        }
        progress.requests += 1;
        self.agent
            .get(address.to_string())
            .call()
            .map_err(|error| self.setback(address, &error))
    }

    /// Receives and unpacks the file in an answer.
    fn receive(
        &self,
        progress: &mut Progress,
        address: &Address,
        response: Response<Body>,
    ) -> Result<File, Setback> {
        let (head, body) = response.into_parts();
        let Some(packing) = Packing::of(&head.headers) else {
            let reason = "it is packed in a way that was not asked for";
            return Err(not_understood(address, reason).into());
        };
        let most = self.limits.bytes_per_file;
        let left = self.limits.bytes_in_all.saturating_sub(progress.bytes);
        let received = receive(body.into_reader(), most.min(left));
        progress.bytes = progress.bytes.saturating_add(received.bytes.len() as u64);
        if received.overflows && left < most {
            return Err(self.stopped(address, Bound::Bytes(self.limits.bytes_in_all)));
        }
        if received.overflows {
            return Err(too_large(address, most));
        }
        received.end.map_err(|error| self.broken(address, error))?;
        let unpacked = packing.unpack(received.bytes, most);
        if unpacked.overflows {
            return Err(too_large(address, most));
        }
        unpacked.end.map_err(|error| {
            let reason = format!("it is damaged and cannot be unpacked ({error})");
            Setback::Passing(not_understood(address, &reason), None)
        })?;
        Ok(File {
            bytes: unpacked.bytes,
            surely_whole: packing == Packing::Gzip || end_is_known(&head.headers),
        })
    }

    fn broken(&self, address: &Address, error: io::Error) -> Setback {
        self.setback(address, &ureq::Error::from(error))
    }

    fn setback(&self, address: &Address, error: &ureq::Error) -> Setback {
        let failure = Failure::explain(error, self.limits.timeout);
        let error = match failure.sort {
            Sort::Garbled => not_understood(address, &failure.reason),
            Sort::Insecure => ReadError::NotSecure {
                address: address.to_string(),
                detail: failure.reason,
            },
            Sort::Silent => ReadError::NotReachable {
                address: address.to_string(),
                reason: failure.reason,
                proxy: self.proxy.clone(),
                keeping: self.keep.is_some(),
            },
        };
        if failure.may_pass {
            Setback::Passing(error, None)
        } else {
            Setback::Lasting(error)
        }
    }

    /// An answer that hands nothing out.
    fn refusal(&self, address: &Address, response: &Response<Body>) -> Setback {
        let status = response.status().as_u16();
        if status < 400 {
            let reason = format!("it is neither the file nor a refusal (answer {status})");
            return not_understood(address, &reason).into();
        }
        let asked = match status {
            429 | 503 => pace::asked(response.headers()),
            _ => None,
        };
        let too_long = asked.filter(|wait| *wait > pace::LONGEST_ASKED);
        let error = ReadError::Refused {
            address: address.to_string(),
            status,
            wait: too_long,
            keeping: self.keep.is_some(),
        };
        match status {
            429 | 500.. if too_long.is_none() => Setback::Passing(error, asked),
            _ => Setback::Lasting(error),
        }
    }

    fn stopped(&self, address: &Address, bound: Bound) -> Setback {
        Setback::Lasting(ReadError::TooMany {
            address: address.to_string(),
            bound,
            keeping: self.keep.is_some(),
        })
    }
}

impl Reader for WebReader {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, ReadError> {
        check_path(path)?;
        Ok(self.fetch(path)?.map(|file| file.bytes))
    }

    fn read_lasting(&self, path: &str) -> Result<Option<Vec<u8>>, ReadError> {
        check_path(path)?;
        let Some(keep) = &self.keep else {
            return self.read(path);
        };
        if let Some(bytes) = keep.take(path, self.limits.bytes_per_file)? {
            return Ok(Some(bytes));
        }
        let Some(file) = self.fetch(path)? else {
            return Ok(None);
        };
        if file.surely_whole {
            keep.put(path, &file.bytes)?;
        }
        Ok(Some(file.bytes))
    }

    fn name(&self) -> String {
        self.address.to_string()
    }
}

/// What makes the requests. Statuses and redirects are handled here, not there.
fn agent(silence: Duration, proxy: Option<Proxy>) -> Agent {
    Agent::config_builder()
        .proxy(proxy)
        .user_agent(USER_AGENT)
        .accept_encoding("gzip")
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .timeout_resolve(Some(silence))
        .timeout_connect(Some(silence))
        .timeout_send_request(Some(silence))
        .timeout_recv_response(Some(silence))
        .timeout_per_read(Some(silence))
        .timeout_global(Some(silence.saturating_mul(SLOWEST)))
        .build()
        .into()
}

fn next_address(address: &Address, response: &Response<Body>) -> Result<Address, ReadError> {
    let location = response.headers().get(LOCATION);
    let Some(location) = location.and_then(|value| value.to_str().ok()) else {
        let reason = "it sends its readers on and does not say where";
        return Err(not_understood(address, reason));
    };
    address
        .redirected(location.trim())
        .map_err(|error| match error {
            NotFollowed::Elsewhere => ReadError::MovedAway {
                address: address.to_string(),
                target: location.to_owned(),
            },
            NotFollowed::Unclear => not_understood(
                address,
                &format!("it sends its readers on to “{}”", shown(location)),
            ),
        })
}

fn not_understood(address: &Address, reason: &str) -> ReadError {
    ReadError::NotUnderstood {
        address: address.to_string(),
        reason: reason.to_owned(),
    }
}

fn too_large(address: &Address, most: u64) -> Setback {
    Setback::Lasting(ReadError::TooLarge {
        place: address.to_string(),
        most,
    })
}
