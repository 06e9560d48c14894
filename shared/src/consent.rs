//! What a consent page asks for, and what to think of it: the verdict, with a reason for each
//! finding.

use crate::page::ConsentKind;
use crate::permission;
use crate::profile::{Profile, Tick};
use crate::view::{Detail, Line, Tone};
use crate::words;
use serde::{Deserialize, Serialize};
use url::Url;

/// An authorization request, as far as an address tells it (RFC 6749 section 4.1.1; for
/// `adminconsent`, facts: protocol A1).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// `client_id`.
    pub client_id: String,
    /// `scope`, bare names.
    pub scopes: Vec<String>,
    /// Host of `redirect_uri`.
    pub redirect_host: Option<String>,
}

/// Reads a request from an address; none, where it names no client.
pub fn request(address: &str) -> Option<Request> {
    let url = Url::parse(address).ok()?;
    let value = |key: &str| {
        url.query_pairs()
            .find(|(name, _)| name.eq_ignore_ascii_case(key))
            .map(|(_, value)| value.into_owned())
    };
    Some(Request {
        client_id: value("client_id")?.to_lowercase(),
        scopes: value("scope")
            .unwrap_or_default()
            .split_ascii_whitespace()
            .map(|scope| permission::bare(scope).to_owned())
            .collect(),
        redirect_host: value("redirect_uri")
            .and_then(|uri| Url::parse(&uri).ok())
            .and_then(|uri| uri.host_str().map(str::to_owned)),
    })
}

/// What is to happen on a consent page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decision {
    /// Nothing against it.
    Fine,
    /// Say something; nothing is held.
    Warn,
    /// Accept does nothing while the tick is on.
    Hold,
}

/// What is thought of a consent page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// What is to happen.
    pub decision: Decision,
    /// One line for each finding.
    pub lines: Vec<Line>,
    /// One entry for each permission.
    pub details: Vec<Detail>,
}

/// Judges a consent page. `ticked` is the tick's present state, where there is one.
pub fn judge(
    kind: ConsentKind,
    request: Option<&Request>,
    profile: Option<&Profile>,
    ticked: Option<bool>,
) -> Verdict {
    let mut lines = Vec::new();
    let mut say = |tone, key: &str, names: &[(&str, &str)]| {
        lines.push(Line {
            tone,
            text: words::english().say(key, names),
        });
    };
    let app = profile.map_or("", |profile| profile.name.as_str());
    let mut decision = Decision::Fine;
    match (request, profile) {
        (_, Some(_)) => say(Tone::Good, "consent.app.known", &[("app", app)]),
        (Some(_), None) => say(Tone::Caution, "consent.app.unknown", &[]),
        (None, None) => say(Tone::Caution, "consent.app.unseen", &[]),
    }
    if profile.is_none() {
        decision = Decision::Warn;
    }
    if kind == ConsentKind::UserWithTick {
        match profile.map(|profile| profile.tick) {
            Some(Tick::MustNot) => {
                say(Tone::Caution, "consent.tick.leave", &[]);
                decision = Decision::Hold;
            }
            Some(Tick::Must) => say(Tone::Plain, "consent.tick.must", &[("app", app)]),
            Some(Tick::Optional) => {}
            None if ticked == Some(true) => say(Tone::Bad, "consent.for-all", &[]),
            None => say(Tone::Caution, "consent.tick.leave", &[]),
        }
    }
    if kind == ConsentKind::Admin {
        say(Tone::Plain, "consent.for-all", &[]);
    }
    if let (Some(request), Some(profile)) = (request, profile)
        && kind != ConsentKind::Admin
        && !request.scopes.is_empty()
    {
        let unexpected: Vec<&str> = request
            .scopes
            .iter()
            .map(String::as_str)
            .filter(|scope| {
                *scope != ".default"
                    && !profile
                        .delegated
                        .iter()
                        .any(|p| p.value.eq_ignore_ascii_case(scope))
            })
            .collect();
        if unexpected.is_empty() {
            say(Tone::Good, "consent.scopes.expected", &[]);
        } else {
            say(
                Tone::Bad,
                "consent.scopes.unexpected",
                &[("scopes", &unexpected.join(", "))],
            );
            decision = decision.max(Decision::Warn);
        }
    }
    if let Some(host) = request.and_then(|request| request.redirect_host.as_deref())
        && kind != ConsentKind::Admin
    {
        say(Tone::Plain, "consent.redirect.known", &[("host", host)]);
    }
    Verdict {
        decision,
        lines,
        details: details(kind, request, profile),
    }
}

