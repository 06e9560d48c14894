//! A small stand-in for Microsoft's login and Graph, on a port of its own. It is as strict as the
//! server has to be right, and every answer can be spoiled.

use axum::extract::{Form, Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::jwk::{AlgorithmParameters, Jwk};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock};

pub(crate) const TENANT: &str = "11111111-2222-4333-8444-555555555555";
pub(crate) const CLIENT: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";
pub(crate) const PRINCIPAL: &str = "77777777-2222-4333-8444-555555555555";
pub(crate) const CLIENT_SECRET: &str = "canary-client-secret";
pub(crate) const REFRESH: &str = "canary-refresh-token";

/// An answer given instead of the true one.
#[derive(Clone)]
pub(crate) struct Canned {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: String,
}

impl Canned {
    pub(crate) fn new(status: u16, body: impl Into<String>) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: body.into(),
        }
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    pub(crate) fn oauth(error: &str, description: &str) -> Self {
        Self::new(
            400,
            json!({"error": error, "error_description": description}).to_string(),
        )
    }
}

impl IntoResponse for Canned {
    fn into_response(self) -> Response {
        let mut response = (StatusCode::from_u16(self.status).unwrap(), self.body).into_response();
        for (name, value) in self.headers {
            response.headers_mut().insert(name, value.parse().unwrap());
        }
        response
    }
}

#[derive(Default)]
pub(crate) struct World {
    /// Code to nonce and challenge.
    codes: HashMap<String, (String, String)>,
    /// Roles that app-only tokens name.
    pub roles: Vec<&'static str>,
    /// Grant types of the token calls that were made.
    pub token_calls: Vec<String>,
    /// Graph's paths that were asked for.
    pub graph_calls: Vec<String>,
    /// By the name of what they replace.
    pub canned: HashMap<&'static str, Canned>,
    /// Changes the claims of the next `id_token`.
    pub claims: Option<fn(&mut Value)>,
}

#[derive(Clone)]
pub(crate) struct Fake {
    pub base: String,
    world: Arc<Mutex<World>>,
}

fn signer() -> &'static EncodingKey {
    static KEY: OnceLock<EncodingKey> = OnceLock::new();
    KEY.get_or_init(|| {
        let pair = rcgen::KeyPair::generate_for(&rcgen::PKCS_RSA_SHA256).unwrap();
        EncodingKey::from_rsa_pem(pair.serialize_pem().as_bytes()).unwrap()
    })
}

impl Fake {
    pub(crate) async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let fake = Self {
            base,
            world: Arc::default(),
        };
        let app = Router::new()
            .route("/{tenant}/discovery/v2.0/keys", get(keys))
            .route("/{tenant}/oauth2/v2.0/token", post(token))
            .route("/v1.0/{*path}", get(graph))
            .with_state(fake.clone());
        tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        fake
    }

    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap()
    }

    /// What the sign-in page does: a code for the nonce and the challenge of an authorization URL.
    pub(crate) fn issue(&self, nonce: &str, challenge: &str) -> String {
        let mut world = self.world();
        let code = format!("canary-code-{}", world.codes.len());
        world
            .codes
            .insert(code.clone(), (nonce.to_owned(), challenge.to_owned()));
        code
    }

    /// What an admin's grant does.
    pub(crate) fn grant(&self) {
        self.world().roles = vec!["User.Read.All", "Sites.Read.All"];
    }

    pub(crate) fn spoil(&self, what: &'static str, with: Canned) {
        self.world().canned.insert(what, with);
    }

    pub(crate) fn mend(&self, what: &'static str) {
        self.world().canned.remove(what);
    }

    pub(crate) fn redeemed(&self) -> usize {
        self.world()
            .token_calls
            .iter()
            .filter(|grant| *grant == "authorization_code")
            .count()
    }
}

async fn keys(State(fake): State<Fake>) -> Response {
    if let Some(canned) = fake.world().canned.get("keys") {
        return canned.clone().into_response();
    }
    let jwk = Jwk::from_encoding_key(signer(), Algorithm::RS256).unwrap();
    let AlgorithmParameters::RSA(rsa) = jwk.algorithm else {
        panic!("not RSA")
    };
    let issuer = format!("{}/{{tenantid}}/v2.0", fake.base);
    Json(json!({"keys": [
        {"kty": "EC", "kid": "of-another-kind"},
        {"kty": "RSA", "use": "sig", "kid": "one", "n": rsa.n, "e": rsa.e, "issuer": issuer},
    ]}))
    .into_response()
}

