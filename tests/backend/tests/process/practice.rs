//! The whole journey of two people, through the practice tenant's own pages.

use backend_tests::rehearsal::{ADMIN, rehearse};
use consentry_wire::api::State;
use practice_tenant::Scenario;
use reqwest::Method;
use serde_json::json;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sign_in_and_a_grant_end_with_the_two_counts() {
    let rehearsal = rehearse(Scenario::default()).await;
    let (server, client) = (&rehearsal.server, &rehearsal.client);
    let created = rehearsal.sign_in().await;
    let status = server
        .until(client, &created, "checked", |now| now.checked_at.is_some())
        .await;
    assert_eq!(status.state, State::NeedsAdminConsent);
    assert_eq!(status.account.as_deref(), Some(ADMIN));

    rehearsal.grant(&created).await;
    let is_authorized =
        |now: &consentry_wire::api::Status| matches!(now.state, State::Authorized { .. });
    let status = server
        .until(client, &created, "authorized", is_authorized)
        .await;
    assert_eq!(
        status.state,
        State::Authorized {
            users: 17,
            sites: 43
        }
    );
    assert_eq!(status.missing, Vec::<String>::new());
    rehearsal.practice.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_grant_that_spreads_slowly_and_is_throttled_arrives_all_the_same() {
    let scenario = Scenario {
        propagation_s: 3,
        throttle: 2,
        ..Scenario::default()
    };
    let rehearsal = rehearse(scenario).await;
    let (server, client) = (&rehearsal.server, &rehearsal.client);
    let created = rehearsal.sign_in().await;
    rehearsal.grant(&created).await;
    let status = server.status(client, &created).await;
    assert!(
        !matches!(status.state, State::Authorized { .. }),
        "{:?}",
        status.state
    );
    let hint = json!({"hint": "consent-returned"});
    server
        .request(client, Method::POST, &created, "/check")
        .json(&hint)
        .send()
        .await
        .unwrap();
    let is_spreading = |now: &consentry_wire::api::Status| {
        matches!(now.state, State::Propagating { .. }) || now.waiting.is_some()
    };
    server
        .until(client, &created, "spreading", is_spreading)
        .await;
    let is_authorized = |now: &consentry_wire::api::Status| {
        now.state
            == State::Authorized {
                users: 17,
                sites: 43,
            }
    };
    server
        .until(client, &created, "authorized", is_authorized)
        .await;
    rehearsal.practice.stop().await;
}
