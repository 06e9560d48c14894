//! A grant that the organization's observer has read: what it says, who says it, and where to see it.

use super::{action, plain};
use crate::model::Journey;
use consentry_catalog::profile::Profile;
use consentry_wire::api::{Expectation, State, Status};
use consentry_wire::journey::Place;
use consentry_wire::text::{message, say};
use consentry_wire::view::{Action, Card, CardKind, Choice, Line, Tone, Weight, line};

/// The status of a journey whose grant is listed, and was used by nobody as far as is known.
pub(crate) fn listed(journey: &Journey) -> Option<&Status> {
    let status = journey.status.as_ref();
    status.filter(|status| status.state == State::Granted)
}

/// The last word on it.
pub(super) fn card(journey: &Journey, app: &Profile, status: &Status, now: u64) -> Card {
    let mut card = plain(
        "granted",
        CardKind::Done,
        message("granted.title"),
        message(compared(status)),
    );
    if journey.is_due(now) {
        let due = say("reminder.due", &[("app", &app.name)]);
        card.lines.push(line(Tone::Caution, due));
    }
    card.lines.extend(lines(status));
    card.actions.push(see(journey, Weight::Primary));
    card
}

/// Who read it, and what nobody has shown.
pub(crate) fn lines(status: &Status) -> Vec<Line> {
    let tenant = status.tenant.as_ref();
    let tenant = tenant.map(|tenant| tenant.name.as_deref().unwrap_or(&tenant.id));
    let read = match tenant {
        Some(tenant) => say("granted.by", &[("tenant", tenant)]),
        None => message("granted.by-observer"),
    };
    vec![
        line(Tone::Plain, read),
        line(Tone::Plain, message("granted.unused")),
    ]
}

/// Leads to where Microsoft lists it.
pub(crate) fn see(journey: &Journey, weight: Weight) -> Action {
    let choice = Choice::Open {
        journey: journey.id.clone(),
        place: Place::Permissions,
    };
    action(message("granted.see"), choice, weight)
}

/// What it was compared with.
fn compared(status: &Status) -> &'static str {
    match status.asked.as_ref().map(|asked| asked.source) {
        Some(Expectation::Profile) => "granted.profile",
        Some(Expectation::Link) => "granted.link",
        Some(Expectation::Unknown) | None => "granted.unknown",
    }
}