async fn token(
    State(fake): State<Fake>,
    Path(tenant): Path<String>,
    headers: HeaderMap,
    Form(form): Form<HashMap<String, String>>,
) -> Response {
    let grant = form["grant_type"].clone();
    let mut world = fake.world();
    world.token_calls.push(grant.clone());
    let spoiled = match grant.as_str() {
        "authorization_code" => "redeem",
        "refresh_token" => "refresh",
        _ => "app-token",
    };
    if let Some(canned) = world.canned.get(spoiled) {
        return canned.clone().into_response();
    }
    if headers.contains_key(header::ORIGIN)
        || form.get("client_secret").map(String::as_str) != Some(CLIENT_SECRET)
        || form["client_id"] != CLIENT
    {
        return Canned::oauth("invalid_client", "AADSTS7000215: wrong secret").into_response();
    }
    match spoiled {
        "redeem" => {
            let Some((nonce, challenge)) = world.codes.remove(&form["code"]) else {
                return Canned::oauth("invalid_grant", "AADSTS54005: redeemed").into_response();
            };
            let hash = URL_SAFE_NO_PAD.encode(Sha256::digest(form["code_verifier"].as_bytes()));
            if hash != challenge
                || !form["redirect_uri"].ends_with("/oauth/callback")
                || tenant != "organizations"
            {
                return Canned::oauth("invalid_grant", "AADSTS501481: verifier").into_response();
            }
            let now = u64::try_from(jiff::Timestamp::now().as_second()).unwrap();
            let mut claims = json!({
                "aud": CLIENT, "iss": format!("{}/{TENANT}/v2.0", fake.base), "tid": TENANT, "nonce": nonce,
                "ver": "2.0", "exp": now + 3600, "nbf": now, "preferred_username": "adele@birchwood.example",
            });
            if let Some(spoil) = world.claims.take() {
                spoil(&mut claims);
            }
            let header = Header {
                kid: Some("one".into()),
                ..Header::new(Algorithm::RS256)
            };
            let id_token = jsonwebtoken::encode(&header, &claims, signer()).unwrap();
            Json(json!({
                "token_type": "Bearer", "expires_in": 3600, "access_token": "canary-access-token",
                "refresh_token": REFRESH, "id_token": id_token,
            }))
            .into_response()
        }
        "refresh" if form["refresh_token"].starts_with(REFRESH) => Json(json!({
            "token_type": "Bearer", "expires_in": 3600, "access_token": "canary-access-token",
            "refresh_token": format!("{REFRESH}-2"),
        }))
        .into_response(),
        "refresh" => Canned::oauth("invalid_grant", "AADSTS70000: unknown").into_response(),
        _ => {
            let claims = json!({"roles": world.roles, "canary": "canary-app-token"});
            let token =
                jsonwebtoken::encode(&Header::new(Algorithm::RS256), &claims, signer()).unwrap();
            assert_eq!(
                tenant, TENANT,
                "app-only tokens come from the tenant's own endpoint"
            );
            Json(json!({"token_type": "Bearer", "expires_in": 3600, "access_token": token}))
                .into_response()
        }
    }
}

async fn graph(
    State(fake): State<Fake>,
    Path(path): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let mut world = fake.world();
    world.graph_calls.push(path.clone());
    let what = match path.as_str() {
        "users/$count" => "users",
        "sites/getAllSites" => "sites",
        "organization" => "organization",
        other if other.starts_with("servicePrincipals(appId='") => "principal",
        _ => "other",
    };
    if let Some(canned) = world.canned.get(what) {
        return canned.clone().into_response();
    }
    let bearer = headers[header::AUTHORIZATION]
        .to_str()
        .unwrap()
        .trim_start_matches("Bearer ")
        .to_owned();
    let claims: Value = jsonwebtoken::dangerous::insecure_decode_claims(&bearer).unwrap();
    let holds = |role: &str| {
        claims["roles"]
            .as_array()
            .unwrap()
            .iter()
            .any(|held| held == role)
    };
    let denied = Canned::new(
        403,
        json!({"error": {"code": "Authorization_RequestDenied", "message": "no"}}).to_string(),
    );
    match what {
        "users" if headers.get("consistencylevel").is_none() => {
            Canned::new(400, "{}").into_response()
        }
        "users" if holds("User.Read.All") => "\u{feff}17".into_response(),
        "sites" if holds("Sites.Read.All") => sites(&fake.base, query.as_deref()).into_response(),
        "principal" => Json(json!({
            "id": PRINCIPAL, "appId": CLIENT, "displayName": "Mover", "accountEnabled": true,
            "appRoleAssignmentRequired": false,
        }))
        .into_response(),
        _ => denied.into_response(),
    }
}

/// 43 sites and 2 personal ones on three pages; the second page is empty.
fn sites(base: &str, query: Option<&str>) -> Json<Value> {
    let page = |from: u32, to: u32| {
        (from..to)
            .map(|id| json!({"id": id, "isPersonalSite": id < 2}))
            .collect::<Vec<_>>()
    };
    let next = |page| format!("{base}/v1.0/sites/getAllSites?page={page}");
    Json(match query.unwrap_or_default() {
        "page=2" => json!({"value": [], "@odata.nextLink": next(3)}),
        "page=3" => json!({"value": page(20, 45)}),
        _ => json!({"value": page(0, 20), "@odata.nextLink": next(2)}),
    })
}
