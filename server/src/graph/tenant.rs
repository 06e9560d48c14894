//! What a tenant answers: its users and sites, the app in it, and its policies.

use super::list::{self, Page};
use super::questions::{CONSENT_POLICY, ORGANIZATION, PRINCIPAL, REQUEST_POLICY, SITES, USERS};
use super::session::{GraphSession, read, unanswered};
use super::shapes::{self, AuthorizationPolicy, Named, RequestPolicy, Site};
use super::{Fault, Reading, ServicePrincipal};
use crate::upstream::UpstreamUnavailable;
use consentry_wire::api::UserConsent;

/// What is asked of the service principal, and what not every cloud's schema has
/// (<https://learn.microsoft.com/graph/api/resources/serviceprincipal>).
const PRINCIPAL_SELECT: &str =
    "id,appId,displayName,accountEnabled,appRoleAssignmentRequired,appOwnerOrganizationId";
const PRINCIPAL_SELECT_MORE: &str = ",isDisabled,disabledByMicrosoftStatus";

/// The app in the tenant, the tenant's name, and its settings.
pub(super) struct TenantContext {
    pub(super) principal: Reading<ServicePrincipal>,
    pub(super) organization: Reading<Option<String>>,
    pub(super) user_consent: Reading<Option<UserConsent>>,
    pub(super) request_form: Reading<Option<bool>>,
}

impl GraphSession<'_> {
    pub(super) async fn users(&self) -> Reading<u64> {
        let body = self.bytes(USERS, &self.url("users/$count", &[])).await?;
        // Graph puts a byte order mark in front at times.
        let text = String::from_utf8_lossy(&body);
        text.trim_start_matches('\u{feff}')
            .trim()
            .parse()
            .map_err(|_| Fault::Unavailable(UpstreamUnavailable::Unreadable))
    }

    pub(super) async fn sites(&self) -> Reading<u64> {
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
    pub(super) async fn tenant_context(&self, app_id: &str) -> TenantContext {
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
        TenantContext {
            principal: read(app),
            organization,
            user_consent,
            request_form,
        }
    }
}
