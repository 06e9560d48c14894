//! Signing keys and the tokens they sign.

use jsonwebtoken::jwk::Jwk;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};
use std::sync::OnceLock;

/// The keys there are: everybody's, the app's own (a claims mapping policy has one), and one that nobody publishes.
pub(crate) const USUAL: &str = "usual";
pub(crate) const OF_THE_APP: &str = "of-the-app";
const UNKNOWN: &str = "unknown";

fn key(id: &str) -> &'static EncodingKey {
    static KEYS: OnceLock<[EncodingKey; 3]> = OnceLock::new();
    let keys = KEYS.get_or_init(|| {
        [(); 3].map(|()| {
            let pair = rcgen::KeyPair::generate_for(&rcgen::PKCS_RSA_SHA256).unwrap();
            EncodingKey::from_rsa_pem(pair.serialize_pem().as_bytes()).unwrap()
        })
    });
    let at = [USUAL, OF_THE_APP, UNKNOWN]
        .iter()
        .position(|one| *one == id);
    &keys[at.unwrap_or_else(|| panic!("{id} is no key"))]
}

pub(crate) fn sign(claims: &Value, id: &str) -> String {
    let header = Header {
        kid: Some(id.to_owned()),
        ..Header::new(Algorithm::RS256)
    };
    jsonwebtoken::encode(&header, claims, key(id)).unwrap()
}

/// A key as `…/discovery/v2.0/keys` shows it.
pub(crate) fn published(id: &str, issuer: &str) -> Value {
    let mut jwk =
        serde_json::to_value(Jwk::from_encoding_key(key(id), Algorithm::RS256).unwrap()).unwrap();
    jwk["kid"] = json!(id);
    jwk["use"] = json!("sig");
    jwk["issuer"] = json!(issuer);
    jwk.as_object_mut().unwrap().remove("alg");
    jwk
}
