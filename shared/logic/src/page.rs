//! What a tab shows. Recognition never fails: [`Page::Unknown`] is a value.
//!
//! The address comes first, then the page's own signs; a page that could be two things is neither.

pub(crate) mod entry;
pub(crate) mod login;
pub(crate) mod portal;

use crate::address::{self, Site};
use consentry_catalog::Catalog;
use consentry_catalog::endpoint;
use consentry_wire::sighting::Sighting;

/// What a tab shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// A page of an app's own wizard.
    Entry {
        /// The profile it belongs to.
        profile: String,
        /// Its name in that profile, or none of them.
        page: Option<String>,
    },
    /// A hand-off page of our backend.
    HandOff,
    /// Microsoft's sign-in, before any consent.
    SignIn(SignIn),
    /// A page that asks for consent.
    Consent(ConsentKind),
    /// The person may not consent; an admin must.
    ApprovalRequired,
    /// An admin was asked to consent.
    ApprovalRequested,
    /// Microsoft's error page.
    SignInError(Stop),
    /// The sign-in of personal accounts.
    PersonalAccount,
    /// A page of the portal.
    Portal(PortalPage),
    /// The portal's landing page, where the window of an admin consent ends.
    ConsentReturn {
        /// The value of `error`, which comes before `admin_consent=True` (facts: protocol A7).
        error: Option<String>,
    },
    /// None of these, and why.
    Unknown(String),
}

/// Why Microsoft stops a sign-in, as far as its page says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stop {
    /// The number of the error, with or without `AADSTS` before it.
    pub number: Option<u32>,
    /// What the page is, where it shows no number.
    pub reason: Reason,
}

/// What a page that stops a sign-in is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reason {
    /// Conditional Access does not let this sign-in pass.
    Policy,
    /// The same, and it wants a device that the organization manages.
    Device,
    /// The sign-in took too long, or was ended.
    Session,
    /// It does not say.
    #[default]
    Unknown,
}

/// A page of the sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignIn {
    /// Which account?
    AccountPicker,
    /// Name and password.
    Credentials,
    /// Stay signed in?
    StaySignedIn,
    /// Another proof.
    Verification,
    /// The organization wants security information first.
    SecurityInfo,
    /// Is it this app that you sign in to?
    ConfirmApp,
    /// The password has expired.
    ChangePassword,
}

/// Which kind of consent a page asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsentKind {
    /// For the person who signs in.
    User,
    /// The same, with the tick that makes it everybody's.
    UserWithTick,
    /// For the whole tenant, as it is meant to be.
    Admin,
}

impl ConsentKind {
    /// The name of its page.
    pub(crate) fn page_name(self) -> &'static str {
        match self {
            Self::User => "consent",
            Self::UserWithTick => "consent-with-tick",
            Self::Admin => "admin-consent",
        }
    }
}

/// A page of the portal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PortalPage {
    /// Its name in `routes.toml`.
    pub name: String,
    /// Object id of the app's service principal, where the route has it.
    pub object_id: Option<String>,
    /// The app's id, where the route has it.
    pub app_id: Option<String>,
    /// The tenant the address names: an id or a domain.
    pub tenant: Option<String>,
    /// What the last blade's title is about: the app's name.
    pub title: Option<String>,
    /// Whether title and menu agree on another page than the one the address names: it is on its way
    /// there, or has not gone there at all.
    pub elsewhere: bool,
}

/// A page, and what spoke for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// The page.
    pub page: Page,
    /// What spoke for it.
    pub because: Vec<String>,
    /// Signs that such a page usually has and this one lacks: in words, for the diagnostics.
    pub missing: Vec<&'static str>,
}

impl Page {
    /// Its name, as guides and diagnoses use it.
    pub fn name(&self) -> &str {
        match self {
            Self::Entry { page, .. } => page.as_deref().unwrap_or("entry-other"),
            Self::HandOff => "hand-off",
            Self::SignIn(SignIn::AccountPicker) => "account-picker",
            Self::SignIn(SignIn::Credentials) => "sign-in",
            Self::SignIn(SignIn::StaySignedIn) => "stay-signed-in",
            Self::SignIn(SignIn::Verification) => "verification",
            Self::SignIn(SignIn::SecurityInfo) => "security-info",
            Self::SignIn(SignIn::ConfirmApp) => "confirm-app",
            Self::SignIn(SignIn::ChangePassword) => "change-password",
            Self::Consent(kind) => kind.page_name(),
            Self::ApprovalRequired => "approval-required",
            Self::ApprovalRequested => "approval-requested",
            Self::SignInError(_) => "sign-in-error",
            Self::PersonalAccount => "personal-account",
            Self::Portal(page) => &page.name,
            Self::ConsentReturn { .. } => "consent-return",
            Self::Unknown(_) => "unknown",
        }
    }
}

/// Recognises a tab from its frames; the first is the top one. `backend` is the address of the
/// configured backend.
pub fn recognise(catalog: &Catalog, frames: &[(u32, &Sighting)], backend: &str) -> Recognised {
    recognise_after(catalog, frames, backend, false)
}

/// The same, knowing whether an earlier address of the tab [asked for all](asks_for_all): a page
/// that was posted to does not say.
pub fn recognise_after(
    catalog: &Catalog,
    frames: &[(u32, &Sighting)],
    backend: &str,
    asked_for_all: bool,
) -> Recognised {
    let unknown = |why: &str| Recognised {
        page: Page::Unknown(why.to_owned()),
        because: Vec::new(),
        missing: Vec::new(),
    };
    let Some((_, top)) = frames.first() else {
        return unknown("nothing was seen yet");
    };
    let Ok(url) = url::Url::parse(&top.url) else {
        return unknown("the address makes no sense");
    };
    match address::site(catalog, &top.url, backend) {
        Some(Site::HandOff) => Recognised {
            page: Page::HandOff,
            because: vec!["the address is the backend's".to_owned()],
            missing: Vec::new(),
        },
        Some(Site::Entry) => entry::recognise(catalog, &url, frames),
        Some(Site::Login) => login::recognise(catalog, &url, frames, asked_for_all),
        Some(Site::Personal) => personal(&url),
        Some(Site::Portal) => portal::recognise(catalog, &url, frames),
        Some(Site::Frame) => unknown("a frame of the portal without the portal around it"),
        None => unknown("the host belongs to nothing a guide knows"),
    }
}

/// Whether an address asks for consent for everybody.
pub fn asks_for_all(address: &str) -> bool {
    url::Url::parse(address).is_ok_and(|url| endpoint::asks_for_all(&url))
}

/// A page of personal accounts: not ours, and which of them (facts: portal-dom D.1, D.3).
fn personal(url: &url::Url) -> Recognised {
    let path = url.path().to_ascii_lowercase();
    let why = if path.contains("/consent") {
        "it asks a personal account for its consent"
    } else if path.rsplit('.').next() == Some("srf") {
        "it signs a personal account in"
    } else {
        "the host is for personal accounts"
    };
    Recognised {
        page: Page::PersonalAccount,
        because: vec![why.to_owned()],
        missing: Vec::new(),
    }
}
