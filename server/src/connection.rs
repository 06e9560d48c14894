//! One connection: what is answered about it, and what only the server knows of it.

use consentry_wire::api::{Asked, ConsentSettings, Exposure, Grants, Proof, Role, State, Status};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One connection, as stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Connection {
    /// Its id.
    pub id: Uuid,
    /// What the API answers. Its revision is the version that a change is compared with.
    pub status: Status,
    /// When it is checked next, and why then.
    pub schedule: CheckSchedule,
    /// Where the browser goes after the sign-in.
    pub return_to: Option<String>,
    /// Its data key, wrapped by the master key.
    pub wrapped_key: Vec<u8>,
    /// The refresh token, encrypted.
    pub refresh: Option<Vec<u8>>,
    /// When it was made.
    pub created_at: u64,
    /// Until when somebody watches it at some server. Not part of what is saved: see
    /// [`watched`](crate::store::Connections::watched).
    pub watched_until: u64,
}

/// What the next check depends on. Times are Unix milliseconds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CheckSchedule {
    /// Checks in the present state.
    pub tries: u32,
    /// Checks in a row that ended without an answer.
    pub troubles: u32,
    /// Until when Microsoft asked for a pause.
    pub paused_until: Option<u64>,
    /// When a check was requested while another one may have been under way.
    pub wished_at: Option<u64>,
    /// Since when a grant is expected to show itself.
    pub expecting_since: Option<u64>,
    /// Whether a part of what the app declares was seen to be granted.
    pub partial: bool,
    /// When somebody last signed in.
    pub signed_in_at: Option<u64>,
    /// When the refresh token was last replaced.
    pub refreshed_at: Option<u64>,
    /// What the next sign-in has to satisfy: a claims challenge of Microsoft's, as JSON.
    pub claims: Option<String>,
    /// The tenant that was named when the connection was made, by its id or a domain, until a sign-in brings one.
    pub tenant: Option<String>,
    /// Since when no check has brought an answer.
    pub troubled_since: Option<u64>,
}

impl Connection {
    /// A connection that nobody has signed in to.
    pub fn new(id: Uuid, profile: &str, role: Role, wrapped_key: Vec<u8>, now: u64) -> Self {
        Self {
            id,
            status: Status {
                id: id.to_string(),
                profile: profile.to_owned(),
                proof: Proof::Own,
                asked: None,
                display_name: None,
                role,
                revision: 1,
                state: State::AwaitingSignIn,
                tenant: None,
                account: None,
                app: None,
                exposure: Exposure::default(),
                grants: Grants::default(),
                consent: ConsentSettings::default(),
                advice: None,
                missing: Vec::new(),
                evidence: Vec::new(),
                checked_at: None,
                next_check_at: None,
                waiting: None,
            },
            schedule: CheckSchedule::default(),
            return_to: None,
            wrapped_key,
            refresh: None,
            created_at: now,
            watched_until: 0,
        }
    }

    /// The same connection of an app that only the organization's observer can look at.
    #[must_use]
    pub fn observed(mut self, asked: Asked, tenant: String) -> Self {
        self.status.proof = Proof::Observer;
        self.status.asked = Some(asked);
        self.schedule.tenant = Some(tenant);
        self
    }

    /// Whether the organization's observer looks at the app, and not the app itself.
    pub fn is_observed(&self) -> bool {
        self.status.proof == Proof::Observer
    }

    /// The same without anything that was read in the tenant, for who did not sign in there.
    #[must_use]
    pub fn unseen(mut self) -> Self {
        let status = &mut self.status;
        if let Some(tenant) = &mut status.tenant {
            tenant.name = None;
        }
        status.app = None;
        status.account = None;
        self
    }

    /// Whether the connection belongs to a tenant, and to another one than this.
    pub fn is_of_another_tenant(&self, tenant: &str) -> bool {
        self.status
            .tenant
            .as_ref()
            .is_some_and(|own| own.id != tenant)
    }

    /// The tenant a sign-in has to be in: the one the connection belongs to, or the one that was named.
    pub fn wanted_tenant(&self) -> Option<&str> {
        let own = self.status.tenant.as_ref().map(|tenant| tenant.id.as_str());
        own.or(self.schedule.tenant.as_deref())
    }

    /// Whether an earlier sign-in is still in use: a failed new one must not undo it.
    pub fn is_signed_in(&self) -> bool {
        matches!(
            self.status.state,
            State::NeedsAdminConsent
                | State::Propagating { .. }
                | State::Authorized { .. }
                | State::Granted
        )
    }
}

/// Whether [`Connection::is_observed`] may hold for a status that was not parsed; true for nothing where another value
/// is the same word by chance.
pub fn may_be_observed(json: &str) -> bool {
    json.contains("\"observer\"")
}

/// The name of a state in the log, the metrics and the record.
pub fn state_name(state: &State) -> &'static str {
    match state {
        State::AwaitingSignIn => "awaiting_sign_in",
        State::NeedsAdminConsent => "needs_admin_consent",
        State::Propagating { .. } => "propagating",
        State::Authorized { .. } => "authorized",
        State::Granted => "granted",
        State::NeedsReauthorization { .. } => "needs_reauthorization",
        State::Blocked { .. } => "blocked",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use consentry_wire::api::Expectation;

    #[test]
    fn what_was_not_parsed_is_observed_wherever_the_parsed_connection_is() {
        let own = Connection::new(Uuid::nil(), "observer-of-files", Role::Other, Vec::new(), 0);
        let asked = Asked {
            client_id: String::new(),
            source: Expectation::Link,
            delegated: Vec::new(),
            application: Vec::new(),
            for_everybody: false,
        };
        let observed = own.clone().observed(asked, "t".to_owned());
        for connection in [own, observed] {
            let json = serde_json::to_string(&connection.status).unwrap();
            assert_eq!(may_be_observed(&json), connection.is_observed(), "{json}");
        }
    }
}
