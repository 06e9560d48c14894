//! The guard: what a consent page asks, whose it is, what it means, and what to think of it.
//!
//! [`request`](mod@crate::request) what the address asks · [`flow`](crate::flow) how long that counts ·
//! [`app_reputation`] what is known of the app · [`shown`] what the page says itself · `contradiction` where the
//! two disagree · `whose` which organization and account · [`asked`] the permissions · [`change`] what a grant
//! changes · `meaning` each in plain words. [`assess`] puts them together.
//!
//! Nothing but the profile's rule for the checkbox, a report about the app, a policy, or an address that
//! names no app ever blocks a page. Everything else is said.

pub mod asked;
pub mod change;
mod meaning;
pub mod shown;
pub mod app_reputation;

mod contradiction;
mod whose;

use crate::address;
use crate::flow::Flow;
use crate::model::{Journey, Settings, TickPolicy};
use crate::page::ConsentKind;
use crate::request::Request;
use app_reputation::AppReputation;
use asked::Asked;
use consentry_catalog::client::Report;
use consentry_catalog::permission::Kind;
use consentry_catalog::permission::Risk;
use consentry_catalog::profile::{Profile, Tick};
use consentry_catalog::roles::Needed;
use consentry_catalog::untrusted;
use consentry_wire::text::{Message, Text, in_english, joined, message, say};
use consentry_wire::values;
use consentry_wire::view::{Detail, Line, Tone, line};
use shown::{Badge, Shown};
use url::Url;

/// All that a verdict depends on.
#[derive(Clone, Copy, Debug)]
pub struct ConsentContext<'a> {
    /// Which kind of page it is.
    pub kind: ConsentKind,
    /// What the tab's addresses told.
    pub request: Option<&'a Request>,
    /// The profile of the app they name.
    pub app: Option<&'a Profile>,
    /// The tick's present state, where there is one.
    pub ticked: Option<bool>,
    /// What the page says itself.
    pub shown: &'a Shown,
    /// Which sign-in the tab is in the middle of.
    pub flow: Flow,
    /// The journey the page belongs to.
    pub journey: Option<&'a Journey>,
    /// Whether it was asked for: a step of that journey stands at this page, or a page of the
    /// portal led to it.
    pub is_due: bool,
    /// What a person or a policy set.
    pub settings: &'a Settings,
}

/// What is to happen on a consent page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decision {
    /// Nothing against it.
    Fine,
    /// Say something; nothing is held.
    Warn,
    /// Accept does nothing: while the tick is on, or in any case.
    Hold,
}

/// Why a page is held, and whether the person may let it through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Why.
    pub by: HeldBy,
    /// Whether a deliberate act lets it through on this page.
    pub release: bool,
}

/// Why a page is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeldBy {
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
    pub held: Option<Held>,
    /// Right app, right organization, right account, in one line; what is wrong comes first.
    pub glance: Line,
    /// It is not what the journey is about: another organization or account, an app that is registered
    /// elsewhere, an answer that goes elsewhere, permissions the app is not known to ask for.
    pub astray: bool,
    /// It asks for more than a stranger may ask for in passing: said where it cannot be overlooked.
    pub serious: bool,
    /// Findings to read before accepting, the worst first.
    pub lines: Vec<Line>,
    /// The other findings, for who wants to know.
    pub checks: Vec<Line>,
    /// One entry for each permission.
    pub details: Vec<Detail>,
}

/// How a comparison ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Is {
    Wrong,
    Unknown,
    Right,
}

/// A comparison, in two words and in a sentence.
struct Finding {
    is: Is,
    short: Text,
    line: Option<Line>,
}

