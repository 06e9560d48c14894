//! The guard: what a consent page asks, whose it is, what it means, and what to think of it.
//!
//! [`request`](mod@consentry_catalog::request) what the address asks · [`flow`](crate::flow) how long that counts ·
//! [`app_reputation`] what is known of the app · [`shown`] what the page says itself · `contradiction` where the
//! two disagree · `identity` which organization and account · [`asked`] the permissions · [`change`] what a grant
//! changes · `meaning` each in plain words · `app_line`, `permission_lines`, `redirect`, `needed_role` what is said
//! of each. [`assess`] puts them together.
//!
//! Nothing but the profile's rule for the checkbox, a report about the app, a policy, or an address that
//! names no app ever blocks a page. Everything else is said.

pub mod asked;
pub mod change;
mod meaning;
pub mod shown;
pub mod app_reputation;
mod context;
mod finding;
mod contradiction;
mod identity;
mod app_line;
mod permission_lines;
mod redirect;
mod needed_role;

use crate::model::TickPolicy;
use crate::page::ConsentKind;
use app_line::{app_line, owner, publisher, unverified};
use app_reputation::AppReputation;
use asked::Asked;
use consentry_catalog::Catalog;
use consentry_catalog::client::Report;
use consentry_catalog::permission::Risk;
use consentry_catalog::profile::Tick;
use consentry_catalog::request::Request;
use consentry_wire::text::{message, say};
use consentry_wire::view::{Detail, Line, Tone, line};
use context::rule;
use finding::{Finding, Is, glance};
use needed_role::who_is_needed;
use permission_lines::{asks_for_more, permissions, summary};
use redirect::answer_goes_to;
use shown::Shown;

pub use context::ConsentContext;
pub(crate) use permission_lines::{doubts_its_permissions, some};
pub(crate) use redirect::where_to;

/// What is to happen on a consent page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decision {
    /// Nothing against it.
    Fine,
    /// Say something; nothing is held.
    Warn,
    /// Accept does nothing: while the tick is on, or in any case.
    Block,
}

/// Why a page is held, and whether the person may let it through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blocked {
    /// Why.
    pub by: BlockedBy,
    /// Whether a deliberate act lets it through on this page.
    pub release: bool,
}

/// Why a page is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockedBy {
    /// The profile's rule: only while the tick is on.
    Tick,
    /// The app was reported.
    Report(Report),
    /// A policy forbids the app.
    Policy,
    /// The address names no app, so no list can be asked about it.
    Unnamed,
}

/// What is thought of a consent page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// What is to happen.
    pub decision: Decision,
    /// Why it is held, if it is.
    pub blocked: Option<Blocked>,
    /// Right app, right organization, right account, in one line; what is wrong comes first.
    pub glance: Line,
    /// It is not what the journey is about: another organization or account, an app that is registered
    /// elsewhere, an answer that goes elsewhere, permissions the app is not known to ask for.
    pub astray: bool,
    /// Nothing is known of the app but its application ID.
    pub is_unknown: bool,
    /// It asks for more than a stranger may ask for in passing: said where it cannot be overlooked.
    pub serious: bool,
    /// Findings to read before accepting, the worst first.
    pub lines: Vec<Line>,
    /// The other findings, for who wants to know.
    pub checks: Vec<Line>,
    /// One entry for each permission.
    pub details: Vec<Detail>,
}

/// Judges a consent page.
pub fn assess(catalog: &Catalog, at: ConsentContext<'_>) -> Assessment {
    let reputation = AppReputation::of(catalog, at.request, at.app, at.shown, at.settings);
    let asked = Asked::of(catalog, at.kind, at.request, reputation.profile());
    let organization = identity::organization(at.request, at.shown, at.journey);
    let account = identity::account(at.kind, at.shown, at.journey);
    let blocked = blocked(catalog, at, reputation);
    let is_wrong =
        |finding: &Option<Finding>| finding.as_ref().is_some_and(|one| one.is == Is::Wrong);
    let is_bad = |line: &Option<Line>| line.as_ref().is_some_and(|line| line.tone == Tone::Bad);
    let answer = answer_goes_to(catalog, at, reputation);
    let owner = owner(reputation, at.journey);
    let mut app = app_line(reputation, at);
    if is_bad(&owner) {
        app.is = Is::Wrong;
        app.short = message("consent.glance.app.elsewhere");
    }
    let contradictions = contradiction::lines(at.request, at.shown, reputation);
    if !contradictions.is_empty() && app.is != Is::Wrong {
        app.is = Is::Wrong;
        app.short = message("consent.glance.app.doubt");
        app.line = app.line.filter(|line| line.tone != Tone::Good);
    }
    let astray = is_wrong(&organization)
        || !contradictions.is_empty()
        || is_wrong(&account)
        || is_bad(&owner)
        || is_bad(&answer)
        || asks_for_more(catalog, at, reputation, &asked);

    let serious = is_serious(catalog, at, reputation, &asked);
    let mut findings = Vec::new();
    let glance = glance(&app, &[&organization, &account]);
    findings.extend(contradictions);
    findings.extend(app.line);
    findings.extend(unverified(reputation));
    findings.extend(owner);
    findings.extend(tick(at, reputation));
    findings.extend(everybody(at));
    findings.extend(organization.and_then(|finding| finding.line));
    findings.extend(account.and_then(|finding| finding.line));
    findings.extend(permissions(catalog, at, reputation, &asked));
    findings.extend(answer);
    findings.extend(publisher(reputation, at.shown));
    findings.extend(who_is_needed(catalog, at, reputation, &asked));

    let warns = astray
        || findings.iter().any(|line| line.tone == Tone::Bad)
        || matches!(reputation, AppReputation::Unknown | AppReputation::Unnamed)
        || matches!(reputation, AppReputation::Microsofts(app) if app.tool || at.ticked == Some(true))
        || (at.ticked.is_some() && rule(reputation) == Some(Tick::MustNot));
    let decision = match (blocked, warns) {
        (Some(_), _) => Decision::Block,
        (None, true) => Decision::Warn,
        (None, false) => Decision::Fine,
    };
    // What is as it should be is worth knowing, not worth reading.
    let (mut lines, checks): (Vec<Line>, Vec<Line>) = findings
        .into_iter()
        .partition(|line| matches!(line.tone, Tone::Bad | Tone::Caution));
    lines.sort_by_key(|line| std::cmp::Reverse(line.tone));
    lines.extend(summary(catalog, &asked, reputation));
    Assessment {
        decision,
        blocked,
        glance,
        astray,
        is_unknown: reputation == AppReputation::Unknown,
        serious,
        lines,
        checks,
        details: meaning::details(catalog, &asked),
    }
}

