//! A connection that an address has brought, and that nobody here has asked for as far as is known.

use super::{action, plain};
use crate::model::Offer;
use crate::unprofiled;
use consentry_catalog::Catalog;
use consentry_wire::text::{Text, joined, message, say};
use consentry_wire::view::{Action, Card, CardKind, Choice, Note, Weight};

/// What is said of it where it came in.
pub(crate) fn offer(catalog: &Catalog, offer: &Offer) -> Card {
    Card {
        actions: actions(offer),
        ..plain("offer", CardKind::Note, title(catalog, offer), text(offer))
    }
}

/// The same for the panel.
pub(crate) fn offer_note(catalog: &Catalog, offer: &Offer) -> Note {
    Note {
        id: format!("offer-{}", offer.status.id),
        title: title(catalog, offer),
        text: text(offer),
        lines: Vec::new(),
        actions: actions(offer),
    }
}

fn title(catalog: &Catalog, offer: &Offer) -> Text {
    let app = unprofiled::app(catalog, &unprofiled::of_status(&offer.status));
    let name = app.as_ref().map_or("", |app| app.name.as_str());
    say("offer.title", &[("app", name)])
}

/// Names are the backend's word for what the sign-in said, and a stranger may have begun it.
fn text(offer: &Offer) -> Text {
    let status = &offer.status;
    let tenant = status
        .tenant
        .as_ref()
        .map(|tenant| tenant.name.as_deref().unwrap_or(&tenant.id));
    let question = match (status.account.as_deref(), tenant) {
        (Some(account), Some(tenant)) => {
            say("offer.of", &[("account", account), ("tenant", tenant)])
        }
        (None, Some(tenant)) => say("offer.of-tenant", &[("tenant", tenant)]),
        (_, None) => message("offer.of-nobody"),
    };
    let why = if offer.hand_off {
        "offer.by-link"
    } else {
        "offer.unseen"
    };
    joined(" ", vec![question, message(why)])
}

fn actions(offer: &Offer) -> Vec<Action> {
    let connection = || offer.status.id.clone();
    let add = Choice::AddConnection {
        connection: connection(),
    };
    let decline = Choice::DeclineConnection {
        connection: connection(),
    };
    vec![
        action(message("offer.add"), add, Weight::Primary),
        action(message("offer.decline"), decline, Weight::Secondary),
    ]
}
