//! A managed identity of Azure: a token from the machine itself, without a secret.
//!
//! Two documented endpoints: the instance metadata service of virtual machines, scale sets, Container Instances and
//! Kubernetes nodes
//! (<https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token>), and the one
//! that App Service, Functions and Container Apps name in the environment
//! (<https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference>). Others (Azure Arc,
//! Service Fabric) ask for more and are refused by name.
//!
//! The token is for Microsoft Graph, where the identity is the observer itself; otherwise it is an assertion for a
//! registration that trusts the identity
//! (<https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity>).

use crate::body;
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder, StatusCode};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;
use url::Url;

/// The instance metadata service has this address on every machine.
const METADATA: &str = "http://169.254.169.254";

/// A token is asked for anew this long before its end.
const EARLY_MS: u64 = 5 * 60 * 1000;

/// Token answers are a few kilobytes.
const BODY_CAP: usize = 256 * 1024;

/// A managed identity.
pub struct Identity {
    http: Client,
    source: Source,
    /// Of a user-assigned one; the machine's own otherwise.
    client_id: Option<String>,
    /// Whether it is the observer itself, and not what a registration trusts.
    is_observer: bool,
    held: Mutex<HashMap<String, Token>>,
}

/// Where tokens are.
#[derive(Clone)]
enum Source {
    Metadata(Url),
    Service { endpoint: Url, header: SecretString },
}

/// A token, and when it ends: Unix milliseconds.
#[derive(Clone)]
pub struct Token {
    /// The token.
    pub token: Arc<SecretString>,
    /// Unix milliseconds.
    pub ends: u64,
}

/// Why a managed identity cannot be used here at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unusable {
    /// A service that asks for more than is built.
    #[error("managed identities of Azure Arc and of Service Fabric aren't supported")]
    Elsewhere,
    /// What the environment names is no address.
    #[error("IDENTITY_ENDPOINT is no address")]
    Address,
    /// TLS.
    #[error("the HTTP client can't be built")]
    Client,
}

/// Why there is no token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoToken {
    /// There is no such identity on this machine.
    #[error(
        "this machine doesn't have that managed identity: assign it to the machine, or check its client ID"
    )]
    Refused,
    /// The endpoint has trouble, or is being updated.
    #[error("the endpoint for managed identities is busy: try again in a minute")]
    Busy,
    /// Nothing answers: this machine may have no identity at all.
    #[error(
        "nothing answers for managed identities: this isn't a machine of Azure, it has no identity, or something \
         blocks the way to 169.254.169.254"
    )]
    Unreachable,
    /// The answer has another form than documented.
    #[error("what answers for managed identities doesn't answer as documented")]
    Unreadable,
}

#[derive(Deserialize)]
struct Answer {
    access_token: SecretString,
    /// Unix seconds, as text or as a number.
    expires_on: serde_json::Value,
}

impl Identity {
    /// As an environment has it.
    ///
    /// # Errors
    ///
    /// When it names a service that is not supported.
    pub fn of(
        variable: &dyn Fn(&str) -> Option<String>,
        client_id: Option<String>,
        is_observer: bool,
    ) -> Result<Self, Unusable> {
        let address = |text: &str| Url::parse(text).map_err(|_| Unusable::Address);
        if variable("IDENTITY_SERVER_THUMBPRINT").is_some() || variable("IMDS_ENDPOINT").is_some() {
            return Err(Unusable::Elsewhere);
        }
        let source = match (variable("IDENTITY_ENDPOINT"), variable("IDENTITY_HEADER")) {
            (Some(endpoint), Some(header)) => Source::Service {
                endpoint: address(&endpoint)?,
                header: header.into(),
            },
            (Some(_), None) => return Err(Unusable::Elsewhere),
            // The variable that Microsoft's own libraries take another address from.
            (None, _) => {
                let other = variable("AZURE_POD_IDENTITY_AUTHORITY_HOST");
                Source::Metadata(address(other.as_deref().unwrap_or(METADATA))?)
            }
        };
        // The endpoint is on this machine: no proxy is asked, and nothing leads away from it.
        let http = Client::builder()
            .no_proxy()
            .redirect(Policy::none())
            .connect_timeout(Duration::from_secs(2))
            .timeout(Duration::from_secs(15))
            .build()
            .map_err(|_| Unusable::Client)?;
        Ok(Self {
            http,
            source,
            client_id,
            is_observer,
            held: Mutex::default(),
        })
    }

    /// Whether it is the observer itself: then its token for Microsoft Graph is all there is to ask for.
    pub fn is_observer(&self) -> bool {
        self.is_observer
    }

    /// An assertion for a registration that trusts it, at the token endpoint of a cloud.
    ///
    /// # Errors
    ///
    /// Why there is none.
    pub async fn assertion(&self, endpoint: &str, now: u64) -> Result<Arc<SecretString>, NoToken> {
        Ok(self.token(audience(endpoint), now).await?.token)
    }

