//! The journey, from the first click to two counts.

use crate::kit::{Events, RETURN_TO, Server, code, kind, location};
use consentry_wire::api::State;
use reqwest::Method;
use serde_json::json;
use url::Url;

#[tokio::test]
async fn from_sign_in_over_a_missing_grant_to_two_counts() {
    let server = Server::start().await;
    let program = server.create(Some(RETURN_TO)).await;
    assert_eq!(kind(&program.status().await), "awaiting_sign_in");

    server.sign_in(&program).await;
    let status = program.until_checked().await;
    assert_eq!(kind(&status), "needs_admin_consent");
    assert_eq!(status.account.as_deref(), Some("adele@birchwood.example"));
    assert_eq!(
        status.app.as_ref().unwrap().object_id,
        crate::fake::PRINCIPAL
    );
    assert!(
        status
            .evidence
            .iter()
            .any(|call| call.call == "GET /users/$count" && call.status == 403)
    );
    assert!(status.missing.contains(&"User.Read.All".to_owned()));

    program.check(json!({"hint": "consent-returned"})).await;
    program
        .until("propagating", |status| kind(status) == "propagating")
        .await;

    server.fake.grant();
    let status = program.until_authorized().await;
    assert_eq!(
        status.state,
        State::Authorized {
            users: 17,
            sites: 43
        }
    );
    assert!(
        status
            .evidence
            .iter()
            .any(|call| call.call == "GET /sites/getAllSites" && call.status == 200)
    );
    assert_eq!(status.exposure.unknown.len(), 5);
}

#[tokio::test]
async fn the_first_state_is_known_when_the_browser_returns() {
    let server = Server::start().await;
    server.fake.grant();
    let program = server.create(Some(RETURN_TO)).await;
    server.sign_in(&program).await;
    assert_eq!(
        program.status().await.state,
        State::Authorized {
            users: 17,
            sites: 43
        }
    );
}

#[tokio::test]
async fn the_browser_returns_with_the_connection_and_a_handle_that_works_once() {
    let server = Server::start().await;
    let program = server.create(Some(RETURN_TO)).await;
    let mut browser = crate::kit::Browser::default();
    let callback = server
        .until_callback(&mut browser, &program.created.start_url)
        .await;
    let response = browser.get(&callback).await;
    let target = Url::parse(location(&response)).unwrap();
    assert!(target.as_str().starts_with(&format!(
        "https://app.example/wizard?tab=2&connection={}",
        program.id
    )));
    let handle = target
        .fragment()
        .unwrap()
        .strip_prefix("consentry=")
        .unwrap();

    let claim = || {
        server
            .request(Method::POST, &format!("/api/v1/handoffs/{handle}/claim"))
            .send()
    };
    let claimed: consentry_wire::api::Claimed = claim().await.unwrap().json().await.unwrap();
    assert_eq!(claimed.id, program.id);
    assert_eq!(claim().await.unwrap().status(), 404);

    let starter = crate::kit::Program {
        secret: claimed.secret.expose().to_owned(),
        created: program.created.clone(),
        ..program
    };
    assert_eq!(kind(&starter.status().await), "needs_admin_consent");
    assert_eq!(
        starter
            .request(Method::DELETE, "")
            .send()
            .await
            .unwrap()
            .status(),
        403,
        "who signed in may not delete what a program owns"
    );

    let handed: consentry_wire::api::HandOff = starter
        .request(Method::POST, "/handoff")
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    let handle = handed.url.rsplit('/').next().unwrap();
    let claimed: consentry_wire::api::Claimed = server
        .request(Method::POST, &format!("/api/v1/handoffs/{handle}/claim"))
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    let granter = crate::kit::Program {
        secret: claimed.secret.expose().to_owned(),
        ..starter
    };
    assert_eq!(kind(&granter.status().await), "needs_admin_consent");
    for path in ["/handoff", "/reauthorize"] {
        let refused = granter.request(Method::POST, path).send().await.unwrap();
        assert_eq!(refused.status(), 403, "who grants may not {path}");
    }
}

