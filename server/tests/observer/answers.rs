//! Whatever Graph answers, what was not seen is not said to be gone, and no answer stops the others.

use crate::fake::{Canned, GRAPH, READ_ALL, id};
use crate::kit::{Observer, changes, list};
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

const APPS: &str = "/servicePrincipals";
const GRANTS: &str = "/oauth2PermissionGrants";

#[tokio::test]
async fn every_list_is_asked_in_pages_of_999_with_a_count_and_nothing_is_expanded() {
    let observer = Observer::of(1100).await;
    let report = observer.once().await;
    assert_eq!(report["complete"], true, "{}", report["lists"]);
    assert_eq!(list(&report, "servicePrincipals")["read"], 1102);
    assert_eq!(list(&report, "oauth2PermissionGrants")["said"], 1100);
    let calls = observer.fake.list_calls();
    assert!(calls.len() >= 5);
    for call in calls {
        assert_eq!(call.query["$top"], "999", "{call:?}");
        assert_eq!(call.query["$count"], "true", "{call:?}");
        assert!(
            call.eventual && !call.query.contains_key("$expand"),
            "{call:?}"
        );
    }
}

#[tokio::test]
async fn apps_are_read_by_api_and_never_one_by_one() {
    let observer = Observer::of(200).await;
    observer.once().await;
    let requests = observer.fake.world().methods.len();
    assert!(requests < 12, "{requests} requests for 200 apps");
}

#[tokio::test]
async fn a_list_shorter_than_its_count_is_incomplete_and_nothing_is_said_to_be_gone() {
    let observer = Observer::of(10).await;
    assert_eq!(observer.once().await["complete"], true);
    observer.fake.spoil(|call, _| {
        (call.path == GRANTS).then(|| Canned(200, vec![], json!({"@odata.count": 10, "value": []})))
    });
    let done = observer.try_once("report.json").await.unwrap();
    assert!(
        done.to_string().ends_with(" seconds") && done.to_string().contains("\nincomplete: "),
        "{done}"
    );
    let report = observer.report();
    assert_eq!(report["complete"], false);
    assert_eq!(list(&report, "oauth2PermissionGrants")["read"], 0);
    assert_eq!(changes(&report), Vec::<String>::new());
    // What is known of the grants is still stated.
    assert_eq!(report["apps"][0]["delegated"].as_array().unwrap().len(), 2);
    assert_eq!(report["apps"][0]["unknown"], json!(["delegated"]));
    // Seen again, they are no news.
    observer.fake.heal();
    let report = observer.once().await;
    assert_eq!(
        (changes(&report), &report["complete"]),
        (vec![], &json!(true))
    );
}

#[tokio::test]
async fn rows_that_one_reading_loses_and_another_shows_make_a_complete_list() {
    let observer = Observer::of(10).await;
    let rows = observer.fake.world().grants.clone();
    observer.fake.spoil(move |call, before| {
        let some = if before == 0 { &rows[..6] } else { &rows[4..] };
        (call.path == GRANTS)
            .then(|| Canned(200, vec![], json!({"@odata.count": 10, "value": some})))
    });
    let report = observer.once().await;
    assert_eq!(
        list(&report, "oauth2PermissionGrants"),
        json!({
        "what": "oauth2PermissionGrants", "read": 10, "said": 10, "complete": true})
    );
}

#[tokio::test]
async fn one_list_that_is_refused_leaves_the_others_as_they_are() {
    let observer = Observer::of(5).await;
    observer.fake.spoil(|call, _| {
        (call.path == GRANTS).then(|| Canned::code(403, "Authorization_RequestDenied"))
    });
    let report = observer.once().await;
    assert_eq!(report["complete"], false);
    let grants = list(&report, "oauth2PermissionGrants");
    assert_eq!(grants["complete"], false);
    assert_eq!(
        grants["reason"],
        "refused with 403 Authorization_RequestDenied"
    );
    assert_eq!(list(&report, "servicePrincipals")["complete"], true);
    assert_eq!(report["apps"].as_array().unwrap().len(), 7);
    assert_eq!(
        report["apps"][0]["application"].as_array().unwrap().len(),
        1
    );
    assert_eq!(report["apps"][0]["unknown"], json!(["delegated"]));
}

#[tokio::test]
async fn a_list_of_assignments_that_is_refused_is_unknown_and_not_empty() {
    let observer = Observer::of(5).await;
    observer.fake.world().apps[0]["appRoleAssignmentRequired"] = true.into();
    let path = format!("/servicePrincipals/{}/appRoleAssignedTo", id(0));
    observer
        .fake
        .spoil(move |call, _| (call.path == path).then(|| Canned::status(403)));
    let report = observer.once().await;
    assert_eq!(report["apps"][0]["assigned"], json!(null));
    assert_eq!(report["complete"], false);
}

