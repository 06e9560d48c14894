//! What the token endpoint answers, as the `oauth2` crate is told to read it. Microsoft writes numbers as text at times
//! (<https://github.com/ramosbugs/oauth2-rs/issues/191>) and leaves out or nulls what it has nothing to say on, so nothing
//! is required but what is used.

use super::fault::TokenFault;
use crate::problems::{self, Answer, Endpoint};
use crate::sign_in::claims;
use crate::upstream::UpstreamUnavailable;
use oauth2::basic::{
    BasicRevocationErrorResponse, BasicTokenIntrospectionResponse, BasicTokenType,
};
use oauth2::{
    AccessToken, Client, EndpointNotSet, EndpointSet, ErrorResponse, RefreshToken,
    RequestTokenError, Scope, StandardRevocableToken, TokenResponse,
};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::time::Duration;
use url::Url;

/// More codes than this are not read.
const MOST_CODES: usize = 16;

/// RFC 6749 section 5.1 and OpenID Connect Core section 3.1.3.3, as far as they are used. How long a token lives is not:
/// each check asks for a fresh one.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Reply {
    access_token: AccessToken,
    #[serde(skip, default = "bearer")]
    token_type: BasicTokenType,
    #[serde(default)]
    refresh_token: Option<RefreshToken>,
    #[serde(default)]
    pub(super) id_token: Option<String>,
}

fn bearer() -> BasicTokenType {
    BasicTokenType::Bearer
}

impl TokenResponse for Reply {
    type TokenType = BasicTokenType;

    fn access_token(&self) -> &AccessToken {
        &self.access_token
    }

    fn token_type(&self) -> &BasicTokenType {
        &self.token_type
    }

    fn expires_in(&self) -> Option<Duration> {
        None
    }

    fn refresh_token(&self) -> Option<&RefreshToken> {
        self.refresh_token.as_ref()
    }

    fn scopes(&self) -> Option<&Vec<Scope>> {
        None
    }
}

/// A refusal: RFC 6749 section 5.2, and what Microsoft adds
/// (<https://learn.microsoft.com/entra/identity-platform/reference-error-codes>).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Refused {
    error: String,
    #[serde(default, deserialize_with = "text")]
    error_description: Option<String>,
    #[serde(default, deserialize_with = "codes")]
    error_codes: Vec<u64>,
    #[serde(default, deserialize_with = "text")]
    error_uri: Option<String>,
    #[serde(default, deserialize_with = "text")]
    suberror: Option<String>,
    #[serde(default, deserialize_with = "text")]
    claims: Option<String>,
}

/// Text, whatever else a service may put there.
fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::String(text) => Some(text),
        Value::Null => None,
        // `claims` is JSON in text; JSON itself means the same.
        other => Some(other.to_string()),
    })
}

/// Numbers, or numbers as text, or one of them.
fn codes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u64>, D::Error> {
    let one = |value: &Value| match value {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => text.trim().trim_start_matches("AADSTS").parse().ok(),
        _ => None,
    };
    Ok(match Value::deserialize(deserializer)? {
        Value::Array(all) => all.iter().filter_map(one).take(MOST_CODES).collect(),
        other => one(&other).into_iter().collect(),
    })
}

impl Refused {
    /// What it means at that endpoint.
    pub(super) fn fault(&self, endpoint: Endpoint) -> TokenFault {
        let claims = self.claims.as_deref().and_then(claims::challenge);
        let answer = Answer {
            error: &self.error,
            description: self.error_description.as_deref().unwrap_or_default(),
            codes: &self.error_codes,
            uri: self.error_uri.as_deref(),
            suberror: self.suberror.as_deref(),
            is_challenge: claims.is_some(),
        };
        TokenFault::Refused {
            found: problems::of_oauth(endpoint, &answer),
            claims,
        }
    }
}

/// The name alone: the rest is Microsoft's words.
impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.error)
    }
}

impl ErrorResponse for Refused {}

/// Whether an error says that there is no such tenant, as the metadata of one do that nobody has:
/// `invalid_tenant` with AADSTS90002.
pub(super) fn is_no_tenant(body: &[u8]) -> bool {
    let refused = serde_json::from_slice::<Refused>(body).ok();
    refused.is_some_and(|refused| {
        let found = refused.fault(Endpoint::Authorize).found();
        found.code() == "tenant-not-found"
    })
}

