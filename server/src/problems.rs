//! Problems, and what to do about them: the data of `errors.toml`, looked up by Microsoft's codes or by
//! our own. Deliberately absent: Microsoft's texts; none of them is ever shown.

mod answer;
pub mod error;

use crate::config;
use consentry_wire::api::Problem;
use serde::Deserialize;
use std::sync::OnceLock;

pub use answer::{Answer, of_oauth};

/// What a problem does to a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// Something else must change first.
    Blocked,
    /// A new sign-in is needed.
    Reauthorize,
    /// An admin's grant is missing.
    Consent,
    /// The server tries again, where it can.
    Wait,
}

/// Where the identity platform answered. The same answer means different things at each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Endpoint {
    /// The browser comes back from the sign-in (RFC 6749 section 4.1.2.1).
    Authorize,
    /// The token endpoint, asked with a code (section 4.1.3).
    Redeem,
    /// The token endpoint, asked with a refresh token (section 6).
    Refresh,
    /// The token endpoint, asked with nothing but the app's own credential (section 4.4).
    App,
    /// The browser comes back from an admin's grant
    /// (<https://learn.microsoft.com/entra/identity-platform/v2-admin-consent>).
    AdminConsent,
}

/// One entry of the table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    code: String,
    title: String,
    detail: String,
    remedy: String,
    role: Option<String>,
    link: Option<String>,
    outcome: Option<Outcome>,
    #[serde(default)]
    aadsts: Vec<u32>,
    #[serde(default)]
    families: Vec<[u32; 2]>,
    #[serde(default)]
    graph: Vec<String>,
    /// Where the meaning of the codes is from; for whoever doubts it.
    #[cfg_attr(not(test), expect(dead_code, reason = "it is for readers of the file"))]
    source: Option<String>,
    #[serde(default, rename = "case")]
    cases: Vec<Case>,
}

/// Other words for the same problem.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    #[serde(default)]
    at: Vec<Endpoint>,
    #[serde(default)]
    numbers: Vec<u32>,
    #[serde(default)]
    lasting: bool,
    detail: Option<String>,
    remedy: Option<String>,
    role: Option<String>,
    outcome: Option<Outcome>,
}

impl Case {
    fn fits(&self, at: Option<Endpoint>, number: Option<u32>, lasting: bool) -> bool {
        let there = self.at.is_empty() || at.is_some_and(|at| self.at.contains(&at));
        let named =
            self.numbers.is_empty() || number.is_some_and(|number| self.numbers.contains(&number));
        there && named && self.lasting == lasting
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    wrappers: Vec<u32>,
    problem: Vec<Entry>,
    answer: Vec<answer::Row>,
}

/// The values of the placeholders of the texts: `{app}`, `{portal}`, `{app_page}`, `{admin}`, `{login}` and `{consent}`.
#[derive(Clone, Debug)]
pub struct Place {
    /// The app's name.
    pub app: String,
    /// The portal, without a trailing slash.
    pub portal: String,
    /// The app's own page in the portal, or the list it is in.
    pub app_page: String,
    /// The Microsoft 365 admin center, without a trailing slash.
    pub admin: String,
    /// The identity platform, without a trailing slash.
    pub login: String,
    /// Where an admin consents to the app, or its page in the portal.
    pub consent: String,
}

impl Default for Place {
    /// Where no connection and no configuration is known.
    fn default() -> Self {
        let cloud = config::CLOUDS[0];
        Self {
            app: "the app".into(),
            portal: cloud.portal.into(),
            app_page: cloud.portal.into(),
            admin: cloud.admin.into(),
            login: cloud.login.into(),
            consent: cloud.portal.into(),
        }
    }
}

impl Place {
    /// In the cloud that is configured; the portal stands for the app's page in it.
    pub fn new(app: &str, microsoft: &config::Microsoft) -> Self {
        Self {
            app: app.to_owned(),
            portal: microsoft.portal.clone(),
            app_page: microsoft.portal.clone(),
            admin: microsoft.admin.clone(),
            login: microsoft.login.clone(),
            consent: microsoft.portal.clone(),
        }
    }

    fn fill(&self, text: &str) -> String {
        text.replace("{app_page}", &self.app_page)
            .replace("{portal}", &self.portal)
            .replace("{app}", &self.app)
            .replace("{admin}", &self.admin)
            .replace("{login}", &self.login)
            .replace("{consent}", &self.consent)
    }
}

/// An entry, with what Microsoft itself calls it and where it was found.
#[derive(Clone, Debug)]
pub struct Found {
    entry: &'static Entry,
    case: Option<&'static Case>,
    microsoft: Option<String>,
    /// The values of `{expected}` and `{actual}`.
    tenants: Option<Box<[String; 2]>>,
}

impl Found {
    /// Our own code.
    pub fn code(&self) -> &'static str {
        &self.entry.code
    }

