//! What the organization's observer can answer of an app that may not read it of itself.

use super::held::Held;
use super::list::List;
use super::questions::{
    ASSIGNED, CONSENT_POLICY, GRANTS, ORGANIZATION, PRINCIPAL, Question, REQUEST_POLICY, ROLES,
};
use super::session::GraphSession;
use super::{DelegatedGrant, Fault, Graph, Reading, Readings, ServicePrincipal};
use consentry_wire::api::{Evidence, Proof, UserConsent};

/// The observer's answers about one app.
#[derive(Clone, Debug)]
pub struct Observed {
    principal: Reading<ServicePrincipal>,
    organization: Reading<Option<String>>,
    roles: Reading<List<String>>,
    assigned: Reading<List<String>>,
    grants: Reading<List<DelegatedGrant>>,
    user_consent: Reading<Option<UserConsent>>,
    request_form: Reading<Option<bool>>,
    evidence: Vec<Evidence>,
}

impl Graph {
    /// Asks about an app with the observer's token.
    pub async fn observe(&self, token: &str, app_id: &str) -> Observed {
        let session = GraphSession::new(self, token, Proof::Observer);
        let context = session.tenant_context(app_id).await;
        let held = match &context.principal {
            Ok(principal) => session.held(&principal.id).await,
            Err(fault) => Held::not(fault),
        };
        let evidence = session.into_evidence();
        Observed {
            principal: context.principal,
            organization: context.organization,
            roles: held.roles,
            assigned: held.assigned,
            grants: held.grants,
            user_consent: context.user_consent,
            request_form: context.request_form,
            evidence,
        }
    }
}

impl Readings {
    /// Whether Graph refused the app something that an observer can read.
    pub fn lacks(&self) -> bool {
        is_refused(&self.principal)
            || is_refused(&self.organization)
            || is_refused(&self.roles)
            || is_refused(&self.assigned)
            || is_refused(&self.grants)
            || is_refused(&self.user_consent)
            || is_refused(&self.request_form)
    }

    /// Takes over what Graph refused the app and answered the observer, and says so in the evidence.
    /// What the app may read of itself stays its own.
    pub fn answered_by(&mut self, observed: Observed) {
        let evidence = &mut self.evidence;
        let mut prove = |question: Question| {
            let made = observed.evidence.iter();
            if let Some(made) = made.clone().find(|made| made.call == question.call) {
                evidence.retain(|own| own.call != made.call);
                evidence.push(made.clone());
            }
        };
        if take(&mut self.principal, observed.principal) {
            prove(PRINCIPAL);
        }
        if take(&mut self.organization, observed.organization) {
            prove(ORGANIZATION);
        }
        if take(&mut self.roles, observed.roles) {
            prove(ROLES);
        }
        if take(&mut self.assigned, observed.assigned) {
            prove(ASSIGNED);
        }
        if take(&mut self.grants, observed.grants) {
            prove(GRANTS);
        }
        if take(&mut self.user_consent, observed.user_consent) {
            prove(CONSENT_POLICY);
        }
        if take(&mut self.request_form, observed.request_form) {
            prove(REQUEST_POLICY);
        }
    }
}

/// Not allowed, whatever is there: not the same as not there.
fn is_refused<T>(reading: &Reading<T>) -> bool {
    matches!(reading, Err(Fault::Refused { status: 403, .. }))
}

fn take<T>(own: &mut Reading<T>, observed: Reading<T>) -> bool {
    let is_taken = is_refused(own) && observed.is_ok();
    if is_taken {
        *own = observed;
    }
    is_taken
}
