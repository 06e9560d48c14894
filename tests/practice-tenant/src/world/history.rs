//! What happened, for `GET /state`: a robot's only way to know whether it did the right thing.

use jiff::Timestamp;
use serde::Serialize;

use crate::judge::Clicks;

/// What somebody consented to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ConsentKind {
    /// On the user's consent page, for themselves.
    User,
    /// On the user's consent page, with the checkbox: for everyone.
    Organization,
    /// On the admin consent page.
    Admin,
}

/// One consent.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Consent {
    pub(crate) at: Timestamp,
    pub(crate) kind: ConsentKind,
    pub(crate) account: &'static str,
    pub(crate) client_id: String,
    pub(crate) org_tick: bool,
}

/// One sign-in.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SignIn {
    pub(crate) at: Timestamp,
    pub(crate) account: &'static str,
    pub(crate) client_id: String,
}

/// How often things happened.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Counters {
    pub(crate) token_requests: u64,
    pub(crate) tokens_refused: u64,
    /// Codes that came a second time.
    pub(crate) codes_replayed: u64,
    pub(crate) graph_calls: u64,
    /// Calls of Graph with another method than GET.
    pub(crate) graph_writes_refused: u64,
    pub(crate) graph_forbidden: u64,
    pub(crate) throttled: u64,
    pub(crate) faults: u64,
    pub(crate) consents_declined: u64,
    pub(crate) approvals_requested: u64,
    /// Changes refused by the portal because the account may not make them.
    pub(crate) portal_refused: u64,
}

/// Everything that happened since the start or the last reset.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct History {
    pub(crate) codes_redeemed: u64,
    pub(crate) sign_ins: Vec<SignIn>,
    pub(crate) consents: Vec<Consent>,
    pub(crate) clicks: Clicks,
    pub(crate) counters: Counters,
}
