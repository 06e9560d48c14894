//! The questions asked of Microsoft Graph (facts: protocol B1, B2). It is read, and nothing else:
//! [`get_only::GetOnly`] has no way to send anything but GET and the documented batch of GETs.
//!
//! Deliberately absent: what an answer means; that is [`crate::checks::conclude`].

pub(crate) mod get_only;
pub mod list;
pub mod questions;
mod shapes;

mod observed;

use crate::clock::Clock;
use crate::upstream::Silence;
use consentry_wire::api::{Evidence, Proof, UserConsent};
use get_only::{BATCH, GetOnly, Got};
use list::{Extent, List, Page};
use questions::{
    ASSIGNED, CONSENT_POLICY, GRANTS, ORGANIZATION, PRINCIPAL, Question, REQUEST_POLICY,
    ROLE_NAMES, ROLES, SITES, USERS,
};
use serde::de::DeserializeOwned;
use shapes::{AppRoleAssignment, AuthorizationPolicy, Grant, Named, RequestPolicy, Resource, Site};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use url::Url;

pub use observed::Observed;
pub use shapes::{Grant as DelegatedGrant, Principal as ServicePrincipal};

/// What is asked of the service principal, and what not every cloud's schema has
/// (<https://learn.microsoft.com/graph/api/resources/serviceprincipal>).
const PRINCIPAL_SELECT: &str =
    "id,appId,displayName,accountEnabled,appRoleAssignmentRequired,appOwnerOrganizationId";
const PRINCIPAL_SELECT_MORE: &str = ",isDisabled,disabledByMicrosoftStatus";

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
        /// What a next token has to satisfy, as JSON.
        challenge: Option<String>,
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
    pub roles: Reading<List<String>>,
    /// Names of the people and groups assigned to the app.
    pub assigned: Reading<List<String>>,
    /// Delegated grants of the app.
    pub grants: Reading<List<DelegatedGrant>>,
    /// What people may consent to for themselves; nothing if the policy does not say.
    pub user_consent: Reading<Option<UserConsent>>,
    /// Whether people can ask an admin on Microsoft's page.
    pub request_form: Reading<Option<bool>>,
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
            proof: Proof::Own,
            evidence: Mutex::default(),
        };
        let (users, sites, around) =
            tokio::join!(asker.users(), asker.sites(), asker.around(app_id));
        let Around {
            principal,
            organization,
            user_consent,
            request_form,
        } = around;
        let (roles, assigned, grants) = match &principal {
            Ok(principal) => asker.held(&principal.id).await,
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
            user_consent,
            request_form,
            evidence,
        }
    }
}

impl Readings {
    /// What a next token has to satisfy, if any answer said so.
    pub fn challenge(&self) -> Option<&str> {
        fn of<T>(reading: &Reading<T>) -> Option<&str> {
            match reading {
                Err(Fault::Refused { challenge, .. }) => challenge.as_deref(),
                _ => None,
            }
        }
        of(&self.users)
            .or_else(|| of(&self.sites))
            .or_else(|| of(&self.principal))
    }
}

/// Answers about what is around the app.
struct Around {
    principal: Reading<ServicePrincipal>,
    organization: Reading<Option<String>>,
    user_consent: Reading<Option<UserConsent>>,
    request_form: Reading<Option<bool>>,
}

/// One check's worth of questions: one token, one list of calls made.
struct Asker<'a> {
    graph: &'a Graph,
    token: &'a str,
    proof: Proof,
    evidence: Mutex<Vec<Evidence>>,
}

