//! Why there is no token, and what that means.

use crate::problems::{self, Endpoint, Found, Outcome};
use crate::sign_in::discovery::MetadataError;
use crate::sign_in::id_token::Refusal;
use crate::upstream::UpstreamUnavailable;

/// Why there is no token.
#[derive(Clone, Debug)]
pub enum TokenFault {
    /// Microsoft refused, and this is what the refusal means.
    Refused {
        /// What it means.
        found: Found,
        /// What the next sign-in has to satisfy, as JSON
        /// (<https://learn.microsoft.com/entra/identity-platform/claims-challenge>).
        claims: Option<String>,
    },
    /// Microsoft did not answer, at that endpoint.
    Unavailable(UpstreamUnavailable, Endpoint),
    /// Microsoft's metadata is not valid.
    Untrusted,
}

impl TokenFault {
    /// The problem it becomes.
    pub fn found(&self) -> Found {
        match self {
            Self::Refused { found, .. } => found.clone(),
            Self::Unavailable(unavailable, endpoint) => of_unavailable(unavailable).at(*endpoint),
            Self::Untrusted => problems::named("metadata-refused"),
        }
    }

    /// Whether it is this server's credential that was refused, and not the code or the account.
    pub(super) fn is_about_credential(&self) -> bool {
        matches!(self, Self::Refused { found, .. } if found.code() == "server-credential-refused")
    }

    /// Whether it may be worth another try. What cannot be read may have been a success.
    pub(super) fn passes(&self) -> bool {
        match self {
            Self::Unavailable(unavailable, _) => *unavailable != UpstreamUnavailable::Unreadable,
            Self::Refused { found, .. } => found.outcome() == Outcome::Wait,
            Self::Untrusted => false,
        }
    }

    /// The pause that Microsoft asks for, in milliseconds.
    pub(super) fn asked_pause_ms(&self) -> Option<u64> {
        match self {
            Self::Unavailable(unavailable, _) => unavailable.pause_ms(),
            Self::Refused { .. } | Self::Untrusted => None,
        }
    }

    /// What the next sign-in has to satisfy.
    pub fn claims(&self) -> Option<&str> {
        match self {
            Self::Refused { claims, .. } => claims.as_deref(),
            Self::Unavailable(..) | Self::Untrusted => None,
        }
    }
}

impl TokenFault {
    pub(super) fn of_metadata(error: MetadataError, endpoint: Endpoint) -> Self {
        match error {
            MetadataError::Unavailable(unavailable) => Self::Unavailable(unavailable, endpoint),
            MetadataError::Invalid(_) => Self::Untrusted,
        }
    }
}

/// The problem of an upstream that is unavailable.
pub fn of_unavailable(unavailable: &UpstreamUnavailable) -> Found {
    problems::named(match unavailable {
        UpstreamUnavailable::Unreachable => "microsoft-unreachable",
        UpstreamUnavailable::Busy { .. } => "microsoft-busy",
        UpstreamUnavailable::Limited { .. } => "asked-too-often",
        UpstreamUnavailable::Unreadable => "microsoft-unreadable",
    })
}

/// Why it is not known who signed in.
#[derive(Clone, Debug)]
pub enum Unidentified {
    /// The token is not valid.
    Refused(Refusal),
    /// The keys could not be fetched.
    Unavailable(UpstreamUnavailable),
    /// Microsoft's metadata is not valid.
    Untrusted,
}
