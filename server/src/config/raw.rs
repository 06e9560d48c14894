//! The configuration as written. `consentry.example.toml` shows every key.

mod observer;

use secrecy::SecretString;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use observer::{RawIdentity, RawObserver, RawObservers, RawTenants, RawWebhook};

/// The file. Keys it does not know are refused.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Raw {
    /// Address and port to listen on.
    pub listen: String,
    /// Where browsers reach this server.
    pub public_url: String,
    /// Path of the SQLite file, or a `postgres://` URL.
    pub database: String,
    /// What a `postgres://` URL does not say.
    pub postgres: RawPostgres,
    /// 32 random bytes, base64.
    pub master_key: Option<SecretString>,
    /// A file that holds them instead.
    pub master_key_file: Option<PathBuf>,
    /// A program that prints them instead, with its arguments.
    pub master_key_command: Option<Vec<String>>,
    /// More keys, each with an id.
    pub master_keys: Vec<RawMasterKey>,
    /// The ID of the key that encrypts.
    pub active_master_key: Option<String>,
    /// Origins of the pages and extensions that may call the API and be returned to.
    pub allowed_origins: Vec<String>,
    /// Addresses and networks of the reverse proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<String>,
    /// A signed data pack for the extensions that ask.
    pub data_pack: Option<PathBuf>,
    /// Address and port of the metrics, which are on no other address.
    pub metrics_listen: Option<String>,
    /// What one caller may take.
    pub limits: RawLimits,
    /// Microsoft's hosts.
    pub microsoft: RawMicrosoft,
    /// The apps.
    pub app: Vec<RawApp>,
    /// The observers.
    pub observer: RawObservers,
}

/// What one caller may take. 0 is without limit.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RawLimits {
    /// Requests of one address in a minute.
    pub client_per_minute: u32,
    /// Sign-ins and claims of one address in a minute.
    pub sign_in_per_minute: u32,
    /// Checks, sign-ins and hand-offs of one connection in a minute.
    pub connection_per_minute: u32,
    /// Sign-ins that were begun and not finished, which all callers share.
    pub pending_sign_ins: u32,
    /// Event streams of one connection, for each right to it.
    pub watchers: u32,
    /// Event streams, which all callers share.
    pub streams: u32,
    /// Open sockets, which all callers share.
    pub sockets: u32,
}

/// A PostgreSQL database.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RawPostgres {
    /// The password.
    pub password: Option<SecretString>,
    /// A file that holds it instead.
    pub password_file: Option<PathBuf>,
    /// PEM file with root certificates instead of the system's.
    pub ca_file: Option<PathBuf>,
    /// Connections at most.
    pub connections: usize,
}

/// A master key with an id, from one of four places.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawMasterKey {
    /// Its id.
    pub id: String,
    /// 32 random bytes, base64.
    #[serde(default)]
    pub value: Option<SecretString>,
    /// A file that holds them.
    #[serde(default)]
    pub file: Option<PathBuf>,
    /// An environment variable that holds them.
    #[serde(default)]
    pub env: Option<String>,
    /// A program that prints them, with its arguments.
    #[serde(default)]
    pub command: Option<Vec<String>>,
}

/// Microsoft's hosts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RawMicrosoft {
    /// Which of Microsoft's clouds: the next three follow from it.
    pub cloud: String,
    /// The identity platform.
    pub login: Option<String>,
    /// Microsoft Graph.
    pub graph: Option<String>,
    /// The portal that links lead to.
    pub portal: Option<String>,
    /// `organizations`, `common`, a tenant id or a domain.
    pub authority: String,
    /// PEM file with more root certificates.
    pub ca_file: Option<PathBuf>,
    /// Host to `ip:port`.
    pub resolve: BTreeMap<String, String>,
}

/// One app.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawApp {
    /// Id of a built-in profile.
    pub profile: String,
    /// Application id; the profile's first if absent.
    #[serde(default)]
    pub client_id: Option<String>,
    /// The credential.
    #[serde(default)]
    pub client_secret: Option<SecretString>,
    /// A file that holds it instead.
    #[serde(default)]
    pub client_secret_file: Option<PathBuf>,
    /// An environment variable that holds it instead.
    #[serde(default)]
    pub client_secret_env: Option<String>,
    /// More credentials, or others.
    #[serde(default)]
    pub credential: Vec<RawCredential>,
}

/// One credential: a secret or a certificate.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RawCredential {
    /// The value of a client secret.
    pub secret: Option<SecretString>,
    /// A file that holds it instead.
    pub secret_file: Option<PathBuf>,
    /// An environment variable that holds it instead.
    pub secret_env: Option<String>,
    /// PEM file with a certificate.
    pub certificate_file: Option<PathBuf>,
    /// PEM file with its private key; the certificate's file if absent.
    pub private_key_file: Option<PathBuf>,
    /// When it begins to be valid; a certificate says so itself.
    pub not_before: Option<String>,
    /// When it ends; a certificate says so itself.
    pub expires: Option<String>,
}

impl RawCredential {
    /// Whether a secret is given in any way.
    pub(super) fn has_secret(&self) -> bool {
        self.secret.is_some() || self.secret_file.is_some() || self.secret_env.is_some()
    }
}

impl Default for Raw {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:7430".into(),
            public_url: "http://localhost:7430".into(),
            database: "consentry.db".into(),
            postgres: RawPostgres::default(),
            master_key: None,
            master_key_file: None,
            master_key_command: None,
            master_keys: Vec::new(),
            active_master_key: None,
            allowed_origins: Vec::new(),
            trusted_proxies: Vec::new(),
            data_pack: None,
            metrics_listen: None,
            limits: RawLimits::default(),
            microsoft: RawMicrosoft::default(),
            app: Vec::new(),
            observer: RawObservers::default(),
        }
    }
}

impl Default for RawLimits {
    fn default() -> Self {
        Self {
            client_per_minute: 600,
            sign_in_per_minute: 60,
            connection_per_minute: 60,
            pending_sign_ins: 10_000,
            watchers: 20,
            streams: 10_000,
            sockets: 20_000,
        }
    }
}

impl Default for RawPostgres {
    fn default() -> Self {
        Self {
            password: None,
            password_file: None,
            ca_file: None,
            connections: 16,
        }
    }
}

impl Default for RawMicrosoft {
    fn default() -> Self {
        Self {
            cloud: "global".into(),
            login: None,
            graph: None,
            portal: None,
            authority: "organizations".into(),
            ca_file: None,
            resolve: BTreeMap::new(),
        }
    }
}

impl Raw {
    /// Reads the file, then the environment: `CONSENTRY__MICROSOFT__PORTAL` is `microsoft.portal`,
    /// and a list is written with commas.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, or has keys or types that are not known.
    pub fn load(file: &Path) -> Result<Self, config::ConfigError> {
        Self::read(file, None)
    }

    /// As [`Self::load`], with an environment given by the caller instead of the process's.
    ///
    /// # Errors
    ///
    /// As [`Self::load`].
    pub fn read(
        file: &Path,
        environment: Option<std::collections::HashMap<String, String>>,
    ) -> Result<Self, config::ConfigError> {
        let environment = config::Environment::with_prefix("CONSENTRY")
            .prefix_separator("__")
            .separator("__")
            .try_parsing(true)
            .list_separator(",")
            .with_list_parse_key("allowed_origins")
            .with_list_parse_key("trusted_proxies")
            .source(environment.map(|map| map.into_iter().collect()));
        config::Config::builder()
            .add_source(config::File::from(file).format(config::FileFormat::Toml))
            .add_source(environment)
            .build()?
            .try_deserialize()
    }
}
