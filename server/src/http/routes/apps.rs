//! The inventory of each organization's apps, for people with a role of its observer. Whoever looks is written down before
//! they see anything.

mod session;
mod looker;
mod sign_in;
mod export;

use super::query::Query;
use crate::http::page;
use crate::observer::days;
use crate::observer::difference::Change;
use crate::observer::inventory::{self, Filter, Sort};
use crate::observer::right::Right;
use crate::problems::error::Error;
use crate::state::State;
use crate::store::StoreError;
use axum::extract::{self, Path, RawQuery};
use axum::response::{IntoResponse, Redirect, Response};
use looker::{Looker, Sight, unknown};
use std::sync::Arc;

pub(super) use export::export;
pub(super) use sign_in::{ask, callback, end, start};

/// Changes on the page.
const NEWEST: u32 = 200;

/// Days in the chart.
const DAYS: u32 = 120;

/// Entries on a page of the record.
const LOOKS: u32 = 100;

/// A page, or the problem of the database.
fn shown(page: Result<Response, StoreError>) -> Response {
    page.unwrap_or_else(|error| page::of_error(&error.into()))
}

/// `GET /apps`.
pub(super) async fn all(extract::State(state): extract::State<Arc<State>>) -> Response {
    match &state.config.observers[..] {
        [] => unknown(),
        [only] => Redirect::to(&format!("/apps/{}", only.tenant)).into_response(),
        _ => page::apps_of_whom(),
    }
}

/// `GET /apps/{tenant}`.
pub(super) async fn list(
    extract::State(state): extract::State<Arc<State>>,
    looker: Looker,
    RawQuery(raw): RawQuery,
) -> Response {
    let Some(asked) = asked(raw.as_deref()) else {
        return page::of_error(&Error::bad("bad-request"));
    };
    let list = async {
        looker.looks_at(&state, Sight::List).await?;
        let inventory = looker.inventory(&state).await?;
        let days = days::newest(&state.store, &looker.tenant, DAYS).await?;
        Ok(page::apps(&looker.frame(), &inventory, &days, &asked))
    };
    shown(list.await)
}

/// What the address asks of the list; what it does not know is left out.
fn asked(raw: Option<&str>) -> Option<inventory::Query> {
    let query = Query::parse(raw)?;
    let named = |name: &str| query.get(name).unwrap_or_default();
    let filter = Filter::NAMED
        .iter()
        .find(|(_, name)| *name == named("filter"));
    let sort = Sort::NAMED.iter().find(|(_, name)| *name == named("sort"));
    let page: usize = named("page").parse().unwrap_or(1);
    Some(inventory::Query {
        text: named("q").to_owned(),
        filter: filter.map(|(filter, _)| *filter).unwrap_or_default(),
        sort: sort.map(|(sort, _)| *sort).unwrap_or_default(),
        page: page.saturating_sub(1),
    })
}

/// `GET /apps/{tenant}/app/{id}`.
pub(super) async fn one(
    extract::State(state): extract::State<Arc<State>>,
    looker: Looker,
    Path((_, id)): Path<(String, String)>,
) -> Response {
    let one = async {
        let inventory = looker.inventory(&state).await?;
        let Some(line) = inventory.line(&id) else {
            return Ok(unknown());
        };
        looker.looks_at(&state, Sight::App(&id)).await?;
        let detail = inventory.detail(&state.store, &looker.tenant, &id).await?;
        let history = state
            .store
            .changes_of(looker.tenant.clone(), id.clone(), NEWEST)
            .await?;
        let known = page::Known {
            inventory: &inventory,
            line,
            detail: &detail,
            history: &readable(&history),
            portal: &state.config.microsoft.portal,
        };
        Ok(page::one_app(&looker.frame(), &known))
    };
    shown(one.await)
}

/// `GET /apps/{tenant}/changes`.
pub(super) async fn changes(
    extract::State(state): extract::State<Arc<State>>,
    looker: Looker,
) -> Response {
    let changes = async {
        looker.looks_at(&state, Sight::Changes).await?;
        let inventory = looker.inventory(&state).await?;
        let tenant = looker.tenant.clone();
        let newest = state.store.newest_changes(tenant, NEWEST).await?;
        let newest = readable(&newest);
        Ok(page::changes(&looker.frame(), &inventory, &newest))
    };
    shown(changes.await)
}

/// One that cannot be read was written by a newer version.
fn readable(changes: &[crate::store::observed::Change]) -> Vec<Change> {
    let read = changes
        .iter()
        .map(|change| serde_json::from_str(&change.body));
    read.filter_map(Result::ok).collect()
}

/// `GET /apps/{tenant}/record`: who looked.
pub(super) async fn record(
    extract::State(state): extract::State<Arc<State>>,
    looker: Looker,
    RawQuery(raw): RawQuery,
) -> Response {
    if let Err(refused) = looker.may(Right::Admin) {
        return refused;
    }
    let before = Query::parse(raw.as_deref());
    let before = before.and_then(|query| query.get("before").map(str::to_owned));
    let record = async {
        looker.looks_at(&state, Sight::Record).await?;
        let inventory = looker.inventory(&state).await?;
        let tenant = looker.tenant.clone();
        let looks = state.store.looks(tenant, before, LOOKS).await?;
        let older = looks.last().filter(|_| looks.len() == LOOKS as usize);
        let older = older.map(|look| look.id.as_str());
        Ok(page::looks(&looker.frame(), &inventory, &looks, older))
    };
    shown(record.await)
}
