//! The questions asked of Microsoft Graph (facts: protocol B1, B2). It is read, and nothing else:
//! [`get_only::GetOnly`] has no way to send another method.
//!
//! Deliberately absent: what an answer means; that is [`crate::check`].

mod get_only;
mod shapes;

use crate::clock::Clock;
use crate::http::Silence;
use consentry_shared::api::Evidence;
use get_only::{GetOnly, Got};
use serde::de::DeserializeOwned;
use shapes::{AppRoleAssignment, Grant, Named, Page, Principal, Resource, Site};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use url::Url;

pub use shapes::{Grant as DelegatedGrant, Principal as ServicePrincipal};

/// Pages of one list. A tenant of a hundred thousand sites has fewer; more means a loop.
const PAGES: usize = 1000;

/// Why Graph did not answer a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It refused.
    Refused {
        /// HTTP status.
        status: u16,
        /// `error.code`, if there was one.
        code: Option<String>,
        /// It said that the tenant has no SharePoint Online.
        no_sharepoint: bool,
    },
    /// It did not say.
    Silent(Silence),
}

/// An answer, or why there is none.
pub type Reading<T> = Result<T, Fault>;

/// All answers of one check.
#[derive(Clone, Debug)]
pub struct Readings {
    /// How many users there are.
    pub users: Reading<u64>,
    /// How many sites there are that are nobody's `OneDrive`.
    pub sites: Reading<u64>,
    /// The app in the tenant.
    pub principal: Reading<ServicePrincipal>,
    /// The organization's name.
    pub organization: Reading<Option<String>>,
    /// Values of the app roles the app holds.
    pub roles: Reading<Vec<String>>,
    /// Names of the people and groups assigned to the app.
    pub assigned: Reading<Vec<String>>,
    /// Delegated grants of the app.
    pub grants: Reading<Vec<DelegatedGrant>>,
    /// The calls that were made.
    pub evidence: Vec<Evidence>,
}

/// Microsoft Graph.
pub struct Graph {
    http: GetOnly,
    base: Url,
    clock: Arc<dyn Clock>,
}

impl Graph {
    /// `base` is the origin, such as `https://graph.microsoft.com`.
    pub fn new(http: reqwest::Client, base: &Url, clock: Arc<dyn Clock>) -> Self {
        Self {
            http: GetOnly::new(http),
            base: base.clone(),
            clock,
        }
    }

    /// Asks everything a check needs to know of one app in one tenant.
    pub async fn read(&self, token: &str, app_id: &str) -> Readings {
        let asker = Asker {
            graph: self,
            token,
            evidence: Mutex::default(),
        };
        let (users, sites, organization, principal) = tokio::join!(
            asker.users(),
            asker.sites(),
            asker.organization(),
            asker.principal(app_id)
        );
        let (roles, assigned, grants) = match &principal {
            Ok(principal) => tokio::join!(
                asker.roles(&principal.id),
                asker.assigned(&principal.id),
                asker.grants(&principal.id)
            ),
            Err(fault) => (Err(fault.clone()), Err(fault.clone()), Err(fault.clone())),
        };
        let evidence = asker
            .evidence
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        Readings {
            users,
            sites,
            principal,
            organization,
            roles,
            assigned,
            grants,
            evidence,
        }
    }
}

/// One check's worth of questions: one token, one list of calls made.
struct Asker<'a> {
    graph: &'a Graph,
    token: &'a str,
    evidence: Mutex<Vec<Evidence>>,
}

