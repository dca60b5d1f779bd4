//! Moments, names and the authority's own words.

use super::super::fields::{Field, Tag, join, unsigned, wrap};
use super::super::{answer, identifiers, moment, names};

fn seconds(tag: Tag, text: &str) -> Option<i64> {
    let bytes = wrap(tag, text.as_bytes());
    moment::seconds(Field::only(&bytes).unwrap())
}

#[test]
fn moments_are_read_to_the_second() {
    let long = |text| seconds(Tag::GeneralizedTime, text);
    assert_eq!(long("19700101000000Z"), Some(0));
    assert_eq!(long("20260701091407Z"), Some(1_782_897_247));
    assert_eq!(long("20260701091407.999Z"), Some(1_782_897_247));
    for wrong in [
        "20260701091407",
        "20260701091407.Z",
        "20260701091407+0100",
        "202607010914Z",
        "20261301091407Z",
        "20260229091407Z",
        "2026070109140éZ",
        "+2260701091407Z",
        "19691231235959Z",
        "Z",
        "",
    ] {
        assert_eq!(long(wrong), None, "{wrong}");
    }
}

#[test]
fn years_of_two_digits_are_of_1950_to_2049() {
    let short = |text| seconds(Tag::UtcTime, text);
    assert_eq!(short("700101000000Z"), Some(0));
    assert_eq!(short("260701091407Z"), Some(1_782_897_247));
    assert_eq!(
        short("491231235959Z"),
        seconds(Tag::GeneralizedTime, "20491231235959Z")
    );
    assert_eq!(short("500101000000Z"), None);
}

#[test]
fn numbers_are_written_without_a_sign() {
    assert_eq!(unsigned(&[0, 0]), [0]);
    assert_eq!(unsigned(&[0, 0x7f]), [0x7f]);
    assert_eq!(unsigned(&[0, 0x80]), [0, 0x80]);
}

#[test]
fn lengths_are_written_in_their_shortest_form() {
    for length in [0_usize, 1, 127, 128, 255, 256, 65_535, 65_536] {
        let bytes = wrap(Tag::OctetString, &vec![7; length]);
        assert_eq!(Field::only(&bytes).unwrap().content.len(), length);
    }
}

/// A name of one part.
fn name(kind: identifiers::Identifier, tag: Tag, words: &[u8]) -> Vec<u8> {
    let part = join(&[
        wrap(Tag::ObjectIdentifier, kind.as_bytes()),
        wrap(tag, words),
    ]);
    wrap(Tag::Sequence, &wrap(Tag::Set, &wrap(Tag::Sequence, &part)))
}

fn words(name: &[u8]) -> String {
    names::in_words(Field::only(name).unwrap())
}

#[test]
fn names_are_read_however_they_are_written() {
    let own = identifiers::COMMON_NAME;
    assert_eq!(words(&name(own, Tag::Utf8String, "Tŷ".as_bytes())), "Tŷ");
    assert_eq!(words(&name(own, Tag::BmpString, &[0, b'T', 1, 0x77])), "Tŷ");
    assert_eq!(words(&name(own, Tag::TeletexString, &[b'T', 0xfd])), "Tý");
    let organisation = name(identifiers::ORGANISATION, Tag::PrintableString, b"Trust");
    assert_eq!(words(&organisation), "Trust");
    assert_eq!(
        words(&wrap(Tag::Sequence, &[])),
        "a certificate without a name"
    );
}

#[test]
fn words_from_outside_cannot_disturb_the_screen() {
    let own = identifiers::COMMON_NAME;
    let tricky = name(own, Tag::Utf8String, "a\u{1b}[2Jb\nc\u{202e}d".as_bytes());
    assert_eq!(words(&tricky), "a [2Jb c d");
    let long = name(own, Tag::Utf8String, "é".repeat(5000).as_bytes());
    assert_eq!(words(&long).chars().count(), 200);
}

/// An authority's answer that grants nothing.
fn refused(number: u8, words: &str, reasons: &[u8]) -> String {
    let mut status = vec![wrap(Tag::Integer, &[number])];
    if !words.is_empty() {
        status.push(wrap(
            Tag::Sequence,
            &wrap(Tag::Utf8String, words.as_bytes()),
        ));
    }
    if !reasons.is_empty() {
        status.push(wrap(Tag::BitString, reasons));
    }
    let answer = wrap(Tag::Sequence, &wrap(Tag::Sequence, &join(&status)));
    answer::stamp_in(&answer).unwrap_err()
}

#[test]
fn refusals_are_told_with_their_reasons() {
    let said = refused(2, "Try \u{1b}[31mlater", &[2, 0, 0b10]);
    assert_eq!(
        said,
        "the authority refused to give a stamp, because its clock is not available. In its own \
         words: “Try  [31mlater” Make a new request and ask it, or another authority, again."
    );
    assert!(
        refused(3, "", &[]).starts_with("the authority has not decided yet, and gave no stamp. ")
    );
    assert!(refused(9, "", &[0]).starts_with("the authority gave no stamp. "));
    assert!(refused(0, "", &[]).contains("its answer holds none"));
}
