//! An HTTP client that can send GET, and the documented batch of GETs, and nothing else. The
//! client inside never leaves this file; that is the whole guarantee.

use crate::sign_in::claims;
use crate::upstream::{self, UpstreamUnavailable};
use reqwest::{Client, RequestBuilder, Response, header};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::time::Duration;
use url::Url;

/// A page of a list is far below this.
const BODY_CAP: usize = 4 * 1024 * 1024;

/// As many as Graph takes at once (facts: protocol B4).
pub(crate) const BATCH: usize = 20;

/// A client that reads.
pub(crate) struct GetOnly(Client);

/// An answer as it came, with what tells a reader of long lists how to go on.
#[derive(Clone, Debug)]
pub(crate) struct Answered {
    pub(crate) status: u16,
    /// `Retry-After`, in milliseconds from now.
    pub(crate) pause_ms: Option<u64>,
    /// What a next token has to satisfy.
    pub(crate) challenge: Option<String>,
    pub(crate) body: Vec<u8>,
}

/// How much of an answer is read, and for how long it is waited for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    /// Bytes of a body.
    pub(crate) body: usize,
    /// Time for the whole answer.
    pub(crate) time: Duration,
}

/// An answer that is not a request for a pause.
#[derive(Clone, Debug)]
pub(super) struct Got {
    pub(super) status: u16,
    pub(super) body: Vec<u8>,
    /// What a next token has to satisfy (facts: protocol A5).
    pub(super) challenge: Option<String>,
}

#[derive(Serialize)]
struct Batch<'a> {
    requests: Vec<Inner<'a>>,
}

/// One request of a batch. Its method cannot be chosen.
#[derive(Serialize)]
struct Inner<'a> {
    id: String,
    method: &'static str,
    url: &'a str,
    headers: HashMap<&'static str, &'static str>,
}

#[derive(Deserialize)]
struct Answers {
    responses: Vec<Answer>,
}

#[derive(Deserialize)]
struct Answer {
    id: String,
    status: u16,
    #[serde(default)]
    headers: HashMap<String, String>,
    #[serde(default)]
    body: serde_json::Value,
}

impl GetOnly {
    pub(crate) fn new(client: Client) -> Self {
        Self(client)
    }

    /// One GET. `ConsistencyLevel: eventual` is what counts need and what lists ignore.
    pub(super) async fn get(
        &self,
        url: &Url,
        token: &str,
        now: u64,
    ) -> Result<Got, UpstreamUnavailable> {
        let request = self
            .0
            .get(url.clone())
            .bearer_auth(token)
            .header("consistencylevel", "eventual");
        let response = request
            .send()
            .await
            .map_err(|_| UpstreamUnavailable::Unreachable)?;
        got(response, now).await
    }

    /// Several GETs in one request to `$batch`: at most [`BATCH`], each an address relative to the
    /// version. The answers come in the order of the questions; one that is missing is unreadable.
    pub(super) async fn get_all(
        &self,
        batch: &Url,
        questions: &[&str],
        token: &str,
        now: u64,
    ) -> Vec<Result<Got, UpstreamUnavailable>> {
        let of_all = |unavailable: UpstreamUnavailable| {
            questions.iter().map(|_| Err(unavailable.clone())).collect()
        };
        let request = self.batch_of(batch, questions, token);
        let Ok(response) = request.send().await else {
            return of_all(UpstreamUnavailable::Unreachable);
        };
        let whole = match got(response, now).await {
            Ok(whole) => whole,
            Err(unavailable) => return of_all(unavailable),
        };
        if !(200..300).contains(&whole.status) {
            return questions.iter().map(|_| Ok(whole.clone())).collect();
        }
        let Ok(Answers { responses }) = serde_json::from_slice(&whole.body) else {
            return of_all(UpstreamUnavailable::Unreadable);
        };
        let mut answers: HashMap<String, Answer> = responses
            .into_iter()
            .map(|answer| (answer.id.clone(), answer))
            .collect();
        let ids = (1..).map(|id| i32::to_string(&id)).take(questions.len());
        ids.map(|id| {
            let answer = answers.remove(&id).ok_or(UpstreamUnavailable::Unreadable)?;
            one(&answer, now)
        })
        .collect()
    }

