//! Any app, verified by the organization's observer: nothing is read before somebody of the organization with a role of
//! the observer has signed in, and nothing is shown to anybody else.

use crate::fake::{CLIENT_SECRET, Canned, ELSEWHERE, OBSERVER, PRINCIPAL, TENANT};
use crate::kit::{Browser, Program, Server, code, kind, location, problem};
use consentry_server::config::Raw;
use consentry_wire::api::{Claimed, Created, Expectation, HandOff, Proof, State, Status};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use std::collections::HashMap;
use url::Url;

const APP: &str = "22222222-2222-4333-8444-555555555555";

fn with_observer(raw: &mut Raw) {
    let observer = json!({"tenant": TENANT, "client_id": OBSERVER, "client_secret": CLIENT_SECRET,
        "every_minutes": 0});
    let text = json!({ "observer": observer });
    let read: Raw = serde_json::from_value(text).unwrap();
    raw.observer = read.observer;
}

async fn start() -> Server {
    Server::start_as(with_observer).await
}

async fn create(server: &Server, body: Value) -> Program<'_> {
    let response = asked(server, body).await;
    assert_eq!(response.status(), StatusCode::CREATED);
    let created: Created = response.json().await.unwrap();
    server.program(created)
}

async fn asked(server: &Server, mut body: Value) -> reqwest::Response {
    body["role"] = "other".into();
    let request = server.request(Method::POST, "/api/v1/connections");
    request.json(&body).send().await.unwrap()
}

/// Signs in to the observer, and takes the right that this brings.
async fn signed_in<'a>(server: &'a Server, program: &Program<'_>) -> Program<'a> {
    let mut browser = Browser::default();
    let callback = server
        .until_callback(&mut browser, &program.created.start_url)
        .await;
    let response = browser.get(&callback).await;
    let target = Url::parse(location(&response)).unwrap();
    let handle = target.fragment().unwrap().strip_prefix("consentry=");
    let path = format!("/api/v1/handoffs/{}/claim", handle.unwrap());
    claim(server, program, &path).await
}

async fn claim<'a>(server: &'a Server, program: &Program<'_>, path: &str) -> Program<'a> {
    let claimed = server.request(Method::POST, path).send().await.unwrap();
    assert_eq!(claimed.status(), StatusCode::OK);
    let claimed: Claimed = claimed.json().await.unwrap();
    Program {
        server,
        id: claimed.id,
        secret: claimed.secret.expose().to_owned(),
        created: program.created.clone(),
    }
}

async fn looked_at(server: &Server, body: Value) -> Status {
    let program = create(server, body).await;
    signed_in(server, &program).await.until_checked().await
}

fn link(server: &Server) -> Value {
    let link = format!(
        "{}/common/oauth2/v2.0/authorize?client_id={APP}&scope=openid%20Mail.Read",
        server.fake.base
    );
    json!({"app": link, "tenant": TENANT})
}

#[tokio::test]
async fn an_app_that_nobody_wrote_a_profile_for_is_granted_as_microsoft_lists_it() {
    let server = start().await;
    let status = looked_at(&server, link(&server)).await;
    assert_eq!(status.state, State::Granted);
    assert_eq!(
        (status.proof, status.profile.as_str()),
        (Proof::Observer, "")
    );
    let asked = status.asked.unwrap();
    assert_eq!(
        (asked.client_id.as_str(), asked.source),
        (APP, Expectation::Link)
    );
    assert_eq!(asked.delegated, ["Mail.Read"]);
    assert_eq!(
        status.tenant.and_then(|tenant| tenant.name).as_deref(),
        Some("Birchwood")
    );
    assert_eq!(
        status.exposure.beyond_profile,
        Some(vec!["Sites.Manage.All".to_owned()])
    );
    assert!(!status.evidence.is_empty());
    for call in &status.evidence {
        assert_eq!(call.proof, Proof::Observer, "{}", call.call);
        assert!(!call.call.contains("$count") && !call.call.contains("sites"));
    }
}

