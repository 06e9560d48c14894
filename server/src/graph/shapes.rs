//! The parts of Graph's answers that are used. Everything may be missing, because everything may
//! be null when a permission is (facts: protocol B2, B4).

use super::Fault;
use serde::Deserialize;

/// One page of a list.
#[derive(Debug, Deserialize)]
pub(super) struct Page<T> {
    pub(super) value: Vec<T>,
    #[serde(default, rename = "@odata.nextLink")]
    pub(super) next: Option<String>,
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
    /// Whether people may sign in to it.
    #[serde(default)]
    pub account_enabled: Option<bool>,
    /// Whether only assigned people may.
    #[serde(default)]
    pub app_role_assignment_required: Option<bool>,
    /// The tenant the app is registered in.
    #[serde(default)]
    pub app_owner_organization_id: Option<String>,
}

/// A service principal as the owner of app roles.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Resource {
    #[serde(default)]
    pub(super) app_roles: Vec<AppRole>,
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
/// without SharePoint Online from other refusals.
pub(super) fn refusal(status: u16, body: &[u8]) -> Fault {
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
    let Inner { code, message } = serde_json::from_slice::<Body>(body)
        .unwrap_or_default()
        .error;
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
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_keeps_the_code_and_drops_the_text() {
        let body = br#"{"error":{"code":"Authorization_RequestDenied","message":"canary","innerError":{}}}"#;
        let fault = refusal(403, body);
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
            refusal(400, body),
            Fault::Refused {
                no_sharepoint: true,
                ..
            }
        ));
    }

    #[test]
    fn a_body_that_is_no_error_is_a_refusal_all_the_same() {
        for body in [
            "",
            "<html>",
            "[]",
            "{\"error\":null}",
            "{\"error\":{\"code\":\"<b>\"}}",
        ] {
            assert!(
                matches!(
                    refusal(400, body.as_bytes()),
                    Fault::Refused { code: None, .. }
                ),
                "{body}"
            );
        }
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
