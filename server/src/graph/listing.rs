//! What Microsoft lists an app to hold, asked by the organization's observer alone.

use super::held::Held;
use super::session::GraphSession;
use super::tenant::TenantContext;
use super::{Fault, Graph, Readings};
use consentry_wire::api::Proof;
use std::collections::BTreeMap;

/// Everything the observer reads of one app.
#[derive(Clone, Debug)]
pub struct Listing {
    /// The answers. Permissions stand with the application ID of their API before them, but for those of Microsoft
    /// Graph. The two counts are the app's own to make, so they are refused here.
    pub readings: Readings,
    /// What the app may be called, where it calls itself something that deceives nobody.
    pub called: Option<String>,
    /// What the APIs of these permissions are called in addresses, by application ID.
    pub names: BTreeMap<String, Vec<String>>,
}

impl Graph {
    /// Asks about an app with the observer's token, and with no other.
    pub async fn listing(&self, token: &str, app_id: &str) -> Listing {
        let session = GraphSession::new(self, token, Proof::Observer);
        let context = session.tenant_context(app_id).await;
        let held = match &context.principal {
            Ok(principal) => session.held(&principal.id).await,
            Err(fault) => Held::not(fault),
        };
        let evidence = session.into_evidence();
        let TenantContext {
            principal,
            organization,
            user_consent,
            request_form,
        } = context;
        let own = || Fault::Refused {
            status: 403,
            code: None,
            no_sharepoint: false,
            challenge: None,
        };
        let readings = Readings {
            users: Err(own()),
            sites: Err(own()),
            principal,
            organization,
            roles: held.roles,
            assigned: held.assigned,
            grants: held.grants,
            user_consent,
            request_form,
            evidence,
        };
        Listing {
            readings,
            called: None,
            names: held.names,
        }
    }
}
