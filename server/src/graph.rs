//! The questions asked of Microsoft Graph (facts: protocol B1, B2). It is read, and nothing else:
//! [`get_only::GetOnly`] has no way to send anything but GET and the documented batch of GETs.
//!
//! Deliberately absent: what an answer means; that is [`crate::check`].

pub(crate) mod get_only;
pub mod questions;
mod shapes;

mod observed;

use crate::clock::Clock;
use crate::http::Silence;
use consentry_shared::api::{Evidence, Proof, UserConsent};
use get_only::{BATCH, GetOnly, Got};
use questions::{
    ASSIGNED, CONSENT_POLICY, GRANTS, ORGANIZATION, PRINCIPAL, Question, REQUEST_POLICY,
    ROLE_NAMES, ROLES, SITES, USERS,
};
use serde::de::DeserializeOwned;
use shapes::{
    AppRoleAssignment, AuthorizationPolicy, Grant, Named, Page, RequestPolicy, Resource, Site,
};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use url::Url;

pub use observed::Observed;
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
    pub roles: Reading<Vec<String>>,
    /// Names of the people and groups assigned to the app.
    pub assigned: Reading<Vec<String>>,
    /// Delegated grants of the app.
    pub grants: Reading<Vec<DelegatedGrant>>,
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
        self.pages(SITES, first, |site: Site| {
            count += u64::from(site.is_personal_site != Some(true));
        })
        .await?;
        Ok(count)
    }

    /// The app, the organization and its settings, in one request.
    async fn around(&self, app_id: &str) -> Around {
        let select =
            "id,appId,displayName,accountEnabled,appRoleAssignmentRequired,appOwnerOrganizationId";
        let principal = format!("servicePrincipals(appId='{app_id}')");
        let questions = [
            (PRINCIPAL, self.url(&principal, &[("$select", select)])),
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
        let principal = read(next());
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
        Around {
            principal,
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
        Reading<Vec<String>>,
        Reading<Vec<String>>,
        Reading<Vec<Grant>>,
    ) {
        let filter = format!("clientId eq '{id}'");
        let questions = [
            (
                ROLES,
                self.url(&format!("servicePrincipals/{id}/appRoleAssignments"), &[]),
            ),
            (
                ASSIGNED,
                self.url(&format!("servicePrincipals/{id}/appRoleAssignedTo"), &[]),
            ),
            (
                GRANTS,
                self.url("oauth2PermissionGrants", &[("$filter", &filter)]),
            ),
        ];
        let mut answers = self.ask(&questions).await;
        let mut next = || answers.next().unwrap_or_else(unanswered);
        let (roles, assigned, grants) = (next(), next(), next());
        (
            self.roles(roles).await,
            self.assigned(assigned).await,
            self.grants(grants).await,
        )
    }

    async fn roles(&self, first: Reading<Vec<u8>>) -> Reading<Vec<String>> {
        let mut held: BTreeMap<String, Vec<String>> = BTreeMap::new();
        self.pages(ROLES, read(first)?, |assignment: AppRoleAssignment| {
            if let (Some(resource), Some(role)) = (assignment.resource_id, assignment.app_role_id) {
                held.entry(resource).or_default().push(role);
            }
        })
        .await?;
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
        let mut values = Vec::new();
        for (answer, roles) in self.ask(&questions).await.zip(held.values()) {
            let resource: Resource = read(answer)?;
            let named = resource
                .app_roles
                .into_iter()
                .filter(|role| roles.contains(&role.id));
            values.extend(named.filter_map(|role| role.value));
        }
        Ok(values)
    }

    async fn assigned(&self, first: Reading<Vec<u8>>) -> Reading<Vec<String>> {
        let mut names = Vec::new();
        self.pages(ASSIGNED, read(first)?, |assignment: AppRoleAssignment| {
            if matches!(assignment.principal_type.as_deref(), Some("User" | "Group")) {
                names.extend(assignment.principal_display_name);
            }
        })
        .await?;
        Ok(names)
    }

    async fn grants(&self, first: Reading<Vec<u8>>) -> Reading<Vec<Grant>> {
        let mut grants = Vec::new();
        self.pages(GRANTS, read(first)?, |grant: Grant| grants.push(grant))
            .await?;
        Ok(grants)
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

    /// Follows `@odata.nextLink` as it is, but only to Graph itself (facts: protocol B4, F26).
    async fn pages<T: DeserializeOwned>(
        &self,
        question: Question,
        first: Page<T>,
        mut each: impl FnMut(T),
    ) -> Reading<()> {
        let unreadable = Fault::Silent(Silence::Unreadable);
        let (mut page, mut seen) = (first, None);
        for _ in 0..PAGES {
            page.value.into_iter().for_each(&mut each);
            let Some(next) = page.next else { return Ok(()) };
            let next = Url::parse(&next).map_err(|_| unreadable.clone())?;
            if next.origin() != self.graph.base.origin() || seen.as_ref() == Some(&next) {
                return Err(unreadable);
            }
            page = self.json(question, &next).await?;
            seen = Some(next);
        }
        Err(unreadable)
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

    /// Of a list with many pages the last answer stands for all.
    fn note(&self, question: Question, got: &Result<Got, Silence>) {
        let Ok(got) = got else { return };
        let evidence = Evidence {
            call: question.call.to_owned(),
            status: got.status,
            at: self.graph.clock.now(),
            proof: self.proof,
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
