//! The key set of the identity platform, kept and refreshed.
//!
//! Keys roll without notice, several are valid at a time, and one may be withdrawn at once (facts:
//! backend 5). Deliberately absent: any fetch that a stranger could provoke at will.

use crate::clock::within;
use crate::sign_in::id_token::Key;
use crate::upstream::UpstreamUnavailable;
use std::future::Future;
use tokio::sync::Mutex;

/// Keys are fetched again after this long.
const KEEP_MS: u64 = 24 * 60 * 60 * 1000;

/// Old keys are used for this much longer while new ones cannot be fetched.
const STALE_MS: u64 = 24 * 60 * 60 * 1000;

/// An unknown key name leads to at most one fetch in this time.
const COOL_DOWN_MS: u64 = 5 * 60 * 1000;

/// After a fetch that failed, the next one is this far off.
const FAILED_MS: u64 = 30 * 1000;

/// The keys.
#[derive(Default)]
pub struct Keys(Mutex<Held>);

#[derive(Default)]
struct Held {
    keys: Vec<Key>,
    fetched_at: Option<u64>,
    missed_at: Option<u64>,
    failed_at: Option<u64>,
}

impl Held {
    fn find(&self, kid: &str) -> Option<Key> {
        self.keys.iter().find(|key| key.kid == kid).cloned()
    }

    fn fetched_within(&self, now: u64, span: u64) -> bool {
        self.fetched_at.is_some_and(|at| within(at, span, now))
    }

    fn keep(
        &mut self,
        fetched: Result<Vec<Key>, UpstreamUnavailable>,
        now: u64,
    ) -> Result<(), UpstreamUnavailable> {
        match fetched {
            Ok(keys) => {
                self.keys = keys;
                self.fetched_at = Some(now);
                self.failed_at = None;
                Ok(())
            }
            Err(unavailable) => {
                self.failed_at = Some(now);
                Err(unavailable)
            }
        }
    }
}

impl Keys {
    /// The key of that name. Whoever comes while it is being fetched waits for the same fetch.
    ///
    /// # Errors
    ///
    /// When the keys cannot be fetched and none are known.
    pub async fn find<F>(
        &self,
        kid: &str,
        now: u64,
        fetch: impl Fn() -> F,
    ) -> Result<Option<Key>, UpstreamUnavailable>
    where
        F: Future<Output = Result<Vec<Key>, UpstreamUnavailable>>,
    {
        let mut held = self.0.lock().await;
        let failed = held.failed_at.is_some_and(|at| within(at, FAILED_MS, now));
        if !held.fetched_within(now, KEEP_MS) {
            let usable = held.fetched_within(now, KEEP_MS + STALE_MS);
            let kept = if failed && usable {
                Err(UpstreamUnavailable::Unreachable)
            } else {
                let fetched = fetch().await;
                held.keep(fetched, now)
            };
            return match (kept, held.find(kid)) {
                (Ok(()), found) => Ok(found),
                (Err(_), Some(old)) if usable => Ok(Some(old)),
                (Err(unavailable), _) => Err(unavailable),
            };
        }
        let cooling = held
            .missed_at
            .is_some_and(|at| within(at, COOL_DOWN_MS, now));
        if held.find(kid).is_none() && !cooling && !failed {
            let fetched = fetch().await;
            held.keep(fetched, now)?;
            // A fetch that failed told nothing of this name, so only a good one counts.
            held.missed_at = Some(now);
        }
        Ok(held.find(kid))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    fn key(kid: &str) -> Key {
        Key {
            kid: kid.into(),
            kty: "RSA".into(),
            usage: None,
            n: String::new(),
            e: String::new(),
            issuer: None,
        }
    }

    #[tokio::test]
    async fn a_rolled_key_is_found_with_one_more_fetch() {
        let (keys, served) = (Keys::default(), Cell::new("old"));
        let fetch = || async { Ok(vec![key(served.get())]) };
        assert!(keys.find("old", 0, fetch).await.unwrap().is_some());
        served.set("new");
        assert!(keys.find("new", 1, fetch).await.unwrap().is_some());
    }

    #[tokio::test]
    async fn after_the_clock_was_set_back_a_rolled_key_is_found_and_a_withdrawn_one_is_not() {
        let (keys, served) = (Keys::default(), Cell::new("old"));
        let fetch = || async { Ok(vec![key(served.get())]) };
        let (late, early) = (7_200_000, 3_600_000);
        assert!(keys.find("old", late, fetch).await.unwrap().is_some());
        assert!(keys.find("unknown", late, fetch).await.unwrap().is_none());
        served.set("new");
        assert!(keys.find("new", early, fetch).await.unwrap().is_some());
        assert!(keys.find("old", early, fetch).await.unwrap().is_none());
    }

    #[tokio::test]
    async fn a_flood_of_unknown_names_fetches_once_in_five_minutes() {
        let (keys, fetches) = (Keys::default(), Cell::new(0));
        let fetch = || async {
            fetches.set(fetches.get() + 1);
            Ok(vec![key("known")])
        };
        for index in 0..10_000 {
            assert!(
                keys.find(&format!("unknown-{index}"), index, fetch)
                    .await
                    .unwrap()
                    .is_none()
            );
        }
        assert_eq!(
            fetches.get(),
            2,
            "the first fetch and one for an unknown name"
        );
        assert!(
            keys.find("known", COOL_DOWN_MS + 1, fetch)
                .await
                .unwrap()
                .is_some()
        );
        assert_eq!(fetches.get(), 2);
    }

    #[tokio::test]
    async fn a_withdrawn_key_is_gone_after_a_day() {
        let (keys, served) = (Keys::default(), Cell::new("old"));
        let fetch = || async { Ok(vec![key(served.get())]) };
        assert!(keys.find("old", 0, fetch).await.unwrap().is_some());
        served.set("new");
        assert!(
            keys.find("old", KEEP_MS - 1, fetch)
                .await
                .unwrap()
                .is_some()
        );
        assert!(keys.find("old", KEEP_MS, fetch).await.unwrap().is_none());
    }

    #[tokio::test]
    async fn while_the_keys_cannot_be_fetched_the_old_ones_count_for_a_day() {
        let (keys, fetches) = (Keys::default(), Cell::new(0));
        let good = || async { Ok(vec![key("old")]) };
        assert!(keys.find("old", 0, good).await.unwrap().is_some());
        let down = || async {
            fetches.set(fetches.get() + 1);
            Err(UpstreamUnavailable::Unreachable)
        };
        assert!(keys.find("old", KEEP_MS, down).await.unwrap().is_some());
        assert!(keys.find("old", KEEP_MS + 1, down).await.unwrap().is_some());
        assert_eq!(fetches.get(), 1, "a platform in trouble is left alone");
        let late = KEEP_MS + STALE_MS;
        assert!(keys.find("old", late - 1, down).await.unwrap().is_some());
        let late = late + FAILED_MS;
        assert_eq!(
            keys.find("old", late, down).await.err(),
            Some(UpstreamUnavailable::Unreachable)
        );
    }

    #[tokio::test]
    async fn an_unknown_name_during_an_outage_is_no_verdict() {
        let keys = Keys::default();
        let good = || async { Ok(vec![key("old")]) };
        assert!(keys.find("old", 0, good).await.unwrap().is_some());
        let down = || async { Err(UpstreamUnavailable::Unreachable) };
        assert!(keys.find("new", 1, down).await.is_err());
        let rolled = || async { Ok(vec![key("new")]) };
        let then = 1 + FAILED_MS;
        assert!(keys.find("new", then, rolled).await.unwrap().is_some());
    }
}
