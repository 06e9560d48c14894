//! Event streams: many that wait, what each costs, and how long a change takes to reach the last.
//!
//! The client is our own, because twenty thousand of any other would weigh more than the server.

use crate::journey::request;
use crate::stage::Stage;
use crate::stats::median;
use crate::store::Store;
use crate::subject::Subject;
use anyhow::{Context, Result, bail, ensure};
use consentry_wire::api::Created;
use futures_util::{StreamExt, TryStreamExt, stream};
use reqwest::{Client, Method};
use serde::Serialize;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::mpsc;

/// Streams that are opened at the same time.
const AT_ONCE: usize = 64;

/// A change must have reached everybody by then.
const LIMIT: Duration = Duration::from_secs(30);

/// What was found with so many watchers.
#[derive(Serialize)]
pub(crate) struct Watching {
    /// Streams.
    pub(crate) watchers: usize,
    /// Server processes.
    pub(crate) instances: usize,
    /// Memory of the servers before and with the streams, in KiB.
    pub(crate) memory: [u64; 2],
    /// KiB for each stream.
    pub(crate) each: f64,
    /// Share of one core that the servers take while nothing happens, heartbeats included.
    pub(crate) idle_cpu: f64,
    /// Milliseconds from the request that changes something to the first and the last who hears of it.
    pub(crate) heard: Option<[f64; 2]>,
}

/// One event stream.
pub(crate) struct Events {
    stream: TcpStream,
    text: Vec<u8>,
}

impl Events {
    /// Opens it.
    pub(crate) async fn open(address: &str, id: &str, bearer: &str) -> Result<Self> {
        let mut stream = TcpStream::connect(address).await?;
        let ask = format!(
            "GET /api/v1/connections/{id}/events HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer {bearer}\r\n\r\n"
        );
        stream.write_all(ask.as_bytes()).await?;
        Ok(Self {
            stream,
            text: Vec::new(),
        })
    }

    /// Waits for the next event: its data. Heartbeats and the parts of the transfer are passed over.
    pub(crate) async fn next(&mut self) -> Result<String> {
        let mut chunk = [0; 4096];
        loop {
            if let Some(data) = taken(&mut self.text) {
                // What waits for long does not keep room for what it got.
                self.text.shrink_to_fit();
                return Ok(data);
            }
            let read = self.stream.read(&mut chunk).await?;
            ensure!(read > 0, "the stream ended");
            self.text.extend_from_slice(&chunk[..read]);
            if self.text.starts_with(b"HTTP/1.1 ") && !self.text.starts_with(b"HTTP/1.1 200 ") {
                bail!(
                    "refused: {}",
                    String::from_utf8_lossy(&self.text[..self.text.len().min(100)])
                );
            }
        }
    }
}

/// Takes the first whole event out of what was read. An event is written as one part of the transfer, so no
/// length stands inside of its line.
fn taken(text: &mut Vec<u8>) -> Option<String> {
    const DATA: &[u8] = b"data: ";
    let find = |text: &[u8], what: &[u8]| text.windows(what.len()).position(|part| part == what);
    let begin = find(text, DATA)? + DATA.len();
    let length = text[begin..].iter().position(|byte| *byte == b'\n')?;
    let data = String::from_utf8_lossy(&text[begin..begin + length]).into_owned();
    text.drain(..=begin + length);
    Some(data)
}

/// Streams of as many different connections, which wait.
pub(crate) async fn idle(
    stage: &Stage,
    store: &Store,
    watchers: usize,
    rest: Duration,
) -> Result<Watching> {
    let server = stage.server(&store.base.database())?;
    let sample = store.sample(u32::try_from(watchers)?);
    tokio::time::sleep(Duration::from_secs(1)).await;
    let before = server.memory();
    let streams: Vec<Events> = stream::iter(0..watchers)
        .map(|number| {
            let (id, bearer) = &sample[number % sample.len()];
            first(&server, id, bearer)
        })
        .buffer_unordered(AT_ONCE)
        .try_collect()
        .await?;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let cpu = server.cpu();
    tokio::time::sleep(rest).await;
    let idle_cpu = (server.cpu() - cpu) / rest.as_secs_f64();
    let memory = [before, server.memory()];
    drop(streams);
    Ok(watching(watchers, 1, memory, idle_cpu, None))
}

async fn first(server: &Subject, id: &str, bearer: &str) -> Result<Events> {
    let mut events = Events::open(&server.address, id, bearer).await?;
    events.next().await?;
    Ok(events)
}

