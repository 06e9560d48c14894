//! What a grant for everybody would change in what the app holds.

use consentry_catalog::Catalog;
use consentry_catalog::permission::Kind;
use consentry_catalog::scope::Scope;
use consentry_wire::api::Grants;
use consentry_wire::text::{message, say};
use consentry_wire::view::{Line, Tone};

/// What a grant would change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// What it did not hold, or not for everybody.
    pub adds: Vec<String>,
    /// What it holds already.
    pub keeps: Vec<String>,
    /// What it holds for everybody and is not asked for again: a new grant may take it away (facts:
    /// protocol 0.5).
    pub revokes: Vec<String>,
    /// Kinds of which Graph was not allowed to tell what is held.
    pub unknown: Vec<Kind>,
}

/// Compares what is asked for everybody with what is held. What is held names no service, so names
/// alone are compared.
pub fn change<'a>(
    catalog: &Catalog,
    asked: impl IntoIterator<Item = (&'a Scope, Kind)>,
    grants: &Grants,
) -> Change {
    let mut change = Change::default();
    let asked: Vec<(String, String, Kind)> = asked
        .into_iter()
        .filter(|(scope, _)| !scope.is_sign_in() && !scope.is_default())
        .map(|(scope, kind)| {
            let value = scope
                .named(catalog, kind)
                .map_or_else(|| scope.value().to_owned(), |named| named.value);
            (value.to_lowercase(), scope.shown(catalog, kind), kind)
        })
        .collect();
    let delegated: Option<Vec<&str>> = grants.delegated.as_ref().map(|grants| {
        grants
            .iter()
            .filter(|grant| grant.for_everybody)
            .map(|grant| grant.value.as_str())
            .collect()
    });
    let application: Option<Vec<&str>> = grants
        .application
        .as_ref()
        .map(|grants| grants.iter().map(String::as_str).collect());
    for (kind, held) in [
        (Kind::Application, application),
        (Kind::Delegated, delegated),
    ] {
        let Some(held) = held else {
            change.unknown.push(kind);
            continue;
        };
        let asked: Vec<_> = asked.iter().filter(|(_, _, of)| *of == kind).collect();
        for (value, shown, _) in &asked {
            if held.iter().any(|held| held.eq_ignore_ascii_case(value)) {
                change.keeps.push(shown.clone());
            } else {
                change.adds.push(shown.clone());
            }
        }
        for held in held {
            let again = asked
                .iter()
                .any(|(value, _, _)| value.eq_ignore_ascii_case(held));
            if !again && !Scope::parse(held).is_sign_in() {
                change.revokes.push(held.to_owned());
            }
        }
    }
    change
}

/// What a grant of all that is asked for would change, in words: unknown, where nobody has told what is
/// held, or where what is asked for has gaps.
pub fn said<'a>(
    catalog: &Catalog,
    asked: impl IntoIterator<Item = (&'a Scope, Kind)>,
    grants: Option<&Grants>,
    gaps: bool,
) -> Vec<Line> {
    let plain = |key| {
        vec![Line {
            tone: Tone::Plain,
            text: message(key),
        }]
    };
    match grants {
        None => plain("consent.change.unknown"),
        Some(_) if gaps => plain("consent.change.unlisted"),
        Some(grants) => change(catalog, asked, grants).lines(),
    }
}

