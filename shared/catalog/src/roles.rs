//! Who can grant what: the smallest directory role that will do.
//!
//! A hint and never a proof: custom roles and owners of an app can grant too (facts: protocol B3).

use crate::data::Catalog;
use crate::permission::Kind;
use crate::profile::Profile;
use crate::role::{Grants, Role};
use crate::scope::Scope;
use consentry_wire::text::{Message, Text};

/// Who is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Needed<'c> {
    /// The person themselves, as far as the organization's own rules allow.
    Oneself,
    /// The person themselves, unless the organization leaves user consent to Microsoft: then these
    /// permissions need an admin.
    OneselfUnless(Vec<String>),
    /// One of these roles.
    Roles(Vec<&'c Role>),
}

/// The smallest roles that can grant these permissions for everybody.
pub fn smallest<'c, 'a>(
    catalog: &'c Catalog,
    asked: impl IntoIterator<Item = (&'a Scope, Kind)>,
) -> Vec<&'c Role> {
    let all = asked.into_iter().any(|(scope, kind)| {
        kind == Kind::Application
            && scope
                .named(catalog, kind)
                .and_then(|named| named.resource)
                // An unknown id or service may be anything: the role that grants all is named.
                .is_none_or(|resource| matches!(resource.id.as_str(), "graph" | "directory"))
    });
    smallest_with(
        catalog,
        if all {
            Grants::Everything
        } else {
            Grants::AllButGraphApplications
        },
    )
}

fn smallest_with(catalog: &Catalog, grants: Grants) -> Vec<&Role> {
    catalog
        .roles
        .role
        .iter()
        .filter(|role| role.grants == grants)
        .collect()
}

/// The role with that id.
pub fn by_id<'c>(catalog: &'c Catalog, id: &str) -> Option<&'c Role> {
    catalog.roles.role.iter().find(|role| role.id == id)
}

/// A directory role by its English name, as Microsoft calls it in the language of the person; none for
/// what is no directory role, such as the vendor of an app.
pub fn directory_role(name: &str) -> Option<Text> {
    let id = name.to_lowercase().replace(' ', "-");
    name.ends_with(" Administrator").then(|| {
        let otherwise = name.to_owned();
        let key = format!("role.{id}");
        Message::KeyOr { key, otherwise }.into()
    })
}

/// Who is needed for a person to agree for themselves.
pub fn for_oneself<'a>(
    catalog: &Catalog,
    asked: impl IntoIterator<Item = &'a Scope>,
) -> Needed<'_> {
    let mut excluded = Vec::new();
    let mut admins = Vec::new();
    for scope in asked {
        let Some(named) = scope.named(catalog, Kind::Delegated) else {
            continue;
        };
        let Some(resource) = named.resource else {
            continue;
        };
        if resource
            .permission(&named.value)
            .is_some_and(|ids| ids.admin)
        {
            admins.push((scope, Kind::Delegated));
        }
        let kept = catalog
            .roles
            .for_oneself
            .excluded
            .get(&resource.id)
            .is_some_and(|kept| {
                kept.iter()
                    .any(|value| value.eq_ignore_ascii_case(&named.value))
            });
        if kept {
            excluded.push(scope.shown(catalog, Kind::Delegated));
        }
    }
    if !admins.is_empty() {
        Needed::Roles(smallest(catalog, admins))
    } else if excluded.is_empty() {
        Needed::Oneself
    } else {
        Needed::OneselfUnless(excluded)
    }
}

/// The names of roles as they are read: "A or B".
pub fn names(roles: &[&Role]) -> Text {
    Message::Any(roles.iter().map(|role| role.shown()).collect()).into()
}

/// Who can make the admin's grant of an app.
pub fn approver(catalog: &Catalog, app: &Profile) -> Text {
    let grant: Vec<(Scope, Kind)> = app.grant();
    // What is missing from the list may be anything: the role that grants all is named.
    if app.doubts("application") {
        return names(&smallest_with(catalog, Grants::Everything));
    }
    names(&smallest(
        catalog,
        grant.iter().map(|(scope, kind)| (scope, *kind)),
    ))
}

/// Where the knowledge of roles comes from.
pub fn source(catalog: &Catalog) -> &str {
    &catalog.roles.source
}