    /// A token for a resource, such as `https://graph.microsoft.com`.
    ///
    /// # Errors
    ///
    /// Why there is none.
    pub async fn token(&self, resource: &str, now: u64) -> Result<Token, NoToken> {
        let mut held = self.held.lock().await;
        if let Some(token) = held.get(resource)
            && now.saturating_add(EARLY_MS) < token.ends
        {
            return Ok(token.clone());
        }
        let token = self.ask(resource).await?;
        held.insert(resource.to_owned(), token.clone());
        Ok(token)
    }

    async fn ask(&self, resource: &str) -> Result<Token, NoToken> {
        let sent = self.request(resource).send().await;
        let response = sent.map_err(|_| NoToken::Unreachable)?;
        match response.status() {
            status if status.is_success() => {}
            // 404 and 410 come while the endpoint is being updated.
            StatusCode::NOT_FOUND | StatusCode::GONE | StatusCode::TOO_MANY_REQUESTS => {
                return Err(NoToken::Busy);
            }
            status if status.is_server_error() => return Err(NoToken::Busy),
            _ => return Err(NoToken::Refused),
        }
        let body = body::read(response, BODY_CAP).await;
        let body = body.ok_or(NoToken::Unreadable)?;
        let answer: Answer = serde_json::from_slice(&body).map_err(|_| NoToken::Unreadable)?;
        let ends = match &answer.expires_on {
            serde_json::Value::String(text) => text.parse().ok(),
            number => number.as_u64(),
        };
        Ok(Token {
            token: Arc::new(answer.access_token),
            ends: ends.ok_or(NoToken::Unreadable)?.saturating_mul(1000),
        })
    }

    fn request(&self, resource: &str) -> RequestBuilder {
        let (url, version, name, value) = match &self.source {
            Source::Metadata(base) => {
                let mut url = base.clone();
                url.set_path("/metadata/identity/oauth2/token");
                (url, "2018-02-01", "metadata", "true")
            }
            Source::Service { endpoint, header } => {
                let header = header.expose_secret();
                (endpoint.clone(), "2019-08-01", "x-identity-header", header)
            }
        };
        let mut query = vec![("api-version", version), ("resource", resource)];
        query.extend(self.client_id.as_deref().map(|id| ("client_id", id)));
        self.http.get(url).query(&query).header(name, value)
    }
}

/// What an assertion is for, in the cloud of a token endpoint.
fn audience(endpoint: &str) -> &'static str {
    let host = Url::parse(endpoint).ok();
    let host = host.as_ref().and_then(Url::host_str).unwrap_or_default();
    let top = host.rsplit('.').next().unwrap_or_default();
    if top == "us" {
        "api://AzureADTokenExchangeUSGov"
    } else if top == "cn" {
        "api://AzureADTokenExchangeChina"
    } else {
        "api://AzureADTokenExchange"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(variables: &[(&str, &str)]) -> Result<Identity, Unusable> {
        let variable = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        Identity::of(&variable, None, true)
    }

    #[test]
    fn the_environment_says_where_tokens_are() {
        let built = of(&[])
            .ok()
            .map(|one| one.request("https://g").build().unwrap());
        let built = built.unwrap();
        assert_eq!(
            built.url().as_str(),
            "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fg"
        );
        assert_eq!(built.headers()["metadata"], "true");
        let service = of(&[
            ("IDENTITY_ENDPOINT", "http://127.0.0.1:41/msi/token"),
            ("IDENTITY_HEADER", "canary"),
        ]);
        let built = service
            .ok()
            .map(|one| one.request("r").build().unwrap())
            .unwrap();
        assert_eq!(
            built.url().as_str(),
            "http://127.0.0.1:41/msi/token?api-version=2019-08-01&resource=r"
        );
        assert_eq!(built.headers()["x-identity-header"], "canary");
    }

    #[test]
    fn services_that_ask_for_more_are_refused() {
        for variables in [
            &[
                ("IDENTITY_ENDPOINT", "http://localhost:40342"),
                ("IMDS_ENDPOINT", "http://localhost:40342"),
            ][..],
            &[
                ("IDENTITY_ENDPOINT", "https://x"),
                ("IDENTITY_HEADER", "h"),
                ("IDENTITY_SERVER_THUMBPRINT", "t"),
            ],
            &[("IDENTITY_ENDPOINT", "http://localhost:1")],
        ] {
            assert_eq!(of(variables).err(), Some(Unusable::Elsewhere));
        }
        let odd = of(&[("IDENTITY_ENDPOINT", "x"), ("IDENTITY_HEADER", "h")]);
        assert_eq!(odd.err(), Some(Unusable::Address));
    }

    #[test]
    fn each_cloud_has_an_audience() {
        for (endpoint, expected) in [
            (
                "https://login.microsoftonline.com/t/oauth2/v2.0/token",
                "api://AzureADTokenExchange",
            ),
            (
                "https://login.microsoftonline.us/t/oauth2/v2.0/token",
                "api://AzureADTokenExchangeUSGov",
            ),
            (
                "https://login.partner.microsoftonline.cn/t/oauth2/v2.0/token",
                "api://AzureADTokenExchangeChina",
            ),
        ] {
            assert_eq!(audience(endpoint), expected);
        }
    }
}
