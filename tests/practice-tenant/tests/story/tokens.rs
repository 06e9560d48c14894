use practice_tenant::Scenario;
use serde_json::Value;

use super::stage::{MOVER, SAM, SECRET, Stage, claims, credentials};

fn aadsts(body: &Value) -> u64 {
    body["error_codes"][0].as_u64().unwrap()
}

#[tokio::test]
async fn a_code_is_good_once() {
    let stage = Stage::new(Scenario::default()).await;
    let answer = stage.accept(SAM, false).await;
    assert_eq!(answer["state"], "practice-state");
    let (status, body) = stage.redeem(&answer["code"], &[]).await;
    assert_eq!(status, 200, "{body}");
    let (status, body) = stage.redeem(&answer["code"], &[]).await;
    assert_eq!((status, aadsts(&body)), (400, 54005));
    assert_eq!(stage.state().await["codes_redeemed"], 1);
    stage.practice.stop().await;
}

#[tokio::test]
async fn a_code_needs_its_verifier_its_redirect_uri_and_the_secret() {
    let stage = Stage::new(Scenario::default()).await;
    let code = stage.accept(SAM, false).await["code"].clone();
    let wrong = "a-verifier-of-the-right-length-but-of-another-login";
    for (change, expected) in [
        (("code_verifier", wrong), 501_481),
        (("code_verifier", ""), 501_481),
        (
            ("redirect_uri", "https://backend.example/oauth/callback/"),
            500_112,
        ),
        (("client_secret", "guess"), 7_000_215),
        (("client_secret", ""), 7_000_218),
        (
            ("client_id", "00000000-0000-4000-8000-000000000000"),
            700_016,
        ),
    ] {
        let (_, body) = stage.redeem(&code, &[change]).await;
        assert_eq!(aadsts(&body), expected, "{change:?}");
        assert!(
            body["error_description"]
                .as_str()
                .unwrap()
                .contains("Trace ID")
        );
    }
    let (status, _) = stage.redeem(&code, &[]).await;
    assert_eq!(status, 200, "nothing of that has used the code up");
    stage.practice.stop().await;
}

#[tokio::test]
async fn the_id_token_names_tenant_person_and_nonce() {
    let stage = Stage::new(Scenario::default()).await;
    let code = stage.accept(SAM, false).await["code"].clone();
    let (_, body) = stage.redeem(&code, &[]).await;
    let token = claims(body["id_token"].as_str().unwrap());
    let tenant = stage.tenant_id().await;
    assert_eq!(token["tid"], tenant.as_str());
    assert_eq!(
        token["iss"],
        format!("https://login.microsoftonline.com/{tenant}/v2.0")
    );
    assert_eq!(token["aud"], MOVER);
    assert_eq!(token["nonce"], "practice-nonce");
    assert_eq!(token["preferred_username"], SAM);
    assert_eq!(token["ver"], "2.0");
    stage.practice.stop().await;
}

#[tokio::test]
async fn a_refresh_token_works_until_consent_is_revoked() {
    let stage = Stage::new(Scenario::default()).await;
    let code = stage.accept(SAM, false).await["code"].clone();
    let (_, body) = stage.redeem(&code, &[]).await;
    let token = body["refresh_token"].as_str().unwrap().to_owned();
    let form = [
        ("grant_type", "refresh_token"),
        ("client_id", MOVER),
        ("client_secret", SECRET),
        ("refresh_token", &token),
    ];
    let (status, again) = stage.token("organizations", &form).await;
    assert_eq!(status, 200);
    assert_ne!(
        again["refresh_token"],
        token.as_str(),
        "each use gives a new one"
    );
    stage.tell("/revoke").await;
    let (_, body) = stage.token("organizations", &form).await;
    assert_eq!(
        (body["error"].as_str(), aadsts(&body)),
        (Some("invalid_grant"), 65001)
    );
    stage.practice.stop().await;
}

#[tokio::test]
async fn client_credentials_need_a_tenant_and_a_service_principal() {
    let stage = Stage::new(Scenario::default()).await;
    let tenant = stage.tenant_id().await;
    let (_, body) = stage.token(&tenant, &credentials()).await;
    assert_eq!(
        aadsts(&body),
        7_000_229,
        "nobody has signed in to the app yet"
    );
    stage.accept(SAM, false).await;
    let (status, body) = stage.token(&tenant, &credentials()).await;
    assert_eq!(status, 200, "{body}");
    let (_, body) = stage.token("organizations", &credentials()).await;
    assert_eq!(aadsts(&body), 50059);
    let (_, body) = stage.token("elsewhere.example", &credentials()).await;
    assert_eq!(aadsts(&body), 90002);
    stage.practice.stop().await;
}

#[tokio::test]
async fn a_fault_at_the_token_endpoint_stays_until_it_is_taken_away() {
    let stage = Stage::new(Scenario::default()).await;
    stage.accept(SAM, false).await;
    let tenant = stage.tenant_id().await;
    stage
        .patch(super::stage::fault("token", "AADSTS7000222"))
        .await;
    let (_, body) = stage.token(&tenant, &credentials()).await;
    assert_eq!(aadsts(&body), 7_000_222);
    stage.patch(serde_json::json!({ "fault": null })).await;
    let (status, _) = stage.token(&tenant, &credentials()).await;
    assert_eq!(status, 200);
    stage.practice.stop().await;
}

#[tokio::test]
async fn discovery_for_several_tenants_has_a_templated_issuer() {
    let stage = Stage::new(Scenario::default()).await;
    let get = async |path: &str| -> Value {
        let url = format!("https://login.microsoftonline.com/{path}");
        stage
            .client()
            .get(url)
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap()
    };
    let document = get("organizations/v2.0/.well-known/openid-configuration").await;
    assert_eq!(
        document["issuer"],
        "https://login.microsoftonline.com/{tenantid}/v2.0"
    );
    let keys = get("organizations/discovery/v2.0/keys").await;
    assert_eq!(keys["keys"][0]["issuer"], document["issuer"]);
    let tenant = stage.tenant_id().await;
    let concrete = get(&format!("{tenant}/v2.0/.well-known/openid-configuration")).await;
    assert_eq!(
        concrete["issuer"],
        format!("https://login.microsoftonline.com/{tenant}/v2.0")
    );
    stage.practice.stop().await;
}
