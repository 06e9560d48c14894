//! Asks Microsoft Graph for one page, or for twenty at once, and waits where it is asked to
//! (<https://learn.microsoft.com/graph/throttling>). Counts every request.

use crate::clock::{Clock, SystemClock};
use crate::config::{self, Observer};
use crate::graph::get_only::{Answered, BATCH, Bounds, GetOnly};
use crate::observer::fault::{Fault, code};
use crate::observer::token::{NoToken, Tokens};
use crate::secrets::credential;
use crate::upstream::{self, UpstreamUnavailable};
use rand::Rng;
use secrecy::{ExposeSecret, SecretString};
use serde::de::DeserializeOwned;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use url::Url;

/// A page of 999 apps with long names is below this; what is longer is asked for in smaller pages.
const BOUNDS: Bounds = Bounds {
    body: 16 * 1024 * 1024,
    time: Duration::from_mins(1),
};

/// Waiting times.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// The first pause where Microsoft names none; it doubles each time.
    pub first_ms: u64,
    /// The longest of those.
    pub longest_ms: u64,
    /// How often a request that is throttled is sent.
    pub throttled: u32,
    /// How often one that fails otherwise is.
    pub failed: u32,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            first_ms: 1000,
            longest_ms: 30_000,
            throttled: 10,
            failed: 3,
        }
    }
}

