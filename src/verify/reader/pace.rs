//! How long to wait before asking again. This is the only place that waits.

use std::thread;
use std::time::Duration;

use jiff::fmt::rfc2822::DateTimeParser;
use ureq::http::HeaderMap;
use ureq::http::header::{DATE, RETRY_AFTER};

/// The longest that a site's wish to be left alone is waited out; for longer ones the person is told.
pub(super) const LONGEST_ASKED: Duration = Duration::from_secs(60);

const FIRST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(30);

/// Waits. Tests put something here that only remembers how long.
pub(super) type Wait = Box<dyn Fn(Duration) + Send + Sync>;

/// Waits for real.
pub(super) fn real() -> Wait {
    Box::new(thread::sleep)
}

/// How long to wait after so many tries that failed: one second, then twice as long each time.
pub(super) fn growing(failed: u32) -> Duration {
    let doublings = failed.saturating_sub(1).min(16);
    FIRST.saturating_mul(1 << doublings).min(LONGEST)
}

/// How long the site asks to be left alone: in seconds, or until a moment. A moment is compared with
/// the one at which the site says it answered, so that neither clock has to be right.
pub(super) fn asked(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let parser = DateTimeParser::new();
    let until = parser.parse_timestamp(text).ok()?;
    let now = parser
        .parse_timestamp(headers.get(DATE)?.to_str().ok()?)
        .ok()?;
    let seconds = until.as_second().saturating_sub(now.as_second());
    Some(Duration::from_secs(u64::try_from(seconds).unwrap_or(0)))
}
