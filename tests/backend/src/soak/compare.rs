//! The ledger against what is there.

use super::fault::Faults;
use super::ledger::{Known, Ledger};
use super::{Base, Figures, Plan, Stage, secrets};
use crate::rehearsal::state;
use consentry_server::record::verify::verify;
use consentry_wire::api::Status;
use consentry_wire::record::{Event, Export};
use reqwest::{Client, StatusCode};
use serde_json::Value;

/// Brings everything up again, and compares.
pub(super) async fn run(plan: Plan, stage: Stage, ledger: Ledger, faults: Faults) -> Figures {
    stage.microsoft.reopen();
    for index in 0..stage.count() {
        if let Some(mut server) = stage.take(index) {
            server.signal_kill();
            server.ended().await;
        }
        stage.start(index).await;
    }
    let mut violations = std::mem::take(&mut ledger.book().violations);
    violations.extend(faults.violations);
    let http = Client::new();
    let known: Vec<(String, Known)> = ledger.book().known.drain().collect();
    let mut entries = 0;
    for (id, known) in &known {
        match compare(&stage, &http, id, known).await {
            Ok(count) => entries += count,
            Err(what) => violations.push(format!("{id}: {what}")),
        }
    }
    let seen = state(&stage.practice).await;
    let count = |value: &Value| value.as_u64().unwrap();
    let codes = (
        count(&seen["codes_redeemed"]),
        count(&seen["counters"]["codes_replayed"]),
    );
    if codes.1 > 0 {
        violations.push(format!("{} codes were redeemed twice", codes.1));
    }
    if count(&seen["counters"]["graph_writes_refused"]) > 0 {
        violations.push("Graph was asked to change something".into());
    }
    // What is in no file may be in memory still: first an orderly end.
    for index in 0..stage.count() {
        if let Some(server) = stage.take(index) {
            server.terminate().await;
        }
    }
    if plan.base == Base::Sqlite {
        let database = rusqlite::Connection::open(&stage.database).unwrap();
        let said: String = database
            .query_row("PRAGMA integrity_check", [], |row| row.get(0))
            .unwrap();
        if said != "ok" {
            violations.push(format!("the database is damaged: {said}"));
        }
    }
    let book = ledger.book();
    let (logs, stored) = (stage.logs(), stage.stored());
    for secret in secrets::found(&logs, &book.secrets) {
        violations.push(format!("a log holds the secret {secret}"));
    }
    for text in secrets::suspicious(&logs) {
        violations.push(format!("a log holds what looks like a secret: {text}…"));
    }
    for secret in secrets::found(&stored, &book.secrets) {
        violations.push(format!("the database holds the secret {secret}"));
    }
    let mut create_ms = book.create_ms.clone();
    Figures {
        store: format!("{:?}", plan.base).to_lowercase(),
        seconds: plan.lasts.as_secs(),
        seed: plan.seed,
        acknowledged: book.acknowledged.clone(),
        failed: book.failed.clone(),
        faults: faults.counts,
        left_out: faults.left_out,
        ready_again_ms: {
            let mut times = stage.ready_ms.lock().unwrap().clone();
            (share(&mut times, 50), share(&mut times, 100))
        },
        create_ms: (share(&mut create_ms, 50), share(&mut create_ms, 99)),
        codes,
        entries,
        log_bytes: logs.len() as u64,
        violations,
    }
}

/// The value below which so many percent are.
fn share(values: &mut [u64], percent: usize) -> u64 {
    values.sort_unstable();
    let last = values.len().saturating_sub(1);
    values
        .get(last * percent / 100)
        .copied()
        .unwrap_or_default()
}

/// One connection: how many entries its record has, or what is wrong.
async fn compare(stage: &Stage, http: &Client, id: &str, known: &Known) -> Result<u64, String> {
    let path = format!("/api/v1/connections/{id}");
    for (index, bearer) in known.bearers.iter().enumerate() {
        let answer = http.get(stage.url(&path)).bearer_auth(bearer).send().await;
        let answer = answer.map_err(|error| error.to_string())?;
        match (answer.status(), known.deleting, known.deleted) {
            (StatusCode::OK, true, true) => return Err("it was deleted, and is there".into()),
            (StatusCode::UNAUTHORIZED, true, _) => return Ok(0),
            (StatusCode::OK, ..) => {}
            (status, ..) => return Err(format!("it is lost: bearer {index} gets {status}")),
        }
        let status: Status = answer.json().await.map_err(|error| error.to_string())?;
        if status.revision < known.revision {
            return Err(format!(
                "it went back from revision {} to {}",
                known.revision, status.revision
            ));
        }
        if known.signed_in && status.tenant.is_none() {
            return Err("its sign-in is lost".into());
        }
    }
    let bearer = &known.bearers[0];
    let answer = http
        .get(stage.url(&format!("{path}/record")))
        .bearer_auth(bearer)
        .send()
        .await
        .map_err(|error| error.to_string())?;
    let text = answer.text().await.map_err(|error| error.to_string())?;
    let whole = verify(&text).map_err(|broken| format!("its record is broken: {broken:?}"))?;
    let export: Export = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let events = || export.entries.iter().map(|sealed| &sealed.entry.event);
    if known.signed_in && !events().any(|event| matches!(event, Event::SignedIn { .. })) {
        return Err("its sign-in is not in its record".into());
    }
    for mark in &known.seen {
        let is_in = |event: &Event| match event {
            Event::Seen { seen, .. } => seen.scopes.contains(mark),
            _ => false,
        };
        if !events().any(is_in) {
            return Err(format!("the report {mark} is not in its record"));
        }
    }
    Ok(whole.head.entries)
}
