//! `GET /sites/getAllSites`: in pages, one of which is empty, as Graph allows itself
//! (Microsoft Graph, "List sites across geographies").

use serde_json::json;

use super::{
    Call,
    answer::{GraphError, Reply, context},
};

/// Sites on a page, whatever `$top` says.
const PAGE: usize = 20;

/// App-only, and with a permission for all sites.
pub(crate) fn all(call: &Call<'_>) -> Result<Reply, GraphError> {
    let any = [
        "Sites.Read.All",
        "Sites.ReadWrite.All",
        "Sites.Manage.All",
        "Sites.FullControl.All",
    ];
    if !call.caller.has_role(&any) {
        return Err(GraphError::denied());
    }
    let page = call.query.get("$skiptoken").map_or(Some(0), |token| {
        token
            .strip_prefix("page-")
            .and_then(|number| number.parse::<usize>().ok())
    });
    let page = page.ok_or_else(|| GraphError::bad("Invalid skip token."))?;
    let scenario = call.tenant.world().scenario.clone();
    let sites = call.tenant.directory.sites(&scenario);
    // The second page is the empty one; those after it go on where the first ended.
    let full_pages_before = if page == 0 { 0 } else { page - 1 };
    let (start, length) = match page {
        1 => (PAGE, 0),
        _ => (full_pages_before * PAGE, PAGE),
    };
    let value: Vec<_> = sites.iter().skip(start).take(length).cloned().collect();
    let end = start + value.len();
    let mut body = json!({ "@odata.context": context("sites"), "value": value });
    if page == 0 || end < sites.len() {
        let select = call
            .query
            .get("$select")
            .map(|words| format!("&$select={words}"));
        body["@odata.nextLink"] = format!(
            "https://graph.microsoft.com/v1.0/sites/getAllSites?$skiptoken=page-{}{}",
            page + 1,
            select.unwrap_or_default()
        )
        .into();
    }
    Ok(Reply::Json(body))
}
