//! Taking back what was granted. It is done by hand, in the tenant; whether it worked is asked of
//! Graph afterwards, and believed only where the answer is younger than the deed.

use super::line;
use crate::model::{Journey, Settings, Undone};
use crate::recipe;
use consentry_catalog::Catalog;
use consentry_wire::api::{State, Status};
use consentry_wire::text::message;
use consentry_wire::view::{Line, Recipe, Tone};

/// What was found of something that a person says they have undone.
pub(crate) struct Found {
    /// In words. Only a good one is proven.
    pub(crate) line: Line,
    /// Whether nothing is left to be done in the journey where it is proven.
    pub(crate) ends: bool,
}

/// The person says that they have undone something.
pub(crate) fn look_for(catalog: &Catalog, journey: &mut Journey, id: String) {
    if recipe::all(catalog, true).any(|recipe| recipe.id == id) {
        journey.undone = Some(Undone {
            recipe: id,
            after: looked_at(journey),
        });
    }
}

/// When the backend looked last, by its own clock: a browser's clock may be another.
fn looked_at(journey: &Journey) -> Option<u64> {
    journey.status.as_ref()?.checked_at
}

/// What the backend knew when it was asked to look is from before the deed, though nobody had told of it:
/// where nothing is waited for, nobody listens.
pub(crate) fn knew(journey: &mut Journey, status: &Status) {
    if is_looked_for(journey)
        && let Some(undone) = &mut journey.undone
    {
        undone.after = undone.after.max(status.checked_at);
    }
}

/// Whether something that a person says was undone is not proven yet. It is followed until then: a look that
/// was under way when it was asked for may still show what was before.
pub(crate) fn is_unproven(journey: &Journey) -> bool {
    journey.undone.is_some() && found(journey).is_none_or(|found| found.line.tone != Tone::Good)
}

/// Whether the backend has not looked since the person said that something was undone.
fn is_looked_for(journey: &Journey) -> bool {
    journey
        .undone
        .as_ref()
        .is_some_and(|undone| looked_at(journey) <= undone.after)
}

/// The recipes, each with what was found of it.
pub(super) fn view(
    catalog: &Catalog,
    journey: &Journey,
    status: &Status,
    settings: &Settings,
) -> Vec<Recipe> {
    recipe::all(catalog, true)
        // What is open cannot be opened.
        .filter(|one| one.id != "require" || status.exposure.assignment_required != Some(false))
        .filter_map(|one| recipe::shown(catalog, one, journey, settings))
        .map(|shown| {
            let found = found(journey).filter(|_| {
                journey
                    .undone
                    .as_ref()
                    .is_some_and(|undone| undone.recipe == shown.id)
            });
            Recipe {
                found: found.map(|found| found.line),
                ..shown
            }
        })
        .collect()
}

/// What Graph shows of what was undone last.
pub(crate) fn found(journey: &Journey) -> Option<Found> {
    let undone = journey.undone.as_ref()?;
    let ends = undone.recipe != "require";
    let found = |tone, key: &str| {
        Some(Found {
            line: line(tone, message(key)),
            ends,
        })
    };
    let status = journey.status.as_ref()?;
    if is_looked_for(journey) {
        return found(Tone::Plain, "undo.asking");
    }
    let problem = match &status.state {
        State::NeedsReauthorization { cause: problem } | State::Blocked { problem } => {
            problem.code.as_str()
        }
        _ => "",
    };
    let answers = matches!(status.state, State::Authorized { .. } | State::Granted);
    let advised = status.advice.as_ref().map(|advice| advice.code.as_str());
    let gone = problem == "app-not-in-tenant" || advised == Some("app-not-listed");
    let refused = matches!(status.state, State::NeedsAdminConsent);
    match undone.recipe.as_str() {
        "grant" | "delete" if gone => found(Tone::Good, "undo.gone"),
        "grant" if refused => found(Tone::Good, "undo.refused"),
        "disable" if problem == "app-disabled" => found(Tone::Good, "undo.disabled"),
        "disable" if enabled(status) == Some(false) => found(Tone::Good, "undo.disabled"),
        "require" => match status.exposure.assignment_required {
            Some(false) => found(Tone::Good, "undo.open"),
            Some(true) => found(Tone::Caution, "undo.still"),
            None => found(Tone::Plain, "undo.unknown"),
        },
        _ if answers => found(Tone::Caution, "undo.still"),
        _ => found(Tone::Plain, "undo.unknown"),
    }
}

fn enabled(status: &Status) -> Option<bool> {
    status.app.as_ref()?.enabled
}
