//! Where two places disagree about the app: two values in one address, or the page and its address.
//!
//! Neither is chosen. Whoever sends a link writes the address, and whoever registers an app writes what
//! the page calls it; that they disagree is what is known.

use super::app_reputation::AppReputation;
use super::shown::Shown;
use consentry_catalog::label::normalise;
use consentry_catalog::request::{Doubt, Request};
use consentry_wire::text::{message, say};
use consentry_wire::view::line;
use consentry_wire::view::{Line, Tone};

/// What disagrees, one line each.
pub(super) fn lines(
    request: Option<&Request>,
    shown: &Shown,
    reputation: AppReputation<'_>,
) -> Vec<Line> {
    let mut lines: Vec<Line> = request
        .into_iter()
        .flat_map(|request| &request.doubts)
        .map(|doubt| line(Tone::Bad, message(key(*doubt))))
        .collect();
    let addressed = request.and_then(|request| request.client_id.as_deref());
    if let (Some(address), Some(page)) = (addressed, shown.app_id.as_deref())
        && address != page
    {
        let names = [("page", page), ("address", address)];
        lines.push(line(Tone::Bad, say("consent.doubt.page-id", &names)));
    }
    if let Some(app) = named(reputation)
        && let Some(page) = shown.app_names.iter().find(|page| !is_called(page, app))
    {
        let names = [("page", page.as_str()), ("app", app)];
        lines.push(line(Tone::Bad, say("consent.doubt.page-name", &names)));
    }
    if shown.one_of_several {
        lines.push(line(Tone::Bad, message("consent.doubt.several")));
    }
    lines
}

fn key(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Apps => "consent.doubt.apps",
        Doubt::NotAnId => "consent.doubt.not-an-id",
        Doubt::Organizations => "consent.doubt.organizations",
        Doubt::Values => "consent.doubt.values",
    }
}

/// What the app is called that the address names by its ID.
fn named(reputation: AppReputation<'_>) -> Option<&str> {
    match reputation {
        AppReputation::Profiled(app) => Some(&app.name),
        AppReputation::Microsofts(app) => Some(&app.name),
        _ => None,
    }
}

/// Whether a page that calls an app so may mean the one of that name: one of the two names is in the
/// other, as in "Contoso Backup" and "Contoso Backup for Microsoft 365". One that only looks the same is
/// another name.
fn is_called(page: &str, app: &str) -> bool {
    let (page, app) = (normalise(page), normalise(app));
    page.contains(&app) || app.contains(&page)
}
