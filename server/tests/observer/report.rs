//! What the report states, in each format.

use crate::fake::{GRAPH, GRAPH_APP, READ_MAIL, TENANT, id};
use crate::kit::{Observer, app};
use consentry_server::observer::days;
use consentry_server::store;
use serde_json::{Value, json};

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    keys.sort_unstable();
    keys
}

#[tokio::test]
async fn the_report_has_the_documented_shape() {
    let observer = Observer::of(2).await;
    observer.fake.world().apps[0]["appRoleAssignmentRequired"] = true.into();
    let person = json!({"id": "a", "appRoleId": "0", "principalId": id(900),
        "principalType": "User", "principalDisplayName": "Adele", "resourceId": id(0)});
    observer.fake.world().assigned.insert(id(0), vec![person]);
    let report = observer.once().await;
    for key in [
        "tenant", "began", "ended", "requests", "complete", "lists", "apps", "changes",
    ] {
        assert!(keys(&report).contains(&key), "{key}");
    }
    assert_eq!(report["tenant"]["name"], "Birchwood");
    let first = app(&report, &id(0));
    assert_eq!(
        first["delegated"],
        json!([
            {"resource_app_id": GRAPH_APP, "scope": "Mail.Read", "for": "all"},
            {"resource_app_id": GRAPH_APP, "scope": "User.Read", "for": "all"},
        ])
    );
    assert_eq!(
        first["application"],
        json!([{"resource_app_id": GRAPH_APP, "value": "Mail.Read", "role_id": READ_MAIL}])
    );
    assert_eq!(
        first["assigned"],
        json!([{"id": id(900), "kind": "User", "name": "Adele"}])
    );
    assert_eq!(
        keys(&first["enabled"]),
        ["account", "deleted", "microsoft", "owner"]
    );
    assert_eq!(app(&report, &id(1))["assigned"], json!(null));
    let codes: Vec<&str> = first["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["code"].as_str().unwrap())
        .collect();
    assert!(codes.contains(&"application-permission-high"), "{codes:?}");
}

#[tokio::test]
async fn two_reports_of_the_same_tenant_are_the_same_but_for_their_times() {
    let observer = Observer::of(40).await;
    let plain = |observer: &Observer| {
        let mut report = observer.report();
        for time in ["began", "ended"] {
            report[time] = json!("");
        }
        report.to_string()
    };
    observer.once().await;
    let first = plain(&observer);
    {
        let mut world = observer.fake.world();
        world.apps.reverse();
        world.grants.reverse();
    }
    observer.once().await;
    assert_eq!(first, plain(&observer));
}

#[tokio::test]
async fn a_client_and_an_api_that_no_list_shows_stand_by_their_object_ids() {
    let observer = Observer::of(2).await;
    let stranger = json!({"id": "g", "clientId": id(777), "resourceId": id(888),
        "consentType": "Principal", "principalId": id(999), "scope": "read"});
    observer.fake.world().grants.push(stranger);
    let report = observer.once().await;
    let stranger = app(&report, &id(777));
    assert_eq!(stranger["app_id"], id(777));
    assert_eq!(
        stranger["delegated"],
        json!([{"resource_app_id": id(888), "scope": "read", "for": id(999)}])
    );
    assert_eq!(stranger["assignment_required"], json!(null));
}

#[tokio::test]
async fn names_stay_text_in_every_format() {
    let observer = Observer::of(4).await;
    let long = "n".repeat(10_000);
    for (at, name) in [
        "=HYPERLINK(\"https://a.example\")",
        "<script>alert(1)</script>",
        "a\u{202e}b,\"\r\n@x",
        &long,
    ]
    .iter()
    .enumerate()
    {
        observer.fake.world().apps[at]["displayName"] = (*name).into();
    }
    for name in ["report.csv", "report.html", "report.xlsx", "report.json"] {
        observer.try_once(name).await.unwrap();
    }
    let csv = observer.text("report.csv");
    assert!(
        csv.contains("'=HYPERLINK")
            && !csv.contains("\n=HYPERLINK")
            && !csv.contains("\"=HYPERLINK")
    );
    assert!(csv.lines().next().unwrap().contains("Report complete"));
    let html = observer.text("report.html");
    assert!(html.contains("&lt;script&gt;alert(1)") && !html.contains("<script"));
    assert!(html.contains("<bdi>a\u{202e}b"));
    assert_eq!(app(&observer.report(), &id(3))["name"], long);
    assert!(
        std::fs::read(observer.out("report.xlsx"))
            .unwrap()
            .starts_with(b"PK")
    );
}

#[cfg(unix)]
#[tokio::test]
async fn a_report_is_for_its_owner_alone_and_never_half_written() {
    use std::os::unix::fs::PermissionsExt;
    let observer = Observer::of(1).await;
    observer.once().await;
    let mode = std::fs::metadata(observer.out("report.json"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    let names: Vec<_> = std::fs::read_dir(observer.directory.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(!names.iter().any(|name| name.contains("part")), "{names:?}");
}

#[tokio::test]
async fn managed_identities_among_the_holders_of_a_role_are_apps_too() {
    let observer = Observer::of(1).await;
    let identity = json!({"id": "m", "appRoleId": READ_MAIL, "principalId": id(600),
        "principalType": "ServicePrincipal", "principalDisplayName": "vm-1", "resourceId": GRAPH});
    observer
        .fake
        .world()
        .assigned
        .get_mut(GRAPH)
        .unwrap()
        .push(identity);
    let report = observer.once().await;
    assert_eq!(app(&report, &id(600))["name"], "vm-1");
    assert_eq!(
        app(&report, &id(600))["application"][0]["value"],
        "Mail.Read"
    );
}

#[tokio::test]
async fn each_report_leaves_what_it_counted_of_its_day() {
    let observer = Observer::of(4).await;
    observer.fake.world().apps[1]["accountEnabled"] = false.into();
    observer.once().await;
    observer.once().await;
    let store = store::open(&observer.config().database).await.unwrap();
    let days = days::newest(&store, TENANT, 9).await.unwrap();
    let [day] = &days[..] else {
        panic!("{days:?}");
    };
    assert_eq!(day.day, observer.report()["ended"].as_str().unwrap()[..10]);
    let summary = day.summary;
    assert!(day.complete);
    // Four apps, Microsoft Graph, and the observer.
    assert_eq!((summary.apps(), summary.for_everyone), (6, 4));
    assert_eq!((summary.application, summary.disabled), (1, 1));
    // A server counts the same as a report.
    let now = consentry_server::clock::Clock::now(&consentry_server::clock::SystemClock);
    assert_eq!(days::count(&store, TENANT, now).await.unwrap(), summary);
}
