//! Which questions a check asks, what each needs, and what is missing without it. `docs/checks.md`
//! shows the same table; a test holds the two together.

/// One question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// Method and path, without query: as it stands in the evidence.
    pub call: &'static str,
    /// What it answers.
    pub answers: &'static str,
    /// The least application permission that answers it (docs/facts/graph.md G4).
    pub needs: &'static str,
    /// What happens without the permission.
    pub without: &'static str,
}

/// How many users there are.
pub const USERS: Question = Question {
    call: "GET /users/$count",
    answers: "How many users there are",
    needs: "User.ReadBasic.All",
    without: "the connection is not authorized",
};

/// How many sites there are.
pub const SITES: Question = Question {
    call: "GET /sites/getAllSites",
    answers: "How many sites there are",
    needs: "Sites.Read.All",
    without: "the connection is not authorized",
};

/// The app as it stands in the tenant.
pub const PRINCIPAL: Question = Question {
    call: "GET /servicePrincipals(appId='…')",
    answers: "Whether the app is there, enabled, and open to assigned people only",
    needs: "none: an app may read its own",
    without: "it is always answered",
};

/// The organization's name.
pub const ORGANIZATION: Question = Question {
    call: "GET /organization",
    answers: "What the organization is called",
    needs: "Organization.Read.All",
    without: "the tenant is shown by its id",
};

/// What people may consent to.
pub const CONSENT_POLICY: Question = Question {
    call: "GET /policies/authorizationPolicy",
    answers: "What people may consent to for themselves",
    needs: "Policy.Read.All",
    without: "said to be unknown",
};

/// Whether people can ask an admin.
pub const REQUEST_POLICY: Question = Question {
    call: "GET /policies/adminConsentRequestPolicy",
    answers: "Whether people can ask an admin on Microsoft's own page",
    needs: "Policy.Read.All",
    without: "said to be unknown",
};

/// Application permissions that were granted.
pub const ROLES: Question = Question {
    call: "GET /servicePrincipals/{id}/appRoleAssignments",
    answers: "Which application permissions the app holds",
    needs: "Application.Read.All",
    without: "guessed from the token, and said to be unknown",
};

/// What the granted roles are called.
pub const ROLE_NAMES: Question = Question {
    call: "GET /servicePrincipals/{id}",
    answers: "What the granted application permissions are called",
    needs: "Application.Read.All",
    without: "as above",
};

/// Who is assigned.
pub const ASSIGNED: Question = Question {
    call: "GET /servicePrincipals/{id}/appRoleAssignedTo",
    answers: "Which people and groups are assigned to the app",
    needs: "Application.Read.All",
    without: "said to be unknown",
};

/// Delegated permissions that were granted.
pub const GRANTS: Question = Question {
    call: "GET /oauth2PermissionGrants",
    answers: "Which delegated permissions were granted, and for whom",
    needs: "Directory.Read.All",
    without: "said to be unknown",
};

/// All of them, in the order they are asked.
pub const QUESTIONS: [Question; 10] = [
    USERS,
    SITES,
    PRINCIPAL,
    ORGANIZATION,
    CONSENT_POLICY,
    REQUEST_POLICY,
    ROLES,
    ROLE_NAMES,
    ASSIGNED,
    GRANTS,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_in_the_documentation_is_the_one_of_the_code() {
        let document = include_str!("../../../docs/checks.md");
        let cells = |line: &str| -> Vec<String> {
            let line = line.trim_matches('|');
            line.split('|').map(|cell| cell.trim().to_owned()).collect()
        };
        let rows: Vec<Vec<String>> = document
            .lines()
            .filter(|line| line.starts_with("| `GET "))
            .map(cells)
            .collect();
        let expected: Vec<Vec<String>> = QUESTIONS
            .iter()
            .map(|question| {
                let needs = match question.needs.split_once(": ") {
                    Some(_) => question.needs.to_owned(),
                    None => format!("`{}`", question.needs),
                };
                vec![
                    format!("`{}`", question.call),
                    question.answers.to_owned(),
                    needs,
                    question.without.to_owned(),
                ]
            })
            .collect();
        assert_eq!(rows, expected);
    }
}
