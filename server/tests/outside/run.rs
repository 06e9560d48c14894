//! Runs a scenario from outside: through the API and through pages.

use crate::expect::{StatusHistory, check_page};
use crate::login;
use crate::microsoft::pairs;
use crate::returns;
use crate::scenario::{Expect, Return, Scenario, Then};
use crate::server::{Browser, Server};
use reqwest::Response;
use serde_json::{Value, json};
use std::time::Duration;
use url::Url;

/// How long the server may take to come to what is expected.
const PATIENCE: Duration = Duration::from_secs(10);

/// The connection of a scenario.
struct ScenarioRun {
    server: Server,
    id: String,
    bearer: String,
    start_url: String,
    /// The newest address that the browser was sent to for a sign-in.
    authorize: Option<Url>,
    /// The newest link for an admin.
    hand_off: Option<String>,
    history: StatusHistory,
}

pub(crate) async fn run(scenario: Scenario) -> Result<(), String> {
    let server = Server::start(&scenario).await;
    {
        let mut world = server.microsoft.world();
        world.answers.clone_from(&scenario.microsoft);
        world.id_token.clone_from(&scenario.id_token);
        if let Some(key) = &scenario.signed_with {
            world.signed_with.clone_from(key);
        }
    }
    let mut wanted = json!({"profile": "office-365-mover", "role": "global-admin"});
    for (name, value) in &scenario.create {
        wanted[name] = value.clone();
    }
    let response = server
        .post("/api/v1/connections")
        .json(&wanted)
        .send()
        .await
        .unwrap();
    let (status, body) = (
        response.status().as_u16(),
        response.json::<Value>().await.unwrap(),
    );
    if let Some(expected) = scenario.expect.created {
        return StatusHistory::of_problem(status, expected, &body, &scenario.expect);
    }
    if status != 201 {
        return Err(format!("no connection: {body}"));
    }
    let text = |name: &str| body[name].as_str().unwrap().to_owned();
    let mut run = ScenarioRun {
        id: text("id"),
        bearer: text("secret"),
        start_url: text("start_url"),
        authorize: None,
        hand_off: None,
        history: StatusHistory::default(),
        server,
    };
    if !scenario.nobody_signs_in {
        run.sign_in(&scenario.returns).await?;
    }
    run.until(&scenario.expect).await?;
    for (number, then) in scenario.then.iter().enumerate() {
        run.then(then)
            .await
            .map_err(|wrong| format!("then, {}: {wrong}", number + 1))?;
    }
    Ok(())
}

impl ScenarioRun {
    async fn then(&mut self, then: &Then) -> Result<(), String> {
        if let Some(after) = &then.after {
            self.server.pass(after);
        }
        {
            let mut world = self.server.microsoft.world();
            world.asked.clear();
            for (place, answers) in &then.microsoft {
                world.answers.insert(place.clone(), answers.clone());
            }
            if let Some(tenant) = &then.tenant {
                world.tenant.clone_from(tenant);
            }
            if !then.id_token.is_empty() {
                world.id_token.clone_from(&then.id_token);
            }
        }
        self.history.begin_anew();
        match then.does.as_deref() {
            None => {}
            Some("check") => self.check(&json!({})).await,
            Some("consent-returned") => self.check(&json!({"hint": "consent-returned"})).await,
            Some("sign-in") => {
                let restarted = self.asks("POST", "/reauthorize", &json!({})).await;
                restarted["start_url"]
                    .as_str()
                    .ok_or(restarted.to_string())?
                    .clone_into(&mut self.start_url);
                self.sign_in(&then.returns).await?;
            }
            Some(other) => panic!("{other} is nothing that happens"),
        }
        self.until(&then.expect).await
    }

    async fn check(&self, body: &Value) {
        self.asks("POST", "/check", body).await;
    }

    async fn asks(&self, method: &str, rest: &str, body: &Value) -> Value {
        let path = format!("/api/v1/connections/{}{rest}", self.id);
        let request = if method == "GET" {
            self.server.get(&path)
        } else {
            self.server.post(&path).json(body)
        };
        request
            .bearer_auth(&self.bearer)
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap()
    }

