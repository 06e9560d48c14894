//! Coming back from Microsoft's admin-consent page (facts: protocol A7).
//!
//! What the address says is a hint: the tenant in it can be forged, and `admin_consent=True` is
//! there even when it failed. Only Graph knows; so nothing happens here but a check, and the same
//! address may come twice.

use super::callback::answer;
use super::query::Query;
use crate::checks;
use crate::connection::Connection;
use crate::http::page;
use crate::problems::error::Error;
use crate::problems::{self, Endpoint};
use crate::secrets::token;
use crate::state::State;
use crate::store::Kind;
use axum::extract::{self, RawQuery};
use axum::response::Response;
use consentry_wire::api::Hint;
use std::sync::Arc;

/// `GET /oauth/adminconsent/callback`.
pub(super) async fn callback(
    extract::State(state): extract::State<Arc<State>>,
    RawQuery(raw): RawQuery,
) -> Response {
    match come_back(&state, raw.as_deref()).await {
        Ok(response) => response,
        Err(error) => page::of_error(&error),
    }
}

async fn come_back(state: &State, raw: Option<&str>) -> Result<Response, Error> {
    let query = Query::parse(raw).ok_or_else(|| Error::bad("callback-malformed"))?;
    let presented = query
        .get("state")
        .ok_or_else(|| Error::bad("callback-malformed"))?;
    let found = state
        .store
        .look_up(
            token::digest(presented),
            Kind::AdminConsent,
            state.clock.now(),
        )
        .await?;
    let connection = found.ok_or_else(|| Error::bad("sign-in-unknown"))?;
    // The error first: it comes together with `admin_consent=True`.
    let refused = answer(&query).map(|answer| problems::of_oauth(Endpoint::AdminConsent, &answer));
    let granted = query
        .get("admin_consent")
        .is_some_and(|value| value.eq_ignore_ascii_case("true"));
    let hint = match (&refused, granted) {
        (Some(found), _) => (found.code() == "declined").then_some(Hint::ConsentDeclined),
        (None, true) => Some(Hint::ConsentReturned),
        (None, false) => return Err(Error::bad("callback-malformed")),
    };
    let now = state.clock.now();
    let change = |connection: &mut Connection| {
        checks::suggest(connection, hint, now);
        checks::hasten(connection, now, &state.pace);
    };
    state.update_connection(connection.id, change).await?;
    let place = state.place(&connection);
    Ok(match refused {
        Some(found) => page::problem(axum::http::StatusCode::OK, &found.problem(&place)),
        None => page::granted(&place),
    })
}
