//! Whether a certificate leads to one that the reader trusts.
//!
//! The reader gives a text with certificates (PEM). Roots are those in it that issued themselves,
//! and the last one, whatever it is. The others in it, and those in the stamp, may only lead to a
//! root. Paths are built and their signatures verified by `webpki`.

use core::time::Duration; // `core` has no clock that could be read here by mistake

use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, UnixTime};
use webpki::{EndEntityCert, Error, KeyUsage};

use super::certificate::Certificate;
use super::identifiers;

type Checked = Result<(), String>;

const TIME_STAMPING: &[u8] = identifiers::TIME_STAMPING.as_bytes();
const OUT_OF_TIME: &str = "was not valid at the moment of the stamp";

/// The certificates that the reader gives.
pub(super) struct TrustedCertificates(Vec<CertificateDer<'static>>);

impl TrustedCertificates {
    /// Reads them.
    pub fn read(text: &str) -> Result<Self, String> {
        let all: Vec<_> = CertificateDer::pem_slice_iter(text.as_bytes())
            .collect::<Result<_, _>>()
            .map_err(|_| {
                "the trusted certificates cannot be read: a line in them is damaged or missing. \
                 Get them from the time-stamp authority again (PEM)."
                    .to_owned()
            })?;
        if all.is_empty() {
            return Err(
                "there is no certificate among the trusted certificates. They are text \
                        (PEM), each from a line BEGIN CERTIFICATE to a line END CERTIFICATE. Get \
                        them from the time-stamp authority."
                    .to_owned(),
            );
        }
        if let Some(place) = all
            .iter()
            .position(|bytes| Certificate::read(bytes).is_err())
        {
            return Err(format!(
                "number {} of the trusted certificates is damaged, and cannot be read. Get it \
                 from the time-stamp authority again (PEM).",
                place + 1
            ));
        }
        Ok(Self(all))
    }

    /// All of them, roots or not.
    pub fn all(&self) -> impl Iterator<Item = &[u8]> {
        self.0.iter().map(AsRef::as_ref)
    }

    /// Makes sure that the certificate, valid at that second, is a root or leads to one, maybe over
    /// those that were sent with the stamp.
    pub fn must_lead_to(&self, certificate: &Certificate<'_>, sent: &[&[u8]], at: i64) -> Checked {
        if !certificate.is_valid_at(at) {
            return Err(trouble(certificate, OUT_OF_TIME));
        }
        // A trusted certificate needs nobody's word; and `webpki` builds no path of one.
        if self
            .roots_at(at)
            .any(|(_, root)| root.bytes == certificate.bytes)
        {
            return Ok(());
        }
        self.must_have_path(certificate, sent, at)
    }

    /// The roots that are valid at that second.
    fn roots_at(
        &self,
        at: i64,
    ) -> impl Iterator<Item = (&CertificateDer<'static>, Certificate<'_>)> {
        let last = self.0.len().saturating_sub(1);
        self.0
            .iter()
            .enumerate()
            .filter_map(move |(place, bytes)| {
                let root = Certificate::read(bytes).ok()?;
                (place == last || root.is_self_issued()).then_some((bytes, root))
            })
            .filter(move |(_, root)| root.is_valid_at(at))
    }

    fn must_have_path(&self, certificate: &Certificate<'_>, sent: &[&[u8]], at: i64) -> Checked {
        // `webpki` takes any anchor to be one that may issue, so that is asked here.
        let anchors: Vec<_> = self
            .roots_at(at)
            .filter(|(_, root)| root.may_issue())
            .filter_map(|(bytes, _)| webpki::anchor_from_trusted_cert(bytes).ok())
            .collect();
        let between: Vec<CertificateDer<'_>> = sent
            .iter()
            .copied()
            .chain(self.all())
            .map(CertificateDer::from)
            .collect();
        let bytes = CertificateDer::from(certificate.bytes);
        let since_1970 = Duration::from_secs(at.try_into().unwrap_or_default());
        EndEntityCert::try_from(&bytes)
            .and_then(|holder| {
                let path = holder.verify_for_usage(
                    webpki::ALL_VERIFICATION_ALGS,
                    &anchors,
                    &between,
                    UnixTime::since_unix_epoch(since_1970),
                    // Those on the way may leave open what they are for. The stamp's own may not,
                    // and has been judged more strictly (`certificate`).
                    KeyUsage::required_if_present(TIME_STAMPING),
                    None,
                    None,
                );
                path.map(|_| ())
            })
            .map_err(|error| trouble(certificate, &reason(&error)))
    }
}

/// What is wrong with the path, as the end of a sentence about the certificate.
fn reason(error: &Error) -> String {
    match error {
        Error::UnknownIssuer => "does not lead to a certificate that you trust and that was \
                                 valid at the moment of the stamp"
            .to_owned(),
        Error::CertExpired { .. } | Error::CertNotValidYet { .. } => {
            format!("or one on the way to a certificate that you trust {OUT_OF_TIME}")
        }
        Error::InvalidSignatureForPublicKey => "was not issued by the authority that it names, \
                                                or one on the way was not"
            .to_owned(),
        Error::RequiredEkuNotFoundContext(_) | Error::EmptyEkuExtension => {
            "leads over a certificate that may not be used for time stamps".to_owned()
        }
        Error::CaUsedAsEndEntity => "may issue certificates, so that only trusting it directly \
                                     would do"
            .to_owned(),
        Error::EndEntityUsedAsCa => {
            "was issued with a certificate that may not issue any".to_owned()
        }
        Error::UnsupportedSignatureAlgorithmContext(_)
        | Error::UnsupportedSignatureAlgorithmForPublicKeyContext(_) => {
            "was signed in a way that cannot be checked here, or one on the way was".to_owned()
        }
        Error::UnsupportedCriticalExtension => "makes a condition that is unknown here, or one \
                                                on the way does"
            .to_owned(),
        _ => "cannot be followed to a certificate that you trust".to_owned(),
    }
}

fn trouble(certificate: &Certificate<'_>, reason: &str) -> String {
    format!(
        "the stamp's certificate ({}) {reason}. Make sure that the trusted certificates are those \
         of this time-stamp authority; if they are, ask for a new stamp.",
        certificate.subject_in_words()
    )
}
