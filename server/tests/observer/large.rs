//! What happens in real tenants while they are read, and to the lists of single apps.

use crate::fake::{Canned, GRAPH, READ_MAIL, TENANT, app, grant, holds, id};
use crate::kit::{Observer, Running, app as of_report, changes, list};
use consentry_server::observer::follow::Followed;
use serde_json::{Value, json};

const NONE: [&str; 0] = [];

fn person(number: usize, resource: usize, kind: &str) -> Value {
    json!({"id": format!("a{number}"), "appRoleId": "0", "principalId": id(900 + number),
        "principalType": kind, "principalDisplayName": "Adele", "resourceId": id(resource)})
}

fn api(number: usize) -> Value {
    let mut api = app(number);
    api["appRoles"] = json!([{"id": id(700), "value": "", "allowedMemberTypes": ["Application"]}]);
    api
}

#[tokio::test]
async fn one_item_of_another_form_hides_no_other_and_makes_its_list_incomplete() {
    let observer = Observer::of(6).await;
    observer.once().await;
    observer.fake.world().apps[2]["displayName"] = 5.into();
    observer.fake.world().grants[3]["scope"] = json!(["Mail.Read"]);
    let report = observer.once().await;
    for what in ["servicePrincipals", "oauth2PermissionGrants"] {
        let list = list(&report, what);
        assert_eq!(list["complete"], false, "{what}");
        assert_eq!(
            list["read"].as_u64().unwrap() + 1,
            list["said"].as_u64().unwrap()
        );
    }
    // What could not be read is neither changed nor gone.
    assert_eq!(changes(&report), NONE);
    assert_eq!(of_report(&report, &id(2))["name"], "App 2");
    assert_eq!(
        of_report(&report, &id(5))["delegated"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

#[tokio::test]
async fn an_app_that_is_deleted_while_the_tenant_is_read_leaves_the_report_complete() {
    let observer = Observer::of(4).await;
    observer.fake.world().apps[1]["appRoleAssignmentRequired"] = true.into();
    observer
        .fake
        .world()
        .assigned
        .insert(id(1), vec![person(1, 1, "User")]);
    observer.once().await;
    // It is still in the list of apps, and gone when its own list's turn comes.
    let gone = format!("/servicePrincipals/{}", id(1));
    observer.fake.spoil(move |call, _| {
        call.path
            .starts_with(&gone)
            .then(|| Canned::code(404, "Request_ResourceNotFound"))
    });
    let report = observer.once().await;
    assert_eq!(report["complete"], true, "{}", report["lists"]);
    assert_eq!(changes(&report), ["assigned-removed"]);
    observer.fake.heal();
    observer.fake.world().apps.remove(1);
    observer.fake.world().grants.remove(1);
    let report = observer.once().await;
    let gone = [
        "app-removed",
        "delegated-removed Mail.Read",
        "delegated-removed User.Read",
    ];
    assert_eq!(changes(&report), gone);
}

#[tokio::test]
async fn a_list_that_is_not_found_of_an_app_that_is_there_is_incomplete() {
    let observer = Observer::of(2).await;
    observer.once().await;
    observer.fake.spoil(|call, _| {
        let is_list = call.path.ends_with("/appRoleAssignedTo");
        is_list.then(|| Canned::code(404, "Request_ResourceNotFound"))
    });
    let report = observer.once().await;
    assert_eq!(
        (report["complete"].as_bool(), changes(&report)),
        (Some(false), vec![])
    );
    assert_eq!(
        of_report(&report, &id(0))["application"][0]["value"],
        "Mail.Read"
    );
}

#[tokio::test]
async fn who_is_assigned_to_an_api_first_is_news_although_it_does_not_require_assignment() {
    let observer = Observer::of(2).await;
    observer.fake.world().apps.push(api(60));
    observer.once().await;
    let group = person(1, 60, "Group");
    observer.fake.world().assigned.insert(id(60), vec![group]);
    let report = observer.once().await;
    assert_eq!(changes(&report), ["assigned-added"]);
    let assigned = &of_report(&report, &id(60))["assigned"][0];
    assert_eq!(
        (&assigned["kind"], &assigned["id"]),
        (&"Group".into(), &id(901).into())
    );
}

#[tokio::test]
async fn a_person_with_two_roles_of_an_app_is_assigned_until_the_last_of_them_is_gone() {
    let observer = Observer::of(1).await;
    observer.fake.world().apps.push(api(60));
    let second = || {
        let mut second = person(1, 60, "User");
        second["id"] = "a2".into();
        second["appRoleId"] = id(701).into();
        second
    };
    let both = vec![person(1, 60, "User"), second()];
    observer.fake.world().assigned.insert(id(60), both);
    let report = observer.once().await;
    assert_eq!(
        of_report(&report, &id(60))["assigned"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    observer
        .fake
        .world()
        .assigned
        .insert(id(60), vec![second()]);
    assert_eq!(changes(&observer.once().await), NONE);
    observer.fake.world().assigned.clear();
    let report = observer.once().await;
    assert_eq!(
        changes(&report),
        ["application-removed Mail.Read", "assigned-removed"]
    );
}

#[tokio::test]
async fn a_role_without_a_name_stands_by_its_id() {
    let observer = Observer::of(2).await;
    observer.fake.world().apps.push(api(60));
    let mut role = holds(1, &id(700));
    role["resourceId"] = id(60).into();
    observer.fake.world().assigned.insert(id(60), vec![role]);
    let report = observer.once().await;
    let held = &of_report(&report, &id(1))["application"][0];
    assert_eq!(
        (&held["value"], &held["role_id"]),
        (&json!(null), &id(700).into())
    );
}

#[tokio::test]
async fn a_grant_for_everyone_and_one_for_a_person_of_the_same_permission_are_two() {
    let observer = Observer::of(2).await;
    observer.once().await;
    let own = |person: usize| {
        let mut own = grant(0, "Mail.Read");
        own["id"] = format!("own-{person}").into();
        own["consentType"] = "Principal".into();
        own["principalId"] = id(person).into();
        own
    };
    observer.fake.world().grants.extend([own(901), own(902)]);
    let report = observer.once().await;
    let whom = |report: &Value| -> Vec<String> {
        let changes = report["changes"].as_array().unwrap().iter();
        changes
            .map(|change| change["for"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(whom(&report), [id(901), id(902)]);
    // Revoking it for everyone leaves each person's own.
    observer.fake.world().grants.remove(0);
    let report = observer.once().await;
    assert_eq!(whom(&report), ["all", "all"]);
    assert_eq!(
        of_report(&report, &id(0))["delegated"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

#[tokio::test]
async fn an_app_that_was_restored_is_itself_again_and_one_made_anew_is_another() {
    let observer = Observer::of(3).await;
    observer.once().await;
    let (mut was, grants) = {
        let mut world = observer.fake.world();
        (world.apps.remove(1), world.grants.remove(1))
    };
    let gone = observer.once().await;
    observer.fake.world().apps.push(was.clone());
    observer.fake.world().grants.push(grants);
    let back = observer.once().await;
    let expected = [
        "app-added",
        "delegated-added Mail.Read",
        "delegated-added User.Read",
    ];
    assert_eq!(changes(&back), expected);
    let app = |report: &Value| report["changes"][0]["app"].clone();
    assert_eq!(app(&gone), app(&back));
    // The same application under another object ID.
    observer.fake.world().apps.pop();
    observer.fake.world().grants.pop();
    was["id"] = id(80).into();
    observer.fake.world().apps.push(was);
    let anew = observer.once().await;
    let changes = anew["changes"].as_array().unwrap();
    let added = changes.iter().find(|change| change["kind"] == "app-added");
    let added = &added.unwrap()["app"];
    assert_eq!(added["object_id"], id(80));
    assert_eq!(added["app_id"], app(&back)["app_id"]);
}

#[tokio::test]
async fn what_others_held_of_an_api_ends_with_it_between_whole_rounds() {
    let observer = Observer::of(3).await;
    observer.fake.world().apps.push(api(60));
    let mut role = holds(1, &id(700));
    role["resourceId"] = id(60).into();
    observer.fake.world().assigned.insert(id(60), vec![role]);
    let running = Running::of(&observer).await;
    assert!(running.whole().await.complete);
    {
        let mut world = observer.fake.world();
        world.apps.retain(|app| app["id"] != id(60));
        world.assigned.remove(&id(60));
        let gone = json!({"id": id(60), "@removed": {"reason": "changed"}});
        world.tell("servicePrincipals", &[gone]);
    }
    running.done().await;
    let mut found = running.changes().await;
    found.sort();
    assert_eq!(
        found,
        [
            "app-removed".to_owned(),
            format!("application-removed {}", id(700))
        ]
    );
    // The whole round that follows finds nothing more.
    assert!(running.whole().await.complete);
    assert_eq!(running.changes().await.len(), 2);
}

#[tokio::test]
async fn a_delta_that_is_refused_is_given_up_for_the_lists() {
    let observer = Observer::of(3).await;
    let running = Running::of(&observer).await;
    assert!(running.whole().await.complete);
    observer.fake.spoil(|call, _| {
        call.path
            .ends_with("/delta")
            .then(|| Canned::code(403, "Authorization_RequestDenied"))
    });
    observer.fake.world().grants.push(grant(40, "Mail.Read"));
    assert!(matches!(running.follow().await.unwrap(), Followed::Lost(_)));
    let outcome = running.whole().await;
    assert!(outcome.complete && !outcome.tenant.follows);
    assert_eq!(running.changes().await, ["delegated-added Mail.Read"]);
}

#[tokio::test]
async fn a_tenant_in_trouble_in_the_middle_is_resumed_where_only_one_list_was_refused() {
    // Throttled without end on one API's list: that list alone is incomplete, and the next round mends it.
    let observer = Observer::of(5).await;
    observer.once().await;
    observer
        .fake
        .world()
        .assigned
        .get_mut(GRAPH)
        .unwrap()
        .push(holds(2, READ_MAIL));
    let path = format!("/servicePrincipals/{GRAPH}/appRoleAssignedTo");
    observer
        .fake
        .spoil(move |call, _| (call.path == path).then(|| Canned::status(429)));
    let report = observer.once().await;
    let what = format!("servicePrincipals/{GRAPH}/appRoleAssignedTo");
    assert_eq!(list(&report, &what)["reason"], "answered 429 each time");
    assert_eq!(
        (changes(&report), &report["complete"]),
        (vec![], &false.into())
    );
    observer.fake.heal();
    assert_eq!(
        changes(&observer.once().await),
        ["application-added Mail.Read"]
    );
    let store = Running::of(&observer).await.store;
    assert_eq!(
        store
            .changes(TENANT.into(), 0, false, 9)
            .await
            .unwrap()
            .len(),
        1
    );
}

#[tokio::test]
async fn an_app_that_is_gone_is_asked_nothing_more() {
    let observer = Observer::of(3).await;
    observer.fake.world().apps.push(api(60));
    observer.once().await;
    observer.fake.world().apps.retain(|app| app["id"] != id(60));
    let before = observer.fake.world().calls.len();
    let report = observer.once().await;
    assert_eq!(
        (report["complete"].as_bool(), changes(&report)),
        (Some(true), vec!["app-removed".to_owned()])
    );
    let calls = observer.fake.world().calls.split_off(before);
    assert!(
        calls.iter().all(|call| !call.path.contains(&id(60))),
        "{calls:?}"
    );
}
