//! Small things every host needs: parameters, cookies, pages, renamed ids.

use std::collections::BTreeMap;

use axum::{
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use maud::{Markup, PreEscaped, html};
use url::form_urlencoded;

/// What every page of the tenant says about itself.
pub(crate) const WATERMARK: &str = "Practice tenant: not Microsoft";

/// The banner with [`WATERMARK`].
pub(crate) fn watermark() -> Markup {
    html! { div class="practice-mark" role="note" { (WATERMARK) } }
}

/// A title that cannot be taken for a real one.
pub(crate) fn title(of: &str) -> String {
    format!("Practice: {of}")
}

/// Decoded query or form parameters.
#[derive(Clone, Debug, Default)]
pub(crate) struct Params {
    values: BTreeMap<String, String>,
    /// A name that came twice (RFC 6749 section 3.1 forbids it).
    pub(crate) repeated: Option<String>,
}

impl Params {
    /// Decodes `application/x-www-form-urlencoded`.
    pub(crate) fn parse(encoded: &str) -> Self {
        let mut params = Self::default();
        for (name, value) in form_urlencoded::parse(encoded.as_bytes()) {
            if params
                .values
                .insert(name.to_string(), value.into_owned())
                .is_some()
            {
                params.repeated = Some(name.into_owned());
            }
        }
        params
    }

    /// A value that is there and not empty.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.values
            .get(name)
            .map(String::as_str)
            .filter(|v| !v.is_empty())
    }

    /// As [`Self::get`], owned.
    pub(crate) fn owned(&self, name: &str) -> Option<String> {
        self.get(name).map(str::to_owned)
    }
}

/// A cookie's value.
pub(crate) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let all = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|v| v.to_str().ok());
    all.flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(n, _)| *n == name)
        .map(|(_, value)| value.to_owned())
}

/// Sets a session cookie on a response.
pub(crate) fn set_cookie(mut response: Response, name: &str, value: &str) -> Response {
    let line = format!("{name}={value}; Path=/; Secure; HttpOnly; SameSite=Lax");
    if let Ok(line) = HeaderValue::try_from(line) {
        response.headers_mut().append(header::SET_COOKIE, line);
    }
    response
}

/// Removes a cookie.
pub(crate) fn drop_cookie(response: Response, name: &str) -> Response {
    set_cookie(response, name, "; Max-Age=0")
}

/// A redirect: 302 after a GET, 303 after a form (a browser must not repeat the POST).
pub(crate) fn redirect(status: StatusCode, to: &str) -> Response {
    HeaderValue::try_from(to).map_or_else(
        |_| StatusCode::BAD_REQUEST.into_response(),
        |to| (status, [(header::LOCATION, to)]).into_response(),
    )
}

/// A page with its content security policy.
pub(crate) fn page(status: StatusCode, policy: &str, body: &Markup) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (status, headers, body.0.clone()).into_response()
}

/// A style sheet or script that is part of the program.
pub(crate) fn asset(kind: &'static str, text: &'static str) -> Response {
    let headers: [(HeaderName, &str); 3] = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "no-cache"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (headers, text).into_response()
}

/// JSON as text that may stand inside a `<script>`.
pub(crate) fn inline_json(value: &impl serde::Serialize) -> PreEscaped<String> {
    let text = serde_json::to_string(value).unwrap_or_default();
    PreEscaped(text.replace('<', "\\u003c").replace('\u{2028}', "\\u2028"))
}

/// A generated id or class: as it is for seed 0, renamed for any other.
pub(crate) fn churn(seed: u32, name: &str) -> String {
    if seed == 0 {
        return name.to_owned();
    }
    let id = crate::world::guid(&format!("{seed} {name}"))
        .simple()
        .to_string();
    format!("x{}", &id[..8])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_a_script_cannot_end_the_script() {
        let text = inline_json(&"</script><script>").0;
        assert!(!text.contains('<'), "{text}");
    }

    #[test]
    fn repeated_parameters_are_noticed() {
        assert_eq!(Params::parse("a=1&b=2&a=3").repeated.as_deref(), Some("a"));
        assert_eq!(Params::parse("a=1&b=2").repeated, None);
    }

    #[test]
    fn another_seed_means_other_ids() {
        assert_eq!(churn(0, "tick"), "tick");
        assert_ne!(churn(1, "tick"), churn(2, "tick"));
    }
}
