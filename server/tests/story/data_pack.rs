//! Newer data for extensions.

use crate::kit::{Server, problem};
use reqwest::{Method, StatusCode};

/// The form of a compact JWS; what it says and who signed it is for the extension to check.
const PACK: &str = "eyJhbGciOiJFUzI1NiJ9.e30.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

#[tokio::test]
async fn a_data_pack_is_handed_out_as_it_was_signed() {
    let file = tempfile::NamedTempFile::with_suffix(".jws").unwrap();
    std::fs::write(&file, PACK).unwrap();
    let server = Server::start_as(|raw| raw.data_pack = Some(file.path().to_owned())).await;
    let answer = server
        .request(Method::GET, "/api/v1/data-pack")
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(answer.headers()["content-type"], "application/jose");
    assert_eq!(answer.text().await.unwrap(), PACK);
}

#[tokio::test]
async fn a_server_without_a_data_pack_says_so() {
    let server = Server::start().await;
    let answer = server
        .request(Method::GET, "/api/v1/data-pack")
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    assert_eq!(problem(answer).await.code, "no-data-pack");
}
