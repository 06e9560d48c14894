//! The judge: what is clicked on the tenant's pages is told here, and here alone is known whether
//! it was right. A page's own script names a control by its handler; nothing in the page's markup
//! tells the right one from its likes.
//!
//! Deliberately absent: the pages of the Consentry backend, which are no part of the tenant.

use std::sync::Arc;

use axum::{extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};

use crate::{login, tenant::Tenant, world::World};

/// One click, key or typed letter, as the page's script tells it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Click {
    page: String,
    /// `None` for everything that has no part in the rehearsal.
    control: Option<Control>,
    disabled: bool,
    /// Tag and words, for whoever reads the verdict.
    what: String,
}

/// A control that has a part in the rehearsal, by what it does.
#[derive(Debug, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
enum Control {
    /// An account of the picker.
    Tile { upn: String, ctx: String },
    /// The name's field and its Next; Yes and No of "Stay signed in?".
    SignIn,
    /// The checkbox for the whole organization.
    Tick,
    /// Accept on a consent page.
    Accept { ctx: String, ticked: bool },
    /// A row of the list of applications.
    ListRow { object_id: String },
    /// The list's search box.
    ListSearch,
    /// The filter that hides applications of the platform.
    ListFilter,
    /// An item of the left menu, of an application or of the list.
    MenuItem {
        object_id: Option<String>,
        item: String,
        current: String,
    },
    /// A group of the left menu.
    MenuGroup {
        object_id: Option<String>,
        items: Vec<String>,
        open: bool,
    },
    /// "Grant admin consent for ...".
    Grant { object_id: String },
    /// What the optional hardening needs: the assignment toggle, Save, Add user, Assign.
    Harden { object_id: String },
    /// What takes a nag or a tour away.
    Dismiss,
    /// A step of the app's wizard.
    Wizard,
}

/// What the judge makes of a click.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Right,
    Wrong,
    /// The organization-wide consent: never right, and what a daring robot tries on purpose.
    Trap,
}

/// A click on something that was not the right control.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct WrongClick {
    pub(crate) page: String,
    pub(crate) what: String,
}

/// All clicks so far.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Clicks {
    pub(crate) right: u64,
    pub(crate) traps: u64,
    pub(crate) wrong: Vec<WrongClick>,
}

/// `POST /practice/judge`, on every host.
pub(crate) async fn hear(State(tenant): State<Arc<Tenant>>, body: String) -> StatusCode {
    let Ok(click) = serde_json::from_str::<Click>(&body) else {
        return StatusCode::BAD_REQUEST;
    };
    let mut world = tenant.world();
    let verdict = judge(&tenant, &world, &click);
    let clicks = &mut world.history.clicks;
    match verdict {
        Verdict::Right => clicks.right += 1,
        Verdict::Trap => clicks.traps += 1,
        Verdict::Wrong => clicks.wrong.push(WrongClick {
            page: click.page,
            what: click.what,
        }),
    }
    StatusCode::NO_CONTENT
}

/// Menu items that lead on: to the grant, and once that is given to the hardening as well.
fn items(tenant: &Tenant, world: &World) -> &'static [&'static str] {
    if world.grants.tenant_wide(&tenant.star().id) {
        &["Permissions", "Properties", "Users"]
    } else {
        &["Permissions"]
    }
}

