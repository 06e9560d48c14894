//! Answers of Microsoft's that are easily misunderstood: each leads to who can really help.

use crate::fake::{CLIENT, Canned, Lists, TENANT};
use crate::kit::{Browser, Program, Server, code, kind, location};
use consentry_wire::api::{Problem, Restarted, State, Status};
use reqwest::{Method, StatusCode};
use serde_json::json;
use url::Url;

const OTHER: &str = "99999999-2222-4333-8444-555555555555";
const PERSON: Option<&str> = Some("The person who signs in");

fn problem(status: &Status) -> &Problem {
    match &status.state {
        State::Blocked { problem } => problem,
        State::NeedsReauthorization { cause } => cause,
        _ => panic!("no problem: {status:?}"),
    }
}

/// Comes back from Microsoft's sign-in with other parameters than a code.
async fn come_back(program: &Program<'_>, parameters: &[(&str, &str)]) -> Status {
    let mut browser = Browser::default();
    let callback = program
        .server
        .until_callback(&mut browser, &program.created.start_url)
        .await;
    let mut url = Url::parse(&callback).unwrap();
    let mut pairs = url.query_pairs().into_owned();
    let state = pairs.find(|(name, _)| name == "state").unwrap().1;
    url.query_pairs_mut()
        .clear()
        .extend_pairs(parameters)
        .append_pair("state", &state);
    browser.get(url.as_str()).await;
    program.status().await
}

fn busy(status: u16) -> Canned {
    let body = json!({"error": "temporarily_unavailable", "error_description": "AADSTS90033: canary",
        "error_codes": [90033]});
    Canned::new(status, body.to_string())
}

#[tokio::test]
async fn a_code_is_redeemed_again_while_microsoft_has_trouble() {
    let server = Server::start().await;
    server.fake.grant();
    let first = vec![busy(503), busy(400)];
    server.fake.spoil_first("redeem", first);
    let program = server.signed_in().await;
    program.until_authorized().await;
    assert_eq!(server.fake.redeemed(), 3);
}

#[tokio::test]
async fn a_code_that_cannot_be_redeemed_in_time_asks_the_person_to_sign_in_again() {
    let server = Server::start().await;
    let long = busy(503).with("retry-after", "60");
    server.fake.spoil("redeem", long);
    let program = server.signed_in().await;
    let status = program.status().await;
    assert_eq!(
        (kind(&status), code(&status)),
        ("blocked", "microsoft-busy")
    );
    let problem = problem(&status);
    assert_eq!(problem.role.as_deref(), PERSON);
    assert!(problem.remedy.contains("sign in again"), "{problem:?}");
    assert_eq!(
        server.fake.redeemed(),
        1,
        "the pause is longer than anybody waits"
    );
}

#[tokio::test]
async fn trouble_at_the_sign_in_is_not_waited_for_in_silence() {
    for error in ["temporarily_unavailable", "server_error"] {
        let server = Server::start().await;
        let program = server.create(None).await;
        let status = come_back(&program, &[("error", error)]).await;
        assert_eq!(code(&status), "microsoft-busy");
        assert_eq!(problem(&status).role.as_deref(), PERSON);
        assert_eq!(status.waiting, None);
    }
}

#[tokio::test]
async fn the_number_of_an_answer_is_read_from_its_address_too() {
    let server = Server::start().await;
    let program = server.create(None).await;
    let uri = "https://login.microsoftonline.com/error?code=50105";
    let parameters = [("error", "interaction_required"), ("error_uri", uri)];
    let status = come_back(&program, &parameters).await;
    assert_eq!(code(&status), "not-assigned");
    assert_eq!(problem(&status).microsoft.as_deref(), Some("AADSTS50105"));
}

#[tokio::test]
async fn who_left_the_consent_page_is_sent_to_an_admin_as_well() {
    let server = Server::start().await;
    let program = server.create(None).await;
    let parameters = [("error", "access_denied"), ("error_subcode", "cancel")];
    let status = come_back(&program, &parameters).await;
    assert_eq!(code(&status), "left-without-consent");
    let role = problem(&status).role.as_deref();
    assert_eq!(role, Some("Privileged Role Administrator"));
}

#[tokio::test]
async fn a_code_that_was_used_before_does_not_blame_the_secret() {
    let server = Server::start().await;
    let body = json!({"error": "invalid_grant", "error_codes": [70002, 54005],
        "error_description": "AADSTS70002: canary. AADSTS54005: canary"});
    server
        .fake
        .spoil("redeem", Canned::new(400, body.to_string()));
    let program = server.signed_in().await;
    let status = program.status().await;
    assert_eq!(code(&status), "sign-in-broken");
    assert_eq!(server.fake.redeemed(), 1);
    server.fake.mend("redeem");
    server.fake.grant();
    let program = server.signed_in().await;
    program.until_authorized().await;
}

