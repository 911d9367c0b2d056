//! The certificates of a cluster's authority, read from `certificateAuthority.data`: base64 of PEM, one certificate or,
//! while the authority is rotated, two, the active one first. It reads what stands there and trusts nothing.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use schemars::JsonSchema;
use serde::Serialize;
use x509_cert::Certificate;
use x509_cert::der::DateTime;
use x509_cert::der::Decode as _;
use x509_cert::ext::pkix::{AuthorityKeyIdentifier, BasicConstraints, SubjectKeyIdentifier};

use crate::bootstrap::answer::BootstrapFinding;
use crate::bootstrap::fault::{finding, known};
use crate::day::Day;
use crate::error::{Error, ErrorCode};
use crate::text::shown;

/// The days before the end of a certificate on which it counts as near its end.
const NEAR: i64 = 90;

/// More certificates than this are no authority of a cluster, and are not parsed.
const MOST_CERTIFICATES: usize = 16;

/// The certificates of a cluster's authority.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CertificateBundle {
    /// How many certificates it holds.
    pub count: usize,
    /// The certificates, in the order in which they stand; while the authority is rotated the active one is first.
    pub certificates: Vec<BundledCertificate>,
    /// The same certificates as `certificateAuthority.data` should be written: standard base64 on one line.
    pub data: String,
    /// What is odd about it, each in a sentence.
    pub doubts: Vec<String>,
}

/// One certificate of a cluster's authority.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BundledCertificate {
    /// Whom it is of, such as `CN=kubernetes`.
    pub subject: String,
    /// Who signed it; an authority of a cluster signs its own.
    pub issuer: String,
    /// The serial number, in hexadecimal digits.
    pub serial: String,
    /// Since when it is valid, such as `2026-11-22T10:00:00Z`.
    pub not_before: String,
    /// Until when it is valid.
    pub not_after: String,
    /// Whether it is valid on the day that was asked; `null` when no day was given.
    pub validity: Option<CertificateValidity>,
    /// The days from the day that was asked to the last one; negative when it has ended, `null` when no day was given.
    pub days_left: Option<i64>,
    /// The identifier of its key, in hexadecimal digits; `null` when it states none.
    pub subject_key_id: Option<String>,
    /// The identifier of the key that signed it, in hexadecimal digits; `null` when it states none.
    pub authority_key_id: Option<String>,
    /// Whether it may sign others, `CA:TRUE`.
    pub is_authority: bool,
}

/// Whether a certificate is valid on a day.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum CertificateValidity {
    /// It begins later.
    NotYet,
    /// It is valid.
    Valid,
    /// It is valid, and ends within 90 days.
    EndsSoon,
    /// It has ended.
    Ended,
}

/// Why a text is no bundle.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum BundleFault {
    Empty,
    RawPem,
    UrlSafe,
    Blank,
    Padding,
    NotBase64(char),
    Double,
    RawDer,
    NotPem,
    NoCertificate(String),
    Unreadable(usize),
    TooMany,
}

impl BundleFault {
    /// What is wrong, and what would be right.
    pub(crate) fn says(&self) -> String {
        match self {
            Self::Empty => "empty; give `certificateAuthority.data` as describe-cluster prints it".to_owned(),
            Self::RawPem => "PEM as it is; give base64 of it, which begins with `LS0t`".to_owned(),
            Self::UrlSafe => "the URL-safe alphabet of base64, with `-` and `_`; write `+` and `/` instead".to_owned(),
            Self::Blank => "base64 with blanks in it; only line ends may stand there, take the blanks out".to_owned(),
            Self::Padding => "base64 that ends too early; the padding `=` at its end belongs to it".to_owned(),
            Self::NotBase64(c) => format!("not base64, for `{}` stands in it", shown(&c.to_string())),
            Self::Double => "base64 of base64; decode it once, so that it begins with `LS0t`".to_owned(),
            Self::RawDer => "base64 of DER; give base64 of PEM, which begins with `LS0t`".to_owned(),
            Self::NotPem => "base64 of what is no PEM; it should begin with `-----BEGIN CERTIFICATE-----`".to_owned(),
            Self::NoCertificate(label) => {
                format!("PEM with a block `{}`; only blocks `CERTIFICATE` belong there", shown(label))
            }
            Self::Unreadable(number) => format!("PEM whose certificate {number} is no X.509 certificate"),
            Self::TooMany => {
                format!("more than {MOST_CERTIFICATES} certificates; EKS gives one, and two in a rotation")
            }
        }
    }

