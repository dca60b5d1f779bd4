//! The signature itself.

use rustls_pki_types::{CertificateDer, SignatureVerificationAlgorithm};
use webpki::{EndEntityCert, Error, ring};

use super::certificate::Certificate;
use super::fields::{self, Tag};
use super::identifiers as of;
use super::signed::SignedStatement;

type Verifier = &'static dyn SignatureVerificationAlgorithm;

/// Makes sure that the certificate's key made the signature.
pub(super) fn must_match(
    signed: &SignedStatement<'_>,
    certificate: &Certificate<'_>,
) -> Result<(), String> {
    let bytes = CertificateDer::from(certificate.bytes);
    let holder = EndEntityCert::try_from(&bytes).map_err(|_| {
        format!(
            "the stamp's certificate ({}) is damaged, or of a kind that is unknown here. Ask for \
             a new stamp, if need be from another authority.",
            certificate.subject_in_words()
        )
    })?;
    let message = signed_bytes(signed);
    let mut fits_key = false;
    for verifier in verifiers(signed) {
        match holder.verify_signature(verifier, &message, signed.signature) {
            Ok(()) => return Ok(()),
            Err(Error::UnsupportedSignatureAlgorithmForPublicKeyContext(_)) => {}
            Err(_) => fits_key = true,
        }
    }
    Err(if fits_key {
        "the stamp's signature does not match: the stamp was changed after it was signed, or \
         was never given by this authority. Fetch the stamp again, or ask for a new one."
    } else {
        "the stamp was signed in a way that cannot be checked here. RSA keys of 2048 bits or \
         more, and the curves P-256 and P-384 can be, with SHA-256 or SHA-384 (RSA \
         also with SHA-512). Ask another authority for a stamp."
    }
    .to_owned())
}

/// What was signed: the attributes as one set, in the order that the standard demands of a set
/// and with the tag of a set, not with the tag that they have inside the message (RFC 5652, 5.4).
fn signed_bytes(signed: &SignedStatement<'_>) -> Vec<u8> {
    let mut attributes: Vec<&[u8]> = signed.attributes.iter().map(|field| field.whole).collect();
    attributes.sort_unstable();
    fields::wrap(Tag::Set, &attributes.concat())
}

/// The ways to verify that the message's algorithm may stand for. Which of them fits depends on
/// the certificate's key.
fn verifiers(signed: &SignedStatement<'_>) -> Vec<Verifier> {
    let kind = signed.algorithm.kind;
    let digest = signed.digest.kind;
    let plain = kind == of::RSA.as_bytes();
    let is = |named: of::Identifier, with: of::Identifier| {
        kind == named.as_bytes() || plain && digest == with.as_bytes()
    };
    if is(of::RSA_SHA_256, of::SHA_256) {
        vec![ring::RSA_PKCS1_2048_8192_SHA256]
    } else if is(of::RSA_SHA_384, of::SHA_384) {
        vec![ring::RSA_PKCS1_2048_8192_SHA384]
    } else if is(of::RSA_SHA_512, of::SHA_512) {
        vec![ring::RSA_PKCS1_2048_8192_SHA512]
    } else if kind == of::RSA_PROBABILISTIC.as_bytes() {
        probabilistic(signed.algorithm.with_parameters)
    } else if kind == of::CURVE_SHA_256.as_bytes() {
        vec![ring::ECDSA_P256_SHA256, ring::ECDSA_P384_SHA256]
    } else if kind == of::CURVE_SHA_384.as_bytes() {
        vec![ring::ECDSA_P256_SHA384, ring::ECDSA_P384_SHA384]
    } else {
        Vec::new()
    }
}

/// Here the parameters decide, and must be those that the verifier stands for.
fn probabilistic(with_parameters: &[u8]) -> Vec<Verifier> {
    [
        ring::RSA_PSS_2048_8192_SHA256_LEGACY_KEY,
        ring::RSA_PSS_2048_8192_SHA384_LEGACY_KEY,
        ring::RSA_PSS_2048_8192_SHA512_LEGACY_KEY,
    ]
    .into_iter()
    .filter(|verifier| verifier.signature_alg_id().as_ref() == with_parameters)
    .collect()
}
