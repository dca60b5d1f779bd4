//! The signed message around a stamp's statement (RFC 5652).

use super::certificate::Certificate;
use super::fields::{Field, Result, Tag, numbered, numbered_bytes};
use super::identifiers;

/// A statement with one signature.
pub(super) struct SignedStatement<'a> {
    /// The statement, exactly as it was signed.
    pub statement: &'a [u8],
    /// The certificates that came with it.
    pub certificates: Vec<&'a [u8]>,
    /// Which certificate is the signer's.
    pub signer: Signer<'a>,
    /// How the statement was digested.
    pub digest: Algorithm<'a>,
    /// What the signature covers: the statement's digest is among it.
    pub attributes: Vec<Field<'a>>,
    /// How it was signed.
    pub algorithm: Algorithm<'a>,
    /// The signature.
    pub signature: &'a [u8],
}

/// Which certificate is the signer's.
pub(super) enum Signer<'a> {
    /// The one that this issuer gave this number.
    Numbered { issuer: &'a [u8], serial: &'a [u8] },
    /// The one whose key is identified by this.
    Key(&'a [u8]),
}

/// An algorithm.
pub(super) struct Algorithm<'a> {
    /// The number that it is known by.
    pub kind: &'a [u8],
    /// That number and the parameters, as they came.
    pub with_parameters: &'a [u8],
}

impl<'a> SignedStatement<'a> {
    /// Reads it.
    pub fn read(stamp: &'a [u8]) -> std::result::Result<Self, String> {
        let message = Message::read(stamp).map_err(|_| {
            "this is not a time stamp, or it is damaged or incomplete: the signed message in it \
             cannot be read. Fetch the stamp again, or ask for a new one."
                .to_owned()
        })?;
        let [signature] = message.signatures.as_slice() else {
            return Err(format!(
                "a time stamp has exactly one signature, and this one has {}. Ask for a new one.",
                message.signatures.len()
            ));
        };
        if message.kind != identifiers::STATEMENT.as_bytes() {
            return Err(
                "this is a signed message but not a time stamp: what was signed is \
                        something else. Look for the file that the time-stamp authority sent."
                    .to_owned(),
            );
        }
        message.with_signature(*signature).map_err(|_| {
            "the signature in the stamp is damaged or incomplete, and cannot be read. Fetch the \
             stamp again, or ask for a new one."
                .to_owned()
        })
    }
}

/// A signed message whose signatures are not read yet.
struct Message<'a> {
    kind: &'a [u8],
    statement: &'a [u8],
    certificates: Vec<&'a [u8]>,
    signatures: Vec<Field<'a>>,
}

impl<'a> Message<'a> {
    fn read(stamp: &'a [u8]) -> Result<Self> {
        let mut fields = Field::only(stamp)?.of_kind(Tag::Sequence)?.fields()?;
        let kind = fields.require(Tag::ObjectIdentifier)?;
        let content = fields.require(numbered(0))?;
        fields.finish()?;
        if kind.content != identifiers::SIGNED_DATA.as_bytes() {
            return Err(Tag::ObjectIdentifier.value_error().into());
        }
        Self::read_content(Field::only(content.content)?.of_kind(Tag::Sequence)?)
    }

    fn read_content(content: Field<'a>) -> Result<Self> {
        let mut fields = content.fields()?;
        fields.require(Tag::Integer)?; // the version follows from the rest
        fields.require(Tag::Set)?; // the digest is named again with the signature
        let mut signed = fields.require(Tag::Sequence)?.fields()?;
        let kind = signed.require(Tag::ObjectIdentifier)?.content;
        let statement = Field::only(signed.require(numbered(0))?.content)?
            .of_kind(Tag::OctetString)?
            .content;
        signed.finish()?;
        let certificates = match fields.take(numbered(0))? {
            Some(certificates) => certificates.all_fields()?,
            None => Vec::new(),
        };
        fields.take(numbered(1))?; // lists of withdrawn certificates
        let signatures = fields.require(Tag::Set)?.all_fields()?;
        fields.finish()?;
        Ok(Self {
            kind,
            statement,
            // Other kinds than X.509 certificates have numbered tags, and no use here.
            certificates: certificates
                .into_iter()
                .filter(|certificate| certificate.tag == Tag::Sequence)
                .map(|certificate| certificate.whole)
                .collect(),
            signatures,
        })
    }

    fn with_signature(&self, signature: Field<'a>) -> Result<SignedStatement<'a>> {
        let mut fields = signature.of_kind(Tag::Sequence)?.fields()?;
        fields.require(Tag::Integer)?; // the version follows from how the signer is named
        let signer = match fields.take(numbered_bytes(0))? {
            Some(key) => Signer::Key(key.content),
            None => Signer::numbered(fields.require(Tag::Sequence)?)?,
        };
        let digest = Algorithm::read(fields.require(Tag::Sequence)?)?;
        let attributes = fields.require(numbered(0))?.all_fields()?;
        let algorithm = Algorithm::read(fields.require(Tag::Sequence)?)?;
        let value = fields.require(Tag::OctetString)?.content;
        fields.take(numbered(1))?; // attributes that the signature does not cover
        fields.finish()?;
        Ok(SignedStatement {
            statement: self.statement,
            certificates: self.certificates.clone(),
            signer,
            digest,
            attributes,
            algorithm,
            signature: value,
        })
    }
}

impl<'a> Signer<'a> {
    fn numbered(field: Field<'a>) -> Result<Self> {
        let mut fields = field.fields()?;
        let issuer = fields.require(Tag::Sequence)?.whole;
        let serial = fields.require(Tag::Integer)?.content;
        fields.finish()?;
        Ok(Self::Numbered { issuer, serial })
    }

    /// Whether it is this certificate.
    pub fn is(&self, certificate: &Certificate<'_>) -> bool {
        match self {
            Self::Numbered { issuer, serial } => {
                certificate.issuer.whole == *issuer && certificate.serial == *serial
            }
            Self::Key(key) => certificate.key_identifier() == Some(*key),
        }
    }
}

impl<'a> Algorithm<'a> {
    /// Reads it.
    pub fn read(field: Field<'a>) -> Result<Self> {
        let mut fields = field.of_kind(Tag::Sequence)?.fields()?;
        let kind = fields.require(Tag::ObjectIdentifier)?.content;
        if !fields.is_finished() {
            fields.next()?;
        }
        fields.finish()?;
        Ok(Self {
            kind,
            with_parameters: field.content,
        })
    }
}
