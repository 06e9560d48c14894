//! One client: a program and a browser that go through the life of connection after connection.

use super::ledger::{Known, Ledger};
use super::stage::Stage;
use crate::rehearsal::ADMIN;
use crate::robot::{Robot, between};
use consentry_wire::api::{Claimed, Created, HandOff, Restarted, Status};
use rand::Rng;
use rand::rngs::StdRng;
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode};
use serde_json::json;
use std::time::{Duration, Instant};
use url::Url;

struct Walker {
    stage: Stage,
    ledger: Ledger,
    random: StdRng,
    http: Client,
}

/// A connection in the hands of this client.
struct Mine {
    id: String,
    bearer: String,
}

/// Works until `end`.
pub(super) async fn run(stage: Stage, ledger: Ledger, random: StdRng, end: tokio::time::Instant) {
    let http = Client::builder()
        .timeout(Duration::from_secs(20))
        .build()
        .unwrap();
    let mut walker = Walker {
        stage,
        ledger,
        random,
        http,
    };
    while tokio::time::Instant::now() < end {
        if walker.life().await.is_none() {
            // Something is broken at the moment: as a person, not as a storm.
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
}

impl Walker {
    /// One connection, from its beginning to where chance leaves it.
    async fn life(&mut self) -> Option<()> {
        let (mine, start_url) = self.create().await?;
        if self.often(0.15) {
            return Some(());
        }
        self.sign_in(&mine, &start_url).await?;
        self.check(&mine).await?;
        self.report(&mine).await?;
        if self.often(0.4) {
            self.hand_off(&mine).await?;
        }
        if self.often(0.5) {
            self.watch(&mine).await?;
        }
        if self.often(0.3) {
            let start_url = self.sign_in_again(&mine).await?;
            self.sign_in(&mine, &start_url).await?;
        }
        self.export(&mine).await?;
        if self.often(0.3) {
            self.delete(&mine).await?;
        }
        Some(())
    }

    fn often(&mut self, share: f64) -> bool {
        self.random.random_bool(share)
    }

    fn request(&self, method: Method, mine: &Mine, rest: &str) -> RequestBuilder {
        let url = self
            .stage
            .url(&format!("/api/v1/connections/{}{rest}", mine.id));
        self.http.request(method, url).bearer_auth(&mine.bearer)
    }

    /// Sends; an answer that was not an error, or nothing. That a connection which must be there is
    /// not, is told.
    async fn send(
        &self,
        what: &'static str,
        mine: Option<&Mine>,
        request: RequestBuilder,
    ) -> Option<Response> {
        match request.send().await {
            Ok(response) if response.status().is_success() => Some(response),
            Ok(response) => {
                if let Some(mine) = mine
                    && response.status() == StatusCode::UNAUTHORIZED
                    && self.ledger.must_be_there(&mine.id)
                {
                    self.ledger
                        .violation(format!("{what}: connection {} is lost", mine.id));
                }
                if response.status() == StatusCode::INTERNAL_SERVER_ERROR {
                    self.ledger.violation(format!("{what}: 500"));
                }
                self.ledger.failed(what);
                None
            }
            Err(_) => {
                self.ledger.failed(what);
                None
            }
        }
    }

    async fn body<T: serde::de::DeserializeOwned>(
        &self,
        what: &'static str,
        response: Response,
    ) -> Option<T> {
        let body = response.json().await.ok();
        if body.is_none() {
            self.ledger.failed(what);
        }
        body
    }

    async fn create(&mut self) -> Option<(Mine, String)> {
        let begun = Instant::now();
        let body = json!({"profile": "office-365-mover", "role": "global-admin"});
        let request = self
            .http
            .post(self.stage.url("/api/v1/connections"))
            .json(&body);
        let response = self.send("create", None, request).await?;
        let created: Created = self.body("create", response).await?;
        let took = u64::try_from(begun.elapsed().as_millis()).unwrap();
        let bearer = created.secret.expose().to_owned();
        self.ledger.secret(&bearer);
        self.secrets_of(&created.authorization_url, &created.start_url);
        let known = Known {
            bearers: vec![bearer.clone()],
            revision: created.status.revision,
            ..Known::default()
        };
        let mut book = self.ledger.book();
        book.known.insert(created.id.clone(), known);
        book.create_ms.push(took);
        drop(book);
        self.ledger.acknowledged("create");
        let id = created.id;
        Some((Mine { id, bearer }, created.start_url))
    }

    fn secrets_of(&self, authorization_url: &str, start_url: &str) {
        self.ledger.secret(start_url.rsplit('/').next().unwrap());
        let url = Url::parse(authorization_url).unwrap();
        for (name, value) in url.query_pairs() {
            if name == "state" || name == "nonce" {
                self.ledger.secret(&value);
            }
        }
    }

    /// Through Microsoft's pages and back; then the one-time handle is claimed.
    async fn sign_in(&mut self, mine: &Mine, start_url: &str) -> Option<()> {
        let robot = Robot::new(&self.stage.practice);
        let is_back = |url: &Url| url.path() == "/oauth/callback";
        // Stops where Microsoft sends the browser back, before that address is opened.
        let there = robot.try_walk_to(start_url, ADMIN, is_back).await;
        let Ok(callback) = there else {
            self.ledger.failed("sign-in");
            return None;
        };
        for (name, value) in callback.query_pairs() {
            if name == "code" || name == "state" {
                self.ledger.secret(&value);
            }
        }
        // A browser that reloads, or somebody who saw the address: at the same moment.
        let answers = if self.often(0.3) {
            let (one, other) = tokio::join!(robot.get(&callback), robot.get(&callback));
            vec![one, other]
        } else {
            vec![robot.get(&callback).await]
        };
        let arrived: Vec<Url> = answers
            .into_iter()
            .filter_map(|answer| {
                let answer = answer.ok()?;
                let location = answer.headers().get("location")?.to_str().ok()?;
                let url = callback.join(location).ok()?;
                url.fragment()?
                    .strip_prefix("consentry=")
                    .is_some()
                    .then_some(url)
            })
            .collect();
        if arrived.len() > 1 {
            self.ledger
                .violation(format!("a sign-in of {} was finished twice", mine.id));
        }
        let Some(handle) = arrived.first().and_then(|url| {
            let fragment = url.fragment()?.strip_prefix("consentry=")?;
            Some(fragment.to_owned())
        }) else {
            self.ledger.failed("sign-in");
            return None;
        };
        self.ledger.secret(&handle);
        // The way back is the same for a sign-in that failed: whether one went well, the state tells.
        let request = self.request(Method::GET, mine, "");
        let response = self.send("read", Some(mine), request).await?;
        let status: Status = self.body("read", response).await?;
        self.ledger.revision(&mine.id, status.revision);
        if status.tenant.is_some() {
            if let Some(known) = self.ledger.book().known.get_mut(&mine.id) {
                known.signed_in = true;
            }
            self.ledger.acknowledged("sign-in");
        } else {
            self.ledger.failed("sign-in");
        }
        self.claim(mine, &handle).await
    }

    /// Takes a handle up, and tries to do so again.
    async fn claim(&mut self, mine: &Mine, handle: &str) -> Option<()> {
        let url = self.stage.url(&format!("/api/v1/handoffs/{handle}/claim"));
        let first = self.send("claim", None, self.http.post(&url)).await;
        let mut claims = 0;
        if let Some(response) = first {
            claims += 1;
            let claimed: Claimed = self.body("claim", response).await?;
            let bearer = claimed.secret.expose().to_owned();
            self.ledger.secret(&bearer);
            let mut book = self.ledger.book();
            if let Some(known) = book.known.get_mut(&mine.id) {
                known.bearers.push(bearer);
            }
            drop(book);
            self.ledger.acknowledged("claim");
        }
        let again = self.http.post(&url).send().await;
        if again.is_ok_and(|answer| answer.status().is_success()) {
            claims += 1;
        }
        if claims > 1 {
            self.ledger
                .violation(format!("a handle of {} was claimed twice", mine.id));
        }
        Some(())
    }

    async fn check(&mut self, mine: &Mine) -> Option<()> {
        let request = self.request(Method::POST, mine, "/check").json(&json!({}));
        let response = self.send("check", Some(mine), request).await?;
        let status: Status = self.body("check", response).await?;
        self.ledger.revision(&mine.id, status.revision);
        self.ledger.acknowledged("check");
        Some(())
    }

    async fn report(&mut self, mine: &Mine) -> Option<()> {
        let mark = format!("Mark.{}", self.random.random::<u32>());
        let request = self
            .request(Method::POST, mine, "/record/seen")
            .json(&json!({"what": "held", "scopes": [mark]}));
        self.send("report", Some(mine), request).await?;
        let mut book = self.ledger.book();
        if let Some(known) = book.known.get_mut(&mine.id) {
            known.seen.push(mark);
        }
        drop(book);
        self.ledger.acknowledged("report");
        Some(())
    }

    /// Makes a link; a second person opens it, grants, and comes back.
    async fn hand_off(&mut self, mine: &Mine) -> Option<()> {
        let request = self.request(Method::POST, mine, "/handoff");
        let response = self.send("hand-off", Some(mine), request).await?;
        let link: HandOff = self.body("hand-off", response).await?;
        let handle = link.url.rsplit('/').next().unwrap().to_owned();
        self.ledger.secret(&handle);
        self.ledger.acknowledged("hand-off");
        let page = self
            .send("hand-off page", None, self.http.get(&link.url))
            .await?;
        let page = page.text().await.ok()?;
        let address = between(&page, "class=\"address\">", "<")?;
        let robot = Robot::new(&self.stage.practice);
        let back = |url: &Url| url.path() == "/oauth/adminconsent/callback";
        match robot.try_walk(&address, ADMIN, back).await {
            Ok((_, answer)) if answer.status().is_success() => self.ledger.acknowledged("grant"),
            _ => self.ledger.failed("grant"),
        }
        self.claim(mine, &handle).await
    }

    /// Watches for a while: what is told never goes back.
    async fn watch(&mut self, mine: &Mine) -> Option<()> {
        let least = self.ledger.book().known[&mine.id].revision;
        let request = self.request(Method::GET, mine, "/events");
        let mut response = self.send("watch", Some(mine), request).await?;
        let (mut text, mut newest) = (String::new(), 0);
        let watching = async {
            while let Ok(Some(chunk)) = response.chunk().await {
                text.push_str(&String::from_utf8_lossy(&chunk));
                while let Some(end) = text.find("\n\n") {
                    let rest = text.split_off(end + 2);
                    let event = std::mem::replace(&mut text, rest);
                    let Some(data) = event.lines().find_map(|line| line.strip_prefix("data: "))
                    else {
                        continue;
                    };
                    let status: Status = serde_json::from_str(data).unwrap();
                    if status.revision < newest.max(least) {
                        self.ledger.violation(format!(
                            "{} went back from revision {} to {}",
                            mine.id,
                            newest.max(least),
                            status.revision
                        ));
                    }
                    newest = status.revision;
                    self.ledger.acknowledged("event");
                }
            }
        };
        let _ = tokio::time::timeout(Duration::from_secs(2), watching).await;
        self.ledger.revision(&mine.id, newest);
        Some(())
    }

    async fn sign_in_again(&mut self, mine: &Mine) -> Option<String> {
        let request = self.request(Method::POST, mine, "/reauthorize");
        let response = self.send("reauthorize", Some(mine), request).await?;
        let restarted: Restarted = self.body("reauthorize", response).await?;
        self.secrets_of(&restarted.authorization_url, &restarted.start_url);
        self.ledger.acknowledged("reauthorize");
        Some(restarted.start_url)
    }

    async fn export(&mut self, mine: &Mine) -> Option<()> {
        let request = self.request(Method::GET, mine, "/record");
        self.send("export", Some(mine), request).await?;
        self.ledger.acknowledged("export");
        Some(())
    }

    async fn delete(&mut self, mine: &Mine) -> Option<()> {
        if let Some(known) = self.ledger.book().known.get_mut(&mine.id) {
            known.deleting = true;
        }
        let request = self.request(Method::DELETE, mine, "");
        self.send("delete", Some(mine), request).await?;
        if let Some(known) = self.ledger.book().known.get_mut(&mine.id) {
            known.deleted = true;
        }
        self.ledger.acknowledged("delete");
        Some(())
    }
}
