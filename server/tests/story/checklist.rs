//! The security checklist of the facts (protocol F): RFC 9700 and its neighbours. The number of the
//! item is in the name. Items that have their place elsewhere bear their number there; F31, F32 and
//! F37 are the extension's.

use crate::fake::{Canned, Fake, TENANT};
use crate::kit::{Browser, Server, code, kind, location, problem};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use reqwest::{Method, StatusCode};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::Arc;
use url::Url;

fn query(url: &str) -> HashMap<String, String> {
    Url::parse(url)
        .unwrap()
        .query_pairs()
        .into_owned()
        .collect()
}

#[tokio::test]
async fn f02_each_sign_in_has_a_verifier_of_its_own_and_its_s256_challenge() {
    let server = Server::start().await;
    for _ in 0..2 {
        server.signed_in().await;
    }
    let world = server.fake.world();
    let verifiers: Vec<&String> = world
        .token_forms
        .iter()
        .filter_map(|form| form.get("code_verifier"))
        .collect();
    assert_eq!(verifiers.len(), 2);
    assert_ne!(verifiers[0], verifiers[1]);
    for verifier in verifiers {
        assert_eq!(verifier.len(), 43, "256 bits");
        let unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        assert!(verifier.bytes().all(unreserved));
    }
}

#[test]
fn f02_the_challenge_is_the_one_of_rfc_7636_appendix_b() {
    use oauth2::{PkceCodeChallenge, PkceCodeVerifier};
    let verifier = PkceCodeVerifier::new("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk".to_owned());
    let challenge = PkceCodeChallenge::from_code_verifier_sha256(&verifier);
    assert_eq!(
        challenge.as_str(),
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    );
    assert_eq!(challenge.method().as_str(), "S256");
}

#[tokio::test]
async fn f03_the_verifier_leaves_the_server_for_the_token_endpoint_only() {
    let server = Server::start().await;
    let program = server.create(None).await;
    let mut browser = Browser::default();
    let start = browser.go_on(&program.created.start_url).await;
    let mut seen = format!("{:?}{:?}", program.created, start.headers());
    let authorize = query(location(&start));
    let code = server
        .fake
        .issue(&authorize["nonce"], &authorize["code_challenge"]);
    let callback = format!(
        "{}/oauth/callback?code={code}&state={}",
        server.base, authorize["state"]
    );
    let end = browser.get(&callback).await;
    let headers = format!("{:?}", end.headers());
    seen += &headers;
    seen += &end.text().await.unwrap();
    seen += &serde_json::to_string(&program.status().await).unwrap();
    let verifier = server.fake.world().token_forms[0]["code_verifier"].clone();
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes()));
    assert!(seen.contains(&challenge), "what is compared is there");
    assert!(!seen.contains(&verifier));
}

#[tokio::test]
async fn f06_both_legs_name_the_one_redirect_uri_of_the_configuration() {
    let server = Server::start().await;
    let program = server.signed_in().await;
    let asked = query(&program.created.authorization_url);
    let redeemed = server.fake.world().token_forms[0]["redirect_uri"].clone();
    assert_eq!(asked["redirect_uri"], redeemed);
    assert_eq!(redeemed, format!("{}/oauth/callback", server.base));
}

