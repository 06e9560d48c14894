//! Where a browser is sent: the authorization endpoint (RFC 6749 section 4.1.1), and the page where an admin grants
//! consent.

use super::Microsoft;
use crate::config::App;
use crate::sign_in::claims;
use crate::sign_in::discovery::MetadataError;
use crate::sign_in::pending::Secrets;
use oauth2::{CsrfToken, PkceCodeChallenge, PkceCodeVerifier, Scope};
use secrecy::ExposeSecret;
use url::Url;

/// Scopes of OpenID Connect that every sign-in asks for.
const OPENID: [&str; 3] = ["openid", "profile", "offline_access"];
/// Those of a sign-in that only says who somebody is: nothing is done in their name afterward.
const IDENTITY: [&str; 2] = ["openid", "profile"];

impl Microsoft {
    /// The authorization URL. `select_account`, so that nobody signs in by an accident of an old
    /// session. `challenge` is what an earlier token did not satisfy.
    ///
    /// # Errors
    ///
    /// When the metadata is not available or not valid.
    pub async fn authorization_url(
        &self,
        app: &App,
        secrets: &Secrets,
        challenge: Option<&str>,
        now: u64,
    ) -> Result<Url, MetadataError> {
        let metadata = self.metadata(now).await?;
        let authorize = match self.segment(&secrets.authority) {
            Some(segment) => metadata.authorize_of(segment),
            None => metadata.authorize.clone(),
        };
        let code_challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(
            secrets.verifier.expose_secret().to_owned(),
        ));
        let declared = app
            .profile
            .sign_in_scopes()
            .map(|permission| permission.value.as_str());
        let openid: &[&str] = if app.is_observer { &IDENTITY } else { &OPENID };
        let scopes = openid
            .iter()
            .copied()
            .chain(declared.filter(|scope| !OPENID.contains(scope)));
        let state = CsrfToken::new(secrets.state.expose_secret().to_owned());
        Ok(self
            .registered(app, &authorize, &metadata.token)
            .authorize_url(|| state)
            .add_scopes(scopes.map(|scope| Scope::new(scope.to_owned())))
            .set_pkce_challenge(code_challenge)
            .add_extra_param("nonce", secrets.nonce.expose_secret())
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
}
