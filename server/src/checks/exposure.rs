//! Who can use the app and what it holds beyond its profile, each part only where the app
//! may read it.

use crate::graph::list::List;
use crate::graph::questions::{ASSIGNED, CONSENT_POLICY, GRANTS, Question, REQUEST_POLICY, ROLES};
use crate::graph::{DelegatedGrant as Grant, Fault, Reading, Readings};
use consentry_catalog::Catalog;
use consentry_catalog::permission::Kind;
use consentry_catalog::profile::{Permission, Profile};
use consentry_catalog::scope::Scope;
use consentry_wire::api::{ConsentSettings, DelegatedGrant, Exposure, Grants, Unreadable};
use consentry_wire::graph_list;

/// Brings the exposure up to date. A part that Graph did not answer stays as it was.
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
    let whether = unreadable(
        "Whether only assigned people may use the app",
        "Application.Read.All",
    );
    learn(
        required,
        &mut exposure.assignment_required,
        whether,
        &mut unknown,
    );
    let assigned = readings.assigned.as_ref().map(|names| {
        let read = names.items.iter().cloned();
        Some(with_earlier(
            names,
            read,
            exposure.assigned.as_deref(),
            false,
        ))
    });
    learn(assigned, &mut exposure.assigned, of(ASSIGNED), &mut unknown);
    let for_all = readings.grants.as_ref().map(|grants| {
        let everybody = grants.items.iter().filter(|grant| grant.is_for_everybody());
        let read = everybody.flat_map(|grant| grant.scopes().map(str::to_owned));
        let earlier = exposure.tenant_wide_delegated.as_deref();
        Some(with_earlier(grants, read, earlier, true))
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
    exposure.beyond_profile = beyond(readings, profile, exposure.beyond_profile.as_deref());
    exposure.unknown = unknown;
    exposure.incomplete = incomplete(readings);
}

/// The questions that Graph answered a part of only.
fn incomplete(readings: &Readings) -> Vec<String> {
    fn is_short<T>(reading: &Reading<List<T>>) -> bool {
        matches!(reading, Ok(list) if !list.is_complete())
    }
    [
        (ROLES, is_short(&readings.roles)),
        (ASSIGNED, is_short(&readings.assigned)),
        (GRANTS, is_short(&readings.grants)),
    ]
    .into_iter()
    .filter(|(_, short)| *short)
    .map(|(question, _)| graph_list::code(question.answers).unwrap_or(question.answers))
    .map(str::to_owned)
    .collect()
}

/// What was read; and where the list was cut short, what earlier readings found as well: that it is not on the list this
/// time does not mean that it is gone.
fn with_earlier<L>(
    list: &List<L>,
    read: impl Iterator<Item = String>,
    earlier: Option<&[String]>,
    sort: bool,
) -> Vec<String> {
    let mut all: Vec<String> = read.collect();
    if !list.is_complete() {
        let earlier = earlier.unwrap_or_default().iter();
        let missed: Vec<String> = earlier.filter(|one| !all.contains(one)).cloned().collect();
        all.extend(missed);
    }
    if sort { sorted(all.into_iter()) } else { all }
}

fn of(question: Question) -> Unreadable {
    unreadable(question.answers, question.needs)
}

fn unreadable(what: &str, needs: &str) -> Unreadable {
    Unreadable {
        code: graph_list::code(what).map(str::to_owned),
        what: what.to_owned(),
        needs: needs.to_owned(),
    }
}

/// Brings what the app holds up to date. A part that Graph did not answer stays as it was; one
/// it may not answer any more is forgotten.
pub(super) fn grants(known: &mut Grants, readings: &Readings) {
    match &readings.grants {
        Ok(grants) => {
            let mut held: Vec<DelegatedGrant> = grants
                .items
                .iter()
                .flat_map(|grant| {
                    grant.scopes().map(|value| DelegatedGrant {
                        value: value.to_owned(),
                        for_everybody: grant.is_for_everybody(),
                    })
                })
                .collect();
            if !grants.is_complete() {
                held.extend(known.delegated.take().unwrap_or_default());
            }
            held.sort_unstable();
            held.dedup();
            known.delegated = Some(held);
        }
        Err(Fault::Refused { status: 403, .. }) => known.delegated = None,
        Err(_) => {}
    }
    match &readings.roles {
        Ok(roles) => {
            let read = roles.items.iter().cloned();
            let earlier = known.application.take();
            known.application = Some(with_earlier(roles, read, earlier.as_deref(), true));
        }
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
fn beyond(
    readings: &Readings,
    profile: &Profile,
    earlier: Option<&[String]>,
) -> Option<Vec<String>> {
    let roles = readings.roles.as_ref().ok().map(|roles| {
        let declared = values(&profile.application);
        roles
            .items
            .iter()
            .filter(|role| !holds(&declared, role, Kind::Application))
            .cloned()
            .collect::<Vec<_>>()
    });
    let scopes = readings.grants.as_ref().ok().map(|grants| {
        let declared = values(&profile.delegated);
        let granted = grants.items.iter().flat_map(Grant::scopes);
        granted
            .filter(|scope| !holds(&declared, scope, Kind::Delegated) && !is_sign_in(scope))
            .map(str::to_owned)
            .collect()
    });
    let short = matches!(&readings.roles, Ok(list) if !list.is_complete())
        || matches!(&readings.grants, Ok(list) if !list.is_complete());
    let earlier = earlier.filter(|_| short).unwrap_or_default().to_vec();
    match (roles, scopes) {
        (None, None) => None,
        (roles, scopes) => {
            let scopes: Vec<String> = scopes.unwrap_or_default();
            let found = roles.unwrap_or_default().into_iter().chain(scopes);
            Some(sorted(found.chain(earlier)))
        }
    }
}

/// What the profile declares and is known not to be granted; nothing if nothing is known. What is not on a list that was
/// cut short is not known.
pub(super) fn missing(
    readings: &Readings,
    token_roles: Option<&[String]>,
    profile: &Profile,
) -> Option<Vec<String>> {
    let mut missing = Vec::new();
    let roles = match &readings.roles {
        Ok(roles) => roles.is_complete().then_some(roles.items.as_slice()),
        Err(_) => token_roles,
    };
    if let Some(roles) = roles {
        let held: Vec<_> = roles.iter().map(String::as_str).collect();
        let declared = values(&profile.application).into_iter();
        missing.extend(absent(declared, &held, Kind::Application));
    }
    let grants = readings.grants.as_ref().ok();
    let grants = grants.filter(|grants| grants.is_complete());
    if let Some(grants) = grants {
        let held: Vec<_> = grants.items.iter().flat_map(Grant::scopes).collect();
        let declared = values(&profile.delegated).into_iter();
        let declared = declared.filter(|scope| !is_sign_in(scope));
        missing.extend(absent(declared, &held, Kind::Delegated));
    }
    (roles.is_some() || grants.is_some()).then_some(missing)
}

/// Whether any application permission of the profile is seen to be granted.
pub(super) fn holds_any(
    readings: &Readings,
    token_roles: Option<&[String]>,
    profile: &Profile,
) -> bool {
    let roles = readings
        .roles
        .as_ref()
        .map_or(&[][..], |roles| roles.items.as_slice())
        .iter()
        .chain(token_roles.unwrap_or_default());
    let declared = values(&profile.application);
    roles
        .into_iter()
        .any(|role| holds(&declared, role, Kind::Application))
}

fn values(declared: &[Permission]) -> Vec<&str> {
    let values = declared.iter();
    values.map(|permission| permission.value.as_str()).collect()
}

fn absent<'a>(declared: impl Iterator<Item = &'a str>, held: &[&str], kind: Kind) -> Vec<String> {
    declared
        .filter(|value| !holds(held, value, kind))
        .map(str::to_owned)
        .collect()
}

/// Whether a permission is among those of a list: of the same API, in any case.
fn holds(list: &[&str], value: &str, kind: Kind) -> bool {
    let (catalog, wanted) = (Catalog::built_in(), Scope::parse(value));
    list.iter()
        .any(|entry| Scope::parse(entry).is(catalog, &wanted, kind))
}

fn is_sign_in(scope: &str) -> bool {
    Scope::parse(scope).is_sign_in()
}

fn sorted(values: impl Iterator<Item = String>) -> Vec<String> {
    let mut values: Vec<_> = values.collect();
    values.sort_unstable();
    values.dedup();
    values
}