/// Streams of one connection, which all hear of each change, divided among the instances. The change is asked
/// of the last instance.
pub(crate) async fn fan_out(
    stage: &Stage,
    store: &Store,
    watchers: usize,
    instances: usize,
    rounds: u32,
) -> Result<Watching> {
    let database = store.base.database();
    let servers: Vec<Subject> = (0..instances)
        .map(|_| stage.server(&database))
        .collect::<Result<_>>()?;
    let original = &store.original;
    let memory = || servers.iter().map(Subject::memory).sum::<u64>();
    let before = memory();
    let streams: Vec<Events> = stream::iter(0..watchers)
        .map(|number| {
            first(
                &servers[number % instances],
                &original.id,
                original.secret.expose(),
            )
        })
        .buffer_unordered(AT_ONCE)
        .try_collect()
        .await?;
    let (tell, mut told) = mpsc::channel(watchers);
    for (watcher, mut events) in streams.into_iter().enumerate() {
        let tell = tell.clone();
        tokio::spawn(async move {
            // Ends with the server.
            while let Ok(data) = events.next().await {
                let heard = Heard {
                    watcher,
                    revision: revision(&data),
                    at: Instant::now(),
                };
                if tell.send(heard).await.is_err() {
                    return;
                }
            }
        });
    }
    drop(tell);
    let client = Client::new();
    let (mut firsts, mut lasts) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        let [first, last] = change(
            &client,
            &servers[instances - 1],
            original,
            watchers,
            &mut told,
        )
        .await?;
        firsts.push(first);
        lasts.push(last);
        // Until what follows from the change is over: a check, and its events.
        while tokio::time::timeout(Duration::from_secs(3), told.recv())
            .await
            .is_ok()
        {}
    }
    let after = memory();
    let heard = Some([median(firsts), median(lasts)]);
    Ok(watching(
        watchers,
        instances,
        [before, after],
        f64::NAN,
        heard,
    ))
}

/// A watcher got an event.
struct Heard {
    watcher: usize,
    revision: u64,
    at: Instant,
}

/// Changes something; the time to the first and to the last watcher's next event, in milliseconds.
async fn change(
    client: &Client,
    server: &Subject,
    original: &Created,
    watchers: usize,
    told: &mut mpsc::Receiver<Heard>,
) -> Result<[f64; 2]> {
    let begun = Instant::now();
    let asked = request(client, server, Method::POST, original, "/check")
        .send()
        .await?;
    let target = revision(&asked.error_for_status()?.text().await?);
    let (mut waiting, mut left) = (vec![true; watchers], watchers);
    let (mut first, mut last) = (None, begun);
    let deadline = tokio::time::Instant::now() + LIMIT;
    while left > 0 {
        let heard = tokio::time::timeout_at(deadline, told.recv()).await;
        let heard = heard
            .with_context(|| {
                format!("{left} of {watchers} watchers did not hear of revision {target}")
            })?
            .context("the watchers are gone")?;
        // Whoever skips a revision hears of a newer one.
        if heard.revision >= target && std::mem::take(&mut waiting[heard.watcher]) {
            left -= 1;
            first.get_or_insert(heard.at);
            last = last.max(heard.at);
        }
    }
    let ms = |at: Instant| (at - begun).as_secs_f64() * 1e3;
    Ok([ms(first.unwrap_or(begun)), ms(last)])
}

/// The revision in a status, or 0.
fn revision(json: &str) -> u64 {
    let rest = json
        .split_once("\"revision\":")
        .map_or("", |(_, rest)| rest);
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    rest[..end].parse().unwrap_or_default()
}

#[expect(clippy::cast_precision_loss, reason = "KiB of a few hundred MiB")]
fn watching(
    watchers: usize,
    instances: usize,
    memory: [u64; 2],
    idle_cpu: f64,
    heard: Option<[f64; 2]>,
) -> Watching {
    Watching {
        watchers,
        instances,
        memory,
        each: memory[1].saturating_sub(memory[0]) as f64 / watchers as f64,
        idle_cpu,
        heard,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_taken_when_all_of_it_is_there() {
        let mut text =
            b"HTTP/1.1 200 OK\r\n\r\n1f\r\nevent: status\nid: 7\ndata: {\"revision\":7".to_vec();
        assert_eq!(taken(&mut text), None);
        text.extend_from_slice(b"}\n\n\r\n3\r\n:\n\n\r\n");
        let data = taken(&mut text).unwrap();
        assert_eq!(revision(&data), 7);
        assert_eq!(taken(&mut text), None);
    }
}
