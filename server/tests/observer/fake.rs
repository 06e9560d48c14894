//! A small directory on a port of its own. It loses rows unless it is asked as documented, and every
//! answer can be spoiled.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};

pub(crate) const TENANT: &str = "11111111-2222-4333-8444-555555555555";
pub(crate) const CLIENT: &str = "5b0a9d1c-7a34-4f1e-9c55-0a8b7c6d5e4f";
pub(crate) const GRAPH_APP: &str = "00000003-0000-0000-c000-000000000000";
pub(crate) const GRAPH: &str = "00000000-0000-4000-8000-0000000000ff";
pub(crate) const OBSERVER: &str = "00000000-0000-4000-8000-0000000000ee";
pub(crate) const READ_APPS: &str = "9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30";
pub(crate) const READ_ALL: &str = "7ab1d382-f21e-4acd-a863-ba3e13f7da61";
pub(crate) const WRITE_ROLES: &str = "06b708a9-e830-4db3-a914-8e69da51d44f";
pub(crate) const READ_MAIL: &str = "810c84a8-4a9e-49e6-bf7d-12d183f40d01";

/// An answer given instead of the true one.
#[derive(Clone)]
pub(crate) struct Canned(
    pub(crate) u16,
    pub(crate) Vec<(&'static str, String)>,
    pub(crate) Value,
);

impl Canned {
    pub(crate) fn status(status: u16) -> Self {
        Self::code(status, "UnknownError")
    }

    pub(crate) fn code(status: u16, code: &str) -> Self {
        Self(
            status,
            Vec::new(),
            json!({"error": {"code": code, "message": "canary"}}),
        )
    }

    pub(crate) fn with(mut self, name: &'static str, value: &str) -> Self {
        self.1.push((name, value.to_owned()));
        self
    }
}

/// One request that was made, alone or in a batch.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    pub(crate) path: String,
    pub(crate) query: HashMap<String, String>,
    pub(crate) eventual: bool,
    pub(crate) batched: bool,
    pub(crate) token: String,
}

impl Call {
    pub(crate) fn top(&self) -> usize {
        self.query
            .get("$top")
            .and_then(|top| top.parse().ok())
            .unwrap_or(100)
    }

    pub(crate) fn is_next(&self) -> bool {
        self.query.contains_key("$skiptoken")
    }
}

type Spoil = Box<dyn FnMut(&Call, usize) -> Option<Canned> + Send>;

pub(crate) struct World {
    pub(crate) base: String,
    pub(crate) apps: Vec<Value>,
    pub(crate) grants: Vec<Value>,
    pub(crate) assigned: HashMap<String, Vec<Value>>,
    /// Roles that the observer holds at Microsoft Graph.
    pub(crate) own: Vec<&'static str>,
    pub(crate) calls: Vec<Call>,
    pub(crate) methods: Vec<(Method, String)>,
    pub(crate) tokens: usize,
    /// Every form the token endpoint was sent.
    pub(crate) forms: Vec<HashMap<String, String>>,
    /// What the token endpoint says instead of giving one.
    pub(crate) no_token: Option<Value>,
    /// The largest page it gives, whatever is asked.
    pub(crate) largest: usize,
    /// What deltas of each list have named since the beginning, page by page.
    pub(crate) deltas: HashMap<&'static str, Vec<Vec<Value>>>,
    spoil: Option<Spoil>,
}

#[derive(Clone)]
pub(crate) struct Fake(Arc<Mutex<World>>);

pub(crate) fn id(number: usize) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

pub(crate) fn app(number: usize) -> Value {
    json!({
        "id": id(number), "appId": id(number + 500_000), "displayName": format!("App {number}"),
        "accountEnabled": true, "appRoleAssignmentRequired": false, "appRoles": [],
        "servicePrincipalType": "Application",
    })
}

