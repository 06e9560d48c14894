//! The token endpoint: a code, a refresh token or the app's own credential for tokens (RFC 6749 sections 4.1.3, 6 and
//! 4.4), and the end of a refresh token (RFC 7009).

use super::answer::{Fault, Reply, fault};
use super::fault::TokenFault;
use super::{BODY_CAP, Microsoft};
use crate::config::App;
use crate::problems::{self, Endpoint};
use crate::secrets::credential::{Credential, Proof};
use crate::sign_in::claims;
use crate::sign_in::pending::Secrets;
use crate::upstream::{self, UpstreamUnavailable};
use futures_util::future::BoxFuture;
use oauth2::{
    AsyncHttpClient, AuthorizationCode, ClientSecret, HttpRequest, HttpResponse, PkceCodeVerifier,
    RefreshToken, Scope, TokenResponse,
};
use secrecy::{ExposeSecret, SecretString};
use std::time::Duration;
use tokio::time::Instant;

/// What a redeemed code brought.
pub struct Tokens {
    /// For [`Microsoft::identify`].
    pub id_token: Option<SecretString>,
    /// To be encrypted.
    pub refresh: Option<SecretString>,
}

/// What a token is asked for with.
enum Grant<'a> {
    Code {
        code: SecretString,
        verifier: SecretString,
    },
    Refresh(SecretString),
    AppOnly {
        claims: Option<&'a str>,
    },
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
    /// Redeems a code at the authority it was issued by. What passes is tried again while somebody waits for it.
    ///
    /// # Errors
    ///
    /// When Microsoft refuses the code, or does not answer in time.
    pub async fn redeem(
        &self,
        app: &App,
        code: &SecretString,
        secrets: &Secrets,
        now: u64,
    ) -> Result<Tokens, TokenFault> {
        let metadata = self.metadata(now).await;
        let metadata = metadata.map_err(|why| TokenFault::of_metadata(why, Endpoint::Redeem))?;
        let endpoint = match self.segment(&secrets.authority) {
            Some(segment) => metadata.token_of(segment),
            None => metadata.token.clone(),
        };
        let until = Instant::now() + REDEEM_FOR;
        let mut pauses = REDEEM_PAUSES_MS.into_iter();
        loop {
            let grant = Grant::Code {
                code: code.clone(),
                verifier: secrets.verifier.clone(),
            };
            let asked = tokio::time::timeout_at(until, self.ask(app, &endpoint, grant, now)).await;
            let silent =
                TokenFault::Unavailable(UpstreamUnavailable::Unreachable, Endpoint::Redeem);
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
    ///
    /// # Errors
    ///
    /// When Microsoft refuses the token, or does not answer.
    pub async fn refresh(
        &self,
        app: &App,
        tenant: &str,
        refresh: SecretString,
        now: u64,
    ) -> Result<Tokens, TokenFault> {
        let grant = Grant::Refresh(refresh);
        let reply = self.ask_tenant(app, tenant, grant, now).await?;
        Ok(tokens(&reply))
    }

    /// A fresh app-only token: an older one would keep its old roles for an hour (facts: protocol
    /// B4). Having one proves nothing; it is issued without any grant.
    ///
    /// # Errors
    ///
    /// When Microsoft refuses, or does not answer.
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
        let metadata = metadata.map_err(|why| TokenFault::of_metadata(why, grant.endpoint()))?;
        self.ask(app, &metadata.token_of(tenant), grant, now).await
    }

    /// Revokes a refresh token where that can be done (RFC 7009). Entra offers no such thing; then
    /// the answer is no.
    pub async fn revoke(&self, app: &App, refresh: &SecretString, now: u64) -> bool {
        let Ok(metadata) = self.metadata(now).await else {
            return false;
        };
        let Some(endpoint) = &metadata.revoke else {
            return false;
        };
        for credential in app.credentials.to_try(now) {
            let mut form = vec![
                ("token", refresh.expose_secret().to_owned()),
                ("token_type_hint", "refresh_token".to_owned()),
                ("client_id", app.client_id.clone()),
            ];
            match &credential.proof {
                Proof::Secret(secret) => {
                    form.push(("client_secret", secret.expose_secret().to_owned()));
                }
                Proof::Certificate(_) | Proof::TokenFile(_) | Proof::Identity(_) => {
                    let Some(proof) = assertion(credential, app, endpoint, now).await else {
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
            // That there is no answer says nothing about a credential.
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
        let mut extra = assertion(credential, app, endpoint, now)
            .await
            .unwrap_or_default();
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
                    .exchange_code(AuthorizationCode::new(code.expose_secret().to_owned()))
                    .set_pkce_verifier(PkceCodeVerifier::new(verifier.expose_secret().to_owned()));
                for (name, value) in extra {
                    request = request.add_extra_param(name, value);
                }
                request.request_async(&carrier).await
            }
            Grant::Refresh(refresh) => {
                let refresh = RefreshToken::new(refresh.expose_secret().to_owned());
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
}

/// The two parameters of an assertion; nothing for a secret.
async fn assertion(
    credential: &Credential,
    app: &App,
    endpoint: &str,
    now: u64,
) -> Option<Vec<(&'static str, String)>> {
    let signed = credential
        .proof
        .assertion(&app.client_id, endpoint, now)
        .await?;
    let kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    Some(vec![
        ("client_assertion_type", kind.to_owned()),
        ("client_assertion", signed),
    ])
}

/// Sends the requests of the `oauth2` crate, whose bundled client is a generation behind.
struct Carrier {
    http: reqwest::Client,
    now: u64,
}

impl<'c> AsyncHttpClient<'c> for Carrier {
    type Error = UpstreamUnavailable;
    type Future = BoxFuture<'c, Result<HttpResponse, UpstreamUnavailable>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(async move {
            let request =
                reqwest::Request::try_from(request).map_err(|_| UpstreamUnavailable::Unreadable)?;
            let response = self
                .http
                .execute(request)
                .await
                .map_err(|_| UpstreamUnavailable::Unreachable)?;
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
