//! What the signature covers: the kind and digest of the statement, and the signing certificate.
//!
//! The digest of the certificate is there so that nobody can put another certificate for the same
//! key in its place. Old authorities give it as SHA-1 only. That is accepted, since nothing rests
//! on it alone: whichever certificate is in place must itself be issued for time stamping along a
//! path to a trusted one, be valid at the moment, and hold the key that made the signature, and
//! all of that is checked with SHA-256 or better. Where both digests are given, both must match.

use ring::digest::{self, Algorithm as Digest};

use super::certificate::Certificate;
use super::fields::{Field, Result, Tag};
use super::identifiers;
use super::signed::{Algorithm, SignedStatement};

type Checked = std::result::Result<(), String>;

/// Makes sure that the signature covers this statement and this certificate.
pub(super) fn must_cover(signed: &SignedStatement<'_>, certificate: &Certificate<'_>) -> Checked {
    let attributes = Attributes(&signed.attributes);
    let digest = digest_of(signed.digest.kind).ok_or_else(|| {
        "the stamp was signed in an outdated or unknown way; SHA-256, SHA-384 and SHA-512 are \
         accepted. Ask for a new stamp, if need be from another authority."
            .to_owned()
    })?;
    let kind = attributes.one(identifiers::CONTENT_KIND.as_bytes())?;
    let is_statement = kind.is_some_and(|found| {
        found.tag == Tag::ObjectIdentifier && found.content == identifiers::STATEMENT.as_bytes()
    });
    let digested = attributes.one(identifiers::MESSAGE_DIGEST.as_bytes())?;
    let is_digest = digested.is_some_and(|found| {
        found.tag == Tag::OctetString
            && found.content == digest::digest(digest, signed.statement).as_ref()
    });
    if !is_statement || !is_digest {
        return Err(
            "the stamp was changed after it was signed: its signature is for another \
                    statement. Fetch the stamp again, or ask for a new one."
                .to_owned(),
        );
    }
    must_name(&attributes, certificate)
}

/// Makes sure that the signature names this certificate.
fn must_name(attributes: &Attributes<'_>, certificate: &Certificate<'_>) -> Checked {
    let old = attributes.one(identifiers::SIGNING_CERTIFICATE.as_bytes())?;
    let new = attributes.one(identifiers::SIGNING_CERTIFICATE_2.as_bytes())?;
    if old.is_none() && new.is_none() {
        return Err(
            "the stamp does not say which certificate it was signed with, as it must. \
                    Ask for a new stamp, if need be from another authority."
                .to_owned(),
        );
    }
    let matches = |attribute: Option<Field<'_>>, default: &'static Digest| {
        attribute.is_none_or(|found| {
            first_named(found, default).is_ok_and(|named| named.is(certificate))
        })
    };
    let sha_1 = &digest::SHA1_FOR_LEGACY_USE_ONLY;
    if matches(old, sha_1) && matches(new, &digest::SHA256) {
        return Ok(());
    }
    Err(
        "the stamp was signed with another certificate than the one that comes with it. Fetch \
         the stamp again, or ask for a new one."
            .to_owned(),
    )
}

/// A certificate, named by its digest.
struct Named<'a> {
    digest: &'static Digest,
    digested: &'a [u8],
    serial: Option<&'a [u8]>,
}

impl Named<'_> {
    fn is(&self, certificate: &Certificate<'_>) -> bool {
        digest::digest(self.digest, certificate.bytes).as_ref() == self.digested
            && self
                .serial
                .is_none_or(|serial| serial == certificate.serial)
    }
}

/// The first certificate that the attribute names, which is the signer's.
fn first_named<'a>(attribute: Field<'a>, default: &'static Digest) -> Result<Named<'a>> {
    let mut outer = attribute.of_kind(Tag::Sequence)?.fields()?;
    let mut list = outer.require(Tag::Sequence)?.fields()?;
    let mut fields = list.require(Tag::Sequence)?.fields()?;
    let digest = match fields.take(Tag::Sequence)? {
        Some(algorithm) => digest_of(Algorithm::read(algorithm)?.kind)
            .ok_or(Tag::ObjectIdentifier.value_error())?,
        None => default,
    };
    let digested = fields.require(Tag::OctetString)?.content;
    let serial = match fields.take(Tag::Sequence)? {
        Some(numbered) => {
            let mut parts = numbered.fields()?;
            parts.require(Tag::Sequence)?; // the issuer's name, which the digest covers anyway
            Some(parts.require(Tag::Integer)?.content)
        }
        None => None,
    };
    Ok(Named {
        digest,
        digested,
        serial,
    })
}

/// The digests that may be relied on.
pub(super) fn digest_of(kind: &[u8]) -> Option<&'static Digest> {
    [
        (identifiers::SHA_256, &digest::SHA256),
        (identifiers::SHA_384, &digest::SHA384),
        (identifiers::SHA_512, &digest::SHA512),
    ]
    .into_iter()
    .find(|(identifier, _)| identifier.as_bytes() == kind)
    .map(|(_, digest)| digest)
}

/// Everything that the signature covers.
struct Attributes<'a>(&'a [Field<'a>]);

impl<'a> Attributes<'a> {
    /// The one value of an attribute; more than one would leave open which is meant.
    fn one(&self, kind: &[u8]) -> std::result::Result<Option<Field<'a>>, String> {
        let unreadable = |_| {
            "what the stamp's signature covers is damaged, and cannot be read. Fetch the stamp \
             again, or ask for a new one."
                .to_owned()
        };
        let mut found = Vec::new();
        for attribute in self.0 {
            let (of, values) = parts(*attribute).map_err(unreadable)?;
            if of == kind {
                found.push(values);
            }
        }
        match found.as_slice() {
            [] => Ok(None),
            [values] if values.len() == 1 => Ok(values.first().copied()),
            _ => Err(
                "the stamp says something twice that it may say only once, so that it has \
                      no clear meaning. Ask for a new one."
                    .to_owned(),
            ),
        }
    }
}

/// The kind of an attribute, and its values.
fn parts(attribute: Field<'_>) -> Result<(&[u8], Vec<Field<'_>>)> {
    let mut fields = attribute.of_kind(Tag::Sequence)?.fields()?;
    let kind = fields.require(Tag::ObjectIdentifier)?.content;
    let values = fields.require(Tag::Set)?.all_fields()?;
    fields.finish()?;
    Ok((kind, values))
}
