//! Tells receivers what changed: each change once and in its order, however long they are away.
//!
//! What was taken is a number in the store, beside the changes themselves: a break loses nothing,
//! and what is sent again has the ID it had before. `CloudEvents` 1.0
//! (<https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md>) with the
//! signature of Standard Webhooks (<https://www.standardwebhooks.com>), or a card for a Teams workflow. A summary of a day or
//! a week goes the same way.
//!
//! This is the one client that sends to addresses of other people, so it goes to public ones alone.

use crate::clock::Clock;
use crate::config::{DigestEvery, Receiver};
use crate::observer::difference::Change;
use crate::observer::digest::{self, Digest};
use crate::observer::due::last_end;
use crate::observer::message::{self, ON_CARD};
use crate::observer::public::Public;
use crate::observer::rows::{Summarized, Tenant, json, load};
use crate::store::observed::{Change as Numbered, Page};
use crate::store::{Store, StoreError};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder};
use secrecy::ExposeSecret;
use serde_json::Value;
use sha2::Sha256;
use std::sync::Arc;
use std::time::Duration;
use url::Url;

/// Changes that are read together.
const CHUNK: u32 = 100;

/// Sends to receivers.
pub struct Alerts {
    client: Client,
    clock: Arc<dyn Clock>,
}

/// What became of what was to be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// The receiver has all there is.
    All,
    /// It did not take something: that is sent again later, and nothing after it before.
    Later,
}

impl Alerts {
    /// Follows no redirect, gives up in time, and reaches public addresses alone.
    pub fn new(clock: Arc<dyn Clock>) -> reqwest::Result<Self> {
        let client = Client::builder()
            .user_agent(concat!("consentry/", env!("CARGO_PKG_VERSION")))
            .redirect(Policy::none())
            .referer(false)
            .no_proxy()
            .dns_resolver(Arc::new(Public))
            .connect_timeout(Duration::from_secs(5))
            .timeout(Duration::from_secs(15))
            .build()?;
        Ok(Self { client, clock })
    }

    /// Sends a receiver what it has not taken yet.
    pub async fn send(
        &self,
        store: &Arc<dyn Store>,
        key: &str,
        tenant: &Tenant,
        receiver: &Receiver,
    ) -> Result<Sent, StoreError> {
        let name = name(receiver);
        let mut after = store.delivered(key.to_owned(), name.clone()).await?;
        loop {
            let some = store.changes(key.to_owned(), after, false, CHUNK).await?;
            if some.is_empty() {
                return Ok(Sent::All);
            }
            let size = match receiver {
                Receiver::Webhook { .. } => 1,
                Receiver::Teams(_) => ON_CARD,
            };
            for few in some.chunks(size) {
                let Some(last) = few.last() else { continue };
                if !self.taken(receiver, tenant, few).await {
                    return Ok(Sent::Later);
                }
                after = last.number;
                store.deliver(key.to_owned(), name.clone(), after).await?;
            }
        }
    }

    /// Sends a receiver the summary of the day or week that ended last, if it hasn't had it. A receiver that is new gets
    /// the next one, and so does who has read nothing yet.
    pub async fn summarize(
        &self,
        store: &Arc<dyn Store>,
        key: &str,
        receiver: &Receiver,
        every: DigestEvery,
        now: u64,
    ) -> Result<Sent, StoreError> {
        let mut tenant = load(store, key).await?;
        if tenant.rounds == 0 {
            return Ok(Sent::All);
        }
        let (name, until) = (name(receiver), last_end(every, now));
        let summarized = match tenant.digests.get(&name) {
            Some(had) if had.until >= until => return Ok(Sent::All),
            Some(had) => {
                let time = (had.until, until);
                let digest = digest::of(store, key, &tenant, had.number, time).await?;
                if !self.summary(receiver, &tenant, &digest).await {
                    return Ok(Sent::Later);
                }
                Summarized {
                    until,
                    number: digest.last,
                }
            }
            None => {
                let newest = store.newest_changes(key.to_owned(), 1).await?;
                Summarized {
                    until: now,
                    number: newest.first().map_or(0, |change| change.number),
                }
            }
        };
        tenant.digests.insert(name, summarized);
        let page = Page {
            state: Some(json(&tenant)),
            ..Page::default()
        };
        store.add_page(key.to_owned(), page).await?;
        Ok(Sent::All)
    }

    /// Whether the receiver took a summary.
    async fn summary(&self, receiver: &Receiver, tenant: &Tenant, digest: &Digest) -> bool {
        let message = match receiver {
            Receiver::Webhook { .. } => message::summary(tenant, digest),
            Receiver::Teams(_) => message::summary_card(tenant, digest),
        };
        self.sent(receiver, &digest.id(tenant), &message).await
    }

    /// Whether the receiver took these changes.
    async fn taken(&self, receiver: &Receiver, tenant: &Tenant, few: &[Numbered]) -> bool {
        let read = few.iter().map(|change| serde_json::from_str(&change.body));
        // One that cannot be read was written by a newer version, which sends it.
        let changes: Vec<Change> = read.filter_map(Result::ok).collect();
        let Some(first) = changes.first() else {
            return true;
        };
        let message = match receiver {
            Receiver::Webhook { .. } => message::event(tenant, first),
            Receiver::Teams(_) => message::card(tenant, &changes),
        };
        self.sent(receiver, &first.id, &message).await
    }

    /// Whether the receiver took this message.
    async fn sent(&self, receiver: &Receiver, id: &str, message: &Value) -> bool {
        let request = match receiver {
            Receiver::Webhook { url, key } => {
                if !Public::may(url) {
                    return false;
                }
                let now = self.clock.now() / 1000;
                self.signed(url, key, id, now, message.to_string())
            }
            Receiver::Teams(address) => {
                let Ok(url) = Url::parse(address.expose_secret()) else {
                    return false;
                };
                if !Public::may(&url) {
                    return false;
                }
                self.client.post(url).json(message)
            }
        };
        match request.send().await {
            Ok(response) if response.status().is_success() => true,
            Ok(response) => {
                let status = response.status().as_u16();
                tracing::warn!(status, "a receiver of changes does not take them");
                false
            }
            Err(_) => {
                tracing::warn!("a receiver of changes cannot be reached");
                false
            }
        }
    }

    fn signed(&self, url: &Url, key: &[u8], id: &str, now: u64, body: String) -> RequestBuilder {
        self.client
            .post(url.clone())
            .header("content-type", "application/cloudevents+json")
            .header("webhook-id", id)
            .header("webhook-timestamp", now)
            .header("webhook-signature", signature(key, id, now, &body))
            .body(body)
    }
}

/// What a receiver is called in the store: its address may be a secret.
fn name(receiver: &Receiver) -> String {
    match receiver {
        Receiver::Webhook { .. } => "webhook".to_owned(),
        Receiver::Teams(_) => "teams".to_owned(),
    }
}

/// The signature of Standard Webhooks: of ID, time in Unix seconds and body.
///
/// # Panics
///
/// Never: HMAC takes a key of any length.
pub fn signature(key: &[u8], id: &str, now: u64, body: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.update(format!("{id}.{now}.{body}").as_bytes());
    format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_the_one_of_the_published_example() {
        // https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
        let key = STANDARD
            .decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
            .unwrap_or_default();
        let body = "{\"test\": 2432232314}";
        assert_eq!(
            signature(&key, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body),
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
        );
    }
}
