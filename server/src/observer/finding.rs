//! What an admin should know of an app, each with its reason: from the same tables the guard judges
//! a consent by.
//!
//! Pure: the time is given. A finding states what Microsoft lists and never guesses at intent.

use crate::observer::reason::{Reason, Value};
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
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use std::collections::{BTreeMap, BTreeSet};

/// What these lists do not show, by codes of the words; every report says so.
pub const NOT_COVERED: [&str; 5] = [
    "preauthorized",
    "selected",
    "teams",
    "exchange",
    "directory-roles",
];

/// Days before its end from which a credential is worth a word.
const ENDS_SOON_MS: u64 = 30 * 24 * 60 * 60 * 1000;

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// What it is: the same for every app.
    pub code: &'static str,
    /// How bad it is.
    pub risk: Risk,
    /// Why.
    pub reason: Reason,
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut one = to.serialize_struct("Finding", 5)?;
        one.serialize_field("code", self.code)?;
        one.serialize_field("risk", self.risk.name())?;
        one.serialize_field("reason", &self.reason.in_english())?;
        one.serialize_field("reason_code", self.reason.code)?;
        one.serialize_field("values", &self.reason.object())?;
        one.end()
    }
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

fn finding(code: &'static str, risk: Risk, reason: Reason) -> Finding {
    Finding { code, risk, reason }
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
        let code = "organization-wide-grant";
        let names = wide.values().rev().flatten();
        let reason = Reason::plain(code).with_all("permissions", names);
        all.push(finding(code, *risk, reason));
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
            let reason = Reason::plain("application-permission").with_all("permissions", names);
            all.push(finding(code, risk, reason));
        }
    }
}

/// Access without a role: an app role ID of zeros.
fn is_nil(role: &str) -> bool {
    role.bytes().all(|byte| byte == b'0' || byte == b'-')
}

fn reported(app: &App, all: &mut Vec<Finding>) {
    let Some(report) = clients::reported(Catalog::built_in(), &app.app_id) else {
        return;
    };
    let risk = match report.kind {
        Report::Malicious => Risk::Critical,
        Report::Abused => Risk::High,
    };
    let code = "reported";
    let mut reason = Reason::plain(code)
        .with("source", &report.source)
        .with("date", &report.date);
    let says = Value::English(report.says.clone());
    reason.values.push(("says", says));
    all.push(finding(code, risk, reason));
}

/// Whether Microsoft has registered an app.
pub fn is_microsofts(app: &App) -> bool {
    let owner = app.owner_tenant.as_deref();
    owner.is_some_and(shape::is_microsofts_tenant)
}

fn identity(app: &App, index: &Index, all: &mut Vec<Finding>) {
    if label::has_direction_override(&app.name) || shape::has_invisible(&app.name) {
        let code = "hidden-characters";
        all.push(finding(code, Risk::High, Reason::plain(code)));
    }
    if is_microsofts(app) {
        return;
    }
    if let Some(known) = shape::imitated(&app.app_id, &app.name) {
        let reason = Reason::plain("look-alike-known").with("app", known);
        all.push(finding("look-alike", Risk::High, reason));
    } else if index.has_lookalike(&app.name) {
        let code = "look-alike";
        all.push(finding(code, Risk::Medium, Reason::plain(code)));
    }
}

fn access(held: &Held, app: &App, all: &mut Vec<Finding>) {
    let off = [
        (app.enabled.account == Some(false), "account"),
        (app.enabled.owner == Some(false), "owner"),
        (app.enabled.microsoft == Some(false), "microsoft"),
        (app.enabled.deleted, "deleted"),
    ];
    let off: Vec<&str> = off.iter().filter(|way| way.0).map(|way| way.1).collect();
    if !off.is_empty() {
        let risk = if app.enabled.microsoft == Some(false) {
            Risk::High
        } else {
            Risk::Low
        };
        let mut reason = Reason::plain("disabled");
        reason.values.push(("ways", Value::Ways(off)));
        all.push(finding("disabled", risk, reason));
    }
    let is_granted = !held.delegated.is_empty() || !held.application.is_empty();
    // A managed identity signs in itself, and nobody signs in to it.
    let is_machine = app.kind.as_deref() == Some("ManagedIdentity");
    let is_open = !app.assignment_required && app.enabled.is_enabled() && !is_machine;
    if is_open && is_granted && !is_microsofts(app) {
        let code = "open-to-everyone";
        all.push(finding(code, Risk::Low, Reason::plain(code)));
    }
}

fn credentials(app: &App, now: u64, all: &mut Vec<Finding>) {
    let Some(ends) = app.credential_ends else {
        return;
    };
    let day = jiff::Timestamp::from_millisecond(ends.cast_signed())
        .map(|at| at.strftime("%Y-%m-%d").to_string())
        .unwrap_or_default();
    let code = if ends <= now {
        "credential-ended"
    } else if ends - now <= ENDS_SOON_MS {
        "credential-ends"
    } else {
        return;
    };
    let reason = Reason::plain(code).with("date", day);
    all.push(finding(code, Risk::Low, reason));
}

/// What an app's profile says, against what it was granted.
fn against(profile: &Profile, held: &Held, app: &App, index: &Index, all: &mut Vec<Finding>) {
    let of_profile = |code, permissions: &BTreeSet<String>| {
        let reason = Reason::plain(code).with("app", &profile.name);
        reason.with_all("permissions", permissions)
    };
    let differs = |known: &String, found: &String| !known.eq_ignore_ascii_case(found);
    if let (Some(known), Some(found)) = (&profile.owner_tenant, &app.owner_tenant)
        && differs(known, found)
    {
        let code = "owner-differs";
        let reason = Reason::plain(code)
            .with("tenant", found)
            .with("app", &profile.name)
            .with("expected", known);
        all.push(finding(code, Risk::High, reason));
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
        let code = "beyond-profile";
        all.push(finding(code, Risk::Medium, of_profile(code, &beyond)));
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
        let code = "short-of-profile";
        all.push(finding(code, Risk::Low, of_profile(code, &short)));
    }
}

#[cfg(test)]
mod tests;
