//! The read of a status has a step of its own before the router: it answers as the router would.

use crate::kit::{EXTENSION, Program, Server, client, kind};
use consentry_server::app;
use reqwest::header::{self, HeaderMap};
use reqwest::{Method, StatusCode};
use serde_json::json;
use std::sync::Arc;
use uuid::Uuid;

/// The router of the same server alone, on an address of its own.
async fn router_alone(server: &Server) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let router = app(Arc::clone(&server.state)).into_router();
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    base
}

/// What an answer is made of; when it was made and its own id are left out.
async fn answer(
    base: &str,
    method: Method,
    path: &str,
    headers: &[(&str, &str)],
) -> (StatusCode, Vec<(String, String)>, String) {
    let mut request = client().request(method, format!("{base}{path}"));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = request.send().await.unwrap();
    let is_named = headers.iter().any(|(name, _)| *name == "x-request-id");
    assert!(response.headers().contains_key("x-request-id"));
    let mut all: Vec<(String, String)> = sorted(response.headers());
    all.retain(|(name, _)| name != "date" && (is_named || name != "x-request-id"));
    (response.status(), all, response.text().await.unwrap())
}

fn sorted(headers: &HeaderMap) -> Vec<(String, String)> {
    let mut all: Vec<_> = headers
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .collect();
    all.sort();
    all
}

/// The same requests to both, for one connection.
async fn compare(program: &Program<'_>, alone: &str) {
    let own = format!("Bearer {}", program.secret);
    let tag = format!("\"{}\"", program.status().await.revision);
    let (auth, here) = (("authorization", own.as_str()), program.id.as_str());
    for more in [
        vec![],
        vec![("if-none-match", tag.as_str())],
        vec![("if-none-match", "\"0\"")],
        vec![("if-none-match", "*")],
        vec![("x-request-id", "of-a-caller")],
        vec![("accept", "text/html"), ("accept-language", "de")],
        vec![("origin", EXTENSION)],
        vec![("origin", "https://elsewhere.example")],
    ] {
        let headers = [vec![auth], more].concat();
        same(program, alone, Method::GET, here, &headers).await;
    }
    for method in [Method::HEAD, Method::OPTIONS, Method::PUT] {
        same(program, alone, method, here, &[auth]).await;
    }
    for id in [
        format!("{here}?what=ever"),
        format!("{here}/"),
        here.to_uppercase(),
        here.replace('-', ""),
        here.replacen('-', "%2D", 1),
        Uuid::new_v4().to_string(),
        "nothing".to_owned(),
    ] {
        same(program, alone, Method::GET, &id, &[auth]).await;
    }
    let foreign = format!("Bearer {}", "x".repeat(43));
    let foreign = ("authorization", foreign.as_str());
    let other_case = own.replacen("Bearer", "bEARER", 1);
    for headers in [
        vec![],
        vec![foreign],
        vec![foreign, auth],
        vec![("authorization", "Bearer short")],
        vec![("authorization", other_case.as_str())],
    ] {
        same(program, alone, Method::GET, here, &headers).await;
    }
}

/// One request both ways.
async fn same(
    program: &Program<'_>,
    alone: &str,
    method: Method,
    id: &str,
    headers: &[(&str, &str)],
) {
    let path = format!("/api/v1/connections/{id}");
    let through_step = answer(&program.server.base, method.clone(), &path, headers).await;
    let through_router = answer(alone, method.clone(), &path, headers).await;
    assert_eq!(through_step, through_router, "{method} {path} {headers:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_answer_is_the_routers_to_the_last_header() {
    let server = Server::start().await;
    let alone = router_alone(&server).await;
    let program = server.create(Some(crate::kit::RETURN_TO)).await;
    compare(&program, &alone).await;
    server.fake.grant();
    server.sign_in(&program).await;
    let status = program.until_authorized().await;
    assert_eq!(kind(&status), "authorized");
    compare(&program, &alone).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_name_that_looks_like_a_state_changes_nothing() {
    let server = Server::start().await;
    let alone = router_alone(&server).await;
    for name in ["needs_admin_consent", "observer", "\"observer\""] {
        let body = json!({"profile": "office-365-mover", "role": "other", "display_name": name});
        let response = server
            .request(Method::POST, "/api/v1/connections")
            .json(&body);
        let created = response.send().await.unwrap().json().await.unwrap();
        compare(&server.program(created), &alone).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_read_that_the_router_goes_on_with_counts_once_for_its_caller() {
    let server = Server::start_as(|raw| raw.limits.client_per_minute = 60).await;
    let path = format!("/api/v1/connections/{}", Uuid::new_v4());
    let mut statuses = Vec::new();
    for _ in 0..16 {
        let request = server.request(Method::GET, &path);
        let response = request.bearer_auth("x".repeat(43)).send().await.unwrap();
        statuses.push(response.status());
    }
    // A quarter of a minute's worth may come at once.
    let (within, beyond) = statuses.split_at(15);
    assert!(
        within
            .iter()
            .all(|status| *status == StatusCode::UNAUTHORIZED)
    );
    assert_eq!(beyond, [StatusCode::TOO_MANY_REQUESTS]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_read_sees_at_once_what_another_process_wrote() {
    let server = Server::start().await;
    let program = server.create(None).await;
    let before = program.status().await;
    // What another process is: a connection of its own to the same file.
    let file = server.directory.path().join("consentry.db");
    let database = rusqlite::Connection::open(file).unwrap();
    for revision in before.revision + 1..before.revision + 20 {
        let changed = database
            .execute(
                "UPDATE connection SET revision = ?1, status = json_set(status, '$.revision', ?1)",
                [revision.cast_signed()],
            )
            .unwrap();
        assert_eq!(changed, 1);
        assert_eq!(program.status().await.revision, revision);
    }
    database.execute("DELETE FROM bearer", []).unwrap();
    let response = program.request(Method::GET, "").send().await.unwrap();
    assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_read_is_in_the_figures_and_counts_as_watching() {
    let server = Server::start().await;
    let program = server.create(None).await;
    let id = Uuid::parse_str(&program.id).unwrap();
    let is_watched = || {
        let now = consentry_server::clock::Clock::now(&*server.clock);
        server.state.broadcaster.is_watched(id, now)
    };
    assert!(!is_watched());
    let tag = format!("\"{}\"", program.status().await.revision);
    assert!(is_watched());
    let again = program
        .request(Method::GET, "")
        .header(header::IF_NONE_MATCH, tag);
    let response = again.send().await.unwrap();
    assert_eq!(response.status(), StatusCode::NOT_MODIFIED);
    let figures = server.state.metrics.encode().unwrap();
    for class in ["2xx", "3xx"] {
        let line = format!(
            "consentry_http_requests_total{{method=\"GET\",route=\"/api/v1/connections/{{id}}\",status=\"{class}\"}} 1"
        );
        assert!(figures.contains(&line), "{figures}");
    }
}
