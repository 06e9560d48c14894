//! The inventory of an organization's apps: the list, one app, and what changed. In English, as the record is.
//!
//! Whatever stands on them was chosen by somebody: names are text and nothing else, and stand apart from the direction
//! of what is around them.

use super::start::form_to;
use super::{page, policy};
use crate::clock::rfc3339;
use crate::observer::difference::Change;
use crate::observer::inventory::{Detail, Filter, Inventory, Line, Page, Query, Sort};
use crate::observer::snapshot::{Audience, Enabled};
use axum::http::{StatusCode, header};
use axum::response::Response;
use consentry_catalog::permission::Kind;
use consentry_catalog::permissions;
use consentry_catalog::scope::Scope;
use maud::{Markup, html};
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};
use url::form_urlencoded::byte_serialize;

/// Names are cut after so many characters.
const NAME: usize = 200;

/// Whose inventory it is, and who looks.
pub struct Frame<'a> {
    /// The tenant, as it stands in the address.
    pub tenant: &'a str,
    /// Who signed in, to be shown.
    pub account: Option<&'a str>,
}

/// A page with a button for the sign-in. `login` is the identity platform, where the form's answer sends the browser.
pub fn apps_sign_in(tenant: &str, login: &str) -> Response {
    let body = html! {
        h1 { "Apps of your organization" }
        p.lead { "Sign in to the observer of " code { (tenant) } " to see its apps and what they may do." }
        form method="post" action={ "/apps/" (tenant) "/sign-in" } {
            p { button.action type="submit" { "Continue to Microsoft" } }
        }
        p.quiet { "You need the app role Observer.Read in the observer's registration." }
    };
    let mut response = page(StatusCode::OK, "Apps", &body);
    let policy = policy(&form_to(login));
    response
        .headers_mut()
        .insert(header::CONTENT_SECURITY_POLICY, policy);
    response
}

/// Where a server reads several organizations and the address names none.
pub fn apps_of_whom() -> Response {
    let body = html! {
        h1 { "Apps of your organization" }
        p { "Add your tenant ID to the address: " code { "/apps/TENANT-ID" } }
    };
    page(StatusCode::OK, "Apps", &body)
}

/// The list.
pub fn apps(frame: &Frame<'_>, inventory: &Inventory, query: &Query) -> Response {
    let found = inventory.page(query);
    let body = html! {
        h1 { "Apps of " (organization(frame, inventory)) }
        (reading(inventory))
        (search(frame, query))
        p role="status" { (found.found) " of " (inventory.len()) " apps" }
        @if !found.lines.is_empty() { (table(frame, &found.lines)) }
        (pager(frame, query, &found))
        (foot(frame))
    };
    with_forms(&body)
}

fn with_forms(body: &Markup) -> Response {
    let mut response = page(StatusCode::OK, "Apps", &html! { div.wide { (body) } });
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, policy("'self'"));
    response
}

fn organization(frame: &Frame<'_>, inventory: &Inventory) -> Markup {
    let name = &inventory.tenant.name;
    html! { bdi { (cut(if name.is_empty() { frame.tenant } else { name })) } }
}

/// How current and how complete it is: said before anything else.
fn reading(inventory: &Inventory) -> Markup {
    let tenant = &inventory.tenant;
    let short: Vec<_> = inventory
        .lists
        .iter()
        .filter(|(_, at)| !at.complete)
        .collect();
    html! {
        @if tenant.rounds == 0 {
            section.card { p { "Nothing was read yet. The first reading may take minutes." } }
        } @else {
            p.quiet { "Read " time { (rfc3339(tenant.ended)) } "." }
        }
        @if let Some(lost) = &tenant.lost {
            section.card { p {
                strong { "The observer is lost" } " since " time { (rfc3339(lost.since)) } " ("
                code { (lost.reason) } "). What follows is what it read before."
            } }
        }
        @if tenant.open && tenant.rounds > 0 {
            p { "A reading is under way: some of what follows may be newer." }
        } @else if !short.is_empty() {
            section.card { p {
                strong { "Incomplete: " } "Microsoft Graph returned only a part of "
                (short.len()) " lists. What isn't shown may exist all the same."
            } }
        }
    }
}