pub(crate) fn grant(client: usize, scope: &str) -> Value {
    json!({"id": format!("grant-{client}"), "clientId": id(client), "resourceId": GRAPH,
        "consentType": "AllPrincipals", "principalId": null, "scope": scope})
}

pub(crate) fn holds(client: usize, role: &str) -> Value {
    json!({"id": format!("role-{client}-{role}"), "appRoleId": role, "principalId": id(client),
        "principalType": "ServicePrincipal", "principalDisplayName": format!("App {client}"),
        "resourceId": GRAPH, "createdDateTime": "2026-11-01T08:00:00Z"})
}

impl Fake {
    /// With some apps, each with a grant of its own.
    pub(crate) async fn start(apps: usize) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let role = |id: &str, value: &str| json!({"id": id, "value": value, "allowedMemberTypes": ["Application"]});
        let roles = json!([
            role(READ_APPS, "Application.Read.All"),
            role(READ_ALL, "Directory.Read.All"),
            role(WRITE_ROLES, "AppRoleAssignment.ReadWrite.All"),
            role(READ_MAIL, "Mail.Read"),
        ]);
        let graph = json!({"id": GRAPH, "appId": GRAPH_APP, "displayName": "Microsoft Graph",
            "accountEnabled": true, "appRoleAssignmentRequired": false, "appRoles": roles,
            "appOwnerOrganizationId": "f8cdef31-a31e-4b4a-93e4-5f571e91255a"});
        let itself = json!({"id": OBSERVER, "appId": CLIENT, "displayName": "Observer",
            "accountEnabled": true, "appRoleAssignmentRequired": false, "appRoles": []});
        let all = (0..apps).map(app).chain([graph, itself]).collect();
        let world = World {
            base,
            apps: all,
            grants: (0..apps)
                .map(|client| grant(client, "User.Read Mail.Read"))
                .collect(),
            assigned: HashMap::from([(GRAPH.to_owned(), vec![holds(0, READ_MAIL)])]),
            own: vec![READ_ALL],
            calls: Vec::new(),
            methods: Vec::new(),
            tokens: 0,
            forms: Vec::new(),
            no_token: None,
            largest: 999,
            deltas: HashMap::from([
                ("servicePrincipals", Vec::new()),
                ("oauth2PermissionGrants", Vec::new()),
            ]),
            spoil: None,
        };
        let fake = Self(Arc::new(Mutex::new(world)));
        let router = Router::new().fallback(answer).with_state(fake.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        fake
    }

    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        self.0.lock().unwrap()
    }

    /// From now on this is asked first, with the call and how often its path was called before.
    pub(crate) fn spoil(&self, spoil: impl FnMut(&Call, usize) -> Option<Canned> + Send + 'static) {
        self.world().spoil = Some(Box::new(spoil));
    }

    pub(crate) fn heal(&self) {
        self.world().spoil = None;
    }

    /// The calls of lists, and of nothing else.
    pub(crate) fn list_calls(&self) -> Vec<Call> {
        let calls = self.world().calls.clone();
        let is_list = |call: &Call| {
            ["/servicePrincipals", "/oauth2PermissionGrants"].contains(&call.path.as_str())
                || call.path.ends_with("/appRoleAssignedTo")
        };
        calls.into_iter().filter(is_list).collect()
    }

    pub(crate) fn called(&self, path: &str) -> Vec<Call> {
        let calls = self.world().calls.clone();
        calls.into_iter().filter(|call| call.path == path).collect()
    }
}

