//! Rounds that follow deltas: what changed is stated once, whatever the delta says twice, late, or not at all.

use crate::fake::{Canned, GRAPH, READ_MAIL, TENANT, WRITE_ROLES, app, grant, holds, id};
use crate::kit::{Observer, Running, changes};
use consentry_server::observer::follow::Followed;
use consentry_server::observer::inventory::Inventories;
use consentry_server::observer::itself::Stopped;
use serde_json::{Value, json};

const APPS: &str = "servicePrincipals";
const GRANTS: &str = "oauth2PermissionGrants";

const NONE: [&str; 0] = [];

fn removed(id: &str) -> Value {
    json!({"id": id, "@removed": {"reason": "deleted"}})
}

/// A tenant that was read as a whole, and a server that goes on from there.
async fn begun(apps: usize) -> (Observer, Running) {
    let observer = Observer::of(apps).await;
    let running = Running::of(&observer).await;
    assert!(running.whole().await.complete);
    (observer, running)
}

fn change_everything(observer: &Observer) {
    let mut world = observer.fake.world();
    world.grants[0]["scope"] = "Mail.Read  mail.send ".into();
    let grown = world.grants[0].clone();
    world.grants.remove(1);
    world.apps.remove(2);
    world.grants.remove(1);
    world.apps.push(app(70));
    world.apps[3]["accountEnabled"] = false.into();
    let disabled = json!({"id": world.apps[3]["id"], "accountEnabled": false});
    world
        .assigned
        .get_mut(GRAPH)
        .unwrap()
        .push(holds(70, READ_MAIL));
    world.tell(APPS, &[app(70), disabled]);
    world.tell(APPS, &[]);
    world.tell(APPS, &[removed(&id(2))]);
    world.tell(GRANTS, &[removed("grant-1"), grown]);
    world.tell(GRANTS, &[removed("grant-2")]);
}

const EVERYTHING: [&str; 9] = [
    "delegated-added mail.send",
    "delegated-removed User.Read",
    "delegated-removed Mail.Read",
    "delegated-removed User.Read",
    "app-removed",
    "delegated-removed Mail.Read",
    "delegated-removed User.Read",
    "app-disabled",
    "app-added",
];

fn everything() -> Vec<String> {
    let mut all = EVERYTHING.map(str::to_owned).to_vec();
    all.push("application-added Mail.Read".to_owned());
    all.sort();
    all
}

async fn sorted(running: &Running) -> Vec<String> {
    let mut all = running.changes().await;
    all.sort();
    all
}

#[tokio::test]
async fn where_nothing_changed_a_round_takes_four_requests_at_most() {
    let (observer, running) = begun(40).await;
    let (changes, requests) = running.done().await;
    assert_eq!((changes, requests), (0, 3));
    // An hour later a list that has no delta is due as well.
    observer.age_lists();
    let (changes, requests) = running.done().await;
    assert_eq!((changes, requests), (0, 4));
    assert_eq!(running.changes().await, NONE);
}

#[tokio::test]
async fn what_deltas_name_is_stated_as_a_whole_round_would_and_a_whole_round_adds_nothing() {
    let (observer, running) = begun(5).await;
    change_everything(&observer);
    running.done().await;
    assert_eq!(sorted(&running).await, everything());
    running.done().await;
    assert!(running.whole().await.complete);
    assert_eq!(sorted(&running).await, everything());
    // A report has what changed since the one before, whoever found it.
    assert_eq!(changes(&observer.once().await).len(), everything().len());
    assert_eq!(changes(&observer.once().await), NONE);
}

#[tokio::test]
async fn items_that_repeat_come_back_or_are_from_long_ago_are_no_change() {
    let (observer, running) = begun(5).await;
    {
        let mut world = observer.fake.world();
        let grants: Vec<Value> = world.grants.clone();
        let old = json!({"id": "grant-3", "clientId": id(3), "resourceId": GRAPH,
            "consentType": "AllPrincipals", "principalId": null, "scope": "User.Read"});
        world.tell(GRANTS, &[grants[0].clone(), grants[0].clone()]);
        world.tell(GRANTS, &[removed("grant-1"), old]);
        for _ in 0..20 {
            world.tell(GRANTS, &[]);
        }
        world.tell(GRANTS, &[grants[0].clone(), grants[1].clone()]);
        // Removed, as the delta says, and there, as it says itself.
        world.tell(APPS, &[removed(&id(4)), removed(&id(99))]);
    }
    for _ in 0..5 {
        running.done().await;
    }
    assert_eq!(running.changes().await, NONE);
    // What contradicts itself is not asked about for ever.
    assert_eq!(running.done().await, (0, 3));
}

