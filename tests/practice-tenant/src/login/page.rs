//! The frame of every sign-in page: strict policy, one nonce, the configuration script.

use axum::{http::StatusCode, response::Response};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::{Value, json};

use crate::{
    tenant::Tenant,
    web,
    world::{World, guid, secret},
};

/// A page about to be answered.
pub(crate) struct LoginPage<'a> {
    tenant: &'a Tenant,
    pgid: &'static str,
    title: String,
    body: Markup,
    status: StatusCode,
    config: Value,
}

impl<'a> LoginPage<'a> {
    /// `pgid` is what the real configuration calls the page (facts: portal-dom D.2).
    pub(crate) fn new(tenant: &'a Tenant, pgid: &'static str, title: &str, body: Markup) -> Self {
        let title = title.to_owned();
        Self {
            tenant,
            pgid,
            title,
            body,
            status: StatusCode::OK,
            config: json!({}),
        }
    }

    /// With another status than 200.
    pub(crate) fn status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }

    /// With more keys in `$Config`.
    pub(crate) fn config(self, config: Value) -> Self {
        Self { config, ..self }
    }

    /// The finished answer.
    pub(crate) fn respond(self) -> Response {
        let (nonce, language) = (secret(), self.tenant.world().scenario.language);
        let config = self.configuration(language.tag());
        let judge = include_str!("../../assets/judge.js");
        let script = include_str!("../../assets/login/login.js");
        let style = include_str!("../../assets/login/login.css");
        let page = html! {
            (DOCTYPE)
            html lang=(language.tag()) dir="ltr" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="PageID" content=(self.pgid);
                    title { (web::title(&self.title)) }
                    script type="text/javascript" nonce=(nonce) {
                        (PreEscaped("//<![CDATA[\n$Config="))
                        (web::inline_json(&config))
                        (PreEscaped(";\n//]]>"))
                    }
                    style nonce=(nonce) { (PreEscaped(style)) }
                }
                body class="cb" data-bind="defineGlobals: ServerData, bodyCssClass" {
                    (web::watermark())
                    div id="lightbox" class="sign-in-box ext-sign-in-box" data-bind="animationEnd: paginationControlMethods" {
                        (dots())
                        (PreEscaped("<!-- ko withProperties: { '$page': $root } -->"))
                        main class="inner" role="main" { (self.body) }
                        (PreEscaped("<!-- /ko -->"))
                    }
                    script nonce=(nonce) { (PreEscaped(judge)) }
                    script nonce=(nonce) { (PreEscaped(script)) }
                }
            }
        };
        web::page(self.status, &self.policy(&nonce), &page)
    }

    /// As strict as the facts let expect (portal-dom 0.1). `form-action` also covers redirects
    /// after a form, and those lead to the applications' callbacks; `connect-src` is the judge's.
    fn policy(&self, nonce: &str) -> String {
        let backend = self.tenant.backend.origin().ascii_serialization();
        format!(
            "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; \
             img-src 'self'; connect-src 'self'; form-action 'self' https: {backend}; frame-ancestors 'none'; \
             base-uri 'none'"
        )
    }

    /// What looks like secrets here is none: the names are there so that a reader of this script
    /// can be caught keeping them.
    fn configuration(&self, language: &str) -> Value {
        let mut config = json!({
            "pgid": self.pgid,
            "hpgid": 1104,
            "hpgact": 1800,
            "country": "US",
            "mkt": language,
            "sTenantId": World::tenant_id(),
            "correlationId": guid(&secret()),
            "sessionId": guid(&secret()),
            "canary": format!("practice-canary-{}", secret()),
            "apiCanary": format!("practice-api-canary-{}", secret()),
            "sFT": format!("practice-flow-token-{}", secret()),
            "sCtx": format!("practice-context-{}", secret()),
            "urlCancel": "/common/reprocess",
        });
        if let (Some(all), Some(more)) = (config.as_object_mut(), self.config.as_object()) {
            all.extend(more.clone());
        }
        config
    }
}

/// A neutral sign where the real pages show a company's mark.
fn dots() -> Markup {
    html! {
        div class="logo" role="img" aria-label="Practice sign-in" {
            svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" {
                circle cx="5" cy="5" r="4" {} circle cx="15" cy="5" r="4" {}
                circle cx="5" cy="15" r="4" {} circle cx="15" cy="15" r="4" {}
            }
            span { "Practice sign-in" }
        }
    }
}

/// The hidden fields that every form of these pages carries back.
pub(crate) fn hidden(ctx: &str, canary: &str) -> Markup {
    html! {
        input type="hidden" name="ctx" value=(ctx);
        input type="hidden" name="canary" value=(canary);
    }
}

/// The line with who is signed in.
pub(crate) fn identity(upn: &str) -> Markup {
    html! {
        div class="identityBanner" {
            div id="displayName" class="identity" title=(upn) { (upn) }
        }
    }
}
