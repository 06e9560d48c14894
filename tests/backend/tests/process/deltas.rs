//! The observer follows the practice tenant's deltas: whatever they tell, each change is stated once.

use backend_tests::kit::{Directory, free_port};
use backend_tests::rehearsal::{microsoft, practice};
use consentry_server::clock::SystemClock;
use consentry_server::config::Observing;
use consentry_server::observer::follow::Followed;
use consentry_server::observer::reader::{Pace, Reader};
use consentry_server::observer::round::Round;
use consentry_server::store::{self, Store};
use practice_tenant::{Observer, Practice, Scenario};
use serde_json::{Value, json};
use std::sync::Arc;

const TENANT: &str = "birchwood.example";

struct Organization {
    practice: Practice,
    observing: Observing,
    reader: Reader,
    store: Arc<dyn Store>,
    _directory: Directory,
}

impl Organization {
    async fn new(scenario: Scenario) -> Self {
        let directory = Directory::new();
        let practice = practice(scenario, free_port()).await;
        let microsoft = microsoft(&directory, &practice, practice.addr);
        let text = format!(
            "database = \"{}\"\n[microsoft]\n{microsoft}\n[observer]\ntenant = \"{TENANT}\"\n\
             client_id = \"0b5e7fe2-6a1d-4c7b-9d1e-2f3a4b5c6d7e\"\nclient_secret = \"practice-secret\"\n",
            directory.path().join("observer.db").display()
        );
        let observing = Observing::load(&directory.write("consentry.toml", &text)).unwrap();
        let reader = Reader::open(
            &observing.microsoft,
            &observing.observers[0],
            Pace::default(),
        )
        .unwrap();
        Self {
            store: store::open(&observing.database).await.unwrap(),
            practice,
            observing,
            reader,
            _directory: directory,
        }
    }

    fn round(&self) -> Round<'_> {
        Round::quiet(&self.reader, &self.store, &self.observing.observers[0])
    }

    async fn whole(&self) {
        let outcome = self.round().run(&SystemClock).await.unwrap();
        assert!(outcome.complete, "{:?}", outcome.lists);
    }

    async fn follow(&self) -> Followed {
        self.round().follow(&SystemClock).await.unwrap()
    }

    async fn patch(&self, patch: Value) {
        let url = format!("http://{}/scenario", self.practice.control_addr);
        let answer = reqwest::Client::new().post(url).json(&patch).send();
        assert!(answer.await.unwrap().status().is_success());
    }

    /// Every change so far, by its kind and permission.
    async fn changes(&self) -> Vec<String> {
        let all = self.store.changes(TENANT.into(), 0, false, 1000).await;
        let text = |change: &Value| {
            let what = change["scope"].as_str().unwrap_or_default();
            format!("{} {what}", change["kind"].as_str().unwrap_or_default())
        };
        let mut all: Vec<String> = all
            .unwrap()
            .iter()
            .map(|change| text(&serde_json::from_str(&change.body).unwrap()))
            .collect();
        all.sort();
        all
    }
}

fn scenario() -> Scenario {
    Scenario {
        observer: Observer::Grants,
        graph_apps: 1500,
        graph_grants: 3000,
        ..Scenario::default()
    }
}

/// What the change of two grants and the end of one look like.
const CHANGED: [&str; 4] = [
    "delegated-added Mail.Send",
    "delegated-added Mail.Send",
    "delegated-removed Calendars.Read",
    "delegated-removed offline_access",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn plain_and_odd_deltas_tell_the_same_and_silent_ones_wait_for_the_whole_round() {
    for delta in ["plain", "odd", "silent"] {
        let organization = Organization::new(scenario()).await;
        organization.patch(json!({ "delta": delta })).await;
        organization.whole().await;
        // What the first round of an odd delta says of nothing is asked until that is settled.
        for _ in 0..3 {
            organization.follow().await;
        }
        assert_eq!(organization.changes().await, [""; 0]);
        organization
            .patch(json!({"graph_churn": 2, "graph_grants": 2999}))
            .await;
        for _ in 0..3 {
            let followed = organization.follow().await;
            assert!(matches!(followed, Followed::Done { .. }), "{followed:?}");
        }
        let expected = CHANGED;
        if delta == "silent" {
            assert_eq!(organization.changes().await, [""; 0]);
        } else {
            assert_eq!(organization.changes().await, expected, "{delta}");
        }
        organization.whole().await;
        assert_eq!(organization.changes().await, expected, "{delta}");
        organization.practice.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_idle_round_takes_four_requests_and_an_ended_delta_a_whole_one() {
    let organization = Organization::new(scenario()).await;
    organization.whole().await;
    let Followed::Done { changes, requests } = organization.follow().await else {
        panic!("nothing was in the way");
    };
    assert!(changes == 0 && requests <= 4, "{requests}");
    organization.patch(json!({ "delta": "ended" })).await;
    let followed = organization.follow().await;
    assert!(matches!(followed, Followed::Lost(_)), "{followed:?}");
    organization.patch(json!({ "delta": "plain" })).await;
    organization.whole().await;
    assert_eq!(organization.changes().await, [""; 0]);
    let followed = organization.follow().await;
    assert!(matches!(followed, Followed::Done { .. }), "{followed:?}");
    organization.practice.stop().await;
}
