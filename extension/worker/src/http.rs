//! Requests to the backend, and what may come of them.

use crate::bearers;
use crate::{chrome, core};
use consentry_wire::api::Problem;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, Request, RequestCredentials, RequestInit, Response};

/// Where a backend keeps the data pack it hands out.
pub(crate) const DATA_PACK: &str = "/api/v1/data-pack";

/// Why there is no answer.
pub(crate) enum Failure {
    /// Nobody answered at that address.
    Unreached,
    /// The backend refused, in its own words.
    Refused(Problem),
    /// Something answered that is no backend of ours.
    Garbled,
}

impl Failure {
    /// Whether another try may come out otherwise: too many requests, or a backend that is down (RFC 9110
    /// section 15.6, RFC 6585 section 4).
    pub(crate) fn passes(&self) -> bool {
        match self {
            Self::Unreached => true,
            Self::Refused(problem) => problem.status.is_some_and(is_temporary),
            Self::Garbled => false,
        }
    }
}

fn is_temporary(status: u16) -> bool {
    status == 429 || (500..600).contains(&status)
}

pub(crate) fn to_json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

pub(crate) async fn call<T: DeserializeOwned>(
    method: &str,
    path: &str,
    connection: Option<&str>,
    body: Option<&str>,
) -> Result<T, Failure> {
    let text = text(method, path, connection, body, None).await?;
    serde_json::from_str(&text).map_err(|_| Failure::Garbled)
}

/// What is answered, as it stands there, where it is no refusal.
pub(crate) async fn text(
    method: &str,
    path: &str,
    connection: Option<&str>,
    body: Option<&str>,
    accept: Option<&str>,
) -> Result<String, Failure> {
    let response = ask_for(method, path, connection, body, accept, None).await?;
    let text = JsFuture::from(response.text().map_err(|_| Failure::Garbled)?)
        .await
        .map_err(|_| Failure::Unreached)?;
    let text = text.as_string().unwrap_or_default();
    if response.ok() {
        return Ok(text);
    }
    let status = response.status();
    Err(match serde_json::from_str::<Problem>(&text) {
        Ok(problem) => Failure::Refused(Problem {
            status: Some(status),
            ..problem
        }),
        // What stands before a backend that is down answers in its place.
        Err(_) if is_temporary(status) => Failure::Unreached,
        Err(_) => Failure::Garbled,
    })
}

/// Sends one request. The bearer goes into a header and nowhere else.
pub(crate) async fn send(
    method: &str,
    path: &str,
    connection: Option<&str>,
    body: Option<&str>,
    signal: Option<&web_sys::AbortSignal>,
) -> Result<Response, Failure> {
    ask_for(method, path, connection, body, None, signal).await
}

async fn ask_for(
    method: &str,
    path: &str,
    connection: Option<&str>,
    body: Option<&str>,
    accept: Option<&str>,
    signal: Option<&web_sys::AbortSignal>,
) -> Result<Response, Failure> {
    let headers = Headers::new().map_err(|_| Failure::Garbled)?;
    let set = |name: &str, value: &str| headers.set(name, value).map_err(|_| Failure::Garbled);
    if body.is_some() {
        set("content-type", "application/json")?;
    }
    if let Some(accept) = accept {
        set("accept", accept)?;
    }
    if let Some(connection) = connection
        && let Some(bearer) = bearers::bearer(connection)
    {
        set("authorization", &format!("Bearer {bearer}"))?;
    }
    let init = RequestInit::new();
    init.set_method(method);
    init.set_headers(&headers);
    init.set_credentials(RequestCredentials::Omit);
    init.set_signal(signal);
    if let Some(body) = body {
        init.set_body(&JsValue::from_str(body));
    }
    let url = format!("{}{path}", core::backend().trim_end_matches('/'));
    let request = Request::new_with_str_and_init(&url, &init).map_err(|_| Failure::Unreached)?;
    let response = JsFuture::from(chrome::scope().fetch_with_request(&request)).await;
    response.map(Response::from).map_err(|_| Failure::Unreached)
}
