//! Where a step of a journey is done: addresses of the portal and of the app.

use crate::model::{Journey, Settings};
use consentry_wire::journey::Place;

/// The address of a place of a journey.
pub(crate) fn link(place: Place, journey: &Journey, settings: &Settings) -> Option<String> {
    let item = match place {
        Place::Entry => return Some(journey.app()?.entry.as_ref()?.url.clone()),
        Place::Permissions => "Permissions",
        Place::Users => "Users",
        Place::Properties => "Properties",
    };
    let portal = settings.portal.trim_end_matches('/');
    Some(match (journey.object_id(), journey.app_id()) {
        (Some(object), Some(app)) => format!(
            "{portal}/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/{item}/objectId/{object}/appId/{app}"
        ),
        _ => format!(
            "{portal}/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview"
        ),
    })
}
