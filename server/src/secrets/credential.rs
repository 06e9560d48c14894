//! What an app proves itself with at the token endpoint: a secret, an assertion signed with the
//! key of a certificate (RFC 7523 section 2.2; facts: protocol A4), or one that a trusted issuer
//! writes to a file (workload identity federation,
//! <https://learn.microsoft.com/entra/workload-id/workload-identity-federation>).
//!
//! Several may be valid at a time. The newest goes first, and one that Microsoft does not accept
//! is passed over for a while: so a credential is replaced without a gap. Pure but for that memory and
//! for [`identity`]: the time is given.

mod identity;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;
use x509_cert::Certificate as X509;
use x509_cert::der::Decode;

pub use identity::{Identity, NoToken, Token, Unusable as NoIdentity};

/// An assertion is good for this long. Longer than ten minutes would be against the facts
/// (protocol F16); shorter leaves less for clocks that differ.
const ASSERTION_S: u64 = 5 * 60;

/// A refused credential is not tried again for this long, unless there is no other.
const REFUSED_MS: u64 = 10 * 60 * 1000;

/// One credential.
pub struct Credential {
    /// Its key in the configuration, for the log.
    pub name: String,
    /// The proof itself.
    pub proof: Proof,
    /// Unix milliseconds.
    pub not_before: u64,
    /// Unix milliseconds.
    pub expires: Option<u64>,
}

/// What proves.
pub enum Proof {
    /// A client secret.
    Secret(SecretString),
    /// A certificate with its key.
    Certificate(Box<Certificate>),
    /// A file that another program keeps a fresh assertion in: it is read anew each time.
    TokenFile(PathBuf),
    /// A managed identity of Azure.
    Identity(Box<Identity>),
}

impl Proof {
    /// An assertion for one request to one endpoint; nothing for a secret, or where there is none
    /// to be had.
    pub async fn assertion(&self, client_id: &str, endpoint: &str, now: u64) -> Option<String> {
        match self {
            Self::Secret(_) => None,
            Self::Certificate(certificate) => certificate.assertion(client_id, endpoint, now),
            Self::TokenFile(file) => {
                let text = std::fs::read_to_string(file).ok()?;
                let token = text.trim();
                (!token.is_empty()).then(|| token.to_owned())
            }
            Self::Identity(identity) if identity.is_observer() => None,
            Self::Identity(identity) => {
                let token = identity.assertion(endpoint, now).await.ok()?;
                Some(token.expose_secret().to_owned())
            }
        }
    }
}

/// A certificate with its private key.
pub struct Certificate {
    key: EncodingKey,
    thumbprint: String,
    /// When it begins, Unix milliseconds.
    pub not_before: u64,
    /// When it ends, Unix milliseconds.
    pub not_after: u64,
}

/// Why a certificate cannot be used. Carries nothing of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unusable {
    /// Not a certificate.
    #[error("not a certificate in PEM form")]
    Certificate,
    /// Not a key.
    #[error("not an RSA private key in PEM form")]
    Key,
    /// Two that do not belong together.
    #[error("a private key of another certificate")]
    Pair,
}

#[derive(Serialize)]
struct Claims<'a> {
    aud: &'a str,
    iss: &'a str,
    sub: &'a str,
    jti: String,
    nbf: u64,
    iat: u64,
    exp: u64,
}

impl Certificate {
    /// From PEM. The key must be the certificate's own; this is found out now and not at the first
    /// sign-in.
    ///
    /// # Errors
    ///
    /// When one of the two is not what it should be, or they do not belong together.
    pub fn new(certificate: &[u8], key: &[u8]) -> Result<Self, Unusable> {
        // Both may be in one file, in any order.
        let block = |text: &[u8], end: &str| {
            let blocks = pem::parse_many(text).unwrap_or_default();
            blocks.into_iter().find(|block| block.tag().ends_with(end))
        };
        let der = block(certificate, "CERTIFICATE").ok_or(Unusable::Certificate)?;
        let der = der.contents();
        let x509 = X509::from_der(der).map_err(|_| Unusable::Certificate)?;
        let key = block(key, "PRIVATE KEY").ok_or(Unusable::Key)?;
        let key = zeroize::Zeroizing::new(pem::encode(&key));
        let key = EncodingKey::from_rsa_pem(key.as_bytes()).map_err(|_| Unusable::Key)?;
        let parts = x509.tbs_certificate;
        let public = parts
            .subject_public_key_info
            .subject_public_key
            .as_bytes()
            .ok_or(Unusable::Certificate)?;
        let validity = &parts.validity;
        let made = Self {
            key,
            thumbprint: URL_SAFE_NO_PAD.encode(Sha256::digest(der)),
            not_before: milliseconds(validity.not_before.to_unix_duration()),
            not_after: milliseconds(validity.not_after.to_unix_duration()),
        };
        let sample = made.assertion("a", "b", 0).ok_or(Unusable::Key)?;
        let mut rules = Validation::new(Algorithm::PS256);
        rules.validate_exp = false;
        rules.validate_aud = false;
        rules.required_spec_claims.clear();
        jsonwebtoken::decode::<serde_json::Value>(
            &sample,
            &DecodingKey::from_rsa_der(public),
            &rules,
        )
        .map_err(|_| Unusable::Pair)?;
        Ok(made)
    }

