//! Who can use the app and what it holds beyond its profile, each part only where Graph was
//! allowed to tell.

use crate::graph::questions::{ASSIGNED, CONSENT_POLICY, GRANTS, Question, REQUEST_POLICY, ROLES};
use crate::graph::{DelegatedGrant as Grant, Fault, Reading, Readings};
use consentry_shared::api::{ConsentSettings, DelegatedGrant, Exposure, Grants, Unreadable};
use consentry_shared::profile::Profile;

/// Scopes of OpenID Connect: they open no data.
const OPENID: [&str; 4] = ["openid", "profile", "email", "offline_access"];

/// Brings the exposure up to date. A part that Graph was silent about stays as it was.
pub(super) fn update(
    exposure: &mut Exposure,
    consent: &mut ConsentSettings,
    readings: &Readings,
    profile: &Profile,
) {
    let mut unknown = Vec::new();
    let required = readings
        .principal
        .as_ref()
        .map(|principal| principal.app_role_assignment_required);
    let whether = Unreadable {
        what: "Whether only assigned people may use the app".into(),
        needs: "Application.Read.All".into(),
    };
    learn(
        required,
        &mut exposure.assignment_required,
        whether,
        &mut unknown,
    );
    let assigned = readings.assigned.as_ref().map(|names| Some(names.clone()));
    learn(assigned, &mut exposure.assigned, of(ASSIGNED), &mut unknown);
    let for_all = readings.grants.as_ref().map(|grants| {
        let everybody = grants.iter().filter(|grant| grant.is_for_everybody());
        Some(sorted(
            everybody.flat_map(|grant| grant.scopes().map(str::to_owned)),
        ))
    });
    let known = &mut exposure.tenant_wide_delegated;
    learn(for_all, known, of(GRANTS), &mut unknown);
    if is_forbidden(&readings.roles) {
        unknown.push(of(ROLES));
    }
    let people = readings.user_consent.as_ref().map(|consent| *consent);
    learn(
        people,
        &mut consent.people,
        of(CONSENT_POLICY),
        &mut unknown,
    );
    let form = readings.request_form.as_ref().map(|form| *form);
    let known = &mut consent.request_form;
    learn(form, known, of(REQUEST_POLICY), &mut unknown);
    exposure.beyond_profile = beyond(readings, profile);
    exposure.unknown = unknown;
}

fn of(question: Question) -> Unreadable {
    Unreadable {
        what: question.answers.to_owned(),
        needs: question.needs.to_owned(),
    }
}

/// Brings what the app holds up to date. A part that Graph was silent about stays as it was; one
/// it may not tell any more is forgotten.
pub(super) fn grants(known: &mut Grants, readings: &Readings) {
    match &readings.grants {
        Ok(grants) => {
            let mut held: Vec<DelegatedGrant> = grants
                .iter()
                .flat_map(|grant| {
                    grant.scopes().map(|value| DelegatedGrant {
                        value: value.to_owned(),
                        for_everybody: grant.is_for_everybody(),
                    })
                })
                .collect();
            held.sort_unstable();
            held.dedup();
            known.delegated = Some(held);
        }
        Err(Fault::Refused { status: 403, .. }) => known.delegated = None,
        Err(_) => {}
    }
    match &readings.roles {
        Ok(roles) => known.application = Some(sorted(roles.iter().cloned())),
        Err(Fault::Refused { status: 403, .. }) => known.application = None,
        Err(_) => {}
    }
}

fn learn<T>(
    reading: Result<Option<T>, &Fault>,
    known: &mut Option<T>,
    unreadable: Unreadable,
    unknown: &mut Vec<Unreadable>,
) {
    match reading {
        Ok(value) => *known = value,
        Err(Fault::Refused { status: 403, .. }) => {
            *known = None;
            unknown.push(unreadable);
        }
        Err(_) => {}
    }
}

fn is_forbidden<T>(reading: &Reading<T>) -> bool {
    matches!(reading, Err(Fault::Refused { status: 403, .. }))
}

/// Granted, yet not declared; nothing if neither list could be read.
fn beyond(readings: &Readings, profile: &Profile) -> Option<Vec<String>> {
    let roles = readings.roles.as_ref().ok().map(|roles| {
        let declared: Vec<_> = profile
            .application
            .iter()
            .map(|permission| permission.value.as_str())
            .collect();
        roles
            .iter()
            .filter(|role| !holds(&declared, role))
            .cloned()
            .collect::<Vec<_>>()
    });
    let scopes = readings.grants.as_ref().ok().map(|grants| {
        let declared: Vec<_> = profile
            .delegated
            .iter()
            .map(|permission| permission.value.as_str())
            .collect();
        let granted = grants.iter().flat_map(Grant::scopes);
        granted
            .filter(|scope| !holds(&declared, scope) && !holds(&OPENID, scope))
            .map(str::to_owned)
            .collect()
    });
    match (roles, scopes) {
        (None, None) => None,
        (roles, scopes) => {
            let scopes: Vec<String> = scopes.unwrap_or_default();
            Some(sorted(roles.unwrap_or_default().into_iter().chain(scopes)))
        }
    }
}

/// What the profile declares and is known not to be granted; nothing if nothing is known.
pub(super) fn missing(
    readings: &Readings,
    token_roles: Option<&[String]>,
    profile: &Profile,
) -> Option<Vec<String>> {
    let mut missing = Vec::new();
    let roles = readings.roles.as_deref().ok().or(token_roles);
    if let Some(roles) = roles {
        let held: Vec<_> = roles.iter().map(String::as_str).collect();
        missing.extend(absent(
            profile
                .application
                .iter()
                .map(|permission| permission.value.as_str()),
            &held,
        ));
    }
    if let Ok(grants) = &readings.grants {
        let held: Vec<_> = grants.iter().flat_map(Grant::scopes).collect();
        let declared = profile
            .delegated
            .iter()
            .map(|permission| permission.value.as_str());
        missing.extend(absent(
            declared.filter(|scope| !holds(&OPENID, scope)),
            &held,
        ));
    }
    (roles.is_some() || readings.grants.is_ok()).then_some(missing)
}

/// Whether any application permission of the profile is seen to be granted.
pub(super) fn holds_any(
    readings: &Readings,
    token_roles: Option<&[String]>,
    profile: &Profile,
) -> bool {
    let roles = readings
        .roles
        .as_deref()
        .unwrap_or_default()
        .iter()
        .chain(token_roles.unwrap_or_default());
    let declared: Vec<_> = profile
        .application
        .iter()
        .map(|permission| permission.value.as_str())
        .collect();
    roles.into_iter().any(|role| holds(&declared, role))
}

fn absent<'a>(declared: impl Iterator<Item = &'a str>, held: &[&str]) -> Vec<String> {
    declared
        .filter(|value| !holds(held, value))
        .map(str::to_owned)
        .collect()
}

/// Permissions compare by their bare names, in any case.
fn holds(list: &[&str], value: &str) -> bool {
    list.iter()
        .any(|entry| bare(entry).eq_ignore_ascii_case(bare(value)))
}

fn bare(value: &str) -> &str {
    value.rsplit('/').next().unwrap_or(value)
}

fn sorted(values: impl Iterator<Item = String>) -> Vec<String> {
    let mut values: Vec<_> = values.collect();
    values.sort_unstable();
    values.dedup();
    values
}
