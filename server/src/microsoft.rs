//! The Microsoft identity platform: the authorization URL and the token endpoint (RFC 6749, PKCE of
//! RFC 7636; facts: protocol A1, A3).
//!
//! Deliberately absent: any grant but code, refresh and client credentials, and any use of what
//! Microsoft writes for people.

use crate::config::{App, Config};
use crate::http::{self, Silence};
use crate::id_token::{self, Expected, Identity, Key, Refusal};
use crate::jwks::Keys;
use crate::login::Secrets;
use crate::remedy::{self, Found};
use futures_util::future::BoxFuture;
use oauth2::basic::{
    BasicErrorResponse, BasicRevocationErrorResponse, BasicTokenIntrospectionResponse,
    BasicTokenType,
};
use oauth2::{
    AsyncHttpClient, AuthType, AuthUrl, AuthorizationCode, Client, ClientId, ClientSecret,
    CsrfToken, EndpointNotSet, EndpointSet, ExtraTokenFields, HttpRequest, HttpResponse,
    PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RefreshToken, RequestTokenError, Scope,
    StandardRevocableToken, StandardTokenResponse, TokenResponse, TokenUrl,
};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use url::Url;

/// Token answers are a few kilobytes, the key set a few dozen.
const BODY_CAP: usize = 256 * 1024;

/// Scopes of OpenID Connect that every sign-in asks for.
const OPENID: [&str; 3] = ["openid", "profile", "offline_access"];

/// The identity platform.
pub struct Microsoft {
    http: reqwest::Client,
    config: Arc<Config>,
    keys: Keys,
    known: AtomicBool,
}

/// What a redeemed code brought.
pub struct Tokens {
    /// For [`Microsoft::identify`].
    pub id_token: Option<SecretString>,
    /// To be sealed.
    pub refresh: Option<SecretString>,
}

/// Why there is no token.
#[derive(Clone, Debug)]
pub enum TokenFault {
    /// Microsoft says no, and this is what it means.
    Refused(Found),
    /// Microsoft does not say.
    Silent(Silence),
}

impl TokenFault {
    /// The problem it becomes.
    pub fn found(&self) -> Found {
        match self {
            Self::Refused(found) => *found,
            Self::Silent(silence) => of_silence(silence),
        }
    }
}

/// The problem that a silence is.
pub fn of_silence(silence: &Silence) -> Found {
    remedy::named(match silence {
        Silence::Unreachable => "microsoft-unreachable",
        Silence::Busy { .. } => "microsoft-busy",
        Silence::Unreadable => "microsoft-unreadable",
    })
}

/// Why nobody is known to have signed in.
#[derive(Clone, Debug)]
pub enum Unidentified {
    /// The token is not believed.
    Refused(Refusal),
    /// The keys could not be fetched.
    Silent(Silence),
}

/// What a token answer may carry besides RFC 6749.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct OpenId {
    #[serde(default)]
    id_token: Option<String>,
}

impl ExtraTokenFields for OpenId {}

type Reply = StandardTokenResponse<OpenId, BasicTokenType>;
type Registered = Client<
    BasicErrorResponse,
    Reply,
    BasicTokenIntrospectionResponse,
    StandardRevocableToken,
    BasicRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointSet,
>;

impl Microsoft {
    /// With the client of [`http::client`].
    pub fn new(http: reqwest::Client, config: Arc<Config>) -> Self {
        Self {
            http,
            config,
            keys: Keys::default(),
            known: AtomicBool::new(false),
        }
    }

