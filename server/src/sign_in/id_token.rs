//! What makes an `id_token` of the Microsoft identity platform valid (OpenID Connect Core
//! section 3.1.3.7; facts: protocol A2, F15).
//!
//! Pure: the key, the expectation and the time are given. Deliberately absent: any use of a name
//! or an address to decide something; they are shown, no more.

use crate::config::Authority;
use crate::secrets::token;
use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use serde::Deserialize;
use uuid::Uuid;

/// Clocks may differ by this much.
const LEEWAY_MS: u64 = 60_000;

/// The tenant that stands for personal Microsoft accounts.
const PERSONAL: &str = "9188040d-6c67-4c5b-b112-36a304b66dad";

/// One key of the key set.
#[derive(Clone, Debug, Deserialize)]
pub struct Key {
    /// Its name.
    pub kid: String,
    /// `RSA`; others are not used.
    pub kty: String,
    /// `sig`, if it says.
    #[serde(default, rename = "use")]
    pub usage: Option<String>,
    /// Modulus.
    #[serde(default)]
    pub n: String,
    /// Exponent.
    #[serde(default)]
    pub e: String,
    /// Which issuer may sign with it: a template for any tenant, or one issuer.
    #[serde(default)]
    pub issuer: Option<String>,
}

/// What a token has to be.
pub struct Expected<'a> {
    /// The identity platform, without a trailing slash: issuers begin with it.
    pub login: &'a str,
    /// Whose accounts may sign in.
    pub authority: &'a Authority,
    /// The app that asked.
    pub client_id: &'a str,
    /// The number it asked with.
    pub nonce: &'a str,
    /// Unix milliseconds.
    pub now: u64,
}

/// Who signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The tenant's id.
    pub tenant: String,
    /// Display hint of the account.
    pub account: Option<String>,
    /// The person in the tenant, by object ID.
    pub person: Option<String>,
    /// App roles of the app that the person was assigned
    /// (<https://learn.microsoft.com/entra/identity-platform/howto-add-app-roles-in-apps>).
    pub roles: Vec<String>,
    /// The issuer, in full.
    pub issuer: String,
}

/// Why a token is not valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Not a JWT, or without what every one has.
    #[error("it is not a well-formed token")]
    Malformed,
    /// Not RS256.
    #[error("it is not signed with RS256")]
    Algorithm,
    /// The signature does not fit the key.
    #[error("its signature does not fit")]
    Signature,
    /// No known key has that name.
    #[error("it is signed with an unknown key")]
    UnknownKey,
    /// `ver` is not 2.0.
    #[error("it is not a version 2.0 token")]
    Version,
    /// `tid` is not a GUID, or not the tenant that was asked for.
    #[error("its tenant is not the one that was asked for")]
    Tenant,
    /// A personal account.
    #[error("it is of a personal account")]
    Personal,
    /// `iss` does not follow from `tid`.
    #[error("its issuer does not fit its tenant")]
    Issuer,
    /// The key may not sign for that issuer.
    #[error("its key may not sign for its issuer")]
    KeyIssuer,
    /// For another app.
    #[error("it is for another app")]
    Audience,
    /// For another sign-in.
    #[error("it is for another sign-in")]
    Nonce,
    /// Too old, or too young.
    #[error("it is not valid at this time")]
    Time,
}

impl Refusal {
    /// The code of the problem it becomes.
    pub fn code(self) -> &'static str {
        match self {
            Self::Personal => "personal-account",
            _ => "id-token-refused",
        }
    }
}

#[derive(Deserialize)]
struct Claims {
    aud: String,
    iss: String,
    tid: String,
    nonce: String,
    ver: String,
    // Microsoft's own libraries write fractions at times (facts: protocol A4).
    exp: f64,
    // Microsoft always sends it, OpenID Connect does not ask for it.
    #[serde(default)]
    nbf: Option<f64>,
    #[serde(default)]
    azp: Option<String>,
    #[serde(default)]
    preferred_username: Option<String>,
    #[serde(default)]
    oid: Option<String>,
    #[serde(default)]
    roles: Vec<String>,
}

