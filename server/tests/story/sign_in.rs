//! Sign-ins that must not succeed, and what each of them leaves behind.

use crate::fake::Canned;
use crate::kit::{Browser, Server, client, code, kind, location};
use reqwest::StatusCode;
use serde_json::json;
use std::collections::HashMap;
use url::Url;

#[tokio::test]
async fn f01_f23_a_code_is_asked_for_and_what_the_profile_declares_and_no_more() {
    let server = Server::start().await;
    let (one, other) = (server.create(None).await, server.create(None).await);
    let url = Url::parse(&one.created.authorization_url).unwrap();
    assert_eq!(url.path(), "/organizations/oauth2/v2.0/authorize");
    let query: HashMap<_, _> = url.query_pairs().into_owned().collect();
    assert_eq!(url.query_pairs().count(), query.len(), "no parameter twice");
    let fixed = |name: &str| query[name].as_str();
    assert_eq!(fixed("response_type"), "code");
    assert_eq!(fixed("response_mode"), "query");
    assert_eq!(fixed("prompt"), "select_account");
    assert_eq!(fixed("code_challenge_method"), "S256");
    assert_eq!(fixed("client_id"), crate::fake::CLIENT);
    assert_eq!(
        fixed("redirect_uri"),
        format!("{}/oauth/callback", server.base)
    );
    assert_eq!(
        fixed("scope"),
        "openid profile offline_access Sites.Manage.All"
    );
    let second = Url::parse(&other.created.authorization_url).unwrap();
    let second: HashMap<_, _> = second.query_pairs().into_owned().collect();
    for name in ["state", "nonce", "code_challenge"] {
        assert_eq!(query[name].len(), 43, "{name}");
        assert_ne!(query[name], second[name], "{name}");
    }
}

#[tokio::test]
async fn f06_a_spoofed_host_does_not_change_the_redirect_uri() {
    let server = Server::start().await;
    let response = server
        .request(reqwest::Method::POST, "/api/v1/connections")
        .header("x-forwarded-host", "evil.example")
        .header("host", "evil.example")
        .json(&json!({"profile": "office-365-mover", "role": "other"}))
        .send()
        .await
        .unwrap();
    assert!(!response.text().await.unwrap().contains("evil.example"));
}

