//! One check's worth of questions to Microsoft Graph, with one token: how they are asked, and which calls were made.

use super::get_only::{BATCH, Got};
use super::list::{self, Extent, List, Page};
use super::questions::Question;
use super::shapes;
use super::{Fault, Graph, Reading};
use crate::upstream::UpstreamUnavailable;
use consentry_wire::api::{Evidence, Proof};
use serde::de::DeserializeOwned;
use std::sync::{Mutex, PoisonError};
use url::Url;

/// One check's worth of questions: one token, one list of calls made.
pub(super) struct GraphSession<'a> {
    graph: &'a Graph,
    token: &'a str,
    proof: Proof,
    evidence: Mutex<Vec<Evidence>>,
}

impl<'a> GraphSession<'a> {
    pub(super) fn new(graph: &'a Graph, token: &'a str, proof: Proof) -> Self {
        Self {
            graph,
            token,
            proof,
            evidence: Mutex::default(),
        }
    }

    /// The calls that were made.
    pub(super) fn into_evidence(self) -> Vec<Evidence> {
        self.evidence
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl GraphSession<'_> {
    /// A list of which the first page was asked for in the best way; in a plainer one where the service does not take
    /// that.
    pub(super) async fn list<T: DeserializeOwned>(
        &self,
        (question, bare): &(Question, Url),
        mut first: Reading<Vec<u8>>,
    ) -> Reading<List<T>> {
        for way in &list::ways(bare)[1..] {
            if !list::is_parameter_refused(&first) {
                break;
            }
            first = self.bytes(*question, way).await;
        }
        let mut items = Vec::new();
        let extent = self
            .pages(*question, read(first)?, |item| items.push(item))
            .await?;
        Ok(List { items, extent })
    }

    /// Asks several questions: one by a GET of its own, more in batches.
    pub(super) async fn ask(
        &self,
        questions: &[(Question, Url)],
    ) -> std::vec::IntoIter<Reading<Vec<u8>>> {
        let mut answers = Vec::with_capacity(questions.len());
        for some in questions.chunks(BATCH) {
            if let [(question, url)] = some {
                answers.push(self.bytes(*question, url).await);
                continue;
            }
            let version = self.url("", &[]);
            let batch = self.url("$batch", &[]);
            let addresses: Vec<&str> = some
                .iter()
                .map(|(_, url)| &url.as_str()[version.as_str().len() - 1..])
                .collect();
            let (http, now) = (&self.graph.http, self.graph.clock.now());
            let all = http.get_all(&batch, &addresses, self.token, now).await;
            for ((question, _), got) in some.iter().zip(all) {
                self.note(*question, &got);
                answers.push(read_status(got));
            }
        }
        answers.into_iter()
    }

    pub(super) fn url(&self, path: &str, query: &[(&str, &str)]) -> Url {
        let mut url = self.graph.base.clone();
        // Segments are escaped one by one: nothing Graph sent earlier can lead to another path.
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().push("v1.0").extend(path.split('/'));
        }
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        url
    }

    /// Reads a list to its end, and notes how much of it came.
    pub(super) async fn pages<T: DeserializeOwned>(
        &self,
        question: Question,
        first: Page<T>,
        each: impl FnMut(T),
    ) -> Reading<Extent> {
        let fetch = async |next: Url| self.json(question, &next).await;
        let extent = list::read_to_end(first, &self.graph.base, fetch, each).await?;
        let mut all = self.evidence.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(evidence) = all.iter_mut().find(|one| one.call == question.call) {
            evidence.read = Some(extent.read);
            evidence.stated = extent.stated;
        }
        Ok(extent)
    }

    pub(super) async fn json<T: DeserializeOwned>(
        &self,
        question: Question,
        url: &Url,
    ) -> Reading<T> {
        read(self.bytes(question, url).await)
    }

    pub(super) async fn bytes(&self, question: Question, url: &Url) -> Reading<Vec<u8>> {
        let now = self.graph.clock.now();
        let got = self.graph.http.get(url, self.token, now).await;
        self.note(question, &got);
        read_status(got)
    }

    /// Of a list with many pages, and of a question asked in several ways, the last answer stands for all.
    fn note(&self, question: Question, got: &Result<Got, UpstreamUnavailable>) {
        let Ok(got) = got else { return };
        let evidence = Evidence {
            call: question.call.to_owned(),
            status: got.status,
            at: self.graph.clock.now(),
            proof: self.proof,
            read: None,
            stated: None,
        };
        let mut all = self.evidence.lock().unwrap_or_else(PoisonError::into_inner);
        match all.iter_mut().find(|earlier| earlier.call == evidence.call) {
            Some(earlier) => *earlier = evidence,
            None => all.push(evidence),
        }
    }
}

fn read_status(got: Result<Got, UpstreamUnavailable>) -> Reading<Vec<u8>> {
    match got {
        Ok(Got {
            status: 200..=299,
            body,
            ..
        }) => Ok(body),
        Ok(got) => Err(shapes::refusal(got.status, &got.body, got.challenge)),
        Err(unavailable) => Err(Fault::Unavailable(unavailable)),
    }
}

/// An answer as JSON.
pub(super) fn read<T: DeserializeOwned>(body: Reading<Vec<u8>>) -> Reading<T> {
    serde_json::from_slice(&body?).map_err(|_| Fault::Unavailable(UpstreamUnavailable::Unreadable))
}

/// Never: there are as many answers as questions.
pub(super) fn unanswered() -> Reading<Vec<u8>> {
    Err(Fault::Unavailable(UpstreamUnavailable::Unreadable))
}