#[tokio::test]
async fn an_id_alone_leaves_open_what_the_app_needs() {
    let server = start().await;
    let status = looked_at(&server, json!({ "app": APP })).await;
    assert_eq!(kind(&status), "granted");
    assert_eq!(status.asked.unwrap().source, Expectation::Unknown);
    assert_eq!(status.exposure.beyond_profile, None);
}

#[tokio::test]
async fn a_profile_that_the_server_has_no_credential_of_is_compared_with_what_is_listed() {
    let server = Server::start_as(|raw| {
        with_observer(raw);
        raw.app.clear();
    })
    .await;
    let body = json!({"profile": "office-365-mover"});
    let status = looked_at(&server, body.clone()).await;
    assert_eq!(kind(&status), "needs_admin_consent");
    assert!(
        status.missing.contains(&"Sites.FullControl.All".to_owned()),
        "{:?}",
        status.missing
    );
    assert_eq!(status.profile, "office-365-mover");
    let advice = status.advice.unwrap();
    assert_eq!(advice.code, "listed-partly");
    assert_eq!(
        advice.role.as_deref(),
        Some("Privileged Role Administrator")
    );
}

#[tokio::test]
async fn an_app_of_the_servers_own_proves_itself() {
    let server = start().await;
    let created = create(&server, json!({"profile": "office-365-mover"}))
        .await
        .created;
    assert_eq!(created.status.proof, Proof::Own);
    assert!(created.status.asked.is_none());
}

#[tokio::test]
async fn the_sign_in_is_to_the_observer_and_asks_for_nothing_but_a_name() {
    let server = start().await;
    let program = create(&server, link(&server)).await;
    let url = Url::parse(&program.created.authorization_url).unwrap();
    let query: HashMap<_, _> = url.query_pairs().into_owned().collect();
    assert_eq!(
        (query["client_id"].as_str(), query["scope"].as_str()),
        (OBSERVER, "openid profile")
    );
    assert!(url.path().starts_with(&format!("/{TENANT}/")), "{url}");
    let page = Browser::default().get(&program.created.start_url).await;
    let page = page.text().await.unwrap();
    for part in [
        APP,
        OBSERVER,
        "Whoever started the connection doesn't see it.",
    ] {
        assert!(page.contains(part), "{part}");
    }
}

#[tokio::test]
async fn before_a_sign_in_nothing_is_read() {
    let server = start().await;
    let program = create(&server, link(&server)).await;
    assert_eq!(kind(&program.created.status), "awaiting_sign_in");
    let check = program
        .request(Method::POST, "/check")
        .send()
        .await
        .unwrap();
    assert_eq!(problem(check).await.code, "sign-in-to-see");
    assert_eq!(server.fake.world().graph_calls, Vec::<String>::new());
    assert_eq!(server.fake.world().token_calls, Vec::<String>::new());
}

#[tokio::test]
async fn who_began_the_connection_sees_nothing_before_and_after_somebody_signed_in() {
    let server = start().await;
    let owner = create(&server, link(&server)).await;
    for round in ["before", "after"] {
        for (method, rest) in [
            (Method::GET, ""),
            (Method::GET, "/events"),
            (Method::POST, "/check"),
            (Method::POST, "/handoff"),
            (Method::GET, "/record"),
        ] {
            let answer = owner.request(method, rest).send().await.unwrap();
            assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{round} {rest}");
            assert_eq!(problem(answer).await.code, "sign-in-to-see");
        }
        if round == "before" {
            signed_in(&server, &owner).await.until_checked().await;
        }
    }
    let again = owner
        .request(Method::POST, "/reauthorize")
        .send()
        .await
        .unwrap();
    assert_eq!(again.status(), StatusCode::OK);
    let again = again.text().await.unwrap();
    let deleted = owner.request(Method::DELETE, "").send().await.unwrap();
    assert_eq!(deleted.status(), StatusCode::OK);
    let deleted = deleted.text().await.unwrap();
    for text in [again, deleted] {
        for read in ["Birchwood", PRINCIPAL, "Mail.Read", "adele"] {
            assert!(!text.contains(read), "{read} in {text}");
        }
    }
}

