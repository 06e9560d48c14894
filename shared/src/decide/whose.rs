//! Whose page it is: the journey and the app it belongs to.

use crate::address;
use crate::find::{Here, Named};
use crate::guide::{self, Place};
use crate::model::{Journey, Model};
use crate::page::{Page, PortalPage};
use crate::profile::{self, Profile};
use crate::sighting::Sighting;
use crate::{label, update};

/// The journey a page belongs to, if it belongs to one.
pub(crate) fn journey_of<'a>(model: &'a Model, tab_id: u32, page: &Page) -> Option<&'a Journey> {
    let tab = model.session.tabs.get(&tab_id)?;
    let bound = tab.journey.as_deref().and_then(|id| model.journey(id));
    // A tab keeps to the journey it was bound to, as far as its page can be about it.
    let of = |profile: &str| {
        bound
            .filter(|journey| journey.profile == profile)
            .or_else(|| model.of(profile))
    };
    let in_portal = || {
        bound
            .filter(|journey| leads_to_the_portal(journey))
            .or_else(|| model.preferred(leads_to_the_portal))
    };
    match page {
        Page::Entry { profile, .. } => of(profile),
        Page::HandOff => bound,
        Page::SignIn(_)
        | Page::Consent(_)
        | Page::ApprovalRequired
        | Page::ApprovalRequested
        | Page::SignInError(_)
        | Page::PersonalAccount => {
            let client_id = &tab.request.as_ref()?.client_id;
            match profile::by_client_id(client_id) {
                Some(profile) => of(&profile.id),
                None if address::is_portal_app(client_id) => in_portal(),
                None => None,
            }
        }
        Page::Portal(PortalPage {
            app_id: Some(app_id),
            ..
        }) => profile::by_client_id(app_id)
            .and_then(|profile| of(&profile.id))
            .or_else(in_portal),
        Page::Portal(_) | Page::ConsentReturn { .. } => in_portal(),
        Page::Unknown(_) => None,
    }
}

/// Whether something of a journey is to be done in the portal, by this person.
fn leads_to_the_portal(journey: &Journey) -> bool {
    guide::authorize_connector()
        .step
        .iter()
        .any(|step| step.elsewhere != Place::Entry && update::is_mine(journey, step.actor))
}

pub(crate) fn named<'a>(app: Option<&'a Profile>, tenant: Option<&'a str>) -> Named<'a> {
    Named {
        app: app.map(|app| app.name.as_str()),
        client_ids: app.map(|app| app.client_ids.as_slice()).unwrap_or_default(),
        tenant,
        here: Here::Right,
    }
}

/// Whether a page says that it is about an app: by its id, by the object id Graph has shown, or,
/// where the address has neither, by the name in the title. A name proves nothing, but nothing is
/// granted before the window that shows the id.
pub(crate) fn here(page: &Page, app: &Profile, object_id: Option<&str>) -> Here {
    let Page::Portal(portal) = page else {
        return Here::Right;
    };
    if !portal.name.starts_with("app-") || portal.name.starts_with("app-list") {
        return Here::Right;
    }
    // Without an id nothing tells the app from one that is called the same.
    if app.client_ids.is_empty() && object_id.is_none() {
        return Here::Unsaid;
    }
    // A title that names another app contradicts the address: who knows what would be granted.
    // One that reads like a control tells nothing: an app may be called anything.
    let named =
        |title: &str| label::says_so(&app.name, title, None) || label::anywhere(title).is_some();
    if portal.title.as_deref().is_some_and(|title| !named(title)) {
        return Here::Unsaid;
    }
    let by_object = portal.object_id.is_some() && portal.object_id.as_deref() == object_id;
    if portal.app_id.is_some() || by_object || portal.title.is_some() {
        Here::Right
    } else {
        Here::Unsaid
    }
}

/// Whether the app is registered in the tenant it is used in: only then is there anything to grant
/// in App registrations.
pub(super) fn is_own(app: &Profile, journey: &Journey) -> bool {
    app.is_own()
        || journey
            .status
            .as_ref()
            .and_then(|status| status.tenant.as_ref())
            .is_some_and(|tenant| {
                app.owner_tenant
                    .as_ref()
                    .is_some_and(|owner| owner.eq_ignore_ascii_case(&tenant.id))
            })
}

/// Pages on which a journey has something to say even where none of its stations stands.
pub(super) fn is_journey_page(page: &Page) -> bool {
    matches!(
        page,
        Page::Entry { .. }
            | Page::HandOff
            | Page::Portal(_)
            | Page::SignIn(_)
            | Page::ConsentReturn { .. }
    )
}

/// Whether the portal shows another app than the journey's.
pub(super) fn another_app(page: &Page, app: &Profile, journey: &Journey) -> bool {
    let Page::Portal(portal) = page else {
        return false;
    };
    match (&portal.app_id, &portal.object_id, journey.object_id()) {
        // Nobody knows the id: it is not another's, and nothing of it is lit.
        (Some(_), _, None) if app.client_ids.is_empty() => false,
        (Some(app_id), _, _) => {
            !app.is(app_id)
                && journey
                    .app_id()
                    .is_none_or(|id| !id.eq_ignore_ascii_case(app_id))
        }
        (None, Some(shown), Some(known)) => !shown.eq_ignore_ascii_case(known),
        _ => false,
    }
}

/// Whether the list shows an app that is called like ours and is not ours.
pub(super) fn lookalike(page: &Page, app: &Profile, frames: &[(u32, &Sighting)]) -> bool {
    if page.name() != "app-list" || app.client_ids.is_empty() {
        return false;
    }
    let plain = |text: &str| -> String {
        crate::label::normalise(text)
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect()
    };
    let name = plain(&app.name);
    frames
        .iter()
        .flat_map(|(_, sighting)| &sighting.controls)
        .any(|control| {
            let Some(row) = &control.row else {
                return false;
            };
            let row_is_ours = app
                .client_ids
                .iter()
                .any(|id| row.to_lowercase().contains(&id.to_lowercase()));
            !row_is_ours
                && control.role == "link"
                && (plain(&control.name).contains(&name)
                    || crate::label::has_direction_override(&control.name))
        })
}
