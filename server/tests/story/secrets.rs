//! What must never be found: secrets in the log, in the database, in an answer.

use crate::fake::Canned;
use crate::kit::{Browser, Server, log};
use consentry_server::State;
use consentry_server::config::Config;
use consentry_server::state::StartError;
use reqwest::Method;
use serde_json::json;
use url::Url;

#[tokio::test]
async fn f17_f18_f22_no_secret_of_a_whole_journey_is_in_the_log_or_in_the_clear_in_the_database() {
    let server = Server::start().await;
    let program = server.create(None).await;
    let mut browser = Browser::default();
    let callback = server
        .until_callback(&mut browser, &program.created.start_url)
        .await;
    let mut answers = browser.get(&callback).await.text().await.unwrap();
    let link: consentry_wire::api::HandOff = program
        .request(Method::POST, "/handoff")
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    answers += &Browser::default()
        .get(&link.url)
        .await
        .text()
        .await
        .unwrap();
    server.fake.spoil("sites", Canned::new(500, "canary-body"));
    server.fake.grant();
    program.check(json!({})).await;
    program
        .until("waiting", |status| status.waiting.is_some())
        .await;
    server.fake.mend("sites");
    server.clock.forward(2 * 60 * 60 * 1000);
    program.check(json!({})).await;
    let status = program.until_authorized().await;
    answers += &serde_json::to_string(&status).unwrap();
    // A wrong address is logged by its route and not by what stands in it.
    Browser::default()
        .get(&format!(
            "{}/oh/no/canary-path?code=canary-query",
            server.base
        ))
        .await;

    let figures = figures(&server).await;
    assert!(figures.contains("consentry_checks_total{outcome=\"authorized\"} "));
    answers += &figures;

    let authorize = Url::parse(&program.created.authorization_url).unwrap();
    let value = |name: &str| {
        authorize
            .query_pairs()
            .find(|(key, _)| key == name)
            .unwrap()
            .1
            .into_owned()
    };
    let ticket = program
        .created
        .start_url
        .rsplit('/')
        .next()
        .unwrap()
        .to_owned();
    let handle = link.url.rsplit('/').next().unwrap().to_owned();
    let mut secrets = vec![
        program.secret.clone(),
        ticket,
        value("state"),
        value("nonce"),
        "canary".to_owned(),
    ];

    let read = |name: &str| std::fs::read(server.directory.path().join(name)).unwrap_or_default();
    let stored = [read("consentry.db"), read("consentry.db-wal")].concat();
    for secret in secrets.iter().chain([&handle]) {
        assert!(
            !answers.contains(secret.as_str()) || *secret == handle,
            "answers hold {secret}"
        );
        assert!(!contains(&stored, secret), "the database holds {secret}");
    }
    secrets.push(handle);
    let logged = log().lock().unwrap().clone();
    assert!(contains(&logged, "signed in"), "there is a log");
    for secret in &secrets {
        assert!(!contains(&logged, secret), "the log holds {secret}");
    }
}

/// What an operator's monitoring reads.
async fn figures(server: &Server) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/metrics", listener.local_addr().unwrap());
    let app = consentry_server::http::routes::figures(std::sync::Arc::clone(&server.state));
    tokio::spawn(axum::serve(listener, app).into_future());
    let answer = crate::kit::client().get(url).send().await.unwrap();
    answer.text().await.unwrap()
}

#[tokio::test]
async fn figures_name_routes_and_states_and_nobody() {
    let server = Server::start().await;
    let program = server.signed_in().await;
    program.until_checked().await;
    for index in 0..50 {
        let path = format!("/made-up-{index}");
        let answer = server.request(Method::GET, &path).send().await.unwrap();
        assert_eq!(answer.status(), 404);
    }
    let method = Method::from_bytes(b"MADEUP").unwrap();
    server.request(method, "/healthz").send().await.unwrap();
    let figures = figures(&server).await;
    for line in [
        "consentry_sign_ins_total{outcome=\"success\"} 1",
        "consentry_http_requests_total{method=\"GET\",route=\"none\",status=\"4xx\"} 50",
        "consentry_http_requests_total{method=\"POST\",route=\"/api/v1/connections\",status=\"2xx\"} 1",
        "consentry_http_requests_total{method=\"other\",route=\"/healthz\",status=\"4xx\"} 1",
        "consentry_credentials_refused 0",
        "consentry_sign_ins_pending 0",
        "# EOF",
    ] {
        assert!(figures.contains(line), "{line} is not in\n{figures}");
    }
    for nobody in [
        program.id.as_str(),
        "made-up",
        crate::fake::TENANT,
        "127.0.0.1",
    ] {
        assert!(!figures.contains(nobody), "{nobody} is in\n{figures}");
    }
    let answer = server
        .request(Method::GET, "/metrics")
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 404, "they are on an address of their own");
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

#[tokio::test]
async fn another_master_key_does_not_open_the_database() {
    let server = Server::start().await;
    let mut raw = crate::kit::raw(&server.fake, server.directory.path(), &server.base);
    raw.master_key = Some(
        "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="
            .to_owned()
            .into(),
    );
    let refused = State::open(Config::from_raw(raw).unwrap()).await.err();
    assert!(matches!(refused, Some(StartError::MasterKey(_))));
}
