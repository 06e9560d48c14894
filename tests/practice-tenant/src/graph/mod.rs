//! `graph.microsoft.com`, version 1.0: the calls that tell where a connection stands
//! (Microsoft Graph, v1.0 reference). It answers GET, and batches of GETs, and nothing else.

mod answer;
mod list;
mod applications;
mod batch;
mod caller;
mod grants;
mod delta;
mod people;
mod policies;
mod sites;

use std::sync::Arc;

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, Method, StatusCode, Uri},
    response::{IntoResponse as _, Response},
};

use self::{
    answer::{GraphError, Reply},
    caller::Caller,
};
use crate::{scenario::FaultAt, tenant::Tenant, web::Params};

/// One handler: Graph's paths hold parentheses and functions, which a route table cannot.
pub(crate) fn router() -> Router<Arc<Tenant>> {
    Router::new().fallback(answer)
}

/// A call on its way to its handler.
struct Call<'a> {
    tenant: &'a Tenant,
    caller: &'a Caller,
    headers: &'a HeaderMap,
    query: &'a Params,
}

async fn answer(
    State(tenant): State<Arc<Tenant>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if method == Method::POST && uri.path() == "/v1.0/$batch" {
        return batch::answer(&tenant, &headers, &body).await;
    }
    single(&tenant, &method, &uri, &headers)
}

/// One call, alone or in a batch.
fn single(tenant: &Tenant, method: &Method, uri: &Uri, headers: &HeaderMap) -> Response {
    tenant.world().history.counters.graph_calls += 1;
    if method != Method::GET {
        tenant.world().history.counters.graph_writes_refused += 1;
        return GraphError::new(StatusCode::METHOD_NOT_ALLOWED, "Request_BadRequest")
            .because("This tenant's Graph can only be read.")
            .into_response();
    }
    if throttled(tenant) {
        return GraphError::of_status(StatusCode::TOO_MANY_REQUESTS).into_response();
    }
    let query = Params::parse(uri.query().unwrap_or_default());
    let reply = Caller::of(tenant, headers).and_then(|caller| {
        let call = Call {
            tenant,
            caller: &caller,
            headers,
            query: &query,
        };
        call.dispatch(uri.path())
    });
    match reply {
        Ok(reply) => reply.selected(query.get("$select")).into_response(),
        Err(error) => {
            if error.status == StatusCode::FORBIDDEN {
                tenant.world().history.counters.graph_forbidden += 1;
            }
            error.into_response()
        }
    }
}

/// Whether this call meets the scenario's throttling, which begins with a tenant-wide grant.
fn throttled(tenant: &Tenant) -> bool {
    let star = &tenant.star().id;
    let mut world = tenant.world();
    let left = u64::from(world.scenario.throttle) > world.history.counters.throttled;
    if left && world.grants.tenant_wide(star) {
        world.history.counters.throttled += 1;
        return true;
    }
    false
}

impl Call<'_> {
    fn dispatch(&self, path: &str) -> Result<Reply, GraphError> {
        if path == "/oidc/userinfo" {
            return people::userinfo(self);
        }
        let path = path
            .strip_prefix("/v1.0")
            .ok_or_else(GraphError::not_found)?;
        let decoded =
            url::form_urlencoded::parse(format!("p={}", path.replace('+', "%2B")).as_bytes())
                .next()
                .map_or_else(String::new, |(_, value)| value.into_owned());
        let segments: Vec<&str> = decoded.split('/').filter(|s| !s.is_empty()).collect();
        match segments.as_slice() {
            ["users", "$count"] => {
                self.met(FaultAt::UsersCount)?;
                people::count(self)
            }
            ["users"] => people::users(self),
            ["me"] => people::me(self),
            ["me", "memberOf" | "transitiveMemberOf"] => people::roles(self),
            ["organization"] => people::organization(self),
            ["sites", "getAllSites"] => {
                self.met(FaultAt::Sites)?;
                sites::all(self)
            }
            ["servicePrincipals"] => applications::list(self),
            ["servicePrincipals", "$count"] => applications::count(self),
            ["oauth2PermissionGrants", "$count"] => grants::count(self),
            ["servicePrincipals", "delta"] => delta::page(self, delta::Of::Apps),
            ["oauth2PermissionGrants", "delta"] => delta::page(self, delta::Of::Grants),
            ["oauth2PermissionGrants", id] => grants::one(self, id),
            ["oauth2PermissionGrants"] if self.query.get("$filter").is_none() => {
                grants::delegated_all(self)
            }
            ["oauth2PermissionGrants"] => grants::delegated_by_filter(self),
            ["policies", "authorizationPolicy"] => policies::authorization(self),
            ["policies", "adminConsentRequestPolicy"] => policies::requests(self),
            ["auditLogs", "directoryAudits"] => policies::audits(self),
            [key] if key.starts_with("servicePrincipals(") => applications::one(self, key),
            ["servicePrincipals", id] => applications::one(self, id),
            ["servicePrincipals", id, rest] => grants::of_principal(self, id, rest),
            _ => Err(GraphError::not_found()),
        }
    }

    /// The scenario's fault, if it is at this call.
    fn met(&self, at: FaultAt) -> Result<(), GraphError> {
        self.tenant
            .fault(at)
            .map_or(Ok(()), |fault| Err(GraphError::of_fault(&fault.code)))
    }
}
