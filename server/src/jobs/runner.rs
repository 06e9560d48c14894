//! Runs the checks when they are due, so many at a time: those of connections that somebody watches here, and those of
//! all others, each with slots of their own. Who is watched never waits behind who is not.
//!
//! What is due is in the store, so a restart resumes where it was; a check without a slot waits there, and is taken by
//! the other slots once somebody watches. Deliberately absent: any loop that asks without a reason; it sleeps until the
//! next check, or until it is woken.

use crate::jobs::checker;
use crate::ops::lease::Lease;
use crate::problems::error::Error;
use crate::state::State;
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::Semaphore;
use uuid::Uuid;

/// Checks that run at the same time, of connections that nobody watches. A check is about ten requests to Microsoft
/// Graph and a second of waiting: of what Graph allows an app this is a fortieth (docs/scale.md).
const UNWATCHED: usize = 32;

/// Those of connections that somebody watches, besides.
const WATCHED: usize = 64;

/// Room for checks.
struct Slots {
    watched: Arc<Semaphore>,
    unwatched: Arc<Semaphore>,
}

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
    let slots = Slots {
        watched: Arc::new(Semaphore::new(WATCHED)),
        unwatched: Arc::new(Semaphore::new(UNWATCHED)),
    };
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
async fn start_due(state: &Arc<State>, running: &Running, slots: &Slots, now: u64) -> Duration {
    // Those that run are still due; look past them.
    let watched = state.broadcaster.due(now, running.count() + WATCHED);
    start(state, running, &slots.watched, watched);
    let free = slots.unwatched.available_permits();
    if free > 0 {
        let limit = u32::try_from(running.count() + free).unwrap_or(u32::MAX);
        match state.store.due(now, limit).await {
            Ok(due) => start(state, running, &slots.unwatched, due),
            Err(error) => {
                tracing::error!(%error, "the store cannot say what is due");
                return Duration::from_secs(5);
            }
        }
    }
    let pause = pause(state, now).await;
    match state.broadcaster.next_due(now) {
        Some(at) => pause.min(Duration::from_millis(at - now)),
        None => pause,
    }
}

/// Starts checks for as long as there are slots. The others stay due.
fn start(state: &Arc<State>, running: &Running, slots: &Arc<Semaphore>, due: Vec<Uuid>) {
    for id in due {
        let Some(entered) = running.enter(id) else {
            continue;
        };
        let Ok(slot) = Arc::clone(slots).try_acquire_owned() else {
            return;
        };
        let state = Arc::clone(state);
        tokio::spawn(async move {
            let checked = check(&state, id).await;
            drop(slot);
            state.wake.notify_one();
            // It may still be due: not again at once.
            match checked {
                Ok(Checked::Done) => {}
                Ok(Checked::Elsewhere) => tokio::time::sleep(Duration::from_secs(1)).await,
                Err(error) => {
                    error.log();
                    tokio::time::sleep(Duration::from_secs(5)).await;
                }
            }
            drop(entered);
            state.wake.notify_one();
        });
    }
}

/// How long nothing will be due that is not now.
async fn pause(state: &State, now: u64) -> Duration {
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

/// What became of a check.
enum Checked {
    /// It was made, or was not due any more.
    Done,
    /// Another server is at it. It is looked at again when that one may be done.
    Elsewhere,
}

/// Checks a connection, unless another server does or did it meanwhile.
async fn check(state: &Arc<State>, id: Uuid) -> Result<Checked, Error> {
    let Some(lease) = Lease::take(&state.store, format!("check {id}")).await? else {
        return Ok(Checked::Elsewhere);
    };
    let connection = state.store.connection(id).await?;
    let due = connection.and_then(|connection| connection.status.next_check_at);
    if due.is_none_or(|due| due > state.clock.now()) {
        state.broadcaster.plan(id, due);
        return Ok(Checked::Done);
    }
    tokio::select! {
        done = checker::run(state, id) => done.map(|()| Checked::Done),
        // It will do the whole check.
        () = lease.lost() => Ok(Checked::Elsewhere),
    }
}

async fn sweep(state: &State, now: u64) {
    state.broadcaster.sweep(now);
    if let Err(error) = state.store.sweep(now, now.saturating_sub(UNUSED_MS)).await {
        tracing::error!(%error, "the store cannot be swept");
    }
}
