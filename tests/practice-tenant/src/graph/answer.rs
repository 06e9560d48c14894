//! Graph's answers and errors, in its own shapes (Microsoft Graph, "Error responses").

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::tenant::now;

/// A good answer.
pub(crate) enum Reply {
    /// JSON.
    Json(Value),
    /// `text/plain`, which only `$count` is.
    Text(String),
}

impl Reply {
    /// A collection.
    pub(crate) fn list(entity: &str, value: Vec<Value>) -> Self {
        let value = Value::Array(value);
        Self::Json(json!({ "@odata.context": context(entity), "value": value }))
    }

    /// Only the properties that `$select` names; annotations stay.
    pub(crate) fn selected(self, select: Option<&str>) -> Self {
        let (mut body, select) = match (self, select) {
            (Self::Json(body), Some(select)) => (body, select),
            (reply, _) => return reply,
        };
        let wanted: Vec<&str> = select.split(',').map(str::trim).collect();
        let keep = |entity: &mut Value| {
            if let Value::Object(fields) = entity {
                fields.retain(|name, _| name.starts_with('@') || wanted.contains(&name.as_str()));
            }
        };
        match body.get_mut("value") {
            Some(Value::Array(entities)) => entities.iter_mut().for_each(keep),
            _ => keep(&mut body),
        }
        Self::Json(body)
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        let mut response = match self {
            Self::Json(body) => Json(body).into_response(),
            Self::Text(text) => ([(header::CONTENT_TYPE, "text/plain")], text).into_response(),
        };
        if let Ok(id) = HeaderValue::try_from(Uuid::new_v4().to_string()) {
            response.headers_mut().insert("request-id", id);
        }
        response
    }
}

/// `@odata.context` of an entity set.
pub(crate) fn context(entity: &str) -> String {
    format!("https://graph.microsoft.com/v1.0/$metadata#{entity}")
}

/// An error.
#[derive(Debug)]
pub(crate) struct GraphError {
    pub(crate) status: StatusCode,
    code: &'static str,
    message: String,
    /// A body that is no JSON.
    malformed: bool,
}

impl GraphError {
    /// With Graph's own code.
    pub(crate) fn new(status: StatusCode, code: &'static str) -> Self {
        let message = status.canonical_reason().unwrap_or("Error").to_owned();
        Self {
            status,
            code,
            message,
            malformed: false,
        }
    }

    /// With a message for developers.
    pub(crate) fn because(self, message: &str) -> Self {
        Self {
            message: message.to_owned(),
            ..self
        }
    }

    /// The usual code of a status.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        let code = match status.as_u16() {
            400 => "Request_BadRequest",
            401 => "InvalidAuthenticationToken",
            403 => "Authorization_RequestDenied",
            404 => "Request_ResourceNotFound",
            429 => "TooManyRequests",
            503 | 504 => "serviceNotAvailable",
            _ => "generalException",
        };
        Self::new(status, code)
    }

    /// A scenario's fault.
    pub(crate) fn of_fault(code: &str) -> Self {
        if code == "no-spo-license" {
            return Self::of_status(StatusCode::BAD_REQUEST)
                .because("Tenant does not have a SPO license.");
        }
        match code.parse().ok().and_then(|n| StatusCode::from_u16(n).ok()) {
            Some(status) => Self::of_status(status),
            None => Self {
                malformed: true,
                ..Self::of_status(StatusCode::OK)
            },
        }
    }

    /// 410 for a token of a delta that is not known any more: begin again.
    pub(crate) fn resync() -> Self {
        Self::new(StatusCode::GONE, "syncStateNotFound").because("Resync is required.")
    }

    /// 404 for a path or an object that is not there.
    pub(crate) fn not_found() -> Self {
        Self::of_status(StatusCode::NOT_FOUND)
    }

    /// 403 for a token that may not.
    pub(crate) fn denied() -> Self {
        Self::of_status(StatusCode::FORBIDDEN)
            .because("Insufficient privileges to complete the operation.")
    }

    /// 400 for a request that Graph does not understand.
    pub(crate) fn bad(message: &str) -> Self {
        Self::of_status(StatusCode::BAD_REQUEST).because(message)
    }
}

impl IntoResponse for GraphError {
    fn into_response(self) -> Response {
        if self.malformed {
            return ([(header::CONTENT_TYPE, "application/json")], "{\"value\":[").into_response();
        }
        let id = Uuid::new_v4();
        let body = json!({ "error": {
            "code": self.code,
            "message": self.message,
            "innerError": {
                "date": now().strftime("%Y-%m-%dT%H:%M:%S").to_string(),
                "request-id": id,
                "client-request-id": id,
            },
        }});
        let mut response = (self.status, Json(body)).into_response();
        let headers = response.headers_mut();
        if let Ok(id) = HeaderValue::try_from(id.to_string()) {
            headers.insert("request-id", id);
        }
        if matches!(self.status.as_u16(), 429 | 503) {
            headers.insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn select_leaves_the_named_properties_and_the_annotations() {
        let list = Reply::list(
            "sites",
            vec![json!({ "id": 1, "webUrl": "x", "name": "y" })],
        );
        let Reply::Json(body) = list.selected(Some("id, name")) else {
            panic!("json")
        };
        assert_eq!(body["value"][0], json!({ "id": 1, "name": "y" }));
        assert!(body["@odata.context"].is_string());
    }
}
