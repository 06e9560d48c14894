//! Who may do what a consent page asks for.

use super::app_reputation::AppReputation;
use super::asked::Asked;
use super::context::ConsentContext;
use crate::page::ConsentKind;
use consentry_catalog::Catalog;
use consentry_catalog::permission::Kind;
use consentry_catalog::roles::Needed;
use consentry_wire::text::{message, say};
use consentry_wire::view::{Line, Tone, line};

/// The smallest role that can do this, with where that is known from.
pub(super) fn who_is_needed(
    catalog: &Catalog,
    at: ConsentContext<'_>,
    reputation: AppReputation<'_>,
    asked: &Asked,
) -> Option<Line> {
    // Of a list that is not known here nobody can say who may grant it.
    let unknown = asked.unlisted && reputation.profile().is_none();
    if asked.items.is_empty() || unknown {
        return None;
    }
    if at.kind == ConsentKind::Admin || at.ticked == Some(true) {
        let roles = consentry_catalog::roles::names(&consentry_catalog::roles::smallest(
            catalog,
            asked.each(),
        ));
        return Some(line(
            Tone::Plain,
            say(
                "consent.role.needed",
                &[
                    ("role", roles),
                    ("source", consentry_catalog::roles::source(catalog).into()),
                ],
            ),
        ));
    }
    let delegated = asked
        .items
        .iter()
        .filter(|item| item.kind == Kind::Delegated)
        .map(|item| &item.scope);
    Some(
        match consentry_catalog::roles::for_oneself(catalog, delegated) {
            Needed::Oneself => line(Tone::Plain, message("consent.role.oneself")),
            Needed::OneselfUnless(scopes) => line(
                Tone::Plain,
                say(
                    "consent.role.unless",
                    &[
                        ("scopes", scopes.join(", ")),
                        (
                            "source",
                            consentry_catalog::roles::source_for_oneself(catalog).to_owned(),
                        ),
                    ],
                ),
            ),
            Needed::Roles(roles) => line(
                Tone::Plain,
                say(
                    "consent.role.needed",
                    &[
                        ("role", consentry_catalog::roles::names(&roles)),
                        ("source", consentry_catalog::roles::source(catalog).into()),
                    ],
                ),
            ),
        },
    )
}