impl Asker<'_> {
    async fn users(&self) -> Reading<u64> {
        let body = self
            .bytes("/users/$count", &self.url("users/$count", &[]))
            .await?;
        // Graph puts a byte order mark in front at times.
        let text = String::from_utf8_lossy(&body);
        text.trim_start_matches('\u{feff}')
            .trim()
            .parse()
            .map_err(|_| Fault::Silent(Silence::Unreadable))
    }

    async fn sites(&self) -> Reading<u64> {
        let url = self.url(
            "sites/getAllSites",
            &[("$select", "id,isPersonalSite"), ("$top", "500")],
        );
        let mut count = 0;
        self.pages("/sites/getAllSites", url, |site: Site| {
            count += u64::from(site.is_personal_site != Some(true));
        })
        .await?;
        Ok(count)
    }

    async fn organization(&self) -> Reading<Option<String>> {
        let url = self.url("organization", &[("$select", "id,displayName")]);
        let page: Page<Named> = self.json("/organization", &url).await?;
        Ok(page
            .value
            .into_iter()
            .next()
            .and_then(|organization| organization.display_name))
    }

    async fn principal(&self, app_id: &str) -> Reading<Principal> {
        let path = format!("servicePrincipals(appId='{app_id}')");
        let select =
            "id,appId,displayName,accountEnabled,appRoleAssignmentRequired,appOwnerOrganizationId";
        self.json(
            "/servicePrincipals(appId='…')",
            &self.url(&path, &[("$select", select)]),
        )
        .await
    }

    async fn roles(&self, id: &str) -> Reading<Vec<String>> {
        let url = self.url(&format!("servicePrincipals/{id}/appRoleAssignments"), &[]);
        let mut held: BTreeMap<String, Vec<String>> = BTreeMap::new();
        self.pages(
            "/servicePrincipals/{id}/appRoleAssignments",
            url,
            |assignment: AppRoleAssignment| {
                if let (Some(resource), Some(role)) =
                    (assignment.resource_id, assignment.app_role_id)
                {
                    held.entry(resource).or_default().push(role);
                }
            },
        )
        .await?;
        let mut values = Vec::new();
        for (resource, roles) in held {
            let url = self.url(
                &format!("servicePrincipals/{resource}"),
                &[("$select", "id,appId,appRoles")],
            );
            let resource: Resource = self.json("/servicePrincipals/{id}", &url).await?;
            let named = resource
                .app_roles
                .into_iter()
                .filter(|role| roles.contains(&role.id));
            values.extend(named.filter_map(|role| role.value));
        }
        Ok(values)
    }

    async fn assigned(&self, id: &str) -> Reading<Vec<String>> {
        let url = self.url(&format!("servicePrincipals/{id}/appRoleAssignedTo"), &[]);
        let mut names = Vec::new();
        self.pages(
            "/servicePrincipals/{id}/appRoleAssignedTo",
            url,
            |assignment: AppRoleAssignment| {
                if matches!(assignment.principal_type.as_deref(), Some("User" | "Group")) {
                    names.extend(assignment.principal_display_name);
                }
            },
        )
        .await?;
        Ok(names)
    }

    async fn grants(&self, id: &str) -> Reading<Vec<Grant>> {
        let url = self.url(
            "oauth2PermissionGrants",
            &[("$filter", &format!("clientId eq '{id}'"))],
        );
        let mut grants = Vec::new();
        self.pages("/oauth2PermissionGrants", url, |grant: Grant| {
            grants.push(grant);
        })
        .await?;
        Ok(grants)
    }

    fn url(&self, path: &str, query: &[(&str, &str)]) -> Url {
        let mut url = self.graph.base.clone();
        // Segments are escaped one by one: nothing Graph sent earlier can lead to another path.
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().push("v1.0").extend(path.split('/'));
        }
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        url
    }

    /// Follows `@odata.nextLink` as it is, but only to Graph itself (facts: protocol B4, F26).
    async fn pages<T: DeserializeOwned>(
        &self,
        call: &str,
        first: Url,
        mut each: impl FnMut(T),
    ) -> Reading<()> {
        let unreadable = Fault::Silent(Silence::Unreadable);
        let mut url = first;
        for _ in 0..PAGES {
            let page: Page<T> = self.json(call, &url).await?;
            page.value.into_iter().for_each(&mut each);
            let Some(next) = page.next else { return Ok(()) };
            let next = Url::parse(&next).map_err(|_| unreadable.clone())?;
            if next.origin() != self.graph.base.origin() || next == url {
                return Err(unreadable);
            }
            url = next;
        }
        Err(unreadable)
    }

    async fn json<T: DeserializeOwned>(&self, call: &str, url: &Url) -> Reading<T> {
        let body = self.bytes(call, url).await?;
        serde_json::from_slice(&body).map_err(|_| Fault::Silent(Silence::Unreadable))
    }

    async fn bytes(&self, call: &str, url: &Url) -> Reading<Vec<u8>> {
        let now = self.graph.clock.now();
        let got = self.graph.http.get(url, self.token, now).await;
        self.note(call, &got);
        match got {
            Ok(Got {
                status: 200..=299,
                body,
            }) => Ok(body),
            Ok(Got { status, body }) => Err(shapes::refusal(status, &body)),
            Err(silence) => Err(Fault::Silent(silence)),
        }
    }

    /// Of a list with many pages the last answer stands for all.
    fn note(&self, call: &str, got: &Result<Got, Silence>) {
        let Ok(got) = got else { return };
        let evidence = Evidence {
            call: format!("GET {call}"),
            status: got.status,
            at: self.graph.clock.now(),
        };
        let mut all = self.evidence.lock().unwrap_or_else(PoisonError::into_inner);
        match all.iter_mut().find(|earlier| earlier.call == evidence.call) {
            Some(earlier) => *earlier = evidence,
            None => all.push(evidence),
        }
    }
}
