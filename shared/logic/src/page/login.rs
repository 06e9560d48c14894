//! Pages of Microsoft's sign-in: the one that asks for consent first, then those of `sign-in.toml`.
//!
//! The consent page is rendered at the address of the request or after a POST whose address no
//! longer tells, in any language, so several signs of its own must agree. It comes first because
//! the name of an app stands on it, which its maker chose: no text of a page talks it away. A
//! button named `idSIButton9` is no sign of its own: the same name is Next, Sign in and Yes
//! elsewhere, and there it has an id (facts: portal-dom 0.2).

use super::{ConsentKind, Page, Reason, Recognised, SignIn, Stop};
use crate::find::{self, Named, Outcome};
use consentry_catalog::Catalog;
use consentry_catalog::endpoint::asks_for_all;
use consentry_catalog::sign_in_page::SignInPage;
use consentry_wire::sighting::{Control, Sighting};
use url::Url;

/// The tenant all personal accounts are in (Microsoft: "access tokens", claim `tid`).
const PERSONAL_TENANT: &str = "9188040d-6c67-4c5b-b112-36a304b66dad";

/// What a consent page calls itself.
const CONSENT: &str = "ConvergedConsent";

/// What pages call themselves on which a sign-in ends.
const STOPS: [&str; 2] = ["ConvergedError", "ConvergedConditionalAccess"];

/// Headings of such pages.
const STOP_HEADINGS: [&str; 4] = [
    "device-needed",
    "blocked-by-policy",
    "session-ended",
    "could-not-sign-in",
];

/// What a consent page must score, and any other.
const CONSENT_NEEDS: u32 = 3;

const OTHERS_NEED: u32 = 2;

/// Recognises a page of the sign-in. `asked_for_all` is whether an earlier address of the tab asked
/// for consent for everybody: a page that was posted to does not say.
pub(super) fn recognise(
    catalog: &Catalog,
    url: &Url,
    frames: &[(u32, &Sighting)],
    asked_for_all: bool,
) -> Recognised {
    if is_personal(url) {
        return Recognised {
            page: Page::PersonalAccount,
            because: vec!["the address is for personal accounts".to_owned()],
            missing: Vec::new(),
        };
    }
    let signs = Signs::of(catalog, frames);
    let scores = scores(catalog, &signs);
    consent(catalog, url, &signs, &scores, asked_for_all)
        .unwrap_or_else(|| other(catalog, &signs, scores))
}

fn is_personal(url: &Url) -> bool {
    url.path_segments()
        .and_then(|mut segments| segments.next())
        .is_some_and(|first| {
            first.eq_ignore_ascii_case("consumers") || first.eq_ignore_ascii_case(PERSONAL_TENANT)
        })
}

/// What speaks for one page.
struct Score<'c> {
    page: &'c SignInPage,
    points: u32,
    because: Vec<String>,
    missing: Vec<&'static str>,
    /// Whether the page's own name for itself is among it.
    calls_itself: bool,
}

impl Score<'_> {
    fn add(&mut self, points: u32, why: impl Into<String>) {
        self.points += points;
        self.because.push(why.into());
    }
}

fn scores<'c>(catalog: &'c Catalog, signs: &Signs<'_>) -> Vec<Score<'c>> {
    catalog
        .sign_in
        .page
        .iter()
        .map(|page| score(catalog, page, signs))
        .collect()
}

fn score<'c>(catalog: &Catalog, page: &'c SignInPage, signs: &Signs<'_>) -> Score<'c> {
    let mut score = Score {
        page,
        points: 0,
        because: Vec::new(),
        missing: Vec::new(),
        calls_itself: false,
    };
    if let Some(id) = signs.ids().find(|id| page.pgid.contains(id)) {
        score.add(2, format!("the page calls itself {id}"));
        score.calls_itself = true;
    } else if let Some(id) = signs.ids().find(|id| page.may_be.contains(id)) {
        score.add(1, format!("the page calls itself {id}, which it may"));
    } else if !page.pgid.is_empty() {
        score.missing.push("the page's own name");
    }
    if let Some(heading) = page.headings.iter().find(|key| signs.heading(catalog, key)) {
        score.add(2, format!("heading says {heading}"));
    } else if !page.headings.is_empty() {
        score.missing.push("a heading that is known");
    }
    if let Some(sign) = page
        .attrs
        .iter()
        .find(|sign| signs.has(&sign.name, &sign.is))
    {
        score.add(2, format!("it has {} {}", sign.name, sign.is));
    }
    if let Some(code) = signs.error.filter(|code| page.codes.contains(code)) {
        score.add(2, format!("the error's number is {code}"));
    }
    match page.name.as_str() {
        "account-picker" => {
            let tiles = signs.found(catalog, "account-tile");
            if !tiles.is_empty() {
                score.add(1, "the page lists accounts");
            }
            if tiles.len() > 1 {
                score.add(1, "more than one");
            }
            if tiles
                .iter()
                .any(|tile| tile.control.attrs.contains_key("data-test-id"))
            {
                score.add(1, "a tile has its account in its markup");
            }
        }
        "sign-in-error" => {
            if signs.error.is_some_and(|code| !is_approval(catalog, code)) {
                score.add(3, "the page names an error");
            }
            if signs.request_ids {
                score.add(1, "the page lists the ids of the request");
            }
            // Its first heading is that of any sign-in.
            if signs.heading(catalog, "troubleshooting-details") {
                score.add(3, "the page has details for troubleshooting");
            }
        }
        "approval-required" if score.points > 0 && signs.asks_for_words() => {
            score.add(1, "the page asks for some words");
        }
        _ => {}
    }
    score
}

