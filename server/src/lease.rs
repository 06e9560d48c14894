//! A lease on something that no two servers may do at once, renewed while it is held.
//!
//! Where one server is alone with its store there is nobody to wait for, and a lease is free.

use crate::store::{Store, StoreError};
use std::sync::Arc;
use std::time::Duration;
use tokio_util::sync::{CancellationToken, DropGuard};
use uuid::Uuid;

/// A holder that dies is waited for this long.
const TTL: Duration = Duration::from_secs(30);

/// Several renewals may fail before it is lost.
const RENEW: Duration = Duration::from_secs(8);

/// A held lease.
pub struct Lease {
    lost: CancellationToken,
    _given_back: Option<DropGuard>,
}

impl Lease {
    /// Takes the lease of that name; nothing while somebody else has it.
    pub async fn take(store: &Arc<dyn Store>, name: String) -> Result<Option<Self>, StoreError> {
        let lost = CancellationToken::new();
        if !store.is_shared() {
            return Ok(Some(Self {
                lost,
                _given_back: None,
            }));
        }
        let holder = Uuid::new_v4();
        let ttl = u64::try_from(TTL.as_millis()).unwrap_or(u64::MAX);
        if !store.lease(name.clone(), holder, ttl).await? {
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
        }))
    }

    /// Ends when the lease is not held any more: what it was for must stop.
    pub async fn lost(&self) {
        self.lost.cancelled().await;
    }
}

async fn renew(
    store: Arc<dyn Store>,
    name: String,
    holder: Uuid,
    ttl: u64,
    done: CancellationToken,
    lost: CancellationToken,
) {
    let mut renewed = tokio::time::Instant::now();
    loop {
        tokio::select! {
            () = done.cancelled() => break,
            () = tokio::time::sleep(RENEW) => {}
        }
        let asked = tokio::time::Instant::now();
        match store.lease(name.clone(), holder, ttl).await {
            Ok(true) => renewed = asked,
            // Whether it is still ours is known only from when it was last renewed.
            Err(_) if renewed.elapsed() + RENEW < TTL => {}
            Ok(false) | Err(_) => return lost.cancel(),
        }
    }
    // If this fails, it ends by itself.
    let _ = store.release(name, holder).await;
}
