//! Damaged bytes: nothing may panic, and nothing may be believed that the authority did not say.

use super::super::{attributes, identifiers, signature};
use super::super::{certificate::Certificate, signed::SignedStatement};
use super::{Authority, CURVE, FILE, NONCE, SHA_1_NAMES, SHA_256_NAMES, answer, read, stamped};
use super::{assert_says, request, verify};

/// Where some bytes are among others.
fn place(whole: &[u8], part: &[u8]) -> std::ops::Range<usize> {
    let start = whole.windows(part.len()).position(|found| found == part);
    let start = start.expect("the part is there");
    start..start + part.len()
}

/// The places that the signatures cover: the statement, what was signed about it, the signature,
/// and the certificate that it was made with.
fn covered(reply: &[u8]) -> Vec<std::ops::Range<usize>> {
    let signed = SignedStatement::read(answer::stamp_in(reply).unwrap()).unwrap();
    let signer = signed.certificates.iter().find(|bytes| {
        Certificate::read(bytes).is_ok_and(|certificate| signed.signer.is(&certificate))
    });
    let mut covered = vec![
        place(reply, signed.statement),
        place(reply, signed.signature),
        place(reply, signer.unwrap()),
    ];
    covered.extend(
        signed
            .attributes
            .iter()
            .map(|field| place(reply, field.whole)),
    );
    covered
}

#[test]
fn a_changed_byte_is_noticed_or_changes_nothing() {
    for (key, names) in [("rsa:2048", SHA_1_NAMES), (CURVE, SHA_256_NAMES)] {
        let authority = Authority::new(key);
        let roots = authority.certificates(&["root"]);
        let good = authority.answer(&request(FILE, NONCE), names);
        let stamp = verify(&good, FILE, &roots).unwrap();
        let covered = covered(&good);
        let mut believed = 0;
        for at in 0..good.len() {
            for change in [0x01, 0x80, 0xff] {
                let mut changed = good.clone();
                changed[at] ^= change;
                let _ = read(&changed);
                let Ok(found) = verify(&changed, FILE, &roots) else {
                    continue;
                };
                believed += 1;
                assert_eq!(found, stamp, "byte {at} changed by {change:#x}");
                let is_covered = covered.iter().any(|range| range.contains(&at));
                assert!(
                    !is_covered,
                    "byte {at} is covered, and was changed by {change:#x}"
                );
            }
        }
        // Versions, digest names that are given twice, parameters: few, all outside the signature.
        assert!(believed < 100, "{believed} changes made no difference");
    }
}

#[test]
fn a_stamp_that_was_cut_off_or_goes_on_is_refused() {
    let authority = Authority::new(CURVE);
    let roots = authority.certificates(&["root"]);
    let good = stamped(&authority);
    let token = answer::stamp_in(&good).unwrap();
    for whole in [&good, token] {
        for end in 0..whole.len() {
            assert!(read(&whole[..end]).is_err());
            assert!(verify(&whole[..end], FILE, &roots).is_err());
        }
        let longer = [whole, &[0]].concat();
        assert_says(
            verify(&longer, FILE, &roots),
            "not a time stamp, or it is damaged",
        );
    }
}

#[test]
fn missing_and_repeated_bytes_do_no_harm() {
    let authority = Authority::new(CURVE);
    let roots = authority.certificates(&["root"]);
    let good = stamped(&authority);
    for at in 0..good.len() {
        let (before, after) = good.split_at(at);
        assert!(verify(&[before, &after[1..]].concat(), FILE, &roots).is_err());
        assert!(verify(&[before, &after[..1], after].concat(), FILE, &roots).is_err());
    }
}

#[test]
fn damaged_trusted_certificates_do_no_harm() {
    let authority = Authority::new(CURVE);
    let good = stamped(&authority);
    let roots = authority.certificates(&["root"]);
    for end in 0..roots.len() - 1 {
        let _ = verify(&good, FILE, &roots[..end]);
    }
    for at in 0..roots.len() {
        let mut changed = roots.clone().into_bytes();
        changed[at] ^= 0x01;
        let _ = verify(&good, FILE, &String::from_utf8_lossy(&changed));
    }
}

#[test]
fn other_files_are_not_time_stamps() {
    for bytes in [
        &b""[..],
        b"\x30",
        b"\x30\x00",
        b"\x30\x80\x00\x00",
        b"\x30\x84\xff\xff\xff\xff",
        b"<html><title>404 Not Found</title></html>",
        &[0x30; 4096],
        &[0xff; 4096],
    ] {
        assert!(read(bytes).is_err());
        assert!(verify(bytes, FILE, "").is_err());
    }
}

#[test]
fn an_attribute_that_is_given_twice_is_refused() {
    let reply = stamped(&Authority::new(CURVE));
    let signed = SignedStatement::read(answer::stamp_in(&reply).unwrap()).unwrap();
    let certificate = Certificate::read(signed.certificates[0]).unwrap();
    assert!(signed.attributes.len() >= 4);
    for attribute in &signed.attributes {
        let mut attributes = signed.attributes.clone();
        attributes.push(*attribute);
        let stamp = answer::stamp_in(&reply).unwrap();
        let changed = SignedStatement {
            attributes,
            ..SignedStatement::read(stamp).unwrap()
        };
        // The moment of signing is not asked for; the stamp's statement holds a better one.
        let asked = attributes::must_cover(&changed, &certificate);
        let signature = signature::must_match(&changed, &certificate);
        assert!(asked.is_err() || signature.is_err());
    }
}

#[test]
fn another_certificate_in_its_place_is_noticed() {
    let authority = Authority::new(CURVE);
    for names in [SHA_1_NAMES, SHA_256_NAMES] {
        let reply = authority.answer(&request(FILE, NONCE), names);
        let signed = SignedStatement::read(answer::stamp_in(&reply).unwrap()).unwrap();
        let own = Certificate::read(signed.certificates[0]).unwrap();
        assert_eq!(attributes::must_cover(&signed, &own), Ok(()));
        let bytes = authority.certificate("root");
        let other = Certificate::read(&bytes).unwrap();
        let said = attributes::must_cover(&signed, &other).unwrap_err();
        assert!(said.contains("signed with another certificate"), "{said}");
    }
}

#[test]
fn the_order_in_which_attributes_come_does_not_matter() {
    let reply = stamped(&Authority::new(CURVE));
    let mut signed = SignedStatement::read(answer::stamp_in(&reply).unwrap()).unwrap();
    let certificate = Certificate::read(signed.certificates[0]).unwrap();
    signed.attributes.reverse();
    assert_eq!(signature::must_match(&signed, &certificate), Ok(()));
}

#[test]
fn the_digest_may_be_named_with_the_kind_of_key() {
    let reply = stamped(&Authority::new("rsa:2048"));
    let mut signed = SignedStatement::read(answer::stamp_in(&reply).unwrap()).unwrap();
    let certificate = Certificate::read(signed.certificates[0]).unwrap();
    let plain = identifiers::RSA;
    assert_eq!(signed.algorithm.kind, plain.as_bytes());
    let named = identifiers::RSA_SHA_256;
    signed.algorithm.kind = named.as_bytes();
    assert_eq!(signature::must_match(&signed, &certificate), Ok(()));
    let other = identifiers::RSA_SHA_512;
    signed.algorithm.kind = other.as_bytes();
    assert!(signature::must_match(&signed, &certificate).is_err());
}
