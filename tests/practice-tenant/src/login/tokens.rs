//! The tokens themselves.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::{
    error::Error,
    tenant::Tenant,
    world::{Account, OBSERVER, World, guid, secret},
};

/// Audience of access tokens for Graph.
pub(crate) const GRAPH: &str = "https://graph.microsoft.com";

/// Life of access tokens in seconds: the shortest the facts name (protocol A5).
pub(crate) const ACCESS_LIFE_S: i64 = 3600;

/// Claims of an access token that this tenant's Graph reads.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct AccessClaims {
    pub(crate) aud: String,
    pub(crate) iss: String,
    pub(crate) iat: i64,
    pub(crate) exp: i64,
    pub(crate) tid: String,
    pub(crate) oid: String,
    pub(crate) sub: String,
    pub(crate) appid: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) idtyp: Option<String>,
    /// Application permissions; absent when none is granted (Microsoft identity platform, "Access token claims reference").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) roles: Option<Vec<String>>,
    /// Delegated permissions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) scp: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) upn: Option<String>,
    pub(crate) uti: String,
    pub(crate) ver: String,
}

impl AccessClaims {
    fn new(client_id: &str, oid: String, now: Timestamp) -> Self {
        Self {
            aud: GRAPH.to_owned(),
            iss: format!("https://sts.windows.net/{}/", World::tenant_id()),
            iat: now.as_second(),
            exp: now.as_second() + ACCESS_LIFE_S,
            tid: World::tenant_id(),
            sub: oid.clone(),
            oid,
            appid: client_id.to_owned(),
            idtyp: None,
            roles: None,
            scp: None,
            upn: None,
            uti: secret(),
            ver: "1.0".to_owned(),
        }
    }

    /// For an application by itself: with the roles that are seen by now.
    pub(crate) fn app_only(world: &World, client_id: &str, now: Timestamp) -> Option<Self> {
        let sp = world.app(client_id)?;
        let seen = world
            .grants
            .roles_seen(&sp.app_id, now, world.propagation());
        let roles: Vec<_> = seen.into_iter().map(|grant| grant.value.clone()).collect();
        Some(Self {
            idtyp: Some("app".to_owned()),
            roles: (!roles.is_empty()).then_some(roles),
            ..Self::new(&sp.app_id, sp.object_id.to_string(), now)
        })
    }

    /// For an application on behalf of somebody.
    pub(crate) fn delegated(
        client_id: &str,
        account: Account,
        scopes: &BTreeSet<String>,
        now: Timestamp,
    ) -> Self {
        let words: Vec<&str> = scopes.iter().map(String::as_str).collect();
        Self {
            scp: Some(words.join(" ")),
            upn: Some(account.upn.to_owned()),
            ..Self::new(client_id, account.oid().to_string(), now)
        }
    }
}

/// The id token (Microsoft identity platform, "ID token claims reference").
pub(crate) fn id_token(
    tenant: &Tenant,
    client_id: &str,
    account: Account,
    nonce: Option<&str>,
    now: Timestamp,
) -> Result<String, Error> {
    let tid = World::tenant_id();
    let mut claims = json!({
        "aud": client_id,
        "iss": format!("https://login.microsoftonline.com/{tid}/v2.0"),
        "iat": now.as_second(),
        "nbf": now.as_second(),
        "exp": now.as_second() + ACCESS_LIFE_S,
        "tid": tid,
        "oid": account.oid(),
        // Pairwise: another application sees another subject.
        "sub": guid(&format!("{client_id} {}", account.upn)).simple().to_string(),
        "preferred_username": account.upn,
        "name": account.name,
        "ver": "2.0",
        "uti": secret(),
    });
    if let Some(nonce) = nonce {
        claims["nonce"] = Value::from(nonce);
    }
    if let Some(template) = account.role.template() {
        claims["wids"] = json!([template]);
    }
    // App roles that the person was assigned in this app ("Add app roles to your application and receive them in the token").
    let role = tenant.world().scenario.observer_role.value();
    if let Some(role) = role.filter(|_| client_id == OBSERVER && account.is_global_admin()) {
        claims["roles"] = json!([role]);
    }
    tenant.key.sign(&claims)
}