#[tokio::test]
async fn f04_a_callback_with_reused_state_is_refused_and_the_code_is_redeemed_once() {
    let server = Server::start().await;
    let program = server.create(None).await;
    let mut browser = Browser::default();
    let callback = server
        .until_callback(&mut browser, &program.created.start_url)
        .await;
    assert_eq!(browser.get(&callback).await.status(), StatusCode::SEE_OTHER);
    assert_eq!(
        browser.get(&callback).await.status(),
        StatusCode::BAD_REQUEST
    );
    assert_eq!(server.fake.redeemed(), 1);
    assert_eq!(kind(&program.status().await), "needs_admin_consent");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f12_of_thirty_two_parallel_callbacks_one_redeems_the_code() {
    let server = Server::start().await;
    let program = server.create(None).await;
    let mut browser = Browser::default();
    let start = browser.go_on(&program.created.start_url).await;
    let cookie = start.headers()["set-cookie"]
        .to_str()
        .unwrap()
        .split(';')
        .next()
        .unwrap()
        .to_owned();
    let authorize = Url::parse(location(&start)).unwrap();
    let query: HashMap<_, _> = authorize.query_pairs().into_owned().collect();
    let code = server.fake.issue(&query["nonce"], &query["code_challenge"]);
    let callback = format!(
        "{}/oauth/callback?code={code}&state={}",
        server.base, query["state"]
    );
    let calls: Vec<_> = (0..32)
        .map(|_| tokio::spawn(client().get(&callback).header("cookie", &cookie).send()))
        .collect();
    let mut through = 0;
    for call in calls {
        through += usize::from(call.await.unwrap().unwrap().status() == StatusCode::SEE_OTHER);
    }
    assert_eq!((through, server.fake.redeemed()), (1, 1));
}

#[tokio::test]
async fn f04_a_foreign_browser_cannot_finish_a_sign_in() {
    let server = Server::start().await;
    let program = server.create(None).await;
    let callback = server
        .until_callback(&mut Browser::default(), &program.created.start_url)
        .await;
    let response = Browser::default().get(&callback).await;
    assert_eq!(response.status(), StatusCode::BAD_REQUEST);
    assert!(response.text().await.unwrap().contains("another browser"));

    // One that has a flow of its own is foreign all the same.
    let (mine, yours) = (server.create(None).await, server.create(None).await);
    let (mut me, mut you) = (Browser::default(), Browser::default());
    me.go_on(&mine.created.start_url).await;
    let callback = server
        .until_callback(&mut you, &yours.created.start_url)
        .await;
    assert_eq!(me.get(&callback).await.status(), StatusCode::BAD_REQUEST);
    assert_eq!(server.fake.redeemed(), 0);
    assert_eq!(kind(&program.status().await), "awaiting_sign_in");
}

#[tokio::test]
async fn a_second_tab_of_the_same_browser_does_not_spoil_the_first() {
    let server = Server::start().await;
    let (one, other) = (server.create(None).await, server.create(None).await);
    let mut browser = Browser::default();
    let first = server
        .until_callback(&mut browser, &one.created.start_url)
        .await;
    let second = server
        .until_callback(&mut browser, &other.created.start_url)
        .await;
    assert_eq!(browser.get(&first).await.status(), StatusCode::SEE_OTHER);
    assert_eq!(browser.get(&second).await.status(), StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn f04_a_sign_in_of_eleven_minutes_is_too_late() {
    let server = Server::start().await;
    let program = server.create(None).await;
    let mut browser = Browser::default();
    let callback = server
        .until_callback(&mut browser, &program.created.start_url)
        .await;
    server.clock.forward(11 * 60 * 1000);
    assert_eq!(
        browser.get(&callback).await.status(),
        StatusCode::BAD_REQUEST
    );
    assert_eq!(server.fake.redeemed(), 0);
}

#[tokio::test]
async fn f05_f15_an_id_token_that_is_not_for_this_sign_in_is_thrown_away() {
    type Spoil = fn(&mut serde_json::Value);
    let cases: [(Spoil, &str); 4] = [
        (
            |claims| claims["nonce"] = json!("of-another-sign-in"),
            "id-token-refused",
        ),
        (
            |claims| claims["aud"] = json!("another-app"),
            "id-token-refused",
        ),
        (
            |claims| claims["tid"] = json!("9188040d-6c67-4c5b-b112-36a304b66dad"),
            "personal-account",
        ),
        (|claims| claims["exp"] = json!(1), "id-token-refused"),
    ];
    for (spoil, expected) in cases {
        let server = Server::start().await;
        server.fake.world().claims = Some(spoil);
        let program = server.signed_in().await;
        let status = program.status().await;
        assert_eq!((kind(&status), code(&status)), ("blocked", expected));
        assert_eq!(status.tenant, None);
        assert!(server.fake.world().graph_calls.is_empty());
    }
}

#[tokio::test]
async fn f10_the_answer_must_be_of_the_issuer_that_was_asked() {
    let server = Server::start().await;
    for (issuer, expected) in [
        (
            "https://evil.example/11111111-2222-4333-8444-555555555555/v2.0".to_owned(),
            "issuer-mismatch",
        ),
        (
            format!(
                "{}/99999999-2222-4333-8444-555555555555/v2.0",
                server.fake.base
            ),
            "issuer-mismatch",
        ),
        (
            format!("{}/{}/v2.0", server.fake.base, crate::fake::TENANT),
            "",
        ),
    ] {
        let program = server.create(None).await;
        let mut browser = Browser::default();
        let mut callback = Url::parse(
            &server
                .until_callback(&mut browser, &program.created.start_url)
                .await,
        )
        .unwrap();
        callback.query_pairs_mut().append_pair("iss", &issuer);
        browser.get(callback.as_str()).await;
        assert_eq!(code(&program.status().await), expected, "{issuer}");
    }
}

#[tokio::test]
async fn f25_a_token_endpoint_that_redirects_breaks_or_floods_is_not_followed() {
    let server = Server::start().await;
    let elsewhere = format!("{}/v1.0/elsewhere", server.fake.base);
    for canned in [
        Canned::new(302, "").with("location", elsewhere),
        Canned::new(200, "<html>"),
        Canned::new(200, "{\"access_token\":"),
        Canned::new(200, "x".repeat(300_000)),
    ] {
        server.fake.spoil("redeem", canned);
        let program = server.signed_in().await;
        assert_eq!(code(&program.status().await), "microsoft-unreadable");
    }
    assert!(server.fake.world().graph_calls.is_empty());
}

#[tokio::test]
async fn f08_f09_callbacks_of_any_shape_are_refused_in_words() {
    let server = Server::start().await;
    let long = format!("code=a&state={}", "s".repeat(9000));
    for query in [
        "",
        "code=a",
        "state=b",
        "code=a&state=b",
        "code=a&code=b&state=c",
        "code=a&state=b&state=c",
        "code=a&error=b&state=c",
        "error=%00%ff&state=%f0%9f%92%a5",
        "code[]=a&state[]=b",
        "%",
        "&&&=",
        "state=",
        &long,
    ] {
        for path in ["/oauth/callback", "/oauth/adminconsent/callback"] {
            let response = Browser::default()
                .get(&format!("{}{path}?{query}", server.base))
                .await;
            assert_eq!(response.status(), StatusCode::BAD_REQUEST, "{path}?{query}");
            assert!(
                response.headers()["content-type"]
                    .to_str()
                    .unwrap()
                    .starts_with("text/html")
            );
            assert_eq!(response.headers()["referrer-policy"], "no-referrer");
            assert_eq!(response.headers()["cache-control"], "no-store");
        }
    }
    assert_eq!(server.fake.redeemed(), 0);
}
