//! `POST /v1.0/$batch`: several GETs in one request (Microsoft Graph, "JSON batching"). Anything else in it is
//! refused one by one, as a write is anywhere.

use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    answer::{GraphError, Reply},
    single,
};
use crate::tenant::Tenant;

/// As many as Graph takes at once.
const MOST: usize = 20;

#[derive(Deserialize)]
struct Batch {
    requests: Vec<Inner>,
}

#[derive(Deserialize)]
struct Inner {
    id: String,
    method: String,
    url: String,
    #[serde(default)]
    headers: std::collections::BTreeMap<String, String>,
}

/// Answers a batch. The answers come in another order than the questions, as they may.
pub(super) async fn answer(tenant: &Tenant, headers: &HeaderMap, body: &[u8]) -> Response {
    let Ok(batch) = serde_json::from_slice::<Batch>(body) else {
        return GraphError::bad("Invalid batch payload format.").into_response();
    };
    let mut ids: Vec<&str> = batch.requests.iter().map(|one| one.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    if batch.requests.is_empty() || batch.requests.len() > MOST || ids.len() < batch.requests.len()
    {
        return GraphError::bad("A batch holds one to twenty requests with ids of their own.")
            .into_response();
    }
    let mut answers = Vec::with_capacity(batch.requests.len());
    for inner in batch.requests.iter().rev() {
        answers.push(one(tenant, headers, inner).await);
    }
    Reply::Json(json!({ "responses": answers })).into_response()
}

async fn one(tenant: &Tenant, outer: &HeaderMap, inner: &Inner) -> Value {
    let mut headers = outer.clone();
    headers.remove("consistencylevel");
    for (name, value) in &inner.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            headers.insert(name, value);
        }
    }
    let method = Method::try_from(inner.method.as_str()).unwrap_or(Method::PATCH);
    let response = match format!("/v1.0{}", inner.url).parse::<Uri>() {
        Ok(uri) => single(tenant, &method, &uri, &headers),
        Err(_) => GraphError::of_status(StatusCode::BAD_REQUEST).into_response(),
    };
    let status = response.status().as_u16();
    let told: serde_json::Map<String, Value> = response
        .headers()
        .iter()
        .filter_map(|(name, value)| Some((name.to_string(), value.to_str().ok()?.into())))
        .collect();
    let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await;
    let bytes = bytes.unwrap_or_default();
    let body = serde_json::from_slice(&bytes)
        .unwrap_or_else(|_| Value::from(String::from_utf8_lossy(&bytes).into_owned()));
    json!({ "id": inner.id, "status": status, "headers": told, "body": body })
}
