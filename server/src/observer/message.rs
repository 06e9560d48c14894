//! What receivers are told: one change as a `CloudEvent`, several as a card for Teams, and a summary as either. Pure.

use crate::observer::difference::Change;
use crate::observer::digest::Digest;
use crate::observer::rows::Tenant;
use serde_json::{Value, json};

/// Changes on one card: it holds 28 KB (<https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook>).
pub const ON_CARD: usize = 20;

/// One change as an event.
pub fn event(tenant: &Tenant, change: &Change) -> Value {
    let mut data = serde_json::to_value(change).unwrap_or_default();
    data["tenant"] = json!({ "id": tenant.id, "name": tenant.name });
    json!({
        "specversion": "1.0",
        "id": change.id,
        "source": format!("urn:consentry:tenant:{}", tenant.id),
        "type": format!("consentry.observer.{}", change.kind),
        "time": change.found,
        "subject": subject(change),
        "datacontenttype": "application/json",
        "data": data,
    })
}

/// A summary as an event.
pub fn summary(tenant: &Tenant, digest: &Digest) -> Value {
    let mut data = serde_json::to_value(digest).unwrap_or_default();
    data["tenant"] = json!({ "id": tenant.id, "name": tenant.name });
    json!({
        "specversion": "1.0",
        "id": digest.id(tenant),
        "source": format!("urn:consentry:tenant:{}", tenant.id),
        "type": "consentry.observer.digest",
        "time": digest.until,
        "subject": format!("tenants/{}", tenant.id),
        "datacontenttype": "application/json",
        "data": data,
    })
}

/// A summary as a card.
pub fn summary_card(tenant: &Tenant, digest: &Digest) -> Value {
    let mut lines = digest.lines().into_iter();
    let title = format!(
        "Apps of {}: {}",
        place(tenant),
        lines.next().unwrap_or_default()
    );
    of_lines(&title, lines)
}

/// What it is about: an app in the tenant, or the observer itself.
fn subject(change: &Change) -> String {
    if change.kind.starts_with("observer-") {
        format!("observers/{}", change.app.app_id)
    } else {
        format!("servicePrincipals/{}", change.app.object_id)
    }
}

/// Some changes as an Adaptive Card (<https://adaptivecards.io/explorer/AdaptiveCard.html>).
pub fn card(tenant: &Tenant, changes: &[Change]) -> Value {
    let title = format!("Apps of {}: {} changes", place(tenant), changes.len());
    of_lines(&title, changes.iter().map(Change::line))
}

/// What the organization is called.
fn place(tenant: &Tenant) -> &str {
    if tenant.name.is_empty() {
        &tenant.id
    } else {
        &tenant.name
    }
}

fn of_lines(title: &str, lines: impl Iterator<Item = String>) -> Value {
    let mut body = vec![json!({
        "type": "TextBlock", "size": "Medium", "weight": "Bolder", "wrap": true, "text": plain(title),
    })];
    body.extend(
        lines.map(|line| json!({ "type": "TextBlock", "wrap": true, "text": plain(&line) })),
    );
    json!({
        "type": "message",
        "attachments": [{
            "contentType": "application/vnd.microsoft.card.adaptive",
            "content": {
                "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
                "type": "AdaptiveCard", "version": "1.4", "body": body,
            },
        }],
    })
}

/// Text without what a card takes for markup.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() {
            out.push(' ');
            continue;
        }
        if "\\`*_{}[]()#+!<>|~".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observer::difference::Named;

    fn change() -> Change {
        Change {
            id: "id-1".into(),
            kind: "delegated-added".into(),
            app: Named {
                object_id: "o".into(),
                app_id: "a".into(),
                name: "[x](https://a.example)".into(),
            },
            resource_app_id: Some("r".into()),
            scope: Some("Mail.Read".into()),
            value: None,
            audience: Some(crate::observer::snapshot::Audience::All),
            who: None,
            when: None,
            found: "2026-11-30T08:00:00Z".into(),
        }
    }

    #[test]
    fn an_event_has_what_cloudevents_require_and_the_whole_change() {
        let tenant = Tenant {
            id: "t".into(),
            name: "Birchwood".into(),
            ..Tenant::default()
        };
        let event = event(&tenant, &change());
        for key in ["specversion", "id", "source", "type", "time", "subject"] {
            assert!(event[key].is_string(), "{key}");
        }
        assert_eq!(event["data"]["tenant"]["name"], "Birchwood");
        assert_eq!(event["data"]["scope"], "Mail.Read");
        assert_eq!(event["data"]["for"], "all");
    }

    #[test]
    fn a_name_on_a_card_is_no_link() {
        let card = card(&Tenant::default(), &[change()]).to_string();
        assert!(!card.contains("[x](https"), "{card}");
    }

    #[test]
    fn no_card_is_too_long_for_teams_whatever_somebody_chose() {
        let long = || "n".repeat(10_000);
        let change = Change {
            app: Named {
                object_id: long(),
                app_id: long(),
                name: long(),
            },
            scope: Some(long()),
            who: Some(long()),
            audience: Some(crate::observer::snapshot::Audience::One(long())),
            ..change()
        };
        let card = card(&Tenant::default(), &vec![change; ON_CARD]);
        assert!(
            card.to_string().len() < 21 * 1024,
            "{}",
            card.to_string().len()
        );
    }
}
