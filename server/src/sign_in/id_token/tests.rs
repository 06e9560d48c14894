//! One table: what spoils a token, and how that is called.

use super::*;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::jwk::{AlgorithmParameters, Jwk};
use jsonwebtoken::{EncodingKey, Header};
use serde_json::{Value, json};
use std::sync::OnceLock;

const LOGIN: &str = "https://login.example";
const TENANT: &str = "11111111-2222-4333-8444-555555555555";
const OTHER: &str = "99999999-2222-4333-8444-555555555555";
const CLIENT: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";
const NOW: u64 = 1_800_000_000_000;

fn signer(which: usize) -> &'static EncodingKey {
    static KEYS: OnceLock<[EncodingKey; 2]> = OnceLock::new();
    &KEYS.get_or_init(|| {
        std::array::from_fn(|_| {
            let pair = rcgen::KeyPair::generate_for(&rcgen::PKCS_RSA_SHA256).unwrap();
            EncodingKey::from_rsa_pem(pair.serialize_pem().as_bytes()).unwrap()
        })
    })[which]
}

fn key() -> Key {
    let jwk = Jwk::from_encoding_key(signer(0), Algorithm::RS256).unwrap();
    let AlgorithmParameters::RSA(rsa) = jwk.algorithm else {
        panic!("not RSA")
    };
    Key {
        kid: "one".into(),
        kty: "RSA".into(),
        usage: Some("sig".into()),
        n: rsa.n,
        e: rsa.e,
        issuer: Some(format!("{LOGIN}/{{tenantid}}/v2.0")),
    }
}

fn header() -> Header {
    Header {
        kid: Some("one".into()),
        ..Header::new(Algorithm::RS256)
    }
}

fn claims() -> Value {
    json!({
        "aud": CLIENT, "iss": format!("{LOGIN}/{TENANT}/v2.0"), "tid": TENANT, "nonce": "nonce", "ver": "2.0",
        "exp": NOW / 1000 + 3600, "nbf": NOW / 1000 - 5, "preferred_username": "adele@birchwood.example",
    })
}

fn sign(claims: &Value) -> String {
    jsonwebtoken::encode(&header(), claims, signer(0)).unwrap()
}

fn expected(authority: &Authority) -> Expected<'_> {
    Expected {
        login: LOGIN,
        authority,
        client_id: CLIENT,
        nonce: "nonce",
        now: NOW,
    }
}

fn verdict(token: &str) -> Result<Identity, Refusal> {
    check(token, &key(), &expected(&Authority::Organizations))
}

#[test]
fn a_good_token_names_the_tenant_and_the_account() {
    let identity = verdict(&sign(&claims())).unwrap();
    assert_eq!(identity.tenant, TENANT);
    assert_eq!(identity.account.as_deref(), Some("adele@birchwood.example"));
}

#[test]
fn a_token_with_one_wrong_claim_is_refused_by_that_claim() {
    let mut cases = vec![
        ("aud", json!("another-app"), Refusal::Audience),
        ("azp", json!("another-app"), Refusal::Audience),
        (
            "iss",
            json!(format!("{LOGIN}/{OTHER}/v2.0")),
            Refusal::Issuer,
        ),
        (
            "iss",
            json!(format!("{LOGIN}/{{tenantid}}/v2.0")),
            Refusal::Issuer,
        ),
        (
            "iss",
            json!(format!("https://evil.example/{TENANT}/v2.0")),
            Refusal::Issuer,
        ),
        ("tid", json!(OTHER), Refusal::Issuer),
        ("tid", json!("../evil"), Refusal::Tenant),
        ("tid", json!("{tenantid}"), Refusal::Tenant),
        ("tid", json!(PERSONAL), Refusal::Personal),
        ("nonce", json!("other"), Refusal::Nonce),
        ("nonce", json!(""), Refusal::Nonce),
        ("ver", json!("1.0"), Refusal::Version),
        ("exp", json!(NOW / 1000 - 60), Refusal::Time),
        ("exp", json!(-1), Refusal::Time),
        ("nbf", json!(NOW / 1000 + 61), Refusal::Time),
        ("aud", json!([CLIENT, "another-app"]), Refusal::Malformed),
    ];
    cases.extend(
        ["aud", "iss", "tid", "nonce", "ver", "exp"]
            .map(|name| (name, Value::Null, Refusal::Malformed)),
    );
    for (name, value, refusal) in cases {
        let mut claims = claims();
        claims[name] = value.clone();
        assert_eq!(verdict(&sign(&claims)), Err(refusal), "{name} = {value}");
    }
}

