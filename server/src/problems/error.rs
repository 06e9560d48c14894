//! What goes wrong in a request, as problem details (RFC 9457) in the words of `errors.toml`.
//!
//! The cause is for the log alone and is written there once, when the answer is made.

use crate::problems::{self, Found, Place};
use crate::secrets::encryption::DecryptionFailed;
use crate::store::StoreError;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use consentry_wire::api::Problem;

/// An error answer.
#[derive(Debug)]
pub struct Error {
    status: StatusCode,
    found: Found,
    cause: Option<String>,
    retry_after_s: Option<u64>,
}

impl Error {
    /// With a status and one of the codes of `errors.toml`.
    pub fn new(status: StatusCode, code: &str) -> Self {
        Self {
            status,
            found: problems::named(code),
            cause: None,
            retry_after_s: None,
        }
    }

    /// As [`Self::new`], with something for the operator's log. Never a secret.
    pub fn because(status: StatusCode, code: &str, cause: impl std::fmt::Display) -> Self {
        Self {
            cause: Some(cause.to_string()),
            ..Self::new(status, code)
        }
    }

    /// 429: it goes on after so many seconds.
    pub fn wait(code: &str, seconds: u64) -> Self {
        Self {
            retry_after_s: Some(seconds),
            ..Self::new(StatusCode::TOO_MANY_REQUESTS, code)
        }
    }

    /// After how many seconds it goes on, where that is known.
    pub fn retry_after_s(&self) -> Option<u64> {
        self.retry_after_s
    }

    /// 400, with one of the codes of `errors.toml`.
    pub fn bad(code: &str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code)
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// In words.
    pub fn problem(&self) -> Problem {
        Problem {
            status: Some(self.status.as_u16()),
            ..self.found.problem(&Place::default())
        }
    }

    /// Writes the cause into the log, if there is one.
    pub fn log(&self) {
        match &self.cause {
            Some(cause) if self.status.is_server_error() => {
                tracing::error!(code = self.found.code(), %cause, "request failed");
            }
            Some(cause) => tracing::debug!(code = self.found.code(), %cause, "request refused"),
            None => {}
        }
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        self.log();
        let body = serde_json::to_string(&self.problem()).expect("a problem is JSON");
        let mut response = (
            self.status,
            [(header::CONTENT_TYPE, "application/problem+json")],
            body,
        )
            .into_response();
        if let Some(seconds) = self.retry_after_s {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, seconds.into());
        }
        if self.status == StatusCode::UNAUTHORIZED {
            // RFC 6750 section 3.
            response.headers_mut().insert(
                header::WWW_AUTHENTICATE,
                header::HeaderValue::from_static("Bearer"),
            );
        }
        response
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Damaged(_) | StoreError::TooNew { .. } => {
                Self::because(StatusCode::INTERNAL_SERVER_ERROR, "internal", error)
            }
            StoreError::Database(_) | StoreError::Closed => {
                Self::because(StatusCode::SERVICE_UNAVAILABLE, "unavailable", error)
            }
        }
    }
}

impl From<DecryptionFailed> for Error {
    fn from(error: DecryptionFailed) -> Self {
        Self::because(StatusCode::INTERNAL_SERVER_ERROR, "internal", error)
    }
}