async fn answer(
    State(fake): State<Fake>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let mut world = fake.world();
    world.methods.push((method.clone(), uri.path().to_owned()));
    if uri.path() == format!("/{TENANT}/oauth2/v2.0/token") {
        let form = url::form_urlencoded::parse(&body).into_owned().collect();
        world.forms.push(form);
        if let Some(refusal) = &world.no_token {
            return (StatusCode::BAD_REQUEST, Json(refusal)).into_response();
        }
        world.tokens += 1;
        let token = format!("token-{}", world.tokens);
        return Json(json!({"access_token": token, "expires_in": 3599, "token_type": "Bearer"}))
            .into_response();
    }
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let token = header("authorization").unwrap_or_default().to_owned();
    let eventual = header("consistencylevel") == Some("eventual");
    if method == Method::POST && uri.path() == "/v1.0/$batch" {
        let batch: Value = serde_json::from_slice(&body).unwrap();
        let whole = call("/$batch", "", false, false, &token);
        if let Some(canned) = world.spoiled(&whole) {
            return respond(&canned);
        }
        let mut answers = Vec::new();
        for inner in batch["requests"].as_array().unwrap().iter().rev() {
            assert_eq!(inner["method"], "GET");
            let url = inner["url"].as_str().unwrap();
            let (path, query) = url.split_once('?').unwrap_or((url, ""));
            let eventual = inner["headers"]["ConsistencyLevel"] == "eventual";
            let given = world.answer(&call(path, query, eventual, true, &token));
            let headers: HashMap<_, _> = given.1.iter().cloned().collect();
            answers.push(
                json!({"id": inner["id"], "status": given.0, "headers": headers, "body": given.2}),
            );
        }
        return Json(json!({ "responses": answers })).into_response();
    }
    assert_eq!(method, Method::GET, "{uri}");
    let path = uri.path().strip_prefix("/v1.0").unwrap();
    let call = call(
        path,
        uri.query().unwrap_or_default(),
        eventual,
        false,
        &token,
    );
    respond(&world.answer(&call))
}

fn call(path: &str, query: &str, eventual: bool, batched: bool, token: &str) -> Call {
    let query = url::form_urlencoded::parse(query.as_bytes());
    let path = path.replace("%27", "'").replace("%24", "$");
    Call {
        path: path.replace("%28", "(").replace("%29", ")"),
        query: query.into_owned().collect(),
        eventual,
        batched,
        token: token.to_owned(),
    }
}

fn respond(canned: &Canned) -> Response {
    let status = StatusCode::from_u16(canned.0).unwrap();
    let mut response = match &canned.2 {
        Value::String(text) => (status, text.clone()).into_response(),
        body => (status, Json(body)).into_response(),
    };
    for (name, value) in &canned.1 {
        response.headers_mut().insert(*name, value.parse().unwrap());
    }
    response
}

impl World {
    fn spoiled(&mut self, call: &Call) -> Option<Canned> {
        let before = self
            .calls
            .iter()
            .filter(|made| made.path == call.path)
            .count();
        let spoilt = self.spoil.as_mut().and_then(|spoil| spoil(call, before));
        self.calls.push(call.clone());
        spoilt
    }

