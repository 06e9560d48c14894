//! The key set of the identity platform, kept and refreshed.
//!
//! Keys roll without notice, several are valid at a time, and one may be withdrawn at once (facts:
//! backend 5). Deliberately absent: any fetch that a stranger could provoke at will.

use crate::http::Silence;
use crate::id_token::Key;
use std::future::Future;
use tokio::sync::Mutex;

/// Keys are fetched again after this long.
const KEEP_MS: u64 = 24 * 60 * 60 * 1000;

/// An unknown key name leads to at most one fetch in this time.
const COOL_DOWN_MS: u64 = 5 * 60 * 1000;

/// The keys.
#[derive(Default)]
pub struct Keys(Mutex<Held>);

#[derive(Default)]
struct Held {
    keys: Vec<Key>,
    fetched_at: Option<u64>,
    missed_at: Option<u64>,
}

impl Held {
    fn find(&self, kid: &str) -> Option<Key> {
        self.keys.iter().find(|key| key.kid == kid).cloned()
    }
}

impl Keys {
    /// The key of that name. Whoever comes while it is being fetched waits for the same fetch.
    pub async fn find<F>(
        &self,
        kid: &str,
        now: u64,
        fetch: impl Fn() -> F,
    ) -> Result<Option<Key>, Silence>
    where
        F: Future<Output = Result<Vec<Key>, Silence>>,
    {
        let mut held = self.0.lock().await;
        let fresh = held
            .fetched_at
            .is_some_and(|at| now < at.saturating_add(KEEP_MS));
        if !fresh {
            held.keys = fetch().await?;
            held.fetched_at = Some(now);
            return Ok(held.find(kid));
        }
        let cooling = held
            .missed_at
            .is_some_and(|at| now < at.saturating_add(COOL_DOWN_MS));
        if held.find(kid).is_none() && !cooling {
            held.missed_at = Some(now);
            held.keys = fetch().await?;
            held.fetched_at = Some(now);
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
}
