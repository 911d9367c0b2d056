//! The certificates of a cluster's authority, read from `certificateAuthority.data`: base64 of PEM, one certificate or,
//! while the authority is rotated, two, the active one first. It reads what stands there and trusts nothing.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use schemars::JsonSchema;
use serde::Serialize;
use x509_cert::Certificate;
use x509_cert::der::asn1::ObjectIdentifier;
use x509_cert::der::{DateTime, Decode as _, Tag, Tagged as _};
use x509_cert::ext::pkix::{AuthorityKeyIdentifier, BasicConstraints, SubjectKeyIdentifier};
use x509_cert::name::Name;

use crate::bootstrap::answer::BootstrapFinding;
use crate::bootstrap::fault::{finding, known};
use crate::day::Day;
use crate::error::{Error, ErrorCode};
use crate::text::shown;

/// The days before the end of a certificate on which it counts as near its end.
const NEAR: i64 = 90;

/// The attribute `commonName` of a name.
const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");

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
        let (pem, line) = pem_of(data)?;
        let blocks = blocks(&pem)?;
        if blocks.len() > MOST_CERTIFICATES {
            return Err(BundleFault::TooMany);
        }
        let mut certificates = Vec::new();
        for (at, der) in blocks.iter().enumerate() {
            certificates.push(certificate(der, day).ok_or(BundleFault::Unreadable(at + 1))?);
        }
        let mut bundle = Self { count: certificates.len(), certificates, data: line.into_owned(), doubts: Vec::new() };
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
        let (pem, line) = pem_of(data).map_err(|fault| fault.at(path))?;
        blocks(&pem).map_err(|fault| fault.at(path))?;
        Ok(line.into_owned())
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

/// The PEM that a text encodes, and the text as it should be written: without line ends.
fn pem_of(data: &str) -> Result<(String, Cow<'_, str>), BundleFault> {
    let line = if data.contains(['\n', '\r']) { data.replace(['\n', '\r'], "").into() } else { Cow::Borrowed(data) };
    // What decodes has neither blanks nor strange characters, and is written in the one way that base64 has.
    let Ok(pem) = STANDARD.decode(line.as_bytes()) else { return Err(no_base64(&line)) };
    match String::from_utf8(pem) {
        Ok(pem) if pem.contains("-----BEGIN") => Ok((pem, line)),
        Ok(pem) => Err(no_pem(&line, pem.as_bytes())),
        Err(pem) => Err(no_pem(&line, pem.as_bytes())),
    }
}

/// Why a text without line ends is no base64.
fn no_base64(line: &str) -> BundleFault {
    if line.trim().is_empty() {
        return BundleFault::Empty;
    }
    if line.contains("-----BEGIN") {
        return BundleFault::RawPem;
    }
    if line.contains([' ', '\t']) {
        return BundleFault::Blank;
    }
    let strange = |c: &char| !(c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '='));
    if let Some(c) = line.chars().find(strange) {
        let only = line.chars().all(|c| c.is_ascii_alphanumeric() || "+/=-_".contains(c));
        return if only { BundleFault::UrlSafe } else { BundleFault::NotBase64(c) };
    }
    let inner = line.trim_end_matches('=').contains('=');
    if inner { BundleFault::NotBase64('=') } else { BundleFault::Padding }
}

/// Why base64 holds no PEM.
fn no_pem(line: &str, bytes: &[u8]) -> BundleFault {
    let inner: Vec<u8> = bytes.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
    let again = STANDARD.decode(inner).unwrap_or_default();
    if line.is_empty() {
        BundleFault::Empty
    } else if again.windows(10).any(|bytes| bytes == b"-----BEGIN") {
        BundleFault::Double
    } else if bytes.starts_with(&[0x30, 0x82]) {
        BundleFault::RawDer
    } else {
        BundleFault::NotPem
    }
}

/// The contents of the blocks of a PEM text. What stands outside of blocks is passed over, as everybody does.
fn blocks(pem: &str) -> Result<Vec<Vec<u8>>, BundleFault> {
    let mut blocks = Vec::new();
    let mut rest = pem;
    let mut base64 = Vec::with_capacity(pem.len());
    while let Some((_, begun)) = rest.split_once("-----BEGIN ") {
        let (label, after) = begun.split_once("-----").ok_or(BundleFault::NotPem)?;
        if label != "CERTIFICATE" {
            return Err(BundleFault::NoCertificate(label.chars().take(40).collect()));
        }
        let number = blocks.len() + 1;
        let (body, after) = after.split_once("-----END CERTIFICATE-----").ok_or(BundleFault::Unreadable(number))?;
        base64.clear();
        for word in body.split_ascii_whitespace() {
            base64.extend_from_slice(word.as_bytes());
        }
        blocks.push(STANDARD.decode(&base64).map_err(|_| BundleFault::Unreadable(number))?);
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
    let subject = written(body.subject());
    let issuer = if body.issuer() == body.subject() { subject.clone() } else { written(body.issuer()) };
    Some(BundledCertificate {
        subject,
        issuer,
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

/// A name as RFC 4514 writes it. EKS gives its authorities a common name alone, for which nothing has to be looked up.
fn written(name: &Name) -> String {
    let mut parts = name.iter();
    if let (Some(part), None) = (parts.next(), parts.next())
        && part.oid == COMMON_NAME
        && matches!(part.value.tag(), Tag::Utf8String | Tag::PrintableString)
        && part.value.value().iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
    {
        return format!("CN={}", String::from_utf8_lossy(part.value.value()));
    }
    name.to_string()
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use std::str::FromStr as _;

    use super::*;

    #[test]
    fn names_are_written_as_the_crate_writes_them() {
        for text in ["CN=kubernetes", "CN=a-1", "CN=a b", "O=x", "CN=a,O=b"] {
            let name = Name::from_str(text).unwrap();
            assert_eq!(written(&name), name.to_string(), "{text}");
        }
        assert_eq!(written(&Name::from_str("CN=kubernetes").unwrap()), "CN=kubernetes");
    }
}
