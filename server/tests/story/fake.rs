//! A small stand-in for Microsoft's login and Graph, on a port of its own. It is as strict as the
//! server has to be right, and every answer can be spoiled.

use axum::extract::{Form, Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use axum::{Json, Router};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::jwk::{AlgorithmParameters, Jwk};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock};
use tokio::sync::{Barrier, watch};

pub(crate) mod graph;

pub(crate) const TENANT: &str = "11111111-2222-4333-8444-555555555555";
/// Another organization.
pub(crate) const ELSEWHERE: &str = "99999999-2222-4333-8444-555555555555";
pub(crate) const CLIENT: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";
pub(crate) const OBSERVER: &str = "5b0a9d1c-7a34-4f1e-9c55-0a8b7c6d5e4f";
pub(crate) const OBSERVER_PRINCIPAL: &str = "66666666-2222-4333-8444-555555555555";
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

/// How Graph answers lists.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lists {
    /// As they are.
    Whole,
    /// They name one row more than they have.
    CutShort,
    /// It takes no `$count` on them, and knows no property that is new.
    Older,
}

pub(crate) struct World {
    /// Code to nonce and challenge.
    codes: HashMap<String, (String, String)>,
    /// Roles that app-only tokens name.
    pub roles: Vec<&'static str>,
    /// Roles that the organization's observer holds.
    pub observer: Vec<&'static str>,
    /// Roles of the observer's registration that a person has.
    pub looker: Vec<&'static str>,
    /// Secrets that are taken, and those that have expired.
    pub secrets: Vec<&'static str>,
    pub expired: Vec<&'static str>,
    /// A certificate's public key (PKCS #1): its assertions are taken.
    pub certificate: Option<Vec<u8>>,
    /// The one refresh token that is taken; each use replaces it.
    pub refresh: String,
    /// Every form the token endpoint was sent.
    pub token_forms: Vec<HashMap<String, String>>,
    /// Grant types of the token calls that were made.
    pub token_calls: Vec<String>,
    /// Graph's paths that were asked for, those in batches too.
    pub graph_calls: Vec<String>,
    /// Every request Graph was sent: method, path, body.
    pub graph_requests: Vec<(String, String, String)>,
    /// JSON that Graph answered with, by path.
    pub answered: Vec<(String, Value)>,
    /// Where redeeming a code waits twice: for a test to come, and for it to go.
    pub redeeming: Option<Arc<Barrier>>,
    /// Graph takes its time, for ever.
    pub slow: bool,
    /// The organization for which Graph holds its answers back.
    pub held: Option<&'static str>,
    /// How many answers it holds back.
    pub holding: watch::Sender<usize>,
    /// How often the keys and the discovery document were fetched.
    pub key_fetches: usize,
    pub discoveries: usize,
    /// Name of the signing key now, and those that are published.
    pub kid: &'static str,
    pub published: Vec<&'static str>,
    /// Graph wants tokens that were asked for with these claims; or with more and more.
    pub challenge: Option<&'static str>,
    pub never_satisfied: bool,
    /// By the name of what they replace.
    pub canned: HashMap<&'static str, Canned>,
    /// As [`Self::canned`], each given once, before the true answer.
    pub first: HashMap<&'static str, VecDeque<Canned>>,
    /// How long tokens live, as it is written.
    pub lifetime: Value,
    /// Keys that are published only for the app itself (`?appid=`).
    pub published_for_app: Vec<&'static str>,
    /// How Graph answers lists.
    pub lists: Lists,
    /// Changes the claims of the next `id_token`.
    pub claims: Option<fn(&mut Value)>,
    /// Changes the discovery document.
    pub metadata: Option<fn(&mut Value)>,
}

impl Default for World {
    fn default() -> Self {
        Self {
            codes: HashMap::new(),
            roles: Vec::new(),
            observer: vec!["Directory.Read.All"],
            looker: vec!["Observer.Read"],
            secrets: vec![CLIENT_SECRET],
            expired: Vec::new(),
            certificate: None,
            refresh: REFRESH.to_owned(),
            token_forms: Vec::new(),
            token_calls: Vec::new(),
            graph_calls: Vec::new(),
            graph_requests: Vec::new(),
            answered: Vec::new(),
            redeeming: None,
            slow: false,
            held: None,
            holding: watch::channel(0).0,
            key_fetches: 0,
            discoveries: 0,
            kid: "one",
            published: vec!["one"],
            challenge: None,
            never_satisfied: false,
            canned: HashMap::new(),
            first: HashMap::new(),
            lifetime: json!(3600),
            published_for_app: Vec::new(),
            lists: Lists::Whole,
            claims: None,
            metadata: None,
        }
    }
}

