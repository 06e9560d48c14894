//! The parts of Graph's answers that are used. Everything may be missing, because everything may
//! be null when a permission is (facts: protocol B2, B4).

use super::Fault;
use crate::upstream::UpstreamUnavailable;
use consentry_wire::api::UserConsent;
use serde::Deserialize;

/// `authorizationPolicy`: the part about consent.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct AuthorizationPolicy {
    #[serde(default)]
    pub(super) default_user_role_permissions: Option<UserPermissions>,
}

/// `defaultUserRolePermissions`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct UserPermissions {
    #[serde(default)]
    pub(super) permission_grant_policies_assigned: Option<Vec<String>>,
}

/// `adminConsentRequestPolicy`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct RequestPolicy {
    #[serde(default)]
    pub(super) is_enabled: Option<bool>,
}

/// What the assigned policies let people do. Names compare in any case; those of Microsoft are of
/// facts: protocol B2. `ManagePermissionGrantsForOwnedResource` is another matter.
pub(super) fn user_consent(assigned: &[String]) -> UserConsent {
    let own = assigned.iter().filter_map(|name| {
        name.to_ascii_lowercase()
            .strip_prefix("managepermissiongrantsforself.")
            .map(str::to_owned)
    });
    // Several policies add up: the widest counts. Microsoft's list of allowed mail clients opens nothing for any other
    // app; its name is spelled both ways on
    // <https://learn.microsoft.com/entra/identity/enterprise-apps/manage-app-consent-policies>.
    own.map(|policy| match policy.as_str() {
        "microsoft-user-default-allow-consent-apps"
        | "microsoft-user-allow-default-consent-apps" => (0, UserConsent::Nothing),
        "microsoft-user-default-low" => (1, UserConsent::LowImpact),
        "microsoft-user-default-recommended" => (2, UserConsent::Recommended),
        "microsoft-user-default-legacy" => (4, UserConsent::Anything),
        _ => (3, UserConsent::Custom),
    })
    .max_by_key(|(width, _)| *width)
    .map_or(UserConsent::Nothing, |(_, widest)| widest)
}

/// Something with a name.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Named {
    #[serde(default)]
    pub(super) display_name: Option<String>,
}

/// A site.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Site {
    #[serde(default)]
    pub(super) is_personal_site: Option<bool>,
}

/// A service principal: an app as it stands in a tenant.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Principal {
    /// Object id.
    pub id: String,
    /// Application id.
    pub app_id: String,
    /// What it is called there.
    #[serde(default)]
    pub display_name: Option<String>,
    /// Whether people may sign in to it.
    #[serde(default)]
    pub account_enabled: Option<bool>,
    /// Whether only assigned people may.
    #[serde(default)]
    pub app_role_assignment_required: Option<bool>,
    /// The tenant the app is registered in.
    #[serde(default)]
    pub app_owner_organization_id: Option<String>,
    /// Whether the app's owner has deactivated it, everywhere
    /// (<https://learn.microsoft.com/entra/identity/enterprise-apps/deactivate-application>).
    #[serde(default)]
    pub is_disabled: Option<bool>,
    /// Whether Microsoft has disabled it: `DisabledDueToViolationOfServicesAgreement` or the like.
    #[serde(default)]
    pub disabled_by_microsoft_status: Option<String>,
}

impl Principal {
    /// Whether Microsoft has disabled the app. Nothing and `NotDisabled` both mean that it has not.
    pub fn is_disabled_by_microsoft(&self) -> bool {
        self.disabled_by_microsoft_status
            .as_deref()
            .is_some_and(|status| !status.is_empty() && !status.eq_ignore_ascii_case("NotDisabled"))
    }
}

/// An app role: an application permission.
#[derive(Debug, Deserialize)]
pub(super) struct AppRole {
    pub(super) id: String,
    #[serde(default)]
    pub(super) value: Option<String>,
}

/// An app role somebody holds.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct AppRoleAssignment {
    #[serde(default)]
    pub(super) app_role_id: Option<String>,
    #[serde(default)]
    pub(super) resource_id: Option<String>,
    #[serde(default)]
    pub(super) principal_type: Option<String>,
    #[serde(default)]
    pub(super) principal_display_name: Option<String>,
}

/// A delegated grant.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Grant {
    /// `AllPrincipals` or `Principal`.
    #[serde(default)]
    pub consent_type: Option<String>,
    /// Permissions with spaces between them, at times more than one.
    #[serde(default)]
    pub scope: Option<String>,
}

impl Grant {
    /// The permissions one by one.
    pub fn scopes(&self) -> impl Iterator<Item = &str> {
        self.scope.as_deref().unwrap_or_default().split_whitespace()
    }

    /// Whether it is for everybody in the tenant.
    pub fn is_for_everybody(&self) -> bool {
        self.consent_type.as_deref() == Some("AllPrincipals")
    }
}

