//! Asks the backend. Answers become events without the bearer they came with.

use crate::storage::PendingClaim;
use crate::{chrome, core, pause, storage};
use consentry_shared::address;
use consentry_shared::api::{
    Check, Claim, Claimed, Create, Created, Deleted, HandOff, Problem, Restarted, Status,
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

impl Failure {
    /// Whether another try may come out otherwise: too many requests, or a backend that is down (RFC 9110
    /// section 15.6, RFC 6585 section 4).
    fn passes(&self) -> bool {
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

/// The first wait before a handle is claimed again, and the longest, in milliseconds; and how often it is tried.
/// Together some ten minutes.
const FIRST_WAIT: u64 = 1_000;
const LONGEST_WAIT: u64 = 60_000;
const MOST_TRIES: u32 = 15;

/// Claims the one-time handle an address carries, once.
pub(crate) fn claim(tab: u32, url: &str) {
    thread_local! {
        static SEEN: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
    }
    let Some(handle) = address::handle(url, &core::backend()) else {
        return;
    };
    let known = handle.is_empty() || storage::claims().contains_key(&handle);
    if known || !SEEN.with_borrow_mut(|seen| seen.insert(handle.clone())) {
        return;
    }
    let Some(secret) = chrome::random_secret() else {
        return;
    };
    let claim = PendingClaim { tab, secret };
    storage::keep_claim(&handle, &claim);
    spawn_local(exchange(handle, claim));
}

/// Claims what the worker before this one was about to claim.
pub(crate) fn take_up_claims() {
    for (handle, claim) in storage::claims() {
        spawn_local(exchange(handle, claim));
    }
}

async fn exchange(handle: String, PendingClaim { tab, secret }: PendingClaim) {
    let path = format!("/api/v1/handoffs/{handle}/claim");
    let body = to_json(&Claim {
        secret: Some(secret),
    });
    let mut wait = FIRST_WAIT;
    for _ in 0..MOST_TRIES {
        let failure = match call::<Claimed>("POST", &path, None, Some(&body)).await {
            Ok(claimed) => {
                storage::keep_bearer(&claimed.id, claimed.secret.expose());
                answered(Answer::Claimed {
                    tab,
                    status: Box::new(claimed.status),
                });
                break;
            }
            // A page that is loaded again carries a handle that was claimed before: no trouble.
            Err(Failure::Refused(problem)) if problem.status == Some(404) => break,
            Err(failure) => failure,
        };
        let passes = failure.passes();
        failed(None, failure);
        if !passes {
            break;
        }
        pause::pause(wait).await;
        wait = (wait * 2).min(LONGEST_WAIT);
    }
    storage::forget_claim(&handle);
}

/// Asks, and dispatches the answer when it comes. Without a backend nobody is asked.
pub(crate) fn ask(question: Question) {
    if core::backend().is_empty() {
        return;
    }
    storage::keep_question(&question);
    spawn_local(pursue(question, false));
}

/// Asks what the worker before this one asked and heard no answer to. The backend may have heard it: each question does
/// the same when it is asked twice, but for a hand-off link or a connection that nobody was shown, which lapse.
pub(crate) fn take_up_questions() {
    for question in storage::questions() {
        spawn_local(pursue(question, true));
    }
}

async fn pursue(question: Question, again: bool) {
    let connection = connection_of(&question).map(str::to_owned);
    match answer(question.clone()).await {
        Ok(Some(answer)) => answered(answer),
        Ok(None) => {}
        Err(failure) => match lapsed(&question, &failure).filter(|_| again) {
            Some(answer) => answered(answer),
            None => failed(connection, failure),
        },
    }
    storage::forget_question(&question);
}

/// What a refusal means where the question may have been carried out before: a connection that is deleted is not known
/// any more. What the backend said of it then is lost.
fn lapsed(question: &Question, failure: &Failure) -> Option<Answer> {
    let (Question::Delete { connection, again }, Failure::Refused(problem)) = (question, failure)
    else {
        return None;
    };
    matches!(problem.status, Some(401 | 404)).then(|| Answer::Deleted {
        connection: connection.clone(),
        again: *again,
        deleted: Deleted {
            revoked: Vec::new(),
            forgotten: Vec::new(),
            remains: Vec::new(),
        },
    })
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

#[expect(clippy::too_many_lines, reason = "one arm for each question there is")]
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
                tenant: None,
            });
            let created: Created = call("POST", "/api/v1/connections", None, Some(&body)).await?;
            storage::keep_bearer(&created.id, created.secret.expose());
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
        && let Some(bearer) = storage::bearer(connection)
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
