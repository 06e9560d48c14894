//! The list: what a look at all says, the search, and a page of apps.

use super::over_time::over_time;
use super::parts::{address, columns, cut, risk, table};
use super::{Frame, Place, shown, titled};
use crate::http::page::language::speaking;
use crate::observer::days::Day;
use crate::observer::export::Format;
use crate::observer::inventory::{Filter, Inventory, Line, PAGE, Page, Query, Sort};
use crate::observer::right::Right;
use crate::observer::summary::Summary;
use axum::response::Response;
use consentry_catalog::permission::Risk;
use consentry_text::words::say;
use maud::{Markup, html};

/// The page.
pub fn apps(frame: &Frame<'_>, inventory: &Inventory, days: &[Day], query: &Query) -> Response {
    speaking(|| {
        let found = inventory.page(query);
        let counts = (found.found.to_string(), inventory.len().to_string());
        let counts = [("count", counts.0.as_str()), ("of", &counts.1)];
        let is_narrowed = !query.text.is_empty() || query.filter != Filter::All;
        let rest = html! {
            @if !inventory.is_empty() { (glance(frame, inventory)) (over_time(days)) }
            (search(frame, query))
            div.found {
                p role="status" { (say("apps-found", &counts)) }
                @if is_narrowed { a href={ "/apps/" (frame.tenant) } { (say("apps-search-clear", &[])) } }
            }
            @if !found.lines.is_empty() { (lines(frame, inventory, &found.lines)) }
            (pager(frame, query, &found))
            @if frame.right >= Right::Export { (exports(frame)) }
        };
        let title = titled("apps-of", frame, inventory);
        shown(frame, Place::Apps, &title, inventory, &rest)
    })
}

/// How many apps have which risk, and how many reach how far.
fn glance(frame: &Frame<'_>, inventory: &Inventory) -> Markup {
    let summary = inventory.summary();
    let risky = summary.risks[0] + summary.risks[1];
    let facts = [
        (Filter::Risky, risky),
        (Filter::ForAll, summary.for_everyone),
        (Filter::Application, summary.application),
        (Filter::Disabled, summary.disabled),
    ];
    html! {
        section.glance aria-labelledby="glance" {
            h2 id="glance" { (say("apps-glance", &[])) }
            (share(summary, inventory.len()))
            ul.facts {
                @for (filter, count) in facts {
                    li { a href={ "/apps/" (frame.tenant) "?filter=" (filter.name()) "&sort=risk" } {
                        strong {
                            @if filter == Filter::ForAll && count == 0 && !inventory.knows_grants() { (say("apps-unknown", &[])) }
                            @else { (count) }
                        } " " span { (say(&format!("apps-filter-{}", filter.name()), &[])) }
                    } }
                }
            }
        }
    }
}

/// A bar that the risks share, and what each part of it is.
fn share(summary: &Summary, all: usize) -> Markup {
    let mut before = 0;
    let parts = summary.risks.iter().zip(Summary::RISKS);
    let parts: Vec<_> = parts
        .map(|(count, risk)| {
            let at = before;
            before += count;
            (at, *count, risk)
        })
        .collect();
    html! {
        svg.share viewBox={ "0 0 " (all) " 1" } preserveAspectRatio="none" aria-hidden="true" {
            @for (at, count, risk) in &parts {
                rect class=(risk.map_or("none", Risk::name)) x=(at) y="0" width=(count) height="1" {}
            }
        }
        ul.legend {
            @for (_, count, found) in &parts { li { (risk(*found)) " " span.count { (count) } } }
        }
    }
}

fn search(frame: &Frame<'_>, query: &Query) -> Markup {
    html! {
        form.search role="search" method="get" action={ "/apps/" (frame.tenant) } {
            label { span { (say("apps-search-name", &[])) } input type="search" name="q" value=(query.text); }
            label { span { (say("apps-filter", &[])) }
                select name="filter" {
                    @for (filter, name) in Filter::NAMED {
                        option value=(name) selected[filter == query.filter] { (say(&format!("apps-filter-{name}"), &[])) }
                    }
                }
            }
            label { span { (say("apps-sort", &[])) }
                select name="sort" {
                    @for (sort, name) in Sort::NAMED {
                        option value=(name) selected[sort == query.sort] { (say(&format!("apps-sort-{name}"), &[])) }
                    }
                }
            }
            button.go type="submit" { (say("apps-search", &[])) }
        }
    }
}

fn lines(frame: &Frame<'_>, inventory: &Inventory, lines: &[&Line]) -> Markup {
    let knows_grants = inventory.knows_grants();
    let row = |line: &&Line| {
        vec![
            html! {
                a.name href=(address(frame, &line.object_id)) { bdi { (cut(&line.name)) } }
                @if let Some(publisher) = &line.publisher { span.quiet { bdi { (cut(publisher)) } } }
                code.quiet { (line.app_id) }
            },
            risk(line.risk),
            html! {
                @if line.delegated > 0 || knows_grants { (line.delegated) } @else { (say("apps-unknown", &[])) }
                @if line.is_for_all { " " span.everyone { (say("apps-everyone", &[])) } }
            },
            html! { (line.application) },
            html! {
                @if line.is_enabled { (say("apps-state-enabled", &[])) }
                @else { span.off { (say("apps-state-disabled", &[])) } }
            },
        ]
    };
    let rows: Vec<_> = lines.iter().map(row).collect();
    let names = ["app", "risk", "delegated", "application", "state"];
    html! { div.apps { (table(&columns(&names), &rows)) } }
}

fn pager(frame: &Frame<'_>, query: &Query, found: &Page<'_>) -> Markup {
    let pages = found.found.div_ceil(PAGE);
    let to = |page: usize| {
        let parameters = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("q", &query.text)
            .append_pair("filter", query.filter.name())
            .append_pair("sort", query.sort.name())
            .append_pair("page", &(page + 1).to_string())
            .finish();
        format!("/apps/{}?{parameters}", frame.tenant)
    };
    let (at, of) = ((found.page + 1).to_string(), pages.to_string());
    html! {
        @if pages > 1 {
            nav.pager aria-label=(say("apps-pages", &[])) {
                @if found.page > 0 { a rel="prev" href=(to(found.page - 1)) { (say("apps-page-previous", &[])) } }
                span { (say("apps-page-of", &[("at", &at), ("of", &of)])) }
                @if found.page + 1 < pages { a rel="next" href=(to(found.page + 1)) { (say("apps-page-next", &[])) } }
            }
        }
    }
}

fn exports(frame: &Frame<'_>) -> Markup {
    html! {
        section.exports aria-labelledby="export" {
            h2 id="export" { (say("apps-export", &[])) }
            p { (say("apps-export-text", &[])) }
            ul { @for (_, ending) in Format::NAMED {
                li { a href={ "/apps/" (frame.tenant) "/export/" (ending) } download {
                    (say(&format!("apps-export-{ending}"), &[]))
                } }
            } }
        }
    }
}
