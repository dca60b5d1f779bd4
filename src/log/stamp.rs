//! Time stamps (RFC 3161): an outside authority's word that a file existed at a moment.
//!
//! Nothing here reaches the network. [`request`] makes the question as a file, somebody sends it
//! to a time-stamp authority, and the answer comes back as a file for [`read`] and [`verify`].
//!
//! What must hold before a stamp is believed, and the file that checks it:
//!
//! 1. the answer grants a stamp, and the stamp has one signature (`answer`, `signed`);
//! 2. its statement names the SHA-256 of the file (`statement`);
//! 3. the signature covers that statement, and names its certificate (`attributes`);
//! 4. that certificate is for time stamping and nothing else (`certificate`);
//! 5. the signature was made with that certificate's key (`signature`);
//! 6. the certificate leads to one that the reader trusts, at the moment of the stamp (`trust`).

mod answer;
mod attributes;
mod certificate;
mod fields;
mod identifiers;
mod moment;
mod names;
mod signature;
mod signed;
mod statement;
#[cfg(test)]
mod tests;
mod trust;

use ring::digest;

use certificate::Certificate;
use fields::{Tag, join, wrap};
use signed::SignedStatement;
use statement::Statement;
use trust::TrustedCertificates;

/// What is said where a stamp comes without the certificate that it was signed with.
const UNNAMED_SIGNER: &str = "an authority that the stamp does not name";

/// What a time stamp says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The moment, in whole seconds since 1970 (UTC); a fraction of a second is left off.
    pub time_seconds: i64,
    /// The authority's policy, as a number with dots.
    pub policy: String,
    /// The authority's number for this stamp, in hexadecimal.
    pub serial: String,
    /// SHA-256 of the file that was stamped.
    pub imprint: [u8; 32],
    /// The number that the request carried, without zeros in front.
    pub nonce: Option<Vec<u8>>,
    /// Who signed: the name in the signing certificate.
    pub signer: String,
}

impl Stamp {
    /// Whether this stamp answers the request that was made with this number.
    pub fn answers(&self, nonce: [u8; 8]) -> bool {
        self.nonce.as_deref() == Some(fields::without_zeros_in_front(&nonce))
    }
}

/// The bytes of a request for a stamp on a file, to be sent as `application/timestamp-query`.
///
/// It asks the authority to put its certificate into the stamp. The number should be random, so
/// that an old stamp cannot pass as the answer.
pub fn request(bytes: &[u8], nonce: [u8; 8]) -> Vec<u8> {
    let algorithm = wrap(
        Tag::Sequence,
        &join(&[
            wrap(Tag::ObjectIdentifier, identifiers::SHA_256.as_bytes()),
            wrap(Tag::Null, &[]),
        ]),
    );
    let imprint = wrap(Tag::OctetString, &sha_256(bytes));
    wrap(
        Tag::Sequence,
        &join(&[
            wrap(Tag::Integer, &[1]),
            wrap(Tag::Sequence, &join(&[algorithm, imprint])),
            wrap(Tag::Integer, &fields::unsigned(&nonce)),
            wrap(Tag::Boolean, &[0xff]),
        ]),
    )
}

/// Reads an authority's answer (`.tsr`) or a stamp by itself. Nothing it says is verified yet.
///
/// # Errors
/// When the authority refused, or the bytes are not a whole stamp; in words for the reader.
pub fn read(bytes: &[u8]) -> Result<Stamp, String> {
    let signed = SignedStatement::read(answer::stamp_in(bytes)?)?;
    let statement = Statement::read(signed.statement)?;
    let signer = signed
        .certificates
        .iter()
        .filter_map(|certificate| Certificate::read(certificate).ok())
        .find(|certificate| signed.signer.is(certificate));
    Ok(told(statement, signer.as_ref()))
}

/// Verifies an authority's answer or a stamp by itself, for a file and the certificates that the
/// reader trusts (see [`trust`] for which of them count as roots).
///
/// # Errors
/// When anything of what must hold does not; in words for the reader.
pub fn verify(token: &[u8], bytes: &[u8], roots_pem: &str) -> Result<Stamp, String> {
    let signed = SignedStatement::read(answer::stamp_in(token)?)?;
    let statement = Statement::read(signed.statement)?;
    if statement.imprint != sha_256(bytes) {
        return Err(format!(
            "the stamp is for another file: it was given for one whose SHA-256 is {}. If this \
             file has been changed, put the stamped one back; otherwise look for the stamp that \
             belongs to it.",
            fields::hexadecimal(&statement.imprint)
        ));
    }
    let trusted = TrustedCertificates::read(roots_pem)?;
    let certificate = signing_certificate(&signed, &trusted)?;
    certificate.must_be_for_time_stamping_only()?;
    attributes::must_cover(&signed, &certificate)?;
    signature::must_match(&signed, &certificate)?;
    trusted.must_lead_to(&certificate, &signed.certificates, statement.time_seconds)?;
    Ok(told(statement, Some(&certificate)))
}

/// The certificate that the stamp was signed with: from the stamp, or else from those trusted.
fn signing_certificate<'a>(
    signed: &SignedStatement<'a>,
    trusted: &'a TrustedCertificates,
) -> Result<Certificate<'a>, String> {
    signed
        .certificates
        .iter()
        .copied()
        .chain(trusted.all())
        .filter_map(|bytes| Certificate::read(bytes).ok())
        .find(|certificate| signed.signer.is(certificate))
        .ok_or_else(|| {
            "the certificate that the stamp was signed with is neither in the stamp nor among \
             the trusted certificates. Get it from the time-stamp authority and add it in front \
             of the certificates that you trust."
                .to_owned()
        })
}

fn told(statement: Statement, signer: Option<&Certificate<'_>>) -> Stamp {
    Stamp {
        time_seconds: statement.time_seconds,
        policy: statement.policy,
        serial: statement.serial,
        imprint: statement.imprint,
        nonce: statement.nonce,
        signer: signer.map_or_else(|| UNNAMED_SIGNER.to_owned(), Certificate::subject_in_words),
    }
}

fn sha_256(bytes: &[u8]) -> [u8; 32] {
    let mut result = [0; 32];
    for (to, from) in result
        .iter_mut()
        .zip(digest::digest(&digest::SHA256, bytes).as_ref())
    {
        *to = *from;
    }
    result
}
