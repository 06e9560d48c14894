//! What the server proves itself with, and what Microsoft asks a token to satisfy.

use crate::fake::{Canned, TENANT};
use crate::kit::{Browser, Server, code, kind, log};
use consentry_server::config::raw::RawCredential;
use consentry_wire::api::Restarted;
use reqwest::Method;
use serde_json::{Value, json};
use url::Url;

fn secret(value: &str, not_before: &str) -> RawCredential {
    RawCredential {
        secret: Some(value.to_owned().into()),
        not_before: Some(not_before.to_owned()),
        ..RawCredential::default()
    }
}

#[tokio::test]
async fn f16_a_certificate_carries_a_whole_journey_and_no_secret_is_sent() {
    let algorithm = &rcgen::PKCS_RSA_SHA256;
    let key = rcgen::KeyPair::generate_rsa_for(algorithm, rcgen::RsaKeySize::_2048).unwrap();
    let wanted = rcgen::CertificateParams::new(vec!["consentry.example".to_owned()]).unwrap();
    let certificate = wanted.self_signed(&key).unwrap().pem();
    let file = tempfile::NamedTempFile::with_suffix(".pem").unwrap();
    std::fs::write(&file, certificate + &key.serialize_pem()).unwrap();
    let server = Server::start_as(|raw| {
        raw.app[0].client_secret = None;
        raw.app[0].credential = vec![RawCredential {
            certificate_file: Some(file.path().to_owned()),
            ..RawCredential::default()
        }];
    })
    .await;
    drop(file);
    server.fake.world().certificate = Some(rcgen::PublicKeyData::der_bytes(&key).to_vec());
    server.fake.grant();
    let program = server.signed_in().await;
    let status = program.until_authorized().await;
    assert_eq!(status.tenant.unwrap().id, TENANT);
    let world = server.fake.world();
    assert!(world.token_forms.len() >= 2);
    let mut ids = Vec::new();
    for form in &world.token_forms {
        assert!(!form.contains_key("client_secret"));
        let kind = &form["client_assertion_type"];
        assert_eq!(
            kind,
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
        );
        let claims: Value =
            jsonwebtoken::dangerous::insecure_decode_claims(&form["client_assertion"]).unwrap();
        ids.push(claims["jti"].as_str().unwrap().to_owned());
    }
    let asked = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), asked, "each assertion is used once");
}

#[tokio::test]
async fn an_expired_secret_gives_way_to_the_next_and_is_told() {
    for (expired, code) in [(true, "AADSTS7000222"), (false, "AADSTS7000215")] {
        let server = Server::start_as(|raw| {
            let newest = secret("newest-and-not-taken", "2026-02-01T00:00:00Z");
            raw.app[0].credential = vec![newest];
        })
        .await;
        if expired {
            server.fake.world().expired = vec!["newest-and-not-taken"];
        }
        server.fake.grant();
        let program = server.signed_in().await;
        program.until_authorized().await;
        let tried = |secret: &str| {
            let world = server.fake.world();
            let forms = world.token_forms.iter();
            forms.filter(|form| form["client_secret"] == secret).count()
        };
        assert_eq!(
            tried("newest-and-not-taken"),
            1,
            "{code}: not again and again"
        );
        assert!(tried(crate::fake::CLIENT_SECRET) >= 2);
        let logged = String::from_utf8_lossy(&log().lock().unwrap()).into_owned();
        assert!(logged.contains("app[0].credential[0]") && logged.contains("does not accept"));
        assert!(!logged.contains("newest-and-not-taken"));
    }
}

#[tokio::test]
async fn a_server_without_any_good_credential_blames_itself_and_loses_no_sign_in() {
    let server = Server::start().await;
    server.fake.grant();
    let program = server.signed_in().await;
    server.fake.world().secrets.clear();
    server.clock.forward(2 * 60 * 60 * 1000);
    program.check(json!({})).await;
    let status = program
        .until("blocked", |status| kind(status) == "blocked")
        .await;
    assert_eq!(code(&status), "server-credential-refused");
    server.fake.world().secrets.push(crate::fake::CLIENT_SECRET);
    program.check(json!({})).await;
    program.until_authorized().await;
}

const CHALLENGE: &str = r#"{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}"#;

#[tokio::test]
async fn a_claims_challenge_is_answered_with_a_token_that_satisfies_it() {
    let server = Server::start().await;
    server.fake.grant();
    server.fake.world().challenge = Some(CHALLENGE);
    let program = server.signed_in().await;
    program.until_authorized().await;
}

#[tokio::test]
async fn a_challenge_that_no_fresh_token_satisfies_goes_along_with_the_next_sign_in() {
    let server = Server::start().await;
    server.fake.grant();
    {
        let mut world = server.fake.world();
        world.challenge = Some(CHALLENGE);
        world.never_satisfied = true;
    }
    let program = server.signed_in().await;
    let status = program
        .until("asks again", |status| {
            kind(status) == "needs_reauthorization"
        })
        .await;
    assert_eq!(code(&status), "claims-challenge");
    let claims = claims_of_next_sign_in(&program).await;
    assert_eq!(claims["access_token"]["nbf"]["value"], "1604106651");
    assert_eq!(claims["access_token"]["xms_cc"]["values"], json!(["cp1"]));
}

#[tokio::test]
async fn what_a_policy_asks_for_at_the_refresh_goes_along_with_the_next_sign_in() {
    let server = Server::start().await;
    server.fake.grant();
    let program = server.signed_in().await;
    let refused = json!({
        "error": "interaction_required",
        "error_description": "AADSTS50076: canary",
        "claims": "{\"access_token\":{\"polids\":{\"essential\":true,\"values\":[\"p\"]}}}",
        "suberror": "message_only",
    });
    server
        .fake
        .spoil("refresh", Canned::new(400, refused.to_string()));
    server.clock.forward(2 * 60 * 60 * 1000);
    program.check(json!({})).await;
    let status = program
        .until("asks again", |status| {
            kind(status) == "needs_reauthorization"
        })
        .await;
    assert_eq!(code(&status), "mfa-needed");
    let claims = claims_of_next_sign_in(&program).await;
    assert_eq!(claims["access_token"]["polids"]["values"], json!(["p"]));

    // A sign-in that came through leaves nothing of it.
    server.fake.mend("refresh");
    // The server's clock is two hours ahead by now.
    server.fake.world().claims = Some(|claims| {
        claims["exp"] = json!(claims["exp"].as_u64().unwrap() + 3 * 60 * 60);
    });
    let again: Restarted = program
        .request(Method::POST, "/reauthorize")
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    let mut browser = Browser::default();
    let callback = program
        .server
        .until_callback(&mut browser, &again.start_url)
        .await;
    browser.get(&callback).await;
    let authorized = |status: &consentry_wire::api::Status| kind(status) == "authorized";
    program.until("authorized again", authorized).await;
    let claims = claims_of_next_sign_in(&program).await;
    assert!(claims["access_token"].get("polids").is_none());
}

async fn claims_of_next_sign_in(program: &crate::kit::Program<'_>) -> Value {
    let again: Restarted = program
        .request(Method::POST, "/reauthorize")
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    let url = Url::parse(&again.authorization_url).unwrap();
    let claims = url.query_pairs().find(|(name, _)| name == "claims");
    serde_json::from_str(&claims.unwrap().1).unwrap()
}
