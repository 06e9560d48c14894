//! Whose page it is: the journey and the app it belongs to.

use crate::address;
use crate::find::{Here, Named};
use crate::model::{Journey, Model};
use crate::page::{Page, PortalPage};
use crate::unprofiled;
use consentry_catalog::Catalog;
use consentry_catalog::profile::Profile;
use consentry_catalog::{label, skeleton};
use consentry_wire::journey::Place;
use consentry_wire::sighting::Sighting;

/// The journey a page belongs to, if it belongs to one.
pub(crate) fn journey_of<'a>(
    catalog: &Catalog,
    model: &'a Model,
    tab_id: u32,
    page: &Page,
) -> Option<&'a Journey> {
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
            .filter(|journey| leads_to_the_portal(catalog, journey))
            .or_else(|| model.preferred(|journey| leads_to_the_portal(catalog, journey)))
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
            let client_id = tab.request.as_ref()?.client_id.as_deref()?;
            match consentry_catalog::profiles::by_client_id(catalog, client_id) {
                Some(profile) => of(&profile.id),
                None if address::is_portal_app(catalog, client_id) => in_portal(),
                None => bound
                    .filter(|journey| journey.observer.as_deref() == Some(client_id))
                    .or_else(|| {
                        model.preferred(|journey| journey.observer.as_deref() == Some(client_id))
                    })
                    .or_else(|| of(&unprofiled::id(client_id))),
            }
        }
        Page::Portal(PortalPage {
            app_id: Some(app_id),
            ..
        }) => of(&unprofiled::profile_of(catalog, app_id)).or_else(in_portal),
        Page::Portal(_) | Page::ConsentReturn { .. } => in_portal(),
        Page::Unknown(_) => None,
    }
}

/// Whether something of a journey is to be done in the portal, by this person.
fn leads_to_the_portal(catalog: &Catalog, journey: &Journey) -> bool {
    consentry_catalog::guides::authorize_connector(catalog)
        .step
        .iter()
        .any(|step| step.elsewhere != Place::Entry && journey.is_mine(step.actor))
}

pub(crate) fn named<'a>(app: Option<&'a Profile>, tenant: Option<&'a str>) -> Named<'a> {
    Named {
        app: app.map(|app| app.name.as_str()),
        client_ids: app.map(|app| app.client_ids.as_slice()).unwrap_or_default(),
        tenant,
        directory: None,
        here: Here::Right,
    }
}

