//! The Microsoft identity platform: the authorization URL and the token endpoint (RFC 6749, PKCE of
//! RFC 7636; facts: protocol A1, A3, A4).
//!
//! Deliberately absent: any grant but code, refresh and client credentials, and any use of what
//! Microsoft writes for people.

mod fault;

mod answer;

use crate::config::{App, Authority, Config};
use crate::problems::{self, Endpoint};
use crate::secrets::credential::{Credential, Proof};
use crate::sign_in::claims;
use crate::sign_in::discovery::{Discovery, Lie, Metadata, Unknown};
use crate::sign_in::id_token::{self, Expected, Identity, Key, Refusal};
use crate::sign_in::jwks::Keys;
use crate::sign_in::pending::Secrets;
use crate::upstream::{self, Silence};
use answer::{Fault, Registered, Reply, fault};

pub use fault::{TokenFault, Unidentified, of_silence};
use futures_util::future::BoxFuture;
use oauth2::{
    AsyncHttpClient, AuthType, AuthUrl, AuthorizationCode, Client, ClientId, ClientSecret,
    CsrfToken, HttpRequest, HttpResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl,
    RefreshToken, Scope, TokenResponse, TokenUrl,
};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::time::Instant;
use url::Url;

/// Token answers are a few kilobytes, the key set a few dozen.
const BODY_CAP: usize = 256 * 1024;

/// Scopes of OpenID Connect that every sign-in asks for.
const OPENID: [&str; 3] = ["openid", "profile", "offline_access"];

/// The identity platform.
pub struct Microsoft {
    http: reqwest::Client,
    config: Arc<Config>,
    discovery: Discovery,
    /// By client id: an app may have signing keys of its own.
    keys: HashMap<String, Keys>,
    known: AtomicBool,
}

/// What a redeemed code brought.
pub struct Tokens {
    /// For [`Microsoft::identify`].
    pub id_token: Option<SecretString>,
    /// To be sealed.
    pub refresh: Option<SecretString>,
}

/// What a token is asked for with.
enum Grant<'a> {
    Code { code: String, verifier: String },
    Refresh(String),
    AppOnly { claims: Option<&'a str> },
}

impl Grant<'_> {
    fn endpoint(&self) -> Endpoint {
        match self {
            Self::Code { .. } => Endpoint::Redeem,
            Self::Refresh(_) => Endpoint::Refresh,
            Self::AppOnly { .. } => Endpoint::App,
        }
    }
}

/// A code lives for about ten minutes, but a person waits for it in a browser: so long it is tried
/// (<https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow>).
const REDEEM_FOR: Duration = Duration::from_secs(20);

/// Pauses between the tries, where Microsoft does not say how long.
const REDEEM_PAUSES_MS: [u64; 4] = [300, 1000, 3000, 6000];

impl Microsoft {
    /// With the client of [`upstream::client`].
    pub fn new(http: reqwest::Client, config: Arc<Config>) -> Self {
        let clients = config.apps.iter().map(|app| app.client_id.clone());
        Self {
            keys: clients.map(|client| (client, Keys::default())).collect(),
            http,
            config,
            discovery: Discovery::default(),
            known: AtomicBool::new(false),
        }
    }

    /// The authority that people are sent to: that of a tenant, where it is known or was named and this server serves
    /// many. Guests and partners would land in their own tenant otherwise.
    pub fn authority(&self, tenant: Option<&str>) -> String {
        let microsoft = &self.config.microsoft;
        let configured = microsoft.authority.segment();
        let tenant = tenant.filter(|_| microsoft.authority.is_for_many());
        format!("{}/{}", microsoft.login, tenant.unwrap_or(configured))
    }

    /// Whether this server may have sent people to that authority, as it is configured now.
    pub fn is_authority(&self, authority: &str) -> bool {
        let configured = &self.config.microsoft.authority;
        authority == self.authority(None)
            || self.segment(authority).is_some_and(|segment| {
                configured.is_for_many() && Authority::of_tenant(segment).is_some()
            })
    }

