//! The record of a connection: what is written down for good, and the form of its export.
//!
//! One [`Entry`] for each thing that happened, each sealed by the SHA-256 of its canonical JSON
//! (RFC 8785), each naming the seal of the one before: so nothing can be changed, moved or left out
//! in the middle without its being seen. Deliberately absent: secrets of any kind, and sentences;
//! an entry names codes and leaves words to whoever shows it.

use crate::api::{AppInTenant, Evidence, Exposure, Grants, Role};
use serde::{Deserialize, Serialize};

/// Written into every export; a reader refuses another one.
pub const FORMAT: &str = "consentry-record/1";

/// What the first entry names as the seal before it.
pub const NOTHING_BEFORE: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// One thing that happened to a connection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Entry {
    /// The connection's id.
    pub connection: String,
    /// 1 for the first, then one more each.
    pub number: u64,
    /// Unix time in milliseconds, by the server's clock.
    pub at: u64,
    /// The seal of the entry before, or [`NOTHING_BEFORE`].
    pub previous: String,
    /// What happened.
    pub event: Event,
}

/// An entry with its seal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Sealed {
    /// SHA-256 of the canonical JSON of [`Self::entry`], in lower-case hex.
    pub seal: String,
    /// The entry.
    pub entry: Entry,
}

/// Where a record ends: enough to tell later that an export is complete.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Head {
    /// How many entries there are.
    pub entries: u64,
    /// The seal of the last one.
    pub seal: String,
    /// When the connection was deleted, and its entries with it: Unix time in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<u64>,
}

/// Answer to `GET /api/v1/connections/{id}/record`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Export {
    /// [`FORMAT`].
    pub format: String,
    /// The connection's id.
    pub connection: String,
    /// Unix time in milliseconds.
    pub exported_at: u64,
    /// Where the record ended when it was exported.
    pub head: Head,
    /// All entries, first to last.
    pub entries: Vec<Sealed>,
}

/// What a bearer may do: owner, who signed in, or who watches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Right {
    /// Everything.
    Owner,
    /// Read, check, sign in again, hand off.
    Starter,
    /// Read and check.
    Watch,
}

/// One of the bearers of a connection. `GET /api/v1/connections/{id}/bearers` lists those that still work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Bearer {
    /// Names it, to revoke it. Of no other use.
    pub id: String,
    /// What it may do.
    pub right: Right,
    /// When it was given: Unix time in milliseconds.
    pub created_at: u64,
    /// When it stops working: Unix time in milliseconds. The owner's works until the connection is deleted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<u64>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Event {
    /// A connection was made; this is what will be asked for.
    Asked {
        /// Id of the profile.
        profile: String,
        /// Application id.
        client_id: String,
        /// The role its starter said they hold.
        role: Role,
        /// Delegated permissions of the profile.
        delegated: Vec<String>,
        /// Application permissions of the profile.
        application: Vec<String>,
    },
    /// A new sign-in was begun for it.
    SignInBegun {
        /// By whom.
        by: Right,
    },
    /// Somebody signed in, and a validated `id_token` said who.
    SignedIn {
        /// Tenant id.
        tenant: String,
        /// `preferred_username`: a display hint.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        account: Option<String>,
    },
    /// A sign-in or a check ended with a problem, or a problem went away.
    Stands {
        /// The state's name.
        state: String,
        /// The problem's code.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        problem: Option<String>,
    },
    /// A link for the person who can grant was made.
    HandedOff {
        /// By whom.
        by: Right,
        /// Unix time in milliseconds when the link stops working.
        until: u64,
    },
    /// A one-time handle was exchanged for a right.
    Claimed {
        /// Which right.
        right: Right,
    },
    /// The owner took a bearer back.
    Revoked {
        /// What it could do.
        right: Right,
    },
    /// The page after an admin's consent, or the extension, said that something was granted or
    /// declined. A hint; only [`Self::Checked`] proves.
    GrantSuggested,
    /// What a browser showed to the guard. A claim of the extension's, written as it was made.
    Seen {
        /// Whose bearer came with it.
        by: Right,
        /// What was seen.
        seen: Seen,
    },
    /// The server asked Graph, and this is what differs from before.
    Checked {
        /// Program and version that checked.
        by: String,
        /// What was known before, if anything was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<Box<Findings>>,
        /// What was found.
        after: Box<Findings>,
        /// The calls that proved it.
        calls: Vec<Evidence>,
    },
}

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Findings {
    /// The state's name.
    pub state: String,
    /// The problem's code, in a state that has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
    /// `GET /users/$count`, when it answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub users: Option<u64>,
    /// SharePoint sites, when they were counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sites: Option<u64>,
    /// The app as it stands in the tenant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app: Option<AppInTenant>,
    /// What it holds.
    pub grants: Grants,
    /// Who can use it.
    pub exposure: Exposure,
    /// What is missing of its profile.
    pub missing: Vec<String>,
}

