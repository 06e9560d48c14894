//! Whose consent it is: the organization an address names and the account a page shows, against
//! those of the connection.

use super::finding::{Finding, Is};
use crate::consent::shown::Shown;
use crate::model::Journey;
use crate::page::ConsentKind;
use consentry_catalog::request::Request;
use consentry_wire::text::{Text, message, say};
use consentry_wire::view::Tone;
use consentry_wire::view::line;

/// Domains of personal accounts.
const PERSONAL: [&str; 4] = ["outlook.com", "hotmail.com", "live.com", "msn.com"];

fn domain(account: &str) -> Option<String> {
    let (_, domain) = account.rsplit_once('@')?;
    Some(domain.trim().to_lowercase()).filter(|domain| !domain.is_empty())
}

/// The account of the connection. A display hint: it finds words and decides nothing.
fn known_account(journey: &Journey) -> Option<&str> {
    journey.status.as_ref()?.account.as_deref()
}

/// The organization, where there is one to compare with, or where it can be no organization at all.
pub(super) fn organization(
    request: Option<&Request>,
    shown: &Shown,
    journey: Option<&Journey>,
) -> Option<Finding> {
    if request.is_some_and(Request::is_personal) {
        return Some(Finding {
            is: Is::Wrong,
            short: message("consent.glance.organization.personal"),
            line: Some(line(Tone::Bad, message("consent.organization.personal"))),
        });
    }
    let journey = journey?;
    let tenant = journey.status.as_ref()?.tenant.as_ref()?;
    let name = tenant.name.as_deref().unwrap_or(&tenant.id);
    let names = [("tenant", name)];
    let addressed = request.and_then(Request::organization);
    let same_domain = |text: &str| {
        known_account(journey)
            .and_then(domain)
            .is_some_and(|known| known == text)
    };
    let is = match addressed {
        Some(id) if consentry_catalog::guid::is_guid(id) => {
            if id.eq_ignore_ascii_case(&tenant.id) {
                Is::Right
            } else {
                Is::Wrong
            }
        }
        Some(name) if same_domain(name) => Is::Right,
        // An organization has many domains: another one proves nothing.
        Some(_) => Is::Unknown,
        None => match shown.account.as_deref().and_then(domain) {
            Some(domain) if same_domain(&domain) => Is::Right,
            _ => Is::Unknown,
        },
    };
    Some(match is {
        Is::Right => Finding {
            is,
            short: message("consent.glance.organization.right"),
            line: Some(line(Tone::Good, say("consent.organization.right", &names))),
        },
        Is::Wrong => Finding {
            is,
            short: message("consent.glance.organization.wrong"),
            line: Some(line(Tone::Bad, say("consent.organization.wrong", &names))),
        },
        Is::Unknown => Finding {
            is,
            short: message("consent.glance.organization.unknown"),
            line: Some(line(
                Tone::Plain,
                say("consent.organization.unknown", &names),
            )),
        },
    })
}

/// The account, where there is one to compare with.
pub(super) fn account(
    kind: ConsentKind,
    shown: &Shown,
    journey: Option<&Journey>,
) -> Option<Finding> {
    let known = known_account(journey?)?;
    let wrong = |key: &str, account: &str| Finding {
        is: Is::Wrong,
        short: message("consent.glance.account.wrong"),
        line: Some(line(Tone::Bad, say(key, &[("account", account)]))),
    };
    let unsure = |text: Text| Finding {
        is: Is::Unknown,
        short: message("consent.glance.account.other"),
        line: Some(line(Tone::Caution, text)),
    };
    let Some(account) = shown.account.as_deref() else {
        return Some(Finding {
            is: Is::Unknown,
            short: message("consent.glance.account.unseen"),
            line: Some(line(
                Tone::Plain,
                say("consent.account.unseen", &[("account", known)]),
            )),
        });
    };
    let names = [("account", account), ("known", known)];
    if account.to_uppercase().contains("#EXT#") {
        return Some(wrong("consent.account.guest", account));
    }
    let (own, theirs) = (domain(account), domain(known));
    if own != theirs {
        let personal = own.as_deref().is_some_and(|own| PERSONAL.contains(&own));
        return Some(if personal {
            wrong("consent.account.personal", account)
        } else {
            unsure(say("consent.account.foreign", &names))
        });
    }
    // Another admin of the same organization is meant to make the grant.
    if account.eq_ignore_ascii_case(known) || kind == ConsentKind::Admin {
        return Some(Finding {
            is: Is::Right,
            short: message("consent.glance.account.right"),
            line: Some(line(Tone::Good, say("consent.account.right", &names))),
        });
    }
    Some(unsure(say("consent.account.other", &names)))
}