    fn segment<'a>(&self, authority: &'a str) -> Option<&'a str> {
        let rest = authority.strip_prefix(&self.config.microsoft.login)?;
        rest.strip_prefix('/').filter(|rest| !rest.is_empty())
    }

    /// The tenant that an authority stands for: its id, or what the platform says that a domain of it is. Nothing where
    /// it stands for many, or the platform does not say.
    pub async fn tenant_of(&self, authority: &str, now: u64) -> Option<String> {
        match Authority::of_tenant(self.segment(authority)?)? {
            Authority::Tenant(id) => Some(id),
            domain => {
                let login = &self.config.microsoft.login;
                let body = self.fetch(&Metadata::address(login, &domain), now).await;
                Metadata::read(&body.ok()?, login, &domain).ok()?.tenant()
            }
        }
    }

    /// What the identity platform says of itself. While it was never reached, what Microsoft
    /// documents stands in: the configuration names the host, and nothing else is needed to begin.
    /// Not for a domain: only the platform says which tenant it is, and any other would pass.
    pub async fn metadata(&self, now: u64) -> Result<Arc<Metadata>, Unknown> {
        let microsoft = &self.config.microsoft;
        match self
            .discovery
            .current(now, || self.fetch_metadata(now))
            .await
        {
            Err(Unknown::Silent(_)) if !matches!(microsoft.authority, Authority::Domain(_)) => Ok(
                Arc::new(Metadata::documented(&microsoft.login, &microsoft.authority)),
            ),
            known => known,
        }
    }

    /// The authorization URL. `select_account`, so that nobody signs in by an accident of an old
    /// session. `challenge` is what an earlier token did not satisfy.
    pub async fn authorization_url(
        &self,
        app: &App,
        secrets: &Secrets,
        challenge: Option<&str>,
        now: u64,
    ) -> Result<Url, Unknown> {
        let metadata = self.metadata(now).await?;
        let authorize = match self.segment(&secrets.authority) {
            Some(segment) => metadata.authorize_of(segment),
            None => metadata.authorize.clone(),
        };
        let code_challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(
            secrets.verifier.clone(),
        ));
        let declared = app
            .profile
            .sign_in_scopes()
            .map(|permission| permission.value.as_str());
        let scopes = OPENID
            .into_iter()
            .chain(declared.filter(|scope| !OPENID.contains(scope)));
        let state = CsrfToken::new(secrets.state.clone());
        Ok(self
            .registered(app, &authorize, &metadata.token)
            .authorize_url(|| state)
            .add_scopes(scopes.map(|scope| Scope::new(scope.to_owned())))
            .set_pkce_challenge(code_challenge)
            .add_extra_param("nonce", &secrets.nonce)
            .add_extra_param("response_mode", "query")
            .add_extra_param("prompt", "select_account")
            .add_extra_param("claims", claims::request(challenge))
            .url()
            .0)
    }

    /// The URL where an admin grants everything the app declares (facts: protocol A1, A7).
    pub fn admin_consent_url(&self, app: &App, tenant: &str, state: &str) -> Option<Url> {
        let base = format!("{}/{tenant}/adminconsent", self.config.microsoft.login);
        Url::parse_with_params(
            &base,
            [
                ("client_id", app.client_id.as_str()),
                ("redirect_uri", &self.config.admin_redirect_uri()),
                ("state", state),
            ],
        )
        .ok()
    }

    /// Redeems a code at the authority it was issued by. What passes is tried again while somebody waits for it.
    pub async fn redeem(
        &self,
        app: &App,
        code: &str,
        secrets: &Secrets,
        now: u64,
    ) -> Result<Tokens, TokenFault> {
        let metadata = self.metadata(now).await;
        let metadata = metadata.map_err(|why| TokenFault::of_unknown(why, Endpoint::Redeem))?;
        let endpoint = match self.segment(&secrets.authority) {
            Some(segment) => metadata.token_of(segment),
            None => metadata.token.clone(),
        };
        let until = Instant::now() + REDEEM_FOR;
        let mut pauses = REDEEM_PAUSES_MS.into_iter();
        loop {
            let grant = Grant::Code {
                code: code.to_owned(),
                verifier: secrets.verifier.clone(),
            };
            let asked = tokio::time::timeout_at(until, self.ask(app, &endpoint, grant, now)).await;
            let silent = TokenFault::Silent(Silence::Unreachable, Endpoint::Redeem);
            let fault = match asked.unwrap_or(Err(silent)) {
                Ok(reply) => return Ok(tokens(&reply)),
                Err(fault) => fault,
            };
            let Some(own) = pauses.next().filter(|_| fault.passes()) else {
                return Err(fault);
            };
            let pause = Duration::from_millis(fault.asked_pause_ms().unwrap_or(own));
            if Instant::now() + pause >= until {
                return Err(fault);
            }
            tracing::info!(
                code = fault.found().code(),
                ?pause,
                "a code is redeemed once more"
            );
            tokio::time::sleep(pause).await;
        }
    }

    /// Replaces a refresh token. The old one stays valid at Microsoft until it expires, so whoever
    /// calls this forgets it (facts: protocol A5).
    pub async fn refresh(
        &self,
        app: &App,
        tenant: &str,
        refresh: String,
        now: u64,
    ) -> Result<Tokens, TokenFault> {
        let grant = Grant::Refresh(refresh);
        let reply = self.ask_tenant(app, tenant, grant, now).await?;
        Ok(tokens(&reply))
    }

    /// A fresh app-only token: an older one would keep its old roles for an hour (facts: protocol
    /// B4). Having one proves nothing; it is issued without any grant.
    pub async fn app_only(
        &self,
        app: &App,
        tenant: &str,
        challenge: Option<&str>,
        now: u64,
    ) -> Result<SecretString, TokenFault> {
        let grant = Grant::AppOnly { claims: challenge };
        let reply = self.ask_tenant(app, tenant, grant, now).await?;
        Ok(reply.access_token().secret().clone().into())
    }

    async fn ask_tenant(
        &self,
        app: &App,
        tenant: &str,
        grant: Grant<'_>,
        now: u64,
    ) -> Result<Reply, TokenFault> {
        let metadata = self.metadata(now).await;
        let metadata = metadata.map_err(|why| TokenFault::of_unknown(why, grant.endpoint()))?;
        self.ask(app, &metadata.token_of(tenant), grant, now).await
    }

    /// Revokes a refresh token where that can be done (RFC 7009). Entra offers no such thing; then
    /// the answer is no.
    pub async fn revoke(&self, app: &App, refresh: &str, now: u64) -> bool {
        let Ok(metadata) = self.metadata(now).await else {
            return false;
        };
        let Some(endpoint) = &metadata.revoke else {
            return false;
        };
        for credential in app.credentials.to_try(now) {
            let mut form = vec![
                ("token", refresh.to_owned()),
                ("token_type_hint", "refresh_token".to_owned()),
                ("client_id", app.client_id.clone()),
            ];
            match &credential.proof {
                Proof::Secret(secret) => {
                    form.push(("client_secret", secret.expose_secret().to_owned()));
                }
                Proof::Certificate(_) | Proof::TokenFile(_) => {
                    let Some(proof) = assertion(credential, app, endpoint, now) else {
                        continue;
                    };
                    form.extend(proof);
                }
            }
            let sent = self.http.post(endpoint).form(&form).send().await;
            if sent.is_ok_and(|response| response.status().is_success()) {
                return true;
            }
        }
        false
    }

    /// One token request, with the app's credentials one after the other until one is accepted. A
    /// refused credential uses nothing up: the code or token is looked at only after it.
    async fn ask(
        &self,
        app: &App,
        endpoint: &str,
        grant: Grant<'_>,
        now: u64,
    ) -> Result<Reply, TokenFault> {
        let mut last = None;
        for credential in app.credentials.to_try(now) {
            let answer = self.ask_with(app, endpoint, credential, &grant, now).await;
            let answer = answer.map_err(|error| fault(error, grant.endpoint()));
            let refused = matches!(&answer, Err(fault) if fault.is_about_credential());
            // Silence says nothing of a credential.
            let said = matches!(&answer, Ok(_) | Err(TokenFault::Refused { .. }));
            if said && app.credentials.note(&credential.name, !refused, now) {
                if refused {
                    tracing::warn!(
                        credential = credential.name,
                        "Microsoft does not accept this credential; the next one is tried"
                    );
                } else {
                    tracing::info!(credential = credential.name, "this credential works again");
                }
            }
            match answer {
                Err(fault) if refused => last = Some(fault),
                answer => return answer,
            }
        }
        Err(last.unwrap_or_else(|| TokenFault::Refused {
            found: problems::named("server-credential-refused"),
            claims: None,
        }))
    }

    async fn ask_with(
        &self,
        app: &App,
        endpoint: &str,
        credential: &Credential,
        grant: &Grant<'_>,
        now: u64,
    ) -> Result<Reply, Fault> {
        let mut client = self.registered(app, endpoint, endpoint);
        let mut extra = assertion(credential, app, endpoint, now).unwrap_or_default();
        if let Proof::Secret(secret) = &credential.proof {
            client = client.set_client_secret(ClientSecret::new(secret.expose_secret().to_owned()));
        }
        let carrier = Carrier {
            http: self.http.clone(),
            now,
        };
        let challenge = match grant {
            Grant::AppOnly { claims } => *claims,
            Grant::Code { .. } | Grant::Refresh(_) => None,
        };
        extra.push(("claims", claims::request(challenge)));
        match grant {
            Grant::Code { code, verifier } => {
                let mut request = client
                    .exchange_code(AuthorizationCode::new(code.clone()))
                    .set_pkce_verifier(PkceCodeVerifier::new(verifier.clone()));
                for (name, value) in extra {
                    request = request.add_extra_param(name, value);
                }
                request.request_async(&carrier).await
            }
            Grant::Refresh(refresh) => {
                let refresh = RefreshToken::new(refresh.clone());
                let mut request = client.exchange_refresh_token(&refresh);
                for (name, value) in extra {
                    request = request.add_extra_param(name, value);
                }
                request.request_async(&carrier).await
            }
            Grant::AppOnly { .. } => {
                let scope = Scope::new(format!("{}/.default", self.config.microsoft.graph));
                let mut request = client.exchange_client_credentials().add_scope(scope);
                for (name, value) in extra {
                    request = request.add_extra_param(name, value);
                }
                request.request_async(&carrier).await
            }
        }
    }

    /// Who an `id_token` says has signed in, if it can be believed.
    pub async fn identify(
        &self,
        id_token: &str,
        expected: &Expected<'_>,
    ) -> Result<Identity, Unidentified> {
        let kid = id_token::key_id(id_token).map_err(Unidentified::Refused)?;
        let metadata = self.metadata(expected.now).await;
        let metadata = metadata.map_err(|_| Unidentified::Untrusted)?;
        // A domain is known to stand for one tenant as soon as the platform has said which.
        if let (Some(tenant), Authority::Domain(_)) = (metadata.tenant(), expected.authority) {
            let expected = Expected {
                authority: &Authority::Tenant(tenant),
                ..*expected
            };
            return self.identify_at(id_token, &kid, &metadata, &expected).await;
        }
        self.identify_at(id_token, &kid, &metadata, expected).await
    }

    async fn identify_at(
        &self,
        id_token: &str,
        kid: &str,
        metadata: &Metadata,
        expected: &Expected<'_>,
    ) -> Result<Identity, Unidentified> {
        let client = expected.client_id;
        let Some(keys) = self.keys.get(client) else {
            return Err(Unidentified::Refused(Refusal::Audience));
        };
        let address = metadata.keys_of(client);
        let fetch = || self.fetch_keys(&address, expected.now);
        let key = keys.find(kid, expected.now, fetch).await;
        let key = key
            .map_err(Unidentified::Silent)?
            .ok_or(Unidentified::Refused(Refusal::UnknownKey))?;
        id_token::check(id_token, &key, expected).map_err(Unidentified::Refused)
    }

    /// Fetches the keys unless they are there already.
    pub async fn warm(&self, now: u64) -> Result<(), Silence> {
        let metadata = self.metadata(now).await.map_err(|_| Silence::Unreadable)?;
        for (client, keys) in &self.keys {
            let address = metadata.keys_of(client);
            keys.find("", now, || self.fetch_keys(&address, now))
                .await?;
        }
        self.known.store(true, Ordering::Relaxed);
        Ok(())
    }

    /// Whether the keys were ever had: without them nobody can sign in.
    pub fn is_known(&self) -> bool {
        self.known.load(Ordering::Relaxed)
    }

    async fn fetch_keys(&self, address: &str, now: u64) -> Result<Vec<Key>, Silence> {
        #[derive(Deserialize)]
        struct KeySet {
            keys: Vec<serde_json::Value>,
        }
        let body = self.fetch(address, now).await?;
        let set: KeySet = serde_json::from_slice(&body).map_err(|_| Silence::Unreadable)?;
        // A key of a kind that is not known here is no reason to lose the others.
        Ok(set
            .keys
            .into_iter()
            .filter_map(|key| serde_json::from_value(key).ok())
            .collect())
    }

    async fn fetch_metadata(&self, now: u64) -> Result<Metadata, Unknown> {
        let microsoft = &self.config.microsoft;
        let address = Metadata::address(&microsoft.login, &microsoft.authority);
        let body = match self.fetch(&address, now).await {
            // An answer that cannot be read is worth no more than a false one.
            Err(Silence::Unreadable) => Err(Unknown::Lie(Lie::Shape)),
            body => body.map_err(Unknown::Silent),
        };
        let read = body.and_then(|body| {
            Metadata::read(&body, &microsoft.login, &microsoft.authority).map_err(Unknown::Lie)
        });
        if let Err(Unknown::Lie(lie)) = &read {
            tracing::error!(reason = %lie, address, "the discovery document is not believed");
        }
        read
    }

    async fn fetch(&self, address: &str, now: u64) -> Result<Vec<u8>, Silence> {
        let response = self
            .http
            .get(address)
            .send()
            .await
            .map_err(|_| Silence::Unreachable)?;
        if let Some(pause) = upstream::pause(&response, now) {
            return Err(pause);
        }
        if !response.status().is_success() {
            return Err(Silence::Unreadable);
        }
        upstream::body(response, BODY_CAP).await
    }

    fn registered(&self, app: &App, authorize: &str, token: &str) -> Registered {
        let url = "checked when it was read";
        Client::new(ClientId::new(app.client_id.clone()))
            // The body and not the header: what every Entra document shows.
            .set_auth_type(AuthType::RequestBody)
            .set_auth_uri(AuthUrl::new(authorize.to_owned()).expect(url))
            .set_token_uri(TokenUrl::new(token.to_owned()).expect(url))
            .set_redirect_uri(RedirectUrl::new(self.config.redirect_uri()).expect(url))
    }
}