#[tokio::test]
async fn without_a_role_nobody_sees_and_nothing_is_read() {
    let server = start().await;
    for roles in [
        vec![],
        vec!["Observer"],
        vec!["observer.read"],
        vec!["Directory.Read.All"],
    ] {
        server.fake.world().looker = roles;
        let program = create(&server, link(&server)).await;
        let mut browser = Browser::default();
        let start = &program.created.start_url;
        let callback = server.until_callback(&mut browser, start).await;
        let response = browser.get(&callback).await;
        let target = location(&response).to_owned();
        assert!(!target.contains("consentry="), "{target}");
        let page = browser.get(&target).await.text().await.unwrap();
        assert!(page.contains("Observer.Read") && page.contains("Cloud Application Administrator"));
    }
    assert_eq!(server.fake.world().graph_calls, Vec::<String>::new());
}

#[tokio::test]
async fn a_sign_in_in_another_tenant_opens_nothing() {
    let server = start().await;
    server.fake.world().claims = Some(|claims| {
        let iss = claims["iss"].as_str().unwrap().replace(TENANT, ELSEWHERE);
        claims["iss"] = iss.into();
        claims["tid"] = ELSEWHERE.into();
    });
    let program = create(&server, link(&server)).await;
    let mut browser = Browser::default();
    let callback = server
        .until_callback(&mut browser, &program.created.start_url)
        .await;
    let response = browser.get(&callback).await;
    assert!(!location(&response).contains("consentry="));
    assert_eq!(server.fake.world().graph_calls, Vec::<String>::new());
}

#[tokio::test]
async fn what_was_read_can_be_handed_on_by_who_signed_in() {
    let server = start().await;
    let owner = create(&server, link(&server)).await;
    let looker = signed_in(&server, &owner).await;
    looker.until_checked().await;
    let answer = looker
        .request(Method::POST, "/handoff")
        .send()
        .await
        .unwrap();
    let handed: HandOff = answer.json().await.unwrap();
    let page = Browser::default().get(&handed.url).await;
    assert_eq!(page.status(), StatusCode::OK);
    assert!(page.text().await.unwrap().contains(APP));
    let handle = handed.url.rsplit('/').next().unwrap();
    let path = format!("/api/v1/handoffs/{handle}/claim");
    let watcher = claim(&server, &owner, &path).await;
    assert_eq!(kind(&watcher.status().await), "granted");
}

#[tokio::test]
async fn an_app_that_is_absent_or_disabled_is_called_so_with_who_can_help() {
    let server = start().await;
    server.fake.spoil(
        "principal",
        Canned::new(404, "{\"error\":{\"code\":\"Request_ResourceNotFound\"}}"),
    );
    let status = looked_at(&server, link(&server)).await;
    let advice = status.advice.as_ref().unwrap();
    assert_eq!(
        (kind(&status), advice.code.as_str()),
        ("needs_admin_consent", "app-not-listed")
    );
    assert_eq!(
        advice.role.as_deref(),
        Some("Cloud Application Administrator")
    );
    // Where an admin adds it: Microsoft's own page, which shows what the app asks for.
    let consent = format!("{}/{TENANT}/adminconsent?client_id={APP}", server.fake.base);
    assert_eq!(advice.link.as_deref(), Some(&*consent));
    let off = json!({"id": PRINCIPAL, "appId": APP, "accountEnabled": false});
    server
        .fake
        .spoil("principal", Canned::new(200, off.to_string()));
    let status = looked_at(&server, link(&server)).await;
    assert_eq!((kind(&status), code(&status)), ("blocked", "app-disabled"));
    assert_eq!(status.app.and_then(|app| app.enabled), Some(false));
}

#[tokio::test]
async fn an_observer_that_could_write_reads_nothing_and_blames_no_app() {
    let server = start().await;
    server.fake.world().observer = vec!["Directory.Read.All", "Sites.FullControl.All"];
    let status = looked_at(&server, link(&server)).await;
    assert_eq!((kind(&status), code(&status)), ("blocked", "observer-lost"));
    assert!(status.app.is_none());
    let calls = server.fake.world().graph_calls.clone();
    assert!(!calls.iter().any(|call| call.contains(APP)), "{calls:?}");
}

