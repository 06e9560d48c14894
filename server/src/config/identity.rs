//! A managed identity, as written: the machine's own, or the client ID of one that is assigned to it.

use super::raw::RawIdentity;
use super::wrong::{Wrong, wrong};
use crate::secrets::credential::Identity;
use uuid::Uuid;

/// `client_id` is that of the observer: an identity that has it is the observer itself, and any other is one that the
/// observer's registration trusts.
pub(super) fn check(raw: &RawIdentity, client_id: &str, key: &str) -> Result<Identity, Wrong> {
    let expected =
        "`true` for the machine's own identity, or the client ID of one that is assigned to it";
    let named = match raw {
        RawIdentity::System(true) => None,
        RawIdentity::System(false) => return Err(wrong(key, "false", expected)),
        RawIdentity::Named(text) => {
            let id = Uuid::try_parse(text).map_err(|_| wrong(key, text, expected))?;
            Some(id.to_string())
        }
    };
    let is_observer = named.as_deref().is_none_or(|id| id == client_id);
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    Identity::of(&variable, named, is_observer).map_err(|unusable| {
        let instead = "a virtual machine, Container Apps, App Service or Functions of Azure; elsewhere \
                       `federated_token_file` or `certificate_file`";
        wrong(key, unusable.to_string(), instead)
    })
}
