//! Where a step of a journey is done: addresses of the portal and of the app.

use crate::model::{Journey, Settings};
use consentry_catalog::Catalog;
use consentry_catalog::route;
use consentry_wire::journey::Place;

/// The address of a place of a journey.
pub(crate) fn link(
    catalog: &Catalog,
    place: Place,
    journey: &Journey,
    settings: &Settings,
) -> Option<String> {
    if place == Place::Entry {
        return Some(journey.app(catalog)?.entry.as_ref()?.url.clone());
    }
    match (journey.object_id(), journey.app_id(catalog)) {
        (Some(object), Some(app)) => route::of_app(&settings.portal, place, object, &app),
        _ => Some(format!(
            "{}/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview",
            settings.portal.trim_end_matches('/')
        )),
    }
}