/// Judges a consent page.
pub fn assess(at: ConsentContext<'_>) -> Assessment {
    let reputation = AppReputation::of(at.request, at.app, at.shown, at.settings);
    let asked = Asked::of(at.kind, at.request, reputation.profile());
    let organization = whose::organization(at.request, at.shown, at.journey);
    let account = whose::account(at.kind, at.shown, at.journey);
    let held = held(at, reputation);
    let is_wrong =
        |finding: &Option<Finding>| finding.as_ref().is_some_and(|one| one.is == Is::Wrong);
    let is_bad = |line: &Option<Line>| line.as_ref().is_some_and(|line| line.tone == Tone::Bad);
    let answer = answer_goes_to(at, reputation);
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
        || asks_for_more(at, reputation, &asked);

    let serious = is_serious(at, reputation, &asked);
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
    findings.extend(permissions(at, reputation, &asked));
    findings.extend(answer);
    findings.extend(publisher(reputation, at.shown));
    findings.extend(who_is_needed(at, reputation, &asked));

    let warns = astray
        || findings.iter().any(|line| line.tone == Tone::Bad)
        || matches!(reputation, AppReputation::Unknown | AppReputation::Unnamed)
        || matches!(reputation, AppReputation::Microsofts(app) if app.tool || at.ticked == Some(true))
        || (at.ticked.is_some() && rule(reputation) == Some(Tick::MustNot));
    let decision = match (held, warns) {
        (Some(_), _) => Decision::Hold,
        (None, true) => Decision::Warn,
        (None, false) => Decision::Fine,
    };
    // What is as it should be is worth knowing, not worth reading.
    let (mut lines, checks): (Vec<Line>, Vec<Line>) = findings
        .into_iter()
        .partition(|line| matches!(line.tone, Tone::Bad | Tone::Caution));
    lines.sort_by_key(|line| std::cmp::Reverse(line.tone));
    lines.extend(summary(&asked, reputation));
    Assessment {
        decision,
        held,
        glance,
        astray,
        serious,
        lines,
        checks,
        details: meaning::details(&asked),
    }
}

/// The rule for the tick, where the app has a profile.
fn rule(reputation: AppReputation<'_>) -> Option<Tick> {
    reputation.profile().and_then(|app| app.tick)
}

/// Whether a stranger asks for what gives it everybody's content or accounts, or anybody for the whole
/// organization without having been asked to.
fn is_serious(at: ConsentContext<'_>, reputation: AppReputation<'_>, asked: &Asked) -> bool {
    let stranger = matches!(reputation, AppReputation::Unknown | AppReputation::Unnamed);
    let much = asked.unlisted
        || asked
            .items
            .iter()
            .any(|item| item.judged().risk >= Risk::High);
    (stranger && much) || (at.kind == ConsentKind::Admin && !at.is_due)
}

fn held(at: ConsentContext<'_>, reputation: AppReputation<'_>) -> Option<Held> {
    let policy = at.settings.tick_policy;
    match reputation {
        AppReputation::Forbidden | AppReputation::NotAllowed => Some(Held {
            by: HeldBy::Policy,
            release: false,
        }),
        AppReputation::Reported(report) => Some(Held {
            by: HeldBy::Report(report.kind),
            release: policy != TickPolicy::Forbid,
        }),
        // An app that is not named may be any: one that a list allows, or one that a list refuses.
        AppReputation::Unnamed if at.settings.lists_apps() => Some(Held {
            by: HeldBy::Unnamed,
            release: false,
        }),
        AppReputation::Unnamed
            if consentry_catalog::clients::any_reported()
                || !at.settings.forbidden_clients.is_empty() =>
        {
            Some(Held {
                by: HeldBy::Unnamed,
                release: policy != TickPolicy::Forbid,
            })
        }
        AppReputation::Profiled(app)
            if at.kind == ConsentKind::UserWithTick
                && app.tick == Some(Tick::MustNot)
                && policy != TickPolicy::Warn =>
        {
            Some(Held {
                by: HeldBy::Tick,
                release: policy != TickPolicy::Forbid,
            })
        }
        _ => None,
    }
}

fn app_line(reputation: AppReputation<'_>, at: ConsentContext<'_>) -> Finding {
    let id = at
        .request
        .and_then(|request| request.client_id.as_deref())
        .or(at.shown.app_id.as_deref())
        .unwrap_or_default();
    let glance = |key: &str| message(&format!("consent.glance.app.{key}"));
    let (is, short, tone, text) = match reputation {
        AppReputation::Forbidden => (
            Is::Wrong,
            glance("forbidden"),
            Tone::Bad,
            say("consent.app.forbidden", &[("id", id)]),
        ),
        AppReputation::NotAllowed => (
            Is::Wrong,
            glance("forbidden"),
            Tone::Bad,
            if at.settings.allowed_clients.is_empty() {
                message("consent.app.list-unreadable")
            } else {
                say("consent.app.not-allowed", &[("id", id)])
            },
        ),
        AppReputation::Reported(report) => (
            Is::Wrong,
            glance(match report.kind {
                Report::Malicious => "malicious",
                Report::Abused => "abused",
            }),
            Tone::Bad,
            say(
                "consent.app.reported",
                &[
                    ("name", report.name.as_str().into()),
                    ("says", in_english(&report.says)),
                    ("source", report.source.as_str().into()),
                    ("date", report.date.as_str().into()),
                ],
            ),
        ),
        // Somebody may have talked the person into it.
        AppReputation::Profiled(app) if app.entered => (
            Is::Unknown,
            glance("entered"),
            Tone::Caution,
            say("consent.app.entered", &[("app", &app.name)]),
        ),
        AppReputation::Profiled(app) => (
            Is::Right,
            glance("right"),
            Tone::Good,
            say("consent.app.known", &[("app", &app.name)]),
        ),
        AppReputation::Microsofts(app) => {
            let names = [("app", app.name.as_str())];
            if app.tool {
                (
                    Is::Unknown,
                    glance("tool"),
                    Tone::Caution,
                    say("consent.app.tool", &names),
                )
            } else {
                (
                    Is::Right,
                    glance("microsofts"),
                    Tone::Good,
                    say("consent.app.microsofts", &names),
                )
            }
        }
        AppReputation::Unknown => (
            Is::Unknown,
            glance("unknown"),
            Tone::Caution,
            message("consent.app.unknown"),
        ),
        AppReputation::Unnamed => (
            Is::Unknown,
            glance("unseen"),
            Tone::Caution,
            if at.flow.is_device_code() {
                message("consent.app.by-code")
            } else if at.settings.lists_apps() {
                message("consent.app.unseen-listed")
            } else {
                message("consent.app.unseen")
            },
        ),
    };
    Finding {
        is,
        short,
        line: Some(line(tone, text)),
    }
}

