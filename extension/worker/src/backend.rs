//! Asks the backend. Answers become events without the bearer they came with.

use crate::bearers;
use crate::http::{DATA_PACK, Failure, call, send, text, to_json};
use crate::pending::{self, PendingClaim};
use crate::{chrome, core, storage, tables};
use consentry_catalog::request;
use consentry_logic::address;
use consentry_wire::api::{
    Check, Claim, Claimed, Create, Created, Deleted, HandOff, Proof, Restarted, Status,
};

use consentry_catalog::pack::{self, Refusal};
use consentry_logic::update::{Answer, Event, Question};
use consentry_wire::text as words;
use gloo_timers::future::TimeoutFuture;
use std::cell::RefCell;
use std::collections::BTreeSet;
use wasm_bindgen_futures::spawn_local;

/// The first wait before a handle is claimed again, and the longest, in milliseconds; and how often it is tried.
/// Together some ten minutes.
const FIRST_WAIT: u32 = 1_000;

const LONGEST_WAIT: u32 = 60_000;

const MOST_TRIES: u32 = 15;

/// Claims the one-time handle an address carries, once.
pub(crate) fn claim(tab: u32, url: &str) {
    thread_local! {
        static SEEN: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
    }
    let backend = core::backend();
    let Some(handle) = tables::with(|catalog| address::handle(catalog, url, &backend)) else {
        return;
    };
    let known = handle.is_empty() || pending::knows_claim(&handle);
    if known || !SEEN.with_borrow_mut(|seen| seen.insert(handle.clone())) {
        return;
    }
    let Some(secret) = chrome::random_secret() else {
        return;
    };
    let claim = PendingClaim { tab, secret };
    pending::keep_claim(&handle, &claim);
    spawn_local(async move {
        // A right that this worker alone knew of would be lost with it.
        storage::kept().await;
        exchange(handle, claim).await;
    });
}

/// Claims what the worker before this one was about to claim.
pub(crate) fn take_up_claims() {
    for (handle, claim) in pending::claims() {
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
                bearers::keep_bearer(&claimed.id, claimed.secret.expose());
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
        TimeoutFuture::new(wait).await;
        wait = (wait * 2).min(LONGEST_WAIT);
    }
    pending::forget_claim(&handle);
}

/// Asks, and dispatches the answer when it comes. Without a backend nobody is asked.
pub(crate) fn ask(question: Question) {
    if core::backend().is_empty() {
        return;
    }
    if opens_something(&question) && pending::is_asked(&question) {
        return;
    }
    pending::keep_question(&question);
    spawn_local(pursue(question, false));
}

/// Whether a question makes something new. Two presses of one button are one: asked twice, there would be two
/// connections, and two sign-ins of which one is in vain.
fn opens_something(question: &Question) -> bool {
    matches!(
        question,
        Question::Create { .. } | Question::Reauthorize { .. } | Question::HandOff { .. }
    )
}

/// Asks what the worker before this one asked and heard no answer to. The backend may have heard it: each question does
/// the same when it is asked twice, but for a hand-off link or a connection that nobody was shown, which lapse.
pub(crate) fn take_up_questions() {
    for question in pending::questions() {
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
    pending::forget_question(&question);
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
        Question::Create { .. } | Question::Greet => None,
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
        Question::Greet => greet().await?,
        Question::Create {
            journey,
            profile,
            app,
            role,
        } => {
            let body = to_json(&Create {
                profile,
                app,
                display_name: None,
                role,
                return_to: None,
                tenant: None,
            });
            let created: Created = call("POST", "/api/v1/connections", None, Some(&body)).await?;
            bearers::keep_owner_bearer(&created.id, created.secret.expose());
            Answer::Created {
                journey,
                observer: observer_of(&created),
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
            let owner = bearers::owner_of(&connection);
            let deleted: Deleted =
                call("DELETE", &path(&connection, ""), Some(&owner), None).await?;
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

/// Application ID of what is signed in to, where that is the organization's observer and not the app.
fn observer_of(created: &Created) -> Option<String> {
    let request = request::request(&created.authorization_url);
    request
        .filter(|_| created.status.proof == Proof::Observer)
        .and_then(|request| request.client_id)
}

/// What a backend without a data pack answers where one would be (`server/errors.toml`).
const NO_PACK: &str = "no-data-pack";

/// Asks what only a Consentry backend answers so: for a data pack. It needs no bearer, and is asked of any version.
async fn greet() -> Result<Answer, Failure> {
    let address = core::backend();
    match text("GET", DATA_PACK, None, None, None).await {
        Ok(jws) if matches!(pack::open(&jws), Err(Refusal::Malformed(_))) => Err(Failure::Garbled),
        Err(Failure::Refused(problem)) if problem.code != NO_PACK => Err(Failure::Refused(problem)),
        Err(failure @ (Failure::Unreached | Failure::Garbled)) => Err(failure),
        Ok(_) | Err(Failure::Refused(_)) => Ok(Answer::Greeted { address }),
    }
}

pub(crate) fn answered(answer: Answer) {
    core::dispatch(Event::Answered(answer));
}

/// Says why there was no answer.
pub(crate) fn failed(connection: Option<String>, failure: Failure) {
    let address = core::backend();
    let say = |key| words::say(key, &[("address", address.as_str())]);
    let (trouble, reached) = match failure {
        Failure::Unreached => (say("backend.trouble"), false),
        Failure::Refused(problem) => {
            let both = [problem.title, problem.remedy].map(|said| words::from_backend(&said));
            (words::joined(" ", both.to_vec()), true)
        }
        Failure::Garbled => (say("backend.garbled"), true),
    };
    answered(Answer::Failed {
        connection,
        trouble,
        reached,
    });
}
