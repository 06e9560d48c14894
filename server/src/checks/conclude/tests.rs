//! What people see for what Graph says.

mod grants;
mod refusals;
mod waiting;
mod exposure;
mod wishes;

use super::*;
use crate::checks::schedule::Pace;
use crate::checks::{attend, suggest};
use crate::graph::list::{End, Extent, List};
use crate::graph::{DelegatedGrant, ServicePrincipal};
use crate::problems::{Answer, Endpoint};
use crate::upstream::UpstreamUnavailable;
use consentry_catalog::Catalog;
use consentry_catalog::profile::Profile;
use consentry_wire::api::Hint;
use consentry_wire::api::{Grants, Role, Tenant};
use uuid::Uuid;

const NOW: u64 = 1_800_000_000_000;

fn connection() -> Connection {
    let mut made = Connection::new(
        Uuid::new_v4(),
        "office-365-mover",
        Role::GlobalAdmin,
        Vec::new(),
        0,
    );
    made.status.tenant = Some(Tenant {
        id: "tenant".into(),
        name: None,
    });
    made.status.state = State::NeedsAdminConsent;
    made
}

fn refusal<T>(status: u16) -> crate::graph::Reading<T> {
    Err(Fault::Refused {
        status,
        code: None,
        no_sharepoint: false,
        challenge: None,
    })
}

fn refused_at(endpoint: Endpoint, description: &str) -> TokenFault {
    let answer = Answer {
        error: "invalid_grant",
        description,
        ..Answer::default()
    };
    TokenFault::Refused {
        found: problems::of_oauth(endpoint, &answer),
        claims: None,
    }
}

fn app_answer(description: &str) -> CheckResult {
    CheckResult::NoToken(refused_at(Endpoint::App, description))
}

fn refresh_answer(description: &str) -> CheckResult {
    CheckResult::SignInLost(refused_at(Endpoint::Refresh, description))
}

fn declared() -> &'static Profile {
    consentry_catalog::profiles::by_id(Catalog::built_in(), "office-365-mover").unwrap()
}

fn principal() -> ServicePrincipal {
    ServicePrincipal {
        id: "object".into(),
        app_id: "app".into(),
        display_name: None,
        account_enabled: Some(true),
        app_role_assignment_required: Some(false),
        app_owner_organization_id: None,
        is_disabled: None,
        disabled_by_microsoft_status: None,
    }
}

/// Before any grant: the app may read its own service principal and nothing else.
fn refused_readings() -> Readings {
    let no = || Fault::Refused {
        status: 403,
        code: Some("Authorization_RequestDenied".into()),
        no_sharepoint: false,
        challenge: None,
    };
    Readings {
        users: refusal(403),
        sites: refusal(403),
        principal: Ok(principal()),
        organization: Err(no()),
        roles: Err(no()),
        assigned: Err(no()),
        grants: Err(no()),
        user_consent: Err(no()),
        request_form: Err(no()),
        evidence: Vec::new(),
    }
}

fn granted_readings() -> Readings {
    Readings {
        users: Ok(17),
        sites: Ok(43),
        ..refused_readings()
    }
}

fn after(connection: &mut Connection, readings: Readings, now: u64) -> State {
    after_with(connection, readings, None, now)
}

fn after_with(
    connection: &mut Connection,
    readings: Readings,
    roles: Option<&[&str]>,
    now: u64,
) -> State {
    let token_roles = roles.map(|roles| roles.iter().map(ToString::to_string).collect());
    conclude_at(
        connection,
        &CheckResult::Read {
            token_roles,
            readings: Box::new(readings),
        },
        now,
    );
    connection.status.state.clone()
}

fn conclude_at(connection: &mut Connection, outcome: &CheckResult, now: u64) {
    let place = Place {
        app: "Mover".into(),
        portal: "https://portal.example".into(),
        app_page: "https://portal.example/a".into(),
        ..Place::default()
    };
    let world = CheckContext {
        now,
        began: now,
        watched: true,
        chance: 0.0,
        may_retry: true,
        pace: &Pace::default(),
        place: &place,
        profile: declared(),
    };
    conclude(connection, outcome, &world);
}

/// 401 for both counts.
fn unauthorized(code: &str) -> Readings {
    let refused = || Fault::Refused {
        status: 401,
        code: Some(code.into()),
        no_sharepoint: false,
        challenge: None,
    };
    Readings {
        users: Err(refused()),
        sites: Err(refused()),
        principal: Err(refused()),
        ..refused_readings()
    }
}
