//! One check of one connection: refresh token if it is time, app-only token, Graph, result.
//!
//! Deliberately absent: what an answer means; that is [`crate::checks`].

mod observed;

use crate::checks::{self, CheckContext, CheckResult};
use crate::config::App;
use crate::connection::{Connection, state_name};
use crate::problems;
use crate::problems::error::Error;
use crate::sign_in::microsoft::TokenFault;
use crate::sign_in::refresh_token;
use crate::state::State;
use consentry_wire::api;
use rand::Rng;
use secrecy::ExposeSecret;
use serde::Deserialize;
use uuid::Uuid;

/// Checks a connection and writes down what came of it. The caller sees to it that no two checks
/// of one connection run at once.
///
/// # Errors
///
/// When the store fails, or the stored sign-in cannot be decrypted.
#[expect(
    clippy::too_many_lines,
    reason = "one check from its first step to its last; the steps are functions"
)]
pub async fn run(state: &State, id: Uuid) -> Result<(), Error> {
    let Some(connection) = state.store.connection(id).await? else {
        return Ok(());
    };
    let Some(tenant) = connection
        .status
        .tenant
        .as_ref()
        .map(|tenant| tenant.id.clone())
    else {
        return state
            .update_connection(id, |connection| connection.status.next_check_at = None)
            .await
            .map(|_| ());
    };
    if let Some(asked) = &connection.status.asked {
        return observed::run(state, &connection, &tenant, asked).await;
    }
    let Some(app) = state.app(&connection) else {
        let problem = problems::named("unknown-profile").problem(&state.place(&connection));
        let change = |connection: &mut Connection| {
            connection.status.state = api::State::Blocked {
                problem: problem.clone(),
            };
            connection.status.next_check_at = None;
        };
        return state.update_connection(id, change).await.map(|_| ());
    };
    if put_off(state, &connection).await? {
        return Ok(());
    }
    let began = state.clock.now();
    let refresh = connection.refresh.clone();
    let outcome = match refresh_if_due(state, app, &connection, &tenant).await? {
        Some(lost) => CheckResult::SignInLost(lost),
        None => ask_graph(state, app, &tenant).await,
    };
    if connection.schedule.troubles == 0 {
        state.budget.deposit();
    }
    let may_retry = !outcome.is_unavailable() || state.budget.withdraw();
    let luck = rand::rng().random();
    let change = |connection: &mut Connection| {
        // What was found is of this tenant, whatever the connection's is by now.
        if connection.is_of_another_tenant(&tenant) {
            return;
        }
        // Somebody signed in anew while the old sign-in was found lost: the new one counts.
        if matches!(outcome, CheckResult::SignInLost(_)) && connection.refresh != refresh {
            return;
        }
        let now = state.clock.now();
        let place = state.place(connection);
        let watched = state.broadcaster.is_watched(id, now) || connection.watched_until > now;
        let world = CheckContext {
            now,
            began,
            watched,
            chance: luck,
            may_retry,
            pace: &state.pace,
            place: &place,
            profile: app.profile,
        };
        checks::conclude(connection, &outcome, &world);
    };
    if let Some(after) = state.update_connection(id, change).await? {
        state
            .metrics
            .checked(state_name(&after.status.state), outcome.is_unavailable());
        tracing::info!(connection.id = %id, state = state_name(&after.status.state), "checked");
    }
    Ok(())
}

/// After a restart everything is late at once. What nobody waits for is put off by chance.
async fn put_off(state: &State, connection: &Connection) -> Result<bool, Error> {
    let now = state.clock.now();
    let late = connection
        .status
        .next_check_at
        .map_or(0, |at| now.saturating_sub(at));
    let routine = matches!(
        connection.status.state,
        api::State::Authorized { .. }
            | api::State::Granted
            | api::State::NeedsAdminConsent
            | api::State::Blocked { .. }
            | api::State::NeedsReauthorization { .. }
    );
    if !routine || state.broadcaster.is_watched(connection.id, now) {
        return Ok(false);
    }
    let up = now.saturating_sub(state.started_at);
    let Some(pause) = state.pace.catch_up(late, up, rand::rng().random()) else {
        return Ok(false);
    };
    let change = |connection: &mut Connection| {
        connection.status.next_check_at = Some(now.saturating_add(pause));
    };
    state.update_connection(connection.id, change).await?;
    Ok(true)
}

