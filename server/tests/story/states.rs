//! Every state, reached by what really causes it: an answer of Microsoft's endpoints. Each names a
//! code, plain words, a remedy, the least role that can carry it out, and a link.

use crate::fake::{Canned, TENANT};
use crate::kit::{Browser, Program, Server, kind};
use consentry_wire::api::{Problem, State, Status, UserConsent};
use serde_json::{Value, json};

/// What a person is told of a state, wherever it stands.
fn told(status: &Status) -> &Problem {
    match &status.state {
        State::Blocked { problem } => problem,
        State::NeedsReauthorization { cause } => cause,
        _ => status.advice.as_ref().expect("advice"),
    }
}

fn assert_complete(problem: &Problem) {
    for text in [
        &problem.code,
        &problem.title,
        &problem.detail,
        &problem.remedy,
    ] {
        assert!(!text.is_empty(), "{problem:?}");
    }
    assert!(problem.role.is_some(), "{problem:?}");
    let link = problem.link.as_deref().unwrap_or_default();
    // The stand-in's own sign-in host has no TLS.
    assert!(
        link.starts_with("https://") || link.ends_with("/error"),
        "{problem:?}"
    );
}

/// The state and the code, after both were seen to be complete.
fn seen(status: &Status) -> (&'static str, &str) {
    let problem = told(status);
    assert_complete(problem);
    (kind(status), &problem.code)
}

/// Comes back from Microsoft with an error instead of a code.
async fn return_with(program: &Program<'_>, error: &str, description: &str) -> Status {
    let mut browser = Browser::default();
    let callback = program
        .server
        .until_callback(&mut browser, &program.created.start_url)
        .await;
    let mut url = url::Url::parse(&callback).unwrap();
    let state = url
        .query_pairs()
        .find(|(name, _)| name == "state")
        .unwrap()
        .1
        .into_owned();
    url.query_pairs_mut()
        .clear()
        .append_pair("error", error)
        .append_pair("error_description", description)
        .append_pair("state", &state);
    browser.get(url.as_str()).await;
    program.status().await
}

fn graph_error(status: u16, code: &str) -> Canned {
    let body = json!({"error": {"code": code, "message": "canary", "innerError": {}}});
    Canned::new(status, body.to_string())
}

#[tokio::test]
async fn before_and_after_a_sign_in_somebody_is_named_who_can_go_on() {
    let server = Server::start().await;
    let program = server.create(None).await;
    assert_eq!(
        seen(&program.status().await),
        ("awaiting_sign_in", "sign-in-awaited")
    );
    server.sign_in(&program).await;
    let status = program.until_checked().await;
    assert_eq!(seen(&status), ("needs_admin_consent", "consent-missing"));
    assert_eq!(
        told(&status).role.as_deref(),
        Some("Privileged Role Administrator")
    );
}

#[tokio::test]
async fn a_grant_spreads_is_partial_or_complete() {
    let server = Server::start().await;
    let program = server.signed_in().await;
    program.until_checked().await;
    program.check(json!({"hint": "consent-returned"})).await;
    let spreading = program
        .until("spreading", |status| kind(status) == "propagating")
        .await;
    assert_eq!(seen(&spreading), ("propagating", "grant-spreading"));

    server.fake.world().roles = vec!["User.Read.All"];
    // It may still be spreading; after five minutes it is said to be a part.
    program.check(json!({})).await;
    server.clock.forward(6 * 60 * 1000);
    program.check(json!({})).await;
    let partial = program
        .until("partial", |status| kind(status) == "needs_admin_consent")
        .await;
    assert_eq!(seen(&partial), ("needs_admin_consent", "consent-partial"));
    assert!(partial.missing.contains(&"Sites.Read.All".to_owned()));
    assert!(!partial.missing.contains(&"User.Read.All".to_owned()));

    server.fake.grant();
    program.check(json!({})).await;
    let complete = program.until_authorized().await;
    assert_eq!(complete.advice, None);
}

