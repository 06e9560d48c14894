//! Tells receivers what changed: each change once and in its order, however long they are away.
//!
//! What was taken is a number in the store, beside the changes themselves: a break loses nothing,
//! and what is sent again has the ID it had before. `CloudEvents` 1.0
//! (<https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md>) with the
//! signature of Standard Webhooks (<https://www.standardwebhooks.com>), or a card for a Teams workflow.
//!
//! This is the one client that sends to addresses of other people, so it goes to public ones alone.

use crate::clock::Clock;
use crate::config::Receiver;
use crate::observer::difference::Change;
use crate::observer::public::Public;
use crate::observer::rows::Tenant;
use crate::store::observed::Change as Numbered;
use crate::store::{Store, StoreError};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder};
use secrecy::ExposeSecret;
use serde_json::{Value, json};
use sha2::Sha256;
use std::sync::Arc;
use std::time::Duration;
use url::Url;

/// Changes that are read together.
const CHUNK: u32 = 100;

/// Changes on one card: it holds 28 KB (<https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook>).
const ON_CARD: usize = 20;

/// A name on a card is cut after so many characters.
const NAME: usize = 120;

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

    /// Whether the receiver took these changes.
    async fn taken(&self, receiver: &Receiver, tenant: &Tenant, few: &[Numbered]) -> bool {
        let read = few.iter().map(|change| serde_json::from_str(&change.body));
        // One that cannot be read was written by a newer version, which sends it.
        let changes: Vec<Change> = read.filter_map(Result::ok).collect();
        let Some(first) = changes.first() else {
            return true;
        };
        let request = match receiver {
            Receiver::Webhook { url, key } => {
                if !Public::may(url) {
                    return false;
                }
                let now = self.clock.now() / 1000;
                let body = event(tenant, first).to_string();
                self.signed(url, key, &first.id, now, body)
            }
            Receiver::Teams(address) => {
                let Ok(url) = Url::parse(address.expose_secret()) else {
                    return false;
                };
                if !Public::may(&url) {
                    return false;
                }
                self.client.post(url).json(&card(tenant, &changes))
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

/// One change as an event.
pub fn event(tenant: &Tenant, change: &Change) -> Value {
    let mut data = serde_json::to_value(change).unwrap_or_default();
    data["tenant"] = json!({ "id": tenant.id, "name": tenant.name });
    json!({
        "specversion": "1.0",
        "id": change.id,
        "source": format!("urn:consentry:tenant:{}", tenant.id),
        "type": format!("consentry.observer.{}", change.kind),
        "time": change.found,
        "subject": subject(change),
        "datacontenttype": "application/json",
        "data": data,
    })
}

/// What it is about: an app in the tenant, or the observer itself.
fn subject(change: &Change) -> String {
    if change.kind.starts_with("observer-") {
        format!("observers/{}", change.app.app_id)
    } else {
        format!("servicePrincipals/{}", change.app.object_id)
    }
}

/// Some changes as an Adaptive Card (<https://adaptivecards.io/explorer/AdaptiveCard.html>).
fn card(tenant: &Tenant, changes: &[Change]) -> Value {
    let place = if tenant.name.is_empty() {
        &tenant.id
    } else {
        &tenant.name
    };
    let mut body = vec![json!({
        "type": "TextBlock", "size": "Medium", "weight": "Bolder", "wrap": true,
        "text": plain(&format!("Apps of {place}: {} changes", changes.len())),
    })];
    body.extend(
        changes.iter().map(
            |change| json!({ "type": "TextBlock", "wrap": true, "text": plain(&line(change)) }),
        ),
    );
    json!({
        "type": "message",
        "attachments": [{
            "contentType": "application/vnd.microsoft.card.adaptive",
            "content": {
                "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
                "type": "AdaptiveCard", "version": "1.4", "body": body,
            },
        }],
    })
}

fn line(change: &Change) -> String {
    let name: String = change.app.name.chars().take(NAME).collect();
    let permission = change.scope.clone().or_else(|| change.value.clone());
    let audience = change.audience.clone().map(String::from);
    let parts = [
        Some(format!("{}: {name} ({})", change.kind, change.app.app_id)),
        permission,
        audience.map(|audience| format!("for {audience}")),
        change.who.as_ref().map(|who| format!("by {who}")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Text without what a card takes for markup.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() {
            out.push(' ');
            continue;
        }
        if "\\`*_{}[]()#+!<>|~".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observer::difference::Named;

    fn change() -> Change {
        Change {
            id: "id-1".into(),
            kind: "delegated-added".into(),
            app: Named {
                object_id: "o".into(),
                app_id: "a".into(),
                name: "[x](https://a.example)".into(),
            },
            resource_app_id: Some("r".into()),
            scope: Some("Mail.Read".into()),
            value: None,
            audience: Some(crate::observer::snapshot::Audience::All),
            who: None,
            when: None,
            found: "2026-11-30T08:00:00Z".into(),
        }
    }

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

    #[test]
    fn an_event_has_what_cloudevents_require_and_the_whole_change() {
        let tenant = Tenant {
            id: "t".into(),
            name: "Birchwood".into(),
            ..Tenant::default()
        };
        let event = event(&tenant, &change());
        for key in ["specversion", "id", "source", "type", "time", "subject"] {
            assert!(event[key].is_string(), "{key}");
        }
        assert_eq!(event["data"]["tenant"]["name"], "Birchwood");
        assert_eq!(event["data"]["scope"], "Mail.Read");
        assert_eq!(event["data"]["for"], "all");
    }

    #[test]
    fn a_name_on_a_card_is_no_link() {
        let card = card(&Tenant::default(), &[change()]).to_string();
        assert!(!card.contains("[x](https"), "{card}");
    }
}
