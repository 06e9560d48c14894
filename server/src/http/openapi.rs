//! The description of the API (`OpenAPI` 3.1): what is said of it as a whole. Each route brings its own part.

use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{Components, Info, License, OpenApi, OpenApiBuilder};

/// What is said of the API as a whole.
pub(crate) fn base() -> OpenApi {
    let mut info = Info::new("Consentry", env!("CARGO_PKG_VERSION"));
    info.description = Some(
        "Guides an admin through authorizing a Microsoft 365 app and verifies the result with Microsoft \
         Graph. Errors are problem details (RFC 9457) with a remedy. Each bearer token is for one \
         connection."
            .to_owned(),
    );
    info.license = Some(License::new("MIT OR Apache-2.0"));
    let mut components = Components::new();
    components.add_security_scheme(
        "bearer",
        SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer)),
    );
    OpenApiBuilder::new()
        .info(info)
        .components(Some(components))
        .build()
}

#[cfg(test)]
mod tests {
    use crate::http::routes::openapi as text;
    use serde_json::Value;

    #[test]
    fn the_description_names_every_route_of_the_api() {
        let document: Value = serde_json::from_str(&text()).unwrap();
        let paths: Vec<&str> = document["paths"]
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        assert_eq!(
            paths,
            [
                "/api/v1/connections",
                "/api/v1/connections/{id}",
                "/api/v1/connections/{id}/bearers",
                "/api/v1/connections/{id}/bearers/{bearer}",
                "/api/v1/connections/{id}/check",
                "/api/v1/connections/{id}/events",
                "/api/v1/connections/{id}/handoff",
                "/api/v1/connections/{id}/reauthorize",
                "/api/v1/connections/{id}/record",
                "/api/v1/connections/{id}/record/seen",
                "/api/v1/data-pack",
                "/api/v1/handoffs/{handle}/claim",
                "/healthz",
                "/openapi.json",
                "/readyz",
            ]
        );
    }

    #[test]
    fn every_operation_of_the_api_tells_its_refusals_as_problem_details() {
        let document: Value = serde_json::from_str(&text()).unwrap();
        let paths = document["paths"].as_object().unwrap();
        for (path, item) in paths.iter().filter(|(path, _)| path.starts_with("/api/")) {
            for (method, operation) in item.as_object().unwrap() {
                let refusal = &operation["responses"]["4XX"]["content"];
                assert!(
                    refusal["application/problem+json"].is_object(),
                    "{method} {path}"
                );
            }
        }
    }
}
