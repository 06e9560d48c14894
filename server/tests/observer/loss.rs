//! An observer that is lost is told once, and once that it is back, whatever is started anew in between.

use crate::fake::{CLIENT, Canned, OBSERVER, READ_ALL, READ_APPS, WRITE_ROLES};
use crate::kit::{Observer, changes};
use consentry_server::observer::difference::Change;
use consentry_server::observer::rows;
use consentry_server::store;
use serde_json::json;

const TENANT: &str = crate::fake::TENANT;

/// Every change that was ever written down, as kind and value.
async fn told(observer: &Observer) -> Vec<(String, String)> {
    let store = store::open(&observer.config().database).await.unwrap();
    let all = store.changes(TENANT.into(), 0, false, 100).await.unwrap();
    let read = all
        .iter()
        .map(|change| serde_json::from_str(&change.body).unwrap());
    read.map(|change: Change| (change.kind, change.value.unwrap_or_default()))
        .collect()
}

fn one(kind: &str, value: &str) -> (String, String) {
    (kind.to_owned(), value.to_owned())
}

#[tokio::test]
async fn lost_and_back_are_told_once_each_and_the_second_time_again() {
    let observer = Observer::of(3).await;
    observer.once().await;
    for round in 1..=2 {
        observer.fake.world().own = vec![READ_ALL, WRITE_ROLES];
        for _ in 0..3 {
            assert!(observer.try_once("report.json").await.is_err());
        }
        assert_eq!(told(&observer).await.len(), 2 * round - 1);
        observer.fake.world().own = vec![READ_ALL];
        let report = observer.once().await;
        let news = [
            "observer-back permission-forbidden",
            "observer-lost permission-forbidden",
        ];
        assert_eq!(changes(&report), news);
        assert_eq!(changes(&observer.once().await), Vec::<String>::new());
    }
    let store = store::open(&observer.config().database).await.unwrap();
    let all = store.changes(TENANT.into(), 0, false, 100).await.unwrap();
    let ids: std::collections::BTreeSet<String> = all
        .iter()
        .map(|change| serde_json::from_str::<Change>(&change.body).unwrap().id)
        .collect();
    assert_eq!(ids.len(), 4, "each has an ID of its own");
}

#[tokio::test]
async fn each_way_of_being_lost_has_its_reason() {
    let itself = format!("/servicePrincipals(appId='{CLIENT}')");
    let own = format!("/servicePrincipals/{OBSERVER}/appRoleAssignments");
    for (path, status, reason) in [
        (itself.clone(), 404, "registration-gone"),
        (itself, 403, "permission-missing"),
        (own, 403, "permission-missing"),
    ] {
        let observer = Observer::of(2).await;
        observer.once().await;
        observer.fake.spoil(move |call, _| {
            (call.path == path).then(|| Canned::code(status, "Authorization_RequestDenied"))
        });
        assert!(observer.try_once("report.json").await.is_err());
        assert_eq!(told(&observer).await, [one("observer-lost", reason)]);
    }
}

#[tokio::test]
async fn a_credential_that_is_refused_and_a_tenant_that_is_gone_are_told_by_what_microsoft_says() {
    for (error, number, reason) in [
        ("invalid_client", 7_000_222, "server-credential-refused"),
        ("invalid_request", 90_002, "tenant-not-found"),
        ("unauthorized_client", 700_016, "app-not-in-tenant"),
        ("unauthorized_client", 7_000_112, "app-disabled"),
    ] {
        let observer = Observer::of(2).await;
        observer.once().await;
        observer.fake.world().no_token = Some(json!({
            "error": error, "error_codes": [number], "error_description": format!("AADSTS{number}: canary"),
        }));
        let failed = observer.try_once("report.json").await.err().unwrap();
        assert!(!failed.to_string().contains("canary"));
        assert_eq!(told(&observer).await, [one("observer-lost", reason)]);
    }
}

#[tokio::test]
async fn what_passes_by_itself_is_no_loss() {
    let observer = Observer::of(2).await;
    observer.once().await;
    let itself = format!("/servicePrincipals(appId='{CLIENT}')");
    observer
        .fake
        .spoil(move |call, _| (call.path == itself).then(|| Canned::status(503)));
    assert!(observer.try_once("report.json").await.is_err());
    assert_eq!(told(&observer).await, []);
}

#[tokio::test]
async fn one_that_never_read_was_never_there_to_be_lost() {
    let observer = Observer::of(2).await;
    observer.fake.world().own = vec![WRITE_ROLES];
    assert!(observer.try_once("report.json").await.is_err());
    assert_eq!(told(&observer).await, []);
}

#[tokio::test]
async fn a_permission_that_is_taken_away_is_told_where_it_can_still_read() {
    let observer = Observer::of(2).await;
    observer.once().await;
    observer.fake.world().own = vec![READ_APPS];
    for _ in 0..2 {
        observer.once().await;
    }
    let less = one("observer-level-changed", "from level 2 to level 1");
    assert_eq!(told(&observer).await, [less]);
    let store = store::open(&observer.config().database).await.unwrap();
    let tenant = rows::load(&store, TENANT).await.unwrap();
    assert_eq!((tenant.level, tenant.lost), (1, None));
}
