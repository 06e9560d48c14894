//! What the identity platform says of itself (OpenID Connect Discovery, RFC 8414; facts: protocol
//! A1, A2, F34), kept and refreshed.
//!
//! It is used only where it says what the configuration lets it say: its issuer is the
//! authority's, its endpoints are on the same origin. Deliberately absent: anything a stranger
//! could make this server fetch at will.

use crate::clock::within;
use crate::config::Authority;
use crate::sign_in::id_token;
use crate::upstream::UpstreamUnavailable;
use serde::Deserialize;
use std::future::Future;
use std::sync::{Arc, PoisonError, RwLock};
use tokio::sync::Mutex;
use url::Url;
use uuid::Uuid;

/// It is asked for again after this long (facts: backend 5).
const KEEP_MS: u64 = 24 * 60 * 60 * 1000;

/// What was learned stays usable for this much longer while the platform cannot be reached.
const STALE_MS: u64 = 24 * 60 * 60 * 1000;

/// After a failure it is not asked for this long.
const COOL_DOWN_MS: u64 = 30 * 1000;

/// The placeholder in the issuer of an authority for many tenants.
const TEMPLATE: &str = "{tenantid}";

/// Where things are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metadata {
    /// The issuer, or its template.
    pub issuer: String,
    /// Authorization endpoint.
    pub authorize: String,
    /// Token endpoint.
    pub token: String,
    /// Key set.
    pub keys: String,
    /// Revocation endpoint (RFC 7009). Entra has none.
    pub revoke: Option<String>,
    /// Whether each answer names its issuer (RFC 9207 section 3).
    pub names_issuer: bool,
    segment: String,
}

/// Why a discovery document is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidMetadata {
    /// It is not a discovery document.
    #[error("it is not a discovery document")]
    Shape,
    /// Its issuer is another one.
    #[error("its issuer is not the configured authority's")]
    Issuer,
    /// An endpoint is on another origin.
    #[error("an endpoint is on another origin than the sign-in")]
    Endpoint,
}

/// Why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MetadataError {
    /// The platform does not answer, and its last answer is too old.
    Unavailable(UpstreamUnavailable),
    /// Its answer is not valid.
    Invalid(InvalidMetadata),
}

#[derive(Deserialize)]
struct Document {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    jwks_uri: String,
    #[serde(default)]
    revocation_endpoint: Option<String>,
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

impl Metadata {
    /// Where the document is.
    pub fn address(login: &str, authority: &Authority) -> String {
        format!(
            "{login}/{}/v2.0/.well-known/openid-configuration",
            authority.segment()
        )
    }

    /// What Microsoft documents, for the time before it could be asked.
    pub fn documented(login: &str, authority: &Authority) -> Self {
        let segment = authority.segment();
        let tenant = match authority {
            Authority::Tenant(id) => id,
            _ => TEMPLATE,
        };
        let base = format!("{login}/{segment}");
        Self {
            issuer: id_token::issuer(login, tenant),
            authorize: format!("{base}/oauth2/v2.0/authorize"),
            token: format!("{base}/oauth2/v2.0/token"),
            keys: format!("{base}/discovery/v2.0/keys"),
            revoke: None,
            names_issuer: false,
            segment: segment.to_owned(),
        }
    }

    /// What a document says, if it may say so.
    ///
    /// # Errors
    ///
    /// The first rule that the document breaks.
    pub fn read(body: &[u8], login: &str, authority: &Authority) -> Result<Self, InvalidMetadata> {
        let document: Document =
            serde_json::from_slice(body).map_err(|_| InvalidMetadata::Shape)?;
        if !is_issuer(&document.issuer, login, authority) {
            return Err(InvalidMetadata::Issuer);
        }
        let home = Url::parse(login)
            .map_err(|_| InvalidMetadata::Shape)?
            .origin();
        let endpoints = [
            Some(&document.authorization_endpoint),
            Some(&document.token_endpoint),
            Some(&document.jwks_uri),
            document.revocation_endpoint.as_ref(),
        ];
        for endpoint in endpoints.into_iter().flatten() {
            let url = Url::parse(endpoint).map_err(|_| InvalidMetadata::Endpoint)?;
            let plain =
                url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
            if url.origin() != home || !plain {
                return Err(InvalidMetadata::Endpoint);
            }
        }
        Ok(Self {
            issuer: document.issuer,
            authorize: document.authorization_endpoint,
            token: document.token_endpoint,
            keys: document.jwks_uri,
            revoke: document.revocation_endpoint,
            names_issuer: document.authorization_response_iss_parameter_supported,
            segment: authority.segment().to_owned(),
        })
    }

    /// The authorization endpoint of one tenant: the authority's, with the tenant in its place.
    pub fn authorize_of(&self, tenant: &str) -> String {
        Self::in_tenant(&self.authorize, &self.segment, tenant)
    }

