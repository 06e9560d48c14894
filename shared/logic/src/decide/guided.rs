//! A page of the journey: the one control of its step.

use super::journey_for_page::{another_app, here, is_journey_page, is_own, lookalike, named};
use super::{Decision, mark};
use crate::card;
use crate::find::{self, Found, Named};
use crate::model::{Journey, Model, Tab};
use crate::page::{Page, SignIn};
use crate::step_target::{OfApp, StepMatch, stand};
use crate::unprofiled;
use consentry_catalog::Catalog;
use consentry_catalog::guide::What;
use consentry_catalog::profile::Profile;
use consentry_wire::api::Role;
use consentry_wire::mark::MarkKind;
use consentry_wire::sighting::Sighting;

pub(super) fn guided_page(
    catalog: &Catalog,
    model: &Model,
    tab: &Tab,
    page: &Page,
    journey: Option<&Journey>,
    now: u64,
    decision: &mut Decision,
) {
    let Some(journey) = journey else {
        if let Page::Entry { profile, page } = page
            && page.as_deref() == Some("wizard-start")
        {
            decision.card = consentry_catalog::profiles::by_id(catalog, profile)
                .map(|app| card::begin(catalog, app));
        }
        return;
    };
    let app = journey.app(catalog);
    let Some(app) = app.as_deref() else { return };
    let frames = tab.sightings();
    let frames = frames.as_slice();
    if let Some(wrong) = card::wrong_turn(page, journey, app) {
        decision.card = Some(wrong);
        return;
    }
    let Some(step) = journey.step(catalog, now) else {
        if is_journey_page(page) {
            decision.card = Some(card::done(journey, app, page, now));
        }
        return;
    };
    if !journey.is_mine(step.actor) {
        if matches!(page, Page::Entry { .. }) {
            decision.card = Some(card::wait_for_granter(catalog, journey, app));
        }
        return;
    }
    if signs_in_to_the_app_itself(tab, app, step.ends) {
        return;
    }
    if another_app(catalog, page, app, journey) {
        decision.card = Some(card::another_app(journey, app));
        return;
    }
    if reports_a_failed_grant(catalog, page, frames) && step.ends == What::Authorized {
        decision.card = Some(card::grant_failed(app));
        return;
    }
    let propagating = step.ends == What::Authorized && card::is_propagating(journey);
    if propagating && is_journey_page(page) && !matches!(page, Page::SignIn(_)) {
        decision.card = Some(card::propagating(journey, app));
        return;
    }
    let quiet = now.saturating_sub(tab.changed_at);
    if (is_starting(page, frames) || is_elsewhere(page)) && quiet < ARRIVES_MS {
        decision.wake_after_ms = Some(ARRIVES_MS - quiet);
        return;
    }
    let (matched, wake) = stand(
        catalog,
        step,
        page,
        frames,
        Named {
            here: here(catalog, page, app, journey.object_id()),
            directory: journey.directory(),
            ..named(Some(app), journey.tenant())
        },
        OfApp {
            own: is_own(app, journey),
            by_id: unprofiled::is(app),
        },
        quiet,
    );
    decision.wake_after_ms = wake;
    let Some(matched) = matched else {
        // An optional step that is only about the app's own page does not nag elsewhere.
        if is_journey_page(page) && !matches!(page, Page::SignIn(_)) {
            decision.card = Some(if step.ends == What::Loaded {
                card::done(journey, app, page, now)
            } else {
                card::elsewhere(catalog, journey, app, step)
            });
        }
        return;
    };
    paint_match(&matched, journey, app, page, decision);
    decision.not_shown_because = matched
        .not_shown
        .as_ref()
        .map(|not_shown| card::not_shown_words(catalog, not_shown, Some(app)));
    decision.card = Some(card::target(
        catalog,
        &matched,
        journey,
        app,
        page,
        &model.session.settings,
        lookalike(page, app, frames),
    ));
}

/// Whether a tab signs in to an app without a profile, where the step is to sign in to the observer: it leads nowhere.
fn signs_in_to_the_app_itself(tab: &Tab, app: &Profile, ends: What) -> bool {
    let request = tab.request.as_ref();
    let to = request.and_then(|request| request.client_id.as_deref());
    unprofiled::is(app) && ends == What::Connected && to.is_some_and(|to| app.is(to))
}

/// Whether the portal announces that a grant failed.
fn reports_a_failed_grant(catalog: &Catalog, page: &Page, frames: &[(u32, &Sighting)]) -> bool {
    matches!(page.name(), "app-permissions" | "registration-permissions")
        && frames
            .iter()
            .flat_map(|(_, sighting)| &sighting.controls)
            .filter(|control| {
                control.visible && matches!(control.role.as_str(), "alert" | "status")
            })
            .any(|control| {
                consentry_catalog::labels::mentions(catalog, "grant-failed", &control.name)
            })
}

/// How long a portal that starts, or goes from one page to another, may be quiet before what it shows counts
/// as where the person stands.
const ARRIVES_MS: u64 = 2_000;

/// A portal that starts has no route in its address yet; it writes one there by itself.
fn is_starting(page: &Page, frames: &[(u32, &Sighting)]) -> bool {
    matches!(page, Page::Portal(_))
        && frames
            .first()
            .is_some_and(|(_, top)| !top.url.contains('#'))
}

/// A page that shows another one than its address names has mostly just been left: what led away from it
/// must not be pointed at once more.
fn is_elsewhere(page: &Page) -> bool {
    matches!(page, Page::Portal(portal) if portal.elsewhere)
}

fn paint_match(
    matched: &StepMatch<'_, '_>,
    journey: &Journey,
    app: &Profile,
    page: &Page,
    decision: &mut Decision,
) {
    let known_account = journey
        .status
        .as_ref()
        .and_then(|status| status.account.as_deref());
    // Where the account is known that will do, it alone is pointed at; who may grant for somebody
    // else's journey, and who signs in first, only the person knows.
    let same = (*page == Page::SignIn(SignIn::AccountPicker)
        && journey.role == Role::GlobalAdmin
        && !journey.approver)
        .then_some(known_account)
        .flatten();
    let matching: Vec<Found<'_>> = same
        .map(|account| {
            matched
                .found
                .iter()
                .copied()
                .filter(|found| find::is_account(found.control, account))
                .collect()
        })
        .unwrap_or_default();
    let (found, kind) = if matching.len() == 1 {
        (matching, MarkKind::Point)
    } else if matched.many && matched.found.len() > 1 {
        (matched.found.clone(), MarkKind::Choose)
    } else {
        (matched.found.clone(), MarkKind::Point)
    };
    let control = matched.target.light.as_deref().unwrap_or_default();
    for found in found {
        mark(
            decision,
            control,
            found,
            kind,
            matched.target.ask,
            card::typed(matched.target, app),
        );
    }
}
