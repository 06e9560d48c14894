//! The wizard's routes.

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::{Path, RawQuery, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use maud::html;
use serde_json::json;

use super::{
    backend,
    connector::{Connector, Side},
    pages,
    shown::{self, Shown},
};
use crate::{
    tenant::{Tenant, now},
    web::{self, Params},
    world::secret,
};

const COOKIE: &str = "mover";

/// All of them.
pub(crate) fn router() -> Router<Arc<Tenant>> {
    Router::new()
        .route("/", get(start))
        .route("/connectors", get(kinds))
        .route("/connectors/new", get(name_it).post(authorize))
        .route("/connectors/{id}/reauthorize", post(reauthorize))
        .route("/connectors/{id}/load", get(load))
        .route("/wizard/return", get(returned))
        .route(
            "/assets/mover.css",
            get(async || web::asset("text/css", include_str!("../../assets/mover/mover.css"))),
        )
        .route(
            "/assets/judge.js",
            get(async || web::asset("text/javascript", include_str!("../../assets/judge.js"))),
        )
        .route(
            "/assets/mover.js",
            get(async || {
                web::asset(
                    "text/javascript",
                    include_str!("../../assets/mover/mover.js"),
                )
            }),
        )
}

fn session(headers: &HeaderMap) -> Option<String> {
    web::cookie(headers, COOKIE)
}

async fn start(State(tenant): State<Arc<Tenant>>, headers: HeaderMap) -> Response {
    let connectors = mine(&tenant, &headers);
    pages::wizard(&tenant, &connectors, None)
}

fn mine(tenant: &Tenant, headers: &HeaderMap) -> Vec<Connector> {
    session(headers).map_or_else(Vec::new, |s| tenant.world().connectors.of(&s).to_vec())
}

async fn kinds(State(tenant): State<Arc<Tenant>>, RawQuery(query): RawQuery) -> Response {
    let query = Params::parse(&query.unwrap_or_default());
    pages::kinds(&tenant, Side::of(query.get("side")))
}

async fn name_it(State(tenant): State<Arc<Tenant>>, RawQuery(query): RawQuery) -> Response {
    let query = Params::parse(&query.unwrap_or_default());
    pages::name_it(&tenant, Side::of(query.get("side")), &html! {})
}

/// Asks the backend for a connection and sends the browser to its sign-in.
async fn authorize(
    State(tenant): State<Arc<Tenant>>,
    headers: HeaderMap,
    form: String,
) -> Response {
    let form = Params::parse(&form);
    let side = Side::of(form.get("side"));
    let name = form.get("display_name").unwrap_or("Office 365");
    let created = match backend::create(&tenant, name).await {
        Ok(created) => created,
        Err(trouble) => {
            return pages::name_it(&tenant, side, &shown::bar(&html! { (trouble) }));
        }
    };
    let session = session(&headers).unwrap_or_else(secret);
    let connector = Connector::new(&created.id, name, side, &created.bearer);
    tenant.world().connectors.add(&session, connector);
    let response = web::redirect(StatusCode::SEE_OTHER, &created.start_url);
    web::set_cookie(response, COOKIE, &session)
}

/// The same connection, a new sign-in.
async fn reauthorize(
    State(tenant): State<Arc<Tenant>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Response {
    let Some(connector) = find(&tenant, &headers, &id) else {
        return unknown(&tenant);
    };
    match backend::reauthorize(&tenant, &connector).await {
        Ok(to) => web::redirect(StatusCode::SEE_OTHER, &to),
        Err(trouble) => {
            let shown = shown::status(&connector, &Err(trouble), None);
            pages::wizard(
                &tenant,
                &mine(&tenant, &headers),
                Some((&connector, &shown)),
            )
        }
    }
}

/// The page the backend sends the browser back to. Its fragment is left alone.
async fn returned(
    State(tenant): State<Arc<Tenant>>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Response {
    let query = Params::parse(&query.unwrap_or_default());
    let Some(connector) = query
        .get("connection")
        .and_then(|id| find(&tenant, &headers, id))
    else {
        return unknown(&tenant);
    };
    let status = backend::status(&tenant, &connector, false).await;
    let shown = shown::status(&connector, &status, query.get("error"));
    pages::wizard(
        &tenant,
        &mine(&tenant, &headers),
        Some((&connector, &shown)),
    )
}

/// What the page's script asks for, again and again.
async fn load(
    State(tenant): State<Arc<Tenant>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Response {
    let Some(connector) = find(&tenant, &headers, &id) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let session = session(&headers).unwrap_or_default();
    let due = tenant.world().connectors.check_due(&session, &id, now());
    let status = backend::status(&tenant, &connector, due).await;
    let Shown {
        bars,
        column,
        settled,
    } = shown::status(&connector, &status, None);
    Json(json!({ "bars": bars.0, "column": column.0, "settled": settled })).into_response()
}

fn find(tenant: &Tenant, headers: &HeaderMap, id: &str) -> Option<Connector> {
    let session = session(headers)?;
    tenant.world().connectors.find(&session, id).cloned()
}

fn unknown(tenant: &Tenant) -> Response {
    let bar = shown::bar(&html! { "This browser has no such connector." });
    let main = html! { p class="center" { a href="/" { "Back to the wizard" } } };
    pages::page(tenant, "Transfer Wizard", &bar, &main)
}
