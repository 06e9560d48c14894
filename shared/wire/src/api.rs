//! The wire types of the backend, used by the server that answers and the extension that asks.
//!
//! Deliberately absent: tokens of Microsoft's. The only secret on this wire is the bearer of one
//! connection, and it travels in [`Created`] and [`Claimed`] alone.

use serde::{Deserialize, Serialize};

/// A secret that does not print itself. Its only door is [`Secret::expose`].
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// Wraps a secret.
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }

    /// The secret itself; every use of this can be found by name.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[redacted]")
    }
}

/// Who begins a journey, as they say themselves. Nothing is allowed or refused because of it: it
/// only chooses words and whether a hand-off is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// May grant anything for the tenant.
    GlobalAdmin,
    /// May use SharePoint, may not grant for the tenant.
    SharepointAdmin,
    /// Anybody else.
    Other,
}

/// Body of `POST /api/v1/connections`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// Id of a profile the server knows. It may be left out where [`Self::app`] says which app it is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub profile: String,
    /// The app, where the server has no credential of it: its application ID, a consent link, or its address in the
    /// portal. The organization's observer verifies it then. Also without it, where the profile is of such an app and
    /// has an application ID.
    #[cfg_attr(feature = "openapi", schema(max_length = 8000))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app: Option<String>,
    /// What the person calls this connection: one line of at most 100 characters, none of them invisible.
    #[cfg_attr(
        feature = "openapi",
        schema(
            max_length = 100,
            pattern = r"^[^\u0000-\u001f\u007f-\u009f\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]*$"
        )
    )]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// The role the person says they hold.
    pub role: Role,
    /// Where the browser goes after the sign-in. Must begin with an origin the server's operator
    /// has allowed; without it the server shows a page of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub return_to: Option<String>,
    /// The tenant to sign in to: its ID (a GUID) or one of its domains. Needed by guests and partners, whom Microsoft
    /// otherwise signs in to their own tenant; later sign-ins of the connection go to its tenant anyway.
    #[cfg_attr(
        feature = "openapi",
        schema(max_length = 253, pattern = r"^[0-9A-Za-z.-]*$")
    )]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenant: Option<String>,
}

/// Answer to [`Create`].
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Created {
    /// The connection's id: a UUID, not secret.
    pub id: String,
    /// Bearer token for this one connection.
    pub secret: Secret,
    /// Microsoft's authorization URL (RFC 6749 section 4.1.1, PKCE S256, state, nonce).
    pub authorization_url: String,
    /// A page of the server that says who began this and what they will see, and goes on to
    /// [`Self::authorization_url`] in the browser of a person who agrees. A browser is sent here. Whoever signs in
    /// there need not be who the app sent: an app that lets people work on the tenant must compare the session it
    /// began in with the one that comes back to [`Create::return_to`].
    pub start_url: String,
    /// When the started sign-in stops being accepted: Unix time in milliseconds.
    pub expires_at: u64,
    /// The state right now.
    pub status: Status,
}

/// Answer to `POST …/reauthorize`: a new sign-in for the same connection.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Restarted {
    /// As in [`Created`].
    pub authorization_url: String,
    /// As in [`Created`].
    pub start_url: String,
    /// As in [`Created`].
    pub expires_at: u64,
}

/// Answer to `POST …/handoff`: a link for the person who can grant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HandOff {
    /// The page to open; it holds a one-time handle and nothing else that is secret.
    pub url: String,
    /// Unix time in milliseconds.
    pub expires_at: u64,
}

/// Body of `POST /api/v1/handoffs/{handle}/claim`; it may be left out.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Claim {
    /// The bearer the caller wants to have: 256 random bits of its own in the URL-safe alphabet (RFC 4648
    /// section 5), without padding. A caller that keeps it before it asks loses nothing where the answer does
    /// not arrive: asked again with the same one, the claim is answered again. Without it the server makes one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secret: Option<Secret>,
}

/// Answer to `POST /api/v1/handoffs/{handle}/claim`: a bearer for one connection. A handle can be
/// claimed once.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Claimed {
    /// The connection's id.
    pub id: String,
    /// Bearer token that may read, watch and check. Claimed in the browser that just signed in, it
    /// may also sign in again and hand off; it can never delete.
    pub secret: Secret,
    /// The state right now.
    pub status: Status,
}

/// Body of `POST …/check`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Check {
    /// What a page suggested. Never believed: it only decides how patiently to look.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<Hint>,
}

/// What a page suggested to the extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Hint {
    /// The admin-consent window came back without an error.
    ConsentReturned,
    /// The admin-consent window came back with an error.
    ConsentDeclined,
}

