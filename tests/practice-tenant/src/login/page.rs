//! The frame of every sign-in page: strict policy, one nonce, the configuration script.
//!
//! Head, box, banner and footer are nested as in pages of the sign-in that others keep as test data
//! (Versent/saml2aws, `pkg/provider/aad/testdata`); texts and styles are this program's own.

use axum::{http::StatusCode, response::Response};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::{Value, json};

use crate::{
    labels::Label,
    scenario::Language,
    tenant::Tenant,
    web,
    world::{World, guid, secret},
};

/// A page about to be answered.
pub(crate) struct LoginPage<'a> {
    tenant: &'a Tenant,
    pgid: &'static str,
    body: Markup,
    form: Option<Form>,
    status: StatusCode,
    config: Value,
}

/// The form that a page sends: it is around everything the page shows.
struct Form {
    to: &'static str,
    ctx: String,
    canary: String,
    send_after_ms: Option<u32>,
}

impl<'a> LoginPage<'a> {
    /// `pgid` is what the page calls itself, in its configuration and in its head.
    pub(crate) fn new(tenant: &'a Tenant, pgid: &'static str, body: Markup) -> Self {
        Self {
            tenant,
            pgid,
            body,
            form: None,
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

    /// With a form around the page, and the pair that must come back with it.
    pub(crate) fn form(self, to: &'static str, (ctx, canary): (String, String)) -> Self {
        let form = Some(Form {
            to,
            ctx,
            canary,
            send_after_ms: None,
        });
        Self { form, ..self }
    }

    /// The form sends itself after so many milliseconds.
    pub(crate) fn send_after(mut self, ms: u32) -> Self {
        if let Some(form) = &mut self.form {
            form.send_after_ms = Some(ms);
        }
        self
    }

    /// The finished answer.
    pub(crate) fn respond(self) -> Response {
        let (nonce, language) = (secret(), self.tenant.world().scenario.language);
        let config = self.configuration(language, &nonce);
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
                    meta name="SiteID" content="";
                    meta name="ReqLC" content=(language.lcid());
                    meta name="LocLC" content=(language.culture());
                    // Consent pages are called like the others, as far as anybody has seen.
                    title { (web::title(&self.tenant.say(Label::SignInTitle))) }
                    script type="text/javascript" nonce=(nonce) {
                        (PreEscaped("//<![CDATA[\n$Config="))
                        (web::inline_json(&config))
                        (PreEscaped(";\n//]]>"))
                    }
                    style nonce=(nonce) { (PreEscaped(style)) }
                }
                body class="cb" data-bind="defineGlobals: ServerData, bodyCssClass" {
                    (web::watermark())
                    @match &self.form {
                        Some(form) => (around(form, &self.shown())),
                        None => (self.shown()),
                    }
                    (footer())
                    script nonce=(nonce) { (PreEscaped(judge)) }
                    script nonce=(nonce) { (PreEscaped(script)) }
                }
            }
        };
        web::page(self.status, &self.policy(&nonce), &page)
    }

    fn shown(&self) -> Markup {
        html! {
            div class="login-paginated-page" {
                div class="outer" {
                    div class="middle ext-middle" {
                        div class="full-height" {
                            div id="lightbox" class="sign-in-box ext-sign-in-box fade-in-lightbox"
                                data-bind="animationEnd: paginationControlMethods" {
                                (dots())
                                (PreEscaped("<!-- ko withProperties: { '$page': $root } -->"))
                                div role="main" class="inner" { (self.body) }
                                (PreEscaped("<!-- /ko -->"))
                            }
                        }
                    }
                }
            }
        }
    }

    /// As strict as Microsoft announced it ("Content Security Policy overview", Microsoft identity
    /// platform). `form-action` also covers redirects after a form, and those lead to the
    /// applications' callbacks; `connect-src` is the judge's.
    fn policy(&self, nonce: &str) -> String {
        let backend = self.tenant.backend.origin().ascii_serialization();
        format!(
            "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; \
             img-src 'self'; connect-src 'self'; form-action 'self' https: {backend}; frame-ancestors 'none'; \
             base-uri 'none'"
        )
    }

    /// Keys as others found them (Gerenios/AADInternals, `AccessToken.ps1`; Versent/saml2aws). What
    /// looks like secrets here is none: the names are there so that a reader of this script can be
    /// caught keeping them.
    fn configuration(&self, language: Language, nonce: &str) -> Value {
        let post = self.form.as_ref().map_or("/common/login", |form| form.to);
        let mut config = json!({
            "pgid": self.pgid,
            "hpgid": 1104,
            "hpgact": 1800,
            "country": "US",
            "mkt": language.culture(),
            "sTenantId": World::tenant_id(),
            "correlationId": guid(&secret()),
            "sessionId": guid(&secret()),
            "canary": format!("practice-canary-{}", secret()),
            "apiCanary": format!("practice-api-canary-{}", secret()),
            "sCanaryTokenName": "canary",
            "sFT": format!("practice-flow-token-{}", secret()),
            "sFTName": "flowToken",
            "sCtx": format!("practice-context-{}", secret()),
            "urlPost": post,
            "urlCancel": "/common/reprocess",
            "oAppCobranding": {},
            "staticTenantBranding": null,
            "scriptNonce": nonce,
            "serverDetails": { "slc": "PracticeSlice", "dc": "PRACTICE" },
            "fConsentButtonIdViaName": self.tenant.world().scenario.accept_id_via_name,
        });
        if let (Some(all), Some(more)) = (config.as_object_mut(), self.config.as_object()) {
            all.extend(more.clone());
        }
        config
    }
}

/// The form around a page, with the hidden fields that come back.
fn around(form: &Form, shown: &Markup) -> Markup {
    html! {
        form name="f1" id="i0281" novalidate autocomplete="off" method="post" action=(form.to)
            data-send-after=[form.send_after_ms] {
            (shown)
            input type="hidden" name="ctx" value=(form.ctx);
            input type="hidden" name="hpgrequestid" value=(guid(&form.ctx));
            input type="hidden" name="flowToken" value="practice-flow-token";
            input type="hidden" name="canary" value=(form.canary);
            input type="hidden" name="i19" value="";
        }
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

fn footer() -> Markup {
    html! {
        div id="footer" class="footer ext-footer" role="contentinfo" {
            div id="footerLinks" class="footerNode text-secondary" {
                a id="ftrTerms" href="#" data-stay { "Terms of use" }
                a id="ftrPrivacy" href="#" data-stay { "Privacy & cookies" }
                a id="moreOptions" href="#" role="button" aria-label="Troubleshooting information" data-stay { "…" }
            }
        }
    }
}

/// Classes of the button that goes on.
pub(crate) const PRIMARY: &str =
    "win-button button_primary high-contrast-overrides button ext-button primary ext-primary";

/// Classes of the button beside it.
pub(crate) const SECONDARY: &str =
    "win-button button-secondary high-contrast-overrides button ext-button secondary ext-secondary";

/// The line with who is signed in.
pub(crate) fn identity(upn: &str) -> Markup {
    html! {
        div class="identityBanner" {
            div id="displayName" class="identity" title=(upn) { (upn) }
        }
    }
}

/// The title of a page.
pub(crate) fn heading(text: &str) -> Markup {
    html! {
        div class="row title ext-title" {
            div role="heading" aria-level="1" { (text) }
        }
    }
}