#[derive(Clone)]
pub(crate) struct Fake {
    pub base: String,
    world: Arc<Mutex<World>>,
}

/// A key for each name, made once.
fn signer(kid: &str) -> &'static EncodingKey {
    static KEYS: OnceLock<[EncodingKey; 2]> = OnceLock::new();
    let [one, other] = KEYS.get_or_init(|| {
        std::array::from_fn(|_| {
            let pair = rcgen::KeyPair::generate_for(&rcgen::PKCS_RSA_SHA256).unwrap();
            EncodingKey::from_rsa_pem(pair.serialize_pem().as_bytes()).unwrap()
        })
    });
    if kid == "one" { one } else { other }
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
            .route(
                "/{tenant}/v2.0/.well-known/openid-configuration",
                get(discovery),
            )
            .route("/{tenant}/discovery/v2.0/keys", get(keys))
            .route("/{tenant}/oauth2/v2.0/token", post(token))
            .route("/v1.0/{*path}", any(graph::answer))
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

    /// As [`Self::grant`], with the roles that let an app read what it holds and what is set.
    pub(crate) fn grant_and_show(&self) {
        self.world().roles = vec![
            "User.Read.All",
            "Sites.Read.All",
            "Application.Read.All",
            "Directory.Read.All",
            "Policy.Read.All",
        ];
    }

    pub(crate) fn spoil(&self, what: &'static str, with: Canned) {
        self.world().canned.insert(what, with);
    }

    /// Answers given one after the other before the true one.
    pub(crate) fn spoil_first(&self, what: &'static str, with: Vec<Canned>) {
        self.world().first.insert(what, with.into());
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

async fn discovery(State(fake): State<Fake>, Path(tenant): Path<String>) -> Response {
    let mut world = fake.world();
    world.discoveries += 1;
    if let Some(canned) = world.canned.get("discovery") {
        return canned.clone().into_response();
    }
    let base = format!("{}/{tenant}", fake.base);
    let issuer = match tenant.as_str() {
        "organizations" | "common" => "{tenantid}",
        _ => TENANT,
    };
    let mut document = json!({
        "issuer": format!("{}/{issuer}/v2.0", fake.base),
        "authorization_endpoint": format!("{base}/oauth2/v2.0/authorize"),
        "token_endpoint": format!("{base}/oauth2/v2.0/token"),
        "jwks_uri": format!("{base}/discovery/v2.0/keys"),
    });
    if let Some(spoil) = world.metadata {
        spoil(&mut document);
    }
    Json(document).into_response()
}

async fn keys(State(fake): State<Fake>, RawQuery(query): RawQuery) -> Response {
    let mut world = fake.world();
    world.key_fetches += 1;
    if let Some(canned) = world.canned.get("keys") {
        return canned.clone().into_response();
    }
    let issuer = format!("{}/{{tenantid}}/v2.0", fake.base);
    let for_app = query.is_some_and(|query| query == format!("appid={CLIENT}"));
    let own = world.published_for_app.iter().filter(|_| for_app);
    let published = world.published.iter().chain(own).map(|kid| {
        let jwk = Jwk::from_encoding_key(signer(kid), Algorithm::RS256).unwrap();
        let AlgorithmParameters::RSA(rsa) = jwk.algorithm else {
            panic!("not RSA")
        };
        json!({"kty": "RSA", "use": "sig", "kid": kid, "n": rsa.n, "e": rsa.e, "issuer": issuer})
    });
    let strange = json!({"kty": "EC", "kid": "of-another-kind"});
    let keys: Vec<Value> = std::iter::once(strange).chain(published).collect();
    Json(json!({ "keys": keys })).into_response()
}

/// RFC 6749 section 2.3, in the two ways that Entra takes.
fn refused_client(
    world: &World,
    headers: &HeaderMap,
    form: &HashMap<String, String>,
    endpoint: &str,
) -> Option<Canned> {
    let no = |text: &str| Some(Canned::oauth("invalid_client", text));
    if headers.contains_key(header::ORIGIN)
        || ![CLIENT, OBSERVER].contains(&form["client_id"].as_str())
    {
        return no("AADSTS90023: origin or client");
    }
    if let Some(assertion) = form.get("client_assertion") {
        let Some(key) = &world.certificate else {
            return no("AADSTS700027: no certificate");
        };
        let mut rules = jsonwebtoken::Validation::new(Algorithm::PS256);
        rules.set_audience(&[endpoint]);
        rules.set_issuer(&[CLIENT]);
        let key = jsonwebtoken::DecodingKey::from_rsa_der(key);
        return match jsonwebtoken::decode::<Value>(assertion, &key, &rules) {
            Ok(_) => None,
            Err(error) => no(&format!("AADSTS700027: {error}")),
        };
    }
    match form.get("client_secret").map(String::as_str) {
        Some(secret) if world.secrets.contains(&secret) => None,
        Some(secret) if world.expired.contains(&secret) => no("AADSTS7000222: expired"),
        Some(_) => no("AADSTS7000215: wrong secret"),
        None => no("AADSTS7000218: no secret"),
    }
}

async fn token(
    State(fake): State<Fake>,
    Path(tenant): Path<String>,
    headers: HeaderMap,
    Form(form): Form<HashMap<String, String>>,
) -> Response {
    let grant = form["grant_type"].clone();
    let barrier = fake.world().redeeming.clone();
    if let Some(barrier) = barrier.filter(|_| grant == "authorization_code") {
        barrier.wait().await;
        barrier.wait().await;
    }
    let mut world = fake.world();
    world.token_calls.push(grant.clone());
    world.token_forms.push(form.clone());
    let spoiled = match grant.as_str() {
        "authorization_code" => "redeem",
        "refresh_token" => "refresh",
        _ => "app-token",
    };
    let first = world.first.get_mut(spoiled).and_then(VecDeque::pop_front);
    if let Some(canned) = first.or_else(|| world.canned.get(spoiled).cloned()) {
        return canned.into_response();
    }
    let endpoint = format!("{}/{tenant}/oauth2/v2.0/token", fake.base);
    if let Some(refused) = refused_client(&world, &headers, &form, &endpoint) {
        return refused.into_response();
    }
    match spoiled {
        "redeem" => {
            let Some((nonce, challenge)) = world.codes.remove(&form["code"]) else {
                return Canned::oauth("invalid_grant", "AADSTS54005: redeemed").into_response();
            };
            let hash = URL_SAFE_NO_PAD.encode(Sha256::digest(form["code_verifier"].as_bytes()));
            if hash != challenge
                || !form["redirect_uri"].ends_with("/oauth/callback")
                || ![
                    "organizations",
                    "common",
                    "birchwood.example",
                    TENANT,
                    ELSEWHERE,
                ]
                .contains(&tenant.as_str())
            {
                return Canned::oauth("invalid_grant", "AADSTS501481: verifier").into_response();
            }
            let now = u64::try_from(jiff::Timestamp::now().as_second()).unwrap();
            let mut claims = json!({
                "aud": form["client_id"], "iss": format!("{}/{TENANT}/v2.0", fake.base), "tid": TENANT, "nonce": nonce,
                "ver": "2.0", "exp": now + 3600, "nbf": now, "preferred_username": "adele@birchwood.example",
            });
            if form["client_id"] == OBSERVER {
                assert!(!form.contains_key("refresh_token"));
                claims["roles"] = json!(world.looker);
                claims["oid"] = "0f5f7a4e-0000-4000-8000-0000000000ad".into();
            }
            if let Some(spoil) = world.claims.take() {
                spoil(&mut claims);
            }
            let header = Header {
                kid: Some(world.kid.into()),
                ..Header::new(Algorithm::RS256)
            };
            let id_token = jsonwebtoken::encode(&header, &claims, signer(world.kid)).unwrap();
            Json(json!({
                "token_type": "Bearer", "expires_in": world.lifetime, "access_token": "canary-access-token",
                "refresh_token": world.refresh, "id_token": id_token,
            }))
            .into_response()
        }
        "refresh" if form["refresh_token"] == world.refresh => {
            world.refresh = format!("{REFRESH}-{}", world.token_calls.len());
            Json(json!({
                "token_type": "Bearer", "expires_in": world.lifetime, "access_token": "canary-access-token",
                "refresh_token": world.refresh,
            }))
            .into_response()
        }
        "refresh" => Canned::oauth("invalid_grant", "AADSTS70000: unknown").into_response(),
        _ => {
            let asked: Value = serde_json::from_str(&form["claims"]).unwrap();
            let roles = match form["client_id"].as_str() {
                OBSERVER => &world.observer,
                _ => &world.roles,
            };
            let claims = json!({"roles": roles, "canary": "canary-app-token", "asked": asked, "tid": tenant});
            let token =
                jsonwebtoken::encode(&Header::new(Algorithm::RS256), &claims, signer("one"))
                    .unwrap();
            assert!(
                [TENANT, ELSEWHERE].contains(&tenant.as_str()),
                "app-only tokens come from the tenant's own endpoint"
            );
            let lifetime = &world.lifetime;
            Json(json!({"token_type": "Bearer", "expires_in": lifetime, "access_token": token}))
                .into_response()
        }
    }
}
