//! Each change is stated once, under an ID of its own, and a break in the middle loses none.

use crate::fake::{Canned, GRAPH, READ_MAIL, app, grant, holds, id};
use crate::kit::{Observer, changes, pace};
use consentry_server::observer::once;
use serde_json::{Value, json};

fn ids(report: &Value) -> Vec<String> {
    let changes = report["changes"].as_array().unwrap();
    changes
        .iter()
        .map(|change| change["id"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn the_first_reading_has_no_changes_and_an_unchanged_tenant_none_either() {
    let observer = Observer::of(5).await;
    assert_eq!(changes(&observer.once().await), Vec::<String>::new());
    assert_eq!(changes(&observer.once().await), Vec::<String>::new());
}

#[tokio::test]
async fn what_was_granted_and_revoked_between_two_readings_is_stated_to_the_permission() {
    let observer = Observer::of(5).await;
    observer.once().await;
    {
        let mut world = observer.fake.world();
        world.grants[0]["scope"] = "Mail.Read  mail.send ".into();
        world.grants.remove(1);
        world.apps.remove(2);
        world.apps.push(app(70));
        world.apps[3]["accountEnabled"] = false.into();
        let graph = world.assigned.get_mut(GRAPH).unwrap();
        graph.clear();
        graph.push(holds(3, READ_MAIL));
    }
    let report = observer.once().await;
    assert_eq!(
        changes(&report),
        [
            "application-removed Mail.Read",
            "delegated-added mail.send",
            "delegated-removed User.Read",
            "delegated-removed Mail.Read",
            "delegated-removed User.Read",
            "app-removed",
            "application-added Mail.Read",
            "app-disabled",
            "app-added",
        ]
    );
    let added = report["changes"]
        .as_array()
        .unwrap()
        .iter()
        .find(|change| change["kind"] == "application-added");
    assert_eq!(added.unwrap()["when"], "2026-11-01T08:00:00Z");
    assert_eq!(added.unwrap()["app"]["object_id"], id(3));
    // Stated once.
    assert_eq!(changes(&observer.once().await), Vec::<String>::new());
}

#[tokio::test]
async fn the_same_permission_in_another_case_is_no_change() {
    let observer = Observer::of(2).await;
    observer.once().await;
    observer.fake.world().grants[0]["scope"] = " user.READ  Mail.Read".into();
    assert_eq!(changes(&observer.once().await), Vec::<String>::new());
}

#[tokio::test]
async fn a_change_has_the_same_id_wherever_it_is_found_and_another_when_it_happens_again() {
    let (one, other) = (Observer::of(3).await, Observer::of(3).await);
    let mut found = Vec::new();
    for observer in [&one, &other] {
        observer.once().await;
        observer.fake.world().grants.push(grant(40, "Mail.Read"));
        found.push(ids(&observer.once().await));
    }
    assert_eq!(found[0].len(), 1);
    assert_eq!(found[0], found[1]);
    one.fake.world().grants.pop();
    let removed = ids(&one.once().await);
    one.fake.world().grants.push(grant(40, "Mail.Read"));
    let again = ids(&one.once().await);
    assert!(removed.len() == 1 && again.len() == 1);
    assert!(again != found[0] && again != removed);
}

#[tokio::test]
async fn a_reading_broken_off_anywhere_is_resumed_without_loss_and_without_a_second_change() {
    for stop_at in [1, 3, 4, 6] {
        let observer = Observer::of(2500).await;
        observer.once().await;
        observer.fake.world().grants.remove(2400);
        observer.fake.world().grants.push(grant(4000, "Mail.Send"));
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let mut stop = Some(stop);
        let mut pages = 0;
        observer.fake.spoil(move |call, _| {
            let is_page =
                call.path == "/servicePrincipals" || call.path == "/oauth2PermissionGrants";
            pages += usize::from(is_page);
            if pages < stop_at {
                return None;
            }
            drop(stop.take());
            Some(Canned::status(429).with("retry-after", "60"))
        });
        let (config, out) = (observer.config(), observer.out("report.json"));
        tokio::select! {
            _ = once::run(&config, None, &out, pace()) => panic!("it ended"),
            _ = stopped => {}
        }
        observer.fake.heal();
        let before = observer.fake.list_calls().len();
        let report = observer.once().await;
        assert_eq!(report["complete"], true);
        assert_eq!(
            changes(&report),
            [
                "delegated-removed Mail.Read",
                "delegated-removed User.Read",
                "delegated-added Mail.Send",
            ],
            "stopped at page {stop_at}"
        );
        // Pages that were stored are not read again.
        let read = observer.fake.list_calls().len() - before;
        assert!(read <= 8 - stop_at, "{read} pages after page {stop_at}");
        assert_eq!(changes(&observer.once().await), Vec::<String>::new());
    }
}

#[tokio::test]
async fn people_who_were_assigned_before_anyone_asked_are_no_news() {
    let observer = Observer::of(3).await;
    let person = |number: usize| {
        json!({"id": format!("a{number}"), "appRoleId": "0", "principalId": id(900 + number),
            "principalType": "User", "principalDisplayName": "Adele", "resourceId": id(0)})
    };
    observer.once().await;
    {
        let mut world = observer.fake.world();
        world.apps[0]["appRoleAssignmentRequired"] = true.into();
        world.assigned.insert(id(0), vec![person(1)]);
    }
    assert_eq!(changes(&observer.once().await), ["assignment-required"]);
    observer
        .fake
        .world()
        .assigned
        .insert(id(0), vec![person(2)]);
    assert_eq!(
        changes(&observer.once().await),
        ["assigned-added", "assigned-removed"]
    );
}

#[tokio::test]
async fn a_history_that_somebody_altered_is_refused_and_a_whole_one_is_sealed() {
    let observer = Observer::of(3).await;
    observer.once().await;
    for client in 50..53 {
        observer
            .fake
            .world()
            .grants
            .push(grant(client, "Mail.Read"));
        observer.once().await;
    }
    let history = &observer.report()["history"];
    assert_eq!(history["changes"], 3);
    assert_eq!(history["seal"].as_str().unwrap().len(), 64);
    let database = rusqlite::Connection::open(observer.out("observer.db")).unwrap();
    let alter = "UPDATE observer_change SET body = replace(body, 'Mail.Read', 'Mail.Send') WHERE number = 2";
    assert_eq!(database.execute(alter, []).unwrap(), 1);
    let failed = observer.try_once("report.json").await.err().unwrap();
    assert!(failed.to_string().contains("change 2"), "{failed}");
}
