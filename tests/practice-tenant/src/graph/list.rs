//! Long lists of the directory, with the pages, counts and losses they really have.
//!
//! A list shows all of its rows only in pages of 999 with a count, asked for with
//! `ConsistencyLevel: eventual`; in smaller pages it loses some without saying so, more the smaller
//! they are (<https://github.com/microsoftgraph/msgraph-sdk-powershell/issues/2469>).

use serde_json::{Value, json};

use super::{
    Call,
    answer::{GraphError, Reply, context},
};

/// Rows on a page where nothing else is asked for.
const USUAL: usize = 100;

/// The most rows on a page.
const MOST: usize = 999;

/// A list that is made row by row.
pub(crate) struct Rows<'a> {
    pub(crate) entity: &'static str,
    pub(crate) count: usize,
    pub(crate) row: &'a dyn Fn(usize) -> Value,
}

/// `ConsistencyLevel: eventual`.
pub(crate) fn is_advanced(call: &Call<'_>) -> bool {
    let level = call.headers.get("ConsistencyLevel");
    let level = level.and_then(|value| value.to_str().ok());
    level.is_some_and(|level| level.eq_ignore_ascii_case("eventual"))
}

/// `GET …/$count`.
pub(crate) fn count(call: &Call<'_>, count: usize) -> Result<Reply, GraphError> {
    if is_advanced(call) {
        Ok(Reply::Text(count.to_string()))
    } else {
        Err(GraphError::bad("$count is not currently supported."))
    }
}

/// One page.
pub(crate) fn page(call: &Call<'_>, path: &str, rows: &Rows<'_>) -> Result<Reply, GraphError> {
    let number = |name: &str, usual: usize| {
        call.query.get(name).map_or(Ok(usual), |text| {
            text.parse().map_err(|_| GraphError::bad("Invalid query."))
        })
    };
    let top = number("$top", USUAL)?;
    if !(1..=MOST).contains(&top) {
        return Err(GraphError::bad(
            "Invalid page size specified. Must be between 1 and 999 inclusive.",
        ));
    }
    let start = number("$skiptoken", 0)?;
    let is_counted = is_advanced(call) && call.query.get("$count") == Some("true");
    let is_shown = |at: usize| (is_counted && top == MOST) || at % 10 < 4 + top / 200;
    let mut value = Vec::new();
    let mut at = start;
    while at < rows.count && value.len() < top {
        if is_shown(at) {
            value.push((rows.row)(at));
        }
        at += 1;
    }
    let mut body = json!({ "@odata.context": context(rows.entity), "value": value });
    if is_counted && start == 0 {
        body["@odata.count"] = rows.count.into();
    }
    if at < rows.count {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        for name in ["$select", "$top", "$count"] {
            if let Some(value) = call.query.get(name) {
                query.append_pair(name, value);
            }
        }
        query.append_pair("$skiptoken", &at.to_string());
        let link = format!("https://graph.microsoft.com/v1.0/{path}?{}", query.finish());
        body["@odata.nextLink"] = link.into();
    }
    Ok(Reply::Json(body))
}

/// All of a short list, counted where that is asked for.
pub(crate) fn whole(call: &Call<'_>, rows: &Rows<'_>) -> Reply {
    let value: Vec<Value> = (0..rows.count).map(rows.row).collect();
    let mut body = json!({ "@odata.context": context(rows.entity), "value": value });
    if is_advanced(call) && call.query.get("$count") == Some("true") {
        body["@odata.count"] = rows.count.into();
    }
    Reply::Json(body)
}
