//! A calendar of reviews (iCalendar, RFC 5545), for the team that keeps the pages right.
//!
//! Written here and not by a library: the one there is stamps reminders with the clock, and the
//! same input must give the same bytes.

use crate::model::{Day, Moment};
use crate::site::{AuthoritySite, ReviewDue};

/// A line is at most so many bytes long; what is longer is folded (RFC 5545, section 3.1).
const LINE: usize = 75;

/// The calendar: one event of a day for each review that has a day, with a reminder 30 days
/// before. An event is stamped with the moment at which its version was recorded.
pub fn calendar(site: &AuthoritySite, reviews: &[ReviewDue], base_url: &str) -> String {
    let mut lines = Lines::default();
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", "-//offerbook//reviews//EN");
    lines.add("CALSCALE", "GREGORIAN");
    let name = format!("Reviews: {}", site.authority.short_name);
    lines.add_text("NAME", &name);
    lines.add_text("X-WR-CALNAME", &name);
    for review in reviews {
        if let Some(due) = review.due {
            event(&mut lines, site, review, due, base_url);
        }
    }
    lines.add("END", "VCALENDAR");
    lines.text
}

fn event(lines: &mut Lines, site: &AuthoritySite, review: &ReviewDue, due: Day, base_url: &str) {
    let mut words = review.kind.clone();
    if let Some(owner) = &review.owner {
        words.push_str(&format!("\nWho keeps this right: {owner}"));
    }
    let summary = format!(
        "Review due: {} ({})",
        review.title, site.authority.short_name
    );
    let publication = review.publication.replace('/', "-");
    let stamp = review.recorded.unwrap_or_else(|| due.start());
    lines.add("BEGIN", "VEVENT");
    lines.add_text(
        "UID",
        &format!("review-{}-{publication}@offerbook", site.authority.slug),
    );
    lines.add("DTSTAMP", &Moment::compact(stamp));
    // The end of an event of a day is the day after (RFC 5545, section 3.6.1).
    lines.add("DTSTART;VALUE=DATE", &compact(due));
    if let Some(after) = due.tomorrow() {
        lines.add("DTEND;VALUE=DATE", &compact(after));
    }
    lines.add_text("SUMMARY", &summary);
    lines.add_text("DESCRIPTION", &words);
    lines.add("URL", &review.address.full(base_url));
    lines.add("TRANSP", "TRANSPARENT");
    lines.add("BEGIN", "VALARM");
    lines.add("ACTION", "DISPLAY");
    lines.add_text("DESCRIPTION", &summary);
    lines.add("TRIGGER", "-P30D");
    lines.add("END", "VALARM");
    lines.add("END", "VEVENT");
}

fn compact(day: Day) -> String {
    day.to_string().replace('-', "")
}

#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    /// A text, in which some characters stand for themselves only when marked (section 3.3.11).
    fn add_text(&mut self, name: &str, text: &str) {
        let mut escaped = String::with_capacity(text.len());
        for character in text.chars() {
            match character {
                '\\' | ';' | ',' => {
                    escaped.push('\\');
                    escaped.push(character);
                }
                '\n' => escaped.push_str("\\n"),
                other if other.is_control() => escaped.push(' '),
                other => escaped.push(other),
            }
        }
        self.add(name, &escaped);
    }

    fn add(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for character in format!("{name}:{value}").chars() {
            if length + character.len_utf8() > LINE {
                self.text.push_str("\r\n ");
                length = 1;
            }
            self.text.push(character);
            length += character.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What a reader makes of the lines (section 3.1).
    fn unfolded(text: &str) -> Vec<String> {
        text.replace("\r\n ", "")
            .split_terminator("\r\n")
            .map(str::to_owned)
            .collect()
    }

    proptest! {
        #[test]
        fn lines_are_short_and_come_back_whole(text in "[ -~é漢\\n]{0,300}") {
            let mut lines = Lines::default();
            lines.add_text("SUMMARY", &text);
            prop_assert!(lines.text.split("\r\n").all(|line| line.len() <= LINE));
            let read = unfolded(&lines.text);
            prop_assert_eq!(read.len(), 1);
            let value = read[0].strip_prefix("SUMMARY:").unwrap();
            let plain = value
                .replace("\\n", "\n")
                .replace("\\,", ",")
                .replace("\\;", ";")
                .replace("\\\\", "\\");
            // A backslash before an n in the text is the one case that this reading cannot tell.
            if !text.contains('\\') {
                prop_assert_eq!(plain, text);
            }
        }
    }
}
