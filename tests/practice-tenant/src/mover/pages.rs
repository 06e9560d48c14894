//! The wizard's pages.

use axum::{http::StatusCode, response::Response};
use maud::{DOCTYPE, Markup, html};

use super::{
    connector::{Connector, Side},
    shown::Shown,
};
use crate::{tenant::Tenant, web};

/// What can be connected; only Office 365 leads anywhere.
const KINDS: [(&str, &str); 4] = [
    ("A", "Azure Blob Storage"),
    ("O", "Office 365 (OneDrive/SharePoint Admin)"),
    ("C", "OneDrive Consumer"),
    ("B", "OneDrive for Business (Single User)"),
];

/// Name of the one kind that can be authorized here.
const OFFICE: &str = "Office 365 (OneDrive/SharePoint Admin)";

/// The frame of every page.
pub(crate) fn page(tenant: &Tenant, title: &str, bars: &Markup, main: &Markup) -> Response {
    let backend = tenant.backend.origin().ascii_serialization();
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
         form-action 'self' https: {backend}; frame-ancestors 'none'; base-uri 'none'"
    );
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (web::title(title)) }
                link rel="stylesheet" href="/assets/mover.css";
                script src="/assets/judge.js" defer {}
                script src="/assets/mover.js" defer {}
            }
            body {
                (web::watermark())
                header {
                    span class="brand" { "mover" }
                    nav aria-label="Main" {
                        a href="/" aria-current="page" { "Transfer Wizard" }
                        span { "Migration Manager" }
                    }
                    span class="help" { "Help" }
                }
                div id="bars" aria-live="polite" { (bars) }
                main { (main) }
            }
        }
    };
    web::page(StatusCode::OK, &policy, &page)
}

/// The start page, with a loaded connector in one column or none.
pub(crate) fn wizard(
    tenant: &Tenant,
    connectors: &[Connector],
    loaded: Option<(&Connector, &Shown)>,
) -> Response {
    let column = |side: Side, title: &str| {
        let here = loaded.filter(|(connector, _)| connector.side == side);
        html! {
            section aria-labelledby=(side.word()) {
                h1 id=(side.word()) { (title) }
                @if let Some((connector, shown)) = here {
                    div id="loaded" data-connection=(connector.id) data-settled=(shown.settled) {
                        (shown.column)
                    }
                } @else {
                    (list(connectors, side))
                    p class="center" {
                        a class="plain" role="button" href={ "/connectors?side=" (side.word()) } {
                            "Authorize New Connector"
                        }
                    }
                }
            }
        }
    };
    let main = html! {
        div class="columns" {
            (column(Side::Source, "Step 1: Select source"))
            (column(Side::Destination, "Step 2: Select destination"))
            section aria-label="Start" {
                div class="start" {
                    h2 { "Select a Source and Destination to start" }
                    p { "Choose a source connector and a destination connector, and the transfer can begin." }
                }
            }
        }
    };
    let bars = loaded.map_or_else(|| html! {}, |(_, shown)| shown.bars.clone());
    page(tenant, "Transfer Wizard", &bars, &main)
}

fn list(connectors: &[Connector], side: Side) -> Markup {
    let mine = connectors.iter().filter(|connector| connector.side == side);
    html! {
        ul class="list" {
            @if side == Side::Source { (item("G", "Google Drive (User)", None)) }
            @for connector in mine { (item("O", &connector.name, Some(&connector.id))) }
        }
    }
}

fn item(letter: &str, name: &str, connection: Option<&str>) -> Markup {
    html! {
        li {
            span class="icon" aria-hidden="true" { (letter) }
            span class="name" { (name) }
            details {
                summary class="primary" { "▾ Manage" }
                div class="menu" {
                    @if let Some(id) = connection {
                        a href={ "/wizard/return?connection=" (id) } { "Load connector" }
                    } @else { span { "Nothing to manage in this rehearsal" } }
                }
            }
        }
    }
}

/// "Authorize Destination Connector": what can be connected.
pub(crate) fn kinds(tenant: &Tenant, side: Side) -> Response {
    let title = match side {
        Side::Source => "Authorize Source Connector",
        Side::Destination => "Authorize Destination Connector",
    };
    let main = html! {
        div class="narrow" {
            div class="heading" { a class="plain" role="button" href="/" { "← Back" } h1 { (title) } }
            ul class="list" {
                @for (letter, name) in KINDS {
                    li {
                        span class="icon" aria-hidden="true" { (letter) }
                        span class="name" { (name) }
                        @if name == OFFICE {
                            a class="primary" role="button" aria-label={ "Authorize " (name) }
                                href={ "/connectors/new?side=" (side.word()) } { "Authorize" }
                        } @else {
                            button type="button" class="primary" disabled { "Authorize" }
                        }
                    }
                }
            }
        }
    };
    page(tenant, title, &html! {}, &main)
}

/// The window that asks for a name.
pub(crate) fn name_it(tenant: &Tenant, side: Side, bars: &Markup) -> Response {
    let main = html! {
        div class="card" {
            p class="blue" { "Give your " b { "Office 365" } " connector a name." }
            form method="post" action="/connectors/new" {
                input type="hidden" name="side" value=(side.word());
                label for="display-name" { "Display Name" }
                input type="text" id="display-name" name="display_name" maxlength="100" value="Office 365 2";
                div class="blue" {
                    b { "Warning!" }
                    p {
                        "The connector must also be allowed in your Azure tenant. AFTER this authorization, "
                        "send your Global Admin to "
                        a href="https://aka.ms/office365moverauth" target="_blank" rel="noopener" { "aka.ms/office365moverauth" }
                        ": that is where permissions are granted to the Office 365 Mover application."
                    }
                }
                div class="yellow" { "Office 365 limits how long a path may be. Long paths can need attention later." }
                div class="actions end" { button class="primary" type="submit" { "Authorize" } }
            }
        }
    };
    page(tenant, "Authorize Office 365", bars, &main)
}
