//! The inventory of each organization's apps, for people with a role of its observer. No role, no data; and a session of
//! one tenant opens nothing of another.

mod session;

use super::callback;
use super::query::Query;
use super::sign_in::is_sent_from_here;
use crate::config::Observer;
use crate::connection::Connection;
use crate::http::page;
use crate::observer::difference::Change;
use crate::observer::inventory::{self, Filter, Inventory, Sort};
use crate::problems::Place;
use crate::problems::error::Error;
use crate::sign_in::pending::Secrets;
use crate::state::State;
use crate::store::StoreError;
use axum::extract::{self, Path, RawQuery};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use consentry_wire::api::{Asked, Expectation, Role};
use session::{Begun, HOUR_MS, Session};
use std::sync::Arc;
use uuid::Uuid;

/// Changes on the page.
const NEWEST: u32 = 200;

/// What a person may see, or where they are sent.
struct Looker<'a> {
    observer: &'a Observer,
    session: Session,
}

impl Looker<'_> {
    fn frame(&self) -> page::Frame<'_> {
        page::Frame {
            tenant: &self.observer.tenant,
            account: self.session.account.as_deref(),
        }
    }

    async fn inventory(&self, state: &State) -> Result<Arc<Inventory>, StoreError> {
        let tenant = &self.observer.tenant;
        state.inventories.of(&state.store, tenant).await
    }
}

fn unknown() -> Response {
    page::of_error(&Error::new(StatusCode::NOT_FOUND, "not-found"))
}