#[tokio::test]
async fn without_a_place_to_return_to_our_own_page_says_how_it_ended() {
    let server = Server::start().await;
    let program = server.create(None).await;
    let mut browser = crate::kit::Browser::default();
    let callback = server
        .until_callback(&mut browser, &program.created.start_url)
        .await;
    let response = browser.get(&callback).await;
    assert!(location(&response).starts_with(&format!("{}/done#consentry=", server.base)));
    let page = browser
        .get(&format!("{}/done", server.base))
        .await
        .text()
        .await
        .unwrap();
    assert!(
        page.contains("Signed in; one step left.")
            && page.contains("An admin of your organization"),
        "{page}"
    );
    let stranger = crate::kit::Browser::default()
        .get(&format!("{}/done", server.base))
        .await;
    assert!(!stranger.text().await.unwrap().contains("signed in"));
}

#[tokio::test]
async fn somebody_who_declines_is_told_what_to_do_and_may_begin_again() {
    let server = Server::start().await;
    let program = server.create(Some(RETURN_TO)).await;
    let mut browser = crate::kit::Browser::default();
    let callback = server
        .until_callback(&mut browser, &program.created.start_url)
        .await;
    let state = Url::parse(&callback)
        .unwrap()
        .query_pairs()
        .find(|(name, _)| name == "state")
        .unwrap()
        .1
        .into_owned();
    let declined = format!(
        "{}/oauth/callback?error=access_denied&error_description=AADSTS65004%3A+%3Cb%3Ecanary&state={state}",
        server.base
    );
    let response = browser.get(&declined).await;
    assert!(location(&response).contains("&error=declined#"));
    let status = program.status().await;
    assert_eq!((kind(&status), code(&status)), ("blocked", "declined"));
    assert_eq!(server.fake.redeemed(), 0);

    let again: consentry_wire::api::Restarted = program
        .request(Method::POST, "/reauthorize")
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    let callback = server.until_callback(&mut browser, &again.start_url).await;
    browser.get(&callback).await;
    assert_eq!(kind(&program.until_checked().await), "needs_admin_consent");
}

#[tokio::test]
async fn declining_a_second_sign_in_spoils_nothing() {
    let server = Server::start().await;
    server.fake.grant();
    let program = server.create(None).await;
    let mut browser = server.sign_in(&program).await;
    let again: consentry_wire::api::Restarted = program
        .request(Method::POST, "/reauthorize")
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    let callback = server.until_callback(&mut browser, &again.start_url).await;
    let declined = callback.replace("code=", "error=access_denied&x=");
    browser.get(&declined).await;
    assert_eq!(kind(&program.status().await), "authorized");
}

#[tokio::test]
async fn a_restarted_server_goes_on_where_it_was() {
    let first = Server::start().await;
    let created = {
        let program = first.create(None).await;
        first.sign_in(&program).await;
        first.state.stop.cancel();
        program.created.clone()
    };
    first.fake.grant();
    let second = Server::start_in(
        first.directory.clone(),
        first.fake.clone(),
        first.clock.clone(),
    )
    .await;
    let program = crate::kit::Program {
        server: &second,
        id: created.id.clone(),
        secret: created.secret.expose().to_owned(),
        created,
    };
    assert_eq!(kind(&program.until_authorized().await), "authorized");
}

#[tokio::test]
async fn a_revoked_sign_in_is_noticed_and_named() {
    let server = Server::start().await;
    server.fake.grant();
    let program = server.signed_in().await;
    server.fake.spoil(
        "refresh",
        crate::fake::Canned::oauth("invalid_grant", "AADSTS50173: revoked"),
    );
    server.clock.forward(2 * 60 * 60 * 1000);
    program.check(json!({})).await;
    let status = program
        .until("lost", |status| kind(status) == "needs_reauthorization")
        .await;
    assert_eq!(code(&status), "sign-in-revoked");

    server.fake.mend("refresh");
    program.check(json!({})).await;
    program
        .until("authorized again", |status| kind(status) == "authorized")
        .await;
}

