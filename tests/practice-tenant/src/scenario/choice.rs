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
    /// A language nobody has written down: invented words.
    #[serde(rename = "unknown")]
    Unknown,
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
            // BCP 47: private use.
            Self::Unknown => "qaa",
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

/// Where a portal's addresses name the tenant (facts: portal-dom B).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PortalAddress {
    /// Nowhere.
    Plain,
    /// As the first segment of the path.
    Path,
    /// As `@tenant` at the head of the fragment.
    Fragment,
}

/// Where the app's own link for administrators leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AdminLink {
    /// To the portal's list of applications.
    List,
    /// To the admin consent page.
    Direct,
}

/// What the left menu of a blade is made of (facts: portal-dom C.1, F).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Menu {
    /// Groups with a heading that opens and closes them.
    Groups,
    /// One list.
    Flat,
    /// Groups of `treeitem`s.
    Tree,
}

/// What lies over a portal at first (facts: portal-dom F).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Overlay {
    /// Nothing.
    None,
    /// A dialog over the content, with "Maybe later".
    Nag,
    /// A small window beside the menu that shows around; what is under it stays usable.
    Tour,
}

/// Where the tick stands on the consent page: not known (facts: portal-dom G.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TickPlace {
    /// After the permissions.
    After,
    /// Before them.
    Before,
}

/// What becomes of the window that the grant opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Popup {
    /// It opens.
    Opens,
    /// The browser refuses it the first time.
    Blocked,
}
