//! The parts of a certificate (X.509) that say whether a stamp may rest on it.
//!
//! Paths and signatures are left to `webpki` (see `trust`); it does not say whether a purpose is
//! marked critical and the only one, nor what the key may do, nor the name in words.

use super::fields::{Field, Result, Tag, numbered, numbered_bytes};
use super::{identifiers, moment, names};

/// A certificate.
pub(super) struct Certificate<'a> {
    /// All of it, as it came.
    pub bytes: &'a [u8],
    /// Its number.
    pub serial: &'a [u8],
    /// Who issued it.
    pub issuer: Field<'a>,
    /// Whose it is.
    subject: Field<'a>,
    /// First and last second at which it is valid.
    valid: (i64, i64),
    extensions: Vec<Extension<'a>>,
}

/// What a certificate says beyond the basics.
struct Extension<'a> {
    kind: &'a [u8],
    is_critical: bool,
    content: &'a [u8],
}

impl<'a> Certificate<'a> {
    /// Reads it.
    pub fn read(bytes: &'a [u8]) -> Result<Self> {
        let mut outer = Field::only(bytes)?.of_kind(Tag::Sequence)?.fields()?;
        let mut fields = outer.require(Tag::Sequence)?.fields()?;
        fields.take(numbered(0))?; // the version; the first has no extensions
        let serial = fields.require(Tag::Integer)?.content;
        fields.require(Tag::Sequence)?; // how it was signed
        let issuer = fields.require(Tag::Sequence)?;
        let mut valid = fields.require(Tag::Sequence)?.fields()?;
        let valid = (valid.next()?, valid.next()?);
        let subject = fields.require(Tag::Sequence)?;
        fields.require(Tag::Sequence)?; // the key
        fields.take(numbered_bytes(1))?; // another number of the issuer
        fields.take(numbered_bytes(2))?; // another number of the holder
        let extensions = match fields.take(numbered(3))? {
            Some(extensions) => Extension::read_all(extensions)?,
            None => Vec::new(),
        };
        fields.finish()?;
        let second = |field| moment::seconds(field).ok_or(Tag::UtcTime.value_error());
        Ok(Self {
            bytes,
            serial,
            issuer,
            subject,
            valid: (second(valid.0)?, second(valid.1)?),
            extensions,
        })
    }

    /// Whether it is valid at that second.
    pub fn is_valid_at(&self, seconds: i64) -> bool {
        self.valid.0 <= seconds && seconds <= self.valid.1
    }

    /// Whether its holder issued it: where a path of certificates ends.
    pub fn is_self_issued(&self) -> bool {
        self.issuer.whole == self.subject.whole
    }

    /// Whether it may issue others. The oldest kind cannot say, and is taken to say yes.
    pub fn may_issue(&self) -> bool {
        self.extensions.is_empty()
            || self
                .extension(identifiers::BASIC_CONSTRAINTS.as_bytes())
                .and_then(|found| Field::only(found.content).ok()?.all_fields().ok())
                .is_some_and(|fields| {
                    fields
                        .first()
                        .is_some_and(|first| first.tag == Tag::Boolean && first.content == [0xff])
                })
    }

    /// What identifies its key, if it says so.
    pub fn key_identifier(&self) -> Option<&'a [u8]> {
        let found = self.extension(identifiers::KEY_IDENTIFIER.as_bytes())?;
        let identifier = Field::only(found.content).ok()?.of_kind(Tag::OctetString);
        identifier.ok().map(|field| field.content)
    }

    /// Whose it is, in words.
    pub fn subject_in_words(&self) -> String {
        names::in_words(self.subject)
    }

    /// Makes sure that time stamping is what it is for, that it is for nothing else, that it says
    /// so in a way that nobody may pass over (RFC 3161, 2.3), and that its key may sign.
    pub fn must_be_for_time_stamping_only(&self) -> std::result::Result<(), String> {
        let purposes = self.extension(identifiers::PURPOSES.as_bytes());
        let listed = purposes.and_then(|found| Field::only(found.content).ok()?.all_fields().ok());
        let is_only_purpose = matches!(
            listed.as_deref(),
            Some([only]) if only.content == identifiers::TIME_STAMPING.as_bytes()
        );
        let trouble = if !is_only_purpose {
            "may not be used for time stamps, or not for them alone"
        } else if !purposes.is_some_and(|found| found.is_critical) {
            "does not say as firmly as it must that it is for time stamps alone"
        } else if !self.key_may_sign() {
            "has a key that may not be used for signing"
        } else {
            return Ok(());
        };
        Err(format!(
            "the stamp's certificate ({}) {trouble}. Ask a time-stamp authority for a new stamp.",
            self.subject_in_words()
        ))
    }

    /// A certificate that does not say what its key may do leaves it open. Otherwise the first
    /// bit (signatures) or the second (signatures that bind) must be set.
    fn key_may_sign(&self) -> bool {
        let Some(found) = self.extension(identifiers::KEY_USAGE.as_bytes()) else {
            return true;
        };
        Field::only(found.content)
            .and_then(|field| field.of_kind(Tag::BitString))
            .is_ok_and(|bits| bits.content.get(1).is_some_and(|byte| byte & 0xc0 != 0))
    }

    fn extension(&self, kind: &[u8]) -> Option<&Extension<'a>> {
        self.extensions.iter().find(|found| found.kind == kind)
    }
}

impl<'a> Extension<'a> {
    fn read_all(field: Field<'a>) -> Result<Vec<Self>> {
        Field::only(field.content)?
            .of_kind(Tag::Sequence)?
            .all_fields()?
            .into_iter()
            .map(Self::read)
            .collect()
    }

    fn read(field: Field<'a>) -> Result<Self> {
        let mut fields = field.of_kind(Tag::Sequence)?.fields()?;
        let kind = fields.require(Tag::ObjectIdentifier)?.content;
        let is_critical = fields
            .take(Tag::Boolean)?
            .is_some_and(|flag| flag.content == [0xff]);
        let content = fields.require(Tag::OctetString)?.content;
        fields.finish()?;
        Ok(Self {
            kind,
            is_critical,
            content,
        })
    }
}
