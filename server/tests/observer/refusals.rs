//! The observer reads nothing unless it is known that it can only read.

use crate::fake::{Canned, OBSERVER, READ_ALL, READ_APPS, WRITE_ROLES};
use crate::kit::Observer;
use serde_json::json;

/// What is said where nothing is read into that file.
async fn refused(observer: &Observer, file: &str) -> String {
    observer.try_once(file).await.err().unwrap().to_string()
}

#[tokio::test]
async fn an_observer_that_could_write_reads_no_list_and_names_the_permission() {
    let observer = Observer::of(5).await;
    observer.fake.world().own = vec![READ_ALL, WRITE_ROLES];
    let failed = refused(&observer, "report.json").await;
    assert!(
        failed.contains("AppRoleAssignment.ReadWrite.All"),
        "{failed}"
    );
    assert!(!failed.contains("Directory.Read.All,"), "{failed}");
    assert_eq!(observer.fake.list_calls().len(), 0);
    assert!(!observer.out("report.json").exists());
}

#[tokio::test]
async fn a_permission_that_is_not_in_the_table_is_refused_by_its_id_where_it_has_no_name() {
    let observer = Observer::of(5).await;
    observer.fake.world().own = vec![READ_APPS, "99999999-8888-4777-8666-555555555555"];
    let failed = refused(&observer, "report.json").await;
    assert!(
        failed.contains("99999999-8888-4777-8666-555555555555"),
        "{failed}"
    );
    assert_eq!(observer.fake.list_calls().len(), 0);
}

#[tokio::test]
async fn an_observer_that_cannot_read_its_own_permissions_reads_nothing() {
    let observer = Observer::of(5).await;
    let path = format!("/servicePrincipals/{OBSERVER}/appRoleAssignments");
    observer
        .fake
        .spoil(move |call, _| (call.path == path).then(|| Canned::status(403)));
    let failed = refused(&observer, "report.json").await;
    assert!(failed.contains("can't be read"), "{failed}");
    assert_eq!(observer.fake.list_calls().len(), 0);
}

#[tokio::test]
async fn permissions_on_a_page_that_cannot_be_reached_are_not_taken_for_none() {
    let observer = Observer::of(5).await;
    let path = format!("/servicePrincipals/{OBSERVER}/appRoleAssignments");
    observer.fake.spoil(move |call, _| {
        let body = json!({"value": [], "@odata.nextLink": "https://elsewhere.example/"});
        (call.path == path).then(|| Canned(200, vec![], body))
    });
    assert!(observer.try_once("report.json").await.is_err());
    assert_eq!(observer.fake.list_calls().len(), 0);
}

#[tokio::test]
async fn an_observer_without_a_permission_says_which_to_grant() {
    let observer = Observer::of(5).await;
    observer.fake.world().own = Vec::new();
    let failed = refused(&observer, "report.json").await;
    assert!(failed.contains("Directory.Read.All"), "{failed}");
}

#[tokio::test]
async fn nothing_but_get_and_batches_of_gets_is_ever_sent_to_graph() {
    let observer = Observer::of(30).await;
    observer.once().await;
    for (method, path) in &observer.fake.world().methods {
        let is_post = path.ends_with("/token") || path == "/v1.0/$batch";
        assert_eq!(method, if is_post { "POST" } else { "GET" }, "{path}");
    }
}

#[tokio::test]
async fn a_file_whose_ending_names_no_format_is_refused_before_anything_is_read() {
    let observer = Observer::of(1).await;
    let failed = refused(&observer, "report.pdf").await;
    assert!(failed.contains(".xlsx"), "{failed}");
    assert_eq!(observer.fake.world().methods.len(), 0);
}