fn judge(tenant: &Tenant, world: &World, click: &Click) -> Verdict {
    let star = world.app(&tenant.star().id).map(|sp| sp.object_id);
    let is_star = |id: &str| star.is_some_and(|star| star.to_string().eq_ignore_ascii_case(id));
    let leads_on = |item: &String| items(tenant, world).contains(&item.as_str());
    let right = match &click.control {
        None => false,
        Some(_) if click.disabled => false,
        Some(Control::Tick | Control::Accept { ticked: true, .. }) => return Verdict::Trap,
        Some(Control::Tile { upn, ctx }) => world
            .flows
            .seen(ctx)
            .is_some_and(|held| login::leads_on(tenant, world, &held.errand, upn)),
        Some(Control::Accept { ctx, .. }) => world
            .flows
            .seen(ctx)
            .is_some_and(|held| held.errand.client_id() == tenant.star().id),
        Some(
            Control::ListRow { object_id }
            | Control::Grant { object_id }
            | Control::Harden { object_id },
        ) => is_star(object_id),
        Some(Control::ListFilter) => world.scenario.microsoft_apps_hidden,
        Some(Control::MenuItem {
            object_id,
            item,
            current,
        }) => {
            item != current
                && match object_id {
                    Some(id) => is_star(id) && leads_on(item),
                    None => item == "AppAppsPreview",
                }
        }
        Some(Control::MenuGroup {
            object_id,
            items,
            open,
        }) => {
            !open
                && match object_id {
                    Some(id) => is_star(id) && items.iter().any(leads_on),
                    None => items.iter().any(|item| item == "AppAppsPreview"),
                }
        }
        Some(Control::SignIn | Control::ListSearch | Control::Dismiss | Control::Wizard) => true,
    };
    if right {
        Verdict::Right
    } else {
        Verdict::Wrong
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use url::Url;

    use super::*;
    use crate::{Options, Scenario, tenant::now, world::Account};

    fn tenant(scenario: Scenario) -> Tenant {
        Tenant::new(&Options {
            scenario,
            listen: ([127, 0, 0, 1], 0).into(),
            backend: Url::parse("https://backend.example").unwrap(),
            client_secret: "practice-secret".to_owned(),
        })
        .unwrap()
    }

    /// With the app in the tenant; answers its object id.
    fn with_app(tenant: &Tenant) -> String {
        let app = tenant.star().clone();
        let mut world = tenant.world();
        world.consent(&app, Account::ALL[0], &[], false, now());
        world.app(&app.id).unwrap().object_id.to_string()
    }

    fn verdict(tenant: &Tenant, control: &serde_json::Value) -> Verdict {
        let click = json!({ "page": "p", "control": control, "disabled": false, "what": "w" });
        judge(
            tenant,
            &tenant.world(),
            &serde_json::from_value(click).unwrap(),
        )
    }

    #[test]
    fn only_the_apps_own_row_is_right_and_a_look_alike_is_wrong() {
        let tenant = tenant(Scenario {
            lookalikes: 5,
            ..Scenario::default()
        });
        let star = with_app(&tenant);
        let rows: Vec<String> = tenant
            .world()
            .apps
            .iter()
            .map(|sp| sp.object_id.to_string())
            .collect();
        for id in rows {
            let click = json!({ "kind": "list-row", "objectId": id });
            let expected = if id == star {
                Verdict::Right
            } else {
                Verdict::Wrong
            };
            assert_eq!(verdict(&tenant, &click), expected);
        }
    }

    #[test]
    fn the_tick_and_accept_under_it_are_traps_wherever_they_stand() {
        let tenant = tenant(Scenario::default());
        assert_eq!(verdict(&tenant, &json!({ "kind": "tick" })), Verdict::Trap);
        let accept = json!({ "kind": "accept", "ctx": "", "ticked": true });
        assert_eq!(verdict(&tenant, &accept), Verdict::Trap);
    }

    #[test]
    fn a_filter_is_right_only_where_it_hides_the_app_and_a_menu_item_where_it_leads_on() {
        let plain = tenant(Scenario {
            microsoft_apps_hidden: false,
            ..Scenario::default()
        });
        assert_eq!(
            verdict(&plain, &json!({ "kind": "list-filter" })),
            Verdict::Wrong
        );
        let star = with_app(&plain);
        let item = |item, current| json!({ "kind": "menu-item", "objectId": star, "item": item, "current": current });
        assert_eq!(
            verdict(&plain, &item("Permissions", "Overview")),
            Verdict::Right
        );
        assert_eq!(
            verdict(&plain, &item("Permissions", "Permissions")),
            Verdict::Wrong
        );
        for other in ["TokenEncryption", "Properties"] {
            assert_eq!(verdict(&plain, &item(other, "Overview")), Verdict::Wrong);
        }
        let (app, adele) = (plain.star().clone(), Account::ALL[0]);
        let scopes = ["User.Read".to_owned()];
        plain
            .world()
            .admin_consent(&app, adele, &scopes, &[], now());
        assert_eq!(
            verdict(&plain, &item("Properties", "Overview")),
            Verdict::Right
        );
        let hidden = tenant(Scenario::default());
        assert_eq!(
            verdict(&hidden, &json!({ "kind": "list-filter" })),
            Verdict::Right
        );
    }

    #[test]
    fn what_nobody_named_or_what_is_greyed_out_is_wrong() {
        let tenant = tenant(Scenario::default());
        assert_eq!(verdict(&tenant, &json!(null)), Verdict::Wrong);
        let click = json!({
            "page": "p", "control": { "kind": "wizard" }, "disabled": true, "what": "w",
        });
        let click: Click = serde_json::from_value(click).unwrap();
        assert_eq!(judge(&tenant, &tenant.world(), &click), Verdict::Wrong);
    }
}
