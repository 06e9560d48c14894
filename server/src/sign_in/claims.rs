//! Claims challenges: what Microsoft asks a next token to satisfy (docs/facts/login.md L12).
//!
//! Every request says that this client understands them (`xms_cc` `cp1`). What a challenge holds is
//! passed on as it is; only its size and that it is a JSON object are looked at.

use base64::Engine;
use base64::engine::GeneralPurpose;
use base64::engine::general_purpose::PAD;
use base64::{alphabet, engine::DecodePaddingMode};
use serde_json::{Map, Value, json};

/// A challenge names a policy or a point in time; far more is none.
const LONGEST: usize = 4096;

/// What goes along as `claims`: the client's ability, and a challenge if there was one.
pub fn request(challenge: Option<&str>) -> String {
    let mut all: Map<String, Value> = challenge
        .and_then(|text| serde_json::from_str(text).ok())
        .unwrap_or_default();
    let access = all.entry("access_token").or_insert_with(|| json!({}));
    if let Some(access) = access.as_object_mut() {
        access.insert("xms_cc".to_owned(), json!({"values": ["cp1"]}));
    }
    Value::Object(all).to_string()
}

/// A challenge that can be passed on.
pub fn challenge(text: &str) -> Option<String> {
    let object: Map<String, Value> = (text.len() <= LONGEST)
        .then(|| serde_json::from_str(text).ok())
        .flatten()?;
    Some(Value::Object(object).to_string())
}

/// The challenge in a `WWW-Authenticate` header: `Bearer …, error="insufficient_claims",
/// claims="<base64>"`.
pub fn of_header(header: &str) -> Option<String> {
    let parameter = |name: &str| {
        let (_, rest) = header.split_once(&format!("{name}=\""))?;
        rest.split_once('"').map(|(value, _)| value)
    };
    if parameter("error") != Some("insufficient_claims") {
        return None;
    }
    let encoded = parameter("claims")?.replace('-', "+").replace('_', "/");
    // With padding or without it.
    let lenient = GeneralPurpose::new(
        &alphabet::STANDARD,
        PAD.with_decode_padding_mode(DecodePaddingMode::Indifferent),
    );
    let bytes = lenient.decode(encoded).ok()?;
    challenge(std::str::from_utf8(&bytes).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_request_says_that_challenges_are_understood() {
        let said: Value = serde_json::from_str(&request(None)).unwrap();
        assert_eq!(said["access_token"]["xms_cc"]["values"], json!(["cp1"]));
    }

    #[test]
    fn a_challenge_goes_along_whole() {
        let asked = r#"{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}"#;
        let said: Value = serde_json::from_str(&request(Some(asked))).unwrap();
        assert_eq!(said["access_token"]["nbf"]["value"], "1604106651");
        assert_eq!(said["access_token"]["xms_cc"]["values"], json!(["cp1"]));
    }

    #[test]
    fn a_challenge_is_read_from_the_header_in_either_alphabet() {
        let asked = r#"{"access_token":{"x":"??>>"}}"#;
        let standard = base64::engine::general_purpose::STANDARD.encode(asked);
        let url_safe = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(asked);
        assert_ne!(standard, url_safe);
        for encoded in [standard, url_safe] {
            let header = format!(
                "Bearer realm=\"\", authorization_uri=\"https://x\", error=\"insufficient_claims\", claims=\"{encoded}\""
            );
            assert_eq!(of_header(&header).as_deref(), Some(asked));
        }
    }

    #[test]
    fn what_is_no_challenge_is_none() {
        for header in [
            "",
            "Bearer",
            "Bearer error=\"invalid_token\", claims=\"e30=\"",
            "Bearer error=\"insufficient_claims\"",
            "Bearer error=\"insufficient_claims\", claims=\"###\"",
            "Bearer error=\"insufficient_claims\", claims=\"W10=\"",
        ] {
            assert_eq!(of_header(header), None, "{header}");
        }
        assert_eq!(
            challenge(&format!("{{\"a\":\"{}\"}}", "x".repeat(5000))),
            None
        );
    }
}
