//! Which credential is used, and what an assertion looks like.

use super::*;
use serde_json::Value;

fn secret(name: &str, not_before: u64, expires: Option<u64>) -> Credential {
    Credential {
        name: name.into(),
        proof: Proof::Secret("value".to_owned().into()),
        not_before,
        expires,
    }
}

fn names(credentials: &Credentials, now: u64) -> Vec<&str> {
    let all = credentials.to_try(now);
    all.into_iter().map(|it| it.name.as_str()).collect()
}

fn pair() -> (String, String) {
    let key = rcgen::KeyPair::generate_rsa_for(&rcgen::PKCS_RSA_SHA256, rcgen::RsaKeySize::_2048)
        .unwrap();
    let mut wanted = rcgen::CertificateParams::new(vec!["app.example".to_owned()]).unwrap();
    wanted.not_before = rcgen::date_time_ymd(2026, 1, 1);
    wanted.not_after = rcgen::date_time_ymd(2027, 1, 1);
    let certificate = wanted.self_signed(&key).unwrap();
    (certificate.pem(), key.serialize_pem())
}

#[test]
fn the_newest_valid_credential_goes_first() {
    let all = vec![
        secret("old", 10, Some(100)),
        secret("next", 200, None),
        secret("new", 50, Some(300)),
    ];
    let credentials = Credentials::new(all);
    assert_eq!(names(&credentials, 20), ["old"]);
    assert_eq!(names(&credentials, 60), ["new", "old"]);
    assert_eq!(names(&credentials, 150), ["new"]);
    assert_eq!(names(&credentials, 250), ["next", "new"]);
}

#[test]
fn a_refused_credential_is_passed_over_for_ten_minutes_and_is_news_once() {
    let credentials = Credentials::new(vec![secret("old", 1, None), secret("new", 2, None)]);
    assert!(credentials.note("new", false, 1000));
    assert!(!credentials.note("new", false, 1001));
    assert_eq!(names(&credentials, 1002), ["old", "new"]);
    assert_eq!(credentials.refused(1002), ["new"]);
    assert_eq!(names(&credentials, 1001 + REFUSED_MS), ["new", "old"]);
    credentials.note("new", false, 2000);
    assert!(credentials.note("new", true, 2001), "it is good again");
    assert_eq!(names(&credentials, 2002), ["new", "old"]);
}

#[test]
fn if_no_credential_is_valid_by_this_clock_microsoft_is_asked_all_the_same() {
    let credentials = Credentials::new(vec![secret("gone", 1, Some(10))]);
    assert_eq!(names(&credentials, 1000), ["gone"]);
}

#[test]
fn what_ends_soon_can_be_told() {
    let credentials = Credentials::new(vec![secret("a", 1, Some(10)), secret("b", 1, None)]);
    assert_eq!(credentials.ending(9), []);
    assert_eq!(credentials.ending(10), [("a", 10)]);
}

#[test]
fn f16_an_assertion_names_its_endpoint_its_certificate_and_lives_five_minutes() {
    let (certificate, key) = pair();
    let made = Certificate::new(certificate.as_bytes(), key.as_bytes()).unwrap();
    let now = 1_800_000_000_000;
    let endpoint = "https://login.example/tenant/oauth2/v2.0/token";
    let one = made.assertion("client", endpoint, now).unwrap();
    let other = made.assertion("client", endpoint, now).unwrap();
    let header = jsonwebtoken::decode_header(&one).unwrap();
    let der = pem_body(&certificate);
    assert_eq!(header.alg, Algorithm::PS256);
    assert_eq!(header.typ.as_deref(), Some("JWT"));
    assert_eq!(
        header.x5t_s256,
        Some(URL_SAFE_NO_PAD.encode(Sha256::digest(&der)))
    );
    let claims =
        |token: &str| -> Value { jsonwebtoken::dangerous::insecure_decode_claims(token).unwrap() };
    let (one, other) = (claims(&one), claims(&other));
    assert_eq!(one["aud"], endpoint);
    assert_eq!(
        (&one["iss"], &one["sub"]),
        (&other["sub"], &"client".into())
    );
    assert_ne!(one["jti"], other["jti"]);
    assert_eq!(one["nbf"], 1_800_000_000);
    assert_eq!(
        one["exp"].as_u64().unwrap() - one["iat"].as_u64().unwrap(),
        300
    );
}

#[test]
fn a_certificate_says_when_it_ends_and_a_strange_key_is_refused() {
    let (certificate, key) = pair();
    let made = Certificate::new(certificate.as_bytes(), key.as_bytes()).unwrap();
    assert_eq!(made.not_before, 1_767_225_600_000);
    assert_eq!(made.not_after, 1_798_761_600_000);
    let refused = |certificate: &str, key: &str| {
        Certificate::new(certificate.as_bytes(), key.as_bytes()).err()
    };
    assert_eq!(refused(&certificate, &pair().1), Some(Unusable::Pair));
    assert_eq!(refused(&key, &key), Some(Unusable::Certificate));
    assert_eq!(refused(&certificate, &certificate), Some(Unusable::Key));
}

fn pem_body(pem: &str) -> Vec<u8> {
    use base64::engine::general_purpose::STANDARD;
    let lines = pem.lines().filter(|line| !line.starts_with('-'));
    STANDARD.decode(lines.collect::<String>()).unwrap()
}
