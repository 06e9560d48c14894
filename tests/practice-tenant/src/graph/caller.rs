//! Who calls, and what the token allows.

use axum::http::{HeaderMap, StatusCode, header};

use super::answer::GraphError;
use crate::{
    login::AccessClaims,
    tenant::Tenant,
    world::{Account, ServicePrincipal},
};

/// A caller with a token of this tenant.
pub(crate) struct Caller {
    claims: AccessClaims,
}

impl Caller {
    /// The caller of a request.
    pub(crate) fn of(tenant: &Tenant, headers: &HeaderMap) -> Result<Self, GraphError> {
        let refused = || GraphError::of_status(StatusCode::UNAUTHORIZED);
        let token = headers
            .get(header::AUTHORIZATION)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.strip_prefix("Bearer "))
            .ok_or_else(|| refused().because("Access token is empty."))?;
        let claims = tenant
            .key
            .open(token, "https://graph.microsoft.com")
            .ok_or_else(|| refused().because("The token cannot be used."))?;
        Ok(Self { claims })
    }

    /// The person, if the token is for one.
    pub(crate) fn account(&self) -> Option<Account> {
        self.claims.upn.as_deref().and_then(Account::find)
    }

    /// Whether the token carries one of these application permissions.
    pub(crate) fn has_role(&self, any: &[&str]) -> bool {
        let roles = self.claims.roles.as_deref().unwrap_or_default();
        roles.iter().any(|role| any.contains(&role.as_str()))
    }

    /// Whether the token carries one of these delegated permissions.
    pub(crate) fn has_scope(&self, any: &[&str]) -> bool {
        let words = self.claims.scp.as_deref().unwrap_or_default();
        words.split(' ').any(|scope| any.contains(&scope))
    }

    /// Refuses a token that has none of these permissions in either form.
    pub(crate) fn need(&self, any: &[&str]) -> Result<(), GraphError> {
        if self.has_role(any) || self.has_scope(any) {
            Ok(())
        } else {
            Err(GraphError::denied())
        }
    }

    /// Whether this is the application asking about itself, which needs no permission.
    pub(crate) fn is_itself(&self, sp: &ServicePrincipal) -> bool {
        self.claims.idtyp.as_deref() == Some("app") && self.claims.appid == sp.app_id
    }
}