    /// The same as an error at a path.
    pub(crate) fn at(&self, path: &str) -> Error {
        Error::new(ErrorCode::ErrInvalidCertificate, path, format!("the certificates are {}", self.says()))
    }
}

impl CertificateBundle {
    /// Reads `certificateAuthority.data`, and says how its certificates stand on a day.
    ///
    /// ```
    /// use private_eks::{CertificateBundle, ErrorCode};
    ///
    /// let error = CertificateBundle::read("-----BEGIN CERTIFICATE-----", None).unwrap_err();
    /// assert_eq!(error.code(), ErrorCode::ErrInvalidCertificate);
    /// assert!(error.message().contains("give base64 of it"));
    /// ```
    ///
    /// # Errors
    /// It is not base64 of PEM with certificates, and nothing else.
    pub fn read(data: &str, day: Option<Day>) -> Result<Self, Error> {
        Self::parse(data, day).map_err(|fault| fault.at(""))
    }

    /// The same with the fault as data.
    pub(crate) fn parse(data: &str, day: Option<Day>) -> Result<Self, BundleFault> {
        let pem = pem_of(data)?;
        let blocks = blocks(&pem)?;
        if blocks.len() > MOST_CERTIFICATES {
            return Err(BundleFault::TooMany);
        }
        let mut certificates = Vec::new();
        for (at, der) in blocks.iter().enumerate() {
            certificates.push(certificate(der, day).ok_or(BundleFault::Unreadable(at + 1))?);
        }
        let mut bundle =
            Self { count: certificates.len(), certificates, data: STANDARD.encode(&pem), doubts: Vec::new() };
        bundle.doubts = bundle.doubts();
        Ok(bundle)
    }

    /// Certificates that a node is to trust beside those of its cluster, however many, on one line. What they say is for
    /// the node to read.
    ///
    /// # Errors
    /// The text is known only at deployment, or is not base64 of PEM with certificates and nothing else.
    pub(crate) fn trusted(path: &str, data: &str) -> Result<String, Error> {
        known(path, data)?;
        let pem = pem_of(data).map_err(|fault| fault.at(path))?;
        blocks(&pem).map_err(|fault| fault.at(path))?;
        Ok(STANDARD.encode(&pem))
    }

    /// The certificates of a cluster that a node is told; what is odd about them is found.
    ///
    /// # Errors
    /// As for [`Self::read`], and a text that is known only at deployment.
    pub(crate) fn told(
        path: &str,
        data: &str,
        day: Option<Day>,
        findings: &mut Vec<BootstrapFinding>,
    ) -> Result<Self, Error> {
        known(path, data)?;
        let bundle = Self::parse(data, day).map_err(|fault| fault.at(path))?;
        findings.extend(bundle.doubts.iter().map(|doubt| finding(path, "certificate-doubtful", doubt.as_str())));
        if bundle.count == 2 {
            let message = "two certificates, as while the authority is rotated: what was launched before holds one, and must be \
                given both before the new one is activated";
            findings.push(finding(path, "certificate-rotation", message));
        }
        Ok(bundle)
    }

    fn doubts(&self) -> Vec<String> {
        let mut doubts = Vec::new();
        if self.count > 2 {
            doubts.push(format!("{} certificates; EKS gives one, and two while the authority is rotated", self.count));
        }
        for (at, certificate) in self.certificates.iter().enumerate() {
            let (number, subject) = (at + 1, shown(&certificate.subject));
            let mut doubt = |says: String| doubts.push(format!("certificate {number}, `{subject}`, {says}"));
            if !certificate.is_authority {
                doubt("is not one of an authority: it lacks `CA:TRUE`".to_owned());
            }
            let days = certificate.days_left.unwrap_or_default();
            match certificate.validity {
                Some(CertificateValidity::NotYet) => doubt(format!("is valid only from {}", certificate.not_before)),
                Some(CertificateValidity::Ended) => doubt(format!("ended on {}", certificate.not_after)),
                Some(CertificateValidity::EndsSoon) => {
                    doubt(format!("ends on {}, in {days} days", certificate.not_after));
                }
                Some(CertificateValidity::Valid) | None => {}
            }
            if self.certificates.iter().take(at).any(|earlier| earlier == certificate) {
                doubt("stands there twice".to_owned());
            }
        }
        doubts
    }

    /// Whether both hold the same certificates, in any order.
    pub(crate) fn same_as(&self, other: &Self) -> bool {
        self.holds(other) && other.holds(self)
    }

    /// Whether every certificate of the other is in this one too.
    pub(crate) fn holds(&self, other: &Self) -> bool {
        other.certificates.iter().all(|theirs| self.certificates.iter().any(|ours| ours.is(theirs)))
    }
}

