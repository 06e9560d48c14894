//! The Microsoft identity platform: the authorization URL and the token endpoint (RFC 6749, PKCE of
//! RFC 7636; facts: protocol A1, A3, A4).
//!
//! Deliberately absent: any grant but code, refresh and client credentials, and any use of what
//! Microsoft writes for people.

mod fault;
mod answer;

mod authorize;
mod token;
mod identify;

use crate::config::{App, Authority, Config};
use crate::sign_in::discovery::{Discovery, InvalidMetadata, Metadata, MetadataError};
use crate::sign_in::jwks::Keys;
use crate::upstream::{self, UpstreamUnavailable};
use answer::Registered;
use oauth2::{AuthType, AuthUrl, Client, ClientId, RedirectUrl, TokenUrl};
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

pub use fault::{TokenFault, Unidentified, of_unavailable};
pub use token::Tokens;

/// Token answers are a few kilobytes, the key set a few dozen.
const BODY_CAP: usize = 256 * 1024;

/// The identity platform.
pub struct Microsoft {
    http: reqwest::Client,
    config: Arc<Config>,
    discovery: Discovery,
    /// By client id: an app may have signing keys of its own.
    keys: HashMap<String, Keys>,
    known: AtomicBool,
}

impl Microsoft {
    /// With the client of [`upstream::client`].
    pub fn new(http: reqwest::Client, config: Arc<Config>) -> Self {
        let apps = config.apps.iter().map(|app| app.client_id.clone());
        let observers = config.observers.iter().map(|one| one.client_id.clone());
        let clients = apps.chain(observers);
        Self {
            keys: clients.map(|client| (client, Keys::default())).collect(),
            http,
            config,
            discovery: Discovery::default(),
            known: AtomicBool::new(false),
        }
    }

    /// The authority that people are sent to: that of a tenant, where it is known or was named and this server serves
    /// many. Guests and partners would land in their own tenant otherwise.
    pub fn authority(&self, tenant: Option<&str>) -> String {
        let microsoft = &self.config.microsoft;
        let configured = microsoft.authority.segment();
        let tenant = tenant.filter(|_| microsoft.authority.is_for_many());
        format!("{}/{}", microsoft.login, tenant.unwrap_or(configured))
    }

    /// Whether this server may have sent people to that authority, as it is configured now.
    pub fn is_authority(&self, authority: &str) -> bool {
        let configured = &self.config.microsoft.authority;
        authority == self.authority(None)
            || self.segment(authority).is_some_and(|segment| {
                configured.is_for_many() && Authority::of_tenant(segment).is_some()
            })
    }

    fn segment<'a>(&self, authority: &'a str) -> Option<&'a str> {
        let rest = authority.strip_prefix(&self.config.microsoft.login)?;
        rest.strip_prefix('/').filter(|rest| !rest.is_empty())
    }

    /// The tenant that an authority stands for: its id, or what the platform says that a domain of it is. Nothing where
    /// it stands for many, or the platform does not say.
    pub async fn tenant_of(&self, authority: &str, now: u64) -> Option<String> {
        match Authority::of_tenant(self.segment(authority)?)? {
            Authority::Tenant(id) => Some(id),
            domain => {
                let login = &self.config.microsoft.login;
                let body = self.fetch(&Metadata::address(login, &domain), now).await;
                Metadata::read(&body.ok()?, login, &domain).ok()?.tenant()
            }
        }
    }

    /// Why nobody can sign in to a tenant here, as far as the platform says so: there is none, or its metadata lead to
    /// another of Microsoft's clouds, as those of a tenant of another cloud do
    /// (<https://github.com/smallstep/certificates/pull/1309>). Where it does not answer, that is not known.
    pub async fn why_not(&self, tenant: &Authority, now: u64) -> Option<&'static str> {
        // What is wrong with this server's own is another matter.
        self.metadata(now).await.ok()?;
        let login = &self.config.microsoft.login;
        let address = Metadata::address(login, tenant);
        let response = self.http.get(address).send().await.ok()?;
        let status = response.status();
        let body = upstream::body(response, BODY_CAP).await.ok()?;
        if status.is_client_error() {
            return answer::is_no_tenant(&body).then_some("tenant-unknown");
        }
        answer::is_of_another_cloud(&body, login).then_some("wrong-cloud")
    }

    /// What the identity platform says of itself. While it was never reached, what Microsoft
    /// documents is used: the configuration names the host, and nothing else is needed to begin.
    /// Not for a domain: only the platform says which tenant it is, and any other would pass.
    ///
    /// # Errors
    ///
    /// When it is not valid; or, for a domain, not available.
    pub async fn metadata(&self, now: u64) -> Result<Arc<Metadata>, MetadataError> {
        let microsoft = &self.config.microsoft;
        match self
            .discovery
            .current(now, || self.fetch_metadata(now))
            .await
        {
            Err(MetadataError::Unavailable(_))
                if !matches!(microsoft.authority, Authority::Domain(_)) =>
            {
                Ok(Arc::new(Metadata::documented(
                    &microsoft.login,
                    &microsoft.authority,
                )))
            }
            known => known,
        }
    }

    async fn fetch_metadata(&self, now: u64) -> Result<Metadata, MetadataError> {
        let microsoft = &self.config.microsoft;
        let address = Metadata::address(&microsoft.login, &microsoft.authority);
        let body = match self.fetch(&address, now).await {
            // An answer that cannot be read is worth no more than a false one.
            Err(UpstreamUnavailable::Unreadable) => {
                Err(MetadataError::Invalid(InvalidMetadata::Shape))
            }
            body => body.map_err(MetadataError::Unavailable),
        };
        let read = body.and_then(|body| {
            Metadata::read(&body, &microsoft.login, &microsoft.authority)
                .map_err(MetadataError::Invalid)
        });
        if let Err(MetadataError::Invalid(reason)) = &read {
            tracing::error!(%reason, address, "the discovery document is not believed");
        }
        read
    }

    async fn fetch(&self, address: &str, now: u64) -> Result<Vec<u8>, UpstreamUnavailable> {
        let response = self
            .http
            .get(address)
            .send()
            .await
            .map_err(|_| UpstreamUnavailable::Unreachable)?;
        if let Some(pause) = upstream::pause(&response, now) {
            return Err(pause);
        }
        if !response.status().is_success() {
            return Err(UpstreamUnavailable::Unreadable);
        }
        upstream::body(response, BODY_CAP).await
    }

    fn registered(&self, app: &App, authorize: &str, token: &str) -> Registered {
        let url = "checked when it was read";
        Client::new(ClientId::new(app.client_id.clone()))
            // The body and not the header: what every Entra document shows.
            .set_auth_type(AuthType::RequestBody)
            .set_auth_uri(AuthUrl::new(authorize.to_owned()).expect(url))
            .set_token_uri(TokenUrl::new(token.to_owned()).expect(url))
            .set_redirect_uri(RedirectUrl::new(self.config.redirect_uri()).expect(url))
    }
}
