//! The observer itself as news: that it is lost, that it is back, and that it may read more or less than before. Each is
//! a change like any other, so it is told once, in order, and by every receiver.
//!
//! What was told stands in the store beside the change and in the same write: a restart tells nothing twice.

use crate::clock::rfc3339;
use crate::config::Observer;
use crate::observer::difference::{Change, Named};
use crate::observer::fault::Fault;
use crate::observer::itself::Stopped;
use crate::observer::level::Level;
use crate::observer::rows::{Lost, Tenant, json, load, numbered};
use crate::observer::token::NoToken;
use crate::store::observed::Accepted;
use crate::store::{Store, StoreError};
use std::sync::Arc;

/// After so long without a whole round it does not matter that the reason passes by itself.
const LONG_MS: u64 = 24 * 60 * 60 * 1000;

/// What the observer is called in a change.
const NAME: &str = "Consentry Observer";

/// Writes down that the observer reads nothing, if that is news. One that never read anything was never there to be
/// lost.
pub async fn lost(
    store: &Arc<dyn Store>,
    observer: &Observer,
    stopped: &Stopped,
    now: u64,
) -> Result<(), StoreError> {
    let mut tenant = load(store, &observer.tenant).await?;
    let is_long = tenant.last().saturating_add(LONG_MS) <= now;
    let Some(reason) = reason(stopped, is_long) else {
        return Ok(());
    };
    if tenant.rounds == 0 || tenant.lost.is_some() {
        return Ok(());
    }
    tracing::error!(tenant = observer.tenant, reason, "the observer is lost");
    let change = change(observer, "observer-lost", Some(&reason), now);
    tenant.lost = Some(Lost { since: now, reason });
    write(store, observer, &tenant, vec![change]).await
}

/// Writes down that the observer reads, and at which level, as far as that is news.
pub async fn back(
    store: &Arc<dyn Store>,
    observer: &Observer,
    level: &Level,
    now: u64,
) -> Result<(), StoreError> {
    let mut tenant = load(store, &observer.tenant).await?;
    let mut changes = Vec::new();
    if let Some(lost) = tenant.lost.take() {
        tracing::info!(
            tenant = observer.tenant,
            reason = lost.reason,
            "the observer is back"
        );
        changes.push(change(observer, "observer-back", Some(&lost.reason), now));
    }
    let (before, after) = (tenant.level, level.number());
    if before != 0 && before != after {
        tracing::warn!(
            tenant = observer.tenant,
            before,
            after,
            "the observer's level changed"
        );
        let levels = format!("from level {before} to level {after}");
        changes.push(change(
            observer,
            "observer-level-changed",
            Some(&levels),
            now,
        ));
    }
    if changes.is_empty() && before == after {
        return Ok(());
    }
    tenant.level = after;
    write(store, observer, &tenant, changes).await
}

/// Why it is lost, as a code; nothing for what passes by itself and has not lasted.
fn reason(stopped: &Stopped, is_long: bool) -> Option<String> {
    if let Some(found) = stopped.passing() {
        return is_long.then(|| found.code().to_owned());
    }
    Some(match stopped {
        Stopped::Forbidden(_) => "permission-forbidden".to_owned(),
        Stopped::Unverified(Fault::Refused(404, _)) => "registration-gone".to_owned(),
        Stopped::Token(Fault::NoToken(NoToken::Refused(found))) => found.code().to_owned(),
        Stopped::Token(Fault::NoToken(NoToken::Machine(_))) => "identity-missing".to_owned(),
        Stopped::Unverified(_) | Stopped::Nothing | Stopped::Token(_) => {
            "permission-missing".to_owned()
        }
        // The database, which says nothing of the observer.
        Stopped::Store(_) => return None,
    })
}

fn change(observer: &Observer, kind: &str, value: Option<&str>, now: u64) -> Change {
    let itself = Named {
        object_id: observer.client_id.clone(),
        app_id: observer.client_id.clone(),
        name: NAME.to_owned(),
    };
    Change {
        value: value.map(str::to_owned),
        ..Change::new(kind, &itself, &rfc3339(now))
    }
}

async fn write(
    store: &Arc<dyn Store>,
    observer: &Observer,
    tenant: &Tenant,
    changes: Vec<Change>,
) -> Result<(), StoreError> {
    let key = &observer.tenant;
    let accepted = Accepted {
        state: json(tenant),
        changes: numbered(store, key, changes).await?,
        ..Accepted::default()
    };
    store.accept(key.clone(), accepted).await
}
