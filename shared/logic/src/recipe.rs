//! Recipes: what a person does in the tenant by hand, shown three ways with the app's own ids in it.
//! None of them is run or sent from here.

use crate::model::{Journey, Settings};
use crate::portal_link;
use consentry_catalog::Catalog;
use consentry_catalog::recipes::{Recipe, Target};
use consentry_wire::text::{message, say};
use consentry_wire::view::{Action, Choice, Copy, Recipe as Shown, Way, Weight};

/// The recipes that take something back, or those that look something up.
pub(crate) fn all(catalog: &Catalog, undoes: bool) -> impl Iterator<Item = &Recipe> {
    catalog
        .recipes
        .recipe
        .iter()
        .filter(move |recipe| recipe.undoes == undoes)
}

/// A recipe with this journey's ids in it. Nothing, where the app's id is not known for certain:
/// what stands in a command must be an id and nothing else.
pub(crate) fn shown(
    catalog: &Catalog,
    recipe: &Recipe,
    journey: &Journey,
    settings: &Settings,
) -> Option<Shown> {
    let app = journey.app_id(catalog)?;
    let status = journey.status.as_ref();
    let tenant = status.and_then(|status| status.tenant.as_ref());
    let tenant = tenant.map(|tenant| tenant.id.as_str());
    let target = Target::new(&app, journey.object_id(), tenant, &settings.portal)?;
    let commands = recipe.commands(&target);
    let app_of = journey.app(catalog);
    let name = app_of.as_ref().map_or("", |app| app.name.as_str());
    let word = |part: &str| say(&format!("recipe.{}.{part}", recipe.id), &[("app", name)]);
    let copy = |label: &str, text: String| Copy {
        label: message(label),
        text,
    };
    let scopes = recipe.scopes.join(", ");
    Some(Shown {
        id: recipe.id.clone(),
        title: word("title"),
        text: word("text"),
        ways: vec![
            Way {
                title: message("way.portal"),
                steps: (1..=recipe.steps)
                    .map(|n| word(&format!("step.{n}")))
                    .collect(),
                copies: Vec::new(),
                action: portal_link::link(catalog, recipe.place, journey, settings).map(|_| {
                    Action {
                        label: message("way.portal.open"),
                        choice: Choice::Open {
                            journey: journey.id.clone(),
                            place: recipe.place,
                        },
                        weight: Weight::Secondary,
                    }
                }),
            },
            Way {
                title: message("way.graph"),
                steps: vec![say("way.graph.how", &[("scopes", &scopes)])],
                copies: commands
                    .graph
                    .into_iter()
                    .map(|request| copy("way.graph.request", request))
                    .collect(),
                action: None,
            },
            Way {
                title: message("way.powershell"),
                steps: vec![message("way.powershell.how")],
                copies: vec![copy("way.powershell.commands", commands.powershell)],
                action: None,
            },
        ],
        check: recipe.undoes.then(|| Action {
            label: message("undo.check"),
            choice: Choice::Undone {
                journey: journey.id.clone(),
                recipe: recipe.id.clone(),
            },
            weight: Weight::Secondary,
        }),
        found: None,
    })
}
