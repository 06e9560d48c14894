//! What the wizard makes of a connection's status: bars at the top, a column below.

use maud::{Markup, html};
use serde_json::Value;

use super::connector::Connector;

/// The two parts of the page that change.
pub(crate) struct Shown {
    pub(crate) bars: Markup,
    pub(crate) column: Markup,
    /// Whether there is nothing left to wait for.
    pub(crate) settled: bool,
}

/// Shows a status, or the trouble there was in getting it. `error` is what the backend's redirect
/// said.
pub(crate) fn status(
    connector: &Connector,
    status: &Result<Value, String>,
    error: Option<&str>,
) -> Shown {
    let state = match status {
        Err(trouble) => return failed(connector, &[html! { (trouble) }], trouble),
        Ok(status) => &status["state"],
    };
    match state["kind"].as_str().unwrap_or_default() {
        "authorized" => authorized(connector, state),
        "needs_admin_consent" | "propagating" => not_granted(connector),
        "needs_reauthorization" => told(connector, &state["cause"]),
        "blocked" => told(connector, &state["problem"]),
        _ => {
            let text = error.map_or_else(
                || "The sign-in has not been finished.".to_owned(),
                |code| format!("The sign-in has not been finished: {code}"),
            );
            failed(connector, &[html! { (text) }], "Could not retrieve users")
        }
    }
}

fn authorized(connector: &Connector, state: &Value) -> Shown {
    let (sites, users) = (&state["sites"], &state["users"]);
    let column = html! {
        (row(connector))
        (people())
        div class="good" role="status" {
            span class="tick" aria-hidden="true" { "✓" }
            " Discovered " (sites) " SPO sites and " (users) " users"
        }
    };
    Shown {
        bars: html! {},
        column,
        settled: true,
    }
}

/// The messages of the guide's picture: the sentence a person is told to wait for.
fn not_granted(connector: &Connector) -> Shown {
    let bars = [
        html! { "Bad Request: Unable to retrieve user count for: " (connector.guid) },
        html! {
            "Could not retrieve user count: A Global Admin needs to authorize the Office 365 Mover \
             application in the Azure tenant. To do so, "
            a href="https://aka.ms/office365moverauth" target="_blank" rel="noopener" { "click here" }
            "."
        },
    ];
    failed(connector, &bars, "Could not retrieve users")
}

fn told(connector: &Connector, problem: &Value) -> Shown {
    let title = problem["title"]
        .as_str()
        .unwrap_or("The connector cannot be used.");
    let remedy = problem["remedy"].as_str().unwrap_or_default();
    failed(
        connector,
        &[html! { (title) " " (remedy) }],
        "Could not retrieve users",
    )
}

fn failed(connector: &Connector, bars: &[Markup], short: &str) -> Shown {
    let bars = html! { @for text in bars { (bar(text)) } };
    let column = html! {
        (row(connector))
        (people())
        div class="bad" { (short) }
        p class="center" { "This connector is no longer authorized." }
        div class="center actions" {
            form method="post" action={ "/connectors/" (connector.id) "/reauthorize" } {
                button class="primary" type="submit" { "Reauthorize" }
            }
            a href="/" { "Cancel" }
        }
        div class="center" {
            button type="button" class="plain" data-load { "Load connector" }
        }
    };
    Shown {
        bars,
        column,
        settled: false,
    }
}

/// A red bar over the top of the page.
pub(crate) fn bar(text: &Markup) -> Markup {
    html! {
        div class="bar" role="alert" {
            span { (text) }
            button type="button" class="close" aria-label="Dismiss" data-dismiss { "×" }
        }
    }
}

fn row(connector: &Connector) -> Markup {
    html! {
        div class="connector" {
            span class="icon office" aria-hidden="true" { "O" }
            span class="link" { (connector.name) " ▾" }
        }
    }
}

fn people() -> Markup {
    html! {
        svg class="people" viewBox="0 0 64 40" width="96" height="60" aria-hidden="true" {
            circle cx="32" cy="14" r="8" {} circle cx="12" cy="10" r="6" {} circle cx="52" cy="10" r="6" {}
            path d="M18 40c0-9 6-15 14-15s14 6 14 15M2 30c0-7 4-11 10-11M62 30c0-7-4-11-10-11" {}
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{super::connector::Side, *};

    fn connector() -> Connector {
        Connector::new("id", "Office 365 2", Side::Destination, "practice-bearer")
    }

    #[test]
    fn a_missing_grant_shows_the_sentence_of_the_guide() {
        let answer = Ok(json!({ "state": { "kind": "needs_admin_consent" } }));
        let shown = status(&connector(), &answer, None);
        assert!(
            shown
                .bars
                .0
                .contains("A Global Admin needs to authorize the Office 365 Mover application")
        );
        assert!(shown.bars.0.contains("https://aka.ms/office365moverauth"));
        assert!(!shown.settled);
    }

    #[test]
    fn success_shows_both_counts_and_ends_the_waiting() {
        let state = json!({ "state": { "kind": "authorized", "users": 17, "sites": 43 } });
        let shown = status(&connector(), &Ok(state), None);
        assert!(
            shown
                .column
                .0
                .contains("Discovered 43 SPO sites and 17 users")
        );
        assert!(shown.settled);
    }

    #[test]
    fn the_bearer_is_on_no_page() {
        for answer in [
            Err("The backend cannot be reached.".to_owned()),
            Ok(json!({})),
        ] {
            let shown = status(&connector(), &answer, Some("declined"));
            assert!(!shown.column.0.contains("practice-bearer"));
            assert!(!shown.bars.0.contains("practice-bearer"));
        }
    }
}