impl Change {
    /// As short statements.
    pub fn lines(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut add = |tone, key: &str, names: &[(&str, &str)]| {
            lines.push(Line {
                tone,
                text: say(key, names),
            });
        };
        if !self.revokes.is_empty() {
            add(
                Tone::Caution,
                "consent.change.revokes",
                &[("permissions", &self.revokes.join(", "))],
            );
        }
        let (adds, keeps) = (self.adds.len().to_string(), self.keeps.len().to_string());
        let counts = [("adds", adds.as_str()), ("keeps", keeps.as_str())];
        match (
            self.unknown.as_slice(),
            self.adds.is_empty(),
            self.keeps.is_empty(),
        ) {
            ([_, _, ..], _, _) => add(Tone::Plain, "consent.change.unknown", &[]),
            (_, true, true) => {}
            (_, true, false) => add(Tone::Plain, "consent.change.nothing", &counts),
            (_, false, true) => add(Tone::Plain, "consent.change.all-new", &counts),
            (_, false, false) => add(Tone::Plain, "consent.change.counts", &counts),
        }
        match self.unknown.as_slice() {
            [Kind::Application] => add(Tone::Plain, "consent.change.unknown.application", &[]),
            [Kind::Delegated] => add(Tone::Plain, "consent.change.unknown.delegated", &[]),
            _ => {}
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::English as _;
    use consentry_wire::api::DelegatedGrant;

    fn held(delegated: Option<&[(&str, bool)]>, application: Option<&[&str]>) -> Grants {
        Grants {
            delegated: delegated.map(|grants| {
                grants
                    .iter()
                    .map(|(value, for_everybody)| DelegatedGrant {
                        value: (*value).to_owned(),
                        for_everybody: *for_everybody,
                    })
                    .collect()
            }),
            application: application
                .map(|grants| grants.iter().map(|value| (*value).to_owned()).collect()),
        }
    }

    fn changes(grants: &Grants) -> Change {
        let asked = [
            (Scope::parse("openid"), Kind::Delegated),
            (Scope::parse("User.Read"), Kind::Delegated),
            (Scope::parse("Sites.Read.All"), Kind::Application),
        ];
        change(
            Catalog::built_in(),
            asked.iter().map(|(scope, kind)| (scope, *kind)),
            grants,
        )
    }

    #[test]
    fn what_is_new_what_stays_and_what_may_go_are_told_apart() {
        let change = changes(&held(
            Some(&[("user.read", true), ("Mail.Send", true), ("openid", true)]),
            Some(&["Files.Read.All"]),
        ));
        assert_eq!(change.adds, ["Sites.Read.All"]);
        assert_eq!(change.keeps, ["User.Read"]);
        assert_eq!(change.revokes, ["Files.Read.All", "Mail.Send"]);
        assert!(change.lines()[0].text.english().contains("Mail.Send"));
        assert_eq!(change.lines()[0].tone, Tone::Caution);
    }

    #[test]
    fn what_single_people_agreed_to_is_neither_kept_nor_taken() {
        let change = changes(&held(
            Some(&[("User.Read", false), ("Mail.Send", false)]),
            Some(&[]),
        ));
        assert_eq!(change.adds, ["Sites.Read.All", "User.Read"]);
        assert!(change.keeps.is_empty() && change.revokes.is_empty());
    }

    #[test]
    fn the_same_name_of_the_other_kind_is_not_held() {
        let change = changes(&held(Some(&[("Sites.Read.All", true)]), Some(&[])));
        assert!(change.adds.contains(&"Sites.Read.All".to_owned()));
        assert_eq!(change.revokes, ["Sites.Read.All"]);
    }

    #[test]
    fn what_graph_may_not_tell_is_said_to_be_unknown() {
        let neither = changes(&held(None, None));
        assert_eq!(neither.lines().len(), 1);
        assert!(neither.adds.is_empty() && neither.revokes.is_empty());
        let one = changes(&held(None, Some(&["Sites.Read.All"])));
        assert_eq!(one.unknown, [Kind::Delegated]);
        assert_eq!(one.lines().len(), 2);
    }

    #[test]
    fn of_two_kinds_the_one_that_is_not_known_is_named() {
        let says = |grants: &Grants| changes(grants).lines().pop().expect("a line").text;
        let (delegated, application) = (says(&held(None, Some(&[]))), says(&held(Some(&[]), None)));
        assert_eq!(delegated, message("consent.change.unknown.delegated"));
        assert_eq!(application, message("consent.change.unknown.application"));
        assert_ne!(delegated, application);
    }
}
