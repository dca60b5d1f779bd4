//! Addresses on the web: the site's own, those of its files, and those that the site sends us on to.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

use super::ReadError;

/// Signs that stand for themselves in an address's path; others are written as `%` and two digits.
const PLAIN_IN_PATHS: &[u8] = b"-._~/!$&'()*+,;=:@";
/// Those of them that every file system takes in a name.
const PLAIN_IN_NAMES: &[u8] = b"-._~/";

/// An address on the web.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    /// Whether it starts with `https`.
    secure: bool,
    /// In small letters.
    host: String,
    /// `None` where it is the usual one.
    port: Option<u16>,
    /// With a slash in front; that of a site's root also ends with one.
    path: String,
}

/// Why a site's sending us on is not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotFollowed {
    /// It leads to another site, or from a secure connection to an open one.
    Elsewhere,
    /// It cannot be understood.
    Unclear,
}

impl Address {
    /// The address of a site's root, as a person writes it.
    pub(super) fn parse(text: &str) -> Result<Self, ReadError> {
        let text = text.trim();
        Self::read_root(text).map_err(|reason| ReadError::BadAddress {
            address: without_secrets(text),
            reason,
        })
    }

    fn read_root(text: &str) -> Result<Self, &'static str> {
        let (secure, authority, path) = split(text)?;
        if path.contains('#') {
            return Err("it leads to a place within a page; leave out the # and what follows it");
        }
        if path.contains('?') {
            return Err("it holds a question; leave out the ? and what follows it");
        }
        if path.contains('\\') {
            return Err("it holds a backslash; addresses have slashes only");
        }
        if path
            .chars()
            .any(|one| one.is_whitespace() || one.is_control())
        {
            return Err("it holds a space or a character that cannot be seen");
        }
        if path.contains("//") {
            return Err("it holds two slashes in a row");
        }
        let path = path.strip_prefix('/').unwrap_or(path);
        let path = path.strip_suffix('/').unwrap_or(path);
        if path.split('/').any(|part| part == "." || part == "..") {
            return Err("it holds a part that is only dots");
        }
        let (host, port) = host_and_port(authority, secure)?;
        let path = match path {
            "" => "/".to_owned(),
            // What a browser copies is already written with `%` where need be.
            _ => format!("/{}/", written(path, &[PLAIN_IN_PATHS, b"%"].concat())),
        };
        Ok(Self {
            secure,
            host,
            port,
            path,
        })
    }

    /// The address of a file below the site's root. The path is one that was checked.
    pub(super) fn below(&self, path: &str) -> Self {
        Self {
            path: format!("{}{}", self.path, written(path, PLAIN_IN_PATHS)),
            ..self.clone()
        }
    }

    /// Where an answer sends us on to, if that is the same host, not on a less secure way.
    pub(super) fn redirected(&self, location: &str) -> Result<Self, NotFollowed> {
        let next = self
            .read_location(location)
            .map_err(|_| NotFollowed::Unclear)?;
        if next.host != self.host {
            return Err(NotFollowed::Elsewhere);
        }
        let same_door = next.secure == self.secure && next.port == self.port;
        if same_door || next.is_upgrade_of(self) {
            Ok(next)
        } else {
            Err(NotFollowed::Elsewhere)
        }
    }

    fn read_location(&self, location: &str) -> Result<Self, &'static str> {
        let location = location.split('#').next().unwrap_or_default();
        let scheme = if self.secure { "https:" } else { "http:" };
        if location.starts_with("//") {
            return Self::read_whole(&format!("{scheme}{location}"));
        }
        if has_scheme(location) {
            return Self::read_whole(location);
        }
        let beside = self.path.split('?').next().unwrap_or_default();
        let folder = beside.rsplit_once('/').map_or("", |(folder, _)| folder);
        let path = if location.starts_with('/') {
            location.to_owned()
        } else if location.starts_with('?') {
            format!("{beside}{location}")
        } else {
            format!("{folder}/{location}")
        };
        if location.is_empty() || path.split(['/', '?']).any(|part| part == "..") {
            return Err("it is not followed");
        }
        Ok(Self {
            path,
            ..self.clone()
        })
    }

    fn read_whole(text: &str) -> Result<Self, &'static str> {
        let (secure, authority, path) = split(text)?;
        let (host, port) = host_and_port(authority, secure)?;
        let slash = if path.starts_with('/') { "" } else { "/" };
        Ok(Self {
            secure,
            host,
            port,
            path: format!("{slash}{path}"),
        })
    }

    /// Whether this is the secure way to the same host, and the other the open one.
    pub(super) fn is_upgrade_of(&self, other: &Self) -> bool {
        self.host == other.host
            && (self.secure, self.port) == (true, None)
            && (other.secure, other.port) == (false, None)
    }

    /// Whether this and another address differ in nothing but how the connection is made.
    pub(super) fn has_same_path(&self, other: &Self) -> bool {
        self.path == other.path
    }

    /// The same on a secure connection.
    pub(super) fn secured(self) -> Self {
        Self {
            secure: true,
            ..self
        }
    }

    /// Whether it is on this computer itself.
    pub(super) fn is_on_this_computer(&self) -> bool {
        let bare = self.host.trim_matches(['[', ']']);
        self.host == "localhost"
            || self.host.ends_with(".localhost")
            || bare.parse().is_ok_and(|host: Ipv4Addr| host.is_loopback())
            || bare.parse().is_ok_and(|host: Ipv6Addr| host.is_loopback())
    }

    /// The names of folders that stand for this address on disk. How the connection is made does not
    /// matter for them.
    pub(super) fn as_folders(&self) -> String {
        let port = self.port.map(|port| format!(":{port}"));
        let host = format!("{}{}", self.host, port.unwrap_or_default());
        let both = format!("{host}{}", self.path);
        written(both.trim_end_matches('/'), PLAIN_IN_NAMES)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = if self.secure { "https" } else { "http" };
        write!(formatter, "{scheme}://{}", self.host)?;
        if let Some(port) = self.port {
            write!(formatter, ":{port}")?;
        }
        formatter.write_str(&self.path)
    }
}

