//! A reader that goes app by app, as public tools do: the list of apps without a count, then for each app its delegated
//! grants and its application permissions, twenty questions in a `$batch`, the first page of each.

use crate::stage::{CLIENT, SECRET, TENANT};
use crate::usage::{Usage, Watch};
use anyhow::{Context, Result};
use consentry_server::config::Observing;
use reqwest::Client;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::path::Path;

const GRAPH: &str = "https://graph.microsoft.com/v1.0";

/// Questions in a batch: as many as Graph takes.
const BATCH: usize = 20;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Measured {
    pub(crate) took: Usage,
    pub(crate) requests: u64,
    pub(crate) apps: u64,
    pub(crate) grants: u64,
    pub(crate) roles: u64,
}

struct ByApp {
    client: Client,
    token: String,
    requests: u64,
}

impl ByApp {
    async fn open(observing: &Observing) -> Result<Self> {
        let client = consentry_server::upstream::client(&observing.microsoft)?;
        let url = format!("https://login.microsoftonline.com/{TENANT}/oauth2/v2.0/token");
        let scope = "https%3A%2F%2Fgraph.microsoft.com%2F.default";
        let form = format!(
            "grant_type=client_credentials&client_id={CLIENT}&client_secret={SECRET}&scope={scope}"
        );
        let answer = client
            .post(url)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(form)
            .send()
            .await?;
        let answer: Value = serde_json::from_slice(&answer.bytes().await?)?;
        Ok(Self {
            client,
            token: answer["access_token"]
                .as_str()
                .context("a token")?
                .to_owned(),
            requests: 0,
        })
    }

    async fn get(&mut self, url: &str) -> Result<Value> {
        self.requests += 1;
        let answer = self.client.get(url).bearer_auth(&self.token).send().await?;
        Ok(serde_json::from_slice(
            &answer.error_for_status()?.bytes().await?,
        )?)
    }

    async fn apps(&mut self) -> Result<Vec<String>> {
        let mut apps = Vec::new();
        let mut next = Some(format!("{GRAPH}/servicePrincipals?$top=999&$select=id"));
        while let Some(url) = next {
            let page = self.get(&url).await?;
            let items = page["value"].as_array().context("a list")?;
            apps.extend(
                items
                    .iter()
                    .filter_map(|app| Some(app["id"].as_str()?.to_owned())),
            );
            next = page["@odata.nextLink"].as_str().map(str::to_owned);
        }
        Ok(apps)
    }

    /// How many rows each of these lists shows on its first page.
    async fn batch(&mut self, lists: &[String]) -> Result<Vec<u64>> {
        self.requests += 1;
        let requests: Vec<Value> = lists
            .iter()
            .enumerate()
            .map(|(id, url)| json!({"id": id.to_string(), "method": "GET", "url": url}))
            .collect();
        let answer = self
            .client
            .post(format!("{GRAPH}/$batch"))
            .bearer_auth(&self.token)
            .header("content-type", "application/json")
            .body(json!({ "requests": requests }).to_string())
            .send()
            .await?;
        let answer: Value = serde_json::from_slice(&answer.error_for_status()?.bytes().await?)?;
        let mut rows = vec![0; lists.len()];
        for one in answer["responses"].as_array().context("answers")? {
            let place: usize = one["id"].as_str().context("an ID")?.parse()?;
            rows[place] = one["body"]["value"]
                .as_array()
                .map_or(0, |list| list.len() as u64);
        }
        Ok(rows)
    }
}

pub(crate) async fn measure(config: &Path) -> Result<Measured> {
    let observing = Observing::load(config)?;
    let mut reader = ByApp::open(&observing).await?;
    let watch = Watch::start()?;
    let apps = reader.apps().await?;
    let (mut grants, mut roles) = (0, 0);
    for some in apps.chunks(BATCH / 2) {
        let lists: Vec<String> = some
            .iter()
            .flat_map(|app| {
                ["oauth2PermissionGrants", "appRoleAssignments"]
                    .map(|list| format!("/servicePrincipals/{app}/{list}"))
            })
            .collect();
        for pair in reader.batch(&lists).await?.chunks(2) {
            grants += pair[0];
            roles += pair[1];
        }
    }
    Ok(Measured {
        took: watch.end()?,
        requests: reader.requests,
        apps: apps.len() as u64,
        grants,
        roles,
    })
}
