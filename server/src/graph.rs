//! The questions asked of Microsoft Graph (facts: protocol B1, B2). It is read, and nothing else:
//! [`get_only::GetOnly`] has no way to send anything but GET and the documented batch of GETs.
//!
//! Deliberately absent: what an answer means; that is [`crate::checks`].

pub(crate) mod get_only;
pub mod list;
pub mod questions;
mod shapes;

mod session;
mod tenant;
mod held;
mod observed;
mod listing;

use crate::clock::Clock;
use crate::upstream::UpstreamUnavailable;
use consentry_wire::api::{Evidence, Proof, UserConsent};
use get_only::GetOnly;
use held::Held;
use list::List;
use session::GraphSession;
use std::sync::Arc;
use tenant::TenantContext;
use url::Url;

pub use listing::Listing;
pub use observed::Observed;
pub use shapes::{Grant as DelegatedGrant, Principal as ServicePrincipal};

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
    /// It did not answer.
    Unavailable(UpstreamUnavailable),
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
    /// The app roles that the app holds, by value, with the application ID of their API before them where that is not
    /// Microsoft Graph.
    pub roles: Reading<List<String>>,
    /// Names of the people and groups assigned to the app.
    pub assigned: Reading<List<String>>,
    /// Delegated grants of the app, named in the same way.
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
        let session = GraphSession::new(self, token, Proof::Own);
        let (users, sites, context) = tokio::join!(
            session.users(),
            session.sites(),
            session.tenant_context(app_id)
        );
        let TenantContext {
            principal,
            organization,
            user_consent,
            request_form,
        } = context;
        let held = match &principal {
            Ok(principal) => session.held(&principal.id).await,
            Err(fault) => Held::not(fault),
        };
        let evidence = session.into_evidence();
        Readings {
            users,
            sites,
            principal,
            organization,
            roles: held.roles,
            assigned: held.assigned,
            grants: held.grants,
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
