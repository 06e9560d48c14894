//! Where the answer to a request goes.

use super::app_reputation::AppReputation;
use super::context::ConsentContext;
use crate::address;
use crate::page::ConsentKind;
use consentry_catalog::Catalog;
use consentry_catalog::untrusted;
use consentry_wire::text::say;
use consentry_wire::view::{Line, Tone, line};
use url::Url;

pub(super) fn answer_goes_to(
    catalog: &Catalog,
    at: ConsentContext<'_>,
    reputation: AppReputation<'_>,
) -> Option<Line> {
    let origin = at.request?.redirect.as_deref()?;
    let url = Url::parse(origin).ok();
    let shown = where_to(origin);
    let names = [("host", shown.as_str())];
    let backend = Url::parse(&at.settings.backend).ok();
    let ours = backend
        .zip(url.as_ref())
        .is_some_and(|(backend, url)| backend.origin() == url.origin());
    let portal = at.kind == ConsentKind::Admin
        && address::site(catalog, origin, &at.settings.backend) == Some(address::Site::Portal);
    // Any app may register the portal's landing page: where nobody was sent to the portal, it speaks
    // neither for the app nor against it.
    if portal && !at.is_due {
        return Some(line(Tone::Plain, say("consent.redirect.plain", &names)));
    }
    if portal {
        return Some(line(Tone::Good, say("consent.redirect.portal", &names)));
    }
    let Some(app) = reputation.profile() else {
        return Some(line(Tone::Plain, say("consent.redirect.plain", &names)));
    };
    // A profile names hosts: what answers there over TLS, at the usual port.
    let host = url
        .as_ref()
        .filter(|url| url.scheme() == "https" && url.port().is_none())
        .map(|url| address::host(catalog, url))
        .unwrap_or_default();
    let declared = |list: &[String]| list.iter().any(|known| known.eq_ignore_ascii_case(host));
    let own = app.entry.as_ref().map(|entry| entry.host.as_str());
    Some(
        if ours || own == Some(host) || declared(&app.callback_hosts) {
            line(Tone::Good, say("consent.redirect.known", &names))
        } else if (app.callback_hosts.is_empty() && own.is_none()) || app.doubts("callback_hosts") {
            line(Tone::Plain, say("consent.redirect.plain", &names))
        } else {
            line(Tone::Bad, say("consent.redirect.unexpected", &names))
        },
    )
}

/// An origin as it is shown: without the scheme where that is the usual one.
pub(crate) fn where_to(origin: &str) -> String {
    let shown = origin.strip_prefix("https://").unwrap_or(origin);
    untrusted::text(shown, untrusted::NAME)
}