fn search(frame: &Frame<'_>, query: &Query) -> Markup {
    html! {
        form.search role="search" method="get" action={ "/apps/" (frame.tenant) } {
            label { "Name or ID " input type="search" name="q" value=(query.text); }
            label { "Show "
                select name="filter" {
                    @for (filter, name) in Filter::NAMED {
                        option value=(name) selected[filter == query.filter] { (shown(filter)) }
                    }
                }
            }
            label { "Sort by "
                select name="sort" {
                    @for (sort, name) in Sort::NAMED {
                        option value=(name) selected[sort == query.sort] { (name) }
                    }
                }
            }
            button type="submit" { "Search" }
        }
    }
}

fn shown(filter: Filter) -> &'static str {
    match filter {
        Filter::All => "all apps",
        Filter::Risky => "high or critical risk",
        Filter::ForAll => "delegated permissions for everyone",
        Filter::Application => "application permissions",
        Filter::Disabled => "disabled",
        Filter::Others => "not Microsoft's",
    }
}

fn table(frame: &Frame<'_>, lines: &[&Line]) -> Markup {
    html! {
        table {
            thead { tr {
                th scope="col" { "App" } th scope="col" { "Risk" }
                th scope="col" { "Delegated" } th scope="col" { "Application" } th scope="col" { "State" }
            } }
            tbody {
                @for line in lines {
                    tr {
                        th scope="row" {
                            a href=(address(frame, &line.object_id)) { bdi { (cut(&line.name)) } }
                            br; code { (line.app_id) }
                            @if let Some(publisher) = &line.publisher { br; bdi.quiet { (cut(publisher)) } }
                        }
                        td { (line.risk.map_or("none found", consentry_catalog::permission::Risk::name)) }
                        td { (line.delegated) @if line.is_for_all { ", for everyone" } }
                        td { (line.application) }
                        td { @if line.is_enabled { "enabled" } @else { "disabled" } }
                    }
                }
            }
        }
    }
}

fn pager(frame: &Frame<'_>, query: &Query, found: &Page<'_>) -> Markup {
    let pages = found.found.div_ceil(crate::observer::inventory::PAGE);
    let to = |page: usize| {
        let mut filters = Filter::NAMED.iter();
        let filter = filters.find(|(filter, _)| *filter == query.filter);
        let sort = Sort::NAMED.iter().find(|(sort, _)| *sort == query.sort);
        let parameters = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("q", &query.text)
            .append_pair("filter", filter.map_or("all", |(_, name)| name))
            .append_pair("sort", sort.map_or("name", |(_, name)| name))
            .append_pair("page", &(page + 1).to_string())
            .finish();
        format!("/apps/{}?{parameters}", frame.tenant)
    };
    html! {
        @if pages > 1 {
            nav aria-label="Pages" { p {
                @if found.page > 0 { a rel="prev" href=(to(found.page - 1)) { "Previous" } " " }
                "Page " (found.page + 1) " of " (pages)
                @if found.page + 1 < pages { " " a rel="next" href=(to(found.page + 1)) { "Next" } }
            } }
        }
    }
}

fn foot(frame: &Frame<'_>) -> Markup {
    html! {
        nav aria-label="Inventory" { p {
            a href={ "/apps/" (frame.tenant) } { "Apps" } " · "
            a href={ "/apps/" (frame.tenant) "/changes" } { "Changes" }
        } }
        form method="post" action={ "/apps/" (frame.tenant) "/sign-out" } { p {
            @if let Some(account) = frame.account { "Signed in as " bdi { (cut(account)) } ". " }
            button type="submit" { "Sign out" }
        } }
    }
}

/// One app.
pub fn one_app(frame: &Frame<'_>, inventory: &Inventory, line: &Line, detail: &Detail) -> Response {
    let app = detail.held.app.as_ref();
    let body = html! {
        h1 { bdi { (cut(&line.name)) } }
        (reading(inventory))
        dl {
            dt { "Application ID" } dd { code { (line.app_id) } }
            dt { "Object ID" } dd { code { (line.object_id) } }
            dt { "Verified publisher" } dd { @match &line.publisher { Some(name) => bdi { (cut(name)) }, None => "none" } }
            dt { "Registered in" }
            dd { @match app.and_then(|app| app.owner_tenant.as_ref()) { Some(id) => code { (id) }, None => "unknown" } }
            dt { "State" } dd { (app.map_or_else(|| "unknown".to_owned(), |app| state(app.enabled))) }
            dt { "Who can sign in" }
            dd { (match app.map(|app| app.assignment_required) {
                Some(true) => "assigned people and groups only",
                Some(false) => "everyone in the organization",
                None => "unknown",
            }) }
        }
        h2 { "Findings" }
        @if detail.findings.is_empty() { p { "None." } }
        ul { @for finding in &detail.findings {
            li { strong { (finding.risk.name()) } ": " bdi { (finding.reason) } " " code.quiet { (finding.code) } }
        } }
        (held(inventory, detail))
        (foot(frame))
    };
    with_forms(&body)
}

