//! A setting as a field: its value, who set it, and what is wrong with what was typed.

use crate::model::Model;
use consentry_wire::text::{Text, message};
use consentry_wire::view::{Action, Choice, Field, FieldKind, Weight};

/// The field of a setting, with its name for people and what it does.
pub(crate) fn field(
    model: &Model,
    name: &str,
    [label, help]: [Text; 2],
    kind: FieldKind,
    value: String,
) -> Field {
    let settings = &model.session.settings;
    let mistyped = model.session.mistyped.get(name);
    let fixed = settings.fixes(name);
    let is_own = settings.sets(name);
    Field {
        name: name.to_owned(),
        label,
        help,
        kind,
        text: mistyped.map_or(value, |mistyped| mistyped.text.clone()),
        locked: fixed.then(|| message("settings.locked")),
        error: mistyped.map(|mistyped| mistyped.why.clone()),
        reset: (!fixed && (is_own || mistyped.is_some())).then(|| Action {
            label: message("settings.reset"),
            choice: Choice::Set {
                name: name.to_owned(),
                text: None,
            },
            weight: Weight::Secondary,
        }),
    }
}
