//! The table of all URLs, and the layers around them.

mod extract;
mod layers;
mod query;
mod pending;

mod sign_in;
mod done;
mod arrival;
mod callback;
mod admin_consent;
mod apps;

mod status_read;
mod checks;
mod observed;
mod display_name;
mod connections;
mod events;
mod records;
mod hand_off;
mod bearers;
mod data_pack;

mod description;
mod figures;
mod health;

use crate::http::openapi;
use crate::http::page;
use crate::ops::limits::Peer;
use crate::state::State;
use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, DefaultBodyLimit, Request};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Response;
use axum::routing::{get, post};
use futures_util::future::Either;
use hyper::body::Incoming;
use status_read::StatusRead;
use std::convert::Infallible;
use std::sync::Arc;
use tower::util::Oneshot;
use tower::{ServiceBuilder, ServiceExt};
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::trace::TraceLayer;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use figures::app as figures;

/// Where the API is.
const API: &str = "/api/v1";

/// The largest body that is read.
const BODY_CAP: usize = 16 * 1024;

/// For programs: the extension, and apps with a wizard of their own. Each route brings its own part
/// of the API's description.
fn api() -> (Router<Arc<State>>, OpenApi) {
    OpenApiRouter::new()
        .routes(routes!(connections::create))
        .routes(routes!(connections::read, connections::delete))
        .routes(routes!(events::stream))
        .routes(routes!(checks::check))
        .routes(routes!(connections::reauthorize))
        .routes(routes!(bearers::list))
        .routes(routes!(bearers::revoke))
        .routes(routes!(hand_off::create))
        .routes(routes!(records::read))
        .routes(routes!(records::seen))
        .routes(routes!(hand_off::claim))
        .routes(routes!(data_pack::read))
        .split_for_parts()
}

/// The description of the API (`OpenAPI` 3.1) as JSON, made from the routes and the wire types.
///
/// # Panics
///
/// Never: a description is always JSON.
pub fn openapi() -> String {
    let (_, for_operators) = operators();
    openapi::base()
        .nest(API, api().1)
        .merge_from(for_operators)
        .to_pretty_json()
        .expect("a description is JSON")
}

/// For whoever runs it.
fn operators() -> (Router<Arc<State>>, OpenApi) {
    OpenApiRouter::new()
        .routes(routes!(health::alive))
        .routes(routes!(health::ready))
        .routes(routes!(description::read))
        .split_for_parts()
}

/// The whole server: one step for the commonest request, and a router for all others.
#[derive(Clone)]
pub struct App {
    status_read: Arc<StatusRead>,
    router: Router,
}

impl App {
    /// Answers a request of a peer.
    pub fn answer(
        &self,
        mut request: Request<Incoming>,
        peer: Peer,
    ) -> impl Future<Output = Result<Response, Infallible>> + Send + use<> {
        match self.status_read.asked(&mut request, peer) {
            None => Either::Left(route(self.router.clone(), request, peer)),
            Some(asked) => {
                let app = self.clone();
                Either::Right(async move {
                    match app.status_read.answer(&asked).await {
                        Some(response) => Ok(response),
                        // Boxed: it is the larger one, and comes rarely.
                        None => Box::pin(route(app.router, request, peer)).await,
                    }
                })
            }
        }
    }

    /// The router alone, which answers every request.
    pub fn into_router(self) -> Router {
        self.router
    }
}

fn route(router: Router, request: Request<Incoming>, peer: Peer) -> Oneshot<Router, Request> {
    let mut request = request.map(Body::new);
    request.extensions_mut().insert(ConnectInfo(peer));
    router.oneshot(request)
}

/// The whole server.
pub fn app(state: Arc<State>) -> App {
    App {
        status_read: Arc::new(StatusRead::new(Arc::clone(&state))),
        // Each route is built once and not for each request.
        router: router(state).with_state(()),
    }
}

fn router(state: Arc<State>) -> Router {
    let (api, _) = api();
    let api = api
        // Before the layers: a preflight asks with a method that no route has.
        .method_not_allowed_fallback(layers::wrong_method)
        .layer(
            ServiceBuilder::new()
                .layer(layers::cors(&state))
                .layer(from_fn_with_state(
                    Arc::clone(&state),
                    layers::refuse_foreign_origins,
                )),
        );

    let pages = Router::new()
        .route("/connect/{ticket}", get(sign_in::ask).post(sign_in::start))
        .route("/oauth/callback", get(apps::callback))
        .route("/oauth/adminconsent/callback", get(admin_consent::callback))
        .route("/h/{handle}", get(hand_off::page))
        .route("/done", get(done::done))
        .route("/apps", get(apps::all))
        .route("/apps/{tenant}", get(apps::list))
        .route("/apps/{tenant}/app/{id}", get(apps::one))
        .route("/apps/{tenant}/changes", get(apps::changes))
        .route("/apps/{tenant}/record", get(apps::record))
        .route("/apps/{tenant}/export/{format}", get(apps::export))
        .route("/apps/{tenant}/sign-in", get(apps::ask).post(apps::start))
        .route("/apps/{tenant}/sign-out", post(apps::end));

    Router::new()
        .nest(API, api)
        .merge(pages)
        .merge(operators().0)
        .fallback(layers::not_found)
        .method_not_allowed_fallback(layers::wrong_method)
        // The outermost first, and as one: a router boxes each layer it is given, and copies it with all
        // those within for each request.
        .layer(
            ServiceBuilder::new()
                .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
                .layer(PropagateRequestIdLayer::x_request_id())
                .layer(
                    TraceLayer::new_for_http()
                        .make_span_with(layers::span)
                        .on_request(())
                        .on_failure(()),
                )
                .layer(from_fn_with_state(Arc::clone(&state), layers::count))
                .layer(from_fn_with_state(Arc::clone(&state), layers::headers))
                // Around all that answers with a page, a refusal too.
                .layer(from_fn(page::negotiate))
                .layer(from_fn_with_state(Arc::clone(&state), layers::limit))
                .layer(from_fn(layers::give_up_in_time))
                .layer(DefaultBodyLimit::max(BODY_CAP)),
        )
        .with_state(state)
}
