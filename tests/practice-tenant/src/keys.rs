//! The key that signs tokens (RS256), and its public half as a JWK set (RFC 7517).

use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, jwk::Jwk};
use rcgen::{KeyPair, PKCS_RSA_SHA256, RsaKeySize};
use serde::{Serialize, de::DeserializeOwned};

use crate::error::Error;

/// One RSA key, made for one run.
pub(crate) struct SigningKey {
    encoding: EncodingKey,
    decoding: DecodingKey,
    jwk: Jwk,
}

/// Names the key in token headers and in the key set.
const KEY_ID: &str = "practice-1";

impl SigningKey {
    /// A new 2048-bit key.
    pub(crate) fn generate() -> Result<Self, Error> {
        let pair = KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, RsaKeySize::_2048)?;
        let encoding = EncodingKey::from_rsa_pem(pair.serialize_pem().as_bytes())?;
        let jwk = Jwk::from_encoding_key(&encoding, Algorithm::RS256)?;
        Ok(Self {
            decoding: DecodingKey::from_jwk(&jwk)?,
            encoding,
            jwk,
        })
    }

    /// A signed token.
    pub(crate) fn sign(&self, claims: &impl Serialize) -> Result<String, Error> {
        let mut header = Header::new(Algorithm::RS256);
        header.kid = Some(KEY_ID.to_owned());
        Ok(jsonwebtoken::encode(&header, claims, &self.encoding)?)
    }

    /// The claims of a token this tenant signed for `audience` and that has not expired.
    pub(crate) fn open<T: DeserializeOwned + Clone>(
        &self,
        token: &str,
        audience: &str,
    ) -> Option<T> {
        let mut rules = Validation::new(Algorithm::RS256);
        rules.set_audience(&[audience]);
        jsonwebtoken::decode::<T>(token, &self.decoding, &rules)
            .ok()
            .map(|data| data.claims)
    }

    /// The key set; each key names the issuer it belongs to (Microsoft identity platform, "OpenID Connect").
    pub(crate) fn jwks(&self, issuer: &str) -> serde_json::Value {
        let mut key = serde_json::to_value(&self.jwk).unwrap_or_default();
        key["kid"] = KEY_ID.into();
        key["use"] = "sig".into();
        key["issuer"] = issuer.into();
        serde_json::json!({ "keys": [key] })
    }
}
