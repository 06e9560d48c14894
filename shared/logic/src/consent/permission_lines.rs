//! What is said of the permissions that are asked for, together; one by one they are in `meaning`.

use super::app_reputation::AppReputation;
use super::asked::{self, Asked};
use super::change;
use super::context::ConsentContext;
use crate::page::ConsentKind;
use consentry_catalog::Catalog;
use consentry_catalog::profile::Profile;
use consentry_wire::text::{Text, joined, message, say};
use consentry_wire::view::{Line, Tone, line};

/// Whether the profile's list of what such a page asks for may have gaps.
pub(crate) fn doubts_its_permissions(app: &Profile, kind: ConsentKind) -> bool {
    app.doubts("delegated") || (kind == ConsentKind::Admin && app.doubts("application"))
}

/// Whether the app asks for what it is known not to ask for. A list that is known to have gaps accuses
/// nobody.
pub(super) fn asks_for_more(
    catalog: &Catalog,
    at: ConsentContext<'_>,
    reputation: AppReputation<'_>,
    asked: &Asked,
) -> bool {
    reputation
        .profile()
        .is_some_and(|app| !doubts_its_permissions(app, at.kind))
        && !asked.unexpected(catalog).is_empty()
}

/// Expected, unexpected, missing; what it adds and takes away; how bad it is.
pub(super) fn permissions(
    catalog: &Catalog,
    at: ConsentContext<'_>,
    reputation: AppReputation<'_>,
    asked: &Asked,
) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some(app) = reputation.profile() {
        let unexpected = asked.unexpected(catalog);
        if !unexpected.is_empty() {
            let (tone, key) = if asks_for_more(catalog, at, reputation, asked) {
                (Tone::Bad, "consent.scopes.unexpected")
            } else {
                (Tone::Caution, "consent.scopes.unlisted")
            };
            let names = [("scopes", some(&unexpected)), ("app", app.name.clone())];
            let names = names.each_ref().map(|(name, text)| (*name, text.as_str()));
            lines.push(line(tone, say(key, &names)));
        } else if !asked.items.is_empty() {
            lines.push(line(Tone::Good, message("consent.scopes.expected")));
        }
        if !asked.items.is_empty() && !asked.missing.is_empty() {
            lines.push(line(
                Tone::Plain,
                say(
                    "consent.scopes.missing",
                    &[("app", &app.name), ("scopes", &asked.missing.join(", "))],
                ),
            ));
        }
    }
    let grants = at
        .journey
        .and_then(|journey| journey.status.as_ref())
        .map(|status| &status.grants);
    if at.kind == ConsentKind::Admin {
        lines.extend(change::said(catalog, asked.each(), grants, asked.unlisted));
    } else if let Some(held) = grants.and_then(|grants| grants.delegated.as_ref()) {
        lines.extend(again(catalog, asked, held));
    }
    lines
}

/// The most permissions that one sentence names.
const MOST_NAMED: usize = 12;

/// Names of permissions as a sentence has them: an app chooses how many there are.
pub(crate) fn some(names: &[String]) -> String {
    let mut shown = names[..names.len().min(MOST_NAMED)].join(", ");
    if names.len() > MOST_NAMED {
        shown.push_str(", …");
    }
    shown
}

/// A person's consent to an app that holds something already: what is new about it.
pub(super) fn again(
    catalog: &Catalog,
    asked: &Asked,
    held: &[consentry_wire::api::DelegatedGrant],
) -> Option<Line> {
    let (old, new): (Vec<_>, Vec<_>) = asked
        .items
        .iter()
        .filter(|item| !item.scope.is_sign_in() && !item.scope.is_default())
        .partition(|item| {
            let value = item
                .scope
                .named(catalog, item.kind)
                .map(|named| named.value);
            held.iter().any(|held| {
                value
                    .as_deref()
                    .is_some_and(|value| value.eq_ignore_ascii_case(&held.value))
            })
        });
    if old.is_empty() {
        return None;
    }
    Some(if new.is_empty() {
        line(Tone::Plain, message("consent.again.nothing"))
    } else {
        let new: Vec<String> = new.iter().map(|item| item.shown(catalog)).collect();
        line(
            Tone::Plain,
            say("consent.again.adds", &[("scopes", &some(&new))]),
        )
    })
}

/// How much is asked for, in figures: alarming only where the app is a stranger.
pub(super) fn summary(
    catalog: &Catalog,
    asked: &Asked,
    reputation: AppReputation<'_>,
) -> Option<Line> {
    let is_default = |item: &asked::Item| item.scope.is_default();
    // What stands for a list that is not known here is no permission to be counted.
    if asked.unlisted && asked.items.iter().all(is_default) {
        let tone = match reputation {
            AppReputation::Profiled(_) | AppReputation::Microsofts(_) => Tone::Plain,
            _ => Tone::Caution,
        };
        return Some(line(tone, message("consent.asks.unlisted")));
    }
    if asked.items.is_empty() {
        return None;
    }
    let risks = asked.risks(catalog);
    let counts: Vec<Text> = risks
        .iter()
        .map(|(risk, count)| {
            let risk = message(&format!("consent.risk.{}", risk.name()));
            joined(" ", vec![count.to_string().into(), risk])
        })
        .collect();
    let worst = risks.first().map_or(Tone::Plain, |(risk, _)| risk.tone());
    let tone = if reputation.profile().is_some() && asked.unexpected(catalog).is_empty() {
        Tone::Plain
    } else {
        worst
    };
    Some(line(
        tone,
        say(
            "consent.asks",
            &[
                ("count", asked.items.len().to_string().into()),
                ("risks", joined(", ", counts)),
            ],
        ),
    ))
}
