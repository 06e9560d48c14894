//! The observers, as written: one tenant, a list, or one block for each.

use super::App;
use super::address::is_here;
use super::credential;
use super::identity;
use super::raw::{RawCredential, RawObserver, RawTenants};
use super::wrong::{Wrong, absent, one_of, wrong};
use crate::secrets::credential::{Credential, Credentials, Proof};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use consentry_catalog::profile::Profile;
use secrecy::{ExposeSecret, SecretString};
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use url::Url;
use uuid::Uuid;
use zeroize::Zeroizing;

/// A registration that reads every app of one tenant.
#[derive(Clone)]
pub struct Observer {
    /// The tenant's ID or one of its domains, in lowercase.
    pub tenant: String,
    /// Its application (client) ID.
    pub client_id: String,
    /// What it authenticates with; at least one.
    pub credentials: Arc<Credentials>,
    /// The registration as people sign in to it.
    pub sign_in: Arc<App>,
    /// Time between two rounds of a running server; nothing is never.
    pub every: Option<Duration>,
    /// Where changes are sent.
    pub receivers: Vec<Receiver>,
    /// How often receivers get a summary, if they do.
    pub digest: Option<DigestEvery>,
}

/// How often a summary is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DigestEvery {
    /// Each day.
    Day,
    /// Each week.
    Week,
}

/// Where changes are sent.
#[derive(Clone)]
pub enum Receiver {
    /// Anything that takes `CloudEvents` with the signature of Standard Webhooks.
    Webhook {
        /// Its address.
        url: Url,
        /// The key that signs.
        key: Arc<Zeroizing<Vec<u8>>>,
    },
    /// A Teams workflow. Whoever knows its address can post.
    Teams(Arc<SecretString>),
}

/// What a sign-in to the observer asks for: who it is, and no permission.
fn itself() -> &'static Profile {
    static PROFILE: OnceLock<Profile> = OnceLock::new();
    PROFILE.get_or_init(|| Profile::of_app("", "Consentry Observer"))
}

/// Minutes between two rounds where nothing else is configured.
const EVERY_MINUTES: u32 = 10;

/// One observer for each tenant of each block.
pub(super) fn check(raw: Vec<RawObserver>) -> Result<Vec<Observer>, Wrong> {
    let alone = raw.len() == 1;
    let mut observers: Vec<Observer> = Vec::new();
    for (index, raw) in raw.into_iter().enumerate() {
        let block = if alone {
            "observer".to_owned()
        } else {
            format!("observer[{index}]")
        };
        for observer in one(raw, &block)? {
            if observers
                .iter()
                .any(|known| known.tenant == observer.tenant)
            {
                return Err(wrong(
                    format!("{block}.tenant"),
                    &observer.tenant,
                    "each tenant only once",
                ));
            }
            observers.push(observer);
        }
    }
    Ok(observers)
}

fn one(mut raw: RawObserver, block: &str) -> Result<Vec<Observer>, Wrong> {
    let key = |name: &str| format!("{block}.{name}");
    let tenants = match &raw.tenant {
        Some(RawTenants::One(tenant)) => vec![tenant.clone()],
        Some(RawTenants::Many(tenants)) => tenants.clone(),
        None => Vec::new(),
    };
    let expected = "a tenant ID or one of the tenant's domains, or a list of them";
    if tenants.is_empty() {
        return Err(absent(key("tenant"), expected));
    }
    let tenants = tenants
        .iter()
        .map(|text| tenant(text).ok_or_else(|| wrong(key("tenant"), text, expected)))
        .collect::<Result<Vec<_>, _>>()?;
    let expected = "the application (client) ID of the observer's registration: a GUID";
    let client_id = match &raw.client_id {
        Some(text) => Uuid::try_parse(text)
            .map_err(|_| wrong(key("client_id"), text, expected))?
            .to_string(),
        None => return Err(absent(key("client_id"), expected)),
    };
    let every = match raw.every_minutes.unwrap_or(EVERY_MINUTES) {
        0 => None,
        minutes => Some(Duration::from_secs(u64::from(minutes) * 60)),
    };
    let digest = digest(raw.digest.as_deref(), key("digest"))?;
    let receivers = receivers(&mut raw, &key)?;
    let credential = proof(raw, block, &client_id)?;
    let is_machine = matches!(&credential.proof, Proof::Identity(one) if one.is_observer());
    if is_machine && tenants.len() > 1 {
        return Err(wrong(
            key("tenant"),
            "a list",
            "one tenant: an identity that is the observer itself reads its own alone",
        ));
    }
    let credentials = Arc::new(Credentials::new(vec![credential]));
    let sign_in = Arc::new(App {
        profile: itself(),
        client_id: client_id.clone(),
        credentials: Arc::clone(&credentials),
        is_observer: true,
    });
    Ok(tenants
        .into_iter()
        .map(|tenant| Observer {
            tenant,
            client_id: client_id.clone(),
            credentials: Arc::clone(&credentials),
            sign_in: Arc::clone(&sign_in),
            every,
            receivers: receivers.clone(),
            digest,
        })
        .collect())
}