    /// What it does to a connection.
    pub fn outcome(&self) -> Outcome {
        let outcome = self
            .case
            .and_then(|case| case.outcome)
            .or(self.entry.outcome);
        outcome.unwrap_or(Outcome::Blocked)
    }

    /// The same where it was found by an answer of that endpoint.
    #[must_use]
    pub fn at(mut self, endpoint: Endpoint) -> Self {
        self.case = case(self.entry, Some(endpoint), None, false);
        self
    }

    /// The same where it has not passed in the time that it should have.
    #[must_use]
    pub fn lasting(mut self) -> Self {
        self.case = case(self.entry, None, None, true);
        self
    }

    /// The same with the names of the tenant that was expected and of the one that came.
    #[must_use]
    pub fn between(mut self, expected: &str, actual: &str) -> Self {
        self.tenants = Some(Box::new([expected.to_owned(), actual.to_owned()]));
        self
    }

    /// The problem in words.
    pub fn problem(&self, place: &Place) -> Problem {
        let entry = self.entry;
        let detail = self.case.and_then(|case| case.detail.as_ref());
        let remedy = self.case.and_then(|case| case.remedy.as_ref());
        let role = self.case.and_then(|case| case.role.as_ref());
        Problem {
            code: entry.code.clone(),
            title: self.fill(&entry.title, place),
            detail: self.fill(detail.unwrap_or(&entry.detail), place),
            remedy: self.fill(remedy.unwrap_or(&entry.remedy), place),
            role: role.or(entry.role.as_ref()).cloned(),
            link: entry.link.as_deref().map(|link| place.fill(link)),
            microsoft: self.microsoft.clone(),
            status: None,
        }
    }

    fn fill(&self, text: &str, place: &Place) -> String {
        let text = place.fill(text);
        let [expected, actual] = match self.tenants.as_deref() {
            Some([expected, actual]) => [expected.as_str(), actual.as_str()],
            None => ["one tenant", "another one"],
        };
        // One pass: a name must not be taken for a place of the other.
        let parts = text.split("{expected}");
        let filled: Vec<String> = parts.map(|part| part.replace("{actual}", actual)).collect();
        filled.join(expected)
    }
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| toml::from_str(include_str!("../errors.toml")).expect("tested"))
}

/// Words for a case; those without an endpoint of their own count everywhere.
fn case(
    entry: &'static Entry,
    at: Option<Endpoint>,
    number: Option<u32>,
    lasting: bool,
) -> Option<&'static Case> {
    let mut cases = entry.cases.iter();
    cases.find(|case| case.fits(at, number, lasting))
}

fn find(is: impl Fn(&Entry) -> bool) -> Option<Found> {
    let entry = table().problem.iter().find(|entry| is(entry))?;
    Some(Found {
        entry,
        case: None,
        microsoft: None,
        tenants: None,
    })
}

/// The entry with one of our own codes; `internal` if there is none.
///
/// # Panics
///
/// Never: a test sees to it that the table can be read and holds `internal`.
pub fn named(code: &str) -> Found {
    find(|entry| entry.code == code)
        .unwrap_or_else(|| find(|entry| entry.code == "internal").expect("tested"))
}

/// Whether a text is one of our own codes.
pub fn is_known(code: &str) -> bool {
    find(|entry| entry.code == code).is_some()
}

/// The entry for an error of Microsoft Graph, with Graph's own code or, where there is none, the status.
pub fn of_graph(status: u16, code: Option<&str>) -> Found {
    let coded = code.and_then(|code| find(|entry| entry.graph.iter().any(|value| value == code)));
    let found = match (status, coded) {
        (401, Some(found)) if found.code() == "consent-missing" => found,
        (401, _) => named("graph-token-refused"),
        (403, _) => named("consent-missing"),
        (_, Some(found)) => found,
        (500.., None) => named("microsoft-busy"),
        (_, None) => named("graph-refuses"),
    };
    let microsoft = code.map_or_else(|| format!("HTTP {status}"), str::to_owned);
    Found {
        microsoft: Some(microsoft),
        ..found
    }
}

#[cfg(test)]
mod tests;
