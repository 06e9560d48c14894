//! What tells one connection from another: its side, its organization and its account.

use crate::model::Journey;
use consentry_catalog::Catalog;
use consentry_wire::journey::Side;
use consentry_wire::text::{Text, message, say};
use consentry_wire::view::{Action, Choice, Weight};

/// What tells it from another connection: the app, the side, the organization, the account.
pub(crate) fn label(catalog: &Catalog, journey: &Journey) -> Vec<Text> {
    let status = journey.status.as_ref();
    let tenant = status
        .and_then(|status| status.tenant.as_ref())
        .map(|tenant| Text::from(tenant.name.as_ref().unwrap_or(&tenant.id)));
    let role = (journey.approver).then(|| {
        let approver = journey
            .app(catalog)
            .map(|app| consentry_catalog::roles::approver(catalog, &app))
            .unwrap_or_default();
        say("label.approver", &[("approver", approver)])
    });
    [
        journey.side.map(|side| message(side_key(side))),
        status
            .and_then(|status| status.display_name.clone())
            .map(Text::from),
        tenant,
        status
            .and_then(|status| status.account.clone())
            .map(Text::from),
        role,
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn side_key(side: Side) -> &'static str {
    match side {
        Side::Source => "side.source",
        Side::Destination => "side.destination",
    }
}

/// Which side it is, as choices: the one that holds can be taken back.
pub(crate) fn sides(journey: &Journey) -> Vec<(Action, bool)> {
    [Side::Source, Side::Destination]
        .into_iter()
        .map(|side| {
            let holds = journey.side == Some(side);
            let action = Action {
                label: message(side_key(side)),
                choice: Choice::Side {
                    journey: journey.id.clone(),
                    side: (!holds).then_some(side),
                },
                weight: Weight::Secondary,
            };
            (action, holds)
        })
        .collect()
}