/// Where the knowledge of what people may agree to comes from.
pub fn source_for_oneself(catalog: &Catalog) -> &str {
    &catalog.roles.for_oneself.source
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guid::is_guid;

    fn named(asked: &[(&str, Kind)]) -> String {
        let asked: Vec<(Scope, Kind)> = asked
            .iter()
            .map(|(scope, kind)| (Scope::parse(scope), *kind))
            .collect();
        read(&names(&smallest(
            Catalog::built_in(),
            asked.iter().map(|(scope, kind)| (scope, *kind)),
        )))
    }

    /// The names in English, which stand beside their keys.
    fn read(names: &Text) -> String {
        let Text::Message { message } = names else {
            panic!("{names:?}");
        };
        let Message::Any(names) = &**message else {
            panic!("{names:?}");
        };
        let each = names.iter().map(|name| match name {
            Text::Message { message } => match &**message {
                Message::KeyOr { otherwise, .. } => otherwise.as_str(),
                other => panic!("{other:?}"),
            },
            Text::Plain(name) => name,
        });
        each.collect::<Vec<&str>>().join(" or ")
    }

    const ALL: &str = "Privileged Role Administrator or Global Administrator";
    const LESS: &str = "Cloud Application Administrator or Application Administrator";

    #[test]
    fn an_application_permission_of_graph_needs_the_privileged_role() {
        assert_eq!(named(&[("Sites.Read.All", Kind::Application)]), ALL);
        assert_eq!(
            named(&[
                ("User.Read", Kind::Delegated),
                ("Mail.Read", Kind::Application)
            ]),
            ALL
        );
    }

    #[test]
    fn anything_else_needs_an_application_administrator() {
        assert_eq!(named(&[("Mail.Read", Kind::Delegated)]), LESS);
        assert_eq!(
            named(&[(
                "https://birchwood.sharepoint.com/Sites.FullControl.All",
                Kind::Application
            )]),
            LESS
        );
    }

    #[test]
    fn an_application_permission_of_a_service_nobody_knows_is_not_promised_to_the_smaller_role() {
        assert_eq!(
            named(&[("api://somewhere/Things.Do", Kind::Application)]),
            ALL
        );
        assert_eq!(
            named(&[("11111111-1111-1111-1111-111111111111", Kind::Application)]),
            ALL
        );
    }

    #[test]
    fn for_oneself_nobody_is_needed_unless_a_permission_says_so() {
        let needed = |scopes: &[&str]| {
            let scopes: Vec<Scope> = scopes.iter().map(|scope| Scope::parse(scope)).collect();
            for_oneself(Catalog::built_in(), &scopes)
        };
        assert_eq!(needed(&["openid", "User.Read"]), Needed::Oneself);
        assert_eq!(
            needed(&["User.Read", "Mail.Read"]),
            Needed::OneselfUnless(vec!["Mail.Read".to_owned()])
        );
        assert!(matches!(
            needed(&["Mail.Read", "Directory.Read.All"]),
            Needed::Roles(roles) if read(&names(&roles)) == LESS
        ));
        assert_eq!(
            needed(&["https://outlook.office365.com/IMAP.AccessAsUser.All"]),
            Needed::OneselfUnless(vec!["IMAP.AccessAsUser.All (Exchange)".to_owned()])
        );
    }

    #[test]
    fn the_example_is_granted_by_the_privileged_role() {
        assert_eq!(
            read(&approver(
                Catalog::built_in(),
                crate::profiles::by_id(Catalog::built_in(), "office-365-mover").unwrap()
            )),
            ALL
        );
    }

    #[test]
    fn every_role_and_every_exclusion_is_real() {
        let roles = &Catalog::built_in().roles;
        for role in &roles.role {
            assert!(is_guid(&role.template), "{}", role.id);
        }
        for (service, values) in &roles.for_oneself.excluded {
            let service = crate::resources::by_id(Catalog::built_in(), service)
                .unwrap_or_else(|| panic!("{service}"));
            for value in values {
                assert!(service.permission(value).is_some(), "{value}");
            }
        }
        assert!(
            !source(Catalog::built_in()).is_empty()
                && !source_for_oneself(Catalog::built_in()).is_empty()
        );
    }
}
