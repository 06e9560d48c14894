//! Graph in trouble, and what the person is told meanwhile.

use crate::fake::{Canned, TENANT};
use crate::kit::{Server, code, kind};
use serde_json::json;

#[tokio::test]
async fn a_pause_that_graph_asks_for_is_kept_and_shown() {
    let server = Server::start().await;
    server.fake.grant();
    server
        .fake
        .spoil("users", Canned::new(429, "{}").with("retry-after", "60"));
    let program = server.signed_in().await;
    let status = program
        .until("waiting", |status| status.waiting.is_some())
        .await;
    let waiting = status.waiting.unwrap();
    assert!(waiting.reason.contains("Microsoft"), "{waiting:?}");
    assert_eq!(kind(&program.status().await), "needs_admin_consent");

    server.fake.mend("users");
    let calls = server.fake.world().graph_calls.len();
    let asked = program.check(json!({})).await;
    assert_eq!(
        asked.next_check_at,
        Some(waiting.until),
        "a wish does not shorten the pause"
    );
    server.clock.forward(70_000);
    program.check(json!({})).await;
    program.until_authorized().await;
    assert!(server.fake.world().graph_calls.len() > calls);
}

#[tokio::test]
async fn broken_answers_change_no_state_and_pass() {
    for (what, canned) in [
        ("users", Canned::new(200, "seventeen")),
        ("users", Canned::new(200, "-1")),
        ("users", Canned::new(503, "")),
        ("sites", Canned::new(200, "{\"value\":[{\"id\":")),
        ("sites", Canned::new(200, "{\"sites\":[]}")),
        (
            "sites",
            Canned::new(
                200,
                json!({"value": [], "@odata.nextLink": "https://evil.example/v1.0/sites"})
                    .to_string(),
            ),
        ),
        (
            "sites",
            Canned::new(
                200,
                json!({"value": [], "@odata.nextLink": "not a url"}).to_string(),
            ),
        ),
        ("sites", Canned::new(200, "x".repeat(5_000_000))),
        ("app-token", Canned::new(500, "oops")),
    ] {
        let server = Server::start().await;
        server.fake.grant();
        server.fake.spoil(what, canned);
        let program = server.signed_in().await;
        let status = program
            .until("waiting", |status| status.waiting.is_some())
            .await;
        assert_eq!(kind(&status), "needs_admin_consent");
        assert_eq!(status.checked_at, None);
        server.fake.mend(what);
        program.until_authorized().await;
    }
}

#[tokio::test]
async fn a_tenant_without_sharepoint_is_told_so() {
    let server = Server::start().await;
    server.fake.grant();
    let body =
        json!({"error": {"code": "BadRequest", "message": "Tenant does not have a SPO license."}});
    server
        .fake
        .spoil("sites", Canned::new(400, body.to_string()));
    let program = server.signed_in().await;
    let status = program.until_checked().await;
    assert_eq!(
        (kind(&status), code(&status)),
        ("blocked", "no-sharepoint-license")
    );
}

#[tokio::test]
async fn an_expired_client_secret_is_the_operators_and_microsofts_text_is_not_shown() {
    let server = Server::start().await;
    server.fake.spoil(
        "app-token",
        Canned::oauth("invalid_client", "AADSTS7000222: canary-text"),
    );
    let program = server.signed_in().await;
    let status = program.until_checked().await;
    assert_eq!(code(&status), "server-credential-refused");
    assert!(
        !serde_json::to_string(&status)
            .unwrap()
            .contains("canary-text")
    );
}

#[tokio::test]
async fn a_revoked_grant_is_noticed_at_the_next_check() {
    let server = Server::start().await;
    server.fake.grant();
    let program = server.signed_in().await;
    program.until_authorized().await;
    server.fake.world().roles.clear();
    program.check(json!({})).await;
    program
        .until("needs a grant", |status| {
            kind(status) == "needs_admin_consent"
        })
        .await;
}

#[tokio::test]
async fn names_of_the_tenant_are_shown_where_graph_may_tell() {
    let server = Server::start().await;
    server.fake.spoil(
        "organization",
        Canned::new(
            200,
            json!({"value": [{"displayName": "Birchwood"}]}).to_string(),
        ),
    );
    let program = server.signed_in().await;
    let tenant = program.until_checked().await.tenant.unwrap();
    assert_eq!(
        (tenant.id.as_str(), tenant.name.as_deref()),
        (TENANT, Some("Birchwood"))
    );
}

#[tokio::test]
async fn a_connection_that_works_is_left_alone() {
    let server = Server::start().await;
    server.fake.grant();
    let program = server.signed_in().await;
    let status = program.until_authorized().await;
    let in_hours = (status.next_check_at.unwrap() - status.checked_at.unwrap()) / 3_600_000;
    assert!((24..=27).contains(&in_hours), "{in_hours}");
}
