//! A data pack as it is signed: a compact JWS (RFC 7515).

use super::refusal::Refusal;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;

/// The longest pack that is looked at, in bytes.
pub const LONGEST: usize = 2 << 20;

/// A pack taken apart, before its signature is checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// What was signed: header and payload as they stand in the JWS (RFC 7515 section 5.2).
    pub signing_input: String,
    /// r and s, 32 bytes each (RFC 7518 section 3.4).
    pub signature: Vec<u8>,
    /// The payload's JSON.
    pub payload: String,
}

/// Takes a compact JWS apart. Nothing of it may be believed before its signature was checked.
pub fn open(jws: &str) -> Result<Signed, Refusal> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Header {
        alg: String,
        #[serde(default, rename = "typ")]
        _typ: Option<String>,
        #[serde(default, rename = "kid")]
        _kid: Option<String>,
    }
    let malformed = |why: &str| Refusal::Malformed(why.to_owned());
    let jws = jws.trim();
    if jws.len() > LONGEST {
        return Err(malformed("it is too long"));
    }
    let mut parts = jws.split('.');
    let (Some(header), Some(payload), Some(signature), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(malformed("it does not have three parts"));
    };
    let decode = |part: &str| {
        URL_SAFE_NO_PAD
            .decode(part)
            .map_err(|_| malformed("a part of it is not base64url"))
    };
    let header: Header = serde_json::from_slice(&decode(header)?)
        .map_err(|error| Refusal::Header(error.to_string()))?;
    if header.alg != "ES256" {
        return Err(Refusal::Header(format!("{} and not ES256", header.alg)));
    }
    let signature = decode(signature)?;
    if signature.len() != 64 {
        return Err(malformed("its signature is not 64 bytes long"));
    }
    let signing_input = jws
        .rsplit_once('.')
        .map(|(input, _)| input.to_owned())
        .unwrap_or_default();
    let payload =
        String::from_utf8(decode(payload)?).map_err(|_| malformed("its payload is not UTF-8"))?;
    Ok(Signed {
        signing_input,
        signature,
        payload,
    })
}
