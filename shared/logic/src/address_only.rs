//! What is said of a sign-in that may not be looked at: what its address tells, and what it does
//! not. The page itself is known to nobody here.

use crate::model::{Journey, Tab};
use crate::{address, card, consent};
use consentry_catalog::Catalog;
use consentry_catalog::endpoint;
use consentry_catalog::guide::Step;
use consentry_catalog::permission::Kind;
use consentry_catalog::profile::Tick;
use consentry_catalog::request::Request;
use consentry_wire::text::{message, say};
use consentry_wire::view::{Card, CardKind, Line, Tone, line};
use url::Url;

/// The card of a sign-in whose address alone is known.
pub(crate) fn card(
    catalog: &Catalog,
    tab: &Tab,
    url: &Url,
    journey: Option<(&Journey, &Step)>,
) -> Card {
    let mut card = card::plain(
        "by-address",
        CardKind::Note,
        message("unseen.title"),
        message("unseen.text"),
    );
    if let Some((journey, step)) = journey {
        let app = journey.app(catalog);
        let app = app.as_ref().map_or("", |app| app.name.as_str());
        let text = say(&format!("step.{}.text", step.id), &[("app", app)]);
        card.lines.push(line(Tone::Plain, text));
        card.progress = card::progress(catalog, journey, step);
    }
    card.lines.extend(told(catalog, tab.request.as_ref(), url));
    card.lines.push(line(Tone::Caution, message("unseen.tick")));
    card.lines
        .push(line(Tone::Caution, message("unseen.permissions")));
    card.lines
        .push(line(Tone::Caution, message("unseen.account")));
    card
}

/// What the address tells: the app, the organization, the permissions asked, where the answer goes.
fn told(catalog: &Catalog, request: Option<&Request>, url: &Url) -> Vec<Line> {
    let mut lines = Vec::new();
    let app = request.and_then(|request| request.app(catalog));
    let id = request.and_then(|request| request.client_id.as_deref());
    lines.push(match (app, id) {
        (Some(app), _) => line(Tone::Good, say("consent.app.known", &[("app", &app.name)])),
        (None, Some(id)) => line(Tone::Caution, say("unseen.app.unknown", &[("id", id)])),
        (None, None) => line(Tone::Caution, message("consent.app.unseen")),
    });
    // What the address contradicts itself in, and text where an ID should be: that, and never the text.
    lines.extend(consent::doubts(request));
    lines.push(match address::tenant(url.as_str()) {
        Some(tenant) => line(Tone::Plain, say("unseen.tenant", &[("tenant", &tenant)])),
        None => line(Tone::Plain, message("unseen.tenant.any")),
    });
    if endpoint::asks_for_all(url) {
        lines.push(line(Tone::Plain, message("consent.for-all")));
    } else if app.and_then(|app| app.tick) == Some(Tick::MustNot) {
        lines.push(line(Tone::Caution, message("consent.tick.leave")));
    }
    let Some(request) = request else {
        return lines;
    };
    if !request.scopes.is_empty() && !request.ignores_scope() {
        let scopes: Vec<String> = request
            .scopes
            .iter()
            .map(|scope| scope.shown(catalog, Kind::Delegated))
            .collect();
        let scopes = consent::some(&scopes);
        lines.push(line(
            Tone::Plain,
            say("unseen.scopes", &[("scopes", &scopes)]),
        ));
    }
    if let Some(origin) = &request.redirect {
        let host = consent::where_to(origin);
        lines.push(line(
            Tone::Plain,
            say("unseen.redirect", &[("host", &host)]),
        ));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::English as _;

    fn lines(address: &str) -> Vec<String> {
        let url = Url::parse(address).unwrap();
        told(
            Catalog::built_in(),
            consentry_catalog::request::request(address).as_ref(),
            &url,
        )
        .into_iter()
        .map(|line| line.text.english())
        .collect()
    }

    #[test]
    fn an_address_tells_the_app_the_organization_the_scopes_and_where_the_answer_goes() {
        let lines = lines(
            "https://login.microsoftonline.com/birchwood.example/oauth2/v2.0/authorize?client_id=d62121f3-e023-4972-b6b0-794190c0fd98&scope=openid%20Sites.Manage.All&redirect_uri=https%3A%2F%2Fapp.mover.io%2Foauth",
        );
        for wanted in [
            "Office 365 Mover",
            "birchwood.example",
            "Sites.Manage.All",
            "app.mover.io",
            "Leave \"Consent on behalf",
        ] {
            assert!(
                lines.iter().any(|line| line.contains(wanted)),
                "{wanted}: {lines:?}"
            );
        }
    }

    #[test]
    fn an_admin_consent_is_said_to_be_for_everybody() {
        let lines = lines(
            "https://login.microsoftonline.com/1c6e8fe3-62a1-495e-8740-18ee55c1dfac/adminconsent?client_id=00000000-1111-2222-3333-444444444444",
        );
        assert!(
            lines.iter().any(|line| line.contains("everyone")),
            "{lines:?}"
        );
        assert!(
            lines.iter().any(|line| line.contains("00000000-1111")),
            "{lines:?}"
        );
        assert!(
            !lines
                .iter()
                .any(|line| line.contains("Leave \"Consent on behalf"))
        );
    }

    #[test]
    fn what_an_address_does_not_name_is_not_guessed() {
        for unsaid in [
            "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
            "https://login.microsoftonline.com/kmsi",
            "https://login.microsoftonline.com/common/reprocess?ctx=x",
            "https://login.microsoftonline.com/",
        ] {
            assert_eq!(address::tenant(unsaid), None, "{unsaid}");
        }
    }
}
