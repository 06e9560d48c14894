//! What an app holds in a tenant, and who is assigned to it: with the API of each permission, so that two APIs'
//! permissions of the same name are told apart.

use super::list::{self, List};
use super::questions::{ASSIGNED, GRANTS, Question, ROLE_NAMES, ROLES};
use super::session::{GraphSession, read, unanswered};
use super::shapes::{AppRole, AppRoleAssignment, Grant};
use super::{Fault, Reading};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use url::Url;

/// Application ID of Microsoft Graph: its permissions are named without it.
const GRAPH: &str = "00000003-0000-0000-c000-000000000000";

/// An app role that stands for no role
/// (<https://learn.microsoft.com/graph/api/resources/approleassignment>).
const NO_ROLE: &str = "00000000-0000-0000-0000-000000000000";

/// A delegated grant with its API.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct OfApi {
    #[serde(default)]
    resource_id: String,
    #[serde(default)]
    consent_type: Option<String>,
    #[serde(default)]
    scope: Option<String>,
}

/// An API.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Api {
    app_id: String,
    #[serde(default)]
    app_roles: Vec<AppRole>,
    #[serde(default)]
    service_principal_names: Vec<String>,
}

/// What an app holds.
pub(super) struct Held {
    pub(super) roles: Reading<List<String>>,
    pub(super) assigned: Reading<List<String>>,
    pub(super) grants: Reading<List<Grant>>,
    /// What the APIs of these permissions are called in addresses, by application ID.
    pub(super) names: BTreeMap<String, Vec<String>>,
}

impl Held {
    /// Nothing was asked, for want of the app.
    pub(super) fn not(fault: &Fault) -> Self {
        Self {
            roles: Err(fault.clone()),
            assigned: Err(fault.clone()),
            grants: Err(fault.clone()),
            names: BTreeMap::new(),
        }
    }
}

impl GraphSession<'_> {
    /// In one request, and one more for the names.
    pub(super) async fn held(&self, id: &str) -> Held {
        let of_app = |what: &str| self.url(&format!("servicePrincipals/{id}/{what}"), &[]);
        let filter = format!("clientId eq '{id}'");
        let lists = [
            (ROLES, of_app("appRoleAssignments")),
            (ASSIGNED, of_app("appRoleAssignedTo")),
            (
                GRANTS,
                self.url("oauth2PermissionGrants", &[("$filter", &filter)]),
            ),
        ];
        let first = lists
            .each_ref()
            .map(|(question, bare)| (*question, list::ways(bare)[0].clone()));
        let mut answers = self.ask(&first).await;
        let mut next = || answers.next().unwrap_or_else(unanswered);
        let (roles, assigned, grants) = (next(), next(), next());
        let roles: Reading<List<AppRoleAssignment>> = self.list(&lists[0], roles).await;
        let assigned = self.assigned(&lists[1], assigned).await;
        let grants: Reading<List<OfApi>> = self.list(&lists[2], grants).await;
        let apis = match self.apis(&roles, &grants).await {
            Ok(apis) => apis,
            // Without its API, a permission can't be told from one of the same name.
            Err(fault) => {
                return Held {
                    assigned,
                    ..Held::not(&fault)
                };
            }
        };
        Held {
            roles: roles.map(|list| named_roles(list, &apis)),
            assigned,
            grants: grants.map(|list| list.map(|grant| named_scopes(&grant, &apis))),
            names: apis
                .into_values()
                .map(|api| (api.app_id, api.service_principal_names))
                .collect(),
        }
    }

    /// The APIs behind what an app holds, by object ID. One that is not in the tenant any more stays out, and its
    /// permissions are named by its object ID.
    async fn apis(
        &self,
        roles: &Reading<List<AppRoleAssignment>>,
        grants: &Reading<List<OfApi>>,
    ) -> Reading<BTreeMap<String, Api>> {
        let of_roles = roles.iter().flat_map(|list| &list.items);
        let of_roles = of_roles.filter_map(|role| role.resource_id.clone());
        let of_grants = grants.iter().flat_map(|list| &list.items);
        let of_grants = of_grants.map(|grant| grant.resource_id.clone());
        let ids: BTreeSet<String> = of_roles
            .chain(of_grants)
            .filter(|id| !id.is_empty())
            .collect();
        let select = "id,appId,appRoles,servicePrincipalNames";
        let questions: Vec<_> = ids
            .iter()
            .map(|id| {
                let path = format!("servicePrincipals/{id}");
                (ROLE_NAMES, self.url(&path, &[("$select", select)]))
            })
            .collect();
        let answers = self.ask(&questions).await;
        let named = ids
            .into_iter()
            .zip(answers)
            .map(|(id, answer)| match read(answer) {
                Ok(api) => Ok(Some((id, api))),
                Err(Fault::Refused { status: 404, .. }) => Ok(None),
                Err(fault) => Err(fault),
            });
        named.filter_map(Result::transpose).collect()
    }

    pub(super) async fn assigned(
        &self,
        asked: &(Question, Url),
        first: Reading<Vec<u8>>,
    ) -> Reading<List<String>> {
        let List { items, extent } = self.list(asked, first).await?;
        let people = items.into_iter().filter(|assignment: &AppRoleAssignment| {
            matches!(assignment.principal_type.as_deref(), Some("User" | "Group"))
        });
        Ok(List {
            items: people
                .filter_map(|assignment| assignment.principal_display_name)
                .collect(),
            extent,
        })
    }
}

/// A permission with its API; Microsoft Graph goes without saying.
fn at(resource: &str, api: Option<&Api>, value: &str) -> String {
    match api {
        Some(api) if api.app_id.eq_ignore_ascii_case(GRAPH) => value.to_owned(),
        Some(api) => format!("{}/{value}", api.app_id),
        None => format!("{resource}/{value}"),
    }
}

fn named_roles(list: List<AppRoleAssignment>, apis: &BTreeMap<String, Api>) -> List<String> {
    let extent = list.extent;
    let name = |assignment: AppRoleAssignment| {
        let (resource, role) = (assignment.resource_id?, assignment.app_role_id?);
        if role == NO_ROLE {
            return None;
        }
        let api = apis.get(&resource);
        let named = api.and_then(|api| {
            let mut roles = api.app_roles.iter();
            roles.find(|known| known.id.eq_ignore_ascii_case(&role))
        });
        let value = named.and_then(|known| known.value.clone()).unwrap_or(role);
        Some(at(&resource, api, &value))
    };
    List {
        items: list.items.into_iter().filter_map(name).collect(),
        extent,
    }
}

fn named_scopes(grant: &OfApi, apis: &BTreeMap<String, Api>) -> Grant {
    let scopes = grant.scope.as_deref().unwrap_or_default();
    let api = apis.get(&grant.resource_id);
    let named: Vec<String> = scopes
        .split_whitespace()
        .map(|scope| at(&grant.resource_id, api, scope))
        .collect();
    Grant {
        consent_type: grant.consent_type.clone(),
        scope: Some(named.join(" ")),
    }
}
