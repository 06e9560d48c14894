//! Policies about consent, and the audit log of consents.

use serde_json::json;

use super::{
    Call,
    answer::{GraphError, Reply, context},
};
use crate::{
    scenario::UserConsent,
    world::{Account, guid},
};

/// `GET /policies/authorizationPolicy`.
pub(crate) fn authorization(call: &Call<'_>) -> Result<Reply, GraphError> {
    call.caller.need(&["Policy.Read.All"])?;
    let assigned = match call.tenant.world().scenario.user_consent {
        UserConsent::Everyone => {
            vec!["ManagePermissionGrantsForSelf.microsoft-user-default-legacy"]
        }
        UserConsent::Admins | UserConsent::Nobody => Vec::new(),
    };
    Ok(Reply::Json(json!({
        "@odata.context": context("policies/authorizationPolicy/$entity"),
        "id": "authorizationPolicy",
        "defaultUserRolePermissions": { "permissionGrantPoliciesAssigned": assigned },
    })))
}

/// `GET /policies/adminConsentRequestPolicy`.
pub(crate) fn requests(call: &Call<'_>) -> Result<Reply, GraphError> {
    call.caller.need(&["Policy.Read.All"])?;
    let enabled = call.tenant.world().scenario.request_form;
    Ok(Reply::Json(json!({
        "@odata.context": context("policies/adminConsentRequestPolicy/$entity"),
        "isEnabled": enabled,
        "requestDurationInDays": 30,
        "reviewers": [],
    })))
}

/// `GET /auditLogs/directoryAudits`: who consented, and when.
pub(crate) fn audits(call: &Call<'_>) -> Result<Reply, GraphError> {
    call.caller.need(&["AuditLog.Read.All"])?;
    let world = call.tenant.world();
    let entries = world
        .history
        .consents
        .iter()
        .enumerate()
        .map(|(i, consent)| {
            let app = world.app(&consent.client_id);
            json!({
                "id": guid(&format!("audit {i}")),
                "category": "ApplicationManagement",
                "activityDisplayName": "Consent to application",
                "activityDateTime": consent.at.to_string(),
                "result": "success",
                "initiatedBy": { "user": {
                    "id": Account::find(consent.account).map(Account::oid),
                    "userPrincipalName": consent.account,
                }},
                "targetResources": [{
                    "id": app.map(|sp| sp.object_id),
                    "displayName": app.map(|sp| sp.name.clone()),
                    "type": "ServicePrincipal",
                }],
            })
        });
    Ok(Reply::list("auditLogs/directoryAudits", entries.collect()))
}
