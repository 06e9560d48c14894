//! What the Properties page tells of the switch for required assignment.

use super::journey_for_page::{another_app, here};
use super::named;
use crate::find::{self, Here, Named};
use crate::model::Journey;
use crate::page::Page;
use crate::step_target::spec;
use consentry_catalog::Catalog;
use consentry_wire::sighting::Sighting;

/// Whether the page shows that only assigned people may use the journey's app: the switch is on, and
/// there is nothing left to save. A page's word, which Graph overrules.
pub(crate) fn is_required(
    catalog: &Catalog,
    page: &Page,
    frames: &[(u32, &Sighting)],
    journey: &Journey,
) -> bool {
    let app = journey.app(catalog);
    let Some(app) = app
        .as_deref()
        .filter(|app| page.name() == "app-properties" && !another_app(catalog, page, app, journey))
    else {
        return false;
    };
    let named = Named {
        here: here(catalog, page, app, journey.object_id()),
        ..named(Some(app), journey.tenant())
    };
    let one = |control: &str| {
        let outcome = find::find(catalog, spec(catalog, control, page)?, frames, named);
        match outcome.found() {
            [found] => Some(found.control),
            _ => None,
        }
    };
    named.here == Here::Right
        && one("assignment-yes").is_some_and(|switch| switch.checked == Some(true))
        && one("save").is_some_and(|save| save.disabled)
}
