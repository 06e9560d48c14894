//! The address at which Microsoft sends a browser back.

use crate::microsoft::World;
use crate::scenario::Return;

const SIGN_IN: &str = "/oauth/callback";
const ADMIN: &str = "/oauth/adminconsent/callback";

/// Whether the state of an admin's grant is in the address.
pub(crate) fn needs_admin_state(back: &Return) -> bool {
    let is_admins = back.path.as_deref() == Some(ADMIN);
    let query = back.query.as_ref();
    query.map_or(is_admins, |query| query.contains("{ADMIN}"))
}

/// With the state of the sign-in, or of the admin's grant.
pub(crate) fn address(
    back: &Return,
    code: &str,
    state: &str,
    admin: Option<&str>,
    world: &World,
) -> String {
    let path = back.path.as_deref().unwrap_or(SIGN_IN);
    let query = if let Some(query) = &back.query {
        query.replace("{ADMIN}", admin.unwrap_or_default())
    } else if let Some(error) = &back.error {
        of_error(back, error, path == ADMIN)
    } else if path == ADMIN {
        "admin_consent=True&tenant={TENANT}&state={STATE}".to_owned()
    } else {
        "code={CODE}&state={STATE}&session_state=00000000-0000-4000-8000-00000000000c".to_owned()
    };
    let state = admin.filter(|_| path == ADMIN).unwrap_or(state);
    let query = query.replace("{STATE}", state).replace("{CODE}", code);
    format!("{path}?{}", world.fill(&query))
}

fn of_error(back: &Return, error: &str, of_admin: bool) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.append_pair("error", error);
    if let Some(says) = &back.says {
        let trace = "00000000-0000-4000-8000-00000000000a";
        let says = format!(
            "{says}\r\nTrace ID: {trace}\r\nCorrelation ID: {trace}\r\nTimestamp: 2026-11-30 10:00:00Z"
        );
        query.append_pair("error_description", &says);
    }
    for (name, value) in [("error_subcode", &back.subcode), ("error_uri", &back.uri)] {
        if let Some(value) = value {
            query.append_pair(name, value);
        }
    }
    if of_admin {
        query.append_pair("admin_consent", "True");
    }
    format!("{}&state={{STATE}}", query.finish())
}
