//! One observer in a folder of its own.

use crate::fake::{CLIENT, Fake, TENANT};
use consentry_server::clock::SystemClock;
use consentry_server::config::Observing;
use consentry_server::observer::follow::Followed;
use consentry_server::observer::itself::Stopped;
use consentry_server::observer::once::{self, Done, Failed};
use consentry_server::observer::reader::{Pace, Reader};
use consentry_server::observer::round::{Outcome, Round};
use consentry_server::store::{self, Store};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::TempDir;

/// As patient as the real one, only faster.
pub(crate) fn pace() -> Pace {
    Pace {
        first_ms: 1,
        longest_ms: 4,
        ..Pace::default()
    }
}

pub(crate) struct Observer {
    pub(crate) fake: Fake,
    pub(crate) directory: TempDir,
}

impl Observer {
    /// Of a directory with that many apps.
    pub(crate) async fn of(apps: usize) -> Self {
        Self {
            fake: Fake::start(apps).await,
            directory: tempfile::tempdir().unwrap(),
        }
    }

    pub(crate) fn config(&self) -> Observing {
        let base = self.fake.world().base.clone();
        let raw = json!({
            "database": self.directory.path().join("observer.db"),
            "microsoft": {"login": base, "graph": base},
            "observer": {"tenant": TENANT, "client_id": CLIENT, "client_secret": "canary-secret"},
        });
        Observing::from_raw(serde_json::from_value(raw).unwrap()).unwrap()
    }

    pub(crate) fn out(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    pub(crate) async fn try_once(&self, name: &str) -> Result<Done, Failed> {
        let mut all = once::run(&self.config(), None, &self.out(name), pace()).await?;
        Ok(all.remove(0))
    }

    /// Reads once and gives the report.
    pub(crate) async fn once(&self) -> Value {
        self.try_once("report.json").await.unwrap();
        self.report()
    }

    /// Lists without a delta were read long ago.
    pub(crate) fn age_lists(&self) {
        let database = rusqlite::Connection::open(self.out("observer.db")).unwrap();
        let old = "UPDATE observer_list SET state = json_set(state, '$.ended', 0)";
        database.execute(old, []).unwrap();
    }

    pub(crate) fn report(&self) -> Value {
        serde_json::from_str(&self.text("report.json")).unwrap()
    }

    pub(crate) fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.out(name)).unwrap()
    }
}

/// A list of the report.
pub(crate) fn list(report: &Value, what: &str) -> Value {
    let lists = report["lists"].as_array().unwrap();
    lists
        .iter()
        .find(|list| list["what"] == what)
        .cloned()
        .unwrap_or_default()
}

/// Changes as `kind permission`.
pub(crate) fn changes(report: &Value) -> Vec<String> {
    let changes = report["changes"].as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    changes
        .iter()
        .map(|change| {
            let what = [&change["scope"], &change["value"]].map(text).concat();
            format!("{} {what}", text(&change["kind"]))
                .trim_end()
                .to_owned()
        })
        .collect()
}

pub(crate) fn app<'a>(report: &'a Value, object_id: &str) -> &'a Value {
    let apps = report["apps"].as_array().unwrap();
    apps.iter()
        .find(|app| app["object_id"] == object_id)
        .unwrap()
}

/// What a running server does, one round at a time.
pub(crate) struct Running {
    pub(crate) store: Arc<dyn Store>,
    observing: Observing,
    reader: Reader,
}

impl Running {
    /// On the store of [`Observer::try_once`].
    pub(crate) async fn of(observer: &Observer) -> Self {
        let observing = observer.config();
        let reader = Reader::open(&observing.microsoft, &observing.observers[0], pace()).unwrap();
        Self {
            store: store::open(&observing.database).await.unwrap(),
            observing,
            reader,
        }
    }

    fn round(&self) -> Round<'_> {
        Round::quiet(&self.reader, &self.store, &self.observing.observers[0])
    }

    /// A whole round.
    pub(crate) async fn whole(&self) -> Outcome {
        self.round().run(&SystemClock).await.unwrap()
    }

    /// A round that follows the deltas.
    pub(crate) async fn follow(&self) -> Result<Followed, Stopped> {
        self.round().follow(&SystemClock).await
    }

    /// As [`Self::follow`], to its end: changes and requests.
    pub(crate) async fn done(&self) -> (usize, u64) {
        match self.follow().await.unwrap() {
            Followed::Done { changes, requests } => (changes, requests),
            other => panic!("{other:?}"),
        }
    }

    /// Every change so far, as `kind permission`.
    pub(crate) async fn changes(&self) -> Vec<String> {
        let all = self.store.changes(TENANT.into(), 0, false, 1000).await;
        let all: Vec<Value> = all
            .unwrap()
            .iter()
            .map(|change| serde_json::from_str(&change.body).unwrap())
            .collect();
        changes(&json!({ "changes": all }))
    }
}
