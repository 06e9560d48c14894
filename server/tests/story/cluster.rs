//! Two servers that share one PostgreSQL: whichever is asked, it is as if there were one.

use crate::fake::Fake;
use crate::kit::{self, Events, Program, Server, ShiftedClock};
use consentry_server::config::Config;
use consentry_server::http::listen::Listener;
use consentry_server::http::serve;
use consentry_server::jobs::{follow, runner};
use consentry_server::{State, app};
use consentry_wire::api::{Created, State as Stands};
use reqwest::{Method, StatusCode};
use serde_json::json;
use std::sync::Arc;
use std::time::Duration;
use test_postgres::Cluster;

/// Two servers with one public address, as behind a proxy.
async fn pair() -> [Server; 2] {
    kit::log();
    let (fake, clock, database) = (
        Fake::start().await,
        Arc::default(),
        Cluster::shared().database(),
    );
    let first = start(&fake, &clock, &database, None).await;
    let second = start(&fake, &clock, &database, Some(&first.base)).await;
    [first, second]
}

async fn start(
    fake: &Fake,
    clock: &Arc<ShiftedClock>,
    database: &str,
    public: Option<&str>,
) -> Server {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let directory = Arc::new(tempfile::tempdir().unwrap());
    let mut raw = kit::raw(fake, directory.path(), public.unwrap_or(&base));
    raw.database = database.into();
    let config = Config::from_raw(raw).unwrap();
    let state = State::open_with(config, clock.clone(), kit::pace())
        .await
        .unwrap();
    tokio::spawn(runner::run(Arc::clone(&state)));
    tokio::spawn(follow::run(Arc::clone(&state)));
    let (router, stop) = (app(Arc::clone(&state)), state.stop.clone());
    tokio::spawn(serve::serve(Listener::new(listener, 0), router, stop));
    Server {
        base,
        fake: fake.clone(),
        clock: Arc::clone(clock),
        state,
        directory,
    }
}

/// The same connection, asked for at another server.
fn at<'a>(server: &'a Server, program: &Program<'_>) -> Program<'a> {
    let created: Created =
        serde_json::from_value(serde_json::to_value(&program.created).unwrap()).unwrap();
    Program {
        server,
        id: program.id.clone(),
        secret: program.secret.clone(),
        created,
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_watches_at_one_server_hears_what_happens_at_the_other() {
    let [one, other] = pair().await;
    let program = one.create(None).await;
    let there = at(&other, &program);
    let mut events = Events::open(&there, None).await;
    assert_eq!(events.next().await.unwrap().1.state, Stands::AwaitingSignIn);
    one.sign_in(&program).await;
    one.fake.grant();
    program.check(json!({"hint": "consent-returned"})).await;
    let arrives = async {
        while let Some((_, status)) = events.next().await {
            if matches!(status.state, Stands::Authorized { .. }) {
                return;
            }
        }
        panic!("the stream ended");
    };
    tokio::time::timeout(Duration::from_secs(20), arrives)
        .await
        .expect("the news arrives");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_watches_at_one_server_hears_of_a_deletion_at_the_other() {
    let [one, other] = pair().await;
    let program = one.create(None).await;
    let there = at(&other, &program);
    let mut events = Events::open(&there, None).await;
    events.next().await.unwrap();
    let deleted = program.request(Method::DELETE, "").send().await.unwrap();
    assert_eq!(deleted.status(), StatusCode::OK);
    let ends = async { while events.next().await.is_some() {} };
    tokio::time::timeout(Duration::from_secs(20), ends)
        .await
        .expect("the stream ends");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_read_at_one_server_shows_at_once_what_the_other_wrote() {
    let [one, other] = pair().await;
    let program = one.create(None).await;
    let there = at(&other, &program);
    assert_eq!(there.status().await.state, Stands::AwaitingSignIn);
    one.sign_in(&program).await;
    for _ in 0..10 {
        let written = program.status().await.revision;
        assert!(there.status().await.revision >= written);
    }
    let deleted = program.request(Method::DELETE, "").send().await.unwrap();
    assert_eq!(deleted.status(), StatusCode::OK);
    let gone = there.request(Method::GET, "").send().await.unwrap();
    assert_eq!(gone.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sign_in_begun_at_one_server_is_finished_once_at_the_other() {
    let [one, other] = pair().await;
    let program = one.create(None).await;
    let mut browser = kit::Browser::default();
    let callback = one
        .until_callback(&mut browser, &program.created.start_url)
        .await;
    let elsewhere = callback.replace(&one.base, &other.base);
    let (mut twin, mut results) = (browser.clone(), Vec::new());
    let (here, there) = tokio::join!(browser.get(&callback), twin.get(&elsewhere));
    results.push(here.status());
    results.push(there.status());
    results.sort();
    assert_eq!(results, [StatusCode::SEE_OTHER, StatusCode::BAD_REQUEST]);
    assert_eq!(one.fake.redeemed(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_handle_is_claimed_once_whichever_server_is_asked() {
    let [one, other] = pair().await;
    let program = one.create(None).await;
    let callback = {
        let mut browser = kit::Browser::default();
        let callback = one
            .until_callback(&mut browser, &program.created.start_url)
            .await;
        let response = browser.get(&callback).await;
        kit::location(&response).to_owned()
    };
    let (_, handle) = callback.split_once("#consentry=").unwrap();
    let path = format!("/api/v1/handoffs/{handle}/claim");
    let claim = |server: &Server| server.request(Method::POST, &path).send();
    let (here, there) = tokio::join!(claim(&one), claim(&other));
    let mut results = [here.unwrap().status(), there.unwrap().status()];
    results.sort();
    assert_eq!(results, [StatusCode::OK, StatusCode::NOT_FOUND]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_files_of_the_database_hold_no_secret_in_clear() {
    let [one, _other] = pair().await;
    let program = one.create(None).await;
    one.sign_in(&program).await;
    program.until_checked().await;
    let bytes = Cluster::shared().bytes();
    let holds = |text: &str| {
        bytes
            .windows(text.len())
            .any(|window| window == text.as_bytes())
    };
    assert!(
        holds(&program.id) || holds("signed-in"),
        "these are its files"
    );
    assert!(!holds(&program.secret), "a bearer");
    assert!(
        !holds("canary"),
        "a token, a code or a client secret of Microsoft's"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_falls_due_is_refreshed_and_checked_by_one_server() {
    let [one, other] = pair().await;
    let program = one.create(None).await;
    one.fake.grant();
    one.sign_in(&program).await;
    let is_authorized =
        |status: &consentry_wire::api::Status| matches!(status.state, Stands::Authorized { .. });
    let before = program.until("authorized", is_authorized).await;
    let calls = |server: &Server| {
        let world = server.fake.world();
        let refreshed = world
            .token_calls
            .iter()
            .filter(|call| *call == "refresh_token");
        let counted = world
            .graph_calls
            .iter()
            .filter(|call| call.contains("users"));
        (refreshed.count(), counted.count())
    };
    let (refreshed, counted) = calls(&one);
    // A day later both find it due at the same moment.
    one.clock.forward(2 * 24 * 60 * 60 * 1000);
    one.state.wake.notify_one();
    other.state.wake.notify_one();
    program
        .until("checked again", |status| {
            status.checked_at > before.checked_at
        })
        .await;
    // Both have looked again by then, and found nothing to do.
    for server in [&one, &other] {
        server.state.wake.notify_one();
        at(server, &program).status().await;
    }
    assert_eq!(calls(&one), (refreshed + 1, counted + 1));
}
