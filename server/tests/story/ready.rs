//! When a server says that it can work.

use crate::fake::{Canned, Fake};
use crate::kit::Server;
use reqwest::{Method, StatusCode};
use std::sync::Arc;

#[tokio::test]
async fn a_server_that_cannot_reach_microsoft_is_up_and_not_ready() {
    let fake = Fake::start().await;
    fake.spoil("keys", Canned::new(503, ""));
    let directory = Arc::new(tempfile::tempdir().unwrap());
    let server = Server::start_in(directory, fake, Arc::default()).await;
    let status = async |path: &str| {
        let answer = server.request(Method::GET, path).send().await.unwrap();
        answer.status()
    };
    assert_eq!(status("/healthz").await, StatusCode::NO_CONTENT);
    assert_eq!(status("/readyz").await, StatusCode::SERVICE_UNAVAILABLE);
}
