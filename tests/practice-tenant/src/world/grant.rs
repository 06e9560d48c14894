//! Who has granted what to which application, and since when.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};

/// Delegated permissions: for one person, or for everybody (`oauth2PermissionGrant`).
#[derive(Clone, Debug)]
pub(crate) struct Delegated {
    pub(crate) client_id: String,
    /// `None` is everybody: consent type `AllPrincipals`.
    pub(crate) principal: Option<String>,
    pub(crate) scopes: BTreeSet<String>,
    pub(crate) at: Timestamp,
}

impl Delegated {
    /// `consentType`, as Graph writes it.
    pub(crate) fn consent_type(&self) -> &'static str {
        if self.principal.is_none() {
            "AllPrincipals"
        } else {
            "Principal"
        }
    }

    /// `scope`, as Graph writes it.
    pub(crate) fn scope(&self) -> String {
        self.scopes
            .iter()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// An application permission (`appRoleAssignment` of the client's service principal).
#[derive(Clone, Debug)]
pub(crate) struct RoleGrant {
    pub(crate) client_id: String,
    pub(crate) value: String,
    pub(crate) at: Timestamp,
}

/// All grants of the tenant.
#[derive(Clone, Debug, Default)]
pub(crate) struct Grants {
    pub(crate) delegated: Vec<Delegated>,
    pub(crate) roles: Vec<RoleGrant>,
}

impl Grants {
    /// Adds delegated permissions for one person, or for everybody when `principal` is `None`.
    pub(crate) fn delegate(
        &mut self,
        client_id: &str,
        principal: Option<&str>,
        scopes: impl IntoIterator<Item = String>,
        at: Timestamp,
    ) {
        let same =
            |g: &&mut Delegated| g.client_id == client_id && g.principal.as_deref() == principal;
        if let Some(grant) = self.delegated.iter_mut().find(same) {
            grant.scopes.extend(scopes);
            grant.at = at;
        } else {
            self.delegated.push(Delegated {
                client_id: client_id.to_owned(),
                principal: principal.map(str::to_owned),
                scopes: scopes.into_iter().collect(),
                at,
            });
        }
    }

    /// The admin's grant of what an application declares. What was granted tenant-wide before and
    /// is not declared is gone afterwards (Microsoft Entra, "Grant tenant-wide admin consent"); people's own consents stay.
    pub(crate) fn grant_declared(
        &mut self,
        client_id: &str,
        delegated: &[String],
        roles: &[String],
        at: Timestamp,
    ) {
        self.delegated
            .retain(|g| g.client_id != client_id || g.principal.is_some());
        if !delegated.is_empty() {
            self.delegate(client_id, None, delegated.iter().cloned(), at);
        }
        // A role that was there already keeps its age: Graph has shown it all along.
        self.roles
            .retain(|r| r.client_id != client_id || roles.contains(&r.value));
        for value in roles {
            if !self
                .roles
                .iter()
                .any(|r| r.client_id == client_id && r.value == *value)
            {
                self.roles.push(RoleGrant {
                    client_id: client_id.to_owned(),
                    value: value.clone(),
                    at,
                });
            }
        }
    }

    /// The delegated permissions that `upn` need not be asked for.
    pub(crate) fn held_by(&self, client_id: &str, upn: &str) -> BTreeSet<String> {
        let holds = |g: &&Delegated| {
            g.client_id == client_id && g.principal.as_deref().is_none_or(|p| p == upn)
        };
        self.delegated
            .iter()
            .filter(holds)
            .flat_map(|g| g.scopes.iter().cloned())
            .collect()
    }

    /// Whether anything was granted to the application for everybody.
    pub(crate) fn tenant_wide(&self, client_id: &str) -> bool {
        self.roles.iter().any(|r| r.client_id == client_id)
            || self
                .delegated
                .iter()
                .any(|g| g.client_id == client_id && g.principal.is_none())
    }

    /// The application permissions that are seen by now.
    pub(crate) fn roles_seen(
        &self,
        client_id: &str,
        now: Timestamp,
        delay: SignedDuration,
    ) -> Vec<&RoleGrant> {
        let seen = |r: &&RoleGrant| r.client_id == client_id && seen(r.at, now, delay);
        self.roles.iter().filter(seen).collect()
    }

    /// The delegated grants that are seen by now.
    pub(crate) fn delegated_seen(
        &self,
        client_id: &str,
        now: Timestamp,
        delay: SignedDuration,
    ) -> Vec<&Delegated> {
        let seen = |g: &&Delegated| g.client_id == client_id && seen(g.at, now, delay);
        self.delegated.iter().filter(seen).collect()
    }
}

/// Whether something that happened at `at` has reached every replica by `now`.
fn seen(at: Timestamp, now: Timestamp, delay: SignedDuration) -> bool {
    now.duration_since(at) >= delay
}

#[cfg(test)]
mod tests {
    use super::*;

    const APP: &str = "app";
    const DELAY: SignedDuration = SignedDuration::from_secs(30);

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|w| (*w).to_owned()).collect()
    }

    #[test]
    fn a_role_is_seen_only_after_the_delay() {
        let mut grants = Grants::default();
        grants.grant_declared(APP, &[], &words(&["Sites.Read.All"]), at(100));
        assert!(grants.roles_seen(APP, at(129), DELAY).is_empty());
        assert_eq!(grants.roles_seen(APP, at(130), DELAY).len(), 1);
    }

    #[test]
    fn granting_again_does_not_hide_a_role_that_was_seen() {
        let mut grants = Grants::default();
        grants.grant_declared(APP, &[], &words(&["Sites.Read.All"]), at(0));
        grants.grant_declared(APP, &[], &words(&["Sites.Read.All"]), at(100));
        assert_eq!(grants.roles_seen(APP, at(101), DELAY).len(), 1);
    }

    #[test]
    fn granting_declared_permissions_revokes_what_else_was_tenant_wide() {
        let mut grants = Grants::default();
        grants.delegate(APP, None, words(&["Sites.Manage.All"]), at(0));
        grants.delegate(APP, Some("adele"), words(&["Sites.Manage.All"]), at(0));
        grants.grant_declared(APP, &words(&["User.Read"]), &[], at(1));
        assert!(!grants.held_by(APP, "sam").contains("Sites.Manage.All"));
        assert!(grants.held_by(APP, "adele").contains("Sites.Manage.All"));
    }

    #[test]
    fn one_persons_consent_is_not_another_persons() {
        let mut grants = Grants::default();
        grants.delegate(APP, Some("adele"), words(&["profile"]), at(0));
        assert!(grants.held_by(APP, "sam").is_empty());
        assert!(!grants.tenant_wide(APP));
    }
}