#[tokio::test]
async fn a_lifetime_may_be_written_as_text() {
    let server = Server::start().await;
    server.fake.grant();
    server.fake.world().lifetime = json!("3599");
    let program = server.signed_in().await;
    program.until_authorized().await;
    server.clock.forward(2 * 60 * 60 * 1000);
    program.check(json!({})).await;
    let before = server.state.clock.now() - 60_000;
    let again = program.until("checked again", |status| status.checked_at > Some(before));
    assert_eq!(kind(&again.await), "authorized");
}

#[tokio::test]
async fn a_token_signed_with_the_apps_own_key_is_accepted() {
    let server = Server::start().await;
    server.fake.grant();
    {
        let mut world = server.fake.world();
        world.kid = "the-apps-own";
        world.published_for_app = vec!["the-apps-own"];
    }
    let program = server.signed_in().await;
    program.until_authorized().await;
}

#[tokio::test]
async fn a_closed_tenant_asks_nobody_to_sign_in_again() {
    let server = Server::start().await;
    server.fake.grant();
    let program = server.signed_in().await;
    program.until_authorized().await;
    let closed = Canned::oauth("invalid_grant", "AADSTS5000224: canary");
    server.fake.spoil("refresh", closed);
    server.clock.forward(2 * 60 * 60 * 1000);
    program.check(json!({})).await;
    let status = program
        .until("blocked", |status| kind(status) == "blocked")
        .await;
    assert_eq!(code(&status), "tenant-closed");
    assert!(
        status.next_check_at.is_some(),
        "it may be opened again by Microsoft"
    );
}

#[tokio::test]
async fn an_admins_grant_that_lands_on_the_sign_in_says_so_and_uses_nothing_up() {
    let server = Server::start().await;
    let program = server.create(None).await;
    let mut browser = Browser::default();
    let callback = server
        .until_callback(&mut browser, &program.created.start_url)
        .await;
    let before = program.status().await;
    let state = Url::parse(&callback).unwrap();
    let mut pairs = state.query_pairs();
    let state = pairs.find(|(name, _)| name == "state").unwrap().1;
    for (rest, says) in [
        (String::new(), "An admin may have granted"),
        (format!("&state={state}"), "An admin may have granted"),
        (
            "&error=access_denied&error_description=AADSTS65004%3a+x".to_owned(),
            "AADSTS65004",
        ),
        (
            "&error=access_denied&error_description=AADSTS50020%3a+x".to_owned(),
            "AADSTS50020",
        ),
    ] {
        let address = format!(
            "{}/oauth/callback?admin_consent=True&tenant={OTHER}{rest}",
            server.base
        );
        for response in [
            browser.get(&address).await,
            Browser::default().get(&address).await,
        ] {
            assert_eq!(response.status(), StatusCode::OK, "{rest}");
            let body = response.text().await.unwrap();
            assert!(body.contains(says), "{body}");
        }
    }
    assert_eq!(program.status().await, before, "nothing was changed");
    let response = browser.get(&callback).await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    assert_eq!(kind(&program.until_checked().await), "needs_admin_consent");
}

/// Creates a connection for a tenant that is named.
async fn create_for(server: &Server, tenant: &str) -> reqwest::Response {
    let body = json!({"profile": "office-365-mover", "role": "other", "tenant": tenant});
    let request = server.request(Method::POST, "/api/v1/connections");
    request.json(&body).send().await.unwrap()
}

async fn created_for<'a>(server: &'a Server, tenant: &str) -> Program<'a> {
    let response = create_for(server, tenant).await;
    assert_eq!(response.status(), StatusCode::CREATED, "{tenant}");
    server.program(response.json().await.unwrap())
}

#[tokio::test]
async fn a_guest_signs_in_to_the_tenant_that_was_named_and_to_no_other() {
    for tenant in [TENANT, "birchwood.example"] {
        let server = Server::start().await;
        server.fake.grant();
        let program = created_for(&server, tenant).await;
        let expected = format!("{}/{tenant}/oauth2/v2.0/authorize?", server.fake.base);
        let url = &program.created.authorization_url;
        assert!(url.starts_with(&expected), "{url}");
        server.fake.world().claims = Some(|claims| {
            let issuer = claims["iss"].as_str().unwrap().replace(TENANT, OTHER);
            claims["iss"] = json!(issuer);
            claims["tid"] = json!(OTHER);
        });
        server.sign_in(&program).await;
        let status = program.status().await;
        assert_eq!((kind(&status), code(&status)), ("blocked", "other-tenant"));
        let detail = &problem(&status).detail;
        assert!(
            detail.contains(tenant) && detail.contains(OTHER),
            "{detail}"
        );
        assert_eq!(status.tenant, None);
    }
}

