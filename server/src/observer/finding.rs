//! What an admin should know of an app, each with its reason: from the same tables the guard judges
//! a consent by.
//!
//! Pure: the time is given. A finding states what Microsoft lists and never guesses at intent.

use crate::observer::shape;
use crate::observer::snapshot::{App, Audience, Held, Index};
use consentry_catalog::Catalog;
use consentry_catalog::client::Report;
use consentry_catalog::clients;
use consentry_catalog::label;
use consentry_catalog::permission::{Kind, Risk};
use consentry_catalog::permissions;
use consentry_catalog::profile::Profile;
use consentry_catalog::profiles;
use consentry_catalog::scope::Scope;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Tenants that Microsoft registers its own apps in
/// (<https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in>).
pub const MICROSOFT: [&str; 2] = [
    "f8cdef31-a31e-4b4a-93e4-5f571e91255a",
    "72f988bf-86f1-41af-91ab-2d7cd011db47",
];

/// What these lists do not show; every report says so.
pub const NOT_COVERED: [&str; 5] = [
    "Microsoft can preauthorize its own apps; such access needs no grant and is not listed.",
    "Sites.Selected, Lists.SelectedOperations.Selected and similar permissions take effect item by item; the items are not listed.",
    "Resource-specific consent in Microsoft Teams is not listed.",
    "Role-based access control for applications in Exchange Online is not listed.",
    "Directory roles and Azure roles that an app holds are not listed.",
];

/// Days before its end from which a credential is worth a word.
const ENDS_SOON_MS: u64 = 30 * 24 * 60 * 60 * 1000;

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Finding {
    /// What it is: the same for every app.
    pub code: &'static str,
    /// How bad it is.
    #[serde(serialize_with = "risk_name")]
    pub risk: Risk,
    /// Why, in a sentence.
    pub reason: String,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature that serde calls"
)]
fn risk_name<S: serde::Serializer>(risk: &Risk, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(risk.name())
}

/// Everything there is to say of an app, in the order of the codes.
pub fn findings(held: &Held, index: &Index, now: u64) -> Vec<Finding> {
    let mut all = Vec::new();
    grants(held, index, &mut all);
    if let Some(app) = &held.app {
        reported(app, &mut all);
        identity(app, index, &mut all);
        access(held, app, &mut all);
        credentials(app, now, &mut all);
        if let Some(profile) = profiles::by_client_id(Catalog::built_in(), &app.app_id) {
            against(profile, held, app, index, &mut all);
        }
    }
    all.sort();
    all
}

fn finding(code: &'static str, risk: Risk, reason: impl Into<String>) -> Finding {
    Finding {
        code,
        risk,
        reason: reason.into(),
    }
}

/// The permission behind a delegated scope of an API.
fn delegated_scope(index: &Index, resource: &str, scope: &str) -> Scope {
    Scope::parse(scope).at(index.app_id(resource))
}

/// The permission behind an app role: by its name, else by its ID.
fn role_scope(index: &Index, resource: &str, role: &str) -> Scope {
    Scope::parse(index.role(resource, role).unwrap_or(role)).at(index.app_id(resource))
}

fn grants(held: &Held, index: &Index, all: &mut Vec<Finding>) {
    let mut wide: BTreeMap<Risk, BTreeSet<String>> = BTreeMap::new();
    for (key, scope) in &held.delegated {
        let scope = delegated_scope(index, &key.resource, scope);
        let risk = permissions::judge(Catalog::built_in(), &scope, Kind::Delegated).risk;
        if key.audience == Audience::All && risk >= Risk::High {
            let shown = scope.shown(Catalog::built_in(), Kind::Delegated);
            wide.entry(risk).or_default().insert(shown);
        }
    }
    if let Some((risk, _)) = wide.last_key_value() {
        let (risk, names) = (*risk, listed(wide.values().rev().flatten()));
        all.push(finding(
            "organization-wide-grant",
            risk,
            format!("It can act as anyone in your organization with {names}."),
        ));
    }
    let mut own: BTreeMap<Risk, BTreeSet<String>> = BTreeMap::new();
    for (resource, role) in held.application.keys() {
        let scope = role_scope(index, resource, role);
        let is_plain = index.role(resource, role).is_none() && is_nil(role);
        let risk = permissions::judge(Catalog::built_in(), &scope, Kind::Application).risk;
        if !is_plain && risk >= Risk::High {
            own.entry(risk)
                .or_default()
                .insert(scope.shown(Catalog::built_in(), Kind::Application));
        }
    }
    for (risk, code) in [
        (Risk::Critical, "application-permission-critical"),
        (Risk::High, "application-permission-high"),
    ] {
        if let Some(names) = own.get(&risk) {
            all.push(finding(
                code,
                risk,
                format!("It holds {} without a signed-in user.", listed(names)),
            ));
        }
    }
}

/// Access without a role: an app role ID of zeros.
fn is_nil(role: &str) -> bool {
    role.bytes().all(|byte| byte == b'0' || byte == b'-')
}

