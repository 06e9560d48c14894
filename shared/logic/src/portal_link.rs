//! Where a step of a journey is done: addresses of the portal and of the app.

use crate::address::{self, Site};
use crate::model::{Journey, Settings};
use consentry_catalog::Catalog;
use consentry_catalog::route;
use consentry_wire::journey::Place;

/// The backend's advice where Microsoft lists no such app.
const ABSENT: &str = "app-not-listed";

/// Microsoft's page for the consent to an app that isn't in the organization yet: in the portal there is no row of it.
fn consent(catalog: &Catalog, journey: &Journey, settings: &Settings) -> Option<String> {
    let advice = journey.status.as_ref()?.advice.as_ref()?;
    let link = advice.link.as_deref().filter(|_| advice.code == ABSENT)?;
    let is_consent = address::site(catalog, link, &settings.backend) == Some(Site::Login);
    is_consent.then(|| link.to_owned())
}

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
    if place == Place::Permissions
        && let Some(consent) = consent(catalog, journey, settings)
    {
        return Some(consent);
    }
    match (journey.object_id(), journey.app_id(catalog)) {
        (Some(object), Some(app)) => route::of_app(&settings.portal, place, object, &app),
        _ => Some(format!(
            "{}/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview",
            settings.portal.trim_end_matches('/')
        )),
    }
}
