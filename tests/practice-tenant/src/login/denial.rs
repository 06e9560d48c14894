//! Errors with an AADSTS code: as a page, as a redirect, as JSON (`data/aadsts.toml`).

use std::{collections::BTreeMap, sync::OnceLock};

use axum::{
    Json,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use maud::html;
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::page::{LoginPage, heading};
use crate::{
    labels::Label,
    tenant::{Tenant, now},
};

#[derive(Deserialize)]
struct Row {
    error: String,
    text: String,
}

/// A refusal.
#[derive(Clone, Debug)]
pub(crate) struct Denial {
    code: u32,
    /// OAuth's `error`.
    error: String,
    text: String,
    trace: Uuid,
    correlation: Uuid,
}

impl Denial {
    /// A refusal by its AADSTS number; unknown numbers become `server_error`.
    pub(crate) fn new(code: u32) -> Self {
        static TABLE: OnceLock<BTreeMap<String, Row>> = OnceLock::new();
        let table = TABLE.get_or_init(|| {
            // The table is tested to parse; without it every code is a server error.
            toml::from_str(include_str!("../../data/aadsts.toml")).unwrap_or_default()
        });
        let row = table.get(&code.to_string());
        Self {
            code,
            error: row.map_or("server_error", |r| r.error.as_str()).to_owned(),
            text: row
                .map_or("Something went wrong.", |r| r.text.as_str())
                .to_owned(),
            trace: Uuid::new_v4(),
            correlation: Uuid::new_v4(),
        }
    }

    /// A fault's code: `AADSTS50105` or a bare number.
    pub(crate) fn of_fault(code: &str) -> Option<Self> {
        code.strip_prefix("AADSTS")
            .and_then(|number| number.parse().ok())
            .map(Self::new)
    }

    /// The same with another OAuth `error`.
    pub(crate) fn called(self, error: &str) -> Self {
        Self {
            error: error.to_owned(),
            ..self
        }
    }

    /// The same with a detail appended to its text.
    pub(crate) fn about(self, detail: &str) -> Self {
        Self {
            text: format!("{} ({detail})", self.text),
            ..self
        }
    }

    /// OAuth's `error`.
    pub(crate) fn error(&self) -> &str {
        &self.error
    }

    /// `error_description`, in the four lines of the original.
    pub(crate) fn description(&self) -> String {
        format!(
            "AADSTS{}: {}\r\nTrace ID: {}\r\nCorrelation ID: {}\r\nTimestamp: {}",
            self.code,
            self.text,
            self.trace,
            self.correlation,
            now().strftime("%Y-%m-%d %H:%M:%SZ")
        )
    }

    /// The body of the token endpoint.
    pub(crate) fn json(&self) -> Response {
        let status = match self.error.as_str() {
            "invalid_client" => StatusCode::UNAUTHORIZED,
            "server_error" => StatusCode::INTERNAL_SERVER_ERROR,
            _ => StatusCode::BAD_REQUEST,
        };
        // What the authorization endpoint calls "consent_required" is a bad grant here.
        let error = if self.error == "consent_required" {
            "invalid_grant"
        } else {
            &self.error
        };
        let body = json!({
            "error": error,
            "error_description": self.description(),
            "error_codes": [self.code],
            "timestamp": now().strftime("%Y-%m-%d %H:%M:%SZ").to_string(),
            "trace_id": self.trace,
            "correlation_id": self.correlation,
            "error_uri": format!("https://login.microsoftonline.com/error?code={}", self.code),
        });
        (status, [(header::CACHE_CONTROL, "no-store")], Json(body)).into_response()
    }

    /// Microsoft's own error page: the application hears nothing of it.
    pub(crate) fn page(&self, tenant: &Tenant) -> Response {
        let at = now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
        let message = format!("AADSTS{}: {}", self.code, self.text);
        let details = [
            ("Request Id", self.trace.to_string()),
            ("Correlation Id", self.correlation.to_string()),
            ("Timestamp", at),
            ("Message", message.clone()),
        ];
        let body = html! {
            (heading(&tenant.say(Label::SignIn)))
            p class="row" { (tenant.say(Label::TroubleSigningIn)) }
            div class="row message" { (message) }
            div class="row details" {
                div role="heading" aria-level="2" class="subtitle" { (tenant.say(Label::TroubleshootingDetails)) }
                p { "Send this to your administrator if you ask for help." }
                button type="button" class="link" data-stay { "Copy info to clipboard" }
                dl class="fine" {
                    @for (name, value) in &details { dt { (name) ":" } dd { (value) } }
                }
                p { "Flag sign-in errors for review: " button type="button" class="link" data-stay { "Enable flagging" } }
                button type="button" class="link" data-stay { "Close troubleshooting details" }
            }
        };
        let extra = json!({
            "iErrorCode": self.code,
            "strMainMessage": tenant.say(Label::TroubleSigningIn),
            "strServiceExceptionMessage": message,
        });
        LoginPage::new(tenant, "ConvergedError", body)
            .status(StatusCode::BAD_REQUEST)
            .config(extra)
            .respond()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_a_number_with_words() {
        let table: BTreeMap<String, Row> =
            toml::from_str(include_str!("../../data/aadsts.toml")).unwrap();
        for (code, row) in &table {
            let denial = Denial::new(code.parse().unwrap());
            assert_eq!(denial.error(), row.error);
            assert!(denial.description().starts_with(&format!("AADSTS{code}: ")));
        }
    }

    #[test]
    fn an_unknown_code_is_a_server_error() {
        assert_eq!(Denial::of_fault("AADSTS1").unwrap().error(), "server_error");
        assert!(Denial::of_fault("503").is_none());
    }
}
