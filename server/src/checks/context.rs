//! What a check found, and what is true around it.

use crate::checks::schedule::Pace;
use crate::graph::{Fault, Reading, Readings};
use crate::problems::Place;
use crate::sign_in::microsoft::TokenFault;
use consentry_catalog::profile::Profile;

/// What a check found.
#[derive(Clone, Debug)]
pub enum CheckResult {
    /// The stored sign-in does not hold any more.
    SignInLost(TokenFault),
    /// There was no app-only token.
    NoToken(TokenFault),
    /// Graph wants a token that satisfies more, and a fresh one did not (facts: protocol A5).
    Challenged(String),
    /// Graph was asked.
    Read {
        /// Roles the token named. A diagnosis, never a proof (facts: protocol 0.8).
        token_roles: Option<Vec<String>>,
        /// The answers.
        readings: Box<Readings>,
    },
}

impl CheckResult {
    /// Whether Microsoft did not answer: then the check is repeated soon.
    pub fn is_unavailable(&self) -> bool {
        fn is_unanswered<T>(reading: &Reading<T>) -> bool {
            matches!(reading, Err(Fault::Unavailable(_)))
        }
        match self {
            Self::SignInLost(fault) | Self::NoToken(fault) => {
                matches!(fault, TokenFault::Unavailable(..))
            }
            Self::Challenged(_) => false,
            Self::Read { readings, .. } => {
                is_unanswered(&readings.users) || is_unanswered(&readings.sites)
            }
        }
    }
}

/// What is true around the check.
pub struct CheckContext<'a> {
    /// Unix milliseconds.
    pub now: u64,
    /// When the check began.
    pub began: u64,
    /// Whether somebody watches this connection.
    pub watched: bool,
    /// A random number from 0 to 1.
    pub chance: f64,
    /// Whether there is room for a retry ([`crate::checks::schedule::Budget`]).
    pub may_retry: bool,
    /// The waiting times.
    pub pace: &'a Pace,
    /// What the words are filled with.
    pub place: &'a Place,
    /// What the app declares.
    pub profile: &'a Profile,
}