    /// The key set of one app. An app whose claims are mapped signs with keys of its own, which are in no other set
    /// (<https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-the-signature>).
    pub fn keys_of(&self, client_id: &str) -> String {
        let Ok(mut url) = Url::parse(&self.keys) else {
            return self.keys.clone();
        };
        if !url.query_pairs().any(|(name, _)| name == "appid") {
            url.query_pairs_mut().append_pair("appid", client_id);
        }
        url.into()
    }

    /// The token endpoint of one tenant: the authority's, with the tenant in its place.
    pub fn token_of(&self, tenant: &str) -> String {
        Self::in_tenant(&self.token, &self.segment, tenant)
    }

    /// The tenant that the authority stands for, where the issuer names one.
    pub fn tenant(&self) -> Option<String> {
        let (_, rest) = self
            .issuer
            .rsplit_once("/v2.0")
            .map(|(start, _)| start.rsplit_once('/'))??;
        Uuid::try_parse(rest).ok().map(|id| id.to_string())
    }

    fn in_tenant(endpoint: &str, segment: &str, tenant: &str) -> String {
        let Ok(mut url) = Url::parse(endpoint) else {
            return endpoint.to_owned();
        };
        let rest = url
            .path()
            .strip_prefix(&format!("/{segment}/"))
            .map(|rest| format!("/{tenant}/{rest}"));
        match rest {
            Some(path) => {
                url.set_path(&path);
                url.into()
            }
            None => endpoint.to_owned(),
        }
    }
}

/// Many tenants: the template, letter by letter. One: its own issuer. A domain stands for a tenant
/// that only the issuer names.
fn is_issuer(issuer: &str, login: &str, authority: &Authority) -> bool {
    match authority {
        Authority::Organizations | Authority::Common => issuer == id_token::issuer(login, TEMPLATE),
        Authority::Tenant(id) => issuer == id_token::issuer(login, id),
        Authority::Domain(_) => {
            let tenant = issuer
                .strip_prefix(&format!("{login}/"))
                .and_then(|rest| rest.strip_suffix("/v2.0"));
            tenant.is_some_and(|tenant| Uuid::try_parse(tenant).is_ok())
        }
    }
}

/// The metadata, kept.
#[derive(Default)]
pub struct Discovery {
    known: RwLock<Known>,
    flight: Mutex<()>,
}

#[derive(Clone, Default)]
struct Known {
    metadata: Option<Arc<Metadata>>,
    fetched_at: u64,
    failed: Option<(u64, MetadataError)>,
}

impl Known {
    fn fresh(&self, now: u64) -> Option<Arc<Metadata>> {
        let metadata = self.metadata.clone()?;
        within(self.fetched_at, KEEP_MS, now).then_some(metadata)
    }

    fn usable(&self, now: u64) -> Option<Arc<Metadata>> {
        let metadata = self.metadata.clone()?;
        within(self.fetched_at, KEEP_MS + STALE_MS, now).then_some(metadata)
    }

    fn is_cooling(&self, now: u64) -> bool {
        self.failed
            .as_ref()
            .is_some_and(|(at, _)| within(*at, COOL_DOWN_MS, now))
    }
}

impl Discovery {
    /// What is known now; it is fetched if that is due. Whoever comes meanwhile waits for the same
    /// fetch, or goes on with what was known before.
    ///
    /// # Errors
    ///
    /// When nothing usable is known and none can be fetched.
    pub async fn current<F>(
        &self,
        now: u64,
        fetch: impl FnOnce() -> F,
    ) -> Result<Arc<Metadata>, MetadataError>
    where
        F: Future<Output = Result<Metadata, MetadataError>>,
    {
        let known = self.known();
        if let Some(fresh) = known.fresh(now) {
            return Ok(fresh);
        }
        let usable = known.usable(now);
        let _flight = match (self.flight.try_lock(), usable) {
            (Ok(flight), _) => flight,
            (Err(_), Some(usable)) => return Ok(usable),
            (Err(_), None) => self.flight.lock().await,
        };
        let known = self.known();
        if let Some(fresh) = known.fresh(now) {
            return Ok(fresh);
        }
        if !known.is_cooling(now) {
            let fetched = fetch().await;
            let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
            match fetched {
                Ok(metadata) => {
                    *known = Known {
                        metadata: Some(Arc::new(metadata)),
                        fetched_at: now,
                        failed: None,
                    };
                }
                Err(unknown) => known.failed = Some((now, unknown)),
            }
        }
        let known = self.known();
        match (known.usable(now), known.failed) {
            (Some(usable), _) => Ok(usable),
            (None, Some((_, unknown))) => Err(unknown),
            (None, None) => Err(MetadataError::Unavailable(UpstreamUnavailable::Unreachable)),
        }
    }

    fn known(&self) -> Known {
        self.known
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

#[cfg(test)]
mod tests;
