//! The observer's app-only tokens (RFC 6749 section 4.4,
//! <https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow>): asked
//! for when needed, renewed before they end and whenever Microsoft Graph refuses one.

use crate::clock::Clock;
use crate::config::{self, Observer};
use crate::problems::{self, Answer, Endpoint, Found};
use crate::secrets::credential::{self, Credential, Proof, Token};
use crate::sign_in::claims;
use crate::upstream::{self, UpstreamUnavailable};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde_json::Value;
use std::sync::Arc;
use tokio::sync::Mutex;

/// Token answers are a few kilobytes.
const BODY_CAP: usize = 256 * 1024;

/// A token is renewed this long before its end.
const EARLY_MS: u64 = 5 * 60 * 1000;

/// Why there is no token.
#[derive(Clone, Debug)]
pub enum NoToken {
    /// Microsoft refuses.
    Refused(Found),
    /// Microsoft does not say.
    Silent(UpstreamUnavailable),
    /// The machine's managed identity gives none.
    Machine(credential::NoToken),
}

/// Tokens of one observer for one tenant.
pub struct Tokens {
    http: reqwest::Client,
    endpoint: String,
    /// Microsoft Graph.
    resource: String,
    observer: Observer,
    clock: Arc<dyn Clock>,
    held: Mutex<Option<Held>>,
}

#[derive(Clone)]
struct Held {
    token: Arc<SecretString>,
    ends: u64,
}

#[derive(Deserialize)]
struct Granted {
    access_token: SecretString,
    #[serde(default)]
    expires_in: Option<u64>,
}

impl Tokens {
    /// With the client of [`upstream::client`].
    pub fn new(
        http: reqwest::Client,
        microsoft: &config::Microsoft,
        observer: Observer,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self {
            http,
            endpoint: format!("{}/{}/oauth2/v2.0/token", microsoft.login, observer.tenant),
            resource: microsoft.graph.clone(),
            observer,
            clock,
            held: Mutex::default(),
        }
    }

    /// A token that can be used now.
    pub async fn current(&self) -> Result<Arc<SecretString>, NoToken> {
        let mut held = self.held.lock().await;
        let now = self.clock.now();
        if let Some(held) = held.as_ref().filter(|held| now + EARLY_MS < held.ends) {
            return Ok(Arc::clone(&held.token));
        }
        let new = self.ask(None, now).await?;
        *held = Some(new.clone());
        Ok(new.token)
    }

    /// Another token than this one, which was refused. `challenge` is what it has to satisfy.
    pub async fn renewed(
        &self,
        refused: &Arc<SecretString>,
        challenge: Option<&str>,
    ) -> Result<Arc<SecretString>, NoToken> {
        let mut held = self.held.lock().await;
        if let Some(held) = held
            .as_ref()
            .filter(|held| !Arc::ptr_eq(&held.token, refused))
        {
            return Ok(Arc::clone(&held.token));
        }
        let new = self.ask(challenge, self.clock.now()).await?;
        *held = Some(new.clone());
        Ok(new.token)
    }

    /// One request for each credential until one is accepted.
    async fn ask(&self, challenge: Option<&str>, now: u64) -> Result<Held, NoToken> {
        let mut last = NoToken::Refused(problems::named("server-credential-refused"));
        for credential in self.observer.credentials.to_try(now) {
            match self.ask_with(credential, challenge, now).await {
                Ok(held) => return Ok(held),
                Err(NoToken::Refused(found)) if found.code() == "server-credential-refused" => {
                    last = NoToken::Refused(found);
                }
                Err(other) => return Err(other),
            }
        }
        Err(last)
    }

    async fn ask_with(
        &self,
        credential: &Credential,
        challenge: Option<&str>,
        now: u64,
    ) -> Result<Held, NoToken> {
        if let Proof::Identity(identity) = &credential.proof
            && identity.is_observer()
        {
            let token = identity.token(&self.resource, now).await;
            let Token { token, ends } = token.map_err(NoToken::Machine)?;
            return Ok(Held { token, ends });
        }
        let client_id = &self.observer.client_id;
        let mut form = vec![
            ("grant_type", "client_credentials".to_owned()),
            ("client_id", client_id.clone()),
            ("scope", format!("{}/.default", self.resource)),
            ("claims", claims::request(challenge)),
        ];
        match &credential.proof {
            Proof::Secret(secret) => {
                form.push(("client_secret", secret.expose_secret().to_owned()));
            }
            proof => {
                let refused = problems::named("server-credential-refused");
                let signed = if let Proof::Identity(identity) = proof {
                    let token = identity.assertion(&self.endpoint, now).await;
                    Some(token.map_err(NoToken::Machine)?.expose_secret().to_owned())
                } else {
                    proof.assertion(client_id, &self.endpoint, now).await
                };
                let kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
                form.push(("client_assertion_type", kind.to_owned()));
                form.push(("client_assertion", signed.ok_or(NoToken::Refused(refused))?));
            }
        }
        let sent = self.http.post(&self.endpoint).form(&form).send().await;
        let response = sent.map_err(|_| NoToken::Silent(UpstreamUnavailable::Unreachable))?;
        if let Some(pause) = upstream::pause(&response, now) {
            return Err(NoToken::Silent(pause));
        }
        let is_granted = response.status().is_success();
        let body = upstream::body(response, BODY_CAP)
            .await
            .map_err(NoToken::Silent)?;
        if !is_granted {
            return Err(NoToken::Refused(refused(&body)));
        }
        let granted: Granted = serde_json::from_slice(&body)
            .map_err(|_| NoToken::Silent(UpstreamUnavailable::Unreadable))?;
        Ok(Held {
            token: Arc::new(granted.access_token),
            // What does not say is used until it is refused, or for as long as the shortest is valid.
            ends: now + granted.expires_in.unwrap_or(60 * 60) * 1000,
        })
    }
}

/// What a refusal means (RFC 6749 section 5.2). Whatever else a service may put into its fields says nothing.
fn refused(body: &[u8]) -> Found {
    let body: Value = serde_json::from_slice(body).unwrap_or_default();
    let text = |name: &str| body[name].as_str();
    let codes = body["error_codes"].as_array();
    let codes: Vec<u64> = codes
        .into_iter()
        .flatten()
        .filter_map(Value::as_u64)
        .collect();
    let answer = Answer {
        error: text("error").unwrap_or_default(),
        description: text("error_description").unwrap_or_default(),
        codes: &codes,
        uri: text("error_uri"),
        suberror: text("suberror"),
        is_challenge: text("claims").is_some(),
    };
    problems::of_oauth(Endpoint::App, &answer)
}