impl BundledCertificate {
    /// Whether both are one certificate, whatever the day.
    pub(crate) fn is(&self, other: &Self) -> bool {
        let identity = |one: &Self| (one.subject.clone(), one.serial.clone(), one.not_before.clone());
        identity(self) == identity(other) && self.subject_key_id == other.subject_key_id
    }
}

/// The PEM that a text encodes.
fn pem_of(data: &str) -> Result<Vec<u8>, BundleFault> {
    if data.trim().is_empty() {
        return Err(BundleFault::Empty);
    }
    if data.contains("-----BEGIN") {
        return Err(BundleFault::RawPem);
    }
    let lines = data.replace(['\n', '\r'], "");
    if lines.contains([' ', '\t']) {
        return Err(BundleFault::Blank);
    }
    let strange = |c: &char| !(c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '='));
    if let Some(c) = lines.chars().find(strange) {
        let only = lines.chars().all(|c| c.is_ascii_alphanumeric() || "+/=-_".contains(c));
        return Err(if only { BundleFault::UrlSafe } else { BundleFault::NotBase64(c) });
    }
    let Ok(pem) = STANDARD.decode(&lines) else {
        let inner = lines.trim_end_matches('=').contains('=');
        return Err(if inner { BundleFault::NotBase64('=') } else { BundleFault::Padding });
    };
    let text = String::from_utf8_lossy(&pem);
    if text.contains("-----BEGIN") {
        return Ok(pem);
    }
    let inner: String = text.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let again = STANDARD.decode(inner).unwrap_or_default();
    Err(if again.windows(10).any(|bytes| bytes == b"-----BEGIN") {
        BundleFault::Double
    } else if pem.starts_with(&[0x30, 0x82]) {
        BundleFault::RawDer
    } else {
        BundleFault::NotPem
    })
}

/// The contents of the blocks of a PEM text. What stands outside of blocks is passed over, as everybody does.
fn blocks(pem: &[u8]) -> Result<Vec<Vec<u8>>, BundleFault> {
    let text = std::str::from_utf8(pem).map_err(|_| BundleFault::NotPem)?;
    let mut blocks = Vec::new();
    let mut rest = text;
    while let Some((_, begun)) = rest.split_once("-----BEGIN ") {
        let (label, after) = begun.split_once("-----").ok_or(BundleFault::NotPem)?;
        if label != "CERTIFICATE" {
            return Err(BundleFault::NoCertificate(label.chars().take(40).collect()));
        }
        let number = blocks.len() + 1;
        let (body, after) = after.split_once("-----END CERTIFICATE-----").ok_or(BundleFault::Unreadable(number))?;
        let body: String = body.chars().filter(|c| !c.is_ascii_whitespace()).collect();
        blocks.push(STANDARD.decode(body).map_err(|_| BundleFault::Unreadable(number))?);
        rest = after;
    }
    if blocks.is_empty() { Err(BundleFault::NotPem) } else { Ok(blocks) }
}

fn certificate(der: &[u8], day: Option<Day>) -> Option<BundledCertificate> {
    let certificate = Certificate::from_der(der).ok()?;
    let body = certificate.tbs_certificate();
    let (from, to) = (body.validity().not_before.to_date_time(), body.validity().not_after.to_date_time());
    let (first, last) = (calendar(&from)?, calendar(&to)?);
    let basic = body.get_extension::<BasicConstraints>().ok()?;
    let own = body.get_extension::<SubjectKeyIdentifier>().ok()?;
    let signer = body.get_extension::<AuthorityKeyIdentifier>().ok()?;
    let days_left = day.map(|day| last.days_since(day));
    let validity = day.map(|day| match days_left {
        _ if day < first => CertificateValidity::NotYet,
        Some(left) if left < 0 => CertificateValidity::Ended,
        Some(left) if left <= NEAR => CertificateValidity::EndsSoon,
        _ => CertificateValidity::Valid,
    });
    Some(BundledCertificate {
        subject: body.subject().to_string(),
        issuer: body.issuer().to_string(),
        serial: hex(body.serial_number().as_bytes()),
        not_before: from.to_string(),
        not_after: to.to_string(),
        validity,
        days_left,
        subject_key_id: own.map(|(_, id)| hex(id.0.as_bytes())),
        authority_key_id: signer.and_then(|(_, id)| id.key_identifier).map(|id| hex(id.as_bytes())),
        is_authority: basic.is_some_and(|(_, basic)| basic.ca),
    })
}

fn calendar(time: &DateTime) -> Option<Day> {
    Day::of(time.year(), time.month(), time.day())
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
