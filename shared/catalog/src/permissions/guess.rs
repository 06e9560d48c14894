//! The rule for a permission that the table does not know.

use super::{Kind, Risk};

/// How bad a permission is that the table does not know, by the words its name is made of: what it
/// is about, what may be done with it, and how far that goes (`Resource.Verb.Reach`). Marked as a
/// guess wherever it is shown. In doubt it frightens: a name says nothing of what it spares.
pub fn guess(value: &str, kind: Kind) -> Risk {
    let value = value.to_ascii_lowercase();
    if has(
        &value,
        &["full", "impersonation", "asuser", "asapp", "andconsent"],
    ) {
        return Risk::High;
    }
    let Some((resource, rest)) = value.split_once('.') else {
        return match value.as_str() {
            name if has(name, &["write", "manage"]) => Risk::High,
            name if has(name, &["read", "mail", "files", "calendars", "contacts"]) => Risk::Medium,
            _ => Risk::Low,
        };
    };
    let (verb, reach) = rest.split_once('.').unwrap_or((rest, ""));
    let looks = verb.starts_with("read") && !has(verb, &["write", "update", "approve"])
        || matches!(verb, "evaluate" | "compute" | "receive");
    // `X.ReadWrite` without a reach is about the one person who signed in; on its own an app has
    // nobody to be about, and means everybody.
    let narrow = if reach.is_empty() {
        kind == Kind::Delegated
    } else {
        NARROW.contains(&reach)
    };
    let wide = !narrow && !has(verb, &["self", "selected"]);
    let minor = is_minor(resource);
    let everybodys = wide && !minor && !(looks && verb.contains("basic"));
    let keys = has(resource, KEYS) || resource == "user" || resource.starts_with("user-");
    // Owning one app's keys is enough, and a verb like `Create` has no reach to narrow it.
    let takes_keys = keys && (!reach.is_empty() || !verb.starts_with("read"));
    // `Remove` and `Delete` take rights and give none.
    let gives = !looks && !verb.starts_with("remove") && !verb.starts_with("delete");
    if gives && wide && (has(resource, PROOFS) || has(resource, RIGHTS)) {
        return Risk::Critical;
    }
    if kind == Kind::Application && gives && takes_over(resource, verb, reach) {
        return Risk::Critical;
    }
    let high = if looks {
        // `mail` inside a name is often an address: `UserAuthMethod-Email`.
        everybodys && (has(resource, CONTENT) || resource.starts_with("mail"))
    } else {
        everybodys
            || (takes_keys && !minor)
            || has(resource, PROOFS)
            || (verb == "send" && reach.is_empty())
    };
    if high { Risk::High } else { Risk::Medium }
}

/// Whether an app that may do this on its own can come to be a Global Administrator by a published path
/// (<https://github.com/emiliensocchi/azure-tiering>, tier 0): by an account or a group that holds the
/// role, by the credentials of an app, by what copies accounts from elsewhere, by whom the sign-in trusts,
/// or by programs on an administrator's device. In doubt it counts as one, as it does there.
fn takes_over(resource: &str, verb: &str, reach: &str) -> bool {
    let changes = has(verb, &["write", "update", "manage", "creds", "upload"]);
    let own = ["", "all", "ownedby"].contains(&reach) || !NARROW.contains(&reach);
    let accounts =
        resource == "user" && has(verb, &["readwrite", "readupdate", "manageidentities"]);
    let groups = matches!(resource, "group" | "groupmember" | "group-nestingsupport")
        && verb.starts_with("readwrite");
    let devices = resource.starts_with("devicemanagement")
        && has(resource, &["apps", "configuration", "rbac", "scripts"]);
    let policies = resource == "policy" && has(reach, TRUSTS);
    let apps = matches!(resource, "application" | "agentidentity" | "agentiduser")
        || resource.starts_with("agentidentityblueprint") && !verb.contains("branding");
    let whole = matches!(resource, "domain" | "organization");
    changes
        && own
        && (whole
            || accounts
            || groups
            || devices
            || policies
            || apps
            || has(resource, BRINGS_ACCOUNTS))
}

/// What brings accounts in, says whom the sign-in trusts, or who administers for whom.
const BRINGS_ACCOUNTS: &[&str] = &[
    "administrativeunit",
    "certtrust",
    "delegatedadmin",
    "entitlementmanagement",
    "internalfederation",
    "mutualtls",
    "onpremdirectorysync",
    "publickeyinfra",
    "signinidentifier",
    "synchroni",
    "trustdomain",
    "user-onpremisessync",
    "group-onpremisessync",
];

/// Of the policies those that say who gets in, and what an app may be granted.
const TRUSTS: &[&str] = &[
    "applicationconfig",
    "authenticationmethod",
    "authorization",
    "conditionalaccess",
    "crosstenantaccess",
    "fedtoken",
    "permissiongrant",
    "securitydefaults",
];

/// Reaches that end at what the app, one team or one person has.
const NARROW: &[&str] = &[
    "appfolder",
    "asguest",
    "chat",
    "createdbyapp",
    "group",
    "identityparentedby",
    "managedby",
    "ownedby",
    "selected",
    "shared",
    "user",
    "whereinstalled",
];

/// What people write and say, and the secrets that can be read.
const CONTENT: &[&str] = &[
    "activityfeed",
    "bitlocker",
    "chat",
    "conversation",
    "credential",
    "ediscovery",
    "externalitem",
    "files",
    "interaction",
    "message",
    "notes",
    "printjob",
    "recording",
    "sites",
    "transcript",
];

/// By what people prove who they are: even the own one, changed, lets a thief stay.
const PROOFS: &[&str] = &["authentication", "authmethod", "credential", "password"];

/// Rights themselves.
const RIGHTS: &[&str] = &[
    "approle",
    "permissiongrant",
    "privilegedaccess",
    "privilegedassignment",
    "privilegedeligibility",
    "roleassignment",
    "roleeligibility",
    "rolemanagement",
];

/// What decides who may do what.
const KEYS: &[&str] = &[
    "agentid",
    "application",
    "approle",
    "auth",
    "cert",
    "device",
    "directory",
    "domain",
    "entitlement",
    "federation",
    "grant",
    "groupmember",
    "identity",
    "lifecycle",
    "policies",
    "policy",
    "privileged",
    "publickey",
    "role",
    "serviceprincipal",
    "synchroni",
    "tenant",
    "trust",
];

/// Rooms, printers, courses, tabs: nothing a thief lives on.
pub fn is_minor(resource: &str) -> bool {
    let ends = ["course", "emoji", "section", "tab", "tag", "telemetry"];
    let starts = ["learning", "place", "print", "pullprint"];
    resource != "printjob"
        && (ends.iter().any(|end| resource.ends_with(end))
            || starts.iter().any(|start| resource.starts_with(start)))
}

fn has(name: &str, words: &[&str]) -> bool {
    words.iter().any(|word| name.contains(word))
}
