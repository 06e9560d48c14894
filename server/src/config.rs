//! Everything that can be configured: one TOML file, and the environment over it.
//!
//! [`raw`] is the file as written, [`Config`] what the server runs with. Deliberately absent: a
//! default for anything that is secret or names the operator.

pub mod raw;
mod wrong;

mod address;
mod cloud;
mod origin;
mod credential;
mod database;
mod master_key;
mod identity;
mod observer;

mod value;
mod observing;

use crate::secrets::credential::Credentials;
use crate::secrets::master_key::MasterKeys;
use consentry_catalog::profile::Profile;
use ipnet::IpNet;
use std::net::SocketAddr;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use url::Url;

pub use cloud::{CLOUDS, Cloud};
pub use database::{Database, Postgres};
pub use observer::{DigestEvery, Observer, Receiver};
pub use observing::Observing;
pub use origin::Origin;
pub use raw::{Raw, RawLimits as Limits};
pub use wrong::Wrong;

/// Why a configuration was refused.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file or the environment does not have the shape of [`Raw`].
    #[error("the configuration could not be read: {0}")]
    Shape(#[from] config::ConfigError),
    /// A key has a value that cannot be used.
    #[error(transparent)]
    Wrong(#[from] Wrong),
}

/// A configuration that was checked.
pub struct Config {
    /// Address to listen on.
    pub listen: SocketAddr,
    /// Where browsers reach this server; without a trailing slash.
    pub public_url: String,
    /// Where the store is.
    pub database: Database,
    /// The keys over all data keys.
    pub master_keys: MasterKeys,
    /// Who may call from a browser, and where a sign-in may return to.
    pub allowed_origins: Vec<Origin>,
    /// Reverse proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpNet>,
    /// A signed data pack for the extensions that ask.
    pub data_pack: Option<PathBuf>,
    /// Where the metrics are, if anywhere.
    pub metrics_listen: Option<SocketAddr>,
    /// What one caller may take.
    pub limits: Limits,
    /// Microsoft's hosts.
    pub microsoft: Microsoft,
    /// The apps this server signs people in to; at least one, unless there is an observer.
    pub apps: Vec<App>,
    /// What reads every app of a tenant.
    pub observers: Vec<Observer>,
}

/// Microsoft's hosts. None ends with a slash.
pub struct Microsoft {
    /// The identity platform.
    pub login: String,
    /// Microsoft Graph.
    pub graph: String,
    /// The portal that links lead to.
    pub portal: String,
    /// The Microsoft 365 admin center that links lead to.
    pub admin: String,
    /// The tenant segment of the sign-in URLs.
    pub authority: Authority,
    /// More root certificates, PEM.
    pub ca: Option<Vec<u8>>,
    /// Hosts that are looked up here and not in DNS.
    pub resolve: Vec<(String, SocketAddr)>,
}

/// Whose accounts may sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Authority {
    /// Work and school accounts of any tenant.
    Organizations,
    /// As `organizations` here: personal accounts are turned away when they come back.
    Common,
    /// One tenant, by its id.
    Tenant(String),
    /// One tenant, by a domain it has verified.
    Domain(String),
}

impl Authority {
    /// One tenant, by its id or one of its domains; nothing for any other text, which must not become a path.
    pub fn of_tenant(text: &str) -> Option<Self> {
        value::tenant(text)
    }

    /// Whether accounts of many tenants may sign in.
    pub fn is_for_many(&self) -> bool {
        matches!(self, Self::Organizations | Self::Common)
    }

    /// The segment of the URL.
    pub fn segment(&self) -> &str {
        match self {
            Self::Organizations => "organizations",
            Self::Common => "common",
            Self::Tenant(tenant) | Self::Domain(tenant) => tenant,
        }
    }
}

/// An app the server signs people in to.
pub struct App {
    /// What is known of it.
    pub profile: &'static Profile,
    /// Its application (client) id.
    pub client_id: String,
    /// What it proves itself with; at least one.
    pub credentials: Arc<Credentials>,
    /// Whether it is an organization's observer, which people sign in to in order to be known and nothing more.
    pub is_observer: bool,
}

impl Config {
    /// Reads the file, lays the environment over it, and checks every value.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, or a value cannot be used.
    pub fn load(file: &Path) -> Result<Self, ConfigError> {
        Ok(value::check(Raw::load(file)?)?)
    }

    /// Checks what was read.
    ///
    /// # Errors
    ///
    /// When a value cannot be used.
    pub fn from_raw(raw: Raw) -> Result<Self, ConfigError> {
        Ok(value::check(raw)?)
    }

    /// Where Microsoft sends the browser after a sign-in.
    pub fn redirect_uri(&self) -> String {
        format!("{}/oauth/callback", self.public_url)
    }

    /// Where Microsoft sends the browser after an admin's grant.
    pub fn admin_redirect_uri(&self) -> String {
        format!("{}/oauth/adminconsent/callback", self.public_url)
    }

    /// Whether browsers reach this server by https; only then cookies can be `Secure`.
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https:")
    }

    /// The app with that profile.
    pub fn app(&self, profile: &str) -> Option<&App> {
        self.apps.iter().find(|app| app.profile.id == profile)
    }

    /// The observer of a tenant, by the tenant's ID.
    pub fn observer(&self, tenant: &str) -> Option<&Observer> {
        let mut observers = self.observers.iter();
        observers.find(|observer| observer.tenant.eq_ignore_ascii_case(tenant))
    }

    /// Whether a browser at that origin may call the API.
    pub fn allows(&self, origin: &str) -> bool {
        Origin::of_text(origin).is_some_and(|origin| {
            self.allowed_origins.contains(&origin)
                || Origin::of_text(&self.public_url) == Some(origin)
        })
    }

    /// A place a sign-in may return to, if its origin is allowed.
    pub fn return_to(&self, text: &str) -> Option<Url> {
        let url = Url::parse(text).ok().filter(|_| text.len() <= 2000)?;
        let plain = url.username().is_empty() && url.password().is_none();
        let origin = Origin::of(&url).filter(|origin| self.allowed_origins.contains(origin));
        (plain && origin.is_some()).then_some(url)
    }
}

impl std::fmt::Debug for Config {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Config")
            .field("listen", &self.listen)
            .field("public_url", &self.public_url)
            .field("database", &self.database)
            .field("login", &self.microsoft.login)
            .field("graph", &self.microsoft.graph)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