/// A file's path from the site's root, written so that every file system takes it.
pub(super) fn as_names(path: &str) -> String {
    written(path, PLAIN_IN_NAMES)
}

/// Whether the connection is secure, who is asked, and the rest.
fn split(text: &str) -> Result<(bool, &str, &str), &'static str> {
    let Some((scheme, rest)) = text.split_once("://") else {
        return Err("it does not start with https:// or http://");
    };
    let secure = match scheme.to_ascii_lowercase().as_str() {
        "https" => true,
        "http" => false,
        _ => return Err("only addresses that start with https:// or http:// can be read"),
    };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    if authority.contains('@') {
        return Err("it holds a user name; a published site is read without one");
    }
    Ok((secure, authority, path))
}

/// The host in small letters, and the port where it is not the usual one.
fn host_and_port(authority: &str, secure: bool) -> Result<(String, Option<u16>), &'static str> {
    let end_of_host = match authority.rfind(']') {
        Some(end) => end + 1,
        None => authority.find(':').unwrap_or(authority.len()),
    };
    let (host, port) = authority.split_at(end_of_host);
    check_host(host)?;
    let usual = if secure { 443 } else { 80 };
    let port = match port.strip_prefix(':') {
        None if port.is_empty() => usual,
        Some("") => usual,
        Some(digits) if digits.bytes().all(|one| one.is_ascii_digit()) => digits
            .parse()
            .ok()
            .filter(|port| *port > 0)
            .ok_or(WRONG_PORT)?,
        _ => return Err(WRONG_PORT),
    };
    let port = Some(port).filter(|port| *port != usual);
    Ok((host.to_ascii_lowercase(), port))
}

const WRONG_PORT: &str =
    "what follows the colon after the site's name must be a number up to 65535";

fn check_host(host: &str) -> Result<(), &'static str> {
    if host.is_empty() {
        return Err("the site's name is missing");
    }
    if !host.is_ascii() {
        return Err(
            "the site's name holds letters beyond plain English ones; give it in the form that \
             starts with xn--, which a browser shows when the address is copied",
        );
    }
    if let Some(inner) = host.strip_prefix('[') {
        let number = inner.strip_suffix(']').and_then(|it| it.parse().ok());
        return number
            .map(|_: Ipv6Addr| ())
            .ok_or("what stands in square brackets is not a network number");
    }
    let fits = |one: u8| one.is_ascii_alphanumeric() || b"-._".contains(&one);
    // Names without letters could lead out of the folder that files are kept in.
    if host.bytes().all(fits) && host.split('.').all(|part| !part.is_empty()) {
        Ok(())
    } else {
        Err("the site's name is not one that a site can have")
    }
}

/// Whether text starts as a whole address does: letters, then a colon.
fn has_scheme(text: &str) -> bool {
    let end = text.find([':', '/', '?']).unwrap_or(text.len());
    let (front, rest) = text.split_at(end);
    rest.starts_with(':') && front.starts_with(|one: char| one.is_ascii_alphabetic())
}

/// Text with every byte that is neither a letter, a digit nor plain written as `%` and two digits.
fn written(text: &str, plain: &[u8]) -> String {
    let mut written = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || plain.contains(&byte) {
            written.push(char::from(byte));
        } else {
            written.push_str(&format!("%{byte:02X}"));
        }
    }
    written
}

/// An address for messages, without a name and password and without what was asked in it.
fn without_secrets(text: &str) -> String {
    let text = text.split(['?', '#']).next().unwrap_or_default();
    let start = text.find("://").map_or(0, |at| at + 3);
    let (scheme, rest) = text.split_at(start);
    let end = rest.find('/').unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let host = authority.rsplit('@').next().unwrap_or_default();
    format!("{scheme}{host}{path}")
}
