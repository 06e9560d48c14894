//! The portal's style sheet and scripts.

use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};

use crate::web;

/// `GET /assets/portal/{file}`.
pub(crate) async fn serve(Path(file): Path<String>) -> Response {
    const CSS: &str = "text/css";
    const JS: &str = "text/javascript";
    macro_rules! file {
        ($kind:expr, $name:literal) => {
            web::asset($kind, include_str!(concat!("../../assets/portal/", $name)))
        };
    }
    match file.as_str() {
        "portal.css" => file!(CSS, "portal.css"),
        "judge.js" => web::asset(JS, include_str!("../../assets/judge.js")),
        "blade.js" => file!(JS, "blade.js"),
        "blades.js" => file!(JS, "blades.js"),
        "bounce.js" => file!(JS, "bounce.js"),
        "command-bar.js" => file!(JS, "command-bar.js"),
        "config.js" => file!(JS, "config.js"),
        "consent-window.js" => file!(JS, "consent-window.js"),
        "dom.js" => file!(JS, "dom.js"),
        "fluent.js" => file!(JS, "fluent.js"),
        "frame.js" => file!(JS, "frame.js"),
        "frame-host.js" => file!(JS, "frame-host.js"),
        "frames.js" => file!(JS, "frames.js"),
        "grid.js" => file!(JS, "grid.js"),
        "home.js" => file!(JS, "home.js"),
        "list.js" => file!(JS, "list.js"),
        "menu.js" => file!(JS, "menu.js"),
        "menu-items.js" => file!(JS, "menu-items.js"),
        "notifications.js" => file!(JS, "notifications.js"),
        "overlay.js" => file!(JS, "overlay.js"),
        "overview.js" => file!(JS, "overview.js"),
        "panes.js" => file!(JS, "panes.js"),
        "permissions.js" => file!(JS, "permissions.js"),
        "pill.js" => file!(JS, "pill.js"),
        "plain.js" => file!(JS, "plain.js"),
        "properties.js" => file!(JS, "properties.js"),
        "rebuild.js" => file!(JS, "rebuild.js"),
        "registrations.js" => file!(JS, "registrations.js"),
        "return.js" => file!(JS, "return.js"),
        "route.js" => file!(JS, "route.js"),
        "service-menu.js" => file!(JS, "service-menu.js"),
        "shell.js" => file!(JS, "shell.js"),
        "shell-host.js" => file!(JS, "shell-host.js"),
        "toast.js" => file!(JS, "toast.js"),
        "token-authorize.js" => file!(JS, "token-authorize.js"),
        "topbar.js" => file!(JS, "topbar.js"),
        "users.js" => file!(JS, "users.js"),
        "weave.js" => file!(JS, "weave.js"),
        "yes-no.js" => file!(JS, "yes-no.js"),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}