/// The one door: every page of an inventory is behind it.
#[expect(clippy::result_large_err, reason = "it is the answer")]
fn looker<'a>(state: &'a State, tenant: &str, headers: &HeaderMap) -> Result<Looker<'a>, Response> {
    let observer = state.config.observer(tenant).ok_or_else(unknown)?;
    let session = session::read::<Session>(state, headers);
    let session = session.filter(|session| session.tenant == observer.tenant);
    let to_sign_in = || Redirect::to(&format!("/apps/{}/sign-in", observer.tenant)).into_response();
    Ok(Looker {
        observer,
        session: session.ok_or_else(to_sign_in)?,
    })
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
    Path(tenant): Path<String>,
    RawQuery(raw): RawQuery,
    headers: HeaderMap,
) -> Response {
    let looker = match looker(&state, &tenant, &headers) {
        Ok(looker) => looker,
        Err(response) => return response,
    };
    let Some(asked) = asked(raw.as_deref()) else {
        return page::of_error(&Error::bad("bad-request"));
    };
    match looker.inventory(&state).await {
        Ok(inventory) => page::apps(&looker.frame(), &inventory, &asked),
        Err(error) => page::of_error(&error.into()),
    }
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
    Path((tenant, id)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let looker = match looker(&state, &tenant, &headers) {
        Ok(looker) => looker,
        Err(response) => return response,
    };
    let shown = async {
        let inventory = looker.inventory(&state).await?;
        let Some(line) = inventory.line(&id) else {
            return Ok(unknown());
        };
        let key = &looker.observer.tenant;
        let detail = inventory.detail(&state.store, key, &id).await?;
        Ok::<_, StoreError>(page::one_app(&looker.frame(), &inventory, line, &detail))
    };
    shown
        .await
        .unwrap_or_else(|error| page::of_error(&error.into()))
}

/// `GET /apps/{tenant}/changes`.
pub(super) async fn changes(
    extract::State(state): extract::State<Arc<State>>,
    Path(tenant): Path<String>,
    headers: HeaderMap,
) -> Response {
    let looker = match looker(&state, &tenant, &headers) {
        Ok(looker) => looker,
        Err(response) => return response,
    };
    let shown = async {
        let inventory = looker.inventory(&state).await?;
        let newest = newest(&state, &looker.observer.tenant).await?;
        Ok::<_, StoreError>(page::changes(&looker.frame(), &inventory, &newest))
    };
    shown
        .await
        .unwrap_or_else(|error| page::of_error(&error.into()))
}

/// The newest changes first. One that cannot be read was written by a newer version.
async fn newest(state: &State, tenant: &str) -> Result<Vec<Change>, StoreError> {
    let newest = state
        .store
        .newest_changes(tenant.to_owned(), NEWEST)
        .await?;
    let changes = newest
        .iter()
        .map(|change| serde_json::from_str(&change.body));
    Ok(changes.filter_map(Result::ok).collect())
}

/// `GET /apps/{tenant}/sign-in`.
pub(super) async fn ask(
    extract::State(state): extract::State<Arc<State>>,
    Path(tenant): Path<String>,
) -> Response {
    match state.config.observer(&tenant) {
        Some(observer) => page::apps_sign_in(&observer.tenant, &state.config.microsoft.login),
        None => unknown(),
    }
}

/// `POST /apps/{tenant}/sign-in`: on to Microsoft.
pub(super) async fn start(
    extract::State(state): extract::State<Arc<State>>,
    Path(tenant): Path<String>,
    headers: HeaderMap,
) -> Response {
    let Some(observer) = state.config.observer(&tenant) else {
        return unknown();
    };
    if !is_sent_from_here(&state, &headers) {
        let error = Error::new(StatusCode::FORBIDDEN, "origin-not-allowed");
        return page::of_error(&error);
    }
    let now = state.clock.now();
    let secrets = Secrets::random(state.microsoft.authority(Some(&observer.tenant)));
    let app = &observer.sign_in;
    let url = state
        .microsoft
        .authorization_url(app, &secrets, None, now)
        .await;
    let Ok(url) = url else {
        return page::of_error(&Error::new(StatusCode::BAD_GATEWAY, "metadata-refused"));
    };
    let begun = Begun::new(&observer.tenant, &secrets, now);
    let cookie = session::set(&state, &begun);
    (cookies([cookie]), Redirect::to(url.as_str())).into_response()
}

/// `POST /apps/{tenant}/sign-out`: the browser forgets.
pub(super) async fn end(
    extract::State(state): extract::State<Arc<State>>,
    Path(tenant): Path<String>,
    headers: HeaderMap,
) -> Response {
    let Some(observer) = state.config.observer(&tenant) else {
        return unknown();
    };
    if !is_sent_from_here(&state, &headers) {
        let error = Error::new(StatusCode::FORBIDDEN, "origin-not-allowed");
        return page::of_error(&error);
    }
    let to = format!("/apps/{}/sign-in", observer.tenant);
    let cookie = session::forget::<Session>(&state);
    (cookies([cookie]), Redirect::to(&to)).into_response()
}

fn cookies<const N: usize>(
    all: [Option<HeaderValue>; N],
) -> AppendHeaders<Vec<(header::HeaderName, HeaderValue)>> {
    let set = all.into_iter().flatten();
    AppendHeaders(set.map(|value| (header::SET_COOKIE, value)).collect())
}

/// `GET /oauth/callback`, for both kinds of sign-in: one for an inventory is known by the cookie of the browser it began
/// in and by its state.
pub(super) async fn callback(
    state: extract::State<Arc<State>>,
    RawQuery(raw): RawQuery,
    headers: HeaderMap,
) -> Response {
    let begun = session::read::<Begun>(&state, &headers);
    let query = Query::parse(raw.as_deref());
    if let (Some(begun), Some(query)) = (begun, query)
        && query.get("state") == Some(begun.state.as_str())
    {
        return come_back(&state, &begun, &query).await;
    }
    callback::callback(state, RawQuery(raw), headers).await
}

async fn come_back(state: &State, begun: &Begun, query: &Query) -> Response {
    let forgotten = session::forget::<Begun>(state);
    if query.get("code").is_some() == query.get("error").is_some() {
        return page::of_error(&Error::bad("callback-malformed"));
    }
    let Some(observer) = state.config.observer(&begun.tenant) else {
        return unknown();
    };
    // The same questions as for a connection that the observer verifies: of which tenant, and with which role.
    let connection = occasion(observer);
    let app = &observer.sign_in;
    let came = callback::sign_in(state, app, &connection, &begun.secrets(), query).await;
    match came {
        Ok((identity, _)) => {
            tracing::info!(
                tenant = observer.tenant,
                person = identity.person,
                "somebody looks at the inventory"
            );
            let session = Session {
                tenant: observer.tenant.clone(),
                account: identity.account,
                until: state.clock.now() + HOUR_MS,
            };
            let set = cookies([forgotten, session::set(state, &session)]);
            let to = format!("/apps/{}", observer.tenant);
            (set, Redirect::to(&to)).into_response()
        }
        Err(found) => {
            let place = Place::new("the app", &state.config.microsoft);
            let problem = page::problem(StatusCode::FORBIDDEN, &found.problem(&place));
            (cookies([forgotten]), problem).into_response()
        }
    }
}

/// A connection that is never stored: what a sign-in has to be is asked of one.
fn occasion(observer: &Observer) -> Connection {
    let asked = Asked {
        client_id: observer.client_id.clone(),
        source: Expectation::Unknown,
        delegated: Vec::new(),
        application: Vec::new(),
        for_everybody: false,
    };
    let connection = Connection::new(Uuid::nil(), "", Role::Other, Vec::new(), 0);
    connection.observed(asked, observer.tenant.clone())
}