fn digest(text: Option<&str>, key: String) -> Result<Option<DigestEvery>, Wrong> {
    Ok(match text {
        None => None,
        Some("daily") => Some(DigestEvery::Day),
        Some("weekly") => Some(DigestEvery::Week),
        Some(other) => {
            let expected = "`daily` or `weekly`, or nothing for no summary";
            return Err(wrong(key, other, expected));
        }
    })
}

fn receivers(raw: &mut RawObserver, key: &impl Fn(&str) -> String) -> Result<Vec<Receiver>, Wrong> {
    let mut receivers = Vec::new();
    if let Some(raw) = raw.webhook.take() {
        let url = address(&key("webhook.url"), &raw.url)?;
        let name = key("webhook.secret");
        let expected = "`whsec_` and 24 to 64 random bytes in base64";
        let secret = one_of(&name, raw.secret, raw.secret_file.as_deref(), expected)?;
        let bytes = secret.expose_secret().strip_prefix("whsec_");
        let bytes = bytes.and_then(|text| STANDARD.decode(text).ok());
        let bytes = bytes.filter(|bytes| (24..=64).contains(&bytes.len()));
        let bytes = bytes.ok_or_else(|| Wrong {
            key: name,
            given: "of another form".into(),
            expected: expected.into(),
        })?;
        receivers.push(Receiver::Webhook {
            url,
            key: Arc::new(Zeroizing::new(bytes)),
        });
    }
    let (value, file) = (raw.teams_url.take(), raw.teams_url_file.take());
    if value.is_some() || file.is_some() {
        let name = key("teams_url");
        let expected = "the https address of a Teams workflow";
        let text = one_of(&name, value, file.as_deref(), expected)?;
        address(&name, text.expose_secret()).map_err(|_| Wrong {
            key: name,
            given: "no such address".into(),
            expected: expected.into(),
        })?;
        receivers.push(Receiver::Teams(Arc::new(text)));
    }
    Ok(receivers)
}

/// An https address, or an http one on this machine.
fn address(key: &str, text: &str) -> Result<Url, Wrong> {
    let expected = "an https URL (http only for localhost) without a user";
    let url = Url::parse(text).map_err(|_| wrong(key, text, expected))?;
    let is_plain = url.username().is_empty() && url.password().is_none();
    let is_secure = url.scheme() == "https" || (url.scheme() == "http" && is_here(&url));
    if is_plain && is_secure {
        Ok(url)
    } else {
        Err(wrong(key, text, expected))
    }
}

/// It becomes a path segment: nothing but a GUID or a domain passes.
fn tenant(text: &str) -> Option<String> {
    let is_label = |label: &str| {
        !label.is_empty()
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    match Uuid::try_parse(text) {
        Ok(id) => Some(id.to_string()),
        Err(_) if text.contains('.') && text.split('.').all(is_label) => {
            Some(text.to_ascii_lowercase())
        }
        Err(_) => None,
    }
}

/// Refuses no credential, and more than one.
fn only_one(raw: &RawObserver, key: &impl Fn(&str) -> String) -> Result<(), Wrong> {
    let ways = [
        ("client_secret", raw.client_secret.is_some()),
        ("client_secret_file", raw.client_secret_file.is_some()),
        ("certificate_file", raw.certificate_file.is_some()),
        ("federated_token_file", raw.federated_token_file.is_some()),
        ("managed_identity", raw.managed_identity.is_some()),
    ];
    let given: Vec<&str> = ways.iter().filter(|way| way.1).map(|way| way.0).collect();
    let names = ways.map(|way| format!("`{}`", way.0)).join(", ");
    match given[..] {
        [] => Err(absent(
            key("certificate_file"),
            format!("a credential: one of {names}"),
        )),
        [_] => Ok(()),
        [_, second, ..] => Err(wrong(
            key(second),
            "given beside another credential",
            format!("only one of {names}"),
        )),
    }
}

fn proof(raw: RawObserver, block: &str, client_id: &str) -> Result<Credential, Wrong> {
    let key = |name: &str| format!("{block}.{name}");
    only_one(&raw, &key)?;
    if raw.private_key_file.is_some() && raw.certificate_file.is_none() {
        return Err(wrong(
            key("private_key_file"),
            "given without a certificate",
            "`certificate_file` beside it",
        ));
    }
    if let Some(file) = raw.federated_token_file {
        let expected = "a readable file that your issuer keeps a token in";
        std::fs::read_to_string(&file)
            .ok()
            .filter(|text| !text.trim().is_empty())
            .ok_or_else(|| wrong(key("federated_token_file"), &file, expected))?;
        return Ok(Credential {
            name: key("federated_token_file"),
            proof: Proof::TokenFile(file),
            not_before: 0,
            expires: None,
        });
    }
    if let Some(raw) = &raw.managed_identity {
        let name = key("managed_identity");
        let identity = identity::check(raw, client_id, &name)?;
        return Ok(Credential {
            name,
            proof: Proof::Identity(Box::new(identity)),
            not_before: 0,
            expires: None,
        });
    }
    let raw = RawCredential {
        secret: raw.client_secret,
        secret_file: raw.client_secret_file,
        certificate_file: raw.certificate_file,
        private_key_file: raw.private_key_file,
        ..RawCredential::default()
    };
    let written = |field: &str| match field {
        "secret" | "secret_file" => key(&format!("client_{field}")),
        field => key(field),
    };
    credential::one(&raw, block, &written)
}
