//! Pages of Microsoft's sign-in.
//!
//! The consent page is rendered at the address of the request or after a POST whose address no
//! longer tells, so its own signs decide: what the page calls itself, its heading, and the pair of
//! Accept and Cancel. Two of them must agree. A button named `idSIButton9` is no sign of its own:
//! the same name is Next, Sign in and Yes elsewhere (facts: portal-dom 0.2).

use super::{ConsentKind, Page, Recognised, SignIn};
use crate::data;
use crate::find::{self, Named, Outcome};
use crate::label;
use crate::sighting::{Control, Sighting};
use url::Url;

pub(super) fn recognise(url: &Url, frames: &[(u32, &Sighting)]) -> Recognised {
    let signs = Signs::of(frames);
    if let Some((kind, because)) = consent(url, &signs) {
        return Recognised {
            page: Page::Consent(kind),
            because,
        };
    }
    let (page, because) = if signs.heading("need-admin-approval") {
        (
            Page::ApprovalRequired,
            "heading asks for an admin's approval",
        )
    } else if signs.pgid.as_deref() == Some("ConvergedError") || signs.error.is_some() {
        (Page::SignInError(signs.error), "the page names an error")
    } else if signs.pgid.as_deref() == Some("KmsiInterrupt") || signs.has_id("KmsiCheckboxField") {
        (
            Page::SignIn(SignIn::StaySignedIn),
            "the page asks whether to stay signed in",
        )
    } else if signs.pgid.as_deref() == Some("ConvergedTFA") {
        (
            Page::SignIn(SignIn::Verification),
            "the page asks for another proof",
        )
    } else if signs.credentials() {
        (
            Page::SignIn(SignIn::Credentials),
            "the page has a field for the account's name",
        )
    } else if !signs.found("account-tile").is_empty() {
        (
            Page::SignIn(SignIn::AccountPicker),
            "the page lists accounts",
        )
    } else {
        (
            Page::Unknown("a page of the sign-in with no sign that is known".to_owned()),
            "",
        )
    };
    Recognised {
        page,
        because: vec![because.to_owned()],
    }
}

fn consent(url: &Url, signs: &Signs<'_>) -> Option<(ConsentKind, Vec<String>)> {
    let mut because = Vec::new();
    if signs.pgid.as_deref() == Some("ConvergedConsent") {
        because.push("the page calls itself a consent page".to_owned());
    }
    if signs.heading("permissions-requested") {
        because.push("heading says that permissions are requested".to_owned());
    }
    if signs.found("consent-accept").len() == 1
        && !signs.has_id("KmsiCheckboxField")
        && !signs.credentials()
    {
        because.push("one Accept".to_owned());
    }
    if signs.found("consent-cancel").len() == 1 && !because.is_empty() {
        because.push("one Cancel".to_owned());
    }
    if because.len() < 2 {
        return None;
    }
    let asks_for_all = url.path().to_ascii_lowercase().ends_with("/adminconsent")
        || url
            .query_pairs()
            .any(|(key, value)| key == "prompt" && value == "admin_consent");
    let kind = if !signs.found("consent-tick").is_empty() {
        because.push("the organization-wide tick is there".to_owned());
        ConsentKind::UserWithTick
    } else if signs.heading("accept-for-organization") {
        because.push("heading says that it is for the organization".to_owned());
        ConsentKind::Admin
    } else if asks_for_all {
        because.push("the address asks for the organization".to_owned());
        ConsentKind::Admin
    } else {
        ConsentKind::User
    };
    Some((kind, because))
}

struct Signs<'a> {
    frames: &'a [(u32, &'a Sighting)],
    pgid: Option<String>,
    error: Option<u32>,
}

impl<'a> Signs<'a> {
    fn of(frames: &'a [(u32, &'a Sighting)]) -> Self {
        let probe = |key: &str| {
            frames
                .iter()
                .find_map(|(_, sighting)| sighting.probes.get(key))
        };
        Self {
            frames,
            pgid: probe("pgid").cloned(),
            error: probe("aadsts").and_then(|n| n.parse().ok()),
        }
    }

    fn controls(&self) -> impl Iterator<Item = &'a Control> {
        self.frames
            .iter()
            .flat_map(|(_, sighting)| &sighting.controls)
    }

    /// A heading that says so, whole or as one of its lines.
    fn heading(&self, key: &str) -> bool {
        self.controls().any(|c| {
            c.role == "heading"
                && c.visible
                && (label::matches(key, &c.name, None) || label::begins(key, &c.name))
        })
    }

    fn has_id(&self, id: &str) -> bool {
        self.controls()
            .any(|c| c.attrs.get("id").is_some_and(|value| value == id))
    }

    fn credentials(&self) -> bool {
        self.controls().any(|c| {
            c.visible
                && c.attrs
                    .get("name")
                    .is_some_and(|name| name == "loginfmt" || name == "passwd")
        })
    }

    fn found(&self, control: &str) -> Vec<find::Found<'a>> {
        let Some(spec) = data::get().controls.get(control) else {
            return Vec::new();
        };
        match find::find(spec, self.frames, Named::default()) {
            Outcome::Found(found) => found,
            _ => Vec::new(),
        }
    }
}
