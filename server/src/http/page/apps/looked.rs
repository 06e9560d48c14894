//! Who looked, for who may see that.

use super::parts::{address, columns, cut, table, time};
use super::{Frame, Place, shown, titled};
use crate::http::page::language::speaking;
use crate::observer::inventory::Inventory;
use crate::store::observed::Look;
use axum::response::Response;
use consentry_text::words::{has, say};
use maud::{Markup, html};

/// The page, the newest look first. `older` is the last entry that it shows, where there are more.
pub fn looks(
    frame: &Frame<'_>,
    inventory: &Inventory,
    looks: &[Look],
    older: Option<&str>,
) -> Response {
    speaking(|| {
        let row = |look: &Look| {
            vec![
                html! { (time(look.at)) },
                html! { span { bdi { (cut(&look.name)) } } code.quiet { (cut(&look.person)) } },
                what(frame, inventory, look),
            ]
        };
        let rows: Vec<_> = looks.iter().map(row).collect();
        let rest = html! {
            p { (say("apps-record-text", &[])) }
            div.looks { (table(&columns(&["when", "who", "what"]), &rows)) }
            @if let Some(older) = older {
                nav.pager aria-label=(say("apps-pages", &[])) {
                    a rel="next" href={ "/apps/" (frame.tenant) "/record?before=" (older) } { (say("apps-record-older", &[])) }
                }
            }
        };
        let title = titled("apps-record-of", frame, inventory);
        shown(frame, Place::Record, &title, inventory, &rest)
    })
}

fn what(frame: &Frame<'_>, inventory: &Inventory, look: &Look) -> Markup {
    let key = format!("apps-look-{}", look.what);
    let name = if has(&key) {
        say(&key, &[])
    } else {
        look.what.clone()
    };
    html! {
        (name)
        @match (look.what.as_str(), inventory.line(&look.subject)) {
            ("app", Some(line)) => { ": " a href=(address(frame, &line.object_id)) { bdi { (cut(&line.name)) } } },
            (_, _) if !look.subject.is_empty() => { ": " code { (cut(&look.subject)) } },
            _ => {},
        }
    }
}