/// Body of `POST …/record/seen`: what the guard saw on a consent page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Seen {
    /// What happened on the page.
    pub what: Sight,
    /// Application id of the request, a GUID.
    #[cfg_attr(
        feature = "openapi",
        schema(pattern = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")
    )]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    /// Scopes of the request, bare names; at most [`Seen::MOST_SCOPES`].
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<Scope>, max_items = 100))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scopes: Vec<String>,
}

/// One scope, as the API's description bounds it.
#[cfg(feature = "openapi")]
#[derive(utoipa::ToSchema)]
#[schema(value_type = String, min_length = 1, max_length = 120, pattern = "^[!-~]+$")]
#[expect(dead_code, reason = "it is described and never made")]
struct Scope(String);

/// What can happen on a consent page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Sight {
    /// The page offers to consent for the whole organization.
    Offered,
    /// That box is ticked.
    Ticked,
    /// The guard holds Accept.
    Held,
    /// The person let it through.
    Released,
}

impl Seen {
    /// More scopes than this are refused.
    pub const MOST_SCOPES: usize = 100;
    /// A longer scope is refused: characters.
    pub const LONGEST_SCOPE: usize = 120;

    /// Whether it is within its bounds: a GUID, not too many scopes, none of them odd.
    pub fn is_well_formed(&self) -> bool {
        let guid = |id: &String| {
            id.len() == 36
                && id.char_indices().all(|(at, c)| match at {
                    8 | 13 | 18 | 23 => c == '-',
                    _ => c.is_ascii_hexdigit(),
                })
        };
        self.client_id.as_ref().is_none_or(guid)
            && self.scopes.len() <= Self::MOST_SCOPES
            && self.scopes.iter().all(|scope| {
                (1..=Self::LONGEST_SCOPE).contains(&scope.len())
                    && scope.bytes().all(|byte| byte.is_ascii_graphic())
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(client_id: &str, scopes: &[&str]) -> Seen {
        Seen {
            what: Sight::Held,
            client_id: Some(client_id.into()),
            scopes: scopes.iter().map(|&scope| scope.into()).collect(),
        }
    }

    #[test]
    fn what_was_seen_has_bounds() {
        let id = "d62121f3-e023-4972-b6b0-794190c0fd98";
        assert!(seen(id, &["Sites.Read.All"]).is_well_formed());
        assert!(!seen("mover", &[]).is_well_formed());
        assert!(!seen(id, &["two words"]).is_well_formed());
        assert!(!seen(id, &[""]).is_well_formed());
        assert!(!seen(id, &["a"; Seen::MOST_SCOPES + 1]).is_well_formed());
        assert!(!seen(id, &[&"a".repeat(Seen::LONGEST_SCOPE + 1)]).is_well_formed());
    }

    #[test]
    fn what_was_seen_is_refused_with_anything_else_in_it() {
        let odd = r#"{"what":"held","token":"secret"}"#;
        assert!(serde_json::from_str::<Seen>(odd).is_err());
    }

    #[test]
    fn an_app_is_named_by_a_whole_guid() {
        for id in ["abc", &"a".repeat(36), &"-".repeat(36)] {
            assert!(!seen(id, &[]).is_well_formed(), "{id}");
        }
    }
}
