//! What the server says to a person's browser where no route answers.

use backend_tests::kit::{Directory, Server, configure, free_port};
use reqwest::{Client, Response, StatusCode};
use std::fs;

/// Nobody answers there; these tests do not get that far.
const NOWHERE: &str = "login = \"http://127.0.0.1:9\"\ngraph = \"http://127.0.0.1:9\"";

async fn ask(server: &Server, path: &str, accepts: &str) -> Response {
    Client::new()
        .get(format!("{}{path}", server.base))
        .header("accept", accepts)
        .header("accept-language", "de-AT, en;q=0.5")
        .send()
        .await
        .unwrap()
}

#[tokio::test]
async fn a_refusal_speaks_the_persons_language_and_a_programs_stays_a_problem() {
    let (directory, port) = (Directory::new(), free_port());
    let config = configure(&directory, port, NOWHERE);
    let text = fs::read_to_string(&config).unwrap();
    let limited = text.replace("client_per_minute = 0", "client_per_minute = 12");
    assert_ne!(text, limited);
    fs::write(&config, limited).unwrap();
    let server = Server::start(&config, port).await;

    let nowhere = ask(&server, "/nowhere", "text/html,*/*;q=0.8").await;
    assert_german(nowhere, StatusCode::NOT_FOUND, "Nicht gefunden.").await;
    let program = ask(&server, "/nowhere", "*/*").await;
    assert_eq!(program.status(), StatusCode::NOT_FOUND);
    assert_eq!(
        program.headers()["content-type"],
        "application/problem+json"
    );
    assert!(!program.headers().contains_key("vary"));

    // Three at once are allowed.
    while ask(&server, "/done", "*/*").await.status() == StatusCode::OK {}
    let limited = ask(&server, "/done", "text/html").await;
    assert!(limited.headers().contains_key("retry-after"));
    assert_german(
        limited,
        StatusCode::TOO_MANY_REQUESTS,
        "Zu viele Anforderungen.",
    )
    .await;
}

/// A page in German, all of it.
async fn assert_german(response: Response, status: StatusCode, says: &str) {
    assert_eq!(response.status(), status);
    assert_eq!(response.headers()["vary"], "accept-language");
    let page = response.text().await.unwrap();
    assert!(page.contains(r#"<html lang="de" dir="ltr">"#), "{page}");
    assert!(page.contains(&format!("<h1>{says}</h1>")), "{page}");
    assert!(!page.contains(r#"lang="en""#), "{page}");
}