fn is_approval(catalog: &Catalog, code: u32) -> bool {
    catalog
        .sign_in
        .page
        .iter()
        .any(|page| page.codes.contains(&code))
}

/// The consent page, if enough speaks for it and nothing that its text cannot have made speaks
/// against it.
fn consent(
    catalog: &Catalog,
    url: &Url,
    signs: &Signs<'_>,
    scores: &[Score],
    asked_for_all: bool,
) -> Option<Recognised> {
    let mut points = 0;
    let mut because = Vec::new();
    let mut says = |worth: u32, is: bool, why: &str| {
        if is {
            points += worth;
            because.push(why.to_owned());
        }
        is
    };
    let accept = signs.found(catalog, "consent-accept");
    let tick = signs.found(catalog, "consent-tick");
    let labelled_tick = tick
        .iter()
        .any(|tick| find::is_said(catalog, "consent-on-behalf", tick.control));
    let named = says(
        2,
        signs.calls_itself(CONSENT),
        "the page calls itself a consent page",
    );
    let sent = says(2, signs.sends_consent, "its form is sent to the consent");
    let requested = says(
        2,
        signs.heading(catalog, "permissions-requested"),
        "heading says that permissions are requested",
    );
    let for_organization = says(
        2,
        signs.heading(catalog, "accept-for-organization"),
        "heading says that it is for the organization",
    );
    says(
        2,
        labelled_tick,
        "a box says that it is for the organization",
    );
    let lists_scopes = says(1, signs.scopes, "the page's configuration names scopes");
    let one_accept = match accept.as_slice() {
        [one] if consentry_catalog::labels::matches(catalog, "accept", &one.control.name, None) => {
            says(2, true, "one Accept")
        }
        [one] => says(
            1,
            !one.control.attrs.contains_key("id"),
            "one button that submits as Accept does",
        ),
        _ => false,
    };
    says(
        1,
        signs.found(catalog, "consent-cancel").len() == 1,
        "one Cancel",
    );
    says(
        1,
        one_accept && signs.rows() > 0,
        "a list of what opens on demand",
    );
    // An Accept and a Cancel are on other pages too, and this one may call itself something else.
    let more_than_buttons = named || sent || requested || for_organization || lists_scopes;
    let buttons_alone = !more_than_buttons && signs.boxes(catalog) == 0 && signs.rows() == 0;
    if points < CONSENT_NEEDS || (buttons_alone && signs.ids().next().is_some()) {
        return None;
    }
    // What the page calls itself, and its fields, are the page's own; its headings may be an app's
    // name, and count against it only where no other heading and no box speaks for it.
    let another = scores.iter().any(|score| {
        score.calls_itself
            || score
                .page
                .attrs
                .iter()
                .any(|sign| signs.has(&sign.name, &sign.is))
    });
    // A page that was built anew in place may still call itself what it was before: where heading,
    // box and button all say consent, to overlook that is worse.
    let surely = (requested || for_organization) && labelled_tick && one_accept;
    let approval = scores
        .iter()
        .any(|score| score.page.name.starts_with("approval") && score.points >= OTHERS_NEED);
    if (another && !surely) || (approval && tick.is_empty() && !requested) || signs.asks_for_words()
    {
        return None;
    }
    let kind = if tick.is_empty() && signs.boxes(catalog) > 0 && !for_organization {
        because.push("there are boxes, and nobody knows which is the organization's".to_owned());
        ConsentKind::UserWithTick
    } else if labelled_tick || (!tick.is_empty() && !for_organization && !asks_for_all(url)) {
        because.push("the organization-wide tick is there".to_owned());
        ConsentKind::UserWithTick
    } else if for_organization {
        ConsentKind::Admin
    } else if asks_for_all(url) {
        because.push("the address asks for the organization".to_owned());
        ConsentKind::Admin
    } else if asked_for_all {
        because.push("the address before this one asked for the organization".to_owned());
        ConsentKind::Admin
    } else {
        ConsentKind::User
    };
    Some(Recognised {
        page: Page::Consent(kind),
        because,
        missing: [
            (signs.calls_itself(CONSENT), "the page's own name"),
            (signs.sends_consent, "the address that its form is sent to"),
            (requested || for_organization, "a heading that is known"),
            (one_accept, "one Accept"),
            (
                signs.found(catalog, "consent-cancel").len() == 1,
                "one Cancel",
            ),
        ]
        .into_iter()
        .filter_map(|(is, sign)| (!is).then_some(sign))
        .collect(),
    })
}

