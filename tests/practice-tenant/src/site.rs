//! Which host answers a request.

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    extract::{Request, State},
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::post,
};
use tower::ServiceExt as _;

use crate::{elsewhere, graph, judge, login, mover, portal, scenario::Portal, tenant::Tenant};

/// One router per host.
#[derive(Clone)]
struct Hosts {
    tenant: Arc<Tenant>,
    login: Router,
    portal: Router,
    frame: Router,
    graph: Router,
    mover: Router,
    elsewhere: Router,
    judge: Router,
}

/// Where the pages' scripts tell what was clicked: at once, whatever the scenario's latency.
const JUDGE: &str = "/practice/judge";

/// The site of all hosts.
pub(crate) fn router(tenant: Arc<Tenant>) -> Router {
    let hosts = Hosts {
        login: login::router().with_state(Arc::clone(&tenant)),
        portal: portal::router().with_state(Arc::clone(&tenant)),
        frame: portal::frame_router().with_state(Arc::clone(&tenant)),
        graph: graph::router().with_state(Arc::clone(&tenant)),
        mover: mover::router().with_state(Arc::clone(&tenant)),
        elsewhere: elsewhere::router().with_state(Arc::clone(&tenant)),
        judge: Router::new()
            .route(JUDGE, post(judge::hear))
            .with_state(Arc::clone(&tenant)),
        tenant,
    };
    Router::new().fallback(dispatch).with_state(hosts)
}

async fn dispatch(State(hosts): State<Hosts>, request: Request) -> Response {
    if request.uri().path() == "/favicon.ico" {
        // Browsers ask for it unbidden; it is no part of any page.
        return StatusCode::NO_CONTENT.into_response();
    }
    if request.uri().path() == JUDGE {
        return hosts.judge.oneshot(request).await.into_response();
    }
    let latency = hosts.tenant.world().scenario.latency_ms;
    if latency > 0 {
        tokio::time::sleep(Duration::from_millis(latency.into())).await;
    }
    let host = request
        .headers()
        .get(header::HOST)
        .and_then(|value| value.to_str().ok());
    let name = host
        .unwrap_or_default()
        .split(':')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let router = match name.as_str() {
        login if Portal::ALL.iter().any(|portal| portal.login() == login) => hosts.login,
        portal if Portal::of(portal).is_some() => hosts.portal,
        "graph.microsoft.com" => hosts.graph,
        "app.mover.io" => hosts.mover,
        "aka.ms" | "login.live.com" | "aadcdn.msauth.net" => hosts.elsewhere,
        frame if frame.ends_with(".reactblade.portal.azure.net") => hosts.frame,
        _ => {
            let text = "This practice tenant does not answer for that host.";
            return (StatusCode::MISDIRECTED_REQUEST, text).into_response();
        }
    };
    // The path alone: queries hold codes and states.
    let path = request.uri().path().to_owned();
    let response = router.oneshot(request).await.into_response();
    tracing::debug!(
        host = name,
        path,
        status = response.status().as_u16(),
        "answered"
    );
    response
}