#[test]
fn clocks_may_differ_by_sixty_seconds() {
    for (name, value) in [("exp", NOW / 1000 - 59), ("nbf", NOW / 1000 + 60)] {
        let mut claims = claims();
        claims[name] = json!(value);
        assert!(verdict(&sign(&claims)).is_ok(), "{name}");
    }
}

#[test]
fn times_may_have_fractions() {
    let mut claims = claims();
    claims["exp"] = json!(1_800_000_000.25);
    assert!(verdict(&sign(&claims)).is_ok());
}

#[test]
fn only_rs256_with_the_named_key_counts() {
    let unsigned = format!(
        "{}.{}.",
        URL_SAFE_NO_PAD.encode(json!({"alg": "none", "kid": "one"}).to_string()),
        URL_SAFE_NO_PAD.encode(claims().to_string())
    );
    assert_eq!(verdict(&unsigned), Err(Refusal::Malformed));

    // The classic confusion: the public modulus taken as an HMAC secret.
    let hs256 = Header {
        kid: Some("one".into()),
        ..Header::new(Algorithm::HS256)
    };
    let confused = jsonwebtoken::encode(
        &hs256,
        &claims(),
        &EncodingKey::from_secret(key().n.as_bytes()),
    )
    .unwrap();
    assert_eq!(verdict(&confused), Err(Refusal::Algorithm));

    let rs512 = Header {
        kid: Some("one".into()),
        ..Header::new(Algorithm::RS512)
    };
    assert_eq!(
        verdict(&jsonwebtoken::encode(&rs512, &claims(), signer(0)).unwrap()),
        Err(Refusal::Algorithm)
    );

    let foreign = jsonwebtoken::encode(&header(), &claims(), signer(1)).unwrap();
    assert_eq!(verdict(&foreign), Err(Refusal::Signature));

    let unnamed =
        jsonwebtoken::encode(&Header::new(Algorithm::RS256), &claims(), signer(0)).unwrap();
    assert_eq!(verdict(&unnamed), Err(Refusal::Malformed));

    let other_name = Header {
        kid: Some("two".into()),
        ..Header::new(Algorithm::RS256)
    };
    assert_eq!(
        verdict(&jsonwebtoken::encode(&other_name, &claims(), signer(0)).unwrap()),
        Err(Refusal::UnknownKey)
    );
}

#[test]
fn a_changed_byte_breaks_the_signature() {
    let token = sign(&claims());
    let (front, _) = token.rsplit_once('.').unwrap();
    let mut signature = URL_SAFE_NO_PAD.decode(&token[front.len() + 1..]).unwrap();
    signature[0] ^= 1;
    assert_eq!(
        verdict(&format!("{front}.{}", URL_SAFE_NO_PAD.encode(signature))),
        Err(Refusal::Signature)
    );
}

#[test]
fn a_key_signs_only_for_its_own_issuer() {
    let authority = Authority::Organizations;
    let concrete = Key {
        issuer: Some(format!("{LOGIN}/{PERSONAL}/v2.0")),
        ..key()
    };
    assert_eq!(
        check(&sign(&claims()), &concrete, &expected(&authority)),
        Err(Refusal::KeyIssuer)
    );
    let encryption = Key {
        usage: Some("enc".into()),
        ..key()
    };
    assert_eq!(
        check(&sign(&claims()), &encryption, &expected(&authority)),
        Err(Refusal::UnknownKey)
    );
}

#[test]
fn another_tenant_than_asked_for_is_refused() {
    let one_tenant = Authority::Tenant(OTHER.into());
    assert_eq!(
        check(&sign(&claims()), &key(), &expected(&one_tenant)),
        Err(Refusal::Tenant)
    );
}

#[test]
fn rubbish_is_malformed_and_never_a_panic() {
    for text in [
        "",
        ".",
        "..",
        "a.b.c",
        "💥.💥.💥",
        &"x".repeat(100_000),
        "eyJhbGciOiJSUzI1NiJ9.e30.",
    ] {
        assert_eq!(
            verdict(text),
            Err(Refusal::Malformed),
            "{}",
            &text.chars().take(20).collect::<String>()
        );
    }
}
