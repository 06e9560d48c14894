//! Tokens of the observers for single questions: of an observer that is known to be able to read, and
//! nothing else.

use crate::clock::Clock;
use crate::config::{self, Observer};
use crate::observer::itself;
use crate::observer::reader::{Pace, Reader};
use secrecy::SecretString;
use std::sync::Arc;
use tokio::sync::Mutex;

/// An observer is trusted for this long before it checks itself again.
const CHECKED_MS: u64 = 60 * 60 * 1000;

/// One that was refused, or could not be asked, is asked again after this long.
const AGAIN_MS: u64 = 5 * 60 * 1000;

/// The observers of all tenants.
pub struct Proofs {
    all: Vec<Proof>,
    clock: Arc<dyn Clock>,
}

struct Proof {
    observer: Observer,
    reader: Reader,
    checked: Mutex<Option<Checked>>,
}

/// What the last self-check found, and until when it counts.
#[derive(Clone, Copy)]
struct Checked {
    is_good: bool,
    until: u64,
}

impl Proofs {
    /// One for each observer. One that cannot be opened answers nothing, and `doctor` says why.
    pub fn new(
        microsoft: &config::Microsoft,
        observers: &[Observer],
        clock: Arc<dyn Clock>,
    ) -> Self {
        let open = |observer: &Observer| {
            let reader = Reader::open(microsoft, observer, Pace::default()).ok()?;
            Some(Proof {
                observer: observer.clone(),
                reader,
                checked: Mutex::default(),
            })
        };
        Self {
            all: observers.iter().filter_map(open).collect(),
            clock,
        }
    }

    /// A token of the tenant's observer; nothing where there is none, or where it must not be used.
    pub async fn token(&self, tenant: &str) -> Option<Arc<SecretString>> {
        let proof = self
            .all
            .iter()
            .find(|proof| proof.observer.tenant.eq_ignore_ascii_case(tenant))?;
        let mut checked = proof.checked.lock().await;
        let now = self.clock.now();
        let found = if let Some(checked) = checked.filter(|checked| now < checked.until) {
            checked
        } else {
            let level = itself::level(&proof.reader, &proof.observer.client_id).await;
            if let Err(stopped) = &level {
                tracing::warn!(tenant, reason = %stopped, "the observer answers nothing");
            }
            let kept = if level.is_ok() { CHECKED_MS } else { AGAIN_MS };
            Checked {
                is_good: level.is_ok(),
                until: now.saturating_add(kept),
            }
        };
        *checked = Some(found);
        drop(checked);
        if !found.is_good {
            return None;
        }
        proof.reader.token().await.ok()
    }
}