/// All the server knows about a connection. `GET /api/v1/connections/{id}` and each event of
/// `…/events` carry one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Status {
    /// The connection's id.
    pub id: String,
    /// Id of its profile; empty for an app that has none.
    pub profile: String,
    /// Whose permissions this rests on.
    #[serde(default, skip_serializing_if = "Proof::is_own")]
    pub proof: Proof,
    /// What the organization's observer looks for, where it verifies the app instead of the app itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Asked>,
    /// What the person called it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// The role its starter said they hold.
    pub role: Role,
    /// Grows by at least one with every change; also the id of the event that carries it.
    pub revision: u64,
    /// Where the connection stands.
    pub state: State,
    /// The tenant, once a validated `id_token` named it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenant: Option<Tenant>,
    /// Display hint of who signed in (`preferred_username`; never used to decide).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// The app as it stands in the tenant, once Graph has shown it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app: Option<AppInTenant>,
    /// Who can use the app, and what it holds beyond its profile.
    #[serde(default)]
    pub exposure: Exposure,
    /// What the app holds in the tenant now, each kind only where Graph was allowed to tell.
    #[serde(default)]
    pub grants: Grants,
    /// The tenant's settings for consent, each only where Graph was allowed to tell.
    #[serde(default)]
    pub consent: ConsentSettings,
    /// What to do next, where the state itself carries no problem: who can, and where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advice: Option<Problem>,
    /// Permissions the profile declares that are known not to be granted.
    #[serde(default)]
    pub missing: Vec<String>,
    /// The calls that proved what this status says, newest check only.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// Unix time in milliseconds of the newest finished check.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_at: Option<u64>,
    /// Unix time in milliseconds of the next check the server will make by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_check_at: Option<u64>,
    /// Why an answer is slow to come, if it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting: Option<Waiting>,
}

/// Where a connection stands (`design.md` section 6).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum State {
    /// Nobody has come back from the sign-in yet.
    AwaitingSignIn,
    /// Signed in; Graph refuses what the app's own permissions would allow.
    NeedsAdminConsent,
    /// A grant was made or suggested a short while ago and Graph does not show it yet.
    Propagating {
        /// Unix time in milliseconds.
        since: u64,
    },
    /// Graph answered both counts.
    Authorized {
        /// `GET /users/$count`.
        users: u64,
        /// SharePoint sites that are not somebody's personal site.
        sites: u64,
    },
    /// The organization's observer reads that what is expected is granted, as Microsoft lists it. Nobody has used it.
    Granted,
    /// It worked once, or could; a new sign-in is needed.
    NeedsReauthorization {
        /// Why.
        cause: Problem,
    },
    /// Something else must change first.
    Blocked {
        /// What, who and how.
        problem: Problem,
    },
}

/// What the organization's observer looks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Asked {
    /// Application id.
    pub client_id: String,
    /// Where it is from that the app needs what follows.
    pub source: Expectation,
    /// Delegated permissions, each with its service where that is not Microsoft Graph.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub delegated: Vec<String>,
    /// Application permissions, as above.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub application: Vec<String>,
    /// Whether a delegated permission counts only where it was granted for everybody.
    #[serde(default)]
    pub for_everybody: bool,
}

/// Where it is from what an app needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Expectation {
    /// Its profile.
    Profile,
    /// The consent link that was given.
    Link,
    /// Nothing says what it needs.
    Unknown,
}

/// Something that is wrong, with its remedy. Also the body of every error answer, as RFC 9457
/// problem details (`application/problem+json`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// Stable name in kebab-case, for programs.
    pub code: String,
    /// One short sentence: what is wrong.
    pub title: String,
    /// What it means here, in plain words.
    pub detail: String,
    /// What to do about it.
    pub remedy: String,
    /// The least role that can carry the remedy out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Where to do it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Microsoft's own code, as a hint: `AADSTS65004`, `Authorization_RequestDenied`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub microsoft: Option<String>,
    /// HTTP status of an error answer (RFC 9457 section 3.1.2); absent inside a [`Status`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
}

/// A tenant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Tenant {
    /// Its id: a GUID.
    pub id: String,
    /// Its display name, where Graph was allowed to tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// The app's service principal (`GET /servicePrincipals(appId='…')`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AppInTenant {
    /// Object id of the service principal: what the portal's routes are made of.
    pub object_id: String,
    /// Application (client) id.
    pub app_id: String,
    /// `displayName`, of an app that only the observer looks at and that pretends to be no other. Its maker or an admin
    /// chose it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// `accountEnabled`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// `appOwnerOrganizationId`: the tenant it is registered in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner_tenant: Option<String>,
    /// `isDisabled`: its owner has deactivated it, in every tenant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deactivated: Option<bool>,
    /// `disabledByMicrosoftStatus`, where Microsoft has disabled it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disabled_by_microsoft: Option<String>,
}