/// The two parameters of an assertion; nothing for a secret.
fn assertion(
    credential: &Credential,
    app: &App,
    endpoint: &str,
    now: u64,
) -> Option<Vec<(&'static str, String)>> {
    let signed = credential.proof.assertion(&app.client_id, endpoint, now)?;
    let kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    Some(vec![
        ("client_assertion_type", kind.to_owned()),
        ("client_assertion", signed),
    ])
}

/// Carries the requests of the `oauth2` crate, whose bundled client is a generation behind.
struct Carrier {
    http: reqwest::Client,
    now: u64,
}

impl<'c> AsyncHttpClient<'c> for Carrier {
    type Error = Silence;
    type Future = BoxFuture<'c, Result<HttpResponse, Silence>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(async move {
            let request = reqwest::Request::try_from(request).map_err(|_| Silence::Unreadable)?;
            let response = self
                .http
                .execute(request)
                .await
                .map_err(|_| Silence::Unreachable)?;
            if let Some(pause) = upstream::pause(&response, self.now) {
                return Err(pause);
            }
            let status = response.status();
            let mut reply = HttpResponse::new(upstream::body(response, BODY_CAP).await?);
            *reply.status_mut() = status;
            Ok(reply)
        })
    }
}

fn tokens(reply: &Reply) -> Tokens {
    Tokens {
        refresh: reply
            .refresh_token()
            .map(|token| token.secret().clone().into()),
        id_token: reply.id_token.clone().map(Into::into),
    }
}
