//! A lease on something that no two servers may do at once, renewed while it is held.
//!
//! Where one server is alone with its store there is nobody to wait for, and a lease is free.

use crate::store::{Store, StoreError};
use std::fs::{File, TryLockError};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio_util::sync::{CancellationToken, DropGuard};
use uuid::Uuid;

/// A holder that dies is waited for this long.
const TTL: Duration = Duration::from_secs(30);

/// A held lease.
pub struct Lease {
    lost: CancellationToken,
    _given_back: Option<DropGuard>,
    _locked: Option<File>,
}

impl Lease {
    /// Takes the lease of that name; nothing while somebody else has it.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn take(store: &Arc<dyn Store>, name: String) -> Result<Option<Self>, StoreError> {
        if store.is_shared() {
            return Self::hold(store, name, TTL).await;
        }
        Ok(Some(Self::alone(None)))
    }

    fn alone(locked: Option<File>) -> Self {
        Self {
            lost: CancellationToken::new(),
            _given_back: None,
            _locked: locked,
        }
    }

    /// As [`Self::take`], also where no other server shares the store: another command may. A holder
    /// that dies is waited for `ttl`; where the store is a file, not at all, for the system gives its
    /// lock back.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn hold(
        store: &Arc<dyn Store>,
        name: String,
        ttl: Duration,
    ) -> Result<Option<Self>, StoreError> {
        if let Some(path) = store.file() {
            return Ok(lock(path, &name)?.map(|file| Self::alone(Some(file))));
        }
        let lost = CancellationToken::new();
        let holder = Uuid::new_v4();
        if !store.lease(name.clone(), holder, milliseconds(ttl)).await? {
            return Ok(None);
        }
        let done = CancellationToken::new();
        let renewer = renew(
            Arc::clone(store),
            name,
            holder,
            ttl,
            done.clone(),
            lost.clone(),
        );
        tokio::spawn(renewer);
        Ok(Some(Self {
            lost,
            _given_back: Some(done.drop_guard()),
            _locked: None,
        }))
    }

    /// Ends when the lease is not held any more: what it was for must stop.
    pub async fn lost(&self) {
        self.lost.cancelled().await;
    }
}

/// Locks a file beside the database; nothing while another program has it.
fn lock(database: &Path, name: &str) -> Result<Option<File>, StoreError> {
    let mut path = database.as_os_str().to_owned();
    path.push(format!(".{}.lock", name.replace('/', "-")));
    let failed = |error: std::io::Error| StoreError::Database(error.to_string());
    let file = File::create(path).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(failed(error)),
    }
}

fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

async fn renew(
    store: Arc<dyn Store>,
    name: String,
    holder: Uuid,
    ttl: Duration,
    done: CancellationToken,
    lost: CancellationToken,
) {
    let mut renewed = tokio::time::Instant::now();
    // Several renewals may fail before it is lost.
    let pause = ttl / 4;
    loop {
        tokio::select! {
            () = done.cancelled() => break,
            () = tokio::time::sleep(pause) => {}
        }
        let asked = tokio::time::Instant::now();
        match store.lease(name.clone(), holder, milliseconds(ttl)).await {
            Ok(true) => renewed = asked,
            // Whether it is still ours is known only from when it was last renewed.
            Err(_) if renewed.elapsed() + pause < ttl => {}
            Ok(false) | Err(_) => return lost.cancel(),
        }
    }
    // If this fails, it ends by itself.
    let _ = store.release(name, holder).await;
}