fn state(enabled: Enabled) -> String {
    let off = [
        (enabled.deleted, "deleted"),
        (
            enabled.account == Some(false),
            "disabled in this organization",
        ),
        (enabled.owner == Some(false), "disabled by its owner"),
        (enabled.microsoft == Some(false), "disabled by Microsoft"),
    ];
    let off: Vec<&str> = off.iter().filter(|way| way.0).map(|way| way.1).collect();
    if off.is_empty() {
        "enabled".to_owned()
    } else {
        off.join(", ")
    }
}

fn held(inventory: &Inventory, detail: &Detail) -> Markup {
    let risk = |value: &str, api: &str, kind| {
        let scope = Scope::parse(value).at(inventory.api(api));
        permissions::judge(&scope, kind).risk.name()
    };
    html! {
        h2 { "Delegated permissions" }
        @if detail.held.delegated.is_empty() { p { "None listed." } } @else { table {
            thead { tr { th scope="col" { "Permission" } th scope="col" { "Risk" } th scope="col" { "For" } th scope="col" { "API" } } }
            tbody { @for (key, scope) in &detail.held.delegated { tr {
                th scope="row" { code { (cut(scope)) } }
                td { (risk(scope, &key.resource, Kind::Delegated)) }
                td { @match &key.audience { Audience::All => "everyone", Audience::One(id) => code { (id) } } }
                td { code { (inventory.api(&key.resource)) } }
            } } }
        } }
        h2 { "Application permissions" }
        @if detail.held.application.is_empty() { p { "None listed." } } @else { table {
            thead { tr { th scope="col" { "Permission" } th scope="col" { "Risk" } th scope="col" { "API" } } }
            tbody { @for (api, role) in detail.held.application.keys() { tr {
                th scope="row" { code { (cut(inventory.role(api, role))) } }
                td { (risk(inventory.role(api, role), api, Kind::Application)) }
                td { code { (inventory.api(api)) } }
            } } }
        } }
        h2 { "Assigned" }
        @if detail.held.assigned.is_empty() { p { "No one is listed." } }
        ul { @for one in detail.held.assigned.values() {
            li { bdi { (cut(&one.name)) } " (" (one.kind) ", " code { (one.id) } ")" }
        } }
    }
}

/// What changed, the newest first.
pub fn changes(frame: &Frame<'_>, inventory: &Inventory, changes: &[Change]) -> Response {
    let body = html! {
        h1 { "Changes in " (organization(frame, inventory)) }
        (reading(inventory))
        @if changes.is_empty() { p { "No change was found since the first reading." } } @else { table {
            thead { tr {
                th scope="col" { "Found" } th scope="col" { "What" } th scope="col" { "App" }
                th scope="col" { "Permission" } th scope="col" { "For" } th scope="col" { "By" }
            } }
            tbody { @for change in changes { tr {
                td { time { (change.found) } }
                td { (change.kind) }
                th scope="row" { a href=(address(frame, &change.app.object_id)) { bdi { (cut(&change.app.name)) } } }
                td { @if let Some(value) = change.scope.as_ref().or(change.value.as_ref()) { code { (cut(value)) } } }
                td { @match &change.audience {
                    Some(Audience::All) => "everyone", Some(Audience::One(id)) => code { (id) }, None => ""
                } }
                td { bdi { (change.who.as_deref().map_or("unknown", |who| who)) } }
            } } }
        } }
        (foot(frame))
    };
    with_forms(&body)
}

fn address(frame: &Frame<'_>, object_id: &str) -> String {
    let id: String = byte_serialize(object_id.as_bytes()).collect();
    format!("/apps/{}/app/{id}", frame.tenant)
}

/// A name without what is not seen or turns its direction, and not endless.
fn cut(name: &str) -> String {
    use GeneralCategory::{Control, Format, LineSeparator, ParagraphSeparator};
    let is_seen = |c: &char| {
        let category = c.general_category();
        !matches!(
            category,
            Control | Format | LineSeparator | ParagraphSeparator
        )
    };
    let mut cut: String = name.chars().filter(is_seen).take(NAME + 1).collect();
    if cut.chars().count() > NAME {
        cut.pop();
        cut.push('…');
    }
    cut
}