#[tokio::test]
async fn f07_a_sign_in_returns_to_allowed_origins_only() {
    let server = Server::start().await;
    for bad in [
        "//evil.example",
        "\\\\evil.example",
        "https:\\\\evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "/wizard",
        "https://app.example.evil.example/",
        "https://app.example@evil.example/",
        "https://evil.example/https://app.example/",
        "https://app.example:444/",
        "http://app.example/",
        "https://app.example%2eevil.example/",
        "https://app.example%00.evil.example/",
        "https://app\u{3002}example/x\r\nSet-Cookie: a=b",
        "chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba/",
        "https://xn--pp-mja.example/",
    ] {
        let body = json!({"profile": "office-365-mover", "role": "other", "return_to": bad});
        let request = server
            .request(Method::POST, "/api/v1/connections")
            .json(&body);
        let response = request.send().await.unwrap();
        if response.status() == StatusCode::CREATED {
            // What is taken, the URL standard reads as an allowed origin; then it also ends there.
            let created: consentry_wire::api::Created = response.json().await.unwrap();
            let mut browser = Browser::default();
            let callback = server
                .until_callback(&mut browser, &created.start_url)
                .await;
            let end = browser.get(&callback).await;
            assert!(location(&end).starts_with("https://app.example/"), "{bad}");
        } else {
            assert_eq!(
                problem(response).await.code,
                "return-to-not-allowed",
                "{bad}"
            );
        }
    }
}

#[tokio::test]
async fn f08_an_error_needs_a_valid_state_and_its_text_is_never_shown() {
    let server = Server::start().await;
    let program = server.create(None).await;
    let mut browser = Browser::default();
    let callback = server
        .until_callback(&mut browser, &program.created.start_url)
        .await;
    let state = query(&callback)["state"].clone();
    let error = |state: &str, description: &str| {
        let mut url = Url::parse(&format!("{}/oauth/callback", server.base)).unwrap();
        url.query_pairs_mut()
            .append_pair("error", "server_error")
            .append_pair("error_description", description)
            .append_pair("state", state);
        url.to_string()
    };
    let forged = browser.get(&error(&"x".repeat(43), "AADSTS65004")).await;
    assert_eq!(forged.status(), StatusCode::BAD_REQUEST);
    assert_eq!(kind(&program.status().await), "awaiting_sign_in");

    let html = "AADSTS99: <script>canary-script</script>";
    browser.get(&error(&state, html)).await;
    let page = browser.get(&format!("{}/done", server.base)).await;
    let status = serde_json::to_string(&program.status().await).unwrap();
    assert!(!page.text().await.unwrap().contains("canary-script"));
    assert!(!status.contains("canary-script") && status.contains("AADSTS99"));
}

#[tokio::test]
async fn f10_an_issuer_that_was_promised_must_be_there() {
    let server = Server::start().await;
    server.fake.world().metadata = Some(|document| {
        document["authorization_response_iss_parameter_supported"] = json!(true);
    });
    let program = server.create(None).await;
    let mut browser = Browser::default();
    let callback = server
        .until_callback(&mut browser, &program.created.start_url)
        .await;
    browser.get(&callback).await;
    assert_eq!(code(&program.status().await), "issuer-mismatch");
    assert_eq!(server.fake.redeemed(), 0);
}

#[tokio::test]
async fn f11_a_code_is_redeemed_where_its_sign_in_was_sent_and_nowhere_else() {
    let first = Server::start().await;
    let program = first.create(None).await;
    let mut browser = Browser::default();
    let callback = first
        .until_callback(&mut browser, &program.created.start_url)
        .await;
    first.state.stop.cancel();
    // The operator moves the server to another platform while a sign-in is under way.
    let elsewhere = Fake::start().await;
    let second = Server::start_with(
        first.directory.clone(),
        elsewhere.clone(),
        Arc::clone(&first.clock),
        |_| {},
    )
    .await;
    let moved = callback.replace(&first.base, &second.base);
    let answer = browser.get(&moved).await;
    assert_eq!(answer.status(), StatusCode::BAD_REQUEST);
    assert!(elsewhere.world().token_calls.is_empty());
}

