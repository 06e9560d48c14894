//! What an observer may hold, and which lists that opens. Anything else and it does not read.
//!
//! Names and IDs: <https://learn.microsoft.com/graph/permissions-reference>.

use std::collections::BTreeSet;

/// Application ID of Microsoft Graph.
pub const GRAPH: &str = "00000003-0000-0000-c000-000000000000";

/// The level that opens the directory: delegated grants, people's names, the organization.
pub const DIRECTORY: u8 = 2;

/// A permission the observer may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// Its name.
    pub value: &'static str,
    /// ID of the app role.
    pub id: &'static str,
    /// The level it belongs to; 0 for an option.
    pub level: u8,
}

/// Every permission the observer may hold: none of them writes.
pub const ALLOWED: [Allowed; 6] = [
    allowed(
        "Application.Read.All",
        "9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30",
        1,
    ),
    allowed(
        "Directory.Read.All",
        "7ab1d382-f21e-4acd-a863-ba3e13f7da61",
        2,
    ),
    allowed(
        "AuditLog.Read.All",
        "b0afded3-3588-46d8-8b3d-9842eff778da",
        3,
    ),
    allowed("Policy.Read.All", "246dd0d5-5bd0-4def-940b-0421030a5b68", 0),
    allowed(
        "Policy.Read.PermissionGrant",
        "9e640839-a198-48fb-8b9a-013fd6f6cbcd",
        0,
    ),
    allowed(
        "ConsentRequest.Read.All",
        "1260ad83-98fb-4785-abbb-d6cc1806fd41",
        0,
    ),
];

const fn allowed(value: &'static str, id: &'static str, level: u8) -> Allowed {
    Allowed { value, id, level }
}

/// A permission the observer holds, as Graph lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Application ID of the API, or its object ID where that is not known.
    pub resource: String,
    /// ID of the app role.
    pub role: String,
    /// Its name, where the API gives one.
    pub value: Option<String>,
}

/// What the observer's permissions open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Level {
    held: BTreeSet<&'static str>,
}

impl Level {
    /// Judges what is held; the permissions that must not be, by name, where there are any.
    pub fn of(held: &[Holding]) -> Result<Self, Vec<String>> {
        let mut level = Self::default();
        let mut refused = Vec::new();
        for holding in held {
            let known = ALLOWED.iter().find(|allowed| {
                holding.resource.eq_ignore_ascii_case(GRAPH)
                    && holding.role.eq_ignore_ascii_case(allowed.id)
            });
            match known {
                Some(allowed) => {
                    level.held.insert(allowed.value);
                }
                None => refused.push(holding.shown()),
            }
        }
        refused.sort();
        refused.dedup();
        if refused.is_empty() {
            Ok(level)
        } else {
            Err(refused)
        }
    }

    /// Apps, their roles and who is assigned.
    pub fn reads_apps(&self) -> bool {
        self.has("Application.Read.All") || self.reads_directory()
    }

    /// Delegated grants, people's names, the organization.
    pub fn reads_directory(&self) -> bool {
        self.has("Directory.Read.All")
    }

    /// Who granted, and when.
    pub fn reads_audit(&self) -> bool {
        self.has("AuditLog.Read.All") && self.reads_directory()
    }

    /// The level as the documentation counts: 0 is none.
    pub fn number(&self) -> u8 {
        match (
            self.reads_apps(),
            self.reads_directory(),
            self.reads_audit(),
        ) {
            (_, _, true) => 3,
            (_, true, _) => 2,
            (true, ..) => 1,
            _ => 0,
        }
    }

    fn has(&self, value: &str) -> bool {
        self.held.contains(value)
    }
}

impl Holding {
    /// What it is called: its name, else its ID, with the API where that is not Microsoft Graph.
    fn shown(&self) -> String {
        let name = self.value.as_deref().unwrap_or(&self.role);
        if self.resource.eq_ignore_ascii_case(GRAPH) {
            name.to_owned()
        } else {
            format!("{name} (of {})", self.resource)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph(role: &str, value: Option<&str>) -> Holding {
        Holding {
            resource: GRAPH.into(),
            role: role.into(),
            value: value.map(str::to_owned),
        }
    }

    fn held(values: &[&str]) -> Level {
        let all = ALLOWED.iter().filter(|known| values.contains(&known.value));
        let all: Vec<Holding> = all.map(|known| graph(known.id, None)).collect();
        Level::of(&all).unwrap()
    }

    #[test]
    fn no_permission_of_the_table_writes() {
        for allowed in ALLOWED {
            assert!(!allowed.value.contains("Write"), "{}", allowed.value);
            assert!(allowed.value.contains(".Read."), "{}", allowed.value);
        }
    }

    #[test]
    fn a_permission_that_writes_or_is_unknown_or_of_another_api_is_refused_by_name() {
        let writes = graph(
            "06b708a9-e830-4db3-a914-8e69da51d44f",
            Some("AppRoleAssignment.ReadWrite.All"),
        );
        assert_eq!(
            Level::of(&[graph(ALLOWED[0].id, None), writes]),
            Err(vec!["AppRoleAssignment.ReadWrite.All".to_owned()])
        );
        let unknown = graph("11111111-2222-4333-8444-555555555555", None);
        assert!(Level::of(&[unknown]).unwrap_err()[0].starts_with("11111111"));
        let elsewhere = Holding {
            resource: "00000003-0000-0ff1-ce00-000000000000".into(),
            ..graph(ALLOWED[0].id, Some("Sites.Read.All"))
        };
        assert!(Level::of(&[elsewhere]).unwrap_err()[0].contains("Sites.Read.All"));
    }

    #[test]
    fn a_name_that_claims_to_read_does_not_excuse_another_id() {
        let lies = graph(
            "06b708a9-e830-4db3-a914-8e69da51d44f",
            Some("Directory.Read.All"),
        );
        assert!(Level::of(&[lies]).is_err());
    }

    #[test]
    fn each_level_opens_what_the_ones_below_it_do() {
        assert_eq!(held(&[]).number(), 0);
        assert_eq!(held(&["Application.Read.All"]).number(), 1);
        let two = held(&["Directory.Read.All"]);
        assert!(two.number() == 2 && two.reads_apps());
        assert_eq!(
            held(&["Directory.Read.All", "AuditLog.Read.All"]).number(),
            3
        );
        // The log's list needs the directory too.
        assert_eq!(
            held(&["Application.Read.All", "AuditLog.Read.All"]).number(),
            1
        );
        assert_eq!(held(&["Policy.Read.All"]).number(), 0);
    }
}
