//! What a rehearsal is like: the keys of `scenario.toml`, which documents each of them.
//!
//! Deliberately absent: what has happened so far. That is [`crate::world`].

mod choice;
mod cloud;
mod language;
mod portal;
mod switch;

use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use self::{
    choice::{
        AdminHeading, AfterSignIn, ConsentForm, Delta, Fault, FaultAt, Observer, ObserverRole,
        Starter, TickPlace, UserConsent,
    },
    cloud::Portal,
    language::Language,
    portal::{
        AdminLink, Filter, GrantControl, Menu, Overlay, Pane, PermissionsBlade, Popup,
        PortalAddress, Shell, Theme, YesNo,
    },
    switch::{Frames, Telemetry},
};
use crate::error::Error;

/// One rehearsal's circumstances. Every key has a default; unknown keys are refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one independent key of the file"
)]
pub struct Scenario {
    /// Display name of the tenant.
    pub tenant_name: String,
    /// Accounts in the directory.
    pub users: u32,
    /// `SharePoint` sites that are nobody's `OneDrive`.
    pub sites: u32,
    /// Who says "I" in the wizard.
    pub starter: Starter,
    /// Who may consent for themselves.
    pub user_consent: UserConsent,
    /// Whether approval can be asked for on Microsoft's page.
    pub request_form: bool,
    /// Whether only assigned accounts may use the app.
    pub assignment_required: bool,
    /// Accounts of other organizations that the picker lists as well.
    pub guests: u32,
    /// Whether the picker lists a personal account.
    pub personal_account: bool,
    /// Whether the app's publisher is verified.
    pub publisher_verified: bool,
    /// Whether the starter consented to signing in before, so that only the rest is asked.
    pub earlier_consent: bool,
    /// What the organization's own registration holds.
    pub observer: Observer,
    /// What the Global Administrator may do with what it reads.
    pub observer_role: ObserverRole,
    /// Whether an app that no profile describes is in the tenant.
    pub companion_listed: bool,
    /// Apps that only Graph shows.
    pub graph_apps: u32,
    /// Delegated grants of those apps.
    pub graph_grants: u32,
    /// How many of those grants have changed.
    pub graph_churn: u32,
    /// How many of those apps hold an application permission.
    pub graph_holders: u32,
    /// How Graph's deltas tell.
    pub delta: Delta,
    /// Where aka.ms leads.
    pub portal: Portal,
    /// Where the portal's addresses name the tenant.
    pub portal_address: PortalAddress,
    /// Whether the portal writes the old form of its routes.
    pub old_routes: bool,
    /// Whether aka.ms leads to the list or to the consent page itself.
    pub admin_link: AdminLink,
    /// Language of Microsoft's pages.
    pub language: Language,
    /// Colors of the portal.
    pub theme: Theme,
    /// How the portal's shell is nested.
    pub shell: Shell,
    /// Applications in the list that nobody looks for.
    pub app_list_size: u32,
    /// Applications that look like the app.
    pub lookalikes: u32,
    /// Whether the list's default filter hides the app.
    pub microsoft_apps_hidden: bool,
    /// What the list's filter is made of.
    pub filter: Filter,
    /// Seconds before the list shows anything.
    pub list_spins_s: u32,
    /// Whether the list's rows come as it is scrolled.
    pub list_loads_by_scrolling: bool,
    /// Which blades live in a cross-origin frame.
    pub blades_in_frames: Frames,
    /// Whether frames that are not shown stand beside the one that is.
    pub other_frames: bool,
    /// Whether menu and blade live in open shadow roots.
    pub shadow_roots: bool,
    /// What the left menu is made of.
    pub menu: Menu,
    /// Whether menu groups are closed at first.
    pub menu_collapsed: bool,
    /// Whether a group is called like one of its items.
    pub menu_group_like_item: bool,
    /// Whether the first deep link ends at the Overview.
    pub deep_link_to_overview: bool,
    /// Markup of the organization-wide checkbox.
    pub consent_form: ConsentForm,
    /// Where the checkbox stands.
    pub tick_place: TickPlace,
    /// Whether the permissions are explained before anybody asks.
    pub rows_expanded: bool,
    /// Whether the name of Accept is the only sign of it, and it has no id.
    pub accept_id_via_name: bool,
    /// Applications that ask for consent one after the other.
    pub consent_apps: u32,
    /// Where the page after the sign-in has its address.
    pub after_sign_in: AfterSignIn,
    /// The second line of the admin consent page.
    pub admin_heading: AdminHeading,
    /// Which Permissions blade the portal has.
    pub permissions_blade: PermissionsBlade,
    /// What the questions of Properties are made of.
    pub yes_no: YesNo,
    /// Form of the grant control.
    pub grant_control: GrantControl,
    /// Whether controls carry `data-telemetryname`.
    pub telemetry_names: Telemetry,
    /// What lies over the portal when it is first opened.
    pub overlay: Overlay,
    /// A pane that is open at first.
    pub pane: Pane,
    /// Whether the portal shows notices that quote its controls.
    pub toasts: bool,
    /// Renames what is generated.
    pub churn_seed: u32,
    /// Milliseconds between rebuilds of menu and blade; 0 is never.
    pub rerender_every_ms: u32,
    /// Milliseconds before every answer.
    pub latency_ms: u32,
    /// Seconds until a grant is seen by Graph and in new tokens.
    pub propagation_s: u32,
    /// Graph calls answered 429 after a tenant-wide grant.
    pub throttle: u32,
    /// Whether the sign-in asks to stay signed in.
    pub stay_signed_in: bool,
    /// Milliseconds the sign-in waits for an approval on a telephone; 0 is no such page.
    pub approve_sign_in_ms: u32,
    /// Whether the portal's session ends once in the middle.
    pub session_ends: bool,
    /// What becomes of the consent window.
    pub popup: Popup,
    /// One thing that goes wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<Fault>,
}

