//! A receiver gets every change once and in order, however long it was away, and can verify it.

use crate::fake::{TENANT, grant};
use crate::kit::Observer;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use consentry_server::clock::{Clock, SystemClock};
use consentry_server::config::{DigestEvery, Receiver};
use consentry_server::observer::alert::{Alerts, Sent};
use consentry_server::observer::rows;
use consentry_server::store::{self, Store};
use serde_json::Value;
use std::sync::{Arc, Mutex};

const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

#[derive(Clone, Default)]
struct Inbox(Arc<Mutex<Taken>>);

#[derive(Default)]
struct Taken {
    away: bool,
    events: Vec<(HeaderMap, Bytes)>,
}

impl Inbox {
    async fn start(&self) -> String {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let take = async |State(inbox): State<Self>, headers: HeaderMap, body: Bytes| {
            let mut taken = inbox.0.lock().unwrap();
            if taken.away {
                return StatusCode::SERVICE_UNAVAILABLE;
            }
            taken.events.push((headers, body));
            StatusCode::NO_CONTENT
        };
        let router = Router::new()
            .route("/hook", post(take))
            .with_state(self.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        format!("{base}/hook")
    }

    fn events(&self) -> Vec<Value> {
        let taken = self.0.lock().unwrap();
        taken
            .events
            .iter()
            .map(|(_, body)| serde_json::from_slice(body).unwrap())
            .collect()
    }
}

fn receivers(url: &str, teams: bool) -> Receiver {
    let mut observer =
        serde_json::json!({"tenant": TENANT, "client_id": TENANT, "client_secret": "s"});
    if teams {
        observer["teams_url"] = url.into();
    } else {
        observer["webhook"] = serde_json::json!({"url": url, "secret": SECRET});
    }
    let raw = serde_json::from_value(serde_json::json!({ "observer": observer })).unwrap();
    let observing = consentry_server::config::Observing::from_raw(raw).unwrap();
    observing.observers[0].receivers[0].clone()
}

async fn send(store: &Arc<dyn Store>, receiver: &Receiver) -> Sent {
    let alerts = Alerts::new(Arc::new(SystemClock)).unwrap();
    let tenant = rows::load(store, TENANT).await.unwrap();
    alerts.send(store, TENANT, &tenant, receiver).await.unwrap()
}

#[tokio::test]
async fn changes_wait_for_a_receiver_that_is_away_and_come_once_and_in_order() {
    let observer = Observer::of(3).await;
    let inbox = Inbox::default();
    let receiver = receivers(&inbox.start().await, false);
    let store = store::open(&observer.config().database).await.unwrap();
    observer.once().await;
    assert_eq!(send(&store, &receiver).await, Sent::All);
    assert!(inbox.events().is_empty(), "the first reading sends nothing");
    inbox.0.lock().unwrap().away = true;
    for client in 50..53 {
        observer
            .fake
            .world()
            .grants
            .push(grant(client, "Mail.Read"));
        observer.once().await;
        assert_eq!(send(&store, &receiver).await, Sent::Later);
    }
    inbox.0.lock().unwrap().away = false;
    // Another server's store, as after a restart.
    let other = store::open(&observer.config().database).await.unwrap();
    assert_eq!(send(&other, &receiver).await, Sent::All);
    assert_eq!(send(&store, &receiver).await, Sent::All);
    let subjects: Vec<String> = inbox
        .events()
        .iter()
        .map(|event| event["subject"].as_str().unwrap().to_owned())
        .collect();
    let expected = (50..53).map(|client| format!("servicePrincipals/{}", crate::fake::id(client)));
    assert_eq!(subjects, expected.collect::<Vec<_>>());
}

#[tokio::test]
async fn each_event_is_signed_under_the_id_of_its_change() {
    let observer = Observer::of(2).await;
    let inbox = Inbox::default();
    let receiver = receivers(&inbox.start().await, false);
    let store = store::open(&observer.config().database).await.unwrap();
    observer.once().await;
    send(&store, &receiver).await;
    observer.fake.world().grants.remove(0);
    let report = observer.once().await;
    send(&store, &receiver).await;
    let taken = inbox.0.lock().unwrap();
    assert_eq!(taken.events.len(), 2);
    for (headers, body) in &taken.events {
        let header = |name: &str| headers[name].to_str().unwrap().to_owned();
        assert_eq!(header("content-type"), "application/cloudevents+json");
        let event: Value = serde_json::from_slice(body).unwrap();
        assert_eq!(header("webhook-id"), event["id"].as_str().unwrap());
        let changes = report["changes"].as_array().unwrap();
        assert!(changes.iter().any(|change| change["id"] == event["id"]));
        let webhook = standardwebhooks::Webhook::new(SECRET).unwrap();
        webhook.verify(body, headers).unwrap();
    }
}

#[tokio::test]
async fn teams_gets_a_card_of_several_changes() {
    let observer = Observer::of(2).await;
    let inbox = Inbox::default();
    let receiver = receivers(&inbox.start().await, true);
    let store = store::open(&observer.config().database).await.unwrap();
    observer.once().await;
    send(&store, &receiver).await;
    observer.fake.world().grants.clear();
    observer.once().await;
    assert_eq!(send(&store, &receiver).await, Sent::All);
    let events = inbox.events();
    assert_eq!(events.len(), 1);
    assert_eq!(
        events[0]["attachments"][0]["contentType"],
        "application/vnd.microsoft.card.adaptive"
    );
    assert!(events[0].to_string().contains("delegated-removed"));
}

/// What became of the summary that is due at a time.
async fn summarize(store: &Arc<dyn Store>, receiver: &Receiver, now: u64) -> Sent {
    let alerts = Alerts::new(Arc::new(SystemClock)).unwrap();
    let sent = alerts.summarize(store, TENANT, receiver, DigestEvery::Day, now);
    sent.await.unwrap()
}

#[tokio::test]
async fn a_summary_of_each_day_comes_once_whatever_comes_between() {
    const DAY: u64 = 24 * 60 * 60 * 1000;
    let observer = Observer::of(3).await;
    let inbox = Inbox::default();
    let url = inbox.start().await;
    let store = store::open(&observer.config().database).await.unwrap();
    let receiver = receivers(&url, false);
    let now = SystemClock.now();
    // Nothing was read: there is nothing to sum up, and nothing to begin from.
    summarize(&store, &receiver, now).await;
    observer.once().await;
    summarize(&store, &receiver, now).await;
    summarize(&store, &receiver, now + 1).await;
    assert_eq!(inbox.events().len(), 0);

    observer
        .fake
        .world()
        .grants
        .push(grant(40, "Mail.ReadWrite"));
    observer.once().await;
    // Away at midnight: it is sent when the receiver is back, once, and a restart changes nothing.
    inbox.0.lock().unwrap().away = true;
    assert_eq!(summarize(&store, &receiver, now + DAY).await, Sent::Later);
    inbox.0.lock().unwrap().away = false;
    for later in [1, 2, 3] {
        let other = store::open(&observer.config().database).await.unwrap();
        let sent = summarize(&other, &receiver, now + DAY + later).await;
        assert_eq!(sent, Sent::All);
    }
    let events = inbox.events();
    let [event] = &events[..] else {
        panic!("{events:?}");
    };
    assert_eq!(event["type"], "consentry.observer.digest");
    let data = &event["data"];
    assert_eq!(data["tenant"]["name"], "Birchwood");
    assert_eq!((&data["changes"], &data["apps"]), (&1.into(), &1.into()));
    assert_eq!(data["kinds"]["delegated-added"], 1);
    let notable = &data["worth_a_look"][0];
    assert_eq!(
        (&notable["risk"], &notable["scope"]),
        (&"high".into(), &"Mail.ReadWrite".into())
    );
    assert!(data["risks"]["now"]["risks"].is_array());

    // A day without a change is summed up, too: who hears nothing does not know whether anybody looked.
    summarize(&store, &receiver, now + 2 * DAY).await;
    let events = inbox.events();
    assert_eq!(
        (events.len(), &events[1]["data"]["changes"]),
        (2, &0.into())
    );
    assert_ne!(events[0]["id"], events[1]["id"]);
    // A round in between keeps where the receiver stands.
    observer.once().await;
    summarize(&store, &receiver, now + 2 * DAY + 1).await;
    assert_eq!(inbox.events().len(), 2);
}

#[tokio::test]
async fn teams_gets_a_summary_as_a_card() {
    let observer = Observer::of(2).await;
    let inbox = Inbox::default();
    let url = inbox.start().await;
    let store = store::open(&observer.config().database).await.unwrap();
    let receiver = receivers(&url, true);
    let now = SystemClock.now();
    observer.once().await;
    summarize(&store, &receiver, now).await;
    observer.fake.world().apps[0]["displayName"] = "[x](https://a.example)".into();
    observer.once().await;
    summarize(&store, &receiver, now + 24 * 60 * 60 * 1000).await;
    let card = inbox.events().remove(0).to_string();
    assert!(
        card.contains("Apps of Birchwood: 1 change of 1 app"),
        "{card}"
    );
    assert!(
        card.contains("app-renamed: 1") && card.contains("Apps by risk:"),
        "{card}"
    );
}
