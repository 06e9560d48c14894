//! What a sign-in leaves in its connection: who came, or why nobody did.

use crate::checks;
use crate::connection::{CheckSchedule, Connection};
use crate::problems::error::Error;
use crate::problems::{Found, Outcome};
use crate::sign_in::id_token::Identity;
use crate::sign_in::microsoft::TokenFault;
use crate::state::State;
use consentry_wire::api::{self, Tenant};
use uuid::Uuid;

/// Why nobody is signed in.
pub(super) struct Failure {
    pub(super) found: Found,
    /// What the next sign-in has to satisfy; without it that would fail in the same way.
    claims: Option<String>,
}

impl From<Found> for Failure {
    fn from(found: Found) -> Self {
        Self {
            found,
            claims: None,
        }
    }
}

impl From<TokenFault> for Failure {
    fn from(fault: TokenFault) -> Self {
        Self {
            found: fault.found(),
            claims: fault.claims().map(str::to_owned),
        }
    }
}

/// Writes down who signed in. False where another sign-in has meanwhile brought the connection to another tenant: what is
/// known of one is never written beside the name of another.
pub(super) async fn arrived(
    state: &State,
    id: Uuid,
    identity: &Identity,
    refresh: Option<Vec<u8>>,
) -> Result<bool, Error> {
    let now = state.clock.now();
    let change = |connection: &mut Connection| {
        if connection.is_of_another_tenant(&identity.tenant) {
            return;
        }
        if !connection.is_signed_in() {
            // Not proven yet; the check that follows at once says what is true.
            connection.status.state = api::State::NeedsAdminConsent;
        }
        let name = connection
            .status
            .tenant
            .take()
            .and_then(|tenant| tenant.name);
        connection.status.tenant = Some(Tenant {
            id: identity.tenant.clone(),
            name,
        });
        connection.status.account.clone_from(&identity.account);
        connection.status.waiting = None;
        connection.status.next_check_at = Some(now);
        connection.refresh.clone_from(&refresh);
        connection.schedule = CheckSchedule {
            signed_in_at: Some(now),
            refreshed_at: Some(now),
            ..CheckSchedule::default()
        };
        connection.status.advice = checks::advice(connection, &state.place(connection));
    };
    let after = state.update_connection(id, change).await?;
    Ok(after.is_some_and(|after| !after.is_of_another_tenant(&identity.tenant)))
}

/// A failed sign-in changes nothing that an earlier one achieved, but for what the next one has to satisfy.
pub(super) async fn failed(state: &State, id: Uuid, failure: &Failure) -> Result<(), Error> {
    let Failure { found, claims } = failure;
    let change = |connection: &mut Connection| {
        if claims.is_some() {
            connection.schedule.claims.clone_from(claims);
        }
        if connection.is_signed_in() {
            return;
        }
        let problem = found.problem(&state.place(connection));
        let again = found.outcome() == Outcome::Reauthorize && connection.status.tenant.is_some();
        connection.status.state = if again {
            api::State::NeedsReauthorization { cause: problem }
        } else {
            api::State::Blocked { problem }
        };
        connection.status.advice = None;
    };
    state.update_connection(id, change).await.map(|_| ())
}