/// Whether a control is known as one of a page that asks for no consent.
fn is_of_another_page(catalog: &Catalog, control: &Control) -> bool {
    catalog
        .sign_in
        .page
        .iter()
        .flat_map(|page| &page.attrs)
        .any(|sign| control.attrs.get(&sign.name) == Some(&sign.is))
}

fn other(catalog: &Catalog, signs: &Signs<'_>, mut scores: Vec<Score>) -> Recognised {
    let unknown = |why: String, because: Vec<String>| Recognised {
        page: Page::Unknown(why),
        because,
        missing: Vec::new(),
    };
    let most = scores.iter().map(|score| score.points).max().unwrap_or(0);
    if most < OTHERS_NEED {
        return unknown(
            "a page of the sign-in with too few signs that are known".to_owned(),
            scores.into_iter().flat_map(|score| score.because).collect(),
        );
    }
    scores.retain(|score| score.points == most);
    // A page on which an admin must consent may call itself an error too.
    if let [only] = scores.as_slice()
        && only.because.len() == 1
        && signs.calls_itself(STOPS[0])
    {
        return unknown(
            "it calls itself an error, and nothing else of it is known".to_owned(),
            only.because.clone(),
        );
    }
    // A heading may be another page's, and an app's name; what a page calls itself is its own.
    if let Some(own) = only(&scores, |score| score.calls_itself) {
        scores.swap(0, own);
        scores.truncate(1);
    }
    // One name may stand for two pages; then the first is meant, unless more speaks for the other.
    let same_name = scores.iter().all(|score| score.calls_itself) && signs.has_one_name();
    if scores.len() > 1 && !same_name {
        return unknown(
            format!(
                "it could be {}",
                scores
                    .iter()
                    .map(|score| score.page.name.as_str())
                    .collect::<Vec<_>>()
                    .join(" or ")
            ),
            scores.into_iter().flat_map(|score| score.because).collect(),
        );
    }
    let best = scores.swap_remove(0);
    Recognised {
        page: named(&best.page.name, signs.stop(catalog)),
        because: best.because,
        missing: best.missing,
    }
}

/// The place of the only one that is so.
fn only<T>(of: &[T], is: impl Fn(&T) -> bool) -> Option<usize> {
    let mut places = of.iter().enumerate().filter(|(_, one)| is(one));
    let (first, _) = places.next()?;
    places.next().is_none().then_some(first)
}

fn named(name: &str, stop: Stop) -> Page {
    match name {
        "sign-in" => Page::SignIn(SignIn::Credentials),
        "account-picker" => Page::SignIn(SignIn::AccountPicker),
        "stay-signed-in" => Page::SignIn(SignIn::StaySignedIn),
        "verification" => Page::SignIn(SignIn::Verification),
        "security-info" => Page::SignIn(SignIn::SecurityInfo),
        "confirm-app" => Page::SignIn(SignIn::ConfirmApp),
        "change-password" => Page::SignIn(SignIn::ChangePassword),
        "sign-in-error" => Page::SignInError(stop),
        "approval-required" => Page::ApprovalRequired,
        "approval-requested" => Page::ApprovalRequested,
        "personal-account" => Page::PersonalAccount,
        other => Page::Unknown(format!("sign-in.toml names a page {other}, which is none")),
    }
}

fn has_heading(catalog: &Catalog, frames: &[(u32, &Sighting)], key: &str) -> bool {
    let mut controls = frames.iter().flat_map(|(_, sighting)| &sighting.controls);
    controls.any(|c| {
        c.role == "heading"
            && c.visible
            && (consentry_catalog::labels::matches(catalog, key, &c.name, None)
                || consentry_catalog::labels::begins(catalog, key, &c.name))
    })
}

