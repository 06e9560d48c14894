//! What a browser came for: an authorization request or an admin consent request.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use sha2::{Digest as _, Sha256};

/// A validated authorization request (RFC 6749 section 4.1.1, RFC 7636 section 4.3).
#[derive(Clone, Debug)]
pub(crate) struct Authorize {
    pub(crate) client_id: String,
    pub(crate) redirect_uri: String,
    pub(crate) response_mode: ResponseMode,
    /// Without the resource's prefix, in the spelling of the permission table.
    pub(crate) scopes: Vec<String>,
    pub(crate) state: Option<String>,
    pub(crate) nonce: Option<String>,
    pub(crate) challenge: Option<Challenge>,
    pub(crate) prompt: Option<Prompt>,
    pub(crate) login_hint: Option<String>,
    /// The request that comes first, where this one is for a second application's consent.
    pub(crate) first: Option<Box<Authorize>>,
}

/// A validated admin consent request (Microsoft identity platform, "Admin consent").
#[derive(Clone, Debug)]
pub(crate) struct AdminConsent {
    pub(crate) version: Version,
    pub(crate) client_id: String,
    pub(crate) redirect_uri: String,
    pub(crate) state: Option<String>,
    /// Delegated permissions to grant for everybody.
    pub(crate) delegated: Vec<String>,
    /// Application permissions to grant; only through `/.default` or version 1.
    pub(crate) roles: Vec<String>,
    /// `scope` as it was asked for, to be given back.
    pub(crate) scope: Option<String>,
}

/// One of the two.
#[derive(Clone, Debug)]
pub(crate) enum Errand {
    Authorize(Authorize),
    AdminConsent(AdminConsent),
}

impl Errand {
    /// The application it is for.
    pub(crate) fn client_id(&self) -> &str {
        match self {
            Self::Authorize(request) => &request.client_id,
            Self::AdminConsent(request) => &request.client_id,
        }
    }
}

/// `prompt` (Microsoft identity platform, "Authorization code flow").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Prompt {
    Login,
    None,
    Consent,
    SelectAccount,
}

/// `response_mode`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ResponseMode {
    Query,
    Fragment,
    FormPost,
}

/// The two admin consent endpoints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Version {
    V1,
    V2,
}

/// A PKCE challenge.
#[derive(Clone, Debug)]
pub(crate) enum Challenge {
    S256(String),
    Plain(String),
}

impl Challenge {
    /// Whether a verifier belongs to it (RFC 7636 section 4.6).
    pub(crate) fn matches(&self, verifier: &str) -> bool {
        match self {
            Self::S256(digest) => {
                BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(verifier)) == *digest
            }
            Self::Plain(text) => text == verifier,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_verifier_of_rfc_7636_appendix_b_matches_its_challenge() {
        let challenge = Challenge::S256("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM".to_owned());
        assert!(challenge.matches("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));
        assert!(!challenge.matches("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXl"));
    }
}
