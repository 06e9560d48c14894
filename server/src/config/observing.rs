//! What `observe` takes of the configuration: no app and no master key.

use super::observer::{self, Observer};
use super::wrong::{Wrong, absent};
use super::{ConfigError, Database, Microsoft, Raw, database, value};
use std::path::Path;

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
    ///
    /// # Errors
    ///
    /// When the file cannot be read, or a value cannot be used.
    pub fn load(file: &Path) -> Result<Self, ConfigError> {
        Ok(Self::from_raw(Raw::load(file)?)?)
    }

    /// Checks what was read.
    ///
    /// # Errors
    ///
    /// When a value cannot be used.
    pub fn from_raw(raw: Raw) -> Result<Self, Wrong> {
        let observers = observer::check(raw.observer.0)?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    const ID: &str = "5b0a9d1c-7a34-4f1e-9c55-0a8b7c6d5e4f";
    const TENANT: &str = "11111111-2222-4333-8444-555555555555";

    fn observing(observer: &Value) -> Result<Observing, Wrong> {
        Observing::from_raw(serde_json::from_value(json!({ "observer": observer })).unwrap())
    }

    fn tenants(observer: &Value) -> Vec<String> {
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
            |tenant: &Value| json!({"tenant": tenant, "client_id": ID, "client_secret": "s"});
        assert_eq!(tenants(&block(&json!(TENANT.to_uppercase()))), [TENANT]);
        assert_eq!(
            tenants(&block(&json!([TENANT, "Contoso.example"]))),
            [TENANT, "contoso.example"]
        );
        assert_eq!(
            tenants(&json!([block(&json!(TENANT)), block(&json!("b.example"))])),
            [TENANT, "b.example"]
        );
    }

    #[test]
    fn each_wrong_value_is_named_by_its_key() {
        let refusal = |observer: &Value| observing(observer).err().map(|wrong| wrong.to_string());
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
            ("digest", json!("hourly"), "`observer.digest`"),
            (
                "teams_url",
                json!("http://a.example/canary"),
                "`observer.teams_url`",
            ),
            (
                "webhook",
                json!({"url": "http://a.example", "secret": "whsec_canary"}),
                "`observer.webhook.url`",
            ),
            (
                "webhook",
                json!({"url": "https://a.example", "secret": "whsec_canary"}),
                "`observer.webhook.secret`",
            ),
        ] {
            let mut changed = whole.clone();
            changed[field] = value;
            let said = refusal(&changed).unwrap_or_default();
            assert!(said.contains(key), "{field}: {said}");
            assert!(!said.contains("canary"));
        }
        let twice = json!({"tenant": [TENANT, TENANT], "client_id": ID, "client_secret": "s"});
        assert!(refusal(&twice).is_some_and(|said| said.contains("only once")));
        assert!(observing(&json!([])).is_err());
    }

    #[test]
    fn a_key_that_is_not_known_is_refused_by_name() {
        let raw: Result<Raw, _> =
            serde_json::from_value(json!({ "observer": {"tenant": TENANT, "scope": "all"} }));
        assert!(raw.unwrap_err().to_string().contains("scope"));
    }

    #[test]
    fn a_managed_identity_is_the_machines_own_or_named_by_its_client_id() {
        let with = |identity: &Value, tenant: &Value| {
            observing(&json!({"tenant": tenant, "client_id": ID, "managed_identity": identity}))
        };
        let one = json!(TENANT);
        for identity in [json!(true), json!(ID), json!(TENANT)] {
            assert!(with(&identity, &one).is_ok(), "{identity}");
        }
        for identity in [json!(false), json!("system")] {
            let said = with(&identity, &one).err().unwrap().to_string();
            assert!(said.contains("`observer.managed_identity`"), "{said}");
        }
        // One that is the observer itself is in one tenant; one that a registration trusts opens many.
        let many = json!([TENANT, "b.example"]);
        let said = with(&json!(true), &many).err().unwrap().to_string();
        assert!(said.contains("`observer.tenant`"), "{said}");
        assert!(with(&json!(TENANT), &many).is_ok());
    }
}
