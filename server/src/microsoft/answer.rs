//! What the token endpoint answers, as the `oauth2` crate is told to read it.

use crate::http::Silence;
use oauth2::basic::{
    BasicRevocationErrorResponse, BasicTokenIntrospectionResponse, BasicTokenType,
};
use oauth2::{
    Client, EndpointNotSet, EndpointSet, ErrorResponse, ExtraTokenFields, RequestTokenError,
    StandardRevocableToken, StandardTokenResponse,
};
use serde::{Deserialize, Serialize};

/// What a token answer may carry besides RFC 6749.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct OpenId {
    #[serde(default)]
    pub(super) id_token: Option<String>,
}

impl ExtraTokenFields for OpenId {}

/// A refusal: RFC 6749 section 5.2, and the claims that Conditional Access asks for (facts: protocol
/// A3).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Refused {
    pub(super) error: String,
    #[serde(default)]
    pub(super) error_description: String,
    #[serde(default)]
    pub(super) claims: Option<String>,
}

/// The name alone: the rest is Microsoft's words.
impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.error)
    }
}

impl ErrorResponse for Refused {}

pub(super) type Reply = StandardTokenResponse<OpenId, BasicTokenType>;
pub(super) type Fault = RequestTokenError<Silence, Refused>;
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
