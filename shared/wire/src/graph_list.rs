//! How a status names the lists of Microsoft Graph that may be cut short ([`crate::api::Exposure::incomplete`]).

/// Application permissions that were granted.
pub const ROLES: &str = "Which application permissions the app holds";

/// Who is assigned.
pub const ASSIGNED: &str = "Which people and groups are assigned to the app";

/// Delegated permissions that were granted.
pub const GRANTS: &str = "Which delegated permissions were granted, and for whom";