#[tokio::test]
async fn a_change_that_the_object_does_not_show_yet_is_stated_when_it_does() {
    let (observer, running) = begun(3).await;
    let mut grown = observer.fake.world().grants[0].clone();
    grown["scope"] = "User.Read Mail.Read Mail.Send".into();
    let new = grant(60, "Files.Read");
    observer
        .fake
        .world()
        .tell(GRANTS, &[grown.clone(), new.clone()]);
    running.done().await;
    assert_eq!(running.changes().await, NONE);
    {
        let mut world = observer.fake.world();
        world.grants[0] = grown;
        world.grants.push(new);
    }
    running.done().await;
    let expected = ["delegated-added Files.Read", "delegated-added Mail.Send"];
    assert_eq!(sorted(&running).await, expected);
}

#[tokio::test]
async fn a_delta_that_leads_nowhere_begins_a_whole_round_and_nothing_is_gone_for_it() {
    let ended = || Canned::code(410, "syncStateNotFound").with("location", "x");
    let elsewhere = || {
        let link = "https://evil.example/v1.0/servicePrincipals/delta?$deltatoken=1";
        Canned(
            200,
            Vec::new(),
            json!({"value": [], "@odata.nextLink": link}),
        )
    };
    let without = || Canned(200, Vec::new(), json!({ "value": [] }));
    let nameless = || {
        Canned(
            200,
            Vec::new(),
            json!({"value": [{}], "@odata.deltaLink": "x"}),
        )
    };
    let crooked = || {
        let item = json!({"id": "../users", "@removed": {"reason": "deleted"}});
        Canned(
            200,
            Vec::new(),
            json!({"value": [item], "@odata.deltaLink": "x"}),
        )
    };
    let answers: [fn() -> Canned; 6] = [
        ended,
        crooked,
        || Canned::code(400, "syncStateNotFound"),
        elsewhere,
        without,
        nameless,
    ];
    for answer in answers {
        let (observer, running) = begun(5).await;
        observer
            .fake
            .spoil(move |call, _| (call.path == "/oauth2PermissionGrants/delta").then(answer));
        let followed = running.follow().await.unwrap();
        assert!(matches!(followed, Followed::Lost(_)), "{followed:?}");
        assert_eq!(running.changes().await, NONE);
        observer.fake.heal();
        // What changed meanwhile no delta names.
        observer.fake.world().grants.remove(4);
        assert!(running.whole().await.complete);
        let gone = ["delegated-removed Mail.Read", "delegated-removed User.Read"];
        assert_eq!(running.changes().await, gone);
        // From here the new delta leads on.
        assert_eq!(running.done().await, (0, 3));
    }
}

#[tokio::test]
async fn what_deltas_miss_a_whole_round_finds_once() {
    let (observer, running) = begun(5).await;
    observer.fake.world().grants.push(grant(60, "Mail.Send"));
    running.done().await;
    assert_eq!(running.changes().await, NONE);
    running.whole().await;
    running.done().await;
    running.whole().await;
    assert_eq!(running.changes().await, ["delegated-added Mail.Send"]);
}

#[tokio::test]
async fn an_incomplete_whole_round_after_deltas_calls_nothing_gone() {
    let (observer, running) = begun(5).await;
    observer.fake.world().grants.push(grant(60, "Mail.Send"));
    let told = observer.fake.world().grants[5].clone();
    observer.fake.world().tell(GRANTS, &[told]);
    running.done().await;
    observer.fake.spoil(|call, _| {
        let is_list = call.path == "/oauth2PermissionGrants";
        let short = json!({"value": [], "@odata.count": 6});
        is_list.then(|| Canned(200, Vec::new(), short))
    });
    assert!(!running.whole().await.complete);
    assert_eq!(running.changes().await, ["delegated-added Mail.Send"]);
}

