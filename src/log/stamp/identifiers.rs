//! The numbers that the standards give to algorithms, attributes and extensions.

/// Such a number.
pub(super) use der::asn1::ObjectIdentifier as Identifier;

const fn identifier(number: &str) -> Identifier {
    Identifier::new_unwrap(number) // at compile time: a wrong number does not build
}

/// A signed message (RFC 5652).
pub(super) const SIGNED_DATA: Identifier = identifier("1.2.840.113549.1.7.2");
/// A time stamp's statement (RFC 3161).
pub(super) const STATEMENT: Identifier = identifier("1.2.840.113549.1.9.16.1.4");

/// Attribute: the kind of what is signed.
pub(super) const CONTENT_KIND: Identifier = identifier("1.2.840.113549.1.9.3");
/// Attribute: the digest of what is signed.
pub(super) const MESSAGE_DIGEST: Identifier = identifier("1.2.840.113549.1.9.4");
/// Attribute: SHA-1 of the signing certificate (RFC 2634).
pub(super) const SIGNING_CERTIFICATE: Identifier = identifier("1.2.840.113549.1.9.16.2.12");
/// Attribute: another digest of the signing certificate (RFC 5035).
pub(super) const SIGNING_CERTIFICATE_2: Identifier = identifier("1.2.840.113549.1.9.16.2.47");

/// SHA-256.
pub(super) const SHA_256: Identifier = identifier("2.16.840.1.101.3.4.2.1");
/// SHA-384.
pub(super) const SHA_384: Identifier = identifier("2.16.840.1.101.3.4.2.2");
/// SHA-512.
pub(super) const SHA_512: Identifier = identifier("2.16.840.1.101.3.4.2.3");

/// RSA, the digest being named elsewhere.
pub(super) const RSA: Identifier = identifier("1.2.840.113549.1.1.1");
/// RSA with probabilistic padding; the digest is among its parameters.
pub(super) const RSA_PROBABILISTIC: Identifier = identifier("1.2.840.113549.1.1.10");
/// RSA with SHA-256.
pub(super) const RSA_SHA_256: Identifier = identifier("1.2.840.113549.1.1.11");
/// RSA with SHA-384.
pub(super) const RSA_SHA_384: Identifier = identifier("1.2.840.113549.1.1.12");
/// RSA with SHA-512.
pub(super) const RSA_SHA_512: Identifier = identifier("1.2.840.113549.1.1.13");
/// An elliptic curve with SHA-256.
pub(super) const CURVE_SHA_256: Identifier = identifier("1.2.840.10045.4.3.2");
/// An elliptic curve with SHA-384.
pub(super) const CURVE_SHA_384: Identifier = identifier("1.2.840.10045.4.3.3");

/// Extension: what identifies the certificate's key.
pub(super) const KEY_IDENTIFIER: Identifier = identifier("2.5.29.14");
/// Extension: what the key may do.
pub(super) const KEY_USAGE: Identifier = identifier("2.5.29.15");
/// Extension: whether it may issue certificates.
pub(super) const BASIC_CONSTRAINTS: Identifier = identifier("2.5.29.19");
/// Extension: what the certificate is for.
pub(super) const PURPOSES: Identifier = identifier("2.5.29.37");
/// Purpose: time stamping.
pub(super) const TIME_STAMPING: Identifier = identifier("1.3.6.1.5.5.7.3.8");

/// Part of a name: its own.
pub(super) const COMMON_NAME: Identifier = identifier("2.5.4.3");
/// Part of a name: the organisation.
pub(super) const ORGANISATION: Identifier = identifier("2.5.4.10");
/// Part of a name: a unit of the organisation.
pub(super) const ORGANISATIONAL_UNIT: Identifier = identifier("2.5.4.11");