fn details(kind: ConsentKind, request: Option<&Request>, profile: Option<&Profile>) -> Vec<Detail> {
    let asked = request
        .map(|request| request.scopes.as_slice())
        .unwrap_or_default();
    match (kind, profile) {
        (ConsentKind::Admin, Some(profile)) => profile
            .application
            .iter()
            .map(|p| detail(&p.value, true, Some(&p.why)))
            .chain(
                profile
                    .delegated
                    .iter()
                    .filter(|p| p.grant)
                    .map(|p| detail(&p.value, false, Some(&p.why))),
            )
            .collect(),
        _ => asked
            .iter()
            .map(|scope| {
                let why = profile
                    .and_then(|profile| {
                        profile
                            .delegated
                            .iter()
                            .find(|p| p.value.eq_ignore_ascii_case(scope))
                    })
                    .map(|permission| permission.why.as_str());
                detail(scope, false, why)
            })
            .collect(),
    }
}

/// One permission in plain words.
fn detail(value: &str, application: bool, why: Option<&str>) -> Detail {
    let words = words::english();
    let mut text = String::new();
    let mut add = |sentence: &str| {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(sentence);
    };
    let tone = if let Some(known) = permission::text(value) {
        let meaning = if application {
            &known.application
        } else {
            &known.delegated
        };
        if let Some(meaning) = meaning {
            add(meaning);
        }
        if let Some(thief) = &known.thief {
            add(&words.say("permission.thief", &[("text", thief)]));
        }
        known.risk.tone()
    } else {
        add(&words.say("permission.unknown", &[]));
        permission::guess(value).tone()
    };
    if let Some(why) = why {
        add(&words.say("permission.why", &[("text", why)]));
    }
    Detail {
        tone,
        title: value.to_owned(),
        text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile;

    const MOVER: &str = "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=D62121F3-e023-4972-b6b0-794190c0fd98&redirect_uri=http%3A%2F%2Flocalhost%3A7430%2Foauth%2Fcallback&scope=openid%20https%3A%2F%2Fgraph.microsoft.com%2FSites.Manage.All";

    fn judge_mover(kind: ConsentKind, address: &str, ticked: Option<bool>) -> Verdict {
        let request = request(address).unwrap();
        judge(
            kind,
            Some(&request),
            profile::by_client_id(&request.client_id),
            ticked,
        )
    }

    #[test]
    fn an_app_that_must_not_be_ticked_is_held() {
        let verdict = judge_mover(ConsentKind::UserWithTick, MOVER, Some(false));
        assert_eq!(verdict.decision, Decision::Hold);
    }

    #[test]
    fn the_same_app_is_not_held_where_there_is_no_tick() {
        assert_eq!(
            judge_mover(ConsentKind::User, MOVER, None).decision,
            Decision::Fine
        );
        assert_eq!(
            judge_mover(ConsentKind::Admin, MOVER, None).decision,
            Decision::Fine
        );
    }

    #[test]
    fn an_app_nobody_described_is_warned_about_and_never_held() {
        let address = MOVER.replace("D62121F3", "11111111");
        let verdict = judge_mover(ConsentKind::UserWithTick, &address, Some(true));
        assert_eq!(verdict.decision, Decision::Warn);
        assert!(verdict.lines.iter().any(|line| line.tone == Tone::Bad));
    }

    #[test]
    fn what_is_asked_beyond_the_profile_is_named() {
        let verdict = judge_mover(ConsentKind::User, &format!("{MOVER}%20Mail.Send"), None);
        assert_eq!(verdict.decision, Decision::Warn);
        assert!(
            verdict
                .lines
                .iter()
                .any(|line| line.tone == Tone::Bad && line.text.contains("Mail.Send"))
        );
    }

    #[test]
    fn every_permission_of_every_profile_is_explained() {
        for profile in profile::catalogue() {
            for (permission, application) in profile
                .delegated
                .iter()
                .map(|p| (p, false))
                .chain(profile.application.iter().map(|p| (p, true)))
            {
                let known = permission::text(&permission.value)
                    .unwrap_or_else(|| panic!("{}", permission.value));
                let text = if application {
                    &known.application
                } else {
                    &known.delegated
                };
                assert!(text.is_some(), "{} of {}", permission.value, profile.id);
            }
        }
    }

    #[test]
    fn a_name_never_seen_is_judged_by_its_parts() {
        use permission::Risk;
        assert_eq!(permission::guess("Cloudlets.ReadWrite.All"), Risk::High);
        assert_eq!(permission::guess("Cloudlets.Read"), Risk::Medium);
        assert_eq!(permission::guess("cloud_hello"), Risk::Low);
    }
}