/// Whether the metadata of a tenant name a token endpoint of another cloud's sign-in.
pub(super) fn is_of_another_cloud(body: &[u8], login: &str) -> bool {
    #[derive(Deserialize)]
    struct Document {
        token_endpoint: Url,
    }
    let document = serde_json::from_slice::<Document>(body);
    let home = Url::parse(login);
    matches!((document, home), (Ok(document), Ok(home)) if document.token_endpoint.origin() != home.origin())
}

/// What the answer of an endpoint means, or that it means nothing.
pub(super) fn fault(error: Fault, endpoint: Endpoint) -> TokenFault {
    match error {
        RequestTokenError::ServerResponse(refused) => refused.fault(endpoint),
        RequestTokenError::Request(unavailable) => TokenFault::Unavailable(unavailable, endpoint),
        // An error under a status of success, a redirect, a page of a proxy, a body cut short.
        RequestTokenError::Parse(_, body) => serde_json::from_slice::<Refused>(&body).map_or(
            TokenFault::Unavailable(UpstreamUnavailable::Unreadable, endpoint),
            |refused| refused.fault(endpoint),
        ),
        RequestTokenError::Other(_) => {
            TokenFault::Unavailable(UpstreamUnavailable::Unreadable, endpoint)
        }
    }
}

pub(super) type Fault = RequestTokenError<UpstreamUnavailable, Refused>;
pub(super) type Registered = Client<
    Refused,
    Reply,
    BasicTokenIntrospectionResponse,
    StandardRevocableToken,
    BasicRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointSet,
>;

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn reply(body: &Value) -> Reply {
        serde_json::from_value(body.clone()).unwrap()
    }

    #[test]
    fn a_lifetime_may_be_a_number_or_text_or_anything() {
        for lifetime in [json!(3599), json!("3599"), json!(null), json!("soon")] {
            let read = reply(
                &json!({"token_type": "Bearer", "expires_in": lifetime, "ext_expires_in": lifetime,
                "expires_on": "1795518000", "access_token": "a", "refresh_token": "r", "id_token": "i", "scope": ["x"]}),
            );
            assert_eq!(read.access_token().secret(), "a", "{lifetime}");
            assert_eq!(read.refresh_token().unwrap().secret(), "r");
            assert_eq!(read.id_token.as_deref(), Some("i"));
        }
    }

    #[test]
    fn codes_are_read_as_numbers_or_text_and_the_last_known_one_decides() {
        for codes in [
            json!([70002, 54005]),
            json!(["70002", "54005"]),
            json!([70002, "AADSTS54005"]),
            json!(54005),
            json!("54005"),
        ] {
            let body =
                json!({"error": "invalid_grant", "error_codes": codes, "error_description": null});
            let refused: Refused = serde_json::from_value(body).unwrap();
            let code = refused.fault(Endpoint::Redeem).found().code();
            assert_eq!(code, "sign-in-broken", "{codes}");
        }
    }

    #[test]
    fn a_challenge_is_kept_as_text_or_as_json() {
        for claims in [
            json!("{\"access_token\":{\"x\":1}}"),
            json!({"access_token": {"x": 1}}),
        ] {
            let body = json!({"error": "interaction_required", "claims": claims});
            let refused: Refused = serde_json::from_value(body).unwrap();
            let fault = refused.fault(Endpoint::Refresh);
            assert_eq!(fault.claims(), Some(r#"{"access_token":{"x":1}}"#));
            assert_eq!(fault.found().code(), "claims-challenge");
        }
    }

    #[test]
    fn what_has_another_form_than_documented_loses_that_field_alone() {
        let body = json!({"error": "invalid_grant", "error_description": ["AADSTS70008: x"], "error_codes": {"a": 1},
            "error_uri": 7, "suberror": null, "claims": [1]});
        let refused: Refused = serde_json::from_value(body).unwrap();
        let fault = refused.fault(Endpoint::Refresh);
        assert_eq!(fault.found().code(), "sign-in-expired");
        assert_eq!(fault.claims(), None);
    }
}
