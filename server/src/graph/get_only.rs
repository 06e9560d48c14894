//! An HTTP client that can send GET and nothing else. The client inside never leaves this file;
//! that is the whole guarantee.

use crate::http::{self, Silence};
use reqwest::Client;
use url::Url;

/// A page of a list is far below this.
const BODY_CAP: usize = 4 * 1024 * 1024;

pub(super) struct GetOnly(Client);

/// An answer that is not a request for a pause.
pub(super) struct Got {
    pub(super) status: u16,
    pub(super) body: Vec<u8>,
}

impl GetOnly {
    pub(super) fn new(client: Client) -> Self {
        Self(client)
    }

    /// One GET. `ConsistencyLevel: eventual` is what counts need and what lists ignore.
    pub(super) async fn get(&self, url: &Url, token: &str, now: u64) -> Result<Got, Silence> {
        let request = self
            .0
            .get(url.clone())
            .bearer_auth(token)
            .header("consistencylevel", "eventual");
        let response = request.send().await.map_err(|_| Silence::Unreachable)?;
        if let Some(pause) = http::pause(&response, now) {
            return Err(pause);
        }
        let status = response.status().as_u16();
        Ok(Got {
            status,
            body: http::body(response, BODY_CAP).await?,
        })
    }
}