#[tokio::test]
async fn what_microsoft_says_at_the_sign_in_becomes_a_state() {
    for (error, number, expected) in [
        ("access_denied", 65004, ("blocked", "declined")),
        ("access_denied", 50105, ("blocked", "not-assigned")),
        ("access_denied", 90094, ("blocked", "admin-approval-needed")),
        (
            "access_denied",
            90095,
            ("blocked", "approval-request-needed"),
        ),
        ("access_denied", 53003, ("blocked", "policy-blocks")),
        ("access_denied", 53000, ("blocked", "device-not-accepted")),
        ("access_denied", 50020, ("blocked", "foreign-account")),
        ("access_denied", 500_021, ("blocked", "tenant-restricted")),
        ("interaction_required", 50076, ("blocked", "mfa-needed")),
        (
            "unauthorized_client",
            700_016,
            ("blocked", "app-not-in-tenant"),
        ),
        (
            "unauthorized_client",
            7_000_112,
            ("blocked", "app-disabled"),
        ),
        ("invalid_resource", 650_052, ("blocked", "service-missing")),
        ("server_error", 90033, ("blocked", "microsoft-busy")),
        ("never_seen", 99_999_999, ("blocked", "unknown-error")),
    ] {
        let server = Server::start().await;
        let program = server.create(None).await;
        let status = return_with(&program, error, &format!("AADSTS{number}: canary")).await;
        assert_eq!(seen(&status), expected);
        let code = told(&status).microsoft.as_deref();
        assert_eq!(code, Some(format!("AADSTS{number}").as_str()));
        assert!(server.fake.world().token_calls.is_empty());
    }
}

#[tokio::test]
async fn what_microsoft_says_at_the_refresh_asks_for_a_new_sign_in() {
    for (error, number, expected) in [
        ("invalid_grant", 700_082, "sign-in-expired"),
        ("invalid_grant", 70008, "sign-in-expired"),
        ("invalid_grant", 50173, "sign-in-revoked"),
        ("interaction_required", 50076, "mfa-needed"),
        ("interaction_required", 50079, "mfa-needed"),
        ("interaction_required", 53003, "policy-blocks"),
        ("invalid_grant", 70043, "sign-in-needed"),
        ("invalid_grant", 50057, "account-disabled"),
        ("invalid_grant", 50055, "password-expired"),
        ("unauthorized_client", 700_016, "app-not-in-tenant"),
        ("unauthorized_client", 7_000_112, "app-disabled"),
    ] {
        let server = Server::start().await;
        server.fake.grant();
        let program = server.signed_in().await;
        let description = format!("AADSTS{number}: canary");
        server
            .fake
            .spoil("refresh", Canned::oauth(error, &description));
        server.clock.forward(2 * 60 * 60 * 1000);
        program.check(json!({})).await;
        let status = program
            .until("lost", |status| kind(status) == "needs_reauthorization")
            .await;
        assert_eq!(seen(&status), ("needs_reauthorization", expected));
    }
}