/// One line that a tired person reads: what is wrong first, then what is not known.
fn glance(app: &Finding, others: &[&Option<Finding>]) -> Line {
    let mut parts: Vec<&Finding> = vec![app];
    parts.extend(others.iter().filter_map(|finding| finding.as_ref()));
    parts.sort_by_key(|finding| finding.is);
    let tone = match parts.first().map(|finding| finding.is) {
        Some(Is::Wrong) => Tone::Bad,
        _ if app.is == Is::Unknown => Tone::Caution,
        Some(Is::Unknown) => Tone::Plain,
        _ => Tone::Good,
    };
    let parts = parts.iter().map(|finding| finding.short.clone()).collect();
    let text = Message::Capitalized(joined(" · ", parts)).into();
    Line { tone, text }
}

/// What the profile is not sure of, so that nobody takes its silence or its word for more.
fn unverified(reputation: AppReputation<'_>) -> Option<Line> {
    let app = reputation.profile()?;
    let fields = app.doubtful()?;
    let names = values!["app" => &app.name, "fields" => fields];
    Some(line(Tone::Caution, say("profile.unverified", &names)))
}

/// Whether the profile's list of what such a page asks for may have gaps.
pub(crate) fn doubts_its_permissions(app: &Profile, kind: ConsentKind) -> bool {
    app.doubts("delegated") || (kind == ConsentKind::Admin && app.doubts("application"))
}

/// Where the app is registered, once Graph has told.
fn owner(reputation: AppReputation<'_>, journey: Option<&Journey>) -> Option<Line> {
    let app = reputation.profile()?;
    let wanted = app.owner_tenant.as_deref()?;
    let found = journey?
        .status
        .as_ref()?
        .app
        .as_ref()?
        .owner_tenant
        .as_deref()?;
    let names = [("app", app.name.as_str())];
    Some(if found.eq_ignore_ascii_case(wanted) {
        line(Tone::Good, say("consent.owner.right", &names))
    } else if app.doubts("owner_tenant") {
        line(Tone::Caution, say("consent.owner.wrong", &names))
    } else {
        line(Tone::Bad, say("consent.owner.wrong", &names))
    })
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

/// Whether the app asks for what it is known not to ask for. A list that is known to have gaps accuses
/// nobody.
fn asks_for_more(at: ConsentContext<'_>, reputation: AppReputation<'_>, asked: &Asked) -> bool {
    reputation
        .profile()
        .is_some_and(|app| !doubts_its_permissions(app, at.kind))
        && !asked.unexpected().is_empty()
}

/// Expected, unexpected, missing; what it adds and takes away; how bad it is.
fn permissions(at: ConsentContext<'_>, reputation: AppReputation<'_>, asked: &Asked) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some(app) = reputation.profile() {
        let unexpected = asked.unexpected();
        if !unexpected.is_empty() {
            let (tone, key) = if asks_for_more(at, reputation, asked) {
                (Tone::Bad, "consent.scopes.unexpected")
            } else {
                (Tone::Caution, "consent.scopes.unlisted")
            };
            let names = [("scopes", some(&unexpected)), ("app", app.name.clone())];
            let names = names.each_ref().map(|(name, text)| (*name, text.as_str()));
            lines.push(line(tone, say(key, &names)));
        } else if !asked.items.is_empty() {
            lines.push(line(Tone::Good, message("consent.scopes.expected")));
        }
        if !asked.items.is_empty() && !asked.missing.is_empty() {
            lines.push(line(
                Tone::Plain,
                say(
                    "consent.scopes.missing",
                    &[("app", &app.name), ("scopes", &asked.missing.join(", "))],
                ),
            ));
        }
    }
    let grants = at
        .journey
        .and_then(|journey| journey.status.as_ref())
        .map(|status| &status.grants);
    if at.kind == ConsentKind::Admin {
        lines.extend(change::said(asked.each(), grants, asked.unlisted));
    } else if let Some(held) = grants.and_then(|grants| grants.delegated.as_ref()) {
        lines.extend(again(asked, held));
    }
    lines
}

