//! Moments as certificates and stamps write them.

use der::DateTime;

use super::fields::{Field, Tag};

/// Seconds since 1970 (UTC), from a field that holds a moment; a fraction of a second is left off.
pub(super) fn seconds(field: Field<'_>) -> Option<i64> {
    let text = str::from_utf8(field.content).ok()?.strip_suffix('Z')?;
    match field.tag {
        Tag::GeneralizedTime => {
            let (year, rest) = text.split_at_checked(4)?;
            since_1970(digits(year)?, rest)
        }
        Tag::UtcTime => {
            let (year, rest) = text.split_at_checked(2)?;
            let year = digits(year)?;
            // Two digits are of the years from 1950 to 2049 (RFC 5280).
            since_1970(if year < 50 { 2000 } else { 1900 } + year, rest)
        }
        _ => None,
    }
}

fn since_1970(year: u16, rest: &str) -> Option<i64> {
    let (whole, fraction) = rest
        .split_once('.')
        .map_or((rest, None), |(whole, after)| (whole, Some(after)));
    if fraction.is_some_and(|after| digits_only(after).is_none()) || whole.len() != 10 {
        return None;
    }
    let part = |from: usize| {
        whole
            .get(from..from + 2)
            .and_then(digits)
            .map(|number| number as u8)
    };
    let moment = DateTime::new(year, part(0)?, part(2)?, part(4)?, part(6)?, part(8)?).ok()?;
    i64::try_from(moment.unix_duration().as_secs()).ok()
}

fn digits(text: &str) -> Option<u16> {
    digits_only(text)?.parse().ok()
}

fn digits_only(text: &str) -> Option<&str> {
    (!text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
}