/// Reads an error body. Its text is used for one thing only: nothing but the text tells a tenant
/// without SharePoint Online from other refusals. A refusal that does not have the form of Graph's is that of something
/// in between, a proxy or a sign-in to a network, and says nothing of a grant
/// (<https://learn.microsoft.com/graph/errors>).
pub(super) fn refusal(status: u16, body: &[u8], challenge: Option<String>) -> Fault {
    #[derive(Default, Deserialize)]
    struct Body {
        error: Inner,
    }
    #[derive(Default, Deserialize)]
    struct Inner {
        #[serde(default)]
        code: String,
        #[serde(default)]
        message: String,
    }
    let body = serde_json::from_slice::<Body>(body).ok();
    if body.is_none() && challenge.is_none() {
        return Fault::Unavailable(UpstreamUnavailable::Unreadable);
    }
    let Inner { code, message } = body.unwrap_or_default().error;
    let is_code = !code.is_empty()
        && code.len() <= 100
        && code
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"_.-".contains(&b));
    Fault::Refused {
        status,
        code: is_code.then_some(code),
        no_sharepoint: message
            .to_ascii_lowercase()
            .contains("does not have a spo license"),
        challenge,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_keeps_the_code_and_drops_the_text() {
        let body = br#"{"error":{"code":"Authorization_RequestDenied","message":"canary","innerError":{}}}"#;
        let fault = refusal(403, body, None);
        assert!(!format!("{fault:?}").contains("canary"));
        assert!(
            matches!(fault, Fault::Refused { status: 403, code: Some(code), .. } if code == "Authorization_RequestDenied")
        );
    }

    #[test]
    fn a_tenant_without_sharepoint_is_told_by_the_text() {
        let body =
            br#"{"error":{"code":"BadRequest","message":"Tenant does not have a SPO license."}}"#;
        assert!(matches!(
            refusal(400, body, None),
            Fault::Refused {
                no_sharepoint: true,
                ..
            }
        ));
    }

    #[test]
    fn what_is_not_graphs_own_refusal_says_nothing_of_a_grant() {
        let unreadable = Fault::Unavailable(UpstreamUnavailable::Unreadable);
        for body in ["", "<html>", "[]", "{\"error\":null}", "{\"error\":\"x\"}"] {
            for status in [400, 401, 403, 404] {
                let fault = refusal(status, body.as_bytes(), None);
                assert_eq!(fault, unreadable, "{status} {body}");
            }
        }
    }

    #[test]
    fn a_refusal_is_graphs_own_without_a_code_too_and_so_is_a_challenge_without_a_body() {
        for inner in ["{}", "{\"code\":\"\"}", "{\"code\":\"<b>\"}"] {
            let body = format!("{{\"error\":{inner}}}");
            let fault = refusal(403, body.as_bytes(), None);
            assert!(matches!(fault, Fault::Refused { code: None, .. }), "{body}");
        }
        let fault = refusal(401, b"", Some("{}".into()));
        assert!(matches!(fault, Fault::Refused { status: 401, .. }));
    }

    #[test]
    fn what_people_may_consent_to_is_read_from_the_policies_names() {
        let consent = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            user_consent(&names)
        };
        let own = "ManagePermissionGrantsForSelf.";
        assert_eq!(consent(&[]), UserConsent::Nothing);
        assert_eq!(
            consent(&[
                "ManagePermissionGrantsForOwnedResource.microsoft-dynamically-managed-permissions-for-team"
            ]),
            UserConsent::Nothing
        );
        for (policy, expected) in [
            ("microsoft-user-default-low", UserConsent::LowImpact),
            (
                "Microsoft-User-Default-Recommended",
                UserConsent::Recommended,
            ),
            ("microsoft-user-default-legacy", UserConsent::Anything),
            ("ours", UserConsent::Custom),
        ] {
            assert_eq!(consent(&[&format!("{own}{policy}")]), expected);
        }
        for mail in [
            "microsoft-user-default-allow-consent-apps",
            "Microsoft-user-allow-default-consent-apps",
        ] {
            let mail = format!("{own}{mail}");
            assert_eq!(consent(&[&mail]), UserConsent::Nothing);
            for (policy, expected) in [
                (
                    "microsoft-user-default-recommended",
                    UserConsent::Recommended,
                ),
                ("microsoft-user-default-low", UserConsent::LowImpact),
                ("ours", UserConsent::Custom),
            ] {
                assert_eq!(consent(&[&format!("{own}{policy}"), &mail]), expected);
            }
        }
        assert_eq!(
            consent(&[
                "managepermissiongrantsforself.microsoft-user-default-legacy",
                "ManagePermissionGrantsForSelf.microsoft-user-default-low"
            ]),
            UserConsent::Anything
        );
    }

    #[test]
    fn scopes_may_have_stray_spaces() {
        let grant = Grant {
            consent_type: None,
            scope: Some("  User.Read   Sites.Read.All ".into()),
        };
        assert_eq!(
            grant.scopes().collect::<Vec<_>>(),
            ["User.Read", "Sites.Read.All"]
        );
    }
}
