//! How a request names a permission: `https://graph.microsoft.com/Mail.Read`, `Mail.Read`,
//! `00000003-…/Mail.Read`, or the ID of one.

use serde::{Deserialize, Serialize};

/// A permission as it was asked for. It keeps the service it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Scope {
    /// The service, as the request wrote it: an address or an application id.
    pub service: Option<String>,
    /// The permission's value, or its id.
    pub value: String,
}

/// Scopes that are about the sign-in itself (OpenID Connect Core 5.4 and 11).
const SIGN_IN: [&str; 4] = ["openid", "profile", "email", "offline_access"];

impl Scope {
    /// Reads one word of a `scope` parameter. Every text is a scope; most mean nothing.
    pub fn parse(text: &str) -> Self {
        match text.rsplit_once('/') {
            Some((service, value)) => Self {
                service: Some(service.trim_end_matches('/').to_owned()),
                value: value.to_owned(),
            },
            None => Self {
                service: None,
                value: text.to_owned(),
            },
        }
    }

    /// The same permission at a service, where it names none itself.
    #[must_use]
    pub fn at(mut self, service: &str) -> Self {
        if self.service.is_none() && !self.is_sign_in() {
            self.service = Some(service.trim_end_matches('/').to_owned());
        }
        self
    }

    /// The value, or the id, without its service.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// Whether it stands for everything the app was set up to ask for.
    pub fn is_default(&self) -> bool {
        self.value.eq_ignore_ascii_case(".default")
    }

    /// Whether it is about the sign-in itself and opens no data.
    pub fn is_sign_in(&self) -> bool {
        SIGN_IN
            .iter()
            .any(|word| word.eq_ignore_ascii_case(&self.value))
    }
}

impl From<String> for Scope {
    fn from(text: String) -> Self {
        Self::parse(&text)
    }
}

impl From<Scope> for String {
    fn from(scope: Scope) -> Self {
        match scope.service {
            Some(service) => format!("{service}/{}", scope.value),
            None => scope.value,
        }
    }
}
