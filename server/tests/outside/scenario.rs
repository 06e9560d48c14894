//! What may stand in a scenario.

use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// A file of scenarios.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    pub scenario: Vec<Scenario>,
}

/// One person's sign-in, and what comes after it.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Scenario {
    /// A sentence.
    pub name: String,
    /// What the expectation rests on: a page of Microsoft's, a public report, a standard.
    pub source: String,
    /// What the server's configuration has besides, or instead.
    pub config: Map<String, Value>,
    /// The server signs with a certificate and has no client secret.
    pub certificate: bool,
    /// What the request for a connection has besides, or instead.
    pub create: Map<String, Value>,
    /// Nobody signs in.
    pub nobody_signs_in: bool,
    /// The tenant as it is.
    pub tenant: Tenant,
    /// How the browser comes back, in order. Without any it comes back once, with a code.
    pub returns: Vec<Return>,
    /// Claims of the ID token besides the usual, or instead of them; `"absent"` leaves one out.
    pub id_token: Map<String, Value>,
    /// The key it is signed with: `usual`, `of-the-app`, `unknown`.
    pub signed_with: Option<String>,
    /// What Microsoft answers where that is not the usual, by place: `code`, `refresh`, `app`, `keys`, `discovery`,
    /// or a path of Graph. The last answer stays.
    pub microsoft: BTreeMap<String, Vec<Answer>>,
    pub expect: Expect,
    /// What happens after that.
    pub then: Vec<Then>,
}

/// A tenant, as far as it differs from the usual one.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Tenant {
    /// Properties of the app's service principal; `"absent"` leaves one out.
    pub app: Map<String, Value>,
    /// Values of the application permissions that were granted.
    pub roles: Option<Vec<String>>,
    pub grants: Option<Vec<Grant>>,
    /// Names of who is assigned.
    pub assigned: Vec<String>,
    /// What everybody may consent to.
    pub policies: Option<Vec<String>>,
}

/// A delegated permission grant.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Grant {
    pub scope: String,
    /// A person's; without one it is for everybody.
    #[serde(default)]
    pub of: Option<String>,
    /// The API it is for is SharePoint and not Graph.
    #[serde(default)]
    pub sharepoint: bool,
}

/// What Microsoft answers.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Answer {
    /// As usual after all.
    pub usual: bool,
    pub status: Option<u16>,
    pub headers: BTreeMap<String, String>,
    /// As it is.
    pub body: Option<String>,
    pub json: Option<Value>,
    /// An error of the sign-in, in Microsoft's form: `error`, `error_description`, `error_codes`, `suberror`, `claims`.
    pub error: Option<String>,
    pub says: Option<String>,
    pub codes: Option<Value>,
    pub suberror: Option<String>,
    pub claims: Option<String>,
    /// An error of Graph, in Microsoft's form.
    pub code: Option<String>,
    pub message: Option<String>,
}

/// How the browser comes back.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Return {
    /// Another path than the sign-in's own callback.
    pub path: Option<String>,
    /// The query as it is, or one of an error.
    pub query: Option<String>,
    pub error: Option<String>,
    pub says: Option<String>,
    pub subcode: Option<String>,
    /// What `error_uri` names.
    pub uri: Option<String>,
    /// Another browser opens it.
    pub another_browser: bool,
    /// The time that passes before.
    pub after: Option<String>,
    /// The status of the page, if it is one; a redirect is 303.
    pub status: Option<u16>,
    /// What the page says, and what it never says, in any case of its letters.
    pub page: Vec<String>,
    pub never: Vec<String>,
}

/// What happens later.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Then {
    /// The time that passes first.
    pub after: Option<String>,
    /// `check`, `consent-returned`, `sign-in`; nothing is only looking.
    pub does: Option<String>,
    /// From now on.
    pub tenant: Option<Tenant>,
    pub microsoft: BTreeMap<String, Vec<Answer>>,
    pub returns: Vec<Return>,
    pub id_token: Map<String, Value>,
    pub expect: Expect,
}

/// What somebody who reads the connection is told in the end. Where several are given, any of them.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Expect {
    /// The status and the problem of the answer to the request for a connection.
    pub created: Option<u16>,
    pub state: Vec<String>,
    /// The code of the problem, of the advice, or of what is waited for.
    pub code: Vec<String>,
    /// Who can do something about it.
    pub role: Vec<String>,
    /// Whether the server looks again by itself.
    pub again: Option<bool>,
    /// Microsoft's own code, as it is shown.
    pub microsoft: Option<String>,
    /// What the problem says, in any case of its letters.
    pub says: Vec<String>,
    /// What is never said, in this or any earlier status.
    pub never: Vec<String>,
    /// Codes that no status has had.
    pub never_code: Vec<String>,
    /// Values in the status, by JSON pointer; `"absent"` where there is none.
    pub at: BTreeMap<String, Value>,
    /// How often Microsoft was asked, by place.
    pub asked: BTreeMap<String, usize>,
    /// The same, at least so often.
    pub asked_at_least: BTreeMap<String, usize>,
    /// Something that the newest authorization address holds.
    pub authorize: Option<String>,
}
