//! Which sign-in a tab is in the middle of: an app is known only while known steps of its own request
//! follow one another.
//!
//! Only an authorization endpoint names an app. The pages after it do not, and the consent page is
//! mostly one of them; so what the endpoint said counts for as long as every address in between is one
//! that Microsoft's sign-in is known to go through, and not a page longer. A device code, WS-Federation,
//! SAML, the browser's history and other sites begin something else, and nothing says for which app.

use crate::address::{self, Site};
use consentry_catalog::Catalog;
use consentry_catalog::endpoint::{self, Endpoint};
use serde::{Deserialize, Serialize};
use url::Url;

/// What a tab is in the middle of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Flow {
    /// Nothing that is known.
    #[default]
    Unknown,
    /// The request of the last authorization endpoint.
    Request,
    /// The same, on another site: an organization's own identity provider may be on the way.
    RequestElsewhere,
    /// A sign-in that a code began on another device.
    DeviceCode,
    /// The same, on another site.
    DeviceCodeElsewhere,
}

/// What one address means for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// An authorization endpoint: a request of its own, whether or not it names an app.
    Begins(Endpoint),
    /// The page that takes a device code.
    DeviceCode,
    /// A page on the way of the sign-in that is going on.
    Continues,
    /// Where an identity provider or a page for another proof sends the browser back to.
    Returns,
    /// Another page of the sign-in, or a protocol whose requests name no app that is known here.
    Ends,
    /// Another site.
    Leaves,
    /// A page out of the browser's history, one that was restored, or one that was loaded before it was
    /// asked for: nobody knows what it followed.
    Restored,
}

impl Flow {
    /// What a tab is in the middle of after a step: the whole automaton.
    #[must_use]
    #[expect(clippy::match_same_arms, reason = "the table reads row by row")]
    pub fn after(self, step: Step) -> Self {
        match (self, step) {
            (_, Step::Begins(_)) => Self::Request,
            (_, Step::DeviceCode) => Self::DeviceCode,
            (Self::Request, Step::Continues | Step::Returns) => Self::Request,
            (Self::Request | Self::RequestElsewhere, Step::Leaves) => Self::RequestElsewhere,
            (Self::RequestElsewhere, Step::Returns) => Self::Request,
            (Self::DeviceCode, Step::Continues | Step::Returns) => Self::DeviceCode,
            (Self::DeviceCode | Self::DeviceCodeElsewhere, Step::Leaves) => {
                Self::DeviceCodeElsewhere
            }
            (Self::DeviceCodeElsewhere, Step::Returns) => Self::DeviceCode,
            (_, Step::Continues | Step::Returns | Step::Ends | Step::Leaves | Step::Restored) => {
                Self::Unknown
            }
        }
    }

    /// Whether what the last authorization endpoint said is still true.
    pub fn keeps_request(self) -> bool {
        matches!(self, Self::Request | Self::RequestElsewhere)
    }

    /// Whether a device code began it.
    pub fn is_device_code(self) -> bool {
        matches!(self, Self::DeviceCode | Self::DeviceCodeElsewhere)
    }
}

/// Pages on the way of a sign-in, after the segment that names the organization; `*` is any one segment.
/// Each is in several public clients that walk through the sign-in: `PnP PowerShell`, `AADInternals`,
/// `TokenTactics`, saml2aws. `certauth`: <https://learn.microsoft.com/entra/identity/authentication/concept-certificate-based-authentication-technical-deep-dive>.
const CONTINUES: [&[&str]; 12] = [
    &["login"],
    &["reprocess"],
    &["kmsi"],
    &["cmsi"],
    &["processauth"],
    &["sas"],
    &["sas", "*"],
    &["consent", "*"],
    &["appverify"],
    &["deviceauthtls", "*"],
    &["fido", "*"],
    &["certauth"],
];

/// Where other sites send the browser back to in the middle of a sign-in: WS-Federation's
/// `login.srf`, `federation/externalauthprovider` and its kind
/// (<https://learn.microsoft.com/entra/identity/authentication/concept-authentication-external-method-provider>),
/// and the ends of a proof that another site takes.
const RETURNS: [&[&str]; 4] = [
    &["login.srf"],
    &["resume"],
    &["federation", "*"],
    &["sas", "processauth"],
];

/// Last segments of the pages that take a device code (RFC 8628 section 3.3), of work and of personal
/// accounts.
const DEVICE_CODE: [&str; 7] = [
    "deviceauth",
    "devicelogin",
    "devicecode",
    "device",
    "remoteconnect",
    "remoteconnect.srf",
    "oauth20_remoteconnect.srf",
];

/// What an address means; `backend` is the address of the configured backend.
pub fn step(catalog: &Catalog, address: &str, backend: &str) -> Step {
    let Ok(url) = Url::parse(address) else {
        return Step::Leaves;
    };
    let is_sign_in = match address::site(catalog, address, backend) {
        Some(Site::Login) => true,
        Some(Site::Personal) => false,
        _ => return Step::Leaves,
    };
    let path = endpoint::segments(&url);
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    if path.last().is_some_and(|last| DEVICE_CODE.contains(last)) {
        return Step::DeviceCode;
    }
    if !is_sign_in {
        return Step::Leaves;
    }
    let (endpoint, _) = endpoint::endpoint(&url);
    if endpoint != Endpoint::Other {
        return Step::Begins(endpoint);
    }
    if on_the_way(&path, &RETURNS) {
        Step::Returns
    } else if on_the_way(&path, &CONTINUES) {
        Step::Continues
    } else {
        Step::Ends
    }
}

/// Whether a path is one of a list, with or without a segment for the organization before it.
fn on_the_way(path: &[&str], list: &[&[&str]]) -> bool {
    let fits = |path: &[&str]| {
        list.iter().any(|known| {
            known.len() == path.len()
                && known
                    .iter()
                    .zip(path)
                    .all(|(known, segment)| *known == "*" || known == segment)
        })
    };
    fits(path) || path.split_first().is_some_and(|(_, rest)| fits(rest))
}

#[cfg(test)]
mod tests;
