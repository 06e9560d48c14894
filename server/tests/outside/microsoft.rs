//! A stand-in for Microsoft: one program for the sign-in and for Graph. It keeps to what Microsoft documents, answers
//! a wrong request as Microsoft does, and answers otherwise where a scenario says so.

use crate::scenario::{Answer, Tenant};
use crate::{graph, login, tenant};
use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard};

pub(crate) const TENANT: &str = "b7a1c7a2-0d0e-4a51-9a55-3f3c5b0f9d11";
pub(crate) const DOMAIN: &str = "contoso.example";
pub(crate) const OTHER: &str = "5e0f3c77-64b4-4a0b-8a0e-1f2f6d4f8a22";
pub(crate) const CLIENT: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";
pub(crate) const SECRET: &str = "kQ8~the-value-of-the-secret";

/// A request, as far as anything here looks at it.
pub(crate) struct Asked {
    pub method: Method,
    pub path: String,
    pub query: HashMap<String, String>,
    pub headers: HeaderMap,
    pub body: Bytes,
}

/// An answer that is about to be sent.
pub(crate) struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Reply {
    pub(crate) fn json(status: u16, body: &Value) -> Self {
        Self {
            status,
            headers: vec![(
                "content-type".into(),
                "application/json; charset=utf-8".into(),
            )],
            body: body.to_string().into_bytes(),
        }
    }

    fn text(status: u16, body: &str) -> Self {
        Self {
            status,
            headers: vec![("content-type".into(), "text/html".into())],
            body: body.into(),
        }
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        let mut response = (StatusCode::from_u16(self.status).unwrap(), self.body).into_response();
        for (name, value) in self.headers {
            let name = HeaderName::try_from(name).unwrap();
            response
                .headers_mut()
                .insert(name, HeaderValue::try_from(value).unwrap());
        }
        response
    }
}

/// What changes while it runs.
#[derive(Default)]
pub(crate) struct World {
    pub base: String,
    pub tenant: Tenant,
    pub answers: BTreeMap<String, Vec<Answer>>,
    pub id_token: Map<String, Value>,
    pub signed_with: String,
    /// Codes and what they were issued for.
    pub codes: HashMap<String, login::Issued>,
    pub refresh_tokens: Vec<String>,
    /// Requests by place.
    pub asked: BTreeMap<String, usize>,
    /// Milliseconds by which the server's clock is ahead.
    pub ahead: u64,
}

impl World {
    pub(crate) fn now(&self) -> u64 {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        now.unwrap().as_secs() + self.ahead / 1000
    }

    /// Counts a request, and says what a scenario wants to be answered at this place.
    pub(crate) fn scripted(&mut self, place: &str) -> Option<Reply> {
        *self.asked.entry(place.to_owned()).or_default() += 1;
        let answers = self.answers.get_mut(place)?;
        let answer = if answers.len() > 1 {
            answers.remove(0)
        } else {
            answers.first()?.clone()
        };
        (!answer.usual).then(|| self.reply(&answer))
    }

    fn reply(&self, answer: &Answer) -> Reply {
        let fill = |text: &str| self.fill(text);
        let mut reply = if let Some(body) = &answer.body {
            Reply::text(answer.status.unwrap_or(200), &fill(body))
        } else if let Some(json) = &answer.json {
            let text = fill(&json.to_string());
            Reply::json(
                answer.status.unwrap_or(200),
                &serde_json::from_str(&text).unwrap(),
            )
        } else if let Some(error) = &answer.error {
            Reply::json(answer.status.unwrap_or(400), &login::error(error, answer))
        } else if let Some(code) = &answer.code {
            let message = answer.message.as_deref().unwrap_or("Something is wrong.");
            Reply::json(answer.status.unwrap(), &graph::error(code, message))
        } else {
            Reply {
                status: answer.status.unwrap(),
                headers: Vec::new(),
                body: Vec::new(),
            }
        };
        for (name, value) in &answer.headers {
            reply.headers.push((name.clone(), fill(value)));
        }
        reply
    }

    /// Puts in what a scenario can't know.
    pub(crate) fn fill(&self, text: &str) -> String {
        let mut text = text
            .replace("{BASE}", &self.base)
            .replace("{TENANT}", TENANT)
            .replace("{OTHER}", OTHER)
            .replace("{CLIENT}", CLIENT)
            .replace("{APP}", tenant::APP_OBJECT)
            .replace("{GRAPH}", tenant::GRAPH_OBJECT);
        while let Some(at) = text.find("{DATE+") {
            let (number, rest) = text[at + 6..].split_once('}').unwrap();
            let when = self.now() + number.parse::<u64>().unwrap();
            let when = jiff::Timestamp::from_second(i64::try_from(when).unwrap()).unwrap();
            text = format!(
                "{}{}{rest}",
                &text[..at],
                when.strftime("%a, %d %b %Y %H:%M:%S GMT")
            );
        }
        text
    }
}

#[derive(Clone)]
pub(crate) struct Microsoft(Arc<Mutex<World>>);

impl Microsoft {
    pub(crate) async fn start(tenant: Tenant) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let world = World {
            base: format!("http://{}", listener.local_addr().unwrap()),
            tenant,
            signed_with: crate::tokens::USUAL.to_owned(),
            ..World::default()
        };
        let this = Self(Arc::new(Mutex::new(world)));
        let router = axum::Router::new()
            .fallback(answer)
            .with_state(this.clone());
        tokio::spawn(async { axum::serve(listener, router).await });
        this
    }

    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        self.0.lock().unwrap()
    }
}

async fn answer(State(microsoft): State<Microsoft>, request: Request) -> Reply {
    let (parts, body) = request.into_parts();
    let body = axum::body::to_bytes(body, 1 << 20).await.unwrap();
    let asked = Asked {
        method: parts.method,
        query: pairs(parts.uri.query().unwrap_or_default()),
        path: path(&parts.uri),
        headers: parts.headers,
        body,
    };
    let mut world = microsoft.world();
    if asked.path.starts_with("/v1.0/") {
        graph::answer(&mut world, &asked)
    } else if let Some(reply) = login::answer(&mut world, &asked) {
        reply
    } else {
        *world
            .asked
            .entry(format!("elsewhere {}", asked.path))
            .or_default() += 1;
        Reply::json(404, &json!({}))
    }
}

fn path(uri: &Uri) -> String {
    let path = uri.path().replace("%27", "'").replace("%24", "$");
    path.replace("%28", "(").replace("%29", ")")
}

pub(crate) fn pairs(query: &str) -> HashMap<String, String> {
    url::form_urlencoded::parse(query.as_bytes())
        .into_owned()
        .collect()
}
