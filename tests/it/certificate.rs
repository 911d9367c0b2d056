//! Bundles of certificates: what is read of those in `tests/authority`, whose script says what they are, and what is
//! said of texts that are none.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use private_eks::{CertificateBundle, CertificateValidity, Day, ErrorCode};
use proptest::prelude::*;
use tests::files;

fn pem(name: &str) -> String {
    files::text(&files::root().join("tests/authority").join(name))
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

#[test]
fn a_bundle_of_a_rotation_is_read_whole() {
    let both = pem("second.pem") + &pem("first.pem");
    let bundle = CertificateBundle::read(&STANDARD.encode(&both), Some(day("2026-11-22"))).expect("a bundle");
    assert_eq!(bundle.count, 2);
    let (active, old) = (&bundle.certificates[0], &bundle.certificates[1]);
    assert_eq!((active.subject.as_str(), active.issuer.as_str()), ("CN=kubernetes", "CN=kubernetes"));
    assert_eq!(
        (active.not_before.as_str(), active.not_after.as_str()),
        ("2026-01-01T00:00:00Z", "2036-01-01T00:00:00Z")
    );
    assert_eq!(old.not_before, "2024-01-01T00:00:00Z");
    assert!(active.is_authority && old.is_authority);
    assert_eq!(active.validity, Some(CertificateValidity::Valid));
    // The serial numbers are the years: 2026 is 0x7ea.
    assert_eq!(active.serial, "07ea");
    assert_ne!(active.subject_key_id, old.subject_key_id);
    assert_eq!(active.subject_key_id.as_ref().map(String::len), Some(40));
    assert_eq!(bundle.data, STANDARD.encode(&both));
    assert_eq!(bundle.doubts, Vec::<String>::new());
}

#[test]
fn validity_is_as_of_the_day_that_is_given() {
    let data = STANDARD.encode(pem("first.pem"));
    let of = |on: &str| {
        let bundle = CertificateBundle::read(&data, Some(day(on))).expect("a bundle");
        (bundle.certificates[0].validity, bundle.certificates[0].days_left, bundle.doubts.len())
    };
    // From 2024-01-01 to 2034-01-01: ten years of which 2024, 2028 and 2032 are leap years.
    assert_eq!(of("2023-12-31"), (Some(CertificateValidity::NotYet), Some(3654), 1));
    assert_eq!(of("2024-01-01"), (Some(CertificateValidity::Valid), Some(3653), 0));
    assert_eq!(of("2033-10-03"), (Some(CertificateValidity::EndsSoon), Some(90), 1));
    assert_eq!(of("2033-10-02"), (Some(CertificateValidity::Valid), Some(91), 0));
    assert_eq!(of("2034-01-02"), (Some(CertificateValidity::Ended), Some(-1), 1));
    let timeless = CertificateBundle::read(&data, None).expect("a bundle");
    assert_eq!((timeless.certificates[0].validity, timeless.certificates[0].days_left), (None, None));
}

#[test]
fn line_ends_are_taken_out_and_nothing_else_is() {
    let data = STANDARD.encode(pem("first.pem"));
    let lines: Vec<&str> = data.as_bytes().chunks(76).map(|line| std::str::from_utf8(line).unwrap()).collect();
    for folded in [lines.join("\n"), lines.join("\r\n") + "\r\n"] {
        assert_eq!(CertificateBundle::read(&folded, None).expect("a bundle").data, data);
    }
    assert!(CertificateBundle::read(&lines.join(" "), None).is_err());
}

#[test]
fn what_is_no_bundle_is_named() {
    let first = pem("first.pem");
    let data = STANDARD.encode(&first);
    let der = first.lines().filter(|line| !line.starts_with('-')).collect::<String>();
    // The text is chosen so that its base64 has letters in which the alphabets differ.
    let odd = STANDARD.encode(format!("??>>{first}")).replace('/', "_").replace('+', "-");
    let key = STANDARD.encode("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    let broken = STANDARD.encode("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    for (text, says) in [
        ("", "empty"),
        (first.as_str(), "give base64 of it"),
        (&STANDARD.encode(&data), "base64 of base64"),
        (&odd, "URL-safe"),
        (&format!("{} {}", &data[..40], &data[40..]), "blanks"),
        (&data[..data.len() - 5], "padding"),
        ("LS0t!!", "`!` stands in it"),
        ("${Token[CA.12]}", "`$` stands in it"),
        (&der, "base64 of DER"),
        (&STANDARD.encode("hello"), "no PEM"),
        (&key, "`PRIVATE KEY`"),
        (&broken, "certificate 1 is no X.509 certificate"),
        (&STANDARD.encode(first.repeat(17)), "more than 16"),
    ] {
        let error = CertificateBundle::read(text, None).expect_err(says);
        assert_eq!(error.code(), ErrorCode::ErrInvalidCertificate, "{says}");
        assert!(error.message().contains(says), "{says}: {}", error.message());
    }
    let url_safe = URL_SAFE.encode(&first);
    assert_eq!(CertificateBundle::read(&url_safe, None).is_err(), url_safe.contains(['-', '_']));
}

#[test]
fn what_is_odd_is_said() {
    let doubts = |text: String| CertificateBundle::read(&STANDARD.encode(text), None).expect("a bundle").doubts;
    assert!(doubts(pem("server.pem"))[0].contains("CA:TRUE"));
    assert!(doubts(pem("first.pem").repeat(2))[0].contains("twice"));
    assert!(doubts(pem("first.pem") + &pem("second.pem") + &pem("server.pem"))[0].starts_with("3 certificates"));
}

proptest! {
    #[test]
    fn any_text_is_a_bundle_or_a_fault(text in "\\PC*", bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = CertificateBundle::read(&text, None);
        let _ = CertificateBundle::read(&STANDARD.encode(&bytes), None);
        let body = STANDARD.encode(&bytes);
        let pem = format!("-----BEGIN CERTIFICATE-----\n{body}\n-----END CERTIFICATE-----\n");
        let _ = CertificateBundle::read(&STANDARD.encode(pem), None);
    }

    #[test]
    fn a_certificate_with_a_broken_byte_does_not_panic(at in 0usize..800, byte in any::<u8>()) {
        let text = pem("first.pem");
        let body: String = text.lines().filter(|line| !line.starts_with('-')).collect();
        let mut der = STANDARD.decode(body).expect("base64");
        if let Some(slot) = der.get_mut(at) { *slot = byte; }
        let pem = format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", STANDARD.encode(der));
        let _ = CertificateBundle::read(&STANDARD.encode(pem), Some(Day::new(2026, 11, 22)));
    }
}
