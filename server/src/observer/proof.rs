//! Tokens of the observers for single questions: of an observer that is known to be able to read, and
//! nothing else.

use crate::clock::Clock;
use crate::config::{self, Observer};
use crate::observer::itself::{self, Stopped};
use crate::observer::reader::{Pace, Reader};
use crate::problems::{self, Found};
use secrecy::SecretString;
use std::sync::Arc;
use tokio::sync::Mutex;

/// An observer is trusted for this long before it checks itself again.
const CHECKED_MS: u64 = 60 * 60 * 1000;

/// One that was refused is asked again after this long.
const AGAIN_MS: u64 = 5 * 60 * 1000;

/// One that could not be asked is asked again after this long.
const SOON_MS: u64 = 15 * 1000;

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
#[derive(Clone)]
struct Checked {
    wrong: Option<Found>,
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
        self.ask(tenant).await.ok()
    }

    /// As [`Self::token`], or why not.
    ///
    /// # Errors
    ///
    /// What is wrong with the observer, or that there is none.
    pub async fn ask(&self, tenant: &str) -> Result<Arc<SecretString>, Found> {
        let mut all = self.all.iter();
        let proof = all.find(|proof| proof.observer.tenant.eq_ignore_ascii_case(tenant));
        let proof = proof.ok_or_else(|| problems::named("observer-missing"))?;
        let mut checked = proof.checked.lock().await;
        let now = self.clock.now();
        let known = checked.clone().filter(|checked| now < checked.until);
        let found = if let Some(known) = known {
            known
        } else {
            let level = itself::level(&proof.reader, &proof.observer.client_id).await;
            if let Err(stopped) = &level {
                tracing::warn!(tenant, reason = %stopped, "the observer answers nothing");
            }
            let wrong = level.err();
            let kept = match &wrong {
                None => CHECKED_MS,
                Some(stopped) if stopped.passing().is_some() => SOON_MS,
                Some(_) => AGAIN_MS,
            };
            Checked {
                wrong: wrong.map(|stopped| stopped.found()),
                until: now.saturating_add(kept),
            }
        };
        let wrong = found.wrong.clone();
        *checked = Some(found);
        drop(checked);
        if let Some(wrong) = wrong {
            return Err(wrong);
        }
        let token = proof.reader.token().await;
        token.map_err(|fault| Stopped::Token(fault).found())
    }
}
