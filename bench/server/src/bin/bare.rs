//! The bare limit: axum, one route, one value in memory that is made JSON for each answer. No store, no
//! bearer, no layer. Takes the file with the value; prints where it listens.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use consentry_wire::api::Status;
use std::sync::Arc;

async fn read(State(status): State<Arc<Status>>) -> Response {
    Json(&*status).into_response()
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let file = std::env::args()
        .nth(1)
        .ok_or_else(|| anyhow::anyhow!("usage: bare FILE"))?;
    let status: Status = serde_json::from_slice(&std::fs::read(file)?)?;
    let app = Router::new()
        .route("/api/v1/connections/{id}", get(read))
        .with_state(Arc::new(status));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!(
        "{}",
        serde_json::json!({ "listening": listener.local_addr()? })
    );
    axum::serve(listener, app).await?;
    Ok(())
}