    fn answer(&mut self, call: &Call) -> Canned {
        if let Some(canned) = self.spoiled(call) {
            return canned;
        }
        assert!(!call.query.contains_key("$expand"), "{call:?}");
        let segments: Vec<&str> = call
            .path
            .split('/')
            .filter(|part| !part.is_empty())
            .collect();
        match segments[..] {
            ["servicePrincipals"] => self.page(call, &self.apps),
            ["oauth2PermissionGrants"] => self.page(call, &self.grants),
            [list, "$count"] => {
                let items = if list == "servicePrincipals" {
                    &self.apps
                } else {
                    &self.grants
                };
                Canned(
                    200,
                    Vec::new(),
                    Value::String(format!("\u{feff}{}", items.len())),
                )
            }
            [by_app_id] if by_app_id == format!("servicePrincipals(appId='{CLIENT}')") => {
                Canned(200, Vec::new(), json!({"id": OBSERVER, "appId": CLIENT}))
            }
            ["servicePrincipals", OBSERVER, "appRoleAssignments"] => {
                let own = self.own.iter().map(
                    |role| json!({"appRoleId": role, "resourceId": GRAPH, "principalId": OBSERVER}),
                );
                Canned(200, Vec::new(), json!({"value": own.collect::<Vec<_>>()}))
            }
            [list, "delta"] => self.delta(call, list),
            ["oauth2PermissionGrants", id] => {
                let found = self.grants.iter().find(|grant| grant["id"] == id);
                found.map_or(Canned::status(404), |grant| {
                    Canned(200, Vec::new(), grant.clone())
                })
            }
            ["servicePrincipals", id, "appRoleAssignments"] => {
                let all = self.assigned.values().flatten();
                let of_it: Vec<&Value> = all.filter(|role| role["principalId"] == id).collect();
                Canned(200, Vec::new(), json!({ "value": of_it }))
            }
            ["servicePrincipals", id, "appRoleAssignedTo"] => {
                if !self.apps.iter().any(|app| app["id"] == id) {
                    return Canned::code(404, "Request_ResourceNotFound");
                }
                let empty = Vec::new();
                self.page(call, self.assigned.get(id).unwrap_or(&empty))
            }
            ["servicePrincipals", id] => {
                let found = self.apps.iter().find(|app| app["id"] == id);
                found.map_or(Canned::status(404), |app| {
                    Canned(200, Vec::new(), app.clone())
                })
            }
            ["organization"] => Canned(
                200,
                Vec::new(),
                json!({"value": [{"id": TENANT, "displayName": "Birchwood"}]}),
            ),
            _ => Canned::status(404),
        }
    }

    /// One page for each that was added; a link holds how many were seen.
    fn delta(&self, call: &Call, list: &str) -> Canned {
        let pages = &self.deltas[list];
        let link = |name: &str, at: usize| format!("{}/v1.0{}?{name}={at}", self.base, call.path);
        let token = call.query.get("$deltatoken").map(String::as_str);
        let from = match (token, call.query.get("$skiptoken")) {
            (Some("latest"), _) => pages.len(),
            (token, skip) => token.or(skip.map(String::as_str)).unwrap().parse().unwrap(),
        };
        let Some(page) = pages.get(from) else {
            let end = link("$deltatoken", from);
            return Canned(
                200,
                Vec::new(),
                json!({"value": [], "@odata.deltaLink": end}),
            );
        };
        let (name, at) = if from + 1 < pages.len() {
            ("@odata.nextLink", link("$skiptoken", from + 1))
        } else {
            ("@odata.deltaLink", link("$deltatoken", from + 1))
        };
        Canned(200, Vec::new(), json!({"value": page, name: at}))
    }

    /// A page of a list's delta.
    pub(crate) fn tell(&mut self, list: &'static str, items: &[Value]) {
        self.deltas.get_mut(list).unwrap().push(items.to_vec());
    }

    /// Every third row is lost unless the list is asked for as documented.
    fn page(&self, call: &Call, items: &[Value]) -> Canned {
        let counted = call
            .query
            .get("$count")
            .is_some_and(|count| count == "true");
        let is_right = call.eventual && counted;
        let shown: Vec<&Value> = items
            .iter()
            .enumerate()
            .filter(|(at, _)| is_right || at % 3 != 2)
            .map(|(_, item)| item)
            .collect();
        let start: usize = call
            .query
            .get("$skiptoken")
            .map_or(0, |at| at.parse().unwrap());
        let size = call.top().min(self.largest);
        let end = (start + size).min(shown.len());
        let mut body = json!({ "value": &shown[start.min(end)..end] });
        if counted && call.eventual && start == 0 {
            body["@odata.count"] = items.len().into();
        }
        if end < shown.len() {
            let mut next = url::Url::parse(&format!("{}/v1.0{}", self.base, call.path)).unwrap();
            for (name, value) in call.query.iter().filter(|(name, _)| *name != "$skiptoken") {
                next.query_pairs_mut().append_pair(name, value);
            }
            next.query_pairs_mut()
                .append_pair("$skiptoken", &end.to_string());
            body["@odata.nextLink"] = next.as_str().into();
        }
        Canned(200, Vec::new(), body)
    }
}