struct Signs<'a> {
    frames: &'a [(u32, &'a Sighting)],
    /// What the page calls itself, in its configuration and in its head.
    pgid: Option<String>,
    page_id: Option<String>,
    error: Option<u32>,
    /// Whether its form is sent to the consent, by its markup or its configuration.
    sends_consent: bool,
    /// Whether it lists the ids of the request (facts: login-real 8).
    request_ids: bool,
    /// Whether the configuration lists scopes (facts: portal-dom D.2).
    scopes: bool,
}

impl<'a> Signs<'a> {
    fn of(catalog: &Catalog, frames: &'a [(u32, &'a Sighting)]) -> Self {
        let probe = |key: &str| {
            frames
                .iter()
                .find_map(|(_, sighting)| sighting.probes.get(key))
        };
        let (pgid, page_id) = (probe("pgid").cloned(), probe("page-id").cloned());
        let stops = [&pgid, &page_id]
            .into_iter()
            .flatten()
            .any(|id| STOPS.contains(&id.as_str()));
        // A number that stands by itself counts on a page that is known to be one that stops.
        let stopped = stops
            || STOP_HEADINGS
                .iter()
                .any(|key| has_heading(catalog, frames, key));
        let error = probe("aadsts")
            .or_else(|| probe("plain-error").filter(|_| stopped))
            .or_else(|| probe("error-code").filter(|_| stops))
            .or_else(|| probe("listed-number").filter(|_| stops))
            .and_then(|number| number.parse().ok());
        Self {
            frames,
            pgid,
            page_id,
            error,
            sends_consent: probe("consent-target")
                .or_else(|| probe("consent-post"))
                .is_some(),
            request_ids: probe("request-ids").is_some(),
            scopes: probe("scopes").is_some(),
        }
    }

    fn ids(&self) -> impl Iterator<Item = &String> {
        [&self.pgid, &self.page_id].into_iter().flatten()
    }

    fn has_one_name(&self) -> bool {
        self.ids().all(|id| Some(id) == self.ids().next())
    }

    fn calls_itself(&self, name: &str) -> bool {
        self.ids().any(|id| id == name)
    }

    /// Why the page stops, as far as it says.
    fn stop(&self, catalog: &Catalog) -> Stop {
        let reasons = [
            ("device-needed", Reason::Device),
            ("blocked-by-policy", Reason::Policy),
            ("session-ended", Reason::Session),
        ];
        let said = reasons
            .iter()
            .find(|(heading, _)| self.heading(catalog, heading));
        let by_name = self
            .calls_itself("ConvergedConditionalAccess")
            .then_some(Reason::Policy);
        Stop {
            number: self.error,
            reason: said
                .map(|(_, reason)| *reason)
                .or(by_name)
                .unwrap_or_default(),
        }
    }

    fn controls(&self) -> impl Iterator<Item = &'a Control> {
        self.frames
            .iter()
            .flat_map(|(_, sighting)| &sighting.controls)
    }

    /// A heading that says so, whole or as one of its lines.
    fn heading(&self, catalog: &Catalog, key: &str) -> bool {
        has_heading(catalog, self.frames, key)
    }

    /// A field must be there to be seen; a page keeps those of its other steps.
    fn has(&self, name: &str, value: &str) -> bool {
        self.controls()
            .any(|c| c.visible && c.attrs.get(name).is_some_and(|known| known == value))
    }

    /// A field for some words, which a consent page does not have.
    fn asks_for_words(&self) -> bool {
        self.controls()
            .any(|c| c.visible && c.role == "textbox" && !c.attrs.contains_key("type"))
    }

    /// What can be on, if a person sees it or it is: either is sent with the form.
    fn boxes(&self, catalog: &Catalog) -> usize {
        self.controls()
            .filter(|c| c.is_box() && (c.visible || c.checked == Some(true)))
            .filter(|c| !is_of_another_page(catalog, c))
            .count()
    }

    /// How many things open on demand, as the permissions of a consent page do.
    fn rows(&self) -> usize {
        self.controls()
            .filter(|c| c.visible && c.expanded.is_some())
            .count()
    }

    fn found(&self, catalog: &Catalog, control: &str) -> Vec<find::Found<'a>> {
        let Some(spec) = catalog.controls.get(control) else {
            return Vec::new();
        };
        match find::find(catalog, spec, self.frames, Named::default()) {
            Outcome::Found(found) => found,
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests;