    /// The authorization URL. `select_account`, so that nobody signs in by an accident of an old
    /// session.
    pub fn authorization_url(&self, app: &App, secrets: &Secrets) -> Url {
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(
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
        self.registered(app, self.config.microsoft.authority.segment())
            .authorize_url(|| state)
            .add_scopes(scopes.map(|scope| Scope::new(scope.to_owned())))
            .set_pkce_challenge(challenge)
            .add_extra_param("nonce", &secrets.nonce)
            .add_extra_param("response_mode", "query")
            .add_extra_param("prompt", "select_account")
            .url()
            .0
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

    /// Redeems a code at the endpoint it was issued by.
    pub async fn redeem(
        &self,
        app: &App,
        code: String,
        verifier: String,
        now: u64,
    ) -> Result<Tokens, TokenFault> {
        let client = self.registered(app, self.config.microsoft.authority.segment());
        let request = client
            .exchange_code(AuthorizationCode::new(code))
            .set_pkce_verifier(PkceCodeVerifier::new(verifier));
        tokens(request.request_async(&self.carrier(now)).await)
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
        let client = self.registered(app, tenant);
        let refresh = RefreshToken::new(refresh);
        let request = client.exchange_refresh_token(&refresh);
        tokens(request.request_async(&self.carrier(now)).await)
    }

    /// A fresh app-only token: an older one would keep its old roles for an hour (facts: protocol
    /// B4). Having one proves nothing; it is issued without any grant.
    pub async fn app_only(
        &self,
        app: &App,
        tenant: &str,
        now: u64,
    ) -> Result<SecretString, TokenFault> {
        let client = self.registered(app, tenant);
        let scope = Scope::new(format!("{}/.default", self.config.microsoft.graph));
        let request = client.exchange_client_credentials().add_scope(scope);
        let reply: Result<Reply, _> = request.request_async(&self.carrier(now)).await;
        Ok(reply.map_err(fault)?.access_token().secret().clone().into())
    }

    /// Who an `id_token` says has signed in, if it can be believed.
    pub async fn identify(
        &self,
        id_token: &str,
        expected: &Expected<'_>,
    ) -> Result<Identity, Unidentified> {
        let kid = id_token::key_id(id_token).map_err(Unidentified::Refused)?;
        let key = self
            .keys
            .find(&kid, expected.now, || self.fetch_keys(expected.now))
            .await;
        let key = key
            .map_err(Unidentified::Silent)?
            .ok_or(Unidentified::Refused(Refusal::UnknownKey))?;
        id_token::check(id_token, &key, expected).map_err(Unidentified::Refused)
    }

    /// Fetches the keys unless they are there already.
    pub async fn warm(&self, now: u64) -> Result<(), Silence> {
        self.keys
            .find("", now, || self.fetch_keys(now))
            .await
            .map(|_| self.known.store(true, Ordering::Relaxed))
    }

    /// Whether the keys were ever had: without them nobody can sign in.
    pub fn is_known(&self) -> bool {
        self.known.load(Ordering::Relaxed)
    }

    async fn fetch_keys(&self, now: u64) -> Result<Vec<Key>, Silence> {
        #[derive(Deserialize)]
        struct KeySet {
            keys: Vec<serde_json::Value>,
        }
        let microsoft = &self.config.microsoft;
        let url = format!(
            "{}/{}/discovery/v2.0/keys",
            microsoft.login,
            microsoft.authority.segment()
        );
        let response = self
            .http
            .get(url)
            .send()
            .await
            .map_err(|_| Silence::Unreachable)?;
        if let Some(pause) = http::pause(&response, now) {
            return Err(pause);
        }
        if !response.status().is_success() {
            return Err(Silence::Unreadable);
        }
        let body = http::body(response, BODY_CAP).await?;
        let set: KeySet = serde_json::from_slice(&body).map_err(|_| Silence::Unreadable)?;
        // A key of a kind that is not known here is no reason to lose the others.
        Ok(set
            .keys
            .into_iter()
            .filter_map(|key| serde_json::from_value(key).ok())
            .collect())
    }

    fn registered(&self, app: &App, tenant: &str) -> Registered {
        let base = format!("{}/{tenant}/oauth2/v2.0", self.config.microsoft.login);
        let url = "checked when the configuration was read";
        Client::new(ClientId::new(app.client_id.clone()))
            .set_client_secret(ClientSecret::new(
                app.client_secret.expose_secret().to_owned(),
            ))
            // The body and not the header: what every Entra document shows.
            .set_auth_type(AuthType::RequestBody)
            .set_auth_uri(AuthUrl::new(format!("{base}/authorize")).expect(url))
            .set_token_uri(TokenUrl::new(format!("{base}/token")).expect(url))
            .set_redirect_uri(RedirectUrl::new(self.config.redirect_uri()).expect(url))
    }

    fn carrier(&self, now: u64) -> Carrier {
        Carrier {
            http: self.http.clone(),
            now,
        }
    }
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
            if let Some(pause) = http::pause(&response, self.now) {
                return Err(pause);
            }
            let status = response.status();
            let mut reply = HttpResponse::new(http::body(response, BODY_CAP).await?);
            *reply.status_mut() = status;
            Ok(reply)
        })
    }
}

fn tokens(reply: Result<Reply, Fault>) -> Result<Tokens, TokenFault> {
    let reply = reply.map_err(fault)?;
    Ok(Tokens {
        refresh: reply
            .refresh_token()
            .map(|token| token.secret().clone().into()),
        id_token: reply.extra_fields().id_token.clone().map(Into::into),
    })
}

type Fault = RequestTokenError<Silence, BasicErrorResponse>;

fn fault(error: Fault) -> TokenFault {
    match error {
        RequestTokenError::ServerResponse(answer) => {
            let description = answer.error_description().map_or("", String::as_str);
            TokenFault::Refused(remedy::of_oauth(answer.error().as_ref(), description))
        }
        RequestTokenError::Request(silence) => TokenFault::Silent(silence),
        // A redirect, a page of a proxy, a body cut short.
        RequestTokenError::Parse(..) | RequestTokenError::Other(_) => {
            TokenFault::Silent(Silence::Unreadable)
        }
    }
}