/// The name of the key that a token says it is signed with.
///
/// # Errors
///
/// When it is no JWT, names no key, or is not signed with RS256.
pub fn key_id(token: &str) -> Result<String, Refusal> {
    let header = jsonwebtoken::decode_header(token).map_err(|_| Refusal::Malformed)?;
    if header.alg != Algorithm::RS256 {
        return Err(Refusal::Algorithm);
    }
    header.kid.ok_or(Refusal::Malformed)
}

/// Whether the token is what was expected.
///
/// # Errors
///
/// The first rule that the token breaks.
pub fn check(token: &str, key: &Key, expected: &Expected<'_>) -> Result<Identity, Refusal> {
    if key_id(token)? != key.kid
        || key.kty != "RSA"
        || key.usage.as_deref().is_some_and(|usage| usage != "sig")
    {
        return Err(Refusal::UnknownKey);
    }
    let claims = signed_claims(token, key)?;
    if claims.ver != "2.0" {
        return Err(Refusal::Version);
    }
    let tenant = Uuid::try_parse(&claims.tid)
        .map_err(|_| Refusal::Tenant)?
        .to_string();
    if tenant == PERSONAL {
        return Err(Refusal::Personal);
    }
    if matches!(expected.authority, Authority::Tenant(only) if *only != tenant) {
        return Err(Refusal::Tenant);
    }
    if claims.iss != issuer(expected.login, &claims.tid) {
        return Err(Refusal::Issuer);
    }
    // The key's own issuer: `{tenantid}` means any tenant, otherwise it must be the same one.
    let signs_for = key
        .issuer
        .as_deref()
        .map(|issuer| issuer.replace("{tenantid}", &claims.tid));
    if signs_for.is_some_and(|issuer| issuer != claims.iss) {
        return Err(Refusal::KeyIssuer);
    }
    if claims.aud != expected.client_id || claims.azp.is_some_and(|azp| azp != expected.client_id) {
        return Err(Refusal::Audience);
    }
    if !token::same(claims.nonce.as_bytes(), expected.nonce.as_bytes()) {
        return Err(Refusal::Nonce);
    }
    if milliseconds(claims.exp).saturating_add(LEEWAY_MS) <= expected.now
        || claims
            .nbf
            .is_some_and(|nbf| milliseconds(nbf) > expected.now.saturating_add(LEEWAY_MS))
    {
        return Err(Refusal::Time);
    }
    let account = claims
        .preferred_username
        .map(|name| name.chars().take(320).collect());
    Ok(Identity {
        tenant,
        account,
        person: claims
            .oid
            .and_then(|id| Uuid::try_parse(&id).ok())
            .map(|id| id.to_string()),
        roles: claims.roles,
        issuer: claims.iss,
    })
}

/// The issuer of a tenant.
pub fn issuer(login: &str, tenant: &str) -> String {
    format!("{login}/{tenant}/v2.0")
}

fn signed_claims(token: &str, key: &Key) -> Result<Claims, Refusal> {
    let decoding =
        DecodingKey::from_rsa_components(&key.n, &key.e).map_err(|_| Refusal::UnknownKey)?;
    let mut validation = Validation::new(Algorithm::RS256);
    // Times and audience are checked above, against the time that is passed in.
    validation.validate_exp = false;
    validation.validate_nbf = false;
    validation.validate_aud = false;
    validation.required_spec_claims.clear();
    jsonwebtoken::decode::<Claims>(token, &decoding, &validation)
        .map(|data| data.claims)
        .map_err(|error| match error.kind() {
            jsonwebtoken::errors::ErrorKind::InvalidSignature => Refusal::Signature,
            jsonwebtoken::errors::ErrorKind::InvalidAlgorithm => Refusal::Algorithm,
            _ => Refusal::Malformed,
        })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates, which is meant here"
)]
fn milliseconds(seconds: f64) -> u64 {
    (seconds * 1000.0) as u64
}

#[cfg(test)]
mod tests;
