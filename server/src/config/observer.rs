//! The observers, as written: one tenant, a list, or one block for each.

use super::raw::{RawCredential, RawObserver, RawTenants};
use super::value::{Wrong, absent, one_of, wrong};
use super::{Microsoft, Raw, credential, database, value};
use crate::config::Database;
use crate::credential::{Credential, Credentials, Proof};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secrecy::{ExposeSecret, SecretString};
use std::path::Path;
use std::sync::Arc;
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
    /// Time between two rounds of a running server; nothing is never.
    pub every: Option<Duration>,
    /// Who is told of changes.
    pub receivers: Vec<Receiver>,
}

/// Who is told of changes.
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

/// Minutes between two rounds where nothing else is configured.
const EVERY_MINUTES: u32 = 60;

/// What reading takes and serving does not need: no app, no master key.
pub struct Observing {
    /// Where snapshots are.
    pub database: Database,
    /// Microsoft's hosts.
    pub microsoft: Microsoft,
    /// One for each tenant; at least one.
    pub observers: Vec<Observer>,
}

impl Observing {
    /// Reads the file, lays the environment over it, and checks what reading takes.
    pub fn load(file: &Path) -> Result<Self, super::ConfigError> {
        Ok(Self::from_raw(Raw::load(file)?)?)
    }

    /// Checks what was read.
    pub fn from_raw(raw: Raw) -> Result<Self, Wrong> {
        let observers = check(raw.observer.0)?;
        if observers.is_empty() {
            return Err(absent(
                "observer",
                "a block [observer] with `tenant`, `client_id` and a credential (docs/observer.md)",
            ));
        }
        Ok(Self {
            database: database::check(raw.database, raw.postgres)?,
            microsoft: value::microsoft(raw.microsoft)?,
            observers,
        })
    }
}

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
    let receivers = receivers(&mut raw, &key)?;
    let credentials = Arc::new(Credentials::new(vec![proof(raw, block)?]));
    Ok(tenants
        .into_iter()
        .map(|tenant| Observer {
            tenant,
            client_id: client_id.clone(),
            credentials: Arc::clone(&credentials),
            every,
            receivers: receivers.clone(),
        })
        .collect())
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
    let is_secure = url.scheme() == "https" || (url.scheme() == "http" && value::is_here(&url));
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

fn proof(raw: RawObserver, block: &str) -> Result<Credential, Wrong> {
    let key = |name: &str| format!("{block}.{name}");
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
        [] => {
            return Err(absent(
                key("certificate_file"),
                format!("a credential: one of {names}"),
            ));
        }
        ["managed_identity"] => {
            return Err(wrong(
                key("managed_identity"),
                "not supported by this build",
                "`federated_token_file` (the token file of a workload identity) or `certificate_file` \
                 with a certificate that only this server can read",
            ));
        }
        [_] => {}
        [_, second, ..] => {
            return Err(wrong(
                key(second),
                "given beside another credential",
                format!("only one of {names}"),
            ));
        }
    }
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
    let raw = RawCredential {
        secret: raw.client_secret,
        secret_file: raw.client_secret_file,
        certificate_file: raw.certificate_file,
        private_key_file: raw.private_key_file,
        ..RawCredential::default()
    };
    let named = |field: &str| match field {
        "secret" | "secret_file" => key(&format!("client_{field}")),
        field => key(field),
    };
    credential::one(&raw, block, &named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    const ID: &str = "5b0a9d1c-7a34-4f1e-9c55-0a8b7c6d5e4f";
    const TENANT: &str = "11111111-2222-4333-8444-555555555555";

    fn observing(observer: Value) -> Result<Observing, Wrong> {
        Observing::from_raw(serde_json::from_value(json!({ "observer": observer })).unwrap())
    }

    fn tenants(observer: Value) -> Vec<String> {
        let observers = observing(observer)
            .unwrap_or_else(|wrong| panic!("{wrong}"))
            .observers;
        observers
            .into_iter()
            .map(|observer| observer.tenant)
            .collect()
    }

    #[test]
    fn a_tenant_a_list_of_tenants_and_a_block_for_each_are_all_accepted() {
        let block =
            |tenant: Value| json!({"tenant": tenant, "client_id": ID, "client_secret": "s"});
        assert_eq!(tenants(block(json!(TENANT.to_uppercase()))), [TENANT]);
        assert_eq!(
            tenants(block(json!([TENANT, "Contoso.example"]))),
            [TENANT, "contoso.example"]
        );
        assert_eq!(
            tenants(json!([block(json!(TENANT)), block(json!("b.example"))])),
            [TENANT, "b.example"]
        );
    }

    #[test]
    fn each_wrong_value_is_named_by_its_key() {
        let refusal = |observer: Value| observing(observer).err().map(|wrong| wrong.to_string());
        let whole = json!({"tenant": TENANT, "client_id": ID, "client_secret": "canary"});
        for (field, value, key) in [
            ("tenant", json!("contoso"), "`observer.tenant`"),
            ("tenant", json!("a.example/../b"), "`observer.tenant`"),
            ("tenant", json!([]), "`observer.tenant`"),
            ("client_id", json!("mover"), "`observer.client_id`"),
            ("client_secret", json!(null), "`observer.certificate_file`"),
            (
                "certificate_file",
                json!("/no/such.pem"),
                "`observer.certificate_file`",
            ),
            (
                "federated_token_file",
                json!("/no/such"),
                "`observer.federated_token_file`",
            ),
            (
                "managed_identity",
                json!("system"),
                "`observer.managed_identity`",
            ),
            (
                "private_key_file",
                json!("/no/such"),
                "`observer.private_key_file`",
            ),
        ] {
            let mut changed = whole.clone();
            changed[field] = value;
            let said = refusal(changed).unwrap_or_default();
            assert!(said.contains(key), "{field}: {said}");
            assert!(!said.contains("canary"));
        }
        let twice = json!({"tenant": [TENANT, TENANT], "client_id": ID, "client_secret": "s"});
        assert!(refusal(twice).is_some_and(|said| said.contains("only once")));
        assert!(observing(json!([])).is_err());
    }

    #[test]
    fn a_key_that_is_not_known_is_refused_by_name() {
        let raw: Result<Raw, _> =
            serde_json::from_value(json!({ "observer": {"tenant": TENANT, "scope": "all"} }));
        assert!(raw.unwrap_err().to_string().contains("scope"));
    }

    #[test]
    fn managed_identity_names_what_to_use_instead() {
        let observer = json!({"tenant": TENANT, "client_id": ID, "managed_identity": "system"});
        let said = observing(observer).err().unwrap().to_string();
        assert!(said.contains("federated_token_file"), "{said}");
    }
}
