//! What is said of the app that asks and of its publisher.

use super::app_reputation::AppReputation;
use super::context::ConsentContext;
use super::finding::{Finding, Is};
use super::shown::{Badge, Shown};
use crate::model::Journey;
use consentry_catalog::client::Report;
use consentry_wire::text::{in_english, message, say};
use consentry_wire::values;
use consentry_wire::view::{Line, Tone, line};

pub(super) fn app_line(reputation: AppReputation<'_>, at: ConsentContext<'_>) -> Finding {
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

/// What the profile is not sure of, so that nobody takes its silence or its word for more.
pub(super) fn unverified(reputation: AppReputation<'_>) -> Option<Line> {
    let app = reputation.profile()?;
    let fields = app.doubtful()?;
    let names = values!["app" => &app.name, "fields" => fields];
    Some(line(Tone::Caution, say("profile.unverified", &names)))
}

/// Where the app is registered, once Graph has told.
pub(super) fn owner(reputation: AppReputation<'_>, journey: Option<&Journey>) -> Option<Line> {
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

/// What the page says of the publisher. A name can be chosen and a badge can be drawn, so this
/// never speaks for an app, and against one only softly.
pub(super) fn publisher(reputation: AppReputation<'_>, shown: &Shown) -> Vec<Line> {
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
