//! Runs the checks when they are due, a few at a time.
//!
//! What is due is in the store, so a restart resumes where it was. Deliberately absent: any loop
//! that asks without a reason; it sleeps until the next check, or until it is woken.

use crate::jobs::checker;
use crate::ops::lease::Lease;
use crate::problems::error::Error;
use crate::state::State;
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::Semaphore;
use uuid::Uuid;

/// Checks that run at the same time.
const AT_ONCE: usize = 8;

/// Expired rows are removed this often.
const SWEEP: Duration = Duration::from_hours(1);

/// A connection nobody signs in to is forgotten after this long.
const UNUSED_MS: u64 = 24 * 60 * 60 * 1000;

/// Connections that are being checked: never two checks of one at once.
#[derive(Clone, Default)]
struct Running(Arc<Mutex<HashSet<Uuid>>>);

struct RunningCheck {
    running: Running,
    id: Uuid,
}

impl Running {
    fn enter(&self, id: Uuid) -> Option<RunningCheck> {
        let entered = self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(id);
        entered.then(|| RunningCheck {
            running: self.clone(),
            id,
        })
    }

    fn count(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}

impl Drop for RunningCheck {
    fn drop(&mut self) {
        self.running
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&self.id);
    }
}

/// Runs until the server stops.
pub async fn run(state: Arc<State>) {
    tokio::spawn(prepare(Arc::clone(&state)));
    let running = Running::default();
    let slots = Arc::new(Semaphore::new(AT_ONCE));
    let mut swept_at = None;
    loop {
        let now = state.clock.now();
        let passed = state.clock.monotonic();
        if swept_at.is_none_or(|at| passed >= at + SWEEP) {
            swept_at = Some(passed);
            sweep(&state, now).await;
        }
        let pause = start_due(&state, &running, &slots, now).await;
        tokio::select! {
            () = state.stop.cancelled() => return,
            () = state.wake.notified() => {}
            () = tokio::time::sleep(pause) => {}
        }
    }
}

/// Fetches Microsoft's signing keys before the first sign-in needs them; until then this server is
/// not ready.
async fn prepare(state: Arc<State>) {
    while let Err(unavailable) = state.microsoft.warm(state.clock.now()).await {
        tracing::warn!(reason = %unavailable, "the signing keys cannot be fetched yet");
        tokio::select! {
            () = state.stop.cancelled() => return,
            () = tokio::time::sleep(Duration::from_secs(5)) => {}
        }
    }
}

/// Starts what is due; says how long nothing else will be.
async fn start_due(
    state: &Arc<State>,
    running: &Running,
    slots: &Arc<Semaphore>,
    now: u64,
) -> Duration {
    // Those that run are still due; look past them.
    let limit = u32::try_from(running.count() + 64).unwrap_or(u32::MAX);
    let due = match state.store.due(now, limit).await {
        Ok(due) => due,
        Err(error) => {
            tracing::error!(%error, "the store cannot say what is due");
            return Duration::from_secs(5);
        }
    };
    for id in due {
        let Some(entered) = running.enter(id) else {
            continue;
        };
        let (state, slots) = (Arc::clone(state), Arc::clone(slots));
        tokio::spawn(async move {
            let Ok(_slot) = slots.acquire_owned().await else {
                return;
            };
            if let Err(error) = check(&state, id).await {
                error.log();
                // It is still due: not again at once.
                tokio::time::sleep(Duration::from_secs(5)).await;
            }
            drop(entered);
            state.wake.notify_one();
        });
    }
    // Another server that dies leaves what it had planned.
    let longest = if state.store.is_shared() {
        Duration::from_secs(5)
    } else {
        Duration::from_mins(1)
    };
    match state.store.next_due().await {
        // What is due now runs already and wakes this loop when it is done.
        Ok(Some(at)) if at > now => Duration::from_millis(at - now).min(longest),
        Ok(Some(_)) => Duration::from_secs(1),
        _ => longest,
    }
}

/// Checks a connection, unless another server does or did it meanwhile.
async fn check(state: &Arc<State>, id: Uuid) -> Result<(), Error> {
    let Some(lease) = Lease::take(&state.store, format!("check {id}")).await? else {
        // It is still due for this server. It is looked at again when the other one may be done.
        tokio::time::sleep(Duration::from_secs(1)).await;
        return Ok(());
    };
    if state.store.is_shared() {
        let connection = state.store.connection(id).await?;
        let due = connection.and_then(|connection| connection.status.next_check_at);
        if due.is_none_or(|due| due > state.clock.now()) {
            return Ok(());
        }
    }
    tokio::select! {
        done = checker::run(state, id) => done,
        // Another server has it now, and will do the whole check.
        () = lease.lost() => Ok(()),
    }
}

async fn sweep(state: &State, now: u64) {
    state.broadcaster.sweep(now);
    if let Err(error) = state.store.sweep(now, now.saturating_sub(UNUSED_MS)).await {
        tracing::error!(%error, "the store cannot be swept");
    }
}