#[tokio::test]
async fn what_a_list_without_a_delta_shows_is_found_when_its_turn_comes() {
    let (observer, running) = begun(5).await;
    observer
        .fake
        .world()
        .assigned
        .insert(GRAPH.to_owned(), vec![holds(4, READ_MAIL)]);
    running.done().await;
    assert_eq!(running.changes().await, NONE);
    observer.age_lists();
    running.done().await;
    let expected = [
        "application-added Mail.Read",
        "application-removed Mail.Read",
    ];
    assert_eq!(sorted(&running).await, expected);
    running.whole().await;
    assert_eq!(running.changes().await.len(), 2);
}

#[tokio::test]
async fn a_round_broken_off_at_any_request_is_resumed_without_loss_and_without_a_second_change() {
    for stop_at in 1..14 {
        let (observer, running) = begun(5).await;
        change_everything(&observer);
        observer.age_lists();
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let (mut stop, mut asked) = (Some(stop), 0);
        observer.fake.spoil(move |_, _| {
            asked += 1;
            if asked < stop_at {
                return None;
            }
            drop(stop.take());
            Some(Canned::status(429).with("retry-after", "60"))
        });
        tokio::select! {
            done = running.done() => panic!("it ended: {done:?}"),
            _ = stopped => {}
        }
        observer.fake.heal();
        // Another server goes on, and in every second case a whole round comes in between.
        let other = Running::of(&observer).await;
        if stop_at % 2 == 0 {
            assert!(other.whole().await.complete);
        }
        other.done().await;
        let all = sorted(&other).await;
        assert_eq!(all, everything(), "stopped at request {stop_at}");
        other.whole().await;
        assert_eq!(sorted(&other).await.len(), everything().len());
    }
}

#[tokio::test]
async fn an_observer_that_could_write_by_now_reads_nothing() {
    let (observer, running) = begun(3).await;
    observer.fake.world().own.push(WRITE_ROLES);
    let before = observer.fake.called("/servicePrincipals/delta").len();
    let stopped = running.follow().await.unwrap_err();
    assert!(matches!(stopped, Stopped::Forbidden(_)), "{stopped}");
    let after = observer.fake.called("/servicePrincipals/delta").len();
    assert_eq!(before, after);
    assert_eq!(
        running.changes().await,
        ["observer-lost permission-forbidden"]
    );
}

#[tokio::test]
async fn what_changes_while_the_lists_are_read_is_not_missed() {
    let observer = Observer::of(5).await;
    let running = Running::of(&observer).await;
    let fake = observer.fake.clone();
    // Granted after its list was read, and before the round has ended.
    observer.fake.spoil(move |call, _| {
        let is_last = call.path.ends_with("/appRoleAssignedTo");
        is_last.then(|| Canned(200, Vec::new(), json!({ "value": [] })))
    });
    assert!(running.whole().await.complete);
    fake.heal();
    let new = grant(60, "Mail.Send");
    fake.world().grants.push(new.clone());
    fake.world().tell(GRANTS, &[new]);
    running.done().await;
    assert_eq!(running.changes().await, ["delegated-added Mail.Send"]);
}

#[tokio::test]
async fn without_deltas_everything_is_read_as_before() {
    let observer = Observer::of(5).await;
    observer
        .fake
        .spoil(|call, _| call.path.ends_with("/delta").then(|| Canned::status(400)));
    let running = Running::of(&observer).await;
    assert!(running.whole().await.complete);
    let followed = running.follow().await.unwrap();
    assert!(matches!(followed, Followed::Lost(_)), "{followed:?}");
    observer.fake.world().grants.push(grant(60, "Mail.Send"));
    assert!(running.whole().await.complete);
    assert_eq!(running.changes().await, ["delegated-added Mail.Send"]);
}

#[tokio::test]
async fn a_list_that_is_cut_short_between_whole_rounds_is_not_called_complete() {
    let (observer, running) = begun(3).await;
    let inventories = Inventories::default();
    let is_complete = async || {
        let inventory = inventories.of(&running.store, TENANT).await.unwrap();
        inventory.reading().complete
    };
    assert!(is_complete().await);
    observer.age_lists();
    observer.fake.spoil(|call, _| {
        let is_list = call.path.ends_with("/appRoleAssignedTo");
        is_list.then(|| Canned::status(403))
    });
    running.done().await;
    assert!(!is_complete().await);
    observer.fake.heal();
    observer.age_lists();
    running.done().await;
    assert!(is_complete().await);
    assert_eq!(running.changes().await, NONE);
}