/// The most permissions that one sentence names.
const MOST_NAMED: usize = 12;

/// Names of permissions as a sentence has them: an app chooses how many there are.
pub(crate) fn some(names: &[String]) -> String {
    let mut shown = names[..names.len().min(MOST_NAMED)].join(", ");
    if names.len() > MOST_NAMED {
        shown.push_str(", …");
    }
    shown
}

/// A person's consent to an app that holds something already: what is new about it.
fn again(asked: &Asked, held: &[consentry_wire::api::DelegatedGrant]) -> Option<Line> {
    let (old, new): (Vec<_>, Vec<_>) = asked
        .items
        .iter()
        .filter(|item| !item.scope.is_sign_in() && !item.scope.is_default())
        .partition(|item| {
            let value = item.scope.named(item.kind).map(|named| named.value);
            held.iter().any(|held| {
                value
                    .as_deref()
                    .is_some_and(|value| value.eq_ignore_ascii_case(&held.value))
            })
        });
    if old.is_empty() {
        return None;
    }
    Some(if new.is_empty() {
        line(Tone::Plain, message("consent.again.nothing"))
    } else {
        let new: Vec<String> = new.iter().map(|item| item.shown()).collect();
        line(
            Tone::Plain,
            say("consent.again.adds", &[("scopes", &some(&new))]),
        )
    })
}

/// How much is asked for, in figures: alarming only where the app is a stranger.
fn summary(asked: &Asked, reputation: AppReputation<'_>) -> Option<Line> {
    let is_default = |item: &asked::Item| item.scope.is_default();
    // What stands for a list that is not known here is no permission to be counted.
    if asked.unlisted && asked.items.iter().all(is_default) {
        let tone = match reputation {
            AppReputation::Profiled(_) | AppReputation::Microsofts(_) => Tone::Plain,
            _ => Tone::Caution,
        };
        return Some(line(tone, message("consent.asks.unlisted")));
    }
    if asked.items.is_empty() {
        return None;
    }
    let risks = asked.risks();
    let counts: Vec<Text> = risks
        .iter()
        .map(|(risk, count)| {
            let risk = message(&format!("consent.risk.{}", risk.name()));
            joined(" ", vec![count.to_string().into(), risk])
        })
        .collect();
    let worst = risks.first().map_or(Tone::Plain, |(risk, _)| risk.tone());
    let tone = if reputation.profile().is_some() && asked.unexpected().is_empty() {
        Tone::Plain
    } else {
        worst
    };
    Some(line(
        tone,
        say(
            "consent.asks",
            &[
                ("count", asked.items.len().to_string().into()),
                ("risks", joined(", ", counts)),
            ],
        ),
    ))
}

fn answer_goes_to(at: ConsentContext<'_>, reputation: AppReputation<'_>) -> Option<Line> {
    let origin = at.request?.redirect.as_deref()?;
    let url = Url::parse(origin).ok();
    let shown = where_to(origin);
    let names = [("host", shown.as_str())];
    let backend = Url::parse(&at.settings.backend).ok();
    let ours = backend
        .zip(url.as_ref())
        .is_some_and(|(backend, url)| backend.origin() == url.origin());
    let portal = at.kind == ConsentKind::Admin
        && address::site(origin, &at.settings.backend) == Some(address::Site::Portal);
    // Any app may register the portal's landing page: where nobody was sent to the portal, it speaks
    // neither for the app nor against it.
    if portal && !at.is_due {
        return Some(line(Tone::Plain, say("consent.redirect.plain", &names)));
    }
    if portal {
        return Some(line(Tone::Good, say("consent.redirect.portal", &names)));
    }
    let Some(app) = reputation.profile() else {
        return Some(line(Tone::Plain, say("consent.redirect.plain", &names)));
    };
    // A profile names hosts: what answers there over TLS, at the usual port.
    let host = url
        .as_ref()
        .filter(|url| url.scheme() == "https" && url.port().is_none())
        .map(address::host)
        .unwrap_or_default();
    let declared = |list: &[String]| list.iter().any(|known| known.eq_ignore_ascii_case(host));
    let own = app.entry.as_ref().map(|entry| entry.host.as_str());
    Some(
        if ours || own == Some(host) || declared(&app.callback_hosts) {
            line(Tone::Good, say("consent.redirect.known", &names))
        } else if (app.callback_hosts.is_empty() && own.is_none()) || app.doubts("callback_hosts") {
            line(Tone::Plain, say("consent.redirect.plain", &names))
        } else {
            line(Tone::Bad, say("consent.redirect.unexpected", &names))
        },
    )
}