#[tokio::test]
async fn at_level_one_delegated_permissions_are_unknown_and_not_missing() {
    let server = start().await;
    server.fake.world().observer = vec!["Application.Read.All"];
    let status = looked_at(&server, link(&server)).await;
    assert_eq!(code(&status), "observer-level");
    assert_eq!(status.missing, Vec::<String>::new());
    assert!(
        status
            .exposure
            .unknown
            .iter()
            .any(|one| one.needs == "Directory.Read.All")
    );
}

#[tokio::test]
async fn a_month_after_the_sign_in_nothing_more_is_read() {
    let server = start().await;
    let owner = create(&server, link(&server)).await;
    let looker = signed_in(&server, &owner).await;
    looker.until_checked().await;
    let before = server.fake.world().graph_calls.len();
    server.clock.forward(31 * 24 * 60 * 60 * 1000);
    looker.check(json!({})).await;
    let status = looker
        .until("stale", |status| kind(status) == "needs_reauthorization")
        .await;
    assert_eq!(code(&status), "sign-in-expired");
    assert_eq!(status.next_check_at, None, "before somebody signs in");
    assert_eq!(server.fake.world().graph_calls.len(), before);
}

#[tokio::test]
async fn what_names_no_app_or_no_organization_says_what_to_do() {
    let server = start().await;
    let other = "33333333-2222-4333-8444-555555555555";
    let at_tenant = format!(
        "{}/{ELSEWHERE}/adminconsent?client_id={APP}",
        server.fake.base
    );
    for (body, status, code) in [
        (json!({"app": "mover"}), 400, "app-link-unknown"),
        (
            json!({"app": format!("https://login.microsoftonline.us/common/adminconsent?client_id={APP}")}),
            400,
            "app-other-cloud",
        ),
        (
            json!({"app": other, "profile": "office-365-mover"}),
            400,
            "app-conflict",
        ),
        (
            json!({"app": at_tenant, "tenant": TENANT}),
            400,
            "app-conflict",
        ),
        (json!({"app": at_tenant}), 404, "observer-missing"),
        (
            json!({"app": APP, "tenant": ELSEWHERE}),
            404,
            "observer-missing",
        ),
        (json!({"app": APP, "tenant": "../x"}), 400, "bad-request"),
        (json!({}), 400, "app-id-needed"),
        (json!({"profile": "no-such"}), 404, "unknown-profile"),
    ] {
        let answer = asked(&server, body.clone()).await;
        assert_eq!(answer.status().as_u16(), status, "{body}");
        let problem = problem(answer).await;
        assert_eq!(problem.code, code, "{body}");
        assert!(!problem.remedy.is_empty());
    }
    let without = Server::start().await;
    let answer = asked(&without, link(&without)).await;
    assert_eq!(problem(answer).await.code, "observer-missing");
}

#[tokio::test]
async fn with_several_organizations_one_has_to_be_named() {
    let server = Server::start_as(|raw| {
        with_observer(raw);
        raw.observer.0[0].tenant = serde_json::from_value(json!([TENANT, ELSEWHERE])).unwrap();
    })
    .await;
    let answer = asked(&server, json!({ "app": APP })).await;
    assert_eq!(problem(answer).await.code, "tenant-needed");
    let program = create(&server, json!({"app": APP, "tenant": "birchwood.example"})).await;
    assert!(program.created.authorization_url.contains(TENANT));
}

#[tokio::test]
async fn who_may_see_the_app_is_told_its_name_unless_that_deceives() {
    let server = start().await;
    for (name, told) in [
        ("Contoso Backup", Some("Contoso Backup")),
        ("Office 365 Mover", None),
        ("Microsoft Teams", None),
        ("Back\u{202e}up", None),
    ] {
        let called = json!({"id": PRINCIPAL, "appId": APP, "displayName": name});
        server
            .fake
            .spoil("principal", Canned::new(200, called.to_string()));
        let program = create(&server, link(&server)).await;
        let status = signed_in(&server, &program).await.until_checked().await;
        assert_eq!(status.app.and_then(|app| app.name).as_deref(), told);
        // Who began it and did not sign in is told nothing.
        let refused = program.request(Method::GET, "").send().await.unwrap();
        assert!(!refused.text().await.unwrap().contains("Backup"));
    }
}
