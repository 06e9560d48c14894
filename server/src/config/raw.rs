//! The configuration as written. `consentry.example.toml` shows every key.

use secrecy::SecretString;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

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
    /// The id of the key that seals.
    pub active_master_key: Option<String>,
    /// Origins of the pages and extensions that may call the API and be returned to.
    pub allowed_origins: Vec<String>,
    /// Microsoft's hosts.
    pub microsoft: RawMicrosoft,
    /// The apps.
    pub app: Vec<RawApp>,
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
    /// The identity platform.
    pub login: String,
    /// Microsoft Graph.
    pub graph: String,
    /// The portal that links lead to.
    pub portal: String,
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
            microsoft: RawMicrosoft::default(),
            app: Vec::new(),
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
            login: "https://login.microsoftonline.com".into(),
            graph: "https://graph.microsoft.com".into(),
            portal: "https://portal.azure.com".into(),
            authority: "organizations".into(),
            ca_file: None,
            resolve: BTreeMap::new(),
        }
    }
}

impl Raw {
    /// Reads the file, then the environment: `CONSENTRY__MICROSOFT__PORTAL` is `microsoft.portal`,
    /// and a list is written with commas.
    pub fn load(file: &Path) -> Result<Self, config::ConfigError> {
        Self::read(file, None)
    }

    /// As [`Self::load`], with an environment given by the caller instead of the process's.
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
            .source(environment.map(|map| map.into_iter().collect()));
        config::Config::builder()
            .add_source(config::File::from(file).format(config::FileFormat::Toml))
            .add_source(environment)
            .build()?
            .try_deserialize()
    }
}