/// A few names, and how many more there are.
fn listed<'a>(names: impl IntoIterator<Item = &'a String>) -> String {
    const SHOWN: usize = 6;
    let names: Vec<&str> = names.into_iter().map(String::as_str).collect();
    let shown = names[..names.len().min(SHOWN)].join(", ");
    match names.len().saturating_sub(SHOWN) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

fn reported(app: &App, all: &mut Vec<Finding>) {
    let Some(report) = clients::reported(Catalog::built_in(), &app.app_id) else {
        return;
    };
    let risk = match report.kind {
        Report::Malicious => Risk::Critical,
        Report::Abused => Risk::High,
    };
    all.push(finding(
        "reported",
        risk,
        format!(
            "Reported by {} on {}: {}",
            report.source, report.date, report.says
        ),
    ));
}

/// Whether Microsoft has registered an app.
pub fn is_microsofts(app: &App) -> bool {
    let owner = app.owner_tenant.as_deref();
    owner.is_some_and(|owner| MICROSOFT.iter().any(|own| own.eq_ignore_ascii_case(owner)))
}

fn identity(app: &App, index: &Index, all: &mut Vec<Finding>) {
    if label::has_direction_override(&app.name) || shape::has_invisible(&app.name) {
        all.push(finding(
            "hidden-characters",
            Risk::High,
            "Its name has invisible characters, or characters that change the reading direction.",
        ));
    }
    if is_microsofts(app) {
        return;
    }
    if let Some(known) = shape::imitated(&app.app_id, &app.name) {
        all.push(finding(
            "look-alike",
            Risk::High,
            format!("Its name looks like {known}, which has another application ID."),
        ));
    } else if index.has_lookalike(&app.name) {
        all.push(finding(
            "look-alike",
            Risk::Medium,
            "Its name looks the same as another app's in your organization but has other characters.",
        ));
    }
}

fn access(held: &Held, app: &App, all: &mut Vec<Finding>) {
    let off = [
        (
            app.enabled.account == Some(false),
            "by an administrator in this tenant",
        ),
        (app.enabled.owner == Some(false), "by its owner, everywhere"),
        (app.enabled.microsoft == Some(false), "by Microsoft"),
        (
            app.enabled.deleted,
            "because it is deleted and can be restored",
        ),
    ];
    let off: Vec<&str> = off.iter().filter(|way| way.0).map(|way| way.1).collect();
    if !off.is_empty() {
        all.push(finding(
            "disabled",
            if app.enabled.microsoft == Some(false) {
                Risk::High
            } else {
                Risk::Low
            },
            format!(
                "It is disabled {}. Tokens issued before stay valid until they expire.",
                off.join(" and ")
            ),
        ));
    }
    let is_granted = !held.delegated.is_empty() || !held.application.is_empty();
    let is_open = !app.assignment_required && app.enabled.is_enabled();
    if is_open && is_granted && !is_microsofts(app) {
        all.push(finding(
            "open-to-everyone",
            Risk::Low,
            "Everyone in your organization can sign in to it: assignment is not required.",
        ));
    }
}

fn credentials(app: &App, now: u64, all: &mut Vec<Finding>) {
    let Some(ends) = app.credential_ends else {
        return;
    };
    let day = jiff::Timestamp::from_millisecond(ends.cast_signed())
        .map(|at| at.strftime("%Y-%m-%d").to_string())
        .unwrap_or_default();
    if ends <= now {
        all.push(finding(
            "credential-ended",
            Risk::Low,
            format!("Its last credential in your organization ended on {day}."),
        ));
    } else if ends - now <= ENDS_SOON_MS {
        all.push(finding(
            "credential-ends",
            Risk::Low,
            format!("Its last credential in your organization ends on {day}."),
        ));
    }
}

/// What an app's profile says, against what it was granted.
fn against(profile: &Profile, held: &Held, app: &App, index: &Index, all: &mut Vec<Finding>) {
    let differs = |known: &String, found: &String| !known.eq_ignore_ascii_case(found);
    if let (Some(known), Some(found)) = (&profile.owner_tenant, &app.owner_tenant)
        && differs(known, found)
    {
        all.push(finding(
            "owner-differs",
            Risk::High,
            format!(
                "It is registered in tenant {found}, and {} is registered in {known}.",
                profile.name
            ),
        ));
    }
    let delegated = held.delegated.iter().map(|(key, scope)| {
        let scope = delegated_scope(index, &key.resource, scope);
        (scope, Kind::Delegated)
    });
    let application = held
        .application
        .keys()
        .map(|(resource, role)| (role_scope(index, resource, role), Kind::Application));
    let granted: Vec<(Scope, Kind)> = delegated.chain(application).collect();
    let catalog = Catalog::built_in();
    let beyond: BTreeSet<String> = granted
        .iter()
        .filter(|(scope, kind)| {
            !scope.is_sign_in() && profile.declared(catalog, scope, *kind).is_none()
        })
        .map(|(scope, kind)| scope.shown(catalog, *kind))
        .collect();
    let is_doubted = profile.doubts("delegated") || profile.doubts("application");
    if !beyond.is_empty() && !is_doubted {
        all.push(finding(
            "beyond-profile",
            Risk::Medium,
            format!("{} doesn't need {}.", profile.name, listed(&beyond)),
        ));
    }
    let short: BTreeSet<String> = profile
        .grant()
        .into_iter()
        .filter(|(scope, kind)| {
            !granted
                .iter()
                .any(|(held, of)| of == kind && held.is(catalog, scope, *kind))
        })
        .map(|(scope, kind)| scope.shown(catalog, kind))
        .collect();
    if !short.is_empty() && !granted.is_empty() {
        all.push(finding(
            "short-of-profile",
            Risk::Low,
            format!(
                "{} also needs {}, which isn't granted.",
                profile.name,
                listed(&short)
            ),
        ));
    }
}

#[cfg(test)]
mod tests;