#[tokio::test]
async fn throttling_is_waited_out_with_and_without_a_time_alone_and_in_a_batch() {
    let observer = Observer::of(5).await;
    observer.fake.world().apps[0]["appRoleAssignmentRequired"] = true.into();
    observer.fake.spoil(|call, before| {
        let busy = Canned::code(429, "TooManyRequests");
        match (call.batched, before) {
            _ if !call.path.contains("ermission") && !call.batched && call.path != "/$batch" => {
                None
            }
            (_, 0) => Some(busy.with("retry-after", "0")),
            (_, 1) => Some(busy),
            _ => None,
        }
    });
    let report = observer.once().await;
    assert_eq!(report["complete"], true, "{}", report["lists"]);
    let path = format!("/servicePrincipals/{GRAPH}/appRoleAssignedTo");
    let asked = observer.fake.called(&path);
    assert!(
        asked.len() == 3 && asked.iter().all(|call| call.batched),
        "{asked:?}"
    );
    assert_eq!(observer.fake.called("/$batch").len(), 5);
}

#[tokio::test]
async fn where_batches_are_not_taken_each_list_is_asked_alone() {
    let observer = Observer::of(5).await;
    observer.fake.world().apps[0]["appRoleAssignmentRequired"] = true.into();
    observer
        .fake
        .spoil(|call, _| (call.path == "/$batch").then(|| Canned::status(405)));
    assert_eq!(observer.once().await["complete"], true);
}

#[tokio::test]
async fn a_page_that_is_too_much_for_graph_is_asked_for_in_halves() {
    for status in [503, 504] {
        let observer = Observer::of(1300).await;
        observer.fake.spoil(move |call, _| {
            (call.path == GRANTS && call.top() > 600).then(|| Canned::status(status))
        });
        let report = observer.once().await;
        assert_eq!(report["complete"], true, "{}", report["lists"]);
        assert_eq!(observer.fake.called(GRANTS).last().unwrap().top(), 499);
    }
}

#[tokio::test]
async fn a_list_whose_links_end_is_begun_again_and_keeps_its_rows() {
    let observer = Observer::of(3500).await;
    let failed = Arc::new(AtomicUsize::new(0));
    let failures = Arc::clone(&failed);
    observer.fake.spoil(move |call, _| {
        let is_third = call.query.get("$skiptoken").is_some_and(|at| at == "2997");
        let again = call.path == GRANTS && is_third && failures.fetch_add(1, Ordering::Relaxed) < 2;
        again.then(|| Canned::code(400, "DirectoryPageTokenNotFoundException"))
    });
    let report = observer.once().await;
    assert_eq!(list(&report, "oauth2PermissionGrants")["complete"], true);
    assert_eq!(list(&report, "oauth2PermissionGrants")["read"], 3500);
    assert!(failed.load(Ordering::Relaxed) >= 2);
}

#[tokio::test]
async fn a_link_to_another_host_is_refused_and_gets_no_token() {
    let observer = Observer::of(5).await;
    let elsewhere = crate::fake::Fake::start(0).await;
    let next = format!(
        "{}/v1.0/oauth2PermissionGrants?$skiptoken=1",
        elsewhere.world().base
    );
    observer.fake.spoil(move |call, _| {
        let body = json!({"@odata.count": 5, "value": [], "@odata.nextLink": next});
        (call.path == GRANTS).then(|| Canned(200, vec![], body))
    });
    let report = observer.once().await;
    assert_eq!(report["complete"], false);
    assert!(
        list(&report, "oauth2PermissionGrants")["reason"]
            .as_str()
            .unwrap()
            .contains("away")
    );
    assert_eq!(elsewhere.world().methods.len(), 0);
}

#[tokio::test]
async fn links_that_lead_back_end() {
    let observer = Observer::of(5).await;
    let base = observer.fake.world().base.clone();
    observer.fake.spoil(move |call, _| {
        let to = if call.query.get("$skiptoken").is_some_and(|at| at == "a") {
            "b"
        } else {
            "a"
        };
        let next = format!("{base}/v1.0/oauth2PermissionGrants?$skiptoken={to}");
        let body = json!({"@odata.count": 5, "value": [], "@odata.nextLink": next});
        (call.path == GRANTS).then(|| Canned(200, vec![], body))
    });
    let report = observer.once().await;
    assert_eq!(list(&report, "oauth2PermissionGrants")["complete"], false);
    assert!(observer.fake.called(GRANTS).len() < 10);
}

