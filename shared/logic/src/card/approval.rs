//! The card of the page that says an admin must approve: what to do about it.

use super::{hand_off_offer, line, plain};
use crate::consent::app_reputation::AppReputation;
use crate::consent::asked::Asked;
use crate::consent::shown::Shown;
use crate::model::{Journey, Settings};
use crate::page::ConsentKind;
use consentry_catalog::Catalog;
use consentry_catalog::profile::Profile;
use consentry_catalog::request::Request;
use consentry_wire::text::{Text, message, say};
use consentry_wire::values;
use consentry_wire::view::{Card, CardKind, Tone, Weight};

/// Who may approve, and the ways to ask them. An app that is refused is not to be asked for.
pub(crate) fn approval(
    catalog: &Catalog,
    request: Option<&Request>,
    app: Option<&Profile>,
    shown: &Shown,
    journey: Option<&Journey>,
    settings: &Settings,
) -> Card {
    let reputation = AppReputation::of(catalog, request, app, shown, settings);
    let unknown = message("consent.unknown-app");
    let names = [("app", app.map_or(unknown, |app| Text::from(&app.name)))];
    if reputation.is_refused() {
        return plain(
            "approval-refused",
            CardKind::Alarm,
            say("wrong.approval.refused.title", &names),
            say("wrong.approval.refused.text", &names),
        );
    }
    let mut card = plain(
        "approval",
        CardKind::Note,
        say("wrong.approval.title", &names),
        say("wrong.approval.text", &names),
    );
    let everybody = request.is_some_and(Request::is_for_everybody);
    let kind = if everybody {
        ConsentKind::Admin
    } else {
        ConsentKind::User
    };
    let asked = Asked::of(catalog, kind, request, reputation.profile());
    let roles = match reputation.profile() {
        // In a journey the admin's grant is what ends it.
        Some(app) if journey.is_some() => consentry_catalog::roles::approver(catalog, app),
        _ => consentry_catalog::roles::names(&consentry_catalog::roles::smallest(
            catalog,
            asked.each(),
        )),
    };
    card.lines = vec![line(
        Tone::Plain,
        say(
            "wrong.approval.who",
            &values!["role" => roles, "source" => consentry_catalog::roles::source(catalog)],
        ),
    )];
    if shown.has_request_form {
        card.lines
            .push(line(Tone::Plain, message("wrong.approval.form")));
    }
    if let Some(journey) = journey {
        hand_off_offer(catalog, &mut card, journey, Weight::Primary);
    }
    card.lines
        .push(line(Tone::Plain, message("wrong.approval.causes")));
    // Then Microsoft asks for approval again however often it was granted.
    if request.is_some_and(Request::asks_each_time) {
        let text = say("wrong.approval.each-time", &names);
        card.lines.insert(0, line(Tone::Caution, text));
    }
    card
}
