//! What a person may do with what the observer reads: by the app role that an admin assigned in its registration.

use serde::{Deserialize, Serialize};

/// What a person may do; each may also do what those before it may.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Right {
    /// Look.
    #[default]
    Read,
    /// Take it along as a file.
    Export,
    /// See who looked.
    Admin,
}

impl Right {
    /// The app roles that give them.
    const ROLES: [(&str, Self); 3] = [
        ("Observer.Read", Self::Read),
        ("Observer.Export", Self::Export),
        ("Observer.Admin", Self::Admin),
    ];

    /// The most that any of these roles gives; nothing where none does.
    pub fn of(roles: &[String]) -> Option<Self> {
        let given = Self::ROLES
            .iter()
            .filter(|(role, _)| roles.iter().any(|one| one == role));
        given.map(|(_, right)| *right).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_that_any_role_gives_counts_and_another_role_gives_nothing() {
        let of = |roles: &[&str]| {
            Right::of(
                &roles
                    .iter()
                    .map(|&role| role.to_owned())
                    .collect::<Vec<_>>(),
            )
        };
        assert_eq!(of(&[]), None);
        assert_eq!(of(&["observer.admin", "Observer.Write"]), None);
        assert_eq!(of(&["Observer.Read"]), Some(Right::Read));
        assert_eq!(
            of(&["Observer.Export", "Observer.Read"]),
            Some(Right::Export)
        );
        assert_eq!(of(&["Observer.Read", "Observer.Admin"]), Some(Right::Admin));
    }
}
