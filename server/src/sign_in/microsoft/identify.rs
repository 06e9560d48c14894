//! Who signed in: an `id_token`, and the keys that it may be signed with.

use super::Microsoft;
use super::fault::Unidentified;
use crate::config::Authority;
use crate::sign_in::discovery::Metadata;
use crate::sign_in::id_token::{self, Expected, Identity, Key, Refusal};
use crate::upstream::UpstreamUnavailable;
use serde::Deserialize;
use std::sync::atomic::Ordering;

impl Microsoft {
    /// Who an `id_token` says has signed in, if it can be believed.
    ///
    /// # Errors
    ///
    /// When the token is not valid, or the keys cannot be fetched.
    pub async fn identify(
        &self,
        id_token: &str,
        expected: &Expected<'_>,
    ) -> Result<Identity, Unidentified> {
        let kid = id_token::key_id(id_token).map_err(Unidentified::Refused)?;
        let metadata = self.metadata(expected.now).await;
        let metadata = metadata.map_err(|_| Unidentified::Untrusted)?;
        // A domain is known to stand for one tenant as soon as the platform has said which.
        if let (Some(tenant), Authority::Domain(_)) = (metadata.tenant(), expected.authority) {
            let expected = Expected {
                authority: &Authority::Tenant(tenant),
                ..*expected
            };
            return self.identify_at(id_token, &kid, &metadata, &expected).await;
        }
        self.identify_at(id_token, &kid, &metadata, expected).await
    }

    async fn identify_at(
        &self,
        id_token: &str,
        kid: &str,
        metadata: &Metadata,
        expected: &Expected<'_>,
    ) -> Result<Identity, Unidentified> {
        let client = expected.client_id;
        let Some(keys) = self.keys.get(client) else {
            return Err(Unidentified::Refused(Refusal::Audience));
        };
        let address = metadata.keys_of(client);
        let fetch = || self.fetch_keys(&address, expected.now);
        let key = keys.find(kid, expected.now, fetch).await;
        let key = key
            .map_err(Unidentified::Unavailable)?
            .ok_or(Unidentified::Refused(Refusal::UnknownKey))?;
        id_token::check(id_token, &key, expected).map_err(Unidentified::Refused)
    }

    /// Fetches the keys unless they are there already.
    ///
    /// # Errors
    ///
    /// When the metadata or a key set cannot be fetched.
    pub async fn warm(&self, now: u64) -> Result<(), UpstreamUnavailable> {
        let metadata = self
            .metadata(now)
            .await
            .map_err(|_| UpstreamUnavailable::Unreadable)?;
        for (client, keys) in &self.keys {
            let address = metadata.keys_of(client);
            keys.find("", now, || self.fetch_keys(&address, now))
                .await?;
        }
        self.known.store(true, Ordering::Relaxed);
        Ok(())
    }

    /// Whether the keys were ever had: without them nobody can sign in.
    pub fn is_known(&self) -> bool {
        self.known.load(Ordering::Relaxed)
    }

    async fn fetch_keys(&self, address: &str, now: u64) -> Result<Vec<Key>, UpstreamUnavailable> {
        #[derive(Deserialize)]
        struct KeySet {
            keys: Vec<serde_json::Value>,
        }
        let body = self.fetch(address, now).await?;
        let set: KeySet =
            serde_json::from_slice(&body).map_err(|_| UpstreamUnavailable::Unreadable)?;
        // A key of a kind that is not known here is no reason to lose the others.
        Ok(set
            .keys
            .into_iter()
            .filter_map(|key| serde_json::from_value(key).ok())
            .collect())
    }
}
