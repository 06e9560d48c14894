//! Who and what the tenant has: people and sites, made from the invented names of `data/names.toml`.

use serde::Deserialize;
use serde_json::{Value, json};

use super::{Account, guid};
use crate::{error::Error, scenario::Scenario};

/// Personal sites that a correct count leaves out.
const PERSONAL_SITES: usize = 5;

/// The invented names.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Directory {
    people: Vec<String>,
    sites: Vec<String>,
    pub(crate) apps: Vec<String>,
}

impl Directory {
    /// Parses the built-in names.
    pub(crate) fn load() -> Result<Self, Error> {
        toml::from_str(include_str!("../../data/names.toml")).map_err(|e| Error::Data {
            file: "names.toml",
            reason: e.to_string(),
        })
    }

    /// The users, as Graph shows them: the practice accounts first.
    pub(crate) fn users(&self, scenario: &Scenario) -> Vec<Value> {
        (0..scenario.users as usize)
            .map(|i| match Account::ALL.get(i) {
                Some(account) => user(&account.oid().to_string(), account.name, account.upn),
                None => self.extra(i - Account::ALL.len()),
            })
            .collect()
    }

    fn extra(&self, i: usize) -> Value {
        let name = &self.people[i % self.people.len()];
        let round = i / self.people.len();
        let suffix = if round == 0 {
            String::new()
        } else {
            round.to_string()
        };
        let local = name.to_lowercase().replace(' ', ".");
        let upn = format!("{local}{suffix}@birchwood.example");
        user(&guid(&upn).to_string(), name, &upn)
    }

    /// All sites, the personal ones strewn among the others.
    pub(crate) fn sites(&self, scenario: &Scenario) -> Vec<Value> {
        let total = scenario.sites as usize + PERSONAL_SITES;
        let stride = (total / PERSONAL_SITES).max(1);
        let (mut personal, mut shared) = (0, 0);
        (0..total)
            .map(|i| {
                let is_personal = (i % stride == stride - 1 && personal < PERSONAL_SITES)
                    || shared == scenario.sites as usize;
                let number = if is_personal {
                    &mut personal
                } else {
                    &mut shared
                };
                *number += 1;
                self.site(is_personal, *number)
            })
            .collect()
    }

    fn site(&self, personal: bool, number: usize) -> Value {
        let (host, path, name) = if personal {
            let name = &self.people[(number - 1) % self.people.len()];
            let path = format!("personal/{}", name.to_lowercase().replace(' ', "_"));
            ("birchwood-my.sharepoint.example", path, name.clone())
        } else {
            let name = format!("{} {number}", self.sites[(number - 1) % self.sites.len()]);
            let path = format!("sites/{}", name.to_lowercase().replace(' ', "-"));
            ("birchwood.sharepoint.example", path, name)
        };
        json!({
            "id": format!("{host},{},{}", guid(&path), guid(&format!("web {path}"))),
            "displayName": name,
            "webUrl": format!("https://{host}/{path}"),
            "isPersonalSite": personal,
        })
    }
}

fn user(id: &str, name: &str, upn: &str) -> Value {
    json!({ "id": id, "displayName": name, "userPrincipalName": upn, "mail": upn })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn personal_sites_come_on_top_of_the_count() {
        let directory = Directory::load().unwrap();
        for wanted in [0, 1, 43, 200] {
            let sites = directory.sites(&Scenario {
                sites: wanted,
                ..Scenario::default()
            });
            let shared = sites
                .iter()
                .filter(|s| s["isPersonalSite"] == false)
                .count();
            assert_eq!(shared, wanted as usize);
            assert_eq!(sites.len(), shared + PERSONAL_SITES);
        }
    }

    #[test]
    fn every_user_has_a_name_of_their_own() {
        let directory = Directory::load().unwrap();
        let users = directory.users(&Scenario {
            users: 90,
            ..Scenario::default()
        });
        let names: std::collections::BTreeSet<_> = users
            .iter()
            .map(|u| u["userPrincipalName"].as_str().unwrap())
            .collect();
        assert_eq!(names.len(), 90);
    }
}
