//! What changed: of all apps, or of one.

use super::parts::{address, audience, columns, cut, table, written};
use super::{Frame, Place, shown, titled};
use crate::http::page::language::speaking;
use crate::observer::difference::Change;
use crate::observer::inventory::Inventory;
use axum::response::Response;
use consentry_text::words::{has, say};
use maud::{Markup, html};

/// The page, the newest change first.
pub fn changes(frame: &Frame<'_>, inventory: &Inventory, changes: &[Change]) -> Response {
    speaking(|| {
        let rest = html! {
            @if changes.is_empty() { p { (say("apps-history-none", &[])) } }
            @else { div.changes { (changed(frame, changes, true)) } }
        };
        let title = titled("apps-changes-of", frame, inventory);
        shown(frame, Place::Changes, &title, inventory, &rest)
    })
}

/// Changes, with the app of each where they are of several.
pub(super) fn changed(frame: &Frame<'_>, changes: &[Change], of_all: bool) -> Markup {
    let row = |change: &Change| {
        let mut row = vec![
            html! { (kind(&change.kind)) },
            html! {
                @if let Some(value) = change.scope.as_ref().or(change.value.as_ref()) { code { (cut(value)) } }
            },
            html! { @if let Some(whom) = &change.audience { (audience(whom)) } },
            html! { @match &change.who { Some(who) => bdi { (cut(who)) }, None => (say("apps-unknown", &[])) } },
            html! { (written(change.when.as_ref().unwrap_or(&change.found))) },
        ];
        if of_all {
            row.insert(
                1,
                html! {
                    a href=(address(frame, &change.app.object_id)) { bdi { (cut(&change.app.name)) } }
                },
            );
        }
        row
    };
    let rows: Vec<_> = changes.iter().map(row).collect();
    let mut names = vec!["change", "permission", "for", "by", "when"];
    if of_all {
        names.insert(1, "app");
    }
    table(&columns(&names), &rows)
}

/// What happened, in words; as it is written, where a newer version wrote it.
fn kind(kind: &str) -> String {
    let key = format!("apps-change-{kind}");
    if has(&key) {
        say(&key, &[])
    } else {
        kind.to_owned()
    }
}