/// An origin as it is shown: without the scheme where that is the usual one.
pub(crate) fn where_to(origin: &str) -> String {
    let shown = origin.strip_prefix("https://").unwrap_or(origin);
    untrusted::text(shown, untrusted::NAME)
}

/// What an address contradicts itself in.
pub(crate) fn doubts(request: Option<&Request>) -> Vec<Line> {
    contradiction::lines(request, &Shown::default(), AppReputation::Unknown)
}

/// What the page says of the publisher. A name can be chosen and a badge can be drawn, so this
/// never speaks for an app, and against one only softly.
fn publisher(reputation: AppReputation<'_>, shown: &Shown) -> Vec<Line> {
    let mut lines = Vec::new();
    let wanted = reputation
        .profile()
        .and_then(|app| app.publisher.as_deref());
    match (shown.publisher.as_deref(), wanted) {
        (Some(publisher), Some(wanted)) => {
            let names = [("publisher", publisher), ("wanted", wanted)];
            let same = consentry_catalog::label::normalise(publisher)
                == consentry_catalog::label::normalise(wanted);
            lines.push(if same {
                line(Tone::Plain, say("consent.publisher.same", &names))
            } else {
                line(Tone::Caution, say("consent.publisher.other", &names))
            });
        }
        (Some(publisher), None) => lines.push(line(
            Tone::Plain,
            say("consent.publisher.shown", &[("publisher", publisher)]),
        )),
        (None, _) => {
            let verified = shown.verified_publisher.as_deref();
            lines.extend(verified.map(|publisher| {
                let names = [("publisher", publisher)];
                line(Tone::Plain, say("consent.publisher.shown", &names))
            }));
        }
    }
    let stranger = matches!(reputation, AppReputation::Unknown | AppReputation::Unnamed);
    match shown.badge {
        Badge::Unverified if stranger => {
            lines.push(line(Tone::Caution, message("consent.publisher.unverified")));
        }
        Badge::Unverified => {
            lines.push(line(Tone::Plain, message("consent.publisher.unverified")));
        }
        Badge::Verified => lines.push(line(Tone::Plain, message("consent.publisher.verified"))),
        Badge::Unknown => {
            lines.push(line(Tone::Plain, message("consent.publisher.unseen")));
        }
    }
    lines
}

/// The smallest role that can do this, with where that is known from.
fn who_is_needed(
    at: ConsentContext<'_>,
    reputation: AppReputation<'_>,
    asked: &Asked,
) -> Option<Line> {
    // Of a list that is not known here nobody can say who may grant it.
    let unknown = asked.unlisted && reputation.profile().is_none();
    if asked.items.is_empty() || unknown {
        return None;
    }
    if at.kind == ConsentKind::Admin || at.ticked == Some(true) {
        let roles =
            consentry_catalog::roles::names(&consentry_catalog::roles::smallest(asked.each()));
        return Some(line(
            Tone::Plain,
            say(
                "consent.role.needed",
                &[
                    ("role", roles),
                    ("source", consentry_catalog::roles::source().into()),
                ],
            ),
        ));
    }
    let delegated = asked
        .items
        .iter()
        .filter(|item| item.kind == Kind::Delegated)
        .map(|item| &item.scope);
    Some(match consentry_catalog::roles::for_oneself(delegated) {
        Needed::Oneself => line(Tone::Plain, message("consent.role.oneself")),
        Needed::OneselfUnless(scopes) => line(
            Tone::Plain,
            say(
                "consent.role.unless",
                &[
                    ("scopes", scopes.join(", ")),
                    (
                        "source",
                        consentry_catalog::roles::source_for_oneself().to_owned(),
                    ),
                ],
            ),
        ),
        Needed::Roles(roles) => line(
            Tone::Plain,
            say(
                "consent.role.needed",
                &[
                    ("role", consentry_catalog::roles::names(&roles)),
                    ("source", consentry_catalog::roles::source().into()),
                ],
            ),
        ),
    })
}

#[cfg(test)]
mod tests;