/// Why nothing can be asked.
#[derive(Debug, thiserror::Error)]
pub enum Unopened {
    /// TLS, or a root certificate.
    #[error("the HTTP client could not be built: {0}")]
    Client(#[from] reqwest::Error),
    /// Checked before, and yet.
    #[error("`microsoft.graph` is not a URL: {0}")]
    Graph(#[from] url::ParseError),
}

/// A body, or why there is none.
pub type Answer = Result<Vec<u8>, Fault>;

/// Reads with one observer's tokens.
pub struct Reader {
    http: GetOnly,
    base: Url,
    tokens: Tokens,
    clock: Arc<dyn Clock>,
    pace: Pace,
    requests: AtomicU64,
}

impl Reader {
    /// For one observer, with the client of [`upstream::client`] and the machine's clock.
    pub fn open(
        microsoft: &config::Microsoft,
        observer: &Observer,
        pace: Pace,
    ) -> Result<Self, Unopened> {
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let client = upstream::client(microsoft)?;
        let tokens = Tokens::new(
            client.clone(),
            microsoft,
            observer.clone(),
            Arc::clone(&clock),
        );
        let base = Url::parse(&microsoft.graph)?;
        Ok(Self::new(client, base, tokens, clock, pace))
    }

    /// `base` is the origin of Graph, such as `https://graph.microsoft.com`.
    pub fn new(
        http: reqwest::Client,
        base: Url,
        tokens: Tokens,
        clock: Arc<dyn Clock>,
        pace: Pace,
    ) -> Self {
        Self {
            http: GetOnly::new(http),
            base,
            tokens,
            clock,
            pace,
            requests: AtomicU64::new(0),
        }
    }

    /// Unix milliseconds.
    pub fn now(&self) -> u64 {
        self.clock.now()
    }

    /// Requests sent so far; a batch is one.
    pub fn requests(&self) -> u64 {
        self.requests.load(Ordering::Relaxed)
    }

    /// The address of a path of version 1.0. Segments are escaped one by one, so that nothing Graph
    /// sent earlier leads to another path.
    pub fn url(&self, path: &str, query: &[(&str, &str)]) -> Url {
        let mut url = self.base.clone();
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().push("v1.0").extend(path.split('/'));
        }
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        url
    }

    /// A link that Graph gave, if it leads to Graph.
    pub fn link(&self, text: &str) -> Option<Url> {
        let url = Url::parse(text).ok()?;
        (url.origin() == self.base.origin() && url.username().is_empty()).then_some(url)
    }

    /// One page.
    pub async fn get(&self, url: &Url) -> Answer {
        let mut tries = Tries::default();
        loop {
            let token = self.token().await?;
            self.requests.fetch_add(1, Ordering::Relaxed);
            let now = self.clock.now();
            let answered = self
                .http
                .read(url, token.expose_secret(), BOUNDS, now)
                .await;
            match self.settle(answered, &token, &mut tries).await? {
                Settled::Done(answer) => return answer,
                Settled::Again(pause) => tokio::time::sleep(pause).await,
            }
        }
    }

    /// One answer of a known form.
    pub async fn json<T: DeserializeOwned>(&self, url: &Url) -> Result<T, Fault> {
        let body = self.get(url).await?;
        serde_json::from_slice(&body).map_err(|_| Fault::Unreadable)
    }

    /// Several pages, in the order of their addresses.
    pub async fn get_all(&self, urls: &[Url]) -> Vec<Answer> {
        let mut answers = Vec::with_capacity(urls.len());
        for some in urls.chunks(BATCH) {
            match some {
                [url] => answers.push(self.get(url).await),
                some => answers.extend(self.batch(some).await),
            }
        }
        answers
    }

    /// A batch, again for those that Graph put off, and one by one where it takes no batch.
    async fn batch(&self, urls: &[Url]) -> Vec<Answer> {
        let mut found: Vec<Option<Answer>> = urls.iter().map(|_| None).collect();
        let mut tries: Vec<Tries> = urls.iter().map(|_| Tries::default()).collect();
        loop {
            let open: Vec<usize> = (0..urls.len()).filter(|at| found[*at].is_none()).collect();
            if open.is_empty() {
                break;
            }
            // Whatever is wrong with the batch, it may not be wrong with its parts.
            let Ok((token, round)) = self.batch_once(urls, &open).await else {
                break;
            };
            let mut pause = Duration::ZERO;
            for (at, answered) in open.into_iter().zip(round) {
                let Some(answered) = answered else {
                    found[at] = Some(self.get(&urls[at]).await);
                    continue;
                };
                match self.settle(Ok(answered), &token, &mut tries[at]).await {
                    Ok(Settled::Done(answer)) => found[at] = Some(answer),
                    Ok(Settled::Again(wait)) => pause = pause.max(wait),
                    Err(fault) => found[at] = Some(Err(fault)),
                }
            }
            tokio::time::sleep(pause).await;
        }
        let mut answers = Vec::with_capacity(urls.len());
        for (url, answer) in urls.iter().zip(found) {
            answers.push(match answer {
                Some(answer) => answer,
                None => self.get(url).await,
            });
        }
        answers
    }

    /// One request to `$batch` for those that are open; nothing where it cannot be had as a whole.
    async fn batch_once(
        &self,
        urls: &[Url],
        open: &[usize],
    ) -> Result<(Arc<SecretString>, Vec<Option<Answered>>), ()> {
        let version = self.url("", &[]);
        let prefix = version.as_str().trim_end_matches('/').len();
        let questions: Vec<&str> = open
            .iter()
            .map(|at| &urls[*at].as_str()[prefix..])
            .collect();
        let mut tries = Tries::default();
        loop {
            let token = self.token().await.map_err(drop)?;
            self.requests.fetch_add(1, Ordering::Relaxed);
            let (batch, now) = (self.url("$batch", &[]), self.clock.now());
            let all = self
                .http
                .read_all(&batch, &questions, token.expose_secret(), BOUNDS, now)
                .await;
            let outer = match all {
                Ok(all) => return Ok((token, all)),
                Err(outer) => outer,
            };
            match self.settle(outer, &token, &mut tries).await {
                Ok(Settled::Again(pause)) => tokio::time::sleep(pause).await,
                Ok(Settled::Done(_)) | Err(_) => return Err(()),
            }
        }
    }

    /// A token that can be used now.
    pub async fn token(&self) -> Result<Arc<SecretString>, Fault> {
        let mut tries = Tries::default();
        loop {
            match self.tokens.current().await {
                Err(no_token @ (NoToken::Silent(_) | NoToken::Machine(_)))
                    if tries.failed + 1 < self.pace.failed && passes(&no_token) =>
                {
                    tries.failed += 1;
                    let named = match no_token {
                        NoToken::Silent(silence) => silence.pause_ms(),
                        _ => None,
                    };
                    tokio::time::sleep(self.pause(named, tries.failed)).await;
                }
                token => return token.map_err(Fault::NoToken),
            }
        }
    }

    /// What an answer means: it counts, or the question is asked again after a pause.
    async fn settle(
        &self,
        answered: Result<Answered, UpstreamUnavailable>,
        token: &Arc<SecretString>,
        tries: &mut Tries,
    ) -> Result<Settled, Fault> {
        let answered = match answered {
            Ok(answered) => answered,
            Err(UpstreamUnavailable::Unreadable) => {
                return Ok(Settled::Done(Err(Fault::Unreadable)));
            }
            Err(_) => {
                return Ok(self.again(
                    &mut tries.failed,
                    self.pace.failed,
                    None,
                    Fault::Unreachable,
                ));
            }
        };
        let (status, pause) = (answered.status, answered.pause_ms);
        Ok(match status {
            200..=299 => Settled::Done(Ok(answered.body)),
            401 if !tries.renewed => {
                tries.renewed = true;
                let challenge = answered.challenge.as_deref();
                self.tokens
                    .renewed(token, challenge)
                    .await
                    .map_err(Fault::NoToken)?;
                Settled::Again(Duration::ZERO)
            }
            429 => self.again(
                &mut tries.throttled,
                self.pace.throttled,
                pause,
                Fault::Busy(429),
            ),
            500..=599 => self.again(
                &mut tries.failed,
                self.pace.failed,
                pause,
                Fault::Busy(status),
            ),
            _ => Settled::Done(Err(Fault::Refused(status, code(&answered.body)))),
        })
    }

    fn again(&self, tried: &mut u32, most: u32, named: Option<u64>, fault: Fault) -> Settled {
        *tried += 1;
        if *tried >= most {
            return Settled::Done(Err(fault));
        }
        Settled::Again(self.pause(named, *tried))
    }

    fn pause(&self, named_ms: Option<u64>, tried: u32) -> Duration {
        let doubled = self.pace.first_ms << (tried - 1).min(16);
        let longest = doubled.min(self.pace.longest_ms);
        // Those who were put off together do not come back together.
        let own = longest / 2 + rand::rng().random_range(0..=longest / 2);
        Duration::from_millis(named_ms.unwrap_or(own))
    }
}

/// Whether another try may bring a token.
fn passes(no_token: &NoToken) -> bool {
    !matches!(no_token, NoToken::Machine(credential::NoToken::Refused))
}

#[derive(Default)]
struct Tries {
    throttled: u32,
    failed: u32,
    renewed: bool,
}

enum Settled {
    Done(Answer),
    Again(Duration),
}
