//! What an app holds in a tenant, and who is assigned to it.

use super::Reading;
use super::list::{self, List};
use super::questions::{ASSIGNED, GRANTS, Question, ROLE_NAMES, ROLES};
use super::session::{GraphSession, read, unanswered};
use super::shapes::{AppRoleAssignment, Grant, Resource};
use std::collections::BTreeMap;
use url::Url;

impl GraphSession<'_> {
    /// What the app holds and who is assigned, in one request and one more for the names.
    pub(super) async fn held(
        &self,
        id: &str,
    ) -> (
        Reading<List<String>>,
        Reading<List<String>>,
        Reading<List<Grant>>,
    ) {
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
        let best = |(question, bare): &(Question, Url)| (*question, list::ways(bare)[0].clone());
        let mut answers = self.ask(&lists.each_ref().map(best)).await;
        let mut next = || answers.next().unwrap_or_else(unanswered);
        let (roles, assigned, grants) = (next(), next(), next());
        let [ask_roles, ask_assigned, ask_grants] = &lists;
        (
            self.roles(ask_roles, roles).await,
            self.assigned(ask_assigned, assigned).await,
            self.list(ask_grants, grants).await,
        )
    }

    async fn roles(
        &self,
        asked: &(Question, Url),
        first: Reading<Vec<u8>>,
    ) -> Reading<List<String>> {
        let assignments: List<AppRoleAssignment> = self.list(asked, first).await?;
        let mut held: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for assignment in assignments.items {
            if let (Some(resource), Some(role)) = (assignment.resource_id, assignment.app_role_id) {
                held.entry(resource).or_default().push(role);
            }
        }
        let questions: Vec<_> = held
            .keys()
            .map(|resource| {
                let path = format!("servicePrincipals/{resource}");
                (
                    ROLE_NAMES,
                    self.url(&path, &[("$select", "id,appId,appRoles")]),
                )
            })
            .collect();
        let mut items = Vec::new();
        for (answer, roles) in self.ask(&questions).await.zip(held.values()) {
            let resource: Resource = read(answer)?;
            let named = resource
                .app_roles
                .into_iter()
                .filter(|role| roles.contains(&role.id));
            items.extend(named.filter_map(|role| role.value));
        }
        Ok(List {
            items,
            extent: assignments.extent,
        })
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