#[tokio::test]
async fn f13_f14_f29_the_callback_is_left_at_once_and_leaves_no_trace() {
    let server = Server::start().await;
    let program = server.create(None).await;
    let mut browser = Browser::default();
    let start = browser.go_on(&program.created.start_url).await;
    assert_eq!(start.status(), StatusCode::SEE_OTHER);
    let authorize = query(location(&start));
    assert_eq!(authorize["response_mode"], "query");
    let code = server
        .fake
        .issue(&authorize["nonce"], &authorize["code_challenge"]);
    let callback = format!(
        "{}/oauth/callback?code={code}&state={}",
        server.base, authorize["state"]
    );
    let end = browser.get(&callback).await;
    assert_eq!(end.status(), StatusCode::SEE_OTHER);
    assert_eq!(end.headers()["referrer-policy"], "no-referrer");
    assert_eq!(end.headers()["cache-control"], "no-store");
    assert!(!location(&end).contains(&code) && !location(&end).contains(&authorize["state"]));
    let page = browser.get(&format!("{}/done", server.base)).await;
    assert_eq!(page.headers()["referrer-policy"], "no-referrer");
    let text = page.text().await.unwrap();
    assert!(!text.contains("src=") && !text.contains("<link") && !text.contains("@import"));
}

#[tokio::test]
async fn f19_cookies_of_an_https_server_cannot_be_planted_read_or_sent_elsewhere() {
    let server =
        Server::start_as(|raw| raw.public_url = "https://consentry.example".to_owned()).await;
    let body = json!({"profile": "office-365-mover", "role": "other"});
    let request = server
        .request(Method::POST, "/api/v1/connections")
        .json(&body);
    let response = request.send().await.unwrap();
    let cookie = response.headers()["set-cookie"].to_str().unwrap();
    assert!(cookie.starts_with("__Host-consentry-flow="), "{cookie}");
    // Lax and not Strict: it has to come along when Microsoft sends the browser back.
    for part in [
        "; Secure",
        "; HttpOnly",
        "; SameSite=Lax",
        "; Path=/",
        "; Max-Age=600",
    ] {
        assert!(cookie.contains(part), "{cookie} has no {part}");
    }
    assert!(!cookie.to_ascii_lowercase().contains("domain"));
    assert_eq!(
        response.headers()["strict-transport-security"],
        "max-age=31536000"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f24_a_refresh_token_is_replaced_by_one_flight_and_the_old_one_is_gone() {
    let server = Server::start().await;
    server.fake.grant();
    let program = server.signed_in().await;
    let id = program.id.parse().unwrap();
    let sealed = async || {
        server
            .state
            .store
            .connection(id)
            .await
            .unwrap()
            .unwrap()
            .refresh
    };
    let first = sealed().await.unwrap();
    for round in 1..=2 {
        // One that is under way would end after the clock was set, and look like the one that follows.
        let now = server.state.clock.now();
        program
            .until("no check under way", |status| {
                status.next_check_at > Some(now)
            })
            .await;
        server.clock.forward(2 * 60 * 60 * 1000);
        let wishes: Vec<_> = (0..50)
            .map(|_| {
                let wish = program.request(Method::POST, "/check").json(&json!({}));
                tokio::spawn(wish.send())
            })
            .collect();
        for wish in wishes {
            assert_eq!(wish.await.unwrap().unwrap().status(), StatusCode::ACCEPTED);
        }
        let refreshes = || {
            let world = server.fake.world();
            let calls = world.token_calls.iter();
            calls.filter(|grant| *grant == "refresh_token").count()
        };
        let now = server.state.clock.now();
        program
            .until("checked anew", |status| {
                status.checked_at >= Some(now - 60_000)
            })
            .await;
        // The stand-in takes each token once: an old one would have lost the sign-in.
        assert_eq!(refreshes(), round, "one flight for all wishes");
        assert_eq!(kind(&program.status().await), "authorized");
    }
    let last = sealed().await.unwrap();
    assert_ne!(first, last);
    program.request(Method::DELETE, "").send().await.unwrap();
    assert!(server.state.store.connection(id).await.unwrap().is_none());
}

#[tokio::test]
async fn f25_graph_is_not_followed_elsewhere() {
    let server = Server::start().await;
    server.fake.grant();
    let elsewhere = Fake::start().await;
    let target = format!("{}/v1.0/users/$count", elsewhere.base);
    server
        .fake
        .spoil("users", Canned::new(302, "").with("location", target));
    let program = server.signed_in().await;
    program
        .until("waiting", |status| status.waiting.is_some())
        .await;
    assert!(elsewhere.world().graph_requests.is_empty());
}

#[tokio::test]
async fn f26_a_next_page_is_fetched_from_graph_itself_only() {
    let elsewhere = Fake::start().await;
    for next in [
        format!("{}/v1.0/sites/getAllSites", elsewhere.base),
        "https://evil.example/v1.0/sites".to_owned(),
        "//evil.example/v1.0/sites".to_owned(),
        "/v1.0/users".to_owned(),
        "file:///etc/passwd".to_owned(),
    ] {
        let server = Server::start().await;
        server.fake.grant();
        let page = json!({"value": [], "@odata.nextLink": next});
        server
            .fake
            .spoil("sites", Canned::new(200, page.to_string()));
        let program = server.signed_in().await;
        let status = program
            .until("waiting", |status| status.waiting.is_some())
            .await;
        let problem = status.waiting.unwrap().problem.unwrap();
        assert_eq!(problem.code, "microsoft-unreadable");
    }
    assert!(elsewhere.world().graph_requests.is_empty());
}

#[tokio::test]
async fn f28_what_a_sign_in_opens_is_new_each_time_and_the_flow_cookie_opens_nothing() {
    let server = Server::start().await;
    let mut views = Vec::new();
    let mut browser = Browser::default();
    for _ in 0..2 {
        let program = server.create(None).await;
        let callback = server
            .until_callback(&mut browser, &program.created.start_url)
            .await;
        let end = browser.get(&callback).await;
        let view = end.headers()["set-cookie"].to_str().unwrap();
        assert!(view.starts_with("consentry-view="));
        views.push(view.to_owned());
    }
    assert_ne!(views[0], views[1]);

    // Somebody else's flow cookie, planted before, shows nothing after.
    let mut planted = Browser::default();
    let program = server.create(None).await;
    planted.go_on(&program.created.start_url).await;
    let page = planted.get(&format!("{}/done", server.base)).await;
    assert!(!page.text().await.unwrap().contains("signed in"));
}

#[tokio::test]
async fn f30_no_page_and_no_answer_may_be_framed() {
    let server = Server::start().await;
    let paths = [
        "/done",
        "/healthz",
        "/nowhere",
        "/openapi.json",
        "/h/x",
        "/oauth/callback",
    ];
    for path in paths {
        let response = server.request(Method::GET, path).send().await.unwrap();
        let policy = response.headers()["content-security-policy"]
            .to_str()
            .unwrap();
        assert!(policy.contains("default-src 'none'"), "{path}: {policy}");
        assert!(
            policy.contains("frame-ancestors 'none'"),
            "{path}: {policy}"
        );
        for (name, value) in [
            ("x-frame-options", "DENY"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cache-control", "no-store"),
            ("cross-origin-opener-policy", "same-origin"),
        ] {
            assert_eq!(response.headers()[name], value, "{path}");
        }
    }
}

#[tokio::test]
async fn f34_a_platform_that_lies_about_itself_is_sent_nobody_and_nothing() {
    type Spoil = fn(&mut serde_json::Value);
    let cases: [Spoil; 3] = [
        |document| document["issuer"] = json!("https://evil.example/{tenantid}/v2.0"),
        |document| document["token_endpoint"] = json!("https://evil.example/token"),
        |document| document["authorization_endpoint"] = json!("https://evil.example/authorize"),
    ];
    let canned = [
        Canned::new(200, "x".repeat(300_000)),
        Canned::new(200, "<html>"),
        Canned::new(302, "").with("location", "https://evil.example/"),
    ];
    let refused = async |server: &Server| {
        let body = json!({"profile": "office-365-mover", "role": "other"});
        let request = server
            .request(Method::POST, "/api/v1/connections")
            .json(&body);
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), StatusCode::BAD_GATEWAY);
        assert_eq!(problem(response).await.code, "metadata-refused");
        assert!(server.fake.world().token_calls.is_empty());
    };
    for spoil in cases {
        let server = Server::start().await;
        server.fake.world().metadata = Some(spoil);
        refused(&server).await;
    }
    for canned in canned {
        let server = Server::start().await;
        server.fake.spoil("discovery", canned);
        refused(&server).await;
        // It is asked again after half a minute, and believed when it tells the truth.
        server.fake.mend("discovery");
        refused(&server).await;
        server.clock.forward(31_000);
        server.create(None).await;
    }
}

#[tokio::test]
async fn f35_a_flood_from_one_address_is_slowed_and_others_are_not() {
    let server = Server::start_as(|raw| {
        raw.limits.sign_in_per_minute = 4;
        raw.limits.client_per_minute = 600;
        raw.trusted_proxies = vec!["127.0.0.1".to_owned()];
    })
    .await;
    let body = json!({"profile": "office-365-mover", "role": "other"});
    let create = |from: &str| {
        let request = server.request(Method::POST, "/api/v1/connections");
        request.header("x-forwarded-for", from).json(&body).send()
    };
    let mut made = 0;
    let refused = loop {
        let response = create("203.0.113.1").await.unwrap();
        if response.status() != StatusCode::CREATED {
            break response;
        }
        made += 1;
        assert!(made < 100, "never slowed");
    };
    assert_eq!(made, 1);
    assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
    let after: u64 = refused.headers()["retry-after"]
        .to_str()
        .unwrap()
        .parse()
        .unwrap();
    assert_eq!(problem(refused).await.code, "too-many-requests");
    assert_eq!(
        create("203.0.113.2").await.unwrap().status(),
        StatusCode::CREATED
    );
    let forged = create("203.0.113.2, 203.0.113.1").await.unwrap();
    assert_eq!(forged.status(), StatusCode::TOO_MANY_REQUESTS);

    let page = server
        .request(Method::GET, "/oauth/callback?code=a&state=b")
        .header("x-forwarded-for", "203.0.113.1");
    let page = page.send().await.unwrap();
    assert_eq!(page.status(), StatusCode::TOO_MANY_REQUESTS);
    assert!(page.headers().contains_key("retry-after"));
    assert!(page.text().await.unwrap().starts_with("<!DOCTYPE html>"));

    server.clock.forward(after * 1000);
    assert_eq!(
        create("203.0.113.1").await.unwrap().status(),
        StatusCode::CREATED
    );
}

#[tokio::test]
async fn f35_sign_ins_that_nobody_finishes_are_kept_up_to_a_number() {
    let server = Server::start_as(|raw| raw.limits.pending_sign_ins = 3).await;
    for _ in 0..3 {
        server.create(None).await;
    }
    let body = json!({"profile": "office-365-mover", "role": "other"});
    let request = server
        .request(Method::POST, "/api/v1/connections")
        .json(&body);
    let refused = request.send().await.unwrap();
    assert_eq!(refused.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(problem(refused).await.code, "too-many-sign-ins");
    server.clock.forward(10 * 60 * 1000);
    server.create(None).await;
}

#[tokio::test]
async fn f35_one_connection_may_ask_for_so_many_checks_and_be_watched_so_often() {
    let server = Server::start_as(|raw| {
        raw.limits.connection_per_minute = 8;
        raw.limits.watchers = 2;
    })
    .await;
    let program = server.signed_in().await;
    let check = async || {
        let wish = program.request(Method::POST, "/check").json(&json!({}));
        wish.send().await.unwrap()
    };
    assert_eq!(check().await.status(), StatusCode::ACCEPTED);
    assert_eq!(check().await.status(), StatusCode::ACCEPTED);
    assert_eq!(problem(check().await).await.code, "too-many-requests");

    let watch = async || {
        program
            .request(Method::GET, "/events")
            .send()
            .await
            .unwrap()
    };
    let (one, _other) = (watch().await, watch().await);
    assert_eq!(problem(watch().await).await.code, "too-many-watchers");
    drop(one);
    let again = async {
        while watch().await.status() != StatusCode::OK {
            tokio::task::yield_now().await;
        }
    };
    let limit = std::time::Duration::from_secs(10);
    tokio::time::timeout(limit, again)
        .await
        .expect("the seat is free");
}

#[tokio::test]
async fn f15_a_key_that_rolls_in_mid_flight_is_fetched_once() {
    let server = Server::start().await;
    let first = server.create(None).await;
    server.sign_in(&first).await;
    assert_eq!(server.fake.world().key_fetches, 1);
    {
        let mut world = server.fake.world();
        world.kid = "two";
        world.published = vec!["two"];
    }
    let second = server.create(None).await;
    server.sign_in(&second).await;
    assert_eq!(kind(&second.status().await), "needs_admin_consent");
    assert_eq!(server.fake.world().key_fetches, 2);

    // A signature under the new name with the old key, which is published no more.
    server.fake.world().kid = "one";
    for _ in 0..5 {
        let forged = server.create(None).await;
        server.sign_in(&forged).await;
        assert_eq!(code(&forged.status().await), "id-token-refused");
    }
    assert!(
        server.fake.world().key_fetches <= 3,
        "no fetch at a stranger's will"
    );
}

#[tokio::test]
async fn a_platform_that_cannot_be_asked_about_itself_does_not_stop_a_sign_in() {
    let server = Server::start().await;
    server.fake.spoil("discovery", Canned::new(503, ""));
    let program = server.signed_in().await;
    assert_eq!(kind(&program.status().await), "needs_admin_consent");
    assert_eq!(server.fake.world().discoveries, 1, "once in half a minute");
}

#[tokio::test]
async fn while_nobody_says_which_tenant_a_domain_is_nobody_signs_in_to_it() {
    let server =
        Server::start_as(|raw| raw.microsoft.authority = "birchwood.example".to_owned()).await;
    server.fake.spoil("discovery", Canned::new(503, ""));
    let body = json!({"profile": "office-365-mover", "role": "other"});
    let request = server
        .request(Method::POST, "/api/v1/connections")
        .json(&body);
    let refused = request.send().await.unwrap();
    assert_eq!(refused.status(), StatusCode::BAD_GATEWAY);
    server.fake.mend("discovery");
    server.clock.forward(31_000);
    let program = server.signed_in().await;
    assert_eq!(kind(&program.status().await), "needs_admin_consent");
}

#[tokio::test]
async fn one_tenant_is_kept_to_by_id_and_by_domain() {
    for (authority, claimed, expected) in [
        (TENANT, TENANT, ""),
        ("birchwood.example", TENANT, ""),
        ("common", "99999999-2222-4333-8444-555555555555", ""),
        (
            TENANT,
            "99999999-2222-4333-8444-555555555555",
            "id-token-refused",
        ),
        (
            "birchwood.example",
            "99999999-2222-4333-8444-555555555555",
            "id-token-refused",
        ),
    ] {
        let server = Server::start_as(|raw| raw.microsoft.authority = authority.to_owned()).await;
        if claimed != TENANT {
            server.fake.world().claims = Some(|claims| {
                let other = "99999999-2222-4333-8444-555555555555";
                let issuer = claims["iss"].as_str().unwrap().replace(TENANT, other);
                claims["tid"] = json!(other);
                claims["iss"] = json!(issuer);
            });
        }
        let program = server.create(None).await;
        let mut browser = Browser::default();
        let callback = server
            .until_callback(&mut browser, &program.created.start_url)
            .await;
        browser.get(&callback).await;
        let status = program.status().await;
        assert_eq!(code(&status), expected, "{authority} {claimed}");
    }
}