/// Whether a page says that it is about an app: by its id, by the object id Graph has shown, or,
/// where the address has neither, by the name in the title. A name proves nothing, but nothing is
/// granted before the window that shows the id.
pub(crate) fn here(catalog: &Catalog, page: &Page, app: &Profile, object_id: Option<&str>) -> Here {
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
    let named = |title: &str| {
        label::says_so(&app.name, title, None)
            || consentry_catalog::labels::anywhere(catalog, title).is_some()
    };
    // What the app is called is known by its profile alone.
    let nameless = unprofiled::is(app);
    let title = portal.title.as_deref().filter(|_| !nameless);
    if title.is_some_and(|title| !named(title)) {
        return Here::Unsaid;
    }
    let by_object = portal.object_id.is_some() && portal.object_id.as_deref() == object_id;
    if portal.app_id.is_some() || by_object || title.is_some() {
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

/// Pages on which a journey has something to say even where none of its targets stands.
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
pub(super) fn another_app(
    catalog: &Catalog,
    page: &Page,
    app: &Profile,
    journey: &Journey,
) -> bool {
    let Page::Portal(portal) = page else {
        return false;
    };
    match (&portal.app_id, &portal.object_id, journey.object_id()) {
        // Nobody knows the id: it is not another's, and nothing of it is lit.
        (Some(_), _, None) if app.client_ids.is_empty() => false,
        (Some(app_id), _, _) => {
            !app.is(app_id)
                && journey
                    .app_id(catalog)
                    .is_none_or(|id| !id.eq_ignore_ascii_case(app_id))
        }
        (None, Some(shown), Some(known)) => !shown.eq_ignore_ascii_case(known),
        _ => false,
    }
}

/// Whether the list shows an app that is called like ours and is not ours.
pub(super) fn lookalike(page: &Page, app: &Profile, frames: &[(u32, &Sighting)]) -> bool {
    // An app without a profile is known by its ID alone, whatever others are called.
    if page.name() != "app-list" || app.client_ids.is_empty() || unprofiled::is(app) {
        return false;
    }
    let name = skeleton::of(&app.name);
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
                && (skeleton::of(&control.name).contains(&name)
                    || consentry_catalog::label::has_direction_override(&control.name))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use consentry_wire::api::{Role, State, Status};
    use consentry_wire::sighting::Control;
    use serde_json::json;

    const APP: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";
    const OBJECT: &str = "1c6e8fe3-62a1-495e-8740-18ee55c1dfac";
    const OTHER: &str = "11111111-e023-4972-b6b0-794190c0fd98";
    const MAKER: &str = "f8cdef31-a31e-4b4a-93e4-5f571e91255a";

    fn app() -> Profile {
        let app = consentry_catalog::profiles::by_id(Catalog::built_in(), "office-365-mover");
        app.expect("it is built in").clone()
    }

    fn page(
        name: &'static str,
        app_id: Option<&str>,
        object_id: Option<&str>,
        title: Option<&str>,
    ) -> Page {
        let own = |text: &str| text.to_owned();
        Page::Portal(PortalPage {
            name: name.to_owned(),
            object_id: object_id.map(own),
            app_id: app_id.map(own),
            tenant: None,
            title: title.map(own),
            elsewhere: false,
        })
    }

    /// A journey whose connection shows the app, in the tenant of `tenant`.
    fn journey(model: &mut Model, tenant: &str) -> Journey {
        let mut journey = model
            .begin_journey(&app(), Role::GlobalAdmin, false, 1)
            .clone();
        let status: Status = serde_json::from_value(json!({
            "id": "c1",
            "profile": "office-365-mover",
            "role": "global-admin",
            "revision": 1,
            "state": State::NeedsAdminConsent,
            "tenant": { "id": tenant },
            "app": { "object_id": OBJECT, "app_id": APP },
        }))
        .expect("a status");
        journey.status = Some(status);
        journey
    }

    #[test]
    fn a_page_says_which_app_it_is_about_by_an_id_or_where_it_has_none_by_its_title() {
        let says = |app_id, object_id, title| {
            here(
                Catalog::built_in(),
                &page("app-permissions", app_id, object_id, title),
                &app(),
                Some(OBJECT),
            ) == Here::Right
        };
        assert!(says(Some(APP), None, None));
        assert!(says(None, Some(OBJECT), None));
        assert!(!says(None, Some(OTHER), None));
        assert!(!says(None, None, None));
        assert!(says(None, None, Some("Office 365 Mover")));
        assert!(!says(Some(APP), Some(OBJECT), Some("Zebra")));
        assert!(
            says(Some(APP), None, Some("Permissions")),
            "it reads like a control"
        );
        let list = page("app-list", None, None, Some("Zebra"));
        assert!(
            here(Catalog::built_in(), &list, &app(), None) == Here::Right,
            "a list is about none"
        );
        let registration = page("registration-overview", None, None, Some("Zebra"));
        assert!(here(Catalog::built_in(), &registration, &app(), None) == Here::Right);
    }

    #[test]
    fn another_app_is_one_of_another_id_and_without_one_of_another_object() {
        let mut model = Model::default();
        let known = journey(&mut model, OTHER);
        let is = |app_id: Option<&str>, object_id: Option<&str>| {
            another_app(
                Catalog::built_in(),
                &page("app-permissions", app_id, object_id, None),
                &app(),
                &known,
            )
        };
        assert!(!is(Some(APP), None) && !is(Some(&APP.to_uppercase()), Some(OTHER)));
        assert!(is(Some(OTHER), None));
        assert!(is(None, Some(OTHER)) && !is(None, Some(&OBJECT.to_uppercase())));
        assert!(!is(None, None));
        // Graph has shown the app under an id that the profile does not know.
        let mut moved = known.clone();
        let shown = moved.status.as_mut().and_then(|status| status.app.as_mut());
        OTHER.clone_into(&mut shown.expect("it is there").app_id);
        let at = page("app-permissions", Some(OTHER), None, None);
        assert!(!another_app(Catalog::built_in(), &at, &app(), &moved));
    }

    #[test]
    fn an_app_is_an_organizations_own_where_it_is_registered_or_the_profile_says_so() {
        let mut model = Model::default();
        let is =
            |model: &mut Model, app: &Profile, tenant: &str| is_own(app, &journey(model, tenant));
        let mut app = app();
        assert!(!is(&mut model, &app, OTHER));
        assert!(is(&mut model, &app, &MAKER.to_uppercase()));
        app.registration = consentry_catalog::profile::Registration::Own;
        assert!(is(&mut model, &app, OTHER));
    }

    #[test]
    fn a_link_that_is_called_like_the_app_in_another_apps_row_is_told() {
        let told = |role: &str, name: &str, row: Option<&str>| {
            let sighting = Sighting {
                controls: vec![Control {
                    role: role.to_owned(),
                    name: name.to_owned(),
                    row: row.map(str::to_owned),
                    ..Control::default()
                }],
                ..Sighting::default()
            };
            lookalike(
                &page("app-list", None, None, None),
                &app(),
                &[(0, &sighting)],
            )
        };
        let (theirs, ours) = (Some(OTHER), Some(APP));
        assert!(told("link", "Office 365 Mover", theirs));
        assert!(told("link", "Office-365 MOVER Pro", theirs));
        assert!(told("link", "revoM \u{202e}", theirs));
        assert!(
            told("link", "\u{41e}ffice 365 Mover", theirs),
            "a Cyrillic O"
        );
        assert!(!told("link", "Office 365 Mover", ours));
        assert!(!told("link", "Zebra", theirs));
        assert!(!told("cell", "Office 365 Mover", theirs));
        assert!(!told("link", "Office 365 Mover", None));
    }

    #[test]
    fn a_sign_in_belongs_to_the_journey_of_its_app_and_the_portals_own_to_one_that_leads_there() {
        let of = |address: &str| {
            let mut model = Model::default();
            model.begin_journey(&app(), Role::GlobalAdmin, false, 1);
            let tab = crate::model::Tab {
                request: consentry_catalog::request::request(address),
                ..crate::model::Tab::default()
            };
            model.session.tabs.insert(1, tab);
            journey_of(Catalog::built_in(), &model, 1, &Page::ApprovalRequired).is_some()
        };
        let sign_in = |client: &str| {
            of(&format!(
                "https://login.microsoftonline.com/common/oauth2/authorize?client_id={client}"
            ))
        };
        assert!(sign_in(APP));
        assert!(
            sign_in("c44b4083-3bb0-49c1-b47d-974e53cbdf3c"),
            "the portal's own"
        );
        assert!(!sign_in(OTHER));
    }

    #[test]
    fn a_tab_that_is_bound_to_another_apps_journey_is_about_the_pages_app() {
        let mut model = Model::default();
        let ours = model
            .begin_journey(&app(), Role::GlobalAdmin, false, 1)
            .id
            .clone();
        let cloudiway = consentry_catalog::profiles::by_id(Catalog::built_in(), "cloudiway")
            .expect("it is built in");
        let theirs = model.begin_journey(cloudiway, Role::GlobalAdmin, false, 1);
        let tab = crate::model::Tab {
            journey: Some(theirs.id.clone()),
            ..crate::model::Tab::default()
        };
        model.session.tabs.insert(1, tab);
        let entry = Page::Entry {
            profile: "office-365-mover".to_owned(),
            page: None,
        };
        let found =
            journey_of(Catalog::built_in(), &model, 1, &entry).map(|journey| journey.id.as_str());
        assert_eq!(found, Some(ours.as_str()));
    }

    #[test]
    fn a_consent_is_explained_and_is_no_place_to_be_sent_elsewhere_from() {
        assert!(is_journey_page(&Page::HandOff));
        assert!(is_journey_page(&page("app-list", None, None, None)));
        assert!(!is_journey_page(&Page::ApprovalRequired));
        assert!(!is_journey_page(&Page::Unknown(String::new())));
    }
}
