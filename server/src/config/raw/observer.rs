//! The observers as written.

use secrecy::SecretString;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::path::PathBuf;

/// One `[observer]`, or as many `[[observer]]` as there are registrations.
#[derive(Debug, Default)]
pub struct RawObservers(pub Vec<RawObserver>);

impl<'de> Deserialize<'de> for RawObservers {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct OneOrMany;
        impl<'de> Visitor<'de> for OneOrMany {
            type Value = RawObservers;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a block [observer], or blocks [[observer]]")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                let one = RawObserver::deserialize(MapAccessDeserializer::new(map))?;
                Ok(RawObservers(vec![one]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, all: A) -> Result<Self::Value, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(all)).map(RawObservers)
            }
        }
        from.deserialize_any(OneOrMany)
    }
}

/// A registration that reads every app of its tenants.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RawObserver {
    /// The tenants it reads.
    pub tenant: Option<RawTenants>,
    /// Its application (client) ID.
    pub client_id: Option<String>,
    /// The value of a client secret.
    pub client_secret: Option<SecretString>,
    /// A file that holds it instead.
    pub client_secret_file: Option<PathBuf>,
    /// PEM file with a certificate.
    pub certificate_file: Option<PathBuf>,
    /// PEM file with its private key; the certificate's file if absent.
    pub private_key_file: Option<PathBuf>,
    /// File with a token of an issuer that the registration trusts.
    pub federated_token_file: Option<PathBuf>,
    /// A managed identity of Azure.
    pub managed_identity: Option<RawIdentity>,
    /// Minutes between two rounds of a running server; 0 is never.
    pub every_minutes: Option<u32>,
    /// Where changes are sent.
    pub webhook: Option<RawWebhook>,
    /// Address of a Teams workflow: it is a secret.
    pub teams_url: Option<SecretString>,
    /// A file that holds it instead.
    pub teams_url_file: Option<PathBuf>,
    /// How often receivers get a summary: `daily` or `weekly`.
    pub digest: Option<String>,
}

/// A receiver of changes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawWebhook {
    /// Its address.
    pub url: String,
    /// The secret that signs: `whsec_` and 24 to 64 bytes in base64.
    #[serde(default)]
    pub secret: Option<SecretString>,
    /// A file that holds it instead.
    #[serde(default)]
    pub secret_file: Option<PathBuf>,
}

/// A managed identity: the system's own, or a client ID.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum RawIdentity {
    /// Whether the machine's own is used.
    System(bool),
    /// Which one.
    Named(String),
}

/// One tenant or several.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum RawTenants {
    /// One.
    One(String),
    /// Several.
    Many(Vec<String>),
}