/// Whether a stranger asks for what gives it everybody's content or accounts, or anybody for the whole
/// organization without having been asked to.
fn is_serious(
    catalog: &Catalog,
    at: ConsentContext<'_>,
    reputation: AppReputation<'_>,
    asked: &Asked,
) -> bool {
    let stranger = matches!(reputation, AppReputation::Unknown | AppReputation::Unnamed);
    let much = asked.unlisted
        || asked
            .items
            .iter()
            .any(|item| item.judged(catalog).risk >= Risk::High);
    (stranger && much) || (at.kind == ConsentKind::Admin && !at.is_due)
}

fn blocked(
    catalog: &Catalog,
    at: ConsentContext<'_>,
    reputation: AppReputation<'_>,
) -> Option<Blocked> {
    let policy = at.settings.tick_policy;
    match reputation {
        AppReputation::Forbidden | AppReputation::NotAllowed => Some(Blocked {
            by: BlockedBy::Policy,
            release: false,
        }),
        AppReputation::Reported(report) => Some(Blocked {
            by: BlockedBy::Report(report.kind),
            release: policy != TickPolicy::Forbid,
        }),
        // An app that is not named may be any: one that a list allows, or one that a list refuses.
        AppReputation::Unnamed if at.settings.lists_apps() => Some(Blocked {
            by: BlockedBy::Unnamed,
            release: false,
        }),
        AppReputation::Unnamed
            if consentry_catalog::clients::any_reported(catalog)
                || !at.settings.forbidden_clients.is_empty() =>
        {
            Some(Blocked {
                by: BlockedBy::Unnamed,
                release: policy != TickPolicy::Forbid,
            })
        }
        AppReputation::Profiled(app)
            if at.kind == ConsentKind::UserWithTick
                && app.tick == Some(Tick::MustNot)
                && policy != TickPolicy::Warn =>
        {
            Some(Blocked {
                by: BlockedBy::Tick,
                release: policy != TickPolicy::Forbid,
            })
        }
        _ => None,
    }
}

fn tick(at: ConsentContext<'_>, reputation: AppReputation<'_>) -> Option<Line> {
    if at.kind != ConsentKind::UserWithTick || reputation.is_refused() {
        return None;
    }
    let is_on = at.ticked == Some(true);
    let app = reputation.profile().map_or("", |app| app.name.as_str());
    let names = [("app", app)];
    Some(match (rule(reputation), is_on) {
        (Some(Tick::Must), false) if at.ticked.is_none() => {
            line(Tone::Caution, say("consent.tick.unsure", &names))
        }
        (Some(Tick::Must), false) => line(Tone::Caution, say("consent.tick.must", &names)),
        (Some(Tick::Must), true) => line(Tone::Good, say("consent.tick.set", &names)),
        (Some(Tick::Optional), true) => line(Tone::Plain, message("consent.for-all")),
        (Some(Tick::Optional), false) => line(Tone::Plain, say("consent.tick.optional", &names)),
        (Some(Tick::MustNot) | None, true) => line(Tone::Bad, message("consent.for-all")),
        (Some(Tick::MustNot) | None, false) => line(Tone::Caution, message("consent.tick.leave")),
    })
}

/// A page for everybody says so; one that came disguised as a sign-in says it louder.
fn everybody(at: ConsentContext<'_>) -> Option<Line> {
    if at.kind != ConsentKind::Admin {
        return None;
    }
    let request = at.request;
    if request.is_some_and(Request::asks_admin_by_prompt) {
        return Some(line(Tone::Caution, message("consent.by-prompt")));
    }
    // Nobody asked for it here, so somebody sent this link. Where the answer goes proves nothing: an app
    // may register any address for it.
    if !at.is_due {
        return Some(line(Tone::Caution, message("consent.by-link")));
    }
    Some(line(Tone::Plain, message("consent.for-all")))
}

/// What an address contradicts itself in.
pub(crate) fn doubts(request: Option<&Request>) -> Vec<Line> {
    contradiction::lines(request, &Shown::default(), AppReputation::Unknown)
}

#[cfg(test)]
mod tests;