    /// A signed assertion for one request to one endpoint; nothing if the key cannot sign.
    pub fn assertion(&self, client_id: &str, endpoint: &str, now: u64) -> Option<String> {
        let now = now / 1000;
        let claims = Claims {
            aud: endpoint,
            iss: client_id,
            sub: client_id,
            jti: Uuid::new_v4().to_string(),
            nbf: now,
            iat: now,
            exp: now + ASSERTION_S,
        };
        let header = Header {
            x5t_s256: Some(self.thumbprint.clone()),
            ..Header::new(Algorithm::PS256)
        };
        jsonwebtoken::encode(&header, &claims, &self.key).ok()
    }
}

fn milliseconds(since_epoch: std::time::Duration) -> u64 {
    u64::try_from(since_epoch.as_millis()).unwrap_or(u64::MAX)
}

/// The credentials of one app.
pub struct Credentials {
    all: Vec<Held>,
}

struct Held {
    credential: Credential,
    /// Unix milliseconds; 0 is never.
    refused_at: AtomicU64,
}

impl Credentials {
    /// The newest first: of two that are valid, the one that began later was meant to replace the
    /// other. What is equal stays in the order written.
    pub fn new(mut all: Vec<Credential>) -> Self {
        all.sort_by_key(|credential| {
            std::cmp::Reverse((credential.not_before, credential.expires))
        });
        let all = all
            .into_iter()
            .map(|credential| Held {
                credential,
                refused_at: AtomicU64::new(0),
            })
            .collect();
        Self { all }
    }

    /// Which to try, in this order: the valid ones, those that were refused a short while ago last.
    /// If none is valid by this machine's clock all are tried: Microsoft's clock decides.
    pub fn to_try(&self, now: u64) -> Vec<&Credential> {
        let valid = |held: &&Held| {
            let it = &held.credential;
            it.not_before <= now && it.expires.is_none_or(|ends| now < ends)
        };
        let mut chosen: Vec<&Held> = self.all.iter().filter(valid).collect();
        if chosen.is_empty() {
            chosen = self.all.iter().collect();
        }
        chosen.sort_by_key(|held| held.is_refused(now));
        chosen.into_iter().map(|held| &held.credential).collect()
    }

    /// Notes whether Microsoft accepted one. True if that has changed.
    pub fn note(&self, name: &str, accepted: bool, now: u64) -> bool {
        let Some(held) = self.all.iter().find(|held| held.credential.name == name) else {
            return false;
        };
        let was_refused = held.is_refused(now);
        held.refused_at
            .store(if accepted { 0 } else { now.max(1) }, Ordering::Relaxed);
        was_refused == accepted
    }

    /// Names of those that Microsoft refused a short while ago.
    pub fn refused(&self, now: u64) -> Vec<&str> {
        let refused = self.all.iter().filter(|held| held.is_refused(now));
        refused.map(|held| held.credential.name.as_str()).collect()
    }

    /// Names of those that end before `then`, with the time they end.
    pub fn ending(&self, then: u64) -> Vec<(&str, u64)> {
        let ends = |held: &Held| held.credential.expires.filter(|ends| *ends <= then);
        self.all
            .iter()
            .filter_map(|held| Some((held.credential.name.as_str(), ends(held)?)))
            .collect()
    }
}

impl Held {
    fn is_refused(&self, now: u64) -> bool {
        let at = self.refused_at.load(Ordering::Relaxed);
        at != 0 && now < at.saturating_add(REFUSED_MS)
    }
}

#[cfg(test)]
mod tests;