/// How widely the app is open, each part only where Graph was allowed to tell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Exposure {
    /// `appRoleAssignmentRequired`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignment_required: Option<bool>,
    /// Display names of who is assigned (`appRoleAssignedTo`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assigned: Option<Vec<String>>,
    /// Delegated permissions granted for everybody (`consentType` `AllPrincipals`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenant_wide_delegated: Option<Vec<String>>,
    /// Granted permissions that the profile does not declare.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beyond_profile: Option<Vec<String>>,
    /// What could not be read, and the least permission that would read it.
    pub unknown: Vec<Unreadable>,
    /// Questions of which Graph answered a part only, by their codes (`roles`, `assigned`, `grants`): what is missing
    /// from their answers may exist all the same.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub incomplete: Vec<String>,
}

/// What an app holds in a tenant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Grants {
    /// Delegated permissions (`GET /oauth2PermissionGrants`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delegated: Option<Vec<DelegatedGrant>>,
    /// Application permissions, by value (`GET /servicePrincipals/{id}/appRoleAssignments`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub application: Option<Vec<String>>,
}

/// One delegated permission that was granted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DelegatedGrant {
    /// Its value, as in `Sites.Read.All`.
    pub value: String,
    /// For everybody (`consentType` `AllPrincipals`), or for single people.
    pub for_everybody: bool,
}

/// What a tenant has set about consent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct ConsentSettings {
    /// What people may consent to for themselves (`GET /policies/authorizationPolicy`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<UserConsent>,
    /// Whether people can ask an admin on Microsoft's own page
    /// (`GET /policies/adminConsentRequestPolicy`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_form: Option<bool>,
}

/// What people may consent to for themselves: the permission grant policies that are assigned to
/// everybody (facts: protocol B2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum UserConsent {
    /// Nothing.
    Nothing,
    /// Permissions of low impact, of verified publishers (`microsoft-user-default-low`).
    LowImpact,
    /// What Microsoft recommends now: no files, no sites, no mail
    /// (`microsoft-user-default-recommended`).
    Recommended,
    /// Anything that does not need an admin (`microsoft-user-default-legacy`).
    Anything,
    /// A policy of the tenant's own.
    Custom,
}

/// A question Graph was not allowed to answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Unreadable {
    /// Stable name of the question, for programs: `grants`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The question, in plain words.
    pub what: String,
    /// The least permission that answers it.
    pub needs: String,
}

/// One call that proved something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Evidence {
    /// Method and path, without query: `GET /users/$count`.
    pub call: String,
    /// HTTP status it answered.
    pub status: u16,
    /// Unix time in milliseconds.
    pub at: u64,
    /// Whose permissions it was asked with.
    #[serde(default, skip_serializing_if = "Proof::is_own")]
    pub proof: Proof,
    /// Of a list, how many rows were read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read: Option<u64>,
    /// Of a list, how many rows there are as it says itself (`@odata.count`), if it does. Unequal to
    /// [`Self::read`], the list was cut short.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated: Option<u64>,
}

/// Whose permissions a question was asked with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// The app's own.
    #[default]
    Own,
    /// Those of the organization's observer.
    Observer,
}

impl Proof {
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "the signature that serde calls"
    )]
    fn is_own(&self) -> bool {
        *self == Self::Own
    }
}

/// Why an answer is slow to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Waiting {
    /// Plain words: "Microsoft Graph asks for a pause".
    pub reason: String,
    /// The same with its remedy, who can carry it out, and where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<Problem>,
    /// Unix time in milliseconds when the server tries again.
    pub until: u64,
}

/// Answer to `DELETE /api/v1/connections/{id}`: what is gone, and what only an admin can undo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Deleted {
    /// What Microsoft was told to forget, and confirmed.
    #[serde(default)]
    pub revoked: Vec<String>,
    /// What the server held and has forgotten.
    pub forgotten: Vec<String>,
    /// What stays in the tenant until an admin removes it, with the way there.
    pub remains: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::Secret;

    #[test]
    fn a_secret_comes_out_of_its_one_door_and_of_no_other() {
        let secret = Secret::new("open sesame");
        assert_eq!(secret.expose(), "open sesame");
        assert!(!format!("{secret:?}").contains("sesame"));
    }
}