#[tokio::test]
async fn empty_pages_without_end_end() {
    let observer = Observer::of(5).await;
    let base = observer.fake.world().base.clone();
    observer.fake.spoil(move |call, before| {
        let next = format!("{base}/v1.0/oauth2PermissionGrants?$skiptoken={before}");
        let body = json!({"@odata.count": 5, "value": [], "@odata.nextLink": next});
        (call.path == GRANTS).then(|| Canned(200, vec![], body))
    });
    assert_eq!(observer.once().await["complete"], false);
}

#[tokio::test]
async fn empty_pages_and_items_shown_more_than_once_change_nothing() {
    let observer = Observer::of(5).await;
    let (base, rows) = {
        let world = observer.fake.world();
        (world.base.clone(), world.grants.clone())
    };
    observer.fake.spoil(move |call, _| {
        let next = |to: &str| format!("{base}/v1.0/oauth2PermissionGrants?$skiptoken={to}");
        let body = match call.query.get("$skiptoken").map(String::as_str) {
            None => json!({"@odata.count": 5, "value": [rows[0], rows[0], rows[1]], "@odata.nextLink": next("1")}),
            Some("1") => json!({"value": [], "@odata.nextLink": next("2")}),
            _ => json!({"value": [rows[0], rows[2], rows[3], rows[4]]}),
        };
        (call.path == GRANTS).then(|| Canned(200, vec![], body))
    });
    let report = observer.once().await;
    assert_eq!(
        (
            &report["complete"],
            &list(&report, "oauth2PermissionGrants")["read"]
        ),
        (&json!(true), &json!(5))
    );
}

#[tokio::test]
async fn a_broken_answer_is_asked_for_again_and_in_the_end_incomplete() {
    let observer = Observer::of(5).await;
    observer.fake.spoil(|call, before| {
        (call.path == APPS && before == 0).then(|| Canned(200, vec![], json!("{\"value\":[")))
    });
    assert_eq!(observer.once().await["complete"], true);
    observer
        .fake
        .spoil(|call, _| (call.path == GRANTS).then(|| Canned(200, vec![], json!("<html>"))));
    assert_eq!(observer.once().await["complete"], false);
}

#[tokio::test]
async fn a_token_that_ends_in_the_middle_is_renewed() {
    let observer = Observer::of(2500).await;
    observer.fake.spoil(|call, _| {
        let is_old = call.is_next() && call.token.ends_with("token-1");
        is_old.then(|| Canned::code(401, "InvalidAuthenticationToken"))
    });
    assert_eq!(observer.once().await["complete"], true);
    assert_eq!(observer.fake.world().tokens, 2);
}

#[tokio::test]
async fn a_list_that_takes_no_count_is_read_without_one() {
    let observer = Observer::of(5).await;
    let path = format!("/servicePrincipals/{GRAPH}/appRoleAssignedTo");
    let same = path.clone();
    observer.fake.spoil(move |call, _| {
        (call.path == same && call.query.contains_key("$count"))
            .then(|| Canned::code(400, "Request_UnsupportedQuery"))
    });
    let report = observer.once().await;
    let read = list(&report, &path[1..]);
    assert_eq!(
        (&read["said"], &read["complete"]),
        (&json!(null), &json!(true))
    );
}

#[tokio::test]
async fn a_long_list_without_a_count_is_counted_apart() {
    let observer = Observer::of(5).await;
    let rows = observer.fake.world().grants.clone();
    observer.fake.spoil(move |call, _| {
        (call.path == GRANTS).then(|| Canned(200, vec![], json!({ "value": rows })))
    });
    let report = observer.once().await;
    assert_eq!(list(&report, "oauth2PermissionGrants")["said"], 5);
    assert_eq!(report["complete"], true);
}

#[tokio::test]
async fn at_level_one_the_grants_are_not_asked_for_and_are_unknown() {
    let observer = Observer::of(5).await;
    observer.fake.world().own = vec![crate::fake::READ_APPS];
    let report = observer.once().await;
    assert_eq!(observer.fake.called(GRANTS).len(), 0);
    assert_eq!(
        (&report["complete"], &report["level"]),
        (&json!(false), &json!(1))
    );
    assert_eq!(list(&report, "oauth2PermissionGrants")["complete"], false);
    // With the next level the grants are a beginning and no news.
    observer.fake.world().own = vec![READ_ALL];
    let report = observer.once().await;
    assert_eq!(
        (changes(&report), &report["complete"]),
        (
            vec!["observer-level-changed from level 1 to level 2".to_owned()],
            &json!(true)
        )
    );
}
