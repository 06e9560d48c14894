//! Asks the backend. Answers become events without the bearer they came with.

use crate::{chrome, core, storage};
use consentry_shared::address;
use consentry_shared::api::{
    Check, Claimed, Create, Created, Deleted, HandOff, Problem, Restarted, Status,
};
use consentry_shared::text;
use consentry_shared::update::{Answer, Event, Question};
use serde::de::DeserializeOwned;
use std::cell::RefCell;
use std::collections::BTreeSet;
use wasm_bindgen::prelude::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Headers, Request, RequestCredentials, RequestInit, Response};

/// Why there is no answer.
pub(crate) enum Failure {
    /// Nobody answered at that address.
    Unreached,
    /// The backend refused, in its own words.
    Refused(Problem),
    /// Something answered that is no backend of ours.
    Garbled,
}

/// Claims the one-time handle an address carries, once.
pub(crate) fn claim(tab: u32, url: &str) {
    thread_local! {
        static CLAIMED: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
    }
    let Some(handle) = address::handle(url, &core::backend()) else {
        return;
    };
    if handle.is_empty() || !CLAIMED.with_borrow_mut(|claimed| claimed.insert(handle.clone())) {
        return;
    }
    spawn_local(async move {
        let path = format!("/api/v1/handoffs/{handle}/claim");
        match call::<Claimed>("POST", &path, None, Some("{}")).await {
            Ok(claimed) => {
                storage::keep_bearer(&claimed.id, claimed.secret.expose()).await;
                answered(Answer::Claimed {
                    tab,
                    status: Box::new(claimed.status),
                });
            }
            // A page that is loaded again carries a handle that was claimed before: no trouble.
            Err(Failure::Refused(_)) => {}
            Err(failure) => {
                CLAIMED.with_borrow_mut(|claimed| claimed.remove(&handle));
                failed(None, failure);
            }
        }
    });
}

/// Asks, and dispatches the answer when it comes.
pub(crate) fn ask(question: Question) {
    spawn_local(async move {
        let connection = connection_of(&question).map(str::to_owned);
        match answer(question).await {
            Ok(Some(answer)) => answered(answer),
            Ok(None) => {}
            Err(failure) => failed(connection, failure),
        }
    });
}

fn connection_of(question: &Question) -> Option<&str> {
    match question {
        Question::Create { .. } => None,
        Question::Status { connection }
        | Question::Check { connection, .. }
        | Question::Seen { connection, .. }
        | Question::HandOff { connection }
        | Question::Record { connection, .. }
        | Question::Delete { connection, .. }
        | Question::Reauthorize { connection } => Some(connection),
    }
}

async fn answer(question: Question) -> Result<Option<Answer>, Failure> {
    let path = |connection: &str, tail: &str| format!("/api/v1/connections/{connection}{tail}");
    let answer = match question {
        Question::Create {
            journey,
            profile,
            role,
        } => {
            let body = to_json(&Create {
                profile,
                display_name: None,
                role,
                return_to: None,
            });
            let created: Created = call("POST", "/api/v1/connections", None, Some(&body)).await?;
            storage::keep_bearer(&created.id, created.secret.expose()).await;
            Answer::Created {
                journey,
                start_url: created.start_url,
                status: Box::new(created.status),
            }
        }
        Question::Status { connection } => {
            let status: Status =
                call("GET", &path(&connection, ""), Some(&connection), None).await?;
            Answer::Status(Box::new(status))
        }
        Question::Check { connection, hint } => {
            let body = to_json(&Check { hint });
            let status: Status = call(
                "POST",
                &path(&connection, "/check"),
                Some(&connection),
                Some(&body),
            )
            .await?;
            Answer::CheckFollows(Box::new(status))
        }
        Question::HandOff { connection } => {
            let handoff: HandOff = call(
                "POST",
                &path(&connection, "/handoff"),
                Some(&connection),
                Some("{}"),
            )
            .await?;
            Answer::HandedOff {
                connection,
                handoff,
            }
        }
        Question::Reauthorize { connection } => {
            let restarted: Restarted = call(
                "POST",
                &path(&connection, "/reauthorize"),
                Some(&connection),
                Some("{}"),
            )
            .await?;
            Answer::Restarted {
                start_url: restarted.start_url,
            }
        }
        Question::Record {
            connection,
            readable,
        } => {
            let accept = if readable {
                "text/html"
            } else {
                "application/json"
            };
            let record = text(
                "GET",
                &path(&connection, "/record"),
                Some(&connection),
                None,
                Some(accept),
            )
            .await?;
            storage::give_record(&serde_json::json!({
                "connection": connection,
                "readable": readable,
                "text": record,
            }));
            return Ok(None);
        }
        Question::Delete { connection, again } => {
            let deleted: Deleted =
                call("DELETE", &path(&connection, ""), Some(&connection), None).await?;
            Answer::Deleted {
                connection,
                again,
                deleted,
            }
        }
        Question::Seen { connection, seen } => {
            let (path, body) = (path(&connection, "/record/seen"), to_json(&seen));
            // For the record: the guard does not wait for it, and nobody need know if it fails.
            let _ = send("POST", &path, Some(&connection), Some(&body), None).await;
            return Ok(None);
        }
    };
    Ok(Some(answer))
}

fn to_json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

async fn call<T: DeserializeOwned>(
    method: &str,
    path: &str,
    connection: Option<&str>,
    body: Option<&str>,
) -> Result<T, Failure> {
    let text = text(method, path, connection, body, None).await?;
    serde_json::from_str(&text).map_err(|_| Failure::Garbled)
}

/// What is answered, as it stands there, where it is no refusal.
async fn text(
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
        Ok(text)
    } else {
        Err(serde_json::from_str(&text).map_or(Failure::Garbled, Failure::Refused))
    }
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
        && let Some(bearer) = storage::bearer(connection).await
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

pub(crate) fn answered(answer: Answer) {
    core::dispatch(Event::Answered(answer));
}

/// Says why there was no answer.
pub(crate) fn failed(connection: Option<String>, failure: Failure) {
    let address = core::backend();
    let say = |key| text::say(key, &[("address", address.as_str())]);
    let (trouble, reached) = match failure {
        Failure::Unreached => (say("backend.trouble"), false),
        Failure::Refused(problem) => {
            let both = [problem.title, problem.remedy].map(|said| text::from_backend(&said));
            (text::joined(" ", both.to_vec()), true)
        }
        Failure::Garbled => (say("backend.garbled"), true),
    };
    answered(Answer::Failed {
        connection,
        trouble,
        reached,
    });
}
