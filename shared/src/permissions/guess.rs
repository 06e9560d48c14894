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
