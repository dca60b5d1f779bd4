//! Days and moments. A day is a calendar day in Europe/London; a moment is UTC with seconds.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Unit};

/// A calendar day in Europe/London.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

impl Day {
    /// The last day there is: a stand-in where no day is known.
    pub const LAST: Self = Self(Date::MAX);

    /// The day of a date.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Self)
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month.
    pub fn day_of_month(self) -> i8 {
        self.0.day()
    }

    /// As people read it: "1 July 2026".
    pub fn in_words(self) -> String {
        self.0.strftime("%-d %B %Y").to_string()
    }

    /// The month in words: "July 2026".
    pub fn month_in_words(self) -> String {
        self.0.strftime("%B %Y").to_string()
    }

    /// The first moment of the day.
    pub fn start(self) -> Moment {
        let zoned = self.0.to_zoned_datetime(london());
        Moment(zoned.map_or(Timestamp::MAX, |zoned| zoned.timestamp()))
    }

    /// The last second of the day.
    pub fn end(self) -> Moment {
        let next = self.0.tomorrow().map(|date| Self(date).start());
        Moment(next.map_or(Timestamp::MAX, |next| {
            next.0 - jiff::SignedDuration::from_secs(1)
        }))
    }

    /// The day so many months later (the last of the month where it is shorter).
    pub fn plus(self, months: Months) -> Option<Self> {
        let span = jiff::Span::new().try_months(months.0).ok()?;
        self.0.checked_add(span).ok().map(Self)
    }

    /// How many days it is until another day; negative where that is past.
    pub fn days_until(self, other: Self) -> i32 {
        self.0.until(other.0).map_or(0, |span| span.get_days())
    }

    /// The day after.
    pub fn tomorrow(self) -> Option<Self> {
        self.0.tomorrow().ok().map(Self)
    }

    /// The day before.
    pub fn yesterday(self) -> Option<Self> {
        self.0.yesterday().ok().map(Self)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.0.year(),
            self.0.month(),
            self.0.day()
        )
    }
}

/// Reads `2026-07-01`, and nothing else.
impl FromStr for Day {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let plain = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        if !plain {
            return Err(());
        }
        text.parse::<Date>().map(Self).map_err(|_| ())
    }
}

/// A moment in UTC, to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(Timestamp);

impl Moment {
    /// A moment of jiff's, cut to the second.
    pub fn new(timestamp: Timestamp) -> Self {
        Self(
            timestamp
                .round(
                    jiff::TimestampRound::new()
                        .smallest(Unit::Second)
                        .mode(jiff::RoundMode::Floor),
                )
                .unwrap_or(timestamp),
        )
    }

    /// The day it falls on in London.
    pub fn day(self) -> Day {
        Day(self.0.to_zoned_datetime(london()).date())
    }

    /// As people read it: "1 July 2026, 10:14".
    pub fn in_words(self) -> String {
        self.0
            .to_zoned_datetime(london())
            .strftime("%-d %B %Y, %H:%M")
            .to_string()
    }

    /// The time of day in London: "10:14".
    pub fn time_of_day(self) -> String {
        let in_london = self.0.to_zoned_datetime(london());
        in_london.strftime("%H:%M").to_string()
    }

    /// Whether it is the first moment of a London day, as when only a day was stated.
    pub fn is_start_of_day(self) -> bool {
        self.day().start() == self
    }

    /// Without marks, for file names: `20260701T091407Z`.
    pub fn compact(self) -> String {
        self.0.strftime("%Y%m%dT%H%M%SZ").to_string()
    }

    /// In the form of HTTP dates (RFC 9110, section 5.6.7): `Wed, 01 Jul 2026 09:14:07 GMT`.
    pub fn in_http(self) -> String {
        self.0.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
    }

    /// Reads what [`Self::compact`] writes.
    pub fn of_compact(text: &str) -> Option<Self> {
        let plain = text.len() == 16 && text.ends_with('Z');
        let moment = plain.then(|| text.parse::<Timestamp>().ok())??;
        Some(Self::new(moment)).filter(|moment| moment.compact() == text)
    }

    /// The moment so many seconds after the start of 1970.
    pub fn of_seconds(seconds: i64) -> Option<Self> {
        Timestamp::from_second(seconds).ok().map(Self)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.strftime("%Y-%m-%dT%H:%M:%SZ"))
    }
}

/// Reads `2026-07-01T09:14:07Z` (or with an offset), or a day, which means its first moment.
impl FromStr for Moment {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if let Ok(day) = text.parse::<Day>() {
            return Ok(day.start());
        }
        text.parse::<Timestamp>().map(Self::new).map_err(|_| ())
    }
}

/// A span of whole months, at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Months(i32);

impl Months {
    /// How many.
    pub fn number(self) -> i32 {
        self.0
    }

    /// In words: "12 months".
    pub fn in_words(self) -> String {
        match self.0 {
            1 => "month".to_owned(),
            12 => "year".to_owned(),
            n if n % 12 == 0 => format!("{} years", n / 12),
            n => format!("{n} months"),
        }
    }
}

/// Reads "6 months", "1 year", "3 years".
impl FromStr for Months {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (number, unit) = text.trim().split_once(' ').ok_or(())?;
        let number: i32 = number.parse().map_err(|_| ())?;
        let months = match unit.trim() {
            "month" | "months" => number,
            "year" | "years" => number.checked_mul(12).ok_or(())?,
            _ => return Err(()),
        };
        (1..=1200)
            .contains(&months)
            .then_some(Self(months))
            .ok_or(())
    }
}

/// The zone all days are reckoned in. The data is built in, so no machine's own can differ.
fn london() -> TimeZone {
    static LONDON: std::sync::LazyLock<TimeZone> =
        std::sync::LazyLock::new(|| TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC));
    LONDON.clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_starts_in_london() {
        let summer: Day = "2026-07-01".parse().unwrap();
        assert_eq!(summer.start().to_string(), "2026-06-30T23:00:00Z");
        assert_eq!(summer.end().to_string(), "2026-07-01T22:59:59Z");
        let winter: Day = "2026-01-01".parse().unwrap();
        assert_eq!(winter.start().to_string(), "2026-01-01T00:00:00Z");
        assert_eq!(summer.start().day(), summer);
        assert!(summer.start().is_start_of_day());
    }

    #[test]
    fn words_do_not_depend_on_the_machine() {
        let moment: Moment = "2026-07-01T09:14:07.9Z".parse().unwrap();
        assert_eq!(moment.in_words(), "1 July 2026, 10:14");
        assert_eq!(moment.to_string(), "2026-07-01T09:14:07Z");
        assert_eq!(moment.day().in_words(), "1 July 2026");
        assert_eq!(moment.in_http(), "Wed, 01 Jul 2026 09:14:07 GMT");
        assert_eq!(moment.compact(), "20260701T091407Z");
        assert_eq!(Moment::of_compact("20260701T091407Z"), Some(moment));
        assert_eq!(Moment::of_compact("2026-07-01T09:14"), None);
    }

    #[test]
    fn only_whole_dates_are_days() {
        for wrong in [
            "2026-7-1",
            "01/07/2026",
            "2026-02-30",
            "2026-07-01T00:00:00Z",
            "",
        ] {
            assert!(wrong.parse::<Day>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn months_are_read_in_words() {
        let year: Months = "12 months".parse().unwrap();
        assert_eq!(year.in_words(), "year");
        let leap: Day = "2024-02-29".parse().unwrap();
        assert_eq!(leap.plus(year).unwrap().to_string(), "2025-02-28");
        assert!("0 months".parse::<Months>().is_err());
        assert!("often".parse::<Months>().is_err());
    }
}