#[tokio::test]
async fn a_later_sign_in_goes_to_the_connections_own_tenant() {
    let server = Server::start().await;
    server.fake.grant();
    let program = server.create(None).await;
    let begun = &program.created.authorization_url;
    assert!(begun.contains("/organizations/oauth2/"), "{begun}");
    server.sign_in(&program).await;
    program.until_checked().await;
    let response = program
        .request(Method::POST, "/reauthorize")
        .send()
        .await
        .unwrap();
    let restarted: Restarted = response.json().await.unwrap();
    let expected = format!("{}/{TENANT}/oauth2/v2.0/authorize?", server.fake.base);
    assert!(
        restarted.authorization_url.starts_with(&expected),
        "{}",
        restarted.authorization_url
    );
    let mut browser = Browser::default();
    let callback = server
        .until_callback(&mut browser, &restarted.start_url)
        .await;
    let response = browser.get(&callback).await;
    assert!(!location(&response).contains("error="));
}

#[tokio::test]
async fn only_an_id_or_a_domain_names_a_tenant() {
    let server = Server::start().await;
    for tenant in [
        "common",
        "organizations",
        "../x",
        "a/b",
        "a b.example",
        ".example",
        "x.",
        "birchwood.example/x?y",
        &format!("{}.example", "x".repeat(300)),
    ] {
        let status = create_for(&server, tenant).await.status();
        assert_eq!(status, StatusCode::BAD_REQUEST, "{tenant}");
    }
    let server = Server::start_as(|raw| raw.microsoft.authority = TENANT.into()).await;
    assert_eq!(
        create_for(&server, TENANT).await.status(),
        StatusCode::CREATED
    );
    assert_eq!(
        create_for(&server, OTHER).await.status(),
        StatusCode::BAD_REQUEST
    );
}

#[tokio::test]
async fn graphs_own_code_is_shown_where_the_remedy_speaks_of_it() {
    let server = Server::start().await;
    server.fake.grant();
    let body = json!({"error": {"code": "Request_BadRequest", "message": "canary"}});
    server
        .fake
        .spoil("users", Canned::new(400, body.to_string()));
    let program = server.signed_in().await;
    let status = program.until_checked().await;
    assert_eq!((kind(&status), code(&status)), ("blocked", "graph-refuses"));
    assert_eq!(
        problem(&status).microsoft.as_deref(),
        Some("Request_BadRequest")
    );
}

#[tokio::test]
async fn an_app_that_graph_does_not_know_needs_an_admin_after_some_minutes() {
    let server = Server::start().await;
    server.fake.grant();
    let program = server.signed_in().await;
    program.until_authorized().await;
    let body = json!({"error": {"code": "Authorization_IdentityNotFound", "message": "canary"}});
    for what in ["users", "sites", "principal", "organization"] {
        server.fake.spoil(what, Canned::new(401, body.to_string()));
    }
    server.clock.forward(3 * 60 * 1000);
    program.check(json!({})).await;
    let status = program
        .until("needs consent", |status| kind(status) != "authorized")
        .await;
    assert_eq!(kind(&status), "needs_admin_consent");
    let role = status.advice.unwrap().role;
    assert_eq!(role.as_deref(), Some("Privileged Role Administrator"));
}

#[tokio::test]
async fn a_list_that_graph_cuts_short_is_said_to_be_incomplete() {
    let server = Server::start().await;
    server.fake.grant_and_show();
    server.fake.world().lists = Lists::CutShort;
    let program = server.signed_in().await;
    let status = program.until_authorized().await;
    assert_eq!(status.exposure.incomplete.len(), 3);
    assert!(
        !status.missing.contains(&"Files.ReadWrite.All".to_owned()),
        "what is not on it may be granted"
    );
    let evidence = status.evidence.iter();
    let mut grants = evidence.filter(|one| one.call.contains("oauth2PermissionGrants"));
    let grants = grants.next().unwrap();
    assert_eq!((grants.read, grants.stated), (Some(1), Some(2)));
}

#[tokio::test]
async fn a_service_that_does_not_count_is_read_and_counted_here() {
    let server = Server::start().await;
    server.fake.grant_and_show();
    server.fake.world().lists = Lists::Older;
    let program = server.signed_in().await;
    let status = program.until_authorized().await;
    assert!(status.exposure.incomplete.is_empty());
    assert_eq!(status.exposure.assignment_required, Some(false));
    assert!(status.grants.application.is_some());
    let mut evidence = status.evidence.iter();
    let grants = evidence.find(|one| one.call.contains("oauth2PermissionGrants"));
    let grants = grants.unwrap();
    assert_eq!((grants.read, grants.stated), (Some(1), None));
    assert_eq!(status.app.unwrap().app_id, CLIENT);
}
