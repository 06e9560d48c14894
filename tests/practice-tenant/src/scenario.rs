//! What a rehearsal is like: the keys of `scenario.toml`, which documents each of them.
//!
//! Deliberately absent: what has happened so far. That is [`crate::world`].

use serde::{Deserialize, Serialize};
use serde_json::Value;

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
    /// Where aka.ms leads.
    pub portal: Portal,
    /// Language of Microsoft's pages.
    pub language: Language,
    /// Applications in the list that nobody looks for.
    pub app_list_size: u32,
    /// Applications that look like the app.
    pub lookalikes: u32,
    /// Whether the list's default filter hides the app.
    pub microsoft_apps_hidden: bool,
    /// Whether some blades live in a cross-origin frame.
    pub blades_in_frames: bool,
    /// Whether menu groups are closed at first.
    pub menu_collapsed: bool,
    /// Whether the first deep link ends at the Overview.
    pub deep_link_to_overview: bool,
    /// Markup of the organization-wide tick.
    pub consent_form: ConsentForm,
    /// Form of the grant control.
    pub grant_control: GrantControl,
    /// Whether controls carry `data-telemetryname`.
    pub telemetry_names: bool,
    /// Renames what is generated; its bits choose markup variants.
    pub churn_seed: u32,
    /// Milliseconds between rebuilds of menu and blade; 0 is never.
    pub rerender_every_ms: u32,
    /// Milliseconds before every answer.
    pub latency_ms: u32,
    /// Seconds until a grant is seen by Graph and in new tokens.
    pub propagation_s: u32,
    /// Graph calls answered 429 after a tenant-wide grant.
    pub throttle: u32,
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
            portal: Portal::Azure,
            language: Language::En,
            app_list_size: 12,
            lookalikes: 1,
            microsoft_apps_hidden: false,
            blades_in_frames: false,
            menu_collapsed: false,
            deep_link_to_overview: false,
            consent_form: ConsentForm::CheckboxLabel,
            grant_control: GrantControl::Button,
            telemetry_names: true,
            churn_seed: 0,
            rerender_every_ms: 0,
            latency_ms: 0,
            propagation_s: 0,
            throttle: 0,
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

/// Who begins in the wizard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Starter {
    /// A Global Administrator.
    GlobalAdmin,
    /// A `SharePoint` Administrator.
    SharepointAdmin,
}

/// Who may consent for themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UserConsent {
    /// Whoever holds an administrator's role.
    Admins,
    /// Everybody.
    Everyone,
    /// Nobody but a Global Administrator.
    Nobody,
}

/// The two portals that show the same blades.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Portal {
    /// portal.azure.com.
    Azure,
    /// entra.microsoft.com.
    Entra,
}

impl Portal {
    /// Its host name.
    pub fn host(self) -> &'static str {
        match self {
            Self::Azure => "portal.azure.com",
            Self::Entra => "entra.microsoft.com",
        }
    }
}

/// Languages of the pages, by BCP 47 tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the tag says it")]
pub enum Language {
    #[serde(rename = "en")]
    En,
    #[serde(rename = "de")]
    De,
    #[serde(rename = "fr")]
    Fr,
    #[serde(rename = "es")]
    Es,
    #[serde(rename = "ja")]
    Ja,
    #[serde(rename = "pt-BR")]
    PtBr,
    #[serde(rename = "it")]
    It,
    #[serde(rename = "nl")]
    Nl,
    #[serde(rename = "ko")]
    Ko,
    #[serde(rename = "zh-Hans")]
    ZhHans,
    #[serde(rename = "sv")]
    Sv,
}

impl Language {
    /// The tag, as in `<html lang>`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
            Self::Fr => "fr",
            Self::Es => "es",
            Self::Ja => "ja",
            Self::PtBr => "pt-BR",
            Self::It => "it",
            Self::Nl => "nl",
            Self::Ko => "ko",
            Self::ZhHans => "zh-Hans",
            Self::Sv => "sv",
        }
    }
}

/// Plausible markups of the tick whose real one is not known (facts: portal-dom D.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConsentForm {
    /// `<input id>` and `<label for>`.
    CheckboxLabel,
    /// `<input aria-label>`.
    CheckboxAria,
    /// `<label><input> text</label>`.
    CheckboxNestedLabel,
    /// `<div role="checkbox">`.
    DivRoleCheckbox,
}

/// Plausible forms of the grant control (facts: portal-dom C.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GrantControl {
    /// A button in the blade.
    Button,
    /// An item of the command bar.
    Command,
    /// A link in the text.
    Link,
}

/// Something that goes wrong until it is taken away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    /// Where.
    pub at: FaultAt,
    /// `AADSTS50105`, an HTTP status, `malformed`, `no-spo-license`.
    pub code: String,
}

/// Where a fault can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FaultAt {
    /// The sign-in.
    Authorize,
    /// After Accept.
    Consent,
    /// The token endpoint.
    Token,
    /// `GET /users/$count`.
    UsersCount,
    /// `GET /sites/getAllSites`.
    Sites,
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