    fn batch_of(&self, batch: &Url, questions: &[&str], token: &str) -> RequestBuilder {
        let headers = HashMap::from([("ConsistencyLevel", "eventual")]);
        let requests = questions.iter().zip(1..).map(|(url, id)| Inner {
            id: i32::to_string(&id),
            method: "GET",
            url,
            headers: headers.clone(),
        });
        let body = Batch {
            requests: requests.collect(),
        };
        self.0.post(batch.clone()).bearer_auth(token).json(&body)
    }

    /// One GET for a reader that judges the status itself.
    pub(crate) async fn read(
        &self,
        url: &Url,
        token: &str,
        bounds: Bounds,
        now: u64,
    ) -> Result<Answered, UpstreamUnavailable> {
        let request = self
            .0
            .get(url.clone())
            .timeout(bounds.time)
            .bearer_auth(token)
            .header("consistencylevel", "eventual");
        let response = request
            .send()
            .await
            .map_err(|_| UpstreamUnavailable::Unreachable)?;
        answered(response, bounds, now).await
    }

    /// As [`Self::read`], several in one request, in the order of the questions. The outer answer
    /// where it is no success or no batch; nothing for one that was not answered.
    pub(crate) async fn read_all(
        &self,
        batch: &Url,
        questions: &[&str],
        token: &str,
        bounds: Bounds,
        now: u64,
    ) -> Result<Vec<Option<Answered>>, Result<Answered, UpstreamUnavailable>> {
        let request = self.batch_of(batch, questions, token).timeout(bounds.time);
        let response = request
            .send()
            .await
            .map_err(|_| Err(UpstreamUnavailable::Unreachable))?;
        let whole = answered(response, bounds, now).await.map_err(Err)?;
        if !(200..300).contains(&whole.status) {
            return Err(Ok(whole));
        }
        let answers: Answers = serde_json::from_slice(&whole.body)
            .map_err(|_| Err(UpstreamUnavailable::Unreadable))?;
        let mut found: Vec<Option<Answered>> = questions.iter().map(|_| None).collect();
        for answer in answers.responses {
            let place = answer
                .id
                .parse::<usize>()
                .ok()
                .and_then(|id| id.checked_sub(1));
            if let Some(slot) = place.and_then(|place| found.get_mut(place)) {
                *slot = Some(Answered {
                    status: answer.status,
                    pause_ms: pause_ms(answer.status, answer.header("retry-after"), now),
                    challenge: answer
                        .header("www-authenticate")
                        .and_then(claims::of_header),
                    body: serde_json::to_vec(&answer.body)
                        .map_err(|_| Err(UpstreamUnavailable::Unreadable))?,
                });
            }
        }
        Ok(found)
    }
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }
}

async fn answered(
    response: Response,
    bounds: Bounds,
    now: u64,
) -> Result<Answered, UpstreamUnavailable> {
    let header = |name: &str| {
        let value = response.headers().get(name)?;
        value.to_str().ok().map(str::to_owned)
    };
    let status = response.status().as_u16();
    let pause = header("retry-after");
    let challenge = header("www-authenticate")
        .as_deref()
        .and_then(claims::of_header);
    Ok(Answered {
        status,
        pause_ms: pause_ms(status, pause.as_deref(), now),
        challenge,
        body: upstream::body(response, bounds.body).await?,
    })
}

fn pause_ms(status: u16, retry_after: Option<&str>, now: u64) -> Option<u64> {
    upstream::pause_of(status, retry_after, now)?.pause_ms()
}

async fn got(response: Response, now: u64) -> Result<Got, UpstreamUnavailable> {
    if let Some(pause) = upstream::pause(&response, now) {
        return Err(pause);
    }
    let status = response.status().as_u16();
    let headers = response.headers().get_all(header::WWW_AUTHENTICATE);
    let challenge = headers
        .iter()
        .filter_map(|value| value.to_str().ok())
        .find_map(claims::of_header)
        .filter(|_| matches!(status, 401 | 403));
    Ok(Got {
        status,
        challenge,
        body: upstream::body(response, BODY_CAP).await?,
    })
}

fn one(answer: &Answer, now: u64) -> Result<Got, UpstreamUnavailable> {
    if let Some(pause) = upstream::pause_of(answer.status, answer.header("retry-after"), now) {
        return Err(pause);
    }
    Ok(Got {
        status: answer.status,
        challenge: answer
            .header("www-authenticate")
            .and_then(claims::of_header),
        body: serde_json::to_vec(&answer.body).map_err(|_| UpstreamUnavailable::Unreadable)?,
    })
}
