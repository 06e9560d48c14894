//! Applications: as their publishers registered them, and as they are in this tenant.

use serde::Deserialize;
use url::Url;
use uuid::Uuid;

use super::{OBSERVER, guid};
use crate::{error::Error, scenario::Scenario};

/// An application's registration, which lives in its publisher's tenant.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Registration {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) publisher: String,
    pub(crate) homepage: String,
    pub(crate) redirect: Vec<String>,
    #[serde(default)]
    pub(crate) delegated: Vec<String>,
    #[serde(default)]
    pub(crate) application: Vec<String>,
    /// How the admin consent page sorts the permissions.
    #[serde(default)]
    pub(crate) order: Vec<String>,
    /// Whether it can authenticate with the secret of [`crate::Options`].
    #[serde(default)]
    pub(crate) secret: bool,
    /// Whether it is part of the platform and needs no consent.
    #[serde(default)]
    pub(crate) first_party: bool,
}

/// All registrations, with redirect URIs made absolute.
#[derive(Clone)]
pub(crate) struct Registry(Vec<Registration>);

#[derive(Deserialize)]
struct File {
    app: Vec<Registration>,
}

impl Registry {
    /// Parses the built-in table.
    pub(crate) fn load(backend: &Url) -> Result<Self, Error> {
        let mut file: File =
            toml::from_str(include_str!("../../data/apps.toml")).map_err(|e| Error::Data {
                file: "apps.toml",
                reason: e.to_string(),
            })?;
        let base = backend.as_str().trim_end_matches('/');
        for uri in file.app.iter_mut().flat_map(|app| &mut app.redirect) {
            if uri.starts_with('/') {
                *uri = format!("{base}{uri}");
            }
        }
        Ok(Self(file.app))
    }

    /// A registration by client id.
    pub(crate) fn get(&self, client_id: &str) -> Option<&Registration> {
        self.0
            .iter()
            .find(|app| app.id.eq_ignore_ascii_case(client_id))
    }

    /// An application that asks for consent together with the rehearsal's: the last of the file.
    pub(crate) fn companion(&self) -> &Registration {
        let others = || self.0.iter().skip(1).filter(|app| app.id != OBSERVER);
        others().next_back().unwrap_or(&self.0[0])
    }

    /// The application that the whole rehearsal is about: the first of the file.
    pub(crate) fn star(&self) -> &Registration {
        &self.0[0]
    }
}

/// An application in this tenant.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one switch of the Properties blade"
)]
pub(crate) struct ServicePrincipal {
    pub(crate) app_id: String,
    pub(crate) object_id: Uuid,
    pub(crate) name: String,
    pub(crate) homepage: String,
    pub(crate) enabled: bool,
    pub(crate) visible: bool,
    pub(crate) assignment_required: bool,
    /// User names of who is assigned.
    pub(crate) assigned: Vec<String>,
    /// Whether the list's default filter hides it.
    pub(crate) hidden_by_filter: bool,
}

impl ServicePrincipal {
    /// A registration's service principal, as its first consent makes it.
    pub(crate) fn of(app: &Registration, scenario: &Scenario) -> Self {
        Self {
            assignment_required: scenario.assignment_required,
            hidden_by_filter: scenario.microsoft_apps_hidden,
            ..Self::named(&app.id, &app.name, &app.homepage)
        }
    }

    /// The organization's own read-only registration.
    pub(crate) fn observer() -> Self {
        Self {
            visible: false,
            ..Self::named(OBSERVER, "Consentry Observer", "https://consentry.example")
        }
    }

    fn named(app_id: &str, name: &str, homepage: &str) -> Self {
        Self {
            app_id: app_id.to_owned(),
            object_id: guid(&format!("service principal {app_id}")),
            name: name.to_owned(),
            homepage: homepage.to_owned(),
            enabled: true,
            visible: true,
            assignment_required: false,
            assigned: Vec::new(),
            hidden_by_filter: false,
        }
    }

    /// The crowd in the list: applications nobody looks for, and look-alikes of `star`.
    pub(crate) fn crowd(scenario: &Scenario, star: &str, names: &[String]) -> Vec<Self> {
        let others = (0..scenario.app_list_size as usize).map(|i| {
            let round = i / names.len() + 1;
            let name = &names[i % names.len()];
            if round == 1 {
                name.clone()
            } else {
                format!("{name} {round}")
            }
        });
        let likes = (0..scenario.lookalikes).map(|i| look_alike(star, &scenario.tenant_name, i));
        let all = others.map(|n| (n, false)).chain(likes.map(|n| (n, true)));
        all.enumerate()
            .map(|(i, (name, like))| {
                let app_id = guid(&format!("application {i} {name}")).to_string();
                let host = if like {
                    "mover-app.example"
                } else {
                    "apps.example"
                };
                Self::named(&app_id, &name, &format!("https://{host}"))
            })
            .collect()
    }
}

/// Names that a hurried eye takes for `star`.
fn look_alike(star: &str, tenant: &str, index: u32) -> String {
    match index {
        0 => format!("{star}s"),
        // A Cyrillic O.
        1 => star.replacen('O', "\u{41e}", 1),
        // A right-to-left override: shown in the order of the real name.
        2 => {
            let (head, tail) = star.rsplit_once(' ').unwrap_or(("", star));
            format!(
                "{head} \u{202e}{}\u{202c}",
                tail.chars().rev().collect::<String>()
            )
        }
        3 => star.to_owned(),
        // No look-alike of the app, but of the control that is looked for next.
        4 => format!("Grant admin consent for {tenant}"),
        more => format!("{star} ({})", more - 3),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_alikes_bear_other_application_ids() {
        let scenario = Scenario {
            lookalikes: 4,
            app_list_size: 100,
            ..Scenario::default()
        };
        let names = vec!["A".to_owned(), "B".to_owned()];
        let crowd = ServicePrincipal::crowd(&scenario, "Office 365 Mover", &names);
        assert_eq!(crowd.len(), 104);
        assert_eq!(
            crowd
                .iter()
                .filter(|sp| sp.name == "Office 365 Mover")
                .count(),
            1
        );
        let ids: std::collections::BTreeSet<_> = crowd.iter().map(|sp| sp.object_id).collect();
        assert_eq!(
            ids.len(),
            crowd.len(),
            "every application has an id of its own"
        );
    }
}