/// Nobody watches and nobody grants: the server looks after the sign-in by itself.
#[tokio::test]
async fn a_sign_in_that_ended_unused_for_ninety_days_is_noticed_by_itself() {
    let server = Server::start().await;
    let program = server.signed_in().await;
    let status = program.until_checked().await;
    // Watched it is soon, and unwatched within days; the wish below stands for that time.
    assert!(status.next_check_at.is_some());
    server.fake.spoil(
        "refresh",
        Canned::oauth("invalid_grant", "AADSTS700082: unused for 90 days"),
    );
    server.clock.forward(91 * 24 * 60 * 60 * 1000);
    server.state.wake.notify_one();
    let id = program.id.parse().unwrap();
    let noticed = async {
        loop {
            let now = server.state.store.connection(id).await.unwrap().unwrap();
            if kind(&now.status) == "needs_reauthorization" {
                return now.status;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
    };
    let limit = std::time::Duration::from_secs(10);
    let status = tokio::time::timeout(limit, noticed).await.expect("noticed");
    assert_eq!(seen(&status), ("needs_reauthorization", "sign-in-expired"));
}

/// Nobody signs in again, and nobody tells the server: a policy was changed, the app was switched on, or an admin
/// granted it anew.
#[tokio::test]
async fn what_needed_a_new_sign_in_and_was_repaired_is_found_within_a_day() {
    let disabled = json!({"id": crate::fake::PRINCIPAL, "appId": crate::fake::CLIENT, "accountEnabled": false});
    for (what, spoiled, expected) in [
        (
            "refresh",
            Canned::oauth("interaction_required", "AADSTS53003: canary"),
            "policy-blocks",
        ),
        (
            "principal",
            Canned::new(200, disabled.to_string()),
            "app-disabled",
        ),
        (
            "app-token",
            Canned::oauth("unauthorized_client", "AADSTS700016: canary"),
            "app-not-in-tenant",
        ),
    ] {
        let server = Server::start().await;
        server.fake.grant();
        let program = server.signed_in().await;
        program.until_authorized().await;
        server.fake.spoil(what, spoiled);
        server.clock.forward(2 * 60 * 60 * 1000);
        program.check(json!({})).await;
        let status = program
            .until("lost", |status| kind(status) == "needs_reauthorization")
            .await;
        assert_eq!(seen(&status), ("needs_reauthorization", expected));
        let pause = status.next_check_at.unwrap() - status.checked_at.unwrap();
        assert!(pause < 24 * 60 * 60 * 1000, "{pause}");
        server.fake.mend(what);
        server.clock.forward(24 * 60 * 60 * 1000);
        server.state.wake.notify_one();
        program.until_authorized().await;
    }
}

#[tokio::test]
async fn what_microsoft_says_to_the_app_itself_becomes_a_state() {
    for (error, number, expected) in [
        (
            "invalid_client",
            7_000_222,
            ("blocked", "server-credential-refused"),
        ),
        (
            "invalid_client",
            7_000_215,
            ("blocked", "server-credential-refused"),
        ),
        (
            "unauthorized_client",
            7_000_112,
            ("needs_reauthorization", "app-disabled"),
        ),
        ("invalid_request", 90002, ("blocked", "tenant-not-found")),
        (
            "invalid_grant",
            65001,
            ("needs_admin_consent", "consent-missing"),
        ),
        ("invalid_resource", 500_011, ("blocked", "service-missing")),
    ] {
        let server = Server::start().await;
        let description = format!("AADSTS{number}: canary");
        server
            .fake
            .spoil("app-token", Canned::oauth(error, &description));
        let program = server.signed_in().await;
        assert_eq!(seen(&program.until_checked().await), expected, "{number}");
    }
}

#[tokio::test]
async fn an_app_that_was_deleted_from_the_tenant_needs_a_new_sign_in() {
    let server = Server::start().await;
    server.fake.grant();
    let program = server.signed_in().await;
    program.until_authorized().await;
    let gone = || graph_error(404, "Request_ResourceNotFound");
    server.fake.spoil("principal", gone());
    server.fake.world().roles.clear();
    server.clock.forward(10 * 60 * 1000);
    program.check(json!({})).await;
    let status = program
        .until("gone", |status| kind(status) == "needs_reauthorization")
        .await;
    assert_eq!(
        seen(&status),
        ("needs_reauthorization", "app-not-in-tenant")
    );
}

#[tokio::test]
async fn an_app_that_was_switched_off_is_told_even_while_it_still_counts() {
    let server = Server::start().await;
    server.fake.grant();
    let body = json!({"id": crate::fake::PRINCIPAL, "appId": crate::fake::CLIENT, "accountEnabled": false});
    server
        .fake
        .spoil("principal", Canned::new(200, body.to_string()));
    let program = server.signed_in().await;
    let status = program.until_checked().await;
    assert_eq!(seen(&status), ("needs_reauthorization", "app-disabled"));
}

#[tokio::test]
async fn what_graph_refuses_becomes_a_state() {
    let no_sharepoint =
        json!({"error": {"code": "BadRequest", "message": "Tenant does not have a SPO license."}});
    for (what, canned, expected) in [
        (
            "sites",
            Canned::new(400, no_sharepoint.to_string()),
            ("blocked", "no-sharepoint-license"),
        ),
        (
            "sites",
            graph_error(404, "itemNotFound"),
            ("blocked", "graph-refuses"),
        ),
        (
            "users",
            graph_error(400, "Request_BadRequest"),
            ("blocked", "graph-refuses"),
        ),
    ] {
        let server = Server::start().await;
        server.fake.grant();
        server.fake.spoil(what, canned);
        let program = server.signed_in().await;
        assert_eq!(seen(&program.until_checked().await), expected);
    }
}

#[tokio::test]
async fn what_passes_by_itself_is_said_while_it_lasts_and_changes_no_state() {
    let date = "Wed, 21 Oct 2099 07:28:00 GMT";
    for (what, canned, expected) in [
        (
            "users",
            Canned::new(429, "{}").with("retry-after", "30"),
            "asked-too-often",
        ),
        (
            "users",
            Canned::new(429, "{}").with("retry-after", date),
            "asked-too-often",
        ),
        (
            "users",
            Canned::new(429, "{}").with("retry-after", "999999999999"),
            "asked-too-often",
        ),
        ("users", Canned::new(429, "{}"), "asked-too-often"),
        ("sites", Canned::new(503, ""), "microsoft-busy"),
        ("sites", Canned::new(504, "<html>"), "microsoft-busy"),
        (
            "users",
            graph_error(401, "InvalidAuthenticationToken"),
            "graph-token-refused",
        ),
        (
            "users",
            Canned::new(200, "seventeen"),
            "microsoft-unreadable",
        ),
        (
            "sites",
            Canned::new(200, "{\"value\":[{\"id\":"),
            "microsoft-unreadable",
        ),
        ("app-token", Canned::new(500, "oops"), "microsoft-busy"),
        (
            "app-token",
            Canned::new(200, "{\"access_token\":"),
            "microsoft-unreadable",
        ),
    ] {
        let server = Server::start().await;
        server.fake.grant();
        server.fake.spoil(what, canned);
        let program = server.signed_in().await;
        let status = program
            .until("waiting", |status| status.waiting.is_some())
            .await;
        assert_eq!(kind(&status), "needs_admin_consent", "{what}");
        let waiting = status.waiting.unwrap();
        let problem = waiting.problem.unwrap();
        assert_complete(&problem);
        assert_eq!(problem.code, expected);
        let pause = waiting.until - server.state.clock.now().min(waiting.until);
        assert!(
            pause <= 6 * 60 * 1000,
            "no header silences it for days: {pause}"
        );
    }
}

#[tokio::test]
async fn a_graph_that_never_answers_is_given_up_and_said() {
    let server = Server::start().await;
    server.fake.grant();
    server.fake.world().slow = true;
    let program = server.create(None).await;
    // The sign-in does not wait for it longer than three seconds.
    server.sign_in(&program).await;
    let status = program.until_within(30, "waiting", |status| status.waiting.is_some());
    let problem = status.await.waiting.unwrap().problem.unwrap();
    assert_complete(&problem);
    assert_eq!(problem.code, "microsoft-unreachable");
}

#[tokio::test]
async fn an_app_that_may_look_tells_all_there_is_to_tell() {
    let server = Server::start().await;
    server.fake.grant_and_show();
    let program = server.signed_in().await;
    let status = program.until_authorized().await;
    assert_eq!(status.exposure.unknown, []);
    assert_eq!(status.exposure.assignment_required, Some(false));
    assert_eq!(
        status.exposure.assigned,
        Some(vec!["Adele".to_owned(), "Migrators".to_owned()])
    );
    let beyond = status.exposure.beyond_profile.unwrap();
    assert!(beyond.contains(&"Mail.Read".to_owned()), "{beyond:?}");
    assert!(beyond.contains(&"Policy.Read.All".to_owned()), "{beyond:?}");
    let everybody = status.exposure.tenant_wide_delegated.unwrap();
    assert_eq!(everybody, ["Mail.Read", "Sites.Manage.All"]);
    assert!(status.missing.contains(&"Files.ReadWrite.All".to_owned()));
    assert!(!status.missing.contains(&"User.Read.All".to_owned()));
    assert_eq!(status.consent.people, Some(UserConsent::Recommended));
    assert_eq!(status.consent.request_form, Some(true));

    // What may not be read any more is unknown, and nothing else suffers.
    server.fake.grant();
    program.check(json!({})).await;
    let narrow = program
        .until("narrow", |status| !status.exposure.unknown.is_empty())
        .await;
    assert_eq!(kind(&narrow), "authorized");
    assert_eq!(narrow.consent.people, None);
    assert_eq!(narrow.exposure.assigned, None);
    assert!(
        narrow
            .exposure
            .unknown
            .iter()
            .all(|one| !one.needs.is_empty())
    );
}

#[tokio::test]
async fn an_unusable_batch_costs_its_answers_and_not_the_verdict() {
    for canned in [
        Canned::new(400, "{}"),
        Canned::new(200, "<html>"),
        Canned::new(200, json!({"responses": []}).to_string()),
        Canned::new(429, "").with("retry-after", "5"),
    ] {
        let server = Server::start().await;
        server.fake.grant();
        server.fake.spoil("batch", canned);
        let program = server.signed_in().await;
        program.until_authorized().await;
    }
}

#[tokio::test]
async fn a_check_costs_few_requests_and_nothing_but_reading() {
    let server = Server::start().await;
    server.fake.grant_and_show();
    let program = server.signed_in().await;
    program.until_authorized().await;
    let requests = server.fake.world().graph_requests.clone();
    assert_eq!(
        requests.len(),
        7,
        "users, three pages of sites, three more: {requests:?}"
    );
    program.check(json!({"hint": "consent-returned"})).await;
    server.fake.world().roles.clear();
    program.check(json!({})).await;
    program
        .until("needs a grant", |status| kind(status) != "authorized")
        .await;
    program
        .request(reqwest::Method::DELETE, "")
        .send()
        .await
        .unwrap();
    let requests = server.fake.world().graph_requests.clone();
    assert!(requests.len() > 10);
    for (method, path, body) in requests {
        if method == "GET" {
            assert!(body.is_empty(), "{path}");
            continue;
        }
        assert_eq!((method.as_str(), path.as_str()), ("POST", "$batch"));
        let batch: Value = serde_json::from_str(&body).unwrap();
        for inner in batch["requests"].as_array().unwrap() {
            assert_eq!(inner["method"], "GET");
            assert!(inner.get("body").is_none());
            assert!(inner["url"].as_str().unwrap().starts_with('/'));
        }
    }
}

#[tokio::test]
async fn what_graph_answers_here_is_what_its_schema_allows() {
    let server = Server::start().await;
    server.fake.grant_and_show();
    let program = server.signed_in().await;
    let status = program.until_authorized().await;
    assert_eq!(status.tenant.unwrap().id, TENANT);
    let answered = server.fake.world().answered.clone();
    assert!(answered.len() >= 9, "{answered:?}");
    let Some(schema) = test_published::Graph::open() else {
        return;
    };
    // The subset that is kept has no sites.
    for (path, body) in answered
        .iter()
        .filter(|(path, _)| path != "sites/getAllSites")
    {
        schema.check("get", &format!("/{path}"), 200, body);
    }
}
