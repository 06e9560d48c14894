//! Why Microsoft Graph did not answer.

use crate::observer::token::NoToken;
use serde::Deserialize;

/// Why there is no answer.
#[derive(Clone, Debug)]
pub enum Fault {
    /// Graph refuses: status, and `error.code`.
    Refused(u16, String),
    /// Graph has trouble, however often it is asked.
    Busy(u16),
    /// The answer is too long, broken, or of another form than documented.
    Unreadable,
    /// No connection, no TLS, or no answer in time.
    Unreachable,
    /// There is no token.
    NoToken(NoToken),
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Refused(status, code) if code.is_empty() => write!(f, "refused with {status}"),
            Self::Refused(status, code) => write!(f, "refused with {status} {code}"),
            Self::Busy(status) => write!(f, "answered {status} each time"),
            Self::Unreadable => f.write_str("answered in an unexpected way"),
            Self::Unreachable => f.write_str("could not be reached"),
            Self::NoToken(NoToken::Refused(found)) => write!(f, "no token: {}", found.code()),
            Self::NoToken(NoToken::Silent(silence)) => write!(f, "no token: {silence}"),
        }
    }
}

/// `error.code` of an error body, where it is a code: it is shown.
pub fn code(body: &[u8]) -> String {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Body {
        error: Inner,
    }
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Inner {
        code: String,
    }
    let code = serde_json::from_slice::<Body>(body)
        .unwrap_or_default()
        .error
        .code;
    let is_code = code.len() <= 100
        && code
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"_.-".contains(&byte));
    if is_code { code } else { String::new() }
}
