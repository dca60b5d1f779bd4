//! Names and sentences from outside, made fit to be shown.

use super::fields::{Field, Result, Tag};
use super::identifiers;

/// Longer ones are cut.
const LONGEST: usize = 200;

/// A certificate holder's name in words: its own name, then the organisation's.
pub(super) fn in_words(name: Field<'_>) -> String {
    let parts = parts(name).unwrap_or_default();
    let find = |kind: identifiers::Identifier| {
        parts
            .iter()
            .find(|(found, _)| *found == kind.as_bytes())
            .map(|(_, words)| words.as_str())
    };
    let own = find(identifiers::COMMON_NAME).or_else(|| find(identifiers::ORGANISATIONAL_UNIT));
    match (own, find(identifiers::ORGANISATION)) {
        (Some(own), Some(organisation)) if own != organisation => format!("{own}, {organisation}"),
        (Some(only), _) | (None, Some(only)) => only.to_owned(),
        (None, None) => "a certificate without a name".to_owned(),
    }
}

/// Each part of a name: the number of its kind, and its words.
fn parts(name: Field<'_>) -> Result<Vec<(&[u8], String)>> {
    let mut parts = Vec::new();
    for set in name.all_fields()? {
        for part in set.all_fields()? {
            let mut fields = part.fields()?;
            let kind = fields.require(Tag::ObjectIdentifier)?;
            let words = fields.next().map(text).unwrap_or_default();
            if !words.is_empty() {
                parts.push((kind.content, words));
            }
        }
    }
    Ok(parts)
}

/// The text in a field, whichever way it is written.
pub(super) fn text(field: Field<'_>) -> String {
    let text = match field.tag {
        Tag::BmpString => {
            let units: Vec<u16> = field
                .content
                .chunks_exact(2)
                .map(|pair| {
                    pair.iter()
                        .fold(0, |unit, byte| unit << 8 | u16::from(*byte))
                })
                .collect();
            String::from_utf16_lossy(&units)
        }
        Tag::TeletexString => field.content.iter().copied().map(char::from).collect(),
        _ => String::from_utf8_lossy(field.content).into_owned(),
    };
    printable(&text)
}

/// Text without anything that moves a terminal's cursor or turns the direction of writing.
fn printable(text: &str) -> String {
    let clean: String = text
        .chars()
        .map(|letter| match letter {
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => ' ',
            letter if letter.is_control() => ' ',
            letter => letter,
        })
        .take(LONGEST)
        .collect();
    clean.trim().to_owned()
}