impl Default for Scenario {
    fn default() -> Self {
        Self {
            tenant_name: "Birchwood".to_owned(),
            users: 17,
            sites: 43,
            starter: Starter::GlobalAdmin,
            user_consent: UserConsent::Admins,
            request_form: false,
            assignment_required: false,
            guests: 0,
            personal_account: false,
            publisher_verified: false,
            earlier_consent: false,
            observer: Observer::None,
            observer_role: ObserverRole::Admin,
            companion_listed: false,
            graph_apps: 0,
            graph_grants: 0,
            graph_churn: 0,
            graph_holders: 0,
            delta: Delta::Plain,
            portal: Portal::Azure,
            portal_address: PortalAddress::Plain,
            old_routes: false,
            admin_link: AdminLink::List,
            language: Language::En,
            theme: Theme::Light,
            shell: Shell::Panorama,
            app_list_size: 12,
            lookalikes: 1,
            microsoft_apps_hidden: true,
            filter: Filter::Pill,
            list_spins_s: 0,
            list_loads_by_scrolling: false,
            blades_in_frames: Frames::Yes,
            other_frames: true,
            shadow_roots: false,
            menu: Menu::Service,
            menu_collapsed: true,
            menu_group_like_item: false,
            deep_link_to_overview: false,
            consent_form: ConsentForm::CheckboxNestedLabel,
            tick_place: TickPlace::After,
            rows_expanded: false,
            accept_id_via_name: true,
            consent_apps: 1,
            after_sign_in: AfterSignIn::Reprocess,
            admin_heading: AdminHeading::Review,
            permissions_blade: PermissionsBlade::React,
            yes_no: YesNo::Picker,
            grant_control: GrantControl::Button,
            telemetry_names: Telemetry::Yes,
            overlay: Overlay::None,
            pane: Pane::None,
            toasts: false,
            churn_seed: 0,
            rerender_every_ms: 0,
            latency_ms: 0,
            propagation_s: 0,
            throttle: 0,
            stay_signed_in: false,
            approve_sign_in_ms: 0,
            session_ends: false,
            popup: Popup::Opens,
            fault: None,
        }
    }
}

impl Scenario {
    /// Reads a scenario file's text. The error names the key, and the line it is on.
    pub fn parse(text: &str) -> Result<Self, Error> {
        toml::from_str(text).map_err(|e| Error::Scenario(e.to_string()))
    }

    /// This scenario with a JSON merge patch applied (RFC 7396).
    pub fn patched(&self, patch: &Value) -> Result<Self, Error> {
        let mut value = serde_json::to_value(self).map_err(|e| Error::Scenario(e.to_string()))?;
        merge(&mut value, patch);
        serde_json::from_value(value).map_err(|e| Error::Scenario(e.to_string()))
    }
}

/// RFC 7396 section 2, the whole algorithm.
fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(changes) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(serde_json::Map::new());
    }
    if let Value::Object(fields) = target {
        for (key, change) in changes {
            if change.is_null() {
                fields.remove(key);
            } else {
                merge(fields.entry(key.clone()).or_insert(Value::Null), change);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documented_file_is_the_default() {
        let file = Scenario::parse(include_str!("../scenario.toml")).unwrap();
        assert_eq!(file, Scenario::default());
    }

    #[test]
    fn the_documented_file_names_every_key() {
        let file: toml::Table = include_str!("../scenario.toml").parse().unwrap();
        let keys = serde_json::to_value(Scenario::default()).unwrap();
        for key in keys.as_object().unwrap().keys() {
            assert!(
                file.contains_key(key),
                "scenario.toml does not mention {key}"
            );
        }
    }

    #[test]
    fn an_unknown_key_is_refused_by_name() {
        let error = Scenario::parse("user = 17").unwrap_err().to_string();
        assert!(error.contains("unknown field `user`"), "{error}");
        assert!(error.contains("users"), "{error}");
        let patch = serde_json::json!({ "latency": 5 });
        let error = Scenario::default().patched(&patch).unwrap_err().to_string();
        assert!(error.contains("unknown field `latency`"), "{error}");
    }

    #[test]
    fn an_unknown_value_is_answered_with_the_ones_there_are() {
        let error = |text| Scenario::parse(text).unwrap_err().to_string();
        let frames = error("blades_in_frames = \"twice\"");
        assert!(
            frames.contains("true, false or \"all\" or \"nested\""),
            "{frames}"
        );
        assert!(error("menu = \"ribbon\"").contains("`flat`"));
        assert!(error("portal = \"aws\"").contains("`entra-us`"));
    }

    #[test]
    fn a_patch_changes_what_it_names_and_null_takes_a_fault_away() {
        let fault = serde_json::json!({ "users": 9, "fault": { "at": "token", "code": "503" } });
        let changed = Scenario::default().patched(&fault).unwrap();
        assert_eq!((changed.users, changed.sites), (9, 43));
        assert_eq!(changed.fault.as_ref().map(|f| f.at), Some(FaultAt::Token));
        let calm = changed
            .patched(&serde_json::json!({ "fault": null }))
            .unwrap();
        assert_eq!(calm.fault, None);
    }
}
