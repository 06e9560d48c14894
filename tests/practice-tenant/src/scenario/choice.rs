//! The values that keys of a scenario take.

use serde::{Deserialize, Serialize};

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

/// How Graph's deltas tell what changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Delta {
    /// Each change once.
    Plain,
    /// Twice, as if it were gone, in reverse, among pages with nothing.
    Odd,
    /// Not at all.
    Silent,
    /// No token is known any more.
    Ended,
}

/// What the organization's own registration holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Observer {
    /// There is none.
    None,
    /// It reads apps.
    Apps,
    /// It reads apps and grants.
    Grants,
    /// It reads the log of changes too.
    Audit,
    /// It could write.
    Writes,
}

impl Observer {
    /// The application permissions it holds.
    pub(crate) fn permissions(self) -> &'static [&'static str] {
        match self {
            Self::None => &[],
            Self::Apps => &["Application.Read.All"],
            Self::Grants => &["Directory.Read.All"],
            Self::Audit => &["Directory.Read.All", "AuditLog.Read.All"],
            Self::Writes => &["Directory.Read.All", "AppRoleAssignment.ReadWrite.All"],
        }
    }
}

/// The app role of the organization's own registration that the Global Administrator is assigned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ObserverRole {
    /// None.
    None,
    /// To look.
    Read,
    /// To export besides.
    Export,
    /// To see who looked besides.
    Admin,
}

impl ObserverRole {
    /// Its value, as the `roles` claim of an ID token has it.
    pub(crate) fn value(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::Read => Some("Observer.Read"),
            Self::Export => Some("Observer.Export"),
            Self::Admin => Some("Observer.Admin"),
        }
    }
}

/// Plausible markups of the checkbox whose real one is not known (no public page or test shows it).
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

/// Where the checkbox stands on the consent page: not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TickPlace {
    /// After the permissions.
    After,
    /// Before them.
    Before,
}

/// Where the page after the sign-in has its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AfterSignIn {
    /// `/common/reprocess?ctx=…`.
    Reprocess,
    /// Where the account was sent to: `/common/login`.
    Login,
}

/// The second line of the admin consent page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AdminHeading {
    /// "Review for your organization", seen in 2025 and 2026.
    Review,
    /// "Accept for your organization", seen until 2023.
    Accept,
}