    /// A person goes to Microsoft's page, and the browser comes back as the scenario says.
    async fn sign_in(&mut self, returns: &[Return]) -> Result<(), String> {
        let usual = [Return::default()];
        let mut browser = Browser::default();
        let address = browser.begin(&self.server, &self.start_url.clone()).await;
        let code = login::authorize(&mut self.server.microsoft.world(), &address);
        self.authorize = Some(address);
        for (number, back) in if returns.is_empty() { &usual } else { returns }
            .iter()
            .enumerate()
        {
            if let Some(after) = &back.after {
                self.server.pass(after);
            }
            let path = self.address(back, &code).await;
            let mut other = Browser::default();
            let browser = if back.another_browser {
                &mut other
            } else {
                &mut browser
            };
            let response = browser.send(self.server.get(&path)).await;
            check(response, back)
                .await
                .map_err(|wrong| format!("return {}: {wrong}", number + 1))?;
        }
        Ok(())
    }

    /// Where Microsoft sends the browser.
    async fn address(&mut self, back: &Return, code: &str) -> String {
        let query = pairs(self.authorize.as_ref().unwrap().query().unwrap());
        let admin = if returns::needs_admin_state(back) {
            Some(self.admin_state().await)
        } else {
            None
        };
        let world = self.server.microsoft.world();
        returns::address(back, code, &query["state"], admin.as_deref(), &world)
    }

    /// The state of an admin's grant, from the page behind a hand-off link.
    async fn admin_state(&mut self) -> String {
        if self.hand_off.is_none() {
            let link = self.asks("POST", "/handoff", &json!({})).await;
            let url = link["url"]
                .as_str()
                .unwrap_or_else(|| panic!("no hand-off: {link}"))
                .to_owned();
            let page = self
                .server
                .get(url.strip_prefix(&self.server.base).unwrap());
            let page = page
                .send()
                .await
                .unwrap()
                .text()
                .await
                .unwrap()
                .replace("&amp;", "&");
            let state = page
                .split("adminconsent?")
                .nth(1)
                .and_then(|rest| rest.split("state=").nth(1));
            let state = state.unwrap_or_else(|| panic!("no link for an admin: {page}"));
            let end = state
                .find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_' && c != '.');
            self.hand_off = Some(state[..end.unwrap()].to_owned());
        }
        self.hand_off.clone().unwrap()
    }

    /// Watches until all is as expected.
    async fn until(&mut self, expect: &Expect) -> Result<(), String> {
        let path = format!("/api/v1/connections/{}/events", self.id);
        let request = self.server.get(&path).bearer_auth(&self.bearer);
        let mut response = request.send().await.unwrap();
        let end = tokio::time::Instant::now() + PATIENCE;
        let mut text = String::new();
        let mut wrong = "nothing was told".to_owned();
        loop {
            while let Some(at) = text.find("\n\n") {
                let rest = text.split_off(at + 2);
                let event = std::mem::replace(&mut text, rest);
                let Some(status) = status_of(&event) else {
                    continue;
                };
                self.history.hear(&status)?;
                match self
                    .history
                    .as_expected(expect, &self.asked(), self.authorize.as_ref())
                {
                    Ok(()) => return Ok(()),
                    Err(what) => wrong = what,
                }
            }
            match tokio::time::timeout_at(end, response.chunk()).await {
                Ok(Ok(Some(chunk))) => text.push_str(std::str::from_utf8(&chunk).unwrap()),
                _ => {
                    return self
                        .history
                        .as_expected(expect, &self.asked(), self.authorize.as_ref())
                        .map_err(|_| wrong);
                }
            }
        }
    }

    fn asked(&self) -> std::collections::BTreeMap<String, usize> {
        self.server.microsoft.world().asked.clone()
    }
}

async fn check(response: Response, back: &Return) -> Result<(), String> {
    let status = response.status().as_u16();
    let location = response
        .headers()
        .get("location")
        .map(|value| value.to_str().unwrap().to_owned());
    // What a page looks like is in no sentence of it.
    let page = response.text().await.unwrap();
    let page = page
        .split("<style>")
        .filter_map(|part| part.split("</style>").last())
        .collect::<String>();
    let wanted = back.status;
    if wanted.is_some_and(|wanted| wanted != status) {
        return Err(format!("status {status} {location:?}: {page}"));
    }
    check_page(&page, &back.page, &back.never)
}

fn status_of(event: &str) -> Option<Value> {
    let line = |name: &str| event.lines().find_map(|line| line.strip_prefix(name));
    if line("event: ")? != "status" {
        return None;
    }
    serde_json::from_str(line("data: ")?).ok()
}