/// Asks Graph. If it wants a token that satisfies more, one is fetched that does, once.
async fn ask_graph(state: &State, app: &App, tenant: &str) -> CheckResult {
    let mut challenge = None;
    loop {
        let now = state.clock.now();
        let asked = challenge.as_deref();
        let token = match state.microsoft.app_only(app, tenant, asked, now).await {
            Ok(token) => token,
            Err(fault) => return CheckResult::NoToken(fault),
        };
        let token = token.expose_secret();
        let readings = state.graph.read(token, &app.client_id).await;
        match (readings.challenge().map(str::to_owned), &challenge) {
            (Some(claims), None) => challenge = Some(claims),
            (Some(claims), Some(_)) => return CheckResult::Challenged(claims),
            (None, _) => {
                let mut readings = readings;
                if readings.lacks()
                    && let Some(token) = state.proofs.token(tenant).await
                {
                    let token = token.expose_secret();
                    readings.answered_by(state.graph.observe(token, &app.client_id).await);
                }
                return CheckResult::Read {
                    token_roles: roles(token),
                    readings: Box::new(readings),
                };
            }
        }
    }
}

/// Replaces the refresh token if it is time to; this is how a revoked or expired sign-in shows.
async fn refresh_if_due(
    state: &State,
    app: &App,
    connection: &Connection,
    tenant: &str,
) -> Result<Option<TokenFault>, Error> {
    let Some(encrypted) = connection.refresh.clone() else {
        return Ok(None);
    };
    let now = state.clock.now();
    let due = connection
        .schedule
        .refreshed_at
        .is_none_or(|at| now >= at.saturating_add(state.pace.refresh_ms));
    let lost_before = matches!(
        connection.status.state,
        api::State::NeedsReauthorization { .. }
    );
    if !due && !lost_before {
        return Ok(None);
    }
    let key = state.data_key(connection)?;
    let old = refresh_token::decrypt(&key, &encrypted)?;
    let tokens = match state.microsoft.refresh(app, tenant, old, now).await {
        Ok(tokens) => tokens,
        Err(fault @ TokenFault::Refused { .. }) if is_about_sign_in(&fault) => {
            return Ok(Some(fault));
        }
        // Not now; the next check tries again.
        Err(_) => return Ok(None),
    };
    let fresh = tokens
        .refresh
        .map(|token| refresh_token::encrypt(&key, &token));
    let change = |connection: &mut Connection| {
        if connection.refresh.as_ref() == Some(&encrypted) {
            connection.refresh = fresh.clone().or_else(|| connection.refresh.take());
            connection.schedule.refreshed_at = Some(now);
        }
    };
    state.update_connection(connection.id, change).await?;
    Ok(None)
}

/// What is about this server says nothing of the sign-in; the app-only request that follows shows it.
fn is_about_sign_in(fault: &TokenFault) -> bool {
    let found = fault.found();
    found.outcome() != problems::Outcome::Wait
        && !matches!(
            found.code(),
            "server-credential-refused" | "server-clock" | "unknown-refusal"
        )
}

/// The roles a token names, if it can be read at all. Access tokens are for Graph and not for
/// this server: this is for saying what is missing, and proves nothing.
fn roles(token: &str) -> Option<Vec<String>> {
    #[derive(Deserialize)]
    struct Claims {
        #[serde(default)]
        roles: Vec<String>,
    }
    jsonwebtoken::dangerous::insecure_decode::<Claims>(token)
        .ok()
        .map(|data| data.claims.roles)
}
