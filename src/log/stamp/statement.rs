//! What the authority states (RFC 3161, TSTInfo).

use super::fields::{self, Field, Fields, Result, Tag, numbered};
use super::signed::Algorithm;
use super::{identifiers, moment};

/// What the authority states.
pub(super) struct Statement {
    /// Seconds since 1970 (UTC).
    pub time_seconds: i64,
    /// Its policy.
    pub policy: String,
    /// Its number for the stamp.
    pub serial: String,
    /// SHA-256 of the file.
    pub imprint: [u8; 32],
    /// The request's number.
    pub nonce: Option<Vec<u8>>,
}

/// The statement's fields, before any is judged.
struct Parts<'a> {
    version: &'a [u8],
    policy: &'a [u8],
    digest: &'a [u8],
    imprint: &'a [u8],
    serial: &'a [u8],
    time: Field<'a>,
    nonce: Option<&'a [u8]>,
    has_critical_extension: bool,
}

impl Statement {
    /// Reads it.
    pub fn read(bytes: &[u8]) -> std::result::Result<Self, String> {
        let unreadable = || {
            "the statement in the stamp is damaged, and cannot be read. Fetch the stamp again, \
             or ask for a new one."
                .to_owned()
        };
        let parts = Parts::read(bytes).map_err(|_| unreadable())?;
        if parts.version != [1] || parts.has_critical_extension {
            return Err(
                "the stamp makes conditions that are unknown here, so that nobody may \
                        rely on it without knowing them. Ask for one without extensions."
                    .to_owned(),
            );
        }
        if parts.digest != identifiers::SHA_256.as_bytes() {
            return Err(
                "the stamp was given for another kind of digest than SHA-256, and cannot \
                        be compared with the file. Ask for a stamp with a request made here."
                    .to_owned(),
            );
        }
        Ok(Self {
            time_seconds: moment::seconds(parts.time).ok_or_else(unreadable)?,
            policy: identifiers::Identifier::from_bytes(parts.policy)
                .map_err(|_| unreadable())?
                .to_string(),
            serial: fields::hexadecimal(match fields::without_zeros_in_front(parts.serial) {
                [] => &[0],
                digits => digits,
            }),
            imprint: parts.imprint.try_into().map_err(|_| unreadable())?,
            nonce: parts
                .nonce
                .map(|nonce| fields::without_zeros_in_front(nonce).to_vec()),
        })
    }
}

impl<'a> Parts<'a> {
    fn read(bytes: &'a [u8]) -> Result<Self> {
        let mut fields = Field::only(bytes)?.of_kind(Tag::Sequence)?.fields()?;
        let version = fields.require(Tag::Integer)?.content;
        let policy = fields.require(Tag::ObjectIdentifier)?.content;
        let mut imprint = fields.require(Tag::Sequence)?.fields()?;
        let digest = Algorithm::read(imprint.require(Tag::Sequence)?)?.kind;
        let digested = imprint.require(Tag::OctetString)?.content;
        imprint.finish()?;
        let serial = fields.require(Tag::Integer)?.content;
        let time = fields.require(Tag::GeneralizedTime)?;
        fields.take(Tag::Sequence)?; // how exact the clock is
        fields.take(Tag::Boolean)?; // whether moments tell the order of stamps
        let nonce = fields.take(Tag::Integer)?.map(|nonce| nonce.content);
        fields.take(numbered(0))?; // the authority's name, which the certificate tells better
        let has_critical_extension = has_critical_extension(&mut fields)?;
        fields.finish()?;
        Ok(Self {
            version,
            policy,
            digest,
            imprint: digested,
            serial,
            time,
            nonce,
            has_critical_extension,
        })
    }
}

/// Whether there is an extension that must be understood; none is, here.
fn has_critical_extension(fields: &mut Fields<'_>) -> Result<bool> {
    let Some(extensions) = fields.take(numbered(1))? else {
        return Ok(false);
    };
    let mut critical = false;
    for extension in extensions.all_fields()? {
        let mut parts = extension.fields()?;
        parts.require(Tag::ObjectIdentifier)?;
        critical |= parts
            .take(Tag::Boolean)?
            .is_some_and(|flag| flag.content != [0]);
    }
    Ok(critical)
}