#[tokio::test]
async fn watchers_resume_after_what_they_saw_and_end_with_the_server() {
    let server = Server::start().await;
    let program = server.signed_in().await;
    let (seen, _) = Events::open(&program, None).await.next().await.unwrap();
    let mut resumed = Events::open(&program, Some(seen)).await;
    server.fake.grant();
    program.check(json!({})).await;
    let (next, _) = resumed.next().await.unwrap();
    assert!(next > seen);
    server.state.stop.cancel();
    while resumed.next().await.is_some() {}
}

#[tokio::test]
async fn a_stream_without_news_has_a_heartbeat() {
    let server = Server::start().await;
    let program = server.create(None).await;
    let mut stream = program
        .request(Method::GET, "/events")
        .send()
        .await
        .unwrap();
    assert_eq!(stream.headers()["content-type"], "text/event-stream");
    let mut text = String::new();
    let beats = async {
        while text.matches("\n:").count() < 2 {
            let chunk = stream.chunk().await.unwrap().unwrap();
            text.push_str(std::str::from_utf8(&chunk).unwrap());
        }
    };
    let limit = std::time::Duration::from_secs(10);
    tokio::time::timeout(limit, beats).await.expect("it beats");
}

#[tokio::test]
async fn each_check_asks_with_a_token_of_its_own() {
    let server = Server::start().await;
    let program = server.signed_in().await;
    program.until_checked().await;
    let own = || {
        let world = server.fake.world();
        let calls = world.token_calls.iter();
        calls.filter(|grant| *grant == "client_credentials").count()
    };
    // A token of before the grant would keep what it had for an hour.
    let before = own();
    server.fake.grant();
    program.check(json!({})).await;
    program.until_authorized().await;
    assert!(own() > before);
}

#[tokio::test]
async fn what_came_due_while_the_server_was_down_is_not_all_asked_at_once() {
    let first = Server::start().await;
    first.fake.grant();
    let id = {
        let program = first.create(None).await;
        first.sign_in(&program).await;
        program.until_authorized().await;
        program.id.parse().unwrap()
    };
    first.state.stop.cancel();
    first.clock.forward(30 * 60 * 60 * 1000);
    let before = first.fake.world().graph_requests.len();
    let second = Server::start_in(
        first.directory.clone(),
        first.fake.clone(),
        first.clock.clone(),
    )
    .await;
    let planned = async || {
        let connection = second.state.store.connection(id).await.unwrap().unwrap();
        (
            connection.status.next_check_at.unwrap(),
            connection.status.checked_at,
        )
    };
    let put_off = async {
        while planned().await.0 <= second.state.clock.now() {
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
    };
    let limit = std::time::Duration::from_secs(10);
    tokio::time::timeout(limit, put_off).await.expect("put off");
    assert_eq!(first.fake.world().graph_requests.len(), before);
    let now = second.state.clock.now();
    assert!(planned().await.0 <= now + 10 * 60 * 1000);

    let last = planned().await.1;
    second.clock.forward(10 * 60 * 1000);
    second.state.wake.notify_one();
    let made = async {
        while planned().await.1 == last {
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(limit, made).await.expect("checked");
}

#[tokio::test]
async fn a_claim_whose_answer_was_lost_is_answered_again_to_who_proposed_the_bearer() {
    let server = Server::start().await;
    let program = server.create(None).await;
    let mut browser = crate::kit::Browser::default();
    let callback = server
        .until_callback(&mut browser, &program.created.start_url)
        .await;
    let response = browser.get(&callback).await;
    let (_, handle) = location(&response).split_once("#consentry=").unwrap();
    let path = format!("/api/v1/handoffs/{handle}/claim");
    let proposed = ["p", "q"].map(|letter| letter.repeat(43));
    let claim = async |secret: &str| {
        let body = serde_json::json!({ "secret": secret });
        let request = server.request(Method::POST, &path).json(&body);
        request.send().await.unwrap()
    };
    for _ in 0..2 {
        let claimed: consentry_wire::api::Claimed = claim(&proposed[0]).await.json().await.unwrap();
        assert_eq!(claimed.id, program.id);
        assert_eq!(claimed.secret.expose(), proposed[0]);
    }
    assert_eq!(claim(&proposed[1]).await.status(), 404);
    assert_eq!(claim("too short to be a secret").await.status(), 404);
}
