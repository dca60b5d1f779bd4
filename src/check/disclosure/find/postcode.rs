//! Full postcodes of places that may be homes.
//!
//! Councils give the addresses of their offices, so a postcode counts only where no public
//! building is named beside it.

use std::ops::Range;

use super::text::{Text, has_any_word};
use super::{Confidence, Finding, Format, Sort};

/// The letters with which postcodes begin (Royal Mail's postcode areas).
const AREAS: &[&str] = &[
    "AB", "AL", "B", "BA", "BB", "BD", "BH", "BL", "BN", "BR", "BS", "BT", "CA", "CB", "CF", "CH",
    "CM", "CO", "CR", "CT", "CV", "CW", "DA", "DD", "DE", "DG", "DH", "DL", "DN", "DT", "DY", "E",
    "EC", "EH", "EN", "EX", "FK", "FY", "G", "GL", "GU", "HA", "HD", "HG", "HP", "HR", "HS", "HU",
    "HX", "IG", "IP", "IV", "KA", "KT", "KW", "KY", "L", "LA", "LD", "LE", "LL", "LN", "LS", "LU",
    "M", "ME", "MK", "ML", "N", "NE", "NG", "NN", "NP", "NR", "NW", "OL", "OX", "PA", "PE", "PH",
    "PL", "PO", "PR", "RG", "RH", "RM", "S", "SA", "SE", "SG", "SK", "SL", "SM", "SN", "SO", "SP",
    "SR", "SS", "ST", "SW", "SY", "TA", "TD", "TF", "TN", "TQ", "TR", "TS", "TW", "UB", "W", "WA",
    "WC", "WD", "WF", "WN", "WR", "WS", "WV", "YO", "ZE",
];

/// Words that show a public building beyond doubt.
const PUBLIC: &[&str] = &[
    "council",
    "civic",
    "county hall",
    "town hall",
    "city hall",
    "guildhall",
    "shire hall",
    "freepost",
    "po box",
    "hospital",
    "police",
    "library",
    "hub",
    "office",
    "offices",
    "clinic",
    "surgery",
    "court house",
    "county court",
    "family court",
    "crown court",
    "magistrates",
    "college",
    "university",
    "academy",
    "jobcentre",
    "nhs",
    "ombudsman",
];

/// Words that public buildings and homes share.
const OFTEN_PUBLIC: &[&str] = &[
    "house",
    "hall",
    "centre",
    "center",
    "school",
    "court",
    "headquarters",
    "department",
    "directorate",
    "trust",
    "charity",
    "team",
    "nursery",
    "church",
    "station",
    "building",
    "service",
];

/// Words that show that somebody lives there, whatever else the line says.
const LIVES_THERE: &[&str] = &[
    "lives at",
    "lived at",
    "living at",
    "live at",
    "home address",
    "her address",
    "his address",
    "their address",
    "placed at",
    "placement address",
    "moved to",
    "resides at",
];

/// Words that show a home, if no public building is named.
const HOME: &[&str] = &[
    "flat",
    "children's home",
    "children’s home",
    "foster home",
    "bungalow",
];

/// Looks at a word that may begin a postcode.
pub(super) fn check(text: &Text<'_>, start: usize, end: usize, findings: &mut Vec<Finding>) {
    let Some(last) = postcode_end(text, start, end) else {
        return;
    };
    let span = start..last;
    if text.joins_after(last) || text.is_quiet(start) || is_public(text, &span) {
        return;
    }
    findings.push(Finding::new(span, Sort::HomePostcode, Confidence::Likely));
}

/// Where a postcode that begins here ends.
fn postcode_end(text: &Text<'_>, start: usize, end: usize) -> Option<usize> {
    let (outward_end, inward) = match end - start {
        2..=4 => {
            let gap = match (text.byte(end), text.byte(end + 1)) {
                (b' ', _) => 1,
                (0xC2, 0xA0) => 2,
                _ => return None,
            };
            (end, end + gap)
        }
        5..=7 => (end - 3, end - 3),
        _ => return None,
    };
    let is_inward_letter = |at: usize| {
        let letter = text.byte(at);
        letter.is_ascii_uppercase() && !b"CIKMOV".contains(&letter)
    };
    let is_inward = text.byte(inward).is_ascii_digit()
        && is_inward_letter(inward + 1)
        && is_inward_letter(inward + 2);
    (is_inward && is_outward(text.part(start..outward_end))).then_some(inward + 3)
}

/// Whether letters and digits are the first half of a postcode: an area, a digit and perhaps one
/// more digit or letter.
fn is_outward(word: &str) -> bool {
    let letters = word.bytes().take_while(u8::is_ascii_uppercase).count();
    let (Some(area), Some(district)) = (word.get(..letters), word.get(letters..)) else {
        return false;
    };
    let is_district = match district.as_bytes() {
        [digit] => digit.is_ascii_digit(),
        [digit, more] => {
            digit.is_ascii_digit() && (more.is_ascii_digit() || more.is_ascii_uppercase())
        }
        _ => false,
    };
    is_district && AREAS.contains(&area)
}

/// Whether the lines around a postcode name a public building.
fn is_public(text: &Text<'_>, span: &Range<usize>) -> bool {
    let line = text.line(span.start);
    let same_line = text.part(line.start..span.start);
    let has_any = |part: &str, words: &[&str]| has_any_word(part, words);
    if has_any(same_line, LIVES_THERE) {
        return false;
    }
    let around = text.part(block(text, &line));
    if has_any(around, PUBLIC) {
        return true;
    }
    has_any(around, OFTEN_PUBLIC) && !has_any(around, HOME)
}

/// The lines of an address: up to five before its line and one after, as far as no line is
/// empty. A register has one address in a line.
fn block(text: &Text<'_>, line: &Range<usize>) -> Range<usize> {
    if text.format == Format::Csv {
        return line.clone();
    }
    let before = text.before(line.start, 400);
    let taken: usize = before
        .split_inclusive('\n')
        .rev()
        .take(5)
        .take_while(|one| !one.trim().is_empty())
        .map(str::len)
        .sum();
    let after = text.after(line.end, 200);
    let next = after
        .strip_prefix('\n')
        .and_then(|rest| rest.split('\n').next());
    let added = next.map_or(0, |next| next.len() + 1);
    line.start.saturating_sub(taken)..line.end + added
}
