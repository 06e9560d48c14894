//! Why Microsoft Graph did not answer.

use crate::observer::token::NoToken;
use crate::problems::{Found, Outcome};
use crate::secrets::credential::NoToken as Machine;
use crate::sign_in::microsoft::of_unavailable;
use crate::upstream::UpstreamUnavailable;
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

impl Fault {
    /// What passes by itself, if it is that: Microsoft did not say, and nothing is known to be wrong.
    pub fn passing(&self) -> Option<Found> {
        let silence = match self {
            Self::Refused(..) | Self::NoToken(NoToken::Machine(Machine::Refused)) => return None,
            Self::Busy(429) => UpstreamUnavailable::Limited { pause_ms: None },
            Self::Busy(_) | Self::NoToken(NoToken::Machine(Machine::Busy)) => {
                UpstreamUnavailable::Busy { pause_ms: None }
            }
            Self::Unreadable => UpstreamUnavailable::Unreadable,
            Self::Unreachable | Self::NoToken(NoToken::Machine(_)) => {
                UpstreamUnavailable::Unreachable
            }
            Self::NoToken(NoToken::Refused(found)) => {
                return Some(found.clone()).filter(|found| found.outcome() == Outcome::Wait);
            }
            Self::NoToken(NoToken::Silent(silence)) => silence.clone(),
        };
        Some(of_unavailable(&silence))
    }
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
            Self::NoToken(NoToken::Machine(why)) => write!(f, "no token: {why}"),
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