impl Asker<'_> {
    async fn users(&self) -> Reading<u64> {
        let body = self.bytes(USERS, &self.url("users/$count", &[])).await?;
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
        let first = self.json(SITES, &url).await?;
        let mut count = 0;
        let extent = self
            .pages(SITES, first, |site: Site| {
                count += u64::from(site.is_personal_site != Some(true));
            })
            .await?;
        list::whole(extent).map(|_| count)
    }

    /// The app, the organization and its settings, in one request.
    async fn around(&self, app_id: &str) -> Around {
        let principal = |more: &str| {
            let select = format!("{PRINCIPAL_SELECT}{more}");
            let path = format!("servicePrincipals(appId='{app_id}')");
            self.url(&path, &[("$select", &select)])
        };
        let questions = [
            (PRINCIPAL, principal(PRINCIPAL_SELECT_MORE)),
            (
                ORGANIZATION,
                self.url("organization", &[("$select", "id,displayName")]),
            ),
            (
                CONSENT_POLICY,
                self.url("policies/authorizationPolicy", &[]),
            ),
            (
                REQUEST_POLICY,
                self.url("policies/adminConsentRequestPolicy", &[]),
            ),
        ];
        let mut answers = self.ask(&questions).await;
        let mut next = || answers.next().unwrap_or_else(unanswered);
        let mut app = next();
        let organization = read(next()).map(|page: Page<Named>| {
            let first = page.value.into_iter().next();
            first.and_then(|organization| organization.display_name)
        });
        let user_consent = read(next()).map(|policy: AuthorizationPolicy| {
            policy
                .default_user_role_permissions
                .and_then(|permissions| permissions.permission_grant_policies_assigned)
                .map(|assigned| shapes::user_consent(&assigned))
        });
        let request_form = read(next()).map(|policy: RequestPolicy| policy.is_enabled);
        if list::is_parameter_refused(&app) {
            app = self.bytes(PRINCIPAL, &principal("")).await;
        }
        Around {
            principal: read(app),
            organization,
            user_consent,
            request_form,
        }
    }

    /// What the app holds and who is assigned, in one request and one more for the names.
    async fn held(
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

    async fn assigned(
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

    /// A list of which the first page was asked for in the best way; in a plainer one where the service does not take
    /// that.
    async fn list<T: DeserializeOwned>(
        &self,
        (question, bare): &(Question, Url),
        mut first: Reading<Vec<u8>>,
    ) -> Reading<List<T>> {
        for way in &list::ways(bare)[1..] {
            if !list::is_parameter_refused(&first) {
                break;
            }
            first = self.bytes(*question, way).await;
        }
        let mut items = Vec::new();
        let extent = self
            .pages(*question, read(first)?, |item| items.push(item))
            .await?;
        Ok(List { items, extent })
    }

    /// Asks several questions: one by a GET of its own, more in batches.
    async fn ask(&self, questions: &[(Question, Url)]) -> std::vec::IntoIter<Reading<Vec<u8>>> {
        let mut answers = Vec::with_capacity(questions.len());
        for some in questions.chunks(BATCH) {
            if let [(question, url)] = some {
                answers.push(self.bytes(*question, url).await);
                continue;
            }
            let version = self.url("", &[]);
            let batch = self.url("$batch", &[]);
            let addresses: Vec<&str> = some
                .iter()
                .map(|(_, url)| &url.as_str()[version.as_str().len() - 1..])
                .collect();
            let (http, now) = (&self.graph.http, self.graph.clock.now());
            let all = http.get_all(&batch, &addresses, self.token, now).await;
            for ((question, _), got) in some.iter().zip(all) {
                self.note(*question, &got);
                answers.push(judge(got));
            }
        }
        answers.into_iter()
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

    /// Reads a list to its end, and notes how much of it came.
    async fn pages<T: DeserializeOwned>(
        &self,
        question: Question,
        first: Page<T>,
        each: impl FnMut(T),
    ) -> Reading<Extent> {
        let fetch = async |next: Url| self.json(question, &next).await;
        let extent = list::read_to_end(first, &self.graph.base, fetch, each).await?;
        let mut all = self.evidence.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(evidence) = all.iter_mut().find(|one| one.call == question.call) {
            evidence.read = Some(extent.read);
            evidence.stated = extent.stated;
        }
        Ok(extent)
    }

    async fn json<T: DeserializeOwned>(&self, question: Question, url: &Url) -> Reading<T> {
        read(self.bytes(question, url).await)
    }

    async fn bytes(&self, question: Question, url: &Url) -> Reading<Vec<u8>> {
        let now = self.graph.clock.now();
        let got = self.graph.http.get(url, self.token, now).await;
        self.note(question, &got);
        judge(got)
    }

    /// Of a list with many pages, and of a question asked in several ways, the last answer stands for all.
    fn note(&self, question: Question, got: &Result<Got, Silence>) {
        let Ok(got) = got else { return };
        let evidence = Evidence {
            call: question.call.to_owned(),
            status: got.status,
            at: self.graph.clock.now(),
            proof: self.proof,
            read: None,
            stated: None,
        };
        let mut all = self.evidence.lock().unwrap_or_else(PoisonError::into_inner);
        match all.iter_mut().find(|earlier| earlier.call == evidence.call) {
            Some(earlier) => *earlier = evidence,
            None => all.push(evidence),
        }
    }
}

fn judge(got: Result<Got, Silence>) -> Reading<Vec<u8>> {
    match got {
        Ok(Got {
            status: 200..=299,
            body,
            ..
        }) => Ok(body),
        Ok(got) => Err(shapes::refusal(got.status, &got.body, got.challenge)),
        Err(silence) => Err(Fault::Silent(silence)),
    }
}

fn read<T: DeserializeOwned>(body: Reading<Vec<u8>>) -> Reading<T> {
    serde_json::from_slice(&body?).map_err(|_| Fault::Silent(Silence::Unreadable))
}

/// Never: there are as many answers as questions.
fn unanswered() -> Reading<Vec<u8>> {
    Err(Fault::Silent(Silence::Unreadable))
}
